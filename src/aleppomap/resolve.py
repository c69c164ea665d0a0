"""Which place a toponym means, or why none: evidence for and against, added up and named.

The rules are those of a careful reader: a head noun ("district", حي) or a list of
districts speaks for a place, a nearer other city, a unit's or a person's name
against it, and one sense holds through a document. Evidence that is too weak
gives no place; a wrong dot on this map costs more than a missing one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import hypot, prod

from aleppomap import cues
from aleppomap.clues import CERTAIN, CLUES, ENOUGH, OUT
from aleppomap.fold import is_arabic, tokens
from aleppomap.gazetteer import Gazetteer
from aleppomap.mentions import Hit, Reading, Token
from aleppomap.model import Candidate, Mention, Place, Span, Status
from aleppomap.surroundings import Elsewhere, Surroundings

BELIEVED = 0.68
"""Belief from which a document that does not name Aleppo is taken to be about it."""
SHORT = 1200
"""Characters up to which a text is short: a title, a post, a news item."""
CLOSE = 0.08
"""Candidates nearer to each other than this are not told apart by score alone."""

_KIND_ORDER = ("neighbourhood", "quarter-of-old-city", "suburb", "camp", "road", "gate")


@dataclass(slots=True)
class Weighing:
    """The evidence on one reading of one hit."""

    target: str
    score: float = 0.0
    clues: list[tuple[str, str]] = field(default_factory=list)

    def weigh(self, clue: str, name: str = "") -> None:
        """Adds a clue; ``name`` is the town or the place that it speaks of."""
        self.score = round(self.score + CLUES[clue].weight, 4)
        self.clues.append((clue, name))

    @property
    def reason(self) -> str:
        """The clues in words."""
        return "; ".join(CLUES[clue].words.format(name) for clue, name in self.clues)

    @property
    def is_out(self) -> bool:
        """Whether a clue says that the hit is something else: nothing further off mends that."""
        return any(clue in OUT for clue, _ in self.clues)

    def has(self, clue: str) -> bool:
        """Whether a clue spoke."""
        return any(known == clue for known, _ in self.clues)


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
        words: Sequence[Token],
        hits: Sequence[Hit],
        sentences: Sequence[Span],
        *,
        gate: bool = True,
        aleppo_in_context: bool = False,
    ) -> tuple[Mention, ...]:
        """One mention for each hit, in the order of the text.

        With ``gate`` a document must name Aleppo, or be surely about it by the
        names it uses, before anything in it is placed; ``aleppo_in_context``
        says that its title or source names the city.
        """
        page = Surroundings(text, words, hits, sentences, self._elsewhere)
        weighings, about_aleppo = self.weigh(page, aleppo_in_context)
        open_gate = about_aleppo or not gate
        return tuple(
            self._mention(page, hit, found, open_gate)
            for hit, found in zip(hits, weighings, strict=True)
        )

    def weigh(
        self, page: Surroundings, aleppo_in_context: bool = False
    ) -> tuple[list[list[Weighing]], bool]:
        """The candidates of each hit with their clues, and whether the page is about Aleppo."""
        about_aleppo = page.names_aleppo or aleppo_in_context
        weighings = self._weigh_all(page, about_aleppo)
        if not about_aleppo and self._belief(page, weighings) >= BELIEVED:
            about_aleppo = True
            weighings = self._weigh_all(page, about_aleppo)
        return weighings, about_aleppo

    # --- evidence -------------------------------------------------------------------

    def _belief(self, page: Surroundings, weighings: Sequence[Sequence[Weighing]]) -> float:
        """How sure it is, from 0 to 1, that a document which does not name Aleppo is about it.

        Each distinct place speaks for it as an independent witness: a name that is nowhere
        else nearly settles it, one with other meanings helps a little. In a long text only
        names that are nowhere else count, for there some likeness turns up by chance.
        """
        short = len(page.text) <= SHORT
        doubts: dict[str, float] = {}
        for hit, found in zip(page.hits, weighings, strict=True):
            best = max(found, key=lambda w: w.score, default=None)
            if best is None:
                continue
            trust = _witness(hit.readings[0], best.score, short=short)
            doubts[best.target] = min(doubts.get(best.target, 1.0), 1.0 - trust)
        return 1.0 - prod(doubts.values())

    def _weigh_all(self, page: Surroundings, about_aleppo: bool) -> list[list[Weighing]]:
        weighings = [self._weigh(page, n, about_aleppo) for n in range(len(page.hits))]
        self._let_sure_ones_speak(page, weighings)
        self._let_lists_agree(page, weighings)
        self._let_neighbours_agree(page, weighings)
        self._keep_one_sense(weighings)
        return weighings

    def _weigh(self, page: Surroundings, number: int, about_aleppo: bool) -> list[Weighing]:
        found = []
        here = [r for r in page.hits[number].readings if r.toponym.target in self._gazetteer]
        homes = frozenset(home for r in here for home in r.toponym.homes)
        for reading in here:
            toponym = replace(reading.toponym, homes=homes)
            ambiguous = toponym.ambiguous or reading.ordinary
            weighing = Weighing(toponym.target, -0.4 * reading.cost)
            weighing.weigh(_start(page.hits[number], reading, self._gazetteer[toponym.target]))
            if reading.cost > 0.02:
                weighing.weigh("near-spelling")
            for clue, name in page.evidence(number, toponym, ambiguous, about_aleppo):
                weighing.weigh(clue, name)
            self._weigh_kind(page, number, weighing)
            found.append(weighing)
        return found

    def _weigh_kind(self, page: Surroundings, number: int, weighing: Weighing) -> None:
        kind = self._gazetteer[weighing.target].kind
        around = page.around(number)
        if kind == "camp" and around & cues.REFUGEES:
            weighing.weigh("camp")
        if kind == "gate" and len(page.hits[number].readings) > 1:
            of_gates = page.speaks_of(number, cues.GATES) and not self._among_quarters(page, number)
            weighing.weigh("gate" if of_gates else "no-gate")
        if kind == "military-site" and around & cues.STRIKE_ON_BASE:
            weighing.weigh("base")

    def _among_quarters(self, page: Surroundings, number: int) -> bool:
        """Whether a hit stands in a list whose other items are no gates."""
        others = {n for members in page.lists if number in members for n in members} - {number}
        return any(
            place.kind in ("neighbourhood", "suburb")
            for n in others
            if (place := self._gazetteer.get(page.hits[n].readings[0].toponym.target))
        )

    def _let_sure_ones_speak(
        self, page: Surroundings, weighings: Sequence[Sequence[Weighing]]
    ) -> None:
        """A sure place makes it likelier that names around it are places too."""
        sure: dict[int, dict[str, set[int]]] = {}
        for number, found in enumerate(weighings):
            if found and _is_sure(found):
                places = sure.setdefault(page.sentence_of(number), {})
                places.setdefault(found[0].target, set()).add(number)
        everywhere = {target for places in sure.values() for target in places}
        for number, found in enumerate(weighings):
            here = sure.get(page.sentence_of(number), {})
            near = [target for target, numbers in here.items() if numbers != {number}]
            if any(weighing.has("unique") for weighing in found):
                continue
            for weighing in found:
                if weighing.is_out:
                    continue
                beside = sorted(target for target in near if target != weighing.target)
                if beside:
                    weighing.weigh("sure-sentence", self._gazetteer[beside[0]].name_en)
                    if weighing.has("other-town"):
                        weighing.weigh("not-of-town")
                elif everywhere - {weighing.target}:
                    weighing.weigh("sure-document")

    def _let_lists_agree(self, page: Surroundings, weighings: list[list[Weighing]]) -> None:
        """Items of one list are of one sort: a sure place among them speaks for the others."""
        for members in page.lists:
            sure = [
                n
                for n in members
                if weighings[n]
                and weighings[n][0].score >= CERTAIN
                and (page.has_head(n) or not page.hits[n].readings[0].toponym.ambiguous)
            ]
            headed = page.list_has_head(members)
            doubtful = {n for n in members if weighings[n] and weighings[n][0].score >= 0.35}
            for number in members:
                others = [n for n in sure if n != number]
                for weighing in weighings[number]:
                    if weighing.is_out:
                        continue
                    rivalled = weighing.has("rival-near") or weighing.has("other-town")
                    if others and rivalled and weighing.score < ENOUGH:
                        weighing.weigh("list-beats-rival")
                    if headed and number != members[0]:
                        weighing.weigh("headed-list")
                    elif others:
                        name = page.hits[others[0]].readings[0].toponym.text
                        weighing.weigh("list", name)
                    elif doubtful - {number}:
                        weighing.weigh("list-alike")

    def _let_neighbours_agree(
        self, page: Surroundings, weighings: Sequence[Sequence[Weighing]]
    ) -> None:
        """Of two places of one name, the one near a sure place of the same sentence is meant."""
        sure = [
            (number, found[0].target)
            for number, found in enumerate(weighings)
            if len(found) == 1 and found[0].score >= ENOUGH
        ]
        for number, found in enumerate(weighings):
            if len(found) < 2:
                continue
            here = page.sentence_of(number)
            beside = [target for n, target in sure if page.sentence_of(n) == here]
            listed = {n for members in page.lists if number in members for n in members}
            beside = [target for n, target in sure if n in listed] or beside
            ranked = sorted(
                (apart, n)
                for n, weighing in enumerate(found)
                if (apart := self._metres(weighing.target, beside)) is not None
            )
            if len(ranked) >= 2 and 2 * ranked[0][0] + 500 < ranked[1][0]:
                found[ranked[0][1]].weigh("nearest")

    def _metres(self, target: str, others: Sequence[str]) -> float | None:
        """Metres from a place to the nearest of others, None where there are none."""
        here = self._gazetteer[target]
        return min((_metres(here, self._gazetteer[other]) for other in others), default=None)

    @staticmethod
    def _keep_one_sense(weighings: list[list[Weighing]]) -> None:
        settled = {w.target for found in weighings for w in found[:1] if w.score >= 0.7}
        for found in weighings:
            for weighing in found:
                if (
                    not weighing.is_out
                    and weighing.target in settled
                    and 0.25 <= weighing.score < 0.7
                ):
                    weighing.weigh("same-sense")

    # --- the choice -----------------------------------------------------------------

    def _mention(
        self, page: Surroundings, hit: Hit, found: list[Weighing], open_gate: bool
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

    def _choose(self, ranked: list[Weighing], open_gate: bool) -> tuple[Status, str | None, str]:
        if not ranked:
            return Status.NIL, None, "no place of this name"
        best = ranked[0]
        because = best.reason
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


def _start(hit: Hit, reading: Reading, place: Place) -> str:
    """The clue that the name itself is: Arabic has no capitals to tell a name from a word,
    and what is only like a name may be anything in any language."""
    name = reading.toponym
    if not (name.ambiguous or reading.ordinary):
        if reading.cost <= (0.1 if len(tokens(hit.readings[0].toponym.text)) > 1 else 0.02):
            return "unique"
        return "village-near" if place.outside_city else "unique-near"
    if "famous" in name.senses:
        return "famous"
    arabic = is_arabic(name.text)
    sort = "person" if "person" in name.senses else "shared"
    if arabic and len(tokens(name.text)) == 1 and "word" in name.senses:
        sort = "word"
    if reading.ordinary:
        sort = "word"
    return f"{sort}-ar" if arabic else sort


def _witness(reading: Reading, score: float, *, short: bool) -> float:
    """How far one name alone, 0 to 1, shows that its document is about Aleppo."""
    name = reading.toponym
    if score < 0.25 or reading.ordinary:
        return 0.0
    if not name.ambiguous:
        words = len(tokens(name.text))
        if reading.cost <= 0.05:
            return 0.95 if words > 1 else 0.8 if short else 0.4
        return (0.7 if words > 1 else 0.45) if short else 0.0
    if not short:
        return 0.0
    if "generic" in name.senses:
        return 0.45 if score >= 0.8 else 0.0
    if score >= 0.7:  # surely a place; and no other town is known to have one of this name
        return 0.6 if "elsewhere" in name.senses else 0.75
    return 0.45 if score >= 0.5 else 0.25


def _is_sure(found: Sequence[Weighing]) -> bool:
    """Whether a hit is surely a place, whatever the document."""
    best = found[0]
    return best.score >= CERTAIN and (best.has("unique") or best.has("head"))


def _metres(one: Place, other: Place) -> float:
    """Metres between two places; where a coordinate lacks, a guess from whether both lie on
    the same side of the city's edge."""
    if one.lon is None or one.lat is None or other.lon is None or other.lat is None:
        return 5_000.0 if one.outside_city == other.outside_city else 20_000.0
    return hypot((one.lon - other.lon) * 89_900, (one.lat - other.lat) * 111_000)
