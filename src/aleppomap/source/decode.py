"""Turns bytes into text: byte order marks, UTF-8, UTF-16, and old Windows code pages."""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

from charset_normalizer import from_bytes

from aleppomap.language import guess_language
from aleppomap.model import UnreadableInput

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP or Word file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
)
# The code pages of the languages we read; any other guess would be far-fetched.
_PAGES = ["cp1256", "cp1252", "cp1251", "cp1254", "iso8859_6", "koi8_r"]
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")
_SAMPLE = 200_000
ALLOWED = "text must be UTF-8, UTF-16 or a Windows code page of its language"


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of some bytes; ``encoding`` as found, ``damaged`` how many bytes were no text.

    A byte order mark is dropped: it is no part of the text, and offsets do not
    count it. Nothing else is changed, line ends included.
    """

    text: str
    encoding: str
    damaged: int = 0


def find_bom(content: bytes) -> tuple[str, int] | None:
    """The encoding that a byte order mark names, and the mark's length."""
    return next(((name, len(bom)) for bom, name in _BOMS if content.startswith(bom)), None)


def find_kind(content: bytes) -> str | None:
    """What a well-known file format the first bytes belong to, in words, or None."""
    return next((kind for magic, kind in _MAGIC if content.startswith(magic)), None)


def decode(content: bytes, declared: str | None = None) -> Decoded:
    """Decodes the bytes of one document; ``declared`` is the encoding it says it has.

    Raises ``UnreadableInput`` with a clause (no name) for what is no text.
    """
    if kind := find_kind(content):
        raise UnreadableInput(f"is {kind} under the name of a text file; {ALLOWED}")
    if bom := find_bom(content):
        encoding, length = bom
        return _decode_marked(content[length:], encoding)
    if b"\x00" in content:
        return _decode_wide(content)
    for stated in ("utf-8", declared):
        if stated and (text := _try(content, stated)) is not None:
            return Decoded(text, stated.lower())
    if (mended := _mend_utf8(content)) is not None:
        return mended
    return _guess(content)


def _try(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _decode_marked(content: bytes, encoding: str) -> Decoded:
    text = content.decode(encoding, "replace")
    damaged = text.count("\ufffd")
    if damaged * 50 > len(text):
        raise UnreadableInput(f"is binary or damaged {encoding.upper()}; {ALLOWED}")
    return Decoded(text, encoding, damaged)


def _decode_wide(content: bytes) -> Decoded:
    """UTF-16 without a mark: it must read as letters and spaces nearly throughout."""
    if len(content) % 2 == 0:
        for encoding in ("utf-16-le", "utf-16-be"):
            text = _try(content, encoding)
            if text and _reads_as_text(text[:_SAMPLE]):
                return Decoded(text, encoding)
    raise UnreadableInput(f"is a binary file; {ALLOWED}")


def _reads_as_text(text: str) -> bool:
    plain = sum(
        letter.isspace()
        or ("\u0020" <= letter <= "\u07ff" and unicodedata.category(letter) != "Cn")
        for letter in text
    )
    return plain >= 0.97 * len(text) and _CONTROL.search(text) is None


def _mend_utf8(content: bytes) -> Decoded | None:
    """UTF-8 with a few broken bytes stays UTF-8: they become U+FFFD, and are counted."""
    text = content.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    whole = sum(letter > "\x7f" for letter in text) - damaged
    return Decoded(text, "utf-8", damaged) if whole >= 10 * damaged else None


def guess_page(content: bytes) -> str | None:
    """The old code page that some bytes are most likely written in, or None."""
    sample = content[:_SAMPLE]
    best = from_bytes(sample, cp_isolation=_PAGES, language_threshold=0.0).best()
    if best is None:
        return None
    # Turkish differs from Western Europe's page in six letters only: let its words decide.
    if best.encoding == "cp1252" and re.search(rb"[\xd0\xdd\xde\xf0\xfd\xfe]", sample):
        turkish = _try(sample, "cp1254")
        return "cp1254" if turkish and guess_language(turkish) == "tr" else best.encoding
    return best.encoding


def _guess(content: bytes) -> Decoded:
    for encoding in (guess_page(content), "cp1252", "latin-1"):
        text = _try(content, encoding) if encoding else None
        if encoding and text is not None and _CONTROL.search(text) is None:
            return Decoded(text, encoding)
    raise UnreadableInput(f"is binary or in an encoding that is not known; {ALLOWED}")
