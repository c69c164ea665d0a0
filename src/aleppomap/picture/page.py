"""The sheet: A4 across, in points, with the few strokes that everything is drawn with.

An Arabic sheet is the mirror of an English one: every x that goes in is counted
from the side where reading starts. The map itself is never mirrored.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from matplotlib.figure import Figure
from matplotlib.patches import Circle, PathPatch, Rectangle
from matplotlib.path import Path

from aleppomap.picture import lettering
from aleppomap.picture.ground import Bounds
from aleppomap.picture.labels import Point
from aleppomap.style import INK, PAPER

WIDTH, HEIGHT = 841.89, 595.28
"""A4 across, in points."""

_PLAIN = ("-liga", "-clig")
"""No joined fi and ff in unseen text: they would bring a second set of letters into a PDF."""


class Sheet:
    """A page to draw on; ``texts`` gathers every line written, in order.

    ``text_layer`` puts each line a second time, unseen, as real text: a PDF drawn
    with outlines can then be searched and read aloud.
    """

    def __init__(self, lang: str, *, text_layer: bool = False) -> None:
        self.lang = lang
        self.mirrored = lang == "ar"
        self.texts: list[str] = []
        self.figure = Figure(figsize=(WIDTH / 72, HEIGHT / 72), facecolor=PAPER)
        self._axes = self.figure.add_axes((0, 0, 1, 1), xlim=(0, WIDTH), ylim=(0, HEIGHT))
        self._axes.axis("off")
        self._text_layer = text_layer
        self._level = 1.0

    def side(self, start: float, width: float = 0.0) -> float:
        """The left edge on paper of something that starts so far from where reading starts."""
        return WIDTH - start - width if self.mirrored else start

    def box(self, start: float, bottom: float, end: float, top: float) -> Bounds:
        """A box on paper from distances in reading direction."""
        left = self.side(start, end - start)
        return left, bottom, left + end - start, top

    def write(
        self,
        text: str,
        start: float,
        baseline: float,
        size: float,
        *,
        color: str = INK,
        end: bool = False,
        strong: bool = False,
        free: bool = False,
        url: str | None = None,
    ) -> None:
        """One line that starts (or with ``end`` stops) at a distance in reading direction.

        ``free`` lets the line find its own direction: titles and other words that
        are not ours.
        """
        marked = lettering.RLM + text if self.mirrored and not free else text
        width = lettering.width_of(marked, size)
        self.write_at(
            marked,
            self.side(start - width if end else start, width),
            baseline,
            size,
            color=color,
            strong=strong,
            url=url,
        )

    def write_at(
        self,
        text: str,
        left: float,
        baseline: float,
        size: float,
        *,
        color: str = INK,
        strong: bool = False,
        halo: float = 0.0,
        url: str | None = None,
    ) -> None:
        """One line at a place on paper; ``halo`` is the width of a light rim in points."""
        self.texts.append(text)
        path = lettering.outline_of(text, size, left, baseline)
        if halo:
            self.draw(path, edge=PAPER, line=2 * halo, alpha=0.85, joinstyle="round")
        # the font comes in one weight: a hairline around the letters makes the strong one
        rim = size * 0.035 if strong else 0.0
        patch = self.draw(path, fill=color, edge=color if strong else "none", line=rim)
        patch.set_url(url)
        if self._text_layer:
            unseen = self._axes.text(
                left,
                baseline,
                lettering.searchable(text),
                size=size,
                alpha=0.0,
                family=lettering.SEARCHED,
                fontfeatures=_PLAIN,
            )
            unseen.set_url(url)

    def paragraph(
        self,
        text: str,
        start: float,
        top: float,
        size: float,
        width: float,
        *,
        color: str = INK,
        most: int | None = None,
        leading: float = 1.38,
        strong: bool = False,
        free: bool = False,
    ) -> float:
        """Broken lines from ``top`` down; returns where the next thing may start."""
        for line in lettering.break_lines(text, size, width, most):
            top -= size * leading
            baseline = top + size * (leading - 1) * 0.5 + size * 0.12
            self.write(line, start, baseline, size, color=color, strong=strong, free=free)
        return top

    def draw(
        self,
        path: Path,
        *,
        fill: str = "none",
        edge: str = "none",
        line: float = 0.0,
        clip: Bounds | None = None,
        **more: Any,
    ) -> PathPatch:
        """A path with a fill and an edge, over everything drawn before it."""
        patch = PathPatch(path, facecolor=fill, edgecolor=edge, linewidth=line, **more)
        self._add(patch, clip)
        return patch

    def circle(self, at: Point, radius: float, *, clip: Bounds | None = None, **style: Any) -> None:
        """A circle at a place on paper."""
        self._add(Circle(at, radius, **style), clip)

    def rectangle(self, box: Bounds, *, clip: Bounds | None = None, **style: Any) -> None:
        """A box on paper."""
        left, bottom, right, top = box
        self._add(Rectangle((left, bottom), right - left, top - bottom, **style), clip)

    def stroke(self, points: Sequence[Point], *, clip: Bounds | None = None, **style: Any) -> None:
        """An open line through points on paper."""
        more: dict[str, Any] = {"edge": INK, "line": 0.6, "capstyle": "butt"} | style
        self.draw(Path(list(points)), clip=clip, **more)

    def _add(self, patch: Any, clip: Bounds | None) -> None:
        self._level += 1e-3  # matplotlib sorts by this: the order of our strokes
        patch.set_zorder(self._level)
        patch.set_transform(self._axes.transData)
        self._axes.add_artist(patch)
        if clip is not None:
            left, bottom, right, top = clip
            frame = Rectangle((left, bottom), right - left, top - bottom)
            frame.set_transform(self._axes.transData)
            patch.set_clip_path(frame)
