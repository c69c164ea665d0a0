"""Places and mentions as linked data: Linked Places Format and W3C Web Annotation.

Both are JSON-LD. Places have ids of our own, ``urn:aleppomap:place:`` and the id of the
gazetteer; nobody publishes them as pages. Coordinates are longitude, latitude in WGS 84
degrees; offsets are code points of the article's text, half-open. Nothing here writes a file.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from shapely.geometry import mapping

from aleppomap.gazetteer import ROOTS, Gazetteer
from aleppomap.model import Article, Confidence, Extraction, Mention, Place, Status
from aleppomap.query import Entry
from aleppomap.tables import shape_of, to_json

Row = dict[str, Any]

PLACES_CONTEXT = (
    "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/"
    "linkedplaces-context-v1.1.jsonld"
)
"""The context that the Linked Places Format gives for its version 1."""
ANNOTATION_CONTEXT = "http://www.w3.org/ns/anno.jsonld"

_TYPES = {
    "neighbourhood": ("aat:300000745", "P"),
    "quarter-of-old-city": ("aat:300000745", "P"),
    "suburb": ("aat:300000705", "P"),
    "camp": ("aat:300387203", "P"),
    "city": ("aat:300008389", "P"),
    "region": ("aat:300000774", "A"),
    "hospital": ("aat:300000202", "S"),
    "landmark": ("aat:300000809", "S"),
    "military-site": ("aat:300164060", "S"),
    "gate": ("aat:300006888", "S"),
    "cemetery": ("aat:300266755", "S"),
    "park": ("aat:300008187", "L"),
    "road": ("aat:300008217", "R"),
    "roundabout": ("aat:300008072", "R"),
    "crossing": ("aat:300122438", "R"),
    "river": ("aat:300008707", "H"),
}
"""Kinds of places in Getty's Art and Architecture Thesaurus and as GeoNames feature classes."""
_CERTAINTY = {
    Confidence.HIGH: "certain",
    Confidence.MEDIUM: "less-certain",
    Confidence.LOW: "uncertain",
    Confidence.NONE: "uncertain",
}
_AROUND = 24
"""Characters before and after a mention that help to find it again; more would be quoting."""


# ---------------------------------------------------------------------- places


def linked_places(
    place_ids: Iterable[str], gazetteer: Gazetteer, entries: Iterable[Entry] = ()
) -> str:
    """The places as one FeatureCollection in the Linked Places Format, version 1.

    ``when`` of a place spans the days of the reports among ``entries`` that name it: it says
    when the name is attested, not how long the place stood.
    """
    days = _days(entries)
    known = sorted({place_id for place_id in place_ids if place_id in gazetteer})
    features = ",\n".join(
        to_json(place_feature(gazetteer[place_id], gazetteer, days.get(place_id)))
        for place_id in known
    )
    head = f'{{"type": "FeatureCollection", "@context": {to_json(PLACES_CONTEXT)}, "features": ['
    return f"{head}\n{features}\n]}}\n"


def _days(entries: Iterable[Entry]) -> dict[str, tuple[date, date]]:
    found: dict[str, list[date]] = defaultdict(list)
    for entry in entries:
        ends = [day for day in (entry.report.date_start, entry.report.date_end) if day]
        for place_id in entry.report.place_ids:
            found[place_id] += ends
    return {place_id: (min(days), max(days)) for place_id, days in found.items() if days}


def place_feature(
    place: Place, gazetteer: Gazetteer, attested: tuple[date, date] | None = None
) -> Row:
    """One place; without a published position its geometry has no member."""
    identifier, feature_class = _TYPES.get(place.kind, ("", "S"))
    row: Row = {
        "@id": place_uri(place.id),
        "type": "Feature",
        "properties": {
            "title": place.name_en or place.name_ar,
            "ccodes": ["SY"],
            "fclasses": [feature_class],
        },
    }
    if attested is not None:
        first, last = (day.isoformat() for day in attested)
        row["when"] = {
            "timespans": [{"start": {"earliest": first}, "end": {"latest": last}}],
            "label": "days of the reports that name it",
        }
    row["names"] = _names(place)
    row["types"] = [_without_empty({"identifier": identifier, "label": place.kind})]
    row["geometry"] = {"type": "GeometryCollection", "geometries": _geometries(place)}
    if place.part_of and (whole := gazetteer.get(place.part_of)) is not None:
        row["relations"] = [
            {
                "relationType": "gvp:broaderPartitive",
                "relationTo": place_uri(whole.id),
                "label": f"part of {whole.name_en}",
            }
        ]
    if place.note:
        row["descriptions"] = [{"value": place.note, "lang": "en"}]
    return row


def place_uri(place_id: str) -> str:
    """The identifier of a place in linked data."""
    return f"urn:aleppomap:place:{place_id}"


def _names(place: Place) -> list[Row]:
    shown = [(place.name_en, "en", ""), (place.name_ar, "ar", "")]
    spelt = [(name.text, name.lang, name.source) for name in place.names]
    sources = {(text, lang): source for text, lang, source in spelt}
    rows = []
    for text, lang in dict.fromkeys((text, lang) for text, lang, _ in (*shown, *spelt) if text):
        source = sources.get((text, lang), "")
        cited = {"citations": [{"label": source}]} if source else {}
        rows.append({"toponym": text, "lang": lang, **cited})
    return rows


def _geometries(place: Place) -> list[Row]:
    shape = None if place.id in ROOTS else shape_of(place)
    if shape is None:
        return []
    row = dict(mapping(shape)) | {"certainty": _CERTAINTY[place.confidence]}
    if place.uncertainty_m is not None:
        row["uncertainty_m"] = place.uncertainty_m
    if place.source:
        row["citations"] = [{"label": place.source}]
    return [row]


def _without_empty(row: Row) -> Row:
    return {key: value for key, value in row.items() if value}


# -------------------------------------------------------------------- mentions


def to_annotations(extractions: Iterable[Extraction], version: str) -> str:
    """All mentions as one AnnotationPage of the W3C Web Annotation Data Model."""
    return "".join(annotation_chunks(extractions, version))


def annotation_chunks(extractions: Iterable[Extraction], version: str) -> Iterator[str]:
    """The AnnotationPage piece by piece, one line an annotation; ``version`` names the data."""
    yield (
        f'{{"@context": {to_json(ANNOTATION_CONTEXT)}, "id": "urn:aleppomap:annotations", '
        f'"type": "AnnotationPage", "items": ['
    )
    between = "\n"
    for extraction in extractions:
        for mention in extraction.mentions:
            yield between + to_json(annotation(mention, extraction.article, version))
            between = ",\n"
    yield "\n]}\n"


def annotation(mention: Mention, article: Article, version: str) -> Row:
    """One mention: its words in the article, and the place that they name or may name."""
    text, start, end = article.text, mention.start, mention.end
    document = f"urn:aleppomap:document:{article.id}"
    return {
        "id": f"{document}:{start}-{end}",
        "type": "Annotation",
        "motivation": "identifying",
        "generator": {"type": "Software", "name": "aleppomap", "softwareVersion": version},
        "body": _body(mention),
        "target": {
            "type": "SpecificResource",
            "source": _without_empty(
                {
                    "id": article.url or document,
                    "type": "Text",
                    "language": article.language,
                }
            ),
            "selector": [
                {"type": "TextPositionSelector", "start": start, "end": end},
                {
                    "type": "TextQuoteSelector",
                    "exact": text[start:end],
                    "prefix": text[max(start - _AROUND, 0) : start],
                    "suffix": text[end : end + _AROUND],
                },
            ],
        },
    }


def _body(mention: Mention) -> list[Row]:
    """The place; of an open mention a choice of places; always what was decided, in words."""
    bodies: list[Row] = []
    if mention.place_id is not None:
        bodies.append(_identified(mention.place_id))
    elif mention.status is Status.AMBIGUOUS and mention.candidates:
        choice = [_identified(candidate.place_id) for candidate in mention.candidates]
        bodies.append({"type": "Choice", "items": choice})
    said = ": ".join(filter(None, (mention.status.value, mention.name, mention.reason)))
    bodies.append(
        {"type": "TextualBody", "purpose": "describing", "value": said, "format": "text/plain"}
    )
    return bodies


def _identified(place_id: str) -> Row:
    return {
        "type": "SpecificResource",
        "purpose": "identifying",
        "source": place_uri(place_id),
    }
