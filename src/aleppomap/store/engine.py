"""What a database must be able to do to hold the library; two do it, ``embedded`` and ``server``.

Questions that both understand are written once, in ``library``, with ``?`` for each value.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

Ask = Callable[[str, Sequence[Any]], list[tuple[Any, ...]]]
"""A question with its values; the rows of the answer."""
Bounds = tuple[float, float, float, float]
"""West, south, east, north in degrees."""


@dataclass(frozen=True, slots=True)
class Matching:
    """How an engine finds the articles ``a`` that have all words of a question.

    ``numbers`` asks for their numbers alone, which costs less than joining and ranking them; a
    condition on ``number`` may follow.
    """

    join: str
    condition: str
    values: tuple[Any, ...]
    order: str
    numbers: str
    number: str


class Engine(ABC):
    """One open database with the library's tables in their present version."""

    @abstractmethod
    def ask(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """The rows that answer a question."""

    @abstractmethod
    def do(self, sql: str, values: Sequence[Any] = ()) -> int:
        """Changes rows; how many."""

    @abstractmethod
    def do_each(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """The same change for many rows of values."""

    @abstractmethod
    def insert(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
        """Puts many rows into a table."""

    @abstractmethod
    def index_words(self, rows: Iterable[tuple[int, str, str]]) -> None:
        """Makes articles findable: number, words of the title, words of the text."""

    @abstractmethod
    def forget_words(self, number: int) -> None:
        """Takes one article out of the index of words."""

    @abstractmethod
    def matching(self, words: Sequence[str]) -> Matching:
        """How articles with all these words (each may go on) are found, best first."""

    @abstractmethod
    def put_points(self, points: Iterable[tuple[str, float, float]]) -> None:
        """Keeps the positions of places: id, longitude, latitude in degrees."""

    @abstractmethod
    def inside(self, bounds: Bounds) -> tuple[str, tuple[Any, ...]]:
        """A question for the ids of places in a box, and its values."""

    @abstractmethod
    def writing(self) -> AbstractContextManager[None]:
        """A transaction with no other writer beside it: all of it is kept, or nothing."""

    @abstractmethod
    def snapshot(self) -> AbstractContextManager[Ask]:
        """Asks the library as it is at one moment, whatever is written meanwhile."""

    @abstractmethod
    def close(self) -> None:
        """Ends the connection."""
