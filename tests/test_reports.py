"""Reports: one a claim, whole figures, the speaker beside them, links between those alike."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from aleppomap.api import Atlas
from aleppomap.clauses import find_clauses
from aleppomap.events import link_events
from aleppomap.model import (
    Article,
    Claim,
    DatedBy,
    GeoLevel,
    Harm,
    Hedge,
    Kind,
    Precision,
    Report,
    Span,
    Verification,
)
from aleppomap.repeats import merge_repeats

DAY = date(2016, 12, 13)


def _reports(atlas: Atlas, text: str) -> tuple[Report, ...]:
    return atlas.extract(Article(id="x", text=text, published=DAY)).reports


def test_one_toll_of_several_places_stays_whole(atlas: Atlas) -> None:
    (report,) = _reports(
        atlas,
        "The UN human rights office said at least 82 civilians, including 11 women and 13 "
        "children, were killed in Bustan al-Qasr, Fardous, Kallaseh and Saliheen in Aleppo.",
    )
    assert report.place_ids == ("bustan-al-qasr", "fardous", "kallaseh", "saliheen")
    assert report.harm == Harm(killed_low=82, killed_women=11, killed_children=13)
    assert report.shared
    assert (report.claim.claimant_id, report.claim.hedge) == ("ohchr", Hedge.SAID)


def test_fire_is_reported_where_it_lands(atlas: Atlas) -> None:
    (report,) = _reports(atlas, "Shells fired from Bani Zeid fell on Jamiliyeh in Aleppo.")
    assert report.place_ids == ("jamiliyeh",)
    assert report.origin_place_ids == ("bani-zeid",)
    assert report.kind is Kind.SHELLING


def test_a_second_voice_makes_a_second_report(atlas: Atlas) -> None:
    one, two = _reports(
        atlas,
        "Air strikes on Fardous in Aleppo killed at least 14 people, the Observatory said. "
        "The civil defence put the toll at 21.",
    )
    assert one.place_ids == two.place_ids == ("fardous",)
    assert (one.harm.killed_low, two.harm.killed_low) == (14, 21)
    assert one.same_event_as == (two.id,)


def test_a_toll_in_the_next_sentence_belongs_to_the_report(atlas: Atlas) -> None:
    (report,) = _reports(atlas, "Shells fell on Sukkari in Aleppo. Three people were killed.")
    assert report.harm.killed_low == report.harm.killed_high == 3
    assert len(report.evidence) == 2


def test_a_clause_with_a_place_of_its_own_is_a_report_of_its_own(atlas: Atlas) -> None:
    reports = _reports(
        atlas,
        "Shells fell on Sukkari in Aleppo, killing three people, while clashes went on in Midan.",
    )
    assert [(r.place_ids, r.kind) for r in reports] == [
        (("sukkari",), Kind.SHELLING),
        (("midan",), Kind.GROUND_FIGHTING),
    ]
    assert [r.harm.killed_low for r in reports] == [3, None]


def test_tolls_in_brackets_belong_each_to_its_place(atlas: Atlas) -> None:
    city, one, two = _reports(
        atlas,
        "In Aleppo 55 people were killed by shells, most of them in Sukkari (31) and Fardous (24).",
    )
    assert (city.geo_level, city.harm.killed_low) == (GeoLevel.CITY, 55)
    assert [(r.place_ids, r.harm.killed_low) for r in (one, two)] == [
        (("sukkari",), 31),
        (("fardous",), 24),
    ]


def test_places_with_a_time_each_are_reports_of_their_own(atlas: Atlas) -> None:
    one, two = _reports(
        atlas, "In Aleppo the army captured Jabal Badro on 11 December and Marjeh on 12 December."
    )
    assert [(r.place_ids, r.date_start) for r in (one, two)] == [
        (("jabal-badro",), date(2016, 12, 11)),
        (("marjeh",), date(2016, 12, 12)),
    ]


def test_what_came_before_is_not_dated_to_the_day_of_what_followed(atlas: Atlas) -> None:
    later, before = _reports(
        atlas,
        "Troops reached Sukkari in Aleppo on 12 December after heavy clashes in Fardous.",
    )
    assert (later.place_ids, later.date_start) == (("sukkari",), date(2016, 12, 12))
    assert (before.place_ids, before.date_start, before.date_end, before.date_precision) == (
        ("fardous",),
        None,
        date(2016, 12, 12),
        Precision.UNTIL,
    )


def test_a_claim_about_the_city_is_not_lost(atlas: Atlas) -> None:
    reports = _reports(
        atlas,
        "Fighting went on in Aleppo.\n\nThe Russian Defence Ministry said more than 8,000 "
        "civilians had left in 24 hours.",
    )
    assert reports[-1].geo_level is GeoLevel.CITY
    assert reports[-1].harm.displaced_low == 8000
    assert reports[-1].harm.displaced_high is None
    assert reports[-1].kind is Kind.DISPLACEMENT


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Shells hit A, while clashes went on in B.", 2),
        ("Shells hit A and B.", 1),
        ("قصف على A بينما دارت اشتباكات في B", 2),
        ("Shells hit A; B was quiet.", 2),
    ],
)
def test_clauses(text: str, parts: int) -> None:
    places = [Span(text.index(name), text.index(name) + 1) for name in "AB"]
    clauses = find_clauses(text, Span(0, len(text)), places, ())
    assert len(clauses) == parts
    assert all(text[c.start : c.end].strip() for c in clauses)


def _made(name: str, killed: int | None, voice: str | None, **more: object) -> Report:
    report = Report(
        id=name,
        article_id=f"a-{name}",
        place_ids=("sukkari",),
        geo_level=GeoLevel.NEIGHBOURHOOD,
        date_start=DAY,
        date_end=DAY,
        date_precision=Precision.DAY,
        dated_by=DatedBy.TEXT,
        evidence=(Span(0, 1),),
        kind=Kind.SHELLING,
        claim=Claim(claimant=voice, claimant_id=voice),
        harm=Harm(killed_low=killed, killed_high=killed),
    )
    return replace(report, **more)  # type: ignore[arg-type]


def test_figures_that_differ_stay_side_by_side() -> None:
    one, two = link_events([_made("1", 14, "sohr"), _made("2", 21, "civil-defence")])
    assert (one.harm.killed_low, two.harm.killed_low) == (14, 21)
    assert one.same_event_as == ("2",)
    assert one.verification is two.verification is Verification.CONTESTED


def test_two_voices_that_agree_corroborate() -> None:
    linked = link_events([_made("1", 14, "sohr"), _made("2", None, "resident")])
    assert {report.verification for report in linked} == {Verification.CORROBORATED}


@pytest.mark.parametrize(
    "other",
    [
        {"place_ids": ("midan",)},
        {"date_start": date(2016, 12, 20), "date_end": date(2016, 12, 20)},
        {"kind": Kind.PROTEST},
        {"date_start": date(2012, 1, 1), "date_end": date(2016, 12, 31)},
    ],
)
def test_other_places_times_and_kinds_are_other_events(other: dict[str, object]) -> None:
    for report in link_events([_made("1", 1, "sohr"), _made("2", 1, "un", **other)]):
        assert report.same_event_as == ()
        assert report.verification is Verification.SINGLE


def test_a_denial_contests() -> None:
    denied = _made("2", None, "mod", claim=Claim(claimant="x", claimant_id="x", hedge=Hedge.DENIED))
    one, _ = link_events([_made("1", 3, "sohr"), denied])
    assert one.verification is Verification.CONTESTED


def test_what_is_said_twice_is_one_report_with_the_places_of_the_fuller() -> None:
    vague = _made("1", 82, "ohchr", place_ids=(), geo_level=GeoLevel.CITY)
    kept, notes = merge_repeats([vague, _made("2", 82, "ohchr")])
    assert [report.id for report in kept] == ["2"]
    assert [note.code for note in notes] == ["merged-repeat"]


def test_two_voices_are_never_merged() -> None:
    kept, notes = merge_repeats([_made("1", 82, "ohchr"), _made("2", 82, "sohr")])
    assert len(kept) == 2
    assert notes == ()
