"""The rules: patterns over the string of codes (see ``words`` and ``pieces``).

In the patterns a blank means an optional blank of the text. The order of
``RULES`` is the order in which they are tried at one position; the first that
both matches and can be read wins. Every pattern is bounded, so that a long
table of numbers costs no more than a line of prose.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from aleppomap.model import Precision
from aleppomap.timex.absolute import read_month, read_number, read_year
from aleppomap.timex.parts import Frame, Parts
from aleppomap.timex.periods import (
    UNKNOWN,
    Period,
    day_period,
    days_back,
    range_period,
    shift,
    since,
    until,
    weekday_from,
    weekday_upto,
)
from aleppomap.timex.pieces import Pieces
from aleppomap.timex.relative import (
    count_in,
    read_ago,
    read_day_word,
    read_part_of_day,
    read_relative_year,
    read_unit,
    read_weekday,
)
from aleppomap.timex.told import read_later, read_same

_LEAD = "(?:(?:l-|[io~lhetfFj]|[LQ] U [fF]|U [fF]) ){0,6}"
_MONTH = r"(?:[MA]|a\.?|H [12])"
# Levantine and Gregorian name side by side: "أكتوبر / تشرين الأول".
_MONTHS = rf"(?:U (?:[fF] )?)?{_MONTH}(?: [/(] {_MONTH} \)?)?"
_WEEKDAY = r"(?:(?:[WV],?|w\.?,?) (?:[oi] )?)?"
_YEAR = r"(?:,? (?:[fF] )?(?:U )?[Ym](?: y)?(?:,? [VW])?)"
_COUNT = "(?:(?:K )?[KNnmk] (?:[fF] )?)"
_ORDINAL = "(?:[R12](?: K| & K)?|K)"

_PLAIN = "|".join(
    (
        rf"{_WEEKDAY}d (?:[fF] )?{_MONTHS}{_YEAR}?",
        rf"{_WEEKDAY}(?:D|d|N [/.-] N [/.-] Y|N N Y)(?:,? [WV])?",
        rf"{_WEEKDAY}(?:N [/-] {_MONTH} [/-] Y|N / ?{_MONTHS})",
        rf"{_WEEKDAY}N(?:,|,? &) N(?:(?:,|,? &) N){{1,2}} (?:[fF] )?{_MONTHS}{_YEAR}?",
        rf"{_WEEKDAY}(?:t )?(?:Nr?\.?|G) (?:[fF] )?{_MONTHS}{_YEAR}?",
        rf"{_WEEKDAY}{_ORDINAL} [fF] {_MONTHS}{_YEAR}?",
        rf"{_WEEKDAY}{_MONTH} (?:t )?(?:Nr?|G){_YEAR}?(?![:%/])",
        rf"(?:Nr?|{_ORDINAL}) [fF] (?:t )?(?:U [3457]?|[CLX] U)",
        rf"{_MONTHS}{_YEAR}|Y y {_MONTH}",
        rf"[LXC] {_MONTH}|{_MONTHS} [345]",
        rf"[LXc34] {_COUNT}?[Uu]|(?:t )?{_COUNT}?[Uu] (?:(?:t )?[KNnk] )?[3456]|C U",
        rf"< {_COUNT}?[Uu]|{_COUNT}[Lc] [Uu]",
        r"t U|l U|l F U",
        r"W (?:[fF] )?(?:t )?(?:[LXC] U|U [345])|[LXCQ34] W|W [3457]|W [-/]? W|W",
        r"\$|(?:U [BO]|[BO]|1(?: F)?)(?: o)? J(?: (?:o )?W)?|J 1(?: (?:o )?W)?|(?:C )?J (?:B 3|[37]|,? [(,]? W \)?|o W)?",
        r"[LC] h|h [35]",
        _MONTHS,
        r"\* (?:[fF] )?(?:U )?Y|[Uu] [Ym](?: & [Ym])?|Y & Y(?! x)|[Ym](?: y)?|E",
    )
)
_PART_OF_DAY = r"(?:,? (?:i )?(?:t )?h)?"
_NIGHT = "(?: & [TZ] t h)?"

_RANGE = (
    rf"(?P<lead>(?:[bF] )?{_LEAD})(?P<left>{_PLAIN}|Nr?\.?){_PART_OF_DAY} (?P<link>-|&|[TZ]) "
    rf"(?P<middle>{_LEAD})(?P<right>{_PLAIN}){_PART_OF_DAY}"
)
_SAME_MONTH = (
    rf"(?P<lead>(?:[bF] )?{_LEAD})(?P<left>{_MONTH} (?:t )?Nr?) (?P<link>-|&|[TZ]) "
    rf"(?P<right>(?:t )?Nr?{_YEAR}?)(?![:%/])"
)
_LIMIT = (
    rf"(?P<op>S(?: F)?|Z|q|s [fF]|p T|B|O|F) (?P<lead>{_LEAD})(?P<plain>{_PLAIN}){_PART_OF_DAY}"
)
_SINCE_MORNING = r"(?P<plain>S (?:t )?(?:U )?h)(?! [JWtohfF])"
_SINCE_COUNT = rf"S (?:~ )?(?P<plain>{_COUNT}?[Uuo])"
_AGO = (
    rf"(?P<lead>(?:~ )?)(?P<plain>(?:> ?>? |j )?{_COUNT}?U g(?: J)?"
    rf"|B (?:> (?:F )?)?(?:~ )?{_COUNT}?[Uuo])"
)
_HOURS = r"(?P<lead>i (?:t )?(?:[~>j] )?)(?P<plain>[KNn] U)(?: [36])?"
_LATER = (
    rf"(?P<plain>{_COUNT}[Uu] [eBO]|t [Uh] [BO](?! (?:[to] )?[JWDMAaHNY])"
    rf"|(?:I|[BO] Q) P {_COUNT}?[Uuo])"
)
_SAME = r"(?P<plain>Q (?:t )?[UoJhW]|Q [KN] U|(?:t )?X [Uh]|[UJo] 7|h 7)"
_TOLD = r"(?P<plain>z)"
_WITHIN = r"(?P<lead>i )(?P<plain>[KN] U)"
# "on Saturday evening and Sunday", "Friday, Saturday and Sunday"
_DAYS = (
    rf"(?P<lead>{_LEAD})(?P<plain>(?:L )?W(?: 3)?(?:{_PART_OF_DAY},? & (?:[oi] )?(?:[th] )*"
    rf"|,? (?:[oi] )?)W(?:{_PART_OF_DAY},? & (?:[oi] )?(?:[th] )*W)?(?: 3)?)(?!,? (?:t )?N)"
    rf"{_PART_OF_DAY}"
)
_EVE = rf"(?P<lead>{_LEAD})(?:@ (?:t )?(?P<plain>{_PLAIN})|h F (?P<two>W i W))"
_WEEKEND = r"(?P<lead>(?:[oi] )?)(?P<plain>U)"
_MORNING = r"(?P<plain>h)"
_POSTPOSED = rf"(?P<lead>{_LEAD})(?P<plain>{_PLAIN}){_PART_OF_DAY}(?: ' 0)? (?P<op>[89])"
_NOW = r"(?:Z|p T) (?:C )?v"
# "in December 14 people were killed": the number is no day.
_IN_MONTH = r"(?P<lead>i )(?P<plain>[MAa])(?= N(?! [r,Y&T-]))"
_SINGLE = rf"(?P<lead>{_LEAD})(?P<plain>{_PLAIN}){_PART_OF_DAY}(?P<night>{_NIGHT})"

# No expression is without one of these, nor reaches across the others.
_HEAD = re.compile("[MAaHWDdGEYmJUuhv*z$]")
_BREAK = re.compile("[x|]")


@dataclass(frozen=True, slots=True)
class Hit:
    """One match of a rule, made on the codes from piece ``base`` on."""

    pieces: Pieces
    anchor: date | None
    match: re.Match[str]
    base: int

    def part(self, name: str) -> tuple[Parts, Frame]:
        """The words of a named group, and their frame."""
        first, end = self.match.span(name)
        frame = Frame(
            anchor=self.anchor,
            pieces=self.pieces,
            first=self.base,
            last=self.base + end - 1,
            lead=(self.match["lead"] or "") if "lead" in self.match.re.groupindex else "",
        )
        return Parts(self.pieces, self.base + first, self.base + end - 1), frame


_READERS: tuple[tuple[re.Pattern[str], Callable[[Parts, Frame], Period | None]], ...] = (
    (re.compile("\\$"), read_relative_year),
    (re.compile("[MAaH]"), read_month),
    (re.compile(r"[DdE]|N.*Y|^(?:Nr?|[R12K][&K]*)[fF]t?(?:U|[CLX]U)"), read_number),
    (re.compile("J"), read_day_word),
    (re.compile("W"), read_weekday),
    (re.compile("[Ym]"), read_year),
    (re.compile("[Uu]"), read_unit),
    (re.compile("h"), read_part_of_day),
)


def read_plain(parts: Parts, frame: Frame) -> Period | None:
    """The period of one plain expression; None when the words are none after all."""
    for codes, read in _READERS:
        if codes.search(parts.codes):
            return read(parts, frame)
    return None


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


_PRAYER = r"(?:['’]?s)?\s?(?:noon|midday|prayer|sermon|midnight)"


def _is_arabic(parts: Parts) -> bool:
    return not parts.pieces.words[parts.indexes[-1]].isascii()


def _read_range(hit: Hit) -> Period | None:
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


def _read_same_month(hit: Hit) -> Period | None:
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


def _read_within(hit: Hit) -> Period | None:
    """Within a day: from the day told before to the next."""
    parts, frame = hit.part("plain")
    unit, count = parts.one("U"), count_in(parts)
    if hit.pieces.words[hit.base] != "within" or frame.is_future():
        return None
    if unit is None or unit.tag != "day" or count is None or count > 3:
        return None
    return shift(0, within=count, silent=True)


def _read_later(hit: Hit) -> Period | None:
    return read_later(*hit.part("plain"))


def _read_same(hit: Hit) -> Period | None:
    parts, _ = hit.part("plain")
    surface = hit.pieces.words[parts.indexes[0]]
    if surface == "that" and re.search("[WoJ]", parts.codes):
        return None  # "he said that on Tuesday"
    if "K" in parts.codes or "N" in parts.codes:  # "those two days"
        return shift(0, silent=True, span=count_in(parts) or 0) if surface == "those" else None
    if "X" in parts.codes:
        unit = parts.one("U")
        if (unit is not None and unit.tag != "day") or not _is_next(parts):
            return None
        return read_same(parts)
    if (word := parts.one("J")) and word.number:
        return None
    return read_same(parts)


def _is_next(parts: Parts) -> bool:
    """Whether "next" counts from another day, unlike "coming"."""
    word = parts.one("X")
    return word is not None and word.tag != "coming"


def _read_told(hit: Hit) -> Period | None:
    """La veille, al día siguiente, на следующий день; "la veille de Noël" is another thing."""
    parts, frame = hit.part("plain")
    word = parts.one("z")
    if word is None or _OF_WHAT.match(frame.after()):
        return None
    return shift(word.number, otherwise=word.number if word.tag == "eve" else None)


_OF_WHAT = re.compile(
    r"(?:de|du|des|del|der|von|vom)\b|d'|[а-я]*(?:ого|его|ых|их|ой|ов|ев|ния|ции|ины|ника)\b"
)


def _read_days(hit: Hit) -> Period | None:
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


def _read_eve(hit: Hit) -> Period | None:
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


_MORNINGS = frozenset("morning dawn الصباح الفجر الظهر".split())


def _read_since_morning(hit: Hit) -> Period | None:
    """Since this morning: today."""
    parts, frame = hit.part("plain")
    if hit.pieces.words[parts.indexes[-1]] not in _MORNINGS or _OF_A_DAY.match(frame.after()):
        return None
    return day_period(hit.anchor) if hit.anchor else UNKNOWN


_OF_A_DAY = re.compile(r"(?:الاولي|الباكر\w*|المبكره?) (?:من|ل|يوم|امس)|of|on")
_ADVERBS = ("فجرا", "صباحا")


def _read_morning(hit: Hit) -> Period | None:
    """ "فجراً" alone: the day told before, or the publication's."""
    parts, frame = hit.part("plain")
    index = parts.indexes[0]
    surface = hit.pieces.words[index]
    start, end = hit.pieces.origin(index, index)
    adverb = surface in _ADVERBS or (surface == "مساء" and "ً" in hit.pieces.text[start:end])
    if not adverb or re.search(r"(?:[0-9]|ساعه \w+|\w+ه|نصف|ربع|ثلث) $", frame.before()):
        return None  # "الساعة الخامسة صباحاً" is a time of day
    return shift(0, otherwise=0, silent=True, lonely=True)


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
    (_compile(_RANGE), _read_range),
    (_compile(_SAME_MONTH), _read_same_month),
    (_compile(_TOLD), _read_told),
    (_compile(_LATER), _read_later),
    (_compile(_SAME), _read_same),
    (_compile(_EVE), _read_eve),
    (_compile(_DAYS), _read_days),
    (_compile(_POSTPOSED), _read_postposed),
    (_compile(_LIMIT), _read_limit),
    (_compile(_SINCE_MORNING), _read_since_morning),
    (_compile(_SINCE_COUNT), _read_since_count),
    (_compile(_AGO), _read_ago),
    (_compile(_HOURS), _read_hours),
    (_compile(_WITHIN), _read_within),
    (_compile(_NOW), _read_now),
    (_compile(_IN_MONTH), _read_in_month),
    (_compile(_SINGLE), _read_single),
    (_compile(_MORNING), _read_morning),
    (_compile(_WEEKEND), _read_weekend),
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
