"""Reads what counts from the day told before (see ``told``): the next day, two days later."""

from __future__ import annotations

import re

from aleppomap.timex.hits import Hit
from aleppomap.timex.parts import Parts
from aleppomap.timex.periods import UNKNOWN, Period, day_period, shift
from aleppomap.timex.relative import count_in
from aleppomap.timex.told import read_later, read_same

_OF_WHAT = re.compile(
    r"(?:de|du|des|del|der|von|vom)\b|d'|[а-я]*(?:ого|его|ых|их|ой|ов|ев|ния|ции|ины|ника)\b"
)
_MORNINGS = frozenset("morning dawn الصباح الفجر الظهر".split())
_OF_A_DAY = re.compile(r"(?:الاولي|الباكر\w*|المبكره?) (?:من|ل|يوم|امس)|of|on")
_ADVERBS = ("فجرا", "صباحا")


def read_within(hit: Hit) -> Period | None:
    """Within a day: from the day told before to the next."""
    parts, frame = hit.part("plain")
    unit, count = parts.one("U"), count_in(parts)
    if hit.pieces.words[hit.base] != "within" or frame.is_future():
        return None
    if unit is None or unit.tag != "day" or count is None or count > 3:
        return None
    return shift(0, within=count, silent=True)


def read_counted(hit: Hit) -> Period | None:
    """Two days later, the day before, قبلها بيوم."""
    return read_later(*hit.part("plain"))


def read_near(hit: Hit) -> Period | None:
    """That day, the same evening, the next morning, those two days."""
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


def read_told(hit: Hit) -> Period | None:
    """La veille, al día siguiente, на следующий день; "la veille de Noël" is another thing."""
    parts, frame = hit.part("plain")
    word = parts.one("z")
    if word is None or _OF_WHAT.match(frame.after()):
        return None
    return shift(word.number, otherwise=word.number if word.tag == "eve" else None)


def read_since_morning(hit: Hit) -> Period | None:
    """Since this morning: today."""
    parts, frame = hit.part("plain")
    if hit.pieces.words[parts.indexes[-1]] not in _MORNINGS or _OF_A_DAY.match(frame.after()):
        return None
    return day_period(hit.anchor) if hit.anchor else UNKNOWN


def read_morning(hit: Hit) -> Period | None:
    """ "فجراً" alone: the day told before, or the publication's."""
    parts, frame = hit.part("plain")
    index = parts.indexes[0]
    surface = hit.pieces.words[index]
    start, end = hit.pieces.origin(index, index)
    adverb = surface in _ADVERBS or (surface == "مساء" and "ً" in hit.pieces.text[start:end])
    if not adverb or re.search(r"(?:[0-9]|ساعه \w+|\w+ه|نصف|ربع|ثلث) $", frame.before()):
        return None  # "الساعة الخامسة صباحاً" is a time of day
    return shift(0, otherwise=0, silent=True, lonely=True)
