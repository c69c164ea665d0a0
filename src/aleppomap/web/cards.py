"""What the parts of the page show, as plain JSON values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from aleppomap.gazetteer import DrawnAs, Gazetteer
from aleppomap.model import DatedBy, Extraction, Place, Report, as_day
from aleppomap.query import Entry
from aleppomap.shapes import mark_rows
from aleppomap.strings import iso, period_text, strings
from aleppomap.style import class_labels, family_of
from aleppomap.view import Class
from aleppomap.web.segments import excerpt, whole_text
from aleppomap.web.state import Corpus, Scene, Session
from aleppomap.wording import (
    capital,
    certainty_words,
    claim_words,
    figures_words,
    is_deadly,
    kind_words,
    report_lines,
)

Json = dict[str, Any]

_COMMON = ("n_report", "n_reports")
_WORDS = {
    "map": (
        *_COMMON, "no_mention", "within_n", "map_label", "map_failed", "hint_touch", "hint_mouse",
        "about_circle", "about_within", "about_listed", "confidence_low", "credit",
    ),
    "timeline": ("bin_label", "timeline_label"),
    "cards": (
        "together", "same_event", "same_event_beside", "read_text", "open_source", "more_reports",
    ),
    "reader": ("key_place", "key_time", "key_unsure", "open_source"),
    "link": ("copy_link", "copy_link_inside", "link_copied", "link_here"),
}  # fmt: skip


EPOCH = date(1970, 1, 1).toordinal()


def words_for(part: str, lang: str) -> dict[str, str]:
    """The phrases one part needs."""
    words = strings(lang)
    return {key: words[key] for key in _WORDS[part]}


def name_of(place: Place, lang: str) -> str:
    """The name of a place in the language of the page, else in the other."""
    return (place.name_ar or place.name_en) if lang == "ar" else (place.name_en or place.name_ar)


def map_state(scene: Scene, session: Session, tiles: str | None) -> Json:
    """Counts and choices for the map; its geometry is fetched once by address."""
    lang = session.link.lang
    report = _entry(scene.corpus, session.link.report)
    words = words_for("map", lang)
    if tiles:
        words["credit"] += " " + strings(lang)["tiles_credit"]
    return {
        "counts": scene.around.counts,
        "within": scene.around.within,
        "breaks": list(scene.around.breaks),
        "selected": list(session.query.places),
        "shared": list(report.report.place_ids) if report else [],
        "marks": mark_rows(scene.around.shown, scene.corpus.gazetteer, lang),
        "reveal": " ".join(session.query.places),
        "window": window_days(scene, session),
        "lang": lang,
        "strings": words,
        "legend": legend_state(scene, lang),
        "tiles": tiles,
    }


def window_days(scene: Scene, session: Session) -> list[int] | None:
    """The window as the slider shows it, in days since 1970."""
    extent = scene.view.extent
    if extent is None:
        return None
    return [day.toordinal() - EPOCH for day in window(session, extent)]


def window(session: Session, extent: tuple[date, date]) -> tuple[date, date]:
    """The window as two days inside the extent."""
    first, last = extent
    since = min(max(session.query.since or first, first), last)
    until = max(min(session.query.until or last, last), first)
    return since, until


def legend_state(scene: Scene, lang: str) -> Json:
    """The legend: classes, signs, and what blank means."""
    words = strings(lang)
    signs = (
        ("circle", "legend_circle"),
        ("within", "legend_within"),
        ("shared", "legend_shared"),
        ("hub", "legend_mark"),
        ("range", "legend_ranges"),
        ("claims", "legend_claims"),
    )
    return {
        "labels": list(class_labels(scene.around.breaks)),
        "title": words["legend_title"],
        "lines": [{"mark": mark, "text": words[key]} for mark, key in signs],
        "warning": words["legend_mention"],
        "lang": lang,
    }


def timeline_state(scene: Scene, session: Session) -> Json:
    """Bins of the whole time: all reports, and those that are shown."""
    query, lang = session.query, session.link.lang
    pairs = zip(scene.around.bins, scene.view.bins, strict=True)
    return {
        "bins": [
            {
                "start": around.start.isoformat(),
                "end": around.end.isoformat(),
                "total": around.total,
                "shown": asked.shown,
            }
            for around, asked in pairs
        ],
        "ranges": _ranges(scene, lang),
        "since": query.since.isoformat() if query.since else None,
        "until": query.until.isoformat() if query.until else None,
        "window": window_days(scene, session),
        "strings": words_for("timeline", lang),
        "lang": lang,
    }


_MOST_RANGES = 300


def _ranges(scene: Scene, lang: str) -> list[list[str | None]]:
    """First and last day and words of the reports whose day the text does not fix; an end that
    is not known is None."""
    classes = scene.view.classes
    rows = []
    for entry in (*classes[Class.SHOWN], *classes[Class.OTHER_TIME]):
        start, end = entry.report.date_start, entry.report.date_end
        if start != end:
            text = period_text(start, end, entry.report.date_precision, lang)
            rows.append([*(day.isoformat() if day else None for day in (start, end)), text])
    return rows[:_MOST_RANGES]


def moments_state(scene: Scene) -> Json:
    """Days and places of the reports that pass the filters, whatever the window.

    Rows of first and last day (days since 1970), whether the choice of places lets
    the report through, and numbers of places. The page counts with them while the
    slider moves; they stay the same then, and so are sent once.
    """
    view, around = scene.view, scene.around
    chosen = {id(e) for name in (Class.SHOWN, Class.OTHER_TIME) for e in view.classes[name]}
    numbers: dict[str, int] = {}
    rows = []
    timed = (*around.classes[Class.SHOWN], *around.classes[Class.OTHER_TIME])
    for entry in sorted(timed, key=lambda e: e.report.id):
        report = entry.report
        first, last = report.date_start or report.date_end, report.date_end or report.date_start
        if first is None or last is None:
            continue
        days = (first.toordinal() - EPOCH, last.toordinal() - EPOCH, int(id(entry) in chosen))
        named = [numbers.setdefault(p, len(numbers)) for p in dict.fromkeys(report.place_ids)]
        rows.append([*days, *named])
    return {"rows": rows, "places": list(numbers)}


def counts_state(scene: Scene, session: Session) -> Json:
    """The line that adds up; the class on the map comes first."""
    words = strings(session.link.lang)
    order = (Class.SHOWN, *(name for name in reversed(Class) if name is not Class.SHOWN))
    return {
        "items": [
            {"id": name.value, "n": len(scene.view.classes[name]), "label": words[f"class_{name}"]}
            for name in order
        ],
        "total": scene.view.total,
        "total_label": words["class_total"],
        "active": session.listed.value,
        "lang": session.link.lang,
    }


def cards_state(scene: Scene, session: Session) -> Json:
    """The list of one class of reports, newest first, with the head of the chosen place."""
    lang = session.link.lang
    words = strings(lang)
    entries = scene.view.classes[session.listed]
    here = entries[: session.cards]
    listed = session.listed
    return {
        "place": _place_head(scene, session),
        "heading": f"{words[f'class_{listed}']}: {len(entries)}",
        "sub": None if listed is Class.SHOWN else words[f"why_{listed}"],
        "note": words["content_note"] if any(is_deadly(e.report) for e in here) else None,
        "cards": [_card(entry, scene.corpus, session) for entry in here],
        "more": len(entries) - len(here),
        "empty": words["no_reports"],
        "selected": session.link.report,
        "strings": words_for("cards", lang),
        "lang": lang,
    }


def _card(entry: Entry, corpus: Corpus, session: Session) -> Json:
    lang = session.link.lang
    words = strings(lang)
    report, article = entry.report, entry.article
    extraction = corpus.extractions[article.id]
    places = [p for i in report.place_ids if (p := corpus.gazetteer.get(i)) is not None]
    dated = {
        DatedBy.TEXT: words["dated_text"],
        DatedBy.PUBLISHED: words["dated_published"],
        DatedBy.NONE: None,
    }
    return {
        "id": report.id,
        "doc": article.id,
        "day": period_text(report.date_start, report.date_end, report.date_precision, lang),
        "dated": dated[report.dated_by],
        "by": _by(extraction, lang),
        "title": article.title,
        "excerpt": excerpt(extraction, report),
        "kind": kind_words(report.kind, lang),
        "kind_id": report.kind.value,
        "family": family_of(report.kind.value),
        "says": report_lines(report, corpus.gazetteer, lang),
        "same": _same(report, corpus, lang),
        "places": [
            {"id": p.id, "label": name_of(p, lang), "on": p.id in session.query.places}
            for p in places
        ],
        "url": article.url,
        "notes": [note.message for note in article.notes if note.start is None],
    }


def _same(report: Report, corpus: Corpus, lang: str) -> list[Json]:
    """Other reports that may tell of the same event, by who says it and what they say."""
    rows = []
    for entry in _others(report, corpus)[:5]:
        said = report_lines(entry.report, corpus.gazetteer, lang)[:2]
        source = f"\u2068{entry.article.publisher}\u2069" if entry.article.publisher else None
        rows.append({"id": entry.report.id, "label": " · ".join(filter(None, (source, *said)))})
    return rows


def _others(report: Report, corpus: Corpus) -> list[Entry]:
    found = (_entry(corpus, other) for other in report.same_event_as)
    return [entry for entry in found if entry is not None]


def beside_state(corpus: Corpus, session: Session) -> Json | None:
    """The chosen report and what may tell of the same event, to be laid side by side."""
    entry = _entry(corpus, session.link.report)
    if entry is None or not session.link.beside or not entry.report.same_event_as:
        return None
    lang = session.link.lang
    words = strings(lang)
    group = [entry, *_others(entry.report, corpus)][:8]
    return {
        "note": words["content_note"] if any(is_deadly(e.report) for e in group) else None,
        "beside": {
            "heading": words["same_event_head"],
            "close": words["same_event_close"],
            "cards": [_card(each, corpus, session) | {"same": []} for each in group],
        },
        "strings": words_for("cards", lang),
        "lang": lang,
    }


def _by(extraction: Extraction, lang: str) -> str:
    article = extraction.article
    words = strings(lang)
    day = as_day(article.published)
    when = words["published_on"].format(day=iso(day)) if day else words["unpublished"]
    source = dict.fromkeys(part for part in (article.publisher, article.agency) if part)
    # Each part isolated: they may be written in different directions.
    return " · ".join(f"\u2068{part}\u2069" for part in (*source, when))


def _place_head(scene: Scene, session: Session) -> Json | None:
    if len(session.query.places) != 1:
        return None
    gazetteer, lang = scene.corpus.gazetteer, session.link.lang
    words = strings(lang)
    place = gazetteer[session.query.places[0]]
    other = place.name_en if lang == "ar" else place.name_ar
    lines = [_position(place, gazetteer, lang)]
    if place.part_of and (parent := gazetteer.get(place.part_of)) is not None:
        lines.append(words["part_of"].format(place=name_of(parent, lang)))
    if place.source:
        lines.append(words["position_from"].format(source=place.source))
    return {"name": name_of(place, lang), "other": other, "lines": lines}


def _position(place: Place, gazetteer: Gazetteer, lang: str) -> str:
    words = strings(lang)
    known = words[f"confidence_{place.confidence}"]
    circle = gazetteer.drawing(place.id).how is DrawnAs.CIRCLE and place.uncertainty_m
    return f"{known} ({words['within_radius'].format(n=place.uncertainty_m)})" if circle else known


def reader_state(corpus: Corpus, session: Session, article_id: str | None) -> Json:
    """One article with all its mentions, or a word on how to choose one."""
    lang = session.link.lang
    extraction = corpus.extractions.get(article_id or "")
    common: Json = {
        "strings": words_for("reader", lang),
        "lang": lang,
        "empty": strings(lang)["choose_text"],
    }
    if extraction is None:
        return common
    article = extraction.article
    return common | {
        "title": article.title or strings(lang)["untitled"],
        "meta": _by(extraction, lang),
        "segments": whole_text(extraction, session.link.report),
        "url": article.url,
        "notes": _reader_notes(extraction, lang),
        "focus": list(session.query.places),
    }


def _reader_notes(extraction: Extraction, lang: str) -> list[str]:
    deadly = any(is_deadly(report) for report in extraction.reports)
    before = [strings(lang)["content_note_text"]] if deadly else []
    return before + [note.message for note in extraction.notes]


def _entry(corpus: Corpus, report_id: str | None) -> Entry | None:
    return corpus.by_id.get(report_id or "")


def table_rows(entries: Iterable[Entry], corpus: Corpus, lang: str) -> list[Json]:
    """Rows of the table: the same reports in words."""
    words = strings(lang)
    return [
        {
            words["col_date"]: period_text(
                e.report.date_start, e.report.date_end, e.report.date_precision, lang
            ),
            words["col_places"]: "، ".join(_names(e, corpus.gazetteer, lang))
            if lang == "ar"
            else ", ".join(_names(e, corpus.gazetteer, lang)),
            words["kind"]: capital(kind_words(e.report.kind, lang)),
            words["claimant"]: claim_words(e.report.claim, lang),
            words["figures"]: figures_words(e.report, lang),
            words["certainty"]: certainty_words(e.report.verification, lang),
            words["col_words"]: e.excerpt,
            words["col_publisher"]: e.article.publisher,
            words["col_title"]: e.article.title,
            words["col_link"]: e.article.url,
        }
        for e in entries
    ]


def _names(entry: Entry, gazetteer: Gazetteer, lang: str) -> Sequence[str]:
    return [name_of(gazetteer[i], lang) for i in entry.report.place_ids if i in gazetteer]


def unsettled_rows(corpus: Corpus, article_ids: Sequence[str], lang: str) -> list[Json]:
    """Names that stayed open or were refused, with the reason and what they could have been."""
    words = strings(lang)
    wanted = set(article_ids)
    rows = []
    for extraction in corpus.extractions.values():
        if wanted and extraction.article.id not in wanted:
            continue
        for mention in extraction.mentions:
            if mention.status not in ("ambiguous", "nil"):
                continue
            could_be = (corpus.gazetteer.get(c.place_id) for c in mention.candidates)
            rows.append(
                {
                    words["col_name"]: mention.surface,
                    words["col_reason"]: mention.reason,
                    words["col_candidates"]: ", ".join(name_of(p, lang) for p in could_be if p),
                    words["document"]: extraction.article.title or extraction.article.id,
                }
            )
    return rows
