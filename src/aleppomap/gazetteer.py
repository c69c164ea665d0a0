"""The gazetteer: an immutable index of places, and how each can be drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from shapely.geometry.base import BaseGeometry

from aleppomap.model import Confidence, Place

ROOTS = frozenset({"aleppo", "aleppo-countryside"})
"""Places that stand for the whole city or governorate; never drawn as a dot."""


class DrawnAs(StrEnum):
    """How a place can be drawn without inventing a position."""

    OUTLINE = "outline"
    POINT = "point"
    CIRCLE = "circle"
    WITHIN = "within"
    LISTED = "listed"


@dataclass(frozen=True, slots=True)
class Drawing:
    """``on`` is the place whose shape carries the drawing: itself, or what it is part of."""

    how: DrawnAs
    on: str | None


class Gazetteer:
    """Places by id, with parents and drawings.

    ``version`` names the state of the data files it was built from.
    """

    def __init__(self, places: Iterable[Place], version: str = "unversioned") -> None:
        self._places = {place.id: place for place in sorted(places, key=lambda p: p.id)}
        self.version = version

    def __iter__(self) -> Iterator[Place]:
        return iter(self._places.values())

    def __len__(self) -> int:
        return len(self._places)

    def __contains__(self, place_id: object) -> bool:
        return place_id in self._places

    def __getitem__(self, place_id: str) -> Place:
        return self._places[place_id]

    def get(self, place_id: str) -> Place | None:
        """The place, or None where there is none of that id."""
        return self._places.get(place_id)

    def ancestors(self, place_id: str) -> tuple[str, ...]:
        """What the place is part of, nearest first, without the place itself."""
        found: list[str] = []
        parent = self._places[place_id].part_of
        while parent is not None and parent not in found and parent in self._places:
            found.append(parent)
            parent = self._places[parent].part_of
        return tuple(found)

    @cached_property
    def _parts(self) -> dict[str, tuple[str, ...]]:
        parts: dict[str, list[str]] = {}
        for place in self:
            for ancestor in self.ancestors(place.id):
                parts.setdefault(ancestor, []).append(place.id)
        return {parent: tuple(ids) for parent, ids in parts.items()}

    def descendants(self, place_id: str) -> tuple[str, ...]:
        """All places that are part of this one, at any depth."""
        return self._parts.get(place_id, ())

    def drawing(self, place_id: str) -> Drawing:
        """How to draw a place: its own outline, point or circle, or inside what it is part of.

        A place without a published coordinate is drawn on the nearest ancestor
        that has an outline; where there is none it is only listed.
        """
        place = self._places[place_id]
        if place.footprint is not None:
            return Drawing(DrawnAs.OUTLINE, place_id)
        if place.lon is not None:
            how = DrawnAs.POINT if place.confidence is Confidence.HIGH else DrawnAs.CIRCLE
            return Drawing(how, place_id)
        for ancestor in self.ancestors(place_id):
            if self._places[ancestor].footprint is not None:
                return Drawing(DrawnAs.WITHIN, ancestor)
        return Drawing(DrawnAs.LISTED, None)

    def footprint(self, place_id: str) -> BaseGeometry | None:
        """The outline that stands for a place on the map, in degrees (EPSG:4326)."""
        on = self.drawing(place_id).on
        return self._places[on].footprint if on is not None else None

    def find(self, words: str) -> tuple[Place, ...]:
        """Places with a name or id that holds the words (spelling differences in case ignored)."""
        wanted = words.casefold().strip()
        return tuple(
            place
            for place in self
            if wanted in place.id.replace("-", " ")
            or wanted in place.id
            or any(wanted in name.text.casefold() for name in place.names)
            or wanted in place.name_en.casefold()
            or wanted in place.name_ar
        )
