"""What a report says happened: one kind for a sentence, from trigger words of its language.

The first trigger of the main clause decides, for reports lead with their event; four kinds
go before: a hospital that is hit, an old building that is damaged, poison, and displacement,
whatever weapon is named beside them. Words of speech decide nothing where an event is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from aleppomap import kind_words
from aleppomap.cues import folded
from aleppomap.fold import TOKEN, is_arabic
from aleppomap.model import Kind

_SPEECH = frozenset({Kind.STATEMENT, Kind.OTHER})
_FRAME = re.compile(r"[^,،.]{0,60}\b(?:said|says|according to|told)\b")


class _Stems:
    """Words and stems, looked up by their longest beginning."""

    def __init__(self, tables: Mapping[Kind, str] | Mapping[None, str]) -> None:
        self._whole: dict[str, Kind | None] = {}
        self._begins: dict[str, Kind | None] = {}
        self._first: set[str] = set()
        self._known: dict[str, tuple[Kind | None] | None] = {}
        for kind, words in tables.items():
            for entry in words.split():
                known = self._begins if entry.endswith("*") else self._whole
                parts = entry.removesuffix("*").split("_")
                forms = [_form(part) for part in parts]
                known.setdefault("_".join(forms), kind)
                if len(forms) > 1:
                    self._first.add(forms[0])

    def kind_of(self, words: list[str], at: int) -> tuple[Kind | None, int] | None:
        """The kind of the trigger that starts at a word, and how many words it takes."""
        word = words[at]
        if word in self._first:
            for length in (3, 2):
                found = self._look_up("_".join(words[at : at + length]), word)
                if at + length <= len(words) and found is not None:
                    return found[0], length
        if word not in self._known:
            if len(self._known) > 200_000:
                self._known.clear()
            self._known[word] = self._look_up(word, "")
        one = self._known[word]
        return None if one is None else (one[0], 1)

    def _look_up(self, joined: str, first: str) -> tuple[Kind | None] | None:
        """The kind of joined words, by the longest beginning that reaches past the first."""
        if joined in self._whole:
            return (self._whole[joined],)
        least = max(2, len(joined) - 12, len(first) + 1 if first else 0)
        for end in range(len(joined), least, -1):
            if joined[:end] in self._begins:
                return (self._begins[joined[:end]],)
        return None

    def stands_in(self, words: list[str]) -> int | None:
        """The number of the first word that is a trigger."""
        return next((n for n in range(len(words)) if self.kind_of(words, n)), None)


def _form(word: str) -> str:
    return _bare(folded(word)) if is_arabic(word) else folded(word)


@lru_cache(maxsize=1 << 16)
def _bare(letters: str) -> str:
    """Arabic letters without the small words and the article written onto them."""
    match = re.match(r"[وف]?[بلك]?ال(?=.{3})|[وف]?لل(?=.{3})", letters)
    return letters[match.end() :] if match else letters


_TRIGGERS = _Stems(kind_words.TRIGGERS)
_FACILITIES = _Stems({None: kind_words.FACILITIES})
_HIT = _Stems({None: kind_words.HIT})
_HERITAGE = _Stems({None: kind_words.HERITAGE})
_HARMED = _Stems({None: kind_words.HARMED})
_PROCLITICS = "وفبلك"


def _words(text: str) -> list[str]:
    return [_form(token) for token in TOKEN.findall(text)]


def kind_of(words: str, context: str = "", language: str | None = None) -> Kind:
    """The kind of a report by its sentence or clause; ``context`` (what stands around it)
    decides only where the sentence has no trigger of its own. ``language`` is not needed:
    every trigger belongs to one language's spelling. Never raises.
    """
    del language
    own = _kind(_words(words))
    if own is not None:
        return own
    around = _kind(_words(context), weak=True) if context else None
    return around or Kind.OTHER


def trigger_of(words: str) -> Kind | None:
    """The kind that a sentence tells by itself; None where it has no word for any event."""
    return _kind(_words(words))


def _kind(words: list[str], *, weak: bool = False) -> Kind | None:
    found = list(_find(words))
    kinds = [kind for kind, _, _ in found]
    if Kind.CHEMICAL in kinds:
        return Kind.CHEMICAL
    if not weak and (special := _hit(words)):
        return special
    told = [trigger for trigger in found if trigger[0] not in _SPEECH]
    for faint in (_WEAKER, _WEAK):  # "took part" is weak, "took control" is not
        told = [t for t in told if t[2] > 1 or words[t[1]] not in faint] or told
    events = [(kind, at) for kind, at, _ in told]
    if not events:
        return kinds[0] if kinds else None
    if kinds[0] is Kind.STATEMENT and (weak or len(events) == 0):
        return Kind.STATEMENT
    first = events[0][0]
    named = {kind for kind, _ in events}
    if first is Kind.GROUND_FIGHTING and Kind.CONTROL_CHANGE in named and not _repelled(words):
        return Kind.CONTROL_CHANGE
    # "bombardment by aircraft", "warplanes attacked": the weapon tells which attack it was
    from_the_air = first in (Kind.SHELLING, Kind.GROUND_FIGHTING) and Kind.AIR_STRIKE in named
    if from_the_air and abs(_place(events, Kind.AIR_STRIKE) - events[0][1]) <= 4:
        return Kind.AIR_STRIKE
    if first is Kind.SIEGE_AID and Kind.DISPLACEMENT in named and events[0][1] > 8:
        return Kind.DISPLACEMENT
    if kinds[0] is Kind.STATEMENT and found[0][1] <= 6:
        return Kind.STATEMENT
    return first


_REPELLED = frozenset(
    "repelled repulsed repel failed foiled thwarted تصدت تصدي احبط احبطت صد".split()
)


def _repelled(words: list[str]) -> bool:
    return not _REPELLED.isdisjoint(words)


def _place(events: list[tuple[Kind, int]], kind: Kind) -> int:
    return next(at for known, at in events if known is kind)


def _find(words: list[str]) -> Iterable[tuple[Kind, int, int]]:
    """The triggers in order, those that are denied left out."""
    at = 0
    while at < len(words):
        hit = _TRIGGERS.kind_of(words, at) or _without_proclitic(words, at)
        if hit is None:
            at += 1
            continue
        kind, length = hit
        denied = any(word in kind_words.NEGATED for word in words[max(0, at - 2) : at])
        if kind is not None and not denied:
            yield kind, at, length
        at += length


def _without_proclitic(words: list[str], at: int) -> tuple[Kind | None, int] | None:
    word = words[at]
    if len(word) >= 4 and word[0] in _PROCLITICS:
        return _TRIGGERS.kind_of([*words[:at], word[1:], *words[at + 1 : at + 3]], at)
    return None


def _hit(words: list[str]) -> Kind | None:
    """A hospital that is hit, or an old building that is damaged."""
    plain = [w[1:] if len(w) >= 5 and w[0] in _PROCLITICS and is_arabic(w) else w for w in words]
    for forms in (words, plain):
        facility = _FACILITIES.stands_in(forms)
        is_hit = facility is not None and _near(_HIT, words, plain, facility, 7)
        if is_hit and facility is not None and not _brought_to(forms, facility):
            return Kind.MEDICAL_FACILITY_HIT
        building = _HERITAGE.stands_in(forms)
        if building is not None and _near(_HARMED, words, plain, building, 9):
            return Kind.HERITAGE_DAMAGE
    return None


def _near(stems: _Stems, words: list[str], plain: list[str], at: int, most: int) -> bool:
    low, high = max(0, at - most), at + most
    return any(
        stems.kind_of(forms, n)
        for forms in (words, plain)
        for n in range(low, min(high, len(forms)))
        if n != at
    )


_BROUGHT = frozenset("to into الي لي vers nach hacia в".split())
_WEAKER = frozenset(
    "fell took reached entered held raised taken دخول دخل دخلت وصول تسليم خروج انتشار انتشر pris aldi"
    " tomo tomaron взял взяли".split()
)
"""Words that tell of control only where nothing at all does."""
_WEAK = frozenset(
    "school schools market markets water electricity traders shops pupils students prices bread snow"
    " traffic internet buses lorries truck trucks corridor corridors food supplies aid towers"
    " مدرسه مدارس مياه كهرباء سوق اسواق فرن افران خبز طلاب تلاميذ تجار محال حافلات حافله باصات توزيع"
    " وقود معرض ecole ecoles marche eau electricite commerce schule schulen markt wasser strom busse"
    " escuela escuelas mercado agua electricidad okul okullar pazar elektrik школа школы рынок вода"
    " воды автобусы автобус".split()
)
"""Words that name the scene of many kinds: they decide only where nothing else does."""
_NEAR = frozenset("near close qrb قرب محيط جوار بجوار pres nahe cerca yakin около возле".split())


def _brought_to(words: list[str], facility: int) -> bool:
    """Whether people are only brought to the hospital, or something else near it is hit."""
    before = words[max(0, facility - 3) : facility]
    return any(word in _BROUGHT or word in _NEAR for word in before)
