"""The library that is served: opened once for all readers, one call at a time."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import RLock
from time import monotonic

import streamlit as st

from aleppomap.model import AleppomapError
from aleppomap.store import Library, open_library

LIBRARY = "ALEPPOMAP_LIBRARY"
"""The environment variable that names the folder of the library; `serve --library` sets it."""
DATABASE = "ALEPPOMAP_DATABASE_URL"
"""The environment variable that names a database server instead of a folder."""
REOPENED_AFTER = 3600.0
"""Seconds after which the library is opened anew: what was deleted a week ago is then emptied."""


def is_served() -> bool:
    """Whether a library is served, and not the samples alone."""
    return bool(os.environ.get(LIBRARY) or os.environ.get(DATABASE))


@dataclass
class Shelf:
    """The open library; ``turn`` goes up with every change, so that what was made of it is made
    anew, and ``touched`` names the articles whose links stayed while their words changed."""

    turn: int = 0
    touched: set[str] = field(default_factory=set)
    opener: Callable[[], Library] = field(default_factory=lambda: open_here)
    _lock: RLock = field(default_factory=RLock)
    _library: Library | None = None
    _opened: float = 0.0

    @contextmanager
    def open(self) -> Iterator[Library]:
        """The library, for this caller alone until the block ends.

        Raises:
            AleppomapError: when it cannot be opened.
        """
        with self._lock:
            if self._library is not None and monotonic() - self._opened > REOPENED_AFTER:
                self._library.close()
                self._library = None
            if self._library is None:
                self._library = self.opener()
                self._opened = monotonic()
            try:
                yield self._library
            except AleppomapError:  # a connection may have broken: the next caller opens anew
                self._library.close()
                self._library = None
                raise

    def changed(self, ids: tuple[str, ...] = ()) -> None:
        """The library is another one now."""
        with self._lock:
            self.touched |= set(ids)
            self.turn += 1


def open_here() -> Library:
    """The library that the environment names; a database server before a folder."""
    return open_library(Path(os.environ.get(LIBRARY) or "."), os.environ.get(DATABASE))


@st.cache_resource(show_spinner=False)
def _shelf(folder: str | None, url: str | None) -> Shelf:
    return Shelf()


def load_shelf() -> Shelf:
    """The one shelf of this server."""
    return _shelf(os.environ.get(LIBRARY), os.environ.get(DATABASE))
