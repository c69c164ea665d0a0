"""Which reports may tell of one event, within an article and across articles.

Reports are linked, never merged: figures that differ stay side by side. Two reports are
linked when they share a place, a kind and the time, and do not come from one voice in one
article; they are *contested* when their figures exclude each other or one denies what the
other says, *corroborated* when two independent voices say what can be the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

from aleppomap.model import GeoLevel, Harm, Hedge, Kind, Report, Verification

_LONGEST = timedelta(days=3)
"""A period longer than this fixes no event: too much happens in it."""
_MOST = 60
"""Reports of one kind, place and day that are compared with each other."""
_ATTACKS = frozenset(
    {
        Kind.AIR_STRIKE,
        Kind.SHELLING,
        Kind.BOMBING,
        Kind.CHEMICAL,
        Kind.MEDICAL_FACILITY_HIT,
        Kind.KILLING_ABUSE,
    }
)
"""Kinds by which different voices may call one attack."""
_BOUNDS = (
    ("killed_low", "killed_high"),
    ("injured_low", "injured_high"),
    ("displaced_low", "displaced_high"),
)


def link_events(reports: Sequence[Report]) -> tuple[Report, ...]:
    """The reports in their order, with ``same_event_as`` and ``verification`` filled in."""
    links: dict[str, set[str]] = defaultdict(set)
    contested: set[str] = set()
    corroborated: set[str] = set()
    for one, two in _pairs(reports):
        if not _may_be_one(one, two):
            continue
        links[one.id].add(two.id)
        links[two.id].add(one.id)
        if _exclude(one, two):
            contested |= {one.id, two.id}
        elif _voice(one) != _voice(two):
            corroborated |= {one.id, two.id}
    linked = []
    for report in reports:
        verification = Verification.SINGLE
        if report.id in contested:
            verification = Verification.CONTESTED
        elif report.id in corroborated:
            verification = Verification.CORROBORATED
        same = tuple(sorted(links.get(report.id, ())))
        linked.append(replace(report, same_event_as=same, verification=verification))
    return tuple(linked)


def _pairs(reports: Iterable[Report]) -> Iterator[tuple[Report, Report]]:
    """Pairs that are worth comparing: they share a place (or a sort of figure, where only the
    city is named) and a day."""
    rooms: dict[tuple[str, date], dict[str, Report]] = defaultdict(dict)
    for report in reports:
        for key in _keys(report):
            for day in _days(report):
                rooms[key, day].setdefault(report.id, report)
    seen: set[tuple[str, str]] = set()
    for room in rooms.values():
        for one, two in combinations(list(room.values())[:_MOST], 2):
            if (one.id, two.id) not in seen:
                seen.add((one.id, two.id))
                yield one, two


def _keys(report: Report) -> Iterator[str]:
    if report.place_ids:
        yield from report.place_ids
    elif report.geo_level is GeoLevel.CITY:
        yield from (f"city:{figure.what}" for figure in report.figures)
        if report.harm != Harm():
            yield "city:harm"


def _days(report: Report) -> Iterator[date]:
    start, end = report.date_start or report.date_end, report.date_end or report.date_start
    if start is None or end is None or end - start > _LONGEST:
        return
    day = start
    while day <= end:
        yield day
        day += timedelta(days=1)


def _may_be_one(one: Report, two: Report) -> bool:
    if one.article_id == two.article_id and _voice(one) == _voice(two):
        return False
    if Hedge.DENIED in (one.claim.hedge, two.claim.hedge):
        return one.claim.hedge is not two.claim.hedge
    same_kind = one.kind is two.kind or {one.kind, two.kind} <= _ATTACKS
    return same_kind and one.kind not in (Kind.OTHER, Kind.DAILY_LIFE, Kind.STATEMENT)


def _voice(report: Report) -> tuple[str, str]:
    """Who speaks: the claimant whoever carries the words, else the article itself."""
    claimant = report.claim.claimant_id
    return ("claimant", claimant) if claimant else ("article", report.article_id)


def _exclude(one: Report, two: Report) -> bool:
    """Whether both cannot be right about one event."""
    if Hedge.DENIED in (one.claim.hedge, two.claim.hedge):
        return True
    for low, high in _BOUNDS:
        bounds = [(getattr(r.harm, low), getattr(r.harm, high)) for r in (one, two)]
        if _apart(bounds[0], bounds[1]):
            return True
    for figure in one.figures:
        for other in two.figures:
            same = (figure.what, figure.unit) == (other.what, other.unit)
            if same and _apart((figure.low, figure.high), (other.low, other.high)):
                return True
            # "under one" and "under three" square kilometres: two estimates of one thing
            if same and (figure.low, figure.high) != (other.low, other.high):
                return True
    return False


def _apart(one: tuple[float | None, float | None], two: tuple[float | None, float | None]) -> bool:
    if one == (None, None) or two == (None, None):
        return False
    lows = [bound[0] if bound[0] is not None else 0 for bound in (one, two)]
    highs = [bound[1] if bound[1] is not None else float("inf") for bound in (one, two)]
    return lows[0] > highs[1] or lows[1] > highs[0]
