"""Figures of a sentence: how many were killed, injured, displaced, and other counts.

``find_figures`` reads numbers in figures of any script and in words of English, Arabic, French,
German, Spanish, Turkish and Russian. A number counts only where the grammar of the sentence says
so: a verb or noun of harm governs it, or what it counts is such a noun. Ages, dates, years and
names with numbers count nothing. "Dozens" is no figure. Nothing is guessed, nothing is averaged.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from aleppomap.figures.attach import Binder, Finding
from aleppomap.figures.counts import Count, Reader
from aleppomap.figures.lexicon import LANGUAGES, NOTHING, Lexicon, fold, lexicon_of
from aleppomap.figures.pieces import Piece, find_pieces
from aleppomap.language import guess_language
from aleppomap.model import Figure, Harm

__all__ = ["FoundFigure", "find_figures", "harm_of", "other_figures"]

_UNITS = {"area": "km2", "strikes": "strikes", "buildings": "buildings", "families": "families"}
_OF_HARM = frozenset(["killed", "injured", "displaced"])
_LONGEST = 6_000  # a longer stretch without a full stop is no sentence; keeps the cost bounded
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFigure:
    """A figure in ``text[start:end]`` (code points): what is counted, how many, in which unit.

    Exact: ``low`` equals ``high``; "at least": ``high`` is None; "up to": ``low`` is None. Both
    are None where only a part is counted ("dozens killed, including 4 children").
    ``background`` marks a total over time ("since 2011", a toll that has risen); ``more`` one
    that adds to the figure before it ("five in Sukkari and seven in Fardous").
    """

    start: int
    end: int
    what: str
    low: float | None
    high: float | None
    unit: str = "people"
    women: int | None = None
    children: int | None = None
    background: bool = False
    more: bool = False


def find_figures(
    text: str, start: int, end: int, language: str | None = None
) -> tuple[FoundFigure, ...]:
    """The figures in the sentence ``text[start:end]``, in its order.

    ``language`` is an ISO 639-1 code; a sentence in another script is read as what it is.
    """
    start, end = max(0, start), min(len(text), end, max(0, start) + _LONGEST)
    if start >= end:
        return ()
    low = fold(text[start:end])
    lexicon = _lexicon(low, language)
    if lexicon is None or not lexicon.may_count(low):
        return ()
    pieces = find_pieces(text, start, end, lexicon)
    counts = Reader(pieces, lexicon).find()
    if not counts:
        return ()
    findings = Binder(pieces, counts, lexicon).find()
    found = (_figure(finding, pieces) for finding in findings)
    return _without_repeats([figure for figure in found if figure is not None])


def _lexicon(low: str, language: str | None) -> Lexicon | None:
    if low.isascii():
        arabic = cyrillic = 0
    else:
        arabic = sum("\u0600" <= c <= "\u06ff" for c in low)
        cyrillic = sum("\u0400" <= c <= "\u04ff" for c in low)
    if arabic * 3 > len(low):
        return lexicon_of("ar")
    if cyrillic * 3 > len(low):
        return lexicon_of("ru")
    if language in LANGUAGES and language not in ("ar", "ru"):
        return lexicon_of(language)
    if language in (None, "ar", "ru"):
        guessed = guess_language(low)
        return lexicon_of(guessed) if guessed in LANGUAGES else _likeliest(low)
    return None


def _likeliest(low: str) -> Lexicon:
    """The tables that know most words of a short sentence in Latin script; English first."""
    words = _WORD.findall(low)
    candidates = [lexicon_of(language) for language in ("en", "fr", "de", "es", "tr")]
    return max(candidates, key=lambda known: sum(known.read(w) is not NOTHING for w in words))


def _figure(finding: Finding, pieces: Sequence[Piece]) -> FoundFigure | None:
    counts = finding.counts or finding.groups
    low, high = _sum(finding.counts)
    if finding.counts and low is None and high is None:
        return None
    women, children = _groups(finding)
    if not finding.counts and women is None and children is None:
        return None
    what, _, unit = finding.what.partition(":")
    return FoundFigure(
        start=pieces[counts[0].first].start,
        end=pieces[counts[-1].last].end,
        what=what,
        low=low,
        high=high,
        unit=unit or _UNITS.get(what, "people"),
        women=women,
        children=children,
        background=_is_background(counts, pieces),
        more=finding.more,
    )


def _sum(counts: Sequence[Count]) -> tuple[float | None, float | None]:
    if not counts:
        return None, None
    lows = [count.low for count in counts]
    highs = [count.high for count in counts]
    low = sum(n for n in lows if n is not None) if all(n is not None for n in lows) else None
    high = sum(n for n in highs if n is not None) if all(n is not None for n in highs) else None
    return low, high


def _groups(finding: Finding) -> tuple[int | None, int | None]:
    """Women and children among the counted; the groups first, else the counts themselves."""
    named = finding.groups or [c for c in finding.counts if not c.mixed]
    totals: dict[str, int] = {}
    for count in named:
        value = count.low if count.low is not None else count.high
        if count.noun in ("woman", "child") and value is not None and not count.mixed:
            totals[count.noun] = totals.get(count.noun, 0) + int(value)
    return totals.get("woman"), totals.get("child")


def _is_background(counts: Sequence[Count], pieces: Sequence[Piece]) -> bool:
    first, last = counts[0].first, counts[-1].last
    for index in range(first - 1, max(-1, first - 14), -1):
        if pieces[index].labels & {"since", "total"}:
            return True
        if pieces[index].sign and pieces[index].word in ".,،;":
            break
    for index in range(last + 1, min(len(pieces), last + 12)):
        if "since" in pieces[index].labels:
            return True
        number = pieces[index].number
        if pieces[index].word in (".", ",", "،", ";") or (number and not 1900 < number < 2100):
            break
    return False


def _without_repeats(found: list[FoundFigure]) -> tuple[FoundFigure, ...]:
    kept: list[FoundFigure] = []
    for figure in found:
        twin = (figure.what, figure.low, figure.high, figure.unit)
        if figure.more or twin not in [(k.what, k.low, k.high, k.unit) for k in kept]:
            kept.append(figure)
    return tuple(kept)


def harm_of(figures: Sequence[FoundFigure]) -> Harm:
    """Killed, injured and displaced as the figures of one report say.

    A background total counts only where there is no other; figures that add to the one before
    are summed; of several otherwise the largest is the total and the rest are parts of it.
    """
    killed = _total(figures, "killed")
    injured = _total(figures, "injured")
    displaced = _total(figures, "displaced")
    women, children = (
        max((getattr(f, part) for f in killed[2] if getattr(f, part) is not None), default=None)
        for part in ("women", "children")
    )
    return Harm(
        killed_low=killed[0],
        killed_high=killed[1],
        killed_women=women,
        killed_children=children,
        injured_low=injured[0],
        injured_high=injured[1],
        displaced_low=displaced[0],
        displaced_high=displaced[1],
    )


def _total(
    figures: Sequence[FoundFigure], what: str
) -> tuple[int | None, int | None, list[FoundFigure]]:
    mine = [figure for figure in figures if figure.what == what]
    mine = [figure for figure in mine if not figure.background] or mine
    sums: list[tuple[float | None, float | None]] = []
    for figure in mine:
        if figure.low is None and figure.high is None:
            continue
        if figure.more and sums:
            low, high = sums[-1]
            sums[-1] = _plus(low, figure.low), _plus(high, figure.high)
        else:
            sums.append((figure.low, figure.high))
    if not sums:
        return None, None, mine
    low, high = max(sums, key=lambda pair: max(pair[0] or 0, pair[1] or 0))
    return _whole(low), _whole(high), mine


def _plus(first: float | None, second: float | None) -> float | None:
    return None if first is None or second is None else first + second


def _whole(number: float | None) -> int | None:
    return None if number is None else int(number)


def other_figures(figures: Sequence[FoundFigure]) -> tuple[Figure, ...]:
    """The figures that are no harm to people: area, buildings, strikes, families and others."""
    return tuple(
        Figure(what=f.what, low=f.low, high=f.high, unit=f.unit)
        for f in figures
        if f.what not in _OF_HARM
    )
