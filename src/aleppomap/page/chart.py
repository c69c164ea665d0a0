"""The map as folium builds it: for notebooks, and as the heart of the one-file page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from html import escape
from importlib.resources import files
from typing import Any

import folium
import shapely
from branca.element import Element, Figure
from jinja2 import Template
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

from aleppomap.gazetteer import ROOTS, DrawnAs, Gazetteer
from aleppomap.link import HOME
from aleppomap.model import Place
from aleppomap.shapes import place_row
from aleppomap.strings import strings
from aleppomap.style import (
    BORDER,
    FILLS,
    GROUND,
    INK,
    PAPER,
    SOFT_INK,
    UNSURE,
    class_labels,
    class_of,
)
from aleppomap.view import View

Json = dict[str, Any]

NAME = "aleppomap"
LAYERS = ("edge", "outlines", "circles", "dots")
"""Names of the folium layers, from the bottom up; page.js finds them as ``geo_json_<name>``."""


def to_folium(view: View, gazetteer: Gazetteer, *, lang: str = "en") -> folium.Map:
    """A folium map of the view, for notebooks; it carries Leaflet and asks no network.

    Footprints are shaded by the number of shown reports that name them. Only
    names of the gazetteer and counts enter the map, no words of documents.
    Folium's own popups and marker icons need jQuery and Bootstrap, which are not
    in it; whoever adds some sets ``default_js`` and ``default_css`` of the map
    back to those of ``folium.Map``.
    """
    chart = build_chart(view, gazetteer, lang)
    figure = chart.get_root()
    assert isinstance(figure, Figure)
    look = f"{leaflet('leaflet.css')}\n#map_{NAME} {{ background: {PAPER}; }}"
    figure.header.add_child(_Plain(f"<style>{look}</style>"), name="leaflet_css")
    figure.header.add_child(_Plain(f"<script>{leaflet('leaflet.js')}</script>"), name="leaflet")
    figure.html.add_child(_Plain(_legend(view, lang)), name="legend")
    return chart


class _Plain(Element):
    """Text that is no template: Leaflet's source may hold what Jinja would take for its own."""

    _template = Template("{{ this.text }}")

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text


@cache
def leaflet(name: str) -> str:
    """A file of Leaflet from its installed package, without references to further files."""
    path = files("xstatic.pkg.leaflet") / "data" / name
    text = path.read_text(encoding="utf-8").replace("\r\n", "\n")
    text = re.sub(r"^//# sourceMappingURL=.*$", "", text, flags=re.MULTILINE)
    return re.sub(r"(background-image:\s*)url\([^)]*\)", r"\1none", text)


def build_chart(view: View, gazetteer: Gazetteer, lang: str, *, live: bool = False) -> folium.Map:
    """The folium map with its layers, every element under a name that is always the same.

    A ``live`` one is moved on by page.js, which brings tooltips and dashes of its
    own: it has none, and it has also the points that no shown report names.
    """
    chart = folium.Map(
        location=(HOME.lat, HOME.lon),
        zoom_start=int(HOME.zoom),
        tiles=None,
        control_scale=False,
        attribution_control=False,
        zoom_snap=0.25,
        zoom_delta=0.5,
        min_zoom=10,
        max_zoom=17,
        fade_animation=False,
    )
    # without them folium asks five hosts for jQuery, Bootstrap and icons
    chart.default_js, chart.default_css = [], []
    drawn = build_features(view, gazetteer, lang, live=live)
    for name in LAYERS:
        if not drawn[name]:
            continue
        layer = folium.GeoJson(
            {"type": "FeatureCollection", "features": drawn[name]},
            name=name,
            marker={"circles": folium.Circle(), "dots": folium.CircleMarker()}.get(name),
            style_function=_style,
            smooth_factor=0.5,
        )
        layer._id = name
        layer.add_to(chart)
        if not live and name != "edge":
            folium.GeoJsonTooltip(["first", "second", "says"], labels=False).add_to(layer)
    bounds = bounds_of(view, gazetteer)
    if bounds is not None and not live:
        chart.fit_bounds(bounds, padding=(24, 24), max_zoom=13)
    _name_all(chart)
    return chart


def _name_all(chart: folium.Map) -> None:
    """Give every element a name of its own: folium draws random ones, so bytes would differ."""
    figure = chart.get_root()
    assert isinstance(figure, Figure)
    chart._id = figure._id = NAME
    waiting, number = list(chart._children.values()), 0
    while waiting:
        element = waiting.pop(0)
        waiting.extend(element._children.values())
        if not isinstance(element, folium.GeoJson):
            number += 1
            element._id = f"part{number}"


# ---- features ---------------------------------------------------------------------------


def build_features(
    view: View, gazetteer: Gazetteer, lang: str, *, live: bool = False
) -> dict[str, list[Json]]:
    """GeoJSON features by layer; what is large lies beneath what is small and inside it."""
    drawn: dict[str, list[Json]] = {name: [] for name in LAYERS}
    prints = {p.id: p.footprint for p in gazetteer if p.footprint is not None}
    if prints:
        # five metres: less than the width of its line at the nearest zoom
        edge = _geometry(shapely.union_all(list(prints.values())).simplify(5e-5))
        drawn["edge"] = [{"type": "Feature", "id": "edge", "geometry": edge, "properties": {}}]

    def feature(place: Place, shape: BaseGeometry) -> Json:
        row = place_row(place, gazetteer) | _style_row(place, view, gazetteer)
        row |= {"within": 0} if live else _tip_row(place, view, lang)
        return {"type": "Feature", "id": place.id, "geometry": _geometry(shape), "properties": row}

    for place in gazetteer:
        if place.id in ROOTS:
            continue
        if place.footprint is not None:
            drawn["outlines"].append(feature(place, place.footprint))
        elif place.lon is not None and (live or place.id in view.counts):
            circle = gazetteer.drawing(place.id).how is DrawnAs.CIRCLE and place.uncertainty_m
            point = shapely.Point(place.lon, place.lat)
            drawn["circles" if circle else "dots"].append(feature(place, point))
    drawn["outlines"].sort(key=lambda f: (not f["properties"]["parent"], -f["properties"]["area"]))
    drawn["circles"].sort(key=lambda f: -f["properties"]["radius"])
    return drawn


def _style_row(place: Place, view: View, gazetteer: Gazetteer) -> Json:
    """What the style of a place depends on.

    A whole whose parts are drawn, and a part that nobody names inside a whole
    that is named, stay clear: the shade of the other shows through.
    """
    count = view.counts.get(place.id, 0)
    above = place.part_of if place.footprint is not None else None
    whole = any(gazetteer[part].footprint is not None for part in gazetteer.descendants(place.id))
    covered = above is not None and above not in ROOTS and view.counts.get(above, 0) > 0
    return {
        "class": class_of(count, view.breaks),
        "clear": place.footprint is not None and not count and (whole or covered),
        "within": view.within.get(place.id, 0),
    }


def _tip_row(place: Place, view: View, lang: str) -> Json:
    """Lines of folium's tooltip, which puts them into the page as HTML: escaped here."""
    words = strings(lang)
    count = view.counts.get(place.id, 0)
    names = [place.name_en, place.name_ar]
    first, second = reversed(names) if lang == "ar" else names
    said = words["n_report" if count == 1 else "n_reports"] if count else words["no_mention"]
    tip = {"first": first or second, "second": second, "says": said.format(n=count)}
    return {key: escape(text) for key, text in tip.items()}


def _geometry(shape: BaseGeometry) -> Json:
    """The shape in GeoJSON with five decimals of a degree, about a metre."""

    def rounded(part: Any) -> Any:
        return round(part, 5) if isinstance(part, float) else [rounded(item) for item in part]

    geometry = mapping(shape)
    return {"type": geometry["type"], "coordinates": rounded(geometry["coordinates"])}


def _style(feature: Json) -> Json:
    """Leaflet's path options: the look that draw.js and aleppomap.css give the live map."""
    row: Mapping[str, Any] = feature["properties"]
    if not row:
        return {"className": "am-edge", "fillColor": GROUND, "fillOpacity": 1, "color": "#8d877a",
                "weight": 2, "interactive": False}  # fmt: skip
    # folium's circles come with fill switched off
    style: Json = {
        "fill": True,
        "fillColor": FILLS[row["class"]],
        "fillOpacity": 0 if row["clear"] else 1,
    }
    if feature["geometry"]["type"] != "Point":
        style |= {"className": "am-parent" if row["parent"] else "am-leaf"}
        style |= {"color": SOFT_INK if row["class"] else BORDER, "weight": 1}
        return style | ({"color": UNSURE, "weight": 2, "dashArray": "6 5"} if row["within"] else {})
    if row.get("radius"):
        return style | {"className": "am-soft", "fillOpacity": 0.45, "color": UNSURE, "weight": 1,
                        "dashArray": "1 4", "radius": row["radius"]}  # fmt: skip
    return style | {"className": "am-dot", "color": INK, "weight": 1.4, "radius": 5}


def bounds_of(view: View, gazetteer: Gazetteer) -> list[list[float]] | None:
    """South-west and north-east corner (lat, lon) of what is named and can be drawn."""
    boxes = []
    for place_id in view.counts:
        place = gazetteer.get(place_id)
        if place is None or place_id in ROOTS:
            continue
        shape = gazetteer.footprint(place_id)
        if shape is not None:
            boxes.append(shape.bounds)
        elif place.lon is not None and not place.outside_city:
            boxes.append((place.lon, place.lat, place.lon, place.lat))
    if not boxes:
        boxes = [p.footprint.bounds for p in gazetteer if p.footprint is not None]
    if not boxes:
        return None
    west, south, east, north = zip(*boxes, strict=True)
    return [[min(south), min(west)], [max(north), max(east)]]


def _legend(view: View, lang: str) -> str:
    """The notebook's legend: a box over the map with classes, signs and credits."""
    words = strings(lang)
    swatch = (
        f"border:1px solid {BORDER};display:inline-block;width:18px;height:12px;"
        "margin-inline-end:6px;vertical-align:-1px"
    )
    rows = "".join(
        f'<div><i style="{swatch};background:{fill}"></i><bdi>{escape(label)}</bdi></div>'
        for fill, label in zip(FILLS, class_labels(view.breaks), strict=True)
    )
    notes = "".join(
        f'<p style="margin:4px 0 0">{escape(words[key])}</p>'
        for key in ("legend_circle", "legend_within", "legend_mention", "credit")
    )
    return (
        f'<div dir="{"rtl" if lang == "ar" else "ltr"}" style="position:absolute;bottom:12px;'
        f"right:12px;z-index:900;max-width:250px;background:{PAPER};color:{INK};"
        f'border:1px solid {BORDER};padding:8px 10px;font:11.5px/1.4 sans-serif">'
        f"<b>{escape(words['legend_title'])}</b>{rows}{notes}</div>"
    )
