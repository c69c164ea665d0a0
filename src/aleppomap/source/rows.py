"""Reads tables of documents, one row after the other: CSV, JSON Lines, a JSON array.

A row's ``id`` and ``text`` stay as they are. A row that cannot be read is named
by its line and the rows after it go on; a file is never held in memory whole
(but for a JSON array, which has its own limit).
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO

from aleppomap.model import Article, Note, UnreadableInput
from aleppomap.source.article import MAX_TEXT_BYTES, Draft, Moment, build_article
from aleppomap.source.decode import decode, find_bom, find_kind, guess_page
from aleppomap.source.unread import Unread

MAX_JSON_BYTES = 100_000_000
FIELDS = (
    *("id", "text", "title", "published", "publisher", "agency", "url", "language"),
    *("byline", "updated"),
)
_LINE_LIMIT = 32_000_000
_SURROGATE = re.compile("[\ud800-\udfff]")
_TYPES = {
    "NoneType": "null",
    "bool": "true or false",
    "int": "a number",
    "float": "a number",
    "list": "a list",
    "dict": "an object",
}
_FIELDS_SAID = "allowed fields are " + ", ".join(FIELDS)


@dataclass(slots=True)
class _Table:
    """Turns rows into articles and remembers which ids were used where."""

    name: str
    published: Moment
    unit: str = "line"
    used: dict[str, int] = field(default_factory=dict)

    def unread(self, row: int, reason: str) -> Unread:
        return Unread(name=self.name, row=row, unit=self.unit, reason=reason)

    def read(self, row: int, record: object) -> Article | Unread:
        try:
            article = build_article(_to_draft(record), self.published)
        except UnreadableInput as fault:
            return self.unread(row, str(fault).removeprefix("the text "))
        if (first := self.used.setdefault(article.id, row)) != row:
            given = isinstance(record, Mapping) and record.get("id") not in (None, "")
            same = f"has the id “{article.id[:60]}” of" if given else "repeats the text and date of"
            rule = "each id may be used once" if given else "repeated rows need ids of their own"
            return self.unread(row, f"{same} {self.unit} {first}; {rule}")
        return article


def _to_draft(record: object) -> Draft:
    """The draft of one row. Raises ``UnreadableInput`` with a clause."""
    if not isinstance(record, Mapping):
        raise UnreadableInput(
            f"is {_type_of(record)}; each row must be an object with a text, {_FIELDS_SAID}"
        )
    text = record.get("text")
    if text is None:
        raise UnreadableInput(f"has no text; each row needs the field text, {_FIELDS_SAID}")
    if not isinstance(text, str):
        raise UnreadableInput(f"has a text that is {_type_of(text)}; it must be a string")
    notes: list[Note] = []
    kept: dict[str, str | None] = {}
    for name in FIELDS[2:]:
        kept[name] = _to_words(name, record.get(name), notes)
    return Draft(text=text, id=_to_id(record.get("id")), notes=tuple(notes), **kept)


def _type_of(value: object) -> str:
    return _TYPES.get(type(value).__name__, "a string")


def _to_id(value: object) -> str | None:
    if value is None or value == "":
        return None
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        raise UnreadableInput(f"has an id that is {_type_of(value)}; it must be a string or number")
    if _SURROGATE.search(value):
        raise UnreadableInput("has an id that is not UTF-8; it must be UTF-8")
    return value


def _to_words(name: str, value: object, notes: list[Note]) -> str | None:
    """A field that is not needed: what is no string is left out, with a note."""
    if value is None or value == "":
        return None
    if isinstance(value, str) and not _SURROGATE.search(value):
        return value.strip() or None
    wrong = "not UTF-8" if isinstance(value, str) else _type_of(value)
    code = "bad-date" if name in ("published", "updated") else "bad-field"
    message = f"{name} is {wrong}; it must be a string and is left out"
    notes.append(Note(code=code, message=message))
    return None


def find_encoding(stream: BinaryIO) -> str:
    """The encoding of a table, judged by its first megabyte that is not plain ASCII.

    A file in which any line with such letters is good UTF-8 is UTF-8: its other
    lines are broken, not the file. Raises ``UnreadableInput`` for what is no text.
    """
    block = stream.read(1_000_000)
    if kind := find_kind(block):
        raise UnreadableInput(f"is {kind} under the name of a table; allowed are text files")
    if bom := find_bom(block):
        return {"utf-8": "utf-8-sig"}.get(bom[0], bom[0][:6])
    if b"\x00" in block[:10_000]:
        return decode(block[: len(block) // 2 * 2]).encoding
    while block and block.isascii():
        block = stream.read(1_000_000)
    lines = [line for line in block.split(b"\n") if not line.isascii()]
    if not lines or any(_is_utf8(line) for line in lines):
        return "utf-8"
    return guess_page(b"\n".join(lines)) or "utf-8"


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _open_text(stream: BinaryIO, newline: str) -> io.TextIOWrapper:
    encoding = find_encoding(stream)
    stream.seek(0)
    # Broken bytes travel as surrogates to the row they stand in, and are refused there.
    errors = "surrogateescape" if encoding.startswith("utf-8") else "replace"
    return io.TextIOWrapper(stream, encoding=encoding, errors=errors, newline=newline)


def read_jsonl(stream: BinaryIO, name: str, published: Moment) -> Iterator[Article | Unread]:
    """The documents of a JSON Lines file, line by line."""
    table = _Table(name, published)
    lines = _open_text(stream, "\n")
    number, said = 0, False
    while line := lines.readline(_LINE_LIMIT):
        number += 1
        said = said or bool(line.strip("\ufeff \t\r\n"))
        if not line.endswith("\n") and len(line) >= _LINE_LIMIT:
            while (rest := lines.readline(_LINE_LIMIT)) and not rest.endswith("\n"):
                pass
            most = f"{MAX_TEXT_BYTES / 1e6:.0f} MB"
            yield table.unread(number, f"is too long; one document may hold at most {most} of text")
        elif line.strip("\ufeff \t\r\n"):
            yield _read_line(table, number, line)
    if not said:
        yield Unread(name=name, reason="is empty; a JSON Lines file needs one object a line")


def _read_line(table: _Table, number: int, line: str) -> Article | Unread:
    try:
        record = json.loads(line.lstrip("\ufeff"))
    except json.JSONDecodeError as fault:
        said = f"{fault.msg} at column {fault.colno}"
        return table.unread(number, f"is no JSON ({said}); each line must be one object")
    except (ValueError, RecursionError):
        return table.unread(number, "is JSON nested too deep or with a number too long to read")
    return table.read(number, record)


def read_json(stream: BinaryIO, name: str, published: Moment) -> Iterator[Article | Unread]:
    """The documents of a JSON array of rows, or of one row; also JSON Lines named .json."""
    content = stream.read(MAX_JSON_BYTES + 1)
    if len(content) > MAX_JSON_BYTES:
        most = f"{MAX_JSON_BYTES / 1e6:.0f} MB"
        yield Unread(name=name, reason=f"is larger than {most}; allowed at any size is .jsonl")
        return
    try:
        records = json.loads(decode(content).text)
    except json.JSONDecodeError as fault:
        if starts_with_row(content):
            yield from read_jsonl(io.BytesIO(content), name, published)
            return
        said = f"{fault.msg} at line {fault.lineno}"
        yield Unread(name=name, reason=f"is no JSON ({said}); allowed is an array of rows")
        return
    except (ValueError, RecursionError):
        yield Unread(name=name, reason="is JSON nested too deep; allowed is an array of rows")
        return
    table = _Table(name, published, unit="row")
    if isinstance(records, Mapping):
        records = [records]
    if not isinstance(records, list) or not records:
        yield Unread(
            name=name, reason=f"holds no rows; allowed is an array of rows, {_FIELDS_SAID}"
        )
        return
    for number, record in enumerate(records, 1):
        yield table.read(number, record)


def starts_with_row(content: bytes) -> bool:
    """Whether the first line that says anything is a JSON object by itself."""
    first = content[:_LINE_LIMIT].lstrip(b"\xef\xbb\xbf \t\r\n").split(b"\n", 1)[0]
    if not first.startswith(b"{"):
        return False
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False


class _Lines:
    """Lines of a file that can be given back when a broken quote has swallowed them."""

    def __init__(self, stream: io.TextIOWrapper) -> None:
        self._stream = stream
        self._given_back: deque[str] = deque()
        self.record: list[str] = []
        self.number = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = (
            self._given_back.popleft() if self._given_back else self._stream.readline(_LINE_LIMIT)
        )
        if not line:
            raise StopIteration
        self.record.append(line)
        self.number += 1
        return line

    def give_back(self) -> None:
        """Gives back all lines of the record but its first."""
        swallowed = self.record[1:]
        self._given_back.extendleft(reversed(swallowed))
        self.number -= len(swallowed)
        del self.record[1:]


def read_csv(stream: BinaryIO, name: str, published: Moment) -> Iterator[Article | Unread]:
    """The documents of a CSV file with a header; separated by comma, semicolon or tab."""
    # The limit belongs to the whole process; only a broken quote makes a longer field.
    csv.field_size_limit(MAX_TEXT_BYTES + 1)
    lines = _Lines(_open_text(stream, ""))
    header, mark = _read_header(lines)
    if "text" not in header:
        found = ", ".join(filter(None, header))[:80] or "none"
        reason = f"has no column text (its columns: {found}); {_FIELDS_SAID}"
        yield Unread(name=name, reason=reason)
        return
    if repeated := [column for column in FIELDS if header.count(column) > 1]:
        yield Unread(name=name, reason=f"has the column {repeated[0]} twice; once is allowed")
        return
    yield from _read_records(_Table(name, published), lines, header, mark)


def _read_header(lines: _Lines) -> tuple[list[str], str]:
    for line in lines:
        if line.strip("\ufeff \t\r\n"):
            for mark in (",", ";", "\t"):
                try:
                    fields = next(csv.reader([line.lstrip("\ufeff")], delimiter=mark))
                except csv.Error:
                    continue
                header = [column.strip().casefold() for column in fields]
                if "text" in header:
                    return header, mark
            return [column.strip() for column in line.split(",")], ","
    return [], ","


def _read_records(
    table: _Table, lines: _Lines, header: list[str], mark: str
) -> Iterator[Article | Unread]:
    reader = csv.reader(lines, delimiter=mark, strict=True)
    broken: int | None = None  # the line where a record broke whose remains are being passed over
    said = False
    while True:
        lines.record.clear()
        first = lines.number + 1
        try:
            fields = next(reader)
        except StopIteration:
            break
        except csv.Error:
            lines.give_back()
            reader = csv.reader(lines, delimiter=mark, strict=True)
            broken = broken or first
            continue
        if not any(fields) or (broken and not _is_whole(fields, header)):
            continue
        if broken:
            yield table.unread(broken, _broken_quote(broken, first - 1))
            broken = None
        said = True
        yield _read_fields(table, first, fields, header)
    if broken:
        yield table.unread(broken, _broken_quote(broken, lines.number))
    elif not said:
        yield Unread(name=table.name, reason="holds no rows; a CSV file needs a header and rows")


def _broken_quote(first: int, last: int) -> str:
    until = f" (up to line {last})" if last > first else ""
    return (
        f"cannot be read{until}: a quote is not closed or a field is longer than "
        f"{MAX_TEXT_BYTES / 1e6:.0f} MB; quotes inside a field are doubled"
    )


def _is_whole(fields: list[str], header: list[str]) -> bool:
    """Whether fields after a broken record are a row again, and not the rest of its text."""
    row = dict(zip(header, fields, strict=False))
    named = re.fullmatch(r"\S{1,64}", row.get("id", "-")) is not None
    return len(fields) == len(header) and named and bool(row["text"].strip())


def _read_fields(
    table: _Table, number: int, fields: list[str], header: list[str]
) -> Article | Unread:
    if len(fields) > len(header):
        reason = f"has {len(fields)} fields and the header {len(header)}; commas need quotes"
        return table.unread(number, reason)
    return table.read(number, dict(zip(header, fields, strict=False)))
