"""A window of time, place and kind as a question to the tables.

A period overlaps a window when it ends after the window's start and starts before its end. No
index serves that, so periods of up to 31 days, nearly all, are looked for by their last day
alone, which lies at most 31 days behind the window; the few long ones are looked at one by one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from aleppomap.store.engine import Bounds, Engine
from aleppomap.store.rows import LONG, plain

Asked = tuple[str, list[Any]]
"""A question, or a part of one, with its values."""


@dataclass(frozen=True, slots=True)
class Window:
    """Which reports are asked for; what is empty or None asks for all."""

    since: date | None = None
    until: date | None = None
    places: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    bounds: Bounds | None = None

    @property
    def is_all(self) -> bool:
        """Whether every report is asked for, dated or not."""
        dated = self.since is not None or self.until is not None
        return not (dated or self.places or self.kinds or self.bounds)

    def articles(self, engine: Engine) -> Asked:
        """A question for the numbers of the articles that have such a report."""
        return self._each_half("SELECT r.article FROM reports r", "r.number", "", engine)

    def place_counts(self, engine: Engine) -> Asked:
        """A question for the places of such reports, each with the number of them."""
        halves, values = self._each_half(
            "SELECT r.place, count(*) AS reports FROM report_places r",
            "r.report",
            " GROUP BY r.place",
            engine,
        )
        question = f"SELECT place, CAST(sum(reports) AS bigint) FROM ({halves}) h GROUP BY place"
        return question, values

    def _each_half(self, select: str, number: str, group: str, engine: Engine) -> Asked:
        """Short and long periods apart, each along its own stretch of the index."""
        questions: list[str] = []
        values: list[Any] = []
        for dated, days, stretch in self._halves():
            parts: list[str] = [dated] if dated else []
            more: list[Any] = [*days]
            if self.kinds:
                parts.append(f"r.kind IN ({_marks(self.kinds)})")
                more += self.kinds
            if self.places or self.bounds:
                question, asked = self._of_places(number, stretch, engine)
                parts.append(question)
                more += asked
            where = f" WHERE {' AND '.join(parts)}" if parts else ""
            questions.append(f"{select}{where}{group}")
            values += more
        return " UNION ALL ".join(questions), values

    def _halves(self) -> list[tuple[str, list[int], tuple[int, int] | None]]:
        """The conditions of each half with their values, and the first and last day that the
        last days of its periods can have; None where they are looked at one by one."""
        if self.since is None and self.until is None:
            return [("", [], (0, _FURTHEST))]
        low = self.since.toordinal() if self.since else 0
        high = self.until.toordinal() if self.until else date.max.toordinal()
        return [
            (
                "r.is_long = 0 AND r.last BETWEEN ? AND ? AND r.first <= ?",
                [low, high + LONG, high],
                (low, high + LONG),
            ),
            ("r.is_long = 1 AND r.last >= ? AND r.first <= ?", [low, high], None),
        ]

    def _of_places(self, number: str, stretch: tuple[int, int] | None, engine: Engine) -> Asked:
        """Whether a report is in one of the places asked for: by the index that starts with the
        place, or one report after the other."""
        parts: list[str] = []
        values: list[Any] = []
        if self.places:
            parts.append(f"s.place IN ({_marks(self.places)})")
            values += map(plain, self.places)
        if self.bounds:
            question, more = engine.inside(self.bounds)
            parts.append(f"s.place IN ({question})")
            values += more
        where = " AND ".join(parts)
        if stretch is None:
            return (
                f"EXISTS (SELECT 1 FROM report_places s WHERE s.report = {number} AND {where})",
                values,
            )
        if stretch != (0, _FURTHEST):
            where += " AND s.last BETWEEN ? AND ?"
            values += stretch
        return f"{number} IN (SELECT s.report FROM report_places s WHERE {where})", values


_FURTHEST = date.max.toordinal() + LONG


def _marks(values: tuple[str, ...]) -> str:
    return ",".join("?" * len(values))
