"""The rules of the gazetteer's files, each a function that adds its faults."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from shapely.geometry import Point

from aleppomap.geodata.files import OUTLINES, ROOTS, SENSES, SPELT, TABLES, Table, canonical_text
from aleppomap.geodata.reading import Folder, Row

Fold = Callable[[str], str]
"""Spelling folded to the form in which names are compared."""

REGION = (36.6, 35.9, 37.6, 36.8)
"""Longitude and latitude that any place may have: west, south, east, north."""
CITY = (37.00, 36.10, 37.35, 36.32)
"""The same for every place that is not marked ``outside_city``."""

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_DEGREES = re.compile(r"\d+\.\d{1,5}")
_AREA = re.compile(r"\d+\.\d{3}")
_WHOLE = re.compile(r"[1-9]\d*")


def check_rules(read: Folder, fold: Fold | None) -> None:
    """Every rule about what the files say; those about shared spellings with ``fold`` only."""
    sources = {row.of["id"] for row in read.rows["sources.tsv"]}
    for name, table in TABLES.items():
        _check_table(read, name, table, sources)
    _check_parents(read)
    for row in read.rows["places.tsv"]:
        _check_position(read, row)
    _check_outlines(read)
    _check_names(read)
    _check_corrections(read)
    _check_elsewhere(read)
    _check_senses(read)
    if fold is not None:
        _check_shared(read, fold)


def check_form(read: Folder) -> None:
    """Every file is its own canonical rewriting."""
    for name, text in read.texts.items():
        _check_canonical(read, name, text)


def _check_table(read: Folder, name: str, table: Table, sources: set[str]) -> None:
    """What holds for every table: no empty cell, fixed lists, unique keys, known sources."""
    seen: dict[tuple[str, ...], int] = {}
    required = [column for column in table.columns if column not in table.may_be_empty]
    for line, of in read.rows[name]:
        where = f"{name}:{line}"
        for column in required:
            if not of[column]:
                read.fault(where, f"{column} is empty", "a value")
        for column, values in table.allowed.items():
            if of[column] not in values and (of[column] or column in table.may_be_empty):
                read.fault(where, f"{column} is {of[column]!r}", ", ".join(filter(None, values)))
        key = tuple(of[column] for column in table.key)
        if key in seen:
            read.fault(where, f"{' '.join(key)!r} is also line {seen[key]}", "one row each")
        seen[key] = line
        if table.key[0] == "id" and not _ID.fullmatch(of["id"]):
            read.fault(where, f"id is {of['id']!r}", "small letters, digits and single hyphens")
        for source in of["source"].split(";") if "source" in of else ():
            if source and source not in sources:
                read.fault(where, f"source {source!r} is unknown", "ids of sources.tsv, ; between")


def _check_parents(read: Folder) -> None:
    parents = {row.of["id"]: row.of["part_of"] for row in read.rows["places.tsv"]}
    for line, of in read.rows["places.tsv"]:
        where = f"places.tsv:{line}"
        parent, passed = of["part_of"], [of["id"]]
        if parent and parent not in parents:
            read.fault(where, f"part_of {parent!r} is no place", "an id of places.tsv")
        while parent in parents:
            passed.append(parent)
            if parent in passed[:-1]:
                read.fault(where, "part_of runs in a loop: " + " > ".join(passed), "an end")
                break
            parent = parents[parent]


def _check_position(read: Folder, row: Row) -> None:
    """Coordinates and what goes with them: both or none, in range, with an uncertainty."""
    of, where = row.of, f"places.tsv:{row.line}"
    if of["area_km2"] and not _AREA.fullmatch(of["area_km2"]):
        read.fault(where, f"area_km2 is {of['area_km2']!r}", "a number with 3 decimals, or empty")
    lon, lat, outlined = of["lon"], of["lat"], of["id"] in read.outlines
    if not lon and not lat:
        if not of["part_of"] and of["kind"] not in ROOTS:
            read.fault(where, "neither a coordinate nor part_of", "at least one of them")
        if of["confidence"] != "none" or of["uncertainty_m"] or outlined:
            read.fault(
                where,
                "no coordinate, yet a confidence, an uncertainty or an outline",
                "confidence none, uncertainty_m empty, no outline",
            )
        return
    if not (_DEGREES.fullmatch(lon) and _DEGREES.fullmatch(lat)):
        read.fault(
            where, f"lon {lon!r}, lat {lat!r}", "degrees with 1 to 5 decimals, or both empty"
        )
        return
    if of["confidence"] == "none":
        read.fault(where, "confidence is none beside a coordinate", "high, medium or low")
    if of["uncertainty_m"] and not _WHOLE.fullmatch(of["uncertainty_m"]):
        read.fault(where, f"uncertainty_m is {of['uncertainty_m']!r}", "whole metres, or empty")
    if not of["uncertainty_m"] and not outlined:
        read.fault(where, "a point without outline and without uncertainty_m", "whole metres")
    box = REGION if of["outside_city"] == "yes" else CITY
    west, south, east, north = box
    if not (west <= float(lon) <= east and south <= float(lat) <= north):
        read.fault(
            where,
            f"lon {lon}, lat {lat} is out of range",
            f"lon {west:g} to {east:g}, lat {south:g} to {north:g}"
            + (", or outside_city yes" if box is CITY else ""),
        )
    elif outlined and not read.outlines[of["id"]].contains(Point(float(lon), float(lat))):
        read.fault(where, f"the point {lon} {lat} is not in the outline", "a point inside it")


def _check_outlines(read: Folder) -> None:
    places = {row.of["id"] for row in read.rows["places.tsv"]}
    west, south, east, north = REGION
    for line, of in read.rows[OUTLINES]:
        where, footprint = f"{OUTLINES}:{line}", read.outlines[of["id"]]
        if of["id"] not in places:
            read.fault(where, f"{of['id']!r} is no place", "an id of places.tsv")
        if footprint.geom_type not in ("Polygon", "MultiPolygon") or not footprint.is_valid:
            read.fault(
                where,
                f"the {footprint.geom_type} of {of['id']!r} is empty, crosses itself or is no area",
                "a valid Polygon or MultiPolygon",
            )
            continue
        left, low, right, high = footprint.bounds
        if not (west <= left and right <= east and south <= low and high <= north):
            read.fault(
                where,
                f"the outline of {of['id']!r} is out of range",
                f"lon {west:g} to {east:g}, then lat {south:g} to {north:g}",
            )


def _check_spelling(read: Folder, where: str, name: str, lang: str) -> None:
    if lang in SPELT and not SPELT[lang].fullmatch(name):
        strange = "".join(dict.fromkeys(c for c in name if not SPELT[lang].fullmatch(c)))
        read.fault(where, f"{name!r} has {strange!r}", f"letters of the language {lang!r}")


def _check_names(read: Folder) -> None:
    named: dict[str, set[str]] = defaultdict(set)
    places = {row.of["id"]: row for row in read.rows["places.tsv"]}
    for line, of in read.rows["names.tsv"]:
        where = f"names.tsv:{line}"
        if of["place_id"] not in places:
            read.fault(where, f"{of['place_id']!r} is no place", "an id of places.tsv")
        if (of["ambiguous"] == "yes") != bool(of["ambiguous_note"]):
            read.fault(
                where, "ambiguous and ambiguous_note disagree", "a note with yes, none with no"
            )
        _check_spelling(read, where, of["name"], of["lang"])
        named[of["place_id"]].add(of["name"])
    for place_id, row in places.items():
        where = f"places.tsv:{row.line}"
        if row.of["kind"] in ROOTS:
            continue  # their names stand in elsewhere.tsv, so that none is snapped onto the map
        if row.of["name_en"] not in named[place_id]:
            read.fault(where, f"{place_id!r} has no such name as name_en", "a name of names.tsv")
        if row.of["name_ar"]:
            _check_spelling(read, where, row.of["name_ar"], "ar")


def _check_corrections(read: Folder) -> None:
    """A correction speaks of a place that is there and says what stands there now."""
    places = {row.of["id"]: row.of for row in read.rows["places.tsv"]}
    for line, of in read.rows["corrections.tsv"]:
        where, place = f"corrections.tsv:{line}", places.get(of["id"])
        if place is None:
            read.fault(where, f"{of['id']!r} is no place", "an id of places.tsv")
        elif of["file"] == "places.tsv":
            columns = of["field"].split()
            if not set(columns) <= set(TABLES["places.tsv"].columns):
                read.fault(where, f"field is {of['field']!r}", "columns of places.tsv")
            elif (now := " ".join(place[column] for column in columns).strip()) != of["is"]:
                read.fault(
                    where, f"is {of['is']!r}, but the place has {now!r}", "what stands there"
                )


def _check_elsewhere(read: Folder) -> None:
    places = {r.of["id"] for r in read.rows["places.tsv"] if r.of["kind"] not in ROOTS}
    first: dict[str, tuple[str, ...]] = {}
    names: dict[str, set[str]] = defaultdict(set)
    for line, of in read.rows["elsewhere.tsv"]:
        where = f"elsewhere.tsv:{line}"
        same = (of["kind"], of["label"], of["country"])
        if first.setdefault(of["id"], same) != same:
            read.fault(where, f"kind, label or country of {of['id']!r} changes", "one for all rows")
        if of["id"] in places:
            read.fault(where, f"{of['id']!r} is a place", "ids that places.tsv does not have")
        _check_spelling(read, where, of["name"], of["lang"])
        names[of["id"]].add(of["name"])
    for place_id, (_, label, _) in first.items():
        if label not in names[place_id]:
            read.fault("elsewhere.tsv", f"{label!r} is no name of {place_id!r}", "a label that is")


def _check_senses(read: Folder) -> None:
    """Every note on an ambiguous name says in one row which senses it tells of, and where."""
    notes = {row.of["ambiguous_note"] for row in read.rows["names.tsv"]} - {""}
    known = {row.of["note"] for row in read.rows["senses.tsv"]}
    for note in sorted(notes - known):
        read.fault("senses.tsv", f"the note {note!r} has no row", "a row for every note")
    for line, of in read.rows["senses.tsv"]:
        where = f"senses.tsv:{line}"
        if of["note"] not in notes:
            read.fault(where, f"{of['note']!r} is no note of names.tsv", "notes that are used")
        if strange := set(of["senses"].split(";")) - set(SENSES):
            read.fault(where, f"sense {sorted(strange)[0]!r}", ", ".join(SENSES))


def _searched(read: Folder, name: str, owner: str) -> Iterator[tuple[Row, str, str]]:
    """Rows with their owner and name; labels are for showing only, so they are left out."""
    for row in read.rows[name]:
        if row.of.get("role") != "label":
            yield row, row.of[owner], row.of["name"]


def _check_shared(read: Folder, fold: Fold) -> None:
    """Folded names: those that places share are listed, elsewhere clashes with none."""
    named = list(_searched(read, "names.tsv", "place_id"))
    abroad = list(_searched(read, "elsewhere.tsv", "id"))
    shared = find_shared_names(((owner, name) for _, owner, name in named), fold)
    listed = {row.of["folded"]: row for row in read.rows["ambiguities.tsv"]}
    for folded, row in listed.items():
        ids = ";".join(shared.get(folded, ()))
        if row.of["place_ids"] != ids:
            read.fault(
                f"ambiguities.tsv:{row.line}",
                f"{folded!r} is listed for {row.of['place_ids']!r}",
                f"{ids!r}, the places that share it" if ids else "only names that places share",
            )
    for folded in sorted(set(shared) - set(listed)):
        ids = ";".join(shared[folded])
        read.fault("ambiguities.tsv", f"{folded!r} is not listed", f"a row for {ids!r} with a rule")
    owners: dict[str, str] = {}
    for row, owner, name in named:
        owners.setdefault(fold(name), owner)
        if not fold(name):
            read.fault(f"names.tsv:{row.line}", f"{name!r} folds to nothing", "a name with letters")
    for row, owner, name in abroad:
        if owners.setdefault(fold(name), owner) != owner:
            read.fault(
                f"elsewhere.tsv:{row.line}",
                f"{name!r} is also spelt like {owners[fold(name)]!r}",
                "names that nothing else has",
            )


def _check_canonical(read: Folder, name: str, text: str) -> None:
    try:
        canonical = canonical_text(name, text)
    except (ValueError, KeyError, TypeError):
        return  # not readable at all, which _read_outlines has said
    if canonical != text:
        pairs = zip(canonical.split("\n"), text.split("\n"), strict=False)
        line = next((n for n, (a, b) in enumerate(pairs, start=1) if a != b), 1)
        read.fault(
            f"{name}:{line}", "not in canonical form from here", "what write_canonical makes"
        )


def find_shared_names(names: Iterable[tuple[str, str]], fold: Fold) -> dict[str, tuple[str, ...]]:
    """Folded name → the ids that share it, from pairs (id, name); only where there are two."""
    owners: dict[str, set[str]] = defaultdict(set)
    for owner, name in names:
        owners[fold(name)].add(owner)
    return {folded: tuple(sorted(ids)) for folded, ids in owners.items() if len(ids) > 1}
