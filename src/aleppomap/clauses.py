"""Where one sentence tells of two things: its clauses, when each names a place of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from aleppomap.model import Span

_STRONG = re.compile(
    r"[;؛]\s*"
    r"|,\s*(?:while|whereas|whilst|but|tandis qu|alors qu|mais|während|wahrend|aber|mientras|pero"
    r"|а\s|но\s|тогда как|в то время как|ama\b|ise\b)"
    r"|\s(?=(?:while|whereas)\s)"
    r"|(?:[،,]\s*|\s)(?=(?:بينما|في حين|في حين أن|فيما|كما|أما|إلا أن|لكن)\s)",
    re.IGNORECASE,
)
"""What parts two clauses for sure."""
_WEAK = re.compile(
    r",\s*(?=(?:and|et|und|y|ve|и)\s)|\s(?=(?:and|et|und|y|ve|и)\s)|،\s*(?=و)|\s(?=و[\u0621-\u064a])",
    re.IGNORECASE,
)
"""What may part two clauses or only two items of a list."""


_AFTER = re.compile(
    r"\s(?=(?:after|following|nachdem|après|despues de|después de|tras|после)\s)"
    r"|\s(?=(?:بعد|عقب|إثر|اثر)\s)",
    re.IGNORECASE,
)
"""What begins a clause of something earlier: "after taking ..."."""


def tells_of_earlier(words: str) -> bool:
    """Whether a clause tells of something that came before the main clause."""
    return _AFTER.match(" " + words) is not None


def find_clauses(
    text: str,
    sentence: Span,
    places: Sequence[Span],
    figures: Sequence[Span],
    kind_in: Callable[[str], object] = lambda words: None,
    times: Sequence[Span] = (),
) -> list[Span]:
    """The parts of a sentence that tell of different places, in order; often the whole.

    It is cut where a conjunction of clauses stands between two places; at a mere "and" only
    where the words on both sides name a place and count somebody, or have each a time of
    their own, or tell different kinds of things (``kind_in`` says which, None for nothing);
    and before "after ..." where both sides name a place and tell something.
    """
    marks = [(m.start(), _STRONG) for m in _STRONG.finditer(text, sentence.start, sentence.end)]
    if len(places) < 2:
        lead = _city_first(text, sentence, places, figures, [at for at, _ in marks])
        edges = [sentence.start, *lead, sentence.end]
        return [_trimmed(text, low, high) for low, high in pairwise(edges)]
    marks += [(m.start(), _WEAK) for m in _WEAK.finditer(text, sentence.start, sentence.end)]
    marks += [(m.start(), _AFTER) for m in _AFTER.finditer(text, sentence.start, sentence.end)]
    cuts = [sentence.start]
    for cut, how in sorted(marks, key=lambda mark: mark[0]):
        if cut <= cuts[-1]:
            continue
        further = [at for at, other in marks if at > cut and other is not _WEAK]
        end = min(further, default=sentence.end) if how is _WEAK else sentence.end
        sides = (Span(cuts[-1], cut), Span(cut, end))
        if not all(_holds(side, places) for side in sides):
            continue
        if (
            how is _STRONG
            or all(_holds(side, figures) for side in sides)
            or (how is _WEAK and all(_holds(side, times) for side in sides))
        ):
            cuts.append(cut)
        elif how is _AFTER or text[cut] in ",،":
            told = [kind_in(text[side.start : side.end]) for side in sides]
            if None not in told and (how is _AFTER or told[0] is not told[1]):
                cuts.append(cut)
    return [_trimmed(text, low, high) for low, high in pairwise([*cuts, sentence.end])]


def _city_first(
    text: str,
    sentence: Span,
    places: Sequence[Span],
    figures: Sequence[Span],
    marks: Sequence[int],
) -> list[int]:
    """Where a toll of more than the one place stands before it: "138 died in the west; ..."."""
    for cut in marks:
        if cut == sentence.start:
            continue
        before, behind = Span(sentence.start, cut), Span(cut, sentence.end)
        if text[cut] in ";؛" and _holds(before, figures) and not _holds(before, places):
            return [cut] if _holds(behind, places) else []
    return []


def _holds(clause: Span, spans: Sequence[Span]) -> bool:
    return any(clause.start <= span.start < clause.end for span in spans)


def _trimmed(text: str, low: int, high: int) -> Span:
    while high > low + 1 and text[high - 1].isspace():
        high -= 1
    while low < high - 1 and text[low] in " \t\n,;،؛":
        low += 1
    return Span(low, high)
