"""Reads the files of a folder into rows and footprints; what cannot be read is a fault."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from aleppomap.geodata.files import FILES, OUTLINES, TABLES


class Row(NamedTuple):
    """A line number and the cells by column."""

    line: int
    of: dict[str, str]


@dataclass(slots=True)
class Folder:
    """What was read, and the faults met so far."""

    rows: dict[str, list[Row]] = field(default_factory=dict)
    outlines: dict[str, BaseGeometry] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def fault(self, where: str, what: str, allowed: str) -> None:
        self.faults.append(f"{where}: {what}; allowed: {allowed}")


def read_folder(folder: Path) -> Folder:
    read = Folder()
    for name in FILES:
        read.rows[name] = []
        try:
            read.texts[name] = (folder / name).read_bytes().decode("utf-8")
        except FileNotFoundError:
            read.fault(name, "the file is missing", "all of " + ", ".join(FILES))
        except UnicodeDecodeError as error:
            read.fault(name, f"byte {error.start} is not UTF-8", "UTF-8 text")
        else:
            if name == OUTLINES:
                _read_outlines(read)
            else:
                _read_table(read, name)
    return read


def _read_table(read: Folder, name: str) -> None:
    columns = TABLES[name].columns
    header, *lines = read.texts[name].split("\n")
    if tuple(header.split("\t")) != columns:
        read.fault(f"{name}:1", f"the header is {header!r}", "tab-separated " + " ".join(columns))
        return
    for number, line in enumerate(lines, start=2):
        cells = line.split("\t")
        if len(cells) == len(columns):
            read.rows[name].append(Row(number, dict(zip(columns, cells, strict=True))))
        elif line or number <= len(lines):
            read.fault(
                f"{name}:{number}",
                f"{len(cells)} fields",
                f"{len(columns)} fields with tabs between them",
            )


def _read_outlines(read: Folder) -> None:
    try:
        features = json.loads(read.texts[OUTLINES])["features"]
        pairs = [(f["properties"]["id"], shape(f["geometry"])) for f in features]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        read.fault(
            OUTLINES, f"not readable ({error})", "GeoJSON features with an id and a geometry"
        )
        return
    for line, (place_id, footprint) in enumerate(pairs, start=2):
        if place_id in read.outlines:
            read.fault(
                f"{OUTLINES}:{line}", f"{place_id!r} stands here twice", "one outline a place"
            )
        read.outlines[place_id] = footprint
        read.rows[OUTLINES].append(Row(line, {"id": place_id}))
