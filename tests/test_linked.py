"""Linked data: places with their certainty, mentions that can be found again, nothing dropped."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from page_cases import TOY_ENTRIES
from shapely.geometry import shape

from aleppomap.gazetteer import Gazetteer
from aleppomap.linked import _TYPES, annotation, linked_places, to_annotations
from aleppomap.model import Article, Candidate, Extraction, Mention, Name, Place, Status

TEXT = "Shells fell on Gate Quarter, Midan and Homs; 😀 حي البوابة too."


def mention(surface: str, status: Status, text: str = TEXT, **more: Any) -> Mention:
    start = text.index(surface)
    return Mention(start=start, end=start + len(surface), surface=surface, status=status, **more)


EXTRACTION = Extraction(
    article=Article(id="doc-1", text=TEXT, language="en", url="https://example.org/a"),
    mentions=(
        mention("Gate Quarter", Status.RESOLVED, place_id="gate-quarter", reason="exact"),
        mention(
            "Midan",
            Status.AMBIGUOUS,
            reason="two places",
            candidates=(
                Candidate(place_id="old-town", score=0.5),
                Candidate(place_id="south-hill", score=0.4),
            ),
        ),
        mention("Homs", Status.OUTSIDE, name="Homs"),
        mention("حي البوابة", Status.RESOLVED, place_id="gate-quarter"),
    ),
)


@pytest.fixture
def features(toy: Gazetteer) -> dict[str, Any]:
    found = json.loads(linked_places([place.id for place in toy], toy, TOY_ENTRIES))
    assert found["type"] == "FeatureCollection"
    assert found["@context"].endswith("linkedplaces-context-v1.1.jsonld")
    return {feature["@id"]: feature for feature in found["features"]}


def test_a_place_has_its_names_type_position_and_whole(features: dict[str, Any]) -> None:
    gate = features["urn:aleppomap:place:gate-quarter"]
    assert gate["properties"] == {"title": "Gate Quarter", "ccodes": ["SY"], "fclasses": ["P"]}
    toponyms = {(name["toponym"], name["lang"]) for name in gate["names"]}
    assert {("Gate Quarter", "en"), ("حي البوابة", "ar")} <= toponyms
    assert len(toponyms) == len(gate["names"])
    assert gate["types"] == [{"identifier": "aat:300000745", "label": "neighbourhood"}]
    assert gate["relations"][0]["relationTo"] == "urn:aleppomap:place:old-town"
    [geometry] = gate["geometry"]["geometries"]
    assert geometry["certainty"] == "certain"
    assert shape(geometry).bounds == (37.15, 36.19, 37.16, 36.2)


def test_doubt_about_a_position_is_told(features: dict[str, Any]) -> None:
    [hill] = features["urn:aleppomap:place:south-hill"]["geometry"]["geometries"]
    assert (hill["certainty"], hill["uncertainty_m"]) == ("uncertain", 1000)
    bath = features["urn:aleppomap:place:old-bath"]
    assert bath["geometry"] == {"type": "GeometryCollection", "geometries": []}


def test_when_spans_the_reports_that_name_the_place(features: dict[str, Any]) -> None:
    spans = {
        key.rpartition(":")[2]: feature["when"]["timespans"]
        for key, feature in features.items()
        if "when" in feature
    }
    assert spans["old-bath"] == [
        {"start": {"earliest": "2016-06-01"}, "end": {"latest": "2016-08-31"}}
    ]
    assert spans["gate-quarter"] == [
        {"start": {"earliest": "2016-10-03"}, "end": {"latest": "2016-12-12"}}
    ]


def test_only_the_places_asked_for(toy: Gazetteer) -> None:
    found = json.loads(linked_places(["old-town", "nowhere", "old-town"], toy))
    assert [feature["@id"] for feature in found["features"]] == ["urn:aleppomap:place:old-town"]
    assert "when" not in found["features"][0]
    assert json.loads(linked_places([], toy))["features"] == []


def test_a_spelling_keeps_its_source() -> None:
    place = Place(
        id="a",
        kind="fountain",
        name_en="A",
        name_ar="ا",
        names=(Name(text="A", lang="en", source="press"), Name(text="Aa", lang="tr")),
    )
    [feature] = json.loads(linked_places(["a"], Gazetteer([place])))["features"]
    assert feature["names"] == [
        {"toponym": "A", "lang": "en", "citations": [{"label": "press"}]},
        {"toponym": "ا", "lang": "ar"},
        {"toponym": "Aa", "lang": "tr"},
    ]
    assert feature["types"] == [{"label": "fountain"}]


def test_every_kind_of_the_gazetteer_has_a_type(atlas_kinds: set[str]) -> None:
    assert atlas_kinds <= set(_TYPES)


@pytest.fixture(scope="module")
def atlas_kinds() -> set[str]:
    from aleppomap import api

    return {place.kind for place in api.load().gazetteer}


def test_every_mention_is_an_annotation() -> None:
    page = json.loads(to_annotations([EXTRACTION, EXTRACTION], "1-geo"))
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    assert len(page["items"]) == 2 * len(EXTRACTION.mentions)
    first = page["items"][0]
    assert first["motivation"] == "identifying"
    assert first["generator"]["softwareVersion"] == "1-geo"
    assert first["target"]["source"] == {
        "id": "https://example.org/a",
        "type": "Text",
        "language": "en",
    }
    assert json.loads(to_annotations([], "1"))["items"] == []


def test_what_a_mention_names_or_may_name() -> None:
    resolved, open_, outside, _ = (
        annotation(found, EXTRACTION.article, "1")["body"] for found in EXTRACTION.mentions
    )
    assert resolved[0]["source"] == "urn:aleppomap:place:gate-quarter"
    assert [item["source"] for item in open_[0]["items"]] == [
        "urn:aleppomap:place:old-town",
        "urn:aleppomap:place:south-hill",
    ]
    assert open_[0]["type"] == "Choice"
    assert [body["value"] for body in outside] == ["outside: Homs"]
    assert resolved[1]["value"] == "resolved: exact"


@given(st.text(max_size=80), st.data())
def test_both_selectors_find_the_words(text: str, data: st.DataObject) -> None:
    text = f"x{text}y"
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = Mention(start=start, end=end, surface=text[start:end], status=Status.NIL)
    row = annotation(found, Article(id="d", text=text), "1")
    position, quote = row["target"]["selector"]
    assert text[position["start"] : position["end"]] == quote["exact"] == found.surface
    around = quote["prefix"] + quote["exact"] + quote["suffix"]
    assert around in text
    assert row["target"]["source"]["id"] == "urn:aleppomap:document:d"
