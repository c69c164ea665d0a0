"""One part: where it lies, what it becomes, and how it is read and written whole or not at all."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from functools import cache
from pathlib import PurePosixPath
from typing import Any
from uuid import uuid4

from aleppomap import __version__, api, tables
from aleppomap.model import AleppomapError, Article
from aleppomap.source import Unread, read_bytes

READ = (".jsonl", ".ndjson", ".parquet")
"""The endings of parts; a folder is searched for them."""


class BatchFault(AleppomapError):
    """What is wrong with the inputs, the engine or the place for the output, in one sentence."""


@dataclass(frozen=True, slots=True)
class Job:
    """One part to be read: its URL, the URL of what it becomes, and how to read it.

    ``published`` is an ISO date for rows that bring none. All values are plain, so that a job
    travels to any engine as JSON.
    """

    part: str
    output: str
    gate: bool = True
    published: str | None = None

    def to_json(self) -> str:
        """The job as one line."""
        return json.dumps(asdict(self))


@dataclass(frozen=True, slots=True)
class PartResult:
    """What became of a part: rows read, rows that failed, or why nothing could be read."""

    part: str
    read: int = 0
    failed: int = 0
    was_done: bool = False
    reason: str | None = None

    def to_json(self) -> str:
        """The result as one line."""
        return json.dumps(asdict(self))


@cache
def _atlas() -> api.Atlas:
    """The atlas of this process, loaded once."""
    return api.load()


def find_jobs(
    inputs: Sequence[str], folder: str, *, gate: bool = True, published: str | None = None
) -> list[Job]:
    """The jobs of files and folders (local paths or any URL that fsspec knows).

    The output of a part is named after it and after what it was read with: its own state
    (fsspec's ``ukey``: size and time, or the tag of an object store), the version of
    aleppomap and of the gazetteer, and the options. A part that changed is read again.

    Raises:
        BatchFault: an input is not there, holds no parts, or cannot be reached.
    """
    versions = f"{__version__}\n{_atlas().version}\n{gate}\n{published}"
    jobs = []
    for words in inputs:
        filesystem, path = _reach(words)
        for found in _parts_of(filesystem, path, words):
            url = filesystem.unstrip_protocol(found)
            state = hashlib.sha256(f"{url}\n{filesystem.ukey(found)}\n{versions}".encode())
            name = f"{PurePosixPath(found).stem}-{state.hexdigest()[:16]}.jsonl"
            jobs.append(Job(url, f"{folder.rstrip('/')}/{name}", gate, published))
    return list(dict.fromkeys(jobs))


def _reach(words: str) -> tuple[Any, str]:
    try:
        import fsspec
    except ImportError:
        raise BatchFault(
            "--engine needs fsspec; install it with: pip install 'aleppomap[batch]'"
        ) from None
    try:
        filesystem, path = fsspec.core.url_to_fs(words)
    except (ValueError, ImportError) as fault:
        raise BatchFault(f"{words} cannot be reached ({fault})") from fault
    return filesystem, path


def _parts_of(filesystem: Any, path: str, words: str) -> list[str]:
    if filesystem.isdir(path):
        found = sorted(
            name
            for name in filesystem.find(path)
            if name.endswith(READ) and not PurePosixPath(name).name.startswith(".")
        )
        if not found:
            raise BatchFault(f"{words} holds no parts; allowed are files in {', '.join(READ)}")
        return found
    if not filesystem.exists(path):
        raise BatchFault(f"{words} is not there; allowed are files and folders")
    if not path.endswith(READ):
        raise BatchFault(f"{words} is no part; allowed are files in {', '.join(READ)}")
    return [path]


def extract_part(job: Job) -> PartResult:
    """Reads one part and writes its output; what every engine runs.

    The output is one line a document, as ``extract --format jsonl`` writes it, in the order
    of the part. Rows that could not be read stand beside it in ``….errors.jsonl`` with file,
    row and reason. Both appear whole or not at all; a part whose output is there is not read
    again. Never raises for what is in the part: that comes back as ``reason``.
    """
    output, path = _reach(job.output)
    if output.exists(path):
        return PartResult(job.part, was_done=True)
    lines: list[str] = []
    faults: list[str] = []
    try:
        for found in _documents(job):
            _take(found, job, lines, faults)
    except Exception as fault:  # a broken file or a lost connection: recorded, not fatal
        reason = _one_line(fault)
        return PartResult(job.part, len(lines), len(faults), reason=reason)
    errors = path.removesuffix(".jsonl") + ".errors.jsonl"
    if faults:
        _write(output, errors, faults)
    _write(output, path, lines)
    return PartResult(job.part, len(lines), len(faults))


def _take(found: Article | Unread, job: Job, lines: list[str], faults: list[str]) -> None:
    if isinstance(found, Unread):
        faults.append(_fault(found.name, found.row, found.reason))
        return
    try:
        extraction = _atlas().extract(found, gate=job.gate)
        lines.append(tables.to_jsonl_line(extraction, False))
    except Exception as fault:  # one document must not take the others with it
        faults.append(_fault(job.part, None, f"{found.id}: {_one_line(fault)}"))


def _documents(job: Job) -> Iterator[Article | Unread]:
    filesystem, path = _reach(job.part)
    content = filesystem.cat_file(path)
    if path.endswith(".parquet"):
        content = "\n".join(_rows(content)).encode()
    published = date.fromisoformat(job.published) if job.published else None
    name = PurePosixPath(path).with_suffix(".jsonl").name
    for found in read_bytes(name, content, published=published):
        if isinstance(found, Unread):
            found = replace(found, name=job.part)
        yield found


def _rows(content: bytes) -> Iterable[str]:
    """The rows of a Parquet file as JSON lines; empty cells are left out."""
    from pyarrow import parquet

    for batch in parquet.ParquetFile(io.BytesIO(content)).iter_batches(1_000):
        for row in batch.to_pylist():
            yield json.dumps({k: v for k, v in row.items() if v is not None}, default=_plain)


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, (date, datetime)) else str(value)


def _fault(name: str, row: int | None, reason: str) -> str:
    return json.dumps({"file": name, "row": row, "reason": reason}, ensure_ascii=False)


def _one_line(fault: BaseException) -> str:
    return " ".join(f"{type(fault).__name__}: {fault}".split())[:300]


def _write(filesystem: Any, path: str, lines: Sequence[str]) -> None:
    """Writes a file under another name, then renames it: nobody sees half of it."""
    parent, _, name = path.rpartition("/")
    filesystem.makedirs(parent, exist_ok=True)
    draft = f"{parent}/.{name}.{uuid4().hex}"
    filesystem.pipe_file(draft, "".join(f"{line}\n" for line in lines).encode())
    filesystem.mv(draft, path)
