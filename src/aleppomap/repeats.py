"""Reports that an article tells twice are one report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace

from aleppomap.model import GeoLevel, Harm, Kind, Note, Report, Span

_VAGUE = frozenset({GeoLevel.CITY, GeoLevel.UNPLACED})


def merge_repeats(reports: Sequence[Report]) -> tuple[tuple[Report, ...], tuple[Note, ...]]:
    """The reports with repeats merged into the fuller one, and a note for each merger.

    Two reports repeat each other when they give the same figures of the killed, injured or
    displaced, of places that do not differ, by voices that do not differ, at times that
    can be the same.
    """
    kept: list[Report] = []
    notes: list[Note] = []
    by_toll: dict[tuple[int | None, int | None], list[int]] = {}
    for report in reports:
        if report.harm == Harm():
            kept.append(report)
            continue
        alike = by_toll.setdefault((report.harm.killed_low, report.harm.killed_high), [])
        twin = next((n for n in alike if _repeats(kept[n], report)), None)
        if twin is None:
            alike.append(len(kept))
            kept.append(report)
            continue
        fuller, other = sorted((kept[twin], report), key=_fullness, reverse=True)
        kept[twin] = _merged(fuller, other)
        words = report.evidence[0]
        notes.append(
            Note(
                code="merged-repeat",
                message=f"the same figure said again; kept once, in report {fuller.id}",
                start=words.start,
                end=words.end,
            )
        )
    return tuple(kept), tuple(notes)


def _repeats(one: Report, two: Report) -> bool:
    return (
        _agree(one.harm, two.harm)
        and _same_place(one, two)
        and _same_voice(one, two)
        and _same_time(one, two)
    )


def _agree(one: Harm, two: Harm) -> bool:
    """Whether no figure that both give differs."""
    pairs = ((getattr(one, f.name), getattr(two, f.name)) for f in fields(Harm))
    shared = [(a, b) for a, b in pairs if a is not None and b is not None]
    return bool(shared) and all(a == b for a, b in shared)


def _same_place(one: Report, two: Report) -> bool:
    if one.geo_level in _VAGUE or two.geo_level in _VAGUE:
        return True
    first, second = set(one.place_ids), set(two.place_ids)
    return first <= second or second <= first


def _same_voice(one: Report, two: Report) -> bool:
    voices = {one.claim.claimant_id, two.claim.claimant_id} - {None}
    return len(voices) < 2


def _same_time(one: Report, two: Report) -> bool:
    if one.dated_by != two.dated_by:
        return True
    if None in (one.date_start, two.date_start) or None in (one.date_end, two.date_end):
        return True
    assert one.date_start and two.date_start and one.date_end and two.date_end
    return one.date_start <= two.date_end and two.date_start <= one.date_end


def _fullness(report: Report) -> tuple[int, int, int, int]:
    return (
        len(report.place_ids),
        sum(getattr(report.harm, f.name) is not None for f in fields(Harm)),
        report.claim.claimant_id is not None,
        -report.evidence[0].start,
    )


def _merged(fuller: Report, other: Report) -> Report:
    """The fuller report with what only the other one says."""
    harm = Harm(
        **{
            f.name: getattr(fuller.harm, f.name)
            if getattr(fuller.harm, f.name) is not None
            else getattr(other.harm, f.name)
            for f in fields(Harm)
        }
    )
    merged = replace(
        fuller,
        harm=harm,
        evidence=tuple(sorted({*fuller.evidence, *other.evidence})),
        kind=fuller.kind if fuller.kind is not Kind.OTHER else other.kind,
        claim=fuller.claim if fuller.claim.claimant else other.claim,
        mention_spans=_together(fuller.mention_spans, other, fuller),
    )
    if fuller.timex_span is None and other.timex_span is not None:
        merged = replace(
            merged,
            date_start=other.date_start,
            date_end=other.date_end,
            date_precision=other.date_precision,
            dated_by=other.dated_by,
            timex_span=other.timex_span,
        )
    return merged


def _together(spans: Sequence[Span], other: Report, fuller: Report) -> tuple[Span, ...]:
    both = fuller.place_ids and other.place_ids
    return tuple(sorted({*spans, *other.mention_spans})) if both else tuple(spans)
