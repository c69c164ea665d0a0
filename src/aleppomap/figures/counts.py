"""Reads counted phrases: bounds, a number in figures or words, and the noun that is counted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from aleppomap.figures.nouns import HEADS, NounReader, noun_of
from aleppomap.figures.sentence import is_trigger


@dataclass(frozen=True, slots=True)
class Count:
    """A counted phrase over the pieces ``first..last``; ``noun`` is the label of its head.

    ``noun`` is "" for a bare number and "unknown" for a head that no table has. ``single``
    marks a count without a numeral ("a woman", "شهيد"); ``mixed`` one of two nouns ("12 women
    and children").
    """

    first: int
    last: int
    low: float | None
    high: float | None
    noun: str = ""
    what: str = ""
    single: bool = False
    mixed: bool = False
    number_at: int = 0
    number_end: int = 0


_OF = frozenset(("of", "de", "von", "di"))


class Reader(NounReader):
    """Reads the counts of one sentence from left to right."""

    def find(self) -> list[Count]:
        """All counts in order; they do not overlap."""
        found: list[Count] = []
        free = 0
        for index, piece in enumerate(self.pieces):
            if index < free or (piece.number is None and not _may_start(piece.labels)):
                continue
            count = self._number(index) or self._single(index)
            if count is None:
                continue
            if found:
                count = replace(count, first=max(count.first, found[-1].last + 1))
            found.append(count)
            free = count.last + 1
        return found

    def _number(self, index: int) -> Count | None:
        """A count with a numeral at ``index``."""
        start = index
        if "art" in self._labels(index) and index + 1 < len(self.pieces):
            following = self.pieces[index + 1]
            if following.number is not None and not following.digits:
                index += 1
        if self._word(start - 1) in _NONE or self._is_vague(index):
            return None
        if "definite" in self._labels(index):
            return self._after_noun(index)
        read = self._value(index)
        if read is None:
            return None
        low, after = read
        high = low
        if self.lexicon.language == "en" and self._word(index - 1) == "half" and low == 12:
            low = high = 6
        rated = low == 18 and "+" in (self._word(index - 1), self._word(after))
        if rated or self._is_attribute(after) or self._is_ordinal_use(index, after):
            return None
        other = self._range(after, low)
        if other is not None:
            low = other[0] if "to" in self._labels(after) and self._has_toll(start) else low
            high, after = other
        low_bound, high_bound, first = self._bounds(start, low, high)
        last = after - 1
        if self._word(after) == "+":
            last, high_bound = after, None
        elif self._labels(after) & _AFTER and "of_them" not in self._labels(after):
            low_bound, high_bound, last = self._after(after, low_bound, high_bound)
        count = Count(first, last, low_bound, high_bound, number_at=index, number_end=after)
        return self._checked(self._with_noun(count), start)

    def _checked(self, count: Count, start: int) -> Count | None:
        """The count, or None where it is a day or a name, or an article with an unknown noun."""
        index = count.number_at
        if not count.noun and "family1" in self._labels(index - 2) and self._word(index - 1) in _OF:
            return replace(count, first=index - 2, noun="person")  # "a family of seven"
        dated = self.pieces[index].digits and "thing" in self._labels(index - 1)
        if dated and count.first == index and not (count.noun or count.what):
            return None  # "November 15", "резолюция 2254", "اللواء 80"
        if start == index and "art" in self._labels(start):
            known = count.what or count.noun in HEADS or count.noun.startswith("area")
            return replace(count, single=True) if known and count.noun != "family" else None
        return count

    def _is_vague(self, index: int) -> bool:
        """Whether a word for a scale stands alone ("тысячи людей", "آلاف المدنيين")."""
        if self._word(index) in ("الاف", "ملايين"):
            return True
        return "vague" in self._labels(index) and not self._labels(index - 1) & {"low", "about"}

    def _after_noun(self, index: int) -> Count | None:
        """A definite number and the noun before it: "أطفالهما الثلاثة"."""
        read = self._value(index)
        noun = noun_of(self._labels(index - 1))
        if read is None or noun not in HEADS[:3]:
            return None
        value, after = read
        return Count(index - 1, after - 1, value, value, noun, number_at=index, number_end=after)

    def _has_toll(self, index: int) -> bool:
        """Whether a word for a toll or its rise stands before ("rose from 30 to 45")."""
        return any(
            "total" in labels or any(label.endswith("^") for label in labels)
            for labels in map(self._labels, range(max(0, index - 12), index))
        )

    def _is_attribute(self, after: int) -> bool:
        """Whether the number is part of a compound: a 12-year-old, five-storey."""
        return (
            self._word(after) in ("-", "‑")
            and self._glued(after)
            and self._glued(after + 1)
            and after + 1 < len(self.pieces)
            and self.pieces[after + 1].number is None
        )

    def _is_ordinal_use(self, index: int, after: int) -> bool:
        """Whether the number names a thing or a year: district 3, no. 4, in 2012."""
        piece = self.pieces[index]
        value = piece.number or 0
        if not piece.digits:
            # "one of the fighters" says nothing of how many; "واحد" after its noun neither
            if self.lexicon.language == "ar" and value == 1 and after == index + 1:
                return True  # "one" follows its noun: شخص واحد
            return (
                value == 1
                and after == index + 1
                and "of" in self._labels(after)
                and "of_them" not in self._labels(after)
            )
        before = self._labels(index - 1)
        whole_year = 1900 <= value <= 2099 and not piece.grouped and piece.number == int(value)
        if whole_year:
            noun = self._labels(after)
            counted = noun & set(HEADS) or any(n.endswith("#") for n in noun)
            if not counted or "definite" in noun or before & {"thing"}:
                return True
        return self._word(index - 1) in _NUMBERED and not before & {"low", "top", "about"}

    def _range(self, after: int, low: float) -> tuple[float, int] | None:
        """The upper end of "80-85", "10 to 12", with the index after it."""
        joined = self._word(after) in ("-", "–", "—", "‑")
        if after + 1 >= len(self.pieces):
            return None
        labels = self._labels(after)
        opened = "between" in self._labels(after - 2) or "between" in self._labels(after - 3)
        close = joined or "to" in labels or (opened and labels & {"and", "or"})
        if not close:
            return None
        if "and" in labels and "between" not in self._labels(after - 2):
            return None
        if "or" in labels and self.pieces[after - 1].digits:
            return None
        read = self._value(after + 1)
        if read is None or read[0] <= low or read[0] > low * 10:
            return None
        if joined and not opened and not (self.pieces[after - 1].number is not None):
            return None
        return read

    def _bounds(
        self, first: int, low: float, high: float
    ) -> tuple[float | None, float | None, int]:
        """Bounds before a number, skipping "about" and the like; and where the phrase starts."""
        bound_low: float | None = low
        bound_high: float | None = high
        index = first - 1
        while index >= 0:
            labels = self._labels(index)
            piece = self.pieces[index]
            if labels & {"low"}:
                bound_high, first = None, index
            elif {"top", "to"} <= labels and (high != low or self._has_toll(index)):
                break
            elif labels & {"top"}:
                bound_low, first = None, index
            elif labels & {"about"} or (labels & {"between"} and high != low):
                first = index
            elif piece.word == ">" or (piece.word == "+" and low != 18):
                bound_high, first = None, index
            elif piece.word == "<":
                bound_low, first = None, index
            elif labels & {"of"} and self._labels(index - 1) & {"about", "low"}:
                pass
            else:
                break
            index -= 1
        if bound_low is None and bound_high is None:
            bound_low = low
        return bound_low, bound_high, first

    def _after(
        self, index: int, low: float | None, high: float | None
    ) -> tuple[float | None, float | None, int]:
        """Bounds after the number or its noun ("ستة مدنيين على الأقل")."""
        if "after_low" in self._labels(index):
            return (low if low is not None else high), None, index
        return None, (high if high is not None else low), index

    def _with_noun(self, count: Count) -> Count:
        """The count with the noun it counts."""
        noun, at, what = self._noun(count.last + 1)
        if noun == "thing":
            return replace(count, noun="thing", last=at)
        if at > count.last and noun != "unknown":
            count = replace(count, last=at)
        mixed = False
        if noun in ("woman", "child", "person") and "and" in self._labels(at + 1):
            plural = self._labels(at + 2) & set(HEADS)
            mixed = bool(plural) and self.pieces[at + 2].number is None
        if mixed:
            count = replace(count, last=at + 2, mixed=True)
        if self._labels(count.last + 1) & {"after_low", "after_top"} and noun != "thing":
            low, high, last = self._after(count.last + 1, count.low, count.high)
            if not self._labels(count.last + 1) & {"low"} or self._closes(count.last + 2):
                count = replace(count, low=low, high=high, last=last)
        return replace(count, noun=noun, what=what)

    def _closes(self, index: int) -> bool:
        """Whether no number follows ("12 dead, at least 30 wounded" binds forward)."""
        return all(
            self.pieces[i].number is None for i in range(index, min(index + 2, len(self.pieces)))
        )

    def _single(self, index: int) -> Count | None:
        """A count without a numeral: a noun in the dual, a singular victim, "a woman"."""
        labels = self._labels(index)
        for label in sorted(labels):
            if label.endswith("#2") or (label.endswith("#1") and self.lexicon.language == "ar"):
                if self._labels(index - 1) & {"vague", "incl_all"} and label.endswith("#1"):
                    continue
                value = float(label[-1])
                return self._late(
                    Count(index, index, value, value, "", label[:-2], single=True, number_at=index)
                )
            if label.endswith("2") and label[:-1] in _DUAL and "definite" not in labels:
                return Count(index, index, 2.0, 2.0, label[:-1], single=True, number_at=index)
        if self.lexicon.language in ("ar", "ru"):
            return self._bare_noun(index)
        if "art" in labels or "poss" in labels:
            return self._article(index)
        return None

    def _late(self, count: Count) -> Count:
        """A count without a numeral, with the numeral that may follow it ("قتيل واحد")."""
        after = count.last + 1
        if after < len(self.pieces) and self.pieces[after].number == (count.low or 0) <= 2:
            return replace(count, last=after)
        return count

    def _bare_noun(self, index: int) -> Count | None:
        labels = self._labels(index)
        if self.lexicon.language == "ar" and "area" in labels:
            low, high, first = self._bounds(index, 1.0, 1.0)
            late = self._late(Count(first, index, 1.0, 1.0, "area", number_at=index))
            return replace(late, low=low, high=high)
        for noun in HEADS[:3]:
            if noun + "1" in labels and not self._labels(index - 1) & {"vague"}:
                single = Count(index, index, 1.0, 1.0, noun, single=True, number_at=index)
                return self._late(single)
        return None

    def _article(self, index: int) -> Count | None:
        for at in range(index + 1, min(index + 8, len(self.pieces))):
            labels = self._labels(at)
            piece = self.pieces[at]
            counted = piece.number is not None and self._word(at + 1) != "-"
            if (
                counted
                or (piece.sign and piece.word != "-")
                or labels
                & {
                    "stop",
                    "and",
                    "or",
                    "prep",
                    "be",
                    "incl",
                    "art",
                    "poss",
                    "low",
                }
            ):
                return None
            noun = next((n for n in HEADS if n + "1" in labels), "")
            if "area" in labels and at == index + 1:
                low, high, first = self._bounds(index, 1.0, 1.0)
                return Count(first, at, low, high, "area", number_at=index)
            if noun and not self._compound(at) and noun_of(self._labels(at + 1)) not in HEADS:
                if noun == "family" or noun + "1" not in labels:
                    return None
                return Count(index, at, 1.0, 1.0, noun, single=True, number_at=index)
            if noun:
                continue
            if is_trigger(piece) and at > index + 1:
                return None
        return None


@lru_cache(maxsize=1 << 12)
def _may_start(labels: frozenset[str]) -> bool:
    """Whether a piece that is no number may start a count: an article, or a noun that says
    one or two by itself."""
    if not labels.isdisjoint(("art", "poss", "area")):
        return True
    return any(label.endswith(("1", "2")) for label in labels)


_AFTER = frozenset(["after_low", "after_top"])
_DUAL = (*HEADS, "strikes")
_NONE = frozenset("no kein keine keinen pas aucun aucune ningun ninguna ни لا لم not".split())
_NUMBERED = frozenset(
    "no number nr district sector apartment unit brigade division phase route highway hamdaniyeh"
    " hamdaniya chapter resolution page version article part group room channel age aged n° №"
    " резолюция numéro numero nummer artikel resolucion рис رقم الحي قرار".split()
)
