"""Keeping views and documents: what both the map and the library page offer to an editor."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from urllib.parse import urlsplit, urlunsplit

import streamlit as st

from aleppomap.link import Link
from aleppomap.model import AleppomapError
from aleppomap.strings import iso, strings
from aleppomap.web import keeping
from aleppomap.web.permission import reader_may_edit
from aleppomap.web.state import Session


@contextmanager
def told(found: Session) -> Iterator[None]:
    """A change that is refused or fails is told in one sentence, and the page goes on."""
    try:
        yield
    except keeping.NotAllowed:
        found.said.append(("error", strings(found.link.lang)["lib_not_allowed"]))
    except AleppomapError as fault:
        logging.getLogger(__name__).warning("%s", fault)
        found.said.append(("error", str(fault)))


def keep_document(found: Session, article_id: str) -> None:
    """Put a document of the session into the library, because the reader asked for it."""
    words = strings(found.link.lang)
    if article_id not in found.added:
        return
    title = found.added[article_id].article.title or words["untitled"]
    with told(found):
        keeping.keep(found, article_id)
        found.said.append(("success", words["lib_kept"].format(title=title)))


def show_saving(found: Session, link: Link) -> None:
    """The menu that saves the present view; nothing for a reader who may not."""
    if not reader_may_edit(found.told):
        return
    words = strings(found.link.lang)
    menu = st.popover(words["lib_save_view"], key="save view", on_change="rerun")
    if not menu.open:
        found.kept_view = None
        return
    with menu:
        st.caption(words["lib_view_note"])
        with st.form("save view form", border=False):
            name = st.text_input(words["lib_view_name"], key="view name", max_chars=100)
            sent = st.form_submit_button(words["lib_save_view"], type="primary")
        if sent:
            day = iso(datetime.now(UTC).date())
            params = link.to_params() | found.page_params()
            if shown := st.query_params.get("v"):  # zoom and centre stand in the address bar only
                params["v"] = [shown]
            with told(found):
                title = name.strip() or words["lib_view_unnamed"].format(day=day)
                found.kept_view = keeping.save_view(found, params, title)
        if found.kept_view:
            st.caption(words["lib_view_saved"])
            st.code(view_address(found.kept_view), language=None, wrap_lines=True)


def view_address(view_id: str) -> str:
    """The link of a saved view, as the reader's browser reached this server."""
    here = urlsplit(st.context.url or "")
    return urlunsplit((here.scheme, here.netloc, here.path or "/", f"view={view_id}", ""))
