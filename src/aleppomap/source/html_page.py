"""Takes the article out of an HTML page, without ever asking the network for more.

The text is the title and the paragraphs of the article with a blank line
between them; offsets point into it. ``trafilatura`` tells the article from its
page; where it finds none, the visible text outside menus and links serves.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import lxml.html  # type: ignore[import-untyped]
import trafilatura

from aleppomap.furniture import find_parts
from aleppomap.language import guess_language
from aleppomap.model import Note, UnreadableInput
from aleppomap.source.article import Draft
from aleppomap.source.decode import decode
from aleppomap.stamps import to_moment

# What the libraries log is for their makers; our reader gets one sentence instead.
for _name in ("trafilatura", "htmldate", "courlan", "justext"):
    logging.getLogger(_name).setLevel(logging.CRITICAL + 1)

MAX_HTML_BYTES = 20_000_000
_NO_ARTICLE = (
    "holds no article text; allowed are pages with paragraphs of their own (not menus, "
    "pictures or text that a script loads)"
)
_FEWEST_LETTERS = 20
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_PUBLISHED = (
    *("article:published_time", "datepublished", "og:published_time", "parsely-pub-date"),
    *("dc.date.issued", "dcterms.issued", "publish-date", "publishdate", "pubdate", "dc.date"),
    *("sailthru.date", "date"),
)
_UPDATED = ("article:modified_time", "datemodified", "og:updated_time", "dcterms.modified")
_HIDDEN = "script style noscript template nav header footer aside button select iframe svg head"
_BLOCKS = frozenset(
    "p div section article main li td th tr h1 h2 h3 h4 h5 h6 br blockquote pre ul ol table "
    "figcaption dd dt body".split()
)


def read_html(content: bytes) -> Draft:
    """The article of a page. Raises ``UnreadableInput`` with a clause when there is none."""
    declared = _CHARSET.search(content[:4096])
    decoded = decode(content, declared[1].decode("ascii", "replace") if declared else None)
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", decoded.text)
    try:
        tree = lxml.html.document_fromstring(text)
    except (lxml.etree.LxmlError, ValueError):
        raise UnreadableInput(_NO_ARTICLE) from None
    page = _extract(text)
    visible = _visible_text(tree)
    body = _to_paragraphs(page.text or "" if page else "") or visible
    # A list of links is no article, whatever is made of it.
    if sum(letter.isalpha() for letter in visible) < _FEWEST_LETTERS:
        raise UnreadableInput(_NO_ARTICLE)
    title = _clean(page.title) if page else None
    if title and _squeeze(title) not in _squeeze(body[: len(title) * 2 + 200]):
        body = f"{title}\n\n{body}"
    moments = list(_moments(tree))
    published = next((moment for name, moment in moments if name in _PUBLISHED), None)
    guessed, notes = _guess_date(page, body) if published is None else (None, ())
    return Draft(
        text=body,
        title=title,
        byline=_clean(page.author) if page else None,
        published=published or guessed,
        updated=next((moment for name, moment in moments if name in _UPDATED), None),
        publisher=_clean(page.sitename) if page else None,
        url=_web_address(page.url) if page else None,
        language=None if guess_language(body) else _declared_language(tree),
        notes=notes,
    )


def _extract(text: str) -> Any:
    """trafilatura's reading of a page, or None."""
    try:
        return trafilatura.bare_extraction(
            text,
            favor_recall=True,
            include_comments=False,
            include_tables=True,
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except Exception:  # A page may break a parser in ways its makers did not foresee.
        return None


def _guess_date(page: Any, body: str) -> tuple[date | datetime | None, tuple[Note, ...]]:
    """The date of the page around the article, where the article states none."""
    parts = find_parts(body)
    if parts.published or parts.updated or not page or not page.date:
        return None, ()
    message = "the date is that of the page around the article; the article itself states none"
    return to_moment(page.date), (Note(code="date-from-page", message=message),)


def _to_paragraphs(text: str) -> str:
    return "\n\n".join(line.strip() for line in text.splitlines() if line.strip())


def _clean(value: str | None) -> str | None:
    return " ".join(value.split()) or None if value else None


def _squeeze(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def _web_address(url: str | None) -> str | None:
    return url if url and url.startswith(("http://", "https://")) else None


def _declared_language(tree: lxml.html.HtmlElement) -> str | None:
    found = re.match(r"[A-Za-z]{2,3}(?![A-Za-z])", str(tree.get("lang") or ""))
    return found[0] if found else None


def _moments(tree: lxml.html.HtmlElement) -> Iterator[tuple[str, date | datetime]]:
    """The dates that a page states of itself, most trustworthy names first."""
    stated: list[tuple[str, str]] = []
    for tag in tree.iter("meta", "time"):
        name = tag.get("property") or tag.get("itemprop") or tag.get("name")
        value = tag.get("content") or tag.get("datetime")
        if tag.tag == "time" and tag.get("pubdate") is not None:
            name = "datepublished"
        if name and value:
            stated.append((name.lower(), value))
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json":
            stated.extend(_linked_moments(script.text or ""))
    order = {name: place for place, name in enumerate((*_PUBLISHED, *_UPDATED))}
    for name, value in sorted(stated, key=lambda pair: order.get(pair[0], len(order))):
        if name in order and (moment := to_moment(value)):
            yield name, moment


def _linked_moments(source: str) -> Iterator[tuple[str, str]]:
    try:
        waiting = [json.loads(source)]
    except (ValueError, RecursionError):
        return
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting.extend(node[:100])
        elif isinstance(node, dict):
            waiting.extend(node.get(key) for key in ("@graph", "mainEntity"))
            for key in ("datePublished", "dateModified"):
                if isinstance(node.get(key), str):
                    yield key.lower(), node[key]


def _visible_text(tree: lxml.html.HtmlElement) -> str:
    """The text a reader would see, without menus: blocks that are mostly links are left out."""
    pieces: list[str] = []
    linked: list[int] = [0]
    blocks: list[str] = []

    def close_block() -> None:
        block = " ".join("".join(pieces).split())
        if block and linked[0] * 2 <= len(block):
            blocks.append(block)
        pieces.clear()
        linked[0] = 0

    hidden = set(_HIDDEN.split())
    depth, inside_link = 0, 0
    for event, node in lxml.etree.iterwalk(tree, events=("start", "end")):
        tag = node.tag if isinstance(node.tag, str) else "script"
        step = 1 if event == "start" else -1
        depth += step if tag in hidden else 0
        inside_link += step if tag == "a" else 0
        if tag in _BLOCKS:
            close_block()
        said = node.text if event == "start" else node.tail
        if said and not depth:
            pieces.append(said)
            linked[0] += len(said.strip()) if inside_link else 0
    close_block()
    return "\n\n".join(blocks)
