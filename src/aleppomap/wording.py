"""A report's claim, figures and kind in words, for cards, pages and pictures.

The words stay the claimant's: "reported", "at least", "alleged" are never left out, no party
is given a side, and a figure said of several places says so.
"""

from __future__ import annotations

from collections.abc import Mapping

from aleppomap.gazetteer import Gazetteer
from aleppomap.model import Claim, Harm, Hedge, Kind, Report, Verification

FSI, PDI = "\u2068", "\u2069"
"""Isolates round words that may be written in another direction."""

KINDS: Mapping[Kind, tuple[str, str]] = {
    Kind.AIR_STRIKE: ("air strike", "غارة جوية"),
    Kind.SHELLING: ("shelling", "قصف"),
    Kind.BOMBING: ("bombing", "تفجير"),
    Kind.GROUND_FIGHTING: ("fighting", "اشتباكات"),
    Kind.CONTROL_CHANGE: ("change of control", "تغيّر السيطرة"),
    Kind.KILLING_ABUSE: ("killing or abuse", "قتل أو انتهاك"),
    Kind.CHEMICAL: ("chemical", "مواد كيميائية"),
    Kind.DISPLACEMENT: ("displacement", "نزوح"),
    Kind.SIEGE_AID: ("siege and aid", "حصار وإغاثة"),
    Kind.MEDICAL_FACILITY_HIT: ("medical facility hit", "استهداف مرفق طبي"),
    Kind.HERITAGE_DAMAGE: ("heritage damaged", "ضرر بالتراث"),
    Kind.PROTEST: ("protest", "احتجاج"),
    Kind.STATEMENT: ("statement", "تصريح"),
    Kind.DAILY_LIFE: ("daily life", "حياة يومية"),
    Kind.OTHER: ("other", "غير ذلك"),
}
"""What each kind is called, in English and Arabic."""

_CLAIMS: Mapping[Hedge | None, tuple[str, str]] = {
    Hedge.SAID: ("According to {who}", "بحسب {who}"),
    Hedge.REPORTED: ("Reported by {who}", "أفاد به {who}"),
    Hedge.ALLEGED: ("Alleged by {who}", "ادّعاه {who}"),
    Hedge.FEARED: ("Feared by {who}", "خشيه {who}"),
    Hedge.DENIED: ("Denied by {who}", "نفاه {who}"),
    None: ("According to {who}", "بحسب {who}"),
}
_UNSAID: Mapping[Hedge | None, tuple[str, str]] = {
    Hedge.REPORTED: ("Reported; by whom is not said", "نُقل دون ذكر المصدر"),
    Hedge.ALLEGED: ("Alleged; by whom is not said", "ادعاء دون ذكر المصدر"),
    Hedge.FEARED: ("Feared; by whom is not said", "خشية دون ذكر المصدر"),
    Hedge.DENIED: ("Denied; by whom is not said", "نفي دون ذكر المصدر"),
}
_OWN_VOICE = ("In the article's own voice", "بلسان المقال نفسه")
_COUNTED = (
    ("killed", ("{n} killed", "{n} قتيلًا")),
    ("injured", ("{n} injured", "{n} جريحًا")),
    ("displaced", ("{n} displaced", "{n} نازحًا")),
)
_AT_LEAST, _AT_MOST, _BETWEEN = (
    ("at least {low}", "{low} على الأقل"),
    ("up to {high}", "حتى {high}"),
    ("{low} to {high}", "من {low} إلى {high}"),
)
_GROUPS = (("{n} women", "{n} نساء"), ("{n} children", "{n} أطفال"))
_AMONG = ("among them {groups}", "بينهم {groups}")
_SHARED = ("said of {n} places together", "قيل عن {n} أماكن معًا")
_ORIGIN = ("Fire came from: {places}", "مصدر النيران: {places}")
_VERIFIED: Mapping[Verification, tuple[str, str]] = {
    Verification.CORROBORATED: ("another source says the like", "مصدر آخر يقول مثله"),
    Verification.CONTESTED: ("another source says otherwise", "مصدر آخر يقول غير ذلك"),
}


def kind_words(kind: Kind, lang: str) -> str:
    """What a kind is called."""
    return KINDS[kind][lang == "ar"]


def claim_words(claim: Claim, lang: str) -> str:
    """Who says so and how firmly: "Reported by SOHR", "In the article's own voice"."""
    column = lang == "ar"
    if claim.claimant:
        pattern = _CLAIMS.get(claim.hedge, _CLAIMS[None])[column]
        return pattern.format(who=f"{FSI}{claim.claimant}{PDI}")
    return _UNSAID.get(claim.hedge, _OWN_VOICE)[column]


def harm_words(harm: Harm, lang: str) -> str:
    """The people killed, injured and displaced, with the source's own bounds; "" without any."""
    column = lang == "ar"
    parts = []
    for what, pattern in _COUNTED:
        low, high = getattr(harm, f"{what}_low"), getattr(harm, f"{what}_high")
        if low is None and high is None:
            continue
        part = pattern[column].format(n=_bounds(low, high, lang))
        pairs = zip((harm.killed_women, harm.killed_children), _GROUPS, strict=True)
        groups = [words[column].format(n=n) for n, words in pairs if n] if what == "killed" else []
        if groups:
            joined = ("، " if column else ", ").join(groups)
            part += ("، " if column else ", ") + _AMONG[column].format(groups=joined)
        parts.append(part)
    return ("؛ " if column else "; ").join(parts)


def report_lines(report: Report, gazetteer: Gazetteer, lang: str) -> list[str]:
    """What a card says below a report's words: claim, figures, origin, other sources."""
    column = lang == "ar"
    lines = [claim_words(report.claim, lang)]
    figures = [harm_words(report.harm, lang)] if harm_words(report.harm, lang) else []
    figures += [
        f"{_bounds(f.low, f.high, lang)} {f.unit if f.unit != 'people' else f.what}"
        for f in report.figures
    ]
    if figures:
        line = ("؛ " if column else "; ").join(figures)
        if report.shared:
            line += f" ({_SHARED[column].format(n=len(report.place_ids))})"
        lines.append(line)
    origins = [gazetteer.get(place_id) for place_id in report.origin_place_ids]
    if names := [p.name_ar if column and p.name_ar else p.name_en for p in origins if p]:
        lines.append(_ORIGIN[column].format(places=("، " if column else ", ").join(names)))
    if report.verification in _VERIFIED:
        lines.append(_VERIFIED[report.verification][column])
    return lines


def _bounds(low: float | None, high: float | None, lang: str) -> str:
    column = lang == "ar"
    if low is not None and low == high:
        return _number(low)
    if high is None and low is not None:
        return _AT_LEAST[column].format(low=_number(low))
    if low is None and high is not None:
        return _AT_MOST[column].format(high=_number(high))
    return _BETWEEN[column].format(low=_number(low or 0), high=_number(high or 0))


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:g}"
