"""The library's tables in one SQLite file: a write-ahead log and FTS5, no server, no set-up."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from aleppomap.model import AleppomapError
from aleppomap.store.engine import Ask, Bounds, Engine, Matching
from aleppomap.store.schema import migrate

FILE = "library.sqlite"
# FULL: what was acknowledged survives a power cut. 64 MB of pages keep the indexes' upper floors
# in memory while a million reports go in.
_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "cache_size=-65536")


class Embedded(Engine):
    """The SQLite file of one folder."""

    def __init__(self, folder: Path) -> None:
        """Opens or makes the file.

        Raises:
            AleppomapError: when the folder cannot hold one, or a newer aleppomap wrote it.
        """
        self.path = folder / FILE
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._db = self._open()
            migrate(self._db)
        except (OSError, sqlite3.Error) as fault:
            raise AleppomapError(
                f"{folder} cannot hold a library ({fault}); name a folder that can be written"
            ) from fault

    def _open(self) -> sqlite3.Connection:
        db = sqlite3.connect(self.path, timeout=30, check_same_thread=False)
        db.isolation_level = None
        for pragma in _PRAGMAS:
            db.execute(f"PRAGMA {pragma}")
        return db

    def ask(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """See :class:`Engine`."""
        with self._naming_faults():
            return self._db.execute(sql, values).fetchall()

    def do(self, sql: str, values: Sequence[Any] = ()) -> int:
        """See :class:`Engine`."""
        with self._naming_faults():
            return self._db.execute(sql, values).rowcount

    def do_each(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """See :class:`Engine`."""
        with self._naming_faults():
            self._db.executemany(sql, rows)

    def insert(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
        """See :class:`Engine`."""
        marks = ",".join("?" * len(columns))
        self.do_each(f"INSERT INTO {table} ({','.join(columns)}) VALUES ({marks})", rows)

    def index_words(self, rows: Iterable[tuple[int, str, str]]) -> None:
        """See :class:`Engine`."""
        self.insert("words", ("rowid", "title", "body"), rows)

    def forget_words(self, number: int) -> None:
        """See :class:`Engine`."""
        self.do("DELETE FROM words WHERE rowid = ?", (number,))

    def matching(self, words: Sequence[str]) -> Matching:
        """See :class:`Engine`. Words of the title count four times those of the text."""
        question = " ".join(f'"{word}"*' for word in words)
        return Matching(
            " JOIN words w ON w.rowid = a.number",
            "words MATCH ?",
            (question,),
            "bm25(words, 4.0, 1.0)",
            "SELECT rowid FROM words WHERE words MATCH ?",
            "+rowid",  # with the plus the index of words leads, which is read once
        )

    def put_points(self, points: Iterable[tuple[str, float, float]]) -> None:
        """See :class:`Engine`."""
        self.insert("points", ("place", "lon", "lat"), points)

    def inside(self, bounds: Bounds) -> tuple[str, tuple[Any, ...]]:
        """See :class:`Engine`. A few hundred places: looking at each costs nothing."""
        west, south, east, north = bounds
        question = "SELECT place FROM points WHERE lon BETWEEN ? AND ? AND lat BETWEEN ? AND ?"
        return question, (west, east, south, north)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """See :class:`Engine`."""
        self.do("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.rollback()
            raise
        self.do("COMMIT")

    @contextmanager
    def snapshot(self) -> Iterator[Ask]:
        """See :class:`Engine`."""
        with self._naming_faults(), closing(self._open()) as db:
            db.execute("BEGIN")
            yield lambda sql, values: db.execute(sql, values).fetchall()

    def close(self) -> None:
        """See :class:`Engine`."""
        self._db.close()

    @contextmanager
    def _naming_faults(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as fault:
            raise AleppomapError(
                f"the library {self.path} cannot be read or written just now ({fault}); "
                "nothing of this step was kept"
            ) from fault
