"""One expression as its readers see it: its words, and what stands around them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from aleppomap.timex.pieces import Pieces
from aleppomap.timex.words import NEEDS_CAPITAL, Word

_FUTURE = re.compile(
    r"\b(?:will|shall|would|won't|to meet|going to|plans? to|"
    r"(?:due|planned|expected|scheduled|set) (?:to|for|on|by|in)\b)"
    r"|'ll\b|\b(?:سوف|المقرر|المتوقع|المزمع|يعتزم|تعتزم|المنتظر)\b"
    # The future letter before a verb; "سيطرة", "سيارة", "ستين" only begin alike.
    r"|\b[وف]?س(?:ي(?!طر|ار|اس|اق|اح|اد|د[هيا]|د\b|ن[امي]|ره|رت|ول|ما\b|ف\b|فا|اج|جار)"
    r"|ت(?!ين|ون\b|ار|اد|ات|وك|وري|ه\b|ر[اي]|اند))\w{3,}"
)
# The same in the other five languages; only looked for in a text in one of them.
_FUTURE_OF = {
    "fr": r"\b(?:va|vont|sera|seront|aura|auront|devrai(?:t|ent)|doi(?:t|vent)|prevue?s?|pourra\w*"
    r"|[a-z]{3,}(?:era|eront|ira|iront))\b",
    "de": r"\b(?:wird|werden|soll|sollen|will|wollen|geplant|plant|planen|angesetzt)\b",
    "es": r"\b(?:va a|van a|sera|seran|debera\w*|previst[oa]s?|[a-z]{3,}(?:ara|aran|era|eran|ira|"
    r"iran))\b",
    "tr": r"\w(?:acak|ecek)|\bplanl",
    "ru": r"\b(?:будет|будут|планир\w+|намерен\w*|должн\w+|запланирован\w*|пройд[её]т|состоится)\b",
}
_PAST_OF = {
    "fr": r"\b(?:a|ont|avait|avaient|etait|etaient)\b",
    "de": r"\b(?:hat|haben|hatte|hatten|war|waren|sagte|wurde|wurden)\b",
    "es": r"\b(?:ha|han|dijo|fue|fueron|habia|murieron)\b",
    "tr": r"\w(?:di|du|ti|tu|dik)\b",
    "ru": r"\b(?:был[аио]?|сказал\w*|сообщил\w*|заявил\w*)\b",
}
# One of these is part of every match above; looking for them first is ten times as fast.
_FUTURE_SIGNS = tuple(
    "will,shall,would,won't,to meet,going to,plan,due ,expected,scheduled,set ,'ll,سوف,مقرر,متوقع,"
    "مزمع,عتزم,منتظر,سي,ست".split(",")
)
# What follows a word of the future is past again after these: "The meeting that
# would end the siege failed on Monday", "..., he said on Monday".
_PAST = re.compile(
    r"\b(?:said|told|says|had|was|were|did|began|hit|struck|fell|fled|died|took|left|made|met|"
    r"قال|قالت|افاد|افادت|اعلن|اعلنت|قتل|كان|كانت)\b|(?<!be )(?<!get )\b(?!planned|expected|"
    r"scheduled|need)[a-z]{3,}ed\b"
)
_LASTING = re.compile(
    r"\b[وف]?(?:continues?|runs?|lasts?|extended|suspended|closed|valid|"
    r"يستمر|تستمر|يتواصل|تتواصل|يمتد|تمتد|مستمر|مستمره|تمديد|تعليق)\b[^.!?؟\n]*$"
)
# "the toll for Tuesday", "responsibility for Tuesday": of a day gone by.
_TOLL = re.compile(
    r"\b(?:tolls?|figures?|responsib\w+|blam\w+|counts?|reports?|data|tally|total|images?|"
    r"footage|weekly|except) $"
)
_SENTENCE_END = re.compile(r"[.!?؟\n](?=\s)")
_LOOK_BACK = 300


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds a period: the anchor, the pieces, the match and the codes before it."""

    anchor: date | None
    pieces: Pieces
    first: int
    last: int
    lead: str = ""

    def has_lead(self, codes: str) -> bool:
        """Whether one of ``codes`` stands before the period, inside the expression."""
        return any(code in self.lead for code in codes)

    def is_future(self) -> bool:
        """Whether the last verb before, in the same sentence, speaks of the future."""
        stop = self.pieces.starts[self.first]
        before = self.pieces.low[max(0, stop - _LOOK_BACK) : stop]
        if (language := self.pieces.language) in _FUTURE_OF:
            begin = max((m.end() for m in _SENTENCE_END.finditer(before)), default=0)
            ends = [m.end() for m in re.finditer(_FUTURE_OF[language], before[begin:])]
            return bool(ends) and not re.search(_PAST_OF[language], before[begin + ends[-1] :])
        if not any(sign in before for sign in _FUTURE_SIGNS):
            return False
        begin = max((m.end() for m in _SENTENCE_END.finditer(before)), default=0)
        cues = [m.start() for m in _FUTURE.finditer(before, begin)]
        return bool(cues) and not _PAST.search(before, cues[-1])

    def is_planned(self) -> bool:
        """Whether "for Tuesday", "until Friday" point ahead: something is set for it, or lasts."""
        if self.has_lead("Z"):
            return _LASTING.search(self.before(80)) is not None
        if not self.has_lead("j"):
            return False
        return not (_TOLL.search(self.before()) or self.after()[:2] in ("'s", "s'"))

    def before(self, length: int = 40) -> str:
        """Some folded text before the expression."""
        stop = self.pieces.starts[self.first]
        return self.pieces.low[max(0, stop - length) : stop]

    def after(self) -> str:
        """Some folded text after the expression, from its first word on."""
        start = self.pieces.starts[self.last + 1]
        return self.pieces.low[start : start + 40].lstrip()


_AFTER_NOUN = str.maketrans("34567", "LXCcQ")


class Parts:
    """The known words of one period, in order."""

    def __init__(self, pieces: Pieces, first: int, last: int) -> None:
        self.pieces = pieces
        self.first = first
        self.run = pieces.codes[first : last + 1]
        self.codes = self.run.replace(" ", "").translate(_AFTER_NOUN)

    @cached_property
    def indexes(self) -> list[int]:
        """The numbers of the pieces that are not blanks; one for each of ``codes``."""
        return [i for i, code in enumerate(self.run, self.first) if code != " "]

    def all(self, codes: str) -> list[Word]:
        """The words with one of these codes."""
        return [
            self.pieces.word(i)
            for i, code in zip(self.indexes, self.codes, strict=True)
            if code in codes
        ]

    def one(self, codes: str) -> Word | None:
        """The first word with one of these codes."""
        found = self.all(codes)
        return found[0] if found else None

    def direction(self) -> int:
        """-1 for last, 1 for next, 0 for this."""
        return -1 if "L" in self.codes else 1 if "X" in self.codes else 0

    def month(self) -> int | None:
        """The month named, 0 when two different ones are ("July / December"), or None."""
        numbers = {word.number for word in self.all("MAa")}
        for second in re.findall("H([12])", self.codes):
            base = next(word.number for word in self.all("H"))
            numbers.add(base if second == "1" else base + 1 - 12 * (base == 12))
        if not numbers:
            return None
        return numbers.pop() if len(numbers) == 1 else 0

    def written_small(self, code: str) -> str:
        """The first word with this code if it is written small where it needs a capital."""
        index = self.indexes[self.codes.index(code)]
        start, _ = self.pieces.origin(index, index)
        word = self.pieces.words[index]
        return word if word in NEEDS_CAPITAL and self.pieces.text[start].islower() else ""
