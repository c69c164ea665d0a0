"""Places as the maps draw them: one row a place, and all of them as one JSON text."""

from __future__ import annotations

import json
from collections.abc import Iterable
from math import hypot
from statistics import median
from typing import Any

import shapely
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

from aleppomap.gazetteer import ROOTS, DrawnAs, Gazetteer
from aleppomap.model import Confidence, Place
from aleppomap.query import Entry
from aleppomap.style import family_of
from aleppomap.wording import capital, kind_words, report_lines

Json = dict[str, Any]

SQUARE_KM = 111.32 * 111.32 * 0.807
"""Square kilometres in one square degree at the latitude of Aleppo (36.2° N)."""

HOME_KM = 7
"""How far from the middle a place may lie to count for the first view."""

_ABOUT = {
    DrawnAs.CIRCLE: "about_circle",
    DrawnAs.WITHIN: "about_within",
    DrawnAs.LISTED: "about_listed",
}


def build_shapes(gazetteer: Gazetteer) -> str:
    """All places as the map draws them, the edge of the city and the first view.

    Coordinates are WGS 84, longitude first in shapes, rounded to 5 decimals (1 m).
    """
    prints = [place.footprint for place in gazetteer if place.footprint is not None]
    edge = shapely.union_all(prints)
    west, south, east, north = edge.bounds
    return json.dumps(
        {
            "version": gazetteer.version,
            "bounds": [[south, west], [north, east]],
            "home": _home(gazetteer),
            "edge": _polygons(edge),
            "places": [
                place_row(place, gazetteer) | _shape(place)
                for place in gazetteer
                if place.id not in ROOTS
            ],
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def _home(gazetteer: Gazetteer) -> list[list[float]]:
    """Corners (lat, lon) of the built-up middle of the city, for the first view.

    All outlines whose point lies within 7 km of the median point; the industrial
    town and the airport would make everything else small.
    """
    outlined = [p for p in gazetteer if p.footprint is not None]
    points = {p.id: p.footprint.representative_point() for p in outlined if p.footprint}
    lon = median(point.x for point in points.values())
    lat = median(point.y for point in points.values())
    near = [
        p.footprint
        for p in outlined
        if p.footprint is not None
        and hypot((points[p.id].x - lon) * 0.807, points[p.id].y - lat) * 111.32 < HOME_KM
    ]
    west, south, east, north = shapely.total_bounds(near)
    return [[float(south), float(west)], [float(north), float(east)]]


def _shape(place: Place) -> Json:
    return {} if place.footprint is None else {"shape": _polygons(place.footprint)}


def place_row(place: Place, gazetteer: Gazetteer) -> Json:
    """A place as ``createMap`` of draw.js wants it, its shape aside; ``area`` in square
    kilometres, ``radius`` in metres."""
    drawing = gazetteer.drawing(place.id)
    row: Json = {
        "id": place.id,
        "en": place.name_en,
        "ar": place.name_ar,
        "how": drawing.how.value,
        "on": drawing.on,
        "lon": place.lon,
        "lat": place.lat,
        "area": 0,
    }
    if place.footprint is not None:
        row["area"] = round(place.footprint.area * SQUARE_KM, 3)
        row["parent"] = _has_drawn_parts(place, gazetteer)
        row["part_of"] = _drawn_parent(place, gazetteer)
        if place.lon is None:
            inside = place.footprint.representative_point()
            row["lon"], row["lat"] = round(inside.x, 5), round(inside.y, 5)
    if drawing.how is DrawnAs.CIRCLE:
        row["radius"] = place.uncertainty_m or 0
    if place.footprint is not None and place.confidence is Confidence.LOW:
        row["about"] = "confidence_low"
    elif drawing.how in _ABOUT:
        row["about"] = _ABOUT[drawing.how]
    return row


def mark_rows(entries: Iterable[Entry], gazetteer: Gazetteer, lang: str) -> list[Json]:
    """Reports that say something of several places together, one mark for each group of places.

    A mark stands amid its places and belongs to none of them. ``ids`` are its reports with
    their first and last days in ``days`` (ISO), ``lines`` tell the first one in words.
    """
    marks: dict[tuple[str, ...], Json] = {}
    for entry in entries:
        report = entry.report
        places = tuple(sorted({p for p in report.place_ids if p in gazetteer}))
        if not report.shared or len(places) < 2:
            continue
        row = marks.setdefault(places, {"places": list(places), "ids": [], "days": []})
        if not row["ids"]:
            row["kind"], row["family"] = report.kind.value, family_of(report.kind.value)
            row["lines"] = [
                capital(kind_words(report.kind, lang)),
                *report_lines(report, gazetteer, lang),
            ]
        first, last = report.date_start or report.date_end, report.date_end or report.date_start
        row["ids"].append(report.id)
        row["days"].append([day.isoformat() if day else None for day in (first, last)])
    return list(marks.values())


def _has_drawn_parts(place: Place, gazetteer: Gazetteer) -> bool:
    return any(gazetteer[part].footprint is not None for part in gazetteer.descendants(place.id))


def _drawn_parent(place: Place, gazetteer: Gazetteer) -> str | None:
    drawn = (up for up in gazetteer.ancestors(place.id) if gazetteer[up].footprint is not None)
    return next(drawn, None)


def _polygons(shape: BaseGeometry) -> list[Any]:
    rounded = shapely.set_precision(shape, 1e-5)
    geometry = mapping(rounded)
    parts = geometry["coordinates"]
    return [parts] if geometry["type"] == "Polygon" else list(parts)
