"""Cuts a sentence into pieces (words, numbers, signs) and looks each one up."""

from __future__ import annotations

import re
from typing import NamedTuple

from aleppomap.figures.lexicon import NOTHING, Lexicon, Reading

_MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f"
_KM = r"(?<![^\W\d_])(?:km|км|كم|كلم)\s?[2²٢](?!\w)"
_PIECE = re.compile(
    rf"(?P<word>(?!{_KM})[^\W\d_](?:[^\W\d_]|[{_MARKS}])*(?:['’][st]\b)?)"
    r"|(?P<skip>\d{1,4}([-/.\\])\d{1,2}\3\d{1,4}|\d{1,2}:\d{2}|\d+(?:[.,٫]\d+)?\s?[%٪])"
    rf"|(?P<km>{_KM})"
    r"|(?P<number>\d{1,3}(?:[.,٬،'’\u00a0\u202f ]\d{3})+(?![.,٫]?\d)|\d+(?:[.,٫]\d+)?)"
    r"|(?P<sign>[^\w\s'’ʼ‘\"“”«»„…_])"
)
_SEPARATOR = re.compile(r"[.,٬،'’\u00a0\u202f ]")
_ORDINAL = frozenset("st nd rd th er e º ª eme".split())
_SCALES = {"k": 1000, "m": 1_000_000}


_NO_LABELS: frozenset[str] = frozenset()


class Piece(NamedTuple):
    """One word, number or sign; ``start`` and ``end`` are code points of the whole text.

    ``number`` is what it says as a number and ``digits`` whether it is written in figures;
    ``times`` marks a multiplier. ``labels`` are those of the lexicon.
    """

    start: int
    end: int
    word: str
    labels: frozenset[str] = _NO_LABELS
    number: float | None = None
    times: bool = False
    digits: bool = False
    sign: bool = False
    grouped: bool = False


def find_pieces(text: str, start: int, end: int, lexicon: Lexicon) -> list[Piece]:
    """The pieces of ``text[start:end]`` in order; phrases of the lexicon are one piece."""
    raw: list[Piece] = []
    for match in _PIECE.finditer(text, start, end):
        begin, stop = match.span()
        sort = match.lastgroup
        if sort == "word":
            word = lexicon.folded(match[0])
            reading = lexicon.read(word)
            if not word or reading is NOTHING:
                raw.append(Piece(begin, stop, word))
            else:
                raw.extend(_read(begin, stop, word, reading))
        elif sort == "sign":
            raw.append(Piece(begin, stop, match[0], sign=True))
        elif sort == "number":
            raw.append(_digits(match, begin, stop))
        elif sort == "km":
            raw.append(Piece(begin, stop, "km2", frozenset(["area"])))
        else:
            raw.append(Piece(begin, stop, "", frozenset(["thing"])))
    return _join_phrases(raw, lexicon)


def _read(begin: int, end: int, word: str, reading: Reading) -> list[Piece]:
    """The pieces of a word that the lexicon knows: itself, and the "and" joined to it."""
    pieces = []
    if reading.joined:
        pieces.append(Piece(begin, begin + 1, word[0], frozenset(["and"])))
        begin, word = begin + 1, word[1:]
    labels = reading.labels
    if reading.definite:
        # "الشهيد", "القتلى": the noun is known already; it counts nobody by itself.
        labels = frozenset(n for n in labels if not n.endswith(("#1", "#2"))) | {"definite"}
        word = word if word.startswith("ال") else word[word.find("ل") :]
    if reading.prefixed:
        labels |= {"prefixed"}
    pieces.append(Piece(begin, end, word, labels, reading.number, reading.times))
    return pieces


def _digits(match: re.Match[str], begin: int, end: int) -> Piece:
    surface = match[0]
    grouped = len(_SEPARATOR.split(surface)[-1]) == 3 and _SEPARATOR.search(surface) is not None
    plain = _SEPARATOR.sub("", surface) if grouped else re.sub("[,٫]", ".", surface)
    number = float(plain)
    text = match.string
    after = text[end : end + 5]
    tail = re.match(r"[^\W\d_]+", after)
    before = text[begin - 1 : begin]
    if number > 1e9 or (before.isalpha() and before < "\u0600") or before in ("#", "№", "/"):
        return Piece(begin, end, "", frozenset(["thing"]))
    if tail and tail[0].lower() not in _SCALES and tail[0] < "\u0600":
        return Piece(begin, end, "", frozenset(["thing"]))  # 82nd, 4x4, 12th
    if tail and tail[0].lower() in _SCALES and len(tail[0]) == 1:
        number *= _SCALES[tail[0].lower()]
    return Piece(begin, end, plain, number=number, digits=True, grouped=grouped)


def _join_phrases(raw: list[Piece], lexicon: Lexicon) -> list[Piece]:
    found: list[Piece] = []
    phrases = lexicon.phrases
    index = 0
    while index < len(raw):
        piece = raw[index]
        word = piece.word
        if word not in phrases and not (word[:2] == "ال" and word[2:] in phrases):
            found.append(piece)
            index += 1
            continue
        size, labels = _phrase_at(raw, index, lexicon)
        if size > 1:
            last = raw[index + size - 1]
            words = "_".join(part.word for part in raw[index : index + size])
            found.append(Piece(piece.start, last.end, words, labels))
        else:
            size = 1
            found.append(piece)
        index += size
    return found


def _phrase_at(raw: list[Piece], index: int, lexicon: Lexicon) -> tuple[int, frozenset[str]]:
    word = raw[index].word
    best, labels = 0, frozenset[str]()
    heads = (word, word[2:]) if word.startswith("ال") else (word,)
    for head in heads:
        for parts, carried in lexicon.phrases.get(head, ()):
            if best and len(parts) < best:
                break
            if len(parts) <= len(raw) - index and _matches(raw, index, parts):
                best, labels = len(parts), labels | carried
    return best, labels


def _matches(raw: list[Piece], index: int, parts: tuple[str, ...]) -> bool:
    for offset, part in enumerate(parts[1:], 1):
        word = raw[index + offset].word
        if part.endswith("*"):
            if not word.startswith(part[:-1]):
                return False
        elif word != part and not (word[:2] == "ال" and word[2:] == part):
            return False
    return True
