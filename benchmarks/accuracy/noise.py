"""False hits on text that has nothing to do with Aleppo."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from aleppomap.api import Atlas
from aleppomap.source import article_from_text

PIECE = 20_000
"""Characters that are read as one document, up to the end of the paragraph."""
MOST_BYTES = 5_000_000
"""How much of a file is read, so that a long one does not outweigh the others."""


def pieces(text: str) -> Iterator[str]:
    """Documents of about PIECE characters, cut after a paragraph, else a line, else a word."""
    start = 0
    while start < len(text):
        end = start + PIECE
        if end < len(text):
            ends = (text.rfind(gap, start + PIECE // 2, end) for gap in ("\n\n", "\n", " "))
            end = next((found for found in ends if found > start), end)
        yield text[start:end]
        start = end


def print_noise(atlas: Atlas, folder: Path) -> None:
    """Places a megabyte of the folder's *.txt files, gate off and on, with the commonest."""
    hits: Counter[tuple[str, str]] = Counter()
    size = off = on = 0
    for path in sorted(folder.glob("*.txt")):
        with path.open("rb") as file:
            text = file.read(MOST_BYTES).decode("utf-8", errors="replace")
        size += len(text.encode())
        for piece in pieces(text):
            article = article_from_text(piece)
            found = [m for m in atlas.extract(article, gate=False).mentions if m.place_id]
            off += len(found)
            hits.update((m.surface, str(m.place_id)) for m in found)
            if found:
                again = atlas.extract(article).mentions
                on += sum(m.place_id is not None for m in again)
    megabytes = size / 1e6 or 1.0
    print(
        f"{megabytes:.1f} MB: gate off {off} false hits, {off / megabytes:.2f} a MB; gate on {on}"
    )
    for (surface, place_id), count in hits.most_common(20):
        print(f"{count:5} {surface!r} as {place_id}")
