"""Where fire came from: the places of a sentence that are not where it landed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from aleppomap.model import Mention, Span

_BEFORE = re.compile(
    r"(?:(?:fired|launched|shot|coming|came|originat\w+|shelling|fire|shells|rockets|mortars)"
    r"\s+(?:\w+\s+){0,3}?from|(?:based|positioned|stationed|positions|batteries|emplacements)\s+"
    r"(?:in|at|on)|took\s+off\s+from"
    r"|(?:tir\w+|lanc\w+|provenant|en provenance)\s+(?:depuis|de|du|d['’])|(?:disparad\w+|lanzad\w+)\s+desde"
    r"|выпущен\w+\s+из|выпущен\w+\s+с|обстрел\w*\s+из"
    r"|(?:أطلقت|اطلقت|أطلقها|مصدرها|المنطلقة|انطلقت|المتمركزة|المتمركز|المتمركزين|أقلعت)\s+(?:من|في|من\s+مواقع\w*\s+في)?"
    r"|من\s+(?:مواقعه\w*|مواقعهم|تمركز\w*|مرابض\w*)\s+(?:في|ب)?)"
    r"\s*(?:the\s+|حي\s+|منطقة\s+|احياء\s+|أحياء\s+|neighbourhood of\s+|district of\s+|quartier\s+de\s+|al-)*$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"^(?:['’]?(?:dan|den|tan|ten)\s+(?:atılan|ateşlenen)|\s+aus\s+(?:abgefeuert|beschossen))",
    re.IGNORECASE,
)
_SIDE_IN = re.compile(r"(?:rebels|fighters|gunmen|militants|forces|groups)\s+(?:in|at)\s+$", re.I)
_ATTACKS = re.compile(r"^\s*(?:,?\s*)(?:shelled|fired|pounded|bombarded|targeted|launched)\b", re.I)
_AUS = re.compile(r"\baus\s+(?:dem\s+|der\s+)?(?:Viertel\s+|Stadtteil\s+)?$", re.I)
_GERMAN_FIRE = re.compile(r"abgefeuert|beschuss|beschossen|granaten", re.I)


def find_origins(text: str, sentence: Span, mentions: Sequence[Mention]) -> frozenset[int]:
    """The numbers of the mentions that fire came from; in doubt none.

    "Shells fired from Bani Zeid fell in Jamiliyeh": Bani Zeid. A list after "from" goes with
    its first item as long as only commas and conjunctions stand between.
    """
    found: set[int] = set()
    for number, mention in enumerate(mentions):
        before = text[max(sentence.start, mention.start - 90) : mention.start]
        after = text[mention.end : min(sentence.end, mention.end + 40)]
        if (
            _BEFORE.search(before)
            or _AFTER.match(after)
            or (_SIDE_IN.search(before) and _ATTACKS.match(after))
            or (_AUS.search(before) and _GERMAN_FIRE.search(text[sentence.start : sentence.end]))
            or (number - 1 in found and _continues(text, mentions[number - 1], mention))
        ):
            found.add(number)
    return frozenset(found)


_LIST = re.compile(r"[\s,،]*(?:and|or|et|und|y|ve|и|و)?[\s]*(?:the\s+|حي\s+|al-|ال)?", re.I)


def _continues(text: str, one: Mention, two: Mention) -> bool:
    return _LIST.fullmatch(text[one.end : two.start]) is not None
