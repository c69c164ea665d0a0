"""Finds toponyms in a text: says where, and which names they may be; not which place.

A trie of the words of names takes the longest name that starts at each word of
the text, articles passed over.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
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
_NEAR = 0.2
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


@dataclass(slots=True)
class _Node:
    after: dict[int, _Node] = field(default_factory=dict)
    names: list[Toponym] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Path:
    """A way through the trie: the tokens used, what they cost, how the name starts and ends."""

    node: _Node
    last: int
    cost: float
    cut_start: int
    cut_end: int
    bare: bool
    cased: bool
    wide: bool


def find_tokens(
    text: str,
    known: Callable[[str], object] = lambda surface: False,
    remembered: dict[str, list[int]] | None = None,
) -> list[Token]:
    """The words of a text; words that are run together ("BustanAlQasr", شبكةحلب) are taken
    apart, unless the whole is ``known``. ``remembered`` keeps where words are to be cut."""
    remembered = {} if remembered is None else remembered
    found = []
    for match in fold.TOKEN.finditer(text):
        start, end = match.span()
        surface = match.group()
        hashtag = start > 0 and text[start - 1] in "#_"
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
        self._beginnings: dict[str, tuple[tuple[_Node, Match], ...]] = {}
        self._kin: dict[Toponym, dict[str, Toponym]] = {}
        toponyms = list(toponyms)
        for toponym in toponyms:
            self._add(toponym)
        self._find_kin(toponyms)

    # --- building ---------------------------------------------------------------

    def _add(self, toponym: Toponym) -> None:
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
        for order in _orders([generic_of(token) for token in tokens]):
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
        starts = self._starts
        beginnings = [n for n, word in enumerate(words) if starts(word.surface)]
        if not beginnings:
            return words, []
        closed = _Closed(leave_out)
        case = _Case(text, words)
        hits: list[Hit] = []
        free = 0
        for position in beginnings:
            if position < free or closed.holds(words[position].start):
                continue
            hit = self._longest(text, words, position, case)
            if hit is not None:
                hits.append(hit)
                free = hit.last + 1
        return words, hits

    def _starts(self, surface: str) -> tuple[tuple[_Node, Match], ...]:
        """The first words of names that a word can be; remembered."""
        known = self._beginnings.get(surface)
        if known is None:
            if len(self._beginnings) >= REMEMBERED:
                self._beginnings.clear()
            most = 0.1 if self._is_everyday(surface) else 9.0
            known = self._beginnings[surface] = tuple(
                (node, match)
                for match in self._lexicon.matches(surface)
                if (node := self._root.after.get(match.word)) is not None
                and match.cost <= most
                and (node.after or not match.wide)
            )
        return known

    def _longest(self, text: str, words: Sequence[Token], position: int, case: _Case) -> Hit | None:
        word = words[position]
        paths = [
            _Path(
                node, position, m.cost, m.cut_start, m.cut_end, m.bare,
                cased=case.takes(word, m.cut_start), wide=m.wide,
            )
            for node, m in self._starts(word.surface)
            if m.cost <= 0.02 or not case.is_acronym(word.surface)
        ]  # fmt: skip
        ends: dict[int, list[_Path]] = defaultdict(list)
        while paths:
            for path in paths:
                if path.node.names:
                    ends[path.last].append(path)
            paths = [longer for path in paths for longer in self._longer(text, words, path, case)]
        for last in sorted(ends, reverse=True):
            hit = self._hit(text, words, position, last, ends[last])
            if hit is not None:
                return hit
        return None

    def _longer(
        self, text: str, words: Sequence[Token], path: _Path, case: _Case
    ) -> Iterable[_Path]:
        if not path.node.after or _IN_CASE.search(words[path.last].surface):
            return
        following = path.last + 1
        for _ in range(3):
            if following >= len(words):
                return
            gap = text[words[following - 1].end : words[following].start]
            if (gap and not _GAP.fullmatch(gap)) or gap.count("\n") > 1:
                return
            if not is_link(words[following].surface):
                break
            following += 1
        else:
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
            yield _Path(
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
        paths: Sequence[_Path],
    ) -> Hit | None:
        best: dict[Toponym, tuple[float, _Path]] = {}
        surface = words[first].surface
        if first == last and surface.casefold() in _BEGINNINGS and _goes_on(text, words, first):
            return None
        if first < last and self._is_description(text, words, first, last):
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
        for path in paths:
            if path.wide and specific < 2:
                continue  # one word is only like the name, and nothing else speaks for it
            if opens and path.cost > 0.02:
                continue  # "Kilise" opens a sentence as the word for a church
            for name in path.node.names:
                if not self._allowed(name, path, first == last):
                    continue
                if first == last and not article and name.target not in self._without_article:
                    continue  # "al-Bab" is a town, "Bab" is any gate
                if ordinary and path.cost > 0.02:
                    continue
                if name not in best or path.cost < best[name][0]:
                    best[name] = (path.cost, path)
        if not best:
            return None
        doubtful = first == last and all(name.ambiguous for name in best)
        if doubtful and _follows_beginning(text, words, first):
            return None
        enough = min(cost for cost, _ in best.values()) + _NEAR
        near = [(name, found) for name, found in best.items() if found[0] <= enough]
        ranked = sorted(near, key=lambda item: (item[1][0], item[0].target, item[0].text))
        nearest = ranked[0][1][1]
        per_target: dict[str, Reading] = {}
        for name, (cost, _) in ranked:
            per_target.setdefault(name.target, Reading(name, cost, ordinary))
        for name, (cost, _) in ranked:
            for target, shared in self._kin.get(name, {}).items():
                per_target.setdefault(target, Reading(shared, cost, ordinary))
        start = words[first].start + nearest.cut_start
        end = words[last].end - nearest.cut_end
        if not nearest.cut_start:
            start = self._with_article(text, words, first)
        return Hit(start, end, first, last, tuple(per_target.values())[:_MOST_READINGS])

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

    def _allowed(self, name: Toponym, path: _Path, single: bool) -> bool:
        if name.exact and path.cost > 0.02:
            return False
        if path.wide and single:
            return False
        if single and path.bare and fold.is_arabic(name.text):
            return False  # الشعار is the quarter, شعار the slogan
        lower_case = path.cost <= _CASES and (not single or self._lexicon.is_generic(name.text))
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
        cased = [w for w in words if w.surface[0].lower() != w.surface[0].upper()]
        lines: dict[int, list[bool]] = defaultdict(list)
        self._line_starts = [0, *(m.end() for m in re.finditer(r"\n", text))]
        for word in cased:
            lines[self._line(word)].append(word.surface[0].isupper())
        self._plain = {
            n for n, capitals in lines.items() if len(capitals) >= 4 and not any(capitals)
        }
        self._shouts = sum(word.surface.isupper() for word in cased) > 0.6 * len(cased)
        self._text = text

    def _line(self, word: Token) -> int:
        return bisect_right(self._line_starts, word.start)

    def takes(self, word: Token, cut: int) -> bool:
        """Whether a word may begin a name; the letter after an elision ("d'Alep") decides.
        An article tied to it ("al-kalasa") shows a name as a capital does."""
        if word.hashtag or not word.surface[cut:].islower():
            return True
        tied = self._text[max(0, word.start - 3) : word.start].lower()
        return tied in ("al-", "el-") or self._line(word) in self._plain

    def is_acronym(self, surface: str) -> bool:
        """Whether a word in capitals stands among others that are not: SOHR is no Zahra."""
        letters = SUFFIX.sub("", surface)
        return not self._shouts and 1 < len(letters) <= 6 and letters.isupper()


class _Closed:
    """Stretches of a text that are not searched."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = sorted(spans)

    def holds(self, position: int) -> bool:
        return any(span.start <= position < span.end for span in self._spans)
