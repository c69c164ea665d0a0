"""The README's examples run as they stand."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(
    r"<!-- run by tests/test_readme\.py -->\n```(\w+)\n(.*?)```", README, re.DOTALL
)


def test_there_are_examples_to_run() -> None:
    assert [language for language, _ in EXAMPLES] == ["sh", "python"]


def test_the_first_screen_has_the_two_commands() -> None:
    first_screen = README.splitlines()[:25]
    assert any(line.startswith("    ./run") for line in first_screen)
    assert any(line.startswith("    ./test") for line in first_screen)
    assert len(README.splitlines()) < 200


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A PATH on which ``aleppomap`` is the one under test, installed or not."""
    program = tmp_path / "bin" / "aleppomap"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m aleppomap "$@"\n')
    program.chmod(0o755)
    return {
        **os.environ,
        "PATH": f"{program.parent}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT / "src"),
    }


def test_the_command_line_examples_run(tmp_path: Path, environment: dict[str, str]) -> None:
    (script,) = [code for language, code in EXAMPLES if language == "sh"]
    work = tmp_path / "work"
    work.mkdir()
    run = subprocess.run(
        ["sh", "-eux", "-c", script], cwd=work, env=environment, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stderr
    written = {path.name for path in work.iterdir()}
    made = "note.txt note.csv note.geojson note.png note.html papers papers.jsonl"
    assert written == set(made.split())
    assert run.stdout.count('"place_id": "bustan-al-qasr"') >= 2
    assert '"date_end": "2016-12-12"' in run.stdout


def test_the_python_example_runs(tmp_path: Path, environment: dict[str, str]) -> None:
    (code,) = [code for language, code in EXAMPLES if language == "python"]
    check = "\nassert len(frame) == len(found.reports) == 1\nassert chart.get_root().render()\n"
    run = subprocess.run(
        [sys.executable, "-c", code + check],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout == "('bustan-al-qasr', 'kallaseh') 2016-12-12 2016-12-12\n"


@pytest.mark.parametrize("command", ["extract", "places", "snapshot", "serve", "doctor"])
def test_every_command_stands_in_the_readme(command: str) -> None:
    assert f"aleppomap {command}" in README


def test_every_room_stands_in_the_readme() -> None:
    rooms = {path.stem for path in (ROOT / "src" / "aleppomap").glob("*.py")}
    rooms |= {path.parent.name for path in (ROOT / "src" / "aleppomap").glob("*/*.py")}
    house = README.partition("## The house")[2].partition("\n## ")[0]
    missing = {room for room in rooms if not room.startswith("__") and f"`{room}`" not in house}
    assert missing == set()
