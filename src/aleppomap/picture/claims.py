"""What the reports on the map say: written out where they are few, counted where they are many.

A count of kinds or claimants counts reports of these documents, never people or events.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from aleppomap.gazetteer import Gazetteer
from aleppomap.picture.lettering import clean, isolate
from aleppomap.picture.margin import Column
from aleppomap.query import Entry
from aleppomap.strings import period_text
from aleppomap.style import SOFT_INK
from aleppomap.terms import FIRMNESS, KINDS, LABELS, PRECISIONS, Pair, term
from aleppomap.view import View
from aleppomap.wording import capital, kind_words, report_lines

_FEW = 3
"""So many reports are written out."""
_LINES = 7


def draw_claims(column: Column, view: View, gazetteer: Gazetteer) -> None:
    """Kind, claimant, hedge, figures and precision of the shown reports."""
    if not view.shown:
        return
    column.heading(column.words["pic_said"])
    if len(view.shown) <= _FEW:
        for entry in view.shown:
            column.says(_told(entry, gazetteer, column.sheet.lang), most=_LINES)
            column.space(2)
    else:
        _draw_counts(column, view)
    column.says(column.words["legend_claims"], color=SOFT_INK)


def _told(entry: Entry, gazetteer: Gazetteer, lang: str) -> str:
    """One report: "up to 2016-12-12: killing or abuse. Reported by SOHR. Killed: at least 3"."""
    report = entry.report
    when = period_text(report.date_start, report.date_end, report.date_precision, lang)
    head = f"{capital(when)}: {kind_words(report.kind, lang)}"
    return ". ".join([head, *(clean(line) for line in report_lines(report, gazetteer, lang))])


def _draw_counts(column: Column, view: View) -> None:
    lang, words = column.sheet.lang, column.words
    reports = [entry.report for entry in view.shown]
    own = words["pic_own_voice"]
    rows = (
        (words["kind"], _named(KINDS, Counter(r.kind.value for r in reports), lang)),
        (
            words["claimant"],
            Counter(_claimant(r.claim.claimant_id, r.claim.claimant, own, lang) for r in reports),
        ),
        (
            words["pic_firmness"],
            _named(
                FIRMNESS,
                Counter(r.claim.hedge.value if r.claim.hedge else "" for r in reports),
                lang,
            ),
        ),
        (
            words["pic_precision"],
            _named(PRECISIONS, Counter(r.date_precision.value for r in reports), lang),
        ),
    )
    for (label, counts), lines in zip(rows, (1, 2, 2, 1), strict=True):
        said = [f"{name} ({n})" for name, n in sorted(counts.items(), key=lambda i: (-i[1], i[0]))]
        column.lists(f"{isolate(label)}: {{places}}", said, lines=lines)


def _named(table: Mapping[str, Pair], counts: Counter[str], lang: str) -> Counter[str]:
    return Counter({term(table, key, lang): count for key, count in counts.items()})


def _claimant(label: str | None, words: str | None, own: str, lang: str) -> str:
    if label:
        return term(LABELS, label, lang)
    return clean(words) if words else own
