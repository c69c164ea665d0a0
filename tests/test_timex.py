"""Time expressions: the table of cases, the seed, and laws that hold for any text."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aleppomap.model import Precision, Span, Timex
from aleppomap.timex import find_dates, find_timexes, parse_date
from aleppomap.timex.periods import shift_months, week_period, year_of
from aleppomap.timex.words import fold_letters

CASES = Path(__file__).parent / "cases" / "timex.tsv"
SEED = Path(__file__).resolve().parents[1].parent / "shared/seed/000_5c5a243ea61812fc.txt"
TUESDAY = date(2016, 12, 13)


def read_cases() -> list[tuple[str, str, str, str]]:
    lines = [line for line in CASES.read_text("utf-8").splitlines() if line[:1] != "#"]
    rows = [line.split("\t") for line in lines[1:]]
    assert all(len(row) == 4 for row in rows), "every row has four columns"
    return [(language, anchor, text, expected) for language, anchor, text, expected in rows]


def shown(found: tuple[Timex, ...]) -> str:
    return " ; ".join(
        f"{t.surface} -> {t.date_start or ''}..{t.date_end or ''} {t.precision.value}"
        for t in found
    )


@pytest.mark.parametrize(
    ("language", "anchor", "text", "expected"),
    read_cases(),
    ids=lambda value: value or "-",
)
def test_case(language: str, anchor: str, text: str, expected: str) -> None:
    day = date.fromisoformat(anchor) if anchor else None
    assert shown(find_timexes(text, day, language or None)) == expected


def test_table_covers_every_language_and_precision() -> None:
    rows = read_cases()
    assert {row[0] for row in rows} >= {"en", "ar", "fr", "de", "es", "tr", "ru", ""}
    for precision in Precision:
        assert sum(f" {precision.value}" in row[3] for row in rows) >= 3, precision
    assert sum(row[3] == "" for row in rows) >= 40, "texts that hold no date"


def test_seed() -> None:
    if not SEED.exists():
        pytest.skip("the shared seed article is not on this machine")
    text = SEED.read_text("utf-8")
    stamps = [
        Span(start, start + len(words))
        for words in ("15:38 - 13/12/2016 Tuesday", "Update: 16:21 - 13/12/2016 Tuesday")
        for start in [text.index(words)]
    ]
    stamps.append(Span(text.index("8 years ago"), len(text)))
    assert shown(find_timexes(text, TUESDAY, "en", exclude=stamps)).split(" ; ") == [
        "on Tuesday -> 2016-12-13..2016-12-13 day",
        "until recent days -> ..2016-12-13 until",
        "on Wednesday -> 2016-12-14..2016-12-14 day",
        "in 2011 -> 2011-01-01..2011-12-31 year",
        "in recent days -> ..2016-12-13 until",
        "on Tuesday -> 2016-12-13..2016-12-13 day",
        "late on Monday and through the night -> 2016-12-12..2016-12-13 range",
        "as of yesterday evening -> ..2016-12-12 until",
        "on Monday night -> 2016-12-12..2016-12-12 day",
        "in 24 hours -> 2016-12-12..2016-12-13 range",
        "Last night -> 2016-12-12..2016-12-12 day",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("13/12/2016", date(2016, 12, 13)),
        ("13/12/2016 Tuesday", date(2016, 12, 13)),
        ("Tuesday, December 13, 2016", date(2016, 12, 13)),
        (" 13 Dec. 2016. ", date(2016, 12, 13)),
        ("٢٠١٥/٥/٢٣", date(2015, 5, 23)),
        ("11 تشرين الأول 2016", date(2016, 10, 11)),
        ("الثلاثاء 13 كانون الأول 2016", date(2016, 12, 13)),
        ("mardi 13 décembre 2016", date(2016, 12, 13)),
        ("13. Dezember 2016", date(2016, 12, 13)),
        ("13 Aralık 2016 Salı", date(2016, 12, 13)),
        ("13 декабря 2016 года", date(2016, 12, 13)),
        ("2016-12-13T15:38:00+03:00", date(2016, 12, 13)),
        ("2016-12-13T23:30:00Z", date(2016, 12, 14)),  # already the next day in Damascus
        ("2016-12-13 15:38", date(2016, 12, 13)),
        ("December 2016", None),
        ("13 December", None),
        ("Tuesday", None),
        ("62-9-2013", None),
        ("2016-13-45T10:00", None),
        ("13/12/2016 and 14/12/2016", None),
        ("Updated 13/12/2016", None),
        ("20161213", None),
        ("", None),
        ("2016-12-13 " * 50, None),
    ],
)
def test_parse_date(text: str, expected: date | None) -> None:
    assert parse_date(text) == expected


def test_find_dates_needs_day_month_and_year() -> None:
    found = find_dates("Published 13/12/2016, updated Dec. 14, 2016; see May 2015, Monday, 3 June.")
    assert [t.date_start for t in found] == [date(2016, 12, 13), date(2016, 12, 14)]


def test_nothing_is_found_in_or_across_excluded_spans() -> None:
    text = "on Tuesday 13 December 2016"
    assert find_timexes(text, TUESDAY, exclude=[Span(0, len(text) + 9)]) == ()
    assert shown(find_timexes(text, TUESDAY, exclude=[Span(11, 13)])) == (
        "on Tuesday -> 2016-12-13..2016-12-13 day ; December 2016 -> 2016-12-01..2016-12-31 month"
    )
    overlapping = [Span(11, 20), Span(3, 13), Span(11, 27)]
    assert find_timexes(text, TUESDAY, exclude=overlapping) == ()


def test_paragraphs_are_not_joined() -> None:
    found = find_timexes("It ended on Tuesday\n\n13 December 2015 was calm.", TUESDAY)
    assert [t.surface for t in found] == ["on Tuesday", "13 December 2015"]


def test_marks_and_composed_letters_change_nothing() -> None:
    plain = find_timexes("le 3 février 2015, غدا", TUESDAY, "fr")
    marked = find_timexes("le 3 fe\u0301vrier 2015, \u200fغـداً", TUESDAY, "fr")
    assert [(t.date_start, t.precision) for t in plain] == [
        (t.date_start, t.precision) for t in marked
    ]
    assert [t.surface for t in marked] == ["le 3 fe\u0301vrier 2015", "غـداً"]


def test_a_limit_of_the_calendar_is_no_error() -> None:
    assert find_timexes("9999 years ago, yesterday, last year", date.min) == ()
    assert find_timexes("tomorrow, next month, next week", date.max) == ()


@pytest.mark.parametrize(("day", "months", "expected"), [
    (date(2016, 3, 31), -1, date(2016, 2, 29)),
    (date(2016, 12, 13), 1, date(2017, 1, 13)),
    (date(2016, 1, 30), -11, date(2015, 2, 28)),
])  # fmt: skip
def test_shift_months(day: date, months: int, expected: date) -> None:
    assert shift_months(day, months) == expected


DAYS = st.dates(date(1950, 1, 1), date(2090, 12, 31))


@given(DAYS, st.integers(1, 12), st.integers(1, 28), st.booleans())
def test_a_missing_year_is_the_one_of_the_window(
    anchor: date, month: int, day: int, future: bool
) -> None:
    year = year_of(anchor, month, day, future=future)
    assert year is not None
    found = date(year, month, day)
    if future:
        assert anchor <= found < shift_months(anchor, 12)
    else:
        assert shift_months(anchor, -11) < found <= shift_months(anchor, 1)


@given(DAYS)
def test_a_week_holds_its_day(day: date) -> None:
    week = week_period(day)
    assert week.start is not None and week.end is not None
    assert week.start <= day <= week.end and week.start.weekday() == 0


WORDS = st.sampled_from(
    "on in the late early last next this since until by from to between and of ago past days "
    "week weeks month Monday Tuesday Friday night evening yesterday today overnight 13 31 2016 "
    "December Dec. May may march 26-28 13/12/2016 2012-2016 62-9-2013 three few 24 hours before "
    "after as up will said that now about أمس الجمعة يوم مساء منذ حتى قبل أيام الماضي الأسبوع "
    "تشرين كانون الأول الثاني شباط و في بين إلى خلال ١٣ ٢٠١٥/٥/٢٣ اليوم غداً décembre mai "
    "that same following previous later earlier day morning two within في التالي نفسه فجراً "
    "بيومين قبلها la veille hier soir gestern Nacht zum Samstag pazartesi günü накануне в субботу "
    "1183 13\\8\\2014 13_8_2014 11/12 seit bis depuis geçen hafta прошлом году "
    "Aralık декабря , . - ( ) \n\n : 's م _ ال".split(" ")
)
TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(WORDS, max_size=14).map(" ".join),
    st.lists(WORDS, max_size=14).map("".join),
)
LANGUAGES = st.sampled_from([None, "en", "ar", "fr", "de", "es", "tr", "ru", "xx"])


@settings(max_examples=400, deadline=None)
@given(TEXTS, st.none() | st.dates(), LANGUAGES)
def test_any_text_gives_sound_results(text: str, anchor: date | None, language: str | None) -> None:
    end = 0
    for timex in find_timexes(text, anchor, language):
        assert end <= timex.start < timex.end <= len(text)
        assert text[timex.start : timex.end] == timex.surface
        assert timex.surface == timex.surface.strip()
        end = timex.end
        check_dates(timex)


def check_dates(timex: Timex) -> None:
    start, last = timex.date_start, timex.date_end
    match timex.precision:
        case Precision.UNKNOWN:
            assert start is None and last is None
        case Precision.UNTIL:
            assert start is None and last is not None
        case Precision.SINCE:
            assert start is not None and last is None
        case Precision.DAY:
            assert start is not None and start == last
        case _:
            assert start is not None and last is not None and start < last


DAY_WORDS = st.sampled_from(
    "today;yesterday;tomorrow;last night;yesterday evening;overnight;three days ago;in 24 hours;"
    "over the past three days;as of yesterday evening;since yesterday;until now;in recent days;"
    "the day before yesterday;two weeks ago;أمس;مساء أمس;اليوم;غداً;قبل ثلاثة أيام;قبل يومين;"
    "خلال الأيام الماضية;منذ أمس;الليلة الماضية".split(";")
)


def shifted(day: date | None, days: int) -> date | None:
    return day + timedelta(days) if day else None


@given(DAY_WORDS, DAYS, st.integers(-800, 800))
def test_day_words_move_with_the_anchor(words: str, anchor: date, days: int) -> None:
    (here,) = find_timexes(words, anchor)
    (there,) = find_timexes(words, anchor + timedelta(days))
    assert there.date_start == shifted(here.date_start, days)
    assert there.date_end == shifted(here.date_end, days)


@given(st.sampled_from("Monday Tuesday Friday Sunday الاثنين الجمعة".split()), DAYS)
def test_a_weekday_is_the_last_one_upto_the_anchor(word: str, anchor: date) -> None:
    (found,) = find_timexes(word, anchor)
    assert found.date_start is not None
    assert 0 <= (anchor - found.date_start).days < 7
    weekday = {"Monday": 0, "Tuesday": 1, "Friday": 4, "Sunday": 6, "الاثنين": 0, "الجمعة": 4}
    assert found.date_start.weekday() == weekday[word]


@given(DAYS, st.sampled_from(["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d", "%d %B %Y"]))
def test_a_written_date_is_read_back(day: date, form: str) -> None:
    assert parse_date(day.strftime(form)) == day


@given(TEXTS, DAYS)
def test_what_needs_no_anchor_does_not_change_with_it(text: str, anchor: date) -> None:
    dated = {t for t in find_timexes(text, None) if t.precision is not Precision.UNKNOWN}
    assert dated <= set(find_timexes(text, anchor))


@given(st.text())
def test_folding_keeps_every_position(text: str) -> None:
    assert len(fold_letters(text)) == len(text)
    assert not set(fold_letters(text)) & set("ABCÉأإآى٠٩")
