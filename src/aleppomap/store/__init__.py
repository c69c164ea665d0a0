"""The library: articles with what was found in them, kept, searched and shared.

Its tables lie in a folder (one SQLite file) or, for many readers, in a PostgreSQL database with
PostGIS; it does the same with both. A batch is added whole or not at all, and counted as added
only when it is on the disk; what is deleted is gone from search and links at once and can be
brought back for a week. All SQL of aleppomap stands in the rooms of this one.
"""

from __future__ import annotations

from pathlib import Path

from aleppomap.store.embedded import FILE
from aleppomap.store.library import Library
from aleppomap.store.rows import BATCH, KEPT_DAYS, Counts, Deleted, Found, Row, SavedView

__all__ = [
    "BATCH",
    "FILE",
    "KEPT_DAYS",
    "Counts",
    "Deleted",
    "Found",
    "Library",
    "Row",
    "SavedView",
    "open_library",
]


def open_library(folder: Path, url: str | None = None) -> Library:
    """The library of a database server when its address is given, else that of a folder.

    Args:
        folder: where the embedded library lies or shall lie.
        url: ``postgresql://user:password@host:port/database``; None or empty for the folder.

    Raises:
        AleppomapError: when it cannot be opened, saying why and what to do.
    """
    if not url:
        return Library(folder)
    from aleppomap.store.server import Server  # psycopg is an extra

    return Library(Server(url))
