"""Finds the trigger that governs a counted phrase, before it or after it."""

from __future__ import annotations

from collections.abc import Sequence

from aleppomap.figures.counts import Count
from aleppomap.figures.lexicon import Lexicon
from aleppomap.figures.pieces import Piece
from aleppomap.figures.sentence import Sentence, is_trigger

HARMS = ("killed", "injured", "displaced", "casualties", "returned", "detained")
THINGS = frozenset(["thing", "strikes", "buildings"])
_RIGHT_REACH = 16
_NUMBER_OF = frozenset("number عدد nombre zahl numero cifra число количество".split())


class Triggers(Sentence):
    """The triggers of one sentence, as its counts see them."""

    def __init__(self, pieces: Sequence[Piece], counts: list[Count], lexicon: Lexicon) -> None:
        super().__init__(pieces, lexicon)
        self.counts = counts
        self.starts = {count.first: count for count in counts}
        self.ends = {count.last: count for count in counts}
        self.inside = {i for count in counts for i in range(count.first, count.last + 1)}
        self.consumed: set[int] = set()
        self.protest = any("protest" in piece.labels for piece in pieces)

    def _is_pause(self, index: int) -> bool:
        """A comma, bracket or dash."""
        return (
            0 <= index < len(self.pieces)
            and self.pieces[index].sign
            and self.pieces[index].word in (",", "،", "-", "–", "—", "(", ")", ";", "؛", ":")
        )

    def _right(self, count: Count, *, adjacent: bool) -> str:
        """The harm of the trigger that follows a count in its clause."""
        index = count.last + 1
        passive = inserted = False
        passed = 0
        while index < len(self.pieces) and index - count.last <= _RIGHT_REACH:
            labels = self._labels(index)
            what = self._takes_left(index, passive, passed)
            if what:
                self.consumed.add(index)
                return self._both_at(index) or what
            if "be" in labels:
                passive = True
            elif not labels & {"skip", "poss"}:
                inserted = inserted or "incl" in labels
                if adjacent or (self._bars(index) and not (inserted and self._lists(index))):
                    return ""
                if self._is_pause(index):
                    index = self._over(index)
                    if index < 0:
                        return ""
                    continue
                passed += 1
            index += 1
        return ""

    def _lists(self, index: int) -> bool:
        """Whether an "and" goes on listing the parts of a total."""
        return index in self.starts or ("and" in self._labels(index) and index + 1 in self.starts)

    def _bars(self, index: int) -> bool:
        """Whether a search to the right ends here: a new clause, count or trigger."""
        labels = self._labels(index)
        if self._is_pause(index):
            return False
        counted = index in self.starts and not self._in_phrase(index)
        joined = bool(labels & {"and", "or"}) and not self._plain_after(index)
        other = is_trigger(self.pieces[index]) and not self._victim(index)
        closed = self.pieces[index].sign and self._word(index) in ".!?؟|"
        return counted or joined or other or closed or "stop" in labels

    def _in_phrase(self, index: int) -> bool:
        """Whether the count that starts here hangs on a small word ("in four districts")."""
        count = self.starts[index]
        return bool(self._labels(index - 1) & {"prep", "of", "incl"}) or count.noun in THINGS

    def _plain_after(self, index: int) -> bool:
        after = index + 1
        return (
            after not in self.starts and not is_trigger(self.pieces[after])
            if (after < len(self.pieces))
            else False
        )

    def _over(self, index: int) -> int:
        """The index after an inserted part between two pauses, or -1."""
        if "be" in self._labels(index + 1):
            return index + 1
        for close in range(index + 1, min(index + 14, len(self.pieces))):
            if not self._is_pause(close):
                continue
            labels = self._labels(close + 1)
            following = close + 1 < len(self.pieces) and is_trigger(self.pieces[close + 1])
            if labels & {"be", "skip"} or (following and self._takes_left(close + 1, False, 1)):
                return close + 1
        if "incl" in self._labels(index + 1):
            return index + 1
        return -1

    def _takes_left(self, index: int, passive: bool, passed: int) -> str:
        """The harm of a trigger that counts what stands before it."""
        if index in self.consumed:
            return ""
        labels = self._labels(index)
        for label in sorted(labels):
            what, mode = label[:-1], label[-1]
            if what not in HARMS or (mode == "#" and (passed or f"{what}*" in labels)):
                continue
            if mode == "<" or (mode == "*" and (passive or not self._has_object(index, passed))):
                if what == "displaced" and self._labels(index - 1) & {"stop"}:
                    continue
                return what
            if mode == "#" and "definite" not in labels:
                return what
            if mode == "^" and not passed and "poss" in self._labels(index - 1):
                return what  # "raised to 55 the number of people killed"
        return ""

    def _has_object(self, index: int, passed: int) -> bool:
        """Whether a count follows a trigger and belongs to it rather than to the next one."""
        after = index + 1
        while self._labels(after) & {"skip", "poss", "about", "of"} and after not in self.starts:
            after += 1
        if after not in self.starts:
            if self._labels(after) & {"vague", "person", "woman", "child", "art"}:
                return self.lexicon.language == "en"
            return False
        count = self.starts[after]
        nxt = count.last + 1
        own = any(
            label[:-1] in HARMS and label[-1:] in ("<", "*") for label in self._labels(nxt)
        ) or bool(count.what)
        return not own and count.noun not in THINGS and not count.noun.startswith("area")

    def _left(self, count: Count) -> str:
        """The harm of a trigger directly before a count."""
        index = count.first - 1
        for _ in range(4):
            labels = self._labels(index)
            small = bool(labels & {"skip", "poss", "about", "of", "art"})
            onward = "to" in labels and self._takes_next(index - 1)
            colon = self._word(index) in (":", "(") and index > 0
            if not ((small and not is_trigger(self.pieces[index])) or onward or colon):
                break
            index -= 1
        return self._takes_next(index) or self._takes_right(index)

    def _takes_next(self, index: int) -> str:
        """The harm of a noun that stands right before its number ("القتلى 45")."""
        return next((n[:-1] for n in self._labels(index) if n.endswith("=")), "")

    def _takes_right(self, index: int) -> str:
        if index < 0 or index in self.consumed:
            return ""
        labels = self._labels(index)
        for label in sorted(labels):
            what, mode = label[:-1], label[-1]
            if what not in HARMS:
                continue
            if mode in ">^" or (mode == "*" and not self._is_passive(index)):
                return self._both_at(index) or what
        return ""

    def _is_passive(self, index: int) -> bool:
        if self.lexicon.language not in ("en", "fr"):
            return False
        if self.lexicon.language == "fr":
            return bool(self._labels(index - 1) & {"be"}) and self._word(index - 1) not in (
                "ont",
                "a",
            )
        before = [self._word(index - 1), self._word(index - 2)]
        return ("be" in self._labels(index - 1) and before[0] not in ("has", "have", "had")) or (
            "be" in self._labels(index - 2)
            and before[1] not in ("has", "have", "had")
            and before[0].endswith("ly")
        )

    def _far(self, count: Count) -> str:
        """The harm of a trigger further back in the clause: a toll, or a verb that comes first."""
        reach = self.lexicon.reach
        index = count.first - 1
        stopped = False
        while index >= 0 and count.first - index <= 14:
            labels = self._labels(index)
            tolls = [label[:-1] for label in labels if label.endswith("^")]
            if tolls:
                reached = bool(self._labels(count.first - 1) & {"to", "prep", "be"})
                fits = not count.single and count.noun != "family"
                return tolls[0] if fits and (reached or not stopped) else ""
            stopped = stopped or "stop" in labels
            if index in self.inside and not self._is_thing_at(index):
                return ""
            if self._word(index) in ".!?؟;؛|":
                return ""
            bare = count.single or (count.noun == "" and self.pieces[count.number_at].digits)
            if count.first - index <= reach and index not in self.consumed and not bare:
                what = self._takes_right(index)
                if what and not self._cut_off(index, count.first):
                    return what
            elif is_trigger(self.pieces[index]) and not labels & {"skip"}:
                return self._toll_behind(index)
            index -= 1
        return ""

    def _toll_behind(self, index: int) -> str:
        for at in range(index, max(-1, index - 6), -1):
            tolls = [label[:-1] for label in self._labels(at) if label.endswith("^")]
            if tolls:
                return tolls[0]
            if self._word(at) in _NUMBER_OF:
                return min((n[:-1] for n in self._labels(index) if n[:-1] in HARMS), default="")
        return ""

    def _is_thing_at(self, index: int) -> bool:
        return any(
            count.first <= index <= count.last and (count.noun in THINGS or count.single)
            for count in self.counts
        )

    def _cut_off(self, index: int, stop: int) -> bool:
        """Whether a pause or a new clause stands between a verb and a count."""
        english = self.lexicon.language == "en"
        for at in range(index + 1, stop):
            labels = self._labels(at)
            if "stop" in labels or "vague" in labels or (english and labels & {"and", "prep"}):
                return True
            if self.pieces[at].sign and self._word(at) in ",،:()":
                return True
            if "and" in labels and at == stop - 1:
                return True
            if labels & {"person", "woman", "child", "person1", "woman1", "child1"} and english:
                return True
        return False

    def _both(self, count: Count) -> str:
        return self._both_at(count.last)

    def _both_at(self, index: int) -> str:
        """ "killed and wounded" of the same people: neither figure is given."""
        mine = {label[:-1] for label in self._labels(index) if label[-1:] in "<>*#"} | {
            label[:-2] for label in self._labels(index) if label.endswith("#1")
        }
        for step in (1, -1):
            if not self._labels(index + step) & {"and", "or"} and self._word(index + step) != "/":
                continue
            other = index + 2 * step
            if step == 1 and self._labels(other) & {"be"}:
                other += 1
            if other in self.inside and other not in self.ends:
                continue
            theirs = {label[:-1] for label in self._labels(other) if label[-1:] in "<>*#"} | {
                label[:-2] for label in self._labels(other) if label.endswith("#1")
            }
            pair = {"killed", "injured"}
            if not (mine & pair and theirs & pair) or mine & theirs & pair:
                continue
            if self._splits(index, other):
                continue
            return "casualties"
        return ""

    def _splits(self, index: int, other: int) -> bool:
        """Whether two triggers side by side each have a count of their own."""
        left, right = min(index, other), max(index, other)
        before = left - 1 in self.ends or left in self.ends or "be" in self._labels(left - 1)
        after = right + 1 in self.starts or "vague" in self._labels(right + 1)
        bound = right + 1
        while self._labels(bound) & {"low", "about", "top"}:
            bound += 1
        if left in self.ends or left - 1 in self.ends:
            plural = any(label.endswith("#") for label in self._labels(left))
            if self.lexicon.language == "ar" and plural and "#1" not in str(self._labels(left)):
                return True
        return before and after

    def _victim(self, index: int) -> bool:
        return any("#" in label for label in self._labels(index))
