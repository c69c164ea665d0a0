"""Queries and links: what a window holds, and that a link never fails and never forgets."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from enum import Enum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aleppomap.gazetteer import Gazetteer
from aleppomap.link import HOME, LANGS, LAYOUTS, Link, Viewport
from aleppomap.model import (
    Article,
    Claim,
    ClaimantType,
    DatedBy,
    GeoLevel,
    Kind,
    Precision,
    Report,
    Span,
    Verification,
)
from aleppomap.query import Entry, Query, link_entries

D = date


def report(start: date | None, end: date | None, *places: str, level: str = "several") -> Report:
    return Report(
        id=f"r-{start}-{end}-{'-'.join(places)}",
        article_id="doc-1",
        place_ids=places,
        geo_level=GeoLevel(level),
        date_start=start,
        date_end=end,
        date_precision=Precision.RANGE,
        dated_by=DatedBy.TEXT,
        evidence=(Span(0, 5),),
    )


def entry(found: Report, text: str = "Words of a report", title: str | None = None) -> Entry:
    return Entry(found, Article(id="doc-1", text=text, title=title))


@pytest.mark.parametrize(
    ("since", "until", "start", "end", "inside"),
    [
        (D(2016, 1, 1), D(2016, 1, 31), D(2016, 1, 31), D(2016, 1, 31), True),
        (D(2016, 1, 1), D(2016, 1, 31), D(2016, 2, 1), D(2016, 2, 1), False),
        (D(2016, 1, 10), D(2016, 1, 20), D(2016, 1, 1), D(2016, 1, 10), True),
        (D(2016, 1, 10), D(2016, 1, 20), None, D(2016, 1, 12), True),
        (D(2016, 1, 10), D(2016, 1, 20), None, D(2016, 3, 1), False),
        (D(2016, 1, 10), D(2016, 1, 20), D(2015, 3, 1), None, False),
        (None, None, D(2015, 3, 1), None, True),
        (None, None, None, None, False),
    ],
)
def test_windows(
    since: date | None, until: date | None, start: date | None, end: date | None, inside: bool
) -> None:
    assert Query(since=since, until=until).in_window(report(start, end, "x")) is inside


def test_a_place_takes_its_parts(toy: Gazetteer) -> None:
    part = entry(report(D(2016, 1, 1), D(2016, 1, 1), "gate-quarter"))
    assert Query(places=("old-town",)).passes(part, toy)
    assert not Query(places=("south-hill",)).passes(part, toy)


def test_words_are_looked_for_in_excerpt_and_title(toy: Gazetteer) -> None:
    found = entry(report(None, None, "old-town"), "Words", title="A Market in winter")
    assert Query(words="market WORDS").passes(found, toy)
    assert not Query(words="market summer").passes(found, toy)


CLAIMED = replace(
    report(None, None, "old-town"),
    kind=Kind.SHELLING,
    claim=Claim(claimant="SANA", claimant_id="sana", claimant_type=ClaimantType.MEDIA),
    verification=Verification.CONTESTED,
)


@pytest.mark.parametrize(
    ("query", "passes"),
    [
        (Query(kinds=(Kind.SHELLING, Kind.OTHER)), True),
        (Query(kinds=(Kind.PROTEST,)), False),
        (Query(voices=(ClaimantType.MEDIA,)), True),
        (Query(voices=(ClaimantType.UN, ClaimantType.NGO)), False),
        (Query(certainty=(Verification.CONTESTED,)), True),
        (Query(certainty=(Verification.SINGLE,)), False),
        (Query(kinds=(Kind.SHELLING,), certainty=(Verification.SINGLE,)), False),
    ],
)
def test_kind_claimant_and_certainty_are_asked_together(
    query: Query, passes: bool, toy: Gazetteer
) -> None:
    assert query.passes(entry(CLAIMED), toy) is passes
    assert query.has_filters


def test_reports_are_linked_across_articles() -> None:
    told = [
        Entry(
            replace(
                report(D(2016, 12, 12), D(2016, 12, 12), "old-town"),
                id=f"r-{name}",
                article_id=name,
                kind=Kind.SHELLING,
                claim=Claim(claimant=name, claimant_id=name),
            ),
            Article(id=name, text="Words"),
        )
        for name in ("sohr", "sana")
    ]
    linked = link_entries(told)
    assert [found.report.same_event_as for found in linked] == [("r-sana",), ("r-sohr",)]
    assert {found.report.verification for found in linked} == {Verification.CORROBORATED}
    assert [found.article for found in linked] == [found.article for found in told]


def test_an_article_in_its_own_voice_counts_as_media(toy: Gazetteer) -> None:
    own = entry(replace(CLAIMED, claim=Claim()))
    assert Query(voices=(ClaimantType.MEDIA,)).passes(own, toy)
    assert not Query(voices=(ClaimantType.OTHER,)).passes(own, toy)


def test_values_that_a_link_does_not_know_are_passed_over() -> None:
    params = {"kind": ["shelling", "sabotage"], "claimant": ["UN", "un"], "certainty": ["sure"]}
    query = Link.from_params(params).query
    assert (query.kinds, query.voices, query.certainty) == (
        (Kind.SHELLING,),
        (ClaimantType.UN,),
        (),
    )


days = st.dates(min_value=date(2011, 1, 1), max_value=date(2026, 12, 31))
ids = st.lists(st.from_regex(r"[a-z0-9-]{1,20}", fullmatch=True), max_size=4, unique=True)


def some_of(kind: type[Enum]) -> st.SearchStrategy[tuple[Enum, ...]]:
    """Some values of a table, each once, in its order: as a link writes them."""
    return st.sets(st.sampled_from(kind)).map(lambda found: tuple(k for k in kind if k in found))


@given(
    st.none() | days,
    st.none() | days,
    ids.map(tuple),
    ids.map(tuple),
    st.text(alphabet="abc حي-&=#?%", max_size=20).map(lambda text: " ".join(text.split())),
    st.sampled_from(LANGS),
    st.sampled_from(LAYOUTS),
    some_of(Kind),
    some_of(ClaimantType),
    some_of(Verification),
)
def test_a_link_brings_the_view_back(  # type: ignore[no-untyped-def]
    since, until, places, docs, words, lang, layout, kinds, voices, certainty
) -> None:
    if since and until and since > until:
        since, until = until, since
    query = Query(
        since=since,
        until=until,
        places=places,
        articles=docs,
        words=words,
        kinds=kinds,
        voices=voices,
        certainty=certainty,
    )
    link = Link(
        query=query,
        report="r-1",
        beside=lang == "ar",
        lang=lang,
        layout=layout,
        viewport=Viewport(36.21, 37.1, 13),
    )
    assert Link.from_params(link.to_params()) == link


def test_a_link_writes_every_key() -> None:
    assert set(Link().to_params()) == {
        "since", "until", "place", "doc", "q", "kind", "claimant", "certainty", "report",
        "beside", "lang", "layout", "v", "ver"
    }  # fmt: skip


@given(st.dictionaries(st.text(max_size=6), st.lists(st.text(max_size=30), max_size=3)))
def test_junk_gives_a_link_and_never_an_error(params: dict[str, list[str]]) -> None:
    assert isinstance(Link.from_params(params), Link)


@pytest.mark.parametrize(
    "text", ["", "x", "1,2", "999,0,1", "nan,nan,nan", "36,37,12,1", "inf,0,1"]
)
def test_a_viewport_that_makes_no_sense_is_home(text: str) -> None:
    assert Link.from_params({"v": [text]}).viewport == HOME
