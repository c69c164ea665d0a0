"""Pictures of a view for print: PNG, SVG and PDF on A4 across, drawn without a browser.

Everything comes from our own geometry; nothing is fetched. The same view gives
the same bytes. Matplotlib draws under a lock, since its settings belong to the
whole process; threads may call ``draw`` at the same time.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Sequence
from io import BytesIO
from typing import Any, Literal
from xml.sax.saxutils import escape

from matplotlib import style

from aleppomap.gazetteer import Gazetteer
from aleppomap.link import Lang
from aleppomap.picture import margin, timeline
from aleppomap.picture.chart import boxes_of, build_chart, draw_chart, draw_furniture
from aleppomap.picture.claims import draw_claims
from aleppomap.picture.lettering import clean, width_of
from aleppomap.picture.naming import draw_names
from aleppomap.picture.page import WIDTH, Sheet
from aleppomap.strings import strings
from aleppomap.style import BORDER, SOFT_INK
from aleppomap.view import View

__all__ = ["FORMATS", "Format", "draw"]

Format = Literal["png", "svg", "pdf"]
FORMATS: tuple[Format, ...] = ("png", "svg", "pdf")

_SETTINGS = {
    "pdf.fonttype": 42,
    "svg.fonttype": "path",
    "svg.hashsalt": "aleppomap",
    "text.parse_math": False,
    "text.usetex": False,
}
_PATH = re.compile(rb' d="[^"]*"')
_LONG = re.compile(rb"(\.\d\d)\d+")
_DRAWING = threading.Lock()
_COLUMN, _GUTTER = 196.0, 16.0


def draw(
    view: View,
    gazetteer: Gazetteer,
    *,
    fmt: Format,
    lang: Lang = "en",
    title: str | None = None,
    sources: Sequence[str] = (),
    version: str,
    link: str | None = None,
    dpi: int = 200,
) -> bytes:
    """A view as a picture file.

    ``sources`` are names of publishers, ``version`` names the data, ``link`` is the
    address that opens the same view. ``dpi`` is the resolution of a PNG.

    Raises:
        ValueError: for a format that is not png, svg or pdf.
    """
    if fmt not in FORMATS:
        raise ValueError(f"pictures are png, svg or pdf, not {fmt!r}")
    with _DRAWING, style.context(["default", _SETTINGS], after_reset=True):
        sheet = Sheet(lang, text_layer=fmt == "pdf")
        heading = margin.title_of(title, lang)
        _compose(sheet, view, gazetteer, heading, sources, version, link)
        return _to_bytes(sheet, fmt, heading, sources, version, dpi)


def _compose(
    sheet: Sheet,
    view: View,
    gazetteer: Gazetteer,
    title: str,
    sources: Sequence[str],
    version: str,
    link: str | None,
) -> None:
    """Header over all, footer under all; between them the map and the column beside it."""
    top = margin.draw_header(sheet, view, gazetteer, title) - 9
    bottom = margin.draw_footer(sheet, version, link) + 9
    end = WIDTH - margin.MARGIN - _COLUMN - _GUTTER
    foot = bottom
    if timeline.has_timeline(view):
        height = timeline.height_of(view)
        strip = sheet.box(margin.MARGIN, bottom, end, bottom + height)
        timeline.draw_timeline(sheet, view, strip)
        foot = bottom + height + 5
    box = sheet.box(margin.MARGIN, foot, end, top)
    chart = build_chart(view, gazetteer, box)
    draw_chart(sheet, view, gazetteer, chart)
    taken = draw_furniture(sheet, gazetteer, chart) + boxes_of(chart.hubs)
    if not view.shown:
        taken.append(_say_empty(sheet, box))
    unnamed = draw_names(sheet, view, gazetteer, chart, taken)
    sheet.rectangle(box, facecolor="none", edgecolor=BORDER, linewidth=0.6)
    column = margin.Column(sheet, end + _GUTTER, _COLUMN, top + 3)
    margin.draw_legend(column, view, chart)
    column.space()
    margin.draw_notes(column, view, gazetteer)
    column.space()
    margin.draw_counts(column, view)
    column.space()
    draw_claims(column, view, gazetteer)
    column.space()
    margin.draw_lists(column, view, gazetteer, unnamed, bottom)
    column.space(4)
    margin.draw_sources(column, sources, bottom)


def _say_empty(
    sheet: Sheet, box: tuple[float, float, float, float]
) -> tuple[float, float, float, float]:
    """Say over the map that nothing is shown; returns the box of the words."""
    text, size = strings(sheet.lang)["pic_empty"], 13.0
    left, bottom, right, top = box
    half = width_of(text, size) / 2 + 12
    x, y = (left + right) / 2, bottom + (top - bottom) * 0.5
    plate = (x - half, y - 14, x + half, y + 14)
    sheet.rectangle(plate, facecolor="white", edgecolor=BORDER, linewidth=0.6)
    sheet.write_at(text, x - half + 12, y - 4, size, color=SOFT_INK)
    return plate


def _to_bytes(
    sheet: Sheet, fmt: Format, title: str, sources: Sequence[str], version: str, dpi: int
) -> bytes:
    """The file, without the hour of its making; what is written on it stands in it as text."""
    buffer = BytesIO()
    says = "\n".join(sheet.texts)
    publishers = ", ".join(clean(source) for source in sources)
    program = f"aleppomap, data version {clean(version)}"
    metadata: dict[str, dict[str, Any]] = {
        "png": {"Title": title, "Description": says, "Source": publishers, "Software": program},
        "svg": {"Title": title, "Description": says, "Creator": program, "Date": None},
        "pdf": {"Title": title, "Subject": publishers, "Creator": program, "CreationDate": None},
    }
    sheet.figure.savefig(
        buffer, format=fmt, dpi=dpi if fmt == "png" else 72, metadata=metadata[fmt]
    )
    if fmt == "svg":
        return _described(buffer.getvalue(), says)
    return buffer.getvalue()


def _described(svg: bytes, says: str) -> bytes:
    """The drawing with its words as ``desc``: the letters themselves are outlines.

    Paths keep two decimals of a point, less than a printer's dot.
    """
    svg = _PATH.sub(lambda path: _LONG.sub(rb"\1", path[0]), svg)
    head, end, rest = svg.partition(b"</title>")
    words = f"\n <desc>{escape(says)}</desc>".encode()
    return head.replace(b"<svg ", b'<svg role="img" ', 1) + end + words + rest
