"""The sidebar: adding articles, the reader's own documents, filters, and what this is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from typing import Any

import streamlit as st

from aleppomap.model import ClaimantType, Kind, Verification
from aleppomap.strings import strings
from aleppomap.web import adding
from aleppomap.web.permission import reader_may_edit
from aleppomap.web.saving import keep_document
from aleppomap.web.server import tiles_allowed
from aleppomap.web.shelf import is_served
from aleppomap.web.state import Corpus, Session
from aleppomap.web.window import mirror
from aleppomap.wording import capital, certainty_words, kind_words, voice_words

Words = Mapping[str, str]


def show_sidebar(found: Session, library: Corpus) -> None:
    """Everything beside the page, into the container that is open."""
    words = strings(found.link.lang)
    st.subheader(words["add_article"], anchor=False)
    _paste(found, words)
    more = st.expander(words["more_ways"], key="more ways", on_change="rerun")
    if more.open:
        with more:
            _upload(found, words)
            if not adding.is_hosted():
                _fetch(found, words)
    st.caption(words["add_privacy"])
    if found.added:
        _yours(found, words)
    st.divider()
    _filters(found, words)
    st.divider()
    served = is_served()
    st.subheader(words["library_yours" if served else "library"], anchor=False)
    about = words["library_holds" if served else "library_is"]
    st.caption(about.format(documents=len(library.extractions)))
    st.caption(words["names_disclaimer"])
    st.caption(f"{words['version']}: {library.version}")
    if tiles_allowed():
        _tiles(found, words)


def _paste(found: Session, words: Words) -> None:
    # A form, so that typing never reruns the page, and one key press sends it.
    with st.form("paste", border=False, clear_on_submit=True):
        text = st.text_area(
            words["paste"], key="paste text", placeholder=words["paste_here"], height=130
        )
        with st.expander(f"{words['published_optional']} · {words['publisher']}"):
            day: date | None = st.date_input(
                words["published_optional"],
                value=None,
                key="paste day",
                format="YYYY-MM-DD",
                min_value=date(1900, 1, 1),
            )
            publisher = st.text_input(words["publisher"], key="paste publisher", max_chars=200)
        sent = st.form_submit_button(words["put_on_map"], type="primary", width="stretch")
    if sent:
        with st.spinner(words["reading"]):
            adding.take_in(found, adding.add_text(text, day, publisher, found.link.lang))
        st.rerun()


def _upload(found: Session, words: Words) -> None:
    round_ = st.session_state.setdefault("upload round", 0)
    files = st.file_uploader(
        words["upload"],
        type=list(adding.KINDS),
        accept_multiple_files=True,
        key=f"upload {round_}",
        help=words["upload_help"],
    )
    if files:
        with st.spinner(words["reading"]):
            added = adding.add_files([(file.name, file.getvalue()) for file in files])
            adding.take_in(found, added)
        st.session_state["upload round"] = round_ + 1
        st.rerun()


def _fetch(found: Session, words: Words) -> None:
    with st.form("fetch", border=False, clear_on_submit=True):
        url = st.text_input(words["address"], key="fetch url", placeholder="https://")
        sent = st.form_submit_button(words["fetch"])
    if sent and url.strip():
        with st.spinner(words["reading"]):
            adding.take_in(found, adding.add_url(url.strip()))
        st.rerun()


def _yours(found: Session, words: Words) -> None:
    st.subheader(words["yours"], anchor=False)

    def only(article_id: str) -> None:
        found.ask(articles=(article_id,))
        found.reading = article_id

    editing = reader_may_edit(found.told)
    for article_id, extraction in found.added.items():
        st.text(extraction.article.title or words["untitled"])
        with st.container(horizontal=True):
            st.button(
                words["show_only"], key=f"only {article_id}", on_click=only, args=(article_id,)
            )
            if editing:
                st.button(
                    words["lib_keep"],
                    key=f"keep {article_id}",
                    on_click=keep_document,
                    args=(found, article_id),
                )
            st.button(
                words["remove"],
                key=f"remove {article_id}",
                on_click=found.remove,
                args=(article_id,),
            )


def _filters(found: Session, words: Words) -> None:
    def change() -> None:
        found.ask(words=" ".join(st.session_state["words"].split())[:200])

    def clear() -> None:
        nothing: dict[str, Any] = dict.fromkeys(
            ("articles", "places", "kinds", "voices", "certainty"), ()
        )
        found.ask(words="", since=None, until=None, **nothing)

    if st.session_state.get("words") != found.query.words:
        st.session_state["words"] = found.query.words
    st.subheader(words["filters"], anchor=False)
    st.text_input(words["words_filter"], key="words", on_change=change, max_chars=200)
    lang = found.link.lang
    _choice(
        found, "kinds", Kind, (words["kind"], words["all_kinds"]), lambda k: kind_words(k, lang)
    )
    _choice(
        found,
        "voices",
        ClaimantType,
        (words["claimant"], words["all_claimants"]),
        lambda voice: voice_words(voice, lang),
    )
    _choice(
        found,
        "certainty",
        Verification,
        (words["certainty"], words["all_certainties"]),
        lambda sort: certainty_words(sort, lang),
    )
    if found.query.articles:
        st.button(words["show_all"], on_click=clear, type="primary", width="stretch")
    query = found.query
    if query.has_filters or query.since or query.until:
        st.button(words["clear_filters"], on_click=clear, width="stretch")


def _choice(
    found: Session,
    key: str,
    table: type[Enum],
    label: tuple[str, str],
    say: Callable[[Any], str],
) -> None:
    """A filter over the values of a table; the query keeps them in the order of the table."""

    def change() -> None:
        chosen = st.session_state[key]
        found.ask(**{key: tuple(value for value in table if value in chosen)})

    mirror(key, list(getattr(found.query, key)))
    st.multiselect(
        label[0],
        list(table),
        format_func=lambda value: capital(say(value)),
        key=key,
        on_change=change,
        placeholder=label[1],
    )


def _tiles(found: Session, words: Words) -> None:
    st.divider()
    found.tiles = st.toggle(words["tiles_switch"], value=found.tiles, key="tiles")
    st.warning(words["tiles_warning"])


def text_for_link(found: Session) -> tuple[str | None, str | None]:
    """The article for a link's fragment, or why it is not offered; twice None: no article."""
    ids = [i for i in found.query.articles if i in found.added]
    if len(ids) != 1 or len(found.query.articles) != 1:
        return None, None
    if ids[0] not in found.packed:
        found.packed = {ids[0]: adding.pack(found.added[ids[0]].article)}
    packed = found.packed[ids[0]]
    return packed, None if packed else strings(found.link.lang)["inside_too_long"]


def read_link_text(found: Session, packed: str) -> None:
    """Take in the article that a link carried; the rest of the link's view stays as it is."""
    added = adding.add_packed(packed, found.link.lang)
    known = {e.article.id for e in added.extractions}
    if known and known <= set(found.missing):
        found.add({e.article.id: e for e in added.extractions})
        found.missing = ()
        found.ask(articles=tuple(known))
        found.reading = next(iter(known))
        found.restore_report()
    else:
        adding.take_in(found, added)
