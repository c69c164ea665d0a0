"""The words of the command ``aleppomap``: commands, options, and what their values may be.

Only the standard library is imported here, so that ``--help`` answers at once.
"""

from __future__ import annotations

import argparse
from datetime import date, datetime
from typing import Any, NoReturn

from aleppomap import __version__

REFUSED = 2
"""Exit code where the user's words were off."""

PICTURES = ("png", "svg", "pdf", "html")
"""What a snapshot can become, by the ending of its file."""

EXTRACTED = ("jsonl", "csv", "geojson", "annotations")
"""What extract can print; annotations are the mentions as W3C Web Annotations."""


class _Parser(argparse.ArgumentParser):
    """A parser whose complaint is one sentence."""

    def error(self, message: str) -> NoReturn:
        self.exit(REFUSED, f"{self.prog}: {message}; `{self.prog} --help` says what is allowed\n")


def build_parser() -> argparse.ArgumentParser:
    """All commands and their options."""
    parser = _Parser(
        prog="aleppomap",
        description="Reads reporting about Aleppo and puts each report on a map of the city.",
    )
    parser.add_argument("--version", action="version", version=f"aleppomap {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    serve = commands.add_parser("serve", help="open the app, with the sample library loaded")
    serve.add_argument("--host", default="127.0.0.1", help="address to listen on (%(default)s)")
    serve.add_argument("--port", type=_port, default=8501, help="port to listen on (%(default)s)")
    serve.add_argument("--library", metavar="DIR", help=_LIBRARY_HELP)
    serve.add_argument("--no-browser", action="store_true", help="do not open a browser")
    serve.set_defaults(command="serve")

    extract = commands.add_parser("extract", help="reports of documents, as data")
    _add_reading_options(extract)
    extract.add_argument("--format", choices=EXTRACTED, default="jsonl")
    extract.add_argument("--with-text", action="store_true", help="add the text (jsonl only)")
    extract.add_argument("-o", dest="output", metavar="FILE", help="write there, not to the screen")
    extract.add_argument(
        "--engine", choices=_ENGINES, help="read .jsonl and .parquet parts into the folder -o"
    )
    extract.add_argument("--workers", type=_count, metavar="N", help="processes (default: cores)")
    extract.add_argument("--scheduler", metavar="URL", help="a running Dask cluster: tcp://...")
    extract.set_defaults(command="extract")

    places = commands.add_parser("places", help="the places aleppomap knows")
    places.add_argument(
        "query", nargs="?", default="", metavar="QUERY", help="part of a name or id"
    )
    places.add_argument(
        "--format", choices=("table", "json", "geojson", "linked-places"), default="table"
    )
    places.set_defaults(command="places")

    snapshot = commands.add_parser("snapshot", help="a map of documents, as a picture or a page")
    _add_reading_options(snapshot)
    snapshot.add_argument("-o", dest="output", metavar="FILE", required=True, help=_FILE_HELP)
    snapshot.add_argument("--since", type=_day, metavar="DATE", help="first day shown")
    snapshot.add_argument("--until", type=_day, metavar="DATE", help="last day shown")
    snapshot.add_argument("--place", action="append", default=[], metavar="ID", help=_PLACE_HELP)
    snapshot.add_argument("--lang", choices=("en", "ar"), default="en")
    snapshot.add_argument("--title", help="title over the map")
    snapshot.set_defaults(command="snapshot")

    _add_library_commands(commands)
    doctor = commands.add_parser("doctor", help="what is installed, what is wrong, how to mend it")
    doctor.set_defaults(command="doctor")
    return parser


_ENGINES = ("serial", "processes", "dask", "spark")
LIBRARY = ("add", "list", "search", "remove", "restore", "refresh", "export", "import")
"""The commands that work on the library."""
_LIBRARY_HELP = (
    "folder of the library (default: the database of ALEPPOMAP_DATABASE_URL, the folder of "
    "ALEPPOMAP_LIBRARY, or your data directory)"
)


def _add_library_commands(commands: Any) -> None:
    def command(name: str, about: str, *, formats: bool = True) -> argparse.ArgumentParser:
        parser: argparse.ArgumentParser = commands.add_parser(name, help=about)
        parser.add_argument("--library", metavar="DIR", help=_LIBRARY_HELP)
        if formats:
            parser.add_argument("--format", choices=("table", "json"), default="table")
        parser.set_defaults(command=name)
        return parser

    _add_reading_options(command("add", "read documents into the library"))
    command("list", "the articles of the library")
    search = command("search", "articles with all these words")
    search.add_argument("words", metavar="WORDS", help="in any spelling, English or Arabic")
    search.add_argument("--since", type=_day, metavar="DATE", help="with a report from this day")
    search.add_argument("--until", type=_day, metavar="DATE", help="... to this day")
    search.add_argument("--place", action="append", default=[], metavar="ID", help=_PLACE_HELP)
    search.add_argument("--kind", action="append", default=[], choices=_KINDS, metavar="KIND")
    remove = command("remove", "take articles out (they can be brought back for a week)")
    remove.add_argument("ids", nargs="+", metavar="ID")
    undo = command("restore", "bring back what was removed within the last week")
    undo.add_argument("ids", nargs="+", metavar="ID")
    command("refresh", "read again what an older version has read")
    export = command("export", "the whole library as one file, the backup", formats=False)
    export.add_argument("file", metavar="FILE")
    restore = command("import", "take in a file that export wrote")
    restore.add_argument("file", metavar="FILE")


_KINDS = (
    "air_strike shelling bombing ground_fighting control_change killing_abuse chemical displacement"
    " siege_aid medical_facility_hit heritage_damage protest statement daily_life other"
).split()
_FILE_HELP = f"the ending says what it becomes: {', '.join(PICTURES)}"
_PLACE_HELP = "only reports of this place and its parts; may be repeated"


def _add_reading_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("inputs", nargs="+", metavar="INPUT", help="file, folder, or - for stdin")
    parser.add_argument(
        "--published", type=_moment, metavar="DATE", help="for documents that do not say"
    )
    parser.add_argument(
        "--gate", choices=("on", "off"), default="on", help="off: also where Aleppo is not named"
    )


def _day(words: str) -> date:
    try:
        if len(words) == 10:
            return date.fromisoformat(words)
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"'{words}' is no date; write it like 2016-12-13")


def _moment(words: str) -> date | datetime:
    """A day, or a time with its offset; a time without one is kept as its day."""
    if len(words) > 10:
        try:
            moment = datetime.fromisoformat(words)
        except ValueError:
            pass
        else:
            return moment if moment.tzinfo else moment.date()
    return _day(words)


def _count(words: str) -> int:
    if words.isascii() and words.isdigit() and int(words) > 0:
        return int(words)
    raise argparse.ArgumentTypeError(f"'{words}' is no number of workers; give 1 or more")


def _port(words: str) -> int:
    if words.isascii() and words.isdigit() and 0 < int(words) < 65536:
        return int(words)
    raise argparse.ArgumentTypeError(f"'{words}' is no port; give a number from 1 to 65535")
