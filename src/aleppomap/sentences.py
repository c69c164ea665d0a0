"""Where sentences and paragraphs of a text begin and end."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter

from aleppomap.model import Span

_END = re.compile(r"[.!?؟…。]+[\"'”’»)\]]*(?=\s|$)|[؛](?=\s)")
_ABBREVIATION = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|prof|gen|col|lt|maj|capt|sgt|st|no|vs|approx|jan|feb|mar|apr|jun"
    r"|jul|aug|sep|sept|oct|nov|dec|fr|bzw|sr|sra|av|u\.s|u\.n|e\.g|i\.e)"
    r"|\b[A-Z]|\b(?:[A-Za-z]\.)+[A-Za-z])\.$",
    re.IGNORECASE,
)
_START = attrgetter("start")
_NEXT = re.compile(r"\S")
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n|\r\n[^\S\n]*\r\n")


def find_paragraphs(text: str) -> list[Span]:
    """The paragraphs of a text. Blank lines part them; single line breaks do too,
    unless the text is wrapped (most lines long and ending without a full stop)."""
    breaks = _PARAGRAPH if _is_wrapped(text) else re.compile(r"[\r\n]+")
    return _between(text, [match.span() for match in breaks.finditer(text)])


def find_sentences(text: str) -> list[Span]:
    """The sentences of a text in order, without the white space around them."""
    found: list[Span] = []
    for paragraph in find_paragraphs(text):
        part = text[paragraph.start : paragraph.end]
        cuts = []
        for match in _END.finditer(part):
            if match.group()[0] == "." and (match.group() == ".." or _goes_on(part, match)):
                continue
            cuts.append((paragraph.start + match.end(), paragraph.start + match.end()))
        found.extend(_between(text, cuts, paragraph.start, paragraph.end))
    return found


def index_at(spans: Sequence[Span], position: int) -> int:
    """The number of the last span that starts at or before a position (0 if none)."""
    return max(bisect_right(spans, position, key=_START) - 1, 0)


def _goes_on(part: str, match: re.Match[str]) -> bool:
    before = part[max(0, match.start() - 12) : match.start() + 1]
    after = _NEXT.search(part, match.end())
    if after and after[0].islower():
        return True
    return match.group() == "." and after is not None and _ABBREVIATION.search(before) is not None


def _is_wrapped(text: str) -> bool:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) < 4:
        return False
    long = [line for line in lines if 50 <= len(line) <= 100]
    unended = [line for line in long if line[-1] not in '.!?؟:"”»']
    return len(long) > 0.6 * len(lines) and len(unended) > 0.6 * len(long)


def _between(
    text: str, cuts: Sequence[tuple[int, int]], start: int = 0, end: int | None = None
) -> list[Span]:
    end = len(text) if end is None else end
    spans = []
    for low, high in zip([start, *(c[1] for c in cuts)], [*(c[0] for c in cuts), end], strict=True):
        piece = text[low:high]
        left = low + len(piece) - len(piece.lstrip())
        right = low + len(piece.rstrip())
        if left < right:
            spans.append(Span(left, right))
    return spans
