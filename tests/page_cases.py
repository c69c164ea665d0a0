"""Reports made by hand for the tests of the page: four places in one, ranges, hostile words."""

from __future__ import annotations

from datetime import date
from typing import Any

from aleppomap.model import (
    Article,
    Claim,
    ClaimantType,
    DatedBy,
    Figure,
    GeoLevel,
    Harm,
    Hedge,
    Kind,
    Precision,
    Report,
    Span,
    Verification,
)
from aleppomap.query import Entry

HOSTILE = {
    "script": "</script><script>window.__pwned = 1</script>",
    "image": '<img src="x" onerror="window.__pwned = 1">',
    "template": "${window.__pwned = 1} `+(window.__pwned = 1)+`",
    "comment": "<!-- <script>",
    "attribute": '" onmouseover="window.__pwned = 1" x=\'',
    "separators": "one\u2028two\u2029three",
    "override": "\u202eevil\u202c \u2067word",
    "entity": "&lt;b&gt; &amp; &#x3c;",
    "jinja": "{{ 7 * 7 }} {% raw %}",
    "dollar": "$title ${data} $$",
    "null": "nul\x00l",
    "long": "long" * 2500,
}
"""Words that must reach the page as words."""


def make_entry(
    number: int,
    text: str,
    places: tuple[str, ...],
    start: date | None,
    end: date | None,
    *,
    marks: tuple[str, ...] = (),
    when: str | None = None,
    precision: Precision = Precision.DAY,
    level: GeoLevel = GeoLevel.NEIGHBOURHOOD,
    said: dict[str, Any] | None = None,
    **article: object,
) -> Entry:
    """A report on a whole text; ``marks`` and ``when`` are the words that place and date it,
    ``said`` the fields of kind, claim and figures."""
    fields = {"publisher": "The Paper", "published": date(2016, 12, 13)} | article
    made = Article(id=f"doc-{number}", text=text, **fields)  # type: ignore[arg-type]
    spans = tuple(Span(text.index(word), text.index(word) + len(word)) for word in marks)
    return Entry(
        Report(
            id=f"r-{number}",
            article_id=made.id,
            place_ids=places,
            geo_level=level,
            date_start=start,
            date_end=end,
            date_precision=precision,
            dated_by=DatedBy.TEXT if when else DatedBy.PUBLISHED,
            evidence=(Span(0, len(text)),),
            mention_spans=spans,
            timex_span=Span(text.index(when), text.index(when) + len(when)) if when else None,
            **(said or {}),
        ),
        made,
    )


MANY_KILLED: dict[str, Any] = {
    "kind": Kind.KILLING_ABUSE,
    "claim": Claim(
        claimant="A spokesman",
        claimant_id="ohchr",
        claimant_type=ClaimantType.UN,
        hedge=Hedge.REPORTED,
    ),
    "harm": Harm(killed_low=82, killed_women=11, killed_children=13),
    "shared": True,
    "same_event_as": ("r-3", "r-missing"),
    "verification": Verification.CONTESTED,
}
"""82 dead at least, said of several places together."""

SHELLED: dict[str, Any] = {
    "kind": Kind.SHELLING,
    "claim": Claim(
        claimant="أبو أحمد",
        claimant_id="resident",
        claimant_type=ClaimantType.RESIDENT,
        hedge=Hedge.ALLEGED,
    ),
    "harm": Harm(injured_high=20, displaced_low=8000, displaced_high=10000),
    "figures": (Figure(what="area", low=None, high=1.0, unit="km2"),),
    "origin_place_ids": ("south-hill",),
}
"""Bounds of every sort, fire from another place, a resident with a name."""

TOY_ENTRIES = (
    make_entry(
        1,
        "As of yesterday evening 82 were reported killed in Old Town, Gate Quarter and South Hill.",
        ("old-town", "gate-quarter", "south-hill"),
        None,
        date(2016, 12, 12),
        marks=("Old Town", "Gate Quarter", "South Hill"),
        when="As of yesterday evening",
        precision=Precision.UNTIL,
        title="Killed in three quarters",
        agency="A news agency",
        url="https://example.org/a?b=1&c=2",
        said=MANY_KILLED,
    ),
    make_entry(
        2,
        "قصف على حي البوابة يوم الاثنين 😀 قرب ساحة الساعة.",
        ("gate-quarter", "clock-square"),
        date(2016, 10, 3),
        date(2016, 10, 3),
        marks=("حي البوابة", "ساحة الساعة"),
        when="يوم الاثنين",
        language="ar",
        title="قصف",
        url="javascript:window.__pwned=1",
        said=SHELLED,
    ),
    make_entry(
        3,
        "The Old Bath was damaged during the summer.",
        ("old-bath",),
        date(2016, 6, 1),
        date(2016, 8, 31),
        marks=("Old Bath",),
        when="during the summer",
        precision=Precision.RANGE,
        publisher=None,
    ),
    make_entry(4, "Lost Village was named.", ("lost-village",), date(2016, 7, 1), date(2016, 7, 1)),
    make_entry(5, "Old Town, nobody says when.", ("old-town",), None, None, published=None),
    make_entry(6, "Aleppo was quiet.", (), date(2016, 7, 2), date(2016, 7, 2), level=GeoLevel.CITY),
)


def hostile_entries() -> list[Entry]:
    """One report for each hostile string, with the string in every field that a document fills."""
    return [
        make_entry(
            number,
            f"{words} Gate Quarter {words}",
            ("gate-quarter",),
            date(2016, 1, 1),
            date(2016, 1, 1 + number),
            marks=("Gate Quarter",),
            title=words,
            publisher=words,
            agency=f"agency {words}",
            url=f"https://example.org/{words}",
        )
        for number, words in enumerate(HOSTILE.values())
    ]
