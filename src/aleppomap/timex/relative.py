"""Reads expressions that count from the anchor: weekdays, yesterday, last week, ago.

Vague words ("in recent days", "a few weeks ago") become "up to the anchor":
nothing says when they began. What needs a day that is not known (a relative
word without an anchor, "the next day") is unknown, never a guess. Weeks run
from Monday to Sunday.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from aleppomap.model import Precision
from aleppomap.timex.parts import Frame, Parts
from aleppomap.timex.periods import (
    UNKNOWN,
    Period,
    day_period,
    days_back,
    month_period,
    range_period,
    shift,
    shift_months,
    until,
    week_period,
    weekday_from,
    weekday_near,
    weekday_upto,
    year_period,
)
from aleppomap.timex.words import Word

_NUMBERED_DAY = re.compile(
    r"ال(?:سابع|عالم|اول|ثاني|ثالث|رابع|خامس|سادس|ثامن|تاسع|عاشر|اخير|وطني|دولي|واحد|مفتوح)|ال[ذت]ي"
)
_SOME_DAY = re.compile(r"\b(?:في|طوال|طيله|مدار|منتصف) $")
_GENERAL = re.compile(
    r"(?:الامين|المدعي|القائد|النائب|المدير|المفتش|السكرتير|الراي|القطاع|القياده|الامانه) $"
)


def read_weekday(parts: Parts, frame: Frame) -> Period | None:
    """Tuesday, last Tuesday, Tuesday last week, the night of Thursday to Friday."""
    days, anchor = parts.all("W"), frame.anchor
    if frame.pieces.words[parts.indexes[0]] == "that":
        return None  # "he said that Monday was quiet"
    if (near := parts.one("Q")) and len(days) == 1:
        step = {"back": -1, "on": 1}.get(near.tag, 0)
        return shift(step, weekday=days[0].number)
    if "Q" in parts.codes or anchor is None:
        return UNKNOWN
    if len(days) == 2:  # the Arabic night between two days
        end = weekday_upto(anchor, days[1].number)
        return range_period(weekday_upto(end, days[0].number), end)
    weekday = days[0].number
    if unit := parts.one("U"):
        if unit.tag != "week":
            return None
        monday = anchor - timedelta(anchor.weekday()) + timedelta(7 * parts.direction())
        return day_period(monday + timedelta(weekday))
    if "L" in parts.codes:
        return day_period(weekday_upto(anchor - timedelta(1), weekday))
    if "X" in parts.codes:
        return day_period(weekday_from(anchor + timedelta(1), weekday))
    if frame.is_future() or frame.is_planned():
        return day_period(weekday_from(anchor, weekday))
    return day_period(weekday_upto(anchor, weekday))


def read_day_word(parts: Parts, frame: Frame) -> Period | None:
    """Yesterday, today, the day before yesterday, yesterday (Monday), overnight."""
    word, anchor = parts.one("J"), frame.anchor
    index = parts.indexes[parts.codes.index("J")]
    surface = frame.pieces.words[index]
    if word is None or (surface == "اليوم" and not _is_today(frame)):
        return None
    if "B" in parts.codes and "L" in parts.codes:  # "الليلة قبل الماضية"
        return range_period(anchor - timedelta(2), anchor - timedelta(1)) if anchor else UNKNOWN
    if surface == "morgen" and _is_capital(frame, index):
        return None  # German: tomorrow, or the morning
    two_away = any(code in parts.codes for code in "BO1")
    if (two_away and word.number == 0) or (surface == "today" and _is_name(frame, index)):
        return None
    if ("B" in parts.codes and word.number > 0) or ("O" in parts.codes and word.number < 0):
        return None
    if two_away and "U" not in parts.codes and surface.isascii():
        return None  # "before yesterday" is a limit, "قبل أمس" a day
    if (near := parts.one("Q")) and not word.number and word.tag != "overnight":
        return shift({"back": -1, "on": 1}.get(near.tag, 0))
    if "Q" in parts.codes or anchor is None:
        return UNKNOWN
    if "L" in parts.codes and surface == "الليله":  # the night that has passed ends today
        return range_period(anchor - timedelta(1), anchor)
    weekday = parts.one("W")
    if word.tag == "overnight":
        if weekday is None:
            return range_period(anchor - timedelta(1), anchor)
        day = weekday_upto(anchor, weekday.number)
        return range_period(day - timedelta(1), min(day + timedelta(1), anchor))
    away = word.number * (2 if two_away else 1) - ("L" in parts.codes)
    day = anchor + timedelta(away)
    # The weekday is what the writer saw; the page may have been dated a day late.
    return day_period(weekday_near(day, weekday.number) if weekday else day)


def _is_today(frame: Frame) -> bool:
    """Whether "اليوم" is today and not "the seventh day", "all day"."""
    inside = "i" in frame.lead and "e" not in frame.lead
    return not (_NUMBERED_DAY.match(frame.after()) or inside or _SOME_DAY.search(frame.before()))


def _is_capital(frame: Frame, index: int) -> bool:
    start, _ = frame.pieces.origin(index, index)
    return frame.pieces.text[start].isupper()


def _is_name(frame: Frame, index: int) -> bool:
    """ "Russia Today", "USA Today": the name of a publisher, not a day."""
    start, _ = frame.pieces.origin(index, index)
    before = re.search(r"(\w+) $", frame.pieces.text[max(0, start - 30) : start])
    return bool(before and before[1][0].isupper() and frame.pieces.text[start].isupper())


def read_part_of_day(parts: Parts, frame: Frame) -> Period | None:
    """Last night, this morning."""
    if frame.anchor is None:
        return UNKNOWN
    if "L" in parts.codes:
        word = parts.one("L")
        night = any(w.tag == "night" for w in parts.all("h"))
        if not night and word and word.tag != "last":
            return None
    return day_period(frame.anchor - timedelta("L" in parts.codes))


def count_in(parts: Parts) -> int | None:
    """The number of units said; None when it is vague (few, several)."""
    if "k" in parts.codes:
        return None
    numbers = [word.number for word in parts.all("KNnm")]
    if "u" in parts.codes:
        return 2
    return numbers[-1] if numbers else 1 if (u := parts.one("Uo")) and u.number != 0 else None


def read_unit(parts: Parts, frame: Frame) -> Period | None:
    """Last week, this month, the past three days, in recent weeks, over the weekend."""
    unit, anchor = parts.one("Uu"), frame.anchor
    if unit is None or unit.tag == "minute":
        return None
    surface = frame.pieces.words[parts.indexes[-1]]
    if unit.tag == "year" and _GENERAL.search(frame.before()):
        return None  # "the current attorney general": one word in Arabic
    if unit.tag == "year" and frame.after().startswith("الدراسي"):
        return None  # the school year
    if unit.tag == "weekend":
        # "weekend raids" says less than "am Wochenende", "hafta sonu".
        bare = parts.codes == "U" and not frame.has_lead("oi")
        return None if bare and surface != "hafta sonu" else _weekend(parts, anchor)
    if parts.codes == "lU" and unit.tag == "week" and frame.before().endswith("عطله ") and anchor:
        friday = weekday_upto(anchor, 4)  # the days off begin on Friday, or on Saturday
        return range_period(friday, min(friday + timedelta(2), anchor))
    counted = any(code in parts.codes for code in "KNnmk") or unit.number != 1
    past = (word := parts.one("L")) is not None and word.tag == "past"
    if not any(code in parts.codes for code in "LXCc<") and not _is_running(parts, frame):
        return None
    if "L" in parts.codes and unit.tag == "day" and unit.number == 1 and not (past or counted):
        return None  # "the last day of the truce"
    if anchor is None:
        return UNKNOWN
    if counted or past or "c" in parts.codes:
        return _stretch(parts, anchor, unit)
    near = frame.lead.rstrip().endswith("t") and not frame.has_lead("l")
    if near and frame.pieces.words[parts.indexes[0]] == "last":
        return _stretch(parts, anchor, unit)  # "in the last week" reaches up to now
    return _calendar_unit(parts, frame, anchor, unit.tag)


def _is_running(parts: Parts, frame: Frame) -> bool:
    """Whether "the end of the year" or "نهاية العام" means the year that runs."""
    if parts.codes == "lU":
        return frame.pieces.words[parts.indexes[-1]].startswith("ال")
    return parts.codes == "lFU" or (parts.codes == "tU" and frame.has_lead("l"))


def _weekend(parts: Parts, anchor: date | None) -> Period | None:
    if anchor is None:
        return UNKNOWN
    saturday = weekday_upto(anchor, 5)
    if "L" in parts.codes and (anchor - saturday).days < 2:
        saturday -= timedelta(7)
    if "X" in parts.codes:
        saturday = weekday_from(anchor + timedelta(1), 5)
    return range_period(saturday, saturday + timedelta(1))


def _stretch(parts: Parts, anchor: date, unit: Word) -> Period | None:
    if "X" in parts.codes or "C" in parts.codes:
        return UNKNOWN
    count = count_in(parts)
    if count is None:
        # "in recent hours" reaches back a day at most; recent days have no known start.
        recent = range_period(anchor - timedelta(1), anchor)
        return recent if unit.tag == "hour" else until(day_period(anchor))
    return range_period(days_back(anchor, count, unit.tag), anchor)


def _calendar_unit(parts: Parts, frame: Frame, anchor: date, unit: str) -> Period | None:
    step = parts.direction()
    earlier = step == 0 and frame.has_lead("e")
    if unit == "week":
        period = week_period(anchor + timedelta(7 * step))
    elif unit == "month":
        first = shift_months(anchor.replace(day=1), step)
        period = month_period(first.year, first.month)
    elif unit == "year":
        period = year_period(anchor.year + step)
    else:
        return None  # "this hour", "to this day": no calendar unit of the anchor
    return range_period(period.start, anchor) if earlier and period.start else period


def read_ago(parts: Parts, frame: Frame) -> Period | None:
    """Three days ago, 8 years ago, two weeks ago, days ago, قبل يومين."""
    unit, anchor = parts.one("Uuo"), frame.anchor
    if unit is None or unit.tag == "weekend":
        return None
    if anchor is None:
        return UNKNOWN
    tag, count = unit.tag or "day", count_in(parts)
    if count is None:
        recent = range_period(anchor - timedelta(1), anchor)
        return recent if tag == "hour" else until(day_period(anchor))
    day = days_back(anchor, count, tag)
    if "J" in parts.codes:  # "three years ago today"
        found = day_period(day)
    elif tag == "hour":
        found = range_period(day, anchor)
    elif tag == "week":  # half a week to either side: nobody counts the days
        found = Period(day - timedelta(3), day + timedelta(3), Precision.WEEK)
    elif tag == "month":
        found = month_period(day.year, day.month)
    else:
        found = year_period(day.year) if tag == "year" else day_period(day)
    return until(found) if ">" in parts.codes or "j" in parts.codes else found


def read_relative_year(parts: Parts, frame: Frame) -> Period | None:
    """В прошлом году: a year counted from the anchor's, said in one piece."""
    word = parts.one("$")
    if word is None or frame.anchor is None:
        return UNKNOWN
    return year_period(frame.anchor.year + word.number)
