"""The door that documents come in by."""

from __future__ import annotations

import gzip
import io
import json
import os
import threading
import time
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import docx
import matplotlib as mpl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.figure import Figure
from pypdf import PdfReader, PdfWriter

from aleppomap.model import Article, UnreadableInput
from aleppomap.source import (
    MAX_TEXT_BYTES,
    READABLE,
    Unread,
    article_from_text,
    content_id,
    fetch_url,
    is_public_address,
    read_bytes,
    read_path,
    read_url,
)

SEED = Path(__file__).resolve().parents[1].parent / "shared/seed/000_5c5a243ea61812fc.txt"
DAY = date(2016, 12, 13)
TITLE = "Buses leave the quarter after two days"
PARAGRAPHS = (
    "People of Bustan al-Qasr told a reporter that they had waited for two days at the crossing "
    "before the first buses came, and that the nights were cold.",
    "The second convoy left in the evening, and it was said that a third would follow on "
    "Wednesday if the road stayed open.",
    "A teacher from Kallaseh said that nobody knew where the buses would go.",
)
TEXT = "\n\n".join((TITLE, *PARAGRAPHS))
ARABIC = (
    "قال سكان من حي بستان القصر في حلب إنهم انتظروا يومين عند المعبر قبل وصول أولى الحافلات.",
    "وأضافوا أن القافلة الثانية غادرت في المساء وأن الليالي كانت باردة.",
)


def only(found: Iterator[Article | Unread]) -> Article:
    (article,) = found
    assert isinstance(article, Article), str(article)
    return article


def refused(found: Iterator[Article | Unread]) -> str:
    (unread,) = found
    assert isinstance(unread, Unread)
    assert "\n" not in str(unread)
    return str(unread)


# --- text -------------------------------------------------------------------


@pytest.mark.skipif(not SEED.exists(), reason="the seed article is not on this machine")
def test_the_seed() -> None:
    article = only(read_path(SEED))
    assert article.text == SEED.read_bytes().decode()
    assert article.title == "Thousands flee Aleppo onslaught as battle reaches climax"
    assert (article.byline, article.language) == ("Ersin Çelik", "en")
    assert (article.published, article.updated) == (DAY, DAY)
    assert len(article.furniture) == 3
    assert only(read_path(SEED)) == article


def test_what_is_given_beats_what_is_found() -> None:
    text = f"{TITLE}\nBy Jane Doe\n13/12/2016\n\n{PARAGRAPHS[0]}"
    found = article_from_text(text)
    given_ = article_from_text(
        text,
        id="x",
        title="T",
        byline="B",
        published="2016-12-14",
        publisher="P",
        agency="A",
        url="https://example.org/1",
        language="AR-sy",
    )
    assert (found.title, found.byline, found.published, found.language) == (
        *(TITLE, "Jane Doe", DAY, "en"),
    )
    assert (given_.id, given_.title, given_.byline) == ("x", "T", "B")
    assert (given_.published, given_.language) == (date(2016, 12, 14), "ar")
    assert given_.title_span == found.title_span
    assert given_.text == text


def test_an_id_is_made_of_the_content() -> None:
    assert article_from_text(TEXT).id == content_id(TEXT) == article_from_text(TEXT).id
    assert article_from_text(TEXT, published=DAY).id == content_id(TEXT, DAY) != content_id(TEXT)
    assert article_from_text(TEXT + " ").id != content_id(TEXT)
    assert len(content_id(TEXT)) == 18


def test_a_time_without_an_offset_is_a_day() -> None:
    naive, aware = datetime(2016, 12, 13, 23, 30), datetime(2016, 12, 13, 23, 30, tzinfo=UTC)
    assert article_from_text(TEXT, published=naive).published == DAY
    assert article_from_text(TEXT, published=aware).published == aware


def test_a_text_that_says_only_when_it_was_updated() -> None:
    article = article_from_text(f"{TITLE}\n\nLast updated: 13 December 2016\n\n{PARAGRAPHS[0]}")
    assert (article.published, article.updated) == (DAY, DAY)
    assert "published-from-update" in {note.code for note in article.notes}


def test_a_dateline_is_noted() -> None:
    article = article_from_text(f"{TITLE}\n\nBEIRUT (Reuters) - {PARAGRAPHS[0]}")
    (note,) = [note for note in article.notes if note.code == "dateline"]
    assert article.text[note.start : note.end] == "BEIRUT (Reuters) -"
    assert article.agency == "Reuters"


@pytest.mark.parametrize("text", ["", " \r\n\t", "\ufeff", "x\ud800", "x" * (MAX_TEXT_BYTES + 1)])
def test_what_is_no_text_is_refused(text: str) -> None:
    with pytest.raises(UnreadableInput):
        article_from_text(text)


def test_the_limit_counts_bytes_of_utf8() -> None:
    most = MAX_TEXT_BYTES // 2
    assert len(only(read_bytes("a.txt", ("ق" * most).encode())).text) == most
    said = refused(read_bytes("a.txt", ("ق" * (most + 1)).encode()))
    assert said.startswith("a.txt: holds 5,000,002 bytes") and "5,000,000" in said


ENCODINGS = [
    (PARAGRAPHS[0], "utf-8"),
    (PARAGRAPHS[0], "utf-8-sig"),
    (PARAGRAPHS[0], "utf-16"),
    (PARAGRAPHS[0], "utf-16-le"),
    (ARABIC[0], "utf-16-be"),
    (ARABIC[0], "utf-32"),
    (ARABIC[0], "cp1256"),
    (ARABIC[0], "iso8859-6"),
    ("قصف على حي الفردوس", "cp1256"),
    ("Des réfugiés ont quitté le quartier à l’aube, selon des témoins.", "cp1252"),
    ("Des réfugiés ont quitté le quartier à la fin de la nuit.", "latin-1"),
    ("Жители квартала сказали, что ждали автобусы два дня.", "cp1251"),
    ("Halep'in Firdevs mahallesine düzenlenen saldırıda çok sayıda kişi yaralandı.", "cp1254"),
]


@pytest.mark.parametrize(("text", "encoding"), ENCODINGS)
def test_encodings(text: str, encoding: str) -> None:
    article = only(read_bytes("a.txt", text.encode(encoding)))
    assert article.text == text  # a byte order mark is no part of the text
    coded = {note.code for note in article.notes}
    assert ("encoding" in coded) == (not encoding.startswith("utf-8"))


def test_a_few_damaged_bytes_do_not_change_the_encoding() -> None:
    content = (ARABIC[0] * 3).encode() + b"\xff" + ARABIC[1].encode()
    article = only(read_bytes("a.txt", content))
    assert article.text == ARABIC[0] * 3 + "\ufffd" + ARABIC[1]
    assert "damaged-bytes" in {note.code for note in article.notes}


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("name", ["a.txt", "a.md", "A.TXT", "-"])
def test_a_text_stays_as_it_is(name: str, ending: str, tmp_path: Path) -> None:
    text = f"  # {TEXT}\n\n* x\t".replace("\n", ending)
    assert only(read_bytes(name, text.encode())).text == text
    if name != "-":
        (tmp_path / name).write_bytes(text.encode())
        assert only(read_path(tmp_path / name)).text == text


# --- pages ------------------------------------------------------------------


def make_page(title: str, paragraphs: tuple[str, ...], head: str = "", lang: str = "en") -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f"<!DOCTYPE html><html lang='{lang}'><head><title>{title}</title>{head}</head><body>"
        "<nav><a href='/'>Home page</a> <a href='/w'>World news</a></nav>"
        f"<article><h1>{title}</h1>{body}</article><script>var x = 'not this text';</script>"
        "<footer>Contact us</footer></body></html>"
    )


META = (
    "<meta property='article:published_time' content='2016-12-13T10:05:00Z'>"
    "<meta property='og:site_name' content='The Paper'><meta name='author' content='Jane Doe'>"
    '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", '
    '"dateModified": "2016-12-14T08:00:00Z"}]}</script>'
)


def test_a_page_gives_its_article() -> None:
    article = only(read_bytes("a.html", make_page(TITLE, PARAGRAPHS, META).encode()))
    assert article.text == TEXT
    assert (article.title, article.byline, article.publisher) == (TITLE, "Jane Doe", "The Paper")
    assert article.published == datetime(2016, 12, 13, 10, 5, tzinfo=UTC)
    assert article.updated == datetime(2016, 12, 14, 8, 0, tzinfo=UTC)
    assert article.language == "en"


def test_a_page_may_state_its_date_in_the_article_only() -> None:
    page = make_page(TITLE, ("Published: 13/12/2016", *PARAGRAPHS, "8 years ago"))
    article = only(read_bytes("a.htm", page.encode()))
    assert article.published == DAY
    said = [article.text[span.start : span.end] for span in article.furniture]
    assert said == ["Published: 13/12/2016", "8 years ago"]


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1256"])
def test_an_arabic_page(encoding: str) -> None:
    head = f"<meta charset='{encoding}'>"
    page = make_page("خروج الحافلات من الحي", ARABIC, head, "ar")
    article = only(read_bytes("a.html", page.encode(encoding)))
    assert article.text == "\n\n".join(("خروج الحافلات من الحي", *ARABIC))
    assert article.language == "ar"


def test_a_page_without_markup_of_its_own() -> None:
    page = f"<div>{PARAGRAPHS[2]}<br><br>{ARABIC[0]}</div><script>x()</script>"
    article = only(read_bytes("a.html", page.encode()))
    assert PARAGRAPHS[2] in article.text and ARABIC[0] in article.text
    assert "x()" not in article.text


@pytest.mark.parametrize(
    "page",
    [
        "<html><body><nav><a href='/'>Home</a></nav><script>var a = 'a text of a script';</script>",
        "<ul><li><a href='/'>Home page of us</a></li><li><a href='/w'>World news now</a></li></ul>",
        "<html><body><img src='a.png'></body></html>",
        "<html></html>",
        "<",
        "<!-- a comment that goes on and on -->",
    ],
)
def test_a_page_without_an_article(page: str) -> None:
    assert "a.html: holds no article text; allowed are" in refused(
        read_bytes("a.html", page.encode())
    )


def make_pdf(pages: list[str], *, as_picture: bool = False) -> bytes:
    out = io.BytesIO()
    with mpl.rc_context({"pdf.fonttype": 42}), PdfPages(out) as book:
        for page in pages:
            figure = Figure(figsize=(8, 6))
            if as_picture:
                figure.add_axes((0, 0, 1, 1)).imshow([[0, 1], [1, 0]])
                figure.axes[0].set_axis_off()
            else:
                for place, line in enumerate(page.split("\n")):
                    figure.text(0.05, 0.95 - place * 0.05, line, fontsize=9)
            book.savefig(figure)
    return out.getvalue()


def lock_pdf(content: bytes, password: str, owner: str) -> bytes:
    writer, out = PdfWriter(clone_from=PdfReader(io.BytesIO(content))), io.BytesIO()
    writer.encrypt(password, owner_password=owner, algorithm="RC4-128")
    writer.write(out)
    return out.getvalue()


def test_a_pdf_gives_its_text_page_by_page() -> None:
    article = only(read_bytes("a.pdf", make_pdf([f"{TITLE}\n\n13/12/2016\n77", "The last page."])))
    assert TITLE in article.text and article.text.endswith("The last page.")
    assert article.published == DAY
    assert "77" not in article.text  # the page number


def test_the_lines_of_a_pdf_are_joined_to_sentences() -> None:
    lines = "People of the quarter told a reporter that they had waited in Bustan\n"
    lines += "al-Qasr for two days before the first buses came, and in Tariq al-\n"
    lines += "Bab there were none.\nA teacher said so."
    article = only(read_bytes("a.pdf", make_pdf([lines])))
    assert "in Bustan al-Qasr for two days" in article.text
    assert "in Tariq al-Bab there were none.\nA teacher said so." in article.text


def test_the_shaped_letters_of_a_pdf_become_plain_ones() -> None:
    article = only(read_bytes("a.pdf", make_pdf(["of\ufb01ce in \ufead\ufe8e\ufeed 2016"])))
    assert "office" in article.text
    assert not any("\ufb00" <= letter <= "\ufefc" for letter in article.text)
    assert "pdf-order" in {note.code for note in article.notes}


def test_a_pdf_that_opens_without_a_password_is_read() -> None:
    assert TITLE in only(read_bytes("a.pdf", lock_pdf(make_pdf([TITLE]), "", "owner"))).text


@pytest.mark.parametrize(
    ("make", "fault"),
    [
        (lambda: lock_pdf(make_pdf([TITLE]), "secret", "owner"), "protected by a password"),
        (lambda: make_pdf(["", ""], as_picture=True), "no text layer"),
        (lambda: make_pdf([TITLE])[:700], "damaged"),
        (lambda: b"%PDF-1.7\n", "damaged"),
        (lambda: b"no pdf", "damaged or no PDF"),
        (lambda: b"", "empty"),
    ],
)
def test_a_pdf_that_cannot_be_read(make: Callable[[], bytes], fault: str) -> None:
    said = refused(read_bytes("a.pdf", make()))
    assert said.startswith("a.pdf: ") and fault in said


def make_word(paragraphs: tuple[str, ...], rows: tuple[tuple[str, str], ...] = ()) -> bytes:
    document, out = docx.Document(), io.BytesIO()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if rows:
        table = document.add_table(len(rows), 2)
        for row, (left, right) in zip(table.rows, rows, strict=True):
            row.cells[0].text, row.cells[1].text = left, right
    document.save(out)
    return out.getvalue()


def test_a_word_file_gives_paragraphs_and_tables_in_order() -> None:
    content = make_word((TITLE, "13/12/2016", *PARAGRAPHS), (("Fardous", "3"), ("Kallaseh", "")))
    article = only(read_bytes("a.docx", content))
    expected = (TITLE, "13/12/2016", *PARAGRAPHS, "Fardous | 3", "Kallaseh")
    assert article.text == "\n\n".join(expected)
    assert (article.title, article.published) == (TITLE, DAY)


def pack(name: str, content: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("make", "fault"),
    [
        (lambda: make_word((TITLE,))[:-400], "damaged"),
        (lambda: pack("a.txt", b"a"), "damaged or no Word file"),
        (lambda: pack("a.txt", bytes(201_000_000)), "unpacks to 201 MB"),
        (lambda: b"\xd0\xcf\x11\xe0" + bytes(600), "password or an old .doc"),
        (lambda: make_word(()), "holds no text"),
    ],
)
def test_a_word_file_that_cannot_be_read(make: Callable[[], bytes], fault: str) -> None:
    said = refused(read_bytes("a.docx", make()))
    assert said.startswith("a.docx: ") and fault in said


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \r\n", "is empty"),
        ("a.md", bytes(range(256)) * 4, "binary"),
        ("a.txt", b"\x01\x02\x03\x04\x80\x81", "binary"),
        ("a.txt", make_pdf([TITLE]), "is a PDF file under the name of a text file"),
        ("a.txt", b"x" * 20_000_001, "larger than 20 MB"),
        ("a.xyz", b"text", "of a type that cannot be read (.xyz)"),
        ("a", b"text", "has no type"),
        ("-", b"", "standard input: is empty"),
    ],
)
def test_input_that_cannot_be_read(name: str, content: bytes, fault: str) -> None:
    assert fault in refused(read_bytes(name, content))


def test_an_unknown_type_says_what_is_allowed() -> None:
    said = refused(read_bytes("a.odt", b"x"))
    assert all(ending in said for ending in READABLE)


# --- rows -------------------------------------------------------------------

ROWS = [
    {"id": "r 1 ", "text": ' one, "two"\r\nthree\n', "published": "13/12/2016", "language": "en"},
    {
        "id": "صف",
        "text": ARABIC[0],
        "publisher": "P",
        "url": "https://example.org/ا",
        "title": " T ",
    },
    {"id": "3", "text": "three", "agency": "AFP", "byline": "B", "updated": "2016-12-13T10:05Z"},
]
FORMATS = ["csv", "csv;", "csv\t", "jsonl", "ndjson", "json", "utf-16 csv", "utf-16 jsonl"]


def write_rows(rows: list[dict[str, str]], how: str) -> tuple[str, bytes]:
    """A file name and the rows written that way."""
    encoding = "utf-16" if how.startswith("utf-16") else "utf-8"
    how = how.removeprefix("utf-16 ")
    if how.startswith("csv"):
        mark = how[3:] or ","
        columns = list(dict.fromkeys(name for row in rows for name in row))
        quoted = [
            mark.join('"' + row.get(name, "").replace('"', '""') + '"' for name in columns)
            for row in rows
        ]
        return "rows.csv", "\r\n".join([mark.join(columns), *quoted, ""]).encode(encoding)
    if how == "json":
        return "rows.json", json.dumps(rows).encode()
    lines = [json.dumps(row, ensure_ascii=encoding == "utf-8") for row in rows]
    return f"rows.{how}", "\n".join(lines).encode(encoding)


@pytest.mark.parametrize("how", FORMATS)
def test_rows_stay_as_they_are(how: str, tmp_path: Path) -> None:
    name, content = write_rows(ROWS, how)
    (tmp_path / name).write_bytes(content)
    found = list(read_path(tmp_path / name))
    assert found == list(read_bytes(name, content))
    articles = [one for one in found if isinstance(one, Article)]
    assert [(one.id, one.text) for one in articles] == [(row["id"], row["text"]) for row in ROWS]
    first, second, third = articles
    assert (first.published, first.language) == (DAY, "en")
    assert (second.publisher, second.url, second.title) == ("P", "https://example.org/ا", "T")
    assert (third.agency, third.byline) == ("AFP", "B")
    assert third.updated == datetime(2016, 12, 13, 10, 5, tzinfo=UTC)


_WORDS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=40
)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(_WORDS.filter(lambda text: text.strip("\ufeff \t\r\n\f\v")), min_size=1, max_size=5),
    st.sampled_from(FORMATS),
)
def test_any_text_comes_out_of_a_row_as_it_went_in(texts: list[str], how: str) -> None:
    rows = [{"id": str(place), "text": text} for place, text in enumerate(texts)]
    found = [one.text for one in read_bytes(*write_rows(rows, how)) if isinstance(one, Article)]
    assert found == texts


BROKEN_LINES = [
    ("{bad", "is no JSON"),
    ("[1]", "is a list"),
    ("null", "is null"),
    ('{"id": "x"}', "has no text"),
    ('{"text": 5}', "has a text that is a number"),
    ('{"text": " "}', "is empty"),
    ('{"id": [], "text": "x"}', "has an id that is a list"),
    ('{"id": true, "text": "x"}', "has an id that is true or false"),
    ('{"text": "\\ud800"}', "not UTF-8"),
    ('{"id": "\\ud800", "text": "x"}', "not UTF-8"),
    ("[" * 100_000, "nested too deep"),
    ('{"text": ' + "1" * 5_000 + "}", "a number too long"),
    ('{"id": 1, "text": "x"}', "has the id “1” of line 1"),
    (json.dumps({"text": "x" * (MAX_TEXT_BYTES + 1)}), "5,000,001 bytes"),
]


@pytest.mark.parametrize(("line", "fault"), BROKEN_LINES)
def test_a_broken_line_is_named_and_the_rest_goes_on(line: str, fault: str) -> None:
    content = f'{{"id": 1, "text": "one"}}\n\n{line}\n{{"id": 2, "text": "two"}}\n'
    first, broken, last = read_bytes("b.jsonl", content.encode())
    assert isinstance(first, Article) and (first.id, first.text) == ("1", "one")
    assert isinstance(last, Article) and (last.id, last.text) == ("2", "two")
    assert isinstance(broken, Unread) and broken.row == 3
    assert str(broken).startswith("b.jsonl, line 3: ") and fault in str(broken)


def test_a_line_that_is_not_utf8_is_broken_and_not_the_file() -> None:
    good = json.dumps({"id": 1, "text": ARABIC[0]}, ensure_ascii=False).encode()
    bad = json.dumps({"id": 2, "text": ARABIC[0]}, ensure_ascii=False).encode("cp1256")
    first, broken = read_bytes("b.jsonl", good + b"\n" + bad)
    assert isinstance(first, Article) and first.text == ARABIC[0]
    assert isinstance(broken, Unread) and broken.row == 2
    # A file that is an old code page throughout is read as one.
    assert only(read_bytes("c.jsonl", bad)).text == ARABIC[0]


BROKEN_RECORDS = [
    ("r2,\n", "line 3: is empty", 1),
    ("r2\n", "line 3: has no text", 1),
    ("r1,again\n", "has the id “r1” of line 2", 1),
    ("r2,one,two,three\n", "has 4 fields and the header 3", 1),
    ('r2,"never closed\n', "line 3: cannot be read", 1),
    ('r2,"never closed\nand so, on it goes\nto here\n', "cannot be read (up to line 5)", 3),
    ('r2,"closed" too early\n', "line 3: cannot be read", 1),
]


@pytest.mark.parametrize(("record", "fault", "lines"), BROKEN_RECORDS)
def test_a_broken_record_is_named_and_the_rest_goes_on(record: str, fault: str, lines: int) -> None:
    content = f'id,text,title\nr1,one,\n{record}r3,"three\n""3""",T\nr4,four,\n'
    found = list(read_bytes("b.csv", content.encode()))
    texts = [(one.id, one.text) for one in found if isinstance(one, Article)]
    assert texts == [("r1", "one"), ("r3", 'three\n"3"'), ("r4", "four")]
    (broken,) = [one for one in found if isinstance(one, Unread)]
    assert fault in str(broken) and str(broken).startswith("b.csv, line 3: ")


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("a.csv", b"", "has no column text (its columns: none)"),
        ("a.csv", b"id,body\n1,x\n", "has no column text (its columns: id, body)"),
        ("a.csv", b"text,text\n1,x\n", "has the column text twice"),
        ("a.csv", b"id,text\n", "holds no rows"),
        ("a.csv", b"id,text\n\n,\n\n", "holds no rows"),
        ("a.jsonl", b"", "is empty"),
        ("a.jsonl", b"\xef\xbb\xbf\t\n\n", "is empty"),
        ("a.json", b"[]", "holds no rows"),
        ("a.json", b"{", "is no JSON"),
        ("a.json", b"5", "holds no rows"),
        ("a.json", b"[" * 100_000, "nested too deep"),
        ("a.csv", b"PK\x03\x04text", "is a ZIP or Word file under the name of a table"),
    ],
)
def test_a_table_that_cannot_be_read(name: str, content: bytes, fault: str) -> None:
    assert fault in refused(read_bytes(name, content))


def test_many_broken_records_do_not_end_a_table() -> None:
    lines = [f'b{n},"a" b\nr{n},{n}\nc{n},"open\n' for n in range(2_000)]
    found = list(read_bytes("a.csv", ("id,text\n" + "".join(lines)).encode()))
    texts = [one.text for one in found if isinstance(one, Article)]
    assert texts == [str(n) for n in range(2_000)]
    assert sum(isinstance(one, Unread) for one in found) == 2_001


def test_a_field_that_is_not_needed_is_left_out_with_a_note() -> None:
    row = {
        "text": TEXT,
        "title": 5,
        "published": "31/31/2016",
        "updated": 1481,
        "url": "javascript:alert(1)",
        "language": "?",
    }
    article = only(read_bytes("a.jsonl", json.dumps(row).encode()))
    codes = sorted(note.code for note in article.notes)
    assert codes == ["bad-date", "bad-date", "bad-field", "bad-language", "bad-url"]
    assert (article.title, article.published, article.url) == (TITLE, None, None)
    assert article.language == "en"
    assert any("31/31/2016" in note.message for note in article.notes)


def test_the_date_of_a_row_beats_that_of_the_call() -> None:
    content = b'{"text": "a", "published": "2016-12-13"}\n{"text": "b"}'
    first, second = read_bytes("a.jsonl", content, published=date(2015, 1, 1))
    assert isinstance(first, Article) and first.published == DAY
    assert isinstance(second, Article) and second.published == date(2015, 1, 1)


def test_standard_input_is_told_by_its_first_bytes() -> None:
    rows = b'\n {"id": 1, "text": "one"}\n{"id": 2, "text": "two"}\n'
    assert [one.id for one in read_bytes("-", rows) if isinstance(one, Article)] == ["1", "2"]
    assert only(read_bytes("-", b"{no row} is here")).text == "{no row} is here"
    assert only(read_bytes("-", make_page(TITLE, PARAGRAPHS).encode())).text == TEXT
    assert TITLE in only(read_bytes("-", make_pdf([TITLE]))).text
    assert only(read_bytes("-", make_word((TITLE, *PARAGRAPHS)))).text == TEXT


def test_a_large_table_is_never_held_whole(tmp_path: Path) -> None:
    path = tmp_path / "large.jsonl"
    with path.open("w") as out:
        for number in range(40):
            out.write(json.dumps({"id": number, "text": f"{number} " + "a word or two " * 70_000}))
            out.write("\n")
    assert path.stat().st_size > 39_000_000
    tracemalloc.start()
    found = sum(isinstance(one, Article) for one in read_path(path))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found == 40
    assert peak < 15_000_000


# --- files and folders ------------------------------------------------------


def test_a_folder_is_walked_in_order_and_nothing_is_lost(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/a/1.md", "a.txt", "z.TXT"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"{TEXT} {name}")
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden/x.txt").write_text(TEXT)
    (tmp_path / ".x.txt").write_text(TEXT)
    (tmp_path / "c.odt").write_bytes(b"x")
    (tmp_path / "d.txt").write_bytes(b"")
    for name in ("p.png", "q.png", "b/r.zip"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "b/loop").symlink_to(tmp_path)
    found = list(read_path(tmp_path))
    texts = [one.text.rsplit(" ", 1)[1] for one in found if isinstance(one, Article)]
    assert texts == ["a.txt", "b/2.txt", "b/a/1.md", "z.TXT"]
    odt, empty, passed = (one for one in found if isinstance(one, Unread))
    assert Path(odt.name).name == "c.odt" and not odt.skipped
    assert Path(empty.name).name == "d.txt" and not empty.skipped
    assert passed.skipped and "3 files that are no documents (2 .png, 1 .zip)" in str(passed)


def test_paths_that_lead_nowhere(tmp_path: Path) -> None:
    assert "is not there" in refused(read_path(tmp_path / "no.txt"))
    assert "a folder without files" in refused(read_path(tmp_path))
    os.mkfifo(tmp_path / "pipe.txt")
    assert "no ordinary file" in refused(read_path(tmp_path / "pipe.txt"))


def test_a_file_name_of_any_bytes_can_be_printed(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt"))
    path.write_bytes(b"")
    str(refused(read_path(path))).encode()


@settings(deadline=None, max_examples=150)
@given(
    st.sampled_from([f"a{ending}" for ending in READABLE] + ["-", "a.xyz", "a"]),
    st.one_of(
        st.binary(max_size=400),
        st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
        st.builds(
            lambda start, rest: start + rest,
            st.sampled_from(
                [
                    b"%PDF-1.4\n1 0 obj\n<<",
                    b"PK\x03\x04",
                    b"\xff\xfe",
                    b"\xfe\xff",
                    b"<html><p>",
                    b'{"text": "',
                    b"[",
                    b"id,text\n",
                    b'id,text\n1,"',
                    b"<?xml version='1.0'?><a>",
                ]
            ),
            st.binary(max_size=200),
        ),
    ),
)
def test_any_bytes_give_articles_or_sentences(name: str, content: bytes) -> None:
    found = list(read_bytes(name, content))
    assert found
    for one in found:
        assert isinstance(one, Article | Unread)
        if isinstance(one, Article):
            one.text.encode()
            for span in one.furniture:
                assert span.end <= len(one.text)
        else:
            assert len(str(one).splitlines()) == 1
    assert [str(one) for one in found] == [str(one) for one in read_bytes(name, content)]


@settings(deadline=None, max_examples=40)
@given(st.data())
def test_damaged_files_never_break_the_reader(data: st.DataObject) -> None:
    name, whole = data.draw(st.sampled_from(WHOLE))
    content = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(content)))
    for one in read_bytes(name, bytes(content[:cut])):
        assert isinstance(one, Article | Unread)


WHOLE = [
    ("a.pdf", make_pdf([TITLE])),
    ("a.docx", make_word((TITLE, *PARAGRAPHS))),
    ("a.html", make_page(TITLE, PARAGRAPHS, META).encode()),
    write_rows(ROWS, "csv"),
    write_rows(ROWS, "jsonl"),
]


# --- addresses --------------------------------------------------------------


def test_a_page_comes_from_the_fetcher_that_is_given() -> None:
    asked: list[str] = []

    def fetch(url: str) -> bytes:
        asked.append(url)
        return make_page(TITLE, PARAGRAPHS, META).encode()

    article = read_url("https://example.org/a", fetch=fetch)
    assert isinstance(article, Article)
    assert (article.text, article.url) == (TEXT, "https://example.org/a")
    assert asked == ["https://example.org/a"]


@pytest.mark.parametrize(
    "url",
    [
        *("", "example.org", "ftp://example.org/a", "file:///etc/passwd", "http://", "http://["),
        *("javascript:alert(1)", "http://user:word@example.org/", "http://example.org:99999/"),
        *("http://exa mple.org/", "http://example.org/\r\nHost: x"),
    ],
)
def test_an_address_that_is_no_public_page_is_never_fetched(url: str) -> None:
    def fetch(url: str) -> bytes:
        raise AssertionError("fetched")

    unread = read_url(url, fetch=fetch)
    assert isinstance(unread, Unread) and "allowed are" in str(unread)
    with pytest.raises(UnreadableInput):
        fetch_url(url)


def test_a_fetcher_that_fails_gives_a_sentence() -> None:
    def fetch(url: str) -> bytes:
        raise ConnectionResetError("reset by peer")

    unread = read_url("http://example.org/", fetch=fetch)
    assert str(unread).startswith("http://example.org/: could not be fetched (reset by peer)")


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
        ("127.0.0.1", False),
        ("127.8.8.8", False),
        ("0.0.0.0", False),
        ("10.0.0.1", False),
        ("172.16.3.4", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:10.0.0.1", False),
        ("2002:7f00:1::", False),
        ("64:ff9b::7f00:1", False),
        ("not an address", False),
    ],
)
def test_which_addresses_are_public(address: str, public: bool) -> None:
    assert is_public_address(address) is public


class _Site(BaseHTTPRequestHandler):
    """A small site with the faults that real ones have."""

    def do_GET(self) -> None:
        name = self.path.strip("/").split("?")[0]
        if name.startswith(("to:", "round")):
            self.send_response(302)
            self.send_header("Location", name.removeprefix("to:").replace("round", "/round"))
            self.end_headers()
            return
        self.send_response(404 if name == "missing" else 200)
        if name == "packed":
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        if name == "slow":
            time.sleep(1.5)
        elif name == "packed":
            self.wfile.write(gzip.compress(b"packed page"))
        elif name == "large":
            self.wfile.write(b"x" * 2_000)
        else:
            self.wfile.write(f"page {self.path}".encode())

    def log_message(self, *words: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


def anywhere(address: str) -> bool:
    return True


def test_a_page_is_fetched(site: str) -> None:
    assert fetch_url(f"{site}/حلب?q=ا", allowed=anywhere) == (b"page /%D8%AD%D9%84%D8%A8?q=%D8%A7")
    assert fetch_url(f"{site}/packed", allowed=anywhere) == b"packed page"
    assert fetch_url(f"{site}/to:/end", allowed=anywhere) == b"page /end"


def test_the_network_of_the_reader_is_never_reached(site: str) -> None:
    with pytest.raises(UnreadableInput, match="not on the public internet"):
        fetch_url(f"{site}/page")
    with pytest.raises(UnreadableInput, match="not on the public internet"):
        fetch_url(site.replace("127.0.0.1", "localhost"))


def test_a_redirect_is_checked_like_any_address(site: str) -> None:
    elsewhere = site.replace("127.0.0.1", "localhost")
    asked: list[str] = []

    def only_first(address: str) -> bool:
        asked.append(address)
        return len(asked) == 1

    with pytest.raises(UnreadableInput, match="not on the public internet"):
        fetch_url(f"{site}/to:{elsewhere}/page", allowed=only_first)
    assert len(asked) >= 2
    with pytest.raises(UnreadableInput, match="leads on to no page"):
        fetch_url(f"{site}/round", allowed=anywhere)
    with pytest.raises(UnreadableInput, match="leads on to no page"):
        fetch_url(f"{site}/to:file:///etc/passwd", allowed=anywhere)


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("missing", "answered with status 404"),
        ("large", "larger than 0 MB"),
        ("slow", "did not answer within 0.5 seconds"),
    ],
)
def test_a_page_that_cannot_be_had(site: str, path: str, said: str) -> None:
    with pytest.raises(UnreadableInput) as fault:
        fetch_url(f"{site}/{path}", timeout=0.5, limit=1_000, allowed=anywhere)
    assert said in str(fault.value) and str(fault.value).startswith(f"{site}/{path}")
    assert "\n" not in str(fault.value)
