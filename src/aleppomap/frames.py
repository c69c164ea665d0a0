"""Places and reports as geopandas frames, in WGS 84 degrees (EPSG:4326)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from shapely.geometry import GeometryCollection
from shapely.geometry.base import BaseGeometry

from aleppomap.gazetteer import Gazetteer
from aleppomap.query import Entry
from aleppomap.tables import COLUMNS, Record, build_entries, entry_row, place_row, shape_of

if TYPE_CHECKING:
    from geopandas import GeoDataFrame


def places_frame(gazetteer: Gazetteer) -> GeoDataFrame:
    """One row per place, columns as ``places --format json``; geometry is the outline,
    else the point, else None."""
    import geopandas  # slow to import; only frames need it

    places = list(gazetteer)
    rows = [place_row(place) for place in places]
    columns = list(rows[0]) if rows else ["id"]
    geometry = geopandas.GeoSeries([shape_of(place) for place in places], crs="EPSG:4326")
    return geopandas.GeoDataFrame(rows, columns=columns, geometry=geometry)


def reports_frame(records: Iterable[Record], gazetteer: Gazetteer) -> GeoDataFrame:
    """One row per report, columns as the CSV; lists stay lists, days become timestamps.

    The geometry is one collection of the shapes of all places the report names,
    or None where no position is published.
    """
    import geopandas
    import pandas

    entries = list(build_entries(records))
    frame = pandas.DataFrame([entry_row(e, gazetteer) for e in entries], columns=list(COLUMNS))
    for column in ("date_start", "date_end"):
        frame[column] = pandas.to_datetime(frame[column])
    shapes = geopandas.GeoSeries([_shape(e, gazetteer) for e in entries], crs="EPSG:4326")
    return geopandas.GeoDataFrame(frame, geometry=shapes)


def _shape(entry: Entry, gazetteer: Gazetteer) -> BaseGeometry | None:
    places = [gazetteer.get(place_id) for place_id in entry.report.place_ids]
    shapes = [shape for place in places if place and (shape := shape_of(place)) is not None]
    return GeometryCollection(shapes) if shapes else None
