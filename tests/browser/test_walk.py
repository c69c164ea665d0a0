"""A reader's walk through the real page, with the network cut to everything but the page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Response, expect

pytestmark = pytest.mark.browser

ARTICLE = (Path(__file__).parent / "walk_article.txt").read_text(encoding="utf-8")
PLACE = "path.leaflet-interactive[data-place={}]"
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


class Visit:
    """One reader: a page, what it asked for, and what the console complained of."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.address = address
        self.asked: list[str] = []
        self.complaints: list[str] = []
        self.page: Page = context.new_page()
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("websocket", lambda socket: self.asked.append(socket.url))
        self.page.on("pageerror", lambda fault: self.complaints.append(str(fault)))
        self.page.on("console", self._hear)
        self.page.on("response", self._read)

    def _hear(self, message: ConsoleMessage) -> None:
        text = message.text
        if message.type == "error" or "Content Security Policy" in text:
            self.complaints.append(text)

    def _read(self, response: Response) -> None:
        if response.status >= 400:
            self.complaints.append(f"{response.status} {response.url}")

    def open(self, query: str = "") -> Page:
        """Open the page and wait for the outlines."""
        self.page.goto(self.address + query)
        self.page.wait_for_selector("path.leaflet-interactive", state="attached")
        self.settle()
        return self.page

    def settle(self) -> None:
        """Wait until the server has answered."""
        self.page.wait_for_timeout(400)
        expect(self.page.locator("[data-test-script-state=running]")).to_have_count(0)
        self.page.wait_for_timeout(300)

    def param(self, key: str) -> list[str]:
        """What the address bar says."""
        query = urlsplit(self.page.url).query
        return parse_qs(query, keep_blank_values=True).get(key, [])

    def count(self, name: str) -> int:
        """The number of a class in the line that adds up."""
        return int(self.page.locator(f".am-count[data-class={name}] b").inner_text())

    def fills(self) -> dict[str, str]:
        """The colour of every place on the map."""
        found: dict[str, str] = self.page.evaluate(
            "() => Object.fromEntries([...document.querySelectorAll("
            "'path.leaflet-interactive[data-place]')].map("
            "p => [p.dataset.place, p.getAttribute('fill') + p.getAttribute('fill-opacity')]))"
        )
        return found

    def check_quiet(self) -> None:
        """Nothing went to another host, and nothing was complained of."""
        hosts = {
            urlsplit(url).hostname for url in self.asked if not url.startswith(("data:", "blob:"))
        }
        assert hosts == {"127.0.0.1"}
        assert self.complaints == []


@pytest.fixture
def visit(chromium: Browser, page_address: str) -> Iterator[Callable[..., Visit]]:
    """Opens readers' visits, each in a context of its own."""
    contexts = []

    def begin(size: dict[str, int] = WIDE, **more: object) -> Visit:
        context = chromium.new_context(viewport=size, **more)  # type: ignore[arg-type]
        context.route(
            lambda url: urlsplit(url).hostname not in ("127.0.0.1", None),
            lambda route: route.abort(),
        )
        contexts.append(context)
        return Visit(context, page_address)

    yield begin
    for context in contexts:
        context.close()


@contextmanager
def unmoved(page: Page) -> Iterator[None]:
    """The map is the same element before and after, at the same place: never rebuilt."""
    page.evaluate("() => { document.querySelector('.am-map').marked = true; }")
    before = page.locator(".am-map .leaflet-map-pane").get_attribute("style")
    yield
    assert page.evaluate("() => document.querySelector('.am-map').marked === true")
    assert page.locator(".am-map .leaflet-map-pane").get_attribute("style") == before


def test_headers(chromium: Browser, page_address: str) -> None:
    page = chromium.new_page()
    answer = page.goto(page_address)
    assert answer is not None
    policy = answer.headers["content-security-policy"]
    assert re.search(r"script-src 'self' 'sha256-[\w+/=]+';", policy)
    assert answer.headers["referrer-policy"] == "no-referrer"
    page.close()


def test_a_reader_walks_through_the_page(
    visit: Callable[..., Visit], shots: Path, chromium: Browser
) -> None:
    reader = visit(permissions=["clipboard-read", "clipboard-write"])
    page = reader.open()

    # The sample library is there, and every footprint can be chosen.
    assert page.locator("path.leaflet-interactive").count() >= 130
    assert reader.count("shown") > 100
    page.screenshot(path=shots / "en-1280.png")
    all_fills = reader.fills()
    all_shown = reader.count("shown")

    # Moving the window redraws the map where it stands.
    with unmoved(page):
        page.locator(".stSlider input[type=range]").nth(1).focus()
        for _ in range(3):
            page.keyboard.press("PageDown")
            page.wait_for_timeout(80)
        reader.settle()
        assert reader.fills() != all_fills
        assert reader.count("shown") < all_shown
        assert reader.param("until") != [""]

    # Choosing a neighbourhood shows its cards; choosing it again lets go.
    page.locator(".stButton button", has_text="Whole time").click()
    reader.settle()
    with unmoved(page):
        page.locator(PLACE.format("salaheddine")).click()
        reader.settle()
        expect(page.locator(".am-head h3")).to_contain_text("Salaheddine")
        assert reader.param("place") == ["salaheddine"]
        assert 0 < reader.count("shown") < all_shown
        assert reader.fills() == all_fills
    cards = page.locator(".am-card")
    assert cards.count() > 0
    expect(cards.first.locator("mark.am-place").first).to_be_visible()
    page.screenshot(path=shots / "en-1280-place.png")

    # The article itself stands beside the map, with its mentions.
    cards.first.locator(".am-read").click()
    reader.settle()
    expect(page.locator(".am-reader mark[data-place]").first).to_be_visible()
    page.screenshot(path=shots / "en-1280-text.png")
    page.locator(PLACE.format("salaheddine")).click()
    reader.settle()
    assert reader.param("place") == [""]
    reader.check_quiet()


def test_a_view_is_the_same_for_whoever_opens_its_link(
    visit: Callable[..., Visit], shots: Path
) -> None:
    first = visit(permissions=["clipboard-read", "clipboard-write"])
    page = first.open("?since=2016-09-01&until=2016-12-31&place=bustan-al-qasr")
    page.locator(".leaflet-control-zoom-in").click()
    page.wait_for_timeout(500)
    page.locator(".am-card").first.locator("header").click()
    first.settle()
    page.locator(".am-copy").click()
    expect(page.locator(".am-said")).not_to_be_empty()
    link = page.evaluate("() => navigator.clipboard.readText()")
    assert link == page.url

    second = visit()
    second.open(link.removeprefix(second.address))
    for key in first.page.url.partition("?")[2].split("&"):
        key = key.partition("=")[0]
        assert second.param(key) == first.param(key), key
    assert second.fills() == first.fills()
    assert second.count("shown") == first.count("shown")
    assert second.page.locator(".am-card.am-on").count() == 1
    names = [reader.page.locator(".am-label span").all_inner_texts() for reader in (first, second)]
    assert names[0] == names[1]
    second.page.screenshot(path=shots / "en-1280-link.png")
    first.check_quiet()
    second.check_quiet()


def test_a_pasted_article_comes_onto_the_map_and_travels_in_its_link(
    visit: Callable[..., Visit], shots: Path
) -> None:
    reader = visit(permissions=["clipboard-read", "clipboard-write"])
    page = reader.open()
    before = reader.count("shown")
    page.get_by_label("Paste the text").fill(ARTICLE)
    page.get_by_role("button", name="Put it on the map").click()
    expect(page.locator(".stAlert").first).to_be_visible()
    reader.settle()
    assert 1 <= reader.count("shown") < before
    assert reader.count("filtered") > 0
    page.screenshot(path=shots / "en-1280-added.png")
    assert "dry" not in page.url
    for place in ("bustan-al-qasr", "kallaseh", "fardous"):
        assert reader.fills()[place] != reader.fills()["sheikh-maqsoud"]

    page.locator(".am-copy-text").click()
    page.wait_for_timeout(200)
    link = page.evaluate("() => navigator.clipboard.readText()")
    assert "#a=" in link
    other = visit()
    other.open(link.removeprefix(other.address))
    expect(other.page.locator(".am-count[data-class=filtered] b")).not_to_have_text("0")
    other.settle()
    assert "#" not in other.page.url
    assert other.count("shown") == reader.count("shown")
    assert not any("a=" in urlsplit(url).query for url in other.asked)
    reader.check_quiet()
    other.check_quiet()


def test_the_keyboard_goes_from_place_to_place(visit: Callable[..., Visit]) -> None:
    reader = visit()
    page = reader.open()
    assert page.locator("path.leaflet-interactive[tabindex='0']").count() == 1
    page.locator("path.leaflet-interactive[tabindex='0']").focus()
    seen = set()
    for key in ("ArrowRight", "ArrowRight", "ArrowUp", "ArrowLeft"):
        page.keyboard.press(key)
        seen.add(page.evaluate("() => document.activeElement.dataset.place"))
    assert len(seen) >= 3
    chosen = page.evaluate("() => document.activeElement.dataset.place")
    page.keyboard.press("Enter")
    reader.settle()
    assert reader.param("place") == [chosen]
    assert page.locator("path.leaflet-interactive[tabindex='0']").count() == 1


def test_kinds_claimants_and_certainty_travel_in_the_link(
    visit: Callable[..., Visit], shots: Path
) -> None:
    reader = visit()
    page = reader.open("?kind=shelling&claimant=monitor&certainty=single&made-up=1")
    assert 0 < reader.count("shown") < 50
    assert reader.count("filtered") > 100
    assert reader.param("kind") == ["shelling"]
    assert reader.param("claimant") == ["monitor"]
    assert reader.param("certainty") == ["single"]
    kinds = page.locator(".am-card .am-kind")
    assert set(kinds.evaluate_all("found => found.map(k => k.dataset.kind)")) == {"shelling"}
    page.screenshot(path=shots / "en-1280-filters.png")
    page.get_by_role("button", name="Clear all filters").click()
    reader.settle()
    assert reader.count("filtered") == 0
    assert reader.param("kind") == reader.param("claimant") == reader.param("certainty") == [""]
    reader.check_quiet()


@pytest.mark.parametrize("size", [WIDE, PHONE])
def test_reports_of_one_event_open_side_by_side(
    visit: Callable[..., Visit], shots: Path, size: dict[str, int]
) -> None:
    reader = visit(size)
    page = reader.open("?since=2016-11-01&until=2016-12-31")
    page.locator(".am-beside-open").first.click()
    reader.settle()
    beside = page.locator(".am-beside .am-card")
    assert beside.count() >= 2
    boxes = [card.bounding_box() for card in beside.all()]
    assert len({box["y"] for box in boxes if box}) == 1
    assert reader.param("beside") == ["yes"]
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    page.screenshot(path=shots / f"en-{size['width']}-beside.png")

    second = visit(size)
    second.open(page.url.removeprefix(reader.address))
    assert second.page.locator(".am-beside .am-card").count() == beside.count()
    second.page.locator(".am-beside-close").click()
    second.settle()
    assert second.page.locator(".am-beside").count() == 0
    assert second.param("beside") == ["no"]
    reader.check_quiet()


def test_a_mark_of_several_places_lets_clicks_through(visit: Callable[..., Visit]) -> None:
    reader = visit()
    page = reader.open()
    page.get_by_label("Paste the text").fill(
        "Aleppo, 13 December 2016. At least 82 people were killed in Bustan al-Qasr, al-Fardous, "
        "al-Kalasah and al-Saliheen, the U.N. human rights office said on Tuesday."
    )
    page.get_by_role("button", name="Put it on the map").click()
    expect(page.locator(".stAlert").first).to_be_visible()
    reader.settle()
    expect(page.locator(".am-hub")).to_have_count(1)
    expect(page.locator("path.am-arm")).to_have_count(4)
    said = page.locator(".am-says").all_inner_texts()
    assert any("at least" in line and "together" in line for line in said)
    for place in ("fardous", "kallaseh", "bustan-al-qasr", "saliheen"):
        page.locator(PLACE.format(place)).click()
        reader.settle()
        assert reader.param("place") == [place]
    reader.check_quiet()


def test_each_class_opens_its_list(visit: Callable[..., Visit]) -> None:
    reader = visit()
    page = reader.open("?until=2014-01-01")
    page.locator(".am-count[data-class=other_time]").click()
    reader.settle()
    assert page.locator(".am-card").count() > 0
    expect(page.locator(".am-sub")).not_to_be_empty()
    numbers = page.locator(".am-count b").all_inner_texts()
    total = page.locator(".am-count-total b").inner_text()
    assert sum(map(int, numbers)) == int(total)


def test_words_of_a_document_never_run(visit: Callable[..., Visit]) -> None:
    bad = (
        "Fire in <img src=x onerror=window.hit=1> Salaheddine</script>"
        "<script>window.hit=1</script>\n\nAleppo, 14/11/2016. "
        "A fire broke out in Salaheddine ![x](http://evil.invalid/x.png) "
        "<b>on Monday</b> ${window.hit=1}.\n"
    )
    reader = visit()
    page = reader.open()
    page.get_by_label("Paste the text").fill(bad)
    page.get_by_role("button", name="Put it on the map").click()
    expect(page.locator(".stAlert").first).to_be_visible()
    reader.settle()
    for tab in ("Text", "Table", "Not on the map"):
        page.get_by_role("tab", name=tab, exact=True).click()
        reader.settle()
    assert page.evaluate("() => window.hit === undefined")
    assert page.locator(".stMain img[src*=evil]").count() == 0
    reader.check_quiet()


@pytest.mark.parametrize(("lang", "size"), [("ar", WIDE), ("en", PHONE), ("ar", PHONE)])
def test_other_languages_and_sizes(
    visit: Callable[..., Visit], shots: Path, lang: str, size: dict[str, int]
) -> None:
    phone = size is PHONE
    reader = visit(size, has_touch=phone, is_mobile=phone)
    page = reader.open(f"?lang={lang}")
    assert page.evaluate("() => document.documentElement.lang") == lang
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    page.screenshot(path=shots / f"{lang}-{size['width']}.png")
    page.screenshot(path=shots / f"{lang}-{size['width']}-whole.png", full_page=True)
    if phone:
        assert page.locator(".am-map").bounding_box()["height"] <= 0.46 * size["height"]
        style = "() => getComputedStyle(document.querySelector('.am-map')).touchAction"
        assert "pan-y" in page.evaluate(style)
    reader.check_quiet()


@pytest.mark.parametrize(
    ("layout", "slider", "cards"), [("map", 0, 0), ("map-time", 1, 0), ("cards", 0, 1)]
)
def test_frames(visit: Callable[..., Visit], layout: str, slider: int, cards: int) -> None:
    reader = visit()
    page = reader.page
    page.goto(f"{reader.address}?embed=true&layout={layout}&place=salaheddine")
    wanted = ".am-cards" if layout == "cards" else "path.leaflet-interactive"
    page.wait_for_selector(wanted, state="attached")
    reader.settle()
    assert page.locator(".stSlider").count() == slider
    assert page.locator(".am-cards").count() == cards
    assert page.locator(".stSidebar .stButton").count() == 0
    assert reader.param("embed") == ["true"]
    assert reader.param("layout") == [layout]
    reader.check_quiet()
