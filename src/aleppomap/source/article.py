"""Builds an article from its text and from what is known about it beforehand."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, fields
from datetime import date, datetime
from urllib.parse import urlsplit

from aleppomap.furniture import find_parts
from aleppomap.language import guess_language
from aleppomap.model import Article, Note, Span, UnreadableInput
from aleppomap.stamps import to_moment

MAX_TEXT_BYTES = 5_000_000
"""The longest text of one document, in bytes of its UTF-8 form."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_NO_DATE = (
    "is no date that can be read; allowed are 2016-12-13, 2016-12-13T15:38+02:00, 13/12/2016 "
    "(day first), 2016/12/13 or 13 December 2016"
)

Moment = date | datetime | str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a file or row says of one document; the arguments of ``article_from_text``."""

    text: str
    id: str | None = None
    title: str | None = None
    byline: str | None = None
    published: Moment = None
    updated: Moment = None
    publisher: str | None = None
    agency: str | None = None
    url: str | None = None
    language: str | None = None
    notes: tuple[Note, ...] = ()


def build_article(draft: Draft, published: Moment = None) -> Article:
    """The article of a draft; ``published`` stands in where the draft has no date."""
    given = {field.name: getattr(draft, field.name) for field in fields(Draft)}
    if given["published"] in (None, ""):
        given["published"] = published
    return article_from_text(given.pop("text"), **given)


def content_id(text: str, published: Moment = None) -> str:
    """An id made of the text and the publication time given with it: ``a-`` and 16 hex digits."""
    stamp = published if isinstance(published, str | None) else published.isoformat()
    seed = f"{stamp or ''}\n{text}".encode("utf-8", "surrogatepass")
    return "a-" + hashlib.sha256(seed).hexdigest()[:16]


def check_text(text: str) -> str | None:
    """What keeps a text from being read, as a clause, or None."""
    if not text.strip("\ufeff \t\r\n\f\v\x00"):
        return "is empty; a document needs some text"
    if _SURROGATE.search(text):
        return "holds bytes that are not UTF-8; the text must be UTF-8 throughout"
    # No letter takes more than four bytes, so most texts need not be counted.
    size = len(text.encode("utf-8")) if len(text) * 4 > MAX_TEXT_BYTES else 0
    return too_large(size) if size > MAX_TEXT_BYTES else None


def too_large(size: int) -> str:
    """The clause that refuses a text of ``size`` bytes of UTF-8."""
    return (
        f"holds {size:,} bytes of text; one document may hold at most {MAX_TEXT_BYTES:,} "
        f"bytes of UTF-8 ({MAX_TEXT_BYTES // 1_000_000} MB)"
    )


def article_from_text(
    text: str,
    *,
    id: str | None = None,
    title: str | None = None,
    byline: str | None = None,
    published: Moment = None,
    updated: Moment = None,
    publisher: str | None = None,
    agency: str | None = None,
    url: str | None = None,
    language: str | None = None,
    notes: tuple[Note, ...] = (),
) -> Article:
    """The article that a text is; the text itself stays untouched.

    What is given beats what is found in the text. Dates may be dates, datetimes
    (without an offset: kept as a day) or strings; one that cannot be read becomes
    a note ``bad-date``. Where the text states only when it was updated, that is
    taken as the publication time too, with a note. Raises ``UnreadableInput``
    for a text that is empty, too large or not encodable.
    """
    if fault := check_text(text):
        raise UnreadableInput(f"the text {fault}")
    parts = find_parts(text)
    found: list[Note] = list(notes)
    given = _settle(published, "published", found)
    changed = _settle(updated, "updated", found) or parts.updated
    first = given or parts.published
    if first is None and changed is not None:
        first = changed
        message = "the publication time is not stated; the time of the last update stands for it"
        found.append(Note(code="published-from-update", message=message))
    title_text = text[parts.title.start : parts.title.end] if parts.title else None
    byline_text = text[parts.byline.start : parts.byline.end] if parts.byline else None
    return Article(
        id=id or content_id(text, published),
        text=text,
        title=title or title_text,
        byline=byline or byline_text,
        published=first,
        updated=changed,
        publisher=publisher,
        agency=agency or parts.agency,
        url=_settle_url(url, found),
        language=_settle_language(language, found) or guess_language(text),
        title_span=parts.title,
        byline_span=parts.byline,
        furniture=parts.furniture,
        notes=(*found, *parts.notes, *_dateline_notes(parts.dateline)),
    )


def _dateline_notes(span: Span | None) -> tuple[Note, ...]:
    if span is None:
        return ()
    message = "the dateline: where and by whom this was written, not where it happened"
    return (Note(code="dateline", message=message, start=span.start, end=span.end),)


def _settle(moment: Moment, field: str, notes: list[Note]) -> date | datetime | None:
    if isinstance(moment, str):
        settled = to_moment(moment) if moment.strip() else None
        if settled is None and moment.strip():
            message = f"{field}: “{moment.strip()[:60]}” {_NO_DATE}"
            notes.append(Note(code="bad-date", message=message))
        return settled
    if isinstance(moment, datetime) and moment.tzinfo is None:
        return moment.date()
    return moment


def _settle_url(url: str | None, notes: list[Note]) -> str | None:
    """A link is kept only if a browser may follow it without running anything."""
    if not url or not url.strip():
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        parts = None
    if parts and parts.scheme in ("http", "https") and parts.netloc:
        return url.strip()
    message = f"url: “{url.strip()[:60]}” is no http or https address; it is left out"
    notes.append(Note(code="bad-url", message=message))
    return None


def _settle_language(language: str | None, notes: list[Note]) -> str | None:
    if not language or not language.strip():
        return None
    primary = re.split("[-_]", language.strip().lower())[0]
    if re.fullmatch("[a-z]{2,3}", primary):
        return primary
    message = f"language: “{language.strip()[:20]}” is no language code; allowed are en, ar, fr …"
    notes.append(Note(code="bad-language", message=message))
    return None
