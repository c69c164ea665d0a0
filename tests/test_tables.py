"""Results as text: field names, geometry, spreadsheets, frames."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import MultiPolygon, Point, Polygon, shape

from aleppomap import frames, tables
from aleppomap.gazetteer import Gazetteer
from aleppomap.model import (
    Article,
    Candidate,
    Confidence,
    DatedBy,
    Extraction,
    GeoLevel,
    Mention,
    Name,
    Note,
    Place,
    Precision,
    Report,
    Span,
    Status,
    Timex,
)
from aleppomap.query import Entry

CLOCKWISE = [(37.10, 36.10), (37.10, 36.11), (37.11, 36.11), (37.11, 36.10)]


def a_place(place_id: str, **more: Any) -> Place:
    return Place(id=place_id, kind="neighbourhood", name_en=place_id.title(), name_ar="حي", **more)


OUTLINED = a_place(
    "alpha",
    footprint=Polygon(CLOCKWISE),
    lon=37.105,
    lat=36.105,
    confidence=Confidence.HIGH,
    names=(Name(text="Alpha", lang="en"), Name(text="ألفا", lang="ar")),
)
IN_TWO_PARTS = a_place(
    "beta",
    footprint=MultiPolygon(
        [Polygon(CLOCKWISE), Polygon([(x + 0.1, y + 0.1) for x, y in CLOCKWISE])]
    ),
)
A_POINT = a_place("gamma", lon=37.2, lat=36.2, confidence=Confidence.LOW, uncertainty_m=800)
NOWHERE = a_place("delta", part_of="alpha")
GAZETTEER = Gazetteer([OUTLINED, IN_TWO_PARTS, A_POINT, NOWHERE], "geo-test")

TEXT = "Alpha was shelled on Monday. Gamma, too; حي ألفا as well."


def an_article(**more: Any) -> Article:
    return Article(**({"id": "a-1", "text": TEXT, "published": date(2016, 12, 13)} | more))


def a_report(*place_ids: str, **more: Any) -> Report:
    return Report(
        **(
            {
                "id": "r-1",
                "article_id": "a-1",
                "place_ids": place_ids,
                "geo_level": GeoLevel.SEVERAL,
                "date_start": None,
                "date_end": date(2016, 12, 12),
                "date_precision": Precision.UNTIL,
                "dated_by": DatedBy.TEXT,
                "evidence": (Span(0, 28), Span(29, 40)),
            }
            | more
        )
    )


EXTRACTION = Extraction(
    article=an_article(
        title="A title",
        updated=datetime(2016, 12, 13, 16, 21, tzinfo=UTC),
        notes=(Note(code="trimmed", message="one stamp", start=1, end=2),),
    ),
    mentions=(
        Mention(
            start=0,
            end=5,
            surface="Alpha",
            status=Status.RESOLVED,
            place_id="alpha",
            name="Alpha",
            score=0.91234567,
            reason="exact",
            candidates=(Candidate(place_id="alpha", score=0.91234567),),
        ),
    ),
    timexes=(
        Timex(
            start=18,
            end=27,
            surface="on Monday",
            date_start=date(2016, 12, 12),
            date_end=date(2016, 12, 12),
            precision=Precision.DAY,
        ),
    ),
    reports=(a_report("gamma", "alpha", "delta"), a_report("delta", id="r-2")),
    notes=(Note(code="trimmed", message="one stamp", start=1, end=2),),
)


def test_a_document_has_the_fields_of_the_contract_in_their_order() -> None:
    row = json.loads(tables.to_jsonl_line(EXTRACTION))
    assert (
        list(row)
        == (
            "id title byline published updated publisher agency url language "
            "mentions timexes reports notes"
        ).split()
    )
    assert row["mentions"] == [
        {
            "start": 0,
            "end": 5,
            "surface": "Alpha",
            "status": "resolved",
            "place_id": "alpha",
            "name": "Alpha",
            "score": 0.9123,
            "reason": "exact",
            "candidates": [{"place_id": "alpha", "score": 0.9123}],
        }
    ]
    assert row["timexes"] == [
        {
            "start": 18,
            "end": 27,
            "surface": "on Monday",
            "date_start": "2016-12-12",
            "date_end": "2016-12-12",
            "precision": "day",
        }
    ]
    assert row["reports"][0] == {
        "id": "r-1",
        "place_ids": ["gamma", "alpha", "delta"],
        "geo_level": "several",
        "kind": "other",
        "date_start": None,
        "date_end": "2016-12-12",
        "date_precision": "until",
        "dated_by": "text",
        "evidence": [{"start": 0, "end": 28}, {"start": 29, "end": 40}],
        "claimant": None,
        "claimant_id": None,
        "claimant_type": None,
        "hedge": None,
        "killed_low": None,
        "killed_high": None,
        "killed_women": None,
        "killed_children": None,
        "injured_low": None,
        "injured_high": None,
        "displaced_low": None,
        "displaced_high": None,
        "figures": [],
        "shared": False,
        "origin_place_ids": [],
        "same_event_as": [],
        "verification": "single",
    }
    assert (row["published"], row["updated"]) == ("2016-12-13", "2016-12-13T16:21:00+00:00")


def test_a_note_of_reader_and_extractor_is_said_once() -> None:
    assert tables.document_row(EXTRACTION)["notes"] == [
        {"code": "trimmed", "message": "one stamp", "start": 1, "end": 2}
    ]


def test_the_text_is_there_only_when_asked_for() -> None:
    assert "text" not in tables.document_row(EXTRACTION)
    row = json.loads(tables.to_jsonl_line(EXTRACTION, with_text=True))
    assert row["text"] == TEXT
    assert list(row)[-1] == "text"


@given(st.text(st.characters(), max_size=40))
def test_any_text_is_one_line_that_reads_back(text: str) -> None:
    line = tables.to_json({"text": text})
    assert "\n" not in line
    line.encode("utf-8")
    assert json.loads(line) == {"text": text}


# ------------------------------------------------------------------------- CSV


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_csv_has_one_row_per_report() -> None:
    first, second = rows_of(tables.to_csv([EXTRACTION], GAZETTEER))
    assert tuple(first) == tables.COLUMNS
    assert first["place_ids"] == "gamma;alpha;delta"
    assert first["place_names_en"] == "Gamma;Alpha;Delta"
    assert first["place_uncertainty_m"] == "800;;"
    assert first["evidence"] == "0..28;29..40"
    assert (first["date_start"], first["date_end"]) == ("", "2016-12-12")
    assert first["excerpt"] == "Alpha was shelled on Monday. … Gamma, too;"
    assert (first["document"], second["id"]) == ("a-1", "r-2")


def test_csv_of_nothing_is_its_header() -> None:
    assert tables.to_csv([], GAZETTEER) == ",".join(tables.COLUMNS) + "\n"


@pytest.mark.parametrize(
    ("title", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+31", "'+31"),
        ("-2", "'-2"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("  =1", "'  =1"),
        ("\t=1", "'\t=1"),
        ("＝1", "'＝1"),
        ("1=1", "1=1"),
        ("Calm, then fire", "Calm, then fire"),
        ("two\nlines", "two\nlines"),
        ("حلب", "حلب"),
        ("", ""),
    ],
)
def test_no_cell_is_a_formula(title: str, cell: str) -> None:
    entry = Entry(a_report("alpha"), an_article(title=title))
    assert rows_of(tables.to_csv([entry], GAZETTEER))[0]["title"] == cell


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])), st.integers(1, 5))
def test_rows_of_the_table_are_its_reports(title: str, count: int) -> None:
    entries = [Entry(a_report("alpha", id=f"r-{n}"), an_article(title=title)) for n in range(count)]
    rows = rows_of(tables.to_csv(entries, GAZETTEER))
    assert [row["id"] for row in rows] == [f"r-{n}" for n in range(count)]
    assert {row["title"].removeprefix("'") for row in rows} == {title.removeprefix("'")}


# --------------------------------------------------------------------- GeoJSON


def test_geojson_has_a_feature_per_report_and_a_collection_of_its_places() -> None:
    collection = json.loads(tables.to_geojson([EXTRACTION], GAZETTEER))
    assert collection["type"] == "FeatureCollection"
    several, nowhere = collection["features"]
    assert several["geometry"]["type"] == "GeometryCollection"
    assert [part["type"] for part in several["geometry"]["geometries"]] == ["Point", "Polygon"]
    assert several["geometry"]["geometries"][0]["coordinates"] == [37.2, 36.2]
    assert nowhere["geometry"] is None
    assert several["properties"]["place_ids"] == ["gamma", "alpha", "delta"]
    assert tuple(several["properties"]) == tables.COLUMNS
    assert several["id"] == several["properties"]["id"] == "r-1"


def test_rings_run_as_the_standard_wants_them() -> None:
    for place in (OUTLINED, IN_TWO_PARTS):
        drawn = tables.shape_of(place)
        assert drawn is not None
        polygons = list(drawn.geoms) if isinstance(drawn, MultiPolygon) else [drawn]
        assert all(polygon.exterior.is_ccw for polygon in polygons)
        assert drawn.equals(place.footprint)


def test_geojson_of_nothing_is_an_empty_collection() -> None:
    assert json.loads(tables.to_geojson([], GAZETTEER)) == {
        "type": "FeatureCollection",
        "features": [],
    }


def test_entries_and_extractions_are_written_alike() -> None:
    entries = [Entry(report, EXTRACTION.article) for report in EXTRACTION.reports]
    assert tables.to_geojson(entries, GAZETTEER) == tables.to_geojson([EXTRACTION], GAZETTEER)
    assert tables.to_csv(entries, GAZETTEER) == tables.to_csv([EXTRACTION], GAZETTEER)


def test_a_place_that_left_the_gazetteer_is_kept_by_its_id() -> None:
    entry = Entry(a_report("gone", "alpha"), an_article())
    feature = json.loads(tables.to_geojson([entry], GAZETTEER))["features"][0]
    assert feature["properties"]["place_ids"] == ["gone", "alpha"]
    assert feature["properties"]["place_names_en"] == [None, "Alpha"]
    assert len(feature["geometry"]["geometries"]) == 1


# ---------------------------------------------------------------------- places


def test_places_as_json_have_the_fields_of_the_contract() -> None:
    rows = {row["id"]: row for row in json.loads(tables.places_json(GAZETTEER))}
    assert list(rows["alpha"]) == (
        "id kind name_en name_ar names lon lat confidence uncertainty_m part_of source".split()
    )
    assert rows["alpha"]["names"] == [
        {"name": "Alpha", "lang": "en"},
        {"name": "ألفا", "lang": "ar"},
    ]
    assert (rows["delta"]["lon"], rows["delta"]["lat"]) == (None, None)


def test_places_as_geojson_are_outlines_points_or_null() -> None:
    features = json.loads(tables.places_geojson(GAZETTEER))["features"]
    kinds = {f["id"]: f["geometry"] and f["geometry"]["type"] for f in features}
    assert kinds == {"alpha": "Polygon", "beta": "MultiPolygon", "gamma": "Point", "delta": None}
    assert json.loads(tables.places_geojson([])) == {"type": "FeatureCollection", "features": []}
    assert tables.places_json([]).split() == ["[", "]"]


def test_the_columns_of_the_table_stand_under_each_other() -> None:
    header, *lines = tables.places_table(GAZETTEER).splitlines()
    column = header.index("position")
    said = {line.split()[0]: line[column : header.index("part of")].strip() for line in lines}
    assert said == {
        "alpha": "outline, high",
        "beta": "outline, none",
        "gamma": "low within 800 m",
        "delta": "none published",
    }


# ---------------------------------------------------------------------- frames


def test_places_frame_is_the_gazetteer() -> None:
    frame = frames.places_frame(GAZETTEER)
    assert frame.crs.to_epsg() == 4326
    assert list(frame["id"]) == ["alpha", "beta", "delta", "gamma"]
    assert frame.set_index("id").geometry["gamma"].equals(Point(37.2, 36.2))
    assert frame.set_index("id").geometry["delta"] is None


def test_reports_frame_agrees_with_the_geojson() -> None:
    frame = frames.reports_frame([EXTRACTION], GAZETTEER)
    features = json.loads(tables.to_geojson([EXTRACTION], GAZETTEER))["features"]
    assert frame.crs.to_epsg() == 4326
    assert list(frame.columns) == [*tables.COLUMNS, "geometry"]
    assert [list(ids) for ids in frame["place_ids"]] == [["gamma", "alpha", "delta"], ["delta"]]
    assert frame.geometry[0].equals(shape(features[0]["geometry"]))
    assert frame.geometry[1] is None
    assert frame["date_end"][0].date() == date(2016, 12, 12)


def test_frames_of_nothing_are_empty() -> None:
    assert frames.reports_frame([], GAZETTEER).empty
    assert frames.places_frame(Gazetteer([])).empty
