"""Says what each counted phrase counts: the trigger that governs it, and whose part it is.

Counts that are joined by "and" or a comma form a chain, and share a trigger unless one has its
own. A group after "including" belongs to the count before it and is never added to it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from aleppomap.figures.counts import Count
from aleppomap.figures.sentence import is_trigger
from aleppomap.figures.triggers import HARMS, THINGS, Triggers


@dataclass(slots=True)
class Finding:
    """Counts of one harm that belong together, and the groups that are part of them."""

    what: str
    counts: list[Count]
    groups: list[Count] = field(default_factory=list)
    more: bool = False


class Binder(Triggers):
    """Ties the counts of one sentence to the triggers in it."""

    def find(self) -> list[Finding]:
        """The findings in the order of the text."""
        found: list[Finding] = []
        waiting: list[tuple[list[Count], Finding | None]] = []
        ahead: list[Count] = []
        for chain in self._chains():
            if self._is_group(chain):
                parent = found[-1] if found and found[-1].counts else None
                waiting.append((chain, parent))
                continue
            if among := self._is_among(chain):
                ahead.extend(chain if among == "total" else [])
                found.extend([Finding(among, [], chain)] if among != "total" else [])
                continue
            ahead.extend(group for group in self._turkish_group(chain) if group not in ahead)
            findings = self._bind(chain, found)
            if ahead and findings:
                findings[0].groups.extend(ahead)
                ahead = []
            found.extend(findings)
        for chain, parent in waiting:
            self._give(chain, parent, found)
        return sorted(found, key=lambda f: f.counts[0].first if f.counts else f.groups[0].first)

    def _chains(self) -> list[list[Count]]:
        chains: list[list[Count]] = []
        for count in self.counts:
            if count.noun in THINGS or count.noun.startswith("area"):
                chains.append([count])
            elif chains and self._joined(chains[-1][-1], count):
                chains[-1].append(count)
            else:
                chains.append([count])
        return chains

    def _joined(self, first: Count, second: Count) -> bool:
        if first.noun in THINGS or first.noun.startswith("area"):
            return False
        if self._of_them(second) is not None:
            return False
        between = range(first.last + 1, second.first)
        if self._far_joined(first, second):
            return True
        ties = 0
        for index in between:
            labels = self._labels(index)
            if "and" in labels or "or" in labels or self._word(index) in (",", "،", "/", "+", "&"):
                ties += 1
            elif labels & {"stop", "incl"} or not labels & {"skip", "poss", "about"}:
                return False
        return ties > 0

    def _far_joined(self, first: Count, second: Count) -> bool:
        """Whether "ten supporters of the PYD and 15 members" are one subject."""
        between = range(first.last + 1, second.first - 1)
        if not 1 < len(between) + 1 <= 7 or "and" not in self._labels(second.first - 1):
            return False
        owned = any("of" in self._labels(first.last + step) for step in (1, 2))
        if not owned or self._left(first):
            return False
        return not any(
            is_trigger(self.pieces[i]) or self.pieces[i].sign or "stop" in self._labels(i)
            for i in between
        )

    def _is_group(self, chain: list[Count]) -> bool:
        first = chain[0].first
        for back in range(1, 4):
            labels = self._labels(first - back)
            if "incl" in labels:
                return True
            if (
                not labels & {"skip", "poss", "about", "be", "of"}
                and self._word(first - back) != ":"
            ):
                break
        return self._of_them(chain[0]) is not None

    def _is_among(self, chain: list[Count]) -> str:
        """What a group is part of: "total" where one follows ("two children were among the 8
        people killed"), a harm where none does ("were among the dead"), else ""."""
        after = chain[-1].last + 1
        if "be" in self._labels(after):
            after += 1
        if "within" not in self._labels(after):
            return ""
        if any(count.first > after and count.first - after < 5 for count in self.counts):
            return "total"
        near = (label for i in (after + 1, after + 2) for label in self._labels(i))
        return next((label[:-1] for label in near if label.endswith("#")), "")

    def _of_them(self, count: Count) -> str | None:
        """The noun in "four of them children", "ثلاثة منهم أطفال"; "" without a noun."""
        after = count.number_end
        if self.lexicon.language == "tr" or "of_them" not in self._labels(after):
            return None
        for index in range(after + 1, after + 5):
            for noun in ("woman", "child", "person"):
                if self._labels(index) & {noun, noun + "1"}:
                    return noun
            if self._is_pause(index):
                break
        return ""

    def _turkish_group(self, chain: list[Count]) -> list[Count]:
        """The groups that Turkish puts before the total: "4'ü çocuk 12 kişi"."""
        if self.lexicon.language != "tr":
            return []
        groups = []
        while len(chain) > 1 and self._has_suffix(chain[0]):
            groups.append(chain.pop(0))
        if not groups:
            index = self.counts.index(chain[0]) - 1
            while index >= 0 and self._has_suffix(self.counts[index]):
                groups.append(self.counts[index])
                index -= 1
        return [group for group in groups if group.noun in ("woman", "child")]

    def _has_suffix(self, count: Count) -> bool:
        at = count.number_at
        spelled = self._word(at).endswith(("i", "u")) and not self.pieces[at].digits
        return count.noun in ("woman", "child", "person") and (
            "of_them" in self._labels(at + 1) or (spelled and self._word(at) in _TURKISH_PARTS)
        )

    def _give(self, chain: list[Count], parent: Finding | None, found: list[Finding]) -> None:
        """Hands a group to the finding it is part of; makes one where no total is given."""
        chain = [self._named(count) for count in chain]
        first = chain[0].first
        nearest = next(
            (
                f
                for f in reversed(found)
                if f.counts and f.counts[-1].last < first and f.what in HARMS
            ),
            parent,
        )
        trigger = self._trigger_before(first)
        limit = nearest.counts[-1].last if nearest and nearest.counts else -1
        own = [count for count in chain if count.what]
        chain = [count for count in chain if not count.what]
        found.extend(Finding(count.what, [count]) for count in own)
        if not chain:
            return
        if trigger and trigger[1] > limit and self._vague_between(limit, first):
            found.append(Finding(trigger[0], [], chain))
        elif nearest is not None:
            nearest.groups.extend(chain)
        elif trigger is not None:
            found.append(Finding(trigger[0], [], chain))
        elif later := next((f for f in found if f.counts and f.counts[0].first > first), None):
            later.groups.extend(chain)
        elif any(word in self._word(first - 1) for word in _DEAD):
            found.append(Finding("killed", [], chain))

    def _named(self, count: Count) -> Count:
        noun = self._of_them(count)
        if not noun or count.noun in ("woman", "child"):
            return count
        return Count(count.first, count.last, count.low, count.high, noun, count.what)

    def _vague_between(self, low: int, high: int) -> bool:
        """Whether a new victim is spoken of between two places ("dozens were killed")."""
        return (
            any(
                is_trigger(self.pieces[i]) or "vague" in self.pieces[i].labels or self._victim(i)
                for i in range(low + 1, high)
            )
            and low < 0
        ) or any("vague" in self.pieces[i].labels for i in range(low + 1, high))

    def _trigger_before(self, index: int) -> tuple[str, int] | None:
        for at in range(index - 1, -1, -1):
            for what in HARMS[:3]:
                if any(label.startswith(what) for label in self._labels(at)):
                    return what, at
        return None

    def _bind(self, chain: list[Count], found: list[Finding]) -> list[Finding]:
        first = chain[0]
        if first.noun in THINGS or first.noun.startswith("area"):
            return self._thing(first)
        if found and self._says_again(first, found[-1]):
            return self._bind(chain[1:], found) if len(chain) > 1 else []
        whats = [count.what for count in chain]
        for at, count in enumerate(chain):
            if whats[at]:
                whats[at] = self._both(count) or whats[at]
            elif (near := self._right(count, adjacent=True)) and not self._object_of(count):
                whats[at] = near
        last = len(chain) - 1
        if not whats[last] and (found_right := self._right(chain[last], adjacent=False)):
            whats[last] = "" if self._left(first) and last == 0 else found_right
        lead = whats[0] or self._left(first)
        if not whats[last] and not lead:
            lead = self._far(first)
        more = False
        if not lead and not any(whats):
            lead, more = self._carried(first, found), True
        if not lead:
            lead = next((what for what in whats if what), "")
        for at in range(len(chain)):
            if not whats[at]:
                whats[at] = lead if at == 0 or not whats[at - 1] else whats[at - 1]
        return self._gathered(chain, whats, more)

    def _says_again(self, count: Count, before: Finding) -> bool:
        """Whether "nine women and six children, 15 people in all" names its sum."""
        total = sum(part.low or 0 for part in before.counts)
        return self._word(count.last + 1) in _IN_ALL and count.low == total

    def _gathered(self, chain: list[Count], whats: list[str], more: bool) -> list[Finding]:
        findings: list[Finding] = []
        for count, what in zip(chain, whats, strict=True):
            if not what or (what == "displaced" and self.protest):
                continue
            if count.noun == "family":
                if what in ("displaced", "returned"):
                    findings.append(Finding("families", [count]))
                continue
            if findings and findings[-1].what == what:
                if self._is_breakdown(findings[-1], count):
                    findings[-1].groups.append(count)
                else:
                    findings[-1].counts.append(count)
            else:
                findings.append(Finding(what, [count], more=more))
        return findings

    def _adds_up(self, finding: Finding) -> bool:
        """Whether the chain after "2 civilians, a man and his son" names the same two."""
        total = finding.counts[0]
        chain = next(chain for chain in self._chains() if total in chain)
        parts = chain[chain.index(total) + 1 :]
        return len(parts) > 1 and sum(part.low or 0 for part in parts) == total.low

    def _is_breakdown(self, finding: Finding, count: Count) -> bool:
        """Whether "killed 14 people, 4 children and a woman" counts the 14 again."""
        total = finding.counts[0]
        if len(finding.counts) > 1 or total.noun not in ("person", "") or total.single:
            return False
        if count.noun not in ("woman", "child") and not self._adds_up(finding):
            return False
        groups = sum(group.low or 0 for group in finding.groups) + (count.low or 0)
        comma = self._word(total.last + 1) in (",", "،", "(", "-", ":")
        joined = "and" in self._labels(total.last + 1) or "and" in self._labels(total.last + 2)
        return bool(finding.groups or (comma and not joined)) and groups <= (total.low or 0)

    def _object_of(self, count: Count) -> bool:
        """Whether a trigger directly before the count takes it, and the one after does not."""
        return bool(self._left(count)) and "be" not in self._labels(count.last + 1)

    def _carried(self, count: Count, found: list[Finding]) -> str:
        """The harm carried over in "killed five in Sukkari and seven in Fardous"."""
        joined = "and" in self._labels(count.first - 1)
        listed = (
            self._word(count.first - 1) in (",", "،")
            and count.noun == ""
            and "prep" in self._labels(count.last + 1)
        )
        if count.single or not found or not (joined or listed):
            return ""
        before = found[-1]
        if before.what not in ("killed", "injured", "displaced") or not before.counts:
            return ""
        gap = range(before.counts[-1].last + 1, count.first - 1)
        if len(gap) > 14 or any(
            "stop" in self._labels(i) or is_trigger(self.pieces[i]) or self._word(i) in ".;"
            for i in gap
        ):
            return ""
        after = self._labels(count.last + 1)
        closed = count.last + 1 >= len(self.pieces) or self.pieces[count.last + 1].sign
        ends = closed or bool(after & {"prep", "skip", "within"})
        return before.what if count.noun in ("", "person", "woman", "child") and ends else ""

    def _thing(self, count: Count) -> list[Finding]:
        if count.noun.startswith("area"):
            return [Finding(count.noun, [count])]
        if count.noun == "strikes":
            return [Finding("strikes", [count])]
        if count.noun == "buildings":
            near = range(max(0, count.first - 5), min(len(self.pieces), count.last + 7))
            if any("damage" in self._labels(i) for i in near):
                return [Finding("buildings", [count])]
        return []


_DEAD = ("dead", "victims", "killed", "قتلي", "شهدا", "ضحايا", "toten", "muertos", "погибших")
_IN_ALL = ("in_all", "altogether", "in_total", "all_told", "insgesamt", "au_total", "en_total")
_TURKISH_PARTS = frozenset("biri ikisi ucu dordu besi altisi yedisi sekizi dokuzu onu".split())
