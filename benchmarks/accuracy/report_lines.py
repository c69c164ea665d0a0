"""Reads the gold of reports (see GUIDE-REPORTS.md)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gold import HERE, GoldDocument, read_gold

from aleppomap.model import ClaimantType, DatedBy, Hedge, Kind

_BLOCK = re.compile(r"^### +(\S+) *$", re.MULTILINE)
_KNOWN: dict[str, type[StrEnum]] = {
    "kind": Kind,
    "dated_by": DatedBy,
    "claimant_type": ClaimantType,
    "hedge": Hedge,
}
"""The parts whose values are one of a table."""
_PART = re.compile(r"\s+;\s+")
_KEYS = frozenset(
    "words places origin kind date dated_by claimant claimant_id claimant_type hedge killed"
    " injured displaced women children figure shared".split()
)


@dataclass(frozen=True, slots=True)
class GoldReport:
    """One line of the gold: where its words stand, and what a careful reader takes from them."""

    start: int
    end: int
    values: dict[str, str]

    @property
    def places(self) -> frozenset[str]:
        """The ids of its places; ``city`` for the city or half of it."""
        return _ids(self.values.get("places", ""))

    @property
    def origins(self) -> frozenset[str]:
        """The ids of the places that the fire came from."""
        return _ids(self.values.get("origin", ""))

    @property
    def days(self) -> tuple[date | None, date | None]:
        """The first and the last day."""
        first, slash, last = self.values.get("date", "").partition("/")
        return _day(first), _day(last if slash else first)

    @property
    def figure(self) -> tuple[float | None, float | None] | None:
        """The low and the high of the other figure that is the point of the report."""
        if "figure" not in self.values:
            return None
        low, _, high = self.values["figure"].split(":")[1].partition("..")
        return (float(low) if low else None, float(high) if high else None)

    def bounds(self, what: str) -> tuple[int | None, int | None]:
        """The low and the high figure of the killed, injured or displaced."""
        return _bounds(self.values.get(what, ""))


def read_reports(halves: Iterable[str]) -> list[tuple[GoldDocument, list[GoldReport]]]:
    """The documents that have report gold, with their reports.

    Raises:
        ValueError: when a line does not have the form that GUIDE-REPORTS.md gives, naming it.
    """
    halves = list(halves)
    documents = {document.id: document for document in read_gold(halves)}
    read = []
    for half in halves:
        for path in sorted((HERE / "reports" / half).glob("*.txt")):
            parts = _BLOCK.split(path.read_text(encoding="utf-8"))
            for name, block in zip(parts[1::2], parts[2::2], strict=True):
                try:
                    reports = [report_of(documents[name], line) for line in _lines(block)]
                except (ValueError, KeyError) as fault:
                    raise ValueError(f"{half}/{path.name}, {name}: {fault}") from fault
                read.append((documents[name], reports))
    return read


def _lines(block: str) -> list[str]:
    lines: list[str] = []
    for line in block.splitlines():
        if line[:1].isspace() and lines and line.strip():
            lines[-1] += " " + line.strip()
        elif line.startswith("report:"):
            lines.append(line.removeprefix("report:").strip())
        elif line.strip():
            raise ValueError(f"not a report line: {line[:40]!r}")
    return lines


def report_of(document: GoldDocument, line: str) -> GoldReport:
    """The report of one line, without its ``report:``.

    Raises:
        ValueError: when the line breaks the form of GUIDE-REPORTS.md.
        KeyError: when it has no words.
    """
    values = {}
    for part in _PART.split(line):
        key, found, value = part.partition("=")
        if not found or key.strip() not in _KEYS:
            raise ValueError(f"unknown part {part[:40]!r}")
        values[key.strip()] = value.strip()
    start = document.text.find(values["words"])
    if start < 0:
        raise ValueError(f"its words are not in the text: {values['words'][:40]!r}")
    if "kind" not in values:
        raise ValueError(f"no kind: {values['words'][:40]!r}")
    for key, known in _KNOWN.items():
        if key in values:
            known(values[key])
    return GoldReport(start, start + len(values["words"]), values)


def _ids(cell: str) -> frozenset[str]:
    return frozenset(part.strip() for part in cell.split(",") if part.strip())


def _day(cell: str) -> date | None:
    return date.fromisoformat(cell.strip()) if cell.strip() else None


def _bounds(cell: str) -> tuple[int | None, int | None]:
    if not cell:
        return None, None
    if cell.endswith("+"):
        return int(cell[:-1]), None
    if cell.startswith("-"):
        return None, int(cell[1:])
    low, dash, high = cell.partition("-")
    return int(low), int(high if dash else low)
