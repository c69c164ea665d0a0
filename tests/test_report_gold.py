"""The gold of reports has the form of its guide, and reports and dates are counted right."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from aleppomap import geodata
from aleppomap.model import (
    Article,
    Claim,
    ClaimantType,
    DatedBy,
    Extraction,
    GeoLevel,
    Harm,
    Hedge,
    Kind,
    Precision,
    Report,
    Span,
)

FOLDER = Path(__file__).resolve().parents[1] / "benchmarks" / "accuracy"
sys.path.insert(0, str(FOLDER))

from dates import Period, tally_dates  # noqa: E402
from gold import GoldDate, GoldDocument, GoldMention  # noqa: E402
from heideltime import days_of, spans_of  # noqa: E402
from noise import pieces  # noqa: E402
from report_gold import ReportTally, tally_reports, tally_titles  # noqa: E402
from report_lines import GoldReport, read_reports, report_of  # noqa: E402

TEXT = "Shells fell in Sukkari on Friday, a doctor said. Planes hit Shaar at night."
FIRST, SECOND = (0, 22), (49, 65)
DAY = date(2016, 9, 2)


def test_every_place_of_the_report_gold_is_a_place() -> None:
    places, _, _ = geodata.read_gazetteer_records(geodata.default_folder())
    known = {place.id for place in places} | {"city"}
    read = read_reports(["develop", "scored"])
    assert sum(len(reports) for _, reports in read) >= 300
    for document, reports in read:
        for report in reports:
            assert report.places | report.origins <= known, document.id
            assert isinstance(report.days, tuple), document.id
            assert report.figure is None or len(report.figure) == 2, document.id


def _document(*dates: GoldDate, genre: str = "news") -> GoldDocument:
    mention = GoldMention(15, 22, "Sukkari", frozenset({"sukkari"}), unlisted=False)
    return GoldDocument("d", "en", genre, DAY, frozenset(), "", TEXT, (mention,), dates)


def _gold(at: tuple[int, int] = FIRST, **values: str) -> GoldReport:
    return GoldReport(*at, {"words": TEXT[slice(*at)], "kind": "shelling", **values})


def _ours(at: tuple[int, int] = FIRST, **fields: Any) -> Report:
    level = GeoLevel.NEIGHBOURHOOD
    given = {"place_ids": (), "geo_level": level, "date_start": None, "date_end": None}
    given |= {"date_precision": Precision.DAY, "dated_by": DatedBy.NONE, "kind": Kind.SHELLING}
    return Report(id="r", article_id="a", evidence=(Span(*at),), **(given | fields))


def _tally(gold: list[GoldReport], *ours: Report, dates: tuple[GoldDate, ...] = ()) -> ReportTally:
    found = Extraction(article=Article(id="a", text=TEXT), reports=ours)
    return tally_reports([(_document(*dates), gold, found)])


def _dated(first: date | None, last: date | None, by: DatedBy = DatedBy.TEXT) -> dict[str, Any]:
    return {"date_start": first, "date_end": last, "dated_by": by}


BEFORE, AFTER = date(2016, 9, 1), date(2016, 9, 3)


@pytest.mark.parametrize(
    ("written", "ours", "right", "supported"),
    [
        ("2016-09-02", (DAY, DAY), 1, 1),
        ("2016-09-02", (BEFORE, BEFORE), 0, 0),
        ("2016-09-01/2016-09-03", (BEFORE, AFTER), 1, None),  # no single day is claimed
        ("2016-09-01/2016-09-03", (DAY, DAY), 0, 0),  # a point inside a range is false
        ("/2016-09-02", (DAY, DAY), 0, 0),  # so is the last day that it may be
        ("/2016-09-02", (None, DAY), 1, None),
        ("2016-09-01/", (BEFORE, DAY), 1, None),  # since, to the day of publication
        ("2016-09-02/", (DAY, DAY), 0, 0),
        ("", (DAY, DAY), 0, 0),  # the text gives no date at all
        ("2016-09-02", (None, None), 0, None),
    ],
)
def test_days(
    written: str, ours: tuple[date | None, date | None], right: int, supported: int | None
) -> None:
    tally = _tally([_gold(date=written, dated_by="text")], _ours(**_dated(*ours)))
    assert tally.right["event day (news)"] == right
    assert tally.met["event day (news)"] == 1
    assert tally.all["day supported"] == (supported is not None)
    assert tally.right["day supported"] == (supported or 0)


@pytest.mark.parametrize(
    ("by", "marked", "counted"),
    [
        (DatedBy.TEXT, (DAY, DAY), (1, 1)),
        (DatedBy.TEXT, (BEFORE, AFTER), (0, 1)),
        (DatedBy.TEXT, None, (0, 1)),
        (DatedBy.PUBLISHED, None, (0, 0)),  # nothing to hold it against
    ],
)
def test_a_day_where_the_gold_has_no_report_is_held_against_the_marks(
    by: DatedBy, marked: tuple[date, date] | None, counted: tuple[int, int]
) -> None:
    dates = (GoldDate(26, 32, "Friday", *marked),) if marked else ()
    tally = _tally([_gold(SECOND)], _ours(**_dated(DAY, DAY, by)), dates=dates)
    assert (tally.right["day supported"], tally.all["day supported"]) == counted


def test_reports_meet_those_that_are_likest_and_only_once() -> None:
    """The first gold report must not take the report that fits the second."""
    gold = [_gold(places="sukkari"), _gold(places="shaar", kind="air_strike")]
    shaar = _ours(place_ids=("shaar",), kind=Kind.AIR_STRIKE)
    tally = _tally(gold, shaar)
    assert (tally.right["kind"], tally.met["kind"], tally.all["kind"]) == (1, 1, 2)
    tally = _tally(gold, shaar, _ours(place_ids=("sukkari",)))
    assert (tally.right["kind"], tally.met["kind"], tally.all["kind"]) == (2, 2, 2)


def test_a_report_that_nothing_meets_is_wrong_of_all_and_left_out_of_those_met() -> None:
    gold = [_gold(), _gold(SECOND, kind="air_strike")]
    tally = _tally(gold, _ours())
    assert tally.share("kind") == (1.0, 0.5)
    assert tally.share("claimant") == (1.0, 0.5)
    assert tally.share("kind macro-F1") == (1.0, 0.5)


@pytest.mark.parametrize(
    ("place", "level", "ids", "found"),
    [
        ("sukkari", GeoLevel.NEIGHBOURHOOD, ("sukkari", "shaar"), 1),
        ("sukkari", GeoLevel.NEIGHBOURHOOD, ("shaar",), 0),
        ("city", GeoLevel.CITY, (), 1),
        ("city", GeoLevel.NEIGHBOURHOOD, ("sukkari",), 0),  # a part is not the city
    ],
)
def test_places(place: str, level: GeoLevel, ids: tuple[str, ...], found: int) -> None:
    tally = _tally([_gold(places=place)], _ours(geo_level=level, place_ids=ids))
    assert tally.right["place-reports found"] == found


@pytest.mark.parametrize(
    ("figure", "gold", "ours", "counted"),
    [
        ("figures exact", {"killed": "82+"}, {"harm": Harm(killed_low=82)}, (1, 1)),
        ("figures exact", {"killed": "82+"}, {"harm": Harm(killed_low=82, killed_high=82)}, (0, 1)),
        ("figures exact", {"injured": "-9"}, {"harm": Harm(injured_high=9)}, (1, 1)),
        ("figures exact", {"killed": "3-5"}, {"harm": Harm(killed_low=3, killed_high=5)}, (1, 1)),
        ("figures exact", {}, {"harm": Harm(killed_low=3)}, (0, 1)),  # a figure too many
        ("figures exact", {}, {}, (0, 0)),
        ("women and children", {"women": "2"}, {"harm": Harm(killed_women=2)}, (1, 1)),
        ("claimant", {"claimant_id": "sohr"}, {"claim": Claim(claimant_id="sohr")}, (1, 1)),
        ("claimant", {}, {"claim": Claim(claimant_id="sohr")}, (0, 1)),
        ("claimant type", {"claimant_type": "un"}, {"claim": Claim(claimant_type=ClaimantType.UN)},
         (1, 1)),
        ("hedge", {"hedge": "said"}, {"claim": Claim(hedge=Hedge.SAID)}, (1, 1)),
        ("hedge", {"hedge": "said"}, {"claim": Claim(hedge=Hedge.DENIED)}, (0, 1)),
        ("no target/origin confusion", {"places": "sukkari", "origin": "shaar"},
         {"place_ids": ("sukkari",), "origin_place_ids": ("shaar",)}, (1, 1)),
        ("no target/origin confusion", {"places": "sukkari", "origin": "shaar"},
         {"place_ids": ("sukkari", "shaar")}, (0, 1)),
    ],
)  # fmt: skip
def test_what_is_said(
    figure: str, gold: dict[str, str], ours: dict[str, Any], counted: tuple[int, int]
) -> None:
    tally = _tally([_gold(**gold)], _ours(**ours))
    assert (tally.right[figure], tally.all[figure]) == counted


def test_titles_are_dated_by_their_marks() -> None:
    mark = GoldDate(26, 32, "Friday", DAY, DAY)
    figure = "event day (titles)"
    article = Article(id="a", text=TEXT)
    for reports, counted in (
        ((_ours(**_dated(DAY, DAY)),), (1, 1, 1)),
        ((_ours(**_dated(BEFORE, BEFORE)),), (0, 1, 1)),
        ((), (0, 0, 1)),
    ):
        found = Extraction(article=article, reports=reports)
        tally = tally_titles(ReportTally(), [(_document(mark, genre="title"), found)])
        assert (tally.right[figure], tally.met[figure], tally.all[figure]) == counted
    assert not tally_titles(ReportTally(), [(_document(mark), found)]).all


@pytest.mark.parametrize(
    "line",
    [
        "words=Shells ; kind=storm",
        "words=Shells",
        "words=not there ; kind=shelling",
        "words=Shells ; kind=shelling ; hedge=shouted",
        "words=Shells ; kind=shelling ; claimant_type=king",
        "words=Shells ; kind=shelling ; colour=red",
    ],
)
def test_a_bad_line_is_a_fault(line: str) -> None:
    with pytest.raises(ValueError):
        report_of(_document(), line)


@pytest.mark.parametrize(
    ("found", "counts"),
    [
        ([Period(26, 32, DAY, DAY)], (1, 1, 1, 0)),
        ([Period(23, 32, BEFORE, BEFORE)], (1, 1, 0, 0)),
        ([Period(66, 74, DAY, DAY)], (1, 0, 0, 1)),
        ([Period(66, 74, BEFORE, AFTER)], (1, 0, 0, 0)),
        ([], (1, 0, 0, 0)),
    ],
)
def test_dates(found: list[Period], counts: tuple[int, int, int, int]) -> None:
    assert tally_dates([(_document(GoldDate(26, 32, "Friday", DAY, DAY)), found)]) == counts


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2016-12-12", date(2016, 12, 12), date(2016, 12, 12)),
        ("2016-12-12TNI", date(2016, 12, 12), date(2016, 12, 12)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2016", date(2016, 1, 1), date(2016, 12, 31)),
        ("2016-W50", date(2016, 12, 12), date(2016, 12, 18)),
        ("2016-W50-WE", date(2016, 12, 17), date(2016, 12, 18)),
        ("2016-SU", None, None),
        ("PRESENT_REF", None, None),
        ("2016-02-31", None, None),
    ],
)
def test_what_heideltime_means(value: str, first: date | None, last: date | None) -> None:
    assert days_of(value) == (first, last)


def test_where_heideltime_found_it() -> None:
    marked = (
        '<TimeML>\nA & B on <TIMEX3 tid="t1" type="DATE" value="2016-12-12">Monday</TIMEX3>, '
        '<TIMEX3 tid="t2" type="DURATION" value="P2D">two days</TIMEX3>\n</TimeML>'
    )
    assert spans_of(marked, "A & B on Monday, two days") == [(9, 15, "2016-12-12")]


@pytest.mark.parametrize("text", ["", "one", "x" * 50_000, "line\n" * 9_000, "word\n\n" * 9_000])
def test_pieces_lose_nothing(text: str) -> None:
    found = list(pieces(text))
    assert "".join(found) == text
    assert all(0 < len(piece) <= 20_000 for piece in found)
    if "\n\n" in text:
        assert all(piece.startswith("\n\nword") for piece in found[1:])
