"""Reports: which sentences become one, with which places, on which day, in whose words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from aleppomap.api import Atlas, extract
from aleppomap.model import Article, DatedBy, Extraction, GeoLevel, Precision, Report, Status

Make = Callable[..., Article]


def words(found: Extraction, report: Report) -> list[str]:
    return [found.article.text[span.start : span.end] for span in report.evidence]


@pytest.mark.parametrize(
    ("text", "level", "places"),
    [
        ("Shells hit Bustan al-Qasr in Aleppo.", GeoLevel.NEIGHBOURHOOD, ["bustan-al-qasr"]),
        (
            "Bustan al-Qasr and Tariq al-Bab in Aleppo were hit.",
            GeoLevel.SEVERAL,
            ["bustan-al-qasr", "tariq-al-bab"],
        ),
        ("A shell hit the Hanano barracks in Aleppo.", GeoLevel.LANDMARK, ["hanano-barracks"]),
        ("Shelling went on in eastern Aleppo.", GeoLevel.CITY, []),
        ("The convoy left Palmyra.", GeoLevel.OUTSIDE, []),
    ],
)
def test_the_level_of_a_report(
    text: str, level: GeoLevel, places: list[str], atlas: Atlas, article: Make
) -> None:
    (report,) = atlas.extract(article(text)).reports
    assert (report.geo_level, list(report.place_ids)) == (level, places)


@pytest.mark.parametrize(
    ("text", "start", "end", "precision", "by"),
    [
        ("On Monday shells hit Sukkari, Aleppo.", 12, 12, Precision.DAY, DatedBy.TEXT),
        ("Shells hit Sukkari, Aleppo.", 13, 13, Precision.DAY, DatedBy.PUBLISHED),
        (
            "As of yesterday evening 3 died in Sukkari, Aleppo.",
            None,
            12,
            Precision.UNTIL,
            DatedBy.TEXT,
        ),
        (
            "Shells fell on Sunday. They hit Sukkari in Aleppo.",
            11,
            11,
            Precision.DAY,
            DatedBy.TEXT,
        ),
        (
            "Shells fell on Sunday.\n\nRain fell in Sukkari in Aleppo.",
            13,
            13,
            Precision.DAY,
            DatedBy.PUBLISHED,
        ),
    ],
)
def test_the_day_of_a_report(
    text: str,
    start: int | None,
    end: int,
    precision: Precision,
    by: DatedBy,
    atlas: Atlas,
    article: Make,
) -> None:
    report = atlas.extract(article(text)).reports[-1]
    assert report.date_start == (date(2016, 12, start) if start else None)
    assert (report.date_end, report.date_precision, report.dated_by) == (
        date(2016, 12, end),
        precision,
        by,
    )


def test_without_any_date_a_report_is_undated(atlas: Atlas, article: Make) -> None:
    (report,) = atlas.extract(article("Shells hit Sukkari, Aleppo.", published=None)).reports
    assert (report.date_start, report.date_end, report.dated_by) == (None, None, DatedBy.NONE)


def test_a_pronoun_brings_its_speaker_along(atlas: Atlas, article: Make) -> None:
    text = "A resident of Aleppo spoke by phone. “Sukkari is empty,” she said."
    found = atlas.extract(article(text))
    assert words(found, found.reports[-1]) == [
        "A resident of Aleppo spoke by phone.",
        "“Sukkari is empty,” she said.",
    ]


def test_furniture_and_byline_are_not_read(atlas: Atlas) -> None:
    text = "News from Aleppo\n\nBy Karam Sukkari\n\nShells hit Bustan al-Qasr.\n\n8 years ago\n"
    found = extract(text, published="2016-12-13")
    assert [m.place_id for m in found.mentions if m.place_id] == ["bustan-al-qasr"]


def test_the_same_article_gives_the_same_ids(atlas: Atlas, article: Make) -> None:
    text = "Shells hit Sukkari, Aleppo. Shells hit Sukkari, Aleppo."
    one, two = atlas.extract(article(text)), atlas.extract(article(text))
    assert one == two
    assert len({report.id for report in one.reports}) == 2


def test_the_seed(seed: str) -> None:
    """The article that started the project: four places, six mentions, one shared report."""
    found = extract(seed)
    places = [(m.surface, m.place_id) for m in found.mentions if m.status is Status.RESOLVED]
    assert places == [
        ("Bustan al-Qasr", "bustan-al-qasr"),
        ("al-Fardous", "fardous"),
        ("Al-Kalasah", "kallaseh"),
        ("al-Saliheen", "saliheen"),
        ("Fardous", "fardous"),
        ("Bustan al Qasr", "bustan-al-qasr"),
    ]
    outside = {m.name for m in found.mentions if m.status is Status.OUTSIDE}
    assert {"Idlib", "Palmyra"} <= outside
    assert found.extractions[0].article.published == date(2016, 12, 13)
    shared = [r for r in found.reports if len(r.place_ids) == 4]
    assert len(shared) == 1
    assert shared[0].place_ids == ("bustan-al-qasr", "fardous", "kallaseh", "saliheen")
    assert (shared[0].date_start, shared[0].date_end) == (None, date(2016, 12, 12))
