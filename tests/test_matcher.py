"""What every engine must find: cases by hand, and a plain reading of the rules as the oracle."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aleppomap import fold
from aleppomap.cues import GENERIC
from aleppomap.lexicon import Toponym, is_link
from aleppomap.matcher import Engine, NameHit, NameMatcher
from aleppomap.mentions import is_gap

NAMES = (
    Toponym("Shaar", "en", "shaar"),
    Toponym("الشعار", "ar", "shaar"),
    Toponym("Sukkari", "en", "sukkari"),
    Toponym("السكري", "ar", "sukkari"),
    Toponym("Bustan al-Qasr", "en", "bustan-al-qasr"),
    Toponym("بستان القصر", "ar", "bustan-al-qasr"),
    Toponym("Bustan al-Basha", "en", "bustan-al-basha"),
    Toponym("Sheikh Maqsoud", "en", "sheikh-maqsoud"),
    Toponym("الشيخ مقصود", "ar", "sheikh-maqsoud"),
    Toponym("Tariq al-Bab", "en", "tariq-al-bab"),
    Toponym("Zahraa", "en", "zahraa-association"),
    Toponym("Zahraa", "en", "zahraa-artillery"),
    Toponym("Old City", "en", "old-city"),
)
ORDINARY = frozenset({"sugar", "share"})

ENGINES: dict[str, Engine] = {"python": NameMatcher(NAMES, GENERIC, ORDINARY)}
"""Every engine that the package has; a second one joins here and passes all of this file."""

every_engine = pytest.mark.parametrize("engine", ENGINES.values(), ids=ENGINES)

CASES = [
    ("one name", "Shelling in Shaar today", [("Shaar", "shaar")]),
    ("other spellings", "in Sukari and Cha'ar", [("Sukari", "sukkari"), ("Cha'ar", "shaar")]),
    ("Arabic with و and ب", "قصف بالسكري والشعار", [("السكري", "sukkari"), ("الشعار", "shaar")]),
    ("the longest name", "Bustan al-Qasr", [("Bustan al-Qasr", "bustan-al-qasr")]),
    ("the article left out", "in Bustan Qasr", [("Bustan Qasr", "bustan-al-qasr")]),
    ("words run together", "BUSTANALQASR", [("BUSTANALQASR", "bustan-al-qasr")]),
    ("over a line's end", "Sheikh\nMaqsoud", [("Sheikh\nMaqsoud", "sheikh-maqsoud")]),
    ("not over an empty line", "Sheikh\n\nMaqsoud", []),
    ("not over a comma", "Sheikh, Maqsoud", []),
    ("in small letters", "the shaar of it", []),
    ("generic words need no capital", "the old city", [("old city", "old-city")]),
    ("an ordinary word", "Sugar and Share", []),
    ("an ending after an apostrophe", "Sukkari's streets", [("Sukkari", "sukkari")]),
    ("two places of one name", "Zahraa", [("Zahraa", "zahraa-artillery zahraa-association")]),
    ("nothing", "", []),
    ("no name at all", "Rain fell on the coast.", []),
]  # fmt: skip


@every_engine
@pytest.mark.parametrize(
    ("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_finds(engine: Engine, text: str, expected: list[tuple[str, str]]) -> None:
    (hits,) = engine.match([text])
    assert [(text[h.start : h.end], " ".join(h.targets)) for h in hits] == expected


class Oracle(NameMatcher):
    """The rules read plainly: every window of words, nothing remembered, the longest wins."""

    def match(self, texts: Sequence[str]) -> list[list[NameHit]]:
        return [self._all_of(text) for text in texts]

    def _all_of(self, text: str) -> list[NameHit]:
        words = list(fold.TOKEN.finditer(text))
        hits: list[NameHit] = []
        position = 0
        while position < len(words):
            found = None
            for last in range(position, min(position + 12, len(words))):
                window = words[position : last + 1]
                pairs = pairwise(window)
                if all(is_gap(text[a.end() : b.start()]) for a, b in pairs):
                    found = (
                        self._read([w[0] for w in window], words[position].start(), last) or found
                    )
            if found is None:
                position += 1
                continue
            hit, last = found
            hits.append(NameHit(hit.start, words[last].end() - hit.end, hit.targets))
            position = last + 1
        return hits

    def _read(self, window: list[str], start: int, last: int) -> tuple[NameHit, int] | None:
        self._forget()
        state = self._first(window[0])
        passed = 0
        for number, surface in enumerate(window[1:], 1):
            if is_link(surface):
                passed += 1
                if passed > 2 or number == len(window) - 1:
                    return None
                continue
            passed = 0
            state = self._step(state, surface) if state else None
        if state is None or not state.targets:
            return None
        return NameHit(start + state.cut_start, state.cut_end, state.targets), last


ORACLE = Oracle(NAMES, GENERIC, ORDINARY)

pieces = st.sampled_from(
    [
        *(word for name in NAMES for word in (name.text, *fold.tokens(name.text))),
        "Sukari", "Boustan", "BUSTAN", "qasr", "al", "el-", "the", "Sugar", "و", "بالسكري",
        "والشعار", "d'", "'s", "rain", "مطر", "Шаар", "2016", "_", "#", "ـ", "é", "\u064b",
        "\U0001f600", "\x00",
    ]
)  # fmt: skip
separators = st.sampled_from(
    ["", " ", "  ", "-", "\n", "\n\n", "\n \n", ", ", ". ", "«", "’", "\t"]
)
texts = st.lists(st.tuples(pieces, separators), max_size=12).map(
    lambda parts: "".join(piece + separator for piece, separator in parts)
)


@every_engine
@settings(max_examples=300, deadline=None)
@given(text=st.one_of(texts, st.text(max_size=60)))
def test_finds_what_the_plain_reading_finds(engine: Engine, text: str) -> None:
    assert engine.match([text]) == ORACLE.match([text])


@every_engine
@given(many=st.lists(texts, max_size=5))
def test_a_text_is_read_by_itself(engine: Engine, many: list[str]) -> None:
    together = engine.match(many)
    assert together == [engine.match([text])[0] for text in many]
    for text, hits in zip(many, together, strict=True):
        edges = [edge for hit in hits for edge in (hit.start, hit.end)]
        assert edges == sorted(edges)
        assert all(0 <= hit.start < hit.end <= len(text) and hit.targets for hit in hits)


def test_a_full_memory_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("aleppomap.matcher.REMEMBERED", 3)
    small = NameMatcher(NAMES, GENERIC, ORDINARY)
    texts = [text for _, text, _ in CASES] * 2
    assert small.match(texts) == ENGINES["python"].match(texts)
