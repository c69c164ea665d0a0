"""What the page knows: the library, shared by all readers, and one reader's session."""

from __future__ import annotations

import gc
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Literal
from urllib.parse import parse_qs

import streamlit as st

from aleppomap import api
from aleppomap.gazetteer import Gazetteer
from aleppomap.link import Link
from aleppomap.model import Extraction
from aleppomap.query import Entry, Query, link_entries
from aleppomap.shapes import build_shapes
from aleppomap.view import Class, View, build_view, count_places, extent_of
from aleppomap.web.shelf import Shelf, is_served, load_shelf

PAGE = 20
"""Cards shown at first, and added by "more"."""
ROWS = 50
"""Articles of the library's table shown at first, and added by "more"."""


@dataclass(frozen=True)
class Corpus:
    """Extractions with what is made of them once: entries, counts, extent."""

    gazetteer: Gazetteer
    version: str
    extractions: Mapping[str, Extraction]

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """All reports with their articles, linked across articles."""
        return link_entries(
            Entry(report, extraction.article)
            for extraction in self.extractions.values()
            for report in extraction.reports
        )

    @cached_property
    def by_id(self) -> dict[str, Entry]:
        """The reports by their ids."""
        return {entry.report.id: entry for entry in self.entries}

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many reports name each place, over the whole time."""
        return count_places(self.entries)

    @cached_property
    def extent(self) -> tuple[date, date] | None:
        """First and last dated day."""
        return extent_of(self.entries)

    def with_documents(self, added: Mapping[str, Extraction]) -> Corpus:
        """The same library with a reader's own documents."""
        return replace(self, extractions={**self.extractions, **added})


@st.cache_resource(show_spinner=False)
def load_atlas() -> api.Atlas:
    """The gazetteer with its extractor, once per server."""
    return api.load()


def load_corpus() -> Corpus:
    """The library that is served as it is now, or else the samples."""
    return _corpus(load_shelf().turn if is_served() else 0, is_served())


@st.cache_resource(show_spinner=False, max_entries=2)
def _corpus(turn: int, served: bool) -> Corpus:
    """Read and extracted once per server and change of its library.

    Streamlit collects the whole heap after every run; freezing what will never
    be freed takes that from some 70 ms to nothing (measured).
    """
    atlas = load_atlas()
    if served:
        found = _read_library(atlas, load_shelf())
    else:
        found = {article.id: atlas.extract(article) for article in api.read_samples()}
    corpus = Corpus(atlas.gazetteer, atlas.version, found)
    _ = corpus.entries, corpus.counts, corpus.extent
    gc.collect()
    gc.freeze()
    return corpus


@st.cache_resource(show_spinner=False)
def _read_before() -> dict[str, Extraction]:
    """What was read of the library before its last change, by link."""
    return {}


def _read_library(atlas: api.Atlas, shelf: Shelf) -> dict[str, Extraction]:
    """The articles of the library that is served; their link ids, which nobody can guess, are
    the only ids that stand in a link. What an older version read is read again, and what
    did not change since the last turn is not read twice."""
    before, found = _read_before(), {}
    with shelf.open() as library:
        stale = set(library.stale(atlas.version))
        for row in library.rows():
            known = before.get(row.link_id) if row.id not in shelf.touched else None
            if known is None and (read := library.article(id=row.id)) is not None:
                fresh = atlas.extract(read.article) if row.id in stale else read
                known = with_id(fresh, row.link_id)
            if known is not None:
                found[row.link_id] = known
        shelf.touched.clear()
        before.clear()
        before.update(found)
    return found


def with_id(extraction: Extraction, article_id: str) -> Extraction:
    """The same extraction under another id of its article."""
    article = replace(extraction.article, id=article_id)
    reports = tuple(replace(report, article_id=article_id) for report in extraction.reports)
    return replace(extraction, article=article, reports=reports)


@st.cache_resource(show_spinner=False)
def load_shapes() -> bytes:
    """The map's geometry as the bytes that are served."""
    return build_shapes(load_atlas().gazetteer).encode()


@dataclass
class Session:
    """One reader's page. ``link`` holds the whole view; widgets only mirror it."""

    link: Link
    made_with: str | None = None
    missing: tuple[str, ...] = ()
    added: dict[str, Extraction] = field(default_factory=dict)
    listed: Class = Class.SHOWN
    cards: int = PAGE
    said: list[tuple[str, str]] = field(default_factory=list)
    reading: str | None = None
    tiles: bool = False
    wanted_report: str | None = None
    packed: dict[str, str | None] = field(default_factory=dict)
    page: Literal["map", "library"] = "map"
    sources: tuple[str, ...] = ()
    ticked: tuple[str, ...] = ()
    rows: int = ROWS
    faults: list[tuple[str, str]] = field(default_factory=list)
    upload: str = ""
    undo: tuple[str, ...] = ()
    kept_view: str | None = None
    lost_view: bool = False
    told: str | None = None
    _own: Corpus | None = None
    _own_of: Corpus | None = None

    def restore_report(self) -> None:
        """Choose the report that the link named, once its document has come."""
        ids = {r.id for e in self.added.values() for r in e.reports}
        if self.wanted_report in ids:
            self.link = replace(self.link, report=self.wanted_report)

    def corpus(self, library: Corpus) -> Corpus:
        """The library with the reader's own documents, put together once for each change."""
        if not self.added:
            return library
        if self._own is None or self._own_of is not library:
            self._own, self._own_of = library.with_documents(self.added), library
        return self._own

    def page_params(self) -> dict[str, list[str]]:
        """What the address says beside the view: which page, and which sources it lists."""
        return {"page": [self.page], "source": list(self.sources) or [""], "view": []}

    def add(self, extractions: Mapping[str, Extraction]) -> None:
        """Keep documents for this session."""
        self.added |= extractions
        self._own = None

    def remove(self, article_id: str) -> None:
        """Forget one of the reader's documents, and what the view asked of it."""
        self.added.pop(article_id, None)
        self._own = None
        self.ask(articles=tuple(a for a in self.query.articles if a != article_id))
        if self.reading == article_id:
            self.reading = None

    @property
    def query(self) -> Query:
        """What the reader asked."""
        return self.link.query

    def ask(self, **changes: object) -> None:
        """Change the query; the list starts again at its first page."""
        query = replace(self.link.query, **changes)  # type: ignore[arg-type]
        self.link = replace(self.link, query=query)
        self.cards = PAGE

    def toggle_place(self, place_id: str, more: bool = False) -> None:
        """Choose a place, or let go of it; ``more`` keeps the others."""
        places = self.query.places
        if place_id in places:
            left = tuple(p for p in places if p != place_id) if more else ()
            self.ask(places=left)
        else:
            self.ask(places=(*places, place_id) if more else (place_id,))


def session(corpus: Corpus) -> Session:
    """The reader's session; a new one starts from the link the page was opened with."""
    if "session" not in st.session_state:
        st.session_state["session"] = start(corpus)
    found: Session = st.session_state["session"]
    return found


def start(corpus: Corpus) -> Session:
    """Read the link. What it names and is not here is left out, and told."""
    params = {key: st.query_params.get_all(key) for key in st.query_params}
    params, lost = _saved_view(params)
    link = Link.from_params(params)
    made_with = link.version if link.version and link.version != corpus.version else None
    known = tuple(a for a in link.query.articles if a in corpus.extractions)
    missing = tuple(a for a in link.query.articles if a not in corpus.extractions)
    query = replace(
        link.query,
        articles=known,
        places=tuple(p for p in link.query.places if p in corpus.gazetteer),
    )
    wanted = link.report
    report = wanted if wanted in corpus.by_id else None
    link = replace(link, query=query, report=report, version=corpus.version)
    on_shelf = link.layout == "full" and params.get("page") == ["library"]
    return Session(
        link=link,
        made_with=made_with,
        missing=missing,
        wanted_report=wanted,
        page="library" if on_shelf else "map",
        sources=tuple(dict.fromkeys(s[:200] for s in params.get("source", ()) if s))[:50],
        lost_view=lost,
    )


def _saved_view(params: dict[str, list[str]]) -> tuple[dict[str, list[str]], bool]:
    """The parameters that a saved view stands for, and whether it is gone."""
    view_id = next(iter(params.get("view", ())), "")
    if not view_id or not is_served():
        return params, bool(view_id)
    with load_shelf().open() as library:
        kept = library.view(view_id[:100])
    if kept is None:
        return params, True
    return {**parse_qs(kept), **{k: v for k, v in params.items() if k == "lang"}}, False


@dataclass(frozen=True)
class Scene:
    """One run of the page: the view asked for, and the same without the choice of places.

    The map keeps its colours while a place is chosen; the cards follow the choice.
    """

    corpus: Corpus
    view: View
    around: View


def build_scene(corpus: Corpus, query: Query) -> Scene:
    """Both views of a query."""
    view = build_view(corpus.entries, query, corpus.gazetteer)
    around = (
        build_view(corpus.entries, replace(query, places=()), corpus.gazetteer)
        if query.places
        else view
    )
    return Scene(corpus, view, around)
