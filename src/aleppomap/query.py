"""What a reader asked: one value that the map, the cards, the link and the picture share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from aleppomap.events import link_events
from aleppomap.gazetteer import Gazetteer
from aleppomap.model import Article, ClaimantType, Kind, Report, Verification


@dataclass(frozen=True, slots=True)
class Entry:
    """A report with the article it stands in."""

    report: Report
    article: Article

    @property
    def excerpt(self) -> str:
        """The article's own words that carry the report."""
        return " … ".join(self.article.text[s.start : s.end] for s in self.report.evidence)

    @property
    def day(self) -> date | None:
        """The day a report is sorted by: the last day it can mean, else the first."""
        return self.report.date_end or self.report.date_start


def link_entries(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries in their order, their reports linked across articles where they may tell of
    one event (see ``events``)."""
    found = tuple(entries)
    linked = link_events([entry.report for entry in found])
    return tuple(Entry(r, e.article) for r, e in zip(linked, found, strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A window of days (both ends inclusive, None: open) and filters (empty: all)."""

    since: date | None = None
    until: date | None = None
    places: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    words: str = ""
    kinds: tuple[Kind, ...] = ()
    voices: tuple[ClaimantType, ...] = ()
    certainty: tuple[Verification, ...] = ()

    @property
    def has_filters(self) -> bool:
        """Whether anything but the window is asked."""
        asked = self.places, self.articles, self.words, self.kinds, self.voices, self.certainty
        return any(asked)

    def in_window(self, report: Report) -> bool:
        """Whether the report's period meets the window.

        A report known only up to, or only from, a day is taken to stand on that
        day: an open side would put it into every window of the past or future.
        """
        first = report.date_start or report.date_end
        last = report.date_end or report.date_start
        if first is None or last is None:
            return False
        after = self.since is None or last >= self.since
        return after and (self.until is None or first <= self.until)

    def passes(self, entry: Entry, gazetteer: Gazetteer) -> bool:
        """Whether the report passes the filters, window aside.

        A place filter takes the place and everything that is part of it.
        """
        if self.articles and entry.article.id not in self.articles:
            return False
        if not self._passes_claim(entry.report):
            return False
        if self.places:
            wanted = set(self.places)
            for place_id in self.places:
                wanted.update(gazetteer.descendants(place_id))
            if wanted.isdisjoint(entry.report.place_ids):
                return False
        if self.words:
            haystack = f"{entry.excerpt}\n{entry.article.title or ''}".casefold()
            return all(word in haystack for word in self.words.casefold().split())
        return True

    def _passes_claim(self, report: Report) -> bool:
        """Where nobody is named, the article itself speaks: that counts as media."""
        voice = report.claim.claimant_type or ClaimantType.MEDIA
        return (
            (not self.kinds or report.kind in self.kinds)
            and (not self.voices or voice in self.voices)
            and (not self.certainty or report.verification in self.certainty)
        )
