"""Adding articles to a reader's session: pasted, uploaded, fetched, or carried by a link."""

from __future__ import annotations

import base64
import binascii
import json
import os
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from aleppomap.model import Article, Extraction, UnreadableInput, as_day
from aleppomap.query import Entry
from aleppomap.source import (
    READABLE,
    Unread,
    article_from_text,
    content_id,
    fetch_url,
    read_bytes,
    read_url,
)
from aleppomap.strings import strings
from aleppomap.view import extent_of
from aleppomap.web.state import Session, load_atlas

LINK_LIMIT = 30_000
"""Longest text of a link, in characters; longer ones are cut by mail and chat programs."""

TEXT_LIMIT = 400_000
"""Most bytes that the text inside a link may unpack to."""


@dataclass(frozen=True)
class Added:
    """What came of adding: extractions, and one sentence for each document that was not read."""

    extractions: tuple[Extraction, ...]
    failed: tuple[str, ...] = ()


def is_hosted() -> bool:
    """Whether this server stands on the open net, where it fetches no addresses for others."""
    return bool(os.environ.get("ALEPPOMAP_HOSTED"))


def add_text(text: str, published: date | None, publisher: str, lang: str) -> Added:
    """Read a pasted text."""
    if not text.strip():
        return Added((), (strings(lang)["paste_empty"],))
    try:
        article = article_from_text(text, published=published, publisher=publisher.strip() or None)
    except UnreadableInput as fault:
        return Added((), (str(fault),))
    return _extract([article])


KINDS = tuple(ending.removeprefix(".") for ending in READABLE)
"""Endings of files that can be uploaded."""


def add_files(files: Iterable[tuple[str, bytes]]) -> Added:
    """Read uploaded files; what cannot be read gets one sentence and the rest goes on."""
    articles: list[Article] = []
    failed: list[str] = []
    for name, content in files:
        _sort(read_bytes(name, content), articles, failed)
    return _extract(articles, failed)


def add_url(url: str) -> Added:
    """Read the page at an address."""
    articles: list[Article] = []
    failed: list[str] = []
    _sort([read_url(url, fetch=fetch_url)], articles, failed)
    return _extract(articles, failed)


def _sort(found: Iterable[Article | Unread], articles: list[Article], failed: list[str]) -> None:
    for one in found:
        if isinstance(one, Unread):
            failed.append(str(one))
        else:
            articles.append(one)


def _extract(articles: Iterable[Article], failed: Iterable[str] = ()) -> Added:
    atlas = load_atlas()
    return Added(tuple(atlas.extract(article) for article in articles), tuple(failed))


def take_in(session: Session, added: Added) -> None:
    """Put the documents into the session, turn the view to them, and say what was found."""
    words = strings(session.link.lang)
    session.said += [("error", sentence) for sentence in added.failed]
    if not added.extractions:
        return
    session.add({e.article.id: e for e in added.extractions})
    ids = tuple(e.article.id for e in added.extractions)
    entries = [Entry(r, e.article) for e in added.extractions for r in e.reports]
    first, last = extent_of(entries) or (None, None)
    session.ask(articles=ids[:100], places=(), words="", since=first, until=last)
    session.reading = ids[0]
    places = {p for entry in entries for p in entry.report.place_ids}
    reports = sum(1 for entry in entries if entry.report.place_ids)
    title = added.extractions[0].article.title or words["untitled"]
    if not places and len(ids) == 1:
        session.said.append(("warning", words["nothing_placed"].format(title=title)))
        return
    key = "added_one" if len(ids) == 1 else "added_many"
    told = words[key].format(title=title, documents=len(ids), places=len(places), reports=reports)
    session.said.append(("success", told))


def pack(article: Article) -> str | None:
    """An article as it travels in the fragment of a link, or None where it would be too long."""
    day = as_day(article.published) if _day_was_given(article) else None
    content = json.dumps(
        [article.text, day.isoformat() if day else None, article.publisher], ensure_ascii=False
    )
    packed = base64.urlsafe_b64encode(zlib.compress(content.encode(), 9)).decode().rstrip("=")
    return packed if len(packed) <= LINK_LIMIT else None


def _day_was_given(article: Article) -> bool:
    """Whether the id of the article rests on a publication day that the reader gave."""
    return article.id != content_id(article.text)


def unpack(packed: str) -> tuple[str, date | None, str] | None:
    """Text, day and publisher that a link carries; None where it is broken or unpacks to too much.

    The limit holds while unpacking: a small link cannot fill the memory.
    """
    if len(packed) > LINK_LIMIT:
        return None
    try:
        squeezed = base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4))
        opener = zlib.decompressobj()
        content = opener.decompress(squeezed, TEXT_LIMIT)
        if not opener.eof:
            return None
        text, day, publisher = json.loads(content)
        return str(text), date.fromisoformat(day) if day else None, str(publisher or "")
    except (binascii.Error, zlib.error, ValueError, TypeError):
        return None


def add_packed(packed: str, lang: str) -> Added:
    """Read the article that a link carries."""
    found = unpack(packed)
    if found is None:
        return Added((), (strings(lang)["link_text_broken"],))
    return add_text(*found, lang)
