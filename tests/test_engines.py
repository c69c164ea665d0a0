"""The engines beyond one machine, run for real: a Dask cluster of two workers, a local Spark."""

from __future__ import annotations

import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from test_batch import rows_of, write_parts

from aleppomap import batch

pytestmark = pytest.mark.services


def _need(module: str, command: str | None = None) -> None:
    """Skips where something is not installed; under CI that is a failure."""
    missing = importlib.util.find_spec(module) is None
    missing = missing or (command is not None and shutil.which(command) is None)
    if missing and not os.environ.get("CI"):
        pytest.skip(f"needs {module}" + (f" and {command}" if command else ""))
    assert not missing, f"{module} or {command} is not installed"


@pytest.fixture
def expected(tmp_path: Path) -> list[str]:
    write_parts(tmp_path / "in", [1] * 12)
    list(batch.run("serial", batch.find_jobs([str(tmp_path / "in")], str(tmp_path / "serial"))))
    return rows_of(tmp_path / "serial")


def _kill_when(ready: Path, victim: bytes, killed: list[int]) -> threading.Thread:
    """Kills one process of ours whose command line holds the words, once a part is done."""

    def watch() -> None:
        deadline = time.monotonic() + 90
        while time.monotonic() < deadline and not killed:
            if list(ready.glob("*.jsonl")):
                for process in Path("/proc").glob("[0-9]*"):
                    pid = int(process.name)
                    if pid != os.getpid() and _is_ours(process, victim):
                        os.kill(pid, signal.SIGKILL)
                        killed.append(pid)
                        return
            time.sleep(0.005)

    thread = threading.Thread(target=watch)
    thread.start()
    return thread


def _is_ours(process: Path, words: bytes) -> bool:
    try:
        pid, line = process.name, (process / "cmdline").read_bytes()
        while words in line and pid not in ("0", "1"):
            pid = Path("/proc", pid, "stat").read_text().rpartition(")")[2].split()[1]
            if int(pid) == os.getpid():
                return True
    except (OSError, ValueError):
        pass
    return False


@pytest.mark.parametrize(
    ("engine", "victim"), [("dask", b"multiprocessing"), ("spark", b"pyspark.daemon")]
)
def test_the_same_rows_though_a_worker_is_killed(
    tmp_path: Path, expected: list[str], engine: str, victim: bytes
) -> None:
    _need(*{"dask": ("distributed",), "spark": ("pyspark", "java")}[engine])
    for out, kills in (("whole", False), ("killed", True)):
        jobs = batch.find_jobs([str(tmp_path / "in")], str(tmp_path / out))
        killed: list[int] = []
        watcher = _kill_when(tmp_path / out, victim, killed) if kills else None
        results = list(batch.run(engine, jobs, workers=2))
        if watcher is not None:
            watcher.join()
            assert killed
        assert [result.reason for result in results if result.reason] == []
        assert rows_of(tmp_path / out) == expected


def test_a_running_dask_cluster(tmp_path: Path, expected: list[str]) -> None:
    _need("distributed")
    import distributed

    jobs = batch.find_jobs([str(tmp_path / "in")], str(tmp_path / "out"))
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None
    ) as cluster:
        list(batch.run("dask", jobs, scheduler=cluster.scheduler_address))
    assert rows_of(tmp_path / "out") == expected


def test_unchanged_under_spark_submit(tmp_path: Path, expected: list[str]) -> None:
    _need("pyspark", "java")
    import pyspark

    home = Path(pyspark.__file__).parent
    done = subprocess.run(
        [
            str(home / "bin" / "spark-submit"),
            *("--master", "local[2]", "--conf", f"spark.pyspark.python={sys.executable}"),
            str(Path(batch.__file__).parents[1] / "__main__.py"),
            *("extract", "--engine", "spark", str(tmp_path / "in"), "-o", str(tmp_path / "out")),
        ],
        env=os.environ | {"SPARK_HOME": str(home), "PYSPARK_DRIVER_PYTHON": sys.executable},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "12 parts: 12 documents read, 0 failed" in done.stdout + done.stderr
    assert done.returncode == 0
    assert rows_of(tmp_path / "out") == expected
