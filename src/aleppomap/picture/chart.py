"""The map itself: footprints, soft circles, dots, names, scale bar, north arrow, locator."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import shapely
from matplotlib.path import Path
from shapely.geometry.base import BaseGeometry

from aleppomap.gazetteer import ROOTS, DrawnAs, Gazetteer
from aleppomap.model import Place
from aleppomap.picture.ground import Bounds, Ground, choose_ground, city_bounds, scale_bar
from aleppomap.picture.labels import Point
from aleppomap.picture.lettering import width_of
from aleppomap.picture.page import Sheet
from aleppomap.strings import strings
from aleppomap.style import (
    BORDER,
    FILLS,
    GROUND,
    INK,
    KIND_COLOURS,
    PAPER,
    SOFT_INK,
    UNSURE,
    class_of,
    family_of,
)
from aleppomap.view import View

DOT = 3.0
"""Radius of a dot in points."""
_SOFT = (1.0, 0.86, 0.7, 0.52)
"""Radii of the discs that make a circle fade outwards, as parts of the whole."""
_RING, _MANY_RINGS = 3.6, 8
_LOCATOR = (104.0, 92.0)
_PLATE_ALPHA = 0.88
_BODY = "#dedad1"
"""Streets and gaps between outlines, within the body of the city."""
_STREET = 90.0
"""Metres by which outlines grow to close the streets between them."""


@dataclass(frozen=True, slots=True)
class Hub:
    """The mark of a report that speaks of several places together, with the places' points."""

    at: Point
    ends: tuple[Point, ...]
    colour: str


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn where: page shapes of all outlines that show, and marks of points."""

    ground: Ground
    shapes: dict[str, BaseGeometry]
    dots: dict[str, Point]
    circles: dict[str, tuple[Point, float]]
    hosts: tuple[str, ...]
    hubs: tuple[Hub, ...] = ()


def build_chart(view: View, gazetteer: Gazetteer, box: Bounds) -> Chart:
    """Put outlines, dots and circles into the box on the page."""
    ground = choose_ground(view, gazetteer, box)
    shapes = {}
    for place in gazetteer:
        if place.footprint is not None:
            shape = shapely.clip_by_rect(ground.shape_on_page(place.footprint), *box)
            if not shape.is_empty:
                shapes[place.id] = shape
    dots: dict[str, Point] = {}
    circles: dict[str, tuple[Point, float]] = {}
    for place_id in view.counts:
        found = gazetteer.get(place_id)
        if found is None or place_id in ROOTS:
            continue
        how = gazetteer.drawing(place_id).how
        if how is DrawnAs.POINT:
            dots[place_id] = point_on_page(ground, found)
        elif how is DrawnAs.CIRCLE:
            radius = max((found.uncertainty_m or 0) * ground.scale, DOT)
            circles[place_id] = (point_on_page(ground, found), radius)
    hosts = tuple(place_id for place_id in view.within if place_id in shapes)
    return Chart(ground, shapes, dots, circles, hosts, build_hubs(view, gazetteer, ground))


def build_hubs(view: View, gazetteer: Gazetteer, ground: Ground) -> tuple[Hub, ...]:
    """One mark for each group of places that a report speaks of together, amid those drawn."""
    hubs: dict[tuple[str, ...], Hub] = {}
    for entry in view.shown:
        places = tuple(sorted(set(entry.report.place_ids)))
        if not entry.report.shared or places in hubs:
            continue
        ends = tuple(
            end for p in places if p in gazetteer and (end := _end_of(gazetteer, p, ground))
        )
        if len(set(ends)) > 1:
            middle = tuple(float(sum(axis)) / len(ends) for axis in zip(*ends, strict=True))
            colour = KIND_COLOURS[family_of(entry.report.kind.value)]
            hubs[places] = Hub((middle[0], middle[1]), ends, colour)
    return tuple(hubs.values())


def _end_of(gazetteer: Gazetteer, place_id: str, ground: Ground) -> Point | None:
    """Where the line to a place ends: its point, else inside the outline that stands for it."""
    place = gazetteer[place_id]
    if place.lon is not None and place_id not in ROOTS:
        return point_on_page(ground, place)
    outline = gazetteer.footprint(place_id)
    if outline is None:
        return None
    inner = ground.shape_on_page(outline).representative_point()
    return float(inner.x), float(inner.y)


def draw_hubs(sheet: Sheet, hubs: Iterable[Hub], box: Bounds) -> None:
    """Thin lines to the places, and a ring amid them that is no place itself."""
    for hub in hubs:
        for end in hub.ends:
            sheet.stroke(
                [hub.at, end],
                edge=hub.colour,
                line=0.6,
                linestyle=(0, (1.2, 1.4)),
                alpha=0.8,
                clip=box,
            )
        draw_ring(sheet, hub.at, hub.colour, box)


def boxes_of(hubs: Iterable[Hub]) -> list[Bounds]:
    """The boxes of the rings, for names to keep off; of many rings none, or names would go."""
    found = list(hubs)
    if len(found) > _MANY_RINGS:
        return []
    return [(x - _RING, y - _RING, x + _RING, y + _RING) for x, y in (hub.at for hub in found)]


def draw_ring(sheet: Sheet, at: Point, colour: str, clip: Bounds | None = None) -> None:
    """A ring with a dot in it."""
    sheet.circle(at, _RING, clip=clip, facecolor=PAPER, edgecolor=colour, linewidth=1.1)
    sheet.circle(at, 1.3, clip=clip, facecolor=colour, linewidth=0)


def point_on_page(ground: Ground, place: Place) -> Point:
    """Where the point of a place lies on the page; the place has one."""
    x, y = ground.to_page(np.array([[place.lon, place.lat]], dtype=float))[0]
    return float(x), float(y)


def draw_chart(sheet: Sheet, view: View, gazetteer: Gazetteer, chart: Chart) -> None:
    """Everything of the map but its names."""
    box = chart.ground.box
    sheet.rectangle(box, facecolor=GROUND)
    _draw_outlines(sheet, view, gazetteer, chart)
    for place_id in chart.hosts:
        sheet.draw(
            to_path(chart.shapes[place_id]),
            edge=UNSURE,
            line=1.2,
            linestyle=(0, (3.2, 2.2)),
            clip=box,
        )
    for at, radius in sorted(chart.circles.values(), key=lambda circle: (-circle[1], circle[0])):
        draw_circle(sheet, at, radius, box)
    for place_id, at in chart.dots.items():
        fill = FILLS[class_of(view.counts[place_id], view.breaks)]
        sheet.circle(at, DOT, clip=box, facecolor=fill, edgecolor=INK, linewidth=0.8)
    draw_hubs(sheet, chart.hubs, box)


def _draw_outlines(sheet: Sheet, view: View, gazetteer: Gazetteer, chart: Chart) -> None:
    """What is large beneath what is small: a whole lies under its parts, and shows
    through a part that nobody names."""
    box = chart.ground.box
    named = {place_id for place_id in chart.shapes if view.counts.get(place_id)}
    body = silhouette(chart.shapes.values(), _STREET * chart.ground.scale)
    sheet.draw(to_path(body), fill=_BODY, edge=BORDER, line=1.3, joinstyle="round", clip=box)
    for place_id in _large_first(gazetteer, chart.shapes):
        through = place_id not in named and any(
            whole in named for whole in gazetteer.ancestors(place_id)
        )
        fill = "none" if through else FILLS[class_of(view.counts.get(place_id, 0), view.breaks)]
        path = to_path(chart.shapes[place_id])
        sheet.draw(path, fill=fill, edge=BORDER, line=0.4, joinstyle="round", clip=box)
    for place_id in _large_first(gazetteer, named):
        path = to_path(chart.shapes[place_id])
        sheet.draw(path, edge=SOFT_INK, line=0.55, joinstyle="round", clip=box)


def silhouette(shapes: Iterable[BaseGeometry], reach: float) -> BaseGeometry:
    """The body of the city: all outlines as one, gaps up to twice ``reach`` closed."""
    grown = shapely.union_all(shapely.buffer(list(shapes), reach, quad_segs=2))
    return shapely.buffer(grown, -reach, quad_segs=2)


def _large_first(gazetteer: Gazetteer, place_ids: Iterable[str]) -> list[str]:
    """Outlines in drawing order; a whole comes before its parts whatever their sizes."""

    def order(place_id: str) -> tuple[int, float, str]:
        footprint = gazetteer[place_id].footprint
        return (
            len(gazetteer.ancestors(place_id)),
            -footprint.area if footprint is not None else 0.0,
            place_id,
        )

    return sorted(place_ids, key=order)


def draw_circle(sheet: Sheet, at: Point, radius: float, clip: Bounds | None = None) -> None:
    """A place that may be anywhere within the radius: a disc that fades, and no pin."""
    for part in _SOFT:
        sheet.circle(at, radius * part, clip=clip, facecolor=UNSURE, alpha=0.06, linewidth=0)
    sheet.circle(
        at,
        radius,
        clip=clip,
        facecolor="none",
        edgecolor=UNSURE,
        linewidth=0.8,
        linestyle=(0, (0.9, 1.8)),
        capstyle="round",
    )


def draw_furniture(sheet: Sheet, gazetteer: Gazetteer, chart: Chart) -> list[Bounds]:
    """Scale bar, north arrow and, on a closer map, where in the city it is.

    Returns the boxes that they cover, so that names keep off.
    """
    left, bottom, right, _ = chart.ground.box
    words = strings(sheet.lang)
    kilometres, length = scale_bar(chart.ground.scale)
    width, height = length + 52, 30.0
    start = right - 6 - width if sheet.mirrored else left + 6
    plate = (start, bottom + 6, start + width, bottom + 6 + height)
    _plate(sheet, plate)
    arrow_x = plate[2] - 13 if sheet.mirrored else plate[0] + 13
    bar_x = plate[0] + 12 if sheet.mirrored else plate[0] + 28
    _north_arrow(sheet, (arrow_x, plate[1] + 5), words["north"])
    _draw_bar(sheet, (bar_x, plate[1] + 7), length, f"{kilometres:g}", words["km"])
    taken = [plate]
    if chart.ground.zoomed:
        wide, high = _LOCATOR
        x = left + 6 if sheet.mirrored else right - 6 - wide
        taken.append((x, bottom + 6, x + wide, bottom + 6 + high))
        _locator(sheet, gazetteer, chart.ground, taken[-1])
    return taken


def _plate(sheet: Sheet, box: Bounds) -> None:
    sheet.rectangle(box, facecolor=PAPER, alpha=_PLATE_ALPHA, linewidth=0)
    sheet.rectangle(box, facecolor="none", edgecolor=BORDER, linewidth=0.4)


def _north_arrow(sheet: Sheet, foot: Point, letter: str) -> None:
    x, y = foot
    arrow = [(x, y + 11.5), (x - 3.6, y), (x, y + 2.6), (x + 3.6, y), (x, y + 11.5)]
    sheet.draw(Path(arrow, closed=True), fill=INK)
    sheet.write_at(letter, x - width_of(letter, 7.5) / 2, y + 13.6, 7.5, strong=True)


def _draw_bar(sheet: Sheet, foot: Point, length: float, number: str, unit: str) -> None:
    """A bar of two halves, the first dark, with 0 and its length over the ends."""
    x, y = foot
    for index, fill in enumerate((INK, PAPER)):
        half = (x + index * length / 2, y, x + (index + 1) * length / 2, y + 3.2)
        sheet.rectangle(half, facecolor=fill, edgecolor=INK, linewidth=0.5)
    sheet.write_at("0", x - width_of("0", 7) / 2, y + 6.5, 7)
    sheet.write_at(number, x + length - width_of(number, 7) / 2, y + 6.5, 7)
    after = x + length + width_of(number, 7) / 2 + 2
    if sheet.mirrored:
        after = x + length - width_of(number, 7) / 2 - 2 - width_of(unit, 7)
    sheet.write_at(unit, after, y + 6.5, 7)


def _locator(sheet: Sheet, gazetteer: Gazetteer, ground: Ground, box: Bounds) -> None:
    _plate(sheet, box)
    west, south, east, north = city_bounds(gazetteer)
    inner = (box[0] + 5, box[1] + 5, box[2] - 5, box[3] - 5)
    corners = np.array([[west, south], [east, north]])
    unit = Ground((west + east) / 2, (south + north) / 2, 1.0, inner)
    wide, high = np.ptp(unit.to_page(corners), axis=0)
    fit = min((inner[2] - inner[0]) / wide, (inner[3] - inner[1]) / high)
    small = Ground(unit.lon, unit.lat, float(fit), inner)
    prints = [
        small.shape_on_page(place.footprint)
        for place in gazetteer
        if place.footprint is not None and not place.outside_city
    ]
    body = silhouette(prints, _STREET * small.scale)
    sheet.draw(to_path(body), fill=GROUND, edge=SOFT_INK, line=0.5)
    # the frame of the map, measured on the land and drawn on the small map
    x, y = small.to_page(np.array([[ground.lon, ground.lat]]))[0]
    left, bottom, right, top = ground.box
    half_w = (right - left) / 2 / ground.scale * small.scale
    half_h = (top - bottom) / 2 / ground.scale * small.scale
    frame = (x - half_w, y - half_h, x + half_w, y + half_h)
    sheet.rectangle(frame, clip=box, facecolor="none", edgecolor=INK, linewidth=1.0)


def to_path(shape: BaseGeometry) -> Path:
    """The rings of a polygon or of many as one path, holes left open."""
    rings: list[Path] = []
    for part in shapely.get_parts(shape):
        if part.geom_type != "Polygon":
            continue
        part = shapely.orient_polygons(part)
        for ring in (part.exterior, *part.interiors):
            rings.append(Path(shapely.get_coordinates(ring), closed=True))
    return Path.make_compound_path(*rings) if rings else Path(np.empty((0, 2)))
