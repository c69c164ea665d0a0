"""Periods and the arithmetic of days, weeks, months and weekdays; no words here.

Weeks run from Monday to Sunday (ISO 8601), for every language: the Syrian week
starts on Saturday or Sunday, but a text never says which it means.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta

from aleppomap.model import Precision


@dataclass(frozen=True, slots=True)
class Period:
    """Days from ``start`` to ``end``, both included; None means open or not known."""

    start: date | None
    end: date | None
    precision: Precision


UNKNOWN = Period(None, None, Precision.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Shifted(Period):
    """So many units away from the day told before; not yet a period of its own."""

    step: int = 0
    unit: str = "day"
    weekday: int | None = None
    otherwise: int | None = None
    within: int = 0
    span: int = 0
    """How many days the day told before must have ("those two days")."""
    silent: bool = False
    """Whether it is no time expression at all when nothing was told."""
    lonely: bool = False
    """Whether it counts only in a sentence without another time ("فجراً")."""


def shift(
    step: int,
    unit: str = "day",
    *,
    weekday: int | None = None,
    otherwise: int | None = None,
    within: int = 0,
    span: int = 0,
    silent: bool = False,
    lonely: bool = False,
) -> Shifted:
    """A period to be counted from the day told before."""
    return Shifted(
        None, None, Precision.UNKNOWN, step, unit, weekday, otherwise, within, span, silent, lonely
    )


def day_period(day: date) -> Period:
    """One day."""
    return Period(day, day, Precision.DAY)


def range_period(start: date, end: date) -> Period:
    """From ``start`` to ``end``; ValueError when it ends before it starts."""
    if end < start:
        raise ValueError("a period ends before it starts")
    return Period(start, end, Precision.DAY if start == end else Precision.RANGE)


def month_period(year: int, month: int) -> Period:
    """A calendar month."""
    start = date(year, month, 1)
    return Period(start, shift_months(start, 1) - timedelta(1), Precision.MONTH)


def year_period(year: int) -> Period:
    """A calendar year."""
    return Period(date(year, 1, 1), date(year, 12, 31), Precision.YEAR)


def week_period(day: date) -> Period:
    """The week, Monday to Sunday, that holds ``day``."""
    start = day - timedelta(day.weekday())
    return Period(start, start + timedelta(6), Precision.WEEK)


def until(period: Period, *, before: bool = False) -> Period:
    """Up to the end of ``period``; with ``before``, up to the eve of its start."""
    if before and period.start is not None:
        return Period(None, period.start - timedelta(1), Precision.UNTIL)
    return Period(None, period.end, Precision.UNTIL) if period.end else UNKNOWN


def since(period: Period) -> Period:
    """From the start of ``period`` on."""
    return Period(period.start, None, Precision.SINCE) if period.start else UNKNOWN


def shift_months(day: date, months: int) -> date:
    """The same day of the month some months away, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError("the calendar ends before")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def days_back(anchor: date, count: int, unit: str) -> date:
    """``count`` units before the anchor; hours are rounded up to whole days."""
    if unit == "month":
        return shift_months(anchor, -count)
    if unit == "year":
        return shift_months(anchor, -12 * count)
    days = {"minute": 0, "hour": -(-count // 24), "day": count, "week": 7 * count}[unit]
    return anchor - timedelta(days)


def weekday_upto(anchor: date, weekday: int) -> date:
    """The last such weekday, the anchor itself included."""
    return anchor - timedelta((anchor.weekday() - weekday) % 7)


def weekday_from(anchor: date, weekday: int) -> date:
    """The next such weekday, the anchor itself included."""
    return anchor + timedelta((weekday - anchor.weekday()) % 7)


def weekday_near(day: date, weekday: int) -> date:
    """The such weekday nearest to ``day``, at most three days away."""
    return weekday_upto(day + timedelta(3), weekday)


def year_of(anchor: date, month: int, day: int | None, *, future: bool) -> int | None:
    """The year that a date without one most likely means.

    News looks back: the one that falls within eleven months before the anchor and
    one after it; after words of the future, within the year that follows.
    ``day`` None asks for a whole month. None when no year fits (29 February).
    ValueError when no year has such a day.
    """
    if day is not None:
        date(2000, month, day)
    for year in (anchor.year, anchor.year - 1, anchor.year + 1):
        if day is None:
            away = (year - anchor.year) * 12 + month - anchor.month
            if (0 <= away < 12) if future else (-11 <= away < 1):
                return year
            continue
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        low = anchor if future else shift_months(anchor, -11) + timedelta(1)
        high = shift_months(anchor, 12) - timedelta(1) if future else shift_months(anchor, 1)
        if low <= found <= high:
            return year
    return None
