"""Days counted from a day that the text has named: the next day, two days earlier, that night.

They count from the last exact day told before, and never from the publication;
without such a day they are unknown. A few words are said of the eve of the
publication when nothing else was told ("la veille", "накануне"): they carry
``otherwise``. What would lie after the publication is unknown as well.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from aleppomap.model import Precision
from aleppomap.timex.parts import Frame, Parts
from aleppomap.timex.periods import (
    UNKNOWN,
    Period,
    Shifted,
    day_period,
    month_period,
    range_period,
    shift,
    shift_months,
    since,
    until,
    week_period,
    weekday_from,
    weekday_near,
    weekday_upto,
    year_period,
)
from aleppomap.timex.pieces import Pieces
from aleppomap.timex.relative import count_in
from aleppomap.timex.words import Word

_SENTENCE_END = re.compile(r"[.!?؟\n]\s")
# "the day before" ends its clause; "the day before the raid" counts from the raid.
_CLAUSE_END = re.compile(
    r"[.,;:!?؟،)\]\"»”\n]|$|(?:from|in|at|on|by|to|and|when|with|near|as|but|while|y|et|und|и)\b"
)
_NEW_CLAUSE = re.compile(
    r"(?!(?:the|a|an|his|her|their|its|this|that)\b)(?:\w+ ){1,3}(?:had|was|were|has|have)\b"
)
_EXACT = re.compile("[WDJzw]|[NG].*[MAaH]|[MAaH].*[NG]|N.*Y")
_LONGEST = 3
"""Days of the longest range that a "next day" is counted from."""


def _away(word: Word | None) -> int:
    return {"back": -1, "on": 1}.get(word.tag, 0) if word else 0


def read_same(parts: Parts) -> Period | None:
    """That day, the following week, the previous Friday, the next morning, the same night."""
    near = parts.one("QX")
    step = 1 if "X" in parts.codes else _away(near)
    if weekday := parts.one("W"):
        return shift(step, weekday=weekday.number)
    unit = parts.one("Uo")
    if parts.one("hJo") or unit is None or not unit.tag:
        return shift(step)
    if unit.tag in ("minute", "hour", "weekend"):
        return UNKNOWN
    return shift(step, unit.tag)


def read_later(parts: Parts, frame: Frame) -> Period | None:
    """Two days later, a day earlier, the day before; "three days after the raid" is unknown."""
    unit, way = parts.one("Uuo"), parts.all("eBOI")[-1]
    step = -1 if way.tag == "back" or way.code == "B" else 1
    if "h" in parts.codes:  # "the night before"
        return shift(step) if _ends_clause(frame) else None
    if unit is None or unit.tag in ("minute", "weekend"):
        return None
    if way.code in "BO" and "P" not in parts.codes and not _ends_clause(frame):
        return None if parts.codes[0] == "t" else UNKNOWN
    count = count_in(parts)
    tag = unit.tag or "day"
    if tag == "hour" and count and count % 24 == 0:
        count, tag = count // 24, "day"
    if count is None or tag == "hour":
        return UNKNOWN
    return shift(step * count, "weeks" if tag == "week" else tag)


def _ends_clause(frame: Frame) -> bool:
    after = frame.after()
    return bool(_CLAUSE_END.match(after) or _NEW_CLAUSE.match(after))


class Teller:
    """Remembers the last exact day of a text while its expressions are read in order."""

    def __init__(self, pieces: Pieces, anchor: date | None) -> None:
        self._pieces = pieces
        self._anchor = anchor
        self._days: tuple[date, date] | None = None
        self._month: date | None = None
        self._fixed = False

    def note(self, first: int, last: int, period: Period) -> None:
        """Remembers what an expression said."""
        codes = self._pieces.codes[first : last + 1]
        if isinstance(period, Shifted):
            return
        if period.precision is Precision.UNKNOWN:
            if self._anchor is None:  # a day that we do not know stands between
                self._days = self._month = None
            return
        start, end = period.start or period.end, period.end or period.start
        if start is None or end is None:
            return
        if period.precision in (Precision.DAY, Precision.MONTH):
            self._month = start
        exact = period.precision in (Precision.DAY, Precision.RANGE) or _EXACT.search(codes)
        if exact and (end - start).days < _LONGEST:
            self._days = (start, end)
            self._fixed = "Y" in codes or "D" in codes

    def find(self, first: int, period: Shifted) -> Period | None:
        """The days that a shifted period means; None when it is no time expression."""
        try:
            found = self._count(period)
        except (ValueError, OverflowError):
            found = None
        if found is None:
            return None if period.silent else UNKNOWN
        before = self._pieces.codes[max(0, first - 4) : first].rstrip(" t")[-1:]
        if before and before in "SZq":
            return since(found) if before == "S" else until(found)
        return found

    def _count(self, period: Shifted) -> Period | None:
        anchor = self._anchor
        if self._days is None:
            if period.unit == "month" and self._month is not None:
                return _in_unit(self._month, self._month, period)
            if anchor is None or period.otherwise is None:
                return None
            return day_period(anchor + timedelta(period.otherwise))
        start, end = self._days
        if period.span and (end - start).days + 1 != period.span:
            return None
        if period.within:
            found = range_period(start, end + timedelta(period.within))
        elif period.weekday is not None:
            found = _weekday(start, end, period.step, period.weekday)
        else:
            found = _in_unit(start, end, period)
        if anchor is None or self._fixed or found.start is None:
            return found
        middle = found.start + timedelta(3 if period.unit == "weeks" else 0)
        return None if middle > anchor else found


def _weekday(start: date, end: date, step: int, weekday: int) -> Period:
    if step > 0:
        return day_period(weekday_from(end + timedelta(1), weekday))
    if step < 0:
        return day_period(weekday_upto(start - timedelta(1), weekday))
    return day_period(weekday_near(start, weekday))


def _in_unit(start: date, end: date, period: Shifted) -> Period:
    step, base = period.step, end if period.step > 0 else start
    if period.unit == "day":
        return day_period(base + timedelta(step)) if step else range_period(start, end)
    if period.unit == "weeks":  # counted, and nobody counts the days
        day = base + timedelta(7 * step)
        return Period(day - timedelta(3), day + timedelta(3), Precision.WEEK)
    if period.unit == "week":
        return week_period(base + timedelta(7 * step))
    if period.unit == "month":
        month = shift_months(base.replace(day=1), step)
        return month_period(month.year, month.month)
    return year_period(base.year + step)


def is_alone(pieces: Pieces, before: int | None, first: int, after: int | None) -> bool:
    """Whether a sentence holds no other expression than the one at ``first``."""
    here = pieces.starts[first]
    if before is not None:
        gap = pieces.low[pieces.starts[before] : here]
        if not _SENTENCE_END.search(gap):
            return False
    if after is None:
        return True
    return bool(_SENTENCE_END.search(pieces.low[here : pieces.starts[after]]))
