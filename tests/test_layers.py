"""The layer table of the house, read from the imports."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "aleppomap"

LAYERS = (
    # 0: the words
    ("model", "fold", "strings", "terms", "style", "cues"),
    # 1: one question each
    (
        "gazetteer",
        "sentences",
        "generics",
        "lexicon",
        "clues",
        "mentions",
        "matcher",
        "surroundings",
        "resolve",
        "timex",
        "language",
        "figures",
        "claimants",
        "claim_cues",
        "claim_words",
        "speakers",
        "subjects",
        "claims",
        "origins",
        "kind_words",
        "kinds",
        "clauses",
        "stamps",
        "stamp_words",
        "dateline",
        "furniture",
    ),
    # 2: whole answers
    (
        "records",
        "repeats",
        "events",
        "reports",
        "extraction",
        "wording",
        "query",
        "link",
        "view",
        "shapes",
        "picture",
        "page",
        "tables",
        "linked",
        "frames",
    ),
    # 3: doors to the world
    ("source", "geodata", "store"),
    # 4: shells that connect them
    (
        "__init__",
        "progress",
        "api",
        "batch",
        "batch_command",
        "doctor",
        "arguments",
        "library_commands",
        "cli",
        "__main__",
        "web",
        "app",
    ),
)
CORE, DOORS, SHELLS = LAYERS[:3], LAYERS[3], LAYERS[4]
PLACE = {name: (layer, row) for layer, names in enumerate(LAYERS) for row, name in enumerate(names)}

FORBIDDEN_IMPORTS = {
    "asyncio",
    "http",
    "multiprocessing",
    "os",
    "random",
    "requests",
    "shutil",
    "socket",
    "streamlit",
    "subprocess",
    "sys",
    "tempfile",
    "time",
    "urllib.request",
    "urllib3",
}
"""The machine, the network and chance: no module of the core imports them."""

FORBIDDEN_CALLS = {
    "open",
    "print",
    "input",
    "now",
    "today",
    "utcnow",
    "read_bytes",
    "write_bytes",
    "write_text",
}
"""Names that, called in the core, would touch the world or ask the clock."""

READS_PACKAGED_FILES = {
    "page": "our own script and Leaflet's, which lie in installed packages and never change",
    "picture": "the font, which lies in an installed package",
}
"""Rooms of the core that may read files of installed packages, and what for."""


def module_of(path: Path) -> str:
    """The room a file belongs to: its own name, or that of its folder."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


FILES = sorted(PACKAGE.rglob("*.py"))
ROOMS = sorted({module_of(path) for path in FILES})


def imports_of(path: Path) -> Iterator[str]:
    """Full names of everything a file imports, inside functions too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}: imports are written with the package's name"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def rooms_imported(path: Path) -> set[str]:
    """Rooms of the package that a file imports, its own left out."""
    found = set()
    for name in imports_of(path):
        head, _, rest = name.partition(".")
        if head == "aleppomap":
            room = rest.split(".")[0]
            found.add(room if room in ROOMS else "__init__")
    return found - {module_of(path)}


def faults_of(room: str, imported: set[str]) -> list[str]:
    """Arrows that go up, sideways between doors, or against the order of a row."""
    faults = []
    for other in sorted(imported):
        (layer, row), (other_layer, other_row) = PLACE[room], PLACE[other]
        if other_layer > layer:
            faults.append(f"{room} (layer {layer}) imports {other} (layer {other_layer})")
        elif other_layer == layer and layer == LAYERS.index(DOORS):
            faults.append(f"the door {room} imports the door {other}")
        elif other_layer == layer and layer != LAYERS.index(SHELLS) and other_row > row:
            faults.append(f"{room} imports {other}, which stands below it in its layer")
    return faults


def calls_of(path: Path) -> Iterator[tuple[str, int]]:
    """Names of everything a file calls, with the line."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            called = node.func
            if isinstance(called, ast.Name):
                yield called.id, node.lineno
            elif isinstance(called, ast.Attribute):
                yield called.attr, node.lineno


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_stands_in_the_table(room: str) -> None:
    assert room in PLACE, f"{room}: give it a layer in this test and in the README"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_arrows_go_down(path: Path) -> None:
    assert faults_of(module_of(path), rooms_imported(path)) == []


@pytest.mark.parametrize(
    ("room", "imported"),
    [("fold", "mentions"), ("view", "source"), ("source", "geodata"), ("query", "view")],
)
def test_a_wrong_arrow_is_found(room: str, imported: str) -> None:
    assert len(faults_of(room, {imported})) == 1


@pytest.mark.parametrize(
    "path",
    [path for path in FILES if any(module_of(path) in layer for layer in CORE)],
    ids=lambda path: str(path.relative_to(PACKAGE)),
)
def test_the_core_does_not_touch_the_world(path: Path) -> None:
    allowed = {"read_bytes", "open"} if module_of(path) in READS_PACKAGED_FILES else set()
    bad_imports = {
        name
        for name in imports_of(path)
        if any(name == bad or name.startswith(f"{bad}.") for bad in FORBIDDEN_IMPORTS)
    }
    bad_calls = [
        f"line {line}: {name}()"
        for name, line in calls_of(path)
        if name in FORBIDDEN_CALLS - allowed
    ]
    assert (sorted(bad_imports), bad_calls) == ([], [])


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_only_the_command_line_prints(path: Path) -> None:
    prints = [line for name, line in calls_of(path) if name == "print"]
    printing = ("cli", "library_commands", "batch_command", "progress")
    assert module_of(path) in printing or prints == []
