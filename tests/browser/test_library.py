"""A library in a real browser: added to, searched, deleted, shared over a restart; and guarded."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from conftest import _free_port, _wait_for
from playwright.sync_api import Browser, Locator, Page, expect

from aleppomap import api
from aleppomap.source import article_from_text
from aleppomap.store import Library
from aleppomap.web import server

pytestmark = pytest.mark.browser

Serve = Callable[..., "contextmanager[str]"]
ENGLISH = "On 12 March 2014 shells hit Sukkari in Aleppo, killing two people, residents said."
ARABIC = "قصف بالطيران على حي بستان القصر في حلب يوم 3 تموز 2014، بحسب ناشطين."
SECRET = "a long secret"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library of two articles."""
    atlas = api.load()
    library = Library(tmp_path / "library")
    articles = [article_from_text(text) for text in (ENGLISH, ARABIC)]
    library.add([atlas.extract(article) for article in articles], atlas.version)
    library.close()
    return tmp_path / "library"


@contextmanager
def serve(folder: Path, host: str = "127.0.0.1", **more: str) -> Iterator[str]:
    """`aleppomap serve` on the library, as a user starts it."""
    port = _free_port()
    log = folder.parent / "log.txt"
    environment = {k: v for k, v in os.environ.items() if not k.startswith("ALEPPOMAP_")}
    environment |= {"PYTHONPATH": str(Path(server.__file__).parents[2]), **more}
    words = ["serve", "--host", host, "--port", str(port), "--no-browser", "--library", str(folder)]
    with log.open("w") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "aleppomap", *words],
            stdout=out,
            stderr=subprocess.STDOUT,
            cwd=folder.parent,
            env=environment,
        )
        try:
            address = f"http://127.0.0.1:{port}/"
            _wait_for(address, process, log)
            yield address
        finally:
            process.terminate()
            process.wait(15)


@pytest.fixture
def reader(chromium: Browser) -> Iterator[Callable[[], Page]]:
    """Opens readers' pages, each of another browser."""
    contexts = []

    def begin() -> Page:
        contexts.append(chromium.new_context(viewport={"width": 1280, "height": 900}))
        return contexts[-1].new_page()

    yield begin
    for context in contexts:
        context.close()


def rows(page: Page) -> object:
    return page.locator(".am-sheet tbody tr")


def field(page: Page, name: str) -> Locator:
    """An input, once the run that moves it is over: until then its old place is there too."""
    found = page.get_by_label(name)
    expect(found).to_have_count(1)
    return found


def button(page: Page, name: str) -> object:
    return page.get_by_role("button", name=name, exact=True)


def test_the_life_of_a_library(library: Path, reader: Callable[[], Page], tmp_path: Path) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.pdf"
    good.write_text("Barrel bombs fell on Shaar in Aleppo on 5 May 2015, medics said.", "utf-8")
    bad.write_bytes(b"\xff\xfe\x00bad")
    with serve(library) as address:
        page = reader()
        page.goto(f"{address}?page=library")
        expect(rows(page)).to_have_count(2)
        # Two files, one of which cannot be read: the other is added, and the fault is named.
        page.locator("input[type=file]").set_input_files([good, bad])
        button(page, "Add to the library").click()
        expect(rows(page.locator(".st-key-libfaults"))).to_contain_text("bad.pdf")
        expect(
            page.get_by_text("Added: 1. Known already: 0. Could not be read: 1.")
        ).to_be_visible()
        button(page, "Hide this list").click()
        expect(rows(page)).to_have_count(3)
        # Search in Arabic, without the article and the prefix that the text has.
        search = field(page, "Search the articles")
        search.fill("بستان قصر")
        search.press("Enter")
        expect(rows(page)).to_have_count(1)
        expect(rows(page)).to_contain_text("بستان القصر")
        link = str(rows(page).locator("a").get_attribute("href"))
        # Delete: gone from the table and from its link; then bring it back.
        rows(page).locator("input").check()
        button(page, "Delete (1)").click()
        expect(page.get_by_text("No article here fits")).to_be_visible()
        other = reader()
        other.goto(address + link)
        expect(other.get_by_text("no longer in this library: it was deleted")).to_be_visible()
        button(page, "Undo").click()
        expect(rows(page)).to_have_count(1)
        # A saved view.
        button(page, "Save view").click()
        field(page, "Name of the view").fill("Bustan")
        page.get_by_test_id("stForm").get_by_role("button", name="Save view").click()
        saved = page.get_by_test_id("stPopoverBody").locator("code")
        expect(saved).to_contain_text("?view=")
        view = saved.inner_text().partition("?")[2].strip()
    # Another browser, after a restart: the view and the article are where they were.
    with serve(library, ALEPPOMAP_EDITORS=f"secret:{SECRET}") as address:
        page = reader()
        page.goto(f"{address}?{view}")
        expect(rows(page)).to_have_count(1)
        expect(page.get_by_label("Search the articles")).to_have_value("بستان قصر")
        page.goto(address + link)
        expect(page.get_by_text("Your documents")).to_have_count(0)
        expect(page.locator(".am-card")).to_have_count(1)
        _check_the_secret(page, address)


def _check_the_secret(page: Page, address: str) -> None:
    """Read-only until the secret is given, once in the session."""
    page.goto(f"{address}?page=library")
    expect(rows(page)).to_have_count(3)
    expect(button(page, "Delete")).to_have_count(0)
    secret = field(page, "The editors’ secret")
    secret.fill("a long secre")
    secret.press("Enter")
    expect(page.get_by_text("That is not the editors’ secret.")).to_be_visible()
    expect(button(page, "Add to the library")).to_have_count(0)
    secret.fill(SECRET)
    secret.press("Enter")
    expect(button(page, "Add to the library")).to_be_visible()
    expect(button(page, "Delete")).to_be_visible()


def test_a_server_for_others_is_read_only(library: Path, reader: Callable[[], Page]) -> None:
    with serve(library, host="0.0.0.0") as address:
        page = reader()
        page.goto(f"{address}?page=library")
        expect(rows(page)).to_have_count(2)
        expect(page.get_by_text("for editors")).to_be_visible()
        expect(page.locator("input[type=file], input[type=password]")).to_have_count(0)
        for name in ("Delete", "Save view", "Add to the library", "Download the library"):
            expect(button(page, name)).to_have_count(0)


def test_a_malformed_rule_stops_the_start(library: Path) -> None:
    environment = os.environ | {
        "PYTHONPATH": str(Path(server.__file__).parents[2]),
        "ALEPPOMAP_EDITORS": "everybody",
    }
    words = ["serve", "--port", str(_free_port()), "--no-browser", "--library", str(library)]
    done = subprocess.run(
        [sys.executable, "-m", "aleppomap", *words],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 2
    assert done.stderr.startswith("aleppomap: ALEPPOMAP_EDITORS")
    assert done.stderr.count("\n") == 1
