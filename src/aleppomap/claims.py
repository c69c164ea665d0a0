"""Who says so: the claimant and the hedge of each sentence.

A claim has its words before its verb ("residents said"), after it ("said a doctor",
"قال ناشطون إن"), after a preposition ("according to", "selon", "по словам") or at the
head of a title ("SOHR: ..."). Where claims are nested, the one nearest to the fact
speaks: in "state media, quoting a military source, said" that is the military
source. Of two claims side by side the one that covers more of the sentence is given by
:func:`find_claims`; :func:`find_scoped_claims` gives all with their stretches.
A pronoun, or a sentence inside the same quotation, carries the speaker before. Where the
document speaks in its own voice there is no claimant, yet a hedge may stand ("reportedly").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from aleppomap.claim_cues import GRAMMARS, Cue, Grammar, Sort, agrees, is_cue, may_cue
from aleppomap.claimants import Voice, VoiceMatch, choose_voice, find_voices, fold_word
from aleppomap.language import guess_language
from aleppomap.model import Claim, ClaimantType, Hedge, Span

_PLAIN_TOKEN = re.compile(r"[^\W_]+")
# With marks that belong to words, and with "U.N.".
_TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}|[^\W_\u0640](?:[^\W_]|[\u0300-\u036f\u0640\u064b-\u065f\u0670])*"
)
_NOT_PLAIN = re.compile(r"[A-Za-z]\.[A-Za-z]\b|[\u0300-\u036f\u0640\u064b-\u065f\u0670]")
_LETTER = re.compile(r"[^\W\d_]")
_HARD = re.compile(r"[,;:.!?،؛؟\"“”«»„()\[\]|\n—–…/]|(?<=\s)['‘’]|['’](?=[\s,.])|\s-\s|\|\|")
_QUOTES = re.compile(r"[\"“”«»„]")
_HEAD_COLON = re.compile(r"[^:\n]{2,90}?:{1,2}(?=\s|$)")
_TAIL_DASH = re.compile(r"\s[-–—|]\s*([^-–—|:\n]{3,50})$|:\s([^-–—|:\n]{3,50})$")
_LONGEST = 16
_STRENGTH = {Hedge.SAID: 0, Hedge.REPORTED: 1, Hedge.FEARED: 2, Hedge.ALLEGED: 3, Hedge.DENIED: 4}


@dataclass(frozen=True, slots=True)
class FoundClaim:
    """A claim and where the claimant's words stand; ``start == end`` where nobody is named.

    ``scope_start`` and ``scope_end`` are the stretch of the text that the claim covers.
    """

    start: int
    end: int
    claim: Claim
    scope_start: int = 0
    scope_end: int = 0


@dataclass(slots=True)
class _Words:
    """The words of one sentence: folded, and where they stand."""

    text: str
    grammar: Grammar
    begin: int
    finish: int
    folded: list[str]
    starts: list[int]
    ends: list[int]

    def is_parted(self, at: int) -> bool:
        """Whether punctuation parts word ``at`` from the word before."""
        if at <= 0:
            return True
        gap = self.text[self.ends[at - 1] : self.starts[at]]
        return gap != " " and _HARD.search(gap) is not None


@dataclass(slots=True)
class _Memory:
    """What the sentences before have told: the last claimant, and names with their voices."""

    last: FoundClaim | None = None
    names: dict[str, Voice] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Party:
    """A claimant's words ``[first, last)`` and who they are; no voice: carried."""

    first: int
    last: int
    voice: Voice | None
    leads: bool
    nearest: bool = False


def find_claims(
    text: str, sentences: Sequence[Span], language: str | None = None
) -> tuple[FoundClaim | None, ...]:
    """For each sentence the claim that covers most of it, or None.

    Args:
        text: The whole document; offsets count its code points.
        sentences: Stretches of it in order (``sentences.find_sentences``).
        language: ISO 639-1 code; guessed where it is None.
    """
    found = find_scoped_claims(text, sentences, language)
    return tuple(max(claims, key=_weight) if claims else None for claims in found)


def _weight(found: FoundClaim) -> tuple[int, int]:
    return (found.scope_end - found.scope_start, found.start)


def find_scoped_claims(
    text: str, sentences: Sequence[Span], language: str | None = None
) -> tuple[tuple[FoundClaim, ...], ...]:
    """For each sentence all its claims in order, each with the stretch that it covers."""
    if language not in GRAMMARS:
        language = guess_language(text) or "en"
    memory = _Memory()
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


# --- quotations -------------------------------------------------------------------


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


# --- one sentence -----------------------------------------------------------------


def _read_words(text: str, sentence: Span, grammar: Grammar, token: re.Pattern[str]) -> _Words:
    begin, finish = sentence.start, sentence.end
    spans = [match.span() for match in token.finditer(text, begin, finish)]
    folded = [fold_word(text[start:end]) for start, end in spans]
    starts, ends = [span[0] for span in spans], [span[1] for span in spans]
    return _Words(text, grammar, begin, finish, folded, starts, ends)


def _may_claim(text: str, sentence: Span, tongue: str, token: re.Pattern[str]) -> bool:
    """A quick look: whether any word may be a cue, or the sentence may have a title's form."""
    for word in token.findall(text, sentence.start, sentence.end):
        if is_cue(tongue, word):
            return True
    piece = text[sentence.start : sentence.end]
    return ": " in piece or ":\n" in piece or bool(_TAIL_DASH.search(piece))


def _claims_of(
    text: str, sentence: Span, tongue: str, memory: _Memory, *, is_quote: int
) -> tuple[FoundClaim, ...]:
    grammar = GRAMMARS[tongue]
    token = _PLAIN_TOKEN
    if _NOT_PLAIN.search(text, sentence.start, sentence.end):
        token = _TOKEN
    if not _may_claim(text, sentence, tongue, token):
        return ()
    words = _read_words(text, sentence, grammar, token)
    parties: list[tuple[_Party, Hedge]] = []
    hedge: Hedge | None = None
    taken = 0
    for at, word in enumerate(words.folded):
        if at < taken:
            continue
        for pattern, cue in may_cue(tongue, word):
            if _matches(words, at, pattern, tongue):
                break
        else:
            continue
        if cue.sort is Sort.NONE and at and words.folded[at - 1] in _NOT:
            taken = at + cue.words
            continue
        if cue.sort is Sort.NONE or is_quote == 1:
            hedge = _stronger(hedge, cue.hedge) if cue.sort is Sort.NONE else hedge
            taken = at + cue.words
            continue
        party = _party(words, at, cue, tongue, memory)
        if party is None:
            if cue.hedge is not Hedge.SAID or _is_passive(words, at, grammar):
                silent = cue.hedge is Hedge.SAID and word not in _HEARSAY
                silent = silent or tongue == "ar" or word.endswith("ing")
                if cue.sort is Sort.VERB and not silent:
                    hedge = _stronger(hedge, _passive_hedge(cue.hedge))
            continue
        parties.append((party, cue.hedge))
        if party.voice is not None:
            _claim(words, party, cue.hedge, memory)
        taken = at + cue.words
    if not parties:
        head = _title_party(words, tongue, memory)
        if head is not None:
            parties.append((head, Hedge.SAID))
    return _scoped(words, parties, hedge, memory)


# "was said to": hearsay; "was announced", "was confirmed": the document's own voice.
_HEARSAY = frozenset("said sagen gesagt dicho".split())
_NOT = frozenset("no not without لا ولا لم بلا دون aucune aucun keine sin no нет".split())


def _matches(words: _Words, at: int, pattern: tuple[str, ...], tongue: str) -> bool:
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
    if tongue == "de" and pattern == ("so",):
        return words.is_parted(at) and not words.is_parted(at + 1)
    return tongue != "de" or pattern != ("wie",)


def _stronger(one: Hedge | None, other: Hedge) -> Hedge:
    return other if one is None or _STRENGTH[other] > _STRENGTH[one] else one


def _passive_hedge(hedge: Hedge) -> Hedge:
    return Hedge.REPORTED if hedge is Hedge.SAID else hedge


def _is_passive(words: _Words, at: int, grammar: Grammar) -> bool:
    for k in range(at - 1, max(at - 3, -1), -1):
        if words.is_parted(k + 1):
            return False
        if words.folded[k] in grammar.passive:
            return True
    return False


def _party(words: _Words, at: int, cue: Cue, tongue: str, memory: _Memory) -> _Party | None:
    """The claimant of the cue at word ``at``: its words and voice."""
    grammar = GRAMMARS[tongue]
    after = at + cue.words
    if cue.sort in (Sort.BEFORE, Sort.NEAREST):
        end = _end_after(words, after, grammar)
        if _PAPERS & set(words.folded[after:end]):
            return None
        found = _named(words, after, end, memory, strict=tongue != "en")
        found = _lengthen(words, found, end, grammar, memory)
        if found is None:
            return None
        return replace(found, leads=at == 0, nearest=cue.sort is Sort.NEAREST)
    if cue.sort is Sort.AFTER:
        first = _start_before(words, at, grammar)
        found = _named(words, first, at, memory, strict=True)
        return replace(found, leads=first == 0) if found else None
    if tongue == "tr":
        return _turkish_subject(words, at, memory)
    if _is_passive(words, at, grammar):
        return _agent(words, after, grammar, memory)
    if tongue == "ar" and words.folded[at].lstrip("وف") in _CONVEYED:
        return _conveyed(words, at, memory)
    if words.folded[at] in ("quoted", "quotes"):
        return _quoted_party(words, after, grammar, memory)
    found = _subject(words, at, cue, tongue, memory)
    if cue.sort is Sort.WEAK and found is not None and found.voice is not None:
        return None if found.voice.id in _UNHEARD else found
    return found


_UNHEARD = frozenset(("resident", "medic", "student", "teacher", "named-person", "sources"))


_PAPERS = frozenset("figures estimates preliminary count tally map maps plan schedule".split())


def _agent(words: _Words, after: int, grammar: Grammar, memory: _Memory) -> _Party | None:
    for k in range(after, min(after + 5, len(words.folded))):
        if words.folded[k] in grammar.by:
            end = _end_after(words, k + 1, grammar)
            return _named(words, k + 1, end, memory, strict=True)
    return None


_CONVEYED = frozenset(("نقل", "نقلت", "ينقل", "تنقل"))


def _conveyed(words: _Words, at: int, memory: _Memory) -> _Party | None:
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
                return _Party(*found, carrier.voice, leads=True)
            end = _end_after(words, k + 1, GRAMMARS["ar"])
            return _named(words, k + 1, end, memory, strict=True)
    return None


def _quoted_party(words: _Words, after: int, grammar: Grammar, memory: _Memory) -> _Party | None:
    end = _end_after(words, after, grammar, also=frozenset(("as",)))
    found = _named(words, after, end, memory)
    return replace(found, nearest=True) if found else None


def _subject(words: _Words, at: int, cue: Cue, tongue: str, memory: _Memory) -> _Party | None:
    """The subject of a verb, before it or after it."""
    grammar = GRAMMARS[tongue]
    strict = cue.sort is Sort.WEAK or words.folded[at] in _PARTICIPLES
    after = at + cue.words
    if tongue == "en" and words.folded[at].endswith("ing"):
        begun = _named(words, 0, min(6, at), memory, strict=True, verb=at)
        return begun if words.is_parted(at) else None
    if tongue == "ar":
        party = _arabic_subject(words, at, after, strict, memory)
        return party
    first = _start_before(words, at, grammar)
    end = _end_after(words, after, grammar)
    if tongue != "en" and end > after and cue.hedge is not Hedge.ALLEGED:
        inverted = _named(words, after, min(end, after + 8), memory, strict=True)
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
        before = _named(words, first, at, memory, strict=True, verb=at)
        if before is None and first and words.folded[first - 1] in ("that", "who", "which"):
            wider = _start_before(words, first - 1, grammar)
            before = _named(words, wider, first - 1, memory, strict=True, verb=at)
            if before is not None and before.voice is None:
                before = None
        if before is not None:
            return _with_lead(words, before)
    elif at and not words.text[words.ends[at - 1] : words.starts[at]].strip() == "":
        appositive = _apposition(words, at, grammar, memory)
        if appositive is not None:
            return appositive
    if end > after and (first >= at or tongue != "en") and not (strict and tongue == "en"):
        follows = _named(words, after, end, memory, strict=tongue != "en")
        if follows is not None and follows.voice is None and first < at:
            return None
        follows = _lengthen(words, follows, end, grammar, memory)
        if follows is not None:
            return replace(follows, leads=False)
    if first < at and not strict and tongue == "en" and at - first <= _LONGEST:
        unknown = _named(words, first, at, memory, verb=at)
        return _with_lead(words, unknown) if unknown else None
    if tongue == "es" and first >= at and memory.last is not None:
        return _Party(at, at, None, leads=at == 0)
    return None


_PARTICIPLES = frozenset(
    "reported alleged feared claimed confirmed announced fear fears say tell state states estimates "
    "dismissed rejected disputed urges warn reports claims calls deny confirm reporting".split()
)


def _with_lead(words: _Words, party: _Party) -> _Party:
    """Whether what is claimed follows its claimant: at a clause's beginning, not after a comma."""
    first = party.first
    k = first
    while k > 0 and not words.is_parted(k) and words.folded[k - 1] not in _JOINTS:
        k -= 1
    gap = words.text[words.ends[k - 1] : words.starts[k]] if k else ""
    leads = k == 0 or words.folded[k - 1] in _JOINTS or any(mark in gap for mark in ";:.—–\n")
    joined = k > 0 and words.folded[k] in _JOINTS
    return replace(party, leads=leads or joined)


_JOINTS = frozenset("but and while whereas although however mais et aber und pero y но а и".split())


def _arabic_subject(
    words: _Words, at: int, after: int, strict: bool, memory: _Memory
) -> _Party | None:
    grammar = GRAMMARS["ar"]
    end = _end_after(words, after, grammar)
    for k in range(after, end):
        word = words.folded[k]
        if k > after and word == "من" and words.folded[at].lstrip("وف")[:2] == "حذ":
            end = k
            break
        if k > after and word[0] == "ب" and len(word) > 3 and _names_content(words, at, word):
            end = k
            break
    if end > after:
        found = _named(words, after, end, memory, strict=True)
        if found is not None and found.voice is not None:
            return replace(found, leads=True)
    first = _start_before(words, at, grammar)
    if first < at:
        before = _named(words, first, at, memory, strict=True)
        if before is not None and before.voice is not None and at - before.last <= 3:
            return replace(before, leads=True)
    if strict:
        return None
    if end == after and memory.last is not None and after < len(words.folded):
        return _Party(at, at, None, leads=True)
    return None


def _names_content(words: _Words, at: int, word: str) -> bool:
    """Whether a word with the particle "bi-" opens what is claimed ("أفاد ناشطون بسقوط")."""
    return words.folded[at].lstrip("وف")[:3] in ("افا", "يفي", "تفي", "ابل") and word != "باسم"


def _turkish_subject(words: _Words, at: int, memory: _Memory) -> _Party | None:
    """Turkish verbs end the sentence: the subject is its first voice, or follows "dedi"."""
    first = end = 0
    while end < at and (end == first or not words.is_parted(end) or _is_suffix(words, end)):
        end += 1
    found = _named(words, first, end, memory, strict=True)
    if found is not None and found.voice is not None:
        return replace(found, leads=True)
    return _named(words, first, at, memory, strict=True)


def _is_suffix(words: _Words, at: int) -> bool:
    return words.text[words.ends[at - 1] : words.starts[at]] in ("'", "’")


def _apposition(words: _Words, at: int, grammar: Grammar, memory: _Memory) -> _Party | None:
    """ "the Observatory, a war monitor, reported": the pieces between commas before a verb."""
    last = at
    for _ in range(2):
        first = last - 1
        while first > 0 and not words.is_parted(first) and last - first < _LONGEST:
            first -= 1
        if first < 0 or first >= last:
            return None
        gap = words.text[words.ends[last - 1] : words.starts[last]]
        if gap.strip() != ",":
            return None
        if words.folded[first] in _PREPOSITIONS and last <= 26:
            return _named(words, 0, last, memory, strict=True)
        low = first
        for k in range(last - 1, first - 1, -1):
            if words.folded[k] in grammar.borders:
                low = k + 1
                break
        matches = find_voices(words.folded[low:last])
        best = choose_voice(matches)
        earlier = words.text[words.ends[first - 1] : words.starts[first]] if first else ""
        if best is not None and best.voice.weight >= 2 and best.first <= 6:
            party = _named(words, low, last, memory, strict=True)
            if party is not None and earlier.strip() in (",", "") and first:
                _remember(words, first, memory, party)
                party = _weightier(words, party, first, memory)
            return _with_lead(words, party) if party else None
        last = first
    return None


_PREPOSITIONS = frozenset("from in at on by near inside".split())


def _weightier(words: _Words, party: _Party, first: int, memory: _Memory) -> _Party:
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
    if best is not None and best.voice.weight >= 3 and best.last <= first - low:
        start = low + best.first
        if start and words.folded[start - 1] == "the":
            start -= 1
        return _Party(start, first, best.voice, leads=party.leads)
    return party


def _lengthen(
    words: _Words, party: _Party | None, end: int, grammar: Grammar, memory: _Memory
) -> _Party | None:
    """ "said A. Name, a resident of": the role that follows a bare name after a comma."""
    bare = party is not None and (party.voice is None or party.voice.id in _BARE)
    if not bare or end >= len(words.folded):
        return party
    gap = words.text[words.ends[end - 1] : words.starts[end]]
    if gap.strip() not in (",", "(") or party is None:
        return party
    role = _named(words, end, _end_after(words, end, grammar), memory, strict=True)
    if role is None or role.voice is None:
        return party
    _name(words, party.first, end, role.voice, memory)
    return role


_BARE = frozenset(("named-person", "resident", "spokesperson"))


def _remember(words: _Words, first: int, memory: _Memory, party: _Party) -> None:
    low = first - 1
    while low > 0 and not words.is_parted(low) and first - low < 6:
        low -= 1
    if party.voice is not None:
        _name(words, max(low, 0), first, party.voice, memory)


def _name(words: _Words, first: int, last: int, voice: Voice, memory: _Memory) -> None:
    """Keeps the last capitalised word of a name for the sentences after."""
    for k in range(last - 1, first - 1, -1):
        if words.text[words.starts[k]].isupper() and len(words.folded[k]) > 3:
            memory.names[words.folded[k]] = voice
            return


# --- where a claimant's words begin and end -----------------------------------------


def _end_after(
    words: _Words, first: int, grammar: Grammar, also: frozenset[str] = frozenset()
) -> int:
    folded = words.folded
    k = first
    while k < len(folded) and k - first < _LONGEST:
        if k > first and words.is_parted(k):
            break
        word = folded[k]
        if word in grammar.ends or word in also:
            break
        if k + 1 < len(folded) and f"{word}/{folded[k + 1]}" in grammar.ends:
            break
        if k > first and grammar is GRAMMARS["de"] and _is_german_verb(words, k):
            break
        k += 1
    return k


def _is_german_verb(words: _Words, k: int) -> bool:
    """Whether a word ends a German noun phrase: small, after a capital, and no joining word."""
    small = words.text[words.starts[k]].islower() and words.text[words.starts[k - 1]].isupper()
    return small and words.folded[k] not in _GERMAN_JOINTS


_GERMAN_JOINTS = frozenset("der des die das dem den von vom in im aus und fur zu zur bei".split())


def _start_before(words: _Words, at: int, grammar: Grammar) -> int:
    k = at
    while k > 0 and at - k < _LONGEST:
        if words.is_parted(k) and not _is_suffix(words, k):
            break
        if words.folded[k - 1] in grammar.borders:
            break
        k -= 1
    return k


def _named(
    words: _Words,
    first: int,
    last: int,
    memory: _Memory,
    *,
    strict: bool = False,
    verb: int | None = None,
) -> _Party | None:
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
        return _Party(first, last, None, leads=True)
    if len(run) <= 2 and run[-1] in grammar.carried:
        return _Party(first, last, None, leads=True) if memory.last else None
    matches = _sided(words, first, find_voices(run), verb is not None)
    best = choose_voice(matches)
    known = next((memory.names[w] for w in reversed(run) if w in memory.names), None)
    if known is not None and (best is None or best.voice.weight < 2) and len(run) <= 5:
        return _Party(first, last, known, leads=True)
    if best is not None:
        voice = _settled(best, run, memory)
        start = _begin_words(words, first, first + best.first, last - first - best.last)
        return _Party(start, last, voice, leads=True)
    if run[-1] in grammar.carried and verb is not None:
        return _Party(last - 1, last, None, leads=True) if memory.last else None
    if strict or len(run) > 9:
        return None
    return _stranger(words, first, last)


def _refers_back(run: Sequence[str], memory: _Memory) -> bool:
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
    words: _Words, first: int, matches: list[VoiceMatch], is_subject: bool
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
        if match.voice.type is ClaimantType.MEDIA and match.first:
            # "قال سكان لفرانس برس", "a resident told AFP": whom the claimant spoke to.
            if words.folded[first + match.first].startswith("ل") and match.voice.weight < 4:
                continue
        kept.append(match)
    return kept if kept or not is_subject else matches[:1]


_PLACING = frozenset(
    "in near to against into toward towards inside dans pres bei in en cerca".split()
)
_ADDRESSED = frozenset(("to", "of", "killed", "wounded"))


def _settled(match: VoiceMatch, run: Sequence[str], memory: _Memory) -> Voice:
    """A voice as the document means it: "the U.N. office" after the human rights office."""
    voice = match.voice
    if voice.id == "un" and "ohchr" in memory.ids and {"office", "spokesman", "mission"} & set(run):
        if "office" in run:
            return Voice("ohchr", ClaimantType.UN, 3)
    if voice.id == "abu":
        return Voice("resident", ClaimantType.RESIDENT, 1)
    return voice


def _begin_words(words: _Words, first: int, voice: int, rest: int) -> int:
    """Where a claimant's words begin when much stands before the voice: at its article."""
    english = words.grammar is GRAMMARS["en"]
    if english and rest == 0 and voice - first > 1 and words.folded[voice - 1] in _ARTICLES:
        return voice - 1 if words.folded[voice - 2] not in _LINKS else first
    if voice - first <= 7:
        return first
    for k in range(voice - 1, first - 1, -1):
        if words.folded[k] in _ARTICLES:
            return k
    return voice


def _without_means(words: _Words, first: int, last: int) -> int:
    """The end of a claimant's words without "in a text message", "in an interview"."""
    for k in range(first + 1, last - 2):
        if words.folded[k] in ("in", "at") and words.folded[k + 1] in ("a", "an"):
            if not _MEANS.isdisjoint(words.folded[k + 2 : k + 5]):
                return k
    return last


_LINKS = frozenset("of for with from at in by to and de du del von aus".split())
_MEANS = frozenset(
    "statement message interview briefing report tweet post video letter call conference".split()
)
_ARTICLES = frozenset("a an the one two three le la les un une der die das ein eine el los".split())


def _stranger(words: _Words, first: int, last: int) -> _Party | None:
    """A claimant whom no table knows: a capitalised group keeps a slug, a person a role."""
    surface = [words.text[words.starts[k] : words.ends[k]] for k in range(first, last)]
    if not any(len(word) > 1 and word[0].isalpha() for word in surface):
        return None
    if words.folded[first] in _ARTICLES or surface[0][0].islower():
        if words.folded[first] not in _ARTICLES and not _is_agents(words, first, last):
            return None
        plain = [w for w in words.folded[first:last] if w not in _ARTICLES and w.isascii()]
        if not plain or not plain[0].isalpha():
            return None
        head = plain[0] if len(plain) == 1 else plain[min(len(plain), 2) - 1]
        if head.endswith(("er", "ers", "or", "ors", "man", "men", "woman", "ist", "ists")):
            return _Party(first, last, Voice("resident", ClaimantType.RESIDENT, 1), leads=True)
        return _Party(first, last, Voice(head, ClaimantType.OTHER, 1), leads=True)
    return _Party(first, last, Voice("named-person", ClaimantType.OTHER, 1), leads=True)


def _is_agents(words: _Words, first: int, last: int) -> bool:
    """Whether lower-case words without an article may be people: "two engineers", "fishermen"."""
    return last - first <= 3 and words.folded[last - 1].endswith(("ers", "ors", "men", "ists"))


# --- titles ---------------------------------------------------------------------------


def _title_party(words: _Words, tongue: str, memory: _Memory) -> _Party | None:
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
                return _Party(first, last, best.voice, leads=True)
    tail = _TAIL_DASH.search(text, words.begin, words.finish)
    if tail is not None:
        begin = tail.start(1) if tail[1] else tail.start(2)
        first = sum(1 for start in words.starts if start < begin)
        best = choose_voice(find_voices(words.folded[first:]))
        if (
            best is not None
            and best.voice.weight >= 2
            and best.first <= 1
            and len(words.folded) - first <= 4
        ):
            if first and best.voice.type is not ClaimantType.MEDIA:
                return _Party(first, len(words.folded), best.voice, leads=False)
    return None


# --- claims with their stretches --------------------------------------------------------


def _scoped(
    words: _Words, parties: list[tuple[_Party, Hedge]], hedge: Hedge | None, memory: _Memory
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


def _owns(party: _Party) -> bool:
    """Whether who cites another makes the claim its own: an institution does, a medium conveys."""
    voice = party.voice
    return not party.nearest and voice is not None and voice.type is not ClaimantType.MEDIA


def _stretches(words: _Words, parties: Sequence[_Party]) -> list[tuple[int, int]]:
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


def _clause_start(words: _Words, at: int, free: int, *, leads: bool) -> int:
    """Where the clauses of a claim begin; a leading claimant begins its own."""
    k = at
    while k > 0 and words.starts[k] > free:
        gap = words.text[words.ends[k - 1] : words.starts[k]]
        if ";" in gap or "؛" in gap:
            return words.starts[k]
        joined = words.folded[k] in _JOINTS or words.folded[k][:1] == "و"
        if leads and k >= at - 2 and words.is_parted(k) and joined:
            return words.starts[k]
        k -= 1
    return free


def _clause_end(words: _Words, party: _Party, high: int) -> int:
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
        if trailing and (word in _JOINTS or (word[0] == "و" and len(word) > 3)):
            return words.ends[k - 1]
    return high


_CONTRASTS = frozenset("while whereas فيما بينما tandis wahrend mientras".split())


def _claim(
    words: _Words, party: _Party, hedge: Hedge, memory: _Memory
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
