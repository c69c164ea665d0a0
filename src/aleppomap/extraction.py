"""From an article to its mentions, time expressions and reports: the one place that joins them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from aleppomap import cues
from aleppomap.fold import fold_name, tokens
from aleppomap.gazetteer import Gazetteer
from aleppomap.generics import generic_of
from aleppomap.lexicon import Toponym
from aleppomap.mentions import Finder, Hit, Token
from aleppomap.model import (
    Article,
    Extraction,
    Name,
    Span,
    Timex,
)
from aleppomap.reports import build_reports
from aleppomap.resolve import Resolver, Weighing
from aleppomap.sentences import find_sentences
from aleppomap.surroundings import Elsewhere, Surroundings
from aleppomap.timex import find_timexes

RULES = "2"
"""Version of the rules; it changes when the same text would give other reports."""


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
        reports, notes = build_reports(article, mentions, timexes, sentences, self.gazetteer)
        return Extraction(
            article=article,
            mentions=mentions,
            timexes=timexes,
            reports=reports,
            notes=(*article.notes, *notes),
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
    """A name, folded, without "district" and the like: what it may mean, it may mean with the
    head noun too, and with other endings and marks."""
    kept = [t for t in tokens(name.text) if generic_of(t) not in ("district", "city")]
    return fold_name(" ".join(kept)) or fold_name(name.text)
