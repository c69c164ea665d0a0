"""Parts: the same rows whatever the engine and the cut; nothing lost, nothing done twice."""

from __future__ import annotations

import json
import os
import signal
import threading
import time
from pathlib import Path

import pytest

from aleppomap import batch
from aleppomap.batch import Job, PartResult, engines
from aleppomap.cli import main

ROWS = [
    {
        "id": f"a{n}",
        "text": f"On {n + 1} March 2014 shells hit Sukkari in Aleppo, killing {n + 2} people.",
        "published": "2014-03-20",
    }
    for n in range(12)
]


def write_parts(folder: Path, sizes: list[int]) -> list[Path]:
    """The rows cut into parts of the given sizes."""
    folder.mkdir(parents=True, exist_ok=True)
    left, paths = list(ROWS), []
    for number, size in enumerate(sizes):
        path = folder / f"part-{number}.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in left[:size]), "utf-8")
        paths.append(path)
        left = left[size:]
    return paths


def rows_of(folder: Path) -> list[str]:
    """All rows that were written, sorted."""
    return sorted(
        line
        for path in folder.glob("*.jsonl")
        if not path.name.endswith(".errors.jsonl")
        for line in path.read_text("utf-8").splitlines()
    )


def run(engine: str, jobs: list[Job], **options: int) -> list[PartResult]:
    return list(batch.run(engine, jobs, **options))


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What one process writes for all rows in one part."""
    folder = tmp_path_factory.mktemp("serial")
    write_parts(folder / "in", [12])
    (result,) = run("serial", batch.find_jobs([str(folder / "in")], str(folder / "out")))
    assert (result.read, result.failed) == (12, 0)
    return rows_of(folder / "out")


@pytest.mark.parametrize("sizes", [[1] * 12, [5, 7], [0, 12]])
def test_the_cut_changes_nothing(tmp_path: Path, sizes: list[int], expected: list[str]) -> None:
    write_parts(tmp_path / "in", sizes)
    run("serial", batch.find_jobs([str(tmp_path / "in")], str(tmp_path / "out"))[::-1])
    assert rows_of(tmp_path / "out") == expected


def test_processes_write_the_same(tmp_path: Path, expected: list[str]) -> None:
    write_parts(tmp_path / "in", [4, 4, 4])
    jobs = batch.find_jobs([str(tmp_path / "in")], str(tmp_path / "out"))
    results = run("processes", jobs, workers=2)
    assert sum(result.read for result in results) == 12
    assert rows_of(tmp_path / "out") == expected


def test_parquet_is_read_like_lines(tmp_path: Path, expected: list[str]) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    (tmp_path / "in").mkdir()
    parquet.write_table(pyarrow.Table.from_pylist(ROWS), tmp_path / "in" / "rows.parquet")
    run("serial", batch.find_jobs([str(tmp_path / "in")], str(tmp_path / "out")))
    assert rows_of(tmp_path / "out") == expected


def test_a_restart_skips_what_is_done_and_reads_what_changed(tmp_path: Path) -> None:
    paths = write_parts(tmp_path / "in", [6, 6])
    folder = str(tmp_path / "out")
    run("serial", batch.find_jobs([str(paths[0])], folder))
    again = run("serial", batch.find_jobs([str(tmp_path / "in")], folder))
    assert [result.was_done for result in again] == [True, False]
    paths[0].write_text(json.dumps(ROWS[0]) + "\n", "utf-8")
    third = run("serial", batch.find_jobs([str(tmp_path / "in")], folder))
    assert [(result.was_done, result.read) for result in third] == [(False, 1), (True, 0)]


def test_a_bad_row_is_recorded_and_the_rest_read(tmp_path: Path) -> None:
    part = tmp_path / "in.jsonl"
    part.write_text(json.dumps(ROWS[0]) + "\n{broken\n" + json.dumps(ROWS[1]) + "\n", "utf-8")
    (result,) = run("serial", batch.find_jobs([str(part)], str(tmp_path / "out")))
    assert (result.read, result.failed, result.reason) == (2, 1, None)
    (errors,) = (tmp_path / "out").glob("*.errors.jsonl")
    (fault,) = map(json.loads, errors.read_text("utf-8").splitlines())
    assert fault["file"].endswith("in.jsonl") and fault["row"] == 2 and fault["reason"]


def test_a_broken_part_is_recorded_and_tried_again(tmp_path: Path) -> None:
    part = tmp_path / "in.parquet"
    part.write_bytes(b"no parquet")
    jobs = batch.find_jobs([str(part)], str(tmp_path / "out"))
    for _ in range(2):
        (result,) = run("serial", jobs)
        assert result.reason and not result.was_done
    assert rows_of(tmp_path / "out") == []


def test_a_killed_worker_costs_nothing(tmp_path: Path, expected: list[str]) -> None:
    write_parts(tmp_path / "in", [1] * 12)
    jobs = batch.find_jobs([str(tmp_path / "in")], str(tmp_path / "out"))
    killed: list[int] = []

    def kill_one() -> None:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and not killed:
            if list((tmp_path / "out").glob("*.jsonl")):
                children = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children")
                for pid in map(int, children.read_text().split()):
                    if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes():
                        os.kill(pid, signal.SIGKILL)
                        killed.append(pid)
                        return
            time.sleep(0.005)

    watcher = threading.Thread(target=kill_one)
    watcher.start()
    results = run("processes", jobs, workers=2)
    watcher.join()
    assert killed
    assert not [result.reason for result in results if result.reason]
    assert rows_of(tmp_path / "out") == expected


def test_a_part_that_kills_its_worker_is_recorded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (path,) = write_parts(tmp_path / "in", [1])
    jobs = batch.find_jobs([str(path)], str(tmp_path / "out"))
    monkeypatch.setattr(engines, "_pooled", lambda jobs, workers: iter(()))
    (result,) = run("processes", jobs)
    assert result.reason == engines._KILLED


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["IN"], "name a folder for them with -o"),
        (["IN", "-o", "OUT", "--format", "csv"], "--format jsonl without texts only"),
        (["-", "-o", "OUT"], "reads files and folders"),
        (["IN", "-o", "OUT", "--scheduler", "tcp://x"], "--engine dask only"),
        (["IN/none.jsonl", "-o", "OUT"], "is not there"),
        (["nonsense://x.jsonl", "-o", "OUT"], "cannot be reached"),
    ],
)
def test_a_wrong_call_gets_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    write_parts(tmp_path / "in", [1])
    places = {"IN": str(tmp_path / "in"), "OUT": str(tmp_path / "out")}
    given = [word.replace("IN", places["IN"]) if word[:2] == "IN" else places.get(word, word)
             for word in words]  # fmt: skip
    assert main(["extract", "--engine", "serial", *given]) == 2
    assert said in capsys.readouterr().err


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_parts(tmp_path / "in", [2, 2])
    words = ["extract", "--engine", "serial", str(tmp_path / "in"), "-o", str(tmp_path / "out")]
    assert main(words) == 0
    assert "2 parts: 4 documents read, 0 failed" in capsys.readouterr().err
    assert main(words) == 0
    assert "2 parts were there from before" in capsys.readouterr().err
    assert len(rows_of(tmp_path / "out")) == 4
