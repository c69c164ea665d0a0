"""Counts what a system found against the gold: right place in the right words, or not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from gold import GoldDocument, GoldMention


@dataclass(frozen=True, slots=True)
class Found:
    """One place that a system found: code points, and its id (None: it says it cannot tell)."""

    start: int
    end: int
    place_id: str | None


@dataclass(slots=True)
class Tally:
    """Mentions found right, found wrong (nothing there, or another place) and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    misplaced: int = 0
    documents: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Share of the places found that are right."""
        return _share(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Share of the gold's places that were found."""
        return _share(self.right, self.right + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return _share(2 * self.right, 2 * self.right + self.wrong + self.missed)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def score(pairs: Iterable[tuple[GoldDocument, Sequence[Found]]]) -> Tally:
    """The tally of a system over documents.

    A mention is right when its words overlap the gold's and its id is one that the
    gold allows. Where the gold itself allows several ids, "cannot tell" is neither
    right nor missed. A place that the gazetteer lacks is not missed by anyone, but
    to call it another place is wrong.
    """
    tally = Tally()
    for document, found in pairs:
        tally.documents += 1
        _score_document(document, found, tally)
    return tally


def _score_document(document: GoldDocument, found: Sequence[Found], tally: Tally) -> None:
    free = [f for f in found if f.place_id is not None]
    unsure = [f for f in found if f.place_id is None]
    for mention in document.mentions:
        if mention.unlisted:
            continue
        match = next((f for f in free if _overlap(f, mention) and f.place_id in mention.ids), None)
        if match is not None:
            free.remove(match)
            tally.right += 1
            continue
        if len(mention.ids) > 1 and any(_overlap(f, mention) for f in unsure):
            continue
        tally.missed += 1
        _note(tally, document, "missed", mention.start, mention.end, ";".join(sorted(mention.ids)))
    for extra in free:
        tally.wrong += 1
        tally.misplaced += any(_overlap(extra, mention) for mention in document.mentions)
        _note(tally, document, "wrong", extra.start, extra.end, str(extra.place_id))


def _note(tally: Tally, document: GoldDocument, what: str, start: int, end: int, ids: str) -> None:
    low, high = max(0, start - 50), min(len(document.text), end + 50)
    before, after = document.text[low:start], document.text[end:high]
    words = f"{before}[[{document.text[start:end]}]]{after}".replace("\n", " ")
    tally.errors.append(f"{document.id} {what} {ids}: {words}")


def _overlap(found: Found, mention: GoldMention) -> bool:
    return found.start < mention.end and mention.start < found.end
