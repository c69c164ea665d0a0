"""Which of the five languages of small words a text without a known language is in.

Short texts (a title, a post) are often too short for a detector; a word of time
that only one language has ("cumartesi günü", "hier soir") tells enough.
"""

from __future__ import annotations

import re
from functools import cache

from aleppomap.timex.foreign import FOREIGN
from aleppomap.timex.words import lexicon, phrases

# Frequent words that none of the other languages (nor English) shares.
_FREQUENT = {
    "fr": "les des dans sur une est avec aux sont pas plus qui cette selon apres".split(),
    "de": "der und nicht ist mit auf ein eine wurde sind bei nach auch aus dem".split(),
    "es": "los las una por con del entre desde hasta sobre tras esta fue su sus".split(),
    "tr": "bir ve icin ile olan oldu gore cok daha halep'te suriye sonra ancak".split(),
    "ru": "и в на по с из за не что как был районе города".split(),
}
_WORD = re.compile(r"[^\W\d_]+")
_ARABIC = re.compile("[ء-ي]{2}")
_ENOUGH = 2
_LOOK_AT = 3000


@cache
def _own_words() -> dict[str, dict[str, int]]:
    """Per language its time words and frequent words that the others lack, with their votes."""
    votes = {language: dict.fromkeys(_FREQUENT[language], 1) for language in FOREIGN}
    for language, own in votes.items():
        for word, entry in lexicon(language).items():
            if word.isalpha() and len(word) > 3 and entry.code in "JWMhU":
                own.setdefault(word, 1)
    common = set(lexicon(None))
    for language, own in votes.items():
        others = {w for other, words in votes.items() if other != language for w in words}
        votes[language] = {w: n for w, n in own.items() if w not in others and w not in common}
    return votes


@cache
def _said(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{phrases(language)})(?![^\W_])")


def guess_language(low: str) -> str | None:
    """The language of a folded text, or None when nothing speaks for one of the five."""
    text = low[:_LOOK_AT]
    if _ARABIC.search(text):
        return None
    words = set(_WORD.findall(text))
    found = {
        language: sum(own.get(word, 0) for word in words)
        + 2 * sum(len(m.group()) > 6 for m in _said(language).finditer(text))
        for language, own in _own_words().items()
    }
    best = max(found, key=lambda language: found[language])
    rivals = sorted(found.values())
    return best if rivals[-1] >= _ENOUGH and rivals[-1] > rivals[-2] else None
