"""Where things lie on the page: the projection, the part of the land shown, the scale bar.

The projection is local and equirectangular: metres east and north of the middle
of the frame, with the lengths of a degree on the WGS 84 ellipsoid at that
latitude. North is exactly up; over the city the scale is true to 0.2 %, and the
same in both directions, so no shape is stretched.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, radians, sin, sqrt

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry.base import BaseGeometry

from aleppomap.gazetteer import ROOTS, DrawnAs, Gazetteer
from aleppomap.view import View

Bounds = tuple[float, float, float, float]
"""West, south, east, north; or left, bottom, right, top of a box on the page."""

_RADIUS, _FLATTENING = 6_378_137.0, 1 / 298.257223563
"""The WGS 84 ellipsoid: half its long axis in metres, and its flattening."""
_BARE = (37.08, 36.13, 37.31, 36.30)
"""Degrees shown when a gazetteer has no outline at all: the built-up city."""
_CITY_MARGIN, _ZOOM_MARGIN, _LEAST_METRES = 0.035, 0.45, 5000.0
_ZOOM_BELOW = 0.55
"""The frame closes in when everything named, with its margin, is smaller than this
part of the city in both directions."""


def metres_per_degree(latitude: float) -> tuple[float, float]:
    """Length in metres of a degree of longitude and of latitude at a latitude (WGS 84)."""
    squared = _FLATTENING * (2 - _FLATTENING)
    bent = 1 - squared * sin(radians(latitude)) ** 2
    east = _RADIUS * cos(radians(latitude)) / sqrt(bent)
    north = _RADIUS * (1 - squared) / bent**1.5
    return radians(1) * east, radians(1) * north


@dataclass(frozen=True, slots=True)
class Ground:
    """A stretch of land put into a box on the page.

    ``box`` is left, bottom, right, top in points (1/72 inch); ``scale`` is points
    per metre; ``zoomed`` says that less than the whole city is shown.
    """

    lon: float
    lat: float
    scale: float
    box: Bounds
    zoomed: bool = False

    def to_page(self, degrees: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Points on the page of an (n, 2) array of longitudes and latitudes."""
        east, north = metres_per_degree(self.lat)
        left, bottom, right, top = self.box
        metres = (degrees - (self.lon, self.lat)) * (east, north)
        page: npt.NDArray[np.float64] = metres * self.scale + (
            (left + right) / 2,
            (bottom + top) / 2,
        )
        return page

    def shape_on_page(self, shape: BaseGeometry) -> BaseGeometry:
        """The shape in points of the page."""
        return shapely.transform(shape, self.to_page)


def choose_ground(view: View, gazetteer: Gazetteer, box: Bounds) -> Ground:
    """The whole city; closer where all that is named lies in a small part of it; wider
    where something that is named lies outside."""
    city = city_bounds(gazetteer)
    named = named_bounds(view, gazetteer)
    if named is None:
        return _fit(_grow(city, _CITY_MARGIN), box)
    close = _at_least(_grow(named, _ZOOM_MARGIN), _LEAST_METRES)
    (width, height), (city_width, city_height) = _metres(close), _metres(city)
    if width < city_width * _ZOOM_BELOW and height < city_height * _ZOOM_BELOW:
        return _fit(close, box, zoomed=True)
    return _fit(_grow(_joined([city, named]), _CITY_MARGIN), box)


def city_bounds(gazetteer: Gazetteer) -> Bounds:
    """The box in degrees around all outlines of the city."""
    boxes = [
        place.footprint.bounds
        for place in gazetteer
        if place.footprint is not None and not place.outside_city
    ]
    return _joined(boxes) if boxes else _BARE


def named_bounds(view: View, gazetteer: Gazetteer) -> Bounds | None:
    """The box in degrees around all that is named and can be drawn, circles included."""
    boxes: list[Bounds] = []
    for place_id in view.counts:
        place = gazetteer.get(place_id)
        if place is None or place_id in ROOTS:
            continue
        drawing = gazetteer.drawing(place_id)
        shape = gazetteer.footprint(place_id)
        if drawing.how in (DrawnAs.OUTLINE, DrawnAs.WITHIN) and shape is not None:
            boxes.append(shape.bounds)
        elif place.lon is not None and place.lat is not None:
            east, north = metres_per_degree(place.lat)
            around = place.uncertainty_m or 0 if drawing.how is DrawnAs.CIRCLE else 0
            dx, dy = around / east, around / north
            boxes.append((place.lon - dx, place.lat - dy, place.lon + dx, place.lat + dy))
    return _joined(boxes) if boxes else None


def scale_bar(scale: float, longest: float = 110.0) -> tuple[float, float]:
    """The roundest bar that fits: its kilometres (1, 2 or 5 times a power of ten) and points."""
    fitting = [
        kilometres
        for power in range(-2, 4)
        for kilometres in (10.0**power, 2 * 10.0**power, 5 * 10.0**power)
        if kilometres * 1000 * scale <= longest
    ]
    kilometres = max(fitting, default=0.01)
    return kilometres, kilometres * 1000 * scale


def _fit(bounds: Bounds, box: Bounds, *, zoomed: bool = False) -> Ground:
    west, south, east, north = bounds
    width, height = _metres(bounds)
    scale = min((box[2] - box[0]) / width, (box[3] - box[1]) / height)
    return Ground((west + east) / 2, (south + north) / 2, scale, box, zoomed)


def _metres(bounds: Bounds) -> tuple[float, float]:
    west, south, east, north = bounds
    per_lon, per_lat = metres_per_degree((south + north) / 2)
    return (east - west) * per_lon, (north - south) * per_lat


def _grow(bounds: Bounds, share: float) -> Bounds:
    west, south, east, north = bounds
    dx, dy = (east - west) * share, (north - south) * share
    return west - dx, south - dy, east + dx, north + dy


def _at_least(bounds: Bounds, metres: float) -> Bounds:
    west, south, east, north = bounds
    width, height = _metres(bounds)
    per_lon, per_lat = metres_per_degree((south + north) / 2)
    dx = max(metres - width, 0.0) / per_lon / 2
    dy = max(metres - height, 0.0) / per_lat / 2
    return west - dx, south - dy, east + dx, north + dy


def _joined(boxes: Iterable[Bounds]) -> Bounds:
    west, south, east, north = zip(*boxes, strict=True)
    return min(west), min(south), max(east), max(north)
