"""Reads the gold documents (see GUIDE.md) and takes their marks out of the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

HERE = Path(__file__).parent
HALVES = ("develop", "scored")

_BLOCK = re.compile(r"^### +(\S+) *$", re.MULTILINE)
_MARK = re.compile(r"\[\[([^\[\]|]+)\|([^\[\]|]*)\]\]|\{\{([^{}|]+)\|([^{}|]*)\}\}")
_HEADERS = ("lang", "genre", "published", "traps", "met")


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A marked place: code points into the plain text, and the ids a careful reader allows.

    ``unlisted`` marks a place that the gazetteer does not have: ids are empty.
    """

    start: int
    end: int
    surface: str
    ids: frozenset[str]
    unlisted: bool


@dataclass(frozen=True, slots=True)
class GoldDate:
    """A marked time expression and the first and last day that it means."""

    start: int
    end: int
    surface: str
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """One document: its plain text and what a reader marked in it."""

    id: str
    lang: str
    genre: str
    published: date | None
    traps: frozenset[str]
    met: str
    text: str
    mentions: tuple[GoldMention, ...]
    dates: tuple[GoldDate, ...]


def read_gold(halves: Iterable[str] = HALVES) -> list[GoldDocument]:
    """The documents of one or both halves, in the order of their files.

    Raises:
        ValueError: when a block does not have the form that GUIDE.md gives, naming it.
    """
    return [
        document
        for half in halves
        for path in sorted((HERE / half).glob("*.txt"))
        for document in read_file(path)
    ]


def read_file(path: Path) -> Iterator[GoldDocument]:
    """The documents of one file."""
    for name, headers, marked in read_blocks(path):
        try:
            yield _document(name, headers, marked)
        except ValueError as fault:
            raise ValueError(f"{path.name}, document {name}: {fault}") from fault


def read_blocks(path: Path) -> Iterator[tuple[str, dict[str, str], str]]:
    """The id, the headers and the marked text of each block of a file."""
    parts = _BLOCK.split(path.read_text(encoding="utf-8"))
    for name, block in zip(parts[1::2], parts[2::2], strict=True):
        head, found, marked = block.partition("\ntext:")
        if not found:
            raise ValueError(f"{path.name}, document {name}: no line 'text:'")
        lines = (line.partition(":") for line in head.strip().splitlines() if line.strip())
        headers = {key.strip(): value.strip() for key, _, value in lines}
        yield name, headers, marked.strip()


def _document(name: str, headers: dict[str, str], marked: str) -> GoldDocument:
    if unknown := set(headers) - set(_HEADERS):
        raise ValueError(f"unknown header {sorted(unknown)[0]!r}")
    text, mentions, dates = "", [], []
    position = 0
    for mark in _MARK.finditer(marked):
        text += marked[position : mark.start()]
        position = mark.end()
        start = len(text)
        if mark[1] is not None:
            text += mark[1]
            ids = frozenset(i.strip() for i in mark[2].split(";") if not i.startswith("?"))
            if not mark[2].strip():
                raise ValueError(f"no id for {mark[1]!r}")
            mentions.append(GoldMention(start, len(text), mark[1], ids, unlisted=not ids))
        else:
            text += mark[3]
            first, slash, last = mark[4].partition("/")
            days = (_day(first), _day(last if slash else first))
            dates.append(GoldDate(start, len(text), mark[3], *days))
    text += marked[position:]
    if re.search(r"\[\[|\]\]|\{\{|\}\}", text):
        raise ValueError("a bracket is left over")
    return GoldDocument(
        id=name,
        lang=headers.get("lang") or name.split("-")[0],
        genre=headers.get("genre", ""),
        published=_day(headers.get("published", "")),
        traps=frozenset(t.strip() for t in headers.get("traps", "").split(",") if t.strip()),
        met=headers.get("met", ""),
        text=text,
        mentions=tuple(mentions),
        dates=tuple(dates),
    )


def _day(written: str) -> date | None:
    return date.fromisoformat(written.strip()) if written.strip() else None
