"""What several tests share: the real atlas once, a toy gazetteer, articles made quickly."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from postgres_cluster import Cluster, find_binaries
from shapely.geometry import box

from aleppomap import api
from aleppomap.gazetteer import Gazetteer
from aleppomap.model import Article, Confidence, Name, Place

SHARED = Path(__file__).resolve().parents[1].parent / "shared"
SEED = SHARED / "seed" / "000_5c5a243ea61812fc.txt"


@pytest.fixture(scope="session")
def atlas() -> api.Atlas:
    """The atlas of the data that come with aleppomap."""
    return api.load()


@pytest.fixture(scope="session")
def seed() -> str:
    """The text of the seed article, which is never part of this repository."""
    if not SEED.is_file():
        pytest.skip("the seed article lies outside this repository and is not here")
    return SEED.read_bytes().decode("utf-8")


def place(place_id: str, name_en: str, name_ar: str, **more: object) -> Place:
    """A toy place; one name in each language."""
    names = (
        Name(text=name_en, lang="en", role="common", source="toy"),
        Name(text=name_ar, lang="ar", role="official", source="toy"),
    )
    fields = {"kind": "neighbourhood", "names": names} | more
    return Place(id=place_id, name_en=name_en, name_ar=name_ar, **fields)  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def toy() -> Gazetteer:
    """Six places: an outline, one inside another, a point, a circle, two without a position."""
    return Gazetteer(
        [
            place(
                "old-town",
                "Old Town",
                "البلدة القديمة",
                lon=37.155,
                lat=36.2,
                confidence=Confidence.HIGH,
                footprint=box(37.15, 36.19, 37.17, 36.21),
            ),
            place(
                "gate-quarter",
                "Gate Quarter",
                "حي البوابة",
                lon=37.155,
                lat=36.195,
                confidence=Confidence.HIGH,
                part_of="old-town",
                footprint=box(37.15, 36.19, 37.16, 36.2),
            ),
            place(
                "clock-square",
                "Clock Square",
                "ساحة الساعة",
                kind="roundabout",
                lon=37.14,
                lat=36.21,
                confidence=Confidence.HIGH,
                uncertainty_m=150,
            ),
            place(
                "south-hill",
                "South Hill",
                "تل الجنوب",
                lon=37.13,
                lat=36.17,
                confidence=Confidence.LOW,
                uncertainty_m=1000,
            ),
            place("old-bath", "Old Bath", "الحمام القديم", kind="landmark", part_of="old-town"),
            place("lost-village", "Lost Village", "القرية", kind="suburb", outside_city=True),
        ],
        version="geo-toy",
    )


@pytest.fixture
def article() -> Callable[..., Article]:
    """Makes an article of a text, published on 13 December 2016 unless told otherwise."""

    def make(text: str, **more: object) -> Article:
        fields = {"id": "doc-1", "published": date(2016, 12, 13), "language": "en"} | more
        return Article(text=text, **fields)  # type: ignore[arg-type]

    return make


@pytest.fixture(scope="session")
def new_database() -> Iterator[Callable[[], str]]:
    """Makes empty databases with PostGIS on a PostgreSQL server of our own; their addresses."""
    binaries = find_binaries()
    if binaries is None:
        lack = "PostgreSQL with PostGIS is not installed: apt install postgresql-postgis"
        pytest.fail(lack) if os.environ.get("CI") else pytest.skip(lack)
    with Cluster(binaries) as cluster:
        yield cluster.new_database
