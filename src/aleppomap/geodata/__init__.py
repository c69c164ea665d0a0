"""The door to the gazetteer's files: a folder like ``data/geo``, read and checked as a whole.

``data/geo/README.md`` explains every file and column. Faults are gathered and
reported together, one line each: ``file:line: what is wrong; allowed: ...``.
Coordinates are WGS 84 degrees, longitude before latitude.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from shapely.geometry.base import BaseGeometry

from aleppomap.geodata.checks import Fold, check_form, check_rules, find_shared_names
from aleppomap.geodata.files import FILES, OUTLINES, canonical_text
from aleppomap.geodata.reading import Folder, read_folder
from aleppomap.model import Confidence, DataFault, Name, Place

__all__ = [
    "FILES",
    "Elsewhere",
    "Fold",
    "canonical_text",
    "check_folder",
    "default_folder",
    "find_shared_names",
    "read_gazetteer_records",
    "write_canonical",
]

_VERSIONED = ("places.tsv", "names.tsv", "senses.tsv", "ambiguities.tsv", "elsewhere.tsv", OUTLINES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """A name that is no place of the gazetteer and must not be mistaken for one.

    ``kind`` is ``aleppo-city`` (the city as a whole) or ``outside``; ``label``
    is the English name of what is meant, ``country`` the country it lies in.
    """

    name: str
    lang: str
    kind: str
    label: str
    country: str


def default_folder() -> Path:
    """The gazetteer's folder: inside the installed package, else of this checkout."""
    packaged = Path(str(resources.files("aleppomap"))) / "data" / "geo"
    checkout = Path(__file__).resolve().parents[3] / "data" / "geo"
    for folder in (packaged, checkout):
        if folder.is_dir():
            return folder
    raise DataFault(["data/geo: the folder is missing; allowed: an installed or complete checkout"])


def read_gazetteer_records(
    folder: Path, fold: Fold | None = None
) -> tuple[list[Place], list[Elsewhere], str]:
    """Places with names and footprints, the names elsewhere, and the data version.

    Everything that the files say is checked; ``fold`` adds the rules about shared
    spellings, which take longer (:func:`check_folder` also looks at the form). The
    version is a short hash of the files, for example ``geo-1a2b3c4d``.

    Raises:
        DataFault: with every fault of the folder.
    """
    read = read_folder(folder)
    check_rules(read, fold)
    if read.faults:
        raise DataFault(read.faults)
    digest = hashlib.sha256("\0".join(read.texts[name] for name in _VERSIONED).encode())
    elsewhere = [
        Elsewhere(**{column: row.of[column] for column in Elsewhere.__slots__})
        for row in read.rows["elsewhere.tsv"]
    ]
    return _build_places(read), elsewhere, f"geo-{digest.hexdigest()[:8]}"


def check_folder(folder: Path, fold: Fold | None = None) -> list[str]:
    """Every fault of the folder, one line each; empty when all is well."""
    read = read_folder(folder)
    check_rules(read, fold)
    check_form(read)
    return read.faults


def write_canonical(folder: Path) -> list[str]:
    """Rewrite every file of the folder in canonical form; returns the names of those changed."""
    changed = []
    for name in FILES:
        path = folder / name
        text = path.read_text(encoding="utf-8")
        if (canonical := canonical_text(name, text)) != text:
            path.write_text(canonical, encoding="utf-8", newline="\n")
            changed.append(name)
    return changed


def _build_places(read: Folder) -> list[Place]:
    names: dict[str, list[Name]] = defaultdict(list)
    senses = {row.of["note"]: row.of for row in read.rows["senses.tsv"]}
    meanings = {note: _parts(of["senses"]) for note, of in senses.items()}
    homes = {note: _parts(of["homes"]) for note, of in senses.items()}
    for _, of in read.rows["names.tsv"]:
        names[of["place_id"]].append(
            Name(
                text=of["name"],
                lang=of["lang"],
                role=of["role"],
                ambiguous=of["ambiguous"] == "yes",
                ambiguous_note=of["ambiguous_note"],
                senses=meanings.get(of["ambiguous_note"], frozenset()),
                homes=homes.get(of["ambiguous_note"], frozenset()),
                source=of["source"],
            )
        )
    return [_build_place(row.of, names, read.outlines) for row in read.rows["places.tsv"]]


def _parts(cell: str) -> frozenset[str]:
    return frozenset(filter(None, cell.split(";")))


def _build_place(
    of: Mapping[str, str],
    names: Mapping[str, list[Name]],
    outlines: Mapping[str, BaseGeometry],
) -> Place:
    return Place(
        id=of["id"],
        kind=of["kind"],
        name_en=of["name_en"],
        name_ar=of["name_ar"],
        names=tuple(names[of["id"]]),
        lon=float(of["lon"]) if of["lon"] else None,
        lat=float(of["lat"]) if of["lat"] else None,
        confidence=Confidence(of["confidence"]),
        uncertainty_m=int(of["uncertainty_m"]) if of["uncertainty_m"] else None,
        part_of=of["part_of"] or None,
        sector=of["sector"] or None,
        side_2012_2016=of["side_2012_2016"] or None,
        outside_city=of["outside_city"] == "yes",
        source=f"{of['source']}: {of['position']}",
        note=of["note"],
        footprint=outlines.get(of["id"]),
    )
