"""A report in words: the source's own bounds and hedges survive, private persons do not."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from page_cases import MANY_KILLED, SHELLED, TOY_ENTRIES

from aleppomap import claimants
from aleppomap.gazetteer import Gazetteer
from aleppomap.model import (
    Claim,
    ClaimantType,
    Figure,
    Harm,
    Hedge,
    Kind,
    Report,
    Verification,
)
from aleppomap.terms import HEDGES, KINDS, LABELS, UNNAMED, VERIFICATIONS, VOICES
from aleppomap.wording import (
    bounds_words,
    claim_words,
    figures_words,
    filter_words,
    harm_words,
    is_deadly,
    report_lines,
)


def plain(text: str) -> str:
    """Without the marks of direction."""
    return re.sub("[\u2066-\u2069]", "", text)


def says(
    words: str | None, label: str | None, voice: ClaimantType | None, hedge: Hedge | None
) -> Claim:
    return Claim(claimant=words, claimant_id=label, claimant_type=voice, hedge=hedge)


def report(**more: Any) -> Report:
    return replace(TOY_ENTRIES[0].report, **more)


@pytest.mark.parametrize(
    ("claim", "english", "arabic"),
    [
        (
            says("the UN human rights office", "ohchr", ClaimantType.UN, Hedge.REPORTED),
            "Reported by UN human rights office",
            "خبر بحسب مكتب الأمم المتحدة لحقوق الإنسان",
        ),
        (
            says("Colville", "ohchr", ClaimantType.UN, Hedge.SAID),
            "Said by UN human rights office (“Colville”)",
            "بحسب قول مكتب الأمم المتحدة لحقوق الإنسان (“Colville”)",
        ),
        (
            says("Abu Somebody", "resident", ClaimantType.RESIDENT, Hedge.ALLEGED),
            "Alleged by a resident",
            "ادعاء بحسب أحد السكان",
        ),
        (
            says("the front's office", "a-new-front", ClaimantType.ARMED_GROUP, Hedge.DENIED),
            "Denied by a new front (“the front's office”)",
            "نفي صادر عن a new front (“the front's office”)",
        ),
        (says("a source", None, None, None), "According to “a source”", "بحسب “a source”"),
        (Claim(hedge=Hedge.FEARED), "Feared, nobody named", "مخاوف، دون تسمية أحد"),
        (Claim(), "In the article's own voice", "بصوت المقال نفسه"),
    ],
)
def test_who_says_so_and_how_firmly(claim: Claim, english: str, arabic: str) -> None:
    assert plain(claim_words(claim, "en")) == english
    assert plain(claim_words(claim, "ar")) == arabic


@pytest.mark.parametrize(
    ("low", "high", "english", "arabic"),
    [
        (82, 82, "82", "82"),
        (82, None, "at least 82", "82 على الأقل"),
        (None, 3, "up to 3", "حتى 3"),
        (8000, 10000, "8,000 to 10,000", "من 8,000 إلى 10,000"),
        (0.5, None, "at least 0.5", "0.5 على الأقل"),
        (None, None, "", ""),
    ],
)
def test_bounds_stay(low: float | None, high: float | None, english: str, arabic: str) -> None:
    assert plain(bounds_words(low, high, "en")) == english
    assert plain(bounds_words(low, high, "ar")) == arabic


def test_harm_and_groups() -> None:
    assert [plain(line) for line in harm_words(MANY_KILLED["harm"], "en")] == [
        "killed: at least 82 (women: 11, children: 13)"
    ]
    assert plain(harm_words(Harm(killed_children=4), "en")[0]) == "killed: children: 4"
    assert harm_words(Harm(), "ar") == []


def test_a_card_says_all_of_it(toy: Gazetteer) -> None:
    assert [plain(line) for line in report_lines(report(), toy, "en")] == [
        "Reported by UN human rights office (“A spokesman”)",
        "Killed: at least 82 (women: 11, children: 13) (said of 3 places together, not of each)",
        "Sources disagree",
    ]
    assert [plain(line) for line in report_lines(TOY_ENTRIES[1].report, toy, "en")] == [
        "Alleged by a resident",
        "Injured: up to 20; displaced: 8,000 to 10,000; area: up to 1 km²",
        "Fire said to come from: South Hill",
    ]
    assert "أبو أحمد" not in " ".join(report_lines(report(**SHELLED), toy, "ar"))


def test_a_figure_of_one_place_is_not_called_shared() -> None:
    one = report(place_ids=("old-town",), shared=True)
    assert "together" not in figures_words(one, "en")
    assert figures_words(report(harm=Harm()), "en") == ""


def test_what_a_unit_and_a_count_are_called_without_a_row() -> None:
    odd = report(
        harm=Harm(),
        shared=False,
        figures=(Figure(what="water tanks", low=3, high=3, unit="tanks"),),
    )
    assert plain(figures_words(odd, "en")) == "Water tanks: 3"


@pytest.mark.parametrize(
    ("changes", "deadly"),
    [
        ({"kind": Kind.PROTEST, "harm": Harm()}, False),
        ({"kind": Kind.PROTEST, "harm": Harm(killed_high=2)}, True),
        ({"kind": Kind.PROTEST, "harm": Harm(killed_low=0, killed_high=0)}, False),
        ({"kind": Kind.CHEMICAL, "harm": Harm()}, True),
    ],
)
def test_what_asks_for_a_note_beforehand(changes: dict[str, Any], deadly: bool) -> None:
    assert is_deadly(report(**changes)) is deadly


def test_filters_in_words() -> None:
    kinds, voices = (Kind.SHELLING, Kind.PROTEST), (ClaimantType.UN,)
    assert filter_words(kinds, voices, (), "en") == [
        "Kind: shelling, protest",
        "Sort of claimant: United Nations",
    ]
    assert filter_words((), (), (), "en") == []


def test_every_value_has_its_words() -> None:
    assert set(KINDS) == {kind.value for kind in Kind}
    assert set(VOICES) == {voice.value for voice in ClaimantType}
    assert set(VERIFICATIONS) == {sort.value for sort in Verification}
    assert set(HEDGES) == set(UNNAMED) == {"", *(hedge.value for hedge in Hedge)}
    for table in (KINDS, VOICES, VERIFICATIONS, HEDGES, UNNAMED, LABELS):
        for english, arabic in table.values():
            assert english.isascii() or "é" in english
            assert re.search("[\u0600-\u06ff]", arabic)


def test_every_known_claimant_has_a_label() -> None:
    known = {voice.id for phrases in claimants._INDEX.values() for _, voice in phrases}
    assert known - set(LABELS) == set()


@given(
    st.sampled_from(sorted(LABELS)),
    st.text(max_size=30),
    st.sampled_from([ClaimantType.RESIDENT, ClaimantType.MEDICAL]),
    st.sampled_from(["en", "ar"]),
)
def test_a_person_with_a_role_is_never_named(
    label: str, words: str, voice: ClaimantType, lang: str
) -> None:
    told = {claim_words(says(w, label, voice, Hedge.SAID), lang) for w in (words, "x")}
    assert len(told) == 1
