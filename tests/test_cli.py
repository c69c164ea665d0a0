"""The command line from outside: what it prints, where, and with which exit code."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from aleppomap import cli

ROOT = Path(__file__).resolve().parents[1]
SHELLED = "Shells fell on Bustan al-Qasr and al-Fardous in Aleppo on Monday.\n"
NO_CITY = "Smoke rose over the district of Midan."


@dataclass
class Run:
    """What one run of the command gave."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


@pytest.fixture
def aleppomap(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Any:
    def run(*words: str | Path, stdin: bytes = b"") -> Run:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        try:
            code = cli.main([str(word) for word in words])
        except SystemExit as end:  # argparse
            code = int(end.code or 0)
        out, err = capsys.readouterr()
        return Run(code, out, err)

    return run


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "shelled.txt"
    path.write_text(SHELLED, encoding="utf-8")
    return path


def start(words: Sequence[str | Path], **more: Any) -> subprocess.Popen[bytes]:
    """The command as a process of its own."""
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    return subprocess.Popen(
        [sys.executable, "-m", "aleppomap", *map(str, words)],
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        **more,
    )


# --------------------------------------------------------------------- extract


def test_extract_prints_one_line_of_json_per_document(aleppomap: Any, document: Path) -> None:
    run = aleppomap("extract", document, "--published", "2016-12-13")
    assert (run.code, run.err) == (0, "")
    (row,) = run.rows
    assert row["published"] == "2016-12-13"
    assert {m["place_id"] for m in row["mentions"] if m["status"] == "resolved"} == {
        "bustan-al-qasr",
        "fardous",
    }
    assert all(SHELLED[m["start"] : m["end"]] == m["surface"] for m in row["mentions"])
    assert any(set(r["place_ids"]) == {"bustan-al-qasr", "fardous"} for r in row["reports"])


def test_extract_reads_standard_input(aleppomap: Any) -> None:
    run = aleppomap("extract", "-", "--with-text", stdin=SHELLED.encode())
    assert run.code == 0
    assert run.rows[0]["text"] == SHELLED


def test_a_row_keeps_its_own_id(aleppomap: Any, tmp_path: Path) -> None:
    path = tmp_path / "batch.jsonl"
    path.write_text(json.dumps({"id": "my own id", "text": SHELLED}) + "\n", encoding="utf-8")
    assert [row["id"] for row in aleppomap("extract", path).rows] == ["my own id"]


def test_gate_off_maps_a_document_that_never_names_the_city(aleppomap: Any, tmp_path: Path) -> None:
    path = tmp_path / "elsewhere.txt"
    path.write_text(NO_CITY, encoding="utf-8")
    places = {
        gate: [
            m["place_id"] for m in aleppomap("extract", path, "--gate", gate).rows[0]["mentions"]
        ]
        for gate in ("on", "off")
    }
    assert places == {"on": [None], "off": ["midan"]}


def test_csv_and_geojson_tell_the_same_reports(aleppomap: Any, document: Path) -> None:
    reports = aleppomap("extract", document).rows[0]["reports"]
    table = list(csv.DictReader(io.StringIO(aleppomap("extract", document, "--format", "csv").out)))
    geo = json.loads(aleppomap("extract", document, "--format", "geojson").out)
    ids = [report["id"] for report in reports]
    assert ids
    assert [row["id"] for row in table] == ids
    assert [feature["properties"]["id"] for feature in geo["features"]] == ids
    assert [row["place_ids"].split(";") for row in table if row["place_ids"]] == [
        report["place_ids"] for report in reports if report["place_ids"]
    ]


def test_a_failed_document_gets_one_line_and_the_rest_goes_on(
    aleppomap: Any, document: Path, tmp_path: Path
) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    run = aleppomap("extract", empty, document, tmp_path / "missing.txt")
    assert run.code == 1
    assert len(run.rows) == 1
    assert [
        line.count("empty.txt") + line.count("missing.txt") for line in run.err.splitlines()
    ] == [
        1,
        1,
    ]


def test_a_folder_is_walked(aleppomap: Any, document: Path, tmp_path: Path) -> None:
    deeper = tmp_path / "a" / "b"
    deeper.mkdir(parents=True)
    (deeper / "second.md").write_text(SHELLED + "Again.", encoding="utf-8")
    run = aleppomap("extract", tmp_path)
    assert (run.code, len(run.rows)) == (0, 2)


def test_the_output_file_appears_whole_or_not_at_all(
    aleppomap: Any, document: Path, tmp_path: Path
) -> None:
    target = tmp_path / "out.csv"
    target.write_text("kept", encoding="utf-8")
    run = aleppomap("extract", tmp_path / "missing.txt", "--format", "csv", "-o", target)
    assert (run.code, target.read_text(encoding="utf-8")) == (2, "kept")
    run = aleppomap("extract", document, "--format", "csv", "-o", target)
    assert (run.code, run.out) == (0, "")
    assert target.read_text(encoding="utf-8") == aleppomap("extract", document, "--format=csv").out
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".part")] == []


def test_csv_of_nothing_still_has_its_header(aleppomap: Any, tmp_path: Path) -> None:
    path = tmp_path / "far.txt"
    path.write_text("Nothing about that city at all.", encoding="utf-8")
    run = aleppomap("extract", path, "--format", "csv")
    assert run.code == 0
    assert run.out.startswith("id,place_ids,")
    assert len(run.out.splitlines()) == 1


# ------------------------------------------------- what a user may get wrong


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "required"),
        (["fly"], "invalid choice: 'fly'"),
        (["extract"], "INPUT"),
        (["extract", "missing.txt"], "missing.txt"),
        (["extract", "-", "-"], "only once"),
        (["extract", "-", "--published", "yesterday"], "'yesterday' is no date"),
        (["extract", "-", "--published", "2016-13-01"], "write it like 2016-12-13"),
        (["extract", "-", "--format", "xml"], "jsonl"),
        (["extract", "-", "--gate", "ajar"], "on"),
        (["extract", "-", "--format", "csv", "--with-text"], "jsonl only"),
        (["extract", "-", "-o", "no/such/folder/x.jsonl"], "cannot write no/such/folder/x.jsonl"),
        (["snapshot", "-"], "-o"),
        (["snapshot", "-", "-o", "map.gif"], ".png, .svg, .pdf, .html"),
        (["snapshot", "-", "-o", "m.png", "--since", "2016"], "'2016' is no date"),
        (
            ["snapshot", "-", "-o", "m.png", "--since", "2016-12-02", "--until", "2016-12-01"],
            "--since 2016-12-02 is after --until 2016-12-01",
        ),
        (["snapshot", "-", "-o", "m.png", "--place", "bustan-alqasr"], "bustan-al-qasr"),
        (["snapshot", "-", "-o", "m.png", "--lang", "fr"], "en"),
        (["serve", "--port", "99999"], "from 1 to 65535"),
        (["serve", "--port", "http"], "'http' is no port"),
    ],
    ids=" ".join,
)
def test_a_slip_gets_one_sentence_and_exit_2(
    aleppomap: Any, words: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run = aleppomap(*words, stdin=SHELLED.encode())
    assert (run.code, run.out) == (2, "")
    assert said in run.err
    assert "Traceback" not in run.err
    assert len(run.err.splitlines()) <= 2
    assert list(tmp_path.iterdir()) == []


def test_an_address_that_is_taken_or_foreign_is_refused(aleppomap: Any) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        for words in (["--port", port], ["--port", port, "--host", "no.such.host.invalid"]):
            run = aleppomap("serve", "--no-browser", *words)
            assert (run.code, run.out) == (2, "")
            assert f"port {port}" in run.err
            assert "--host" in run.err


def test_an_input_is_never_overwritten(aleppomap: Any, document: Path, tmp_path: Path) -> None:
    for target in (document, tmp_path / "out.jsonl"):
        run = aleppomap("extract", document, tmp_path, "-o", target)
        assert run.code == 2
        assert "would itself be an input" in run.err
    assert document.read_text(encoding="utf-8") == SHELLED


# --------------------------------------------------------------------- places


def test_places_finds_by_name_in_both_languages(aleppomap: Any) -> None:
    for query in ("bustan al-qasr", "بستان القصر"):
        ids = [row["id"] for row in json.loads(aleppomap("places", query, "--format", "json").out)]
        assert "bustan-al-qasr" in ids


def test_places_lists_all(aleppomap: Any) -> None:
    rows = json.loads(aleppomap("places", "--format", "json").out)
    table = aleppomap("places").out.splitlines()
    features = json.loads(aleppomap("places", "--format", "geojson").out)["features"]
    assert len(rows) == len(table) - 1 == len(features) >= 250
    assert {row["lon"] is None for row in rows} == {True, False}


def test_places_says_what_comes_near(aleppomap: Any) -> None:
    run = aleppomap("places", "bustan-al-qsar")
    assert run.code == 0
    assert "bustan-al-qasr" in run.err
    assert json.loads(aleppomap("places", "bustan-al-qsar", "--format", "json").out) == []


# ------------------------------------------------------------------- snapshot


@pytest.mark.parametrize(
    ("ending", "first"),
    [("png", b"\x89PNG"), ("svg", b"<?xml"), ("pdf", b"%PDF-"), ("html", b"<!doctype html>")],
)
def test_snapshot_writes_what_the_ending_says(
    aleppomap: Any, document: Path, tmp_path: Path, ending: str, first: bytes
) -> None:
    target = tmp_path / f"map.{ending}"
    options = ["--title", "Two places", "--published", "2016-12-13"]
    run = aleppomap("snapshot", document, "-o", target, *options)
    assert (run.code, run.out) == (0, "")
    assert target.read_bytes().lower().startswith(first.lower())
    assert "1 of 1 report" in run.err


def test_snapshot_takes_window_place_and_language(
    aleppomap: Any, document: Path, tmp_path: Path
) -> None:
    target = tmp_path / "map.svg"
    options = ["--published", "2016-12-13", "--until", "2016-01-01", "--place", "fardous"]
    run = aleppomap("snapshot", document, "-o", target, *options, "--lang", "ar")
    assert run.code == 0
    assert "0 of 1 report" in run.err
    assert target.stat().st_size > 1000


# --------------------------------------------------------------- the machine


def test_doctor_finds_nothing_missing(aleppomap: Any) -> None:
    run = aleppomap("doctor")
    subjects = {line[6:].split(":")[0] for line in run.out.splitlines()}
    assert {"Python", "gazetteer", "sample library", "Leaflet"} <= subjects
    missing = [line for line in run.out.splitlines() if line.startswith("FAIL")]
    assert missing == []
    assert run.code == 0


def test_doctor_says_what_is_wrong_and_how_to_mend_it(
    aleppomap: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("aleppomap.geodata.default_folder", lambda: tmp_path)
    run = aleppomap("doctor")
    (line,) = [line for line in run.out.splitlines() if "gazetteer" in line]
    assert run.code == 1
    assert line.startswith("FAIL")
    assert " -> mend " in line


def test_help_comes_at_once_and_without_heavy_packages() -> None:
    started = time.monotonic()
    out, _ = start(["--help"]).communicate(timeout=20)
    seconds = time.monotonic() - started
    assert all(command in out.decode() for command in ("serve", "extract", "places", "snapshot"))
    assert seconds < 1.5  # 0.1 s alone; the tests may share the machine
    code = "import sys, aleppomap.cli as c; c.build_parser(); print(*sys.modules)"
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    modules = subprocess.run(
        [sys.executable, "-c", code], env=env, check=True, capture_output=True, text=True
    ).stdout.split()
    assert {"shapely", "numpy", "streamlit", "geopandas", "matplotlib"}.isdisjoint(modules)


def test_a_closed_pipe_is_quiet(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    rows = (json.dumps({"id": f"row {n}", "text": SHELLED}) for n in range(400))
    path.write_text("\n".join(rows), encoding="utf-8")
    process = start(["extract", path])
    assert process.stdout is not None
    assert process.stderr is not None
    assert process.stdout.readline().startswith(b"{")  # before the last document is read
    process.stdout.close()
    assert process.wait(timeout=60) == cli.PIPE_CLOSED
    assert process.stderr.read() == b""
    process.stderr.close()


def test_an_interruption_is_quiet(tmp_path: Path) -> None:
    pipe = tmp_path / "never"
    # a shell's background job would hand down "ignore the interrupt", and so would CI
    heed = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    process = start(["extract", "-", "-o", pipe], stdin=subprocess.PIPE, preexec_fn=heed)
    time.sleep(1.5)  # it waits for standard input now
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (cli.INTERRUPTED, b"")
    assert list(tmp_path.iterdir()) == []


def test_an_input_without_a_name_is_refused(aleppomap: Any) -> None:
    run = aleppomap("extract", "")
    assert (run.code, run.out) == (2, "")
    assert "has no name" in run.err


def test_the_last_day_of_the_calendar_is_a_day(aleppomap: Any, document: Path) -> None:
    run = aleppomap("extract", document, "--published", "9999-12-31T23:59:59-23:00")
    assert (run.code, run.err) == (0, "")


def test_output_is_utf_8_whatever_the_locale(document: Path) -> None:
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "LC_ALL": "C", "PYTHONUTF8": "0"}
    run = subprocess.run(
        [sys.executable, "-m", "aleppomap", "places", "qasr"], env=env, capture_output=True
    )
    assert (run.returncode, run.stderr) == (0, b"")
    assert "بستان القصر" in run.stdout.decode("utf-8")


# -------------------------------------------------------------------- the seed

SEED = ROOT.parent / "shared" / "seed" / "000_5c5a243ea61812fc.txt"


@pytest.mark.skipif(not SEED.is_file(), reason="the seed article is not on this machine")
def test_the_seed_reads_as_the_issue_says(aleppomap: Any) -> None:
    text = SEED.read_text(encoding="utf-8")
    (row,) = aleppomap("extract", SEED, "--format", "jsonl").rows
    resolved = [m for m in row["mentions"] if m["status"] == "resolved"]
    assert [(m["surface"], m["place_id"]) for m in resolved] == [
        ("Bustan al-Qasr", "bustan-al-qasr"),
        ("al-Fardous", "fardous"),
        ("Al-Kalasah", "kallaseh"),
        ("al-Saliheen", "saliheen"),
        ("Fardous", "fardous"),
        ("Bustan al Qasr", "bustan-al-qasr"),
    ]
    assert [m["start"] for m in resolved] == [4153, 4169, 4181, 4196, 5544, 5556]
    assert all(text[m["start"] : m["end"]] == m["surface"] for m in row["mentions"])
    assert row["published"].startswith("2016-12-13")
    (four,) = [report for report in row["reports"] if len(report["place_ids"]) == 4]
    assert set(four["place_ids"]) == {"bustan-al-qasr", "fardous", "kallaseh", "saliheen"}
    assert (four["date_start"], four["date_end"]) == (None, "2016-12-12")
