"""The page in one file: its words, its policy, and everything it needs written into it."""

from __future__ import annotations

import json
from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files
from string import Template

from branca.element import Figure

from aleppomap.gazetteer import Gazetteer
from aleppomap.link import Link
from aleppomap.model import Place
from aleppomap.page.chart import NAME, build_chart, leaflet
from aleppomap.page.payload import Json, build_payload, listed_places, web_address
from aleppomap.query import Entry
from aleppomap.strings import iso, period_text, strings
from aleppomap.view import Class, View
from aleppomap.wording import filter_words, kind_words, report_lines

READABLE_WITHOUT_SCRIPT = 300
"""Reports that also stand in the page as plain HTML, the newest: all would double the file."""


def build_page(
    view: View,
    gazetteer: Gazetteer,
    *,
    lang: str = "en",
    title: str | None = None,
    version: str,
    sources: Sequence[str] = (),
    link: Link | None = None,
) -> str:
    """One HTML file with map, timeline and reports that opens from disk with no network.

    Only the shown reports are in it; the other classes are counted. ``version``
    names the data, ``sources`` are further lines of credit, and ``link`` opens
    the page at a viewport and a report and is printed so that the view can be
    found again. The text is to be written as UTF-8.
    """
    words = strings(lang)
    payload = build_payload(view, gazetteer, lang=lang, link=link)
    scripts = {
        "leaflet": leaflet("leaflet.js"),
        "chart": _chart_script(view, gazetteer, lang),
        "module": f"{_asset('draw.js')}\n{_asset('page.js')}",
    }
    heading = title or words["page_title"]
    page = Template(_asset("page.html")).substitute(
        {f"script_{name}": _inline(text) for name, text in scripts.items()},
        lang="ar" if lang == "ar" else "en",
        dir="rtl" if lang == "ar" else "ltr",
        policy=_policy(scripts.values()),
        title=escape(heading),
        app=escape(words["app_title"]),
        style="\n".join((leaflet("leaflet.css"), _asset("aleppomap.css"), _asset("page.css"))),
        asked=_asked(view, gazetteer, lang),
        counts=_counts(view, lang),
        map_id=f"map_{NAME}",
        place_label=escape(words["page_place"]),
        play=escape(words["page_play"]),
        from_day=escape(words["from_day"]),
        until_day=escape(words["until_day"]),
        window_label=escape(words["window"]),
        reports_label=escape(words["page_reports"]),
        about=_about(view, gazetteer, lang, version, sources, link),
        without_script=_without_script(view, gazetteer, lang),
        data=to_inline_json(payload),
    )
    # half a surrogate pair, as broken input may hold, cannot be written as UTF-8
    return page.encode("utf-8", "replace").decode("utf-8")


def to_inline_json(payload: Json) -> str:
    """The payload as JSON that may stand inside a script element, whatever words are in it."""
    text = json.dumps(payload, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


@cache
def _asset(name: str) -> str:
    path = files("aleppomap") / "web" / "assets" / name
    return path.read_text(encoding="utf-8").replace("\r\n", "\n").strip()


def _chart_script(view: View, gazetteer: Gazetteer, lang: str) -> str:
    figure = build_chart(view, gazetteer, lang, live=True).get_root()
    assert isinstance(figure, Figure)
    figure.render()
    lines = (line.strip() for line in figure.script.render().splitlines())
    return "\n".join(line for line in lines if line)


def _inline(script: str) -> str:
    """A script as it may stand inside its element.

    Raises:
        ValueError: where its own words would end the element.
    """
    if "</script" in script.lower() or "<!--" in script:
        raise ValueError("a script that stands in the page must not hold '</script' or '<!--'")
    return script


def _policy(scripts: Iterable[str]) -> str:
    """The content-security policy: nothing is fetched, and only these scripts run."""
    hashes = " ".join(
        f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" for script in scripts
    )
    return (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


# ---- what stands there in words -----------------------------------------------------------


def _asked(view: View, gazetteer: Gazetteer, lang: str) -> str:
    """The window and the filters in words."""
    words, query = strings(lang), view.query
    if query.since or query.until:
        since, until = query.since, query.until
        if since and until:
            window = words["date_range"].format(start=iso(since), end=iso(until))
        elif since:
            window = words["date_since"].format(start=iso(since))
        else:
            window = words["date_until"].format(end=iso(until)) if until else ""
    else:
        window = words["whole_time"]
        if view.extent:
            days = words["date_range"].format(start=iso(view.extent[0]), end=iso(view.extent[1]))
            window = f"{window} ({days})"
    filters = (
        [
            f"{words['places']}: "
            + _join(_name(gazetteer[p], lang) for p in query.places if p in gazetteer)
        ]
        if query.places
        else []
    )
    if query.words:
        filters.append(f"{words['words_filter']}: “{query.words}”")
    if query.articles:
        filters.append(f"{words['documents']}: {len(query.articles)}")
    filters += filter_words(query.kinds, query.voices, query.certainty, lang)
    said = "; ".join(filters) if filters else words["no_filter"]
    return "".join(
        f"<p><b>{escape(words[key])}</b> <span dir='auto'>{escape(text)}</span></p>"
        for key, text in (("window", window), ("filters", said))
    )


def _counts(view: View, lang: str) -> str:
    """The honest line: every class with its number, all together."""
    words = strings(lang)
    order = [Class.SHOWN, *(name for name in reversed(Class) if name is not Class.SHOWN)]
    items = [
        f'<span class="am-count{"" if view.classes[name] else " page-zero"}" '
        f'data-class="{name.value}"><b>{len(view.classes[name])}</b> '
        f"{escape(words[f'class_{name.value}'])}</span>"
        for name in order
    ]
    total = f'<span class="am-count-total">= <b>{view.total}</b> {escape(words["class_total"])}'
    return f"{''.join(items)}{total}</span>"


def _about(
    view: View,
    gazetteer: Gazetteer,
    lang: str,
    version: str,
    sources: Sequence[str],
    link: Link | None,
) -> str:
    words = strings(lang)
    notes = ("legend_mention", "legend_shared", "names_disclaimer", "page_only_shown")
    parts = [(words["page_notes"], [escape(words[key]) for key in notes])]
    listed = [
        _counted(_name(place, lang), count)
        + (f": {escape(words['part_of'].format(place=_name(parent, lang)))}" if parent else "")
        for place, count in listed_places(view, gazetteer)
        for parent in [gazetteer.get(place.part_of or "")]
    ]
    if listed:
        parts.append((words["listed_places"], listed))
    said = {name for e in view.shown for name in (e.article.publisher, e.article.agency)}
    further = [escape(line) for line in sources if line not in said]
    parts.append((words["sources"], [*_publishers(view, lang), *further]))
    made = [
        escape(words["credit"]),
        escape(words["page_software"]),
        f"{escape(words['version'])}: <bdi dir='ltr'>{escape(version)}</bdi>",
    ]
    if link is not None:
        full = replace(link, version=link.version or version)
        key = escape("?" + full.to_query_string().replace("%2C", ","))
        made.append(f"{escape(words['page_key'])}: <code dir='ltr'>{key}</code>")
    licences = (
        f"<details><summary>{escape(words['page_licences'])}</summary>"
        f'<pre dir="ltr" lang="en">{escape(_asset("licences.txt"))}</pre></details>'
    )
    parts.append((words["page_made"], [*made, licences]))
    return "".join(_section(heading, items) for heading, items in parts)


def _publishers(view: View, lang: str) -> list[str]:
    """Each publisher with its reports, and the agencies it had them from."""
    found: dict[str, Counter[str]] = {}
    for entry in view.shown:
        publisher = entry.article.publisher or strings(lang)["page_no_publisher"]
        found.setdefault(publisher, Counter())[entry.article.agency or ""] += 1
    lines = []
    for publisher, agencies in sorted(found.items(), key=lambda i: (-i[1].total(), i[0])):
        named = sorted((-count, agency) for agency, count in agencies.items() if agency)
        tail = " · ".join(f"{_counted(agency, -count)}" for count, agency in named)
        lines.append(_counted(publisher, agencies.total()) + (f": {tail}" if tail else ""))
    return lines


def _counted(name: str, count: int) -> str:
    return f"<bdi>{escape(name)}</bdi> (<bdi>{count}</bdi>)"


def _section(heading: str, items: Sequence[str]) -> str:
    lines = "".join(f"<li>{item}</li>" for item in items)
    return f"<section><h2>{escape(heading)}</h2><ul>{lines}</ul></section>"


def _without_script(view: View, gazetteer: Gazetteer, lang: str) -> str:
    """The newest reports as plain HTML, for readers and archives that run no scripts."""
    words = strings(lang)
    said = f"<p>{escape(words['page_noscript'])}</p>"
    left = len(view.shown) - READABLE_WITHOUT_SCRIPT
    if left > 0:
        said += f"<p>{escape(words['page_noscript_left'].format(n=left))}</p>"
    rows = "".join(_plain(e, gazetteer, lang) for e in view.shown[:READABLE_WITHOUT_SCRIPT])
    return f"{said}<ol>{rows}</ol>"


def _plain(entry: Entry, gazetteer: Gazetteer, lang: str) -> str:
    report, article, words = entry.report, entry.article, strings(lang)
    when = period_text(report.date_start, report.date_end, report.date_precision, lang)
    places = _join(_name(gazetteer[p], lang) for p in report.place_ids if p in gazetteer)
    source = [escape(part) for part in (article.title, article.publisher, article.agency) if part]
    url = web_address(article.url)
    if url:
        source.append(
            f'<a href="{escape(url)}" rel="noopener noreferrer">{escape(words["open_source"])}</a>'
        )
    said = [kind_words(report.kind, lang), *report_lines(report, gazetteer, lang)]
    return (
        f"<li><b>{escape(when)}</b> <bdi>{escape(places)}</bdi>"
        f'<p dir="auto">{escape(entry.excerpt)}</p>'
        f'<p dir="auto">{escape(" · ".join(said))}</p>'
        f'<p dir="auto">{" · ".join(source)}</p></li>'
    )


def _name(place: Place, lang: str) -> str:
    """The name of a place in the language of the page, else in the other."""
    return (place.name_ar or place.name_en) if lang == "ar" else (place.name_en or place.name_ar)


def _join(names: Iterable[str]) -> str:
    return " · ".join(names)
