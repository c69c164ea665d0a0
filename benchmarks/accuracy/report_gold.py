"""Counts what a system reports against the gold of reports (see GUIDE-REPORTS.md).

Gold and found reports meet one to one where their words overlap, those with the most places
and figures in common first. A gold report that nothing meets is wrong in every figure "of
all"; the figures "of those met" leave it out.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from gold import GoldDocument, read_gold
from report_lines import GoldReport, read_reports

from aleppomap.model import DatedBy, Extraction, GeoLevel, Kind, Report

_COUNTED = ("killed", "injured", "displaced")

FIGURES = {
    "place-reports found": 0.92,
    "event day (news)": 0.95,
    "event day (titles)": 0.98,
    "day supported": 1.0,
    "day supported, by text": None,
    "kind macro-F1": 0.85,
    "kind": None,
    "figures exact": 0.92,
    "women and children": None,
    "other figures": None,
    "shared": None,
    "claimant": 0.88,
    "claimant, where one is named": None,
    "claimant type": None,
    "hedge": None,
    "no target/origin confusion": 0.98,
}
"""The figures of the table, and the targets that were asked for."""

Days = tuple[date | None, date | None]
Case = tuple[str, bool, str]
"""A figure, whether it is right, and what to say when it is not."""


@dataclass(slots=True)
class ReportTally:
    """Counts by figure (right, of those met, of all), and the kinds for a macro F1."""

    right: Counter[str] = field(default_factory=Counter)
    met: Counter[str] = field(default_factory=Counter)
    all: Counter[str] = field(default_factory=Counter)
    kinds: dict[Kind, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    errors: list[str] = field(default_factory=list)

    def count(self, figure: str, is_right: bool, note: str = "") -> None:
        """Counts one case of a figure."""
        self.all[figure] += 1
        self.met[figure] += 1
        self.right[figure] += is_right
        if not is_right and note:
            self.errors.append(f"{figure}: {note}")

    def miss(self, figure: str) -> None:
        """Counts one case that no report of ours meets."""
        self.all[figure] += 1

    def share(self, figure: str) -> tuple[float, float]:
        """The share of right cases of those met and of all; 1 where there is none."""
        if figure == "kind macro-F1":
            return self._macro_f1(("missed",)), self._macro_f1(("missed", "unmet"))
        right = self.right[figure]
        met, every = self.met[figure], self.all[figure]
        return right / met if met else 1.0, right / every if every else 1.0

    def _macro_f1(self, lost: Sequence[str]) -> float:
        scores = []
        for counts in self.kinds.values():
            missed = sum(counts[name] for name in lost)
            if counts["right"] + missed:
                right = 2 * counts["right"]
                scores.append(right / (right + counts["wrong"] + missed))
        return sum(scores) / len(scores) if scores else 1.0


def tally_reports(
    pairs: Iterable[tuple[GoldDocument, list[GoldReport], Extraction]],
) -> ReportTally:
    """Counts over documents that have report gold."""
    tally = ReportTally()
    for document, gold, extraction in pairs:
        met = _pairs(gold, extraction.reports)
        for at, report in enumerate(gold):
            _count_places(tally, document, report, extraction.reports)
            ours = extraction.reports[met[at]] if at in met else None
            _count_kind(tally, document, report, ours)
            for figure, is_right, note in _cases(report, ours, is_title=document.genre == "title"):
                said = f"{document.id} {report.values['words']!r} {note}"
                if ours is None:
                    tally.miss(figure)
                else:
                    tally.count(figure, is_right, said)
        _count_supported(tally, document, gold, extraction.reports)
    return tally


def tally_titles(
    tally: ReportTally, pairs: Iterable[tuple[GoldDocument, Extraction]]
) -> ReportTally:
    """Adds the dates of titles: each marked date of one that names a place is a report's date."""
    figure = "event day (titles)"
    for document, extraction in pairs:
        if document.genre != "title" or not document.mentions:
            continue
        found = [(report.date_start, report.date_end) for report in extraction.reports]
        for mark in document.dates:
            if found:
                note = f"{document.id} {mark.surface!r} {mark.first}..{mark.last}, not {found}"
                is_right = any(_same_days((mark.first, mark.last), days) for days in found)
                tally.count(figure, is_right, note)
            else:
                tally.miss(figure)
    return tally


def _pairs(gold: Sequence[GoldReport], found: Sequence[Report]) -> dict[int, int]:
    """Which found report each gold report meets, the likest pairs first."""
    likest = sorted(
        (
            (_likeness(report, ours), -at, -other)
            for at, report in enumerate(gold)
            for other, ours in enumerate(found)
            if _overlaps(report, ours)
        ),
        reverse=True,
    )
    met: dict[int, int] = {}
    for _, at, other in likest:
        if -at not in met and -other not in met.values():
            met[-at] = -other
    return met


def _overlaps(report: GoldReport, ours: Report) -> bool:
    return any(span.start < report.end and report.start < span.end for span in ours.evidence)


def _likeness(gold: GoldReport, ours: Report) -> tuple[int, int, int]:
    harm = _harm(ours)
    same = sum(harm[w] == gold.bounds(w) != (None, None) for w in _COUNTED)
    places = len(gold.places & set(ours.place_ids))
    return places, same, -len(set(ours.place_ids) - gold.places)


def _harm(ours: Report) -> dict[str, tuple[int | None, int | None]]:
    return {w: (getattr(ours.harm, f"{w}_low"), getattr(ours.harm, f"{w}_high")) for w in _COUNTED}


def _count_places(
    tally: ReportTally, document: GoldDocument, gold: GoldReport, reports: Sequence[Report]
) -> None:
    near = [report for report in reports if _overlaps(gold, report)]
    for place in sorted(gold.places):
        if place == "city":
            found = any(r.geo_level in (GeoLevel.CITY, GeoLevel.SEVERAL) for r in near)
        else:
            found = any(place in report.place_ids for report in near)
        tally.count("place-reports found", found, f"{document.id} {place}: {gold.values['words']}")


def _count_kind(
    tally: ReportTally, document: GoldDocument, gold: GoldReport, ours: Report | None
) -> None:
    wanted = Kind(gold.values["kind"])
    if ours is None:
        tally.miss("kind")
        tally.kinds[wanted]["unmet"] += 1
        return
    said = f"{document.id} {gold.values['words']!r} {wanted.value}, not {ours.kind.value}"
    tally.count("kind", ours.kind is wanted, said)
    if ours.kind is wanted:
        tally.kinds[wanted]["right"] += 1
    else:
        tally.kinds[ours.kind]["wrong"] += 1
        tally.kinds[wanted]["missed"] += 1


def _cases(gold: GoldReport, ours: Report | None, *, is_title: bool) -> list[Case]:
    """The figures that a gold report is a case of; all wrong where nothing of ours meets it.

    With no report of ours, cases that only ours could make (a figure too many) do not arise.
    """
    values, claim = gold.values, ours.claim if ours else None
    cases: list[Case] = []
    if values.get("dated_by") == "text" and not is_title:
        found = (ours.date_start, ours.date_end) if ours else (None, None)
        cases.append(("event day (news)", _same_days(gold.days, found), f"{gold.days}, {found}"))
    cases += _harm_cases(gold, ours)
    wanted = [values.get(key) for key in ("claimant_id", "claimant_type", "hedge")]
    given = [claim.claimant_id, claim.claimant_type, claim.hedge] if claim else [None] * 3
    cases.append(("claimant", wanted[0] == given[0], f"{wanted[0]}, not {claim}"))
    if wanted[0]:
        cases.append(("claimant, where one is named", wanted[0] == given[0], ""))
    cases.append(("claimant type", wanted[1] == given[1], ""))
    cases.append(("hedge", wanted[2] == given[2], f"hedge {wanted[2]}, not {given[2]}"))
    if ours and (gold.places - {"city"} or gold.origins):
        confused = (gold.origins - gold.places) & set(ours.place_ids)
        confused |= (gold.places - gold.origins) & set(ours.origin_place_ids)
        cases.append(("no target/origin confusion", not confused, str(sorted(confused))))
    return cases


def _harm_cases(gold: GoldReport, ours: Report | None) -> list[Case]:
    values, cases = gold.values, []
    asked = {w: gold.bounds(w) for w in _COUNTED}
    found = _harm(ours) if ours else dict.fromkeys(_COUNTED, (None, None))
    if any(b != (None, None) for b in (*found.values(), *asked.values())):
        cases.append(("figures exact", found == asked, f"{asked}, not {found}"))
        if len(gold.places) > 1:
            is_shared = values.get("shared") == "yes"
            cases.append(("shared", ours is not None and ours.shared == is_shared, ""))
    group = tuple(int(values[w]) if w in values else None for w in ("women", "children"))
    given = (ours.harm.killed_women, ours.harm.killed_children) if ours else (None, None)
    if group != (None, None) or given != (None, None):
        cases.append(("women and children", group == given, f"{group}, not {given}"))
    if gold.figure:
        others = [(f.low, f.high) for f in ours.figures] if ours else []
        cases.append(("other figures", gold.figure in others, f"{gold.figure}, not {others}"))
    return cases


def _count_supported(
    tally: ReportTally,
    document: GoldDocument,
    gold: Sequence[GoldReport],
    reports: Sequence[Report],
) -> None:
    """Whether each single day of ours is one that the gold gives at its words.

    A day inside a longer period is a false point. Where no gold report stands at its words,
    a day that is said to be the text's is one that is marked somewhere in the document.
    """
    for ours in reports:
        day = ours.date_start
        if day is None or day != ours.date_end:
            continue
        days: list[Days] = [report.days for report in gold if _overlaps(report, ours)]
        by_text = ours.dated_by is DatedBy.TEXT
        if not days and not by_text:
            continue
        days += [(mark.first, mark.last) for mark in document.dates] if not days else []
        start, end = ours.evidence[0].start, ours.evidence[0].end
        said = f"{document.id} {document.text[start:end][:80]!r} {day}, {ours.dated_by.value}"
        tally.count("day supported", (day, day) in days, said)
        if by_text:
            tally.count("day supported, by text", (day, day) in days)


def _same_days(one: Days, two: Days) -> bool:
    """Whether two periods are the same.

    An open end is like any end ("since Friday", to the day of publication), but a single day
    is never like a longer period or an open one.
    """
    if _is_day(one) != _is_day(two):
        return False
    ends = list(zip(one, two, strict=True))
    return any(a == b is not None for a, b in ends) and all(
        a == b or (a is None) != (b is None) for a, b in ends
    )


def _is_day(days: Days) -> bool:
    return days[0] is not None and days[0] == days[1]


def print_reports(
    halves: Iterable[str], extract: Callable[[GoldDocument], Extraction], *, errors: bool = False
) -> dict[str, float]:
    """The table of the reports; the figures of all, by name."""
    halves = list(halves)
    read = read_reports(halves)
    tally = tally_reports((document, gold, extract(document)) for document, gold in read)
    tally_titles(tally, ((document, extract(document)) for document in read_gold(halves)))
    every = sum(len(gold) for _, gold in read)
    met = tally.met["kind"]
    print(f"\nReports: {every} of {len(read)} documents, {met} met by a report of ours")
    print(f"{'':28} {'of all':>14} {'of those met':>14}   target, for 'of all'")
    reached = {}
    for figure, target in FIGURES.items():
        of_met, of_all = tally.share(figure)
        counted = "kind" if figure == "kind macro-F1" else figure
        reached[f"reports: {figure}"] = of_all
        line = f"{figure:28} {of_all:7.3f} of {tally.all[counted]:3}"
        line += f" {of_met:7.3f} of {tally.met[counted]:3}"
        if target is not None:
            over = of_all - target
            line += f"   {target:g} " + ("met" if over >= 0 else f"short by {-over:.3f}")
        print(line)
    if errors:
        print("\n".join(tally.errors))
    return reached
