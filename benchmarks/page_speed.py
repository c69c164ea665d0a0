"""How long a reader waits: from opening to an interactive map, from the slider to the redrawn map.

Measured in a real Chromium by the page's own clock. Prints both medians of ten
with the bars of the issue (2.5 s and 150 ms) and exits with 1 where one is
missed:

    python benchmarks/page_speed.py [--runs 10] [--chromium /usr/bin/chromium]

"Open" counts from the start of navigation until the outlines stand in the
page and can be clicked; the first opening of a browser that never saw the page
is told apart, since it also fetches Streamlit's own scripts. "Move" counts
from the key press on the slider to the first outline whose fill changes.
"""

from __future__ import annotations

import argparse
import socket
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, sync_playwright

from aleppomap.web.server import command

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
OPEN_BAR, MOVE_BAR = 2.5, 0.150

WATCH_OPEN = """
new MutationObserver((changes, watcher) => {
  if (!document.querySelector('path.leaflet-interactive')) return;
  window.openedAt = performance.now();
  watcher.disconnect();
}).observe(document, {subtree: true, childList: true});
"""
WATCH_MOVE = """
() => new Promise((resolve) => {
  let pressed = null;
  const slider = document.querySelectorAll('.stSlider input[type=range]')[1];
  slider.addEventListener(
    'keydown', () => { pressed = performance.now(); }, {capture: true, once: true});
  const watcher = new MutationObserver(() => {
    if (pressed === null) return;
    window.movedIn = performance.now() - pressed;
    watcher.disconnect();
  });
  for (const path of document.querySelectorAll('path.leaflet-interactive')) {
    watcher.observe(path, {attributes: true, attributeFilter: ['fill', 'fill-opacity']});
  }
  window.movedIn = null;
  slider.focus();
  resolve();
})
"""


@contextmanager
def run_server() -> Iterator[str]:
    """The page on a free port, until the block ends; gives its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    process = subprocess.Popen(command(port=port), stdout=subprocess.DEVNULL)  # noqa: S603 - ours
    address = f"http://127.0.0.1:{port}/"
    try:
        for _ in range(200):
            try:
                with urllib.request.urlopen(f"{address}_stcore/health"):  # noqa: S310 - http
                    break
            except (urllib.error.URLError, ConnectionError):
                time.sleep(0.1)
        yield address
    finally:
        process.terminate()
        process.wait(10)


def read_when_there(page: Page, name: str) -> float:
    """A number that the page sets, in seconds; its policy forbids Playwright's own waiting."""
    for _ in range(600):
        value = page.evaluate(f"window.{name} ?? null")
        if value is not None:
            return float(value) / 1000
        page.wait_for_timeout(50)
    raise TimeoutError(f"the page never set {name}")


def measure_opening(page: Page, address: str) -> float:
    """Seconds from the start of navigation to the outlines."""
    page.goto(address)
    return read_when_there(page, "openedAt")


def measure_moving(page: Page, key: str) -> float:
    """Seconds from a key on the slider to the first changed outline."""
    page.evaluate(WATCH_MOVE)
    page.keyboard.press(key)
    seconds = read_when_there(page, "movedIn")
    page.wait_for_timeout(350)
    return seconds


def measure(browser: Browser, address: str, runs: int) -> tuple[float, list[float], list[float]]:
    """The first opening, further openings, and moves of the window."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.add_init_script(WATCH_OPEN)
    first = measure_opening(page, address)
    opened = []
    for _ in range(runs):
        page.wait_for_timeout(600)
        page.goto("about:blank")
        opened.append(measure_opening(page, address))
    # End the window inside the years that the library speaks of most.
    page.goto(f"{address}?until=2016-12-30")
    page.wait_for_selector("path.leaflet-interactive", state="attached")
    page.wait_for_timeout(1500)
    keys = ("PageDown", "PageUp")
    return first, opened, [measure_moving(page, keys[n % 2]) for n in range(runs)]


def main() -> int:
    """Measure, print, and compare with the bars."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    options = parser.parse_args()
    with run_server() as address, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=options.chromium, args=FLAGS)
        first, opened, moved = measure(browser, address, options.runs)
        browser.close()
    middle_open, middle_move = statistics.median(opened), statistics.median(moved)
    print(f"first opening of a new browser: {first:.2f} s")
    print(
        f"opening to interactive map: median {middle_open:.2f} s of {len(opened)} "
        f"({min(opened):.2f} to {max(opened):.2f}); bar {OPEN_BAR} s"
    )
    print(
        f"window moved to redrawn map: median {middle_move * 1000:.0f} ms of {len(moved)} "
        f"({min(moved) * 1000:.0f} to {max(moved) * 1000:.0f}); bar {MOVE_BAR * 1000:.0f} ms"
    )
    return 0 if middle_open <= OPEN_BAR and middle_move <= MOVE_BAR else 1


if __name__ == "__main__":
    sys.exit(main())
