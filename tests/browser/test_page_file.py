"""The one-file page in a real browser: opened from disk, with the network off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from page_cases import HOSTILE, TOY_ENTRIES, hostile_entries, make_entry

from aleppomap.gazetteer import Gazetteer
from aleppomap.page import build_page, to_folium
from aleppomap.query import Query
from aleppomap.view import build_view

playwright = pytest.importorskip("playwright.sync_api")
pytestmark = pytest.mark.browser


class Opened:
    """A page and all that it did that it should not."""

    def __init__(self, page: playwright.Page) -> None:
        self.page = page
        self.faults: list[str] = []
        page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        page.on("console", lambda said: self.faults.append(f"{said.type}: {said.text}"))
        page.on("request", self._request)
        page.on("dialog", self._dialog)

    def _request(self, request: playwright.Request) -> None:
        if not request.url.startswith("file://"):
            self.faults.append(f"request: {request.url[:80]}")

    def _dialog(self, dialog: playwright.Dialog) -> None:
        self.faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def cards(self) -> list[str | None]:
        return [card.get_attribute("data-report") for card in self.page.locator(".am-card").all()]

    def fill_of(self, place: str) -> str | None:
        return self.page.locator(f'path.leaflet-interactive[data-place="{place}"]').get_attribute(
            "fill"
        )

    def move(self, thumb: str, value: int) -> None:
        """Put a thumb on a day, counted from the first, as a reader's hand would."""
        self.page.locator(f"#page-{thumb}").evaluate(
            "(input, value) => { input.value = value;"
            " input.dispatchEvent(new Event('input', { bubbles: true })); }",
            value,
        )
        self.page.wait_for_function(
            "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame("
            "() => done(true))))"
        )


@pytest.fixture
def opened(chromium: playwright.Browser, tmp_path: Path) -> Iterator[object]:
    contexts = []

    def open_page(text: str, width: int = 1280, **more: object) -> Opened:
        path = tmp_path / "a map.html"
        path.write_text(text, encoding="utf-8")
        context = chromium.new_context(
            viewport={"width": width, "height": 844}, offline=True, **more
        )
        contexts.append(context)
        opened = Opened(context.new_page())
        opened.page.goto(path.as_uri())
        opened.page.wait_for_timeout(100)
        return opened

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def text(toy: Gazetteer) -> str:
    return build_page(build_view(TOY_ENTRIES, Query(), toy), toy, version=toy.version)


def test_opens_offline_and_in_silence(opened, text) -> None:
    here = opened(text)
    assert here.faults == []
    assert here.cards() == ["r-1", "r-2", "r-3", "r-4"]
    assert here.page.locator("path.leaflet-interactive").count() == 4
    assert here.page.locator(".am-label").count() > 0
    assert here.page.locator("#page-said").inner_text() == "4 of the 4 reports in this file"


def test_moving_the_window_changes_colours_and_cards(opened, text) -> None:
    here = opened(text)
    before = here.fill_of("gate-quarter")
    shape = here.page.locator('path[data-place="gate-quarter"]').get_attribute("d")
    here.move("until", (date(2016, 10, 2) - date(2016, 6, 1)).days)
    assert here.cards() == ["r-3", "r-4"]
    assert here.page.locator("#page-until-day").inner_text() == "2016-10-02"
    assert here.fill_of("gate-quarter") != before
    assert here.page.locator('path[data-place="gate-quarter"]').get_attribute("d") == shape
    label = here.page.locator('path[data-place="gate-quarter"]').get_attribute("aria-label")
    assert label == "Gate Quarter: 0 reports"
    here.move("until", 999)
    assert here.fill_of("gate-quarter") == before
    assert here.faults == []


def test_thumbs_obey_the_keyboard_and_do_not_cross(opened, text) -> None:
    here = opened(text)
    here.page.locator("#page-since").focus()
    here.page.keyboard.press("ArrowRight")
    expect = playwright.expect  # the page answers with its next frame
    expect(here.page.locator("#page-since")).to_have_attribute("aria-valuetext", "2016-06-02")
    here.page.keyboard.press("End")
    expect(here.page.locator("#page-since-day")).to_have_text("2016-12-12")
    assert here.cards() == ["r-1"]
    here.move("until", 3)
    assert here.page.locator("#page-until-day").inner_text() == "2016-12-12"


def test_a_place_shows_its_cards_and_a_card_its_places(opened, text) -> None:
    here = opened(text)
    here.page.locator('path[data-place="gate-quarter"]').click()
    assert here.cards() == ["r-1", "r-2"]
    assert here.page.locator("path.am-selected").count() == 1
    assert here.page.locator(".am-cards h3").inner_text().startswith("Gate Quarter")
    here.page.locator('path[data-place="gate-quarter"]').click()
    assert len(here.cards()) == 4
    here.page.locator('[data-report="r-1"] .am-day').click()
    assert here.page.locator("path.am-shared").count() == 3
    here.page.select_option("#page-place", "old-town")  # with its parts, and what lies inside
    assert here.cards() == ["r-1", "r-2", "r-3"]
    assert here.faults == []


def test_a_place_somewhere_inside_is_dashed(opened, text) -> None:
    here = opened(text)
    assert here.page.locator("path.am-within").count() == 1
    here.move("since", 200)
    assert here.page.locator("path.am-within").count() == 0


def test_a_shared_report_is_one_mark_with_a_line_to_each_place(opened, text) -> None:
    here = opened(text)
    page = here.page
    assert page.locator(".am-hub").count() == 1
    assert page.locator("path.am-arm").count() == 3
    hub = page.locator(".am-hub").bounding_box()
    page.mouse.move(hub["x"] + 9, hub["y"] + 9)
    page.mouse.move(hub["x"] + 10, hub["y"] + 10)
    said = page.locator(".am-tip-hub").inner_text()
    assert "Killed: at least" in said and "said of" in said
    here.move("until", (date(2016, 10, 2) - date(2016, 6, 1)).days)
    assert page.locator(".am-hub, path.am-arm").count() == 0
    assert here.faults == []


def test_a_card_says_kind_claimant_figures_and_where_fire_came_from(opened, text) -> None:
    here = opened(text)
    card = here.page.locator('[data-report="r-1"]')
    said = re.sub("[\u2066-\u2069]", "", card.inner_text())
    assert card.locator(".am-kind").get_attribute("data-family") == "attack"
    assert "killing or abuse" in said
    assert "Reported by UN human rights office (“A spokesman”)" in said
    assert "Killed: at least 82 (women: 11, children: 13)" in said
    assert (
        "Fire said to come from: South Hill"
        in here.page.locator('[data-report="r-2"]').inner_text()
    )
    assert here.page.locator(".am-content-note").count() == 1


def test_reports_of_one_event_stand_side_by_side(opened, text) -> None:
    here = opened(text)
    card = here.page.locator('.am-cards > [data-report="r-1"]')
    assert card.locator(".am-other").count() == 1  # r-3; the other is not in the file
    card.locator(".am-beside-open").click()
    beside = here.page.locator(".am-beside .am-card")
    assert [each.get_attribute("data-report") for each in beside.all()] == ["r-1", "r-3"]
    boxes = [each.bounding_box() for each in beside.all()]
    assert boxes[0]["y"] == boxes[1]["y"] and boxes[0]["x"] < boxes[1]["x"]
    here.page.locator(".am-beside-close").click()
    assert here.page.locator(".am-beside").count() == 0
    assert here.faults == []


def test_ranges_are_bars_that_fade_where_the_text_is_open(opened, text) -> None:
    here = opened(text)
    bars = here.page.locator("rect.am-range")
    fills = sorted(bar.get_attribute("fill") for bar in bars.all())
    assert fills == ["url(#am-fade-both-on)", "url(#am-fade-start-on)"]
    for fill in fills:
        assert here.page.locator(fill[4:-1]).count() == 1
    titles = {re.sub("[\u2066-\u2069]", "", bar.text_content()) for bar in bars.all()}
    assert titles == {"2016-06-01 to 2016-08-31", "up to 2016-12-12"}


def test_card_says_source_date_and_marks_the_words(opened, text) -> None:
    here = opened(text)
    card = here.page.locator('[data-report="r-1"]')
    assert "up to \u20662016-12-12\u2069" in card.inner_text()
    assert "The Paper · A news agency · published" in card.inner_text()
    assert card.locator("mark.am-place").all_inner_texts() == [
        "Old Town", "Gate Quarter", "South Hill",
    ]  # fmt: skip
    assert card.locator("mark.am-time").all_inner_texts() == ["As of yesterday evening"]
    link = card.locator("a")
    assert link.get_attribute("href") == "https://example.org/a?b=1&c=2"
    assert link.get_attribute("rel") == "noopener noreferrer"
    assert here.page.locator('[data-report="r-2"] a').count() == 0  # javascript: is no source
    assert "😀" in here.page.locator('[data-report="r-2"] .am-excerpt').inner_text()


def test_hostile_words_appear_and_never_run(opened, toy: Gazetteer) -> None:
    view = build_view(hostile_entries(), Query(), toy)
    title = HOSTILE["image"] + HOSTILE["script"]
    here = opened(build_page(view, toy, title=title, version=HOSTILE["script"]))
    cards = here.page.locator(".am-card")
    assert cards.count() == len(HOSTILE)
    for words, card in zip(reversed(HOSTILE.values()), cards.all(), strict=True):
        assert f"{words} Gate Quarter {words}" == card.locator(".am-excerpt").text_content()
        assert card.locator(".am-title").text_content() == words
        card.hover()
        card.locator(".am-day").click()
    here.page.locator('path[data-place="gate-quarter"]').hover()
    assert here.page.locator("h1").text_content() == title
    assert here.page.evaluate("() => window.__pwned") is None
    assert here.page.locator(".page-main img, .page-about img, h1 *").count() == 0
    assert here.faults == []


def test_policy_stops_a_script_that_is_not_ours(opened, text) -> None:
    here = opened(text.replace("</body>", "<script>window.__pwned = 1</script></body>"))
    assert here.page.evaluate("() => window.__pwned") is None
    assert any("Content Security Policy" in fault for fault in here.faults)


def test_play_moves_the_window(opened, text) -> None:
    here = opened(text)
    here.page.locator("#page-play").click()
    here.page.wait_for_function(
        "() => document.getElementById('page-since-day').textContent > '2016-06-01'"
    )
    assert here.page.locator("#page-play").inner_text() == "Pause"
    here.page.locator("#page-play").click()
    assert here.page.locator("#page-play").inner_text() == "Play"


def test_arabic_on_a_phone(opened, toy: Gazetteer) -> None:
    view = build_view(TOY_ENTRIES, Query(), toy)
    text = build_page(view, toy, lang="ar", version="1")
    here = opened(text, width=390, has_touch=True, is_mobile=True)
    page = here.page
    assert page.evaluate("() => document.documentElement.scrollWidth") == 390
    assert page.evaluate("() => getComputedStyle(document.body).direction") == "rtl"
    assert page.locator("#page-since").evaluate("(i) => getComputedStyle(i).direction") == "ltr"
    assert page.locator('[data-report="r-1"] .am-chip').first.inner_text() == "البلدة القديمة"
    assert page.locator("#page-since-day").inner_text() == "2016-06-01"
    assert page.locator("#map_aleppomap").bounding_box()["height"] <= 0.46 * 844
    assert here.faults == []


def test_without_scripts_the_reports_can_be_read(opened, text) -> None:
    here = opened(text, java_script_enabled=False)
    assert here.page.locator("noscript li", has_text="82 were reported killed").is_visible()
    assert not here.page.locator(".page-main").is_visible()


@pytest.mark.parametrize(
    "entries", [[], [make_entry(1, "x", ("old-bath",), date(2016, 1, 1), None)]]
)
def test_little_or_nothing_is_drawn_in_peace(opened, toy: Gazetteer, entries) -> None:
    here = opened(build_page(build_view(entries, Query(), toy), toy, version="1"))
    assert len(here.cards()) == len(entries)
    assert here.page.locator("#page-since").is_disabled()
    assert here.faults == []


def test_notebook_map_opens_offline_and_runs_no_names(opened, toy: Gazetteer) -> None:
    view = build_view([*TOY_ENTRIES, *hostile_entries()], Query(), toy)
    here = opened(to_folium(view, toy).get_root().render())
    assert here.page.locator("path.leaflet-interactive").count() == 4
    tooltip = here.page.locator(".foliumtooltip")
    for _ in range(10):  # a slow machine may still be laying the map out under the pointer
        here.page.mouse.move(0, 0)
        here.page.locator("path.am-leaf").first.hover()
        if tooltip.count():
            break
    assert re.search("Gate Quarter.*14 reports", tooltip.inner_text(), re.S)
    assert here.faults == []
