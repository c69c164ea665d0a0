"""A report's claim, figures and kind in words, for cards, pages and pictures.

The words stay the claimant's: "reported", "at least", "up to", "alleged" are never left out,
nothing is added up, no party is given a side, a figure said of several places says so, and a
private person stays a role.
"""

from __future__ import annotations

from collections.abc import Sequence

from aleppomap.gazetteer import Gazetteer
from aleppomap.model import Claim, ClaimantType, Figure, Harm, Kind, Report, Verification
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

FSI, LRI, PDI = "\u2068", "\u2066", "\u2069"
"""Isolates round words and numbers that may run the other way."""

_ROLES = frozenset({ClaimantType.RESIDENT, ClaimantType.MEDICAL, ClaimantType.OTHER})
"""Voices whose own words may name a private person: a known role stands for them."""
_HARMS = ("killed", "injured", "displaced")
_DEADLY = frozenset({Kind.KILLING_ABUSE, Kind.CHEMICAL})
"""Kinds of which a reader is warned even where no number of dead is given."""


def kind_words(kind: Kind, lang: str) -> str:
    """What is said to have happened."""
    return term(KINDS, kind.value, lang)


def voice_words(voice: ClaimantType, lang: str) -> str:
    """A sort of claimant."""
    return term(VOICES, voice.value, lang)


def certainty_words(verification: Verification, lang: str) -> str:
    """How many sources stand behind a report, and whether they agree."""
    return term(VERIFICATIONS, verification.value, lang)


def claim_words(claim: Claim, lang: str) -> str:
    """Who says so and how firmly: "reported by SOHR", "in the article's own voice"."""
    hedge = claim.hedge.value if claim.hedge else ""
    who = _who(claim, lang)
    if not who:
        return capital(term(UNNAMED, hedge, lang))
    return capital(term(HEDGES, hedge, lang).format(who=who))


def _who(claim: Claim, lang: str) -> str:
    """The claimant's label, and the text's own words where they can name no private person."""
    label = term(LABELS, claim.claimant_id, lang) if claim.claimant_id else ""
    words = (claim.claimant or "").strip()
    known = LABELS.get(claim.claimant_id or "", ())
    if label and (
        claim.claimant_type in _ROLES or any(name.casefold() in words.casefold() for name in known)
    ):
        words = ""
    quoted = f"“{FSI}{words}{PDI}”" if words else ""
    if label and quoted:
        return f"{FSI}{label}{PDI} ({quoted})"
    return quoted or (f"{FSI}{label}{PDI}" if label else "")


def harm_words(harm: Harm, lang: str) -> list[str]:
    """People killed, injured, displaced: "killed: at least 82 (women: 11, children: 13)"."""
    lines = []
    for what in _HARMS:
        low, high = (getattr(harm, f"{what}_{side}") for side in ("low", "high"))
        amount = bounds_words(low, high, lang)
        groups = _groups(harm, lang) if what == "killed" else ""
        if amount and groups:
            groups = f"({groups})"
        if amount or groups:
            lines.append(f"{term(COUNTED, what, lang)}: {f'{amount} {groups}'.strip()}")
    return lines


def _groups(harm: Harm, lang: str) -> str:
    counts = (("women", harm.killed_women), ("children", harm.killed_children))
    named = [f"{term(COUNTED, who, lang)}: {_number(n)}" for who, n in counts if n is not None]
    return _comma(lang).join(named)


def figure_words(figure: Figure, lang: str) -> str:
    """One further figure: "area: up to 3 km²"."""
    unit = UNITS.get(figure.unit, ("", ""))[lang == "ar"]
    amount = bounds_words(figure.low, figure.high, lang)
    return f"{term(COUNTED, figure.what, lang)}: {amount} {unit}".rstrip()


def figures_words(report: Report, lang: str) -> str:
    """All figures of a report in one line, said to be shared where they are; "" without any."""
    lines = harm_words(report.harm, lang)
    lines += [figure_words(figure, lang) for figure in report.figures]
    if not lines:
        return ""
    line = capital(("؛ " if lang == "ar" else "; ").join(lines))
    if report.shared and len(report.place_ids) > 1:
        together = strings(lang)["said_together"].format(n=_number(len(report.place_ids)))
        return f"{line} ({together})"
    return line


def origin_words(report: Report, gazetteer: Gazetteer, lang: str) -> str:
    """Where fire is said to have come from, by name; "" where the text says nothing of it."""
    found = (gazetteer.get(place_id) for place_id in report.origin_place_ids)
    names = [p.name_ar if lang == "ar" and p.name_ar else p.name_en for p in found if p]
    return f"{strings(lang)['origin_from']} {_comma(lang).join(names)}" if names else ""


def report_lines(report: Report, gazetteer: Gazetteer, lang: str) -> list[str]:
    """What a card says below a report's words: claim, figures, origin, other sources."""
    more = ""
    if report.verification is not Verification.SINGLE:
        more = capital(certainty_words(report.verification, lang))
    lines = (
        claim_words(report.claim, lang),
        figures_words(report, lang),
        capital(origin_words(report, gazetteer, lang)),
        more,
    )
    return [line for line in lines if line]


def filter_words(
    kinds: Sequence[Kind],
    voices: Sequence[ClaimantType],
    certainty: Sequence[Verification],
    lang: str,
) -> list[str]:
    """What is asked of kind, claimant and certainty: "Kind: shelling, protest"."""
    words = strings(lang)
    asked = (
        (words["kind"], [kind_words(kind, lang) for kind in kinds]),
        (words["claimant_sort"], [voice_words(voice, lang) for voice in voices]),
        (words["certainty"], [certainty_words(sort, lang) for sort in certainty]),
    )
    return [f"{label}: {_comma(lang).join(said)}" for label, said in asked if said]


def is_deadly(report: Report) -> bool:
    """Whether a reader should be told beforehand that the words speak of deaths."""
    harm = report.harm
    counted = (harm.killed_low, harm.killed_high, harm.killed_women, harm.killed_children)
    return report.kind in _DEADLY or any(counted)


def bounds_words(low: float | None, high: float | None, lang: str) -> str:
    """A number as firmly as its source gives it: "at least 82"; "" where it gives none."""
    if low is None and high is None:
        return ""
    which = "high" if low is None else "low" if high is None else "both"
    return term(BOUNDS, "exact" if low == high else which, lang).format(
        low="" if low is None else _number(low), high="" if high is None else _number(high)
    )


def _number(value: float) -> str:
    """A number with thousands parted, isolated so that it keeps its order in Arabic."""
    return f"{LRI}{value:,.0f}{PDI}" if value == int(value) else f"{LRI}{value:,g}{PDI}"


def _comma(lang: str) -> str:
    return "، " if lang == "ar" else ", "


def capital(words: str) -> str:
    """Words with their first letter large, the others as they are."""
    return words[:1].upper() + words[1:]
