"""What the library's tables hold of an article, and the values its questions are answered with."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from aleppomap.model import AleppomapError, Article, Extraction, Report
from aleppomap.records import from_record, to_record

KEPT_DAYS = 7
"""Days for which what was deleted can be brought back."""
BATCH = 200
"""Articles that are written at once."""
LONG = 31
"""Days after which a period counts as long; windows look for long ones by themselves."""

_TEXT = '"text":"'
_DECODER = json.JSONDecoder()

ARTICLE_COLUMNS = (
    "number", "id", "link_id", "content", "title", "published", "publisher", "language",
    "reports", "fingerprint", "record",
)  # fmt: skip
REPORT_COLUMNS = (
    "number", "article", "position", "kind", "claimant_type", "geo_level", "first", "last",
    "is_long",
)  # fmt: skip
PLACE_COLUMNS = ("report", "place", "kind", "first", "last", "is_long")


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of articles that were to be added."""

    added: int = 0
    unchanged: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One article of a list."""

    id: str
    link_id: str
    title: str | None
    published: str | None
    publisher: str | None
    reports: int


@dataclass(frozen=True, slots=True)
class Found:
    """One article that a search found, with its places and the words around the hit."""

    id: str
    link_id: str
    title: str | None
    published: str | None
    place_ids: tuple[str, ...]
    snippet: str


@dataclass(frozen=True, slots=True)
class Deleted:
    """One article that can still be brought back; ``deleted`` is an ISO moment in UTC."""

    id: str
    title: str | None
    deleted: str


@dataclass(frozen=True, slots=True)
class SavedView:
    """One saved view: the id of its link, its parameters, and when it was saved (ISO, UTC)."""

    id: str
    params: str
    saved: str


@dataclass(frozen=True, slots=True)
class Kept:
    """One article as it is to be kept: what was found, its link, and who found it."""

    extraction: Extraction
    link_id: str
    fingerprint: str


def article_row(number: int, kept: Kept) -> tuple[Any, ...]:
    """One row of ``articles``, in the order of ARTICLE_COLUMNS."""
    article = kept.extraction.article
    return (
        number, plain(article.id), kept.link_id, content_of(article), plain(article.title),
        iso(article.published), plain(article.publisher), plain(article.language),
        len(kept.extraction.reports), kept.fingerprint, packed(kept.extraction),
    )  # fmt: skip


def report_row(number: int, article: int, position: int, report: Report) -> tuple[Any, ...]:
    """One row of ``reports``, in the order of REPORT_COLUMNS."""
    first, last = days_of(report)
    is_long = first is not None and last is not None and last - first > LONG
    claimant = report.claim.claimant_type
    return (
        number, article, position, report.kind.value, claimant.value if claimant else None,
        report.geo_level.value, first, last, int(is_long),
    )  # fmt: skip


def place_rows(row: Sequence[Any], report: Report) -> list[tuple[Any, ...]]:
    """The rows of ``report_places`` for one row of ``reports``, in the order of PLACE_COLUMNS."""
    number, _, _, kind, _, _, first, last, is_long = row
    return [
        (number, plain(place), kind, first, last, is_long)
        for place in dict.fromkeys(report.place_ids)
    ]


def days_of(report: Report) -> tuple[int | None, int | None]:
    """First and last day that a report can mean, as days since year 1; None where undated."""
    first, last = report.date_start or report.date_end, report.date_end or report.date_start
    if first is None or last is None:
        return None, None
    return first.toordinal(), last.toordinal()


def content_of(article: Article) -> str:
    """A hash of the words, the publication day and the title; another one: another article."""
    words = f"{article.text}\n{iso(article.published)}\n{article.title}"
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def packed(extraction: Extraction) -> bytes:
    """A whole extraction as the tables hold it."""
    written = json.dumps(to_record(extraction), separators=(",", ":"))
    return zlib.compress(written.encode(), 1)


def unpacked(record: bytes) -> Extraction:
    """The extraction that :func:`packed` put away."""
    return from_record(json.loads(zlib.decompress(record)))


def text_of(record: bytes) -> str:
    """The words of the article alone, which costs a small part of the whole: inside a string of
    JSON no quotation mark stands unescaped, so that the first such key is the key itself."""
    written = zlib.decompress(record).decode()
    start = written.find(_TEXT)
    text: str = _DECODER.raw_decode(written, start + len(_TEXT) - 1)[0] if start >= 0 else ""
    return text


def plain(text: Any) -> Any:
    """A text without what no database keeps in a column (NUL, half characters); the record has
    the text as it was."""
    if text is None:
        return None
    return text.encode("utf-8", "replace").decode().replace("\0", "\ufffd")


def backup_line(link_id: str, fingerprint: str, record: bytes) -> str:
    """One article as a line of a backup."""
    kept = {"link_id": link_id, "fingerprint": fingerprint}
    kept["record"] = json.loads(zlib.decompress(record))
    return json.dumps(kept, ensure_ascii=False)


def view_line(view: SavedView) -> str:
    """One saved view as a line of a backup."""
    return json.dumps({"view": view.id, "params": view.params, "saved": view.saved})


def from_backup_line(line: str, number: int) -> Kept | SavedView:
    """What a line of a backup holds.

    Raises:
        AleppomapError: naming the line, when it is none of a backup.
    """
    try:
        row = json.loads(line)
        if "view" in row:
            return SavedView(str(row["view"]), str(row["params"]), str(row["saved"]))
        return Kept(from_record(row["record"]), str(row["link_id"]), str(row["fingerprint"]))
    except (ValueError, TypeError, KeyError, AttributeError) as fault:
        raise AleppomapError(
            f"line {number} is no line of a library backup ({fault}); "
            "give a file that `aleppomap export` wrote"
        ) from fault


def iso(moment: date | None) -> str | None:
    """A day or moment in ISO form."""
    return moment.isoformat() if moment else None


def now() -> str:
    """This moment, ISO, in UTC."""
    return datetime.now(UTC).isoformat()
