"""The wheel alone: built, installed in an empty environment outside the checkout, and used."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).resolve().parents[1]
pytestmark = pytest.mark.build

CLEAN = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}


def run(*words: str | Path, cwd: Path) -> str:
    """Run to the end, outside the checkout; the error output is shown where it fails."""
    done = subprocess.run(
        [str(word) for word in words], cwd=cwd, env=CLEAN, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(
        *(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT),
        cwd=folder,
    )
    (built,) = folder.glob("aleppomap-*.whl")
    return built


@pytest.fixture(scope="module")
def bin_folder(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an environment that holds the wheel and its pinned dependencies only."""
    venv = tmp_path_factory.mktemp("a place with spaces") / "venv"
    run(sys.executable, "-m", "venv", "--without-pip", venv, cwd=wheel.parent)
    run(
        *(sys.executable, "-m", "pip", "--python", venv / "bin" / "python", "install", "--quiet"),
        *("--no-compile", "--constraint", ROOT / "constraints.txt", wheel),
        cwd=wheel.parent,
    )
    return venv / "bin"


def test_the_wheel_carries_the_data(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {
        "aleppomap/app.py",
        "aleppomap/py.typed",
        "aleppomap/pyproject.toml",
        "aleppomap/samples/library.jsonl",
        "aleppomap/data/geo/README.md",
    } <= names
    package = ROOT / "src" / "aleppomap"
    sources = {
        f"aleppomap/{path.relative_to(package)}"
        for folder in (package, package / "web" / "assets")
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert sources - names == set()
    assert not [name for name in names if name.startswith("tests/")]


def test_the_wheel_extracts_and_lists(bin_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("Aleppo: shells fell on Bustan al-Qasr.", encoding="utf-8")
    row = json.loads(run(bin_folder / "aleppomap", "extract", "note.txt", cwd=tmp_path))
    assert [report["place_ids"] for report in row["reports"]] == [["bustan-al-qasr"]]
    places = json.loads(run(bin_folder / "aleppomap", "places", "--format", "json", cwd=tmp_path))
    assert len(places) >= 250
    assert "FAIL" not in run(bin_folder / "aleppomap", "doctor", cwd=tmp_path)


def test_the_wheel_draws(bin_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("Aleppo: shells fell on Bustan al-Qasr.", encoding="utf-8")
    for name in ("map.svg", "map.html"):
        run(bin_folder / "aleppomap", "snapshot", "note.txt", "-o", name, cwd=tmp_path)
        assert (tmp_path / name).stat().st_size > 10_000


@pytest.fixture
def address(bin_folder: Path, tmp_path: Path) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = (tmp_path / "log").open("wb")
    server = subprocess.Popen(
        [bin_folder / "aleppomap", "serve", "--port", str(port), "--no-browser"],
        cwd=tmp_path,
        env=CLEAN,
        stdout=log,
        stderr=log,
        start_new_session=True,
    )
    yield f"http://127.0.0.1:{port}"
    os.killpg(server.pid, 15)
    server.wait(timeout=20)
    log.close()


def fetch(address: str, seconds: float = 40) -> tuple[bytes, str]:
    """What the server answers, with its content-security policy, as soon as it answers."""
    give_up = time.monotonic() + seconds
    while True:
        try:
            with urlopen(address, timeout=5) as answer:
                return answer.read(), answer.headers.get("Content-Security-Policy", "")
        except OSError:  # refused, or busy with reading its data
            if time.monotonic() > give_up:
                raise
            time.sleep(0.2)


def test_the_wheel_serves(address: str) -> None:
    assert fetch(f"{address}/_stcore/health")[0] == b"ok"
    page, policy = fetch(address)
    assert b"<html" in page
    assert "script-src 'self'" in policy
    assert fetch(f"{address}/aleppomap/leaflet/leaflet.js")[0]
