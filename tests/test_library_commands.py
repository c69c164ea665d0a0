"""The library's commands, as a user types them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from aleppomap.cli import main


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    for n in (1, 2, 3):
        (folder / f"a{n}.txt").write_text(
            f"On 1{n} March 2014 shells hit Sukkari in Aleppo, killing {n} people.", "utf-8"
        )
    (folder / "b.txt").write_text("قصف بالطيران على حي بستان القصر في حلب", "utf-8")
    (folder / "bad.pdf").write_bytes(b"\xff\xfe\x00bad")
    return folder


def _json(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> Any:
    assert main([*words, "--format", "json"]) == code
    return json.loads(capsys.readouterr().out)


def test_the_life_of_a_library(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lib = ("--library", str(tmp_path / "lib"))
    report = _json(capsys, "add", str(folder), *lib, code=1)
    assert (report["added"], report["unchanged"]) == (4, 0)
    assert [Path(fault["path"]).name for fault in report["failed"]] == ["bad.pdf"]
    assert all(set(fault) == {"path", "reason"} for fault in report["failed"])
    assert _json(capsys, "add", str(folder), *lib, code=1)["unchanged"] == 4
    rows = _json(capsys, "list", *lib)
    assert len(rows) == 4
    assert set(rows[0]) == {"id", "title", "published", "publisher", "reports"}
    found = _json(capsys, "search", "بستان القصر", *lib)
    assert found[0]["place_ids"] == ["bustan-al-qasr"]
    assert set(found[0]) == {"id", "title", "published", "place_ids", "snippet"}
    window = ("--since", "2014-03-12", "--until", "2014-03-12")
    assert len(_json(capsys, "search", "sukkari", *window, *lib)) == 1
    assert len(_json(capsys, "search", "sukkari", "--kind", "shelling", *lib)) == 3
    assert _json(capsys, "search", "sukkari", "--kind", "protest", *lib) == []
    assert len(_json(capsys, "search", "shells", "--place", "sukkari", *lib)) == 3
    gone = rows[0]["id"]
    assert _json(capsys, "remove", gone, *lib)["removed"] == [gone]
    assert len(_json(capsys, "list", *lib)) == 3
    assert _json(capsys, "restore", gone, *lib)["restored"] == [gone]
    assert _json(capsys, "refresh", *lib)["refreshed"] == 1  # what came back is read again
    backup = str(tmp_path / "backup.jsonl")
    assert main(["export", backup, *lib]) == 0
    capsys.readouterr()
    other = ("--library", str(tmp_path / "other"))
    assert _json(capsys, "import", backup, *other)["added"] == 4
    assert _json(capsys, "list", *other) == _json(capsys, "list", *lib)


def test_a_table_for_people(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lib = ("--library", str(tmp_path / "lib"))
    assert main(["list", *lib]) == 0
    assert capsys.readouterr().out == "nothing found\n"
    main(["add", str(folder / "a1.txt"), *lib])
    capsys.readouterr()
    main(["list", *lib])
    out = capsys.readouterr().out.splitlines()
    assert out[0].split() == ["id", "title", "published", "publisher", "reports"]
    assert len(out) == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["search", "x", "--place", "nowhere"], "no place has the id 'nowhere'"),
        (["search", "x", "--since", "2016-02-01", "--until", "2016-01-01"], "is after --until"),
        (["import", "not-there.jsonl"], "cannot read not-there.jsonl"),
        (["remove", "nobody"], "no article has the id 'nobody'"),
        (["restore", "nobody"], "had the id 'nobody'"),
    ],
)
def test_a_mistake_gets_one_sentence(
    words: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*words, "--library", str(tmp_path)]) == 2
    err = capsys.readouterr().err
    assert said in err
    assert len(err.splitlines()) == 1
