"""The public face: what `import aleppomap` gives, however it is asked for and in any order."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

import aleppomap
from aleppomap.api import Atlas
from aleppomap.model import Article

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize(
    "lines",
    [
        "import aleppomap; aleppomap.extract('Aleppo'); aleppomap.extract('Aleppo')",
        "from aleppomap import extract; extract('Aleppo')",
        "import aleppomap; aleppomap.load(); aleppomap.extract('Aleppo')",
        "import aleppomap.extraction; aleppomap.extract('Aleppo')",
    ],
)
def test_extract_is_a_function_every_time(lines: str) -> None:
    run = subprocess.run(
        [sys.executable, "-c", lines],
        env={"PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
    )
    assert (run.returncode, run.stderr) == (0, "")


def test_every_public_name_is_there() -> None:
    for name in aleppomap.__all__:
        assert getattr(aleppomap, name) is not None
    with pytest.raises(AttributeError):
        _ = aleppomap.nothing_of_this_name


def test_the_time_of_a_long_text_grows_with_its_length(atlas: Atlas) -> None:
    """Four times the text may take six times as long, not sixteen."""
    line = "On Monday shells hit Bustan al-Qasr and Shaar in Aleppo, residents said.\n"

    def seconds(lines: int) -> float:
        start = time.process_time()
        atlas.extract(Article(id="long", text=line * lines))
        return time.process_time() - start

    seconds(100)
    assert seconds(2000) < 6 * seconds(500) + 0.5


def test_many_full_stops_cost_little(atlas: Atlas) -> None:
    start = time.process_time()
    atlas.extract(Article(id="dots", text="Aleppo " + ". " * 100_000))
    assert time.process_time() - start < 10
