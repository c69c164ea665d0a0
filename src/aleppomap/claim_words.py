"""The words of a sentence as the search for claimants reads them, and what it keeps in mind."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from aleppomap.claim_cues import GRAMMARS, Grammar
from aleppomap.claimants import Voice, fold_word
from aleppomap.model import Claim, Span

PLAIN_TOKEN = re.compile(r"[^\W_]+")


# With marks that belong to words, and with "U.N.".
TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}|[^\W_\u0640](?:[^\W_]|[\u0300-\u036f\u0640\u064b-\u065f\u0670])*"
)

NOT_PLAIN = re.compile(r"[A-Za-z]\.[A-Za-z]\b|[\u0300-\u036f\u0640\u064b-\u065f\u0670]")

_HARD = re.compile(r"[,;:.!?،؛؟\"“”«»„()\[\]|\n—–…/]|(?<=\s)['‘’]|['’](?=[\s,.])|\s-\s|\|\|")

LONGEST = 16


@dataclass(frozen=True, slots=True)
class FoundClaim:
    """A claim and where the claimant's words stand; ``start == end`` where nobody is named.

    ``scope_start`` and ``scope_end`` are the stretch of the text that the claim covers.
    """

    start: int
    end: int
    claim: Claim
    scope_start: int = 0
    scope_end: int = 0


@dataclass(slots=True)
class Words:
    """The words of one sentence: folded, and where they stand."""

    text: str
    grammar: Grammar
    begin: int
    finish: int
    folded: list[str]
    starts: list[int]
    ends: list[int]

    def is_parted(self, at: int) -> bool:
        """Whether punctuation parts word ``at`` from the word before."""
        if at <= 0:
            return True
        gap = self.text[self.ends[at - 1] : self.starts[at]]
        return gap != " " and _HARD.search(gap) is not None


@dataclass(slots=True)
class Memory:
    """What the sentences before have told: the last claimant, and names with their voices."""

    last: FoundClaim | None = None
    names: dict[str, Voice] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Party:
    """A claimant's words ``[first, last)`` and who they are; no voice: carried."""

    first: int
    last: int
    voice: Voice | None
    leads: bool
    nearest: bool = False


def read_words(text: str, sentence: Span, grammar: Grammar, token: re.Pattern[str]) -> Words:
    begin, finish = sentence.start, sentence.end
    spans = [match.span() for match in token.finditer(text, begin, finish)]
    folded = [fold_word(text[start:end]) for start, end in spans]
    starts, ends = [span[0] for span in spans], [span[1] for span in spans]
    return Words(text, grammar, begin, finish, folded, starts, ends)


JOINTS = frozenset("but and while whereas although however mais et aber und pero y но а и".split())


def is_suffix(words: Words, at: int) -> bool:
    return words.text[words.ends[at - 1] : words.starts[at]] in ("'", "’")


def end_after(
    words: Words, first: int, grammar: Grammar, also: frozenset[str] = frozenset()
) -> int:
    folded = words.folded
    k = first
    while k < len(folded) and k - first < LONGEST:
        if k > first and words.is_parted(k):
            break
        word = folded[k]
        if word in grammar.ends or word in also:
            break
        if k + 1 < len(folded) and f"{word}/{folded[k + 1]}" in grammar.ends:
            break
        if k > first and grammar is GRAMMARS["de"] and _is_german_verb(words, k):
            break
        k += 1
    return k


def _is_german_verb(words: Words, k: int) -> bool:
    """Whether a word ends a German noun phrase: small, after a capital, and no joining word."""
    small = words.text[words.starts[k]].islower() and words.text[words.starts[k - 1]].isupper()
    return small and words.folded[k] not in _GERMAN_JOINTS


_GERMAN_JOINTS = frozenset("der des die das dem den von vom in im aus und fur zu zur bei".split())


def start_before(words: Words, at: int, grammar: Grammar) -> int:
    k = at
    while k > 0 and at - k < LONGEST:
        if words.is_parted(k) and not is_suffix(words, k):
            break
        if words.folded[k - 1] in grammar.borders:
            break
        k -= 1
    return k


ARTICLES = frozenset("a an the one two three le la les un une der die das ein eine el los".split())
