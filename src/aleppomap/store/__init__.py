"""The library: articles with what was found in them, kept in one folder, searched and shared.

One SQLite file (write-ahead log, full-text index) holds everything. A batch is added whole
or not at all, and counted as added only when it is on the disk; what is deleted is gone from
search and links at once and can be brought back for a week.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from aleppomap.model import AleppomapError, Article, Extraction, Report
from aleppomap.records import from_record, to_record
from aleppomap.store.schema import migrate
from aleppomap.store.words import question_of, snippet_of, words_of

FILE = "library.sqlite"
KEPT_DAYS = 7
"""Days for which what was deleted can be brought back."""
BATCH = 200
"""Articles that are written at once."""
_LONG = 31


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of articles that were to be added."""

    added: int = 0
    unchanged: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One article of a list."""

    id: str
    link_id: str
    title: str | None
    published: str | None
    publisher: str | None
    reports: int


@dataclass(frozen=True, slots=True)
class Found:
    """One article that a search found, with its places and the words around the hit."""

    id: str
    link_id: str
    title: str | None
    published: str | None
    place_ids: tuple[str, ...]
    snippet: str


class Library:
    """One library folder. Every call is one transaction; several processes may read at once."""

    def __init__(self, folder: Path) -> None:
        """Opens or makes the library of a folder.

        Raises:
            AleppomapError: when the folder cannot hold one.
        """
        self.path = folder / FILE
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(self.path, timeout=30, check_same_thread=False)
            self._db.isolation_level = None
            for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
                self._db.execute(f"PRAGMA {pragma}")
            migrate(self._db)
            self._empty_the_bin()
        except (OSError, sqlite3.Error) as fault:
            raise AleppomapError(
                f"{folder} cannot hold a library ({fault}); name a folder that can be written"
            ) from fault

    def close(self) -> None:
        """Closes the file; the library can be opened again at any time."""
        self._db.close()

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield self._db
        except BaseException:
            self._db.rollback()
            raise
        self._db.commit()

    # --- adding and deleting --------------------------------------------------------

    def knows(self, article: Article) -> bool:
        """Whether the very same article is in the library."""
        row = self._db.execute(
            "SELECT content FROM articles WHERE id = ?", (article.id,)
        ).fetchone()
        return row is not None and row[0] == _content(article)

    def add(self, extractions: Sequence[Extraction], fingerprint: str) -> Counts:
        """Adds extractions in one transaction; the same article again changes nothing.

        An article of the same id with other words replaces the one before and keeps its link.
        """
        added = unchanged = 0
        with self._writing():
            for extraction in extractions:
                if self.knows(extraction.article):
                    unchanged += 1
                    continue
                self._put(extraction, fingerprint)
                added += 1
        return Counts(added, unchanged)

    def replace(self, extractions: Sequence[Extraction], fingerprint: str) -> None:
        """Puts new extractions of known articles in the place of the old ones."""
        with self._writing():
            for extraction in extractions:
                self._put(extraction, fingerprint)

    def _put(self, extraction: Extraction, fingerprint: str, link_id: str | None = None) -> None:
        article = extraction.article
        row = self._db.execute("SELECT link_id FROM articles WHERE id = ?", (article.id,))
        known = row.fetchone()
        if known:
            self._take_out(article.id)
        link = link_id or (known[0] if known else secrets.token_urlsafe(16))
        cursor = self._db.execute(
            "INSERT INTO articles (id, link_id, content, title, published, publisher, language,"
            " reports, fingerprint, record) VALUES (?,?,?,?,?,?,?,?,?,?)",
            (
                article.id, link, _content(article), article.title, _iso(article.published),
                article.publisher, article.language, len(extraction.reports), fingerprint,
                _packed(extraction),
            ),
        )  # fmt: skip
        number = cursor.lastrowid
        self._db.execute(
            "INSERT INTO words (rowid, title, body) VALUES (?,?,?)",
            (number, words_of(article.title or ""), words_of(article.text)),
        )
        for position, report in enumerate(extraction.reports):
            self._put_report(number, position, report)

    def _put_report(self, article: int | None, position: int, report: Report) -> None:
        first, last = _days(report)
        is_long = first is not None and last is not None and last - first > _LONG
        claimant = report.claim.claimant_type
        cursor = self._db.execute(
            "INSERT INTO reports (article, position, kind, claimant_type, geo_level, first, last,"
            " is_long) VALUES (?,?,?,?,?,?,?,?)",
            (
                article, position, report.kind.value, claimant.value if claimant else None,
                report.geo_level.value, first, last, int(is_long),
            ),
        )  # fmt: skip
        self._db.executemany(
            "INSERT OR IGNORE INTO report_places (place, last, report) VALUES (?,?,?)",
            [(place, last, cursor.lastrowid) for place in report.place_ids],
        )
        if last is not None:
            self._count_day(last, 1)

    def _count_day(self, day: int, change: int) -> None:
        self._db.execute(
            "INSERT INTO days (day, reports) VALUES (?, ?)"
            " ON CONFLICT (day) DO UPDATE SET reports = reports + excluded.reports",
            (day, change),
        )

    def _take_out(self, article_id: str) -> bytes | None:
        row = self._db.execute(
            "SELECT number, record FROM articles WHERE id = ?", (article_id,)
        ).fetchone()
        if row is None:
            return None
        number, record = row
        for (day,) in self._db.execute(
            "SELECT last FROM reports WHERE article = ? AND last IS NOT NULL", (number,)
        ).fetchall():
            self._count_day(day, -1)
        self._db.execute("DELETE FROM days WHERE reports = 0")
        self._db.execute("DELETE FROM words WHERE rowid = ?", (number,))
        self._db.execute("DELETE FROM articles WHERE number = ?", (number,))
        return bytes(record)

    def remove(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Takes articles out of lists, search and links; the ids that were there."""
        removed = []
        with self._writing():
            for article_id in ids:
                link = self._db.execute(
                    "SELECT link_id FROM articles WHERE id = ?", (article_id,)
                ).fetchone()
                record = self._take_out(article_id)
                if record is None or link is None:
                    continue
                self._db.execute(
                    "INSERT OR REPLACE INTO bin VALUES (?,?,?,?)",
                    (article_id, link[0], _now(), record),
                )
                removed.append(article_id)
        return tuple(removed)

    def restore(self, ids: Iterable[str], fingerprint: str = "") -> tuple[str, ...]:
        """Brings back what was removed within the last week, links included."""
        restored = []
        with self._writing():
            for article_id in ids:
                row = self._db.execute(
                    "SELECT link_id, record FROM bin WHERE id = ?", (article_id,)
                ).fetchone()
                if row is None:
                    continue
                self._put(_unpacked(row[1]), fingerprint, link_id=row[0])
                self._db.execute("DELETE FROM bin WHERE id = ?", (article_id,))
                restored.append(article_id)
        return tuple(restored)

    def _empty_the_bin(self) -> None:
        oldest = (datetime.now(UTC) - timedelta(days=KEPT_DAYS)).isoformat()
        with self._writing():
            self._db.execute("DELETE FROM bin WHERE deleted < ?", (oldest,))

    # --- reading --------------------------------------------------------------------

    def __len__(self) -> int:
        count: int = self._db.execute("SELECT count(*) FROM articles").fetchone()[0]
        return count

    def rows(self, limit: int = -1) -> list[Row]:
        """The articles, the newest first."""
        found = self._db.execute(
            "SELECT id, link_id, title, published, publisher, reports FROM articles"
            " ORDER BY published IS NULL, published DESC, id LIMIT ?",
            (limit,),
        )
        return [Row(*values) for values in found]

    def in_order(self) -> Iterator[Extraction]:
        """The articles with what was found in them, in the order of :meth:`rows`."""
        for row in self.rows():
            known = self.article(id=row.id)
            if known is not None:
                yield known

    def article(self, *, link_id: str | None = None, id: str | None = None) -> Extraction | None:
        """One article with what was found in it, by its link or its id; None when it is gone."""
        column, value = ("link_id", link_id) if link_id is not None else ("id", id)
        row = self._db.execute(
            f"SELECT record FROM articles WHERE {column} = ?",
            (value,),
        ).fetchone()
        return _unpacked(row[0]) if row else None

    def extractions(self, numbers: Sequence[int] | None = None) -> Iterator[Extraction]:
        """All articles, or those of the given numbers, in the order they were added."""
        if numbers is None:
            last = 0
            while rows := self._db.execute(
                "SELECT number, record FROM articles WHERE number > ? ORDER BY number LIMIT 500",
                (last,),
            ).fetchall():
                for _, record in rows:
                    yield _unpacked(record)
                last = rows[-1][0]
            return
        for number in numbers:
            row = self._db.execute(
                "SELECT record FROM articles WHERE number = ?", (number,)
            ).fetchone()
            if row:
                yield _unpacked(row[0])

    def search(
        self,
        words: str,
        *,
        since: date | None = None,
        until: date | None = None,
        places: Sequence[str] = (),
        kinds: Sequence[str] = (),
        limit: int = 100,
    ) -> list[Found]:
        """Articles with all the words, and with a report in the window, place and kind asked."""
        question = question_of(words)
        where, values = _report_filter(since, until, places, kinds)
        sql = "SELECT a.number, a.id, a.link_id, a.title, a.published, a.record FROM articles a"
        conditions: list[str] = []
        asked: list[Any] = []
        if question:
            sql += " JOIN words w ON w.rowid = a.number"
            conditions.append("words MATCH ?")
            asked.append(question)
        elif words.strip():
            return []
        if where:
            conditions.append(f"a.number IN (SELECT r.article FROM reports r WHERE {where})")
            asked += values
        if conditions:
            sql += " WHERE " + " AND ".join(conditions)
        sql += " ORDER BY bm25(words, 4.0, 1.0)" if question else " ORDER BY a.published DESC"
        found = self._db.execute(f"{sql} LIMIT ?", (*asked, limit)).fetchall()
        return [self._found(row, words) for row in found]

    def _found(self, row: Sequence[Any], words: str) -> Found:
        number, article_id, link_id, title, published, record = row
        places = self._db.execute(
            "SELECT DISTINCT p.place FROM report_places p JOIN reports r ON r.number = p.report"
            " WHERE r.article = ? ORDER BY p.place",
            (number,),
        ).fetchall()
        text = _unpacked(record).article.text
        return Found(
            article_id, link_id, title, published,
            tuple(place for (place,) in places), snippet_of(text, words),
        )  # fmt: skip

    def places_in(
        self,
        since: date | None = None,
        until: date | None = None,
        places: Sequence[str] = (),
        kinds: Sequence[str] = (),
    ) -> dict[str, int]:
        """How many reports of a window each place has; the slider's question."""
        where, values = _report_filter(since, until, places, kinds)
        condition = f"WHERE {where}" if where else ""
        found = self._db.execute(
            "SELECT p.place, count(*) FROM reports r JOIN report_places p ON p.report = r.number"
            f" {condition} GROUP BY p.place",
            values,
        )
        return dict(found.fetchall())

    def histogram(self) -> dict[date, int]:
        """The reports of each day, by the last day that each can mean."""
        found = self._db.execute("SELECT day, reports FROM days ORDER BY day")
        return {date.fromordinal(day): count for day, count in found}

    # --- upkeep ---------------------------------------------------------------------

    def stale(self, fingerprint: str) -> list[str]:
        """The ids of articles whose reports other rules or another gazetteer made."""
        found = self._db.execute(
            "SELECT id FROM articles WHERE fingerprint <> ? ORDER BY number", (fingerprint,)
        )
        return [article_id for (article_id,) in found]

    def lines(self) -> Iterator[str]:
        """The whole library as lines of JSON: the backup."""
        for params, view_id, saved in self._db.execute("SELECT params, id, saved FROM views"):
            yield json.dumps({"view": view_id, "params": params, "saved": saved})
        for link_id, fingerprint, record in self._db.execute(
            "SELECT link_id, fingerprint, record FROM articles ORDER BY number"
        ):
            kept = {"link_id": link_id, "fingerprint": fingerprint}
            kept["record"] = json.loads(zlib.decompress(record))
            yield json.dumps(kept, ensure_ascii=False)

    def read_lines(self, lines: Iterable[str]) -> Counts:
        """Takes in lines of a backup; articles that are here already stay as they are.

        Raises:
            AleppomapError: naming the first line that is none of a backup; nothing of it is kept.
        """
        added = unchanged = 0
        with self._writing():
            for number, line in enumerate(lines, start=1):
                if not line.strip():
                    continue
                try:
                    row = json.loads(line)
                    if "view" in row:
                        values = (row["view"], row["params"], row["saved"])
                        self._db.execute("INSERT OR IGNORE INTO views VALUES (?,?,?)", values)
                        continue
                    extraction = from_record(row["record"])
                    link_id, fingerprint = str(row["link_id"]), str(row["fingerprint"])
                except (ValueError, TypeError, KeyError, AttributeError) as fault:
                    raise AleppomapError(
                        f"line {number} is no line of a library backup ({fault}); "
                        "give a file that `aleppomap export` wrote"
                    ) from fault
                if self.knows(extraction.article):
                    unchanged += 1
                    continue
                self._put(extraction, fingerprint, link_id=link_id)
                added += 1
        return Counts(added, unchanged)

    def save_view(self, params: str) -> str:
        """Keeps the parameters of a view; the unguessable id of its link."""
        view_id = secrets.token_urlsafe(16)
        with self._writing():
            self._db.execute("INSERT INTO views VALUES (?,?,?)", (view_id, params, _now()))
        return view_id

    def view(self, view_id: str) -> str | None:
        """The parameters of a saved view."""
        row = self._db.execute("SELECT params FROM views WHERE id = ?", (view_id,)).fetchone()
        return str(row[0]) if row else None


def _report_filter(
    since: date | None, until: date | None, places: Sequence[str], kinds: Sequence[str]
) -> tuple[str, list[Any]]:
    """The condition on ``reports r``; short periods are found by their last day alone."""
    parts: list[str] = []
    values: list[Any] = []
    if since is not None or until is not None:
        low = since.toordinal() if since else 0
        high = until.toordinal() if until else date.max.toordinal()
        parts.append(
            "r.is_long IN (0, 1) AND r.last >= ? AND r.first <= ?"
            " AND r.last <= CASE r.is_long WHEN 0 THEN ? ELSE r.last END"
        )
        values += [low, high, high + _LONG]
    if places:
        marks = ",".join("?" * len(places))
        parts.append(f"r.number IN (SELECT report FROM report_places WHERE place IN ({marks}))")
        values += places
    if kinds:
        parts.append(f"r.kind IN ({','.join('?' * len(kinds))})")
        values += kinds
    return " AND ".join(parts), values


def _days(report: Report) -> tuple[int | None, int | None]:
    first, last = report.date_start or report.date_end, report.date_end or report.date_start
    if first is None or last is None:
        return None, None
    return first.toordinal(), last.toordinal()


def _content(article: Article) -> str:
    words = f"{article.text}\n{_iso(article.published)}\n{article.title}"
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def _packed(extraction: Extraction) -> bytes:
    plain = json.dumps(to_record(extraction), separators=(",", ":"))
    return zlib.compress(plain.encode(), 1)


def _unpacked(record: bytes) -> Extraction:
    return from_record(json.loads(zlib.decompress(record)))


def _iso(moment: date | None) -> str | None:
    return moment.isoformat() if moment else None


def _now() -> str:
    return datetime.now(UTC).isoformat()
