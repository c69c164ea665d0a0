"""What could not be read, and why, in one sentence."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A document, row or folder that gave no article.

    ``name`` is the file as the user named it, ``row`` its row (``unit`` says
    whether that is a line of the file or a row of the table). ``reason`` is a
    clause that says what is wrong and what is allowed; ``str()`` is the whole
    sentence. ``skipped`` marks files of a folder that are no documents at all:
    worth a line, but not a failure.
    """

    name: str
    reason: str
    row: int | None = None
    unit: str = "line"
    skipped: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "reason", _to_one_line(self.reason))

    @property
    def where(self) -> str:
        """The document by name, with its row: ``batch.csv, line 7``."""
        name = _to_one_line(self.name)
        return name if self.row is None else f"{name}, {self.unit} {self.row}"

    def __str__(self) -> str:
        return f"{self.where}: {self.reason}"


def _to_one_line(text: str) -> str:
    """Text from a file or a user may hold line ends and control codes; a sentence holds none."""
    return "".join(one if one.isprintable() else "\ufffd" for one in text)


def to_name(path: Path) -> str:
    """A path as it can be printed, whatever bytes it is made of."""
    return os.fsencode(path).decode("utf-8", "replace")
