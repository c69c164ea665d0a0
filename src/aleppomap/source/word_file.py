"""Takes the text out of a Word file (.docx): paragraphs and tables in their order."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

import docx
from docx.table import Table

from aleppomap.model import UnreadableInput
from aleppomap.source.article import Draft

MAX_WORD_BYTES = 50_000_000
_MOST_UNPACKED = 200_000_000
_DAMAGED = "is damaged or no Word file; allowed are whole .docx files"
_LOCKED = "is protected by a password or an old .doc; allowed are .docx files that open without one"
_EMPTY = "holds no text; allowed are Word files with paragraphs of text (not only pictures)"


def read_word(content: bytes) -> Draft:
    """The text of a Word file. Raises ``UnreadableInput`` with a clause for what holds none."""
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableInput(_LOCKED)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            unpacked = sum(entry.file_size for entry in packed.infolist())
        if unpacked > _MOST_UNPACKED:
            raise UnreadableInput(
                f"unpacks to {unpacked / 1e6:.0f} MB; a Word file may hold at most "
                f"{_MOST_UNPACKED / 1e6:.0f} MB"
            )
        text = "\n\n".join(_paragraphs(content))
    except UnreadableInput:
        raise
    except Exception:  # A broken file may break its parser in any way at all.
        raise UnreadableInput(_DAMAGED) from None
    if not text.strip():
        raise UnreadableInput(_EMPTY)
    return Draft(text=text)


def _paragraphs(content: bytes) -> Iterator[str]:
    for block in docx.Document(io.BytesIO(content)).iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                # A merged cell is given once for every column it spans.
                cells = dict.fromkeys(cell.text.strip() for cell in row.cells)
                yield from [" | ".join(filter(None, cells))] if any(cells) else []
        elif block.text.strip():
            yield block.text
