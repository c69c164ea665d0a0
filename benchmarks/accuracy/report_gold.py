"""The gold of reports (see GUIDE-REPORTS.md): reading it, and counting what a system reports."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from gold import HERE, GoldDocument, read_gold

from aleppomap.model import DatedBy, Extraction, GeoLevel, Kind, Precision, Report

_BLOCK = re.compile(r"^### +(\S+) *$", re.MULTILINE)
_PART = re.compile(r"\s+;\s+")
_KEYS = frozenset(
    "words places origin kind date dated_by claimant claimant_id claimant_type hedge killed"
    " injured displaced women children figure shared".split()
)
_COUNTED = ("killed", "injured", "displaced")


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
                lines = _lines(block)
                try:
                    reports = [_report(documents[name], line) for line in lines]
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


def _report(document: GoldDocument, line: str) -> GoldReport:
    values = {}
    for part in _PART.split(line):
        key, found, value = part.partition("=")
        if not found or key.strip() not in _KEYS:
            raise ValueError(f"unknown part {part[:40]!r}")
        values[key.strip()] = value.strip()
    start = document.text.find(values["words"])
    if start < 0:
        raise ValueError(f"its words are not in the text: {values['words'][:40]!r}")
    Kind(values["kind"])
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


@dataclass(slots=True)
class ReportTally:
    """Counts of right and all, by figure, and the kinds for a macro F1."""

    right: Counter[str] = field(default_factory=Counter)
    all: Counter[str] = field(default_factory=Counter)
    kinds: dict[Kind, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0, 0]))
    errors: list[str] = field(default_factory=list)

    def count(self, figure: str, is_right: bool, note: str = "") -> None:
        """Counts one case of a figure."""
        self.all[figure] += 1
        self.right[figure] += is_right
        if not is_right and note:
            self.errors.append(f"{figure}: {note}")

    def share(self, figure: str) -> float:
        """The share of right cases; 1 where there is none."""
        return self.right[figure] / self.all[figure] if self.all[figure] else 1.0

    @property
    def macro_f1(self) -> float:
        """The mean F1 of the kinds that occur in the gold."""
        scores = [
            2 * right / (2 * right + wrong + missed)
            for right, wrong, missed in self.kinds.values()
            if right + missed
        ]
        return sum(scores) / len(scores) if scores else 1.0


FIGURES = {
    "place-reports found": 0.92,
    "event day (news)": 0.95,
    "event day (titles)": 0.98,
    "day supported": 1.0,
    "kind macro-F1": 0.85,
    "kind": None,
    "figures exact": 0.92,
    "women and children": None,
    "claimant": 0.88,
    "claimant type": None,
    "hedge": None,
    "no target/origin confusion": 0.98,
}
"""The figures of the table, and the targets that were asked for."""


def tally_reports(
    pairs: Iterable[tuple[GoldDocument, list[GoldReport], Extraction]],
) -> ReportTally:
    """Counts over documents; each gold report meets the report of ours that fits it best."""
    tally = ReportTally()
    for document, gold, extraction in pairs:
        free = list(extraction.reports)
        for report in gold:
            _count_places(tally, document, report, extraction.reports)
            match = _best(report, free)
            if match is None:
                continue
            free.remove(match)
            _count_match(tally, document, report, match)
    return tally


def _overlaps(report: GoldReport, ours: Report) -> bool:
    return any(span.start < report.end and report.start < span.end for span in ours.evidence)


def _best(gold: GoldReport, free: Sequence[Report]) -> Report | None:
    near = [report for report in free if _overlaps(gold, report)]
    return max(near, key=lambda report: _likeness(gold, report), default=None)


def _likeness(gold: GoldReport, ours: Report) -> tuple[int, int, int]:
    harm = [(getattr(ours.harm, f"{w}_low"), getattr(ours.harm, f"{w}_high")) for w in _COUNTED]
    same = sum(h == gold.bounds(w) != (None, None) for h, w in zip(harm, _COUNTED, strict=True))
    places = len(gold.places & set(ours.place_ids))
    return places, same, -len(set(ours.place_ids) - gold.places)


def _count_places(
    tally: ReportTally, document: GoldDocument, gold: GoldReport, reports: Sequence[Report]
) -> None:
    near = [report for report in reports if _overlaps(gold, report)]
    for place in sorted(gold.places):
        if place == "city":
            found = any(
                r.geo_level in (GeoLevel.CITY, GeoLevel.SEVERAL) or r.place_ids for r in near
            )
        else:
            found = any(place in report.place_ids for report in near)
        tally.count("place-reports found", found, f"{document.id} {place}: {gold.values['words']}")


def _count_match(
    tally: ReportTally, document: GoldDocument, gold: GoldReport, ours: Report
) -> None:
    said = f"{document.id} {gold.values['words']!r}"
    _count_date(tally, document, gold, ours, said)
    wanted = Kind(gold.values["kind"])
    tally.count("kind", ours.kind is wanted, f"{said} {wanted.value}, not {ours.kind.value}")
    if ours.kind is wanted:
        tally.kinds[wanted][0] += 1
    else:
        tally.kinds[ours.kind][1] += 1
        tally.kinds[wanted][2] += 1
    harm = ours.harm
    found = {w: (getattr(harm, f"{w}_low"), getattr(harm, f"{w}_high")) for w in _COUNTED}
    asked = {w: gold.bounds(w) for w in _COUNTED}
    if any(b != (None, None) for b in (*found.values(), *asked.values())):
        tally.count("figures exact", found == asked, f"{said} {asked}, not {found}")
    group = tuple(int(gold.values[w]) if w in gold.values else None for w in ("women", "children"))
    given = (harm.killed_women, harm.killed_children)
    if group != (None, None) or given != (None, None):
        tally.count("women and children", group == given, f"{said} {group}, not {given}")
    wanted_id, claim = gold.values.get("claimant_id"), ours.claim
    tally.count("claimant", wanted_id == claim.claimant_id, f"{said} {wanted_id}, not {claim}")
    wanted_type = gold.values.get("claimant_type")
    tally.count("claimant type", wanted_type == claim.claimant_type, "")
    hedge = gold.values.get("hedge")
    tally.count("hedge", hedge == claim.hedge, f"{said} hedge {hedge}, not {claim.hedge}")
    if gold.places - {"city"} or gold.origins:
        confused = (gold.origins - gold.places) & set(ours.place_ids)
        confused |= (gold.places - gold.origins) & set(ours.origin_place_ids)
        tally.count("no target/origin confusion", not confused, f"{said} {sorted(confused)}")


def _count_date(
    tally: ReportTally, document: GoldDocument, gold: GoldReport, ours: Report, said: str
) -> None:
    days, found = gold.days, (ours.date_start, ours.date_end)
    fixed = gold.values.get("dated_by") == "text"
    if fixed:
        sort = "titles" if document.genre == "title" else "news"
        same = _same_days(days, found)
        tally.count(f"event day ({sort})", same, f"{said} {days}, not {found}")
    if ours.dated_by is DatedBy.TEXT and ours.date_precision is Precision.DAY:
        supported = _within(found[0], days)
        tally.count("day supported", supported, f"{said} {days} but {found[0]}")


def _same_days(one: tuple[date | None, date | None], two: tuple[date | None, date | None]) -> bool:
    """Whether two periods are the same; an open end is like any end ("since Friday")."""
    return all(a == b or (a is None) != (b is None) for a, b in zip(one, two, strict=True)) and any(
        a == b is not None for a, b in zip(one, two, strict=True)
    )


def _within(day: date | None, days: tuple[date | None, date | None]) -> bool:
    if day is None:
        return False
    return (days[0] is None or days[0] <= day) and (days[1] is None or day <= days[1])


def print_reports(halves: Iterable[str], extract, *, errors: bool = False) -> dict[str, float]:
    """The table of the reports; the figures by name."""
    read = read_reports(halves)
    tally = tally_reports((document, gold, extract(document)) for document, gold in read)
    count = sum(len(gold) for _, gold in read)
    print(f"\nReports: {count} of {len(read)} documents")
    reached = {}
    for figure, target in FIGURES.items():
        macro = figure == "kind macro-F1"
        value = tally.macro_f1 if macro else tally.share(figure)
        reached[f"reports: {figure}"] = value
        line = f"{figure:28} {value:6.3f}"
        line += f" of {tally.all['kind' if macro else figure]:4}"
        if target is not None:
            over = value - target
            line += f"   {target:g} " + ("met" if over >= 0 else f"short by {-over:.3f}")
        print(line)
    if errors:
        print("\n".join(tally.errors))
    return reached
