"""Which place a toponym means, or why none: evidence for and against, added up and named.

The rules are those of a careful reader: a head noun ("district", حي) or a list of
districts speaks for a place, a nearer other city, a unit's or a person's name
against it, and one sense holds through a document. Evidence that is too weak
gives no place; a wrong dot on this map costs more than a missing one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from aleppomap import cues
from aleppomap.fold import is_arabic
from aleppomap.gazetteer import Gazetteer
from aleppomap.mentions import Hit, Reading, Token
from aleppomap.model import Candidate, Mention, Span, Status
from aleppomap.surroundings import GOVERNED, Elsewhere, Surroundings

ENOUGH = 0.55
"""Evidence from which a mention is resolved."""
CLOSE = 0.08
"""Candidates nearer to each other than this are not told apart by score alone."""

_KIND_ORDER = ("neighbourhood", "quarter-of-old-city", "suburb", "camp", "road", "gate")


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
        page = Surroundings(text, tokens, hits, sentences, self._elsewhere)
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

    def _weigh(self, page: Surroundings, number: int) -> list[_Weighing]:
        found = []
        for reading in page.hits[number].readings:
            toponym = reading.toponym
            if toponym.target not in self._gazetteer:
                continue
            ambiguous = toponym.ambiguous or reading.ordinary
            base = _base(reading) if ambiguous else 0.8
            spelled = "known spelling" if reading.cost <= 0.02 else "spelled like a known name"
            kind = "name with other meanings" if ambiguous else "name of this place only"
            weighing = _Weighing(toponym.target, base - 0.4 * reading.cost, [f"{spelled}, {kind}"])
            for amount, reason in page.evidence(number, ambiguous):
                weighing.weigh(amount, reason)
            self._weigh_kind(page, number, weighing)
            found.append(weighing)
        return found

    def _weigh_kind(self, page: Surroundings, number: int, weighing: _Weighing) -> None:
        kind = self._gazetteer[weighing.target].kind
        around = page.around(number)
        if kind == "camp" and around & cues.REFUGEES:
            weighing.weigh(0.2, "a camp fits the words around")
        if kind == "hospital" and not around & cues.FACILITIES:
            weighing.weigh(-0.3, "no word for a hospital near")
        if kind == "military-site" and around & cues.STRIKE_ON_BASE:
            weighing.weigh(0.2, "a base fits the words around")

    def _let_lists_agree(self, page: Surroundings, weighings: list[list[_Weighing]]) -> None:
        """Items of one list are of one sort: a sure place among them speaks for the others."""
        for members in page.lists:
            sure = [
                n
                for n in members
                if weighings[n]
                and weighings[n][0].score >= 0.75
                and (page.has_head(n) or not page.hits[n].readings[0].toponym.ambiguous)
            ]
            headed = page.list_has_head(members)
            for number in members:
                others = [n for n in sure if n != number]
                for weighing in weighings[number]:
                    if headed and number != members[0]:
                        weighing.weigh(0.4, "in a list of districts")
                    elif others:
                        if page.governor(number) and weighing.score < ENOUGH:
                            weighing.weigh(GOVERNED, "but its list is of Aleppo")
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

    def _mention(
        self, page: Surroundings, hit: Hit, found: list[_Weighing], open_gate: bool
    ) -> Mention:
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


def _base(reading: Reading) -> float:
    """Where a name with other meanings starts: lower for a person's name, lower still for
    an everyday word of Arabic, which has no capitals, and for a spelling nobody listed."""
    name = reading.toponym
    base = 0.35 if "person" in name.note or is_arabic(name.text) else 0.45
    if is_arabic(name.text) and "word" in name.note:
        base = 0.2
    return base if reading.cost <= 0.02 else base - 0.1
