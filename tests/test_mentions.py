"""The finder alone, on a handful of names: what it sees, where, and how near in spelling."""

from __future__ import annotations

import time

import pytest

from aleppomap.lexicon import Toponym
from aleppomap.mentions import Finder, Hit, find_tokens
from aleppomap.model import Span

NAMES = [
    Toponym("Bustan al-Qasr", "en", "qasr"),
    Toponym("Bustan al-Basha", "en", "basha"),
    Toponym("Bab al-Nayrab", "en", "gate"),
    Toponym("Nayrab", "en", "village"),
    Toponym("al-Bab", "en", "town"),
    Toponym("Sukkari", "en", "sukkari"),
    Toponym("Old City", "en", "old-city"),
    Toponym("Hamdaniyeh II", "en", "second"),
    Toponym("Idlib", "en", "idlib", exact=True),
    Toponym("السكري", "ar", "sukkari"),
    Toponym("بستان القصر", "ar", "qasr"),
]
FINDER = Finder(NAMES, generic=frozenset({"old", "city"}), ordinary=frozenset({"sugar"}))


def found(text: str, *leave_out: Span) -> list[tuple[str, str]]:
    _, hits = FINDER.find(text, leave_out)
    return [(text[hit.start : hit.end], hit.readings[0].toponym.target) for hit in hits]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bustan al-Qasr", [("Bustan al-Qasr", "qasr")]),
        ("in Boustan el Kaser.", [("Boustan el Kaser", "qasr")]),
        ("Bustanalqasr", [("Bustanalqasr", "qasr")]),
        ("Bustan", []),
        ("Bustan, al-Qasr", []),
        ("from Bab al-Nayrab to Nayrab", [("Bab al-Nayrab", "gate"), ("Nayrab", "village")]),
        ("the town of al-Bab", [("al-Bab", "town")]),
        ("a Bab of the wall", []),
        ("Sukkari's streets", [("Sukkari", "sukkari")]),
        ("l'Al-Sukkari", [("Al-Sukkari", "sukkari")]),
        ("Here sukkari in lower case", []),
        ("the old city", [("old city", "old-city")]),
        ("the Olde City", []),
        ("Hamdaniyeh II and Hamdaniyeh III", [("Hamdaniyeh II", "second")]),
        ("Idlib, not Adlib", [("Idlib", "idlib")]),
        ("Sugar is no quarter", []),
        ("بالسكري", [("السكري", "sukkari")]),
        ("سكري", []),
        ("وبستان القصر", [("بستان القصر", "qasr")]),
        ("في بُسْتان القصر", [("بُسْتان القصر", "qasr")]),
        ("#Bustan_al_Qasr", [("Bustan_al_Qasr", "qasr")]),
        ("#BustanAlQasr", [("BustanAlQasr", "qasr")]),
        ("xSukkari Sukkarix", []),
    ],
)
def test_what_is_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_nothing_is_found_where_it_should_not_look() -> None:
    text = "Nayrab and Nayrab"
    assert found(text, Span(0, 6)) == [("Nayrab", "village")]
    assert len(found(text)) == 2


def test_a_known_spelling_costs_nothing_and_a_new_one_something() -> None:
    def cost(text: str) -> float:
        hits: list[Hit] = FINDER.find(text)[1]
        return hits[0].readings[0].cost

    assert cost("Sukkari") == 0
    assert 0 < cost("Soukkary") < 0.5


def test_order_of_names_changes_nothing() -> None:
    text = "Bustan al-Qasr, Bab al-Nayrab, Nayrab, al-Bab and the Old City"
    other = Finder(list(reversed(NAMES)), generic=frozenset({"old", "city"}))
    assert [(h.start, h.end) for h in other.find(text)[1]] == [
        (h.start, h.end) for h in FINDER.find(text)[1]
    ]


def test_tokens_lie_where_they_say() -> None:
    text = "#BustanAlQasr d'Alep Sha'ar حيّ_الشعار"
    for token in find_tokens(text):
        assert text[token.start : token.end] == token.surface


def test_a_run_without_spaces_costs_little_time() -> None:
    """Quarter of a million letters without a space took minutes once."""
    start = time.process_time()
    assert found("Sukkari " + "sukkari" * 40_000) == [("Sukkari", "sukkari")]
    assert time.process_time() - start < 5
