"""Takes the text out of a PDF: lines joined to paragraphs, page numbers left out."""

from __future__ import annotations

import io
import logging
import re
import unicodedata

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError

from aleppomap.model import Note, UnreadableInput
from aleppomap.source.article import MAX_TEXT_BYTES, Draft, too_large

# What the library logs is for its makers; our reader gets one sentence instead.
logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)

MAX_PDF_BYTES = 100_000_000
_LOCKED = "is protected by a password; allowed are PDF files that open without one"
_DAMAGED = "is damaged or no PDF; allowed are whole PDF files with a text layer"
_PICTURES = (
    "holds pictures of pages and no text layer; allowed are PDF files whose text can be "
    "selected (run text recognition on it first)"
)
# A PDF keeps the shapes that were drawn: Arabic letters by their form in the word, fi as one.
_SHAPED = re.compile("[\ufb00-\ufb06\ufb50-\ufdff\ufe70-\ufefc]+")
_ARABIC = re.compile("[\u0620-\u064a]")
_ORDER = "numbers and brackets in Arabic lines of a PDF may stand in another place than on the page"
_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:page|seite|página|صفحة)\s+)?\d{1,4}(?:\s*(?:/|of|von)\s*\d+)?\W*", re.I
)
_ENDS = re.compile(r"[.؟?!:…۔][\"'”’»)\]]*$")


def read_pdf(content: bytes) -> Draft:
    """The text of a PDF. Raises ``UnreadableInput`` with a clause for what holds none."""
    try:
        text = _read_pages(content)
    except DependencyError:
        raise UnreadableInput(_LOCKED) from None
    except UnreadableInput:
        raise
    except (PyPdfError, RecursionError):
        raise UnreadableInput(_DAMAGED) from None
    except Exception:  # A broken PDF may break its parser in any way at all.
        raise UnreadableInput(_DAMAGED) from None
    if not any(letter.isalnum() for letter in text):
        raise UnreadableInput(_PICTURES)
    mixed = _ARABIC.search(text) and re.search(r"\d", text)
    notes = (Note(code="pdf-order", message=_ORDER),) if mixed else ()
    return Draft(text=text, notes=notes)


def _read_pages(content: bytes) -> str:
    reader = PdfReader(io.BytesIO(content))
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableInput(_LOCKED)
    pages: list[str] = []
    size = 0
    for page in reader.pages:
        pages.append(_to_paragraphs(page.extract_text()))
        size += len(pages[-1].encode("utf-8", "replace"))
        if size > MAX_TEXT_BYTES:
            raise UnreadableInput(too_large(size))
    text = "\n\n".join(page for page in pages if page)
    # Broken fonts give halves of characters, which no file could hold.
    text = text.encode("utf-8", "replace").decode("utf-8").replace("\x00", "")
    return _SHAPED.sub(lambda shaped: unicodedata.normalize("NFKC", shaped[0]), text)


def _to_paragraphs(page: str) -> str:
    """Joins the lines of a page that break in mid-sentence at the right edge."""
    lines = [line.strip().replace("\xad", "") for line in page.splitlines()]
    while lines and _PAGE_NUMBER.fullmatch(lines[-1] or "0"):
        lines.pop()
    while lines and _PAGE_NUMBER.fullmatch(lines[0] or "0"):
        lines.pop(0)
    width = sorted(len(line) for line in lines)[-max(len(lines) // 4, 1)] if lines else 0
    text = ""
    last = ""
    for line in lines:
        full = len(last) >= 0.75 * width and width >= 40
        if not text:
            text = line
        elif full and line and not _ENDS.search(last):
            text += line if last.endswith("-") else f" {line}"
        elif line or last:
            text += "\n" if line and last else "\n\n" if line else ""
            text += line
        last = line
    return text
