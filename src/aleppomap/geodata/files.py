"""The shape of the gazetteer's files, and the one form each of them has."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from aleppomap.model import Confidence

OUTLINES = "outlines.geojson"
ROOTS = ("city", "region")
"""Kinds of the two places that everything else is part of."""

_KINDS = tuple(
    "camp cemetery city crossing gate hospital landmark military-site neighbourhood park "
    "quarter-of-old-city region river road roundabout suburb".split()
)
_ROLES = ("common", "historical", "label", "nickname", "official", "variant")
SENSES = ("elsewhere", "famous", "family", "generic", "group", "person", "word")
"""What else an ambiguous name may mean: a place in another town, another place of Aleppo, any
thing of its sort ("the old city"), an armed group, a person (famous:
far better known than the place), a word of everyday language."""
_YES_NO = ("no", "yes")
_ARABIC = "\u0621-\u063a\u0640-\u0652\u0660-\u0669"
_CYRILLIC = "А-Яа-яЁё"
_LETTERS = {
    "ar": _ARABIC,
    "cs": "A-Za-zÁČĎÉĚÍŇÓŘŠŤÚŮÝŽáčďéěíňóřšťúůýž",
    "de": "A-Za-zÄÖÜäöüßéè",
    "el": "\u0370-\u03ff",
    "en": "A-Za-zÀ-ÖØ-öø-ÿāēīōū",
    "es": "A-Za-zÁÉÍÑÓÚÜáéíñóúü",
    "fa": _ARABIC + "پچژکگی\u06f0-\u06f9",
    "fr": "A-Za-zÀÂÇÉÈÊËÎÏÔŒÙÛÜàâçéèêëîïôœùûü",
    "he": "\u05d0-\u05ea",
    "hu": "A-Za-zÁÉÍÓÖŐÚÜŰáéíóöőúüű",
    "hy": "\u0531-\u0587",
    "it": "A-Za-zÀÈÉÌÒÙàèéìòù",
    "ku": "A-Za-zÇÊÎŞÛçêîşû",
    "nl": "A-Za-zÉËÏÖÜéëïöü",
    "pl": "A-Za-zĄĆĘŁŃÓŚŹŻąćęłńóśźż",
    "pt": "A-Za-zÀÁÂÃÇÉÊÍÓÔÕÚàáâãçéêíóôõú",
    "ro": "A-Za-zĂÂÎȘȚăâîșț",
    "ru": _CYRILLIC,
    "sr": _CYRILLIC + "ЂЈЉЊЋЏђјљњћџ",
    "sv": "A-Za-zÅÄÖÉåäöé",
    "tr": "A-Za-zÇĞİÖŞÜÂÊÎÛçğıöşüâêîû",  # with ê: Kurdish names in Turkish texts
    "uk": _CYRILLIC + "ҐЄІЇґєії",
}
SPELT = {lang: re.compile(f"[{letters}0-9 .,'’‘()/«»„“-]+") for lang, letters in _LETTERS.items()}
"""What a name in each language may be written with."""
_STRANGE_SPACE = re.compile(
    r"[\r\f\v\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"
)


@dataclass(frozen=True, slots=True)
class Table:
    """The shape of one tab-separated file."""

    columns: tuple[str, ...]
    key: tuple[str, ...]
    may_be_empty: frozenset[str] = frozenset()
    allowed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


_PLACES = Table(
    columns=tuple(
        "id kind name_en name_ar lon lat confidence uncertainty_m part_of sector side_2012_2016 "
        "outside_city area_km2 source position columbia_names unhabitat_names note".split()
    ),
    key=("id",),
    may_be_empty=frozenset(
        "name_ar lon lat uncertainty_m part_of sector side_2012_2016 area_km2 columbia_names "
        "unhabitat_names note".split()
    ),
    allowed={
        "kind": _KINDS,
        "confidence": tuple(c.value for c in Confidence),
        "outside_city": _YES_NO,
        "side_2012_2016": ("", "east/opposition", "kurdish", "mixed", "west/government"),
    },
)
TABLES: Mapping[str, Table] = {
    "places.tsv": _PLACES,
    "names.tsv": Table(
        columns=("place_id", "name", "lang", "role", "ambiguous", "ambiguous_note", "source"),
        key=("place_id", "lang", "name"),
        may_be_empty=frozenset({"ambiguous_note"}),
        allowed={"lang": tuple(_LETTERS), "role": _ROLES, "ambiguous": _YES_NO},
    ),
    "sources.tsv": Table(
        columns=("id", "what", "licence", "url", "credit"),
        key=("id",),
        may_be_empty=frozenset({"url"}),
    ),
    "corrections.tsv": Table(
        columns=("file", "id", "field", "was", "is", "reason", "source"),
        key=("file", "id", "field", "was"),
        may_be_empty=frozenset({"was", "is"}),
        allowed={"file": ("names.tsv", OUTLINES, "places.tsv")},
    ),
    "senses.tsv": Table(
        columns=("note", "senses", "homes"), key=("note",), may_be_empty=frozenset({"homes"})
    ),
    "ambiguities.tsv": Table(columns=("folded", "place_ids", "rule"), key=("folded",)),
    "elsewhere.tsv": Table(
        columns=("id", "kind", "label", "name", "lang", "country"),
        key=("id", "lang", "name"),
        allowed={"kind": ("aleppo-city", "outside"), "lang": tuple(_LETTERS)},
    ),
}
FILES = (*TABLES, OUTLINES)


def canonical_text(name: str, text: str) -> str:
    """The one form of a file's text: rows sorted by their key, spaces and letters normalised.

    ``name`` is the file's name. Text without structure comes back with only its
    lines tidied, so that a broken file loses nothing.
    """
    if name == OUTLINES:
        return _canonical_outlines(text)
    table = TABLES[name]
    text = unicodedata.normalize("NFC", text)
    tidy = _tidy if _is_untidy(text) else _cells
    header, *lines = [tidy(line) for line in text.split("\n")]
    degrees = [header.index(c) for c in ("lon", "lat") if c in header]
    for cells in lines:
        for at in degrees:
            if at < len(cells) and _is_number(cells[at]):
                cells[at] = f"{float(cells[at]):.5f}"
    keys = [header.index(column) for column in table.key if column in header]
    kept = [cells for cells in lines if any(cells)]
    kept.sort(key=lambda cells: ([cells[at] for at in keys if at < len(cells)], cells))
    return "".join("\t".join(cells) + "\n" for cells in [header, *kept])


def _is_untidy(text: str) -> bool:
    """Whether any cell has white space that a tidy one does not have."""
    gaps = ("  ", " \t", "\t ", " \n", "\n ")
    return (
        any(gap in text for gap in gaps)
        or text[:1] == " "
        or text[-1:] == " "
        or _STRANGE_SPACE.search(text) is not None
    )


def _cells(line: str) -> list[str]:
    return line.split("\t")


def _tidy(line: str) -> list[str]:
    """Cells of a line with single spaces, none at the ends."""
    return [" ".join(cell.split()) for cell in line.split("\t")]


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _canonical_outlines(text: str) -> str:
    features = sorted(json.loads(text)["features"], key=lambda f: str(f["properties"]["id"]))
    lines = [
        json.dumps(
            {
                "type": "Feature",
                "properties": {"id": feature["properties"]["id"]},
                "geometry": {
                    "type": feature["geometry"]["type"],
                    "coordinates": _rounded(feature["geometry"]["coordinates"]),
                },
            },
            separators=(",", ":"),
        )
        for feature in features
    ]
    return '{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n"


def _rounded(coordinates: Any) -> Any:
    if isinstance(coordinates, list):
        return [_rounded(part) for part in coordinates]
    return round(coordinates, 5)
