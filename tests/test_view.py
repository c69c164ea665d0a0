"""Views: every report counted once, counts per place, bins of time, drawings."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_query import D, entry, report

from aleppomap.gazetteer import DrawnAs, Gazetteer
from aleppomap.model import Article, Place
from aleppomap.query import Entry, Query
from aleppomap.style import FILLS, breaks_for, class_labels, class_of
from aleppomap.view import Class, bin_starts, build_view

ENTRIES = [
    entry(report(D(2016, 1, 5), D(2016, 1, 5), "old-town", "gate-quarter")),
    entry(report(D(2016, 2, 5), D(2016, 2, 5), "old-bath")),
    entry(report(D(2016, 3, 5), D(2016, 3, 5), "lost-village")),
    entry(report(None, None, "south-hill")),
    entry(report(D(2016, 1, 5), D(2016, 1, 5), level="city")),
    entry(report(D(2016, 1, 5), D(2016, 1, 5), level="outside")),
    entry(report(D(2016, 1, 5), D(2016, 1, 5), level="unplaced")),
]


def test_classes_add_up(toy: Gazetteer) -> None:
    view = build_view(ENTRIES, Query(until=date(2016, 2, 29)), toy)
    assert {name.value: len(found) for name, found in view.classes.items()} == {
        "shown": 2, "other_time": 1, "undated": 1, "city": 1, "outside": 1, "unresolved": 1,
        "filtered": 0,
    }  # fmt: skip
    assert view.total == len(ENTRIES)


def test_a_shared_report_is_one_report_in_two_counts(toy: Gazetteer) -> None:
    view = build_view(ENTRIES[:1], Query(), toy)
    assert view.counts == {"gate-quarter": 1, "old-town": 1}
    assert len(view.shown) == 1


def test_what_has_no_position_is_counted_where_it_lies_or_listed(toy: Gazetteer) -> None:
    view = build_view(ENTRIES, Query(), toy)
    assert view.within == {"old-town": 1}
    assert view.listed == {"lost-village": 1}


@pytest.mark.parametrize(
    ("place_id", "how", "on"),
    [
        ("old-town", DrawnAs.OUTLINE, "old-town"),
        ("clock-square", DrawnAs.POINT, "clock-square"),
        ("south-hill", DrawnAs.CIRCLE, "south-hill"),
        ("old-bath", DrawnAs.WITHIN, "old-town"),
        ("lost-village", DrawnAs.LISTED, None),
    ],
)
def test_drawings(place_id: str, how: DrawnAs, on: str | None, toy: Gazetteer) -> None:
    drawing = toy.drawing(place_id)
    assert (drawing.how, drawing.on) == (how, on)


days = st.none() | st.dates(min_value=date(2012, 1, 1), max_value=date(2026, 1, 1))
places = st.sets(
    st.sampled_from(["old-town", "gate-quarter", "old-bath", "lost-village"]), max_size=3
)


@given(st.lists(st.tuples(days, places), max_size=12), days, days)
def test_laws(rows: list, since: date | None, until: date | None) -> None:  # type: ignore[type-arg]
    entries: list[Entry] = [entry(report(day, day, *sorted(found))) for day, found in rows]
    known = _toy_like()
    view = build_view(entries, Query(since=since, until=until), known)
    assert view.total == len(entries)
    dated = len(view.classes[Class.SHOWN]) + len(view.classes[Class.OTHER_TIME])
    assert sum(b.total for b in view.bins) == dated
    assert sum(b.shown for b in view.bins) == len(view.shown)


def _toy_like() -> Gazetteer:
    names = ("old-town", "gate-quarter", "old-bath", "lost-village")
    return Gazetteer(
        Place(id=name, kind="neighbourhood", name_en=name, name_ar=name) for name in names
    )


def test_the_timeline_spans_the_chosen_articles(toy: Gazetteer) -> None:
    other = Entry(
        report(D(2012, 1, 1), D(2012, 1, 1), "old-town"), Article(id="other", text="Words")
    )
    everything = build_view([*ENTRIES, other], Query(), toy)
    chosen = build_view([*ENTRIES, other], Query(articles=("doc-1",)), toy)
    assert everything.extent == (D(2012, 1, 1), D(2016, 3, 5))
    assert chosen.extent == (D(2016, 1, 5), D(2016, 3, 5))
    assert sum(found.total for found in chosen.bins) == 3


@pytest.mark.parametrize(
    ("first", "last", "count"),
    [
        (D(2016, 12, 13), D(2016, 12, 13), 1),
        (D(2016, 12, 1), D(2016, 12, 31), 31),
        (D(2016, 1, 1), D(2016, 12, 31), 53),
        (D(2012, 7, 1), D(2016, 12, 31), 54),
    ],
)
def test_bins_are_days_weeks_or_months(first: date, last: date, count: int) -> None:
    starts = bin_starts(first, last)
    assert len(starts) == count
    assert starts == sorted(set(starts))


@pytest.mark.parametrize("maximum", [0, 1, 5, 12, 40, 1000])
def test_the_legend_says_what_the_colours_mean(maximum: int) -> None:
    bounds = breaks_for(maximum)
    assert len(class_labels(bounds)) == len(FILLS)
    assert class_of(0, bounds) == 0
    for number, bound in enumerate(bounds, 1):
        assert class_of(bound, bounds) == number
        assert class_labels(bounds)[number].startswith(str(bound))
