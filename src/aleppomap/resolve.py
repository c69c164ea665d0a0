"""Which place a toponym means, or why none: evidence for and against, added up and named.

The rules are those of a careful reader: a head noun ("district", حي) or a list of
districts speaks for a place, a nearer other city, a unit's or a person's name
against it, and one sense holds through a document. Evidence that is too weak
gives no place; a wrong dot on this map costs more than a missing one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from aleppomap import cues
from aleppomap.fold import is_arabic
from aleppomap.gazetteer import Gazetteer
from aleppomap.mentions import Hit, Token, Toponym
from aleppomap.model import Candidate, Mention, Span, Status
from aleppomap.sentences import index_at

ENOUGH = 0.55
"""Evidence from which a mention is resolved."""
CLOSE = 0.08
"""Candidates nearer to each other than this are not told apart by score alone."""

_KIND_ORDER = ("neighbourhood", "quarter-of-old-city", "suburb", "camp", "road", "gate")


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A place that is no part of the map: the city as a whole, or somewhere outside it."""

    label: str
    is_aleppo: bool


@dataclass(slots=True)
class _Weighing:
    """The evidence on one reading of one hit."""

    target: str
    score: float
    reasons: list[str] = field(default_factory=list)

    def weigh(self, amount: float, reason: str) -> None:
        self.score += amount
        self.reasons.append(reason)


class Resolver:
    """Chooses places for the hits of one document after another.

    ``elsewhere`` maps the targets of toponyms that are no gazetteer places to
    what they are.
    """

    def __init__(self, gazetteer: Gazetteer, elsewhere: Mapping[str, Elsewhere]) -> None:
        self._gazetteer = gazetteer
        self._elsewhere = elsewhere

    def resolve(
        self,
        text: str,
        tokens: Sequence[Token],
        hits: Sequence[Hit],
        sentences: Sequence[Span],
        *,
        gate: bool = True,
        aleppo_in_context: bool = False,
    ) -> tuple[Mention, ...]:
        """One mention for each hit, in the order of the text.

        With ``gate`` a document must name Aleppo (or two places that are
        nowhere else) before anything in it is placed; ``aleppo_in_context``
        says that its title or source does.
        """
        page = _Page(text, tokens, hits, sentences, self._elsewhere)
        open_gate = not gate or aleppo_in_context or page.names_aleppo or self._two_sure(hits)
        weighings = [self._weigh(page, number) for number in range(len(hits))]
        self._let_lists_agree(page, weighings)
        self._keep_one_sense(weighings)
        return tuple(
            self._mention(page, hit, found, open_gate)
            for hit, found in zip(hits, weighings, strict=True)
        )

    # --- evidence -------------------------------------------------------------------

    def _two_sure(self, hits: Sequence[Hit]) -> bool:
        sure = {
            hit.readings[0].toponym.target
            for hit in hits
            if not hit.readings[0].toponym.ambiguous
            and not hit.readings[0].ordinary
            and hit.readings[0].cost <= 0.15
            and hit.readings[0].toponym.target in self._gazetteer
        }
        return len(sure) >= 2

    def _weigh(self, page: _Page, number: int) -> list[_Weighing]:
        found = []
        for reading in page.hits[number].readings:
            toponym = reading.toponym
            if toponym.target not in self._gazetteer:
                continue
            ambiguous = toponym.ambiguous or reading.ordinary
            base = _base(toponym) if ambiguous else 0.8
            spelled = "known spelling" if reading.cost <= 0.02 else "spelled like a known name"
            kind = "name with other meanings" if ambiguous else "name of this place only"
            weighing = _Weighing(toponym.target, base - 0.4 * reading.cost, [f"{spelled}, {kind}"])
            for amount, reason in page.evidence(number, ambiguous):
                weighing.weigh(amount, reason)
            self._weigh_kind(page, number, weighing)
            found.append(weighing)
        return found

    def _weigh_kind(self, page: _Page, number: int, weighing: _Weighing) -> None:
        kind = self._gazetteer[weighing.target].kind
        around = page.around(number)
        if kind == "camp" and around & cues.REFUGEES:
            weighing.weigh(0.2, "a camp fits the words around")
        if kind == "hospital" and not around & cues.FACILITIES:
            weighing.weigh(-0.3, "no word for a hospital near")
        if kind == "military-site" and around & cues.STRIKE_ON_BASE:
            weighing.weigh(0.2, "a base fits the words around")

    def _let_lists_agree(self, page: _Page, weighings: list[list[_Weighing]]) -> None:
        """Items of one list are of one sort: a sure place among them speaks for the others."""
        for members in page.lists:
            sure = [n for n in members if weighings[n] and weighings[n][0].score >= 0.75]
            headed = page.list_has_head(members)
            for number in members:
                others = [n for n in sure if n != number]
                for weighing in weighings[number]:
                    if headed and number != members[0]:
                        weighing.weigh(0.4, "in a list of districts")
                    elif others:
                        name = page.hits[others[0]].readings[0].toponym.text
                        weighing.weigh(0.35, f"in a list with {name}")

    @staticmethod
    def _keep_one_sense(weighings: list[list[_Weighing]]) -> None:
        settled = {w.target for found in weighings for w in found[:1] if w.score >= 0.7}
        for found in weighings:
            for weighing in found:
                if weighing.target in settled and weighing.score < 0.7:
                    weighing.weigh(0.3, "the document means this place elsewhere")

    # --- the choice -----------------------------------------------------------------

    def _mention(self, page: _Page, hit: Hit, found: list[_Weighing], open_gate: bool) -> Mention:
        surface = page.text[hit.start : hit.end]
        away = self._elsewhere.get(hit.readings[0].toponym.target)
        if away is not None and not any(w.score >= ENOUGH for w in found):
            return Mention(
                start=hit.start,
                end=hit.end,
                surface=surface,
                status=Status.CITY if away.is_aleppo else Status.OUTSIDE,
                name=away.label,
                score=1.0,
                reason="the city as a whole" if away.is_aleppo else "a place outside Aleppo",
            )
        ranked = sorted(found, key=lambda w: (-w.score, self._rank(w.target), w.target))
        candidates = tuple(
            Candidate(place_id=w.target, score=round(min(max(w.score, 0.0), 1.0), 2))
            for w in ranked
        )
        status, place_id, reason = self._choose(ranked, open_gate)
        return Mention(
            start=hit.start,
            end=hit.end,
            surface=surface,
            status=status,
            place_id=place_id,
            name=self._gazetteer[place_id].name_en if place_id else None,
            score=candidates[0].score if candidates else 0.0,
            reason=reason,
            candidates=candidates,
        )

    def _choose(self, ranked: list[_Weighing], open_gate: bool) -> tuple[Status, str | None, str]:
        if not ranked:
            return Status.NIL, None, "no place of this name"
        best = ranked[0]
        because = "; ".join(best.reasons)
        if not open_gate:
            return Status.NIL, None, f"the document does not name Aleppo ({because})"
        if best.score < ENOUGH:
            against = best.score < 0.35
            word = "evidence against a place" if against else "too little evidence for a place"
            return Status.NIL if against else Status.AMBIGUOUS, None, f"{word}: {because}"
        rivals = [w for w in ranked[1:] if best.score - w.score < CLOSE]
        rivals = [w for w in rivals if self._rank(w.target) == self._rank(best.target)]
        rivals = [w for w in rivals if best.target not in self._gazetteer.ancestors(w.target)]
        if rivals:
            names = ", ".join(w.target for w in [best, *rivals])
            return Status.AMBIGUOUS, None, f"could be any of {names}: {because}"
        return Status.RESOLVED, best.target, because

    def _rank(self, target: str) -> int:
        kind = self._gazetteer[target].kind
        return _KIND_ORDER.index(kind) if kind in _KIND_ORDER else len(_KIND_ORDER)


def _base(toponym: Toponym) -> float:
    """Where a name with other meanings starts: lower for a person's name, and in Arabic,
    which has no capitals to tell a name from a word."""
    return 0.35 if "person" in toponym.note or is_arabic(toponym.text) else 0.45


class _Page:
    """A document with its hits, asked for the words around each of them."""

    def __init__(
        self,
        text: str,
        tokens: Sequence[Token],
        hits: Sequence[Hit],
        sentences: Sequence[Span],
        elsewhere: Mapping[str, Elsewhere],
    ) -> None:
        self.text = text
        self.tokens = tokens
        self.hits = hits
        self.sentences = sentences
        self._sentence = [index_at(sentences, hit.start) if sentences else 0 for hit in hits]
        away = [elsewhere.get(hit.readings[0].toponym.target) for hit in hits]
        self._aleppo_in = {
            s for s, a in zip(self._sentence, away, strict=True) if a and a.is_aleppo
        }
        self._other_in: dict[int, list[tuple[int, str]]] = {}
        for sentence, place, hit in zip(self._sentence, away, hits, strict=True):
            if place and not place.is_aleppo:
                self._other_in.setdefault(sentence, []).append((hit.start, place.label))
        self._is_aleppo = [bool(place and place.is_aleppo) for place in away]
        self.names_aleppo = bool(self._aleppo_in) or any(
            _ALEPPO.search(text, hit.start, hit.end) for hit in hits
        )
        self._hit_of_token = {
            token: number
            for number, hit in enumerate(hits)
            for token in range(hit.first, hit.last + 1)
        }
        self.lists = self._find_lists()

    # --- words around a hit -----------------------------------------------------------

    def _word(self, token: int, sentence: int) -> str:
        """The folded word at a token, or "" outside the sentence."""
        if not 0 <= token < len(self.tokens):
            return ""
        span = self.sentences[sentence]
        inside = span.start <= self.tokens[token].start < span.end
        return cues.folded(self.tokens[token].surface) if inside else ""

    def _before(self, number: int, most: int = 3) -> list[str]:
        """Folded words before a hit, nearest first; articles and "of" passed over."""
        hit, sentence = self.hits[number], self._sentence[number]
        found: list[str] = []
        token = hit.first - 1
        while len(found) < most and (word := self._word(token, sentence)):
            if word not in _PASSED_OVER and self.tokens[token].start < hit.start:
                found.append(word)
            token -= 1
        return found

    def _directly_before(self, number: int) -> str:
        """The folded word before a hit, articles passed over; "of" is not: the hospital of a
        quarter names the quarter, the Sakhour hospital does not."""
        token, sentence = self.hits[number].first - 1, self._sentence[number]
        while (word := self._word(token, sentence)) in _ARTICLES_ONLY:
            token -= 1
        return word

    def _after(self, number: int, most: int = 2) -> list[str]:
        hit, sentence = self.hits[number], self._sentence[number]
        words = [self._word(hit.last + 1 + n, sentence) for n in range(most)]
        return [word for word in words if word]

    def around(self, number: int) -> frozenset[str]:
        """All folded words of the hit's sentence."""
        span = self.sentences[self._sentence[number]]
        hit = self.hits[number]
        near = range(max(0, hit.first - 12), min(len(self.tokens), hit.last + 13))
        return frozenset(
            cues.folded(self.tokens[n].surface)
            for n in near
            if span.start <= self.tokens[n].start < span.end
        )

    def has_head(self, number: int) -> bool:
        """Whether a head noun stands directly before or after the hit."""
        before, after = self._before(number, 1), self._after(number, 1)
        return bool(cues.HEADS.intersection(before) or cues.HEADS.intersection(after))

    def _joined_after(self, number: int) -> str:
        """The word after a hit when nothing but space or a hyphen parts them."""
        following = self.hits[number].last + 1
        if following >= len(self.tokens):
            return ""
        gap = self.text[self.hits[number].end : self.tokens[following].start]
        return self._after(number, 1)[0] if gap in (" ", "-") and self._after(number, 1) else ""

    # --- evidence ---------------------------------------------------------------------

    def evidence(self, number: int, ambiguous: bool) -> list[tuple[float, str]]:
        """What the words around a hit say, as (weight, reason)."""
        found: list[tuple[float, str]] = []
        sentence = self._sentence[number]
        if self.has_head(number):
            found.append((0.45, "beside a word for a part of town"))
        elif self._prepositioned(number):
            found.append((0.15, "after a word of place"))
        elif cues.HAPPENS.intersection(self._after(number, 3)):
            found.append((0.15, "before what happens to places"))
        if self._beside_aleppo(number):
            found.append((0.3, "Aleppo named right beside it"))
        elif sentence in self._aleppo_in:
            found.append((0.15, "Aleppo in the same sentence"))
        elif self.names_aleppo:
            found.append((0.1, "Aleppo named in the document"))
        found.extend(self._against(number, ambiguous))
        return found

    def _beside_aleppo(self, number: int) -> bool:
        """Whether only small words part the hit from the city's name, as in "Shaar in Aleppo"."""
        for other in (number - 1, number + 1):
            if not 0 <= other < len(self.hits) or not self._is_aleppo[other]:
                continue
            one, two = sorted((number, other))
            between = range(self.hits[one].last + 1, self.hits[two].first)
            words = {cues.folded(self.tokens[n].surface) for n in between}
            small = cues.PREPOSITIONS | cues.HEADS | _PASSED_OVER
            if len(between) <= 3 and words <= small and self._sentence[one] == self._sentence[two]:
                return True
        return False

    def _prepositioned(self, number: int) -> bool:
        hit, sentence = self.hits[number], self._sentence[number]
        token = hit.first - 1
        while self._word(token, sentence) in _ARTICLES_ONLY - cues.PREPOSITIONS:
            token -= 1
        word = self._word(token, sentence)
        attached = self.tokens[hit.first].start < hit.start  # an Arabic ب or ل in front
        return word in cues.PREPOSITIONS or word in cues.PLACE_VERBS or attached

    def _against(self, number: int, ambiguous: bool) -> list[tuple[float, str]]:
        found: list[tuple[float, str]] = []
        sentence = self._sentence[number]
        before, after = self._before(number, 2), self._joined_after(number)
        head = self.has_head(number)
        nearest = self._directly_before(number)
        if nearest in cues.GROUPS or after in cues.GROUPS:
            found.append((-0.8, "the name of an armed group or unit"))
        elif nearest in cues.FACILITIES or after in cues.FACILITIES:
            found.append((-0.8, "the name of a building, not of the whole quarter"))
        elif not head and ambiguous and self._is_person(number, before):
            found.append((-0.6, "looks like a person's name"))
        if ambiguous and sentence in self._other_in and sentence not in self._aleppo_in:
            label = min(self._other_in[sentence], key=lambda o: abs(o[0] - self.hits[number].start))
            found.append((-0.6, f"{label[1]} is nearer than Aleppo"))
        return found

    def _is_person(self, number: int, before: Sequence[str]) -> bool:
        nearest = before[0] if before else ""
        if nearest in cues.TITLES or nearest in cues.GIVEN_NAMES:
            return True
        after = self._after(number, 1)
        return bool(after) and after[0] in cues.SPEECH

    # --- lists ------------------------------------------------------------------------

    def _find_lists(self) -> list[list[int]]:
        """Runs of hits that stand side by side as the items of one list."""
        lists: list[list[int]] = []
        run: list[int] = []
        for number in range(len(self.hits)):
            if run and self._listed_together(run[-1], number):
                run.append(number)
                continue
            lists.append(run)
            run = [number]
        lists.append(run)
        return [found for found in lists if len(found) > 1]

    def _listed_together(self, one: int, other: int) -> bool:
        if self._sentence[one] != self._sentence[other]:
            return False
        between = range(self.hits[one].last + 1, self.hits[other].first)
        words = [cues.folded(self.tokens[n].surface) for n in between]
        extra = [w for w in words if w not in cues.JOINERS | cues.HEADS | _PASSED_OVER]
        gap = self.text[self.hits[one].end : self.hits[other].start]
        parted = any(mark in gap for mark in ",،;/&-–") or any(w in cues.JOINERS for w in words)
        attached = self.tokens[self.hits[other].first].start < self.hits[other].start
        return not extra and (parted or attached) and "." not in gap

    def list_has_head(self, members: Sequence[int]) -> bool:
        """Whether the first item of a list stands under a plural head noun."""
        return bool(cues.PLURAL_HEADS.intersection(self._before(members[0], 2)))


_ARTICLES_ONLY = frozenset(
    "the al el as ash ad an ar at az la le les l il der die das den dem".split()
)
_PASSED_OVER = _ARTICLES_ONLY | frozenset("of de du des d del von s dal dell".split())
_ALEPPO = re.compile(r"\b(?:Aleppo|Alep|Alepo|Halep|Haleb|Halab|Heleb|Алеппо)\b|حلب", re.IGNORECASE)
"""The city inside a longer name, as in "University of Aleppo"."""
