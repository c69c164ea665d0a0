"""The library itself: what it does is the same, whichever engine holds its tables."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from aleppomap.model import Article, Extraction
from aleppomap.store import rows as rowing
from aleppomap.store.embedded import Embedded
from aleppomap.store.engine import Bounds, Engine
from aleppomap.store.rows import Counts, Deleted, Found, Kept, Row, SavedView, text_of
from aleppomap.store.window import Window
from aleppomap.store.words import asked_words, snippet_of, words_of

_ALL = 1 << 60
_PAGE = 500
_NEWEST = "a.published IS NULL, a.published DESC, a.id"


class Library:
    """One library. Every change is one transaction; several processes may read at once."""

    def __init__(self, place: Path | Engine) -> None:
        """Opens or makes the library of a folder, or that of an engine.

        Raises:
            AleppomapError: when the folder cannot hold one.
        """
        self._engine = place if isinstance(place, Engine) else Embedded(place)
        self._empty_the_bin()

    def close(self) -> None:
        """Closes it; the library can be opened again at any time."""
        self._engine.close()

    # --- adding and deleting --------------------------------------------------------

    def knows(self, article: Article) -> bool:
        """Whether the very same article is in the library."""
        known = self._engine.ask(
            "SELECT content FROM articles WHERE id = ?", (rowing.plain(article.id),)
        )
        return bool(known) and known[0][0] == rowing.content_of(article)

    def add(self, extractions: Sequence[Extraction], fingerprint: str) -> Counts:
        """Adds extractions in one transaction; the same article again changes nothing.

        An article of the same id with other words replaces the one before and keeps its link.
        """
        with self._engine.writing():
            return self._add(Kept(found, "", fingerprint) for found in extractions)

    def replace(self, extractions: Sequence[Extraction], fingerprint: str) -> None:
        """Puts new extractions of known articles in the place of the old ones."""
        latest = {found.article.id: Kept(found, "", fingerprint) for found in extractions}
        with self._engine.writing():
            self._put(list(latest.values()))

    def _add(self, wanted: Iterable[Kept]) -> Counts:
        added = unchanged = 0
        waiting = iter(wanted)
        while batch := list(islice(waiting, _PAGE)):
            ids = [rowing.plain(kept.extraction.article.id) for kept in batch]
            known: dict[str, str] = dict(
                self._engine.ask(
                    f"SELECT id, content FROM articles WHERE id IN ({','.join('?' * len(ids))})",
                    ids,
                )
            )
            new: dict[str, Kept] = {}
            for article_id, kept in zip(ids, batch, strict=True):
                content = rowing.content_of(kept.extraction.article)
                if known.get(article_id) == content:
                    unchanged += 1
                    continue
                known[article_id] = content
                new[article_id] = kept
                added += 1
            self._put(list(new.values()))
        return Counts(added, unchanged)

    def _put(self, batch: Sequence[Kept]) -> None:
        """Writes articles that differ in their ids; what is kept under these ids goes."""
        links = self._make_room(batch)
        ((last, report_number),) = self._engine.ask(
            "SELECT (SELECT coalesce(max(number), 0) FROM articles),"
            " (SELECT coalesce(max(number), 0) FROM reports)"
        )
        articles, words, reports, places = [], [], [], []
        for number, (kept, link_id) in enumerate(zip(batch, links, strict=True), last + 1):
            linked = Kept(kept.extraction, link_id, kept.fingerprint)
            articles.append(rowing.article_row(number, linked))
            article = kept.extraction.article
            words.append((number, words_of(article.title or ""), words_of(article.text)))
            for position, report in enumerate(kept.extraction.reports):
                report_number += 1
                row = rowing.report_row(report_number, number, position, report)
                reports.append(row)
                places += rowing.place_rows(row, report)
        self._engine.insert("articles", rowing.ARTICLE_COLUMNS, articles)
        self._engine.index_words(words)
        self._engine.insert("reports", rowing.REPORT_COLUMNS, reports)
        self._engine.insert("report_places", rowing.PLACE_COLUMNS, places)
        self._count_days(Counter(row[7] for row in reports if row[7] is not None))

    def _make_room(self, batch: Sequence[Kept]) -> list[str]:
        """Takes out what has these ids; the links of the articles that come."""
        ids = [rowing.plain(kept.extraction.article.id) for kept in batch]
        known: dict[str, str] = {}
        for start in range(0, len(ids), _PAGE):
            some = ids[start : start + _PAGE]
            known |= self._engine.ask(
                f"SELECT id, link_id FROM articles WHERE id IN ({','.join('?' * len(some))})",
                some,
            )
        for article_id in known:
            self._take_out(article_id)
        return [
            kept.link_id or known.get(article_id) or _new_link()
            for kept, article_id in zip(batch, ids, strict=True)
        ]

    def _count_days(self, changes: Mapping[int, int]) -> None:
        self._engine.do_each(
            "INSERT INTO days (day, reports) VALUES (?, ?)"
            " ON CONFLICT (day) DO UPDATE SET reports = days.reports + excluded.reports",
            sorted(changes.items()),
        )

    def _take_out(self, article_id: str) -> bytes | None:
        known = self._engine.ask(
            "SELECT number, record FROM articles WHERE id = ?", (rowing.plain(article_id),)
        )
        if not known:
            return None
        number, record = known[0]
        days = self._engine.ask(
            "SELECT last, -count(*) FROM reports WHERE article = ? AND last IS NOT NULL"
            " GROUP BY last",
            (number,),
        )
        self._count_days(dict(days))
        self._engine.do("DELETE FROM days WHERE reports = 0")
        self._engine.forget_words(number)
        self._engine.do("DELETE FROM articles WHERE number = ?", (number,))
        return bytes(record)

    def remove(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Takes articles out of lists, search and links; the ids that were there."""
        removed = []
        with self._engine.writing():
            for article_id in ids:
                link = self._engine.ask(
                    "SELECT link_id FROM articles WHERE id = ?", (rowing.plain(article_id),)
                )
                record = self._take_out(article_id)
                if record is None:
                    continue
                self._engine.do("DELETE FROM bin WHERE id = ?", (rowing.plain(article_id),))
                self._engine.do(
                    "INSERT INTO bin (id, link_id, deleted, record) VALUES (?,?,?,?)",
                    (rowing.plain(article_id), link[0][0], rowing.now(), record),
                )
                removed.append(article_id)
        return tuple(removed)

    def restore(self, ids: Iterable[str], fingerprint: str = "") -> tuple[str, ...]:
        """Brings back what was removed within the last week, links included."""
        restored = []
        with self._engine.writing():
            for article_id in ids:
                binned = self._engine.ask(
                    "SELECT link_id, record FROM bin WHERE id = ?", (rowing.plain(article_id),)
                )
                if not binned:
                    continue
                link_id, record = binned[0]
                self._put([Kept(rowing.unpacked(record), link_id, fingerprint)])
                self._engine.do("DELETE FROM bin WHERE id = ?", (rowing.plain(article_id),))
                restored.append(article_id)
        return tuple(restored)

    def deleted(self, limit: int = 100) -> list[Deleted]:
        """What was removed and can be brought back, the last removed first."""
        binned = self._engine.ask(
            "SELECT id, deleted, record FROM bin ORDER BY deleted DESC, id LIMIT ?", (limit,)
        )
        return [
            Deleted(article_id, rowing.unpacked(record).article.title, when)
            for article_id, when, record in binned
        ]

    def _empty_the_bin(self) -> None:
        oldest = (datetime.now(UTC) - timedelta(days=rowing.KEPT_DAYS)).isoformat()
        if self._engine.ask("SELECT 1 FROM bin WHERE deleted < ? LIMIT 1", (oldest,)):
            with self._engine.writing():
                self._engine.do("DELETE FROM bin WHERE deleted < ?", (oldest,))

    # --- reading --------------------------------------------------------------------

    def __len__(self) -> int:
        count: int = self._engine.ask("SELECT count(*) FROM articles")[0][0]
        return count

    def rows(self, limit: int | None = None) -> list[Row]:
        """The articles, the newest first."""
        found = self._engine.ask(
            "SELECT a.id, a.link_id, a.title, a.published, a.publisher, a.reports"
            f" FROM articles a ORDER BY {_NEWEST} LIMIT ?",
            (_ALL if limit is None or limit < 0 else limit,),
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
        known = self._engine.ask(
            f"SELECT record FROM articles WHERE {column} = ?", (rowing.plain(value),)
        )
        return rowing.unpacked(known[0][0]) if known else None

    def extractions(self) -> Iterator[Extraction]:
        """All articles, in the order they were added."""
        last = 0
        while found := self._engine.ask(
            "SELECT number, record FROM articles WHERE number > ? ORDER BY number LIMIT ?",
            (last, _PAGE),
        ):
            for last, record in found:  # noqa: B007
                yield rowing.unpacked(record)

    def search(
        self,
        words: str,
        *,
        since: date | None = None,
        until: date | None = None,
        places: Sequence[str] = (),
        kinds: Sequence[str] = (),
        sources: Sequence[str] = (),
        bounds: Bounds | None = None,
        limit: int = 100,
    ) -> list[Found]:
        """Articles with all the words, of one of the sources (publishers), and with a report in
        the window, place, kind and box asked. The best come first where words alone are asked
        for, else the newest: ranking all that have the words would cost more than it is worth."""
        asked = asked_words(words)
        if words.strip() and not asked:
            return []
        window = Window(since, until, tuple(places), tuple(kinds), bounds)
        join, order = "", _NEWEST
        conditions: list[str] = []
        values: list[Any] = []
        match = self._engine.matching(asked) if asked else None
        if match is not None:
            values += match.values
        if match is not None and window.is_all:
            join, order = match.join, match.order
            conditions.append(match.condition)
        elif not window.is_all:
            question, more = window.articles(self._engine)
            values += more
            if match is not None:
                question = f"{match.numbers} AND {match.number} IN ({question})"
            conditions.append(f"a.number IN ({question})")
        if sources:
            conditions.append(f"coalesce(a.publisher, '') IN ({','.join('?' * len(sources))})")
            values += map(rowing.plain, sources)
        where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
        found = self._engine.ask(
            "SELECT a.number, a.id, a.link_id, a.title, a.published, a.record"
            f" FROM articles a{join}{where} ORDER BY {order} LIMIT ?",
            (*values, limit),
        )
        named = self._places_of([row[0] for row in found])
        return [
            Found(
                article_id,
                link_id,
                title,
                published,
                tuple(named.get(number, ())),
                snippet_of(text_of(record), words),
            )
            for number, article_id, link_id, title, published, record in found
        ]

    def _places_of(self, numbers: Sequence[int]) -> dict[int, list[str]]:
        places: dict[int, list[str]] = {}
        for start in range(0, len(numbers), _PAGE):
            some = numbers[start : start + _PAGE]
            for number, place in self._engine.ask(
                "SELECT DISTINCT r.article, p.place FROM reports r"
                " JOIN report_places p ON p.report = r.number"
                f" WHERE r.article IN ({','.join('?' * len(some))}) ORDER BY r.article, p.place",
                some,
            ):
                places.setdefault(number, []).append(place)
        return places

    def places_in(
        self,
        since: date | None = None,
        until: date | None = None,
        places: Sequence[str] = (),
        kinds: Sequence[str] = (),
        bounds: Bounds | None = None,
    ) -> dict[str, int]:
        """How many reports of a window each place has; the slider's question."""
        window = Window(since, until, tuple(places), tuple(kinds), bounds)
        question, values = window.place_counts(self._engine)
        return dict(self._engine.ask(question, values))

    def histogram(self) -> dict[date, int]:
        """The reports of each day, by the last day that each can mean."""
        found = self._engine.ask("SELECT day, reports FROM days ORDER BY day")
        return {date.fromordinal(day): count for day, count in found}

    # --- upkeep ---------------------------------------------------------------------

    def write_points(self, points: Mapping[str, tuple[float, float]]) -> None:
        """Keeps where places lie (longitude, latitude in degrees), for questions with a box."""
        with self._engine.writing():
            self._engine.do("DELETE FROM points")
            self._engine.put_points((rowing.plain(i), x, y) for i, (x, y) in points.items())

    def stale(self, fingerprint: str) -> list[str]:
        """The ids of articles whose reports other rules or another gazetteer made."""
        found = self._engine.ask(
            "SELECT id FROM articles WHERE fingerprint <> ? ORDER BY number", (fingerprint,)
        )
        return [article_id for (article_id,) in found]

    def lines(self) -> Iterator[str]:
        """The whole library as lines of JSON, as it was at one moment: the backup."""
        with self._engine.snapshot() as ask:
            for view_id, params, saved in ask("SELECT id, params, saved FROM views", ()):
                yield rowing.view_line(SavedView(view_id, params, saved))
            last = 0
            while found := ask(
                "SELECT number, link_id, fingerprint, record FROM articles"
                " WHERE number > ? ORDER BY number LIMIT ?",
                (last, _PAGE),
            ):
                for last, link_id, fingerprint, record in found:  # noqa: B007
                    yield rowing.backup_line(link_id, fingerprint, record)

    def read_lines(self, lines: Iterable[str]) -> Counts:
        """Takes in lines of a backup; articles that are here already stay as they are.

        Raises:
            AleppomapError: naming the first line that is none of a backup; nothing of it is kept.
        """
        with self._engine.writing():
            return self._add(self._read(lines))

    def _read(self, lines: Iterable[str]) -> Iterator[Kept]:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            kept = rowing.from_backup_line(line, number)
            if isinstance(kept, Kept):
                yield kept
            else:
                self._put_view(kept)

    def save_view(self, params: str) -> str:
        """Keeps the parameters of a view; the unguessable id of its link."""
        view_id = _new_link()
        with self._engine.writing():
            self._put_view(SavedView(view_id, params, rowing.now()))
        return view_id

    def _put_view(self, view: SavedView) -> None:
        self._engine.do(
            "INSERT INTO views (id, params, saved) VALUES (?,?,?) ON CONFLICT DO NOTHING",
            (view.id, rowing.plain(view.params), view.saved),
        )

    def views(self) -> list[SavedView]:
        """The saved views, the newest first."""
        found = self._engine.ask("SELECT id, params, saved FROM views ORDER BY saved DESC, id")
        return [SavedView(*values) for values in found]

    def remove_view(self, view_id: str) -> bool:
        """Deletes a saved view, for good; whether it was there."""
        with self._engine.writing():
            return self._engine.do("DELETE FROM views WHERE id = ?", (rowing.plain(view_id),)) > 0

    def view(self, view_id: str) -> str | None:
        """The parameters of a saved view."""
        known = self._engine.ask("SELECT params FROM views WHERE id = ?", (rowing.plain(view_id),))
        return str(known[0][0]) if known else None


def _new_link() -> str:
    return secrets.token_urlsafe(16)
