"""The page as Streamlit sees it: state, counts, links, languages. Its script: see browser/."""

from __future__ import annotations

import json
import zlib
from base64 import urlsafe_b64encode
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from aleppomap.model import ClaimantType, Kind, Span
from aleppomap.shapes import build_shapes
from aleppomap.strings import strings
from aleppomap.view import Class
from aleppomap.web import adding
from aleppomap.web.segments import Mark, build_segments, whole_text
from aleppomap.web.server import command, content_policy
from aleppomap.web.state import Session, build_scene, load_corpus

ROOT = Path(__file__).resolve().parents[1]
ARTICLE = (ROOT / "tests" / "browser" / "walk_article.txt").read_text(encoding="utf-8")


def open_page(**params: Any) -> AppTest:
    """The page opened with a link."""
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    for key, value in params.items():
        page.query_params[key] = value
    return page.run()


def session_of(page: AppTest) -> Session:
    """What the page keeps for its reader."""
    found = page.session_state["session"]
    assert isinstance(found, Session)
    return found


def counts_of(page: AppTest) -> dict[str, int]:
    """Reports in each class."""
    found = session_of(page)
    scene = build_scene(found.corpus(load_corpus()), found.query)
    return {name.value: len(scene.view.classes[name]) for name in Class}


def test_opens_with_the_sample_library() -> None:
    page = open_page()
    assert not page.exception
    assert page.title[0].value == "aleppomap"
    assert counts_of(page)["shown"] > 100


@pytest.mark.parametrize(
    "params",
    [
        {},
        {"since": "2016-11-01", "until": "2016-12-31"},
        {"place": "salaheddine"},
        {"q": "hospital"},
        {"kind": "shelling", "claimant": "monitor", "certainty": "single"},
        {"place": "old-city", "until": "2014-01-01"},
    ],
    ids=str,
)
def test_every_report_is_counted_once(params: dict[str, str]) -> None:
    page = open_page(**params)
    assert not page.exception
    assert sum(counts_of(page).values()) == len(load_corpus().entries)


def test_the_window_is_the_one_of_the_link() -> None:
    page = open_page(since="2016-11-01", until="2016-12-31")
    assert [day.isoformat() for day in page.slider[0].value] == ["2016-11-01", "2016-12-31"]


def test_the_slider_sets_the_window() -> None:
    page = open_page(since="2016-11-01", until="2016-12-31")
    before = counts_of(page)["shown"]
    first, last = page.slider[0].value
    page.slider[0].set_range(first.replace(year=2012), last).run()
    assert session_of(page).query.since.isoformat() == "2012-11-01"
    assert counts_of(page)["shown"] > before


def test_the_place_list_chooses_places() -> None:
    page = open_page()
    page.multiselect(key="places").set_value(["salaheddine"]).run()
    assert session_of(page).query.places == ("salaheddine",)
    assert 0 < counts_of(page)["shown"] < len(load_corpus().entries)


def test_kind_claimant_and_certainty_are_chosen_in_the_sidebar() -> None:
    page = open_page(kind=["protest", "shelling"])
    assert session_of(page).query.kinds == (Kind.SHELLING, Kind.PROTEST)
    shelling = counts_of(page)
    page.multiselect(key="voices").set_value([ClaimantType.MONITOR]).run()
    assert not page.exception
    assert session_of(page).query.voices == (ClaimantType.MONITOR,)
    assert counts_of(page)["filtered"] > shelling["filtered"] > 0
    page.button[[b.label for b in page.button].index(strings("en")["clear_filters"])].click().run()
    assert counts_of(page)["filtered"] == 0
    assert not session_of(page).query.has_filters


@pytest.mark.parametrize(
    "params",
    [
        {"since": "yesterday", "until": "2016-13-45"},
        {"place": "<script>alert(1)</script>", "report": "../../etc", "doc": "nobody"},
        {"layout": "upside-down", "lang": "xx", "v": "1e999,nan,-3"},
        {"since": "2030-01-01", "until": "1900-01-01", "unknown": "key"},
        {"q": "x" * 5000},
        {"kind": "sabotage", "claimant": "nobody", "certainty": "\u0000"},
    ],
    ids=["dates", "ids", "modes", "outside", "long", "terms"],
)
def test_junk_in_the_link_never_breaks_the_page(params: dict[str, str]) -> None:
    page = open_page(**params)
    assert not page.exception
    assert sum(counts_of(page).values()) == len(load_corpus().entries)


def test_a_link_of_other_data_names_both_versions() -> None:
    page = open_page(ver="0.0.1-old")
    told = " ".join(box.value for box in page.info)
    assert "0.0.1-old" in told
    assert load_corpus().version in told


def test_a_link_to_a_text_that_is_not_here_says_so() -> None:
    page = open_page(doc="somebodys-text")
    assert strings("en")["notice_missing"] in [box.value for box in page.info]
    assert counts_of(page)["filtered"] == 0


def test_arabic() -> None:
    page = open_page(lang="ar")
    assert not page.exception
    assert page.title[0].value == strings("ar")["app_title"]
    page.button_group(key="lang").set_value("en").run()
    assert session_of(page).link.lang == "en"


@pytest.mark.parametrize(
    ("layout", "parts"),
    [
        ("full", {"slider": 1, "multiselect": 4, "title": 1}),
        ("map", {"slider": 0, "multiselect": 0, "title": 0}),
        ("map-time", {"slider": 1, "multiselect": 0, "title": 0}),
        ("cards", {"slider": 0, "multiselect": 0, "title": 0}),
    ],
)
def test_layouts_for_frames(layout: str, parts: dict[str, int]) -> None:
    page = open_page(layout=layout)
    assert not page.exception
    assert {name: len(page.get(name)) for name in parts} == parts


def test_adding_an_article_by_pasting() -> None:
    page = open_page()
    page.text_area(key="paste text").set_value(ARTICLE)
    page.button[[b.label for b in page.button].index(strings("en")["put_on_map"])].click().run()
    assert not page.exception
    found = session_of(page)
    (extraction,) = found.added.values()
    places = {p for report in extraction.reports for p in report.place_ids}
    assert {"bustan-al-qasr", "kallaseh", "fardous", "salaheddine"} <= places
    assert found.query.articles == (extraction.article.id,)
    assert page.success
    assert sum(counts_of(page).values()) == len(load_corpus().entries) + len(extraction.reports)


def test_pasting_nothing_says_what_is_wanted() -> None:
    page = open_page()
    page.button[[b.label for b in page.button].index(strings("en")["put_on_map"])].click().run()
    assert len(page.error) == 1
    assert not session_of(page).added


def test_what_was_pasted_can_be_removed() -> None:
    page = open_page()
    page.text_area(key="paste text").set_value(ARTICLE)
    page.button[[b.label for b in page.button].index(strings("en")["put_on_map"])].click().run()
    article_id = next(iter(session_of(page).added))
    page.button(key=f"remove {article_id}").click().run()
    assert not page.exception
    assert session_of(page).added == {}
    assert session_of(page).query.articles == ()


def test_files_that_cannot_be_read_get_a_sentence_each() -> None:
    added = adding.add_files(
        [("good.txt", ARTICLE.encode()), ("empty.txt", b""), ("picture.exe", b"MZ\0\0")]
    )
    assert len(added.extractions) == 1
    assert ["empty.txt" in added.failed[0], "picture.exe" in added.failed[1]] == [True, True]


def test_an_article_travels_in_a_link_and_comes_out_the_same() -> None:
    (extraction,) = adding.add_text(ARTICLE, None, "A paper", "en").extractions
    packed = adding.pack(extraction.article)
    assert packed is not None
    (again,) = adding.add_packed(packed, "en").extractions
    assert again.article.id == extraction.article.id
    assert again.article.publisher == "A paper"
    assert again.reports == extraction.reports


def _squeeze(content: bytes) -> str:
    return urlsafe_b64encode(zlib.compress(content)).decode().rstrip("=")


@pytest.mark.parametrize(
    "packed",
    [
        "",
        "!!!",
        "AAAA",
        _squeeze(b"no json"),
        _squeeze(json.dumps(["text"]).encode()),
        _squeeze(json.dumps(["x" * 5_000_000, None, None]).encode()),
        _squeeze(ARTICLE.encode())[:-20],
    ],
    ids=["empty", "letters", "zlib", "json", "fields", "bomb", "cut"],
)
def test_a_broken_link_text_is_refused(packed: str) -> None:
    added = adding.add_packed(packed, "en")
    assert added.extractions == ()
    assert added.failed == (strings("en")["link_text_broken"],)


@given(
    st.text(min_size=1, max_size=200), st.lists(st.tuples(st.integers(0, 199), st.integers(1, 40)))
)
def test_segments_joined_are_the_text(text: str, spans: list[tuple[int, int]]) -> None:
    marks = [
        Mark(start, min(start + length, len(text)), "place")
        for start, length in spans
        if start < len(text)
    ]
    pieces = build_segments(text, Span(0, len(text)), marks)
    assert "".join(piece["t"] for piece in pieces) == text
    covered = {at for mark in marks for at in range(mark.start, mark.end)}
    at = 0
    for piece in pieces:
        assert ("k" in piece) == (at in covered)
        at += len(piece["t"])


def test_the_whole_text_marks_every_mention() -> None:
    (extraction,) = adding.add_text(ARTICLE, None, "", "en").extractions
    pieces = whole_text(extraction, None)
    assert "".join(piece["t"] for piece in pieces) == ARTICLE
    assert {piece["p"] for piece in pieces if "p" in piece} == {
        mention.place_id for mention in extraction.mentions if mention.place_id
    }


def test_shapes_hold_every_place_with_latitude_first_only_in_bounds() -> None:
    corpus = load_corpus()
    shapes = json.loads(build_shapes(corpus.gazetteer))
    assert {"old-city", "salaheddine"} <= {place["id"] for place in shapes["places"]}
    (south, west), (north, east) = shapes["home"]
    assert 36 < south < north < 36.4 < 37 < west < east < 37.4
    for place in shapes["places"]:
        for polygon in place.get("shape", ()):
            assert all(
                36.8 < lon < 37.5 and 35.9 < lat < 36.5 for ring in polygon for lon, lat in ring
            )


def test_the_policy_lets_only_our_own_scripts_run() -> None:
    policy = content_policy(tiles=False)
    scripts = next(part for part in policy.split("; ") if part.startswith("script-src"))
    assert scripts.startswith("script-src 'self' 'sha256-")
    assert "unsafe" not in scripts
    assert "http" not in policy
    assert "https://tile.openstreetmap.org" in content_policy(tiles=True)


def test_the_command_starts_the_page_quietly() -> None:
    line = command("0.0.0.0", 8600)
    assert "--server.port=8600" in line
    assert "--browser.gatherUsageStats=false" in line
    assert Path(line[4]).name == "app.py"
