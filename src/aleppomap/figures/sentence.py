"""A sentence as its pieces, with the small questions that all readers ask of it."""

from __future__ import annotations

from collections.abc import Sequence

from aleppomap.figures.lexicon import Lexicon
from aleppomap.figures.pieces import Piece

_TRIGGER_ENDS = ("<", ">", "*", "^", "=")


def is_trigger(piece: Piece) -> bool:
    """Whether a piece is a verb, noun or phrase of harm that counts something beside it."""
    return any(label.endswith(_TRIGGER_ENDS) for label in piece.labels)


class Sentence:
    """The pieces of one sentence; a question about a place outside it has an empty answer."""

    def __init__(self, pieces: Sequence[Piece], lexicon: Lexicon) -> None:
        self.pieces = pieces
        self.lexicon = lexicon

    def _labels(self, index: int) -> frozenset[str]:
        return self.pieces[index].labels if 0 <= index < len(self.pieces) else frozenset()

    def _word(self, index: int) -> str:
        return self.pieces[index].word if 0 <= index < len(self.pieces) else ""

    def _glued(self, index: int) -> bool:
        """Whether a piece touches the one before it."""
        return 0 < index < len(self.pieces) and (
            self.pieces[index].start == self.pieces[index - 1].end
        )
