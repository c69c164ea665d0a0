"""Spelling: what is one word in two spellings, and what is not."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from aleppomap import fold

SAME = [
    ("Qasr", "Kaser"), ("Qasr", "Kasr"), ("Qasr", "Kasır"), ("Bustan", "Boustane"),
    ("Bustan", "Bostan"), ("Sakhour", "Sakhur"), ("Sakhour", "Saxûr"), ("Sakhour", "Sajur"),
    ("Maqsoud", "Maksoud"), ("Maqsoud", "Meqsûd"), ("Fardous", "Ferdous"),
    ("Fardous", "Firdaws"), ("Jamiliyeh", "Jameeliya"), ("Hamdaniyeh", "Hamadanyia"),
    ("Hamdaniyeh", "Hamdaniye"), ("Kallaseh", "Kalasah"), ("Shaar", "Sha'ar"),
    ("Shaar", "Schaar"), ("Shaar", "Şaar"), ("Sukkari", "Сукари"), ("Sheikh", "Cheikh"),
    ("Sheikh", "Scheich"), ("Sheikh", "шейх"), ("Sheikh", "Şêx"), ("Maysaloun", "Мейсалун"),
    ("Khudr", "Khodor"), ("Saliheen", "Salheen"), ("Azizieh", "Aziziya"),
]  # fmt: skip

DIFFERENT = [
    ("Qasr", "Basha"), ("Sakhour", "Shaar"), ("Midan", "Madina"), ("Hanano", "Hama"),
    ("Marjeh", "Masharqa"), ("Fardous", "Faraj"), ("Sukkari", "Suleiman"), ("Zahraa", "Zuhour"),
]  # fmt: skip


def plausible(one: str, other: str) -> bool:
    return any(
        fold.skeleton(a) == fold.skeleton(b)
        and fold.distance(a, b) <= fold.limit(len(fold.skeleton(a)))
        for a in fold.readings(one)
        for b in fold.readings(other)
    )


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_one_word_meet(one: str, other: str) -> None:
    assert plausible(one, other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert not plausible(one, other)


@pytest.mark.parametrize(
    ("token", "letters"),
    [("الهُلّك", "الهلك"), ("الـسـكـري", "السكري"), ("القاطرجى", "القاطرجي"), ("أنطاكية", "انطاكيه")],
)
def test_arabic_letters(token: str, letters: str) -> None:
    assert fold.arabic_letters(token) == letters


@pytest.mark.parametrize(
    ("token", "expected"),
    [
        ("السكري", ("سكري", True, 0)),
        ("بالسكري", ("سكري", True, 1)),
        ("والشعار", ("شعار", True, 1)),
        ("للشعار", ("شعار", True, 1)),
        ("وبالسُّكري", ("سكري", True, 2)),
        ("وبستان", ("بستان", False, 1)),
    ],
)
def test_arabic_prefixes(token: str, expected: tuple[str, bool, int]) -> None:
    assert expected in fold.arabic_readings(token)


@pytest.mark.parametrize(
    ("letters", "noun"),
    [
        ("addawla", "dawla"), ("alhamra", "hamra"), ("eddin", "din"), ("essukkari", "sukkari"),
        ("ashsharqi", "sharqi"), ("ansari", None), ("aleppo", "eppo"), ("allah", None),
    ],
)  # fmt: skip
def test_joined_articles(letters: str, noun: str | None) -> None:
    assert fold.joined_article(letters) == noun


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bustan al-Qasr", "bustan  AL Qaṣr"), ("al-Kallaseh", "Kallasah"),
        ("Sha'ar", "Shaʿar"), ("الكلّاسة", "الكلاسه"), ("Tariq al-Bab", "Tariq-el-Bab"),
    ],
)  # fmt: skip
def test_folded_names_agree(one: str, other: str) -> None:
    assert fold.fold_name(one) == fold.fold_name(other)


def test_a_roman_number_is_not_another() -> None:
    assert fold.fold_name("Hamdaniyeh III") != fold.fold_name("Hamdaniyeh II")


@example("BAÆ")
@example("𝔸")  # a letter in a mathematical dress has its small form only after it is undressed
@settings(max_examples=300)
@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold.fold_name(text)
    assert fold.fold_name(once) == once


@given(st.text(alphabet="abcdéşçñüŞإأآءشعارْ-' ", max_size=30))
def test_composed_and_decomposed_agree(text: str) -> None:
    assert fold.fold_name(unicodedata.normalize("NFC", text)) == fold.fold_name(
        unicodedata.normalize("NFD", text)
    )


@given(st.text(alphabet="bdhklmnqrstwyaeiou", min_size=1, max_size=10))
def test_distance_is_symmetric_and_zero_on_itself(word: str) -> None:
    assert fold.distance(word, word) == 0
    assert fold.distance(word, "sakhur") == pytest.approx(fold.distance("sakhur", word))


@given(st.text(min_size=1, max_size=20))
def test_any_token_can_be_read(text: str) -> None:
    for token in fold.tokens(text):
        assert token in text
        assert len(fold.readings(token)) <= 24
        for _, _, cut in fold.arabic_readings(token):
            assert 0 <= cut <= len(token)
