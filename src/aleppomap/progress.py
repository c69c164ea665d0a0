"""One line on a terminal that tells how far a long piece of work is."""

from __future__ import annotations

import sys
from time import monotonic

PROGRESS_AFTER = 1.0
"""Seconds of work after which a terminal is told how far it is."""
_CLEAR = "\r\x1b[K"


class Progress:
    """Shows nothing in the first second, and nothing at all where there is no terminal."""

    def __init__(self) -> None:
        self._on = sys.stderr.isatty()
        self._started = monotonic()

    def show(self, words: str) -> None:
        """Puts the words in the place of those before."""
        if self._on and monotonic() - self._started > PROGRESS_AFTER:
            print(f"{_CLEAR}{words}", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Empties the line, so that others may write."""
        if self._on:
            print(_CLEAR, end="", file=sys.stderr, flush=True)
