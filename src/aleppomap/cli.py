"""The command ``aleppomap``: arguments in, calls, exit codes out; the only place that prints.

Results go to standard output; progress and one line per document that could not
be read go to standard error. Exit codes: 0 all read, 1 some documents failed,
2 nothing could be read or the user's words were off. Heavy packages are
imported inside the commands, so that ``--help`` answers at once.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from aleppomap.arguments import LIBRARY, PICTURES, REFUSED, build_parser
from aleppomap.progress import Progress

if TYPE_CHECKING:
    from aleppomap.api import Atlas
    from aleppomap.gazetteer import Gazetteer
    from aleppomap.model import Article, Extraction, Place
    from aleppomap.source import Unread
    from aleppomap.view import View

OK, SOME_FAILED = 0, 1
INTERRUPTED, PIPE_CLOSED = 130, 141
"""What a shell reports for a program ended by Ctrl-C or by a closed pipe."""


class Refusal(Exception):
    """The user's words cannot be followed; the text is one sentence with what is allowed."""


def main(words: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    for stream, errors in ((sys.stdout, "replace"), (sys.stderr, "backslashreplace")):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:  # a pipe in a C locale would refuse Arabic
            reconfigure(encoding="utf-8", errors=errors)
    try:
        code = _run(build_parser().parse_args(words))
        sys.stdout.flush()
    except Refusal as refusal:
        say(f"aleppomap: {refusal}")
        return REFUSED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Python flushes once more at exit: give it somewhere to flush to.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except OSError as fault:  # a full disk, a folder that vanished
        say(
            f"aleppomap: {fault.strerror or fault}{f': {fault.filename}' if fault.filename else ''}"
        )
        return REFUSED
    return code


def _run(options: argparse.Namespace) -> int:
    from aleppomap.model import AleppomapError

    try:
        if options.command in LIBRARY:
            from aleppomap import library_commands

            return library_commands.run(options)
        return _COMMANDS[options.command](options)
    except AleppomapError as fault:
        raise Refusal(str(fault)) from fault


def say(line: str) -> None:
    """One line on standard error."""
    print(line, file=sys.stderr)


# --------------------------------------------------------------------- reading


@dataclass
class _Reading:
    """Articles of all inputs, one after the other; counts what was read and what failed."""

    inputs: Sequence[str]
    published: date | None
    read: int = 0
    failed: int = 0

    def articles(self) -> Iterator[Article]:
        """Every article, in order; what cannot be read gets its line and is passed over."""
        from aleppomap.source import Unread

        progress = Progress()
        for words in self.inputs:
            for found in self._documents(words):
                if isinstance(found, Unread):
                    self.failed += not found.skipped
                    progress.clear()
                    say(str(found))
                else:
                    self.read += 1
                    yield found
                progress.show(f"{self.read} documents read")
        progress.clear()

    def _documents(self, words: str) -> Iterator[Article | Unread]:
        from aleppomap.source import read_bytes, read_path

        if words == "-":
            return read_bytes("-", sys.stdin.buffer.read(), published=self.published)
        return read_path(Path(words), published=self.published)

    @property
    def code(self) -> int:
        """The exit code of what was read."""
        if not self.read:
            return REFUSED
        return SOME_FAILED if self.failed else OK


def _read_all(options: argparse.Namespace, atlas: Atlas, reading: _Reading) -> Iterator[Extraction]:
    for article in reading.articles():
        yield atlas.extract(article, gate=options.gate == "on")


# -------------------------------------------------------------------- commands


def _serve(options: argparse.Namespace) -> int:
    from aleppomap.web.permission import editors_here
    from aleppomap.web.server import serve

    editors_here()
    if options.library:
        os.environ["ALEPPOMAP_LIBRARY"] = str(Path(options.library).resolve())
        os.environ.pop("ALEPPOMAP_DATABASE_URL", None)  # the option is the nearer wish
    _check_address(options.host, options.port)
    serve(options.host, options.port, open_browser=not options.no_browser)


def _check_address(host: str, port: int) -> None:
    import socket

    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        socket.create_server((host, port), family=family).close()
    except OSError as fault:
        raise Refusal(
            f"cannot listen on {host}, port {port} ({fault.strerror}); "
            "give a free one with --port, or an address of this machine with --host"
        ) from fault


def _extract(options: argparse.Namespace) -> int:
    from aleppomap import api

    if options.with_text and options.format != "jsonl":
        raise Refusal("--with-text goes with --format jsonl only")
    if options.engine:
        return _extract_parts(options)
    if options.workers or options.scheduler:
        raise Refusal("--workers and --scheduler go with --engine only")
    reading = _Reading(_inputs(options), options.published)
    atlas = api.load()
    found = _read_all(options, atlas, reading)
    with _output(options.output) as out:
        for chunk in _chunks(options, found, atlas):
            out.write(chunk)
            out.flush()
        _check_something_was_read(reading)
    return reading.code


def _extract_parts(options: argparse.Namespace) -> int:
    from aleppomap import batch_command

    if not options.output:
        raise Refusal("--engine writes many files; name a folder for them with -o")
    if options.with_text or options.format != "jsonl":
        raise Refusal("--engine writes --format jsonl without texts only")
    if "-" in options.inputs or "" in options.inputs:
        raise Refusal("--engine reads files and folders of .jsonl and .parquet parts only")
    if options.scheduler and options.engine != "dask":
        raise Refusal("--scheduler goes with --engine dask only")
    return batch_command.run(options)


def _chunks(
    options: argparse.Namespace, found: Iterator[Extraction], atlas: Atlas
) -> Iterator[str]:
    from aleppomap import linked, tables

    gazetteer = atlas.gazetteer
    if options.format == "annotations":
        yield from linked.annotation_chunks(found, atlas.version)
    elif options.format == "csv":
        yield tables.csv_header()
        yield from tables.csv_rows(found, gazetteer)
    elif options.format == "geojson":
        yield from tables.geojson_chunks(found, gazetteer)
    else:
        for extraction in found:
            yield tables.to_jsonl_line(extraction, options.with_text) + "\n"


def _inputs(options: argparse.Namespace) -> list[str]:
    inputs: list[str] = options.inputs
    if "" in inputs:
        raise Refusal("an input has no name; allowed are files, folders and -")
    if inputs.count("-") > 1:
        raise Refusal("standard input (-) can be read only once")
    if options.output and any(_overwrites(options.output, words) for words in inputs):
        raise Refusal(f"-o {options.output} would itself be an input; name a file elsewhere")
    return inputs


def _overwrites(output: str, words: str) -> bool:
    """Whether writing the file would change what is read, now or the next time."""
    if words == "-":
        return False
    from aleppomap.source import READABLE

    target, source = Path(output).resolve(), Path(words).resolve()
    in_folder = source in target.parents and target.suffix.lower() in READABLE
    return (target == source and target.exists()) or in_folder


def _check_something_was_read(reading: _Reading) -> None:
    if not reading.read:
        hint = "" if reading.failed else ", since there is no document in it"
        raise Refusal(f"nothing could be read from {' '.join(reading.inputs)}{hint}")


def _places(options: argparse.Namespace) -> int:
    from aleppomap import api, linked, tables

    gazetteer = api.load().gazetteer
    found = gazetteer.find(options.query) if options.query.strip() else tuple(gazetteer)
    if options.query.strip() and not found and options.format == "table":
        near = _nearest(options.query, gazetteer)
        say(f"aleppomap: no place is called '{options.query}'{near}")
        return OK
    write: Callable[[Sequence[Place]], str] = {
        "table": tables.places_table,
        "json": tables.places_json,
        "geojson": tables.places_geojson,
        "linked-places": lambda found: linked.linked_places([p.id for p in found], gazetteer),
    }[options.format]
    sys.stdout.write(write(found))
    return OK


def _snapshot(options: argparse.Namespace) -> int:
    from aleppomap import api
    from aleppomap.query import Query, link_entries
    from aleppomap.tables import build_entries
    from aleppomap.view import build_view

    ending = Path(options.output).suffix.lower().removeprefix(".")
    if ending not in PICTURES:
        raise Refusal(f"-o {options.output}: the name must end in .{', .'.join(PICTURES)}")
    if options.since and options.until and options.since > options.until:
        raise Refusal(f"--since {options.since} is after --until {options.until}")
    reading = _Reading(_inputs(options), options.published)
    atlas = api.load()
    for place_id in options.place:
        if place_id not in atlas.gazetteer:
            near = _nearest(place_id, atlas.gazetteer)
            raise Refusal(f"no place has the id '{place_id}'{near}")
    entries = link_entries(build_entries(_read_all(options, atlas, reading)))
    _check_something_was_read(reading)
    query = Query(since=options.since, until=options.until, places=tuple(options.place))
    view = build_view(entries, query, atlas.gazetteer)
    content = _draw(ending, view, atlas, options)
    with _output(options.output) as out:
        out.buffer.write(content)
    shown = len(view.shown)
    reports = "report" if view.total == 1 else "reports"
    say(f"{options.output}: {shown} of {view.total} {reports} on the map")
    return reading.code


def _draw(ending: str, view: View, atlas: Atlas, options: argparse.Namespace) -> bytes:
    publishers = sorted({entry.article.publisher or "" for entry in view.shown} - {""})
    same: dict[str, Any] = {
        "lang": options.lang,
        "title": options.title,
        "sources": publishers,
        "version": atlas.version,
    }
    if ending == "html":
        from aleppomap.page import build_page

        return build_page(view, atlas.gazetteer, **same).encode()
    from aleppomap.picture import FORMATS, draw

    fmt = next(fmt for fmt in FORMATS if fmt == ending)
    return draw(view, atlas.gazetteer, fmt=fmt, **same)


def _nearest(words: str, gazetteer: Gazetteer) -> str:
    """ ", did you mean ...?": ids that look like the words or have a name that holds them."""
    from difflib import get_close_matches

    wanted = words.casefold().strip().replace(" ", "-")
    ids = [place.id for place in gazetteer.find(words)] if words.strip() else []
    ids += get_close_matches(wanted, [place.id for place in gazetteer], n=4, cutoff=0.6)
    near = ", ".join(dict.fromkeys(ids[:4]))
    return f"; did you mean {near}?" if near else "; `aleppomap places` lists them all"


def _doctor(_: argparse.Namespace) -> int:
    from aleppomap.doctor import check_installation

    code = OK
    for finding in check_installation(Path.cwd()):
        print(finding.line(), flush=True)
        code = SOME_FAILED if finding.mark == "FAIL" else code
    return code


_COMMANDS = {
    "serve": _serve,
    "extract": _extract,
    "places": _places,
    "snapshot": _snapshot,
    "doctor": _doctor,
}
"""Those of the library stand in ``library_commands``."""


# --------------------------------------------------------------------- writing


@contextmanager
def _output(path: str | None) -> Iterator[TextIO]:
    """Standard output, or a file that appears only when everything was written."""
    if path is None:
        yield sys.stdout
        return
    target = Path(path).resolve()
    special = target.exists() and not target.is_file()  # a pipe, /dev/stdout: written as it is
    part = target if special else target.with_name(f".{target.name}.part")
    try:
        out = part.open("w", encoding="utf-8", errors="replace", newline="\n")
    except OSError as fault:
        raise Refusal(f"cannot write {path}: {fault.strerror}") from fault
    try:
        with out:
            yield out
        if not special:
            part.replace(target)
    finally:
        if not special:
            part.unlink(missing_ok=True)
