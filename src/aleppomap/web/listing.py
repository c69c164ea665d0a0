"""The library's table: which articles, in which order, and what each row says."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import streamlit as st

from aleppomap.gazetteer import Gazetteer
from aleppomap.query import Query
from aleppomap.store import Library, Row
from aleppomap.strings import LRI, PDI, strings
from aleppomap.web.shelf import Shelf, is_served, load_shelf
from aleppomap.web.state import load_corpus

MOST = 2000
"""Most articles that one search lists."""


@dataclass(frozen=True, slots=True)
class Line:
    """One article of the table; ``snippet`` where words were searched."""

    row: Row
    stale: bool
    snippet: str | None = None


@dataclass(frozen=True)
class Listing:
    """The articles that fit, out of all, with every source that the library has."""

    lines: tuple[Line, ...]
    total: int
    sources: tuple[str, ...]
    stale: int


@st.cache_resource(show_spinner=False)
def _samples() -> Shelf:
    """The samples as a library of their own, which nobody can change, made when first listed."""
    folder = Path(tempfile.mkdtemp(prefix="aleppomap-samples-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    corpus = load_corpus()

    def fill() -> Library:
        library = Library(folder)
        library.add(list(corpus.extractions.values()), corpus.version)
        return library

    return Shelf(opener=fill)


def list_articles(query: Query, sources: Sequence[str]) -> Listing:
    """What the library has that fits; without a library, what the samples have."""
    corpus = load_corpus()
    shelf = load_shelf() if is_served() else _samples()
    with shelf.open() as library:
        found = find_lines(library, query, sources, corpus.gazetteer, corpus.version)
    if is_served():
        return found
    # The samples stand in links by their own ids.
    own = (replace(line, row=replace(line.row, link_id=line.row.id)) for line in found.lines)
    return replace(found, lines=tuple(own))


def find_lines(
    library: Library, query: Query, sources: Sequence[str], gazetteer: Gazetteer, version: str
) -> Listing:
    """Search the library. A source that is the empty text stands for "no source given"."""
    rows = library.rows()
    stale = set(library.stale(version))
    fit = [Line(row, row.id in stale) for row in rows]
    if query.words or query.since or query.until or query.places or query.kinds:
        known = {line.row.id: line for line in fit}
        found = library.search(
            query.words,
            since=query.since,
            until=query.until,
            places=_with_parts(query.places, gazetteer),
            kinds=[kind.value for kind in query.kinds],
            limit=MOST,
        )
        fit = [
            Line(known[one.id].row, known[one.id].stale, one.snippet if query.words else None)
            for one in found
            if one.id in known
        ]
    if sources:
        fit = [line for line in fit if (line.row.publisher or "") in sources]
    named = sorted({row.publisher or "" for row in rows}, key=lambda name: (not name, name))
    return Listing(tuple(fit), len(rows), tuple(named), len(stale))


def _with_parts(places: Sequence[str], gazetteer: Gazetteer) -> list[str]:
    """The places asked for with everything that is part of them."""
    wanted = [part for place in places for part in gazetteer.descendants(place)]
    return list(dict.fromkeys([*places, *wanted]))


def sheet_state(
    listing: Listing, shown: int, ticked: Sequence[str], tick: bool, lang: str
) -> dict[str, Any]:
    """The table as its script takes it; ``tick`` where rows can be chosen."""
    words = strings(lang)
    lines = listing.lines[:shown]
    columns = [
        {"key": "title", "label": words["lib_col_title"]},
        {"key": "publisher", "label": words["lib_source"]},
        {"key": "day", "label": words["col_date"]},
        {"key": "reports", "label": words["lib_col_reports"]},
    ]
    if any(line.stale for line in lines):
        columns.append({"key": "state", "label": words["lib_col_state"], "mark": "yes"})
    left = len(listing.lines) - len(lines)
    return {
        "caption": count_words(listing, lang),
        "columns": columns,
        "rows": [_cells(line, words, lang) for line in lines],
        "ticked": [one for one in ticked if one in {line.row.link_id for line in lines}],
        "tick": tick,
        "more": words["more_reports"].format(n=left) if left else None,
        "strings": {"tick": words["lib_tick"], "tick_all": words["lib_tick_all"]},
        "lang": lang,
    }


def count_words(listing: Listing, lang: str) -> str:
    """How many articles are listed, and of how many."""
    words = strings(lang)
    if len(listing.lines) != listing.total:
        return words["lib_count_of"].format(n=len(listing.lines), all=listing.total)
    if listing.total == 1:
        return words["lib_count_one"]
    return words["lib_count"].format(n=listing.total)


def _cells(line: Line, words: Mapping[str, str], lang: str) -> dict[str, Any]:
    row = line.row
    day = row.published[:10] if row.published else None
    return {
        "id": row.link_id,
        "href": f"?doc={row.link_id}&lang={lang}",
        "title": row.title or words["untitled"],
        "publisher": row.publisher or "",
        "day": f"{LRI}{day}{PDI}" if day else "",
        "reports": str(row.reports),
        "state": words["lib_stale"] if line.stale else "",
        "note": line.snippet or "",
    }
