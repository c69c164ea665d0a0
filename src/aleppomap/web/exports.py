"""Downloads of what is shown; each file is made when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from aleppomap.link import Link, Viewport
from aleppomap.strings import strings
from aleppomap.web.state import Scene, Session

MIME = {
    "png": "image/png",
    "svg": "image/svg+xml",
    "pdf": "application/pdf",
    "html": "text/html",
    "geojson": "application/geo+json",
    "csv": "text/csv",
    "places": "application/ld+json",
    "mentions": "application/ld+json",
}
NAMES = {"places": "aleppomap.places.json", "mentions": "aleppomap.mentions.json"}
"""Names of the files whose ending does not say what they are."""


def show_downloads(found: Session, scene: Scene) -> None:
    """One menu with all the files."""
    words = strings(found.link.lang)
    # Zoom and centre stand only in the address bar; the browser brings them with every run.
    viewport = Viewport.from_text(st.query_params.get("v", "")) or found.link.viewport
    link = replace(found.link, viewport=viewport)
    with st.popover(words["download"]):
        st.caption(words["download_help"])
        for kind, mime in MIME.items():
            st.download_button(
                words[f"file_{kind}"],
                data=_maker(kind, scene, link),
                file_name=NAMES.get(kind, f"aleppomap.{kind}"),
                mime=mime,
                key=f"file {kind}",
                on_click="ignore",
                type="tertiary",
            )


def _maker(kind: str, scene: Scene, link: Link) -> Callable[[], bytes]:
    def make() -> bytes:
        return build_file(kind, scene, link)

    return make


def build_file(kind: str, scene: Scene, link: Link) -> bytes:
    """The bytes of one file of the view; the libraries that draw are loaded when first needed."""
    view, corpus = scene.view, scene.corpus
    gazetteer = corpus.gazetteer
    publishers = sorted(
        {name for e in view.shown for name in (e.article.publisher, e.article.agency) if name}
    )
    if kind == "csv":
        from aleppomap.tables import to_csv

        return to_csv(view.shown, gazetteer).encode("utf-8-sig")
    if kind == "geojson":
        from aleppomap.tables import to_geojson

        return to_geojson(view.shown, gazetteer).encode()
    if kind in NAMES:
        return _linked(kind, scene).encode()
    if kind == "html":
        from aleppomap.page import build_page

        page = build_page(
            view, gazetteer, lang=link.lang, version=corpus.version, sources=publishers, link=link
        )
        return page.encode()
    from aleppomap.picture import FORMATS, draw

    fmt = next(name for name in FORMATS if name == kind)
    return draw(
        view,
        gazetteer,
        fmt=fmt,
        lang=link.lang,
        sources=publishers,
        version=corpus.version,
        link=f"?{link.to_query_string()}",
    )


def _linked(kind: str, scene: Scene) -> str:
    """The places shown, or all mentions of the articles whose reports are shown."""
    from aleppomap.linked import linked_places, to_annotations

    view, corpus = scene.view, scene.corpus
    if kind == "places":
        return linked_places(view.counts, corpus.gazetteer, view.shown)
    ids = dict.fromkeys(entry.article.id for entry in view.shown)
    return to_annotations((corpus.extractions[i] for i in ids), corpus.version)
