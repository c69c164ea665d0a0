"""Finds the noun that a number counts, and tells people from things."""

from __future__ import annotations

from aleppomap.figures.numbers import NumberReader
from aleppomap.figures.sentence import is_trigger

HEADS = ("person", "woman", "child", "family")
_NOUN_REACH = 4
_ENDS = frozenset("stop and or prep be incl of_them within low top vague prefixed".split())


class NounReader(NumberReader):
    """Finds the head noun after a number."""

    def _noun(self, index: int) -> tuple[str, int, str]:
        """Label, position and harm of the head noun that follows a number.

        "" stands for a bare number, "unknown" for a noun that no table has.
        """
        passed = 0
        position = index
        while position < len(self.pieces) and passed < _NOUN_REACH:
            piece = self.pieces[position]
            labels = piece.labels
            suffix = "of_them" in labels and self.lexicon.language == "tr"
            if suffix or (piece.word == "-" and self._glued(position)):
                position += 1
                continue
            if piece.sign or (piece.number is not None and not labels):
                break
            head = self._head(position, index, passed)
            if head is not None:
                return head
            if "of" in labels and passed == 0 and "of_them" not in labels:
                return self._after_of(position + 1) or ("", index - 1, "")
            if labels & _ENDS or (is_trigger(piece) and "skip" not in labels):
                break
            passed += not labels & {"skip", "poss"}
            position += 1
        if passed and self.lexicon.language in ("ar", "ru", "tr"):
            passed = 1
        return ("unknown" if passed else ""), index - 1 + passed, ""

    def _head(self, position: int, index: int, passed: int) -> tuple[str, int, str] | None:
        """The piece at ``position`` as a head; None when the search goes on."""
        labels = self.pieces[position].labels
        if "prefixed" in labels:
            return None  # "أصيب 72 بقذائف"
        noun = noun_of(labels)
        if "definite" in labels and position == index and noun not in (*HEADS, "thing"):
            noun = ""
        if noun == "thing" and passed and noun_of(self._labels(position + 1)) in HEADS:
            noun = ""  # "two Syrian tank crewmen"
        if noun and not (noun in HEADS and self._compound(position)):
            return noun, position, ""
        harm = harm_noun(labels)
        if not harm or noun or (passed and self.lexicon.language not in ("en", "de", "ru")):
            return None
        if self._adjective(position):
            inner, at, _ = self._noun(position + 1)
            return inner, at, harm
        return "", position, harm

    def _after_of(self, index: int) -> tuple[str, int, str] | None:
        """The head in "three of its fighters", "12 of the wounded", "une centaine de blessés"."""
        position = index
        while self._labels(position) & {"poss", "art"}:
            position += 1
        labels = self._labels(position)
        inner, harm = noun_of(labels), harm_noun(labels)
        if inner in HEADS:
            return inner, position, ""
        if not harm:
            return None
        # The wounded who are known already count for what happens to them now.
        known = position > index or "definite" in labels
        return ("person", position, "") if known else ("", position, harm)

    def _compound(self, index: int) -> bool:
        """Whether a person's noun is only part of a compound ("two student hostels")."""
        here, after = self._labels(index), self._labels(index + 1)
        following = noun_of(after)
        if self.lexicon.language != "en":
            return False
        return is_singular(here) and bool(following) and not is_singular(after)

    def _adjective(self, index: int) -> bool:
        """Whether a victim's noun is an adjective of the next one ("12 wounded fighters")."""
        return bool(noun_of(self._labels(index + 1)) in HEADS) and "definite" not in self._labels(
            index + 1
        )


def noun_of(labels: frozenset[str]) -> str:
    """The noun label among labels: who or what is counted."""
    for noun in (*HEADS[::-1], "area", "strikes", "buildings", "thing"):
        if labels & {noun, noun + "1", noun + "2"}:
            return noun
    return next((label for label in labels if label.startswith("area")), "")


def is_singular(labels: frozenset[str]) -> bool:
    return any(label.endswith("1") for label in labels) and not labels & set(HEADS)


def harm_noun(labels: frozenset[str]) -> str:
    """The harm of a noun that is counted itself ("deaths", شهيد), or ""."""
    plain = next((label[:-1] for label in sorted(labels) if label.endswith("#")), "")
    return plain or next((n[:-2] for n in sorted(labels) if n.endswith(("#1", "#2"))), "")
