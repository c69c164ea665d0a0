"""The rules: a pattern over the string of codes (see ``patterns``) and its reader each.

The order of ``_RULES`` is the order in which they are tried at one position; the first
that both matches and can be read wins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from aleppomap.model import Precision
from aleppomap.timex import patterns, ranges, shifts
from aleppomap.timex.hits import Hit, read_plain
from aleppomap.timex.parts import Frame, Parts
from aleppomap.timex.periods import (
    UNKNOWN,
    Period,
    day_period,
    days_back,
    range_period,
    since,
    until,
)
from aleppomap.timex.pieces import Pieces
from aleppomap.timex.relative import count_in, read_ago, read_unit

# No expression is without one of these, nor reaches across the others.
_HEAD = re.compile("[MAaHWDdGEYmJUuhv*z$]")
_BREAK = re.compile("[x|]")


def _read_single(hit: Hit) -> Period | None:
    period = read_plain(*hit.part("plain"))
    if period is None or period.end is None or period.start is None:
        return period
    if hit.match["night"]:
        return range_period(period.start, period.end + timedelta(1))
    if period.precision is Precision.DAY and _is_midnight(hit):
        # after midnight it is the next day already, and nobody says which they mean
        end = period.end + timedelta(1)
        return range_period(period.start, min(end, hit.anchor) if hit.anchor else end)
    return period


def _is_midnight(hit: Hit) -> bool:
    """Whether the lead is "منتصف ليل"."""
    lead = hit.match["lead"]
    at = lead.find("l")
    if at < 0 or not re.match("l ?(?:t )?h", lead[at:]):
        return False
    start = hit.base + hit.match.start("lead") + at
    words = [hit.pieces.word(i) for i in range(start, start + 4)]
    return words[0].tag == "mid" and any(word.tag == "night" for word in words if word.code == "h")


def _read_in_month(hit: Hit) -> Period | None:
    return read_plain(*hit.part("plain"))


_PRAYER = r"(?:['’]?s)?\s?(?:noon|midday|prayer|sermon|midnight)"


def _read_limit(hit: Hit) -> Period | None:
    operator = hit.match["op"][0]
    parts, frame = hit.part("plain")
    if operator == "F" and not _is_onward(hit, frame):
        return None
    frame = replace(frame, lead=f"{hit.match['op']} {frame.lead}")
    # "after midnight on Tuesday", "before Friday prayers" are on that day; they
    # fall to the plain rule.
    if operator in "BO" and ("h" in hit.match["lead"] or re.match(_PRAYER, frame.after())):
        return None
    if operator in "BO" and (word := parts.one("J")) and word.number and _is_arabic(parts):
        return None  # "بعد غد" is a day
    period = read_plain(parts, frame)
    if period is None or period is UNKNOWN:
        return period
    if operator in "BO" and period.precision is Precision.RANGE and "J" in parts.codes:
        return None  # "after overnight strikes"
    ends = _is_end(hit)
    if operator == "O" and ends and period.end is not None:
        return since(day_period(period.end))  # "after the end of November"
    if hit.match["op"] == "S" and period.start == hit.anchor and period.start is not None:
        return period  # since this morning: it is all today
    if operator in "SOF":
        return since(period)
    return until(period, before=operator == "B" and not ends)


def _is_onward(hit: Hit, frame: Frame) -> bool:
    """Whether "from Tuesday" is "from then on" and not "footage from Tuesday"."""
    word = hit.pieces.word(hit.base)
    return word.tag == "since" or frame.is_future()


def _is_end(hit: Hit) -> bool:
    """Whether the lead says "the end of"."""
    first, end = hit.match.start("lead"), hit.match.end("plain")
    words = (hit.pieces.word(hit.base + i) for i in range(first, end))
    return any(word.code == "l" and word.tag == "end" for word in words)


def _is_arabic(parts: Parts) -> bool:
    return not parts.pieces.words[parts.indexes[-1]].isascii()


def _read_since_count(hit: Hit) -> Period | None:
    """منذ ثلاثة أيام, since three days: from then on."""
    parts, frame = hit.part("plain")
    counted = any(code in parts.codes for code in "KNnku")
    surface = hit.pieces.words[parts.indexes[-1]]
    if not counted and (surface.isascii() or surface.startswith("ال")):
        return None
    period = read_ago(parts, frame)
    return since(period) if period and period.start else period


def _read_ago(hit: Hit) -> Period | None:
    parts, frame = hit.part("plain")
    surface = hit.pieces.words[parts.indexes[-1]]
    if parts.codes.startswith("B"):
        counted = any(code in parts.codes for code in "KNnku")
        # English "before two days" is no "two days ago"; "قبل", "vor", "il y a" are.
        if hit.pieces.word(hit.base).tag != "ago" or (not counted and surface.startswith("ال")):
            return None
    return read_ago(parts, frame)


def _read_hours(hit: Hit) -> Period | None:
    """In 24 hours: the day before the anchor and the anchor; after "will", the next."""
    parts, frame = hit.part("plain")
    unit, count = parts.one("U"), count_in(parts)
    if unit is None or unit.tag != "hour" or count is None or count < 12:
        return None  # "in two hours of shelling" is a length, not a time
    if hit.anchor is None:
        return UNKNOWN
    back = hit.anchor - days_back(hit.anchor, count, "hour")
    if frame.is_future():
        return range_period(hit.anchor, hit.anchor + back)
    return range_period(hit.anchor - back, hit.anchor)


def _read_weekend(hit: Hit) -> Period | None:
    """Am Wochenende, el fin de semana: a bare unit is a time only when it is this one."""
    parts, frame = hit.part("plain")
    unit = parts.one("U")
    return read_unit(parts, frame) if unit is not None and unit.tag == "weekend" else None


def _read_postposed(hit: Hit) -> Period | None:
    parts, frame = hit.part("plain")
    period = read_plain(parts, replace(frame, lead="S"))
    if period is None or period is UNKNOWN:
        return period
    return since(period) if hit.match["op"] == "9" else until(period)


def _read_now(hit: Hit) -> Period | None:
    if hit.anchor is None:
        return UNKNOWN
    return Period(None, day_period(hit.anchor).end, Precision.UNTIL)


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace(" ", " ?"))


Reader = Callable[[Hit], Period | None]

_RULES: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (_compile(patterns.RANGE), ranges.read_range),
    (_compile(patterns.SAME_MONTH), ranges.read_same_month),
    (_compile(patterns.TOLD), shifts.read_told),
    (_compile(patterns.LATER), shifts.read_counted),
    (_compile(patterns.SAME), shifts.read_near),
    (_compile(patterns.EVE), ranges.read_eve),
    (_compile(patterns.DAYS), ranges.read_days),
    (_compile(patterns.POSTPOSED), _read_postposed),
    (_compile(patterns.LIMIT), _read_limit),
    (_compile(patterns.SINCE_MORNING), shifts.read_since_morning),
    (_compile(patterns.SINCE_COUNT), _read_since_count),
    (_compile(patterns.AGO), _read_ago),
    (_compile(patterns.HOURS), _read_hours),
    (_compile(patterns.WITHIN), shifts.read_within),
    (_compile(patterns.NOW), _read_now),
    (_compile(patterns.IN_MONTH), _read_in_month),
    (_compile(patterns.SINGLE), _read_single),
    (_compile(patterns.MORNING), shifts.read_morning),
    (_compile(patterns.WEEKEND), _read_weekend),
)

_WINDOW = 48


@lru_cache(maxsize=8192)
def _matches(codes: str) -> tuple[tuple[Reader, re.Match[str]], ...]:
    """The rules that match at the start of ``codes``, in order.

    A match depends on the codes alone, and prose has few different runs of them.
    """
    tried = ((read, pattern.match(codes)) for pattern, read in _RULES)
    return tuple((read, match) for read, match in tried if match)


def _find_stretches(codes: str) -> Iterator[tuple[int, int]]:
    """The runs of known words that hold a head; what precedes it, up to a window's length."""
    end = 0
    while head := _HEAD.search(codes, end):
        first = max(end, head.start() - _WINDOW)
        start = max(codes.rfind(mark, first, head.start()) for mark in "x|") + 1
        stop = _BREAK.search(codes, head.end())
        end = stop.start() if stop else len(codes)
        yield max(start, first), end


def find_periods(pieces: Pieces, anchor: date | None) -> Iterator[tuple[int, int, Period]]:
    """Every expression that can be read: its first and last piece and its period.

    Words that name a day that does not exist are stepped over as a whole.
    """
    for position, end in _find_stretches(pieces.codes):
        while position < end:
            if pieces.codes[position] == " ":
                position += 1
                continue
            window = pieces.codes[position : min(end, position + _WINDOW)]
            period, taken = _read_at(pieces, anchor, position, window)
            if period is not None:
                yield position, position + taken - 1, period
            position += taken


def _read_at(
    pieces: Pieces, anchor: date | None, position: int, window: str
) -> tuple[Period | None, int]:
    """The period that starts at a position, if any, and how many pieces were used."""
    for read, match in _matches(window):
        try:
            period = read(Hit(pieces, anchor, match, position))
        except (ValueError, OverflowError):  # there is no such day
            return None, match.end()
        if period is not None:
            return period, match.end()
    return None, 1
