"""Reads numbers: figures of any script and number words, with what ties them together."""

from __future__ import annotations

from aleppomap.figures.sentence import Sentence


class NumberReader(Sentence):
    """Reads the number that starts at a piece."""

    def _value(self, index: int) -> tuple[float, int] | None:
        """The number that starts at a piece, and the index after it."""
        piece = self.pieces[index]
        if piece.number is None or ("definite" in piece.labels and piece.times):
            return None
        if piece.digits:
            return self._scaled(piece.number, index + 1)
        total, current, position = 0.0, 0.0, index
        while position < len(self.pieces):
            step = position
            if position > index and self._joins(position, current):
                step = position + 1
            added = self._added(step, total, current)
            if added is None or (
                step == position and position > index and not self._flows(current, step)
            ):
                break
            total, current = added
            position = step + 1
        return (total + current, position) if position > index else None

    def _scaled(self, number: float, index: int) -> tuple[float, int]:
        while index < len(self.pieces) and self.pieces[index].times:
            scale = self.pieces[index].number or 1
            if scale == 12 or (number >= scale and number >= 1000):
                break
            number *= scale
            index += 1
        return number, index

    def _joins(self, index: int, current: float) -> bool:
        """Whether a small word or a hyphen ties two number words together."""
        following = self.pieces[index + 1] if index + 1 < len(self.pieces) else None
        if following is None or following.number is None or following.digits:
            return False
        if self._word(index) == "-":
            french = self.lexicon.language == "fr" and current in (4, 10, 60, 70, 80, 90)
            hyphen = self._glued(index) and self._glued(index + 1)
            return hyphen and (20 <= current < 100 or french)
        if "and" not in self._labels(index) or self._word(index) in (",", "&"):
            return False
        number = following.number
        if self.lexicon.language == "ar":
            tens = current % 100 in range(1, 10) and number in range(20, 100)
            return tens or (current >= 100 and current % 100 == 0 and number < 100)
        if self.lexicon.language == "es":
            return 30 <= current % 100 <= 90 and current % 10 == 0 and number < 10
        if self.lexicon.language == "fr":
            return current % 100 in (20, 30, 40, 50, 60, 70) and number in (1, 11)
        return self.lexicon.language in ("en", "de") and current >= 100 and current % 100 == 0

    def _flows(self, current: float, index: int) -> bool:
        """Whether a number word may follow another without a word between them."""
        piece = self.pieces[index]
        if piece.times:
            return True
        number = piece.number or 0
        if self.lexicon.language == "ar":
            return current in range(1, 10) and number == 10
        return True

    def _added(self, index: int, total: float, current: float) -> tuple[float, float] | None:
        if index >= len(self.pieces):
            return None
        piece = self.pieces[index]
        number = piece.number
        if number is None or piece.digits:
            return None
        if piece.times:
            if "definite" in piece.labels:
                return None
            if number >= 1000:
                return (total + max(current, 1) * number, 0.0) if not total else None
            return (
                (total, current * number)
                if 0 < current < 10
                else ((total, current + number) if current == 0 or current >= 1000 else None)
            )
        if self.lexicon.language == "fr" and current == 4 and number == 20:
            return total, 80.0
        if self.lexicon.language == "ar" and 1 <= current < 10 and number >= 10 and number < 100:
            return total, current + number
        if self.lexicon.language == "ar" and current == 100 and number < 100:
            return total, current + number
        if self.lexicon.language == "fr" and current % 100 in (10, 70, 90) and 7 <= number <= 9:
            return total, current + number
        room = 20 if self.lexicon.language == "fr" and current % 100 in (60, 80) else 10
        if current == 0 and (number < 1000 or not total):
            return total, float(number)
        if current % 100 == 0 and number < 100:
            return total, current + number
        if current % 100 >= 20 and current % 10 == 0 and number < room:
            return total, current + number
        return None
