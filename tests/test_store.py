"""The library keeps what it said it kept, finds it in any spelling, and forgets what is deleted."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from postgres_cluster import run_sql

from aleppomap import api
from aleppomap.api import Atlas
from aleppomap.model import AleppomapError, Article, Extraction, Kind
from aleppomap.query import Query
from aleppomap.records import from_record, to_record
from aleppomap.store import FILE, Library, open_library
from aleppomap.store.schema import MIGRATIONS, SERVER_MIGRATIONS
from aleppomap.store.words import snippet_of, words_of


@pytest.fixture(scope="module")
def extractions(atlas: Atlas) -> list[Extraction]:
    return [atlas.extract(article) for article in api.read_samples()]


class Home:
    """A place for one library; ``run`` speaks to its database past the library."""

    def __init__(self, folder: Path, url: str | None = None) -> None:
        self.folder, self.url = folder, url

    def open(self) -> Library:
        return open_library(self.folder, self.url)

    def run(self, sql: str) -> None:
        if self.url is None:
            with closing(sqlite3.connect(self.folder / FILE)) as db:
                db.executescript(sql)
        else:
            run_sql(self.url, f"SET search_path = aleppomap, public; {sql}")


Homes = Callable[[], Home]


@pytest.fixture(
    scope="module", params=["embedded", pytest.param("server", marks=pytest.mark.services)]
)
def homes(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Homes:
    """Makes places for libraries: folders, and databases of a real server."""
    if request.param == "embedded":
        return lambda: Home(tmp_path_factory.mktemp("library") / "library")
    new_database = request.getfixturevalue("new_database")
    return lambda: Home(Path("unused"), new_database())


@pytest.fixture
def home(homes: Homes) -> Home:
    return homes()


@pytest.fixture
def library(home: Home) -> Iterator[Library]:
    library = home.open()
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


def test_after_a_week_deleted_is_gone_for_good(home: Home, atlas: Atlas) -> None:
    library = home.open()
    library.add([atlas.extract(Article(id="x", text="Aleppo"))], "v1")
    library.remove(["x"])
    library.close()
    home.run("UPDATE bin SET deleted = '2001-01-01'")
    library = home.open()
    assert library.restore(["x"]) == ()
    library.close()


def test_a_backup_is_the_library_again(
    library: Library, extractions: list[Extraction], homes: Homes
) -> None:
    library.add(extractions, "v1")
    view = library.save_view("since=2016-01-01&place=sukkari")
    other = homes().open()
    assert other.read_lines(library.lines()).added == len(extractions)
    assert list(other.lines()) == list(library.lines())
    assert other.view(view) == "since=2016-01-01&place=sukkari"
    assert other.rows() == library.rows()
    other.close()


@pytest.mark.parametrize("line", ["{", "[]", '{"record": {}}', '{"record": 1, "link_id": 2}'])
def test_a_bad_backup_is_refused_whole(
    library: Library, extractions: list[Extraction], line: str, homes: Homes
) -> None:
    library.add(extractions[:2], "v1")
    other = homes().open()
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


def test_a_newer_library_is_refused_and_left_alone(home: Home) -> None:
    home.open().close()
    newer = f"UPDATE version SET version = {len(SERVER_MIGRATIONS) + 1}"
    home.run(newer if home.url else f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    with pytest.raises(AleppomapError, match="newer aleppomap"):
        home.open()


def test_an_older_library_becomes_this_one(
    home: Home, extractions: list[Extraction], monkeypatch: pytest.MonkeyPatch
) -> None:
    library = home.open()
    library.add(extractions[:3], "v1")
    before = list(library.lines())
    library.close()
    more = "ALTER TABLE articles ADD COLUMN checked TEXT;"
    monkeypatch.setattr("aleppomap.store.schema.MIGRATIONS", (*MIGRATIONS, more))
    if home.url:
        monkeypatch.setattr("aleppomap.store.server.SERVER_MIGRATIONS", (*SERVER_MIGRATIONS, more))
    library = home.open()
    assert list(library.lines()) == before
    library.close()
    home.run("UPDATE articles SET checked = 'yes'")


def test_a_library_of_the_first_version_answers_as_before(
    tmp_path: Path, extractions: list[Extraction], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first version's own rows, written as its program wrote them."""
    new = Library(tmp_path / "new")
    new.add(extractions, "v1")
    (tmp_path / "old").mkdir()
    with closing(sqlite3.connect(tmp_path / "old" / FILE)) as old:
        old.executescript(f"{MIGRATIONS[0]} PRAGMA user_version = 1;")
        old.execute("ATTACH ? AS new", (str(tmp_path / "new" / FILE),))
        for table in ("articles", "reports", "days"):
            old.execute(f"INSERT INTO {table} SELECT * FROM new.{table}")
        old.execute("INSERT INTO report_places SELECT place, last, report FROM new.report_places")
        old.execute("INSERT INTO words (rowid, title, body) SELECT rowid, * FROM new.words")
        old.commit()
    library = Library(tmp_path / "old")
    assert list(library.lines()) == list(new.lines())
    for window in (None, date(2016, 1, 1)):
        assert library.places_in(window, window) == new.places_in(window, window)
    assert library.search("حلب") == new.search("حلب")
    library.remove([library.rows()[0].id])
    library.close()
    new.close()


def test_a_folder_that_cannot_be_one_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(AleppomapError, match="cannot hold a library"):
        Library(tmp_path / "file")


_DAYS = st.dates(date(2012, 1, 1), date(2017, 12, 31))


@pytest.fixture(scope="module")
def full(homes: Homes, extractions: list[Extraction]) -> Iterator[Library]:
    """A library of all the samples, which no test changes."""
    library = homes().open()
    library.add(extractions, "v1")
    yield library
    library.close()


_PLACES = ("sukkari", "old-city", "bustan-al-qasr", "salah-al-din", "shaar", "citadel")


@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(
    since=st.none() | _DAYS,
    until=st.none() | _DAYS,
    places=st.lists(st.sampled_from(_PLACES), max_size=3),
    kinds=st.lists(st.sampled_from(Kind), max_size=4),
)
def test_the_window_is_that_of_the_query(
    full: Library,
    extractions: list[Extraction],
    since: date | None,
    until: date | None,
    places: list[str],
    kinds: list[Kind],
) -> None:
    if since and until and since > until:
        since, until = until, since
    query = Query(since=since, until=until)
    counted: dict[str, int] = {}
    articles: set[str] = set()
    for extraction in extractions:
        for report in extraction.reports:
            if (since or until) and not query.in_window(report):
                continue
            if places and not set(places) & set(report.place_ids):
                continue
            if kinds and report.kind not in kinds:
                continue
            articles.add(report.article_id)
            for place in report.place_ids:
                counted[place] = counted.get(place, 0) + 1
    asked = {"since": since, "until": until, "places": places, "kinds": [k.value for k in kinds]}
    assert full.places_in(**asked) == counted  # type: ignore[arg-type]
    found = full.search("", limit=10_000, **asked)  # type: ignore[arg-type]
    if since or until or places or kinds:
        assert {one.id for one in found} == articles
    assert [one.id for one in found] == [r.id for r in full.rows() if r.id in {o.id for o in found}]


def test_search_by_source(full: Library, extractions: list[Extraction]) -> None:
    source = next(e.article.publisher for e in extractions if e.article.publisher)
    wanted = {e.article.id for e in extractions if e.article.publisher == source}
    found = full.search("", sources=[source or ""], limit=10_000)
    assert {one.id for one in found} == wanted
    assert full.search("", sources=["nobody's paper"]) == []


def test_search_in_a_box(library: Library, atlas: Atlas) -> None:
    texts = {"x": "Shells hit Sukkari in Aleppo.", "y": "Shells hit Shaar in Aleppo."}
    library.add([atlas.extract(Article(id=i, text=text)) for i, text in texts.items()], "v1")
    library.write_points({"sukkari": (37.13, 36.17), "shaar": (37.18, 36.21)})
    assert [one.id for one in library.search("", bounds=(37.1, 36.1, 37.15, 36.2))] == ["x"]
    assert library.places_in(bounds=(37.15, 36.2, 37.2, 36.3)) == {"shaar": 1}
    assert library.places_in(bounds=(0, 0, 1, 1)) == {}
    library.write_points({"shaar": (37.13, 36.17)})
    assert library.places_in(bounds=(37.1, 36.1, 37.15, 36.2)) == {"shaar": 1}


def test_letters_that_no_database_takes(library: Library) -> None:
    odd = Article(id="a\0b", text="Aleppo \0 \ud800 Sukkari", title="t\0\ud800")
    found = Extraction(article=odd)
    library.add([found], "v1")
    assert library.add([found], "v1").unchanged == 1
    assert library.article(id="a\0b") == found
    assert len(library.search("sukkari")) == 1
    assert len(library.remove(["a\0b"])) == 1


def test_a_very_long_article_is_kept_and_found(library: Library) -> None:
    text = " ".join(f"word{n}" for n in range(150_000)) + " " + "x" * 5000
    library.add([Extraction(article=Article(id="long", text=text))], "v1")
    assert [one.id for one in library.search("word17")] == ["long"]


def test_the_same_article_twice_in_one_batch(library: Library, atlas: Atlas) -> None:
    first, second = (
        atlas.extract(Article(id="x", text=f"Shells hit {name} in Aleppo."))
        for name in ("Sukkari", "Shaar")
    )
    counts = library.add([first, first, second], "v1")
    assert (counts.added, counts.unchanged) == (2, 1)
    assert library.article(id="x") == second
    assert len(library) == 1
    assert library.places_in() == {"shaar": 1}


def test_a_batch_that_fails_leaves_nothing(
    library: Library, extractions: list[Extraction], monkeypatch: pytest.MonkeyPatch
) -> None:
    library.add(extractions[:1], "v1")
    before = list(library.lines())

    def stop(text: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("aleppomap.store.library.words_of", stop)
    with pytest.raises(KeyboardInterrupt):
        library.add(extractions, "v1")
    assert list(library.lines()) == before


def test_a_killed_import_loses_nothing_acknowledged_and_repeats_nothing(home: Home) -> None:
    """kill -9 in the middle: what was printed as written is there, once."""
    script = """
import sys
from pathlib import Path
from aleppomap.api import load
from aleppomap.model import Article
from aleppomap.store import open_library
atlas, library = load(), open_library(Path(sys.argv[1]), sys.argv[2])
for n in range(10_000):
    article = Article(id=f"a{n}", text=f"On {1 + n % 28} March 2014 shells hit Sukkari, Aleppo.")
    library.add([atlas.extract(article)], "v1")
    print(n, flush=True)
"""
    with subprocess.Popen(
        [sys.executable, "-c", script, str(home.folder), home.url or ""],
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        told = [process.stdout.readline() for _ in range(30)]
        os.kill(process.pid, signal.SIGKILL)
        told += process.stdout.readlines()
    acknowledged = [int(line) for line in told if line.endswith("\n")]
    library = home.open()
    kept = [row.id for row in library.rows()]
    assert len(kept) == len(set(kept))
    assert {f"a{n}" for n in acknowledged} <= set(kept)
    assert len(kept) <= len(acknowledged) + 1
    assert sum(library.histogram().values()) == len(kept)
    library.close()


def test_two_readers_while_one_writes(
    home: Home, library: Library, extractions: list[Extraction]
) -> None:
    other = home.open()
    started = time.monotonic()
    library.add(extractions[:5], "v1")
    assert len(other) == 5
    assert time.monotonic() - started < 10
    other.close()
