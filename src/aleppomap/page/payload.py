"""What the script of the one-file page works on, as plain JSON values."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from aleppomap.gazetteer import ROOTS, DrawnAs, Gazetteer
from aleppomap.link import HOME, Link
from aleppomap.model import Article, Kind, Place, Report, as_day
from aleppomap.page.chart import bounds_of
from aleppomap.query import Entry
from aleppomap.shapes import mark_rows, place_row
from aleppomap.strings import period_text, strings
from aleppomap.style import (
    BORDER,
    FILLS,
    GROUND,
    INK,
    KIND_COLOURS,
    PAPER,
    SELECTED,
    SOFT_INK,
    UNSURE,
    family_of,
)
from aleppomap.style import class_labels as labels_of
from aleppomap.view import View, build_bins, extent_of
from aleppomap.wording import is_deadly, kind_words, report_lines

Json = dict[str, Any]
Piece = str | list[str | int]

REPORT = (
    "id", "article", "start", "end", "when", "dated", "places", "words",
    "kind", "says", "sort", "same", "deadly",
)  # fmt: skip
ARTICLE = ("title", "publisher", "agency", "published", "url")
"""Columns of the rows; see ``build_payload``. Rows, not objects: the file is a third smaller."""

PLACE, TIME = 1, 2
"""What a marked piece of an excerpt is."""

LOOK: Json = {
    "fills": list(FILLS),
    "ink": INK,
    "soft-ink": SOFT_INK,
    "border": BORDER,
    "selected": SELECTED,
    "paper": PAPER,
    "ground": GROUND,
    "unsure": UNSURE,
    **{f"kind-{family}": colour for family, colour in KIND_COLOURS.items()},
}
_WORDS = (
    "n_report", "n_reports", "no_mention", "within_n", "map_label", "hint_touch", "hint_mouse",
    "about_circle", "about_within", "about_listed", "confidence_low", "credit", "bin_label",
    "timeline_label", "together", "open_source", "more_reports", "no_reports", "all_places",
    "from_day", "until_day", "page_all", "page_window", "page_place", "page_play", "page_pause",
    "page_and_parts", "part_of", "dated_text", "dated_published", "published_on", "unpublished",
    "untitled", "zoom_in", "zoom_out", "page_choose", "same_event", "same_event_beside",
    "same_event_head", "same_event_close", "content_note",
)  # fmt: skip


def build_payload(
    view: View, gazetteer: Gazetteer, *, lang: str = "en", link: Link | None = None
) -> Json:
    """The shown reports and what is needed to draw and list them.

    ``reports`` are rows with the columns of ``REPORT``, newest first, ``articles``
    with those of ``ARTICLE``. ``article`` and ``places`` count into the lists of
    those names; ``when`` (the period in words), ``dated`` ("text", "published" or
    "none"), ``kind``, ``says`` (lines), ``sort`` (the kind's value), ``publisher`` and
    ``agency`` count into ``phrases``; ``same`` are numbers of rows that may tell of the same
    event; ``deadly`` is 1 where words speak of deaths. Days are ISO days
    or null. ``words`` are pieces of the excerpt: a string, or a string with what
    it is (``PLACE`` or ``TIME``). Shapes are not here; they stand in folium's layers.
    """
    shown = view.shown
    rank = {entry.report.id: at for at, entry in enumerate(shown)}
    places = _places(view, gazetteer)
    number = {place.id: at for at, place in enumerate(places)}
    phrases = _Phrases()
    articles = {entry.article.id: entry.article for entry in shown}
    article_number = {article_id: at for at, article_id in enumerate(articles)}
    days = window_of(view)
    words = strings(lang)
    start = link.viewport if link and link.viewport != HOME else None
    return {
        "lang": lang,
        "look": LOOK,
        "breaks": list(view.breaks),
        "labels": list(labels_of(view.breaks)),
        "window": [day.isoformat() for day in days] if days else None,
        "bins": [[bin_.start.isoformat(), bin_.end.isoformat()] for bin_ in _bins(view)],
        "places": [place_row(place, gazetteer) | _parent(place) for place in places],
        "articles": [_article(article, phrases) for article in articles.values()],
        "reports": [
            _report(entry, article_number[entry.article.id], number, phrases, gazetteer, lang)
            + _claim(entry.report, rank, phrases, gazetteer, lang)
            for entry in shown
        ],
        "families": {kind.value: family_of(kind.value) for kind in Kind},
        "marks": mark_rows(shown, gazetteer, lang),
        "phrases": list(phrases),
        "chosen": [place_id for place_id in view.query.places if place_id in gazetteer],
        "report": link.report if link else None,
        "home": bounds_of(view, gazetteer),
        "viewport": {"lat": start.lat, "lng": start.lon, "zoom": start.zoom} if start else None,
        "strings": {key: words[key] for key in _WORDS},
        "legend": _legend(words),
    }


def window_of(view: View) -> tuple[date, date] | None:
    """First and last day that the page can be moved over: of the shown reports, inside the query.

    A report of a whole year may begin before the window it was found in.
    """
    extent = extent_of(view.shown)
    if extent is None:
        return None
    first, last = extent
    since, until = view.query.since or first, view.query.until or last
    return max(first, since), min(last, until)


def _bins(view: View) -> Iterable[Any]:
    return build_bins(view.shown, view.shown, window_of(view))


def _places(view: View, gazetteer: Gazetteer) -> list[Place]:
    """Places named in the shown reports, and what they are part of or drawn on, by id."""
    wanted: set[str] = set()
    for place_id in view.counts:
        if place_id in gazetteer:
            wanted.update((place_id, *gazetteer.ancestors(place_id)))
    return [place for place in gazetteer if place.id in wanted]


def _parent(place: Place) -> Json:
    return {"inside": place.part_of}


class _Phrases(dict[str, int]):
    """Words that many reports share, each written once and counted from 0."""

    def number(self, words: str) -> int:
        return self.setdefault(words, len(self))


def _article(article: Article, phrases: _Phrases) -> list[Any]:
    day = as_day(article.published)
    publisher, agency = article.publisher or "", article.agency or ""
    return [
        article.title,
        phrases.number(publisher),
        phrases.number(agency if agency != publisher else ""),
        day.isoformat() if day else None,
        web_address(article.url),
    ]


def web_address(url: str | None) -> str | None:
    """The address if it is one of the web (http or https), else None."""
    try:
        parts = urlsplit((url or "").strip())
    except ValueError:
        return None
    return parts.geturl() if parts.scheme in ("http", "https") and parts.netloc else None


def _report(
    entry: Entry,
    article: int,
    place_number: dict[str, int],
    phrases: _Phrases,
    gazetteer: Gazetteer,
    lang: str,
) -> list[Any]:
    report = entry.report
    start, end = report.date_start, report.date_end
    return [
        report.id,
        article,
        start.isoformat() if start else None,
        end.isoformat() if end else None,
        phrases.number(period_text(start, end, report.date_precision, lang)),
        phrases.number(report.dated_by.value),
        [place_number[p] for p in dict.fromkeys(report.place_ids) if p in place_number],
        excerpt_pieces(entry),
    ]


def _claim(
    report: Report, rank: dict[str, int], phrases: _Phrases, gazetteer: Gazetteer, lang: str
) -> list[Any]:
    """What a row says of kind, claim and figures, and which rows may tell of the same event."""
    return [
        phrases.number(kind_words(report.kind, lang)),
        [phrases.number(line) for line in report_lines(report, gazetteer, lang)],
        phrases.number(report.kind.value),
        [rank[other] for other in report.same_event_as if other in rank],
        int(is_deadly(report)),
    ]


def excerpt_pieces(entry: Entry) -> list[Piece]:
    """The words of a report, cut where a place or the time is named; joined they are the excerpt.

    A place wins where both stand on the same words.
    """
    text, report = entry.article.text, entry.report
    spans = [(PLACE, span) for span in report.mention_spans]
    if report.timex_span is not None:
        spans.append((TIME, report.timex_span))
    pieces: list[Piece] = []
    for number, evidence in enumerate(report.evidence):
        if number:
            _add(pieces, " … ")
        at = evidence.start
        for kind, span in sorted(spans, key=lambda item: (item[1].start, item[0])):
            start, end = max(span.start, at), min(span.end, evidence.end)
            if start >= end:
                continue
            _add(pieces, text[at:start])
            pieces.append([text[start:end], kind])
            at = end
        _add(pieces, text[at : evidence.end])
    return pieces


def _add(pieces: list[Piece], words: str) -> None:
    if not words:
        return
    if pieces and isinstance(pieces[-1], str):
        pieces[-1] += words
    else:
        pieces.append(words)


def _legend(words: Any) -> Json:
    signs = (
        ("circle", "legend_circle"),
        ("within", "legend_within"),
        ("shared", "legend_shared"),
        ("hub", "legend_mark"),
        ("range", "legend_ranges"),
        ("claims", "legend_claims"),
    )
    return {
        "title": words["legend_title"],
        "lines": [{"mark": mark, "text": words[key]} for mark, key in signs],
        "warning": words["legend_mention"],
    }


def listed_places(view: View, gazetteer: Gazetteer) -> list[tuple[Place, int]]:
    """Named places without a published position, with their counts, the most named first.

    Those somewhere inside an outline belong to them as well as those of which
    nothing is known.
    """
    found = []
    for place_id, count in view.counts.items():
        place = gazetteer.get(place_id)
        if place is None or place_id in ROOTS:
            continue
        if gazetteer.drawing(place_id).how in (DrawnAs.WITHIN, DrawnAs.LISTED):
            found.append((place, count))
    return sorted(found, key=lambda item: (-item[1], item[0].id))
