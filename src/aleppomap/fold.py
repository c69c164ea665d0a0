"""Spelling: what a token sounds like, and how far two spellings are apart.

A Latin or Cyrillic token becomes one or more readings, each a string of sounds
(one character a sound). Its skeleton keeps the coarse consonants only, so that
all plausible romanisations of one Arabic word meet under one key; the distance
of two readings then says how plausible the pair is. An Arabic token becomes its
letters without marks, hamza seats and tatweel. Nothing here knows a place.

Method: a consonant skeleton with a vowel cost, remembered per distinct token,
was measured to be both the most tolerant and the fastest of the designs tried
for this project; regular expressions and edit distance over whole texts were not.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import product

import snowballstemmer

APOSTROPHES = "'’‘ʼʿʾ`´ʻ′"
_MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u200c\u200d"
TOKEN = re.compile(rf"[^\W_]+(?:[{_MARKS}]+[^\W_]*|[{APOSTROPHES}][^\W_]+)*")
"""A word in any script: letters, digits, marks on them, and apostrophes inside."""
_COMPOUND = re.compile(rf"[Rr]ond-[Pp]oint|{TOKEN.pattern}")
"""The same, with the French for a roundabout as one word."""
_ASCII_TOKEN = re.compile(r"[A-Za-z0-9]+(?:['`][A-Za-z0-9]+)*")
"""The same for text that is plain ASCII, where it takes half the time."""

UNMARKED = str.maketrans("çÇşŞğĞ", "cCsSgG")
"""Turkish letters as they are written without their marks: for words, which are compared, and
not for names, whose sound is."""

_ARABIC_START = re.compile(r"[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")

ARTICLES = frozenset(
    (
        "asch esch al el ul as es us ash esh ach ech ad ed ud az ez an en un ar er ur at et"
        " ut aj ej adh edh ath eth il l аль эль ал эл уль ас эс ус аш эш ад эд уд аз эз ан эн"
        " ун ар эр ур ат эт ут адь эдь еш ель"
    ).split()
)
"""The Arabic article as other scripts write it before its noun, assimilated forms included."""

# --- Arabic script -----------------------------------------------------------

_ARABIC = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ئ": "ي", "ی": "ي", "ې": "ي", "ؤ": "و"}
    | {"ة": "ه", "ۀ": "ه", "ہ": "ه", "ک": "ك", "گ": "ك", "پ": "ب", "چ": "ج", "ڤ": "ف", "ء": ""}
)


def is_arabic(token: str) -> bool:
    """Whether a token starts in the Arabic script."""
    return _ARABIC_START.match(token) is not None


_BARE_ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a]+")
_DRAWN_OUT = re.compile(r"([^\W\d])\1{2,}")
"""A letter that is drawn out for emphasis, as in "Sukkariiii"."""


@lru_cache(maxsize=1 << 16)
def arabic_letters(token: str) -> str:
    """An Arabic token without marks, tatweel and seats: ``الهُلّك`` → ``الهلك``."""
    if _BARE_ARABIC.fullmatch(token) and not _DRAWN_OUT.search(token):  # nearly every word
        return token.translate(_ARABIC)
    plain = unicodedata.normalize("NFKD", token).replace("ـ", "")
    plain = _DRAWN_OUT.sub(r"\1", plain)
    return "".join(c for c in plain if not unicodedata.combining(c) and c.isalnum()).translate(
        _ARABIC
    )


def arabic_readings(token: str) -> tuple[tuple[str, bool, int], ...]:
    """``(letters, had article, characters cut in front)`` for a token and each way to read
    its first letters as و ف ب ل ك or the article; the reading without a cut comes first."""
    letters = arabic_letters(token)
    found = [(letters, False, 0)]
    for cut in range(min(3, len(letters))):
        head, rest = letters[:cut], letters[cut:]
        if cut and not _is_proclitic(head):
            break
        if cut and len(rest) >= (5 if head[-1] == "ع" else 3):
            found.append((rest, False, cut))
        if rest.startswith("ال") and len(rest) >= 4:
            found.append((rest[2:], True, cut))
        if rest.startswith("لل") and len(rest) >= 4:
            found.append((rest[2:], True, cut + 1))
    return tuple((key, article, _original(token, cut)) for key, article, cut in found)


def everyday_forms(token: str) -> frozenset[str]:
    """The forms in which a token is compared with words of everyday language."""
    if is_arabic(token):
        return frozenset(letters for letters, _, _ in arabic_readings(token))
    return frozenset({latin_letters(token)})


def _is_proclitic(head: str) -> bool:
    """و ف ب ل ك, and ع, which stands for على in everyday writing."""
    return head[0] in "وفبلكع" if len(head) == 1 else head[0] in "وف" and head[1] in "بلكع"


def _original(token: str, letters: int) -> int:
    """How many characters of the token carry that many folded letters."""
    if not letters:
        return 0
    seen = 0
    for position, char in enumerate(token):
        if seen == letters and arabic_letters(char):
            return position
        seen += len(arabic_letters(char))
    return len(token)


_DOUBLE = re.compile(r"(.)\1+")
_ARABIC_COARSE = str.maketrans(
    {"ص": "س", "ث": "س", "ط": "ت", "ظ": "ض", "ذ": "ز", "د": "ض", "ق": "غ", "ك": "غ", "خ": "ح"}
    | dict.fromkeys("اويه", "")
)


def arabic_skeleton(letters: str) -> str:
    """The coarse consonants of folded Arabic letters: slips of the same sound or with a dot
    too few meet under one key; long vowels, which come and go, and final ه are left out."""
    return _DOUBLE.sub(r"\1", letters.translate(_ARABIC_COARSE))


# --- Latin and Cyrillic --------------------------------------------------------

_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "j", "з": "z", "и": "i",
    "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s",
    "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "tch", "ш": "sh", "щ": "sh",
    "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "yu", "я": "ya", "ё": "e", "і": "i", "ї": "i",
    "є": "e", "ґ": "g",
}  # fmt: skip
_CYRILLIC_START = re.compile("[\u0400-\u04ff]")
_RUSSIAN = snowballstemmer.stemmer("russian")


@lru_cache(maxsize=1 << 16)
def russian_forms(token: str) -> tuple[str, ...]:
    """What a Cyrillic token may share with its other cases: itself and its stem, folded."""
    if not _CYRILLIC_START.match(token):
        return ()
    word = token.casefold().replace("ё", "е")
    stem = _RUSSIAN.stemWord(word)
    return (word, stem) if len(stem) >= 3 else (word,)


_LETTERS = {
    "ş": "sh", "ș": "sh", "š": "sh", "ç": "tch", "č": "tch", "ğ": "gh", "ı": "i", "ž": "zh",
    "ḥ": "h", "ḫ": "kh", "ġ": "gh", "ḡ": "gh", "ṯ": "th", "ḏ": "dh", "ǧ": "j", "ß": "ss",
    "æ": "e", "ø": "o", "ł": "l", "đ": "d", "ð": "dh", "þ": "th",
}  # fmt: skip

_ROMAN = {"II": "2", "III": "3", "IV": "4", "V": "5"}

# Graphemes, longest first: each is one or more readings; one character is one sound.
# Sounds: b p t θ d ð k q g ġ j s z $(sh) h x(kh) r l m n f v w y a e i o u E(ay) O(aw)
_GRAPHEMES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("tsch", ("$", "j")), ("dsch", ("j",)), ("sz", ("$", "s")), ("tch", ("$", "j")),
    ("sch", ("$",)),
    ("aou", ("O",)), ("sh", ("$",)), ("ch", ("$", "x")), ("kh", ("x",)), ("gh", ("ġ",)),
    ("th", ("θ",)), ("dh", ("ð", "z")), ("ph", ("f",)), ("ck", ("k",)), ("dj", ("j",)),
    ("dg", ("j",)), ("zh", ("j",)), ("ts", ("s",)), ("tz", ("s",)), ("qu", ("k", "ku")),
    ("ou", ("u", "O")), ("oo", ("u",)), ("ee", ("i",)), ("aa", ("a",)), ("ii", ("i",)),
    ("uu", ("u",)), ("ei", ("E",)), ("ai", ("E",)), ("ey", ("E",)), ("ay", ("E",)),
    ("au", ("O",)), ("aw", ("O",)), ("ow", ("O", "u")), ("ie", ("i", "ie")),
    ("ce", ("se", "je")), ("ci", ("si", "ji")), ("c", ("k", "j")),
    ("ge", ("je", "ge")), ("gi", ("ji", "gi")), ("g", ("g", "q")), ("j", ("j", "x", "y")),
    ("x", ("x", "ks")), ("q", ("q",)), ("z", ("z",)), ("w", ("w",)), ("v", ("v", "w")),
)  # fmt: skip
_SOUNDS = dict(_GRAPHEMES)
_GRAPHEME = re.compile("|".join([*_SOUNDS, "."]), re.DOTALL)
_COARSE = str.maketrans(
    {"p": "b", "θ": "t", "ð": "d", "q": "k", "ġ": "g", "x": "h"} | dict.fromkeys("aeiouywvEO", "")
)
_NISBA = re.compile(r"(?<=[^aeiouyEO])[iy]+[ae]h?$")  # -ieh, -iyeh, -ia, -iyah: one ending
_LIMIT = 24


@lru_cache(maxsize=1 << 16)
def latin_letters(token: str) -> str:
    """A Latin or Cyrillic token in plain lower-case Latin letters and digits; a Roman
    number above one in capitals is its digit, so that a part III is not a part I."""
    if token in _ROMAN:
        return _ROMAN[token]
    lowered = unicodedata.normalize("NFKC", token).casefold().replace("i\u0307", "i")
    spelt = "".join(map(_spell, lowered)).casefold()
    return "".join(
        c for c in spelt if c.isalnum() and not unicodedata.combining(c) and c not in APOSTROPHES
    )


def _spell(char: str) -> str:
    """A letter in plain letters: as the tables say, or else as they say of it without marks."""
    for table in (_CYRILLIC, _LETTERS):
        if char in table:
            return table[char]
    parts = [c for c in unicodedata.normalize("NFKD", char) if not unicodedata.combining(c)]
    return char if parts == [char] else "".join(map(_spell, parts))


_IN_LANGUAGE: dict[str, dict[str, tuple[str, ...]]] = {
    "es": {"j": ("x",), "ch": ("$",), "c": ("k",)},
    "de": {"j": ("y",), "ch": ("x", "$"), "c": ("k",), "w": ("w",), "v": ("f",)},
    "fr": {"j": ("j",), "ch": ("$",), "c": ("k",)},
    "tr": {"j": ("j",), "ch": ("$",), "c": ("j",), "ci": ("ji",), "ce": ("je",)},
    "ku": {"j": ("j",), "ch": ("$",), "c": ("j",), "x": ("x",)},
}
_PLAIN = {"j": ("j",), "c": ("k",), "x": ("ks",), "z": ("z",), "g": ("g",), "v": ("v",)}
"""What a letter is in a name whose language is known; a text may be in any language."""


@lru_cache(maxsize=1 << 16)
def readings(token: str, lang: str | None = None) -> tuple[str, ...]:
    """The ways a Latin or Cyrillic token can sound, the plainest first (at most 24).

    With a language only the ways of that language; without, those of all.
    """
    letters = latin_letters(token)
    if not lang and re.match("y[aeiou]", letters):  # Spanish writes the sound of j with y
        return tuple(dict.fromkeys((*readings(letters, "en"), *readings("j" + letters[1:], "en"))))
    known = _PLAIN | _IN_LANGUAGE.get(lang, {}) if lang else {}
    parts = [
        known.get(grapheme) or _SOUNDS.get(grapheme) or (grapheme,)
        for grapheme in _GRAPHEME.findall(letters)
    ]
    while _count(parts) > _LIMIT:
        widest = max(range(len(parts)), key=lambda i: len(parts[i]))
        parts[widest] = parts[widest][:1]
    ways = (_DOUBLE.sub(r"\1", "".join(choice)) for choice in product(*parts))
    return tuple(dict.fromkeys(_NISBA.sub("iya", way) for way in ways))


def _count(parts: list[tuple[str, ...]]) -> int:
    total = 1
    for part in parts:
        total *= len(part)
    return total


def skeleton(reading: str) -> str:
    """The coarse consonants of a reading; a final h is no consonant (-eh, -ah)."""
    if reading.endswith("h"):
        reading = reading[:-1]
    return reading.translate(_COARSE)


def joined_article(letters: str) -> str | None:
    """Plain letters without an article written joined and assimilated, or None.

    ``addawla`` → ``dawla``, ``essukkari`` → ``sukkari``, ``alhamra`` → ``hamra``. The
    doubled sun letter shows that it was an article, so ``ansari`` stays whole.
    """
    match = re.match(
        r"[aeiu](?:l(?=[^l].{2})|(sh|th|dh)(?=\1)|d(?=d.{2})|([sznrtj])(?=\2.{3}))(.+)", letters
    )
    return match[3] if match else None


_FREE, _NEVER = 0.0, 9.0
_PAIR_COSTS = {
    frozenset(pair): cost
    for pair, cost in {
        "ei": 0.1, "iy": 0.05, "ey": 0.15, "ou": 0.1, "uw": 0.05, "ow": 0.15, "vw": 0.05,
        "uv": 0.15, "ae": 0.15, "ai": 0.3, "ao": 0.3, "au": 0.45, "eo": 0.5, "eu": 0.5,
        "io": 0.6, "iu": 0.5, "ay": 0.35, "aw": 0.4, "bp": 0.1, "tθ": 0.1, "dð": 0.1,
        "kq": 0.02, "gġ": 0.1, "hx": 0.15, "gq": 0.2,
        "صس": 0.2, "ثس": 0.3, "طت": 0.25, "ظض": 0.15, "ذز": 0.25, "دض": 0.3, "قغ": 0.25, "قك": 0.3,
        "دظ": 0.3, "كغ": 0.3, "حخ": 0.3, "اي": 0.35, "او": 0.35, "وي": 0.35, "اه": 0.15, "يه": 0.3,
        "Ee": 0.1, "Ei": 0.12, "Ey": 0.1, "Ea": 0.25, "Oo": 0.1, "Ou": 0.12, "Ow": 0.1, "Oa": 0.25,
    }.items()
}  # fmt: skip
_GAP_COSTS = (
    dict.fromkeys("aeiouEO", 0.3)
    | {"y": 0.2, "w": 0.25, "v": 0.6, "h": 0.35}
    | {"ا": 0.25, "و": 0.3, "ي": 0.3, "ه": 0.35}
)


@lru_cache(maxsize=1 << 15)
def distance(one: str, other: str) -> float:
    """How implausible it is that two readings spell one word: 0 the same, above 1 hardly.

    An alignment in which like vowels and like consonants are nearly free, short
    vowels may come and go, and any other consonant change is forbidden.
    """
    if one == other:
        return _FREE
    above = [_FREE]
    for i, char in enumerate(other):
        above.append(above[-1] + _gap(other, i, char))
    for i, char in enumerate(one):
        row = [above[0] + _gap(one, i, char)]
        for j, against in enumerate(other):
            change = _FREE if char == against else _PAIR_COSTS.get(frozenset((char, against)), 9.0)
            row.append(
                min(
                    above[j] + change,
                    above[j + 1] + _gap(one, i, char),
                    row[j] + _gap(other, j, against),
                )
            )
        above = row
    return above[-1]


def _gap(word: str, position: int, char: str) -> float:
    """The cost of a sound that the other spelling leaves out; cheap at the very end."""
    if char not in _GAP_COSTS:
        return _NEVER
    rest = word[position + 1 :]
    if not rest or rest == "h":
        return 0.05 if char == "h" else 0.12 if char < "ء" else 0.2
    return _GAP_COSTS[char]


def limit(consonants: int) -> float:
    """The largest distance at which a word of so many consonants is still recognised."""
    return (0.0, 0.0, 0.13, 0.45, 0.65, 0.8)[min(consonants, 5)]


# --- whole names ---------------------------------------------------------------


def token_pattern(text: str) -> re.Pattern[str]:
    """What the tokens of this text are found by."""
    if "ond-" in text:
        return _COMPOUND
    return _ASCII_TOKEN if text.isascii() else TOKEN


def tokens(text: str) -> list[str]:
    """The tokens of a text, as written."""
    return token_pattern(text).findall(text)


@lru_cache(maxsize=1 << 15)
def fold_name(text: str) -> str:
    """A whole name folded: no case, marks, articles, hyphens, doubling or -a/-ah/-eh endings.

    Two names with one folded form are the same words for a reader; folding twice
    changes nothing.
    """
    folded = []
    for token in tokens(text):
        if is_arabic(token):
            letters = arabic_letters(token)
            folded.append(letters[2:] if letters.startswith("ال") and len(letters) > 4 else letters)
            continue
        plain = _DOUBLE.sub(r"\1", latin_letters(token))
        plain = _DOUBLE.sub(r"\1", re.sub(r"(?<=[a-z]{2})[ae]h?$", "a", plain))
        if plain and plain not in ARTICLES:
            folded.append(plain)
    return " ".join(folded)
