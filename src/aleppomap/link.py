"""The link: every key of a view, written out in full and read back with forgiveness."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Literal, TypeVar
from urllib.parse import urlencode

from aleppomap.model import ClaimantType, Kind, Verification
from aleppomap.query import Query

Lang = Literal["en", "ar"]
Layout = Literal["full", "map", "map-time", "cards"]
LANGS: tuple[Lang, ...] = ("en", "ar")
LAYOUTS: tuple[Layout, ...] = ("full", "map", "map-time", "cards")

_ID = re.compile(r"[\w.:-]{1,200}")
_Term = TypeVar("_Term", bound=Enum)


@dataclass(frozen=True, slots=True)
class Viewport:
    """Centre of the map in degrees and its zoom (Leaflet's web map levels)."""

    lat: float
    lon: float
    zoom: float

    def text(self) -> str:
        """``lat,lon,zoom`` as it stands in the link."""
        return f"{self.lat:.5f},{self.lon:.5f},{self.zoom:g}"

    @classmethod
    def from_text(cls, text: str) -> Viewport | None:
        """The viewport a link names, or None where the words are no viewport."""
        try:
            lat, lon, zoom = (float(part) for part in text.split(","))
        except ValueError:
            return None
        if -85 <= lat <= 85 and -180 <= lon <= 180 and 0 <= zoom <= 20:
            return cls(lat, lon, zoom)
        return None


HOME = Viewport(36.2, 37.148, 12)
"""The whole city."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """All that a shared view holds. ``version`` names the data it was made with.

    ``beside`` lays what may tell of the same event as ``report`` side by side.
    """

    query: Query = field(default_factory=Query)
    report: str | None = None
    beside: bool = False
    lang: Lang = "en"
    layout: Layout = "full"
    viewport: Viewport = HOME
    version: str | None = None

    def to_params(self) -> dict[str, list[str]]:
        """Every key with its value, defaults too, so that a later default changes no link."""
        query = self.query
        return {
            "since": [query.since.isoformat() if query.since else ""],
            "until": [query.until.isoformat() if query.until else ""],
            "place": list(query.places) or [""],
            "doc": list(query.articles) or [""],
            "q": [query.words],
            "kind": [kind.value for kind in query.kinds] or [""],
            "claimant": [voice.value for voice in query.voices] or [""],
            "certainty": [sort.value for sort in query.certainty] or [""],
            "report": [self.report or ""],
            "beside": ["yes" if self.beside else "no"],
            "lang": [self.lang],
            "layout": [self.layout],
            "v": [self.viewport.text()],
            "ver": [self.version or ""],
        }

    def to_query_string(self) -> str:
        """The part of a URL after the question mark."""
        return urlencode(self.to_params(), doseq=True)

    @classmethod
    def from_params(cls, params: Mapping[str, Iterable[str]]) -> Link:
        """Read a link; unknown keys and values that make no sense are passed over."""
        values = {key: [str(item) for item in items] for key, items in params.items()}

        def first(key: str) -> str:
            return next(iter(values.get(key, ())), "")

        since, until = _day(first("since")), _day(first("until"))
        if since and until and since > until:
            since, until = until, since
        lang, layout = first("lang"), first("layout")
        return cls(
            query=Query(
                since=since,
                until=until,
                places=_ids(values.get("place", ())),
                articles=_ids(values.get("doc", ())),
                words=" ".join(first("q").split())[:200],
                kinds=_terms(Kind, values.get("kind", ())),
                voices=_terms(ClaimantType, values.get("claimant", ())),
                certainty=_terms(Verification, values.get("certainty", ())),
            ),
            report=next(iter(_ids(values.get("report", ()))), None),
            beside=first("beside") == "yes",
            lang=lang if lang in LANGS else "en",
            layout=layout if layout in LAYOUTS else "full",
            viewport=Viewport.from_text(first("v")) or HOME,
            version=next(iter(_ids(values.get("ver", ()))), None),
        )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None


def _ids(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if _ID.fullmatch(text)))[:100]


def _terms(kind: type[_Term], texts: Iterable[str]) -> tuple[_Term, ...]:
    """The values that are among those allowed, each once, in the order of their table."""
    asked = set(texts)
    return tuple(term for term in kind if term.value in asked)
