"""The page: what stands where, and what follows from what the reader does.

Nothing is computed here. Every change goes into the session's link; the widgets
only mirror it, so that the slider, the dates, the bars and the map agree.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from aleppomap.link import Lang, Link
from aleppomap.strings import strings
from aleppomap.view import Class
from aleppomap.web import cards
from aleppomap.web.components import picked, show_part
from aleppomap.web.exports import show_downloads
from aleppomap.web.library_page import missing_words, show_library
from aleppomap.web.permission import reader_may_edit
from aleppomap.web.saving import show_saving
from aleppomap.web.server import TILES, tiles_allowed
from aleppomap.web.sidebar import read_link_text, show_sidebar, text_for_link
from aleppomap.web.state import PAGE, Corpus, Scene, Session, build_scene, load_corpus, session
from aleppomap.web.window import mirror, show_time

LANGS: dict[Lang, str] = {"en": "English", "ar": "العربية"}


def show_page() -> None:
    """One run of the page."""
    st.set_page_config(
        page_title="aleppomap", layout="wide", initial_sidebar_state="auto", menu_items={}
    )
    library = load_corpus()
    found = session(library)
    layout, lang = found.link.layout, found.link.lang
    _dress(lang)
    if layout == "full" and found.page == "library":
        _show_library(found, found.corpus(library))
        return
    beside = _open_sidebar() if layout == "full" else None
    corpus = found.corpus(library)
    scene = build_scene(corpus, found.query)
    if layout == "full":
        _top(found, scene)
    _notices(found, corpus)
    if layout in ("full", "map-time"):
        show_time(found, scene)
    if layout in ("full", "cards"):
        _beside(found, scene)
    if layout == "full":
        left, right = st.columns([1.62, 1], gap="medium")
        with left:
            _left(found, scene)
        with right, st.container(key="panel"):
            _right(found, scene)
    elif layout == "cards":
        _cards(found, scene)
    else:
        _map(found, scene)
    if beside is None:
        _link(found, scene, quiet=True)
    else:  # last, so that the map need not wait for the uploader's scripts
        with beside:
            show_sidebar(found, library)


def _show_library(found: Session, corpus: Corpus) -> None:
    words = strings(found.link.lang)
    title, tools = st.columns([1.2, 2], gap="small", vertical_alignment="center")
    with title:
        st.title(words["page_library"], anchor=False)
        st.caption(words["lib_tagline"])
    with tools, st.container(key="top", horizontal=True, horizontal_alignment="right"):
        _pages(found)
        _language(found)
        with st.container(width="content"):
            _link_part(found, found.link, mapped=False)
        show_saving(found, found.link)
    _notices(found, corpus)
    show_library(found, corpus)


def _pages(found: Session) -> None:
    """The way between the map and the library."""
    words = strings(found.link.lang)

    def change() -> None:
        found.page = st.session_state["page"]
        found.undo = ()  # the way back stays among what was deleted this week

    mirror("page", found.page)
    st.segmented_control(
        words["page_nav"],
        ["map", "library"],
        format_func=lambda page: words[f"page_{page}"],
        key="page",
        required=True,
        label_visibility="collapsed",
        on_change=change,
    )


def _open_sidebar() -> DeltaGenerator:
    """A place in the sidebar, filled later; opened first, so that the page does not jump."""
    with st.sidebar:
        return st.container()


@cache
def _sheet(lang: Lang) -> str:
    css = (Path(__file__).parent / "assets" / "chrome.css").read_text(encoding="utf-8")
    right_to_left = (
        ".stMain, .stSidebar { direction: rtl; }"
        ".stMain .stElementContainer, .stMain .stHeading *,"
        ".stMain .stMarkdown, .stMain .stMarkdown *,"
        ".stSidebar * { text-align: start !important; }"
        ".stSlider, .stSlider *, .stButtonGroup { direction: ltr; }"
        ".stFileUploader button[kind=secondary] p { font-size: 0; }"
        ".stFileUploader button[kind=secondary] p::after"
        f" {{ content: '{strings(lang)['choose_files']}'; font-size: 1rem; }}"
        if lang == "ar"
        else ""
    )
    return f"<style>{css}{right_to_left}</style>"


def _dress(lang: Lang) -> None:
    st.html(_sheet(lang))


def _top(found: Session, scene: Scene) -> None:
    words = strings(found.link.lang)
    wide = 0.85 if reader_may_edit(found.told) else 1.5
    title, tools = st.columns([wide, 2], gap="small", vertical_alignment="center")
    with title:
        st.title(words["app_title"], anchor=False)
        st.caption(words["app_tagline"])
    with tools, st.container(key="top", horizontal=True, horizontal_alignment="right"):
        _pages(found)
        _language(found)
        with st.container(width="content"):
            _link(found, scene)
        show_downloads(found, scene)
        show_saving(found, _spelt_out(found, scene))


def _language(found: Session) -> None:
    def change() -> None:
        found.link = replace(found.link, lang=st.session_state["lang"])

    mirror("lang", found.link.lang)
    st.segmented_control(
        strings(found.link.lang)["language"],
        list(LANGS),
        format_func=LANGS.__getitem__,
        key="lang",
        required=True,
        label_visibility="collapsed",
        on_change=change,
    )


def _link(found: Session, scene: Scene, quiet: bool = False) -> None:
    _link_part(found, _spelt_out(found, scene), found.link.layout != "cards", quiet)


def _link_part(found: Session, link: Link, mapped: bool, quiet: bool = False) -> None:
    lang = found.link.lang
    inside, why = text_for_link(found)

    def receive() -> None:
        if packed := picked("link", "received"):
            read_link_text(found, str(packed))

    state = {
        "params": link.to_params() | found.page_params(),
        "strings": cards.words_for("link", lang),
        "lang": lang,
        "quiet": quiet,
        "mapped": mapped,
        "inside": inside,
        "inside_why": why,
    }
    show_part("link", state, receive)


def _spelt_out(found: Session, scene: Scene) -> Link:
    """The link with the days of an open window, so that a larger library changes no link."""
    extent = scene.view.extent
    if extent is None:
        return found.link
    since, until = cards.window(found, extent)
    return replace(found.link, query=replace(found.query, since=since, until=until))


def _notices(found: Session, corpus: Corpus) -> None:
    words = strings(found.link.lang)
    if found.made_with:
        st.info(words["notice_version"].format(theirs=found.made_with, ours=corpus.version))
    for key in missing_words(found):
        st.info(words[key])
    tell = {"error": st.error, "warning": st.warning, "success": st.success}
    for kind, sentence in found.said:
        tell[kind](_plain(sentence))
    found.said = []


def _plain(text: str) -> str:
    """Words of a document inside a sentence of ours: no formatting, no pictures, no links."""
    return "".join(f"\\{c}" if c in "\\`*_{}[]()#+-.!|<>~:$" else c for c in text)


# --------------------------------------------------------------------- map


def _left(found: Session, scene: Scene) -> None:
    words = strings(found.link.lang)
    labels = [words["tab_map"], words["tab_table"], words["tab_off"]]
    on_map, table, off = st.tabs(labels, key=f"left {found.link.lang}", on_change="rerun")
    with on_map:
        _map(found, scene)
    if table.open:
        with table:
            _table(cards.table_rows(scene.view.shown, scene.corpus, found.link.lang), words)
    if off.open:
        with off:
            _off_map(found, scene)


def _map(found: Session, scene: Scene) -> None:
    def change() -> None:
        if chosen := picked("map"):
            _choose_place(found, scene, str(chosen["place"]), bool(chosen.get("more")))

    tiles = f"{TILES}/{{z}}/{{x}}/{{y}}.png" if found.tiles and tiles_allowed() else None
    state = cards.map_state(scene, found, tiles)
    state["geometry"] = f"aleppomap/geo/{scene.corpus.version}.json"
    show_part("map", state, change)
    _listed(found, scene)


def _listed(found: Session, scene: Scene) -> None:
    """Places that no one has put on a map, named under it."""
    if not scene.around.listed:
        return
    lang = found.link.lang
    gazetteer = scene.corpus.gazetteer
    names = (
        f"{cards.name_of(gazetteer[place_id], lang)} ({count})"
        for place_id, count in scene.around.listed.items()
        if place_id in gazetteer
    )
    st.caption(f"{strings(lang)['listed_places']}: {', '.join(names)}")


def _choose_place(found: Session, scene: Scene, place_id: str, more: bool = False) -> None:
    if place_id in scene.corpus.gazetteer:
        found.toggle_place(place_id, more)
        found.listed = Class.SHOWN


def _choose_report(found: Session, report_id: str) -> None:
    """Choose a report, the chosen one again to let it go."""
    again = found.link.report == report_id and not found.link.beside
    found.link = replace(found.link, report=None if again else report_id, beside=False)


def _table(rows: list[dict[str, Any]], words: Any) -> None:
    link = st.column_config.LinkColumn(words["col_link"], display_text=words["open_source"])
    st.dataframe(rows, hide_index=True, height=560, column_config={words["col_link"]: link})


def _off_map(found: Session, scene: Scene) -> None:
    lang = found.link.lang
    words = strings(lang)
    for name in Class:
        entries = scene.view.classes[name]
        if name is Class.SHOWN or not entries:
            continue
        with st.expander(f"{words[f'class_{name}']}: {len(entries)}"):
            st.caption(words[f"why_{name}"])
            _table(cards.table_rows(entries[:200], scene.corpus, lang), words)
    st.subheader(words["names_not_settled"], anchor=False)
    rows = cards.unsettled_rows(scene.corpus, found.query.articles, lang)
    if rows:
        st.dataframe(rows, hide_index=True)
    else:
        st.caption(words["no_names_left"])


# ----------------------------------------------------------------- reports


def _right(found: Session, scene: Scene) -> None:
    words = strings(found.link.lang)
    _places(found, scene)
    show_part("counts", cards.counts_state(scene, found), lambda: _pick_class(found))
    labels = [words["tab_reports"], words["tab_text"]]
    reports, text = st.tabs(labels, key=f"right {found.link.lang}", on_change="rerun")
    with reports:
        _cards(found, scene)
    if text.open:
        with text:
            _reader(found, scene)


def _pick_class(found: Session) -> None:
    chosen = picked("counts")
    if chosen in list(Class):
        found.listed = Class(chosen)
        found.cards = PAGE


def _places(found: Session, scene: Scene) -> None:
    corpus, lang = scene.corpus, found.link.lang
    words = strings(lang)
    key = "places"

    def change() -> None:
        found.ask(places=tuple(st.session_state[key]))
        found.listed = Class.SHOWN

    def label(place_id: str) -> str:
        place = corpus.gazetteer[place_id]
        names = dict.fromkeys(n for n in (place.name_en, place.name_ar) if n)
        # Isolated: an Arabic name before a number would turn their order round.
        both = " · ".join(f"\u2068{name}\u2069" for name in names)
        return f"{both} ({corpus.counts.get(place_id, 0)})"

    options = sorted(
        (place.id for place in corpus.gazetteer), key=lambda i: (-corpus.counts.get(i, 0), i)
    )
    mirror(key, list(found.query.places))
    st.multiselect(
        words["place"],
        options,
        format_func=label,
        key=key,
        on_change=change,
        placeholder=words["all_places"],
    )


def _cards(found: Session, scene: Scene) -> None:
    if found.link.layout == "cards":
        show_part("counts", cards.counts_state(scene, found), lambda: _pick_class(found))
    show_part("cards", cards.cards_state(scene, found), lambda: _pick_card(found, scene))


def _beside(found: Session, scene: Scene) -> None:
    """What may tell of one event, across the page so that it stands side by side."""
    state = cards.beside_state(scene.corpus, found)
    if state is not None:
        show_part("beside", state, lambda: _pick_card(found, scene, "beside"))


def _pick_card(found: Session, scene: Scene, part: str = "cards") -> None:
    chosen = picked(part)
    if not chosen:
        return
    if chosen.get("more"):
        found.cards += PAGE
    elif place := chosen.get("place"):
        _choose_place(found, scene, str(place))
    elif article := chosen.get("read"):
        found.reading = str(article)
        found.link = replace(found.link, report=str(chosen["report"]))
        words = strings(found.link.lang)
        st.session_state[f"right {found.link.lang}"] = words["tab_text"]
    elif "beside" in chosen:
        wanted = str(chosen["beside"] or "") or None
        found.link = replace(
            found.link, report=wanted or found.link.report, beside=wanted is not None
        )
    elif report := chosen.get("report"):
        _choose_report(found, str(report))


def _reader(found: Session, scene: Scene) -> None:
    def change() -> None:
        if chosen := picked("reader"):
            _choose_place(found, scene, str(chosen["place"]))

    shown = found.reading or next(iter(found.query.articles), None)
    show_part("reader", cards.reader_state(scene.corpus, found, shown), change)
