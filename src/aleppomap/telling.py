"""A report in the reader's words: who says it and how firmly, how many, how sure.

The words "at least", "up to", "reported", "alleged" of the source are kept; nothing is
added up or averaged, and a private person stays a role.
"""

from __future__ import annotations

from aleppomap.model import ClaimantType, Figure, Kind, Report, Verification
from aleppomap.strings import strings
from aleppomap.terms import (
    BOUNDS,
    COUNTED,
    HEDGES,
    KINDS,
    LABELS,
    UNITS,
    UNNAMED,
    VERIFICATIONS,
    VOICES,
    term,
)

_ROLES = frozenset({ClaimantType.RESIDENT, ClaimantType.MEDICAL, ClaimantType.OTHER})
"""Voices whose own words may name a private person: the page shows their role alone."""
_HARMS = ("killed", "injured", "displaced")
_FSI, _LRI, _PDI = "\u2068", "\u2066", "\u2069"

DEADLY = frozenset({Kind.KILLING_ABUSE, Kind.CHEMICAL})
"""Kinds of which a reader is warned even where no number of dead is given."""


def kind_word(kind: Kind, lang: str) -> str:
    """What is said to have happened."""
    return term(KINDS, kind.value, lang)


def voice_word(voice: ClaimantType, lang: str) -> str:
    """The sort of claimant."""
    return term(VOICES, voice.value, lang)


def verification_word(verification: Verification, lang: str) -> str:
    """How many sources stand behind a report and whether they agree."""
    return term(VERIFICATIONS, verification.value, lang)


def voice_of(report: Report) -> ClaimantType:
    """Who speaks, as the filter counts it: the claimant, else the article, which is media."""
    return report.claim.claimant_type or ClaimantType.MEDIA


def claimant_name(report: Report, lang: str) -> str | None:
    """The claimant's label, with the text's own words where they name no private person."""
    claim = report.claim
    label = term(LABELS, claim.claimant_id, lang) if claim.claimant_id else None
    if claim.claimant and (label is None or claim.claimant_type not in _ROLES):
        plain = claim.claimant.strip()
        if label is None or label.casefold() not in plain.casefold():
            words = f"{_FSI}{plain}{_PDI}"
            return f"{_FSI}{label}{_PDI} (“{words}”)" if label else f"“{words}”"
    return f"{_FSI}{label}{_PDI}" if label else None


def claim_text(report: Report, lang: str) -> str:
    """Who says so and how firmly: "reported by the UN human rights office"."""
    hedge = report.claim.hedge.value if report.claim.hedge else ""
    who = claimant_name(report, lang)
    if who is None:
        return term(UNNAMED, hedge, lang)
    return term(HEDGES, hedge, lang).format(who=who)


def harm_texts(report: Report, lang: str) -> list[str]:
    """People killed, injured, displaced: "killed: at least 82 (women: 11, children: 13)"."""
    lines = []
    for what in _HARMS:
        low, high = (getattr(report.harm, f"{what}_{side}") for side in ("low", "high"))
        parts = _parts(report, lang) if what == "killed" else ""
        amount = bounds_text(low, high, lang)
        if amount or parts:
            said = " ".join(part for part in (amount, parts) if part)
            lines.append(f"{term(COUNTED, what, lang)}: {said}")
    return lines


def _parts(report: Report, lang: str) -> str:
    named = (("women", report.harm.killed_women), ("children", report.harm.killed_children))
    words = [f"{term(COUNTED, who, lang)}: {number(n)}" for who, n in named if n is not None]
    return f"({('، ' if lang == 'ar' else ', ').join(words)})" if words else ""


def figure_text(figure: Figure, lang: str) -> str:
    """One further figure: "area: up to 3 km²"."""
    unit = UNITS.get(figure.unit)
    mark = f" {unit[1] if lang == 'ar' else unit[0]}" if unit else ""
    amount = bounds_text(figure.low, figure.high, lang) or "?"
    return f"{term(COUNTED, figure.what, lang)}: {amount}{mark}"


def figure_texts(report: Report, lang: str) -> list[str]:
    """All figures of a report, and that they are said of its places together where they are."""
    lines = harm_texts(report, lang) + [figure_text(f, lang) for f in report.figures]
    if lines and report.shared and len(report.place_ids) > 1:
        lines.append(strings(lang)["said_together"].format(n=len(report.place_ids)))
    return lines


def bounds_text(low: float | None, high: float | None, lang: str) -> str:
    """A number as firmly as its source gives it; empty where it gives none."""
    if low is None and high is None:
        return ""
    which = "high" if low is None else "low" if high is None else "both"
    if low == high:
        which = "exact"
    return term(BOUNDS, which, lang).format(
        low="" if low is None else number(low), high="" if high is None else number(high)
    )


def number(value: float) -> str:
    """A number with thousands parted, kept in order inside Arabic words."""
    plain = f"{int(value):,}" if value == int(value) else f"{value:,g}"
    return f"{_LRI}{plain}{_PDI}"


def is_deadly(report: Report) -> bool:
    """Whether a reader should be told beforehand that the words speak of deaths."""
    harm = report.harm
    counted = (harm.killed_low, harm.killed_high, harm.killed_women, harm.killed_children)
    return report.kind in DEADLY or any(counted)
