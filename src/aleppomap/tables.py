"""Results as text: JSON Lines, CSV and GeoJSON, with the field names of the contract.

One list of report fields (``REPORT_FIELDS``) feeds all three. Nothing here
writes a file; every function gives values or text. Coordinates are longitude,
latitude in WGS 84 degrees (RFC 7946), offsets are code points into the text.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import date
from enum import Enum
from typing import Any

from shapely.geometry import MultiPolygon, Point, Polygon, mapping
from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient

from aleppomap.gazetteer import Gazetteer
from aleppomap.model import (
    Article,
    Extraction,
    Figure,
    Harm,
    Mention,
    Note,
    Place,
    Report,
    Span,
    Timex,
)
from aleppomap.query import Entry

Row = dict[str, Any]
Record = Extraction | Entry
"""What can be written out: all reports of a document, or one report with its document."""

REPORT_FIELDS = (
    "id",
    "place_ids",
    "geo_level",
    "kind",
    "date_start",
    "date_end",
    "date_precision",
    "dated_by",
    "evidence",
    "claimant",
    "claimant_id",
    "claimant_type",
    "hedge",
    "killed_low",
    "killed_high",
    "killed_women",
    "killed_children",
    "injured_low",
    "injured_high",
    "displaced_low",
    "displaced_high",
    "figures",
    "shared",
    "origin_place_ids",
    "same_event_as",
    "verification",
)
"""Fields of a report, in the order of the contract."""

PLACE_FIELDS = ("place_names_en", "place_names_ar", "place_uncertainty_m")
"""Lists beside ``place_ids``, one item a place, in the same order."""

DOCUMENT_FIELDS = ("document", "title", "publisher", "agency", "url", "published", "language")
"""Where a report stands; ``document`` is the id of the document."""

COLUMNS = (*REPORT_FIELDS, *PLACE_FIELDS, "excerpt", *DOCUMENT_FIELDS)
"""Columns of the CSV file, properties of a GeoJSON feature."""

_FORMULA = frozenset("=+-@＝＋－＠\t\r")
_SURROGATE = re.compile("[\ud800-\udfff]")


# ---------------------------------------------------------------- one document


def document_row(extraction: Extraction, with_text: bool = False) -> Row:
    """One document of ``extract --format jsonl``, keys in the order of the contract."""
    article = extraction.article
    row: Row = {
        "id": article.id,
        "title": article.title,
        "byline": article.byline,
        "published": _iso(article.published),
        "updated": _iso(article.updated),
        "publisher": article.publisher,
        "agency": article.agency,
        "url": article.url,
        "language": article.language,
        "mentions": [_mention_row(mention) for mention in extraction.mentions],
        "timexes": [_timex_row(timex) for timex in extraction.timexes],
        "reports": [report_row(report) for report in extraction.reports],
        # a note may be known to the reader of the file and to the extraction: say it once
        "notes": [_note_row(note) for note in dict.fromkeys(article.notes + extraction.notes)],
    }
    if with_text:
        row["text"] = article.text
    return row


def report_row(report: Report) -> Row:
    """The fields of one report as JSON values."""
    values: Row = {
        "id": report.id,
        "place_ids": list(report.place_ids),
        "geo_level": report.geo_level.value,
        "date_start": _iso(report.date_start),
        "date_end": _iso(report.date_end),
        "date_precision": report.date_precision.value,
        "dated_by": report.dated_by.value,
        "evidence": [_span_row(span) for span in report.evidence],
        "kind": report.kind.value,
        "claimant": report.claim.claimant,
        "claimant_id": report.claim.claimant_id,
        "claimant_type": _value(report.claim.claimant_type),
        "hedge": _value(report.claim.hedge),
        "figures": [_figure_row(figure) for figure in report.figures],
        "shared": report.shared,
        "origin_place_ids": list(report.origin_place_ids),
        "same_event_as": list(report.same_event_as),
        "verification": report.verification.value,
    }
    values |= {field.name: getattr(report.harm, field.name) for field in fields(Harm)}
    return {field: values[field] for field in REPORT_FIELDS}


def _value(term: Enum | None) -> str | None:
    return str(term.value) if term is not None else None


def _figure_row(figure: Figure) -> Row:
    return {
        "what": figure.what,
        "low": _number(figure.low),
        "high": _number(figure.high),
        "unit": figure.unit,
    }


def _number(value: float | None) -> float | int | None:
    """A whole number without its empty fraction."""
    return int(value) if value is not None and value == int(value) else value


def to_jsonl_line(extraction: Extraction, with_text: bool = False) -> str:
    """One document as one line of JSON, without the line's end."""
    return to_json(document_row(extraction, with_text))


def to_json(value: object) -> str:
    """JSON in which every letter stands as itself, halves of a surrogate pair excepted."""
    text = json.dumps(value, ensure_ascii=False, separators=(", ", ": "))
    return _SURROGATE.sub(lambda half: f"\\u{ord(half[0]):04x}", text)


def _mention_row(mention: Mention) -> Row:
    return {
        "start": mention.start,
        "end": mention.end,
        "surface": mention.surface,
        "status": mention.status.value,
        "place_id": mention.place_id,
        "name": mention.name,
        "score": round(mention.score, 4),
        "reason": mention.reason,
        "candidates": [
            {"place_id": candidate.place_id, "score": round(candidate.score, 4)}
            for candidate in mention.candidates
        ],
    }


def _timex_row(timex: Timex) -> Row:
    return {
        "start": timex.start,
        "end": timex.end,
        "surface": timex.surface,
        "date_start": _iso(timex.date_start),
        "date_end": _iso(timex.date_end),
        "precision": timex.precision.value,
    }


def _note_row(note: Note) -> Row:
    return {"code": note.code, "message": note.message, "start": note.start, "end": note.end}


def _span_row(span: Span) -> Row:
    return {"start": span.start, "end": span.end}


def _iso(moment: date | None) -> str | None:
    return moment.isoformat() if moment is not None else None


# ------------------------------------------------------------------ one report


def build_entries(records: Iterable[Record]) -> Iterator[Entry]:
    """The reports of the records, each with its document."""
    for record in records:
        if isinstance(record, Entry):
            yield record
        else:
            for report in record.reports:
                yield Entry(report, record.article)


def entry_row(entry: Entry, gazetteer: Gazetteer) -> Row:
    """One report with its places' names, the words it stands on and its document."""
    places = [gazetteer.get(place_id) for place_id in entry.report.place_ids]
    row = report_row(entry.report) | {
        "place_names_en": [place.name_en if place else None for place in places],
        "place_names_ar": [place.name_ar if place else None for place in places],
        "place_uncertainty_m": [place.uncertainty_m if place else None for place in places],
        "excerpt": entry.excerpt,
        **_document_fields(entry.article),
    }
    return {column: row[column] for column in COLUMNS}


def _document_fields(article: Article) -> Row:
    return {
        "document": article.id,
        "title": article.title,
        "publisher": article.publisher,
        "agency": article.agency,
        "url": article.url,
        "published": _iso(article.published),
        "language": article.language,
    }


# ------------------------------------------------------------------------- CSV


def to_csv(records: Iterable[Record], gazetteer: Gazetteer) -> str:
    """A CSV table, header first, one row per report."""
    return csv_header() + "".join(csv_rows(records, gazetteer))


def csv_header() -> str:
    """The first line of the table."""
    return _csv_line(COLUMNS)


def csv_rows(records: Iterable[Record], gazetteer: Gazetteer) -> Iterator[str]:
    """The other lines, one per report.

    Lists are joined by ``;``, evidence is ``start..end``. A cell that a
    spreadsheet would take for a formula gets an apostrophe in front: the text
    comes from strangers. The exact text is in the JSON formats.
    """
    for entry in build_entries(records):
        yield _csv_line([_csv_cell(value) for value in entry_row(entry, gazetteer).values()])


def _csv_cell(value: object) -> str:
    if isinstance(value, list):
        return ";".join(_csv_item(item) for item in value)
    text = _csv_item(value)
    return f"'{text}" if text.lstrip(" \n\xa0\ufeff")[:1] in _FORMULA and text else text


def _csv_item(value: object) -> str:
    if isinstance(value, Mapping) and "what" in value:
        bounds = f"{_csv_item(value['low'])}..{_csv_item(value['high'])}"
        return f"{value['what']} {bounds} {value['unit']}"
    if isinstance(value, Mapping):
        return f"{value['start']}..{value['end']}"
    return "" if value is None else str(value)


def _csv_line(cells: Sequence[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()


# --------------------------------------------------------------------- GeoJSON


def to_geojson(records: Iterable[Record], gazetteer: Gazetteer) -> str:
    """One FeatureCollection, one Feature per report (see :func:`geojson_chunks`)."""
    return "".join(geojson_chunks(records, gazetteer))


def geojson_chunks(records: Iterable[Record], gazetteer: Gazetteer) -> Iterator[str]:
    """The FeatureCollection piece by piece, one line a Feature.

    The geometry is a GeometryCollection of the report's places in the order of
    ``place_ids``: the outline where there is one, else the point. A place whose
    position nobody published is left out; with none left the geometry is null.
    """
    shapes: dict[str, Row | None] = {}
    return _collection(_entry_feature(e, gazetteer, shapes) for e in build_entries(records))


def _entry_feature(entry: Entry, gazetteer: Gazetteer, shapes: dict[str, Row | None]) -> Row:
    parts = []
    for place_id in entry.report.place_ids:
        if place_id not in shapes:
            place = gazetteer.get(place_id)
            shapes[place_id] = shape_row(place) if place else None
        if (shape := shapes[place_id]) is not None:
            parts.append(shape)
    geometry = {"type": "GeometryCollection", "geometries": parts} if parts else None
    return _feature(entry.report.id, geometry, entry_row(entry, gazetteer))


def shape_of(place: Place) -> BaseGeometry | None:
    """The outline of a place, else its point, else None; rings as RFC 7946 wants them."""
    shape = place.footprint
    if isinstance(shape, Polygon):
        return orient(shape)
    if isinstance(shape, MultiPolygon):
        return MultiPolygon([orient(part) for part in shape.geoms])
    if shape is None and place.lon is not None and place.lat is not None:
        return Point(place.lon, place.lat)
    return shape


def shape_row(place: Place) -> Row | None:
    """:func:`shape_of` as a GeoJSON geometry."""
    shape = shape_of(place)
    return None if shape is None else dict(mapping(shape))


def _feature(feature_id: str, geometry: Row | None, properties: Row) -> Row:
    return {
        "type": "Feature",
        "id": feature_id,
        "geometry": geometry,
        "properties": properties,
    }


def _collection(features: Iterable[Row]) -> Iterator[str]:
    yield '{"type": "FeatureCollection", "features": ['
    between = "\n"
    for feature in features:
        yield between + to_json(feature)
        between = ",\n"
    yield "\n]}\n"


# ---------------------------------------------------------------------- places


def place_row(place: Place) -> Row:
    """One place of ``places --format json``, keys in the order of the contract."""
    return {
        "id": place.id,
        "kind": place.kind,
        "name_en": place.name_en,
        "name_ar": place.name_ar,
        "names": [{"name": name.text, "lang": name.lang} for name in place.names],
        "lon": place.lon,
        "lat": place.lat,
        "confidence": place.confidence.value,
        "uncertainty_m": place.uncertainty_m,
        "part_of": place.part_of,
        "source": place.source,
    }


def places_json(places: Iterable[Place]) -> str:
    """A JSON array of places, one line a place."""
    return "[\n" + ",\n".join(to_json(place_row(place)) for place in places) + "\n]\n"


def places_geojson(places: Iterable[Place]) -> str:
    """A FeatureCollection of places: outline, else point, else null."""
    return "".join(_collection(_feature(p.id, shape_row(p), place_row(p)) for p in places))


def places_table(places: Iterable[Place]) -> str:
    """Places in columns for the terminal; the Arabic name last, since it runs the other way."""
    rows = [("id", "kind", "lon", "lat", "position", "part of", "name", "الاسم")]
    for place in places:
        rows.append(
            (
                place.id,
                place.kind,
                "-" if place.lon is None else f"{place.lon:.5f}",
                "-" if place.lat is None else f"{place.lat:.5f}",
                _position_words(place),
                place.part_of or "-",
                place.name_en,
                place.name_ar,
            )
        )
    widths = [max(len(row[column]) for row in rows) for column in range(7)]
    return "".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, [*widths, 0], strict=True)) + "\n"
        for row in rows
    )


def _position_words(place: Place) -> str:
    if place.footprint is not None:
        return f"outline, {place.confidence.value}"
    if place.lon is None:
        return "none published"
    radius = f" within {place.uncertainty_m} m" if place.uncertainty_m else ""
    return f"{place.confidence.value}{radius}"
