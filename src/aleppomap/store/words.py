"""Words as the library keeps and asks for them: one form for all spellings a reader would use."""

from __future__ import annotations

import re
from functools import lru_cache

from aleppomap import fold

_ATTACHED = re.compile("(?:[وف]?[بكل]?ال|[وف]?لل)(?=.{2})")
_MOST_WORDS = 32


@lru_cache(maxsize=1 << 16)
def word_of(token: str) -> str:
    """The form of one word: Arabic without marks, article and what is written onto it, so
    that السكري finds بالسكري; Latin and Cyrillic in plain lower-case letters."""
    if fold.is_arabic(token):
        letters = fold.arabic_letters(token)
        match = _ATTACHED.match(letters)
        return letters[match.end() :] if match else letters
    if token.isascii() and not token.isupper():  # capitals may be a Roman number
        return token.lower().replace("'", "").replace("`", "")
    return fold.latin_letters(token)


def words_of(text: str) -> str:
    """All words of a text in that form, with spaces between."""
    return " ".join(filter(None, map(word_of, fold.tokens(text))))


def asked_words(words: str) -> list[str]:
    """The words of a question in that form; an article must have them all, each may go on."""
    return words_of(words).split()[:_MOST_WORDS]


def snippet_of(text: str, words: str, around: int = 80) -> str:
    """The words of a text around the first place where one of the asked words stands."""
    found = _as_asked(text, words) or _in_our_form(text, words)
    if found is None:
        return " ".join(text[: 2 * around].split())
    low, high = max(0, found[0] - around), min(len(text), found[1] + around)
    cut = " ".join(text[low:high].split())
    return f"{'… ' if low else ''}{cut}{' …' if high < len(text) else ''}"


def _as_asked(text: str, words: str) -> tuple[int, int] | None:
    """Where a word begins as it was asked for, which is looked up much faster than read."""
    lowered = text.lower()
    if len(lowered) != len(text):
        return None
    starts = [
        (start, start + len(word))
        for word in map(str.lower, fold.tokens(words))
        if (start := lowered.find(word)) >= 0 and not lowered[start - 1 : start].isalnum()
    ]
    return min(starts, default=None)


def _in_our_form(text: str, words: str) -> tuple[int, int] | None:
    """Where a word stands that is one of the asked words in the form of the index."""
    wanted = tuple(words_of(words).split())
    if not wanted:
        return None
    for match in fold.token_pattern(text).finditer(text):
        if word_of(match.group()).startswith(wanted):
            return match.span()
    return None
