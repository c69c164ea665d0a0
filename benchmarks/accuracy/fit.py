"""Fits the weights of the clues on the develop half and prints them beside the present ones.

    PYTHONPATH=src python benchmarks/accuracy/fit.py

Logistic regression over the clues of every candidate, held near the present weights
(ridge), so that a clue met a few times keeps what a careful reader would give it. The
weights in src/aleppomap/clues.py are rounded by hand from what this prints.
"""

from __future__ import annotations

from collections import Counter

import numpy as np
from gold import GoldDocument, read_gold

from aleppomap.api import load
from aleppomap.clues import CLUES, ENOUGH
from aleppomap.extraction import Extractor
from aleppomap.source import article_from_text

STEEP = 9.0
"""How fast belief grows with weight: a weight 0.1 above the bar is a chance of 0.71."""
RIDGE = 4.0
ROUNDS = 4000


def clues_of(extractor: Extractor, document: GoldDocument) -> list[tuple[float, list[str], bool]]:
    """For each candidate place: the part of its score that is no clue, its clues, whether it
    is right."""
    published = document.published.isoformat() if document.published else None
    article = article_from_text(document.text, published=published)
    rows = []
    for hit, found in extractor.weigh(article):
        gold = [m for m in document.mentions if m.start < hit.end and hit.start < m.end]
        if any(mention.unlisted or len(mention.ids) > 1 for mention in gold):
            continue
        ids = {place_id for mention in gold for place_id in mention.ids}
        kin = any(weighing.target in ids for weighing in found)
        for weighing in found:
            if kin and weighing.target not in ids:
                continue  # which of two places of one name is not the question here
            clues = [clue for clue, _ in weighing.clues]
            rest = weighing.score - sum(CLUES[clue].weight for clue in clues)
            rows.append((rest, clues, weighing.target in ids))
    return rows


def main() -> None:
    extractor = load().extractor
    rows = [row for document in read_gold(["develop"]) for row in clues_of(extractor, document)]
    names = list(CLUES)
    counts = np.array([[clues.count(name) for name in names] for _, clues, _ in rows], float)
    rest = np.array([row[0] for row in rows])
    right = np.array([row[2] for row in rows], float)
    start = np.array([CLUES[name].weight for name in names])
    weights = start.copy()
    for _ in range(ROUNDS):
        belief = 1 / (1 + np.exp(-STEEP * (counts @ weights + rest - ENOUGH)))
        slope = STEEP * counts.T @ (belief - right) + RIDGE * STEEP * (weights - start)
        weights -= 0.0005 * slope
    used = Counter(name for _, clues, _ in rows for name in set(clues))
    good = Counter(name for _, clues, is_right in rows if is_right for name in set(clues))
    print(f"{len(rows)} candidates, {int(right.sum())} right")
    print(f"{'clue':18} {'now':>6} {'fitted':>6} {'met':>5} {'right':>6}")
    for name, old, new in zip(names, start, weights, strict=True):
        share = good[name] / used[name] if used[name] else 0.0
        print(f"{name:18} {old:6.2f} {new:6.2f} {used[name]:5} {share:6.2f}")


if __name__ == "__main__":
    main()
