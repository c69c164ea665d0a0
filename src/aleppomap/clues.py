"""The clues by which a toponym is judged: what each weighs, and how it is put to a reader.

A hit starts from what its name is (the first group), every clue around it adds its weight,
and from :data:`ENOUGH` the hit is a place. The weights were fitted on the develop half of
benchmarks/accuracy (logistic regression over the clues, see its ``fit.py``), then rounded.
"""

from __future__ import annotations

from typing import NamedTuple

ENOUGH = 0.55
"""Weight of evidence from which a mention is resolved."""
CERTAIN = 0.75
"""Weight from which a mention is sure enough to speak for others."""


OUT = frozenset({"group", "office", "building", "firm", "month", "person-beside"})
"""Clues that say what else the words are."""


class Clue(NamedTuple):
    """What a clue weighs, and its words; ``{}`` stands for a name."""

    weight: float
    words: str


CLUES = {
    # what the name is
    "unique": Clue(0.8, "name of this place only"),
    "unique-near": Clue(0.6, "like the name of this place only"),
    "village-near": Clue(0.45, "like the name of a village near Aleppo"),
    "shared": Clue(0.35, "name that other places have too"),
    "shared-ar": Clue(0.45, "name that other places have too"),
    "word": Clue(0.3, "name that is also a word"),
    "word-ar": Clue(0.15, "name that is also a word"),
    "person": Clue(0.4, "name that is also a person's"),
    "person-ar": Clue(0.15, "name that is also a person's"),
    "famous": Clue(0.05, "name of a famous person"),
    "near-spelling": Clue(-0.05, "not spelled as known"),
    # words beside it
    "head": Clue(0.45, "beside a word for a part of town"),
    "place-word": Clue(0.15, "after a word of place"),
    "alone": Clue(0.05, "by itself between marks"),
    "attack-before": Clue(0.25, "after a word for an attack"),
    "locals": Clue(0.25, "after a word for people or events of a part of town"),
    "happens-after": Clue(0.2, "before what happens to places"),
    "bare": Clue(-0.1, "with no word of place beside it"),
    "group": Clue(-1.0, "the name of an armed group or unit"),
    "building": Clue(-0.9, "the name of a building, not of the whole quarter"),
    "firm": Clue(-1.0, "the name of a firm, a newspaper or a thing"),
    "office": Clue(-1.0, "the office that is quoted"),
    "month": Clue(-1.0, "the name of a month"),
    "town": Clue(-0.5, "said to be a town"),
    "person-beside": Clue(-0.6, "looks like a person's name"),
    "longer-name": Clue(-0.35, "inside a longer name"),
    "history": Clue(-0.5, "among words of history"),
    # the city, and other towns
    "aleppo-beside": Clue(0.35, "Aleppo right beside it"),
    "aleppo-joined": Clue(0.2, "joined to it without a word between"),
    "aleppo-sentence": Clue(0.2, "Aleppo in the same sentence"),
    "aleppo-document": Clue(0.1, "the document is about Aleppo"),
    "aleppo-passing": Clue(-0.1, "the document speaks more of other towns"),
    "no-rival": Clue(0.15, "no other town of this name in the text"),
    "rival-near": Clue(-0.9, "{} is nearer than Aleppo"),
    "rival-before": Clue(-0.6, "{} is the town named before"),
    "other-town": Clue(-0.2, "{} is the town of the sentence"),
    "not-of-town": Clue(0.2, "but places of Aleppo are named beside it"),
    "rival-only": Clue(-0.3, "{} is named, and Aleppo is not"),
    # its sort of place
    "camp": Clue(0.2, "a camp fits the words around"),
    "base": Clue(0.2, "a base fits the words around"),
    "gate": Clue(0.5, "a gate fits the words around"),
    "no-gate": Clue(-0.3, "no word for a gate near"),
    # other places of the document
    "sure-sentence": Clue(0.3, "{} in the same sentence"),
    "sure-document": Clue(0.25, "other places of Aleppo in the text"),
    "headed-list": Clue(0.3, "in a list of districts"),
    "list": Clue(0.35, "in a list with {}"),
    "list-alike": Clue(0.3, "in a list with other names of places"),
    "list-beats-rival": Clue(0.9, "but its list is of Aleppo"),
    "nearest": Clue(0.15, "the nearest of this name to the others named"),
    "same-sense": Clue(0.3, "the document means this place elsewhere"),
}
