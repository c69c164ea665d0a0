"""Who a run of words is: a known voice, somebody met before in the document, or a role."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from aleppomap.claim_cues import GRAMMARS, Grammar
from aleppomap.claim_words import ARTICLES, Memory, Party, Words, end_after
from aleppomap.claimants import Voice, VoiceMatch, choose_voice, find_voices
from aleppomap.model import ClaimantType


def weightier(words: Words, party: Party, first: int, memory: Memory) -> Party:
    """Of an apposition and the piece before it, an institution outranks a role."""
    low = first - 1
    while low > 0 and not words.is_parted(low) and first - low < 10:
        low -= 1
    if low < 0 or party.voice is None:
        return party
    best = choose_voice(find_voices(words.folded[low:first]))
    if best is None and party.voice.id == "media" and first - low <= 4:
        slug = "-".join(words.folded[low:first])
        if words.text[words.starts[low]].isupper() and slug.isascii():
            return replace(party, first=low, voice=Voice(slug, ClaimantType.MEDIA, 3))
    close = first - low <= 8 and best is not None and best.last >= first - low - 4
    if best is not None and close and best.voice.weight >= 3:
        start = low + best.first
        if start and words.folded[start - 1] == "the":
            start -= 1
        return Party(start, first, best.voice, leads=party.leads)
    return party


def lengthen(
    words: Words, party: Party | None, end: int, grammar: Grammar, memory: Memory
) -> Party | None:
    """ "said A. Name, a resident of": the role that follows a bare name after a comma."""
    bare = party is not None and (party.voice is None or party.voice.id in _BARE)
    if not bare or end >= len(words.folded):
        return party
    gap = words.text[words.ends[end - 1] : words.starts[end]]
    if gap.strip() not in (",", "(") or party is None:
        return party
    role = find_named(words, end, end_after(words, end, grammar), memory, strict=True)
    if role is None or role.voice is None:
        return party
    _name(words, party.first, end, role.voice, memory)
    return role


_BARE = frozenset(("named-body", "resident", "spokesperson"))


def remember(words: Words, first: int, memory: Memory, party: Party) -> None:
    low = first - 1
    while low > 0 and not words.is_parted(low) and first - low < 6:
        low -= 1
    if party.voice is not None:
        _name(words, max(low, 0), first, party.voice, memory)


def _name(words: Words, first: int, last: int, voice: Voice, memory: Memory) -> None:
    """Keeps the last capitalised word of a name for the sentences after."""
    for k in range(last - 1, first - 1, -1):
        if words.text[words.starts[k]].isupper() and len(words.folded[k]) > 3:
            memory.names[words.folded[k]] = voice
            return


def find_named(
    words: Words,
    first: int,
    last: int,
    memory: Memory,
    *,
    strict: bool = False,
    verb: int | None = None,
) -> Party | None:
    """Who the words ``[first, last)`` are; strict: known voices and pronouns only."""
    grammar = words.grammar
    while first < last and words.folded[first] in grammar.edges:
        first += 1
    while last > first and words.folded[last - 1] in grammar.edges:
        last -= 1
    last = _without_means(words, first, last)
    if first >= last:
        return None
    run = words.folded[first:last]
    if run[-1] == "who" and last and not words.is_parted(last - 1):
        return None
    if _refers_back(run, memory):
        return Party(first, last, None, leads=True)
    if len(run) <= 2 and run[-1] in grammar.carried:
        return Party(first, last, None, leads=True) if memory.last else None
    matches = _sided(words, first, find_voices(run), verb is not None)
    best = choose_voice(matches)
    known = next((memory.names[w] for w in reversed(run) if w in memory.names), None)
    if known is not None and (best is None or best.voice.weight < 2) and len(run) <= 5:
        return Party(first, last, known, leads=True)
    if best is not None:
        voice = _settled(best, run, memory)
        start = _begin_words(words, first, first + best.first, last - first - best.last)
        return Party(start, last, voice, leads=True)
    if run[-1] in grammar.carried and verb is not None:
        return Party(last - 1, last, None, leads=True) if memory.last else None
    if strict or len(run) > 9:
        return None
    return _stranger(words, first, last)


def _refers_back(run: Sequence[str], memory: Memory) -> bool:
    """Whether "the source", "the group" mean the claimant before."""
    if memory.last is None or not 2 <= len(run) <= 3 or run[0] not in _DEFINITE:
        return run[-1] in _BACK_ARABIC and len(run) == 1 and memory.last is not None
    kind = memory.last.claim.claimant_type
    if run[-1] in _BACK_ANY and len(run) == 2:
        return True
    institutional = kind not in (ClaimantType.RESIDENT, ClaimantType.OTHER, ClaimantType.MEDICAL)
    return institutional and len(run) == 2 and run[-1] in _BACK_GROUP


_DEFINITE = frozenset("the la le el los las les der die das".split())

_BACK_ANY = frozenset(
    "source sources official officials spokesman spokeswoman spokesperson statement page man woman "
    "quelle sprecher fuente fuentes portavoz responsable porte".split()
)

_BACK_GROUP = frozenset(
    "group organisation organization agency network monitor office ministry channel bulletin "
    "agence organisation organizacion agencia agentur organisation".split()
)

_BACK_ARABIC = frozenset(
    "المصدر المصادر البيان المنظمه الوكاله الشبكه المتحدث الناطق المسوول".split()
)


def _sided(
    words: Words, first: int, matches: list[VoiceMatch], is_subject: bool
) -> list[VoiceMatch]:
    """Leaves out voices that only tell where or for whom: the object of "in", "to", "near"."""
    kept = []
    for match in matches:
        before = words.folded[first + match.first - 1] if match.first else ""
        further = words.folded[first + match.first - 2] if match.first > 1 else ""
        if before in _PLACING or (before in ("the", "a") and further in _PLACING):
            continue
        if match.voice.id in ("resident", "abu") and match.first and before in _ADDRESSED:
            continue
        # "قال سكان لفرانس برس": whom the claimant spoke to.
        addressed = match.first and words.folded[first + match.first].startswith("ل")
        if addressed and match.voice.type is ClaimantType.MEDIA and match.voice.weight < 4:
            continue
        kept.append(match)
    return kept if kept or not is_subject else matches[:1]


_PLACING = frozenset(
    "in near to against into toward towards inside dans pres bei in en cerca".split()
)

_ADDRESSED = frozenset(("to", "of", "killed", "wounded"))


def _settled(match: VoiceMatch, run: Sequence[str], memory: Memory) -> Voice:
    """A voice as the document means it: "the U.N. office" after the human rights office."""
    voice = match.voice
    if voice.id == "un" and "ohchr" in memory.ids and "office" in run:
        return Voice("ohchr", ClaimantType.UN, 3)
    if voice.id == "abu":
        return Voice("resident", ClaimantType.RESIDENT, 1)
    return voice


def _begin_words(words: Words, first: int, voice: int, rest: int) -> int:
    """Where a claimant's words begin when much stands before the voice: at its article."""
    english = words.grammar is GRAMMARS["en"]
    if english and rest == 0 and voice - first > 1 and words.folded[voice - 1] in ARTICLES:
        return voice - 1 if words.folded[voice - 2] not in _LINKS else first
    if voice - first <= 7:
        return first
    for k in range(voice - 1, first - 1, -1):
        if words.folded[k] in ARTICLES:
            return k
    return voice


def _without_means(words: Words, first: int, last: int) -> int:
    """The end of a claimant's words without "in a text message", "in an interview"."""
    for k in range(first + 1, last - 2):
        opens = words.folded[k] in ("in", "at") and words.folded[k + 1] in ("a", "an")
        if opens and not _MEANS.isdisjoint(words.folded[k + 2 : k + 5]):
            return k
    return last


_LINKS = frozenset("of for with from at in by to and de du del von aus".split())

_MEANS = frozenset(
    "statement message interview briefing report tweet post video letter call conference".split()
)


def _stranger(words: Words, first: int, last: int) -> Party | None:
    """A claimant whom no table knows: a capitalised group keeps a slug, a person a role."""
    surface = [words.text[words.starts[k] : words.ends[k]] for k in range(first, last)]
    if not any(len(word) > 1 and word[0].isalpha() for word in surface):
        return None
    if words.folded[first] in ARTICLES or surface[0][0].islower():
        if words.folded[first] not in ARTICLES and not _is_agents(words, first, last):
            return None
        plain = [
            word
            for word, written in zip(words.folded[first:last], surface, strict=True)
            if word not in ARTICLES and word.isascii() and word.isalpha() and written.islower()
        ]
        if not plain:
            return Party(first, last, _PERSON, leads=True)
        head = plain[min(len(plain), 2) - 1]
        if head.endswith(("er", "ers", "or", "ors", "man", "men", "woman", "ist", "ists")):
            return Party(first, last, _PERSON, leads=True)
        return Party(first, last, Voice(head, ClaimantType.OTHER, 1), leads=True)
    if last - first <= 3:
        return Party(first, last, _PERSON, leads=True)
    return Party(first, last, Voice("named-body", ClaimantType.OTHER, 1), leads=True)


# A bare name without an office is a private person, and a private person is a role.
_PERSON = Voice("resident", ClaimantType.RESIDENT, 1)


def _is_agents(words: Words, first: int, last: int) -> bool:
    """Whether lower-case words without an article may be people: "two engineers", "fishermen"."""
    return last - first <= 3 and words.folded[last - 1].endswith(("ers", "ors", "men", "ists"))
