"""Guesses the language of a text from its script and its commonest small words.

Told apart: English, French, German, Spanish, Turkish and Kurdish (Kurmanji) in
Latin script; Arabic and Kurdish (Sorani) in Arabic script; Russian in Cyrillic.
Another language of the same scripts (Persian, Urdu, Ukrainian, Bulgarian) gives
None rather than its nearest neighbour. The word lists are our own.
"""

from __future__ import annotations

import re
from collections import Counter

_SAMPLE = 4_000
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_FEWEST_HITS = 2

_LATIN = {
    "en": "the of and to in that was were is are for with on by said from at has have had it its "
    "as but not they their who been which this an after be he she we",
    "fr": "le la les des et du une dans que qui est sur pour par au aux avec ont été sont cette "
    "ces ses plus pas selon après ne se leur mais d'une dont où",
    "de": "der die das und den von zu mit im dem des ist sind nicht auf für ein eine einer einem "
    "sich auch nach aus bei wurde wurden worden hat haben als dass über sagte war",
    "es": "el los las del y que en una por con para su sus se al más fue fueron está este esta "
    "como pero según ha han lo entre desde sobre también unos",
    "tr": "ve bir bu için ile olarak olan da de çok daha sonra kadar göre gibi ise oldu dedi "
    "üzerinde tarafından ancak değil en her suriye halep rejim",
    "ku": "li ji di bi û ku ev ew jî bo yên hatin kir kirin ser nav wan xwe herî tê de ye bûn "
    "hat çend roj helebê sûriyê piştî lê",
}
_IN_CYRILLIC = {
    "ru": "и в на с по не что из от за к как это был были его их для о при до но также после а",
    "bg": "са се да ще че най към със във след според обаче като беше",
}
_WORDS = {language: frozenset(words.split()) for language, words in _LATIN.items()}
_RUSSIAN, _BULGARIAN = (frozenset(words.split()) for words in _IN_CYRILLIC.values())
# Letters that only one of the Latin-script languages uses.
_LETTERS = {
    language: frozenset(letters)
    for language, letters in {"tr": "ığ", "de": "ß", "fr": "œè", "es": "ñ", "ku": "êûî"}.items()
}

_ARABIC = re.compile(r"[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufefc]")
_SORANI = re.compile(r"[ێۆەڕڵڤ]")
# Persian and Urdu: their own kaf, yeh and heh, and letters that Arabic lacks.
_NOT_ARABIC = re.compile(r"[پچژگکیٹڈڑںھہے]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_NOT_RUSSIAN = re.compile(r"[іїєґўјљњћђџІЇЄҐЎЈЉЊЋЂЏ]")


def guess_language(text: str) -> str | None:
    """The ISO 639-1 code of a text's language, or None with too little to go by.

    Looks at the first 4,000 code points; the script with most letters decides
    first, so that an Arabic report that quotes an English name stays Arabic.
    """
    sample = text[:_SAMPLE]
    arabic, cyrillic = len(_ARABIC.findall(sample)), len(_CYRILLIC.findall(sample))
    words = [word.replace("’", "'") for word in _WORD.findall(sample.lower())]
    latin = sum(map(len, words)) - arabic - cyrillic
    if arabic >= max(latin, cyrillic):
        return _guess_in_arabic_script(sample, arabic)
    if cyrillic >= latin:
        return _guess_in_cyrillic(sample, words, cyrillic)
    return _guess_in_latin(words)


def _guess_in_arabic_script(sample: str, letters: int) -> str | None:
    if letters < 6:
        return None
    if len(_SORANI.findall(sample)) * 12 >= letters:
        return "ku"
    return None if len(_NOT_ARABIC.findall(sample)) * 25 >= letters else "ar"


def _guess_in_cyrillic(sample: str, words: list[str], letters: int) -> str | None:
    if letters < 10 or len(_NOT_RUSSIAN.findall(sample)) * 50 >= letters:
        return None
    # Bulgarian writes ъ often and never ы, э or ё; a short line may hold none of these.
    if sample.lower().count("ъ") * 100 > letters:
        return None
    if re.search("[ыэё]", sample.lower()):
        return "ru"
    hits = sum(word in _RUSSIAN for word in words)
    return "ru" if hits >= _FEWEST_HITS and _BULGARIAN.isdisjoint(words) else None


def _guess_in_latin(words: list[str]) -> str | None:
    counts = Counter(words)
    scores = {language: sum(counts[word] for word in known) for language, known in _WORDS.items()}
    foreign = [word for word in words if not word.isascii()]
    for language, letters in _LETTERS.items():
        marked = sum(not letters.isdisjoint(word) for word in foreign)
        # Names carry foreign letters too, so a letter never outweighs the small words.
        scores[language] += min(marked, scores[language] + 1)
    first, second = sorted(scores.values(), reverse=True)[:2]
    if first < _FEWEST_HITS or first * 4 < second * 5 or first * 20 < len(words):
        return None
    return max(scores, key=lambda language: scores[language])
