"""How the map looks, once for the live map, the one-file page and the pictures.

The fill scale has falling lightness that stays in order for normal, deutan,
protan and tritan sight; colours count reports and carry no party's blame.
"""

from __future__ import annotations

FILLS = ("#f4f2ee", "#fee6b0", "#fdc55f", "#f0893b", "#c2442d", "#7a0f1e")
"""Fill per class; the first is "not mentioned in these documents"."""

INK = "#22303c"
SOFT_INK = "#5b6874"
BORDER = "#b9b4a9"
SELECTED = "#0b5fa5"
PAPER = "#ffffff"
GROUND = "#eceae4"
UNSURE = "#6b5b95"

KIND_COLOURS = {
    "attack": "#9c4a00",
    "ground": "#00695c",
    "people": "#00588f",
    "voice": "#5b6874",
}
"""One colour for each family of kinds, apart for every sort of colour vision; none for a side."""

_FAMILIES = {
    "attack": (
        "air_strike shelling bombing chemical killing_abuse medical_facility_hit heritage_damage"
    ),
    "ground": "ground_fighting control_change",
    "people": "displacement siege_aid",
}

BREAKS = ((1, 2, 3, 4, 5), (1, 2, 3, 5, 9), (1, 3, 6, 11, 21), (1, 5, 10, 20, 40))
"""Lower bounds of the five filled classes, from the smallest maximum to the largest."""


def breaks_for(maximum: int) -> tuple[int, ...]:
    """Lower bounds of the filled classes for a largest count.

    The caller takes the maximum over everything that could be shown, not over
    one window, so that a colour keeps its meaning while the window moves.
    """
    for limit, bounds in zip((5, 12, 40), BREAKS, strict=False):
        if maximum <= limit:
            return bounds
    return BREAKS[-1]


def class_of(count: int, bounds: tuple[int, ...]) -> int:
    """Index into ``FILLS`` for a count of reports (0: none)."""
    return sum(count >= bound for bound in bounds)


def class_labels(bounds: tuple[int, ...]) -> tuple[str, ...]:
    """Legend texts of all classes, the empty one first: "0", "1", "2–4", "10+"."""
    labels = ["0"]
    for low, above in zip(bounds, (*bounds[1:], None), strict=True):
        if above is None:
            labels.append(f"{low}+")
        else:
            labels.append(str(low) if above - low == 1 else f"{low}–{above - 1}")
    return tuple(labels)


def family_of(kind: str) -> str:
    """The family whose colour a kind has, a key of ``KIND_COLOURS``."""
    return next((name for name, kinds in _FAMILIES.items() if kind in kinds.split()), "voice")
