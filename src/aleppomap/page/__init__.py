"""The map that leaves the app: a folium map for notebooks, and a page in one file.

The page opens from disk with no network: Leaflet, the data and our own scripts
stand in it, and its content-security policy lets only those scripts run, each
by its hash. Words of documents never pass through folium, whose tooltips and
popups would run them as script: they travel as escaped JSON and reach the page
as text. The same input gives the same bytes.
"""

from aleppomap.page.chart import to_folium
from aleppomap.page.payload import build_payload
from aleppomap.page.sheet import build_page

__all__ = ["build_page", "build_payload", "to_folium"]
