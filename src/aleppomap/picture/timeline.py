"""The strip of time under the map: reports per bin, the chosen window dark.

Time runs from left to right in both languages, as on the live timeline.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from aleppomap.picture.ground import Bounds
from aleppomap.picture.lettering import width_of
from aleppomap.picture.page import Sheet
from aleppomap.strings import strings
from aleppomap.style import BORDER, SELECTED, SOFT_INK
from aleppomap.view import Bin, View

_HEIGHT = 52.0
"""Room in points for caption, bars and dates."""
_RANGES = 9.0
"""Further room for the strips of reports whose day is not fixed."""
_FEWEST_BINS = 5
"""With fewer bins the words of the window say as much as a strip would."""
_CAPTION, _DATES = 11.0, 9.0
_SIZE = 6.4
_OUTSIDE = "#d3cec3"
_TAIL = 26.0
"""Points over which an open end fades."""
_LANES = 3
_FADE = (0.15, 0.4, 0.75, 1.0, 1.0, 0.75, 0.4, 0.15)


def has_timeline(view: View) -> bool:
    """Whether there is enough time to show in a strip."""
    return len(view.bins) >= _FEWEST_BINS and any(found.total for found in view.bins)


def height_of(view: View) -> float:
    """Room in points that the strip takes."""
    return _HEIGHT + (_RANGES if _has_ranges(view) else 0.0)


def _has_ranges(view: View) -> bool:
    return any(entry.report.date_start != entry.report.date_end for entry in view.shown)


def draw_timeline(sheet: Sheet, view: View, box: Bounds) -> None:
    """The strip with its caption, its highest count and the dates beneath."""
    left, bottom, right, top = box
    words = strings(sheet.lang)
    caption = words[_unit(view.bins)]
    if any(found.shown != found.total for found in view.bins):
        caption = f"{caption} ({words['pic_in_window']})"
    start = sheet.side(left, right - left) if sheet.mirrored else left
    start = _reading_start(sheet, left, right)
    sheet.write(caption, start, top - 7.5, _SIZE + 0.4, color=SOFT_INK)
    base = bottom + _DATES  # where the dates hang; the strips lie between it and the bars
    foot, head = base + (_RANGES if _has_ranges(view) else 0.0), top - _CAPTION
    first, last = view.bins[0].start, view.bins[-1].end + timedelta(days=1)
    per_day = (right - left) / max((last - first).days, 1)
    most = max(found.total for found in view.bins)

    def x_of(day: date) -> float:
        return left + (day - first).days * per_day

    for found in view.bins:
        x, wide = x_of(found.start), ((found.end - found.start).days + 1) * per_day
        gap = min(0.5, wide * 0.15)
        for count, color in ((found.total, _OUTSIDE), (found.shown, SOFT_INK)):
            if count:
                bar = (x + gap, foot, x + wide - gap, foot + (head - foot) * count / most)
                sheet.rectangle(bar, facecolor=color, linewidth=0)
    _draw_ranges(sheet, view, (left, foot, right), x_of)
    sheet.stroke([(left, foot), (right, foot)], edge=SOFT_INK, line=0.5)
    for day, text in ticks(first, last):
        x = x_of(day)
        sheet.stroke([(x, foot), (x, base - 2.2)], edge=SOFT_INK, line=0.5)
        if x + 2 + width_of(text, _SIZE) <= right:
            sheet.write_at(text, x + 1.5, base - 7.5, _SIZE, color=SOFT_INK)
    _draw_most(sheet, (left, head, right), most)


def _draw_ranges(
    sheet: Sheet, view: View, line: tuple[float, float, float], x_of: Callable[[date], float]
) -> None:
    """Reports whose day the text does not fix: strips under the foot that fade at an open end."""
    left, foot, right = line
    ends: list[float] = []
    for entry in sorted(view.shown, key=lambda e: (e.day or date.min, e.report.id)):
        start, end = entry.report.date_start, entry.report.date_end
        if start == end:
            continue
        first = x_of(start) if start else x_of(end or date.min) - _TAIL
        last = x_of(end + timedelta(days=1)) if end else x_of(start or date.min) + _TAIL
        first, last = max(first, left), min(max(last, first + 4), right)
        lane = next((n for n, free in enumerate(ends) if free <= first), len(ends))
        if lane >= _LANES:
            continue
        ends[lane : lane + 1] = [last + 1]
        y = foot - 2.6 - lane * 2.3
        _draw_strip(sheet, (first, y, last, y + 1.7), (start is None, end is None))


def _draw_strip(sheet: Sheet, box: Bounds, is_open: tuple[bool, bool]) -> None:
    """A strip in eight pieces; the outer ones are paler, at an open end down to nothing."""
    left, bottom, right, top = box
    step = (right - left) / len(_FADE)
    for number, strength in enumerate(_FADE):
        side = is_open[0] if number < len(_FADE) / 2 else is_open[1]
        shut = any(is_open) and not side
        piece = (left + number * step, bottom, left + (number + 1) * step, top)
        sheet.rectangle(piece, facecolor=SELECTED, alpha=1.0 if shut else strength, linewidth=0)


def _reading_start(sheet: Sheet, left: float, right: float) -> float:
    """How far from where reading starts the strip begins."""
    return sheet.side(right) if sheet.mirrored else left


def _draw_most(sheet: Sheet, line: tuple[float, float, float], most: int) -> None:
    """A hairline at the highest count with its number, at the far end from the caption."""
    left, y, right = line
    number = f"{most:,}"
    sheet.stroke([(left, y), (right, y)], edge=BORDER, line=0.35)
    x = left if sheet.mirrored else right - width_of(number, _SIZE)
    sheet.write_at(number, x, y + 2.2, _SIZE, color=SOFT_INK)


def _unit(bins: Sequence[Bin]) -> str:
    """The phrase for how long a bin is."""
    days = (bins[0].end - bins[0].start).days + 1
    if days == 1:
        return "pic_by_day"
    return "pic_by_week" if days == 7 else "pic_by_month"


def ticks(first: date, last: date) -> Iterator[tuple[date, str]]:
    """Days to mark, with their words: years, months or single days as the span asks."""
    days = (last - first).days
    if days <= 62:
        step = max(days // 7, 1)
        for count in range(0, days, step):
            day = first + timedelta(days=count)
            yield day, day.isoformat()
        return
    months = [date(n // 12, n % 12 + 1, 1) for n in range(_month(first), _month(last) + 1)]
    months = [month for month in months if first <= month < last]
    if days > 900:
        yield from ((month, f"{month.year}") for month in months if month.month == 1)
    else:
        every = 1 if len(months) <= 10 else 3
        for month in months:
            if (month.month - 1) % every == 0:
                yield month, month.isoformat()[:7]


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1
