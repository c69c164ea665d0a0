"""Where labels go: greedy placement without collisions, computed and never drawn here.

All lengths are points of the page, y upwards; a box is left, bottom, right, top.
The same wishes in the same order always give the same answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin

from aleppomap.picture.ground import Bounds

Point = tuple[float, float]

_RINGS = (11.0, 18.0, 27.0, 38.0, 50.0)
"""How far a label may be moved from its place, nearest first."""
_DIRECTIONS = 12
_NEAR = 2.0
"""A label this close to its place needs no line to it."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A label that wants a spot.

    ``sizes`` are width and height of the ways it can be written, best first.
    ``clear`` keeps the label off a mark of that radius at the anchor; ``roams``
    lets it move away from its place, tied to it by a line; ``fits`` may refuse a
    box (a quiet label must lie inside its own outline); ``home`` says which boxes
    are to be tried before all others.
    """

    key: str
    anchor: Point
    sizes: tuple[tuple[float, float], ...]
    clear: float = 0.0
    roams: bool = True
    fits: Callable[[Bounds], bool] | None = None
    home: Callable[[Bounds], bool] | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """A label with its box, the way it is written, and the line to its place, if any."""

    key: str
    box: Bounds
    way: int
    line: tuple[Point, Point] | None = None


def place_labels(
    wishes: Iterable[Wish], frame: Bounds, taken: Sequence[Bounds] = (), gap: float = 1.2
) -> tuple[Spot, ...]:
    """Spots for as many labels as find room, earlier wishes first.

    No two boxes come nearer than ``gap``; none meets a taken box, leaves the
    frame or lies on the line of another label; no two lines cross.
    """
    wishes = tuple(wishes)
    board = _Board(frame, taken, [wish.anchor for wish in wishes if wish.roams], gap)
    for wish in wishes:
        board.add(_best(wish, board))
    return tuple(board.spots)


def _best(wish: Wish, board: _Board) -> Spot | None:
    """The first free spot that leaves the places of others open, else the first free one."""
    second = None
    for spot in _in_turn(wish):
        covers = board.covers_a_place(spot.box, wish.anchor)
        if (covers and second is not None) or not board.is_free(spot, wish):
            continue
        if not covers:
            return spot
        second = spot
    return second


class _Board:
    """What is on the map so far."""

    def __init__(
        self, frame: Bounds, taken: Sequence[Bounds], anchors: Sequence[Point], gap: float
    ) -> None:
        self.frame, self.gap = frame, gap
        self.boxes = list(taken)
        self.anchors = anchors
        self.lines: list[tuple[Point, Point]] = []
        self.spots: list[Spot] = []

    def add(self, spot: Spot | None) -> None:
        """Take a spot, if there is one."""
        if spot is None:
            return
        self.spots.append(spot)
        self.boxes.append(spot.box)
        if spot.line is not None:
            self.lines.append(spot.line)

    def covers_a_place(self, box: Bounds, own: Point) -> bool:
        """Whether a box covers the place of another label, which would leave that one no
        way out."""
        left, bottom, right, top = box
        return any(left < x < right and bottom < y < top for x, y in self.anchors if (x, y) != own)

    def is_free(self, spot: Spot, wish: Wish) -> bool:
        """Whether a label may stand there."""
        left, bottom, right, top = spot.box
        frame = self.frame
        if left < frame[0] or bottom < frame[1] or right > frame[2] or top > frame[3]:
            return False
        gap = self.gap
        for box in self.boxes:  # written out: this line runs a million times a picture
            if (
                left < box[2] + gap
                and box[0] < right + gap
                and bottom < box[3] + gap
                and box[1] < top + gap
            ):
                return False
        if any(crosses(line, spot.box) for line in self.lines):
            return False
        if spot.line is not None and any(crosses(spot.line, box) for box in self.boxes):
            return False
        if spot.line is not None and any(meet(spot.line, line) for line in self.lines):
            return False
        return wish.fits is None or wish.fits(spot.box)


def overlap(one: Bounds, other: Bounds, gap: float = 0.0) -> bool:
    """Whether two boxes share ground, or come nearer than ``gap``."""
    return (
        one[0] < other[2] + gap
        and other[0] < one[2] + gap
        and one[1] < other[3] + gap
        and other[1] < one[3] + gap
    )


def crosses(line: tuple[Point, Point], box: Bounds) -> bool:
    """Whether a line runs through a box (Liang and Barsky's clipping)."""
    (x, y), (x2, y2) = line
    first, last = 0.0, 1.0
    for start, step, low, high in ((x, x2 - x, box[0], box[2]), (y, y2 - y, box[1], box[3])):
        if step == 0:
            if not low < start < high:
                return False
            continue
        enter, leave = sorted(((low - start) / step, (high - start) / step))
        first, last = max(first, enter), min(last, leave)
    return first < last


def meet(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    """Whether two lines cross each other."""

    def side(line: tuple[Point, Point], at: Point) -> bool:
        (x, y), (x2, y2) = line
        return (x2 - x) * (at[1] - y) > (y2 - y) * (at[0] - x)

    return side(one, other[0]) != side(one, other[1]) and side(other, one[0]) != side(other, one[1])


def _in_turn(wish: Wish) -> Iterator[Spot]:
    """The tries, those at home first."""
    if wish.home is None:
        yield from _tries(wish)
        return
    untied = [spot for spot in _tries(wish) if spot.line is None]
    yield from (spot for spot in untied if wish.home(spot.box))
    yield from _tries(wish)


def _tries(wish: Wish) -> Iterator[Spot]:
    """Everywhere a label may go: on its place, beside its mark, then ever further off."""
    if not wish.clear:
        for way, (width, height) in enumerate(wish.sizes):
            yield _spot(wish, way, _centred(wish.anchor, width, height), tied=False)
            for dy in (height * 0.55, -height * 0.55):
                moved = (wish.anchor[0], wish.anchor[1] + dy)
                yield _spot(wish, way, _centred(moved, width, height), tied=False)
    if not wish.roams:
        return
    for ring in (wish.clear + 1.5, *_RINGS) if wish.clear else _RINGS:
        for way, (width, height) in enumerate(wish.sizes):
            for turn in _turns():
                box = _beside(wish.anchor, ring, turn, width, height)
                yield _spot(wish, way, box, tied=ring > wish.clear + _NEAR)


def _turns() -> Iterator[float]:
    """Angles around a place: right, left, up, down, then between."""
    order = sorted(range(_DIRECTIONS), key=lambda n: (n % 3 != 0, n % 6 != 0, n))
    return (2 * pi * n / _DIRECTIONS for n in order)


def _centred(at: Point, width: float, height: float) -> Bounds:
    return at[0] - width / 2, at[1] - height / 2, at[0] + width / 2, at[1] + height / 2


def _beside(at: Point, ring: float, turn: float, width: float, height: float) -> Bounds:
    """A box whose nearest side is ``ring`` away in a direction."""
    x, y = cos(turn), sin(turn)
    middle = (at[0] + x * (ring + width / 2), at[1] + y * (ring + height / 2))
    return _centred(middle, width, height)


def _spot(wish: Wish, way: int, box: Bounds, *, tied: bool) -> Spot:
    if not tied:
        return Spot(wish.key, box, way)
    x, y = wish.anchor
    near = (min(max(x, box[0]), box[2]), min(max(y, box[1]), box[3]))
    length = hypot(near[0] - x, near[1] - y)
    if length <= wish.clear + _NEAR:
        return Spot(wish.key, box, way)
    share = wish.clear / length
    start = (x + (near[0] - x) * share, y + (near[1] - y) * share)
    return Spot(wish.key, box, way, (start, near))
