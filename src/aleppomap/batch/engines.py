"""Who runs the parts: this process, its children, a Dask cluster or Spark."""

from __future__ import annotations

import importlib
import json
import multiprocessing
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from typing import Any

from aleppomap.batch.parts import BatchFault, Job, PartResult, extract_part

_ROUNDS = 2
"""How often a broken pool is set up anew before the parts left are run each by itself."""
_RETRIES = 3
_KILLED = "the worker that read it was killed each time; the part may be too large for its memory"


def run(
    engine: str, jobs: Sequence[Job], *, workers: int | None = None, scheduler: str | None = None
) -> Iterator[PartResult]:
    """The results of all jobs, in the order in which they end.

    ``workers`` is the number of processes on this machine (default: its cores);
    ``scheduler`` the address of a running Dask cluster.

    Raises:
        BatchFault: the engine is not installed or cannot be reached.
    """
    return ENGINES[engine](jobs, workers or os.cpu_count() or 1, scheduler)


def _serial(jobs: Sequence[Job], workers: int, scheduler: str | None) -> Iterator[PartResult]:
    del workers, scheduler
    return map(extract_part, jobs)


def _processes(jobs: Sequence[Job], workers: int, scheduler: str | None) -> Iterator[PartResult]:
    """Runs jobs on children of this process. When one of them is killed the pool is lost:
    what is left goes to a new one, and in the end each to one of its own, so that a part
    that kills its worker takes no other with it."""
    del scheduler
    left = list(jobs)
    for _ in range(_ROUNDS):
        if not left:
            return
        done: set[Job] = set()
        for job, result in _pooled(left, workers):
            done.add(job)
            yield result
        left = [job for job in left if job not in done]
    for job in left:
        results = [result for _, result in _pooled([job], 1)]
        yield results[0] if results else PartResult(job.part, reason=_KILLED)


def _pooled(jobs: Sequence[Job], workers: int) -> Iterator[tuple[Job, PartResult]]:
    """The jobs that a pool ends before it breaks, if it does."""
    context = multiprocessing.get_context("spawn")  # no threads or sockets are inherited
    with ProcessPoolExecutor(min(workers, len(jobs)), mp_context=context) as pool:
        try:
            running: dict[Future[PartResult], Job] = {
                pool.submit(extract_part, job): job for job in jobs
            }
            for future in as_completed(running):
                yield running[future], future.result()
        except BrokenProcessPool:
            return


def _dask(jobs: Sequence[Job], workers: int, scheduler: str | None) -> Iterator[PartResult]:
    try:
        distributed: Any = importlib.import_module("distributed")
    except ImportError:
        raise BatchFault(
            "--engine dask needs Dask; install it with: pip install 'aleppomap[dask]'"
        ) from None
    try:
        client = (
            distributed.Client(scheduler, timeout="20s")
            if scheduler
            else distributed.Client(n_workers=workers, threads_per_worker=1, dashboard_address=None)
        )
    except (OSError, ValueError) as fault:
        raise BatchFault(f"--scheduler {scheduler} cannot be reached ({fault})") from fault
    with client:
        running = client.map(extract_part, jobs, pure=False, retries=_RETRIES)
        of = {future.key: job for future, job in zip(running, jobs, strict=True)}
        for future in distributed.as_completed(running):
            lost = future.exception()
            yield (
                future.result()
                if lost is None
                else PartResult(of[future.key].part, reason=f"{_KILLED} ({type(lost).__name__})")
            )


def _spark(jobs: Sequence[Job], workers: int, scheduler: str | None) -> Iterator[PartResult]:
    """Runs jobs on Spark's ``mapInArrow``; the session is that of ``spark-submit`` where it
    started us, else a local one. Its results come when all are there; Spark shows how far it is.
    """
    del scheduler
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        raise BatchFault(
            "--engine spark needs PySpark; install it with: pip install 'aleppomap[spark]'"
        ) from None
    builder = SparkSession.builder.appName("aleppomap").config("spark.ui.enabled", "false")
    builder = builder.config("spark.ui.showConsoleProgress", "true")
    if "PYSPARK_GATEWAY_PORT" not in os.environ:  # else spark-submit has chosen both
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        builder = builder.master(f"local[{workers},{_RETRIES + 1}]")
    session = builder.getOrCreate()
    rows = [(job.to_json(),) for job in jobs]
    frame = session.createDataFrame(rows, "job string").repartition(len(rows))
    # Not toLocalIterator(): it would run one part after the other.
    for row in frame.mapInArrow(extract_batches, "result string").collect():
        yield PartResult(**json.loads(row["result"]))


def extract_batches(batches: Iterator[Any]) -> Iterator[Any]:
    """Arrow batches of jobs (one column of JSON) to Arrow batches of results; for Spark."""
    import pyarrow

    for batch in batches:
        jobs = (Job(**json.loads(line)) for line in batch.column(0).to_pylist())
        lines = [extract_part(job).to_json() for job in jobs]
        yield pyarrow.RecordBatch.from_arrays([pyarrow.array(lines, pyarrow.string())], ["result"])


_Engine = Callable[[Sequence[Job], int, str | None], Iterator[PartResult]]
ENGINES: dict[str, _Engine] = {
    "serial": _serial,
    "processes": _processes,
    "dask": _dask,
    "spark": _spark,
}
"""The engines by the name that ``--engine`` takes."""
