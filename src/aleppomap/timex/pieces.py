"""Cuts a text into pieces and writes it as a string of codes, one code a piece.

``codes[i]`` belongs to ``words[i]``, which starts at ``starts[i]`` of the folded
text; ``Pieces.origin`` leads back to the original text. Beside the codes of
``words`` there are: N 1 to 31 · n other whole number of at most four digits ·
Y 1900 to 2099 · m 1000 to 1899 · D full date in digits · d day/month in digits · G day range
(26-28) · E year range · x anything that is no part of a time expression ·
| where no expression may reach across · and ``, . / - ( ) ' : %`` and a blank
as themselves.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import accumulate

from aleppomap.model import Span
from aleppomap.timex.guess import guess_language
from aleppomap.timex.words import MARKS, Word, fold_letters, lexicon, phrases

# Ranges of letters are twice as fast as \w here; the folded text has no other digits.
# A full date is one piece, whatever marks stand between its numbers: 13\\8\\2014,
# 13_8_2014, 13/ 8 /2014, 13-8/2014.
_MARK = r"(?: ?[-/.\\_|*=~+·]{1,2} ?)"
_PIECE = (
    r"[a-zء-يа-я]+|\s+|(?:[0-9]{1,2},[0-9]{1,2},[0-9]{4}|[0-9]{1,2}M[0-9]{1,2}M[0-9]{4}|[0-9]{4}M[0-9]{1,2}M[0-9]{1,2})"
    r"(?![0-9]|[-/.][0-9])|[0-9]+(?:[/.:][0-9]+|,[0-9]{3}(?![0-9]))+"
    r"|[0-9]+(?:-[0-9]+)*|[^\W\d_]+|(?s:.)"
).replace("M", _MARK)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_MARKS = re.compile(f"[{MARKS}]+")
_VOWELS_AFTER = re.compile("[\u0300-\u036f\u0640\u064b-\u065f\u0670]*")
_FULL_DATE = re.compile(r"(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})")
_LONG_DATE = re.compile(r"(\d+)\D+(\d+)\D+(\d+)")
# The letter that only stretches a line, typed for a dash: ٥ـ٩ـ٢٠١٦.
_STRETCHED = re.compile("(?<=[0-9])\u0640(\u0640*)(?=[0-9])")
_PAIR = re.compile(r"(\d{1,4})([/-])(\d{1,4})")
_ITSELF = frozenset(",./-()':%")
_MASK = "\x00"
_DIGITS = frozenset("0123456789")
_CONJUNCTIONS = ("و", "ف")
# "in" and "for" are written together with the next word too; split only before these.
_PREFIXES = {"ب": "MHUuKo", "ل": "MH"}
OTHER = Word("x")


def read_numeric(text: str) -> date | None:
    """The date that digits like 13/12/2016, 2016-12-13 or 13.12.16 stand for.

    The day comes first unless the second number is above 12. None when the
    digits are no date, or an impossible one (62-9-2013).
    """
    match = _FULL_DATE.fullmatch(text)
    if match is None:
        return _read_long(text)
    first, mark, middle, last = match.groups()
    if len(first) == 4 and len(last) <= 2:
        return _year_first(first, middle, last)
    if len(first) > 2:
        return None
    if len(last) == 2 and (mark == "/" or len(first) + len(middle) >= (4 if mark == "." else 3)):
        # A short year is read only for the years of the war and those around them.
        last = f"20{last}" if 10 <= int(last) <= 39 else last
    return _day_first(first, middle, last) if len(last) == 4 else None


def _read_long(text: str) -> date | None:
    """A date with a four-digit year and odd marks or blanks between its numbers."""
    match = _LONG_DATE.fullmatch(text)
    if match is None:
        return None
    first, middle, last = match.groups()
    if len(first) == 4 and len(last) <= 2:
        return _year_first(first, middle, last)
    return _day_first(first, middle, last) if len(first) <= 2 and len(last) == 4 else None


def _day_first(day: str, month: str, year: str) -> date | None:
    return make_date(year, *((day, month) if int(month) > 12 else (month, day)))


def _year_first(year: str, month: str, day: str) -> date | None:
    # 2013/22/9 is a date from right to left whose parts were turned around.
    return make_date(year, *((day, month) if int(month) > 12 else (month, day)))


def make_date(year: str, month: str, day: str) -> date | None:
    """A day of 1900 to 2099, or None when there is no such day."""
    try:
        return date(int(year), int(month), int(day)) if 1900 <= int(year) <= 2099 else None
    except ValueError:
        return None


def _number_word(text: str) -> Word:
    if text.isdigit():
        if len(text) > 4:
            return OTHER
        value = int(text)
        if 1 <= value <= 31 and len(text) <= 2:
            return Word("N", value)
        if 1900 <= value <= 2099:
            return Word("Y", value)
        return Word("m" if 1000 <= value < 1900 else "n", value)
    if (day := read_numeric(text)) is not None:
        return Word("D", day.toordinal())
    pair = _PAIR.fullmatch(text)
    if pair is None:
        return OTHER
    left, mark, right = int(pair[1]), pair[2], int(pair[3])
    night = mark == "/" and 12 < left == right - 1  # "the night of 14/15 December"
    if (mark == "-" or night) and 1 <= left < right <= 31 and len(pair[3]) <= 2:
        return Word("G", left * 100 + right)
    if mark == "-" and 1900 <= left < right <= 2099:
        return Word("E", left * 10000 + right)
    if mark == "/" and len(pair[1]) <= 2 and len(pair[3]) <= 2 and 1 <= left <= 31:
        day_month = (left, right) if right <= 12 else (right, left)
        if 1 <= day_month[0] <= 31 and 1 <= day_month[1] <= 12:
            return Word("d", day_month[0] * 100 + day_month[1])
    return OTHER


class _Codes(dict[str, str]):
    """piece -> code, each distinct piece looked at once; remembers the words met."""

    def __init__(self, language: str | None) -> None:
        super().__init__()
        self.lexicon = lexicon(language)
        self.words: dict[str, Word] = {}
        self.joined: set[str] = set()

    def __missing__(self, piece: str) -> str:
        word = self._read(piece)
        if word is not OTHER:
            self.words[piece] = word
        self[piece] = word.code
        return word.code

    def _read(self, piece: str) -> Word:
        if word := self.lexicon.get(piece):
            return word
        if not piece.isspace() and len(parts := piece.split()) > 1 and not piece[0].isdigit():
            return self.lexicon.get(" ".join(parts), OTHER)
        if piece[0] in _DIGITS:
            return _number_word(piece)
        if piece.isspace():
            return Word("|" if piece.count("\n") > 1 else " ")
        if piece[0].isalnum():
            if (piece.startswith(_CONJUNCTIONS) and piece[1:] in self.lexicon) or (
                (known := self.lexicon.get(piece[1:])) and known.code in _PREFIXES.get(piece[0], "")
            ):
                self.joined.add(piece)
            return OTHER
        return Word(piece if piece in _ITSELF else "|")


@dataclass(frozen=True, slots=True)
class Pieces:
    """A text in pieces; ``low`` is folded and without marks."""

    text: str
    low: str
    words: list[str]
    starts: list[int]
    codes: str
    known: dict[str, Word]
    language: str | None = None
    _removed: list[tuple[int, int]] = field(default_factory=list)

    def word(self, index: int) -> Word:
        """What is known of the piece at ``index``."""
        return self.known.get(self.words[index], OTHER)

    def origin(self, first: int, last: int) -> tuple[int, int]:
        """Offsets in the original text of the pieces ``first`` to ``last`` (inclusive)."""
        start = self._to_original(self.starts[first])
        final = self._to_original(self.starts[last] + len(self.words[last]) - 1) + 1
        after = _VOWELS_AFTER.match(self.text, final)
        return start, after.end() if after else final

    def _to_original(self, position: int) -> int:
        index = bisect_right(self._removed, (position, len(self.text))) - 1
        return position + (self._removed[index][1] if index >= 0 else 0)


def _without_marks(low: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without marks, and (position there, characters removed up to it)."""
    kept: list[str] = []
    removed: list[tuple[int, int]] = []
    taken = gone = 0
    for match in _MARKS.finditer(low):
        kept.append(low[taken : match.start()])
        gone += match.end() - match.start()
        removed.append((match.end() - gone, gone))
        taken = match.end()
    kept.append(low[taken:])
    return "".join(kept), removed


def _masked(low: str, exclude: Sequence[Span]) -> str:
    kept: list[str] = []
    taken = 0
    for span in sorted(exclude):
        start, end = max(span.start, taken), min(span.end, len(low))
        if start < end:
            kept += (low[taken:start], _MASK * (end - start))
            taken = end
    return "".join((*kept, low[taken:]))


_REMEMBERED = 200_000
_known_codes: dict[str | None, _Codes] = {}


def _codes(language: str | None) -> _Codes:
    """The codes of a language, with every piece that was met; begun again when they are many."""
    codes = _known_codes.get(language)
    if codes is None or len(codes) > _REMEMBERED:
        codes = _known_codes[language] = _Codes(language)
    return codes


@cache
def _pieces(language: str | None) -> re.Pattern[str]:
    """The pattern of pieces; phrases of a language ("au jour suivant") are one piece."""
    said = phrases(language)
    return re.compile(rf"(?<![^\W_])(?:{said})(?![^\W_])|{_PIECE}" if said else _PIECE)


def _numbered(number: str) -> str:
    return f"H{number}" if number in ("1", "2") else "HN"


def cut_pieces(text: str, language: str | None, exclude: Sequence[Span] = ()) -> Pieces:
    """``text`` in pieces; nothing is found in the ``exclude`` spans or across them."""
    low = fold_letters(text)
    if "://" in low or "www." in low:
        low = _ADDRESS.sub(lambda match: _MASK * len(match.group()), low)
    if exclude:
        low = _masked(low, exclude)
    removed: list[tuple[int, int]] = []
    if "\u0640" in low:
        low = _STRETCHED.sub(r"-\1", low)
    if not low.isascii() and _MARKS.search(low):
        low, removed = _without_marks(low)
    if language is None:
        language = guess_language(low)
    codes = _codes(language)
    words = _pieces(language).findall(low)
    line = "".join(map(codes.__getitem__, words))
    if not codes.joined.isdisjoint(words):  # Arabic "and" is written together with the next word
        joined = codes.joined
        words = [
            part for word in words for part in ((word[0], word[1:]) if word in joined else (word,))
        ]
        line = "".join(map(codes.__getitem__, words))
    if "HN" in line:  # "كانون1": the number glued to the month says which of the two
        line = re.sub("HN", lambda m: _numbered(words[m.start() + 1]), line)
    starts = [0, *accumulate(map(len, words))]
    return Pieces(text, low, words, starts, line, codes.words, language, removed)
