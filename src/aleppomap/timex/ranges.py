"""Reads ranges: from X to Y, 26-28 November, Saturday and Sunday, the night to Saturday."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from aleppomap.model import Precision
from aleppomap.timex.hits import Hit, read_plain
from aleppomap.timex.parts import Frame, Parts
from aleppomap.timex.periods import UNKNOWN, Period, range_period, weekday_from, weekday_upto


def read_range(hit: Hit) -> Period | None:
    """From X to Y, between X and Y, X - Y."""
    right, frame = hit.part("right")
    left, left_frame = hit.part("left")
    link, lead = hit.match["link"], hit.match["lead"]
    named = any(code in right.codes for code in "MAaH")
    opened = any(code in lead for code in "bF")
    if re.fullmatch(r"Nr?\.?", left.codes):
        return _read_days_of_month(hit, left, right, frame) if named else None
    if link == "&" and "b" not in lead:
        return None  # two days, not all between them
    if link == "Z" and not opened and not re.search("[DNW]", left.codes):
        return None
    if re.search("[WVUhJ]", left.codes) and link == "-" and "W" not in right.codes:
        return None  # "Tuesday - December 13" is one day said twice
    if (right.codes == "Y") != (left.codes == "Y") and link == "-":
        return None
    if left.codes == "Y" and not (opened or (link == "-" and right.codes == "Y")):
        return None
    frame = replace(frame, lead=lead + "i" if opened or link == "-" else hit.match["middle"])
    end = read_plain(right, frame)
    if end is None or end.end is None:
        return end if end is UNKNOWN else None
    return _close_range(left, replace(left_frame, anchor=end.end, lead=frame.lead), hit, end.end)


def _close_range(left: Parts, frame: Frame, hit: Hit, end: date) -> Period | None:
    relative = re.search("[JULC]", left.codes) is not None
    start = read_plain(left, replace(frame, anchor=hit.anchor) if relative else frame)
    if start is None or start.start is None:
        return start if start is UNKNOWN else None
    begin = start.start
    if "W" in left.codes and re.fullmatch("W", left.codes):
        begin = weekday_upto(end, left.all("W")[0].number)
    elif begin > end and "Y" not in left.codes and re.search("[MAaH]", left.codes):
        begin = begin.replace(year=begin.year - 1)
    return range_period(begin, end)


def _read_days_of_month(hit: Hit, left: Parts, right: Parts, frame: Frame) -> Period | None:
    """From 22 to 25 July: the first day takes month and year from the second."""
    lead, month = hit.match["lead"], right.one("MA")
    if "." in left.codes and (month is None or month.tag != "de"):
        return None
    if not right.codes.lstrip("to").startswith("N") or (
        hit.match["link"] == "&" and not re.search("[bFoi]", lead) and "Y" not in right.codes
    ):
        return None
    end = read_plain(right, frame)
    if end is None or end.end is None:
        return end
    return range_period(end.end.replace(day=left.all("N")[0].number), end.end)


def read_same_month(hit: Hit) -> Period | None:
    """July 26 to 28, 2016: the second day takes the month of the first."""
    right, _ = hit.part("right")
    left, frame = hit.part("left")
    following = hit.pieces.codes[hit.base + hit.match.end() :][:2].strip()[:1]
    dated = re.search("[bo]", hit.match["lead"]) and following != "x"
    if hit.match["link"] == "&" and not dated and "Y" not in right.codes:
        return None
    year = right.one("Y")
    anchor = date(year.number, 12, 31) if year else hit.anchor
    start = read_plain(left, replace(frame, anchor=anchor, lead=""))
    if start is None or start.start is None:
        return start
    first = start.start.replace(year=year.number) if year else start.start
    return range_period(first, first.replace(day=right.all("N")[0].number))


def read_days(hit: Hit) -> Period | None:
    """On Saturday and Sunday: one range when the days follow each other."""
    parts, frame = hit.part("plain")
    days = [word.number for word in parts.all("W")]
    if "&" not in parts.codes or any((b - a) % 7 != 1 for a, b in pairwise(days)):
        return None
    if hit.anchor is None:
        return UNKNOWN
    if frame.is_future():
        first = weekday_from(hit.anchor, days[0])
        return range_period(first, first + timedelta(len(days) - 1))
    last = weekday_upto(hit.anchor - timedelta("L" in parts.codes), days[-1])
    return range_period(last - timedelta(len(days) - 1), last)


def read_eve(hit: Hit) -> Period | None:
    """The night to Saturday: from Friday to Saturday."""
    if hit.match["two"]:  # "в ночь с пятницы на субботу"
        parts, _ = hit.part("two")
        if hit.anchor is None:
            return UNKNOWN
        end = weekday_upto(hit.anchor, parts.all("W")[1].number)
        return range_period(end - timedelta(1), end)
    period = read_plain(*hit.part("plain"))
    if period is None or period.start is None or period.precision is not Precision.DAY:
        return period if period is UNKNOWN else None
    return range_period(period.start - timedelta(1), period.start)
