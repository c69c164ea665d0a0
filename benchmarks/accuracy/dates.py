"""Time expressions: ours, and those that dateparser and HeidelTime find in the same text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, time
from importlib import import_module
from typing import Any, NamedTuple

import heideltime
from gold import GoldDate, GoldDocument
from ours import Ours

LANGUAGES = ("ar", "en", "fr", "de", "es", "tr", "ru")
NO_DAY = date(2016, 12, 15)
"""What dateparser counts from where the day of publication is not known; else it takes today."""


class Period(NamedTuple):
    """Words of a text and the first and last day that they are said to mean."""

    start: int
    end: int
    first: date | None
    last: date | None


Column = Callable[[Sequence[GoldDocument]], list[list[Period]] | None]
"""The periods of each document; None where a system cannot read their language."""


class DateTally(NamedTuple):
    """Marks, those that were found at all, those with the right days, and days without a mark."""

    marks: int
    found: int
    right: int
    extra: int


def print_dates(
    documents: Sequence[GoldDocument], ours: Ours, *, peers: bool
) -> dict[str, DateTally]:
    """One row a language for each system; our tallies by language."""
    columns: dict[str, Column] = {
        "aleppomap": lambda group: [
            [Period(t.start, t.end, t.date_start, t.date_end) for t in ours.extract(d).timexes]
            for d in group
        ]
    }
    print("\nDates: of the marked time expressions, the share with exactly the right days / the")
    print("share found at all (single days given where no mark is, for 100 documents)")
    if peers:
        columns |= _peers()
    print(f"{'':10} {'docs':>5} {'marks':>6}" + "".join(f"{name:>20}" for name in columns))
    reached = {}
    for language in (*LANGUAGES, "others"):
        group = [d for d in documents if _row(d) == language]
        cells = []
        for name, find in columns.items():
            found = find(group)
            if found is None:
                cells.append("cannot read it")
                continue
            tally = tally_dates(zip(group, found, strict=True))
            if name == "aleppomap":
                reached[language] = tally
            cells.append(_cell(tally, len(group)))
        marks = sum(len(d.dates) for d in group)
        print(f"{language:10} {len(group):5} {marks:6}" + "".join(f"{cell:>20}" for cell in cells))
    return reached


def tally_dates(pairs: Iterable[tuple[GoldDocument, Sequence[Period]]]) -> DateTally:
    """The tally over pairs of a document and the periods found in it."""
    marks = met = right = extra = 0
    for document, found in pairs:
        for mark in document.dates:
            over = [period for period in found if _overlap(period, mark)]
            marks += 1
            met += bool(over)
            right += any((p.first, p.last) == (mark.first, mark.last) for p in over)
        extra += sum(
            period.first is not None
            and period.first == period.last
            and not any(_overlap(period, mark) for mark in document.dates)
            for period in found
        )
    return DateTally(marks, met, right, extra)


def _row(document: GoldDocument) -> str:
    return document.lang if document.lang in LANGUAGES else "others"


def _cell(tally: DateTally, documents: int) -> str:
    extra = f"({100 * tally.extra / (documents or 1):.0f})"
    if not tally.marks:
        return extra
    return f"{tally.right / tally.marks:.3f}/{tally.found / tally.marks:.3f} {extra}"


def _overlap(period: Period, mark: GoldDate) -> bool:
    return period.start < mark.end and mark.start < period.end


def _peers() -> dict[str, Column]:
    columns: dict[str, Column] = {}
    try:
        columns["dateparser"] = _dateparser(import_module("dateparser.search"))
    except ImportError:
        print("(dateparser is not measured: it is not installed; make accuracy installs it)")
    if lack := heideltime.missing():
        print(f"(HeidelTime is not measured: {lack})")
    else:
        columns["HeidelTime"] = _heideltime
        print("HeidelTime reads Arabic and Russian without a tagger, Turkish not at all.")
    return columns


def _dateparser(search: Any) -> Column:
    def find(document: GoldDocument) -> list[Period]:
        base = datetime.combine(document.published or NO_DAY, time())
        known = [document.lang] if document.lang in LANGUAGES else None
        try:
            # Its own settings: told to prefer the past, it finds fewer right days, not more.
            rows = search.search_dates(
                document.text, languages=known, settings={"RELATIVE_BASE": base}
            )
        except (ValueError, OverflowError, RecursionError):
            return []
        periods, position = [], 0
        for words, moment in rows or ():
            start = document.text.find(words, position)
            if start >= 0:
                position = start + len(words)
                periods.append(Period(start, position, moment.date(), moment.date()))
        return periods

    return lambda group: [find(document) for document in group]


def _heideltime(group: Sequence[GoldDocument]) -> list[list[Period]] | None:
    if not group or any(document.lang not in heideltime.LANGUAGES for document in group):
        return None
    try:
        rows = heideltime.periods_of([(d.lang, d.published, d.text) for d in group])
    except OSError as fault:
        print(f"({fault})")
        return None
    return [[Period(*row) for row in found] for found in rows]
