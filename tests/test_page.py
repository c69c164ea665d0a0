"""The one-file page and the notebook's map: what stands in them, and what never does."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from datetime import date
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from page_cases import HOSTILE, TOY_ENTRIES, hostile_entries, make_entry

from aleppomap.gazetteer import Gazetteer
from aleppomap.link import Link, Viewport
from aleppomap.model import Place
from aleppomap.page import build_page, build_payload, to_folium
from aleppomap.page.payload import excerpt_pieces, web_address
from aleppomap.page.sheet import READABLE_WITHOUT_SCRIPT, to_inline_json
from aleppomap.query import Entry, Query
from aleppomap.view import Class, View, build_view

GOLDEN = Path(__file__).parent / "golden" / "page_payload.json"
LOADS = {"src", "href", "srcset", "data", "poster", "action", "formaction", "background"}


class Reading(HTMLParser):
    """The elements of a page, the text outside scripts, and the scripts."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.scripts: list[tuple[dict[str, str | None], str]] = []
        self._inside: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag in ("script", "style"):
            self._inside.append(tag)
        if tag == "script":
            self.scripts.append((dict(attrs), ""))

    def handle_endtag(self, tag: str) -> None:
        if self._inside and self._inside[-1] == tag:
            self._inside.pop()

    def handle_data(self, data: str) -> None:
        if not self._inside:
            self.text += data
        elif self._inside[-1] == "script":
            attributes, text = self.scripts[-1]
            self.scripts[-1] = attributes, text + data


@pytest.fixture(scope="module")
def view(toy: Gazetteer) -> View:
    return build_view(TOY_ENTRIES, Query(), toy)


@pytest.fixture(scope="module")
def page(view: View, toy: Gazetteer) -> str:
    return build_page(view, toy, version=toy.version, sources=["A <further> source"], link=Link())


def data_in(page: str) -> dict[str, object]:
    """The payload as it stands in a page."""
    found = re.search(r'<script type="application/json" id="page-data">(.*?)</script>', page, re.S)
    assert found
    return json.loads(found[1])


def test_payload_is_the_golden_one(view: View, toy: Gazetteer) -> None:
    payload = build_payload(view, toy)
    del payload["strings"], payload["legend"], payload["look"]  # words and colours change freely
    text = json.dumps(payload, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    assert text == GOLDEN.read_text(encoding="utf-8")


def test_payload_stands_in_the_page(page: str, view: View, toy: Gazetteer) -> None:
    assert data_in(page) == json.loads(json.dumps(build_payload(view, toy, link=Link())))


def test_a_report_with_several_places_is_one_row(view: View, toy: Gazetteer) -> None:
    rows = [row for row in build_payload(view, toy)["reports"] if row[0] == "r-1"]
    assert [len(row[6]) for row in rows] == [3]


def test_all_classes_are_counted(page: str, view: View) -> None:
    found = re.findall(r'data-class="(\w+)"><b>(\d+)</b>', page)
    assert {name: int(n) for name, n in found} == {
        name.value: len(view.classes[name]) for name in Class
    }
    assert sum(int(n) for _, n in found) == view.total == len(TOY_ENTRIES)
    assert f"= <b>{view.total}</b>" in page


def test_same_input_gives_the_same_bytes(page: str, view: View, toy: Gazetteer) -> None:
    again = build_page(view, toy, version=toy.version, sources=["A <further> source"], link=Link())
    assert again == page
    assert to_folium(view, toy).get_root().render() == to_folium(view, toy).get_root().render()


def test_no_resource_is_asked_for(page: str) -> None:
    reading = Reading(page)
    for tag, attributes in reading.elements:
        loads = {name: value for name, value in attributes.items() if name in LOADS}
        if tag == "a":
            assert re.match(r"https?://", loads.pop("href") or "")
            assert attributes["rel"] == "noopener noreferrer"
        assert loads == {}, f"<{tag}> would load {loads}"
    assert not {tag for tag, _ in reading.elements} & {"link", "img", "iframe", "object", "embed"}
    assert "url(" not in "".join(re.findall(r"<style>(.*?)</style>", page, re.S)).replace(
        "url(#default#VML)", ""
    )


def test_only_the_scripts_of_the_page_may_run(page: str) -> None:
    reading = Reading(page)
    policy = next(a["content"] for t, a in reading.elements if "http-equiv" in a) or ""
    allowed = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    runs = [text for a, text in reading.scripts if a.get("type") != "application/json"]
    digests = [b64encode(sha256(text.encode()).digest()).decode() for text in runs]
    assert allowed["script-src"] == " ".join(f"'sha256-{digest}'" for digest in digests)
    assert len(runs) == 3
    assert allowed["default-src"] == "'none'"
    assert "unsafe" not in allowed["script-src"]
    assert not [a for _, a in reading.elements if any(name.startswith("on") for name in a)]


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_hostile_words_stay_words(words: str, toy: Gazetteer) -> None:
    plain = build_page(build_view([], Query(), toy), toy, version="1")
    entry = make_entry(
        1, f"{words} Gate Quarter", ("gate-quarter",), date(2016, 1, 1), None,
        marks=("Gate Quarter",), title=words, publisher=words, agency=f"a {words}", url=words,
    )  # fmt: skip
    view = build_view([entry], Query(words=words.split()[0]), toy)
    page = build_page(view, toy, title=words, version=words, sources=[words])
    reading = Reading(page)
    assert len(reading.scripts) == len(Reading(plain).scripts) == 4
    assert {tag for tag, _ in reading.elements} <= {tag for tag, _ in Reading(plain).elements} | {
        "li", "bdi", "b", "p", "ol", "code", "a"
    }  # fmt: skip
    row = data_in(page)["articles"][0]  # type: ignore[index]
    assert row[0] == words
    if "\x00" not in words:
        assert reading.text.count(words) >= 4


@given(st.text())
def test_any_words_come_back_out_of_the_page(words: str) -> None:
    text = to_inline_json({"words": words})
    assert json.loads(text) == {"words": words}
    assert not re.search("[<>&\u2028\u2029]", text)


def test_half_a_character_does_not_stop_the_file(toy: Gazetteer) -> None:
    view = build_view(
        [make_entry(1, "\ud83d Gate Quarter", ("gate-quarter",), date(2016, 1, 1), None)],
        Query(),
        toy,
    )
    assert build_page(view, toy, version="1").encode("utf-8")


@pytest.mark.parametrize("entry", TOY_ENTRIES, ids=lambda entry: entry.report.id)
def test_pieces_joined_are_the_excerpt(entry: Entry) -> None:
    pieces = excerpt_pieces(entry)
    assert "".join(p if isinstance(p, str) else str(p[0]) for p in pieces) == entry.excerpt
    marked = [p[0] for p in pieces if not isinstance(p, str)]
    spans = [*entry.report.mention_spans, *filter(None, [entry.report.timex_span])]
    assert marked == [entry.article.text[s.start : s.end] for s in sorted(spans)]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("HTTP://example.org", "http://example.org"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("//example.org", None),
        ("https://", None),
        ("https://[", None),
        ("", None),
        (None, None),
    ],
)
def test_only_web_addresses_become_links(url: str | None, expected: str | None) -> None:
    assert web_address(url) == expected


def test_window_stays_inside_the_query(toy: Gazetteer) -> None:
    query = Query(since=date(2016, 8, 1), until=date(2016, 12, 1))
    payload = build_payload(build_view(TOY_ENTRIES, query, toy), toy)
    assert [row[0] for row in payload["reports"]] == ["r-2", "r-3"]
    assert payload["window"] == ["2016-08-01", "2016-10-03"]


def test_an_empty_view_is_a_page_too(toy: Gazetteer) -> None:
    page = build_page(build_view([], Query(), toy), toy, version="1")
    payload = data_in(page)
    assert (payload["window"], payload["bins"], payload["reports"]) == (None, [], [])
    assert "= <b>0</b>" in page


def test_window_and_filters_stand_in_words(toy: Gazetteer) -> None:
    query = Query(since=date(2016, 8, 1), places=("old-town",), words="killed <b>")
    text = Reading(build_page(build_view(TOY_ENTRIES, query, toy), toy, version="1")).text
    assert "since \u20662016-08-01\u2069" in text
    assert "Places: Old Town" in text
    assert "“killed <b>”" in text


def test_places_without_a_position_are_listed(page: str) -> None:
    assert re.search(r"Old Bath</bdi> \(<bdi>1</bdi>\): Part of Old Town", page)
    assert re.search(r"Lost Village</bdi> \(<bdi>1</bdi>\)", page)


def test_credits_licences_and_version_stand_there(page: str) -> None:
    text = Reading(page).text
    for words in (
        "Copyright (c) 2010-2011, CloudMade", "Center for Spatial Research", "geo-toy",
        "A mention is not a verified event", "does not mean safe", "A <further> source",
        "imply no position on any boundary", "ver=geo-toy",
    ):  # fmt: skip
        assert words in text


def test_a_publisher_is_named_once(view: View, toy: Gazetteer) -> None:
    about = build_page(view, toy, version="1", sources=["The Paper", "Census of 2004"])
    about = about[about.index('class="page-about"') :]
    assert about.count("<li><bdi>The Paper</bdi>") == 1
    assert "<li>The Paper" not in about
    assert "<li>Census of 2004</li>" in about


def test_readable_without_scripts(page: str, toy: Gazetteer) -> None:
    plain = page[page.index("<noscript>") : page.index("</noscript>")]
    assert plain.count("<li>") == 4
    assert "82 were reported killed" in plain
    assert 'href="https://example.org/a?b=1&amp;c=2"' in plain
    assert "javascript:" not in plain
    many = [
        make_entry(n, "Old Town.", ("old-town",), date(2016, 1, 1), date(2016, 1, 1))
        for n in range(READABLE_WITHOUT_SCRIPT + 7)
    ]
    page = build_page(build_view(many, Query(), toy), toy, version="1")
    plain = page[page.index("<noscript>") : page.index("</noscript>")]
    assert plain.count("<li>") == READABLE_WITHOUT_SCRIPT
    assert "7 more" in plain


def test_arabic_page(view: View, toy: Gazetteer) -> None:
    page = build_page(view, toy, lang="ar", version="1")
    assert '<html lang="ar" dir="rtl">' in page
    assert "حتى \u20662016-12-12\u2069" in data_in(page)["phrases"]  # type: ignore[operator]
    assert "البلدة القديمة" in Reading(page).text


def test_link_opens_the_page_at_its_view(view: View, toy: Gazetteer) -> None:
    link = Link(report="r-2", viewport=Viewport(36.19, 37.15, 14))
    payload = build_payload(view, toy, link=link)
    assert payload["report"] == "r-2"
    assert payload["viewport"] == {"lat": 36.19, "lng": 37.15, "zoom": 14}


# ---- the notebook's map ---------------------------------------------------------------


def test_folium_map_shades_what_is_named(view: View, toy: Gazetteer) -> None:
    text = to_folium(view, toy).get_root().render()
    assert "geo_json_outlines" in text
    assert '"says": "2 reports"' in text
    assert "old-bath" not in text  # no position: nothing to draw it by
    assert text.count('"radius": 1000') == 1 + 1  # the feature, and its style


def test_folium_map_asks_no_network(view: View, toy: Gazetteer) -> None:
    reading = Reading(to_folium(view, toy).get_root().render())
    for tag, attributes in reading.elements:
        assert tag != "link"
        assert not LOADS & set(attributes), f"<{tag}> loads {attributes}"


def test_no_words_of_documents_enter_folium(toy: Gazetteer) -> None:
    view = build_view(hostile_entries(), Query(), toy)
    text = to_folium(view, toy).get_root().render()
    assert "__pwned" not in text
    assert "The Paper" not in text


def test_names_are_escaped_for_folium() -> None:
    name = '<img src=x onerror="window.__pwned=1">'
    place = Place(id="gate-quarter", kind="gate", name_en=name, name_ar=name, lon=37.1, lat=36.2)
    gazetteer = Gazetteer([place])
    view = build_view(
        [make_entry(1, "x", ("gate-quarter",), date(2016, 1, 1), None)], Query(), gazetteer
    )
    features = re.search(r'"first": "(.*?)", "how"', to_folium(view, gazetteer).get_root().render())
    assert features
    assert features[1].startswith("\\u0026lt;img")
