"""What others would do with the same names: the usual ways to find known strings in a text.

Every peer gets the names of our gazetteer (labels left out) and nothing else of ours. A
name that two places share goes to the place that comes first in the file; a peer has no
context to do better. Each finds names as whole words and keeps the longest of those that
overlap.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable
from importlib import import_module
from types import ModuleType

from gold import GoldDocument
from score import Found

from aleppomap import fold
from aleppomap.gazetteer import Gazetteer

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_MOST_WORDS = 4
_LIKENESS = 90
_EDITS = 2


def names_of(gazetteer: Gazetteer) -> dict[str, str]:
    """Each name as it is written, and the first place that has it."""
    names: dict[str, str] = {}
    for place in gazetteer:
        for name in place.names:
            if name.role != "label":
                names.setdefault(name.text, place.id)
    return names


class ExactNames:
    """Whole words, letter for letter."""

    name = "exact names"

    def __init__(self, names: dict[str, str]) -> None:
        self._names = names
        longest = sorted(names, key=len, reverse=True)
        self._pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest)) + r")(?!\w)")

    def find(self, document: GoldDocument) -> list[Found]:
        """The names in a document."""
        return [
            Found(*match.span(), self._names[match.group()])
            for match in self._pattern.finditer(document.text)
        ]


class NormalisedNames:
    """Whole words folded: no case, marks, articles, hyphens or doubled letters."""

    name = "normalised"

    def __init__(self, names: dict[str, str]) -> None:
        self._names: dict[str, str] = {}
        for text, place_id in names.items():
            self._names.setdefault(fold.fold_name(text), place_id)

    def find(self, document: GoldDocument) -> list[Found]:
        """Runs of words whose folded form is a folded name."""
        return _runs(document.text, lambda words: self._names.get(fold.fold_name(words)))


class FlashText:
    """flashtext2: a trie over whole strings, case ignored."""

    name = "flashtext2"

    def __init__(self, names: dict[str, str]) -> None:
        self._keywords = _module("flashtext2").KeywordProcessor(case_sensitive=False)
        for text, place_id in reversed(names.items()):  # of two places, the first stays
            self._keywords.add_keyword(text, place_id)

    def find(self, document: GoldDocument) -> list[Found]:
        """The names in a document."""
        found = self._keywords.extract_keywords_with_span(document.text)
        return [Found(start, end, place_id) for place_id, start, end in found]


class SpacyPhrases:
    """spaCy's PhraseMatcher on lower-case tokens of an empty multilingual pipeline."""

    name = "spaCy"

    def __init__(self, names: dict[str, str]) -> None:
        self._nlp = _module("spacy").blank("xx")
        matcher = _module("spacy.matcher").PhraseMatcher(self._nlp.vocab, attr="LOWER")
        by_place: dict[str, list[str]] = {}
        for text, place_id in names.items():
            by_place.setdefault(place_id, []).append(text)
        for place_id, texts in by_place.items():
            matcher.add(place_id, list(self._nlp.pipe(texts)))
        self._matcher = matcher

    def find(self, document: GoldDocument) -> list[Found]:
        """The names in a document."""
        spans = self._matcher(self._nlp(document.text), as_spans=True)
        return _longest(Found(span.start_char, span.end_char, span.label_) for span in spans)


class RapidFuzz:
    """rapidfuzz over runs of one to four words, at a likeness of 90 of 100."""

    name = "rapidfuzz"

    def __init__(self, names: dict[str, str]) -> None:
        self._process, self._fuzz = _module("rapidfuzz.process"), _module("rapidfuzz.fuzz")
        self._places = {text.casefold(): place_id for text, place_id in reversed(names.items())}
        by_length = sorted(self._places, key=len)
        self._by_length = by_length
        self._lengths = [len(text) for text in by_length]
        self._known: dict[str, str | None] = {}

    def find(self, document: GoldDocument) -> list[Found]:
        """Runs of words that are like a name."""
        return _runs(document.text, self._place)

    def _place(self, words: str) -> str | None:
        folded = words.casefold()
        if len(folded) < 4:
            return self._places.get(folded)
        if folded not in self._known:
            low = bisect_left(self._lengths, round(len(folded) * 0.8))
            high = bisect_left(self._lengths, round(len(folded) * 1.25) + 1)
            best = self._process.extractOne(
                folded, self._by_length[low:high], scorer=self._fuzz.ratio, score_cutoff=_LIKENESS
            )
            self._known[folded] = self._places[best[0]] if best else None
        return self._known[folded]


class SymSpell:
    """symspellpy over the same runs, at most two edits away (one in a short word)."""

    name = "symspellpy"

    def __init__(self, names: dict[str, str]) -> None:
        module = _module("symspellpy")
        self._closest = module.Verbosity.CLOSEST
        self._spell = module.SymSpell(max_dictionary_edit_distance=_EDITS)
        self._places = {text.casefold(): place_id for text, place_id in reversed(names.items())}
        for text in self._places:
            self._spell.create_dictionary_entry(text, 1)
        self._known: dict[str, str | None] = {}

    def find(self, document: GoldDocument) -> list[Found]:
        """Runs of words that are a few edits away from a name."""
        return _runs(document.text, self._place)

    def _place(self, words: str) -> str | None:
        folded = words.casefold()
        if folded not in self._known:
            most = 0 if len(folded) < 4 else 1 if len(folded) < 8 else _EDITS
            found = self._spell.lookup(folded, self._closest, max_edit_distance=most)
            self._known[folded] = self._places[found[0].term] if found else None
        return self._known[folded]


PEERS = (ExactNames, NormalisedNames, FlashText, SpacyPhrases, RapidFuzz, SymSpell)


def _module(name: str) -> ModuleType:
    """A peer's package; `make accuracy` installs them."""
    return import_module(name)


def _runs(text: str, place_of: Callable[[str], str | None]) -> list[Found]:
    """Leftmost runs of words, the longest first, for which there is a place."""
    words = list(_WORD.finditer(text))
    found: list[Found] = []
    position = 0
    while position < len(words):
        for last in range(min(position + _MOST_WORDS, len(words)) - 1, position - 1, -1):
            start, end = words[position].start(), words[last].end()
            place_id = place_of(text[start:end]) if "\n" not in text[start:end] else None
            if place_id is not None:
                found.append(Found(start, end, place_id))
                position = last
                break
        position += 1
    return found


def _longest(found: Iterable[Found]) -> list[Found]:
    """Those that overlap no longer one before them."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda f: (f.start - f.end, f.start)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda f: f.start)
