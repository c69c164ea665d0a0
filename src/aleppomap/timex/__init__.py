"""Time expressions in a text, made dates against the day of publication.

``find_timexes`` reads English and Arabic in full and absolute dates also in
French, German, Spanish, Turkish and Russian. ``parse_date`` and ``find_dates``
know only full dates and need no anchor.

How words become days (dates are inclusive, in Damascus):

- A weekday is the last one up to the anchor, the anchor's own day included;
  after a word of the future ("will meet on Wednesday") the next one.
- A date without a year is the one within eleven months before the anchor and
  one after it; without an anchor it is unknown.
- Day before month (13/12/2016), unless the second number is above 12.
- "Last week" is the ISO week, Monday to Sunday, before the anchor's; "the past
  week" the seven days up to the anchor. "Early December" is all of December.
- Vague words ("in recent days", "a few weeks ago") mean "up to the anchor".
- Hedges ("around 12 December") stay in the surface and keep the precision.
- A word that needs a day told elsewhere ("the next day") counts from the last exact
  day before it in the text; without one it is unknown: it is reported with empty
  dates, never with a guess.
- What cannot be a date (62-9-2013, 31 February) is no time expression.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from aleppomap.model import Precision, Span, Timex, as_day
from aleppomap.timex.periods import Period, Shifted
from aleppomap.timex.pieces import Pieces, cut_pieces
from aleppomap.timex.rules import find_periods
from aleppomap.timex.told import Teller, is_alone

__all__ = ["find_dates", "find_timexes", "parse_date"]

# A date inside a name, or one that comes back every week, is no time of an event.
_NAMED_BEFORE = re.compile(
    r"\b(?:every|each|كل|شارع|جسر|حي|مدرسه|مشفي|مستشفي|ساحه|صحيفه|جريده|جامعه|دوار|قوي|فريق|ثوره|حزب|حركه|سوق"
    r"|جامع|مسجد|روسيا|المصري|(?:قناه|موقع|وكاله) \w+) (?:يوم )?$"
)
_NAMED_AFTER = re.compile(
    r" (?:alliance|coalition|movement|bloc|camp|street|bridge|square|hospital|school|stadium"
    r"|times|telegraph|mirror|express|independent|mosque|market|brigade|revolution)\b"
)
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]")
_TIME = re.compile("t[0-9]")
_LETTERS_BEFORE = ("و", "ال", "ب", "ل", "ف", "ك", "t")


def find_timexes(
    text: str, anchor: date | None, language: str | None = None, *, exclude: Sequence[Span] = ()
) -> tuple[Timex, ...]:
    """The time expressions of a text, in order and disjoint.

    ``anchor`` is the day of publication that relative words count from (None:
    they are found, but their dates stay empty); ``language`` an ISO 639-1 code
    or None; ``exclude`` are stretches of the text that are not read. Of each
    result ``text[start:end] == surface``. Nothing in a text raises an error.
    """
    pieces = cut_pieces(text, language, exclude)
    day = as_day(anchor)
    return tuple(_tell(pieces, day, list(find_periods(pieces, day))))


def _tell(
    pieces: Pieces, anchor: date | None, found: list[tuple[int, int, Period]]
) -> Iterator[Timex]:
    """The expressions in order, those that count from another day filled in."""
    teller = Teller(pieces, anchor)
    for number, (first, last, period) in enumerate(found):
        if isinstance(period, Shifted):
            before = found[number - 1][1] if number else None
            after = found[number + 1][0] if number + 1 < len(found) else None
            if period.lonely and not is_alone(pieces, before, first, after):
                continue
            told = teller.find(first, period)
            if told is None:
                continue
            period = told
        timex = _build_timex(pieces, first, last, period)
        if timex is not None:
            teller.note(first, last, period)
            yield timex


def find_dates(text: str, language: str | None = None) -> tuple[Timex, ...]:
    """The full dates (day, month and year) of a text, in order."""
    found = find_timexes(text, None, language)
    return tuple(timex for timex in found if timex.precision is Precision.DAY)


def parse_date(text: str) -> date | None:
    """The day that a whole string means, in any supported language and order.

    "13/12/2016 Tuesday", "Dec. 14, 2016", "٢٣-٥-٢٠١٥", "11 تشرين الأول 2016" and ISO
    datetimes are read; None for anything else, and where the year is missing.
    """
    text = text.strip()
    if len(text) > 80:
        return None
    if _ISO.match(text):
        try:
            return as_day(_moment(text))
        except ValueError:
            return None
    found = find_dates(text)
    if len(found) != 1 or text[: found[0].start].strip() or text[found[0].end :].strip(" .\t"):
        return None
    return found[0].date_start


def _moment(text: str) -> date | datetime:
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.date()


def _build_timex(pieces: Pieces, first: int, last: int, period: Period) -> Timex | None:
    codes = pieces.codes
    while codes[last] in " ,.(":
        last -= 1
    idle = "tf " if period.precision in (Precision.RANGE, Precision.SINCE) else "tfF "
    while first < last and (codes[first] in idle or _is_small_prefix(pieces, first)):
        first += 1
    if _is_inside_word(pieces, first, last) or _is_name(pieces, first, last):
        return None
    start, end = pieces.origin(first, last)
    return Timex(
        start=start,
        end=end,
        surface=pieces.text[start:end],
        date_start=period.start,
        date_end=period.end,
        precision=period.precision,
    )


def _is_small_prefix(pieces: Pieces, index: int) -> bool:
    """Whether a short weekday is really a word ("the sun, 12 May")."""
    if pieces.codes[index] != "w":
        return False
    start, _ = pieces.origin(index, index)
    word = pieces.words[index]
    return word.isascii() and pieces.text[start].islower() and word in {"sun", "sat", "wed"}


def _is_inside_word(pieces: Pieces, first: int, last: int) -> bool:
    low, start = pieces.low, pieces.starts[first]
    end = pieces.starts[last] + len(pieces.words[last])
    before, after = low[start - 1 : start], low[end : end + 1]
    if before in ("_", "@", "/") or after == "_":
        return True
    # A date in digits glued to Arabic letters ("النيرب5-4-2015") is no part of the word.
    glued = "D" in (pieces.codes[first], pieces.codes[last])
    if glued and before.isalpha() and not before.isascii():
        before = ""
    if glued and after.isalpha() and not after.isascii():
        after = ""
    if before.isalnum() and not (first and pieces.words[first - 1] in _LETTERS_BEFORE):
        return True
    follows = low[end : end + 2]
    # 2016م is a year of our era, 2016-12-13T15:38 a date with a time.
    return after.isalnum() and follows.rstrip() not in ("م", "г") and not _TIME.match(follows)


def _is_name(pieces: Pieces, first: int, last: int) -> bool:
    low, start = pieces.low, pieces.starts[first]
    end = pieces.starts[last] + len(pieces.words[last])
    before = _NAMED_BEFORE.search(low[max(0, start - 40) : start])
    after = _NAMED_AFTER.match(low[end : end + 20])
    return before is not None or after is not None
