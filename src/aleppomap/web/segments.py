"""Marked text: stretches of an article with what they are, ready to be shown as text only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from aleppomap.model import Article, Extraction, Report, Span, Status

Json = dict[str, Any]

_KIND = {
    Status.RESOLVED: "place",
    Status.AMBIGUOUS: "unsure",
    Status.NIL: "unsure",
    Status.CITY: "city",
    Status.OUTSIDE: "outside",
}


class Mark(NamedTuple):
    """A stretch of text and what it is; ``place`` can be chosen, ``why`` is told on hover."""

    start: int
    end: int
    kind: str
    place: str | None = None
    why: str | None = None
    number: int | None = None


def marks_of(extraction: Extraction) -> list[Mark]:
    """Marks for the mentions and time expressions of an article."""
    marks = [
        Mark(m.start, m.end, _KIND[m.status], m.place_id, m.reason or None, number)
        for number, m in enumerate(extraction.mentions)
    ]
    marks += [Mark(t.start, t.end, "time") for t in extraction.timexes]
    return marks


def build_segments(text: str, span: Span, marks: Iterable[Mark]) -> list[Json]:
    """The text of a span cut at the marks: ``t`` text, ``k`` kinds, ``p`` place, ``m`` number.

    The pieces joined are exactly the text of the span.
    """
    inside = [m for m in marks if m.start < span.end and m.end > span.start]
    edges = {span.start, span.end}
    for mark in inside:
        edges.update((max(mark.start, span.start), min(mark.end, span.end)))
    cuts = sorted(edges)
    return [
        _segment(text[start:end], [m for m in inside if m.start <= start and end <= m.end])
        for start, end in pairwise(cuts)
    ]


def _segment(text: str, marks: Sequence[Mark]) -> Json:
    piece: Json = {"t": text}
    if marks:
        piece["k"] = " ".join(dict.fromkeys(mark.kind for mark in marks))
    for mark in marks:
        if mark.place:
            piece["p"] = mark.place
        if mark.why:
            piece["why"] = mark.why
        if mark.number is not None:
            piece["m"] = mark.number
    return piece


def excerpt(extraction: Extraction, report: Report) -> list[Json]:
    """The sentences that carry a report, with its places and times marked."""
    marks = marks_of(extraction)
    pieces: list[Json] = []
    for span in report.evidence:
        if pieces:
            pieces.append({"t": " … "})
        pieces += build_segments(extraction.article.text, span, marks)
    return pieces


def whole_text(extraction: Extraction, report_id: str | None) -> list[Json]:
    """The article from end to end; the evidence of one report and the furniture are marked too."""
    article: Article = extraction.article
    marks = marks_of(extraction)
    marks += [Mark(s.start, s.end, "furniture") for s in article.furniture]
    for report in extraction.reports:
        if report.id == report_id:
            marks += [Mark(s.start, s.end, "evidence") for s in report.evidence]
    if not article.text:
        return []
    return build_segments(article.text, Span(0, len(article.text)), marks)
