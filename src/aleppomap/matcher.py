"""The seam for engines: texts in, for each the stretches that are spelled like names out.

:class:`NameMatcher` is the pure Python engine and the meaning of the answer; any faster engine
must give the very same hits (``tests/test_matcher.py``). It knows words, not sentences: what a
hit means in its text is asked of :class:`aleppomap.mentions.Finder` and the resolver.

Every word is read by sound once and remembered; the ways through the names' words become
states as texts ask for them, so that a word that was met costs one look-up.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple, Protocol

from aleppomap import fold
from aleppomap.lexicon import REMEMBERED, Match, is_link
from aleppomap.mentions import NEAR, Finder, Path, is_gap

_EMPTY_LINE = "\n\n"
_LINKS = 2
"""Articles and the like that may stand between two words of a name."""


class NameHit(NamedTuple):
    """A stretch of text in code points, and the ids of what its name may be, nearest first."""

    start: int
    end: int
    targets: tuple[str, ...]


class Engine(Protocol):
    """What an engine does: the hits of each text, disjoint and in order."""

    def match(self, texts: Sequence[str]) -> list[list[NameHit]]:
        """One list of hits for each text."""
        ...


@dataclass(slots=True, eq=False)
class _State:
    """Where some words of a text lead among the names: what may follow, and what it is so far.

    ``targets`` is empty where no name ends; the cuts are characters that are no part of it.
    """

    paths: tuple[Path, ...]
    targets: tuple[str, ...]
    cut_start: int = 0
    cut_end: int = 0
    after: dict[str, _State | None] = field(default_factory=dict)


class NameMatcher(Finder):
    """The names of a :class:`Finder` looked for by their words alone."""

    _states: dict[str, _State | None]
    _dull: set[str]
    _made: int

    def match(self, texts: Sequence[str]) -> list[list[NameHit]]:
        """For each text its longest names from left to right, articles passed over."""
        if not hasattr(self, "_states"):
            self._forget()
        return [self._match(text) for text in texts]

    def _forget(self) -> None:
        self._states = {}
        self._dull = set()
        self._made = 0

    def _match(self, text: str) -> list[NameHit]:
        """The hits of a text, paragraph by paragraph: no name goes over an empty line."""
        hits: list[NameHit] = []
        offset = 0
        for part in text.split(_EMPTY_LINE):
            surfaces = fold.tokens(part)
            if not self._dull.issuperset(surfaces):
                self._match_words(part, surfaces, offset, hits)
            offset += len(part) + len(_EMPTY_LINE)
        return hits

    def _match_words(
        self, part: str, surfaces: list[str], offset: int, hits: list[NameHit]
    ) -> None:
        dull = self._dull
        spans: list[tuple[int, int]] = []
        free = 0
        for position in [n for n, surface in enumerate(surfaces) if surface not in dull]:
            ends = self._ends(surfaces, position) if position >= free else None
            if not ends:
                continue
            if not spans:
                spans = [match.span() for match in fold.token_pattern(part).finditer(part)]
            while ends:
                last, state = ends.pop()
                if last == position or all(
                    is_gap(part[one[1] : two[0]])
                    for one, two in pairwise(spans[position : last + 1])
                ):
                    start = offset + spans[position][0] + state.cut_start
                    end = offset + spans[last][1] - state.cut_end
                    hits.append(NameHit(start, end, state.targets))
                    free = last + 1
                    break

    def _ends(self, surfaces: Sequence[str], position: int) -> list[tuple[int, _State]]:
        """The words at which a name that begins at a word may end, the nearest first."""
        state = self._first(surfaces[position])
        if state is None:
            return []
        ends = [(position, state)] if state.targets else []
        at = position
        while state.after is not _NOWHERE and (at := _next_word(surfaces, at)):
            known = state.after.get(surfaces[at], state)
            following = self._step(state, surfaces[at]) if known is state else known
            if following is None:
                break
            state = following
            if state.targets:
                ends.append((at, state))
        return ends

    # --- states, made as texts ask for them ------------------------------------------

    def _first(self, surface: str) -> _State | None:
        """The state of a word that may begin a name; None, remembered, for most words."""
        if surface in self._states:
            return self._states[surface]
        if self._made >= REMEMBERED or len(self._dull) >= REMEMBERED:
            self._forget()
        paths = [
            Path(node, 0, m.cost, m.cut_start, m.cut_end, m.bare, _has_capital(surface, m), False)
            for node, m in self._starts(surface)
            if not m.wide
        ]
        state = self._states[surface] = self._state(paths, single=surface)
        if state is None:
            self._dull.add(surface)
        return state

    def _step(self, state: _State, surface: str) -> _State | None:
        """The state after one more word, remembered in the one before it."""
        paths = [
            Path(
                node, 0, path.cost + m.cost, path.cut_start, m.cut_end, path.bare,
                path.cased or _has_capital(surface, m), False,
            )
            for path in state.paths
            for m in self._lexicon.matches(surface)
            if (node := path.node.after.get(m.word)) is not None and self._goes_on(surface, m)
        ]  # fmt: skip
        self._made += 1
        found = state.after[surface] = self._state(paths)
        return found

    def _goes_on(self, surface: str, match: Match) -> bool:
        if match.wide or (match.cut_start and fold.is_arabic(surface)):
            return False
        return match.cost <= 0.1 or not self._is_everyday(surface)

    def _state(self, paths: Iterable[Path], single: str = "") -> _State | None:
        paths = tuple(paths)
        ends = self._names(paths, single)
        onward = any(path.node.after for path in paths)
        if not ends and not onward:
            return None
        after = {} if onward else _NOWHERE
        if not ends:
            return _State(paths, (), after=after)
        nearest = ends[0][1]
        near = (target for target, path in ends if path.cost <= nearest.cost + NEAR)
        targets = tuple(dict.fromkeys(near))
        return _State(paths, targets, nearest.cut_start, nearest.cut_end, after)

    def _names(self, paths: Sequence[Path], single: str) -> list[tuple[str, Path]]:
        """The targets whose names end here, nearest spelling first, then by their ids."""
        everyday = bool(single) and self._is_everyday(single)
        found = [
            (name.target, path)
            for path in paths
            for name in path.node.names
            if self._allowed(name, path, bool(single), headed=False)
            and not (everyday and path.cost > 0.02)
        ]
        return sorted(found, key=lambda item: (item[1].cost, item[0], item[1].cut_start))


_NOWHERE: dict[str, _State | None] = {}
"""What may follow where no name goes on; never filled."""


def _has_capital(surface: str, match: Match) -> bool:
    """Whether a word is not all in small letters; Arabic has none."""
    return not surface[match.cut_start :].islower()


def _next_word(surfaces: Sequence[str], at: int) -> int:
    """The next word that is no article, at most two passed over; 0 for none."""
    for surface in surfaces[at + 1 : at + 2 + _LINKS]:
        at += 1
        if not is_link(surface):
            return at
    return 0
