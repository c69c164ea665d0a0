"""The words that names are made of, and which of them a word of a text can be.

Every distinct word of a text is read once, whatever its spelling, and remembered.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from aleppomap import fold
from aleppomap.generics import OF, term_of

ELISION = re.compile(rf"[dlDL][{fold.APOSTROPHES}](?=.{{3}})")
_SHORT_ELISION = re.compile(rf"[dlDL][{fold.APOSTROPHES}]")
_LINKS = frozenset("the la le les".split())
SUFFIX = re.compile(rf"[{fold.APOSTROPHES}](?:\w{{1,5}})$")
CASE = 0.02
"""What another grammatical case costs."""
WIDE = 0.3
"""How much further off one word of a longer name may be when the others are there."""
ARABIC_SLIP = 0.15
"""The least that a slip in Arabic costs: there are no vowels to tell two words apart."""
TYPING_ERROR = 0.45
"""What a letter too many, too few or in the wrong place costs."""
_SLIP_LETTERS = 6
"""The fewest letters of a word in which such a slip leaves it recognisable."""
_ORDINALS = {
    word: str(number)
    for number, words in enumerate(
        (
            "first premier primero erste birinci 1st",
            "second deuxieme segundo zweite ikinci 2nd",
            "third troisieme tercero dritte ucuncu 3rd",
            "fourth quatrieme cuarto vierte dorduncu 4th",
        ),
        start=1,
    )
    for word in words.split()
}
"""Ordinals with a capital are the numbers of a quarter's parts ("Hamdaniyeh First District")."""
_MOST_MATCHES = 32
_LONGEST = 40  # characters; a longer run is an address, a hash or noise, and no name
REMEMBERED = 500_000
_ARTICLES = fold.ARTICLES | {fold.latin_letters(article) for article in fold.ARTICLES}


@dataclass(frozen=True, slots=True)
class Toponym:
    """One name to look for and what it names (a place id, or the label of a place elsewhere).

    ``senses`` and ``homes`` of an ambiguous name are those of :class:`aleppomap.model.Name`.
    """

    text: str
    lang: str
    target: str
    exact: bool = False
    ambiguous: bool = False
    senses: frozenset[str] = frozenset()
    homes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Match:
    """A name token that a text token can be, and the characters to leave out at its two ends.

    A ``wide`` match is too far off to stand alone.
    """

    word: int
    cost: float
    cut_start: int = 0
    cut_end: int = 0
    bare: bool = False
    wide: bool = False


class Lexicon:
    """The words of all names, by number.

    ``generic`` words ("hospital", "old") are ordinary language inside names: they
    are taken only as they are spelled.
    """

    def __init__(self, generic: frozenset[str] = frozenset()) -> None:
        self._generic = generic
        self._words: dict[tuple[str, bool], int] = {}
        self._exact_words: set[int] = set()
        self._by_skeleton: dict[str, list[tuple[int, str]]] = defaultdict(list)
        self._by_case: dict[str, list[int]] = defaultdict(list)
        self._arabic_sounds: dict[str, list[tuple[str, bool]]] = defaultdict(list)
        self._remembered: dict[str, tuple[Match, ...]] = {}
        self._without_a_letter: dict[str, list[tuple[int, str]]] = defaultdict(list)

    def add(self, token: str, lang: str) -> int:
        """The number of a name's word in a language; the same word keeps its number."""
        if fold.is_arabic(token):
            letters = fold.arabic_letters(token)
            article = letters.startswith("ال") and len(letters) >= 4
            key = (letters[2:] if article else letters, article)
            if key not in self._words and len(key[0]) >= 4:
                self._arabic_sounds[fold.arabic_skeleton(key[0])].append(key)
            word = self._number(key)
            self._remember_slips(word, key[0])
            return word
        letters = fold.latin_letters(token)
        letters = fold.joined_article(letters) or letters
        word = self._number((letters, False))
        if letters in self._generic or letters.isdigit():
            self._exact_words.add(word)
        else:
            self._remember_slips(word, letters)
        for form in fold.russian_forms(token):
            if word not in self._by_case[form]:
                self._by_case[form].append(word)
        for reading in fold.readings(letters, lang):
            sounds = self._by_skeleton[fold.skeleton(reading)]
            if (word, reading) not in sounds:
                sounds.append((word, reading))
        return word

    def _remember_slips(self, word: int, letters: str) -> None:
        """Keeps a word under each of its forms with a letter left out (the symmetric deletes
        of SymSpell), so that a slip of one letter is found by looking it up."""
        if len(letters) >= _SLIP_LETTERS and (word, letters) not in self._without_a_letter[letters]:
            for form in {letters, *_deletions(letters)}:
                self._without_a_letter[form].append((word, letters))

    def add_term(self, term: str) -> int:
        """The number of a generic term, which is one word in all languages."""
        return self._number((f"={term}", False))

    def _number(self, key: tuple[str, bool]) -> int:
        return self._words.setdefault(key, len(self._words))

    def matches(self, surface: str) -> tuple[Match, ...]:
        """The words of names that a word of a text can be, nearest spelling first."""
        if len(surface) > _LONGEST:
            return ()
        known = self._remembered.get(surface)
        if known is None:
            if len(self._remembered) >= REMEMBERED:
                self._remembered.clear()
            best: dict[int, Match] = {}
            found = self._arabic(surface) if fold.is_arabic(surface) else self._latin(surface)
            for match in found:
                if match.word not in best or match.cost < best[match.word].cost:
                    best[match.word] = match
            if not any(not match.wide for match in best.values()):
                for match in self._typing_errors(surface):
                    best.setdefault(match.word, match)
            ranked = sorted(best.values(), key=lambda match: (match.cost, match.word))
            known = self._remembered[surface] = tuple(ranked[:_MOST_MATCHES])
        return known

    def _term(self, letters: str, cut_start: int = 0, cut_end: int = 0) -> Iterable[Match]:
        term = term_of(letters)
        word = self._words.get((f"={term}", False)) if term else None
        if word is not None:
            yield Match(word, 0.0, cut_start, cut_end)

    def _arabic(self, surface: str) -> Iterable[Match]:
        for letters, article, cut in fold.arabic_readings(surface):
            yield from self._term(letters, cut)
            same = self._words.get((letters, article))
            if same is not None:
                yield Match(same, 0.0, cut)
            other = self._words.get((letters, not article))
            if other is not None:
                yield Match(other, 0.1 if article else 0.25, cut, bare=not article)
            if same is None and other is None and len(letters) >= 4:
                yield from self._slips(letters, article, cut)

    def _slips(self, letters: str, article: bool, cut: int) -> Iterable[Match]:
        """Words that a slip of the pen away are the letters; the article must agree."""
        key = fold.arabic_skeleton(letters)
        for known, has_article in self._arabic_sounds.get(key, ()):
            if has_article is article:
                cost = fold.distance(letters, known)
                near = cost <= fold.limit(len(key))
                if near or cost <= fold.limit(len(key)) + WIDE:
                    word = self._words[known, article]
                    yield Match(word, max(cost, ARABIC_SLIP), cut, wide=not near)

    def _typing_errors(self, surface: str) -> Iterable[Match]:
        """Names' words that are a letter too many, too few or two in the wrong order away; too
        far off to stand alone."""
        if fold.is_arabic(surface):
            forms = [(letters, cut) for letters, _, cut in fold.arabic_readings(surface)]
        else:
            forms = [(fold.latin_letters(surface), 0)]
        for letters, cut in forms:
            if len(letters) < _SLIP_LETTERS - 1 or letters.isdigit():
                continue
            for form in {letters, *_deletions(letters)}:
                for word, known in self._without_a_letter.get(form, ()):
                    if _one_slip_apart(letters, known):
                        yield Match(word, TYPING_ERROR, cut, wide=True)

    def _latin(self, surface: str) -> Iterable[Match]:
        yield from self._sounds_like(surface, 0, 0)
        if elision := ELISION.match(surface):
            yield from self._sounds_like(surface[elision.end() :], elision.end(), 0)
        if suffix := SUFFIX.search(surface):
            cut = len(surface) - suffix.start()
            yield from self._sounds_like(surface[: suffix.start()], 0, cut)

    def _sounds_like(self, surface: str, cut_start: int, cut_end: int) -> Iterable[Match]:
        for form in fold.russian_forms(surface):
            for word in self._by_case.get(form, ()):
                yield Match(word, CASE, cut_start, cut_end)
        letters = fold.latin_letters(surface)
        plain = surface.translate(fold.UNMARKED)
        term = letters if plain == surface else fold.latin_letters(plain)
        yield from self._term(term, cut_start, cut_end)
        if (number := _ORDINALS.get(letters)) and surface[0].isupper():
            letters = number
        spelt = {letters: 0.0}
        if joined := fold.joined_article(letters):
            spelt[joined] = 0.02
        for spelling, extra in spelt.items():
            same = self._words.get((spelling, False))
            if same is not None:
                yield Match(same, extra, cut_start, cut_end)
            if spelling.isdigit():
                continue  # a number is read as it is written
            for reading in fold.readings(spelling):
                key = fold.skeleton(reading)
                for word, known in self._by_skeleton.get(key, ()):
                    if word in self._exact_words:
                        continue
                    cost = fold.distance(reading, known)
                    near = cost <= fold.limit(len(key))
                    if near or (len(key) > 1 and cost <= fold.limit(len(key)) + WIDE):
                        yield Match(word, cost + extra, cut_start, cut_end, wide=not near)

    def is_generic(self, text: str) -> bool:
        """Whether a name is made of ordinary words only ("Old City")."""
        return all(fold.latin_letters(token) in self._generic for token in fold.tokens(text))


def _deletions(letters: str) -> list[str]:
    return [letters[:n] + letters[n + 1 :] for n in range(len(letters))]


def _one_slip_apart(one: str, other: str) -> bool:
    """Whether two words differ by one letter more, or by two neighbours in the wrong order;
    the first letter is the same."""
    if one == other or one[0] != other[0]:
        return False
    if len(one) != len(other):
        return one in _deletions(other) or other in _deletions(one)
    differ = [n for n, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return (
        len(differ) == 2
        and differ[1] == differ[0] + 1
        and one[differ[0]] == other[differ[1]]
        and one[differ[1]] == other[differ[0]]
    )


@lru_cache(maxsize=1 << 16)
def is_article(token: str) -> bool:
    """Whether a word is an Arabic article written apart in another script."""
    return not fold.is_arabic(token) and fold.latin_letters(token) in _ARTICLES


@lru_cache(maxsize=1 << 16)
def is_link(token: str) -> bool:
    """Whether a word may stand between two words of a name: an article, "of", "d'al"."""
    if fold.is_arabic(token):
        return False
    letters = fold.latin_letters(token[2:] if _SHORT_ELISION.match(token) else token)
    return letters in _ARTICLES or letters in OF or letters in _LINKS


def sound_of(text: str, lang: str) -> str:
    """What a name sounds like, coarsely: one key for all plain spellings of it."""
    return " ".join(
        fold.arabic_skeleton(fold.arabic_letters(token).removeprefix("ال"))
        if fold.is_arabic(token)
        else fold.skeleton(fold.readings(token, lang)[0])
        for token in fold.tokens(text)
        if not is_link(token)
    )
