"""Word tables of the seven languages, made ready for look-up.

A table maps a label to the forms that carry it, parted by blanks; ``_`` joins the words of
a phrase, and a ``*`` at the end stands for any ending. Labels:

- ``killed> injured> displaced> …``: a trigger that is followed by what it counts ("killing");
  ``<``: one that follows it ("died"); ``*``: either, as the sentence has it ("killed"); ``=``: one
  that stands directly before its number ("القتلى 45"); ``^``: the word for a toll ("the death toll
  rose to 45").
- ``killed# …``: a noun that is counted itself ("12 deaths", "12 شهيدا"); with ``1`` or ``2`` it
  says one or two without a numeral (شهيد, قتيلان).
- ``person woman child family``: who is counted; ``1`` and ``2`` as above.
- ``strikes buildings area thing``: what is counted and is no person; ``thing`` is no figure.
- ``low top about between to after_low after_top``: bounds; ``vague``: "dozens".
- ``art of and or prep skip poss be stop incl of_them within since total damage protest``: words
  of the grammar.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache

from aleppomap.figures import arabic, english, french, german, russian, spanish, turkish

_TABLES = {
    "ar": arabic,
    "de": german,
    "en": english,
    "es": spanish,
    "fr": french,
    "ru": russian,
    "tr": turkish,
}
LANGUAGES = frozenset(_TABLES)
"""ISO 639-1 codes of the languages with tables."""

_MARK = re.compile(
    "[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f]+"
)
_SEATS = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ئ": "ي", "ی": "ي", "ؤ": "و", "ة": "ه"}
    | {"ک": "ك", "ء": None, "ı": "i"}
)
_PROCLITICS = ("و", "ف")
_PREPOSITIONS = ("ب", "ل", "ك")
_TRIGGER = re.compile("(killed|injured|displaced|casualties|returned|detained)([<>*^#=])")
_COUNTED = ("strikes", "buildings", "area", "family")
_SMALL = ("be", "prep", "poss", "skip", "and", "art", "of", "incl", "stop")
_STEM = 6
_REMEMBERED = 50_000
_WORD = re.compile(r"[^\W\d_]+\d?")


_DIGIT = re.compile(r"\d")
_NUMBERS, _EVENTS = 1, 2
_BOTH = _NUMBERS | _EVENTS


def _says_number(labels: frozenset[str]) -> bool:
    """Whether a word with these labels says a number by itself ("killed#1", "woman2")."""
    return any(label == "area" or label.endswith(("1", "2")) for label in labels)


def fold(text: str) -> str:
    """Text in small letters without accents, marks and hamza seats; for look-up only."""
    if text.isascii():
        return text.lower()
    low = unicodedata.normalize("NFKD", text).casefold()
    return _MARK.sub("", low).translate(_SEATS)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a token means: its labels, the number it says, and letters cut in front of it.

    ``times`` marks a word that multiplies what stands before it ("thousand").
    """

    labels: frozenset[str] = frozenset()
    number: int | None = None
    times: bool = False
    joined: bool = False
    cut: int = 0
    definite: bool = False
    prefixed: bool = False


NOTHING = Reading()
Phrase = tuple[tuple[str, ...], frozenset[str]]


class Lexicon:
    """The words of one language: labels by word, by stem and by phrase, and its numerals."""

    def __init__(self, language: str) -> None:
        module = _TABLES[language]
        self.language = language
        self.reach: int = module.REACH
        self.numbers = {fold(word): value for word, value in module.NUMBERS.items()}
        self.times = {fold(word): value for word, value in module.TIMES.items()}
        self.words: dict[str, frozenset[str]] = {}
        self.stems: dict[str, frozenset[str]] = {}
        self.phrases: dict[str, list[Phrase]] = {}
        self.signs: tuple[str, ...] = ()
        self._read(module.WORDS)
        self._known: dict[str, Reading] = {}
        self._telling: dict[str, int] = {}
        self._folded: dict[str, str] = {}

    def _read(self, table: dict[str, str]) -> None:
        for label, forms in table.items():
            for form in forms.split():
                parts = tuple(fold(part) for part in form.split("_"))
                if len(parts) > 1:
                    self.phrases.setdefault(parts[0], []).append((parts, frozenset([label])))
                    continue
                kept = self.stems if parts[0].endswith("*") else self.words
                word = parts[0].rstrip("*")
                kept[word] = kept.get(word, frozenset()) | {label}
        for entries in self.phrases.values():
            entries.sort(key=lambda entry: len(entry[0]), reverse=True)
        self.signs = _signs(table)

    def may_count(self, low: str) -> bool:
        """Whether folded text holds both what may be a number (a figure, a number word, a
        noun that says one or two) and what is counted or harmed (cheap)."""
        known = self._telling
        seen = _NUMBERS if _DIGIT.search(low) else 0
        for word in _WORD.findall(low):
            what = known.get(word)
            if what is None:
                if len(known) > _REMEMBERED:
                    known.clear()
                what = known[word] = self._tells(word) | self._numbers(word)
            seen |= what
            if seen == _BOTH:
                return True
        return False

    def _numbers(self, word: str) -> int:
        """``_NUMBERS`` where a word, or a phrase that begins with it, may be a number."""
        reading = self.read(word)
        if reading.number is not None or _says_number(reading.labels):
            return _NUMBERS
        heads = {word, word[2:]}
        if self.language == "ar":
            heads |= {word[len(head) :] for head in map("".join, _CUTS) if word.startswith(head)}
        carried = (labels for head in heads for _, labels in self.phrases.get(head, ()))
        return _NUMBERS if any(map(_says_number, carried)) else 0

    def _tells(self, word: str) -> int:
        """``_EVENTS`` where a word may begin a trigger or a counted noun."""
        tells = word.startswith(self.signs)
        if self.language == "ar":
            heads = map("".join, _CUTS)
            tells = tells or any(
                word.startswith(head) and word.startswith(self.signs, len(head)) for head in heads
            )
        return _EVENTS if tells else 0

    def folded(self, surface: str) -> str:
        """A word as :func:`fold` has it; remembered."""
        found = self._folded.get(surface)
        if found is None:
            if len(self._folded) > _REMEMBERED:
                self._folded.clear()
            found = self._folded[surface] = fold(surface)
        return found

    def read(self, word: str) -> Reading:
        """What a folded word means; remembered."""
        found = self._known.get(word)
        if found is None:
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            found = self._known[word] = self._look_up(word)
        return found

    def _plain(self, word: str) -> Reading | None:
        times = self.times.get(word)
        number = self.numbers.get(word) if times is None else times
        labels = self.words.get(word)
        if labels is None:
            ends = range(len(word), 1, -1)
            labels = next(
                (self.stems[word[:end]] for end in ends if word[:end] in self.stems), None
            )
        if labels is None and number is None and word not in self.phrases:
            return None
        return Reading(labels or frozenset(), number, times is not None)

    def _look_up(self, word: str) -> Reading:
        plain = self._plain(word)
        if plain is not None or self.language != "ar":
            return plain or NOTHING
        for joined, small, article in _CUTS:
            head = joined + small + article
            if not word.startswith(head) or len(word) - len(head) < 2:
                continue
            inner = self._plain(word[len(head) :])
            if inner is not None:
                definite = article.endswith("ل")
                return Reading(
                    inner.labels,
                    inner.number,
                    inner.times,
                    joined=bool(joined),
                    cut=len(joined),
                    definite=definite,
                    prefixed=bool(small),
                )
        return NOTHING


def _signs(table: dict[str, str]) -> tuple[str, ...]:
    """Short beginnings: each trigger and counted noun has a word that starts with one.

    Of a phrase it is the word that most phrases share and that is no small word.
    """
    small = {fold(word) for label in _SMALL for word in table.get(label, "").split()}
    forms = [
        [part.rstrip("*") for part in map(fold, form.split("_"))]
        for label, words in table.items()
        if label.startswith(_COUNTED) or _TRIGGER.match(label)
        for form in words.split()
    ]
    shared = Counter(part for form in forms for part in form if part not in small)
    signs = {form[0][:_STEM] for form in forms if len(form) == 1}
    for form in forms:
        if not any(part.startswith(tuple(signs)) for part in form):
            signs.add(max(form, key=lambda part: (shared[part], len(part)))[:_STEM])
    return tuple(sorted(s for s in signs if not any(o != s and s.startswith(o) for o in signs)))


_CUTS = [
    (joined, small, article)
    for joined in ("", *_PROCLITICS)
    for small in ("", *_PREPOSITIONS)
    for article in ("", "ال", "ل")
    if joined + small + article and not (article == "ل" and small != "ل")
]


@cache
def lexicon_of(language: str) -> Lexicon:
    """The tables of a language (one of ``LANGUAGES``); built once."""
    return Lexicon(language)
