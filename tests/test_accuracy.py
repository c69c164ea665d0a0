"""The gold has the form that its guide gives, its counting is right, and our figures hold."""

from __future__ import annotations

import hashlib
import json
import runpy
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from aleppomap import geodata

FOLDER = Path(__file__).resolve().parents[1] / "benchmarks" / "accuracy"
sys.path.insert(0, str(FOLDER))

from agreement import agreement  # noqa: E402
from gold import GoldDocument, GoldMention, read_blocks, read_file, read_gold  # noqa: E402
from score import Found, score  # noqa: E402

ACCURACY = runpy.run_path(str(FOLDER / "__main__.py"), run_name="accuracy")

WANTED = {"ar-t": 100, "ar-n": 100, "en": 200, "fr": 30, "de": 30, "es": 30, "tr": 30, "ru": 30}
WANTED |= {"dis": 80, "rare": 150}


def test_the_gold_has_as_many_documents_as_were_asked_for() -> None:
    ids = [document.id for document in read_gold()]
    assert len(ids) == len(set(ids))
    for prefix, least in WANTED.items():
        assert sum(name.startswith(prefix + "-") for name in ids) >= least, prefix


def test_every_id_of_the_gold_is_a_place() -> None:
    places, _, _ = geodata.read_gazetteer_records(geodata.default_folder())
    known = {place.id for place in places}
    for document in read_gold():
        for mention in document.mentions:
            assert mention.ids <= known, f"{document.id}: {mention.surface}"
            assert document.text[mention.start : mention.end] == mention.surface.strip()


@pytest.mark.parametrize("half", ["develop", "scored"])
def test_the_halves_are_split_by_the_hash_of_the_id(half: str) -> None:
    for document in read_gold([half]):
        if document.id.startswith("fx-"):  # GUIDE.md: read by who writes the rules
            assert half == "develop", document.id
            continue
        odd = hashlib.sha256(document.id.encode()).digest()[0] % 2 == 1
        assert odd == (half == "develop"), document.id


def test_the_second_reading_covers_a_tenth_and_reads_the_same_text() -> None:
    first = {document.id: document for document in read_gold()}
    second = list(read_file(FOLDER / "second_reading.txt"))
    assert len(second) >= 0.09 * sum(WANTED.values())
    for document in second:
        assert document.text == first[document.id].text, document.id
    assert "F1 0.9" in agreement() or "F1 1.0" in agreement()


def test_a_block_without_text_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "bad.txt"
    path.write_text("### x-1\ngenre: news\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"bad\.txt, document x-1"):
        list(read_blocks(path))


def _document(*mentions: tuple[int, int, set[str]]) -> GoldDocument:
    text = "x" * 40
    return GoldDocument(
        "d", "en", "news", date(2016, 12, 13), frozenset(), "", text,
        tuple(
            GoldMention(start, end, text[start:end], frozenset(ids), unlisted=not ids)
            for start, end, ids in mentions
        ),
        (),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("mentions", "found", "counts"),
    [
        ([(0, 5, {"a"})], [Found(0, 5, "a")], (1, 0, 0, 0)),
        ([(0, 5, {"a"})], [Found(3, 9, "a")], (1, 0, 0, 0)),  # the words overlap
        ([(0, 5, {"a"})], [Found(5, 9, "a")], (0, 1, 1, 0)),  # they only touch
        ([(0, 5, {"a"})], [Found(0, 5, "b")], (0, 1, 1, 1)),  # another place
        ([(0, 5, {"a"})], [], (0, 0, 1, 0)),
        ([(0, 5, {"a"})], [Found(0, 5, None)], (0, 0, 1, 0)),  # it could have been told
        ([(0, 5, {"a", "b"})], [Found(0, 5, None)], (0, 0, 0, 0)),  # it could not
        ([(0, 5, {"a", "b"})], [Found(0, 5, "b")], (1, 0, 0, 0)),
        ([(0, 5, set())], [], (0, 0, 0, 0)),  # not on the list: nobody misses it
        ([(0, 5, set())], [Found(0, 5, "a")], (0, 1, 0, 1)),  # but it is no other place
        ([], [Found(0, 5, "a")], (0, 1, 0, 0)),
        ([(0, 5, {"a"})], [Found(0, 5, "a"), Found(0, 3, "a")], (1, 1, 0, 1)),  # once only
    ],
)
def test_counting(
    mentions: list[tuple[int, int, set[str]]], found: list[Found], counts: tuple[int, ...]
) -> None:
    tally = score([(_document(*mentions), found)])
    assert (tally.right, tally.wrong, tally.missed, tally.misplaced) == counts


@pytest.mark.parametrize(
    ("name", "reached", "floor", "line"),
    [
        ("x", 0.5, 0.6, "x: 0.500 is below its floor 0.600"),
        ("x", 0.6, 0.6, None),
        ("alarms", -2.0, -1.0, "alarms: 2.000 is above its ceiling 1.000"),
        ("alarms", -0.5, -1.0, None),
        ("x", None, 0.6, "x: not measured; its floor is 0.600"),
    ],
)
def test_a_fallen_figure_is_named(
    name: str, reached: float | None, floor: float, line: str | None
) -> None:
    figures = {} if reached is None else {name: reached}
    assert ACCURACY["fallen"](figures, {name: floor}) == ([] if line is None else [line])


@pytest.mark.parametrize("words", [["--errors"], ["--half", "develop", "--write-floors"]])
def test_the_scored_half_is_not_shown_and_the_other_sets_no_floor(words: list[str]) -> None:
    with pytest.raises(SystemExit):
        ACCURACY["main"](words)


def test_no_figure_has_fallen_below_its_floor(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The half that is only scored; what is wrong in it is not printed."""
    path, out = FOLDER / "floors.json", tmp_path / "reached.json"
    words = ["--no-peers", "--against", str(path), "--json", str(out)]
    fell = ACCURACY["main"](words)
    said = capsys.readouterr().out
    assert fell == 0, said[-2000:]
    floors, reached = json.loads(path.read_text("utf-8")), json.loads(out.read_text("utf-8"))
    families: dict[str, set[str]] = {"reports: ": set(), "dates ": set(), "": set()}
    for name in reached:
        families[next(family for family in families if name.startswith(family))].add(name)
    assert all(families.values())
    for family, names in families.items():
        # --write-floors writes them; a family has all its floors, or none before it is first kept.
        if not family or any(name.startswith(family) for name in floors):
            assert names <= set(floors)
    assert not any(document.id in said for document in read_gold(["scored"]))


def test_no_rule_names_a_document_of_the_gold() -> None:
    ids = {document.id for document in read_gold()}
    source = Path(__file__).resolve().parents[1] / "src" / "aleppomap"
    words = Counter(
        word for path in source.rglob("*.py") for word in path.read_text(encoding="utf-8").split()
    )
    assert not ids & set(words)
