"""The editor's desk beside the table: adding, reading again, undoing, saved views, backup."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from time import sleep
from typing import Any
from urllib.parse import parse_qs

import streamlit as st

from aleppomap.model import Article, UnreadableInput
from aleppomap.source import Unread, article_from_text, read_bytes
from aleppomap.store import Deleted, SavedView
from aleppomap.strings import iso, strings
from aleppomap.web import keeping
from aleppomap.web.adding import KINDS
from aleppomap.web.components import show_part
from aleppomap.web.listing import Listing
from aleppomap.web.permission import reader_may_edit, takes_secret
from aleppomap.web.saving import told, view_address
from aleppomap.web.shelf import is_served, load_shelf
from aleppomap.web.state import Session

Words = Mapping[str, str]
WRONG_SECRET_PAUSE = 1.0
"""Seconds that a wrong secret costs."""


def show_desk(found: Session, listing: Listing) -> None:
    """What this reader may do here, or why nothing."""
    words = strings(found.link.lang)
    if not is_served():
        st.info(words["lib_samples"])
        return
    if not reader_may_edit(found.told):
        _ask_secret(found, words)
        return
    if listing.stale:
        _refresh(found, words, listing.stale)
    _add(found, words)
    _views(found, words)
    _bin(found, words)
    _backup(found, words)
    if takes_secret():
        _stop(found, words)


# ----------------------------------------------------------------- the secret


def _ask_secret(found: Session, words: Words) -> None:
    st.info(words["lib_read_only"])
    if not takes_secret():
        return
    with st.form("secret", border=False, clear_on_submit=True):
        typed = st.text_input(words["lib_secret"], type="password", key="secret", max_chars=500)
        sent = st.form_submit_button(words["lib_secret_send"])
    if not sent:
        return
    if reader_may_edit(typed.strip()):
        found.told = typed.strip()
        st.rerun()
    sleep(WRONG_SECRET_PAUSE)
    st.error(words["lib_secret_wrong"])


def _stop(found: Session, words: Words) -> None:
    def stop() -> None:
        found.told = None

    st.divider()
    st.caption(words["lib_editing"])
    st.button(words["lib_stop_editing"], key="stop editing", on_click=stop)


# -------------------------------------------------------------------- adding


def _add(found: Session, words: Words) -> None:
    st.subheader(words["lib_add"], anchor=False)
    st.caption(words["lib_add_note"])
    files, text = st.tabs([words["lib_files"], words["lib_pasted"]], key="lib add")
    with files:
        _add_files(found, words)
    with text:
        _add_text(found, words)


def _add_files(found: Session, words: Words) -> None:
    with st.form("lib files", border=False, clear_on_submit=True):
        files = st.file_uploader(
            words["upload"],
            type=list(KINDS),
            accept_multiple_files=True,
            key="lib upload",
            label_visibility="collapsed",
        )
        st.caption(words["upload_help"])
        sent = st.form_submit_button(words["lib_add_files"], type="primary", width="stretch")
    if sent and files:
        _take(found, words, files)
        st.rerun()


def _take(found: Session, words: Words, files: list[Any]) -> None:
    """Read file after file into the library and tell how far it is."""
    bar = st.progress(0.0)
    begun, current = 0, ""

    def tell(kept: keeping.Kept) -> None:
        text = words["lib_reading"].format(
            file=f"\u2068{current}\u2069", added=kept.added, failed=len(kept.faults)
        )
        bar.progress(begun / len(files), text=_escaped(text))

    def documents() -> Iterator[Article | Unread]:
        nonlocal begun, current
        for begun, file in enumerate(files):  # noqa: B007
            current = file.name
            yield from read_bytes(file.name, file.getvalue())

    with told(found):
        kept = keeping.add_documents(found, documents(), tell)
        found.faults = kept.faults
        sentence = words["lib_added"].format(
            added=kept.added, unchanged=kept.unchanged, failed=len(kept.faults)
        )
        found.upload = sentence
        if not kept.faults:
            found.said.append(("success", sentence))


def _add_text(found: Session, words: Words) -> None:
    with st.form("lib text", border=False, clear_on_submit=True):
        text = st.text_area(
            words["paste"], key="lib paste", placeholder=words["paste_here"], height=120
        )
        day: date | None = st.date_input(
            words["published_optional"],
            value=None,
            key="lib paste day",
            format="YYYY-MM-DD",
            min_value=date(1900, 1, 1),
        )
        publisher = st.text_input(words["publisher"], key="lib paste publisher", max_chars=200)
        sent = st.form_submit_button(words["lib_save_text"], type="primary", width="stretch")
    if not sent:
        return
    if not text.strip():
        found.said.append(("error", words["paste_empty"]))
        st.rerun()
    with told(found):
        try:
            article = article_from_text(text, published=day, publisher=publisher.strip() or None)
        except UnreadableInput as fault:
            found.said.append(("error", str(fault)))
        else:
            keeping.add_documents(found, [article], lambda _: None)
            title = article.title or words["untitled"]
            found.said.append(("success", words["lib_kept"].format(title=title)))
    st.rerun()


def show_faults(found: Session) -> None:
    """The documents of the last upload that could not be read, each with its reason."""
    if not found.faults:
        return
    words = strings(found.link.lang)

    def hide() -> None:
        found.faults = []

    columns = [("title", "lib_fault_file"), ("reason", "col_reason")]
    with st.container(border=True, key="libfaults"):
        state = {
            "caption": f"{found.upload} {words['lib_faults']}:",
            "columns": [{"key": key, "label": words[label]} for key, label in columns],
            "rows": [{"id": n, "title": f, "reason": r} for n, (f, r) in enumerate(found.faults)],
            "ticked": [],
            "tick": False,
            "strings": {},
            "lang": found.link.lang,
        }
        show_part("faults", state)
        st.button(words["lib_hide"], key="lib hide", on_click=hide)


# ------------------------------------------------------- reading again, undoing


def _refresh(found: Session, words: Words, stale: int) -> None:
    st.info(words["lib_stale_note"].format(n=stale))
    if not st.button(words["lib_refresh"], key="lib refresh", type="primary"):
        return
    bar = st.progress(0.0)

    def tell(done: int, all_: int) -> None:
        bar.progress(done / all_, text=words["lib_refreshing"].format(done=done, all=all_))

    with told(found):
        n = keeping.refresh(found, tell)
        found.said.append(("success", words["lib_refreshed"].format(n=n)))
    st.rerun()


def show_undo(found: Session) -> None:
    """What was deleted just now, with the way back."""
    if not found.undo:
        return
    words = strings(found.link.lang)
    with st.container(horizontal=True, vertical_alignment="center", border=True, key="libundo"):
        st.text(words["lib_deleted"].format(n=len(found.undo)), width="stretch")
        st.button(words["lib_undo"], key="lib undo", on_click=_restore, args=(found, found.undo))


def _restore(found: Session, ids: tuple[str, ...]) -> None:
    words = strings(found.link.lang)
    with told(found):
        n = keeping.restore(found, ids)
        found.said.append(("success", words["lib_restored"].format(n=n)))
    found.undo = tuple(one for one in found.undo if one not in ids)


def _bin(found: Session, words: Words) -> None:
    with load_shelf().open() as library:
        deleted: list[Deleted] = library.deleted()
    if not deleted:
        return
    with st.expander(words["lib_bin"].format(n=len(deleted)), key="lib bin"):
        for one in deleted:
            with st.container(horizontal=True, vertical_alignment="center"):
                day = iso(datetime.fromisoformat(one.deleted).date())
                title = one.title or words["untitled"]
                st.text(f"\u2068{title}\u2069 · {day}", width="stretch")
                st.button(
                    words["lib_bring_back"],
                    key=f"back {one.id}",
                    on_click=_restore,
                    args=(found, (one.id,)),
                )


# ------------------------------------------------------------ views and backup


def _views(found: Session, words: Words) -> None:
    """For editors alone: a view's link is for those it was given to."""
    with load_shelf().open() as library:
        views: list[SavedView] = library.views()
    with st.expander(f"{words['lib_views']} ({len(views)})", key="lib views"):
        if not views:
            st.caption(words["lib_view_none"])
        for view in views:
            name = parse_qs(view.params).get("name", [""])[0] or view.saved[:10]
            st.text(name)
            st.code(view_address(view.id), language=None, wrap_lines=True)
            st.button(
                words["lib_delete_view"],
                key=f"drop {view.id}",
                on_click=_drop_view,
                args=(found, view.id),
            )


def _drop_view(found: Session, view_id: str) -> None:
    with told(found):
        keeping.remove_view(found, view_id)


def _backup(found: Session, words: Words) -> None:
    with st.expander(words["lib_backup"], key="lib backup"):
        st.caption(words["lib_backup_note"])
        st.download_button(
            words["lib_backup_file"],
            data=lambda: keeping.backup(found),
            file_name=f"aleppomap-library-{datetime.now(UTC).date().isoformat()}.jsonl",
            mime="application/x-ndjson",
            key="lib backup file",
            on_click="ignore",
        )


def _escaped(text: str) -> str:
    """A file name inside a label, which Streamlit would format."""
    return "".join(f"\\{c}" if c in "\\`*_{}[]()#+-.!|<>~:$" else c for c in text)
