"""The library keeps what it said it kept, finds it in any spelling, and forgets what is deleted."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aleppomap import api
from aleppomap.api import Atlas
from aleppomap.model import AleppomapError, Article, Extraction
from aleppomap.query import Query
from aleppomap.records import from_record, to_record
from aleppomap.store import FILE, Library
from aleppomap.store.schema import MIGRATIONS
from aleppomap.store.words import snippet_of, words_of


@pytest.fixture(scope="module")
def extractions(atlas: Atlas) -> list[Extraction]:
    return [atlas.extract(article) for article in api.read_samples()]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = Library(tmp_path / "library")
    yield library
    library.close()


def test_a_record_is_the_whole_extraction(extractions: list[Extraction]) -> None:
    for extraction in extractions:
        assert from_record(json.loads(json.dumps(to_record(extraction)))) == extraction


def test_a_record_of_a_later_version_is_still_read(extractions: list[Extraction]) -> None:
    record = to_record(extractions[0]) | {"mood": "later"}
    assert from_record(record) == extractions[0]


def test_adding_twice_changes_nothing(library: Library, extractions: list[Extraction]) -> None:
    assert library.add(extractions, "v1").added == len(extractions)
    before = list(library.lines())
    again = library.add(extractions, "v1")
    assert (again.added, again.unchanged) == (0, len(extractions))
    assert list(library.lines()) == before


def test_an_article_with_other_words_takes_the_place_and_the_link(
    library: Library, atlas: Atlas
) -> None:
    library.add([atlas.extract(Article(id="x", text="Shells hit Sukkari in Aleppo."))], "v1")
    link = library.rows()[0].link_id
    library.add([atlas.extract(Article(id="x", text="Shells hit Shaar in Aleppo."))], "v1")
    assert [row.link_id for row in library.rows()] == [link]
    assert not library.search("Sukkari")
    assert library.search("Shaar")[0].place_ids == ("shaar",)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("قصف بالسكري في حلب", "السكري"),
        ("قصف على السُّكّري في حلب", "سكري"),
        ("والسكري وللسكري", "السكرى"),
        ("Shelling of Bustan al-Qasr in Aleppo", "bustan qasr"),
        ("Déplacés à Alep", "deplaces"),
        ("Алеппо, квартал Шаар", "шаар"),
        ("Halep'in Şaar semti", "şaar"),
    ],
)
def test_search_finds_any_plain_spelling(library: Library, atlas: Atlas, text: str, asked: str):
    library.add([atlas.extract(Article(id="x", text=text))], "v1")
    assert [found.id for found in library.search(asked)] == ["x"]


@pytest.mark.parametrize("words", ['"', "NEAR(", "a AND", "*", "()", "' OR 1=1 --", "-x", "^"])
def test_no_words_break_the_search(library: Library, words: str) -> None:
    assert library.search(words) == []


def test_a_snippet_stands_in_the_text() -> None:
    text = "x " * 100 + "قصف بالسكري اليوم " + "y " * 100
    assert "بالسكري" in snippet_of(text, "السكري")
    assert words_of("Aleppo's السكري") == "aleppos سكري"


def test_what_is_deleted_is_gone_and_can_come_back(
    library: Library, extractions: list[Extraction]
) -> None:
    library.add(extractions, "v1")
    before = dict(library.histogram()), library.places_in()
    row = library.rows()[0]
    assert library.remove([row.id, "nobody"]) == (row.id,)
    assert library.article(link_id=row.link_id) is None
    assert library.article(id=row.id) is None
    assert row.id not in {found.id for found in library.search(row.title or "")}
    assert (dict(library.histogram()), library.places_in()) != before
    assert library.restore([row.id]) == (row.id,)
    assert library.article(link_id=row.link_id) is not None
    assert (dict(library.histogram()), library.places_in()) == before
    assert library.restore([row.id]) == ()


def test_after_a_week_deleted_is_gone_for_good(tmp_path: Path, atlas: Atlas) -> None:
    library = Library(tmp_path)
    library.add([atlas.extract(Article(id="x", text="Aleppo"))], "v1")
    library.remove(["x"])
    library.close()
    with sqlite3.connect(tmp_path / FILE) as db:
        db.execute("UPDATE bin SET deleted = '2001-01-01'")
    library = Library(tmp_path)
    assert library.restore(["x"]) == ()
    library.close()


def test_a_backup_is_the_library_again(
    library: Library, extractions: list[Extraction], tmp_path: Path
) -> None:
    library.add(extractions, "v1")
    view = library.save_view("since=2016-01-01&place=sukkari")
    other = Library(tmp_path / "other")
    assert other.read_lines(library.lines()).added == len(extractions)
    assert list(other.lines()) == list(library.lines())
    assert other.view(view) == "since=2016-01-01&place=sukkari"
    assert other.rows() == library.rows()
    other.close()


@pytest.mark.parametrize("line", ["{", "[]", '{"record": {}}', '{"record": 1, "link_id": 2}'])
def test_a_bad_backup_is_refused_whole(
    library: Library, extractions: list[Extraction], line: str, tmp_path: Path
) -> None:
    library.add(extractions[:2], "v1")
    other = Library(tmp_path / "other")
    with pytest.raises(AleppomapError, match="line 3 is no line of a library backup"):
        other.read_lines([*library.lines(), line])
    assert len(other) == 0
    other.close()


def test_stale_rows_are_known(library: Library, extractions: list[Extraction]) -> None:
    library.add(extractions[:3], "v1")
    library.add(extractions[3:5], "v2")
    assert library.stale("v2") == [found.article.id for found in extractions[:3]]
    library.replace(extractions[:3], "v2")
    assert library.stale("v2") == []


def test_a_newer_library_is_refused_and_left_alone(tmp_path: Path) -> None:
    Library(tmp_path).close()
    with sqlite3.connect(tmp_path / FILE) as db:
        db.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    with pytest.raises(AleppomapError, match="newer aleppomap"):
        Library(tmp_path)


def test_an_older_library_becomes_this_one(
    tmp_path: Path, extractions: list[Extraction], monkeypatch: pytest.MonkeyPatch
) -> None:
    library = Library(tmp_path)
    library.add(extractions[:3], "v1")
    before = list(library.lines())
    library.close()
    later = (*MIGRATIONS, "ALTER TABLE articles ADD COLUMN checked TEXT;")
    monkeypatch.setattr("aleppomap.store.schema.MIGRATIONS", later)
    library = Library(tmp_path)
    assert list(library.lines()) == before
    library.close()


def test_a_folder_that_cannot_be_one_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(AleppomapError, match="cannot hold a library"):
        Library(tmp_path / "file")


_DAYS = st.dates(date(2012, 1, 1), date(2017, 12, 31))


@settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))
@given(since=st.none() | _DAYS, length=st.integers(0, 400))
def test_the_window_is_that_of_the_query(
    extractions: list[Extraction],
    atlas: Atlas,
    tmp_path_factory: pytest.TempPathFactory,
    since: date | None,
    length: int,
) -> None:
    library = _shared(tmp_path_factory, extractions)
    until = since + timedelta(days=length) if since else None
    query = Query(since=since, until=until)
    counted: dict[str, int] = {}
    for extraction in extractions:
        for report in extraction.reports:
            dated = since is None or query.in_window(report)
            for place in report.place_ids if dated else ():
                counted[place] = counted.get(place, 0) + 1
    assert library.places_in(since, until) == counted


_OPEN: list[Library] = []


def _shared(paths: pytest.TempPathFactory, extractions: list[Extraction]) -> Library:
    if not _OPEN:
        library = Library(paths.mktemp("shared"))
        library.add(extractions, "v1")
        _OPEN.append(library)
    return _OPEN[0]


def test_a_killed_import_loses_nothing_acknowledged_and_repeats_nothing(tmp_path: Path) -> None:
    """kill -9 in the middle: what was printed as written is there, once."""
    script = """
import sys
from pathlib import Path
from aleppomap.api import load
from aleppomap.model import Article
from aleppomap.store import Library
atlas, library = load(), Library(Path(sys.argv[1]))
for n in range(10_000):
    article = Article(id=f"a{n}", text=f"On {1 + n % 28} March 2014 shells hit Sukkari, Aleppo.")
    library.add([atlas.extract(article)], "v1")
    print(n, flush=True)
"""
    with subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        told = [process.stdout.readline() for _ in range(30)]
        os.kill(process.pid, signal.SIGKILL)
        told += process.stdout.readlines()
    acknowledged = [int(line) for line in told if line.endswith("\n")]
    library = Library(tmp_path)
    kept = [row.id for row in library.rows()]
    assert len(kept) == len(set(kept))
    assert {f"a{n}" for n in acknowledged} <= set(kept)
    assert len(kept) <= len(acknowledged) + 1
    assert sum(library.histogram().values()) == len(kept)
    library.close()


def test_two_readers_while_one_writes(library: Library, extractions: list[Extraction]) -> None:
    other = Library(library.path.parent)
    started = time.monotonic()
    library.add(extractions[:5], "v1")
    assert len(other) == 5
    assert time.monotonic() - started < 10
    other.close()
