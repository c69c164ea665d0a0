"""What stands around an article in its own text."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aleppomap.furniture import Parts, find_parts
from aleppomap.model import Span
from aleppomap.stamps import fold_line, to_moment

SEED = Path(__file__).resolve().parents[1].parent / "shared/seed/000_5c5a243ea61812fc.txt"
DAY = date(2016, 12, 13)
BODY = (
    "People of the quarter told a reporter that they had waited for two days at the crossing "
    "before the first buses came, and that the nights were cold.\n\n"
    "The second convoy left in the evening."
)
ARABIC = (
    "قال سكان من الحي إنهم انتظروا يومين عند المعبر قبل وصول أولى الحافلات وإن الليالي كانت باردة، "
    "وأضافوا أن القافلة الثانية غادرت في المساء."
)


def said(text: str, span: Span | None) -> str | None:
    return text[span.start : span.end] if span else None


@pytest.mark.skipif(not SEED.exists(), reason="the seed article is not on this machine")
def test_the_seed() -> None:
    text = SEED.read_bytes().decode()
    parts = find_parts(text)
    assert said(text, parts.title) == "Thousands flee Aleppo onslaught as battle reaches climax"
    assert said(text, parts.byline) == "Ersin Çelik"
    assert (parts.published, parts.updated) == (DAY, DAY)
    assert [said(text, span) for span in parts.furniture] == [
        "15:38 - 13/12/2016 Tuesday",
        "Update: 16:21 - 13/12/2016 Tuesday",
        "8 years ago",
    ]


AT_10 = datetime(2016, 12, 13, 10, 5, tzinfo=UTC)
AT_15 = datetime(2016, 12, 13, 15, 38, tzinfo=timezone(timedelta(hours=3)))
STAMPS = [
    # line, published, updated
    ("Published: 12 Dec 2016", date(2016, 12, 12), None),
    ("Published 13th December, 2016", DAY, None),
    ("Last updated at 10:05 GMT, Tuesday 13 December 2016", None, AT_10),
    ("December 13, 2016 / 3:38 PM / 7 years ago", DAY, None),
    ("Tue 13 Dec 2016 10.05 GMT", AT_10, None),
    ("2016-12-13T15:38:00+03:00", AT_15, None),
    ("15:38 - 13/12/2016 Tuesday", DAY, None),
    ("تاريخ النشر: 13/12/2016", DAY, None),
    ("تاريخ النشر: ١٣/١٢/٢٠١٦", DAY, None),
    ("آخر تحديث: 13 كانون الأول 2016", None, DAY),
    ("نُشر في 13 كانون الأول/ديسمبر 2016 الساعة 15:38", DAY, None),
    ("الثلاثاء، 13 ديسمبر 2016", DAY, None),
    ("13.12.2016", DAY, None),
    ("Stand: 13.12.2016, 15.38 Uhr", None, DAY),
    ("Dienstag, 13. Dezember 2016", DAY, None),
    ("Publié le 13 décembre 2016 à 15h38", DAY, None),
    ("Publié le 12 décembre 2016, mis à jour le 13 décembre 2016", date(2016, 12, 12), DAY),
    ("Publicado: 13 de diciembre de 2016", DAY, None),
    ("Güncelleme: 13 Aralık 2016 Salı 15:38", None, DAY),
    ("Yayınlanma tarihi: 13 Aralık 2016 15:38 (GMT+3)", AT_15, None),
    ("Опубликовано 13 декабря 2016 г.", DAY, None),
    ("13 December 2016 | Reuters", DAY, None),
    ("12/13/2016", DAY, None),
    ("Sunday 12/11/2016", date(2016, 12, 11), None),
]


@pytest.mark.parametrize(("line", "published", "updated"), STAMPS)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_stamp_dates_the_article_and_is_furniture(
    line: str, published: object, updated: object, end: str
) -> None:
    text = f"Buses leave the quarter\n\n{line}\n\n{BODY}".replace("\n", end)
    parts = find_parts(text)
    assert (parts.published, parts.updated) == (published, updated)
    assert [said(text, span) for span in parts.furniture] == [line]
    assert said(text, parts.title) == "Buses leave the quarter"


def test_a_label_may_stand_over_its_date() -> None:
    text = f"Buses leave the quarter\n\nLast updated\n13 December 2016\n\n{BODY}"
    parts = find_parts(text)
    assert (parts.published, parts.updated) == (None, DAY)
    assert [said(text, span) for span in parts.furniture] == ["Last updated", "13 December 2016"]


def test_a_doubtful_order_is_read_day_first_and_said() -> None:
    parts = find_parts(f"Buses leave the quarter\n\n12/11/2016\n\n{BODY}")
    assert parts.published == date(2016, 11, 12)
    assert "day-first" in {note.code for note in parts.notes}


ALONE = [
    "8 years ago",
    "a day ago",
    "منذ 8 سنوات",
    "قبل يومين",
    "il y a 8 ans",
    "vor 8 Jahren",
    "hace 8 años",
    "8 yıl önce",
    "8 лет назад",
    "3 min read",
    "5 MIN READ",
    "Lesezeit: 3 Minuten",
    "Temps de lecture : 3 min",
    "وقت القراءة: 3 دقائق",
    "Share",
    "Facebook | Twitter | WhatsApp",
    "Advertisement",
    "شارك",
    "Teilen",
    "Publicité",
    "Paylaş",
    "Поделиться",
    "12 Comments",
]


@pytest.mark.parametrize("line", ALONE)
def test_what_is_furniture_alone_on_a_line(line: str) -> None:
    head = f"Buses leave the quarter\n{line}\n\n{BODY}"
    tail = f"{BODY}\n\n{line}\n"
    middle = f"{BODY}\n\n{line}\n\n{BODY}"
    inside = f"{BODY} It ended {line}, said one of them.\n"
    assert [said(head, span) for span in find_parts(head).furniture] == [line]
    assert [said(tail, span) for span in find_parts(tail).furniture] == [line]
    assert find_parts(middle).furniture == ()
    assert find_parts(inside).furniture == ()


BYLINES = [
    ("By Jane Doe", "Jane Doe", None),
    ("By Jane Doe, Reuters", "Jane Doe", "Reuters"),
    ("by Jane Doe and John al-Roe", "Jane Doe and John al-Roe", None),
    ("Written by Jane Doe", "Jane Doe", None),
    ("Von Jana Müller", "Jana Müller", None),
    ("Par Jean Dupont avec AFP", "Jean Dupont", "AFP"),
    ("Par Jeanne Dupont", "Jeanne Dupont", None),
    ("Por Juana Pérez", "Juana Pérez", None),
    ("بقلم: جين دو", "جين دو", None),
    ("Автор: Иван Иванов", "Иван Иванов", None),
    ("By the river the buses wait", None, None),
    ("Source: AFP", None, "AFP"),
]


@pytest.mark.parametrize(("line", "byline", "agency"), BYLINES)
def test_bylines(line: str, byline: str | None, agency: str | None) -> None:
    text = f"Buses leave the quarter\n{line}\n\n{BODY}"
    parts = find_parts(text)
    assert (said(text, parts.byline), parts.agency) == (byline, agency)
    assert said(text, parts.title) == "Buses leave the quarter"
    assert parts.furniture == ()


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("Jane Q. Doe", "Jane Q. Doe"),
        ("Middle East News", None),
        ("East Aleppo", None),
        ("the old market", None),
        ("حلب الشرقية", None),
    ],
)
def test_a_bare_name_is_a_byline_only_beside_a_stamp(line: str, byline: str | None) -> None:
    beside = f"Buses leave the quarter\n\n{line}\n13/12/2016\n\n{BODY}"
    apart = f"Buses leave the quarter\n\n{line}\n\n{BODY}"
    assert said(beside, find_parts(beside).byline) == byline
    assert find_parts(apart).byline is None


DATELINES = [
    ("ALEPPO, Syria (Reuters) - ", BODY, "Reuters", None),
    ("بيروت (رويترز) - ", ARABIC, "Reuters", None),
    ("حلب (أ ف ب) – ", ARABIC, "AFP", None),
    ("BEIRUT, Dec. 13, 2016 (AP) — ", BODY, "AP", DAY),
    ("GENEVA (13 December 2016) – ", BODY, None, DAY),
    ("Aleppo/Beirut (dpa) - ", BODY, "dpa", None),
    ("ALEPPO, Syria — ", BODY, None, None),
    ("МОСКВА, 13 декабря 2016 (ТАСС) - ", BODY, "TASS", DAY),
]


@pytest.mark.parametrize(("dateline", "body", "agency", "day"), DATELINES)
@pytest.mark.parametrize("title", ["", "Buses leave the quarter\n\n"])
def test_datelines(dateline: str, body: str, agency: str | None, day: object, title: str) -> None:
    text = f"{title}{dateline}{body}"
    parts = find_parts(text)
    assert said(text, parts.dateline) == dateline.rstrip()
    assert (parts.agency, parts.published) == (agency, day)
    assert parts.furniture == ()


@pytest.mark.parametrize(
    "text",
    [
        "Bustan al-Qasr - a quarter in the south - was quiet, said people who live there.",
        "The men (all of them fighters) - some said - had gone by the evening of that day.",
        "They came from Aleppo - by bus.",
    ],
)
def test_dashes_in_a_sentence_are_no_dateline(text: str) -> None:
    assert find_parts(text).dateline is None


@pytest.mark.parametrize(
    "text", ["", "\n\n", "قصف على حي الفردوس", "8 years ago", "13/12/2016", BODY.split("\n")[0]]
)
def test_a_text_of_one_line_is_itself(text: str) -> None:
    assert find_parts(text) == Parts()


TITLES = [
    (f"Buses leave the quarter\n\n{BODY}", "Buses leave the quarter"),
    (f"# Buses leave the quarter\n\n{BODY}", "Buses leave the quarter"),
    (f"\ufeffBuses leave the quarter\n\n{BODY}", "Buses leave the quarter"),
    (f"World\n\nBuses leave the quarter at last\n\n{BODY}", "Buses leave the quarter at last"),
    (f"Did the buses leave?\n\n{BODY}", "Did the buses leave?"),
    (f"خروج الحافلات من الحي\n\n{ARABIC}", "خروج الحافلات من الحي"),
    (f"Buses leave the quarter\nJane Doe\n13/12/2016\n{BODY}", "Buses leave the quarter"),
    (f"Buses leave the quarter\nMore are to follow\n\n{BODY}", "Buses leave the quarter"),
    (BODY, None),
    (f"The buses left at night.\n\n{BODY}", None),
    ("a line of a wrapped text that goes on\nand on in the next line until\nits end comes", None),
]


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_titles(text: str, title: str | None) -> None:
    assert said(text, find_parts(text).title) == title


CHRONICLES = [
    f"A chronicle\n\n12 Dec 2016\n\n{BODY}\n\n13 Dec 2016\n\n{BODY}",
    "A chronicle\n\n12 Dec 2016\nBuses leave the quarter\n\n13 Dec 2016\nMore buses leave",
    f"12 Dec 2016\n{BODY}\n\n13 Dec 2016\n{BODY}\n\n14 Dec 2016",
]


@pytest.mark.parametrize("text", CHRONICLES)
def test_days_that_head_entries_are_no_stamps(text: str) -> None:
    parts = find_parts(text)
    assert (parts.published, parts.furniture) == (None, ())


def test_credits_at_the_foot_are_furniture() -> None:
    credit = "(Reporting by Jane Doe in Beirut; Editing by John Roe)"
    text = f"{BODY}\n\n{credit}\n© 2016 The Paper\n7 years ago"
    found = [said(text, span) for span in find_parts(text).furniture]
    assert found == [credit, "© 2016 The Paper", "7 years ago"]


_PIECES = st.sampled_from(
    [line for line, *_ in STAMPS]
    + ALONE
    + [line for line, *_ in BYLINES]
    + ["Buses leave", BODY, ARABIC, "12 Dec 2016", "Jane Doe", "Published", "", " ", "ALEPPO — x"]
)
_TEXTS = st.one_of(
    st.text(),
    st.lists(st.one_of(_PIECES, st.text(max_size=30)), max_size=12).flatmap(
        lambda lines: st.sampled_from(["\n", "\r\n", "\r", "\n\n"]).map(lambda end: end.join(lines))
    ),
)


@given(_TEXTS)
def test_parts_are_disjoint_stretches_of_the_text(text: str) -> None:
    parts = find_parts(text)
    spans = sorted([*parts.furniture, *filter(None, (parts.title, parts.byline, parts.dateline))])
    for span, after in pairwise(spans):
        assert span.end <= after.start
    for span in spans:
        assert span.end <= len(text)
        assert text[span.start : span.end].strip() == text[span.start : span.end] != ""
    assert parts == find_parts(text)
    assert len([note for note in parts.notes if note.code == "trimmed"]) == len(parts.furniture)


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("2016-12-13", DAY),
        (" 2016/12/13 ", DAY),
        ("13/12/2016", DAY),
        ("12/13/2016", DAY),
        ("13.12.2016", DAY),
        ("13 December 2016", DAY),
        ("13 كانون الأول 2016", DAY),
        ("2016-12-13 23:30", DAY),
        ("2016-12-13T15:38:00+03:00", AT_15),
        ("2016-12-13T10:05:00Z", AT_10),
        ("Tue, 13 Dec 2016 15:38:00 +0300", AT_15),
        ("31/31/2016", None),
        ("2016-02-30", None),
        ("0001-01-01", None),
        ("December 2016", None),
        ("13/12/2016 or later", None),
        ("13/12/2016 14/12/2016", None),
        ("soon", None),
        ("", None),
    ],
)
def test_one_written_date(value: str, moment: object) -> None:
    assert to_moment(value) == moment


@given(st.text(max_size=40))
def test_folding_a_line_keeps_the_way_back(line: str) -> None:
    folded, places = fold_line(line)
    assert len(folded) == len(places)
    assert places == sorted(places)
    to_moment(line)
