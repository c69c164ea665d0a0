"""Reads dates, months and years: expressions that carry their own place in the calendar.

Where the year is missing it is taken from the anchor (see ``periods.year_of``);
without an anchor such a date is unknown. A day that does not exist raises
ValueError, and the whole expression is set aside.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise

from aleppomap.timex.parts import Frame, Parts
from aleppomap.timex.periods import (
    UNKNOWN,
    Period,
    day_period,
    month_period,
    range_period,
    shift_months,
    week_period,
    weekday_near,
    year_of,
    year_period,
)
from aleppomap.timex.words import Word

# "12 November and 13 December 2015", "July and August 2012": one year for both.
_MONTH = r"(?:[MA]|a\.?|H ?[12])"
_YEAR_NEXT = re.compile(
    rf" ?[&,] ?(?:[oi] ?)?(?:Nr? ?(?:[fF] ?)?{_MONTH}|{_MONTH} ?Nr?|{_MONTH}),? ?(?:[fF] ?)?Y"
)


def _careful(parts: Parts, frame: Frame) -> bool:
    """Whether a month name that is also another word is a month here."""
    has_day, has_year = "N" in parts.codes or "G" in parts.codes, "Y" in parts.codes
    for code in "Aa":
        if code not in parts.codes:
            continue
        word = parts.one(code)
        if word and word.tag == "foreign" and not (has_day and has_year):
            return False
        small = parts.written_small(code)
        if small and not has_year and not (has_day and small in ("april", "june", "august")):
            return False  # "may 20 people", "to march 12 km"
    if has_day or has_year or re.search("^[R12K]|[MLXCU]", parts.codes):
        return True
    return frame.has_lead("iSZqFBOlUsp") or frame.pieces.codes[frame.first - 1] == "P"


def read_month(parts: Parts, frame: Frame) -> Period | None:
    """A month, or days in it: 13 December 2016, December, last December, 26-28 November."""
    month = parts.month()
    if not month or not _careful(parts, frame):
        return None
    if re.search(r"N\.", parts.codes) and (word := parts.one("MA")) and word.tag != "de":
        return None  # "... killed 13. December was": only German writes the dot
    day, span, year_word = parts.one("N"), parts.one("G"), parts.one("Ym")
    if year_word and year_word.number % 100 == 0 and frame.after()[:1].isalpha():
        year_word = None  # "on 12 December, 2000 people left"
    if "m" in parts.codes and _counts_things(frame):
        year_word = None  # "in June 1183 people"
    if len(days := [word.number for word in parts.all("N")]) > 1 or parts.one("d"):
        span = _days_in_row(days, parts.one("d"))
        if span is None:
            return None
    first = (
        None if span else day.number if day else span.number // 100 if span else _spelled_day(parts)
    )
    year = year_word.number if year_word else _month_year(parts, frame, month, first)
    if year is None:
        return UNKNOWN
    if span:
        low, high = divmod(span.number, 100)
        return range_period(date(year, month, low), date(year, month, high))
    if first is None:
        return month_period(year, month)
    found = date(year, month, first)
    if frame.has_lead("U") and (unit := _week_said(frame)):
        saturday = weekday_near(found, 5)
        if unit == "weekend":
            return range_period(saturday, saturday + timedelta(1))
        return week_period(found)
    return day_period(found)


def _days_in_row(days: list[int], pair: Word | None) -> Word | None:
    """Days that follow each other ("8, 9 and 10 December", "11/12 December") as a range."""
    if pair:
        days = sorted(divmod(pair.number, 100))
    if any(b - a != 1 for a, b in pairwise(days)):
        return None
    return Word("G", days[0] * 100 + days[-1])


def _counts_things(frame: Frame) -> bool:
    """Whether a number before 1900 is followed by what it counts, and so is no year."""
    following = re.match(r"\w+", frame.after())
    if following is None:
        return False
    word = following[0]
    if frame.pieces.language not in (None, "en", "ar"):
        return False
    return not word.isascii() or word == "people" or re.fullmatch("[a-z]{4,}s", word) is not None


def _spelled_day(parts: Parts) -> int | None:
    """The day in "الثالث عشر من كانون الأول", "the first of May"; None when there is none."""
    match = re.match("([R12])(?:&?K)?|K", parts.codes)
    if match is None:
        return None
    if not match[1] and not parts.pieces.words[parts.indexes[0]].startswith("ال"):
        raise ValueError("a count is no day: 'two of December'")
    return sum(parts.pieces.word(i).number for i in parts.indexes[: match.end()])


def _week_said(frame: Frame) -> str:
    """ "week" or "weekend" if the expression speaks of one."""
    words = (frame.pieces.word(i) for i in range(frame.first, frame.last + 1))
    tags = [w.tag for w in words if w.code == "U" and w.tag in ("week", "weekend")]
    return tags[0] if tags else ""


def _month_year(parts: Parts, frame: Frame, month: int, day: int | None) -> int | None:
    if day is not None:
        date(2000, month, day)  # an impossible day is set aside, with or without a year
    if shared := _YEAR_NEXT.match(frame.pieces.codes, frame.last + 1, frame.last + 24):
        later = Parts(frame.pieces, shared.start(), shared.end() - 1)
        year, next_month = later.all("Y")[0].number, later.month()
        return year - 1 if next_month and next_month < month else year
    if frame.anchor is None:
        return None
    anchor = frame.anchor
    if day is None and "L" in parts.codes:
        return anchor.year - (month >= anchor.month)
    if day is None and "X" in parts.codes:
        return anchor.year + (month <= anchor.month)
    return year_of(anchor, month, day, future=frame.is_future())


def read_number(parts: Parts, frame: Frame) -> Period | None:
    """Digits alone: 13/12/2016, 26 2 2015, 2012-2016, the 13th of this month."""
    if word := parts.one("D"):
        return day_period(date.fromordinal(word.number))
    if word := parts.one("d"):
        if not (parts.all("WV") or frame.has_lead("o")):
            return None
        day, month = divmod(word.number, 100)
        year = year_of(frame.anchor, month, day, future=False) if frame.anchor else None
        return UNKNOWN if year is None else day_period(date(year, month, day))
    if re.search("[fF]t?(?:U|[CLX]U)", parts.codes):
        return _read_day_of_month(parts, frame)
    if word := parts.one("E"):
        return range_period(date(word.number // 10000, 1, 1), date(word.number % 10000, 12, 31))
    numbers = [word.number for word in parts.all("N")]
    if len(numbers) == 2 and (year_word := parts.one("Y")):
        day, month = numbers if numbers[1] <= 12 else reversed(numbers)
        return day_period(date(year_word.number, month, day))
    return None


def _read_day_of_month(parts: Parts, frame: Frame) -> Period | None:
    """The 13th of this month, العاشر من الشهر الجاري; bare "of the month" is the last such day."""
    unit, anchor, number = parts.one("U"), frame.anchor, parts.one("N")
    day = number.number if number else _spelled_day(parts)
    surface = parts.pieces.words[parts.indexes[-1]]
    bare = re.search("[CLXQ]", parts.codes) is None
    if day is None or unit is None or unit.tag != "month" or not unit.number:
        return None
    if bare and not (surface.startswith("ال") or "t" in parts.codes):
        return None  # "12 of month"
    if anchor is None or "Q" in parts.codes:
        return UNKNOWN
    of = shift_months(anchor.replace(day=1), parts.direction())
    if bare and day > anchor.day and not frame.is_future():
        of = shift_months(of, -1)
    return day_period(of.replace(day=day))


def read_year(parts: Parts, frame: Frame) -> Period | None:
    """In 2013, the year 2013, summer of 2012; a bare number is no year."""
    word, season = parts.one("Ym"), parts.one("*")
    if word is None:
        return None
    if season:
        start = date(word.number, season.number, 1)
        return range_period(start, shift_months(start, 3) - timedelta(1))
    if "U" in parts.codes or "u" in parts.codes or "y" in parts.codes or frame.has_lead("Ul"):
        years = [w.number for w in parts.all("Ym")]
        return (
            year_period(years[0])
            if len(years) == 1
            else range_period(date(years[0], 1, 1), date(years[-1], 12, 31))
        )
    if not frame.has_lead("ifSZqBOspbF"):
        return None
    if "&" in parts.codes:
        return range_period(date(word.number, 1, 1), date(parts.all("Y")[1].number, 12, 31))
    if "m" in parts.codes and (
        # "1070" is a housing project of the city, and Arabic "in" goes before any number.
        word.number == 1070
        or not frame.has_lead("iSZBOb")
        or not _is_latin_lead(frame)
        or _counts_things(frame)
    ):
        return None
    following = re.match(r"\w+", frame.after())
    if following and word.number % 100 == 0:
        return None  # "in 2000 houses"
    # "of 2014 families", "by 2013 fighters" count; so does the Arabic "من".
    counts = following and re.fullmatch(r"[a-z]{4,}s|[\u0600-\u06ff]+", following[0])
    if counts and not frame.has_lead("iSZBOspb"):
        return None
    return year_period(word.number)


def _is_latin_lead(frame: Frame) -> bool:
    return frame.pieces.words[frame.first][:1] not in "فمخحبق"
