"""Where sentences end, and where they only seem to."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aleppomap.sentences import find_paragraphs, find_sentences, index_at


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("The U.N. office said 3.5 km. It left.", ["The U.N. office said 3.5 km.", "It left."]),
        ("Gen. Smith of the U.S. Army spoke.", ["Gen. Smith of the U.S. Army spoke."]),
        ("He said: “Go.” They went.", ["He said: “Go.”", "They went."]),
        ("On Dec. 14 it rained.", ["On Dec. 14 it rained."]),
        ("قصف حلب؟ نعم. انتهى", ["قصف حلب؟", "نعم.", "انتهى"]),
        ("A title\n\nA body. More", ["A title", "A body.", "More"]),
        ("line one\nline two", ["line one", "line two"]),
        ("   ", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[s.start : s.end] for s in find_sentences(text)] == expected


def test_a_wrapped_text_keeps_its_sentences_whole() -> None:
    text = (
        "This text was wrapped at a column by a mail program, so that a\n"
        "line break inside it means nothing at all and the sentence goes\n"
        "on over several lines until at last it comes to a full stop and\n"
        "the reader may draw breath. A second sentence begins in the\n"
        "middle of a line.\n"
    )
    assert len(find_sentences(text)) == 2


@given(st.text(alphabet='ab .!?\n\r"”ا؟', max_size=80))
def test_laws(text: str) -> None:
    sentences = find_sentences(text)
    kept = "".join(text[s.start : s.end] for s in sentences)
    assert "".join(kept.split()) == "".join(text.split())
    for one, other in itertools.pairwise(sentences):
        assert one.end <= other.start
    for number, sentence in enumerate(sentences):
        assert index_at(sentences, sentence.start) == number
        assert any(p.start <= sentence.start < p.end for p in find_paragraphs(text))
