"""Pictures: they open, say what they must, never let names collide, and are true to scale."""

from __future__ import annotations

import re
import threading
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib import image
from page_cases import TOY_ENTRIES
from pypdf import PdfReader
from pyproj import Geod
from shapely.geometry import box

from aleppomap import api, picture
from aleppomap.gazetteer import Gazetteer
from aleppomap.model import (
    Article,
    Confidence,
    DatedBy,
    GeoLevel,
    Kind,
    Precision,
    Report,
    Span,
    Verification,
)
from aleppomap.picture import lettering
from aleppomap.picture.chart import build_chart
from aleppomap.picture.ground import choose_ground, metres_per_degree, scale_bar
from aleppomap.picture.labels import Spot, Wish, crosses, meet, overlap, place_labels
from aleppomap.picture.timeline import ticks
from aleppomap.query import Entry, Query
from aleppomap.strings import strings
from aleppomap.style import KIND_COLOURS
from aleppomap.view import View, build_view

GOLDEN = Path(__file__).parent / "golden"
LANGS = ("en", "ar")
PANEL = (30.0, 60.0, 600.0, 500.0)
MARKS = re.compile("[\u200e\u200f\u2066-\u2069]")
SEED_PLACES = ("bustan-al-qasr", "fardous", "kallaseh", "saliheen")


def entry(number: int, place_ids: Sequence[str], day: date | None, **more: object) -> Entry:
    """A report of its own article."""
    article = Article(id=f"doc-{number}", text="words", title=f"Article {number}")
    fields: dict[str, object] = {
        "id": f"report-{number}",
        "article_id": article.id,
        "place_ids": tuple(place_ids),
        "geo_level": GeoLevel.NEIGHBOURHOOD,
        "date_start": day,
        "date_end": day,
        "date_precision": Precision.DAY,
        "dated_by": DatedBy.TEXT,
        "evidence": (Span(0, 5),),
    } | more
    return Entry(Report(**fields), article)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def toy_view(toy: Gazetteer) -> View:
    """Every way to draw a place, over three years, one report outside the window."""
    entries = [
        entry(1, ["old-town", "clock-square"], date(2013, 5, 1)),
        entry(2, ["south-hill"], date(2014, 6, 2)),
        entry(3, ["old-bath"], date(2015, 7, 3)),
        entry(4, ["lost-village"], date(2016, 8, 4)),
        entry(5, ["gate-quarter"], date(2016, 12, 13)),
        entry(6, [], date(2016, 1, 1), geo_level=GeoLevel.CITY),
    ]
    return build_view(entries, Query(since=date(2013, 1, 1), until=date(2016, 12, 1)), toy)


@pytest.fixture(scope="module")
def seed_view(atlas: api.Atlas) -> View:
    """One report with four places, as in the seed article."""
    entries = [entry(1, SEED_PLACES, date(2016, 12, 12), geo_level=GeoLevel.SEVERAL)]
    return build_view(entries, Query(), atlas.gazetteer)


def draw(view: View, gazetteer: Gazetteer, **more: object) -> bytes:
    """A picture with the arguments that these tests do not look at filled in."""
    fields: dict[str, object] = {
        "fmt": "svg",
        "sources": ["Reuters", "عنب بلدي"],
        "version": "geo-1",
        "link": "https://example.org/?v=36.20000%2C37.14800%2C12",
    } | more
    return picture.draw(view, gazetteer, **fields)  # type: ignore[arg-type]


def words_of(svg: bytes) -> list[str]:
    """The lines written on an SVG, without marks of direction."""
    root = ElementTree.fromstring(svg)
    found = root.find("{http://www.w3.org/2000/svg}desc")
    assert found is not None
    return [MARKS.sub("", line) for line in (found.text or "").splitlines()]


def seen(text: str) -> str:
    """Text as one line without marks of direction, to look for words in."""
    return " ".join(MARKS.sub("", text).split())


# ---- files ------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGS)
def test_png_has_the_size_of_a4_and_carries_title_and_version(
    lang: str, toy_view: View, toy: Gazetteer
) -> None:
    content = draw(toy_view, toy, fmt="png", lang=lang, title="Ten days", dpi=100)
    pixels = image.imread(BytesIO(content), format="png")
    assert pixels.shape[:2] == (826, 1169)
    assert pixels[..., :3].std() > 0.05  # not a blank sheet
    assert b"Ten days" in content
    assert b"data version geo-1" in content
    assert b"Creation" not in content


@pytest.mark.parametrize("lang", LANGS)
def test_pdf_can_be_searched(lang: str, toy_view: View, toy: Gazetteer) -> None:
    reader = PdfReader(BytesIO(draw(toy_view, toy, fmt="pdf", lang=lang, title="Ten days")))
    (page,) = reader.pages
    text = seen(page.extract_text())
    for word in ("Ten days", "2013-01-01", "2016-12-01", "CC BY 4.0", "geo-1", "Reuters"):
        assert word in text
    assert (float(page.mediabox.width), float(page.mediabox.height)) == (841.89, 595.28)
    assert reader.metadata is not None
    assert reader.metadata.title == "Ten days"
    assert reader.metadata.creation_date is None
    fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]
    assert {font["/DescendantFonts"][0].get_object()["/Subtype"] for font in fonts} == {
        "/CIDFontType2"
    }


def test_pdf_link_can_be_followed(toy_view: View, toy: Gazetteer) -> None:
    page = PdfReader(BytesIO(draw(toy_view, toy, fmt="pdf"))).pages[0]
    targets = [note.get_object()["/A"]["/URI"] for note in page["/Annots"]]
    assert targets == ["https://example.org/?v=36.20000%2C37.14800%2C12"]


def test_a_link_of_another_kind_is_only_text(toy_view: View, toy: Gazetteer) -> None:
    svg = draw(toy_view, toy, link="javascript:alert(1)")
    assert b"href=" not in svg.replace(b'xlink:href="#', b"")
    assert "javascript:alert(1)" in words_of(svg)


@pytest.mark.parametrize("lang", LANGS)
def test_svg_says_everything(lang: str, toy_view: View, toy: Gazetteer) -> None:
    words, said = strings(lang), seen(" ".join(words_of(draw(toy_view, toy, lang=lang))))
    keys = (
        "pic_title legend_title pic_dot legend_circle legend_within legend_mention legend_shared "
        "credit names_disclaimer pic_projection north km sources version class_total "
        "class_other_time class_city listed_places pic_by_month"
    )
    missing = [key for key in keys.split() if words[key] not in said]
    assert missing == []
    assert "Reuters" in said
    assert "عنب بلدي" in said
    assert "2013-01-01" in said


@pytest.mark.parametrize("lang", LANGS)
def test_words_are_those_of_the_golden_file(lang: str, toy_view: View, toy: Gazetteer) -> None:
    """Rewrite the file with what the assertion shows, once you have looked at the picture."""
    golden = (GOLDEN / f"picture-{lang}.txt").read_text(encoding="utf-8")
    assert "\n".join(words_of(draw(toy_view, toy, lang=lang))) + "\n" == golden


@pytest.mark.parametrize("fmt", picture.FORMATS)
@pytest.mark.parametrize("lang", LANGS)
def test_same_view_same_bytes(fmt: str, lang: str, toy_view: View, toy: Gazetteer) -> None:
    first = draw(toy_view, toy, fmt=fmt, lang=lang, dpi=60)
    assert draw(toy_view, toy, fmt=fmt, lang=lang, dpi=60) == first


def test_threads_draw_what_one_thread_draws(toy_view: View, toy: Gazetteer) -> None:
    alone = {lang: draw(toy_view, toy, lang=lang) for lang in LANGS}
    drawn: list[tuple[str, bytes]] = []

    def work(lang: str) -> None:
        drawn.append((lang, draw(toy_view, toy, lang=lang)))

    threads = [threading.Thread(target=work, args=(lang,)) for lang in LANGS * 2]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(drawn) == 4
    assert all(svg == alone[lang] for lang, svg in drawn)


def test_other_formats_are_refused(toy_view: View, toy: Gazetteer) -> None:
    with pytest.raises(ValueError, match=r"png, svg or pdf, not 'gif'"):
        draw(toy_view, toy, fmt="gif")


# ---- words ------------------------------------------------------------------------------


@pytest.mark.parametrize("fmt", picture.FORMATS)
@pytest.mark.parametrize("lang", LANGS)
def test_nothing_to_show_is_said(fmt: str, lang: str, atlas: api.Atlas) -> None:
    view = build_view([], Query(), atlas.gazetteer)
    assert draw(view, atlas.gazetteer, fmt=fmt, lang=lang, dpi=50, sources=[], link=None)
    if fmt == "svg":
        assert strings(lang)["pic_empty"] in words_of(draw(view, atlas.gazetteer, lang=lang))


def test_a_gazetteer_without_places_is_drawn() -> None:
    nowhere = Gazetteer([])
    assert "No report in this view" in words_of(draw(build_view([], Query(), nowhere), nowhere))


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("$x^2$ costs $5", "$x^2$ costs $5"),
        ("<script>alert('&')</script>", "<script>alert('&')</script>"),
        (r"\frac{1}{2} _a_ %s {n} {places}", r"\frac{1}{2} _a_ %s {n} {places}"),
        ("two\nlines\tand\x00nul", "two lines and nul"),
        ("turned \u202eround\u202c", "turned round"),
        ("no glyph \U0001f5fa", "no glyph \ufffd"),
        ("\u062d\u0644\u0628 2016", "\u062d\u0644\u0628 2016"),
        ("   ", "Aleppo: the places that reporting names"),
    ],
)
def test_a_title_is_only_text(title: str, shown: str, toy_view: View, toy: Gazetteer) -> None:
    svg = draw(toy_view, toy, title=title)
    assert words_of(svg)[0] == shown
    assert b"<script" not in svg


def test_a_long_title_keeps_to_two_lines(toy_view: View, toy: Gazetteer) -> None:
    lines = words_of(draw(toy_view, toy, title="Reporting " * 80))
    assert lines[1].endswith("…")
    assert lines[2].startswith("Time window")


def test_hostile_names_of_sources_and_places_are_only_text(toy: Gazetteer) -> None:
    odd = Gazetteer([replace(toy["old-town"], name_en="<b>$O$ld{places}")])
    view = build_view([entry(1, ["old-town"], date(2016, 1, 1))], Query(), odd)
    said = words_of(draw(view, odd, sources=["{places}</desc>", "\u202e$a$"]))
    assert "<b>$O$ld{places}" in said
    assert "{places}</desc>, $a$" in said


def test_dates_keep_their_order_in_arabic(toy_view: View, toy: Gazetteer) -> None:
    svg = draw(toy_view, toy, lang="ar")
    root = ElementTree.fromstring(svg)
    text = "".join(root.itertext())
    for day in ("2013-01-01", "2016-12-01"):
        assert f"\u2066{day}\u2069" in text
    page = PdfReader(BytesIO(draw(toy_view, toy, lang="ar", fmt="pdf"))).pages[0]
    # letters stand in the file in the order in which they stand on paper, left to right
    on_paper = seen(page.extract_text())
    assert "2013-01-01" in on_paper
    assert on_paper.index("2016-12-01") < on_paper.index("2013-01-01")


def test_counts_add_up_to_all(toy_view: View, toy: Gazetteer) -> None:
    lines = words_of(draw(toy_view, toy))
    rows = {
        line: int(lines[index + 1])
        for index, line in enumerate(lines[:-1])
        if line in {strings("en")[f"class_{name.value}"] for name in toy_view.classes}
    }
    assert sum(rows.values()) == toy_view.total == 6
    assert rows["on the map"] == 4


def test_one_report_of_four_places_is_said_to_be_one(seed_view: View, atlas: api.Atlas) -> None:
    said = seen(" ".join(words_of(draw(seed_view, atlas.gazetteer))))
    assert "One report speaks of all of these: Bustan al-Qasr, Fardous, Kallaseh, Saliheen" in said
    assert "on the map 1" in said


def test_filters_stand_in_words(toy: Gazetteer) -> None:
    query = Query(places=("old-town",), articles=("doc-1",), words="air strike")
    view = build_view([entry(1, ["old-town"], date(2016, 1, 1))], query, toy)
    said = seen(" ".join(words_of(draw(view, toy))))
    assert "Filters: Place: Old Town; documents: “Article 1”; words “air strike”" in said


def test_sources_that_do_not_fit_are_counted(toy_view: View, toy: Gazetteer) -> None:
    names = [f"Publisher number {n}" for n in range(400)]
    said = seen(" ".join(words_of(draw(toy_view, toy, sources=names))))
    (left,) = re.findall(r"and (\d+) more", said)
    shown = len(re.findall(r"Publisher number \d+", said))
    assert shown > 3
    assert shown + int(left) == 400


# ---- land -------------------------------------------------------------------------------


def test_scale_is_true_in_both_directions(atlas: api.Atlas) -> None:
    view = build_view([], Query(), atlas.gazetteer)
    ground, geod = choose_ground(view, atlas.gazetteer, PANEL), Geod(ellps="WGS84")
    kilometres, length = scale_bar(ground.scale)
    for bearing in (0, 45, 90, 200):
        lon, lat, _ = geod.fwd(37.15, 36.2, bearing, kilometres * 1000)
        start, end = ground.to_page(np.array([[37.15, 36.2], [lon, lat]]))
        assert np.hypot(*(end - start)) == pytest.approx(length, rel=0.01)


@pytest.mark.parametrize("latitude", [0.0, 36.2, 60.0])
def test_a_degree_has_its_length(latitude: float) -> None:
    geod = Geod(ellps="WGS84")
    east = geod.inv(0, latitude, 0.001, latitude)[2] * 1000
    north = geod.inv(0, latitude - 0.0005, 0, latitude + 0.0005)[2] * 1000
    assert metres_per_degree(latitude) == pytest.approx((east, north), rel=1e-6)


@given(scale=st.floats(1e-4, 2.0))
def test_scale_bar_is_round_and_fits(scale: float) -> None:
    kilometres, length = scale_bar(scale)
    assert f"{kilometres:e}"[0] in "125"
    assert length == pytest.approx(kilometres * 1000 * scale)
    assert 30 < length <= 110


def test_north_is_up(toy_view: View, toy: Gazetteer) -> None:
    ground = choose_ground(toy_view, toy, PANEL)
    south, north = ground.to_page(np.array([[37.15, 36.1], [37.15, 36.3]]))
    assert south[0] == pytest.approx(north[0])
    assert south[1] < north[1]


@pytest.mark.parametrize(
    ("place_ids", "zoomed"),
    [(SEED_PLACES, True), (("sheikh-najjar", "ramouseh"), False), (("nubl", "fardous"), False)],
)
def test_all_that_is_named_lies_in_the_frame(
    place_ids: tuple[str, ...], zoomed: bool, atlas: api.Atlas
) -> None:
    gazetteer = atlas.gazetteer
    view = build_view([entry(1, place_ids, date(2016, 12, 12))], Query(), gazetteer)
    ground = choose_ground(view, gazetteer, PANEL)
    assert ground.zoomed is zoomed
    for place_id in place_ids:
        place = gazetteer[place_id]
        x, y = ground.to_page(np.array([[place.lon, place.lat]], dtype=float))[0]
        assert PANEL[0] < x < PANEL[2]
        assert PANEL[1] < y < PANEL[3]
        if place.footprint is not None:
            assert box(*PANEL).contains(ground.shape_on_page(place.footprint))


def test_without_a_zoom_no_outline_is_cut(atlas: api.Atlas) -> None:
    ground = choose_ground(build_view([], Query(), atlas.gazetteer), atlas.gazetteer, PANEL)
    cut = [
        place.id
        for place in atlas.gazetteer
        if place.footprint is not None
        and not box(*PANEL).contains(ground.shape_on_page(place.footprint))
    ]
    assert cut == []


def test_a_soft_circle_is_true_to_scale(toy: Gazetteer) -> None:
    from aleppomap.picture.chart import build_chart

    view = build_view([entry(1, ["south-hill"], date(2016, 1, 1))], Query(), toy)
    chart = build_chart(view, toy, PANEL)
    (_, radius) = chart.circles["south-hill"]
    assert toy["south-hill"].confidence is Confidence.LOW
    assert radius / chart.ground.scale == pytest.approx(1000)


# ---- labels -----------------------------------------------------------------------------

FRAME = (0.0, 0.0, 400.0, 300.0)
TAKEN = [(0.0, 0.0, 80.0, 40.0), (200.0, 150.0, 206.0, 156.0)]

wishes = st.lists(
    st.builds(
        Wish,
        key=st.uuids().map(str),
        anchor=st.tuples(st.floats(0, 400), st.floats(0, 300)),
        sizes=st.lists(st.tuples(st.floats(5, 120), st.floats(5, 24)), min_size=1, max_size=2).map(
            tuple
        ),
        clear=st.sampled_from([0.0, 3.0]),
        roams=st.booleans(),
    ),
    max_size=40,
)


def check_spots(spots: Sequence[Spot], taken: Sequence[tuple[float, ...]]) -> list[str]:
    """Faults of a placement: collisions, lines through labels, labels outside."""
    faults = []
    for index, spot in enumerate(spots):
        left, bottom, right, top = spot.box
        if left < FRAME[0] or bottom < FRAME[1] or right > FRAME[2] or top > FRAME[3]:
            faults.append(f"{spot.key} leaves the frame")
        for other in spots[:index]:
            if overlap(spot.box, other.box):
                faults.append(f"{spot.key} collides with {other.key}")
        for other in spots:
            if other.line is not None and other is not spot and crosses(other.line, spot.box):
                faults.append(f"the line of {other.key} runs through {spot.key}")
        faults += [
            f"the lines of {spot.key} and {other.key} cross"
            for other in spots[:index]
            if spot.line is not None and other.line is not None and meet(spot.line, other.line)
        ]
        faults += [f"{spot.key} covers {b}" for b in taken if overlap(spot.box, b)]  # type: ignore[arg-type]
    return faults


@settings(max_examples=40, deadline=None)
@given(wishes=wishes)
def test_labels_never_collide(wishes: list[Wish]) -> None:
    spots = place_labels(wishes, FRAME, TAKEN)
    assert check_spots(spots, TAKEN) == []
    assert {spot.key for spot in spots} <= {wish.key for wish in wishes}
    assert spots == place_labels(wishes, FRAME, TAKEN)
    for spot in spots:
        wish = next(wish for wish in wishes if wish.key == spot.key)
        left, bottom, right, top = spot.box
        assert (right - left, top - bottom) == pytest.approx(wish.sizes[spot.way])


def test_a_collision_would_be_found() -> None:
    same = [Spot("a", (100, 100, 150, 110), 0), Spot("b", (140, 105, 190, 115), 0)]
    assert check_spots(same, []) == ["b collides with a"]


def test_the_first_wish_stays_at_its_place_and_the_second_moves() -> None:
    first, second = place_labels(
        [Wish("first", (200, 100), ((60, 9),)), Wish("second", (200, 106), ((60, 9),))], FRAME
    )
    assert first.box == (170, 95.5, 230, 104.5)
    assert first.line is None
    assert not overlap(first.box, second.box)


def test_a_label_leaves_the_place_of_another_open() -> None:
    one, other = Wish("one", (200, 100), ((60, 9),)), Wish("other", (215, 101), ((60, 9),))
    first, second = place_labels([one, other], FRAME)
    assert not overlap(first.box, (215, 101, 215, 101))
    assert check_spots([first, second], []) == []


def test_a_label_that_may_not_roam_is_left_out() -> None:
    at = (200.0, 100.0)
    loud, quiet = Wish("loud", at, ((60, 30),)), Wish("quiet", at, ((60, 9),), roams=False)
    assert [spot.key for spot in place_labels([loud, quiet], FRAME)] == ["loud"]


@pytest.mark.parametrize(
    ("line", "through"),
    [
        (((0, 5), (20, 5)), True),
        (((0, 0), (4, 20)), False),
        (((10, 0), (10, 3)), False),
        (((10, 0), (10, 30)), True),
        (((0, 12), (20, 12)), False),
    ],
)
def test_lines_through_boxes(line: tuple[tuple[float, float], ...], through: bool) -> None:
    assert crosses(line, (8, 4, 16, 11)) is through  # type: ignore[arg-type]


def test_lines_that_cross() -> None:
    assert meet(((0, 0), (10, 10)), ((0, 10), (10, 0)))
    assert not meet(((0, 0), (10, 10)), ((0, 1), (9, 10)))
    assert not meet(((0, 0), (4, 4)), ((0, 10), (10, 0)))


# ---- letters and time -------------------------------------------------------------------


@given(text=st.text(st.characters(codec="utf-8"), max_size=60))
@settings(max_examples=60, deadline=None)
def test_clean_text_is_one_safe_line(text: str) -> None:
    cleaned = lettering.clean(text)
    assert lettering.clean(cleaned) == cleaned
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2028\u2029]", cleaned)


@pytest.mark.parametrize("text", ["one two three four five " * 5, "x" * 300, "حي بستان القصر " * 9])
def test_broken_lines_fit_and_keep_every_word(text: str) -> None:
    lines = lettering.break_lines(text.strip(), 8, 90)
    assert all(lettering.width_of(line, 8) <= 90 for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert len(lettering.break_lines(text.strip(), 8, 90, most=2)) == 2


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2016, 12, 1), date(2016, 12, 8), ["2016-12-01", "2016-12-02", "2016-12-03"]),
        (date(2016, 1, 15), date(2016, 6, 1), ["2016-02", "2016-03", "2016-04"]),
        (date(2012, 7, 1), date(2016, 12, 31), ["2013", "2014", "2015"]),
    ],
)
def test_ticks_name_days_months_or_years(first: date, last: date, said: list[str]) -> None:
    assert [text for _, text in ticks(first, last)][:3] == said


# ---- what the reports say ---------------------------------------------------------------


def test_few_reports_are_written_out_with_claimant_hedge_and_precision(toy: Gazetteer) -> None:
    view = build_view(TOY_ENTRIES[:2], Query(), toy)
    said = seen(" ".join(words_of(draw(view, toy))))
    assert "Up to 2016-12-12: killing or abuse. Reported by UN human rights office" in said
    assert "Killed: at least 82 (women: 11, children: 13)" in said
    assert "said of 3 places together, not of each" in said
    assert "2016-10-03: shelling. Alleged by a resident" in said
    assert "Fire said to come from: South Hill" in said


@pytest.mark.parametrize(
    ("lang", "rows"),
    [
        (
            "en",
            (
                "Kind: other (2), killing or abuse (1), shelling (1)",
                "How firmly: stated without more (2), alleged (1), reported (1)",
                "Dated: to the day (2), a range (1), up to a day (1)",
            ),
        ),
        ("ar", ("درجة الجزم: دون تحفظ (2)", "دقة التاريخ: باليوم (2)")),
    ],
)
def test_many_reports_are_counted_by_what_they_say(
    lang: str, rows: tuple[str, ...], toy: Gazetteer
) -> None:
    view = build_view(TOY_ENTRIES, Query(), toy)
    said = seen(" ".join(words_of(draw(view, toy, lang=lang))))
    for row in rows:
        assert row in said


def test_a_shared_report_is_one_mark_amid_its_places(toy: Gazetteer) -> None:
    chart = build_chart(build_view(TOY_ENTRIES, Query(), toy), toy, PANEL)
    [hub] = chart.hubs
    assert len(hub.ends) == 3
    assert hub.colour == KIND_COLOURS["attack"]
    assert hub.at == pytest.approx(tuple(np.mean(hub.ends, axis=0)))
    one_place = replace(TOY_ENTRIES[0].report, place_ids=("old-town", "lost-village"))
    alone = build_view([Entry(one_place, TOY_ENTRIES[0].article)], Query(), toy)
    assert build_chart(alone, toy, PANEL).hubs == ()


def test_filters_of_kind_claimant_and_certainty_stand_over_the_map(toy: Gazetteer) -> None:
    query = Query(kinds=(Kind.SHELLING,), certainty=(Verification.SINGLE,))
    said = seen(" ".join(words_of(draw(build_view(TOY_ENTRIES, query, toy), toy))))
    assert "Filters: Kind: shelling; Certainty: one source" in said
