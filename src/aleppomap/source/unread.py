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

    @property
    def where(self) -> str:
        """The document by name, with its row: ``batch.csv, line 7``."""
        return self.name if self.row is None else f"{self.name}, {self.unit} {self.row}"

    def __str__(self) -> str:
        return f"{self.where}: {self.reason}"


def to_name(path: Path) -> str:
    """A path as it can be printed, whatever bytes it is made of."""
    return os.fsencode(path).decode("utf-8", "replace")
