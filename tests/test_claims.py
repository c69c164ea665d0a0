"""Who says so: own cases in seven languages, the worked example, and laws."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aleppomap.claimants import choose_voice, find_voices, fold_word
from aleppomap.claims import FoundClaim, find_claims, find_scoped_claims
from aleppomap.sentences import find_sentences

SEED = Path(__file__).resolve().parents[1].parent / "shared" / "seed" / "000_5c5a243ea61812fc.txt"

CASES = Path(__file__).parent / "cases" / "claims.txt"
ROWS = [
    line.split("|")
    for line in CASES.read_text(encoding="utf-8").splitlines()
    if line and line[0] != "#"
]


def _only(text: str, language: str | None) -> FoundClaim | None:
    return find_claims(text, find_sentences(text), language)[0]


def test_the_table_is_large_enough() -> None:
    assert len(ROWS) >= 120
    assert {row[0] for row in ROWS} == {"en", "ar", "fr", "de", "es", "tr", "ru"}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[1][:50])
def test_one_sentence(row: list[str]) -> None:
    language, text, claimant, hedge, words = row
    found = _only(text, language)
    got = found.claim if found else None
    assert (got.claimant_id if got else None) == (None if claimant == "-" else claimant)
    assert (str(got.hedge) if got and got.hedge else None) == (None if hedge == "-" else hedge)
    if words:
        assert got is not None
        assert got.claimant == words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A doctor said ten were hurt. He added that two had died.", ["medic", "medic"]),
        ("قال المرصد السوري إن القصف توقف. وأضاف أن الأهالي عادوا.", ["sohr", "sohr"]),
        (
            '"The clinic is gone. Nobody came to help," said a nurse in Shaar. "We wait."',
            ["medic", "medic", "medic"],
        ),
        ("Activists said a barrel fell. The market was closed.", ["activist", None]),
        (
            "A hospital director spoke. Rupert Colville, spokesman for the U.N. human rights "
            "office, said 82 were killed. Colville said there could be more.",
            [None, "ohchr", "ohchr"],
        ),
        ("A police source said two fell. The source added that one died.", ["aleppo-police"] * 2),
    ],
)
def test_speakers_carry_on(text: str, expected: list[str | None]) -> None:
    found = find_claims(text, find_sentences(text))
    assert [f.claim.claimant_id if f else None for f in found] == expected


def test_two_claims_in_one_sentence_have_stretches_of_their_own() -> None:
    text = "An army source said the hill was taken; rebels said they still held the summit road."
    (claims,) = find_scoped_claims(text, find_sentences(text))
    assert [c.claim.claimant_id for c in claims] == ["syrian-army", "opposition"]
    hill = text.index("hill")
    assert claims[0].scope_start <= hill < claims[0].scope_end <= claims[1].scope_start


def test_a_private_person_is_a_role() -> None:
    text = "Abu Samir al-Halabi, a shopkeeper in Kallaseh, said the street was burning."
    found = _only(text, "en")
    assert found is not None
    assert found.claim.claimant_id == "resident"
    assert "Samir" not in (found.claim.claimant or "")


@pytest.mark.skipif(not SEED.exists(), reason="the seed article is not beside this checkout")
@pytest.mark.parametrize(
    ("words", "claimant", "hedge"),
    [
        ("summarily killed at least 82", "ohchr", "reported"),
        ("including 11 women and 13 children", "ohchr", "reported"),
        ("less than a square kilometre", "ohchr", "said"),
        ("less than three sq km", "civil-defence", "said"),
        ("more than 8,000 civilians", "russian-mod", "reported"),
        ("many corpses in Fardous", "resident", "said"),
        ("new frontline along the river", "levant-front", "said"),
        ("late on Monday and through the night", "own-reporter", "said"),
        ("rocket fire pounded", "sohr", "reported"),
        ("flattened buildings", None, None),
        ("taking the desert city of Palmyra", None, None),
    ],
)
def test_the_worked_example(words: str, claimant: str | None, hedge: str | None) -> None:
    text = SEED.read_text(encoding="utf-8")
    sentences = find_sentences(text)
    at = text.index(words)
    number = next(k for k, s in enumerate(sentences) if s.start <= at < s.end)
    found = find_claims(text, sentences)[number]
    assert (found.claim.claimant_id if found else None) == claimant
    assert (found.claim.hedge if found else None) == hedge


def test_side_words_that_own_ground_do_not_speak() -> None:
    words = [fold_word(w) for w in "the rebel held east".split()]
    assert choose_voice(find_voices(words)) is None


def test_capitals_tell_the_agency_from_the_pronoun() -> None:
    assert choose_voice(find_voices([fold_word("WHO")])) is not None
    assert choose_voice(find_voices([fold_word("who")])) is None


_PIECES = st.lists(
    st.sampled_from(
        [
            *(row[1] for row in ROWS),
            *"said told according to the by who : ; , . \" ' « » ( ) - – قال".split(" "),
            *("إن عن نقلت أن \n".split(" ")),
            "U.N.",
        ]
    ),
    max_size=12,
).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=200), _PIECES), st.sampled_from([None, "en", "ar", "tr", "xx"]))
def test_never_raises_and_words_are_slices(text: str, language: str | None) -> None:
    sentences = find_sentences(text)
    found = find_claims(text, sentences, language)
    assert len(found) == len(sentences)
    for claim in found:
        if claim is None:
            continue
        assert 0 <= claim.start <= claim.end <= len(text)
        assert 0 <= claim.scope_start <= claim.scope_end <= len(text)
        if claim.claim.claimant is None:
            assert claim.claim.hedge is not None
        else:
            assert text[claim.start : claim.end] == claim.claim.claimant
            assert claim.claim.claimant_id and claim.claim.claimant_type and claim.claim.hedge
