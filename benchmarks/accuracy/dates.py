"""Time expressions: ours, and those that dateparser's own search finds in the same text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from importlib import import_module
from itertools import groupby
from typing import Any, NamedTuple

from gold import GoldDate, GoldDocument
from ours import Ours


class Period(NamedTuple):
    """Words of a text and the first and last day that they are said to mean."""

    start: int
    end: int
    first: date | None
    last: date | None


def print_dates(documents: Sequence[GoldDocument], ours: Ours, *, peers: bool) -> None:
    """One row a language: marks found with the right days, and days given where none is marked."""
    columns: dict[str, Callable[[GoldDocument], list[Period]]] = {
        "aleppomap": lambda document: [
            Period(t.start, t.end, t.date_start, t.date_end) for t in ours.extract(document).timexes
        ]
    }
    if peers and (searched := _dateparser()):
        columns["dateparser"] = searched
    print("\nDates: share of the marked time expressions with the right days (days that are not")
    print("marked, for 100 documents). HeidelTime needs a TreeTagger that no registry has.")
    print(f"{'':12} {'marks':>6}" + "".join(f"{name:>20}" for name in columns))
    by_language = groupby(sorted(documents, key=lambda d: d.lang), key=lambda d: d.lang)
    for language, group in by_language:
        marked = list(group)
        marks = sum(len(d.dates) for d in marked)
        cells = "".join(f"{_cell(marked, find):>20}" for find in columns.values())
        print(f"{language:12} {marks:6}{cells}")


def _cell(documents: Sequence[GoldDocument], find: Callable[[GoldDocument], list[Period]]) -> str:
    counts: dict[str, int] = defaultdict(int)
    for document in documents:
        found = find(document)
        for mark in document.dates:
            counts["marks"] += 1
            counts["right"] += any(_same(period, mark) for period in found)
        counts["extra"] += sum(
            not any(_overlap(period, mark) for mark in document.dates)
            for period in found
            if period.first is not None and period.first == period.last
        )
    share = counts["right"] / counts["marks"] if counts["marks"] else 1.0
    return f"{share:.3f} ({100 * counts['extra'] / len(documents):.0f})"


def _same(period: Period, mark: GoldDate) -> bool:
    return _overlap(period, mark) and (period.first, period.last) == (mark.first, mark.last)


def _overlap(period: Period, mark: GoldDate) -> bool:
    return period.start < mark.end and mark.start < period.end


def _dateparser() -> Callable[[GoldDocument], list[Period]] | None:
    try:
        search: Any = import_module("dateparser.search")
    except ImportError:
        print("(dateparser is not installed; make accuracy installs it)")
        return None

    def find(document: GoldDocument) -> list[Period]:
        base = datetime.combine(document.published, time()) if document.published else None
        settings = {"RELATIVE_BASE": base} if base else {}
        language = (
            document.lang if document.lang in ("ar", "en", "fr", "de", "es", "tr", "ru") else ""
        )
        try:
            rows = search.search_dates(
                document.text, languages=[language] if language else None, settings=settings
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

    return find
