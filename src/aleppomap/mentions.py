"""Finds toponyms in a text: says where, and which names they may be; not which place.

A trie of the words of names takes the longest name that starts at each word of
the text, articles passed over.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise, permutations
from typing import NamedTuple

from aleppomap import fold
from aleppomap.generics import DIRECTIONS, FIXED, LEADING, OF, generic_of
from aleppomap.lexicon import (
    REMEMBERED,
    SUFFIX,
    Lexicon,
    Match,
    Toponym,
    is_article,
    is_link,
    sound_of,
)
from aleppomap.model import Span

_GAP = re.compile(rf"[\s\-‐‑–_«\"“„{fold.APOSTROPHES}]{{1,3}}")
_ELISION_ARTICLE = re.compile(rf"[dlDL][{fold.APOSTROPHES}](?=[aeAE]\w{{1,2}}$)")
_HUMP = re.compile(r"(?<=[A-Za-z][a-z])(?=[A-Z])")
_ARABIC_SEAM = re.compile(
    r"(?<=[\u0621-\u064a])(?=[0-9\u0660-\u0669])|(?<=[0-9\u0660-\u0669])(?=[\u0621-\u064a])"
    r"|(?<=[\u0629\u0649])(?=[\u0621-\u064a])"
)
"""Where two Arabic words, or a word and a number, are run together for sure: ة and ى end words."""
_ARABIC_JOINT = re.compile(r"(?<=.{4})(?=[وبل]?ال.{3})")
"""Where an article inside a long word may show that two words were run together."""
_ARABIC_HEAD = re.compile(r"^[وفبل]?حي(?=ال.{3})")
"""The head noun of a quarter run together with its name (حيالشعار)."""
_IN_CASE = re.compile(rf"[{fold.APOSTROPHES}](?:[dt][ea](?:n|ki)?|[yn]?[eaiıuü]|[yn]?[iıuü]n)$")
"""A Turkish case ending: it closes its name ("Halebi'deki pompa" is a pump in Halebi)."""
_MOST_READINGS = 8
NEAR = 0.2
"""How much dearer than the nearest another reading may be and still be one."""
_CASES = 0.05
"""What the cases of a whole name may cost together: in lower case it is taken in any of them."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A toponym that a stretch of text can be, and how far its spelling is off (0: as known).

    ``ordinary`` says that the word is also one of everyday language.
    """

    toponym: Toponym
    cost: float
    ordinary: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A stretch of text that is spelled like one or more toponyms, nearest spelling first.

    ``first`` and ``last`` are the numbers of its tokens in the text's token list.
    """

    start: int
    end: int
    first: int
    last: int
    readings: tuple[Reading, ...]


class Token(NamedTuple):
    """A word of the text. ``hashtag`` words are looked at whatever their case."""

    start: int
    end: int
    surface: str
    hashtag: bool = False


@dataclass(slots=True, eq=False)
class _Node:
    after: dict[int, _Node] = field(default_factory=dict)
    names: list[Toponym] = field(default_factory=list)


class Path(NamedTuple):
    """A way through the trie: the tokens used, what they cost, how the name starts and ends."""

    node: _Node
    last: int
    cost: float
    cut_start: int
    cut_end: int
    bare: bool
    cased: bool
    wide: bool


class _Beginning(NamedTuple):
    """What a word can begin: the first words of names it may be, the names it may be alone,
    and the numbers of the words one of which must follow for a longer name."""

    ways: tuple[tuple[_Node, Match], ...]
    alone: tuple[tuple[Toponym, Match], ...]
    next_words: frozenset[int]


_Way = tuple[_Node, float, int, int, bool, bool, bool]
"""A path without the place in the text where it ends."""


class _Setting(NamedTuple):
    """What the words around a stretch say of how it may be read."""

    single: bool
    specific: bool
    opens: bool
    article: bool
    ordinary: bool
    generic: bool
    headed: bool


class _Ranked(NamedTuple):
    """The readings of a stretch, nearest first, and where the nearest begins and ends."""

    readings: tuple[Reading, ...]
    cut_start: int
    cut_end: int
    is_doubtful: bool


def find_tokens(
    text: str,
    known: Callable[[str], object] = lambda surface: False,
    remembered: dict[str, list[int]] | None = None,
) -> list[Token]:
    """The words of a text; words that are run together ("BustanAlQasr", شبكةحلب) are taken
    apart, unless the whole is ``known``. ``remembered`` keeps where words are to be cut."""
    remembered = {} if remembered is None else remembered
    marked = "#" in text or "_" in text
    found = []
    for match in fold.token_pattern(text).finditer(text):
        start, end = match.span()
        surface = match[0]
        hashtag = marked and start > 0 and text[start - 1] in "#_"
        cuts = remembered.get(surface)
        if cuts is None:
            if len(remembered) >= REMEMBERED:
                remembered.clear()
            cuts = remembered[surface] = _cuts(surface, known)
        if not cuts:
            found.append(Token(start, end, surface, hashtag))
            continue
        edges = [start, *(start + cut for cut in cuts), end]
        found.extend(Token(low, high, text[low:high], hashtag) for low, high in pairwise(edges))
    return found


def _cuts(surface: str, known: Callable[[str], object]) -> list[int]:
    """Where a run of letters is two or more words."""
    if fold.is_arabic(surface) or not surface[:1].isalpha():
        cuts = [seam.start() for seam in _ARABIC_SEAM.finditer(surface)]
        if cuts or known(surface):
            return cuts
        if head := _ARABIC_HEAD.match(surface):
            return [head.end()]
        if len(surface) < 8:
            return []
        joints = (joint.start() for joint in _ARABIC_JOINT.finditer(surface))
        return [cut for cut in joints if known(surface[:cut])][:1]
    if len(surface) > 5:
        humps = [hump.start() for hump in _HUMP.finditer(surface)]
        if humps and not (len(humps) == 1 and known(surface)):
            return humps
    return []


class Finder:
    """Looks for a fixed set of toponyms; remembers every distinct token it has read.

    ``generic`` are words such as "hospital" or "old" that stand in names but are
    ordinary language: they are taken only as they are spelled. ``ordinary`` are
    plain words that sound like a name: alone they are never taken by sound.
    """

    def __init__(
        self,
        toponyms: Iterable[Toponym],
        generic: frozenset[str] = frozenset(),
        ordinary: frozenset[str] = frozenset(),
    ) -> None:
        self._lexicon = Lexicon(generic)
        self._ordinary = ordinary
        self._root = _Node()
        self._without_article: set[str] = set()
        self._cuts: dict[str, list[int]] = {}
        self._beginnings: dict[str, _Beginning | None] = {}
        self._numbers: dict[str, frozenset[int]] = {}
        self._rankings: dict[tuple[tuple[_Way, ...], _Setting], _Ranked | None] = {}
        self._plain_names: set[str] = set()
        self._kin: dict[Toponym, dict[str, Toponym]] = {}
        toponyms = list(toponyms)
        for toponym in toponyms:
            self._add(toponym)
        self._find_kin(toponyms)

    # --- building ---------------------------------------------------------------

    def _add(self, toponym: Toponym) -> None:
        if self._lexicon.is_generic(toponym.text):
            self._plain_names.add(toponym.text)
        written = fold.tokens(toponym.text)
        if written and written[0].casefold() == "the":
            written = written[1:]
        tokens = [token for token in written if not is_link(token)]
        if not tokens:
            return
        if len(written) == 1 and not _is_joined(written[0]):
            self._without_article.add(toponym.target)
        words = [self._lexicon.add(token, toponym.lang) for token in tokens]
        self._remember(words, toponym)
        if 2 <= len(tokens) <= 3 and not any(t.isdigit() or len(t) == 1 for t in tokens):
            self._remember([self._lexicon.add("".join(written), toponym.lang)], toponym)
        orders = _orders([generic_of(token) for token in tokens])
        if fold.is_arabic(tokens[0]):  # its generics stand first, whatever the writer's habit
            orders = [order for order in orders if list(order) == sorted(order)]
        for order in orders:
            terms = (generic_of(tokens[n]) for n in order)
            numbers = (
                self._lexicon.add_term(term) if term else words[n]
                for n, term in zip(order, terms, strict=True)
            )
            self._remember(list(numbers), toponym)

    def _find_kin(self, toponyms: Iterable[Toponym]) -> None:
        """Places that share a name share its other spellings too: whoever writes "Zahara" for
        the one may mean the other."""
        sharing: dict[str, dict[str, Toponym]] = defaultdict(dict)
        for toponym in toponyms:
            if not toponym.exact:
                sharing[fold.fold_name(toponym.text)].setdefault(toponym.target, toponym)
        shared = [owners for owners in sharing.values() if len(owners) > 1]
        alike: dict[str, dict[str, Toponym]] = defaultdict(dict)
        for owners in shared:
            for toponym in owners.values():
                alike[sound_of(toponym.text, toponym.lang)].update(owners)
        for toponym in toponyms:
            if not toponym.exact and toponym.target in (
                kin := alike.get(sound_of(toponym.text, toponym.lang), {})
            ):
                self._kin[toponym] = {t: other for t, other in kin.items() if t != toponym.target}

    def _remember(self, words: Sequence[int], toponym: Toponym) -> None:
        node = self._root
        for word in words:
            node = node.after.setdefault(word, _Node())
        if toponym not in node.names:
            node.names.append(toponym)

    # --- walking a text ---------------------------------------------------------

    def find(self, text: str, leave_out: Sequence[Span] = ()) -> tuple[list[Token], list[Hit]]:
        """The words of a text and its toponyms, leftmost first, each as long as it can be.

        Nothing is found inside ``leave_out``. Spans are code points into ``text``;
        hits are disjoint and in order.
        """
        words = find_tokens(text, self._lexicon.matches, self._cuts)
        begins = self._begins
        beginnings = [
            (n, beginning)
            for n, word in enumerate(words)
            if (beginning := begins(word.surface)) is not None
        ]
        if not beginnings:
            return words, []
        closed = _Closed(leave_out)
        case = _Case(text, words)
        hits: list[Hit] = []
        free = 0
        for position, beginning in beginnings:
            if position < free or closed.holds(words[position].start):
                continue
            if not self._may_name(words, position, beginning, case):
                continue
            hit = self._longest(text, words, position, case, beginning.ways)
            if hit is not None:
                hits.append(hit)
                free = hit.last + 1
        return words, hits

    def _begins(self, surface: str) -> _Beginning | None:
        """The first words of names that a word can be, None for most words; remembered."""
        try:
            return self._beginnings[surface]
        except KeyError:
            pass
        if len(self._beginnings) >= REMEMBERED:
            self._beginnings.clear()
        ways = self._starts(surface)
        alone = [
            (name, match)
            for node, match in ways
            for name in node.names
            if self._may_stand_alone(name, match)
        ]
        following = frozenset(number for node, _ in ways for number in node.after)
        found = _Beginning(ways, tuple(alone), following) if alone or following else None
        self._beginnings[surface] = found
        return found

    def _starts(self, surface: str) -> tuple[tuple[_Node, Match], ...]:
        most = 0.1 if self._is_everyday(surface) else 9.0
        return tuple(
            (node, match)
            for match in self._lexicon.matches(surface)
            if (node := self._root.after.get(match.word)) is not None
            and match.cost <= most
            and (node.after or not match.wide)
        )

    def _may_stand_alone(self, name: Toponym, match: Match) -> bool:
        """Whether a name of one word may be taken for its spelling, whatever the text."""
        return not (name.exact and match.cost > 0.02)

    def _may_name(
        self, words: Sequence[Token], position: int, beginning: _Beginning, case: _Case
    ) -> bool:
        """A quick look that spares most words the walk: whether the word may be a name by
        itself in this place, or a word that goes on one of its names follows."""
        word = words[position]
        headed = _is_headed(words, position)
        for name, match in beginning.alone:
            if not headed and (match.wide or (match.bare and fold.is_arabic(name.text))):
                continue
            if match.cost <= _CASES and name.text in self._plain_names:
                return True
            if case.takes(word, match.cut_start):
                return True
        following = position + 1
        for _ in range(3):
            if following >= len(words):
                return False
            surface = words[following].surface
            if not is_link(surface):
                return not beginning.next_words.isdisjoint(self._numbers_of(surface))
            following += 1
        return False

    def _numbers_of(self, surface: str) -> frozenset[int]:
        """The numbers of the names' words that a word can be; remembered."""
        known = self._numbers.get(surface)
        if known is None:
            if len(self._numbers) >= REMEMBERED:
                self._numbers.clear()
            matches = self._lexicon.matches(surface)
            known = self._numbers[surface] = frozenset(match.word for match in matches)
        return known

    def _longest(
        self,
        text: str,
        words: Sequence[Token],
        position: int,
        case: _Case,
        ways: Sequence[tuple[_Node, Match]],
    ) -> Hit | None:
        word = words[position]
        paths = [
            Path(
                node, position, m.cost, m.cut_start, m.cut_end, m.bare,
                cased=case.takes(word, m.cut_start), wide=m.wide,
            )
            for node, m in ways
            if m.cost <= 0.02 or not case.is_acronym(word.surface)
        ]  # fmt: skip
        ends: dict[int, list[Path]] = defaultdict(list)
        while paths:
            longer: list[Path] = []
            following: dict[int, int | None] = {}
            for path in paths:
                if path.node.names:
                    ends[path.last].append(path)
                if not path.node.after:
                    continue
                if path.last not in following:
                    following[path.last] = _following(text, words, path.last)
                if (after := following[path.last]) is not None:
                    longer.extend(self._longer(words, path, after, case))
            paths = longer
        for last in sorted(ends, reverse=True):
            hit = self._hit(text, words, position, last, ends[last])
            if hit is not None:
                return hit
        return None

    def _longer(
        self, words: Sequence[Token], path: Path, following: int, case: _Case
    ) -> Iterable[Path]:
        if path.node.after.keys().isdisjoint(self._numbers_of(words[following].surface)):
            return
        everyday = None
        for match in self._lexicon.matches(words[following].surface):
            node = path.node.after.get(match.word)
            if node is not None and match.cost > 0.1:
                if everyday is None:
                    everyday = self._is_everyday(words[following].surface)
                if everyday:
                    continue  # "shown in" is no Khan al-Shouneh
            if node is None or (match.wide and (path.wide or path.cost > 0.15)):
                continue
            if path.wide and match.cost > 0.15:
                continue
            if match.cut_start and fold.is_arabic(words[following].surface):
                continue
            yield Path(
                node, following, path.cost + match.cost, path.cut_start, match.cut_end,
                path.bare, path.cased or case.takes(words[following], match.cut_start),
                path.wide or match.wide,
            )  # fmt: skip

    def _hit(
        self,
        text: str,
        words: Sequence[Token],
        first: int,
        last: int,
        paths: Sequence[Path],
    ) -> Hit | None:
        surface = words[first].surface
        if first == last and surface.casefold() in _BEGINNINGS and _goes_on(text, words, first):
            return None
        if first < last and self._is_description(text, words, first, last):
            return None
        if first < last and self._is_city_and_more(surface, paths):
            return None
        if first < last and generic_of(surface) == "district":
            least = min(path.cost for path in paths)
            alone = self._lexicon.matches(words[first + 1].surface)
            if least > 0.1 and alone and alone[0].cost + 0.1 < least:
                return None  # "district Sahraa" is nearer to Zahraa than to the district Sakhour
        ordinary = first == last and self._is_everyday(surface)
        opens = first == last and generic_of(surface) and _opens(text, words[first].start)
        article = fold.is_arabic(words[first].surface) or self._after_article(text, words, first)
        specific = sum(
            generic_of(w.surface) in _SPECIFIC and not is_link(w.surface)
            for w in words[first : last + 1]
        )
        found = self._ranked(
            tuple((path.node, *path[2:]) for path in paths),
            _Setting(
                single=first == last,
                specific=specific >= 2,
                opens=bool(opens),
                article=article,
                ordinary=ordinary,
                generic=self._is_bare_generic(surface),
                headed=first == last and _is_headed(words, first),
            ),
        )
        if found is None:
            return None
        if found.is_doubtful and _follows_beginning(text, words, first):
            return None
        start = words[first].start + found.cut_start
        end = words[last].end - found.cut_end
        if not found.cut_start:
            start = self._with_article(text, words, first)
        return Hit(start, end, first, last, found.readings)

    @staticmethod
    def _is_city_and_more(surface: str, paths: Sequence[Path]) -> bool:
        """Whether an Arabic stretch begins with the city though no Arabic name here does: what
        follows it is a name of its own, as in "حلب قلعة الشريف"."""
        if generic_of(surface) != "aleppo" or not fold.is_arabic(surface):
            return False
        names = (name.text for path in paths for name in path.node.names)
        arabic = filter(fold.is_arabic, names)
        return not any(generic_of(name.split()[0]) == "aleppo" for name in arabic)

    def _ranked(self, ways: tuple[_Way, ...], setting: _Setting) -> _Ranked | None:
        """The readings of a stretch by the ways that lead to it, remembered: texts say the
        same names in the same settings again and again."""
        key = (ways, setting)
        try:
            return self._rankings[key]
        except KeyError:
            pass
        if len(self._rankings) >= REMEMBERED:
            self._rankings.clear()
        found = self._rankings[key] = self._rank(ways, setting)
        return found

    def _rank(self, ways: Sequence[_Way], setting: _Setting) -> _Ranked | None:
        best: dict[Toponym, tuple[float, Path]] = {}
        for node, cost, cut_start, cut_end, bare, cased, wide in ways:
            path = Path(node, 0, cost, cut_start, cut_end, bare, cased, wide)
            if path.wide and not (setting.specific or setting.headed):
                continue  # one word is only like the name, and nothing else speaks for it
            if setting.opens and path.cost > 0.02:
                continue  # "Kilise" opens a sentence as the word for a church
            for name in path.node.names:
                if not self._allowed(name, path, setting.single, setting.headed):
                    continue
                alone = setting.single and not setting.article
                if alone and self._needs_article(name, path.cost, setting):
                    continue  # "al-Bab" is a town, "Bab" is any gate
                if setting.ordinary and path.cost > 0.02:
                    continue
                if name not in best or path.cost < best[name][0]:
                    best[name] = (path.cost, path)
        if not best:
            return None
        enough = min(cost for cost, _ in best.values()) + NEAR
        near = [(name, found) for name, found in best.items() if found[0] <= enough]
        ranked = sorted(near, key=lambda item: (item[1][0], item[0].target, item[0].text))
        nearest = ranked[0][1][1]
        per_target: dict[str, Reading] = {}
        for name, (cost, _) in ranked:
            per_target.setdefault(name.target, Reading(name, cost, setting.ordinary))
        for name, (cost, _) in ranked:
            for target, shared in self._kin.get(name, {}).items():
                per_target.setdefault(target, Reading(shared, cost, setting.ordinary))
        return _Ranked(
            tuple(per_target.values())[:_MOST_READINGS],
            nearest.cut_start,
            nearest.cut_end,
            is_doubtful=setting.single and all(name.ambiguous for name in best),
        )

    def _needs_article(self, name: Toponym, cost: float, setting: _Setting) -> bool:
        """Whether a name of one word is only a name with its article: without it the word is
        a generic term or one of everyday language, or spelled otherwise."""
        if name.target in self._without_article:
            return False
        words = [token for token in fold.tokens(name.text) if not is_link(token)]
        if len(words) != 1 or setting.generic:
            return setting.generic
        return cost > 0.02 or generic_of(words[0]) is not None or self._is_everyday(words[0])

    @staticmethod
    def _is_bare_generic(surface: str) -> bool:
        """Whether a word alone is a generic term, the citadel excepted, which is a name."""
        return generic_of(surface) not in (None, "citadel")

    def _is_everyday(self, surface: str) -> bool:
        """Whether a word is one of everyday language, whatever else it may be."""
        return not self._ordinary.isdisjoint(fold.everyday_forms(surface))

    def _is_description(self, text: str, words: Sequence[Token], first: int, last: int) -> bool:
        """Whether the words are a name with an adjective that is no part of it: "a new Aleppo
        plan", "Ansari, east of", الصاخور شرقي حلب."""
        start, end = words[first].surface, words[last].surface
        if start.islower() and generic_of(start) in LEADING:
            return True
        if generic_of(start) in DIRECTIONS and fold.is_arabic(start):
            return not fold.arabic_letters(start).startswith("ال")  # شرقي شيخ مقصود
        after = words[last + 1].surface if last + 1 < len(words) else ""
        gap = text[words[last].end : words[last + 1].start] if after else ""
        if generic_of(end) not in DIRECTIONS or gap != " ":
            return False
        if fold.is_arabic(end):
            return not fold.arabic_letters(end).startswith("ال") and generic_of(after) in (
                "aleppo", "city",
            )  # fmt: skip
        return fold.latin_letters(after) in OF

    def _allowed(self, name: Toponym, path: Path, single: bool, headed: bool) -> bool:
        if name.exact and path.cost > 0.02:
            return False
        if path.wide and single and not headed:
            return False
        if single and path.bare and fold.is_arabic(name.text) and not headed:
            return False  # الشعار is the quarter, شعار the slogan; حي شعار is the quarter
        lower_case = path.cost <= _CASES and (not single or name.text in self._plain_names)
        return path.cased or lower_case

    def _after_article(self, text: str, words: Sequence[Token], first: int) -> bool:
        surface = words[first].surface
        return self._with_article(text, words, first) < words[first].start or (
            fold.joined_article(fold.latin_letters(surface)) is not None
        )

    def _with_article(self, text: str, words: Sequence[Token], first: int) -> int:
        """The start of the name with the article that is attached in front of it."""
        start = words[first].start
        if first == 0 or fold.is_arabic(words[first].surface):
            return start
        before = words[first - 1]
        gap = text[before.end : start]
        elision = _ELISION_ARTICLE.match(before.surface)
        cut = elision.end() if elision else 0
        letters = fold.latin_letters(before.surface[cut:])
        attached = gap in ("-", "‐", "‑", "- ") or (gap == " " and letters in ("al", "el"))
        return before.start + cut if attached and is_article(before.surface[cut:]) else start


_SPECIFIC = {None, *FIXED}
"""What words of a name may be that tell it from others of its sort."""
_BEGINNINGS = frozenset("bab karm karam sheikh shaykh cheikh jabal tal tel tell ain".split())
"""Words that begin many names: before another capital they are a part of one nobody listed."""


def _is_headed(words: Sequence[Token], position: int) -> bool:
    """Whether a word for a part of town stands right before a word, or right after one in
    another script than the Arabic."""
    before = position - 1
    while before >= 0 and is_link(words[before].surface):
        before -= 1
    if before >= 0 and _is_part_of_town(words[before].surface):
        return True
    surface = words[position].surface
    following = words[position + 1].surface if position + 1 < len(words) else ""
    return not fold.is_arabic(surface) and _is_part_of_town(following)


def _is_part_of_town(surface: str) -> bool:
    if generic_of(surface) == "district":
        return True
    return fold.is_arabic(surface) and fold.arabic_letters(surface) in _ATTACHED_HEADS


_ATTACHED_HEADS = frozenset("بحي وحي لحي وبحي بالحي".split())


def is_gap(between: str) -> bool:
    """Whether what stands between two words may stand inside a name; nothing may, too."""
    if between == " " or not between:
        return True
    return _GAP.fullmatch(between) is not None and between.count("\n") < 2


def _following(text: str, words: Sequence[Token], last: int) -> int | None:
    """The word that may go on a name after its word ``last``, articles passed over, or None."""
    if _IN_CASE.search(words[last].surface):
        return None
    following = last + 1
    for _ in range(3):
        if following >= len(words):
            return None
        gap = text[words[following - 1].end : words[following].start]
        if not is_gap(gap):
            return None
        if not is_link(words[following].surface):
            return following
        following += 1
    return None


def _goes_on(text: str, words: Sequence[Token], number: int) -> bool:
    """Whether a capitalised word follows a word directly, an article passed over."""
    following = number + 1
    while following < len(words) and is_article(words[following].surface):
        following += 1
    if following >= len(words):
        return False
    gap = text[words[following - 1].end : words[following].start]
    return gap in (" ", "-") and words[following].surface[0].isupper()


def _opens(text: str, start: int) -> bool:
    """Whether a word opens a sentence or a line, where it has a capital whatever it is."""
    before = text[max(0, start - 3) : start].rstrip(' "“«([')
    return not before or before[-1] in ".!?:\n"


def _follows_beginning(text: str, words: Sequence[Token], number: int) -> bool:
    """Whether "Bab", "Karm" or the like stands before a word, an article passed over: the two
    are one name that nobody listed."""
    before = number - 1
    while before > 0 and is_article(words[before].surface):
        before -= 1
    if before < 0:
        return False
    word = words[before].surface
    gap = text[words[before].end : words[before + 1].start]
    return gap in (" ", "-") and word[:1].isupper() and word.casefold() in _BEGINNINGS


def _is_joined(token: str) -> bool:
    """Whether a one-word name carries the article in itself (الباب, Albab)."""
    if fold.is_arabic(token):
        return fold.arabic_letters(token).startswith("ال")
    return fold.joined_article(fold.latin_letters(token)) is not None


def _orders(generics: Sequence[str | None]) -> Iterable[tuple[int, ...]]:
    """The orders in which the words of a name may stand: its generics, at most two, move
    round the specific, which stays whole. A name without a generic, or with nothing else,
    has only its own."""
    moving = [n for n, term in enumerate(generics) if term and term not in FIXED]
    kept = [n for n, term in enumerate(generics) if n not in moving]
    if list(generics) == ["citadel"]:
        return [(0,)]  # the one generic that is a name by itself
    if not any(generics) or not any(term in (None, "aleppo") for term in generics):
        return []
    together = not kept or kept == list(range(kept[0], kept[-1] + 1))
    if not together or not kept or len(moving) > 2:
        return [tuple(range(len(generics)))]
    orders = permutations([*((n,) for n in moving), tuple(kept)])
    return [tuple(n for block in order for n in block) for order in orders]


class _Case:
    """What capitals mean in a text: nothing in a line without any, or with nothing but capitals."""

    def __init__(self, text: str, words: Sequence[Token]) -> None:
        self._text = text
        self._words = words
        self._plain_lines: dict[int, bool] = {}

    @cached_property
    def _cased(self) -> list[Token]:
        return [w for w in self._words if w.surface[0].lower() != w.surface[0].upper()]

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(m.end() for m in re.finditer(r"\n", self._text))]

    def _is_plain(self, line: int) -> bool:
        """Whether a line is without any capital and has words enough to have one."""
        known = self._plain_lines.get(line)
        if known is None:
            known = self._plain_lines[line] = self._has_no_capital(line)
        return known

    def _has_no_capital(self, line: int) -> bool:
        starts = self._line_starts
        end = starts[line] if line < len(starts) else len(self._text)
        cased = 0
        for number in range(bisect_left(self._words, (starts[line - 1],)), len(self._words)):
            word = self._words[number]
            if word.start >= end:
                break
            first = word.surface[0]
            if first.isupper():
                return False
            cased += first.lower() != first.upper()
        return cased >= 4

    @cached_property
    def _shouts(self) -> bool:
        cased = self._cased
        return sum(word.surface.isupper() for word in cased) > 0.6 * len(cased)

    def _line(self, word: Token) -> int:
        return bisect_right(self._line_starts, word.start)

    def takes(self, word: Token, cut: int) -> bool:
        """Whether a word may begin a name; the letter after an elision ("d'Alep") decides.
        An article tied to it ("al-kalasa") shows a name as a capital does."""
        if word.hashtag or not word.surface[cut:].islower():
            return True
        tied = self._text[max(0, word.start - 3) : word.start].lower()
        return tied in ("al-", "el-") or self._is_plain(self._line(word))

    def is_acronym(self, surface: str) -> bool:
        """Whether a word in capitals stands among others that are not: SOHR is no Zahra."""
        letters = SUFFIX.sub("", surface)
        return 1 < len(letters) <= 6 and letters.isupper() and not self._shouts


class _Closed:
    """Stretches of a text that are not searched."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = sorted(spans)

    def holds(self, position: int) -> bool:
        return any(span.start <= position < span.end for span in self._spans)
