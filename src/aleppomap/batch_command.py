"""``aleppomap extract --engine``: parts in, parts out, and an honest count."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from aleppomap import batch
from aleppomap.progress import Progress


def run(options: argparse.Namespace) -> int:
    """Runs the parts on the engine that was asked for; the exit code is that of ``extract``.

    Raises:
        BatchFault: nothing was read, and why.
    """
    folder = options.output if "://" in options.output else str(Path(options.output).resolve())
    published = options.published.isoformat()[:10] if options.published else None
    jobs = batch.find_jobs(options.inputs, folder, gate=options.gate == "on", published=published)
    progress, ended, read, failed, were_done = Progress(), 0, 0, 0, 0
    for result in batch.run(
        options.engine, jobs, workers=options.workers, scheduler=options.scheduler
    ):
        ended, read, failed = ended + 1, read + result.read, failed + result.failed
        were_done += result.was_done
        if result.reason is not None:
            failed += 1
            progress.clear()
            print(f"{result.part}: {result.reason}", file=sys.stderr)
        progress.show(f"{ended} of {len(jobs)} parts, {read} documents read")
    progress.clear()
    print(
        f"{len(jobs)} parts: {read} documents read, {failed} failed"
        + (f"; {were_done} parts were there from before" if were_done else ""),
        file=sys.stderr,
    )
    if failed:
        return 1 if read or were_done else 2
    return 0
