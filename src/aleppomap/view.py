"""From entries and a query to what is drawn: counts per place, bins of time, honest classes."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from aleppomap.gazetteer import DrawnAs, Gazetteer
from aleppomap.model import GeoLevel
from aleppomap.query import Entry, Query
from aleppomap.style import breaks_for


class Class(StrEnum):
    """Where a report was counted; the first that fits, in this order."""

    FILTERED = "filtered"
    OUTSIDE = "outside"
    CITY = "city"
    UNRESOLVED = "unresolved"
    UNDATED = "undated"
    OTHER_TIME = "other_time"
    SHOWN = "shown"


@dataclass(frozen=True, slots=True)
class Bin:
    """Days ``start`` to ``end`` (inclusive), the reports there that pass the filters,
    and how many of them are shown."""

    start: date
    end: date
    total: int
    shown: int


@dataclass(frozen=True, slots=True)
class View:
    """What a query shows of a collection.

    ``counts`` says, for each place, how many shown reports name it; a report that
    names four places is in four counts, so the counts are never added up.
    ``within`` counts, for an outline, the reports of places that lie somewhere in
    it but have no published position. ``listed`` are places that cannot be drawn.
    ``extent`` is the time that the timeline spans: that of the chosen articles.
    """

    query: Query
    classes: dict[Class, tuple[Entry, ...]]
    counts: dict[str, int]
    within: dict[str, int]
    listed: dict[str, int]
    bins: tuple[Bin, ...]
    breaks: tuple[int, ...]
    extent: tuple[date, date] | None

    @property
    def shown(self) -> tuple[Entry, ...]:
        """The reports on the map, newest last day first."""
        return self.classes[Class.SHOWN]

    @property
    def total(self) -> int:
        """All reports of the collection; the classes add up to it."""
        return sum(len(entries) for entries in self.classes.values())


def classify(entry: Entry, query: Query, gazetteer: Gazetteer) -> Class:
    """The one class a report is counted in."""
    report = entry.report
    if not query.passes(entry, gazetteer):
        return Class.FILTERED
    if report.geo_level is GeoLevel.OUTSIDE:
        return Class.OUTSIDE
    if report.geo_level is GeoLevel.CITY:
        return Class.CITY
    if not report.place_ids:
        return Class.UNRESOLVED
    if report.date_start is None and report.date_end is None:
        return Class.UNDATED
    return Class.SHOWN if query.in_window(report) else Class.OTHER_TIME


def build_view(entries: Sequence[Entry], query: Query, gazetteer: Gazetteer) -> View:
    """Sort the entries into classes and count places and times for the map and timeline."""
    classes: dict[Class, list[Entry]] = {name: [] for name in Class}
    for entry in entries:
        classes[classify(entry, query, gazetteer)].append(entry)
    in_order = {name: tuple(sorted(found, key=_newest_first)) for name, found in classes.items()}
    shown = in_order[Class.SHOWN]
    timed = shown + in_order[Class.OTHER_TIME]
    counts = count_places(shown)
    within: Counter[str] = Counter()
    listed: dict[str, int] = {}
    for place_id, count in counts.items():
        drawing = gazetteer.drawing(place_id)
        if drawing.how is DrawnAs.WITHIN and drawing.on is not None:
            within[drawing.on] += count
        elif drawing.how is DrawnAs.LISTED:
            listed[place_id] = count
    chosen = [e for e in entries if not query.articles or e.article.id in query.articles]
    extent = extent_of(chosen)
    return View(
        query=query,
        classes=in_order,
        counts=counts,
        within=dict(within),
        listed=listed,
        bins=build_bins(timed, shown, extent),
        breaks=breaks_for(max(count_places(entries).values(), default=0)),
        extent=extent,
    )


def count_places(entries: Iterable[Entry]) -> dict[str, int]:
    """How many of the reports name each place."""
    counts: Counter[str] = Counter()
    for entry in entries:
        counts.update(set(entry.report.place_ids))
    return dict(sorted(counts.items()))


def extent_of(entries: Iterable[Entry]) -> tuple[date, date] | None:
    """First and last day of all dated reports that have a place, or None."""
    placed = [entry.report for entry in entries if entry.report.place_ids]
    firsts = [day for r in placed if (day := r.date_start or r.date_end)]
    lasts = [day for r in placed if (day := r.date_end or r.date_start)]
    return (min(firsts), max(lasts)) if firsts else None


def build_bins(
    timed: Sequence[Entry], shown: Sequence[Entry], extent: tuple[date, date] | None
) -> tuple[Bin, ...]:
    """Bins of one day, week or month over the extent; each report falls into exactly one."""
    if extent is None:
        return ()
    starts = bin_starts(*extent)
    totals: Counter[date] = Counter(_bin_of(entry, starts) for entry in timed)
    lit: Counter[date] = Counter(_bin_of(entry, starts) for entry in shown)
    ends = [*(start - timedelta(days=1) for start in starts[1:]), max(extent[1], starts[-1])]
    return tuple(
        Bin(start, end, totals[start], lit[start]) for start, end in zip(starts, ends, strict=True)
    )


def bin_starts(first: date, last: date) -> list[date]:
    """First days of the bins: days up to 120 days, weeks (Monday) up to two years, else months."""
    days = (last - first).days
    if days <= 120:
        return [first + timedelta(days=n) for n in range(days + 1)]
    if days <= 730:
        monday = first - timedelta(days=first.weekday())
        return [monday + timedelta(weeks=n) for n in range((last - monday).days // 7 + 1)]
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [date(month // 12, month % 12 + 1, 1) for month in months]


def _bin_of(entry: Entry, starts: Sequence[date]) -> date:
    day = entry.day
    assert day is not None
    return starts[max(bisect_right(starts, day) - 1, 0)]


def _newest_first(entry: Entry) -> tuple[int, str, int]:
    day = entry.day
    return (-day.toordinal() if day else 0, entry.article.id, entry.report.evidence[0].start)
