"""From mentions, times, claims, figures and kinds to the reports of one article.

Each clause that speaks of a place is one report; the sentences after it that only go on
about it (a toll, a speaker) lend it their words and figures. What an article says twice
is one report. Nothing is added up: a figure said of several places stays whole.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from aleppomap.claims import FoundClaim, find_claims
from aleppomap.clauses import find_clauses
from aleppomap.figures import FoundFigure, find_figures, harm_of, other_figures
from aleppomap.gazetteer import Gazetteer
from aleppomap.kinds import kind_of
from aleppomap.model import (
    Article,
    Claim,
    DatedBy,
    GeoLevel,
    Harm,
    Kind,
    Mention,
    Note,
    Precision,
    Report,
    Span,
    Status,
    Timex,
)
from aleppomap.origins import find_origins
from aleppomap.repeats import merge_repeats
from aleppomap.sentences import find_paragraphs, index_at

_LANDMARKS = frozenset(
    ("landmark hospital military-site gate roundabout road park cemetery crossing river").split()
)
_MOST_FOLLOWING = 2
"""Sentences without a place that may go on about the place before them."""


@dataclass(slots=True)
class _Draft:
    """A report in the making: its clause, the sentences it takes in, what they say."""

    sentence: int
    clause: Span
    mentions: list[Mention]
    origins: list[Mention]
    figures: list[FoundFigure]
    claim: FoundClaim | None
    evidence: list[Span] = field(default_factory=list)


class _Page:
    """One article with what was found in it."""

    def __init__(
        self,
        article: Article,
        mentions: Sequence[Mention],
        timexes: Sequence[Timex],
        sentences: Sequence[Span],
        gazetteer: Gazetteer,
    ) -> None:
        self.article = article
        self.text = article.text
        self.sentences = sentences
        self.paragraphs = find_paragraphs(article.text)
        self.timexes = timexes
        self.gazetteer = gazetteer
        self.by_sentence: dict[int, list[Mention]] = {}
        for mention in mentions:
            self.by_sentence.setdefault(index_at(sentences, mention.start), []).append(mention)
        self._figures: dict[int, tuple[FoundFigure, ...]] = {}
        self.claims = find_claims(self.text, sentences, article.language)

    def figures(self, number: int) -> tuple[FoundFigure, ...]:
        """The figures of a sentence."""
        if number not in self._figures:
            span = self.sentences[number]
            self._figures[number] = find_figures(
                self.text, span.start, span.end, self.article.language
            )
        return self._figures[number]

    def paragraph(self, number: int) -> int:
        """The number of the paragraph that a sentence stands in."""
        return index_at(self.paragraphs, self.sentences[number].start)

    def words(self, span: Span) -> str:
        """The words of a span."""
        return self.text[span.start : span.end]


def build_reports(
    article: Article,
    mentions: Sequence[Mention],
    timexes: Sequence[Timex],
    sentences: Sequence[Span],
    gazetteer: Gazetteer,
) -> tuple[tuple[Report, ...], tuple[Note, ...]]:
    """The reports of an article in the order of its text, and notes on repeats that were merged."""
    if not sentences or not mentions:
        return (), ()
    page = _Page(article, mentions, timexes, sentences, gazetteer)
    drafts = [draft for number in sorted(page.by_sentence) for draft in _drafts(page, number)]
    _take_in_what_follows(page, drafts)
    reports = [_report(page, draft) for draft in drafts]
    return merge_repeats(reports)


def _drafts(page: _Page, number: int) -> list[_Draft]:
    """The clauses of a sentence that speak of a place, each with its own figures."""
    found = page.by_sentence[number]
    sentence = page.sentences[number]
    origins = find_origins(page.text, sentence, found)
    placed = [Span(m.start, m.end) for n, m in enumerate(found) if n not in origins and m.place_id]
    figures = page.figures(number)
    counted = [Span(f.start, f.end) for f in figures if f.what in ("killed", "injured")]
    drafts = []
    for clause in find_clauses(page.text, sentence, placed, counted):
        here = [n for n, m in enumerate(found) if clause.start <= m.start < clause.end]
        targets = [found[n] for n in here if n not in origins]
        if _geo_level(targets, page.gazetteer) is None and not (set(here) & origins):
            continue
        drafts.append(
            _Draft(
                sentence=number,
                clause=clause,
                mentions=targets,
                origins=[found[n] for n in here if n in origins],
                figures=[f for f in figures if clause.start <= f.start < clause.end],
                claim=page.claims[number],
                evidence=[clause],
            )
        )
    return drafts


def _take_in_what_follows(page: _Page, drafts: Sequence[_Draft]) -> None:
    """Sentences that name no place but count somebody go with the last report before them in
    their paragraph, if it has no such figure; so does the sentence that a speaker stands in."""
    for position, draft in enumerate(drafts):
        following = drafts[position + 1].sentence if position + 1 < len(drafts) else None
        if following == draft.sentence:
            continue
        for number in range(draft.sentence + 1, draft.sentence + 1 + _MOST_FOLLOWING):
            if number >= len(page.sentences) or number in page.by_sentence:
                break
            if page.paragraph(number) != page.paragraph(draft.sentence):
                break
            if not _takes_in(page, draft, number):
                break
            draft.figures.extend(page.figures(number))
            draft.evidence.append(page.sentences[number])
            if draft.claim is None:
                draft.claim = page.claims[number]
    for draft in drafts:
        claim = draft.claim
        if claim is not None:
            speaker = index_at(page.sentences, claim.start)
            if speaker == draft.sentence - 1 and page.paragraph(speaker) == page.paragraph(
                draft.sentence
            ):
                draft.evidence.insert(0, page.sentences[speaker])


def _takes_in(page: _Page, draft: _Draft, number: int) -> bool:
    harmed = {f.what for f in page.figures(number) if not f.background}
    known = {f.what for f in draft.figures}
    if not harmed & {"killed", "injured", "displaced"} or harmed & known:
        return False
    claim = page.claims[number]
    same = claim is None or draft.claim is None or _voice(claim.claim) == _voice(draft.claim.claim)
    return same


def _voice(claim: Claim) -> str | None:
    return claim.claimant_id or claim.claimant


# --- one report -----------------------------------------------------------------------


def _report(page: _Page, draft: _Draft) -> Report:
    article = page.article
    place_ids = _ids(draft.mentions)
    timex = timex_for(draft.sentence, draft.clause, page.sentences, page.paragraphs, page.timexes)
    start, end, precision, dated_by = _dates(article, timex)
    harm = harm_of(draft.figures)
    words = page.words(draft.clause)
    content = f"{article.id}\n{draft.clause.start}\n{words}\n{','.join(place_ids)}"
    level = _geo_level(draft.mentions, page.gazetteer) or GeoLevel.UNPLACED
    shown = [m for m in draft.mentions if m.place_id is not None or not place_ids]
    return Report(
        id="r-" + hashlib.sha256(content.encode()).hexdigest()[:16],
        article_id=article.id,
        place_ids=place_ids,
        geo_level=level,
        date_start=start,
        date_end=end,
        date_precision=precision,
        dated_by=dated_by,
        evidence=tuple(sorted(set(draft.evidence))),
        mention_spans=tuple(Span(m.start, m.end) for m in [*shown, *draft.origins]),
        timex_span=Span(timex.start, timex.end) if timex else None,
        kind=_kind(page, draft),
        claim=draft.claim.claim if draft.claim else Claim(),
        harm=harm,
        figures=other_figures(draft.figures),
        shared=len(place_ids) > 1 and harm != Harm(),
        origin_place_ids=_ids(draft.origins),
    )


def _ids(mentions: Sequence[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(m.place_id for m in mentions if m.place_id is not None))


def _kind(page: _Page, draft: _Draft) -> Kind:
    """What the clause says happened; what stands around it decides where it says nothing."""
    sentence = page.sentences[draft.sentence]
    paragraph = page.paragraphs[page.paragraph(draft.sentence)]
    around = page.words(paragraph)
    if draft.clause != sentence:
        around = f"{page.words(sentence)} {around}"
    if page.article.title:
        around = f"{around} {page.article.title}"
    words = " ".join(page.words(span) for span in sorted(draft.evidence) if span != sentence)
    own = page.words(draft.clause)
    return kind_of(own, f"{words} {around}", page.article.language)


def _geo_level(found: Sequence[Mention], gazetteer: Gazetteer) -> GeoLevel | None:
    """How fine the place of a clause is; None where it names no place at all."""
    places = dict.fromkeys(m.place_id for m in found if m.place_id is not None)
    if places:
        kept = [gazetteer[place_id] for place_id in places]
        if all(place.outside_city for place in kept):
            return GeoLevel.OUTSIDE
        if len(kept) > 1:
            return GeoLevel.SEVERAL
        return GeoLevel.LANDMARK if kept[0].kind in _LANDMARKS else GeoLevel.NEIGHBOURHOOD
    statuses = {mention.status for mention in found}
    if Status.AMBIGUOUS in statuses:
        return GeoLevel.UNPLACED
    if Status.CITY in statuses:
        return GeoLevel.CITY
    return GeoLevel.OUTSIDE if Status.OUTSIDE in statuses else None


# --- its date -------------------------------------------------------------------------

_BY_EXACTNESS = {
    Precision.DAY: 0,
    Precision.RANGE: 0,
    Precision.UNTIL: 0,
    Precision.SINCE: 1,
    Precision.WEEK: 1,
    Precision.MONTH: 2,
    Precision.YEAR: 3,
}


def timex_for(
    number: int,
    clause: Span,
    sentences: Sequence[Span],
    paragraphs: Sequence[Span],
    timexes: Sequence[Timex],
) -> Timex | None:
    """The time expression that dates a clause: its own most exact one, its sentence's, else
    the last exact one before it in the same paragraph."""
    sentence = sentences[number]
    paragraph = paragraphs[index_at(paragraphs, sentence.start)]
    first = bisect_left(timexes, paragraph.start, key=lambda t: t.start)
    last = bisect_left(timexes, paragraph.end, key=lambda t: t.start)
    line = [t for t in timexes[first:last] if t.precision in _BY_EXACTNESS]
    for span in (clause, sentence):
        own = [t for t in line if span.start <= t.start < span.end]
        if own:
            return min(own, key=lambda t: (_BY_EXACTNESS[t.precision], t.start))
    exact = [t for t in line if _BY_EXACTNESS[t.precision] == 0]
    earlier = [t for t in exact if t.start < sentence.start]
    if earlier:
        return earlier[-1]
    # a short line such as the title of a video carries its only day at its end
    short = paragraph.end - paragraph.start <= 200
    return exact[0] if short and len(line) == 1 and exact else None


def _dates(article: Article, timex: Timex | None) -> tuple[object, object, Precision, DatedBy]:
    anchor = article.anchor
    if timex is not None:
        return timex.date_start, timex.date_end, timex.precision, DatedBy.TEXT
    if anchor is not None:
        return anchor, anchor, Precision.DAY, DatedBy.PUBLISHED
    return None, None, Precision.UNKNOWN, DatedBy.NONE
