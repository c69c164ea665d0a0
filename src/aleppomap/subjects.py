"""Where the claimant of a cue stands: before its verb, after it, or beside it in commas."""

from __future__ import annotations

from dataclasses import replace

from aleppomap.claim_cues import GRAMMARS, Cue, Grammar, Sort
from aleppomap.claim_words import (
    JOINTS,
    LONGEST,
    Memory,
    Party,
    Words,
    end_after,
    is_suffix,
    start_before,
)
from aleppomap.claimants import choose_voice, find_voices
from aleppomap.model import ClaimantType, Hedge
from aleppomap.speakers import find_named, lengthen, remember, weightier


def is_passive(words: Words, at: int, grammar: Grammar) -> bool:
    for k in range(at - 1, max(at - 3, -1), -1):
        if words.is_parted(k + 1):
            return False
        if words.folded[k] in grammar.passive:
            return True
    return False


def find_party(words: Words, at: int, cue: Cue, tongue: str, memory: Memory) -> Party | None:
    """The claimant of the cue at word ``at``: its words and voice."""
    grammar = GRAMMARS[tongue]
    after = at + cue.words
    if cue.sort in (Sort.BEFORE, Sort.NEAREST):
        end = end_after(words, after, grammar)
        if not _PAPERS.isdisjoint(words.folded[after:end]):
            best = choose_voice(find_voices(words.folded[after:end]))
            if best is None or best.voice.weight < 3:
                return None
        found = find_named(words, after, end, memory, strict=tongue != "en")
        found = lengthen(words, found, end, grammar, memory)
        if found is None:
            return None
        return replace(found, leads=at == 0, nearest=cue.sort is Sort.NEAREST)
    if cue.sort is Sort.AFTER:
        first = start_before(words, at, grammar)
        found = find_named(words, first, at, memory, strict=True)
        return replace(found, leads=first == 0) if found else None
    if tongue == "tr":
        return _turkish_subject(words, at, memory)
    if is_passive(words, at, grammar):
        return _agent(words, after, grammar, memory)
    if tongue == "ar" and words.folded[at].lstrip("وف") in _CONVEYED:
        return _conveyed(words, at, memory)
    if tongue in ("fr", "es"):
        after = _past_addressee(words, after)
        cue = replace(cue, words=after - at)
    if words.folded[at] in ("quoted", "quotes"):
        return _quoted_party(words, after, grammar, memory)
    found = _subject(words, at, cue, tongue, memory)
    if cue.sort is Sort.WEAK and found is not None and found.voice is not None:
        return None if found.voice.id in _UNHEARD else found
    return found


_UNHEARD = frozenset(("resident", "medic", "student", "teacher", "named-body", "sources"))

_PAPERS = frozenset("figures estimates preliminary count tally map maps plan schedule".split())


def _agent(words: Words, after: int, grammar: Grammar, memory: Memory) -> Party | None:
    for k in range(after, min(after + 5, len(words.folded))):
        if words.folded[k] in grammar.by:
            end = end_after(words, k + 1, grammar)
            return find_named(words, k + 1, end, memory, strict=True)
    return None


def _past_addressee(words: Words, after: int) -> int:
    """Past "à l'AFP", "a Efe" behind a verb: whom the claimant spoke to."""
    if words.folded[after : after + 1] != ["a"]:
        return after
    for k in range(after + 1, min(after + 4, len(words.folded))):
        heard = find_voices(words.folded[k : k + 2])
        if heard and heard[0].first == 0 and heard[0].voice.type is ClaimantType.MEDIA:
            return k + heard[0].last
    return after


_CONVEYED = frozenset(("نقل", "نقلت", "ينقل", "تنقل"))


def _conveyed(words: Words, at: int, memory: Memory) -> Party | None:
    """ "نقلت رويترز عن مصدر": a medium conveys what its source says; a monitor makes it its own."""
    for k in range(at + 1, min(at + 7, len(words.folded))):
        if words.is_parted(k):
            break
        if words.folded[k] == "عن":
            carrier = choose_voice(find_voices(words.folded[at + 1 : k]))
            if carrier is None:
                carrier = choose_voice(find_voices(words.folded[max(0, at - 4) : at]))
                first = max(0, at - 4)
            else:
                first = at + 1
            if carrier is not None and carrier.voice.type is not ClaimantType.MEDIA:
                found = (first + carrier.first, first + carrier.last)
                return Party(*found, carrier.voice, leads=True)
            end = end_after(words, k + 1, GRAMMARS["ar"])
            return find_named(words, k + 1, end, memory, strict=True)
    return None


def _quoted_party(words: Words, after: int, grammar: Grammar, memory: Memory) -> Party | None:
    end = end_after(words, after, grammar, also=frozenset(("as",)))
    found = find_named(words, after, end, memory)
    return replace(found, nearest=True) if found else None


def _subject(words: Words, at: int, cue: Cue, tongue: str, memory: Memory) -> Party | None:
    """The subject of a verb, before it or after it."""
    grammar = GRAMMARS[tongue]
    strict = cue.sort is Sort.WEAK or words.folded[at] in _PARTICIPLES
    after = at + cue.words
    if tongue == "en" and words.folded[at].endswith("ing"):
        begun = find_named(words, 0, min(6, at), memory, strict=True, verb=at)
        return begun if words.is_parted(at) else None
    if tongue == "ar":
        return _arabic_subject(words, at, after, strict, memory)
    first = start_before(words, at, grammar)
    end = end_after(words, after, grammar)
    if tongue != "en" and end > after and cue.hedge is not Hedge.ALLEGED:
        inverted = find_named(words, after, min(end, after + 8), memory, strict=True)
        if inverted is not None and inverted.voice is not None:
            nearest = choose_voice(find_voices(words.folded[after : min(end, after + 8)]))
            earlier = choose_voice(find_voices(words.folded[first:at]))
            outranked = nearest is None or (
                earlier is not None and earlier.voice.weight >= nearest.voice.weight
            )
            if nearest is not None and nearest.first <= 2 and not outranked:
                return replace(inverted, leads=first >= at and at == 0)
    if first < at and words.grammar.edges.issuperset(words.folded[first:at]):
        while first < at and words.folded[at - 1] not in ("s", "who"):
            at -= 1
            if at == first:
                break
    if first < at:
        before = find_named(words, first, at, memory, strict=True, verb=at)
        if before is None and first and words.folded[first - 1] in ("that", "who", "which"):
            wider = start_before(words, first - 1, grammar)
            before = find_named(words, wider, first - 1, memory, strict=True, verb=at)
            if before is not None and before.voice is None:
                before = None
        if before is not None:
            return _with_lead(words, before)
    elif at and words.text[words.ends[at - 1] : words.starts[at]].strip():
        appositive = _apposition(words, at, grammar, memory)
        if appositive is not None:
            return appositive
    if end > after and (first >= at or tongue != "en") and not (strict and tongue == "en"):
        follows = find_named(words, after, end, memory, strict=tongue != "en")
        if follows is not None and follows.voice is None and first < at:
            return None
        follows = lengthen(words, follows, end, grammar, memory)
        if follows is not None:
            return replace(follows, leads=False)
    if first < at and not strict and tongue == "en" and at - first <= LONGEST:
        unknown = find_named(words, first, at, memory, verb=at)
        return _with_lead(words, unknown) if unknown else None
    if tongue == "es" and first >= at and memory.last is not None:
        return Party(at, at, None, leads=at == 0)
    return None


_PARTICIPLES = frozenset(
    "reported alleged feared claimed confirmed announced fear fears say tell state estimates "
    "dismissed rejected disputed urges warn reports claims calls deny confirm reporting".split()
)


def _with_lead(words: Words, party: Party) -> Party:
    """Whether what is claimed follows its claimant: at a clause's beginning, not after a comma."""
    first = party.first
    k = first
    while k > 0 and not words.is_parted(k) and words.folded[k - 1] not in JOINTS:
        k -= 1
    gap = words.text[words.ends[k - 1] : words.starts[k]] if k else ""
    leads = k == 0 or words.folded[k - 1] in JOINTS or any(mark in gap for mark in ";:.—–\n")
    joined = k > 0 and words.folded[k] in JOINTS
    return replace(party, leads=leads or joined)


def _arabic_subject(
    words: Words, at: int, after: int, strict: bool, memory: Memory
) -> Party | None:
    grammar = GRAMMARS["ar"]
    end = end_after(words, after, grammar)
    for k in range(after, end):
        word = words.folded[k]
        if k > after and word == "من" and words.folded[at].lstrip("وف")[:2] == "حذ":
            end = k
            break
        if k > after and word[0] == "ل" and len(word) > 3 and _is_addressee(words, k):
            end = k
            break
        if k > after and word[0] == "ب" and len(word) > 3 and _names_content(words, at, word):
            end = k
            break
    if words.folded[at].startswith("ف") and words.folded[0] in _AS_FOR:
        topic = find_named(words, 1, end_after(words, 1, grammar), memory, strict=True)
        if topic is not None:
            return replace(topic, leads=True)
    if words.folded[at].lstrip("وف")[:4] in _ACCUSES:
        end = _before_object(words, after, end)
    if end > after:
        found = find_named(words, after, end, memory, strict=True)
        if found is not None and found.voice is not None:
            return replace(found, leads=True)
    first = start_before(words, at, grammar)
    if first < at:
        before = find_named(words, first, at, memory, strict=True)
        if before is not None and before.voice is not None and at - before.last <= 3:
            return replace(before, leads=True)
    if strict:
        return None
    if end == after and memory.last is not None and after < len(words.folded):
        return Party(at, at, None, leads=True)
    return None


_AS_FOR = frozenset(("اما", "واما"))
"""Before a topic that the verb with "fa-" takes up ("أما المرصد، ...، فتحدث عن")."""
_ACCUSES = frozenset(("اتهم", "يتهم", "تتهم"))


def _before_object(words: Words, after: int, end: int) -> int:
    """Where the accused begins, who stands right behind the accuser ("اتهم ناشطون الجيش ب…")."""
    heard = find_voices(words.folded[after:end])
    if not heard or heard[0].first:
        return end
    behind = [match.first for match in heard if match.first >= heard[0].last]
    return min([end, *(after + first for first in behind)])


_TO_MEDIA = frozenset(
    "لصحيفه لوكاله لقناه لموقع لشبكه لراديو لتلفزيون لاذاعه لجريده لمجله لمراسل لمراسلنا".split()
)


def _is_addressee(words: Words, k: int) -> bool:
    """Whether "li-" joins a medium: the claimant spoke to it ("قال مصدر لوكالة")."""
    if words.folded[k] in _TO_MEDIA:
        return True
    heard = find_voices(words.folded[k : k + 3])
    return bool(heard) and heard[0].first == 0 and heard[0].voice.type is ClaimantType.MEDIA


def _names_content(words: Words, at: int, word: str) -> bool:
    """Whether a word with the particle "bi-" opens what is claimed ("أفاد ناشطون بسقوط")."""
    return words.folded[at].lstrip("وف")[:3] in ("افا", "يفي", "تفي", "ابل") and word != "باسم"


def _turkish_subject(words: Words, at: int, memory: Memory) -> Party | None:
    """Turkish verbs end the sentence: the subject is its first voice, or follows "dedi"."""
    first = end = 0
    while end < at and (end == first or not words.is_parted(end) or is_suffix(words, end)):
        end += 1
    found = find_named(words, first, end, memory, strict=True)
    if found is not None and found.voice is not None:
        return replace(found, leads=True)
    return find_named(words, first, at, memory, strict=True)


def _apposition(words: Words, at: int, grammar: Grammar, memory: Memory) -> Party | None:
    """ "the Observatory, a war monitor, reported": the pieces between commas before a verb."""
    last = at
    for _ in range(3):
        first = last - 1
        while first > 0 and not words.is_parted(first) and last - first < LONGEST:
            first -= 1
        if first < 0 or first >= last:
            return None
        gap = words.text[words.ends[last - 1] : words.starts[last]]
        if gap.strip() not in (",", "),", ")"):
            return None
        if words.folded[first] in _PREPOSITIONS and last <= 26:
            return find_named(words, 0, last, memory, strict=True)
        low = first
        for k in range(last - 1, first - 1, -1):
            if words.folded[k] in grammar.borders:
                low = k + 1
                break
        matches = find_voices(words.folded[low:last])
        best = choose_voice(matches)
        earlier = words.text[words.ends[first - 1] : words.starts[first]] if first else ""
        if best is not None and best.voice.weight >= 2 and best.first <= 6:
            party = find_named(words, low, last, memory, strict=True)
            if party is not None and earlier.strip() in (",", "") and first:
                remember(words, first, memory, party)
                party = weightier(words, party, first, memory)
            return _with_lead(words, party) if party else None
        last = first
    return None


_PREPOSITIONS = frozenset("from in at on by near inside".split())
