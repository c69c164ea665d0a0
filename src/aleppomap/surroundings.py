"""The words around a toponym, and what they say for and against its being a place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from aleppomap import cues
from aleppomap.fold import is_arabic
from aleppomap.generics import generic_of
from aleppomap.lexicon import Toponym
from aleppomap.mentions import Hit, Token
from aleppomap.model import Span
from aleppomap.sentences import index_at


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A place that is no part of the map: the city as a whole, or somewhere outside it."""

    label: str
    is_aleppo: bool
    country: str = ""

    @property
    def is_around_aleppo(self) -> bool:
        """Whether it is the country round the city, which is no rival of the city's quarters."""
        return not self.is_aleppo and "Aleppo" in self.label


@dataclass(frozen=True, slots=True)
class _City:
    """A town or country that a text names, by its tokens; ``governs`` is False in a dateline
    and where somebody only goes there."""

    first: int
    last: int
    sentence: int
    label: str
    homes: frozenset[str]
    is_aleppo: bool = False
    heads: bool = False
    governs: bool = True
    number: int = -1


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
        self.hits = list(hits)
        self.sentences = sentences
        self._folded = [cues.folded(token.surface) for token in tokens]
        self._at = list(_sentences_of(tokens, sentences))
        self._words_before: dict[tuple[int, str], list[str]] = {}
        self._near: dict[int, frozenset[str]] = {}
        self._headed: dict[int, bool] = {}
        self._sentence = [index_at(sentences, hit.start) if sentences else 0 for hit in hits]
        away = [elsewhere.get(hit.readings[0].toponym.target) for hit in hits]
        self._is_aleppo = [bool(place and place.is_aleppo) for place in away]
        self._aleppo_in = {
            s for s, is_it in zip(self._sentence, self._is_aleppo, strict=True) if is_it
        }
        of_aleppo = [found.start() for found in _ALEPPO.finditer(text)]
        if sentences:
            self._aleppo_in.update(index_at(sentences, start) for start in of_aleppo)
        self.names_aleppo = bool(self._aleppo_in)
        self._cities = list(self._find_cities(away))
        self._cities_in: dict[int, list[_City]] = {}
        for city in self._cities:
            self._cities_in.setdefault(city.sentence, []).append(city)
        self._last_tokens = [city.last for city in self._cities]
        others = sum(not city.is_aleppo for city in self._cities)
        surely = sum(
            place is None and not hit.readings[0].toponym.ambiguous and hit.readings[0].cost <= 0.02
            for hit, place in zip(hits, away, strict=True)
        )
        self.is_mainly_elsewhere = others > len(of_aleppo) + surely
        self.lists = self._find_lists()
        self._list_of = {number: members for members in self.lists for number in members}

    def _find_cities(self, away: Sequence[Elsewhere | None]) -> Iterable[_City]:
        """Other towns and countries, in the order of the text, and the city itself."""
        countries = [
            (n, country)
            for n, word in enumerate(self._folded)
            if (country := cues.country_of(word))
        ]
        for number, place in enumerate(away):
            hit = self.hits[number]
            while countries and countries[0][0] < hit.first:
                yield self._country(*countries.pop(0))
            if place is None or place.is_around_aleppo:
                continue
            head = self._heads_line(number)
            destination = not place.is_aleppo and self._is_destination(number)
            yield _City(
                first=hit.first,
                last=hit.last,
                sentence=self._sentence[number],
                label=place.label,
                homes=frozenset(
                    {place.label, place.country, cues.PROVINCES.get(place.label, "")}
                    - {"Syria", ""}
                ),
                is_aleppo=place.is_aleppo,
                heads=head == ":",
                governs=head != "-" and not destination,
                number=number,
            )
        for token, named in countries:
            yield self._country(token, named)

    def _country(self, token: int, country: str) -> _City:
        return _City(
            first=token,
            last=token,
            sentence=index_at(self.sentences, self.tokens[token].start),
            label=country,
            homes=frozenset({country}),
        )

    # --- words around a hit -----------------------------------------------------------

    def _word(self, token: int, sentence: int) -> str:
        """The folded word at a token, or "" outside the sentence."""
        inside = 0 <= token < len(self._at) and self._at[token] == sentence
        return self._folded[token] if inside else ""

    def _before(self, number: int, most: int = 3, stops: str = "|:;«»،,؛") -> list[str]:
        """Folded words before a hit, nearest first; articles and "of" passed over, and
        nothing beyond a mark that ends a thought."""
        known = self._words_before.get((number, stops))
        if known is None:
            known = self._words_before[number, stops] = self._read_before(number, stops)
        return known[:most]

    def _read_before(self, number: int, stops: str) -> list[str]:
        """As many words before a hit as anybody asks for."""
        hit, sentence = self.hits[number], self._sentence[number]
        found: list[str] = []
        token = hit.first - 1
        while len(found) < _FURTHEST and (word := self._word(token, sentence)):
            gap = self.text[self.tokens[token].end : self.tokens[token + 1].start]
            if gap != " " and any(mark in gap for mark in stops):
                break
            if word not in _PASSED_OVER and self.tokens[token].start < hit.start:
                found.append(word)
            token -= 1
        return found

    def _directly_before(self, number: int) -> str:
        """The folded word before a hit, articles passed over; "of" is not: the hospital of a
        quarter names the quarter, the Sakhour hospital does not."""
        token, sentence = self.hits[number].first - 1, self._sentence[number]
        while (word := self._word(token, sentence)) in _PLAIN_ARTICLES:
            token -= 1
        gap = self.text[self.tokens[token].end : self.tokens[token + 1].start] if word else ""
        return "" if any(mark in gap for mark in ",;،:.|()") else word

    def _after(self, number: int, most: int = 2) -> list[str]:
        hit, sentence = self.hits[number], self._sentence[number]
        words = [self._word(hit.last + 1 + n, sentence) for n in range(most)]
        return [word for word in words if word]

    def around(self, number: int) -> frozenset[str]:
        """The folded words of the hit's sentence that are not far from it."""
        known = self._near.get(number)
        if known is None:
            sentence, hit = self._sentence[number], self.hits[number]
            near = range(max(0, hit.first - 12), min(len(self.tokens), hit.last + 13))
            known = frozenset(self._folded[n] for n in near if self._at[n] == sentence)
            self._near[number] = known
        return known

    def speaks_of(self, number: int, words: frozenset[str]) -> bool:
        """Whether a word of a set stands in the hit's sentence."""
        return bool(self.around(number) & words)

    def sentence_of(self, number: int) -> int:
        """The number of the sentence that a hit stands in."""
        return self._sentence[number]

    def has_head(self, number: int) -> bool:
        """Whether a head noun stands directly before or after the hit."""
        known = self._headed.get(number)
        if known is None:
            known = self._headed[number] = self._finds_head(number)
        return known

    def _finds_head(self, number: int) -> bool:
        before, after = self._before(number, 1), self._after(number, 1)
        hit = self.hits[number]
        own = {self._folded[hit.first], self._folded[hit.last]}
        inside = own & cues.HEADS if hit.first < hit.last else frozenset()
        if self._is_said_to_be_part(number):
            return True
        return bool(inside or cues.HEADS.intersection(before) or cues.HEADS.intersection(after))

    def _is_said_to_be_part(self, number: int) -> bool:
        """Whether ", a rebel-held district" or "، وهو حي" follows the hit."""
        end = self.hits[number].end
        words = self._after(number, 4)
        if self.text[end : end + 1] not in (",", "،") or not words:
            return False
        opens = words[0] in (
            "a",
            "an",
            "the",
            "وهو",
            "وهي",
            "un",
            "une",
            "ein",
            "eine",
            "der",
            "das",
        )
        return opens and bool(cues.HEADS.intersection(words[1:]))

    def _joined_after(self, number: int) -> str:
        """The word after a hit when nothing but space or a hyphen parts them."""
        following = self.hits[number].last + 1
        if following >= len(self.tokens):
            return ""
        gap = self.text[self.hits[number].end : self.tokens[following].start]
        return self._after(number, 1)[0] if gap in (" ", "-") and self._after(number, 1) else ""

    # --- evidence ---------------------------------------------------------------------

    def evidence(
        self, number: int, toponym: Toponym, ambiguous: bool, about_aleppo: bool
    ) -> list[tuple[str, str]]:
        """What the words around a hit say for a name being a place, as (clue, name).

        ``about_aleppo`` says that the document names the city or is surely about it.
        """
        found: list[tuple[str, str]] = []
        sentence = self._sentence[number]
        person = "person" in toponym.senses
        if self.has_head(number):
            found.append(("head", ""))
        elif self._prepositioned(number, person):
            found.append(("place-word", ""))
        if self._stands_alone(number):
            found.append(("alone", ""))
        if cues.STRIKES.intersection(self._before(number, 6)):
            found.append(("attack-before", ""))
        elif self._directly_before(number) in cues.LOCALS:
            found.append(("locals", ""))
        elif cues.HAPPENS.intersection(self._after(number, 3)):
            found.append(("happens-after", ""))
        if ambiguous and not found and self._is_bare(number):
            found.append(("bare", ""))
        rival = self.rival(number, toponym)
        if rival is None and ambiguous and (other := self._other_town(number)):
            rival = ("other-town", other.label)
        if rival is None:
            if self._beside_aleppo(number):
                found.append(("aleppo-beside", ""))
                if self._joined_to_aleppo(number):
                    found.append(("aleppo-joined", ""))
            elif sentence in self._aleppo_in:
                found.append(("aleppo-sentence", ""))
            elif about_aleppo:
                passing = ambiguous and self.is_mainly_elsewhere
                found.append(("aleppo-passing" if passing else "aleppo-document", ""))
            if about_aleppo and ambiguous and not _plain(toponym):
                found.append(("no-rival", ""))
        elif ambiguous:
            if rival[0] == "other-town":  # it may well be a part of town: of that one
                found = [clue for clue in found if clue[0] != "head"]
            found.append(rival)
        found.extend(self._against(number, toponym, ambiguous))
        return found

    def _is_bare(self, number: int) -> bool:
        """Whether a hit is one Latin or Cyrillic word outside any list: with nothing beside it
        that speaks of a place, it may be anybody or anything."""
        hit = self.hits[number]
        arabic = is_arabic(self.tokens[hit.first].surface)
        return hit.first == hit.last and not arabic and number not in self._list_of

    def _stands_alone(self, number: int) -> bool:
        """Whether marks or line ends part the hit and its head from all other words, as in
        the title of a video: "Shaar || ..."."""
        hit, sentence = self.hits[number], self._sentence[number]
        first = hit.first
        while first > 0 and self._word(first - 1, sentence) in _HEADS_AND_ARTICLES:
            first -= 1
        start = min(hit.start, self.tokens[first].start)
        before = self.text[self.tokens[first - 1].end : start] if first else "|"
        last = hit.last
        after = (
            self.text[hit.end : self.tokens[last + 1].start] if last + 1 < len(self.tokens) else "|"
        )
        return bool(_MARK.search(before)) and bool(_MARK.search(after))

    def _beside_aleppo(self, number: int) -> bool:
        """Whether only small words part the hit from the city's name, as in "Shaar in Aleppo"."""
        for other in (number - 1, number + 1):
            if not 0 <= other < len(self.hits) or not self._is_aleppo[other]:
                continue
            one, two = sorted((number, other))
            between = range(self.hits[one].last + 1, self.hits[two].first)
            words = {self._folded[n] for n in between}
            gap = self.text[self.hits[one].end : self.hits[two].start]
            parted = "،" in gap or ";" in gap or self._sentence[one] != self._sentence[two]
            event = one == other and bool(words & cues.PREPOSITIONS)  # "Aleppo's friends in X"
            if len(between) <= 3 and words <= _SMALL and not parted and not event:
                return True
        return False

    def _joined_to_aleppo(self, number: int) -> bool:
        """Whether an Arabic hit stands right behind or before the city, as headlines name a
        part of it ("حلب الشعار"): not where a ruler of the city is named."""
        hit = self.hits[number]
        if not is_arabic(self.tokens[hit.first].surface):
            return False
        sentence = self._sentence[number]
        city = self.hits[number - 1] if number and self._is_aleppo[number - 1] else None
        if city is not None and city.last + 1 == hit.first:
            ruler = {self._word(city.first - n, sentence) for n in (1, 2, 3)} & cues.RULERS
            return not ruler and hit.start == self.tokens[hit.first].start
        after = number + 1 < len(self.hits) and self._is_aleppo[number + 1]
        opens = not self._word(hit.first - 1, sentence) or not self._before(number, 1)
        return after and opens and self.text[hit.end : self.hits[number + 1].start] == " "

    def _prepositioned(self, number: int, person: bool) -> bool:
        """Whether a word of place stands before the hit; one goes "to" a person too."""
        hit, sentence = self.hits[number], self._sentence[number]
        token = hit.first - 1
        while self._word(token, sentence) in _PLAIN_ARTICLES:
            token -= 1
        word = self._word(token, sentence)
        front = self.text[self.tokens[hit.first].start : hit.start]
        if _LOCATIVE.search(self.tokens[hit.last].surface):
            return True
        if person and word in _PERSON_VERBS:
            return bool(cues.MOVES.intersection(self._before(number, 4)))
        attached = front.endswith("ب") or (front.endswith("ل") and not person)
        return word in cues.PREPOSITIONS or word in cues.PLACE_VERBS or attached

    def _against(self, number: int, toponym: Toponym, ambiguous: bool) -> list[tuple[str, str]]:
        found: list[tuple[str, str]] = []
        before, after = self._before(number, 2), self._joined_after(number)
        head = self.has_head(number)
        nearest = self._directly_before(number)
        named = bool(before) and "person" in toponym.senses and before[0] in cues.GROUPS
        if named or nearest in cues.GROUPS or (after in cues.GROUPS and not is_arabic(after)):
            found.append(("group", ""))
        elif nearest in cues.FACILITIES or self._is_seat(before) or self._names_building(number):
            found.append(("building", ""))
        elif "generic" in toponym.senses and self._is_quoted(number):
            found.append(("office", ""))
        elif "word" in toponym.senses and (
            after in cues.MONTH_PARTS or (before and before[0] in cues.MONTHS)
        ):
            found.append(("month", ""))
        elif nearest in cues.FIRMS or after in cues.FIRMS or self._is_called(number):
            found.append(("firm", ""))
        elif ambiguous and nearest in cues.TOWNS:
            found.append(("town", ""))
        elif not head and self._is_person(number, toponym, ambiguous):
            found.append(("person-beside", ""))
        elif ambiguous and not head and self._is_longer_name(number):
            found.append(("longer-name", ""))
        elif "person" in toponym.senses and not head and self._is_history(number):
            found.append(("history", ""))
        return found

    def _names_building(self, number: int) -> bool:
        """Whether a building or a club stands right after the hit: "X hospital", "X Sports Club"."""
        after = self._joined_after(number)
        if after in cues.FACILITIES:
            return True
        words = self._after(number, 2)
        named = cues.FACILITIES | cues.FIRMS | {"centre", "center"}
        return len(words) == 2 and after in cues.BUILT and words[1] in named

    def _is_quoted(self, number: int) -> bool:
        """Whether "a source in" stands before: the office speaks, nothing happens there."""
        before = self._before(number, 3)
        return bool(cues.SOURCES.intersection(before[:3]))

    def _is_called(self, number: int) -> bool:
        """Whether something that is no part of town is said to be called so."""
        if self._directly_before(number) not in cues.CALLED:
            return False
        return not (cues.HEADS | {"so"}) & set(self._before(number, 4))

    @staticmethod
    def _is_seat(before: Sequence[str]) -> bool:
        """Whether "university of" stands before: that names the university."""
        return bool(before) and before[0] in cues.UNIVERSITIES

    def _is_longer_name(self, number: int) -> bool:
        """Whether a word with a capital stands right beside the hit that is no other toponym
        and no head: "Hossein Jaberi Ansari", "the Shahba Flour Company". Where every noun has
        a capital, as in German, it says nothing."""
        hit = self.hits[number]
        if self.around(number) & _GERMAN:
            return False
        if self._runs_into_ambiguous(number):
            return True
        taken = {n for other in self._beside(number) for n in (other.first, other.last)}
        if self._has_family_name(hit.last + 1, taken):
            return True
        if hit.end == self.tokens[hit.last].end and self._is_part(hit.last + 1, hit.last, taken):
            return True
        return self._is_part(hit.first - 1, hit.first - 1, taken)

    def _has_family_name(self, n: int, taken: set[int]) -> bool:
        """Whether "al-" and a name nobody listed follow: "Sheikh Saeed al-Homsi"."""
        if n + 1 >= len(self.tokens) or n + 1 in taken:
            return False
        gaps = (
            self.text[self.tokens[n - 1].end : self.tokens[n].start],
            self.text[self.tokens[n].end : self.tokens[n + 1].start],
        )
        article = self._folded[n] in _ARTICLES_ONLY
        return article and gaps == (" ", "-") and self.tokens[n + 1].surface[:1].isupper()

    def _runs_into_ambiguous(self, number: int) -> bool:
        """Whether only a space parts a Latin hit from another doubtful one: "Jaberi Ansari"."""
        pairs = [(number - 1, number - 1), (number + 1, number)]
        if self._run_of(number) >= _LIST:
            return False  # a list that has lost its commas
        return not is_arabic(self.tokens[self.hits[number].first].surface) and any(
            0 <= other < len(self.hits)
            and self._runs_on(first)
            and self.hits[other].readings[0].toponym.ambiguous
            for other, first in pairs
        )

    def _run_of(self, number: int) -> int:
        """How many hits stand in one run with nothing but spaces between them."""
        first = last = number
        while first and self._runs_on(first - 1):
            first -= 1
        while last + 1 < len(self.hits) and self._runs_on(last):
            last += 1
        return last - first + 1

    def _beside(self, number: int) -> Sequence[Hit]:
        return self.hits[max(0, number - 1) : number] + self.hits[number + 1 : number + 2]

    def _is_part(self, n: int, gap_at: int, taken: set[int]) -> bool:
        """Whether token ``n`` has a capital of its own and only a space parts it."""
        if n in taken or not 0 <= n < len(self.tokens) or gap_at + 1 >= len(self.tokens):
            return False
        token = self.tokens[n]
        gap = self.text[self.tokens[gap_at].end : self.tokens[gap_at + 1].start]
        capital = token.surface[:1].isupper() and not token.surface.isupper()
        opens = any(span.start == token.start for span in self._sentence_spans(n))
        before = self.text[self.tokens[n - 1].end : token.start] if n else ""
        opens = opens or any(mark in before for mark in ':;«“"(')
        known_word = self._folded[n] in _BESIDE_PLACES or generic_of(token.surface) is not None
        return gap == " " and capital and not known_word and not opens

    def _sentence_spans(self, token: int) -> Sequence[Span]:
        number = index_at(self.sentences, self.tokens[token].start)
        return self.sentences[number : number + 1]

    def _is_history(self, number: int) -> bool:
        """Whether words of history or a year before 1940 ("in 1183") stand in the sentence."""
        if self.around(number) & cues.HISTORY:
            return True
        hit, sentence = self.hits[number], self._sentence[number]
        for token in range(hit.first - 12, hit.last + 13):
            word = self._word(token, sentence)
            old = word.isdecimal() and 3 <= len(word) <= 4 and 600 <= int(word) < 1940
            if old and self._word(token - 1, sentence) in cues.YEAR_BEFORE:
                return True
        return False

    def rival(self, number: int, toponym: Toponym) -> tuple[str, str] | None:
        """What a town that has the same name says against the hit, or None.

        A city that heads the line ("Homs:", "دمشق |") governs it, else the nearest one of
        the sentence does, if Aleppo is not nearer; without one, the last one named before.
        A dateline and a destination govern nothing.
        """
        sentence = self._sentence[number]
        here = self._cities_in.get(sentence, [])
        if owner := self._owner(number):
            return ("rival-near", owner.label)
        rivals = [
            c
            for c in here
            if not c.is_aleppo
            and self._same_name(c, toponym)
            and (c.number >= 0 or self._apart(c, number) <= 4)  # "Iraqi forces" govern nothing
        ]
        nearest = min(rivals, key=lambda c: self._apart(c, number), default=None)
        if nearest is not None:
            of_aleppo = [self._apart(c, number) for c in here if c.is_aleppo]
            closer = bool(of_aleppo) and min(of_aleppo) < self._apart(nearest, number)
            beaten = self._beside_aleppo(number) or (closer and not self._owns(nearest, number))
            return None if beaten else ("rival-near", nearest.label)
        if not toponym.homes or sentence in self._aleppo_in:
            return None
        first = self.hits[number].first
        last = self._city_before(first)
        if (
            last is not None
            and sentence - last.sentence <= 3
            and not last.is_aleppo
            and last.homes & toponym.homes
        ):
            return ("rival-before", last.label)
        homes = [c for c in self._cities if c.homes & toponym.homes]
        if homes and not self.names_aleppo:
            return ("rival-only", homes[0].label)
        return None

    def _other_town(self, number: int) -> _City | None:
        """The town that the hit's sentence is about, when that is not Aleppo: any town may
        have a quarter of a name that more than one town has."""
        here = self._cities_in.get(self._sentence[number], [])
        here = [c for c in here if c.is_aleppo or self._is_scene(c)]
        if not here or self._beside_aleppo(number):
            return None
        nearest = min(here, key=lambda c: self._apart(c, number))
        return None if nearest.is_aleppo else nearest

    def _is_scene(self, city: _City) -> bool:
        """Whether something may happen in a town that is named: not where it stands for its
        government ("Moscow said", "a source in Damascus"), nor for where people come from."""
        if not city.governs or city.number < 0 or self.hits[city.number].readings[0].cost > 0.05:
            return False
        after = {self._word(city.last + n, city.sentence) for n in (1, 2)}
        before = [self._word(city.first - n, city.sentence) for n in (1, 2, 3, 4)]
        speaks = bool(after & cues.SPEECH) or bool(cues.SOURCES.intersection(before))
        return not speaks and before[0] not in cues.FROM

    def _owner(self, number: int) -> _City | None:
        """The other town that a hit is said to be a part of, alone or in a list: "X in Homs",
        "X district of Amman", "Mosul's X and Y"."""
        members = self._list_of.get(number, [number])
        first, last = self.hits[members[0]], self.hits[members[-1]]
        for city in self._cities_in.get(self._sentence[number], []):
            if city.is_aleppo or city.number in members:
                continue
            if self._is_owner(city, first, last):
                return city
        return None

    def _city_before(self, token: int) -> _City | None:
        """The last town named before a token."""
        number = bisect_left(self._last_tokens, token)
        return self._cities[number - 1] if number else None

    def _is_owner(self, city: _City, first: Hit, last: Hit) -> bool:
        if city.sentence != index_at(self.sentences, first.start):
            return False
        if last.last < city.first <= last.last + 5:
            between = [self._word(n, city.sentence) for n in range(last.last + 1, city.first)]
            named = self.hits[city.number].start if city.number >= 0 else None
            begins = self.tokens[city.first].start
            gap = self.text[last.end : begins]
            attached = named is not None and begins < named
            said = attached or bool(between and (_OF_OR_IN & {between[-1], between[0]}))
            apposed = gap.startswith(", ") and between[:1] in _APPOSING
            parted = set(gap.removeprefix(",") if apposed else gap) & set(",;:،.|")
            return said and set(between) <= _BETWEEN | _APPOSED and not parted
        if city.last < first.first <= city.last + 3:
            between = [self._word(n, city.sentence) for n in range(city.last + 1, first.first)]
            whole = self.tokens[city.last].surface
            return bool(_POSSESSED.search(whole)) and set(between) <= _BETWEEN
        return False

    def _owns(self, city: _City, number: int) -> bool:
        """Whether a city follows a hit as what it is a part of: "Maadi, a part of Cairo"."""
        last = self.hits[number].last
        if not last < city.first <= last + 8:
            return False
        word = self._word(city.first - 1, city.sentence)
        return word in _OF_OR_IN or self.text[self.tokens[city.first].start] == "ب"

    @staticmethod
    def _same_name(city: _City, toponym: Toponym) -> bool:
        """Whether a city has a part of the name: it is known to, or any town does ("the old
        city") and this one governs."""
        if city.homes & toponym.homes:
            return city.governs or city.label in cues.COUNTRIES
        anywhere = "generic" in toponym.senses and city.label not in cues.COUNTRIES
        return anywhere and city.governs

    def _apart(self, city: _City, number: int) -> int:
        """Words between a city and a hit; a city that heads the line is nearest of all."""
        if city.heads:
            return -1
        hit = self.hits[number]
        return hit.first - city.last if city.last < hit.first else city.first - hit.last

    def _heads_line(self, city: int) -> str:
        """ ":" where a city heads its line as its subject, "-" as a dateline, else ""."""
        hit = self.hits[city]
        if hit.start != self.sentences[self._sentence[city]].start:
            return ""
        after = self.text[hit.end : hit.end + 4].lstrip()
        return ":" if after[:1] in (":", "|") else "-" if after[:1] in tuple("-–—(,") else ""

    def _is_destination(self, city: int) -> bool:
        return self._word(self.hits[city].first - 1, self._sentence[city]) in cues.TOWARDS

    def _is_person(self, number: int, toponym: Toponym, ambiguous: bool) -> bool:
        """Whether a title or a given name stands before the hit, or what only persons do or
        are after it. A name that is nowhere else is a person's only by its beginning."""
        nearest = self._directly_before(number)
        hit = self.hits[number]
        if nearest in _OF_PERSONS:
            return ambiguous or hit.first == hit.last
        if not ambiguous:
            return False
        if "person" in toponym.senses and self._has_role(number):
            return True
        first = number
        while first and self._runs_on(first - 1):
            first -= 1
        if first < number and self._directly_before(first) in _OF_PERSONS:
            return True
        after = self._after(number, 1)
        speaks = bool(after) and after[0] in cues.SPEECH
        return speaks and nearest not in _SMALL_BEFORE

    def _has_role(self, number: int) -> bool:
        """Whether ", a cleric from ..." or ", who ..." follows the hit."""
        end = self.hits[number].end
        if self.text[end : end + 2] != ", ":
            return False
        words = self._after(number, 5)
        if words[:1] in (["who"], ["whose"], ["qui"], ["der"], ["quien"]):
            return True
        return words[:1] in (["a"], ["an"], ["the"]) and bool(cues.ROLES.intersection(words))

    def _runs_on(self, number: int) -> bool:
        """Whether nothing but a space parts a hit from the next one."""
        one, two = self.hits[number], self.hits[number + 1]
        return two.first == one.last + 1 and self.text[one.end : two.start] == " "

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
        words = [self._folded[n] for n in between]
        extra = [w for w in words if w not in _IN_LISTS and not w.isdecimal()]  # "Sukkari (24) and"
        gap = self.text[self.hits[one].end : self.hits[other].start]
        bare = gap == " " and self._run_of(one) >= _LIST
        parted = (
            bare or any(mark in gap for mark in ",،;/&-–") or any(w in cues.JOINERS for w in words)
        )
        attached = self.tokens[self.hits[other].first].start < self.hits[other].start
        return not extra and (parted or attached) and "." not in gap

    def list_has_head(self, members: Sequence[int]) -> bool:
        """Whether the first item of a list stands under a plural head noun."""
        return bool(cues.PLURAL_HEADS.intersection(self._before(members[0], 2, stops="|;")))


_LIST = 3
"""Names in a row from which they are a list even without commas."""
_ARTICLES_ONLY = frozenset(
    "the al el as ash ad an ar at az la le les l il der die das den dem".split()
)
_OF_OR_IN = frozenset("of in de en a dans von in bei في в г du d".split())
_LOCATIVE = re.compile(r"['’][dt][ea](?:n|ki)?$", re.IGNORECASE)
"""Turkish "in" and "from" behind a name."""
_POSSESSED = re.compile(
    r"['’](?:s|[nıiuü]{1,3}n|[dt][ae]ki)$|ск(?:ом|ого|ой|ий|ая|ую|ие|их)$", re.I
)
"""How an owner is marked: "Mosul's", "Musul'un", "İstanbul'daki", дамасском."""
_BETWEEN = (
    _OF_OR_IN
    | cues.HEADS
    | _ARTICLES_ONLY
    | frozenset(
        "city town old مدينه محافظه بمدينه ville stadt ciudad города городе город historic".split()
    )
)
_APPOSED = frozenset(
    "a an the town city village suburb district quarter neighbourhood north south east west centre"
    " northern southern eastern western part heart outskirts edge".split()
)
_APPOSING = (["a"], ["an"], ["the"], ["in"], ["on"])
_PASSED_OVER = _ARTICLES_ONLY | frozenset("of de du des d del von s dal dell".split())


_FURTHEST = 6
"""The most words before a hit that any question looks at."""
_PLAIN_ARTICLES = _ARTICLES_ONLY - cues.PREPOSITIONS
_HEADS_AND_ARTICLES = cues.HEADS | _ARTICLES_ONLY
_SMALL_BEFORE = cues.PREPOSITIONS | _PASSED_OVER
_SMALL = _SMALL_BEFORE | cues.HEADS
_BESIDE_PLACES = _SMALL | cues.PLACE_VERBS | cues.JOINERS
_IN_LISTS = cues.JOINERS | cues.HEADS | _PASSED_OVER
_PERSON_VERBS = cues.TOWARDS | cues.MEETS
_OF_PERSONS = cues.TITLES | cues.GIVEN_NAMES


def _sentences_of(tokens: Sequence[Token], sentences: Sequence[Span]) -> Iterable[int]:
    """For each token the number of the sentence it stands in, -1 for none."""
    number = 0
    for token in tokens:
        while number < len(sentences) and sentences[number].end <= token.start:
            number += 1
        inside = number < len(sentences) and sentences[number].start <= token.start
        yield number if inside else -1


def _plain(toponym: Toponym) -> bool:
    """Whether a name is rather a person's or, in Arabic, a word than another town's."""
    if "person" in toponym.senses or {"famous", "word"} <= toponym.senses:
        return True
    return "word" in toponym.senses and is_arabic(toponym.text)


_GERMAN = frozenset("der die das den dem des und".split())
_ALEPPO = re.compile(
    r"\b(?:Aleppo|Alep|Alepo|Halep|Haleb|Halab|Heleb)(?![a-z]*(?:o[a-z]|us))|\bAlepp|Алеппо"
    r"|(?<![\u0621-\u0628\u062a-\u064a])[وفبل]?حلب(?![\u0621-\u064a])",
    re.IGNORECASE,
)
"""The city anywhere in a text, inside hashtags and longer names too."""
_MARK = re.compile(r"[|:–—/\\()\n\[\]«»\"•]|(?:^|\s)-+(?:\s|$)")
