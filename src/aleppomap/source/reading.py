"""Reads files, folders, uploads and URLs by the kind of document they are."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from aleppomap.model import Article, Note, UnreadableInput
from aleppomap.source.article import MAX_TEXT_BYTES, Draft, Moment, build_article
from aleppomap.source.decode import Decoded, decode
from aleppomap.source.fetch import check_url
from aleppomap.source.html_page import MAX_HTML_BYTES, read_html
from aleppomap.source.pdf_file import MAX_PDF_BYTES, read_pdf
from aleppomap.source.rows import read_csv, read_json, read_jsonl, starts_with_row
from aleppomap.source.unread import Unread, to_name
from aleppomap.source.word_file import MAX_WORD_BYTES, read_word

_TABLES = {".csv": read_csv, ".jsonl": read_jsonl, ".ndjson": read_jsonl, ".json": read_json}


def _read_text(content: bytes) -> Draft:
    decoded = decode(content)
    return Draft(text=decoded.text, notes=_encoding_notes(decoded))


# How a document is read, and the most bytes its file may have. A text may take
# four bytes a letter (UTF-32) where its UTF-8 form takes one.
_DOCUMENTS: dict[str, tuple[Callable[[bytes], Draft], int]] = {
    ".txt": (_read_text, 4 * MAX_TEXT_BYTES),
    ".md": (_read_text, 4 * MAX_TEXT_BYTES),
    ".html": (read_html, MAX_HTML_BYTES),
    ".htm": (read_html, MAX_HTML_BYTES),
    ".pdf": (read_pdf, MAX_PDF_BYTES),
    ".docx": (read_word, MAX_WORD_BYTES),
}

READABLE = (*_DOCUMENTS, *_TABLES)
"""The file name endings that can be read."""

_ALLOWED = "allowed are " + ", ".join(READABLE)
_STANDARD_INPUT = "standard input"

# Files of a folder that hold no prose: worth one line together, and no failure.
_NO_DOCUMENTS = frozenset(
    f".{ending}"
    for ending in (
        *("png", "jpg", "jpeg", "gif", "webp", "svg", "bmp", "tif", "tiff", "ico", "heic"),
        *("mp3", "wav", "ogg", "m4a", "mp4", "mov", "avi", "mkv", "webm"),
        *("zip", "gz", "bz2", "xz", "7z", "rar", "tar", "tgz"),
        *("css", "js", "py", "pyc", "sh", "exe", "so", "dll", "ttf", "otf", "woff", "woff2"),
        *("db", "sqlite", "parquet", "geojson", "shp", "kml", "log", "lock", "toml", "yml", "yaml"),
    )
)


def read_path(path: Path, *, published: Moment = None) -> Iterator[Article | Unread]:
    """The documents of a file, or of a folder and its folders in sorted order.

    ``published`` stands for documents that bring no date of their own as a field
    or page date; it beats a date found in a text. Hidden files are passed over.
    Never raises for what it finds on the disk: that comes out as ``Unread``.
    """
    name = to_name(path)
    try:
        if path.is_dir():
            yield from _read_folder(path, published)
        elif not path.exists():
            yield Unread(name=name, reason="is not there; allowed are files and folders")
        elif not path.is_file():
            yield Unread(name=name, reason="is no ordinary file; allowed are files and folders")
        else:
            with path.open("rb") as stream:
                yield from _read_stream(name, path.suffix.lower(), stream, published)
    except (OSError, ValueError) as error:
        said = error.strerror if isinstance(error, OSError) else str(error)
        yield Unread(name=name, reason=f"cannot be opened ({said}); allowed are readable files")


def _read_folder(folder: Path, published: Moment) -> Iterator[Article | Unread]:
    passed: Counter[str] = Counter()
    waiting = [folder]
    met = False
    while waiting:
        path = waiting.pop()
        if path != folder and (path.is_symlink() and path.is_dir()):
            continue  # a link to a folder may lead round in a circle
        if path.is_dir():
            try:
                entries = sorted(path.iterdir(), key=lambda entry: entry.name, reverse=True)
            except OSError as error:
                reason = f"cannot be opened ({error.strerror}); allowed are readable folders"
                yield Unread(name=to_name(path), reason=reason)
                continue
            waiting.extend(entry for entry in entries if not entry.name.startswith("."))
            continue
        met = True
        if path.suffix.lower() in _NO_DOCUMENTS:
            passed[path.suffix.lower()] += 1
        else:
            yield from read_path(path, published=published)
    if passed:
        kinds = ", ".join(f"{count} {ending}" for ending, count in sorted(passed.items()))
        reason = f"passed over {passed.total()} files that are no documents ({kinds}); {_ALLOWED}"
        yield Unread(name=to_name(folder), reason=reason, skipped=True)
    elif not met:
        yield Unread(name=to_name(folder), reason=f"is a folder without files; {_ALLOWED}")


def read_bytes(
    name: str, content: bytes, *, published: Moment = None
) -> Iterator[Article | Unread]:
    """The documents of an upload, by its file name; ``-`` is standard input.

    Standard input is told by its first bytes: a PDF, a Word file, an HTML page,
    JSON Lines where its first line is a JSON object, and plain text otherwise.
    """
    stream = io.BytesIO(content)
    if name == "-":
        suffix = ".jsonl" if starts_with_row(content) else _find_suffix(content)
        yield from _read_stream(_STANDARD_INPUT, suffix, stream, published)
    else:
        yield from _read_stream(name, Path(name).suffix.lower(), stream, published)


def _find_suffix(content: bytes) -> str:
    start = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if content[:1024].lstrip().startswith(b"%PDF-"):
        return ".pdf"
    if content.startswith(b"PK\x03\x04"):
        return ".docx"
    markup = start.startswith((b"<!doctype", b"<html", b"<head", b"<?xml")) or b"<html" in start
    return ".html" if markup else ".txt"


def _read_stream(
    name: str, suffix: str, stream: BinaryIO, published: Moment
) -> Iterator[Article | Unread]:
    if suffix in _TABLES:
        try:
            yield from _TABLES[suffix](stream, name, published)
        except UnreadableInput as fault:
            yield Unread(name=name, reason=str(fault))
        except UnicodeError:
            yield Unread(name=name, reason="stays unread from here on: its encoding breaks off")
    elif suffix in _DOCUMENTS:
        yield _read_document(name, suffix, stream, published)
    else:
        kind = f"is of a type that cannot be read ({suffix})" if suffix else "has no type"
        yield Unread(name=name, reason=f"{kind}; {_ALLOWED}")


def _read_document(name: str, suffix: str, stream: BinaryIO, published: Moment) -> Article | Unread:
    read, most = _DOCUMENTS[suffix]
    content = stream.read(most + 1)
    if not content:
        return Unread(name=name, reason="is empty; a document needs some text")
    if len(content) > most:
        text = f"{MAX_TEXT_BYTES / 1e6:.0f} MB of text"
        reason = f"is larger than {most / 1e6:.0f} MB; one document may hold at most {text}"
        return Unread(name=name, reason=reason)
    try:
        return build_article(read(content), published)
    except UnreadableInput as fault:
        return Unread(name=name, reason=str(fault).removeprefix("the text "))


def _encoding_notes(decoded: Decoded) -> tuple[Note, ...]:
    notes = []
    if decoded.encoding != "utf-8":
        message = f"the file is not UTF-8; it is read as {decoded.encoding}"
        notes.append(Note(code="encoding", message=message))
    if decoded.damaged:
        message = f"{decoded.damaged} damaged places of the file stand as U+FFFD"
        notes.append(Note(code="damaged-bytes", message=message))
    return tuple(notes)


def read_url(
    url: str, *, fetch: Callable[[str], bytes], published: Moment = None
) -> Article | Unread:
    """The article of a page that ``fetch`` brings; the article's ``url`` is the one asked for."""
    if fault := check_url(url):
        return Unread(name=url, reason=fault)
    try:
        content = fetch(url)
    except UnreadableInput as refused:
        return Unread(name=url, reason=str(refused).removeprefix(f"{url} "))
    except OSError as error:
        return Unread(name=url, reason=f"could not be fetched ({error}); save the page as a file")
    article = _read_document(url, _find_suffix(content), io.BytesIO(content), published)
    return article if isinstance(article, Unread) else replace(article, url=url)
