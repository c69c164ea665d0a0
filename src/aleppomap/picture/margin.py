"""Around the map: title, window and filters, legend, counts, notes, sources, credits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from aleppomap.gazetteer import ROOTS, DrawnAs, Gazetteer
from aleppomap.model import Precision
from aleppomap.picture.chart import DOT, Chart, draw_circle, draw_ring
from aleppomap.picture.lettering import break_lines, clean, isolate
from aleppomap.picture.naming import name_of
from aleppomap.picture.page import HEIGHT, WIDTH, Sheet
from aleppomap.query import Query
from aleppomap.strings import period_text, strings
from aleppomap.style import BORDER, FILLS, INK, SOFT_INK, UNSURE, class_labels
from aleppomap.view import Class, View
from aleppomap.wording import filter_words

MARGIN = 30.0
_BODY, _SMALL, _HEADING = 7.4, 6.2, 8.2
_LEADING = 1.38
_FOR_SOURCES = 44.0
"""Points at the foot of the column that lists leave to the sources."""
_COUNTED = tuple((name, f"class_{name.value}") for name in reversed(Class))
"""Classes of reports in the order of the count lines: what is on the map first."""


def title_of(title: str | None, lang: str) -> str:
    """The title over the map: the reader's, else ours."""
    return clean(title or "") or strings(lang)["pic_title"]


def draw_header(sheet: Sheet, view: View, gazetteer: Gazetteer, title: str) -> float:
    """Title, window and filters; returns how far down they reach."""
    words, width, top = strings(sheet.lang), WIDTH - 2 * MARGIN, HEIGHT - MARGIN + 4
    size = 20.0 if len(break_lines(title, 20, width)) == 1 else 15.0
    top = sheet.paragraph(
        title, MARGIN, top, size, width, most=2, leading=1.25, strong=True, free=True
    )
    says = (
        f"{words['window']}: {window_text(view, sheet.lang)}",
        f"{words['filters']}: {filters_text(view, gazetteer, sheet.lang)}",
    )
    return sheet.paragraph("  ·  ".join(says), MARGIN, top - 2, 9.0, width, color=SOFT_INK, most=2)


def window_text(view: View, lang: str) -> str:
    """The chosen days in words; with none chosen, the days that the reports span."""
    query = view.query
    if query.since or query.until:
        return period_text(query.since, query.until, Precision.RANGE, lang)
    whole = strings(lang)["whole_time"]
    if view.extent is None:
        return whole
    return f"{whole} ({period_text(*view.extent, Precision.RANGE, lang)})"


def filters_text(view: View, gazetteer: Gazetteer, lang: str) -> str:
    """The filters in words, or that there is none."""
    words, query = strings(lang), view.query
    said = []
    if query.places:
        found = [gazetteer.get(place_id) for place_id in query.places]
        names = [name_of(place, lang) for place in found if place is not None]
        key = "place" if len(names) == 1 else "places"
        said.append(f"{words[key]}: {listing(names, lang, most=4)}")
    if query.articles:
        said.append(f"{words['documents']}: {listing(_titles(view, query), lang, most=2)}")
    if query.words:
        said.append(words["pic_words"].format(words=isolate(clean(query.words))))
    said += filter_words(query.kinds, query.voices, query.certainty, lang)
    return ("؛ " if lang == "ar" else "; ").join(said) or words["no_filter"]


def listing(names: Sequence[str], lang: str, *, most: int) -> str:
    """Names in a row, each running its own way; beyond ``most`` only how many more."""
    comma = "، " if lang == "ar" else ", "
    shown = comma.join(isolate(name) for name in names[:most])
    if len(names) <= most:
        return shown
    return f"{shown} {strings(lang)['pic_more'].format(n=len(names) - most)}"


def _titles(view: View, query: Query) -> list[str]:
    """Titles of the chosen documents, as far as they have one."""
    titles = {
        entry.article.id: clean(entry.article.title or "")
        for entries in view.classes.values()
        for entry in entries
    }
    return [f"“{titles.get(chosen) or chosen}”" for chosen in query.articles]


class Column:
    """The column beside the map, filled from the top down."""

    def __init__(self, sheet: Sheet, start: float, width: float, top: float) -> None:
        self.sheet, self.start, self.width, self.top = sheet, start, width, top
        self.words = strings(sheet.lang)

    def heading(self, text: str) -> None:
        """A line in strong letters."""
        self.top = self.sheet.paragraph(
            text, self.start, self.top, _HEADING, self.width, strong=True
        )
        self.top -= 1.5

    def says(self, text: str, *, most: int | None = None, color: str = INK) -> None:
        """A paragraph."""
        self.top = self.sheet.paragraph(
            text, self.start, self.top, _BODY, self.width, most=most, color=color
        )

    def lists(self, pattern: str, names: Sequence[str], *, lines: int, color: str = INK) -> None:
        """A paragraph with as many of the names as fit into so many lines."""

        def text(most: int) -> str:
            return pattern.format(places=listing(names, self.sheet.lang, most=most))

        fitting, too_many = 1, len(names) + 1  # by halving: more names never take fewer lines
        while too_many - fitting > 1:
            middle = (fitting + too_many) // 2
            if len(break_lines(text(middle), _BODY, self.width)) <= lines:
                fitting = middle
            else:
                too_many = middle
        self.says(text(fitting), most=lines, color=color)

    def space(self, points: float = 7.0) -> None:
        """Room before the next thing."""
        self.top -= points

    def rule(self) -> None:
        """A thin line across the column."""
        left, _, right, _ = self.sheet.box(self.start, 0, self.start + self.width, 0)
        self.sheet.stroke([(left, self.top), (right, self.top)], edge=BORDER, line=0.5)


def draw_legend(column: Column, view: View, chart: Chart) -> None:
    """Fills with their counts, and a key for each other mark that is on the map."""
    sheet, words = column.sheet, column.words
    column.heading(words["legend_title"])
    step, high = column.width / len(FILLS), 12.0
    column.space(2)
    for index, (fill, label) in enumerate(zip(FILLS, class_labels(view.breaks), strict=True)):
        start = column.start + index * step
        box = sheet.box(start, column.top - high, start + step, column.top)
        sheet.rectangle(box, facecolor=fill, edgecolor=SOFT_INK, linewidth=0.45)
        sheet.write(label, start + 1, column.top - high - 8.5, _BODY, free=True)
    column.space(high + 13)
    if chart.dots:
        _key(column, "dot", words["pic_dot"])
    if chart.circles:
        _key(column, "circle", f"{words['legend_circle']}. {words['pic_number']}.")
    if chart.hosts:
        _key(column, "dashes", words["legend_within"])
    if chart.hubs:
        _key(column, "hub", words["pic_mark"])


def _key(column: Column, mark: str, text: str) -> None:
    sheet, indent = column.sheet, 20.0
    x = sheet.side(column.start + 7)
    y = column.top - 6
    if mark == "dot":
        sheet.circle((x, y), DOT, facecolor=FILLS[2], edgecolor=INK, linewidth=0.8)
    elif mark == "hub":
        draw_ring(sheet, (x, y), SOFT_INK)
    elif mark == "circle":
        draw_circle(sheet, (x, y - 1), 6.5)
    else:
        box = (x - 7, y - 4.5, x + 7, y + 4)
        sheet.rectangle(
            box, facecolor="none", edgecolor=UNSURE, linewidth=1.2, linestyle=(0, (3.2, 2.2))
        )
    bottom = sheet.paragraph(text, column.start + indent, column.top, _BODY, column.width - indent)
    column.top = min(bottom, column.top - 14) - 1.5


def draw_counts(column: Column, view: View) -> None:
    """One line for each class of reports that is not empty, and their sum."""
    words = column.words
    column.heading(words["pic_counts"])
    rows = [
        (words[key], len(view.classes[name]), INK if name is Class.SHOWN else SOFT_INK)
        for name, key in _COUNTED
        if view.classes[name] or name is Class.SHOWN
    ]
    for text, count, color in rows:
        _count_line(column, text, count, color)
    column.space(1.5)
    column.rule()
    column.space(0.5)
    _count_line(column, words["class_total"], view.total, INK)


def _count_line(column: Column, text: str, count: int, color: str) -> None:
    column.top -= _BODY * _LEADING
    baseline = column.top + 2.3
    column.sheet.write(text, column.start, baseline, _BODY, color=color)
    column.sheet.write(
        f"{count:,}",
        column.start + column.width,
        baseline,
        _BODY,
        color=color,
        end=True,
        free=True,
    )


def draw_notes(column: Column, view: View, gazetteer: Gazetteer) -> None:
    """What a mention is, what blank means, and which reports name several places."""
    words = column.words
    column.says(words["legend_mention"])
    together = _together(view, gazetteer, column.sheet.lang)
    if together:
        column.space(4)
        column.says(f"{words['legend_shared']}.")
        for line in together:
            column.says(line, most=3)


def draw_lists(
    column: Column, view: View, gazetteer: Gazetteer, unnamed: Sequence[str], bottom: float
) -> None:
    """What the map cannot say: what lies inside an outline, what cannot be drawn, what
    found no room for its name; shorter where little is left of the column."""
    words, lang = column.words, column.sheet.lang
    blocks = [(pattern, names, 2) for pattern, names in _within(view, gazetteer, lang)]
    if view.listed:
        names = _with_counts(view.listed, gazetteer, lang)
        blocks.append((f"{words['listed_places']}: {{places}}", names, 4))
    if unnamed:
        named = {key: view.counts[key] for key in unnamed}
        blocks.append((words["pic_no_room"], _with_counts(named, gazetteer, lang), 4))
    for index, (pattern, names, lines) in enumerate(blocks):
        room = (column.top - bottom - _FOR_SOURCES) / (_BODY * _LEADING)
        spare = int(room) - (len(blocks) - index - 1) * 2
        column.lists(pattern, names, lines=max(1, min(lines, spare)))
        column.space(3)


def _with_counts(counts: dict[str, int], gazetteer: Gazetteer, lang: str) -> list[str]:
    """Names with their number of reports, most first."""
    ids = sorted(counts, key=lambda key: (-counts[key], key))
    return [f"{name_of(gazetteer[key], lang)} ({counts[key]})" for key in ids if key in gazetteer]


def _together(view: View, gazetteer: Gazetteer, lang: str) -> list[str]:
    """Reports that name several places: up to two written out, the rest counted."""
    words = strings(lang)
    groups = Counter(
        entry.report.place_ids for entry in view.shown if len(entry.report.place_ids) > 1
    )
    if not groups:
        return []
    total = sum(groups.values())
    if total > 3:
        return [words["pic_together_count"].format(n=total)]
    lines = []
    for place_ids in groups:
        names = [name_of(gazetteer[key], lang) for key in place_ids if key in gazetteer]
        lines.append(words["pic_together"].format(places=listing(names, lang, most=6)))
    return lines


def _within(view: View, gazetteer: Gazetteer, lang: str) -> list[tuple[str, list[str]]]:
    """For each dashed outline, a pattern and the places that lie somewhere in it; where
    there are many outlines, one list for all."""
    inside: dict[str, dict[str, int]] = {}
    for place_id, count in view.counts.items():
        if place_id in gazetteer and place_id not in ROOTS:
            drawing = gazetteer.drawing(place_id)
            if drawing.how is DrawnAs.WITHIN and drawing.on is not None:
                inside.setdefault(drawing.on, {})[place_id] = count
    order = sorted(inside, key=lambda on: (-view.within.get(on, 0), on))
    pattern, rows = strings(lang)["pic_within"], []
    for on in order:
        outline = isolate(name_of(gazetteer[on], lang))
        names = _with_counts(inside[on], gazetteer, lang)
        rows.append((pattern.format(outline=outline, places="{places}"), names))
    if len(rows) <= 3:
        return rows
    every = [row.format(places=listing(names, lang, most=3)) for row, names in rows[2:]]
    return [*rows[:2], ("{places}", every)]


def draw_sources(column: Column, sources: Sequence[str], bottom: float) -> None:
    """The publishers, as many as there is room for down to ``bottom``, and how many more."""
    names = list(dict.fromkeys(name for source in sources if (name := clean(source))))
    room = int((column.top - bottom - _HEADING * _LEADING - 2) / (_BODY * _LEADING))
    if not names or room < 1:
        return
    column.heading(column.words["sources"])
    column.lists("{places}", names, lines=room, color=SOFT_INK)


def draw_footer(sheet: Sheet, version: str, link: str | None) -> float:
    """Credits, projection, data version and link at the foot; returns their upper edge."""
    words, width = strings(sheet.lang), WIDTH - 2 * MARGIN
    says = [
        f"{words['credit']} {words['names_disclaimer']} {words['pic_projection']}",
        f"{words['version']}: {isolate(clean(version))}",
    ]
    lines = [line for text in says for line in break_lines(text, _SMALL, width, 2)]
    address = break_lines(clean(link), _SMALL, width, 2) if link else []
    top = MARGIN - 8 + (len(lines) + len(address)) * _SMALL * _LEADING
    y = top
    for line in lines:
        y -= _SMALL * _LEADING
        sheet.write(line, MARGIN, y + 2, _SMALL, color=SOFT_INK)
    url = link if link and link.startswith(("http://", "https://")) else None
    for line in address:
        y -= _SMALL * _LEADING
        sheet.write(line, MARGIN, y + 2, _SMALL, color=SOFT_INK, free=True, url=url)
    return top
