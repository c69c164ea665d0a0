"""Letters: fonts, the width of a line, breaking lines, and text that cannot break a picture.

Text is laid out by matplotlib's own shaper (Arabic joined, right to left) and
drawn as outlines. Sizes and widths are points (1/72 inch).
"""

from __future__ import annotations

import pathlib
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib import resources

import numpy as np
from matplotlib import font_manager, get_data_path
from matplotlib.font_manager import FontEntry, FontProperties
from matplotlib.path import Path
from matplotlib.textpath import text_to_path

FAMILIES = ("aleppomap Noto Sans Arabic", "aleppomap DejaVu Sans")
"""Noto's Arabic font has Latin letters too; DejaVu comes with matplotlib and fills gaps.

The names are ours: under its own name another version of the font, where the
machine has one, could be taken, and the same view would give another picture.
"""

SEARCHED = FAMILIES[1]
"""The one font of a PDF's unseen text: each font put into a file costs half a second."""

RLM, FSI, PDI = "\u200f", "\u2068", "\u2069"
"""A mark that makes a line run from the right; the start and end of a stretch of text
that finds its own direction."""

_KEPT_MARKS = frozenset("\u200c\u200d\u200e\u200f\u2066\u2067\u2068\u2069")
"""Invisible characters with a use: joiners, direction marks and isolates."""
_MEASURED = 10.0
"""Size in points at which widths are measured; letters are not hinted, so widths scale."""
_RIGHT_TO_LEFT = frozenset(("R", "AL", "AN"))


def _register(path: pathlib.Path, family: str) -> None:
    """Make a font file known to matplotlib under a family name of ours."""
    font_manager.fontManager.ttflist.append(FontEntry(fname=str(path), name=family))
    font_manager.fontManager.addfont(path)  # forgets, too, what was looked up before


@cache
def font() -> FontProperties:
    """The fonts of all text; the Arabic one is read from its installed package once."""
    with resources.as_file(resources.files("fontpkg_noto_sans_arabic") / "files") as folder:
        for path in sorted(folder.glob("*.ttf")):
            _register(path, FAMILIES[0])
    _register(pathlib.Path(get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf", FAMILIES[1])
    return FontProperties(family=list(FAMILIES), size=_MEASURED)


@cache
def _drawable(families: tuple[str, ...] = FAMILIES) -> frozenset[int]:
    """Code points that one of the fonts can draw."""
    font()
    found: set[int] = set()
    for family in families:
        path = font_manager.findfont(FontProperties(family=family))
        found.update(font_manager.get_font(path).get_charmap())
    return frozenset(found)


def searchable(text: str) -> str:
    """The text as far as the font of unseen text goes; marks of direction stay where
    something runs from the right."""
    known = _drawable((SEARCHED,))
    marks: frozenset[str] = _KEPT_MARKS if runs_right_to_left(text) else frozenset()
    return "".join(
        char for char in text if char in marks or (char not in _KEPT_MARKS and ord(char) in known)
    )


def clean(text: str) -> str:
    """Text from outside as one line: control characters become spaces, what no font can
    draw becomes U+FFFD, embeddings and overrides that could turn other words round are gone.
    """
    kept = []
    for char in text:
        category = unicodedata.category(char)
        if char in _KEPT_MARKS:
            kept.append(char)
        elif category in ("Cc", "Zl", "Zp", "Zs"):
            kept.append(" ")
        elif category == "Cf":
            continue
        else:
            kept.append(char if ord(char) in _drawable() else "\ufffd")
    return " ".join("".join(kept).split())


def isolate(text: str) -> str:
    """Foreign words inside a line of ours: they run their own way and turn nothing round."""
    return f"{FSI}{text}{PDI}"


def runs_right_to_left(text: str) -> bool:
    """Whether any letter of the text is written from right to left."""
    return any(unicodedata.bidirectional(char) in _RIGHT_TO_LEFT for char in text)


@lru_cache(maxsize=8192)
def width_of(text: str, size: float) -> float:
    """Width of one line in points."""
    width, _, _ = text_to_path.get_text_width_height_descent(text, font(), False)
    return float(width) * size / _MEASURED


def outline_of(text: str, size: float, x: float, baseline: float) -> Path:
    """The letters of one line as a path whose left end stands at ``x``."""
    vertices, codes = text_to_path.get_text_path(font(), text, ismath=False)
    if not len(vertices):
        return Path([(x, baseline)], closed=False)
    return Path(
        np.asarray(vertices) * (size / text_to_path.FONT_SCALE) + (x, baseline), codes, closed=False
    )


def break_lines(text: str, size: float, width: float, most: int | None = None) -> list[str]:
    """The text in lines no wider than ``width``; with ``most``, the last ends in "…"
    where something had to go."""
    lines: list[str] = []
    line = ""
    for word in _pieces(text.split(" "), size, width):
        longer = f"{line} {word}" if line else word
        if line and width_of(longer, size) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    lines.append(line)
    if most is None or len(lines) <= most:
        return lines
    return [*lines[: most - 1], _cut(lines[most - 1], size, width)]


def _pieces(words: Iterable[str], size: float, width: float) -> Iterable[str]:
    """The words, those wider than a line cut up."""
    for word in words:
        while width_of(word, size) > width and len(word) > 1:
            fitting = max(_longest_start(word, size, width), 1)
            yield word[:fitting]
            word = word[fitting:]
        yield word


def _longest_start(word: str, size: float, width: float) -> int:
    """How many characters of the word fit (by halving: widths grow with length)."""
    low, high = 0, len(word)
    while low < high:
        middle = (low + high + 1) // 2
        if width_of(word[:middle], size) <= width:
            low = middle
        else:
            high = middle - 1
    return low


def _cut(line: str, size: float, width: float) -> str:
    room = width - width_of("…", size)
    return line[: _longest_start(line, size, room)].rstrip() + "…"
