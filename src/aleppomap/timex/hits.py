"""A match of a rule on the codes, and how one plain expression in it is read."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from aleppomap.timex.absolute import read_month, read_number, read_year
from aleppomap.timex.parts import Frame, Parts
from aleppomap.timex.periods import Period
from aleppomap.timex.pieces import Pieces
from aleppomap.timex.relative import (
    read_day_word,
    read_part_of_day,
    read_relative_year,
    read_unit,
    read_weekday,
)


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
