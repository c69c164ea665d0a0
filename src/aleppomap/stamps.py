"""Finds full dates, with their time and offset, in one short line or field.

Here a date has a day, a month and a year: what a publisher stamps on an article
or a table keeps in a column. Expressions of running text ("last night", "on
Tuesday") are the business of ``timex``. Month and weekday names are CLDR's
(through babel) in English, Arabic (Levantine, Egyptian and Maghreb names),
French, German, Spanish, Turkish, Russian and Kurdish.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from functools import cache
from typing import Literal

from babel.dates import get_day_names, get_month_names

from aleppomap.model import DAMASCUS

_LOCALES = (
    *("en", "ar", "ar_SY", "ar_DZ", "ar_TN", "ar_MA"),
    *("fr", "de", "es", "tr", "ru", "ku"),
)
_BLANKS = re.compile(r"[\x00-\x1f\x7f]")
_DIGIT = re.compile(r"\d")
_FORMS: tuple[tuple[Literal["wide", "abbreviated"], Literal["format", "stand-alone"]], ...] = (
    ("wide", "format"),
    ("wide", "stand-alone"),
    ("abbreviated", "format"),
    ("abbreviated", "stand-alone"),
)
_YEARS = range(1800, 2201)
# Hours east of Greenwich of the zone names that mean one thing in news stamps.
_ZONES = {
    "z": 0,
    "gmt": 0,
    "utc": 0,
    "غرينتش": 0,
    "جرينتش": 0,
    "cet": 1,
    "mez": 1,
    "cest": 2,
    "mesz": 2,
    "eet": 2,
    "eest": 3,
    "msk": 3,
    "trt": 3,
    "est": -5,
    "edt": -4,
}
# What may stand between the parts of a stamp without saying anything more.
FILLERS = (
    *("at", "on", "the", "local time", "time", "hrs", "pt", "pst", "pdt", "cst", "mst"),
    *("bst", "ist", "am", "um", "uhr", "den", "der", "dem", "a", "le", "du", "la", "el", "las"),
    *("saat", "saati", "tarihinde", "в", "г", "года", "мск", "في", "بتاريخ", "الساعة", "يوم"),
    *("م", "بتوقيت", "توقيت", "y", "et", "h"),
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A full date in a folded line; ``doubtful`` when day and month could be swapped."""

    start: int
    end: int
    moment: date | datetime
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class _Clock:
    start: int
    end: int
    time: time
    zone: tzinfo | None


def fold_line(line: str) -> tuple[str, list[int]]:
    """Lower-cased line without marks, ASCII digits and dashes, and where each letter stood."""
    if line.isascii():
        return _BLANKS.sub(" ", line.lower()), list(range(len(line)))
    pieces = [_fold_letter(letter) for letter in line]
    places = [place for place, piece in enumerate(pieces) for _ in piece]
    return "".join(pieces), places


@cache
def _fold_letter(written: str) -> str:
    return "".join(_fold_part(part) for part in unicodedata.normalize("NFKD", written))


def _fold_part(letter: str) -> str:
    kind = unicodedata.category(letter)
    if kind in ("Mn", "Me", "Cf") or letter == "ـ":
        return ""
    if kind == "Nd":
        return str(unicodedata.decimal(letter))
    if kind in ("Zs", "Cc"):
        return " "
    if kind == "Pd" or letter == "−":
        return "-"
    special = {"،": ",", "ı": "i", "’": "'"}
    return special.get(letter, letter.lower() if letter != "İ" else "i")


def _folded(text: str) -> str:
    return fold_line(text)[0].strip(" .")


@cache
def _months() -> dict[str, int]:
    names = {"mrz": 3, "sept": 9}
    for locale in _LOCALES:
        for width, context in _FORMS:
            for number, name in get_month_names(width, context, locale).items():
                names.setdefault(_folded(name), number)
    return names


@cache
def weekdays() -> dict[str, int]:
    """Folded weekday names and the day they name, Monday being 0."""
    names: dict[str, int] = {}
    for locale in _LOCALES:
        for width, context in _FORMS:
            for number, name in get_day_names(width, context, locale).items():
                names.setdefault(_folded(name), number)
    return names


def any_of(words: list[str] | tuple[str, ...]) -> str:
    """A pattern for whole words, the longest first."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    spaced = (re.escape(word).replace(r"\ ", " +") for word in ordered)
    return rf"(?<![^\W\d_])(?:{'|'.join(spaced)})(?![^\W\d_])"


@cache
def _date_pattern() -> re.Pattern[str]:
    month = any_of(list(_months()))
    year = r"(?:1[89]|20|21)\d\d"
    return re.compile(
        rf"(?<![\d/.])(?:"
        rf"(?P<y1>{year})(?P<s1>[-/.])(?P<m1>\d{{1,2}})(?P=s1)(?P<d1>\d{{1,2}})"
        rf"|(?P<d2>\d{{1,2}}) ?(?P<s2>[-/.]) ?(?P<m2>\d{{1,2}}) ?(?P=s2) ?(?P<y2>{year})"
        rf"|(?P<d3>\d{{1,2}})(?:st|nd|rd|th|er|o|\.)?[ -]*(?:(?:de|of|من) +)?(?P<n3>{month})\.?"
        rf"(?: ?[/(] ?{month}\)?)?,?[ -]*(?:(?:de|del|of|عام|سنة) +)?(?P<y3>{year})"
        rf"|(?P<n4>{month})\.? +(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?,? +(?P<y4>{year})"
        rf")(?!\d)"
    )


_TIME = re.compile(
    r"(?<![\d:/.+])(?:(?P<h1>[01]?\d|2[0-3])(?::| ?h ?)(?P<m1>[0-5]\d)"
    r"(?::(?P<s1>[0-5]\d)(?:[.,]\d+)?)?"
    r"|(?P<h2>[01]?\d|2[0-3])\.(?P<m2>[0-5]\d)(?= ?(?:uhr|gmt|utc|[ap]\.?m\b))"
    r"|(?P<h3>[01]?\d|2[0-3])(?= ?(?:uhr|h|[ap]\.?m)\b))"
    r"(?: ?(?P<half>[ap]\.?m\b\.?|صباحا|مساء|ص\b|م\b))?(?: ?(?:uhr|h)\b)?"
    r"(?: ?\(?(?:ب?توقيت )?(?P<zone>(?:gmt|utc)? ?[+-] ?\d{1,2}(?::?\d\d)?(?![\d/.:-])|دمشق|"
    + any_of(tuple(_ZONES))
    + r")\)?)?"
)


def find_stamps(folded: str) -> tuple[list[Stamp], list[tuple[int, int]]]:
    """The full dates of a folded line, and where its dates and clock times stand."""
    if _DIGIT.search(folded) is None:
        return [], []
    found = list(_date_pattern().finditer(folded))
    blanked = folded
    for match in found:
        blanked = blanked[: match.start()] + "/" * len(match[0]) + blanked[match.end() :]
    # The T of an ISO timestamp would hide its time from the word edges.
    blanked = re.sub(r"(?<=/)t(?=\d)", " ", blanked)
    clocks = [_to_clock(match) for match in _TIME.finditer(blanked.replace("/", " "))]
    stamps = []
    for match in found:
        day, doubtful = _to_day(match, folded)
        if day is not None:
            moment = _join(day, match.end(), clocks, alone=len(found) == 1)
            stamps.append(Stamp(match.start(), match.end(), moment, doubtful))
    places = [(s.start, s.end + (folded[s.end : s.end + 1] == "t")) for s in stamps]
    places += [(c.start, c.end) for c in clocks]
    return stamps, sorted(places)


def _to_day(match: re.Match[str], folded: str) -> tuple[date | None, bool]:
    parts = {name: value for name, value in match.groupdict().items() if value}
    year = int(next(value for name, value in parts.items() if name[0] == "y"))
    day = int(next(value for name, value in parts.items() if name[0] == "d"))
    if "d2" in parts:
        return _settle_order(year, int(parts["m2"]), day, folded)
    named = parts.get("n3") or parts.get("n4")
    month = _months()[re.sub(" +", " ", named)] if named else int(parts["m1"])
    return _make_day(year, month, day), False


def _settle_order(year: int, second: int, first: int, folded: str) -> tuple[date | None, bool]:
    """Day first, unless only month first is a date or only it falls on the weekday named."""
    day_first, month_first = _make_day(year, second, first), _make_day(year, first, second)
    if day_first is None or month_first is None or day_first == month_first:
        return day_first or month_first, False
    named = {number for name, number in weekdays().items() if re.search(any_of((name,)), folded)}
    if month_first.weekday() in named and day_first.weekday() not in named:
        return month_first, False
    return day_first, day_first.weekday() not in named


def _make_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _to_clock(match: re.Match[str]) -> _Clock:
    hour = int(match["h1"] or match["h2"] or match["h3"])
    half = (match["half"] or "").replace(".", "")
    if half in ("pm", "مساء", "م") and hour < 12:
        hour += 12
    elif half in ("am", "صباحا", "ص") and hour == 12:
        hour = 0
    clock = time(hour, int(match["m1"] or match["m2"] or 0), int(match["s1"] or 0))
    return _Clock(match.start(), match.end(), clock, _to_zone(match["zone"]))


def _to_zone(name: str | None) -> tzinfo | None:
    if name is None:
        return None
    if name == "دمشق":
        return DAMASCUS
    signed = re.search(r"([+-]) ?(\d{1,2}):?(\d\d)?$", name)
    if signed is None:
        return timezone(timedelta(hours=_ZONES[name.strip()]))
    offset = timedelta(hours=int(signed[2]), minutes=int(signed[3] or 0))
    if offset > timedelta(hours=14):
        return None
    return timezone(offset if signed[1] == "+" else -offset)


def _join(day: date, end: int, clocks: list[_Clock], *, alone: bool) -> date | datetime:
    """The day with its time if that has an offset; the time stands after, or alone before."""
    after = [clock for clock in clocks if clock.start >= end]
    chosen = after[0] if after else clocks[0] if clocks and alone else None
    if chosen is None or chosen.zone is None:
        return day
    return datetime.combine(day, chosen.time, chosen.zone)


def to_moment(value: str) -> date | datetime | None:
    """One written date or time as a date, or as a datetime where an offset is given.

    Reads ISO 8601 and what publishers write (13/12/2016 day first, 2016/12/13,
    13 December 2016, Tue, 13 Dec 2016 15:38:00 +0300). None if that is not all
    the value says, or the day does not exist (years 1800 to 2200).
    """
    written = value.strip()
    if len(written) > 80:
        return None
    moment: date | datetime | None
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        moment = _to_lone_moment(written)
    if moment is None or moment.year not in _YEARS:
        return None
    if isinstance(moment, datetime) and moment.tzinfo is None:
        return moment.date()
    return moment


def _to_lone_moment(written: str) -> date | datetime | None:
    folded, _ = fold_line(written)
    stamps, places = find_stamps(folded)
    rest = strip_places(folded, places)
    rest = re.sub(any_of((*weekdays(), *FILLERS, "t")), " ", rest)
    if len(stamps) != 1 or re.search(r"\w", rest):
        return None
    return stamps[0].moment


def strip_places(folded: str, places: list[tuple[int, int]]) -> str:
    """The folded line with the given stretches blanked, length unchanged."""
    for start, end in places:
        folded = folded[:start] + " " * (end - start) + folded[end:]
    return folded
