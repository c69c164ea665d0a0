"""What a report says happened: one kind for a sentence, from trigger words of its language.

Each trigger weighs: early words of the main clause most, for reports lead with their event;
words of a clause of circumstances ("after clashes"), of the scene (a school, a market) and of
speech little. Three kinds go before whatever weapon is named beside them: poison, a hospital
that is hit, an old building that is damaged.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from aleppomap import kind_words
from aleppomap.cues import folded
from aleppomap.fold import TOKEN, is_arabic
from aleppomap.model import Kind


class _Stems:
    """Words and stems, looked up by their longest beginning."""

    def __init__(self, tables: Mapping[Kind | None, str]) -> None:
        self._whole: dict[str, Kind | None] = {}
        self._begins: dict[str, Kind | None] = {}
        self._first: set[str] = set()
        self._roots: dict[str, Kind | None] = {}
        self._known: dict[str, tuple[Kind | None] | None] = {}
        torn: set[str] = set()
        for kind, words in tables.items():
            for entry in words.split():
                known = self._begins if entry.endswith("*") else self._whole
                parts = entry.removesuffix("*").split("_")
                forms = [_form(part) for part in parts]
                known.setdefault("_".join(forms), kind)
                if len(forms) > 1:
                    self._first.add(forms[0])
                elif is_arabic(forms[0]):
                    for root in _roots(forms[0], kept=("", "ي")):
                        if self._roots.setdefault(root, kind) is not kind:
                            torn.add(root)
        for root in torn:
            del self._roots[root]

    def kind_of(self, words: list[str], at: int) -> tuple[Kind | None, int] | None:
        """The kind of the trigger that starts at a word, and how many words it takes."""
        word = words[at]
        if word in self._first:
            for length in (3, 2):
                if at + length > len(words):
                    continue
                found = self._look_up("_".join(words[at : at + length]), word)
                if found is not None:
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
        if not first and is_arabic(joined):
            return next(((self._roots[r],) for r in _roots(joined) if r in self._roots), None)
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


_SUFFIXES = ("", "وا", "ون", "ين", "تا", "ت", "ه", "ها", "هم", "نا")


def _roots(word: str, kept: tuple[str, ...] = ("", "سي", "ست", "ي", "ت")) -> list[str]:
    """What an Arabic verb or its noun may be without person, number and pattern: يحررون and
    تحرير both give حرر; the least changed first. Three letters are left only of a verb in the
    imperfect and of the second pattern, for too many nouns are alike."""
    found: list[str] = []
    for suffix in _SUFFIXES:
        stem = word.removesuffix(suffix)
        if suffix and stem == word:
            continue
        for prefix in kept:
            body = stem.removeprefix(prefix)
            if prefix and body == stem:
                continue
            least = 3 if prefix in ("ي", "سي") else 4
            if len(body) >= least:
                found.append(body)
            if body.startswith("ا") and len(body) > least:
                found.append(body[1:])
                if len(body) >= 6 and body[-2] == "ا":
                    found.append(body[1:-2] + body[-1])
            elif not prefix and len(body) == 5 and body[0] == "ت" and body[-2] == "ي":
                found.append(body[1:-2] + body[-1])
    return list(dict.fromkeys(found))


_TRIGGERS = _Stems(kind_words.TRIGGERS)
_FACILITIES = _Stems({None: kind_words.FACILITIES})
_HIT = _Stems({None: kind_words.HIT})
_HERITAGE = _Stems({None: kind_words.HERITAGE})
_HARMED = _Stems({None: kind_words.HARMED})
_HARM = _Stems({None: kind_words.HARM})
_PROCLITICS = "وفبلك"


_PIECE = re.compile(rf"{TOKEN.pattern}|[,;:،؛]")


def _words(text: str) -> list[str]:
    """The folded words of a text, and the marks that part its clauses."""
    return [piece if piece in _ENDS else _form(piece) for piece in _PIECE.findall(text)]


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


@lru_cache(maxsize=1 << 10)
def trigger_of(words: str) -> Kind | None:
    """The kind that a sentence tells by itself; None where it has no word for any event."""
    return _kind(_words(words))


def tells_an_event(words: str) -> bool:
    """Whether a sentence tells an event in so many words: not only a scene, and no mere words."""
    found = _find(_words(words))
    return any(t.kind not in _TOLD_BY_MANY and t.weight >= _CLEAR for t in found)


def tells_of_harm(words: str) -> bool:
    """Whether a sentence speaks of people who were killed or hurt."""
    return _HARM.stands_in(_words(words)) is not None


_TOLD_BY_MANY = frozenset({Kind.STATEMENT, Kind.OTHER, Kind.DAILY_LIFE})
_CLEAR = 0.55


def _kind(words: list[str], *, weak: bool = False) -> Kind | None:
    found = list(_find(words))
    kinds = [trigger.kind for trigger in found]
    if Kind.CHEMICAL in kinds:
        return Kind.CHEMICAL
    if not weak and (special := _hit(words)):
        return special
    if not found:
        return None
    first = found[0]
    says = first.kind is Kind.STATEMENT and words[first.at] not in kind_words.MIDDLING
    if says and (weak or first.at <= 6):
        return Kind.STATEMENT
    weights: dict[Kind, list[float]] = {}
    for trigger in found:
        weights.setdefault(trigger.kind, []).append(trigger.weight)
    # what is said twice counts more, but less than twice as much
    sums = {kind: max(each) + 0.35 * (sum(each) - max(each)) for kind, each in weights.items()}
    if Kind.CONTROL_CHANGE in sums and _repelled(words):
        sums[Kind.CONTROL_CHANGE] *= 0.3
    if Kind.DAILY_LIFE in sums and (_HARM.stands_in(words) is not None or _VIOLENT & sums.keys()):
        sums[Kind.DAILY_LIFE] *= 0.4  # the market or the school is only where it happened
    likeliest = max(sums, key=lambda kind: sums[kind])
    if likeliest in (Kind.DAILY_LIFE, Kind.OTHER) and not _STRUCK.isdisjoint(words):
        return Kind.SHELLING  # "a school was hit": by what is not said
    return likeliest


_STRUCK = frozenset("hit targeted getroffen touchee touches vuruldu alcanzada alcanzado".split())
"""What is done to a place by fire whose weapon nobody names."""
_VIOLENT = frozenset(
    {
        Kind.AIR_STRIKE,
        Kind.SHELLING,
        Kind.BOMBING,
        Kind.KILLING_ABUSE,
        Kind.GROUND_FIGHTING,
    }
)
_REPELLED = frozenset(
    "repelled repulsed repel failed foiled thwarted تصدت تصدي احبط احبطت صد".split()
)


def _repelled(words: list[str]) -> bool:
    return not _REPELLED.isdisjoint(words)


@dataclass(frozen=True, slots=True)
class _Trigger:
    """A trigger in its sentence: what it tells of, which word it is, how much it says."""

    kind: Kind
    at: int
    weight: float


def _find(words: list[str]) -> Iterable[_Trigger]:
    """The triggers in order, those that are denied or only describe a side left out."""
    at = 0
    depth = _depths(words)
    while at < len(words):
        hit = _TRIGGERS.kind_of(words, at) or _without_proclitic(words, at)
        if hit is None:
            at += 1
            continue
        kind, length = hit
        before = words[max(0, at - 2) : at]
        denied = any(word in kind_words.NEGATED for word in before)
        if kind is not None and not denied and not _describes(words, at, length):
            yield _Trigger(kind, at, _weight(kind, words[at], at, length) * depth[at])
        at += length


_BY_KIND = {
    Kind.AIR_STRIKE: 1.1,
    Kind.SHELLING: 0.9,
    Kind.GROUND_FIGHTING: 0.95,
    Kind.CONTROL_CHANGE: 1.1,
    Kind.SIEGE_AID: 1.0,
    Kind.STATEMENT: 0.7,
    Kind.OTHER: 0.5,
}
"""How much a trigger of each kind says beside others: an aircraft tells which bombardment it
was, a capture what came of a battle; words of speech tell no event."""


def _weight(kind: Kind, word: str, at: int, length: int) -> float:
    """How much a trigger says: early words more than late ones, scenes little."""
    weight = _BY_KIND.get(kind, 1.0) * (1 - 0.012 * min(at, 30))
    if length > 1:
        return weight * 1.15
    if word in _WEAK or word in _WEAKER:
        return weight * (0.3 if word in _WEAK else 0.2)
    return weight * 0.6 if word in kind_words.MIDDLING else weight


def _depths(words: list[str]) -> list[float]:
    """1 for each word of the main clause, less for those of a clause that only gives the
    circumstances ("after ...", "as ..."), up to the comma that ends it."""
    depths, depth = [], 1.0
    for n, word in enumerate(words):
        if word in _ENDS:
            depth = 1.0
        elif word in _SUBORDINATES and n + 1 < len(words):
            depth = 0.45
        depths.append(depth)
    return depths


_ENDS = frozenset(",;:،؛")
_SUBORDINATES = frozenset(
    "after before since once during amid while whereas as despite following until where which whose"
    " بعد قبل عقب خلال اثناء رغم بينما فيما حيث وسط اثر التي الذي الذين منذ"
    " apres avant pendant durant alors tandis depuis lors malgre nachdem bevor wahrend seit trotz"
    " despues antes mientras durante desde sonra once sirasinda beri после перед пока когда"
    " накануне".split()
)
"""Words that begin a clause of circumstances."""
_SIDES = frozenset(
    "rebel rebels opposition government regime army kurdish insurgent state ypg sdf isis".split()
)
_HOLDING = frozenset("held controlled besieged".split())


def _describes(words: list[str], at: int, length: int) -> bool:
    """Whether a word only says whose a place is: "rebel-held", "the besieged east"."""
    if length > 1:
        return False
    if words[at] in _HOLDING and at and words[at - 1] in _SIDES:
        return True
    behind = words[at + 1] if at + 1 < len(words) else ""
    return words[at] == "besieged" and behind not in _ENDS and behind not in {"by", "in", "since"}


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
        is_hit = facility is not None and _near(_HIT, words, plain, facility, 9)
        if is_hit and facility is not None and not _brought_to(forms, facility):
            return Kind.MEDICAL_FACILITY_HIT
        building = _HERITAGE.stands_in(forms)
        if building is not None and _near(_HARMED, words, plain, building, 12):
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
    "fell took reached entered held raised taken دخول دخل دخلت يدخل تدخل يدخلون وصول تسليم خروج انتشار انتشر pris aldi"
    " tomo tomaron взял взяли".split()
)
"""Words that tell of control only where nothing at all does."""
_WEAK = frozenset(
    "school schools market markets water electricity traders shops pupils students prices bread snow"
    " traffic internet buses lorries truck trucks corridor corridors food supplies aid towers"
    " مدرسه مدارس مياه كهرباء سوق اسواق فرن افران خبز طلاب تلاميذ تجار محال حافلات حافله باصات توزيع"
    " وقود معرض معمل معامل ورشه جبهه جبهات محور محاور فريق ecole ecoles marche eau electricite commerce schule schulen markt wasser strom busse"
    " escuela escuelas mercado agua electricidad okul okullar pazar elektrik школа школы рынок вода"
    " воды автобусы автобус".split()
)
"""Words that name the scene of many kinds: they decide only where nothing else does."""
_NEAR = frozenset("near close qrb قرب محيط جوار بجوار pres nahe cerca yakin около возле".split())


def _brought_to(words: list[str], facility: int) -> bool:
    """Whether people are only brought to the hospital, or something else near it is hit."""
    before = words[max(0, facility - 3) : facility]
    return any(word in _BROUGHT or word in _NEAR for word in before)
