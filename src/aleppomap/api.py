"""The public face: load once, extract, and turn what was found into tables and maps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property, lru_cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from aleppomap import __version__, geodata
from aleppomap.extraction import RULES, Extractor
from aleppomap.gazetteer import Gazetteer
from aleppomap.lexicon import Toponym
from aleppomap.model import Article, DataFault, Extraction, Mention, Note, Report, Timex
from aleppomap.query import Entry, Query, link_entries
from aleppomap.source import Unread, article_from_text, read_path
from aleppomap.surroundings import Elsewhere
from aleppomap.view import View, build_view

if TYPE_CHECKING:
    import folium
    import geopandas


class Atlas:
    """The gazetteer with everything that is needed to extract with it.

    ``version`` names the program, the rules and the data, for links and pictures.
    """

    def __init__(
        self,
        gazetteer: Gazetteer,
        elsewhere: Iterable[geodata.Elsewhere] = (),
        ordinary: frozenset[str] = frozenset(),
    ) -> None:
        self.gazetteer = gazetteer
        self.version = f"{__version__}.{RULES}-{gazetteer.version.removeprefix('geo-')}"
        toponyms, meanings = [], {}
        for name in elsewhere:
            target = f"@{name.label}"
            toponyms.append(Toponym(text=name.name, lang=name.lang, target=target, exact=True))
            meanings[target] = Elsewhere(
                name.label, is_aleppo=name.kind == "aleppo-city", country=name.country
            )
        self.extractor = Extractor(gazetteer, toponyms, meanings, ordinary)

    def extract(self, article: Article, *, gate: bool = True) -> Extraction:
        """Mentions, time expressions and reports of one article, in the order of its text.

        ``gate`` asks that the document names Aleppo, or two places that are
        nowhere else, before anything in it is placed.
        """
        return self.extractor.extract(article, gate=gate)


@lru_cache(maxsize=4)
def load(folder: Path | None = None) -> Atlas:
    """The atlas of a data folder, by default the one that comes with aleppomap.

    Raises:
        DataFault: when the data break their rules, with every fault.
    """
    places, elsewhere, version = geodata.read_gazetteer_records(folder or geodata.default_folder())
    return Atlas(Gazetteer(places, version), elsewhere, read_ordinary())


def read_ordinary() -> frozenset[str]:
    """Words of everyday language that sound like a place (see benchmarks/ordinary.py)."""
    text = resources.files("aleppomap").joinpath("ordinary.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))


def read_samples() -> tuple[Article, ...]:
    """The sample library: our own words about sourced facts.

    Raises:
        DataFault: when a row cannot be read; none is left out in silence.
    """
    with resources.as_file(resources.files("aleppomap") / "samples" / "library.jsonl") as path:
        found = list(read_path(path))
    if faults := [str(row) for row in found if isinstance(row, Unread)]:
        raise DataFault(faults)
    return tuple(row for row in found if isinstance(row, Article))


def entries_of(extractions: Iterable[Extraction]) -> tuple[Entry, ...]:
    """The reports of many articles, each with its article, linked across articles."""
    return link_entries(
        Entry(report, found.article) for found in extractions for report in found.reports
    )


@dataclass(frozen=True)
class Findings:
    """What was found in one or more articles, ready for tables and maps."""

    extractions: tuple[Extraction, ...]
    atlas: Atlas

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """All mentions, article by article."""
        return tuple(m for found in self.extractions for m in found.mentions)

    @property
    def timexes(self) -> tuple[Timex, ...]:
        """All time expressions, article by article."""
        return tuple(t for found in self.extractions for t in found.timexes)

    @property
    def reports(self) -> tuple[Report, ...]:
        """All reports, article by article."""
        return tuple(r for found in self.extractions for r in found.reports)

    @property
    def notes(self) -> tuple[Note, ...]:
        """What the reader should know about the articles."""
        return tuple(n for found in self.extractions for n in found.notes)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The reports with their articles."""
        return entries_of(self.extractions)

    def view(self, query: Query | None = None) -> View:
        """The reports sorted, counted and ready to draw."""
        return build_view(self.entries, query or Query(), self.atlas.gazetteer)

    def to_geodataframe(self) -> geopandas.GeoDataFrame:
        """One row a report with its places as geometry, in degrees (EPSG:4326)."""
        from aleppomap.frames import reports_frame

        return reports_frame(self.extractions, self.atlas.gazetteer)

    def to_folium(self, query: Query | None = None, *, lang: str = "en") -> folium.Map:
        """A folium map for notebooks, styled like the app's."""
        from aleppomap.page import to_folium

        return to_folium(
            self.view(query), self.atlas.gazetteer, lang="ar" if lang == "ar" else "en"
        )


def extract(
    text: str,
    *,
    published: date | datetime | str | None = None,
    gate: bool = True,
    title: str | None = None,
    publisher: str | None = None,
    language: str | None = None,
) -> Findings:
    """Everything aleppomap finds in a text.

    ``published`` (a date, an aware datetime, or an ISO text) is what relative
    time words count from; left out, it is looked for in the text.
    """
    article = article_from_text(
        text, title=title, published=published, publisher=publisher, language=language
    )
    atlas = load()
    return Findings((atlas.extract(article, gate=gate),), atlas)


__all__ = [
    "Atlas",
    "Findings",
    "Unread",
    "entries_of",
    "extract",
    "load",
    "read_path",
    "read_samples",
]
