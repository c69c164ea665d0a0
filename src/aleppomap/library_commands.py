"""The commands of the library: add, list, search, remove, refresh, export, import."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aleppomap.model import AleppomapError
from aleppomap.progress import Progress

if TYPE_CHECKING:
    from aleppomap.api import Atlas
    from aleppomap.model import Extraction
    from aleppomap.store import Library

OK, SOME_FAILED, REFUSED = 0, 1, 2


def default_folder() -> Path:
    """The folder of the user's library: what ALEPPOMAP_LIBRARY says, else the data directory."""
    if named := os.environ.get("ALEPPOMAP_LIBRARY"):
        return Path(named)
    if sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    elif sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA", Path.home()))
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return base / "aleppomap" / "library"


def run(options: argparse.Namespace) -> int:
    """One command on the library; its exit code."""
    from aleppomap.store import open_library

    library = (
        open_library(Path(options.library))
        if options.library
        else open_library(default_folder(), os.environ.get("ALEPPOMAP_DATABASE_URL"))
    )
    try:
        code: int = _COMMANDS[options.command](options, library)
        return code
    finally:
        library.close()


def _add(options: argparse.Namespace, library: Library) -> int:
    from aleppomap import api
    from aleppomap.source import Unread, read_path
    from aleppomap.store import BATCH

    atlas = api.load()
    failed: list[dict[str, str]] = []
    added = unchanged = 0
    waiting: list[Extraction] = []
    progress = Progress()

    def write() -> None:
        nonlocal added, unchanged
        counts = library.add(waiting, atlas.version)
        added, unchanged = added + counts.added, unchanged + counts.unchanged
        waiting.clear()
        progress.show(f"{added} articles added, {unchanged} known already")

    for path in options.inputs:
        for found in read_path(Path(path), published=options.published):
            if isinstance(found, Unread):
                if not found.skipped:
                    failed.append({"path": found.name, "reason": found.reason})
                    _say(str(found))
                continue
            if library.knows(found):
                unchanged += 1
                continue
            waiting.append(atlas.extract(found, gate=options.gate == "on"))
            if len(waiting) >= BATCH:
                write()
    write()
    progress.clear()
    report = {"added": added, "unchanged": unchanged, "failed": failed}
    if options.format == "json":
        print(json.dumps(report, ensure_ascii=False))
    else:
        print(f"{added} added, {unchanged} unchanged, {len(failed)} could not be read")
    if failed:
        return SOME_FAILED if added or unchanged else REFUSED
    return OK


def _list(options: argparse.Namespace, library: Library) -> int:
    rows = [
        {
            "id": row.id,
            "title": row.title,
            "published": row.published,
            "publisher": row.publisher,
            "reports": row.reports,
        }
        for row in library.rows()
    ]
    _show(rows, options.format)
    return OK


def _search(options: argparse.Namespace, library: Library) -> int:
    if options.since and options.until and options.since > options.until:
        raise AleppomapError(f"--since {options.since} is after --until {options.until}")
    found = library.search(
        options.words,
        since=options.since,
        until=options.until,
        places=_with_parts(options.place),
        kinds=options.kind,
    )
    rows = [
        {
            "id": one.id,
            "title": one.title,
            "published": one.published,
            "place_ids": list(one.place_ids),
            "snippet": one.snippet,
        }
        for one in found
    ]
    _show(rows, options.format)
    return OK


def _with_parts(places: Sequence[str]) -> list[str]:
    """The places asked for with everything that is part of them."""
    if not places:
        return []
    from aleppomap import api

    gazetteer = api.load().gazetteer
    for place_id in places:
        if place_id not in gazetteer:
            raise AleppomapError(
                f"no place has the id '{place_id}'; `aleppomap places` lists them all"
            )
    wanted = [part for place_id in places for part in gazetteer.descendants(place_id)]
    return list(dict.fromkeys([*places, *wanted]))


def _remove(options: argparse.Namespace, library: Library) -> int:
    removed = library.remove(options.ids)
    return _tell_ids(
        options, "removed", removed, "no article has the id '{}'; see `aleppomap list`"
    )


def _restore(options: argparse.Namespace, library: Library) -> int:
    restored = library.restore(options.ids)
    return _tell_ids(options, "restored", restored, "nothing removed this week had the id '{}'")


def _tell_ids(options: argparse.Namespace, what: str, done: Sequence[str], lack: str) -> int:
    missing = [article_id for article_id in options.ids if article_id not in done]
    for article_id in missing:
        _say(f"aleppomap: {lack.format(article_id)}")
    if options.format == "json":
        print(json.dumps({what: list(done), "missing": missing}, ensure_ascii=False))
    else:
        print(f"{len(done)} {what}")
    return REFUSED if not done else SOME_FAILED if missing else OK


def _refresh(options: argparse.Namespace, library: Library) -> int:
    from aleppomap import api
    from aleppomap.store import BATCH

    atlas = api.load()
    stale = library.stale(atlas.version)
    progress = Progress()
    done = 0
    for start in range(0, len(stale), BATCH):
        fresh = [_again(atlas, library, article_id) for article_id in stale[start : start + BATCH]]
        library.replace([found for found in fresh if found is not None], atlas.version)
        done += len(fresh)
        progress.show(f"{done} of {len(stale)} articles read again")
    progress.clear()
    if options.format == "json":
        print(json.dumps({"refreshed": done}))
    else:
        print(f"{done} articles read again with {atlas.version}")
    return OK


def _again(atlas: Atlas, library: Library, article_id: str) -> Extraction | None:
    known = library.article(id=article_id)
    return atlas.extract(known.article) if known else None


def _export(options: argparse.Namespace, library: Library) -> int:
    target = Path(options.file)
    part = target.with_name(f".{target.name}.part")
    count = 0
    try:
        with part.open("w", encoding="utf-8", newline="\n") as out:
            for line in library.lines():
                out.write(line + "\n")
                count += 1
        part.replace(target)
    except OSError as fault:
        raise AleppomapError(f"cannot write {target}: {fault.strerror}") from fault
    finally:
        part.unlink(missing_ok=True)
    _say(f"{target}: {count} lines, {len(library)} articles")
    return OK


def _import(options: argparse.Namespace, library: Library) -> int:
    try:
        with Path(options.file).open(encoding="utf-8") as lines:
            counts = library.read_lines(lines)
    except (OSError, UnicodeDecodeError) as fault:
        raise AleppomapError(f"cannot read {options.file}: {fault}") from fault
    if options.format == "json":
        print(json.dumps({"added": counts.added, "unchanged": counts.unchanged, "failed": []}))
    else:
        print(f"{counts.added} added, {counts.unchanged} unchanged")
    return OK


_COMMANDS = {
    "add": _add,
    "list": _list,
    "search": _search,
    "remove": _remove,
    "restore": _restore,
    "refresh": _refresh,
    "export": _export,
    "import": _import,
}


# --- how it is shown --------------------------------------------------------------------


def _show(rows: Sequence[dict[str, Any]], form: str) -> None:
    if form == "json":
        print(json.dumps(rows, ensure_ascii=False))
        return
    if not rows:
        print("nothing found")
        return
    columns = list(rows[0])
    cells = [[_cell(row[column]) for column in columns] for row in rows]
    widths = [
        min(48, max(len(column), *(len(line[n]) for line in cells)))
        for n, column in enumerate(columns)
    ]
    for line in _lines([columns, *cells], widths):
        print(line)


def _lines(table: Iterable[Sequence[str]], widths: Sequence[int]) -> Iterator[str]:
    for line in table:
        yield "  ".join(
            _fit(cell, width) for cell, width in zip(line, widths, strict=True)
        ).rstrip()


def _fit(cell: str, width: int) -> str:
    return (cell if len(cell) <= width else cell[: width - 1] + "…").ljust(width)


def _cell(value: Any) -> str:
    if value is None:
        return "-"
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return " ".join(str(value).split())


def _say(line: str) -> None:
    print(line, file=sys.stderr)
