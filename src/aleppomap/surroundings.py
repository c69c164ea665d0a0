"""The words around a toponym, and what they say for and against its being a place."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from aleppomap import cues
from aleppomap.mentions import Hit, Token
from aleppomap.model import Span
from aleppomap.sentences import index_at


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A place that is no part of the map: the city as a whole, or somewhere outside it."""

    label: str
    is_aleppo: bool

    @property
    def is_around_aleppo(self) -> bool:
        """Whether it is the country round the city, which is no rival of the city's quarters."""
        return not self.is_aleppo and "Aleppo" in self.label


class Surroundings:
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
        self._is_aleppo = [bool(place and place.is_aleppo) for place in away]
        self._label = [place.label if place else "" for place in away]
        self._cities_in: dict[int, list[int]] = {}
        for number, place in enumerate(away):
            if place is None or place.is_around_aleppo or self._heads_line(number) == "-":
                continue
            if place.is_aleppo or not self._is_destination(number):
                self._cities_in.setdefault(self._sentence[number], []).append(number)
        self.names_aleppo = bool(self._aleppo_in) or any(
            _ALEPPO.search(text, hit.start, hit.end) for hit in hits
        )
        self.lists = self._find_lists()

    # --- words around a hit -----------------------------------------------------------

    def _word(self, token: int, sentence: int) -> str:
        """The folded word at a token, or "" outside the sentence."""
        if not 0 <= token < len(self.tokens):
            return ""
        span = self.sentences[sentence]
        inside = span.start <= self.tokens[token].start < span.end
        return cues.folded(self.tokens[token].surface) if inside else ""

    def _before(self, number: int, most: int = 3, stops: str = "|:;«»،,؛") -> list[str]:
        """Folded words before a hit, nearest first; articles and "of" passed over, and
        nothing beyond a mark that ends a thought."""
        hit, sentence = self.hits[number], self._sentence[number]
        found: list[str] = []
        token = hit.first - 1
        while len(found) < most and (word := self._word(token, sentence)):
            gap = self.text[self.tokens[token].end : self.tokens[token + 1].start]
            if any(mark in gap for mark in stops):
                break
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
        if cues.STRIKES.intersection(self._before(number, 6)):
            found.append((0.2, "after a word for an attack"))
        elif cues.HAPPENS.intersection(self._after(number, 3)):
            found.append((0.15, "before what happens to places"))
        if self.governor(number):
            pass  # Aleppo further off in the sentence says nothing for it
        elif self._beside_aleppo(number):
            found.append((0.35, "Aleppo named right beside it"))
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
            gap = self.text[self.hits[one].end : self.hits[two].start]
            parted = "،" in gap or ";" in gap or self._sentence[one] != self._sentence[two]
            if len(between) <= 3 and words <= small and not parted:
                return True
        return False

    def _prepositioned(self, number: int) -> bool:
        hit, sentence = self.hits[number], self._sentence[number]
        token = hit.first - 1
        while self._word(token, sentence) in _ARTICLES_ONLY - cues.PREPOSITIONS:
            token -= 1
        word = self._word(token, sentence)
        front = self.text[self.tokens[hit.first].start : hit.start]
        attached = front.endswith(("ب", "ل"))
        return word in cues.PREPOSITIONS or word in cues.PLACE_VERBS or attached

    def _against(self, number: int, ambiguous: bool) -> list[tuple[float, str]]:
        found: list[tuple[float, str]] = []
        before, after = self._before(number, 2), self._joined_after(number)
        head = self.has_head(number)
        nearest = self._directly_before(number)
        if nearest in cues.GROUPS or after in cues.GROUPS:
            found.append((-1.0, "the name of an armed group or unit"))
        elif nearest in cues.FACILITIES or after in cues.FACILITIES:
            found.append((-1.0, "the name of a building, not of the whole quarter"))
        elif not head and ambiguous and self._is_person(number, before):
            found.append((-0.6, "looks like a person's name"))
        if ambiguous and (city := self.governor(number)):
            found.append((-GOVERNED, f"{city} is nearer than Aleppo"))
        return found

    def governor(self, number: int) -> str | None:
        """The other city that a name in the same sentence belongs to, or None.

        A city that heads the line ("Homs:", "دمشق |") governs it; else the nearest one
        does, if Aleppo is not nearer. A dateline and a destination govern nothing.
        """
        rivals = self._cities_in.get(self._sentence[number], [])
        nearest = min(rivals, key=lambda n: self._apart(n, number), default=None)
        if nearest is None or self._is_aleppo[nearest]:
            return None
        return None if self._beside_aleppo(number) else self._label[nearest]

    def _apart(self, city: int, number: int) -> int:
        """Words between a city and a hit; a city that heads the line is nearest of all."""
        if self._heads_line(city) == ":":
            return -1
        one, two = sorted((city, number))
        return self.hits[two].first - self.hits[one].last

    def _heads_line(self, city: int) -> str:
        """ ":" where a city heads its line as its subject, "-" as a dateline, else ""."""
        hit = self.hits[city]
        if hit.start != self.sentences[self._sentence[city]].start:
            return ""
        after = self.text[hit.end : hit.end + 4].lstrip()
        return ":" if after[:1] in (":", "|") else "-" if after[:1] in tuple("-–—(,") else ""

    def _is_destination(self, city: int) -> bool:
        return self._word(self.hits[city].first - 1, self._sentence[city]) in cues.TOWARDS

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
        return bool(cues.PLURAL_HEADS.intersection(self._before(members[0], 2, stops="|;")))


GOVERNED = 0.9
"""How much a nearer city weighs against a name that other cities have too."""

_ARTICLES_ONLY = frozenset(
    "the al el as ash ad an ar at az la le les l il der die das den dem".split()
)
_PASSED_OVER = _ARTICLES_ONLY | frozenset("of de du des d del von s dal dell".split())
_ALEPPO = re.compile(r"\b(?:Aleppo|Alep|Alepo|Halep|Haleb|Halab|Heleb|Алеппо)\b|حلب", re.IGNORECASE)
"""The city inside a longer name, as in "University of Aleppo"."""
