"""Names on the map: which places want one, how it is written, and drawing those that fit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from aleppomap.gazetteer import Gazetteer
from aleppomap.model import Place
from aleppomap.picture.chart import DOT, Chart, point_on_page
from aleppomap.picture.ground import Bounds
from aleppomap.picture.labels import Point, Spot, Wish, overlap, place_labels
from aleppomap.picture.lettering import RLM, clean, width_of
from aleppomap.picture.page import Sheet
from aleppomap.style import INK, SOFT_INK
from aleppomap.view import View

_LOUD, _QUIET = 7.4, 5.6
"""Sizes in points of names with reports (the most named a little larger) and without."""
_LINE = {"en": 1.08, "ar": 1.3}
"""Height of a line as a multiple of its size; Arabic reaches further down."""


@dataclass(frozen=True, slots=True)
class _Label:
    """A wish with the lines of each way to write it, their size and colour."""

    wish: Wish
    ways: tuple[tuple[str, ...], ...]
    size: float
    color: str


def name_of(place: Place, lang: str) -> str:
    """The name of a place in the language of the picture."""
    return clean(place.name_ar or place.name_en if lang == "ar" else place.name_en)


def draw_names(
    sheet: Sheet, view: View, gazetteer: Gazetteer, chart: Chart, taken: Sequence[Bounds]
) -> tuple[str, ...]:
    """Write the names that find room, those with most reports first.

    Returns the ids of places that have reports and are drawn, but found no room
    for their name.
    """
    marks = {
        place_id: (x - DOT, y - DOT, x + DOT, y + DOT) for place_id, (x, y) in chart.dots.items()
    }
    left, bottom, right, top = chart.ground.box
    frame = (left + 2, bottom + 2, right - 2, top - 2)
    loud = list(_loud(sheet.lang, view, gazetteer, chart))
    labels = {
        label.wish.key: label for label in (*loud, *_quiet(sheet.lang, view, gazetteer, chart))
    }
    blocked = [*taken, *marks.values()]
    spots = place_labels((label.wish for label in labels.values()), frame, blocked)
    for spot in spots:
        _draw_name(sheet, spot, labels[spot.key])
    placed = {spot.key for spot in spots}
    wanted = (label.wish.key for label in loud if label.wish.key in view.counts)
    return tuple(key for key in wanted if key not in placed)


def _loud(lang: str, view: View, gazetteer: Gazetteer, chart: Chart) -> Iterator[_Label]:
    """Labels of what is named and drawn, and of outlines that hold something unplaced."""
    most = max(view.counts.values(), default=1)
    for place_id in sorted(view.counts, key=lambda key: (-view.counts[key], key)):
        count = view.counts[place_id]
        size = _LOUD + (1.0 if count >= max(most * 0.6, 3) else 0.0)
        if place_id in chart.circles:
            text = f"{name_of(gazetteer[place_id], lang)} ({count})"
            yield _label(place_id, text, chart.circles[place_id][0], size, lang)
        elif place_id in chart.dots:
            text = name_of(gazetteer[place_id], lang)
            yield _label(place_id, text, chart.dots[place_id], size, lang, clear=DOT)
        elif place_id in chart.shapes:
            anchor, home = _anchor(gazetteer[place_id], chart), _inside(chart.shapes[place_id])
            name = name_of(gazetteer[place_id], lang)
            yield _label(place_id, name, anchor, size, lang, home=home)
    for place_id in chart.hosts:
        if place_id not in view.counts:
            anchor = _anchor(gazetteer[place_id], chart)
            yield _label(place_id, name_of(gazetteer[place_id], lang), anchor, _LOUD, lang)


def _quiet(lang: str, view: View, gazetteer: Gazetteer, chart: Chart) -> Iterator[_Label]:
    """Labels of outlines that nobody names, only where they fit inside; wholes go without."""
    wholes = {whole for place_id in chart.shapes for whole in gazetteer.ancestors(place_id)}
    rest = [
        place_id
        for place_id in chart.shapes
        if place_id not in view.counts and place_id not in wholes and place_id not in chart.hosts
    ]
    rest.sort(key=lambda place_id: (-chart.shapes[place_id].area, place_id))
    for place_id in rest:
        place, shape = gazetteer[place_id], chart.shapes[place_id]
        yield _label(
            place_id,
            name_of(place, lang),
            _anchor(place, chart),
            _QUIET,
            lang,
            fits=_inside(shape),
            color=SOFT_INK,
        )


def _inside(shape: BaseGeometry) -> Callable[[Bounds], bool]:
    """Whether a box lies in the shape (its corners may just touch the border)."""
    shapely.prepare(shape)
    grown = shape.buffer(0.8)
    bounds = grown.bounds

    def fits(box: Bounds) -> bool:
        return overlap(box, bounds) and bool(shapely.contains(grown, shapely.box(*box)))

    return fits


def _anchor(place: Place, chart: Chart) -> Point:
    """The place's own point where it shows, else a point inside what shows of its outline."""
    shape = chart.shapes[place.id]
    if place.lon is not None:
        point = point_on_page(chart.ground, place)
        if shapely.contains_xy(shape, *point):
            return point
    parts = shapely.get_parts(shape)
    largest = parts[int(np.argmax(shapely.area(parts)))]
    inner = shapely.point_on_surface(largest)
    return float(inner.x), float(inner.y)


def _label(
    key: str,
    text: str,
    anchor: Point,
    size: float,
    lang: str,
    *,
    clear: float = 0.0,
    fits: Callable[[Bounds], bool] | None = None,
    home: Callable[[Bounds], bool] | None = None,
    color: str = INK,
) -> _Label:
    mark = RLM if lang == "ar" else ""
    ways = tuple(tuple(mark + line for line in way) for way in _ways(text))
    sizes = tuple(
        (max(width_of(line, size) for line in way) + 1, len(way) * size * _LINE[lang])
        for way in ways
    )
    wish = Wish(key, anchor, sizes, clear=clear, roams=fits is None, fits=fits, home=home)
    return _Label(wish, ways, size, color)


def _ways(text: str) -> tuple[tuple[str, ...], ...]:
    """The name on one line, or broken in two at the space nearest its middle."""
    spaces = [index for index, char in enumerate(text) if char == " "]
    if not spaces or len(text) < 9:
        return ((text,),)
    at = min(spaces, key=lambda index: abs(index - len(text) / 2))
    return (text,), (text[:at], text[at + 1 :])


def _draw_name(sheet: Sheet, spot: Spot, label: _Label) -> None:
    if spot.line is not None:
        sheet.stroke(spot.line, edge=INK, line=0.45)
    left, bottom, right, top = spot.box
    lines = label.ways[spot.way]
    pitch = (top - bottom) / len(lines)
    drop = 0.25 if sheet.lang == "en" else 0.33
    for index, line in enumerate(lines):
        x = (left + right - width_of(line, label.size)) / 2
        baseline = top - pitch * (index + 1) + label.size * drop
        sheet.write_at(line, x, baseline, label.size, color=label.color, halo=1.1)
