"""The library page: search, filters and the table; what an editor can do stands in ``desk``."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from aleppomap.model import Kind
from aleppomap.query import Query
from aleppomap.strings import strings
from aleppomap.web import keeping
from aleppomap.web.cards import name_of
from aleppomap.web.components import picked, show_part
from aleppomap.web.desk import show_desk, show_faults, show_undo
from aleppomap.web.listing import Listing, list_articles, sheet_state
from aleppomap.web.permission import reader_may_edit
from aleppomap.web.saving import told
from aleppomap.web.shelf import is_served
from aleppomap.web.state import ROWS, Corpus, Session
from aleppomap.web.window import mirror
from aleppomap.wording import capital, kind_words

_LINK_ID = re.compile(r"[\w-]{22}")


def missing_words(found: Session) -> list[str]:
    """The phrases for what a link names and is not here."""
    keys = ["notice_view_gone"] if found.lost_view else []
    gone = [one for one in found.missing if is_served() and _LINK_ID.fullmatch(one)]
    keys += ["notice_gone"] if gone else []
    return keys + (["notice_missing"] if len(gone) < len(found.missing) else [])


def show_library(found: Session, corpus: Corpus) -> None:
    """Everything under the title."""
    show_undo(found)
    show_faults(found)
    listing = list_articles(asked_of(found, corpus), found.sources)
    table, desk = st.columns([2.4, 1], gap="large")
    with table:
        _filters(found, corpus, listing)
        _actions(found, listing)
        _table(found, listing)
    with desk, st.container(key="desk"):
        show_desk(found, listing)


def asked_of(found: Session, corpus: Corpus) -> Query:
    """The view's query; a window that holds all dated reports asks for nothing, as on the map."""
    query, extent = found.query, corpus.extent
    if extent is None:
        return query
    since = query.since if query.since and query.since > extent[0] else None
    until = query.until if query.until and query.until < extent[1] else None
    return replace(query, since=since, until=until)


# ----------------------------------------------------------------- filters


def _filters(found: Session, corpus: Corpus, listing: Listing) -> None:
    words = strings(found.link.lang)
    key = "lib words"

    def change() -> None:
        _ask(found, words=" ".join(st.session_state[key].split())[:200])

    mirror(key, found.query.words)
    st.text_input(
        words["lib_search"],
        key=key,
        on_change=change,
        placeholder=words["lib_search_hint"],
        max_chars=200,
    )
    with st.container(key="libfilters", horizontal=True, vertical_alignment="bottom"):
        _place_filter(found, corpus)
        _kind_filter(found)
        _source_filter(found, listing)
        _day_filter(found, "since", "from_day")
        _day_filter(found, "until", "until_day")


def _is_asked(found: Session) -> bool:
    query = found.query
    asked = query.words or query.since or query.until or query.places or query.kinds
    return bool(asked or found.sources)


def _clear(found: Session) -> None:
    found.sources = ()
    _ask(found, words="", since=None, until=None, places=(), kinds=())


def _ask(found: Session, **changes: object) -> None:
    found.ask(**changes)
    found.rows = ROWS
    found.ticked = ()


def _choice(
    key: str,
    labels: tuple[str, str],
    options: list[Any],
    chosen: list[Any],
    say: Callable[[Any], str],
    take: Callable[[tuple[Any, ...]], None],
) -> None:
    """A filter of several values; the one who opened the page may come with any of them."""

    def change() -> None:
        take(tuple(st.session_state[key]))

    mirror(key, chosen)
    st.multiselect(
        labels[0], options, format_func=say, key=key, on_change=change, placeholder=labels[1]
    )


def _place_filter(found: Session, corpus: Corpus) -> None:
    words, lang = strings(found.link.lang), found.link.lang
    counted = [one for one in corpus.counts if one in corpus.gazetteer]
    options = list(dict.fromkeys([*found.query.places, *counted]))
    options.sort(key=lambda one: (-corpus.counts.get(one, 0), one))
    _choice(
        "lib places",
        (words["place"], words["lib_all_places"]),
        options,
        list(found.query.places),
        lambda one: name_of(corpus.gazetteer[one], lang),
        lambda chosen: _ask(found, places=chosen),
    )


def _kind_filter(found: Session) -> None:
    words, lang = strings(found.link.lang), found.link.lang
    _choice(
        "lib kinds",
        (words["kind"], words["all_kinds"]),
        list(Kind),
        list(found.query.kinds),
        lambda kind: capital(kind_words(kind, lang)),
        lambda chosen: _ask(found, kinds=tuple(kind for kind in Kind if kind in chosen)),
    )


def _source_filter(found: Session, listing: Listing) -> None:
    words = strings(found.link.lang)

    def take(chosen: tuple[str, ...]) -> None:
        found.sources = chosen
        _ask(found)

    _choice(
        "lib sources",
        (words["lib_source"], words["lib_all_sources"]),
        list(dict.fromkeys([*listing.sources, *found.sources])),
        list(found.sources),
        lambda name: name or words["lib_no_source"],
        take,
    )


def _day_filter(found: Session, side: str, label: str) -> None:
    key = f"lib {side}"

    def change() -> None:
        _ask(found, **{side: st.session_state[key]})

    mirror(key, getattr(found.query, side))
    st.date_input(
        strings(found.link.lang)[label],
        value=None,
        key=key,
        on_change=change,
        format="YYYY-MM-DD",
        min_value=date(1900, 1, 1),
        max_value=date(2100, 1, 1),
        width=150,
    )


# ------------------------------------------------------------------- table


def _actions(found: Session, listing: Listing) -> None:
    """What can be done with the chosen rows; the buttons stand still, so that nothing jumps."""
    words = strings(found.link.lang)
    known = {line.row.link_id for line in listing.lines}
    found.ticked = tuple(one for one in found.ticked if one in known)
    n = len(found.ticked)
    count = f" ({n})" if n else ""
    with st.container(key="libactions", horizontal=True):
        st.button(
            words["lib_show"] + count,
            key="lib show",
            disabled=not n,
            on_click=_show_on_map,
            args=(found, found.ticked),
        )
        if reader_may_edit(found.told):
            st.button(
                words["lib_delete"] + count,
                key="lib delete",
                disabled=not n,
                on_click=_delete,
                args=(found, found.ticked),
            )
        if _is_asked(found):
            st.button(words["clear_filters"], key="lib clear", on_click=_clear, args=(found,))


def _table(found: Session, listing: Listing) -> None:
    words = strings(found.link.lang)
    if not listing.lines:
        st.info(words["lib_none" if listing.total else "lib_empty"])
        return
    state = sheet_state(listing, found.rows, found.ticked, True, found.link.lang)
    show_part("articles", state, lambda: _pick(found))


def _pick(found: Session) -> None:
    chosen = picked("articles")
    if not chosen:
        return
    if chosen.get("more"):
        found.rows += ROWS
    elif "ticked" in chosen:
        found.ticked = tuple(str(one) for one in chosen["ticked"])[:1000]
    elif link := chosen.get("open"):
        _show_on_map(found, (str(link),))
        words = strings(found.link.lang)
        st.session_state[f"right {found.link.lang}"] = words["tab_text"]


def _show_on_map(found: Session, links: tuple[str, ...]) -> None:
    """Turn to the map with these articles alone; what filtered the table must not hide them."""
    nothing: dict[str, Any] = dict.fromkeys(("places", "kinds", "voices", "certainty"), ())
    found.ask(articles=links[:100], words="", since=None, until=None, **nothing)
    found.link = replace(found.link, report=None, beside=False)
    found.reading = links[0]
    found.page = "map"


def _delete(found: Session, links: tuple[str, ...]) -> None:
    with told(found):
        found.undo = keeping.remove(found, links)
        found.ticked = ()
