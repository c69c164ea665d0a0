"""Who says so: the claimant and the hedge of each sentence.

A claim has its words before its verb ("residents said"), after it ("said a doctor",
"قال ناشطون إن"), after a preposition ("according to", "selon", "по словам") or at the
head of a title ("SOHR: ..."). Where claims are nested, the one nearest to the fact
speaks if a medium passes it on: in "state media, quoting a military source, said" that is
the military source; another institution that cites a source makes the claim its own.
Of two claims side by side :func:`find_claims` gives the one that covers more of the
sentence; :func:`find_scoped_claims` gives all with their stretches.
A pronoun, or a sentence inside the same quotation, carries the speaker before. Where the
document speaks in its own voice there is no claimant, yet a hedge may stand ("reportedly").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from aleppomap.claim_cues import GRAMMARS, Cue, Sort, agrees, is_cue, may_cue
from aleppomap.claim_words import (
    JOINTS,
    NOT_PLAIN,
    PLAIN_TOKEN,
    TOKEN,
    FoundClaim,
    Memory,
    Party,
    Words,
    read_words,
)
from aleppomap.claimants import choose_voice, find_voices
from aleppomap.language import guess_language
from aleppomap.model import Claim, ClaimantType, Hedge, Span
from aleppomap.subjects import find_party, is_passive

__all__ = ["FoundClaim", "find_claims", "find_scoped_claims"]

_LETTER = re.compile(r"[^\W\d_]")

_QUOTES = re.compile(r"[\"“”«»„]")

_HEAD_COLON = re.compile(r"[^:\n]{2,90}?:{1,2}(?=\s|$)")

_TAIL_DASH = re.compile(r"\s[-–—|]\s*([^-–—|:\n]{3,50})$|:\s([^-–—|:\n]{3,50})$")

_STRENGTH = {Hedge.SAID: 0, Hedge.REPORTED: 1, Hedge.FEARED: 2, Hedge.ALLEGED: 3, Hedge.DENIED: 4}


def find_claims(
    text: str, sentences: Sequence[Span], language: str | None = None
) -> tuple[FoundClaim | None, ...]:
    """For each sentence the claim that covers most of it, or None.

    Args:
        text: The whole document; offsets count its code points.
        sentences: Stretches of it in order (``sentences.find_sentences``).
        language: ISO 639-1 code; guessed where it is None.
    """
    return widest(find_scoped_claims(text, sentences, language))


def widest(found: Sequence[Sequence[FoundClaim]]) -> tuple[FoundClaim | None, ...]:
    """Of the claims of each sentence the one that covers most of it, or None."""
    return tuple(max(claims, key=_weight) if claims else None for claims in found)


def _weight(found: FoundClaim) -> tuple[int, int]:
    return (found.scope_end - found.scope_start, found.start)


def find_scoped_claims(
    text: str, sentences: Sequence[Span], language: str | None = None
) -> tuple[tuple[FoundClaim, ...], ...]:
    """For each sentence all its claims in order, each with the stretch that it covers."""
    if language not in GRAMMARS:
        language = guess_language(text) or "en"
    memory = Memory()
    quoted = _quoted(text, sentences)
    found: list[tuple[FoundClaim, ...]] = []
    for number, sentence in enumerate(sentences):
        tongue = _tongue(text, sentence, language)
        claims = _claims_of(text, sentence, tongue, memory, is_quote=quoted[number])
        named = [claim for claim in claims if claim.claim.claimant_id]
        if named:
            memory.last = max(named, key=_weight)
        found.append(claims)
    _fill_quotations(text, sentences, found, quoted)
    return tuple(found)


def _tongue(text: str, sentence: Span, language: str) -> str:
    """The language whose words a sentence is read by: its script decides first."""
    letter = _LETTER.search(text, sentence.start, sentence.end)
    if letter is None:
        return "en"
    if "\u0600" <= letter[0] <= "\u06ff":
        return "ar"
    if "\u0400" <= letter[0] <= "\u04ff":
        return "ru"
    return language if language in GRAMMARS and language not in ("ar", "ru") else "en"


def _quoted(text: str, sentences: Sequence[Span]) -> list[int]:
    """For each sentence: 0 outside quotations, 1 all inside one, 2 opens one that runs on."""
    states = []
    inside = False
    before = 0
    for sentence in sentences:
        if "\n" in text[before : sentence.start]:
            inside = False
        before = sentence.end
        marks = _QUOTES.findall(text, sentence.start, sentence.end)
        began = inside or text[sentence.start] in '"“«„'
        if len(marks) % 2:
            inside = not inside
        whole = began and (
            not marks or inside or (text[sentence.end - 1] in '"”»“' and len(marks) <= 2)
        )
        states.append((2 if inside and marks else 1) if whole else 0)
    return states


def _fill_quotations(
    text: str,
    sentences: Sequence[Span],
    found: list[tuple[FoundClaim, ...]],
    quoted: Sequence[int],
) -> None:
    """Gives the sentences inside a quotation the speaker named before or after it."""
    for number in range(len(sentences) - 2, -1, -1):
        if quoted[number] == 2 and not found[number]:
            gap = text[sentences[number].end : sentences[number + 1].start]
            if "\n" not in gap and found[number + 1]:
                found[number] = (_over(found[number + 1][0], sentences[number]),)
    for number in range(1, len(sentences)):
        gap = text[sentences[number - 1].end : sentences[number].start]
        if quoted[number] and not found[number] and found[number - 1]:
            last = found[number - 1][-1]
            if last.claim.claimant_id and gap.count("\n") < 1:
                found[number] = (_over(last, sentences[number]),)


def _over(found: FoundClaim, sentence: Span) -> FoundClaim:
    return replace(found, scope_start=sentence.start, scope_end=sentence.end)


def _may_claim(text: str, sentence: Span, tongue: str, token: re.Pattern[str]) -> bool:
    """A quick look: whether any word may be a cue, or the sentence may have a title's form."""
    for word in token.findall(text, sentence.start, sentence.end):
        if is_cue(tongue, word):
            return True
    piece = text[sentence.start : sentence.end]
    return ": " in piece or ":\n" in piece or bool(_TAIL_DASH.search(piece))


def _claims_of(
    text: str, sentence: Span, tongue: str, memory: Memory, *, is_quote: int
) -> tuple[FoundClaim, ...]:
    grammar = GRAMMARS[tongue]
    token = PLAIN_TOKEN
    if NOT_PLAIN.search(text, sentence.start, sentence.end):
        token = TOKEN
    if not _may_claim(text, sentence, tongue, token):
        return ()
    words = read_words(text, sentence, grammar, token)
    parties: list[tuple[Party, Hedge]] = []
    hedge: Hedge | None = None
    for at, cue in _cues_of(words, tongue):
        if cue.sort is Sort.NONE:
            hedge = _stronger(hedge, cue.hedge)
            continue
        party = None if is_quote == 1 else find_party(words, at, cue, tongue, memory)
        if party is not None:
            parties.append((party, cue.hedge))
            if party.voice is not None:
                _claim(words, party, cue.hedge, memory)
        elif is_quote != 1 and _is_hearsay(words, at, cue, tongue):
            hedge = _stronger(hedge, Hedge.REPORTED if cue.hedge is Hedge.SAID else cue.hedge)
    if not parties:
        head = _title_party(words, tongue, memory)
        if head is not None:
            parties.append((head, Hedge.SAID))
    return _scoped(words, parties, hedge, memory)


def _cues_of(words: Words, tongue: str) -> list[tuple[int, Cue]]:
    """The cues of a sentence that do not overlap, and the words at which they stand."""
    found: list[tuple[int, Cue]] = []
    taken = 0
    for at, word in enumerate(words.folded):
        if at < taken:
            continue
        for pattern, cue in may_cue(tongue, word):
            if _matches(words, at, pattern, tongue):
                denied = cue.sort is Sort.NONE and at and words.folded[at - 1] in _NOT
                if not denied:
                    found.append((at, cue))
                taken = at + cue.words if cue.sort in (Sort.NONE, Sort.BEFORE) else at + 1
                break
    return found


def _is_hearsay(words: Words, at: int, cue: Cue, tongue: str) -> bool:
    """Whether a verb without a speaker is still a hedge: "was said to", "feared dead"."""
    word = words.folded[at]
    if cue.sort is not Sort.VERB or tongue == "ar" or word.endswith("ing"):
        return False
    if cue.hedge is Hedge.SAID:
        return word in _HEARSAY and is_passive(words, at, words.grammar)
    return True


# "was said to": hearsay; "was announced", "was confirmed": the document's own voice.
_HEARSAY = frozenset("said sagen gesagt dicho".split())

_NOT = frozenset("no not without لا ولا لم بلا دون aucune aucun keine sin no нет".split())


def _matches(words: Words, at: int, pattern: tuple[str, ...], tongue: str) -> bool:
    folded = words.folded
    if at + len(pattern) > len(folded):
        return False
    for k, part in enumerate(pattern[1:], 1):
        if not agrees(folded[at + k], part):
            return False
        if words.is_parted(at + k):
            return False
    if pattern == ("by",):
        return tongue == "en" and not {"account", "accounts"}.isdisjoint(folded[at + 1 : at + 6])
    if tongue == "en" and pattern[0] in ("put", "puts", "called", "claimed", "found"):
        return not {"life", "lives"} & set(folded[at + 1 : at + 6])
    if tongue == "de" and pattern[0] in ("wies", "wiesen"):
        return "zuruck" in folded[at + 1 : at + 9]
    if tongue == "de" and pattern == ("so",):
        return words.is_parted(at) and not words.is_parted(at + 1)
    return tongue != "de" or pattern != ("wie",)


def _stronger(one: Hedge | None, other: Hedge) -> Hedge:
    return other if one is None or _STRENGTH[other] > _STRENGTH[one] else one


def _title_party(words: Words, tongue: str, memory: Memory) -> Party | None:
    """ "SOHR: ...", "المرصد السوري: ...", "... - activists"."""
    text = words.text
    head = _HEAD_COLON.match(text, words.begin, words.finish)
    if head is not None:
        last = sum(1 for end in words.ends if end <= head.end())
        first = last
        while first > 0 and not (first < last and words.is_parted(first)):
            first -= 1
        if 0 < last - first <= 7 and last < len(words.folded):
            best = choose_voice(find_voices(words.folded[first:last]))
            if best is not None and best.voice.weight >= 2 and best.first <= 2:
                return Party(first, last, best.voice, leads=True)
    tail = _TAIL_DASH.search(text, words.begin, words.finish)
    if tail is not None:
        begin = tail.start(1) if tail[1] else tail.start(2)
        first = sum(1 for start in words.starts if start < begin)
        best = choose_voice(find_voices(words.folded[first:]))
        short = first > 0 and len(words.folded) - first <= 4
        if best is not None and short and best.voice.weight >= 2 and best.first <= 1:
            if best.voice.type is ClaimantType.MEDIA:  # the publisher's own mark
                return None
            return Party(first, len(words.folded), best.voice, leads=False)
    return None


def _scoped(
    words: Words, parties: list[tuple[Party, Hedge]], hedge: Hedge | None, memory: Memory
) -> tuple[FoundClaim, ...]:
    if not parties:
        if hedge is None:
            return ()
        at = words.begin
        return (FoundClaim(at, at, Claim(hedge=hedge), words.begin, words.finish),)
    if any(party.nearest for party, _ in parties):
        owners = [(party, cue) for party, cue in parties if _owns(party)]
        parties = owners or [(party, cue) for party, cue in parties if party.nearest][-1:]
    found: list[FoundClaim] = []
    stretches = _stretches(words, [party for party, _ in parties])
    for (party, said), (low, high) in zip(parties, stretches, strict=True):
        claim, start, end = _claim(words, party, _stronger(hedge, said), memory)
        if claim is None:
            continue
        same = found and found[-1].claim.claimant_id == claim.claimant_id
        if same:
            found[-1] = replace(found[-1], scope_end=max(high, found[-1].scope_end))
            continue
        found.append(FoundClaim(start, end, claim, low, high))
    return tuple(found)


def _owns(party: Party) -> bool:
    """Whether who cites another makes the claim its own: an institution does, a medium conveys."""
    voice = party.voice
    return not party.nearest and voice is not None and voice.type is not ClaimantType.MEDIA


def _stretches(words: Words, parties: Sequence[Party]) -> list[tuple[int, int]]:
    """The stretch that each claim covers: its clauses, up to those of the next claim."""
    found: list[tuple[int, int]] = []
    free = words.begin
    for number, party in enumerate(parties):
        begin = party.first if party.first < len(words.starts) else len(words.starts) - 1
        low = _clause_start(words, begin, free, leads=party.leads)
        following = parties[number + 1] if number + 1 < len(parties) else None
        high = words.finish
        if following is not None:
            at = min(max(following.first, party.last), len(words.starts) - 1)
            high = words.starts[at]
            if not following.leads:
                spoken = words.ends[max(party.last, 1) - 1]
                high = _clause_start(words, at, spoken, leads=False)
        high = max(high, low, words.ends[max(party.last, 1) - 1])
        high = min(_clause_end(words, party, high), high)
        found.append((low, high))
        free = high
    return found


def _clause_start(words: Words, at: int, free: int, *, leads: bool) -> int:
    """Where the clauses of a claim begin; a leading claimant begins its own."""
    k = at
    while k > 0 and words.starts[k] > free:
        gap = words.text[words.ends[k - 1] : words.starts[k]]
        if ";" in gap or "؛" in gap:
            return words.starts[k]
        joined = words.folded[k] in JOINTS or words.folded[k][:1] == "و"
        if leads and k >= at - 2 and words.is_parted(k) and joined:
            return words.starts[k]
        k -= 1
    return free


def _clause_end(words: Words, party: Party, high: int) -> int:
    """Where the clauses of a claim end: at a semicolon, or at ", while" after the claimant."""
    seen = False
    for k in range(max(party.last, 1), len(words.starts)):
        if words.starts[k] >= high:
            break
        if not words.is_parted(k):
            continue
        gap = words.text[words.ends[k - 1] : words.starts[k]]
        word = words.folded[k]
        if ";" in gap or "؛" in gap or word in _CONTRASTS:
            return words.ends[k - 1]
        if word == "في" and words.folded[k + 1 : k + 2] == ["حين"]:
            return words.ends[k - 1]
        trailing = not party.leads and not seen and k - party.last <= 4
        seen = True
        if trailing and (word in JOINTS or (word[0] == "و" and len(word) > 3)):
            return words.ends[k - 1]
    return high


_CONTRASTS = frozenset("while whereas فيما بينما tandis wahrend mientras".split())


def _claim(
    words: Words, party: Party, hedge: Hedge, memory: Memory
) -> tuple[Claim | None, int, int]:
    if party.voice is None or party.last <= party.first:
        if memory.last is None:
            return None, 0, 0
        last = memory.last
        return replace(last.claim, hedge=hedge), last.start, last.end
    start, end = words.starts[party.first], words.ends[party.last - 1]
    memory.ids.add(party.voice.id)
    claim = Claim(
        claimant=words.text[start:end],
        claimant_id=party.voice.id,
        claimant_type=party.voice.type,
        hedge=hedge,
    )
    found = FoundClaim(start, end, claim)
    memory.last = found
    return claim, start, end
