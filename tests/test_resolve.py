"""Mentions and places: a table that people can edit, and laws that hold for any text."""

from __future__ import annotations

import csv
import itertools
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aleppomap.api import Atlas, load
from aleppomap.model import Article, Mention

CASES = list(
    csv.DictReader(
        (Path(__file__).parent / "cases" / "toponyms.tsv").open(encoding="utf-8", newline=""),
        delimiter="\t",
    )
)


def verdict(mention: Mention) -> str:
    if mention.status in ("city", "outside"):
        return mention.status.value
    return mention.place_id or "none"


@pytest.mark.parametrize("case", CASES, ids=[f"{c['group']}: {c['text'][:40]}" for c in CASES])
def test_toponyms(case: dict[str, str], atlas: Atlas) -> None:
    """``expected`` lists surface=verdict; "none" is met by an unresolved or absent mention."""
    mentions = atlas.extract(Article(id="case", text=case["text"])).mentions
    left = list(mentions)
    for pair in case["expected"].split("; "):
        surface, _, wanted = pair.rpartition("=")
        match = next((m for m in left if surface in m.surface or m.surface in surface), None)
        got = verdict(match) if match else "none"
        if wanted == "none":
            got = "none" if match is None or match.place_id is None else got
        assert got == wanted, f"{surface}: {got}, because {match.reason if match else 'unseen'}"
        if match:
            left.remove(match)
    stray = [m for m in left if m.place_id is not None]
    assert not stray, f"also placed: {[(m.surface, m.place_id, m.reason) for m in stray]}"


def test_every_decision_has_a_reason(atlas: Atlas) -> None:
    text = "In Aleppo, Fardous, Khalidiya in Homs, the Furqan Brigade and Bustan al-Qasr."
    mentions = atlas.extract(Article(id="case", text=text)).mentions
    assert len(mentions) >= 5
    assert all(m.reason for m in mentions)


def test_the_gate_can_be_opened(atlas: Atlas) -> None:
    caption = Article(id="caption", text="Smoke over the district of Midan")
    assert not [m for m in atlas.extract(caption).mentions if m.place_id]
    assert [m.place_id for m in atlas.extract(caption, gate=False).mentions] == ["midan"]


WORDS = st.sampled_from(
    "Aleppo حلب Bustan al-Qasr Shaar في حي الشعار , ; . and و the district Homs Nayrab Bab "
    "#حي_الشعار ’ ' - \n Zahraa Salah al-Din Midan İ ß ﷺ 🙂 \u200f \u0301".split(" ")
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(WORDS, st.text(max_size=6)), max_size=25), st.booleans())
def test_laws_of_mentions(words: list[str], gate: bool) -> None:
    text = " ".join(words)
    mentions = load().extract(Article(id="any", text=text), gate=gate).mentions
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.surface
        assert 0 <= mention.score <= 1
    for one, other in itertools.pairwise(mentions):
        assert one.end <= other.start
