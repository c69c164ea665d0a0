"""Where one sentence tells of two things: its clauses, when each names a place of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

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


def find_clauses(
    text: str,
    sentence: Span,
    places: Sequence[Span],
    figures: Sequence[Span],
    kind_in: Callable[[str], object] = lambda words: None,
) -> list[Span]:
    """The parts of a sentence that tell of different places, in order; often the whole.

    It is cut where a conjunction of clauses stands between two places, and at a mere "and"
    only where the words on both sides name a place and count somebody, or tell different
    kinds of things (``kind_in`` says which, None for nothing).
    """
    if len(places) < 2:
        return [_trimmed(text, sentence.start, sentence.end)]
    cuts = [sentence.start]
    marks = [(m.start(), True) for m in _STRONG.finditer(text, sentence.start, sentence.end)]
    marks += [(m.start(), False) for m in _WEAK.finditer(text, sentence.start, sentence.end)]
    for cut, strong in sorted(marks):
        sides = (Span(cuts[-1], cut) if cut > cuts[-1] else None, Span(cut, sentence.end))
        if not all(side and _holds(side, places) for side in sides):
            continue
        counted = all(side and _holds(side, figures) for side in sides)
        parted = text[cut] in ",،"
        if (
            strong
            or counted
            or (parted and _differ([text[s.start : s.end] for s in sides if s], kind_in))
        ):
            cuts.append(cut)
    ends = [*cuts[1:], sentence.end]
    return [_trimmed(text, low, high) for low, high in zip(cuts, ends, strict=True)]


def _differ(sides: Sequence[str], kind_in: Callable[[str], object]) -> bool:
    """Whether both sides tell something, and not the same kind of thing."""
    one, two = (kind_in(words) for words in sides)
    return one is not None and two is not None and one is not two


def _holds(clause: Span, spans: Sequence[Span]) -> bool:
    return any(clause.start <= span.start < clause.end for span in spans)


def _trimmed(text: str, low: int, high: int) -> Span:
    while high > low + 1 and text[high - 1].isspace():
        high -= 1
    while low < high - 1 and text[low] in " \t\n,;،؛":
        low += 1
    return Span(low, high)
