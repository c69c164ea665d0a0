"""The library page as Streamlit sees it, and the guard before every change."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from aleppomap.api import Atlas
from aleppomap.link import Link
from aleppomap.query import Query
from aleppomap.source import article_from_text, read_bytes
from aleppomap.store import Library
from aleppomap.strings import strings
from aleppomap.web import keeping
from aleppomap.web.editors import EDITORS
from aleppomap.web.listing import list_articles
from aleppomap.web.permission import SERVED
from aleppomap.web.server import build_parts, content_policy, edits_unasked
from aleppomap.web.shelf import LIBRARY
from aleppomap.web.state import Session, load_corpus

ROOT = Path(__file__).resolve().parents[1]
SECRET = "a long secret"
TEXTS = {
    "english": "On 12 March 2014 shells hit Sukkari in Aleppo, killing two people.",
    "arabic": "قصف بالطيران على حي بستان القصر في حلب يوم 3 تموز 2014",
    "undated": "Shaar in Aleppo was shelled, residents said.",
}


@pytest.fixture
def links(
    tmp_path: Path, atlas: Atlas, monkeypatch: pytest.MonkeyPatch
) -> Iterator[dict[str, str]]:
    """A library of three articles that the page serves; the links of the articles."""
    library = Library(tmp_path / "library")
    articles = {
        name: article_from_text(text, publisher="Paper" if name == "english" else None)
        for name, text in TEXTS.items()
    }
    library.add([atlas.extract(one) for one in articles.values()], atlas.version)
    by_id = {row.id: row.link_id for row in library.rows()}
    library.close()
    monkeypatch.setenv(LIBRARY, str(tmp_path / "library"))
    monkeypatch.delenv(EDITORS, raising=False)
    st.cache_resource.clear()
    yield {name: by_id[one.id] for name, one in articles.items()}
    st.cache_resource.clear()


@pytest.fixture
def editor(links: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> Session:
    """The session of a reader who has given the secret."""
    monkeypatch.setenv(EDITORS, f"secret:{SECRET}")
    return Session(link=Link(), told=SECRET)


def open_page(**params: Any) -> AppTest:
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    for key, value in params.items():
        page.query_params[key] = value
    return page.run()


def labels(page: AppTest) -> set[str]:
    return {one.label for one in page.button} | {one.label for one in page.get("download_button")}


EDITING = {
    strings("en")[key]
    for key in ("lib_delete", "lib_add_files", "lib_save_text", "lib_backup_file", "lib_save_view")
}


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_readers_see_the_table_and_cannot_edit(links: dict[str, str], lang: str) -> None:
    page = open_page(page="library", lang=lang)
    assert not page.exception
    assert page.title[0].value == strings(lang)["page_library"]
    assert not labels(page) & {
        strings(lang)[key] for key in ("lib_delete", "lib_add_files", "lib_save_text")
    }
    assert strings(lang)["lib_read_only"] in [box.value for box in page.info]


def test_the_secret_is_asked_once(links: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(EDITORS, f"secret:{SECRET}")
    monkeypatch.setattr("aleppomap.web.desk.WRONG_SECRET_PAUSE", 0)
    page = open_page(page="library")
    assert not labels(page) & EDITING
    send = [one.label for one in page.button].index(strings("en")["lib_secret_send"])
    page.text_input(key="secret").set_value("no secret")
    page.button[send].click().run()
    assert strings("en")["lib_secret_wrong"] in [box.value for box in page.error]
    assert not labels(page) & EDITING
    page.text_input(key="secret").set_value(SECRET)
    page.button[send].click().run()
    assert not page.exception
    assert labels(page) >= EDITING - {strings("en")["lib_save_view"]}
    page.button(key="stop editing").click().run()
    assert not labels(page) & EDITING


def test_the_page_without_a_library_lists_the_samples(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(LIBRARY, raising=False)
    st.cache_resource.clear()
    page = open_page(page="library")
    assert not page.exception
    assert strings("en")["lib_samples"] in [box.value for box in page.info]
    listing = list_articles(Query(words="السكري"), ())
    assert listing.total == len(load_corpus().extractions)
    assert 0 < len(listing.lines) < listing.total
    assert {line.row.link_id for line in listing.lines} <= set(load_corpus().extractions)
    with pytest.raises(keeping.NotAllowed):
        keeping.backup(Session(link=Link()))


@pytest.mark.parametrize(
    ("query", "sources", "names"),
    [
        (Query(), (), {"english", "arabic", "undated"}),
        (Query(words="bustan"), (), set()),
        (Query(words="قصر"), (), {"arabic"}),
        (Query(words="sukkari killing"), (), {"english"}),
        (Query(places=("shaar",)), (), {"undated"}),
        (Query(), ("Paper",), {"english"}),
        (Query(), ("",), {"arabic", "undated"}),
        (Query(words="aleppo"), ("",), {"undated"}),
    ],
)
def test_filters(
    links: dict[str, str], query: Query, sources: tuple[str, ...], names: set[str]
) -> None:
    found = list_articles(query, sources)
    assert {line.row.link_id for line in found.lines} == {links[name] for name in names}
    assert found.total == 3
    assert found.sources == ("Paper", "")


CHANGES: dict[str, Callable[[Session, dict[str, str]], object]] = {
    "add": lambda found, _: keeping.add_documents(
        found, [article_from_text("New shelling in Aleppo.")], lambda _: None
    ),
    "keep": lambda found, _: keeping.keep(found, "nobody"),
    "remove": lambda found, links: keeping.remove(found, list(links.values())),
    "restore": lambda found, _: keeping.restore(found, ["x"]),
    "refresh": lambda found, _: keeping.refresh(found, lambda *_: None),
    "backup": lambda found, _: keeping.backup(found),
    "save view": lambda found, _: keeping.save_view(found, {}, "x"),
    "remove view": lambda found, _: keeping.remove_view(found, "x"),
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("rule", [None, f"secret:{SECRET}", "header:X-Remote-User", "open"])
def test_nothing_changes_without_the_right(
    links: dict[str, str], monkeypatch: pytest.MonkeyPatch, change: str, rule: str | None
) -> None:
    if rule is not None:
        monkeypatch.setenv(EDITORS, rule)
    with pytest.raises(keeping.NotAllowed):
        CHANGES[change](Session(link=Link(), told="a wrong secret"), links)
    assert list_articles(Query(), ()).total == 3


def test_the_guard_knows_every_change() -> None:
    """A change that is added to ``keeping`` is added to the table above."""
    public = {
        name
        for name, one in vars(keeping).items()
        if callable(one) and getattr(one, "__module__", "") == keeping.__name__
    }
    told = {"Kept", "NotAllowed", "check"}
    assert {name for name in public - told if not name.startswith("_")} == {
        "add_documents", "keep", "remove", "restore", "refresh", "backup", "save_view",
        "remove_view",
    }  # fmt: skip
    assert len(CHANGES) == 8


def test_adding_names_what_could_not_be_read(editor: Session) -> None:
    files = [
        ("good.txt", b"Shells hit Shaar and Sukkari in Aleppo on 5 May 2015."),
        ("bad.pdf", b"\xff\xfe\x00bad"),
        ("rows.jsonl", b'{"id":"r1","text":"Sakhour in Aleppo was hit."}\nno json\n'),
    ]
    documents = [one for name, content in files for one in read_bytes(name, content)]
    kept = keeping.add_documents(editor, documents, lambda _: None)
    assert (kept.added, kept.unchanged) == (2, 0)
    assert ["bad.pdf" in kept.faults[0][0], "rows.jsonl, line 2" in kept.faults[1][0]] == [True] * 2
    again = keeping.add_documents(editor, documents, lambda _: None)
    assert (again.added, again.unchanged, len(again.faults)) == (0, 2, 2)
    assert len(load_corpus().extractions) == 5


def test_deleting_is_seen_by_map_search_and_links_and_can_be_undone(
    editor: Session, links: dict[str, str]
) -> None:
    ids = keeping.remove(editor, [links["arabic"]])
    assert links["arabic"] not in load_corpus().extractions
    assert not list_articles(Query(words="قصر"), ()).lines
    page = open_page(doc=links["arabic"])
    assert [box.value for box in page.info] == [strings("en")["notice_gone"]]
    assert keeping.restore(editor, ids) == 1
    assert links["arabic"] in load_corpus().extractions
    assert list_articles(Query(), ()).stale == 0
    page = open_page(doc=links["arabic"])
    assert not page.info
    assert page.session_state["session"].query.articles == (links["arabic"],)


def test_stale_articles_are_read_again(editor: Session, tmp_path: Path, atlas: Atlas) -> None:
    library = Library(tmp_path / "library")
    library.replace(list(library.extractions()), "older rules")
    library.close()
    assert list_articles(Query(), ()).stale == 3
    said: list[tuple[int, int]] = []
    assert keeping.refresh(editor, lambda done, all_: said.append((done, all_))) == 3
    assert list_articles(Query(), ()).stale == 0
    assert said == [(0, 3)]


def test_a_saved_view_opens_until_it_is_deleted(editor: Session, links: dict[str, str]) -> None:
    params = Link(query=Query(words="قصر", places=("bustan-al-qasr",))).to_params()
    view = keeping.save_view(editor, params | {"page": ["library"], "view": []}, " A  view ")
    assert len(view) >= 20
    page = open_page(view=view)
    found = page.session_state["session"]
    assert (found.page, found.query.words, found.query.places) == (
        "library", "قصر", ("bustan-al-qasr",),
    )  # fmt: skip
    assert keeping.remove_view(editor, view)
    page = open_page(view=view)
    assert strings("en")["notice_view_gone"] in [box.value for box in page.info]


def test_pasted_text_is_kept_only_when_asked(links: dict[str, str], monkeypatch: Any) -> None:
    monkeypatch.setenv(EDITORS, f"secret:{SECRET}")
    page = open_page()
    page.session_state["session"].told = SECRET
    page.text_area(key="paste text").set_value("Shells hit Sakhour in Aleppo on 5 May 2015.")
    page.button[[b.label for b in page.button].index(strings("en")["put_on_map"])].click().run()
    (article_id,) = page.session_state["session"].added
    assert list_articles(Query(), ()).total == 3
    page.button(key=f"keep {article_id}").click().run()
    assert not page.exception
    found = page.session_state["session"]
    assert not found.added
    assert list_articles(Query(), ()).total == 4
    assert found.query.articles[0] in load_corpus().extractions
    assert article_id not in load_corpus().extractions


def test_the_backup_is_read_by_import(editor: Session, tmp_path: Path) -> None:
    keeping.save_view(editor, {"q": ["x"]}, "x")
    lines = keeping.backup(editor).decode().splitlines()
    assert len([line for line in lines if "record" in json.loads(line)]) == 3
    other = Library(tmp_path / "other")
    assert other.read_lines(lines).added == 3
    assert len(other.views()) == 1
    other.close()


@pytest.mark.parametrize(
    ("served", "rule", "framed"),
    [
        ("127.0.0.1", None, False),
        ("127.0.0.1", f"secret:{SECRET}", True),
        ("0.0.0.0", None, True),
        (None, None, True),
    ],
)
def test_no_other_site_frames_a_page_that_edits_unasked(
    links: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    served: str | None,
    rule: str | None,
    framed: bool,
) -> None:
    for name, value in ((SERVED, served), (EDITORS, rule)):
        if value is None:
            monkeypatch.delenv(name, raising=False)
        else:
            monkeypatch.setenv(name, value)
    assert edits_unasked() is not framed
    policy = content_policy(tiles=False, framed=framed).split("; ")
    assert (policy[-1] == "frame-ancestors *") is framed


def test_a_malformed_rule_stops_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(EDITORS, "everybody")
    with pytest.raises(SystemExit, match="ALEPPOMAP_EDITORS says nothing that is understood"):
        build_parts()
