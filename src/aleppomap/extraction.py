"""From an article to its mentions, time expressions and reports: the one place that joins them."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from aleppomap import cues
from aleppomap.fold import fold_name, tokens
from aleppomap.gazetteer import Gazetteer
from aleppomap.generics import generic_of
from aleppomap.lexicon import Toponym, sound_of
from aleppomap.mentions import Finder, Hit, Token
from aleppomap.model import (
    Article,
    DatedBy,
    Extraction,
    GeoLevel,
    Mention,
    Name,
    Precision,
    Report,
    Span,
    Status,
    Timex,
)
from aleppomap.resolve import Resolver, Weighing
from aleppomap.sentences import find_paragraphs, find_sentences, index_at
from aleppomap.surroundings import Elsewhere, Surroundings
from aleppomap.timex import find_timexes

RULES = "1"
"""Version of the rules; it changes when the same text would give other reports."""

_LANDMARKS = frozenset(
    ("landmark hospital military-site gate roundabout road park cemetery crossing river").split()
)
_HE_SAID = re.compile("|".join(cues.PRONOUN_SPEECH), re.IGNORECASE)


class Extractor:
    """Extracts with one gazetteer; pure: the same article gives the same reports and ids.

    ``elsewhere`` are the names of the city itself and of places outside it, by
    the target that their toponyms carry; ``ordinary`` are words of everyday
    language that are no place by sound alone.
    """

    def __init__(
        self,
        gazetteer: Gazetteer,
        outside: Iterable[Toponym] = (),
        elsewhere: dict[str, Elsewhere] | None = None,
        ordinary: frozenset[str] = frozenset(),
    ) -> None:
        self.gazetteer = gazetteer
        self._elsewhere = elsewhere or {}
        toponyms = [*toponyms_of(gazetteer), *outside]
        self._finder = Finder(toponyms, cues.GENERIC, ordinary)
        self._resolver = Resolver(gazetteer, self._elsewhere)

    def extract(self, article: Article, *, gate: bool = True) -> Extraction:
        """Everything that is found in one article, in the order of its text."""
        tokens, hits, sentences, timexes = self._find(article)
        mentions = self._resolver.resolve(
            article.text,
            tokens,
            hits,
            sentences,
            gate=gate,
            aleppo_in_context=self._names_aleppo(article.title or ""),
        )
        reports = build_reports(article, mentions, timexes, sentences, self.gazetteer)
        return Extraction(
            article=article,
            mentions=mentions,
            timexes=timexes,
            reports=reports,
            notes=article.notes,
        )

    def weigh(self, article: Article) -> list[tuple[Hit, list[Weighing]]]:
        """The candidates of each hit with their clues, for those who tune the weights."""
        tokens, hits, sentences, _ = self._find(article)
        page = Surroundings(article.text, tokens, hits, sentences, self._elsewhere)
        weighings, _ = self._resolver.weigh(page, self._names_aleppo(article.title or ""))
        return list(zip(hits, weighings, strict=True))

    def _find(
        self, article: Article
    ) -> tuple[list[Token], list[Hit], list[Span], tuple[Timex, ...]]:
        """The tokens, hits, sentences and time expressions of an article."""
        text = article.text
        closed = list(article.furniture)
        if article.byline_span is not None:
            closed.append(article.byline_span)
        sentences = find_sentences(text)
        tokens, hits = self._finder.find(text, closed)
        timexes: tuple[Timex, ...] = ()
        if hits:
            timexes = find_timexes(text, article.anchor, article.language, exclude=closed)
            starts = [timex.start for timex in timexes]
            hits = [hit for hit in hits if not _is_dated(hit, timexes, starts)]
        return tokens, hits, sentences, timexes

    def _names_aleppo(self, words: str) -> bool:
        _, hits = self._finder.find(words)
        found = (self._elsewhere.get(hit.readings[0].toponym.target) for hit in hits)
        return any(place is not None and place.is_aleppo for place in found)


def _is_dated(hit: Hit, timexes: Sequence[Timex], starts: Sequence[int]) -> bool:
    """Whether a hit is a word of a date: تشرين is a month before it is a quarter."""
    before = bisect_right(starts, hit.start) - 1
    return before >= 0 and hit.end <= timexes[before].end


def toponyms_of(gazetteer: Gazetteer) -> Iterable[Toponym]:
    """All names of all places as toponyms to look for.

    Labels are ours and stand in no text. A name with a head noun ("حي الشعار") is left
    out where the place has it without: the noun is evidence around a name, not part of it.
    What a name may mean besides, its other spellings may mean too.
    """
    for place in gazetteer:
        folded = {fold_name(name.text) for name in place.names}
        doubtful = {_specific(name): name for name in place.names if name.ambiguous}
        for name in place.names:
            first, _, rest = fold_name(name.text).partition(" ")
            if name.role == "label" or (first == "حي" and rest in folded):
                continue
            like = name if name.ambiguous else doubtful.get(_specific(name), name)
            yield Toponym(
                text=name.text,
                lang=name.lang,
                target=place.id,
                ambiguous=like.ambiguous,
                senses=like.senses,
                homes=like.homes,
            )


def _specific(name: Name) -> str:
    """The sound of a name without "district" and the like: what it may mean, it may mean with
    the head noun too."""
    kept = [t for t in tokens(name.text) if generic_of(t) not in ("district", "city")]
    return sound_of(" ".join(kept) or name.text, name.lang)


# --- reports --------------------------------------------------------------------------


def build_reports(
    article: Article,
    mentions: Sequence[Mention],
    timexes: Sequence[Timex],
    sentences: Sequence[Span],
    gazetteer: Gazetteer,
) -> tuple[Report, ...]:
    """One report for each sentence that speaks of a place, with its date and its words.

    A sentence whose speaker is only a pronoun brings the sentence before it along,
    so that a claim is never shown without whoever made it.
    """
    if not sentences:
        return ()
    paragraphs = find_paragraphs(article.text)
    by_sentence: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_sentence.setdefault(index_at(sentences, mention.start), []).append(mention)
    reports = []
    for number, found in sorted(by_sentence.items()):
        level = _geo_level(found, gazetteer)
        if level is None:
            continue
        sentence = sentences[number]
        timex = _timex_for(number, sentences, paragraphs, timexes)
        reports.append(
            _report(article, sentence, _evidence(article, number, sentences), level, found, timex)
        )
    return tuple(reports)


def _geo_level(found: Sequence[Mention], gazetteer: Gazetteer) -> GeoLevel | None:
    """How fine the place of a sentence is; None where it names no place at all."""
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


def _evidence(article: Article, number: int, sentences: Sequence[Span]) -> tuple[Span, ...]:
    sentence = sentences[number]
    words = article.text[sentence.start : sentence.end]
    if number and _HE_SAID.search(words):
        before = sentences[number - 1]
        if "\n" not in article.text[before.end : sentence.start]:
            return (before, sentence)
    return (sentence,)


_BY_EXACTNESS = {
    Precision.DAY: 0,
    Precision.RANGE: 0,
    Precision.UNTIL: 0,
    Precision.SINCE: 1,
    Precision.WEEK: 1,
    Precision.MONTH: 2,
    Precision.YEAR: 3,
}


def _timex_for(
    number: int,
    sentences: Sequence[Span],
    paragraphs: Sequence[Span],
    timexes: Sequence[Timex],
) -> Timex | None:
    """The time expression that dates a sentence: its own most exact one, else the last
    exact one before it in the same paragraph."""
    sentence = sentences[number]
    paragraph = paragraphs[index_at(paragraphs, sentence.start)]
    first = bisect_left(timexes, paragraph.start, key=lambda t: t.start)
    last = bisect_left(timexes, paragraph.end, key=lambda t: t.start)
    line = [t for t in timexes[first:last] if t.precision in _BY_EXACTNESS]
    own = [t for t in line if sentence.start <= t.start < sentence.end]
    if own:
        return min(own, key=lambda t: (_BY_EXACTNESS[t.precision], t.start))
    exact = [t for t in line if _BY_EXACTNESS[t.precision] == 0]
    earlier = [t for t in exact if t.start < sentence.start]
    if earlier:
        return earlier[-1]
    # a short line such as the title of a video carries its only day at its end
    short = paragraph.end - paragraph.start <= 200
    return exact[0] if short and len(line) == 1 and exact else None


def _report(
    article: Article,
    sentence: Span,
    evidence: tuple[Span, ...],
    level: GeoLevel,
    found: Sequence[Mention],
    timex: Timex | None,
) -> Report:
    place_ids = tuple(dict.fromkeys(m.place_id for m in found if m.place_id is not None))
    anchor = article.anchor
    if timex is not None:
        start, end, precision = timex.date_start, timex.date_end, timex.precision
        dated_by = DatedBy.TEXT
    elif anchor is not None:
        start, end, precision, dated_by = anchor, anchor, Precision.DAY, DatedBy.PUBLISHED
    else:
        start, end, precision, dated_by = None, None, Precision.UNKNOWN, DatedBy.NONE
    words = article.text[sentence.start : sentence.end]
    content = f"{article.id}\n{sentence.start}\n{words}\n{','.join(place_ids)}"
    return Report(
        id="r-" + hashlib.sha256(content.encode()).hexdigest()[:16],
        article_id=article.id,
        place_ids=place_ids,
        geo_level=level,
        date_start=start,
        date_end=end,
        date_precision=precision,
        dated_by=dated_by,
        evidence=evidence,
        mention_spans=tuple(
            Span(m.start, m.end) for m in found if m.place_id is not None or not place_ids
        ),
        timex_span=Span(timex.start, timex.end) if timex else None,
    )
