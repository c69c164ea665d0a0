"""The sample library: its form, and that it says what its sources say, in our own words."""

from __future__ import annotations

import csv
import difflib
import json
import re
import unicodedata
from collections import Counter
from datetime import date, timedelta
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
LIBRARY = ROOT / "src" / "aleppomap" / "samples" / "library.jsonl"
FACTS = ROOT.parent / "shared" / "chronicle" / "facts.csv"
KEYS = ["id", "title", "text", "published", "publisher", "agency", "url", "language", "facts"]
# Their pages carry no date, so neither do they: the app has to count them as undated.
UNDATED = {"sample-ALP059", "sample-ALP101", "sample-ALP219"}
# The chronicle added these figures up; we give the parts the source gave (chronicle report.md).
ADDED_UP = {f"ALP{n}" for n in ("030", "040", "048", "091", "106", "120", "124", "125", "169")}

ONES = {
    "en": "one two three four five six seven eight nine ten eleven twelve thirteen",
    "de": "ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    "fr": "un deux trois quatre cinq six sept huit neuf dix onze douze",
    "es": "un dos tres cuatro cinco seis siete ocho nueve diez once doce",
    "tr": "bir iki üç dört beş altı yedi sekiz dokuz on",
    "ru": "один двух три четыре пять шесть семь восемь девять десять",
}
ARABIC = {
    "شخصان": 2, "ثلاثة": 3, "أربعة": 4, "خمسة": 5, "ستة": 6, "سبعة": 7, "ثمانية": 8,
    "تسعة": 9, "عشرة": 10,
}  # fmt: skip
# Nouns that stand for one person without a numeral.
SINGLE = ("طفل", "امرأة", "a woman", "a child")
WEEKDAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "tr": "Pazartesi Salı Çarşamba Perşembe Cuma Cumartesi Pazar",
    "ru": "понедельник вторник среду четверг пятницу субботу воскресенье",
    "ar": "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد",
}
SCRIPTS = {"ar": "ARABIC", "ru": "CYRILLIC"}

Doc = dict[str, Any]


def read_library() -> list[Doc]:
    lines = LIBRARY.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


DOCS = read_library()
each_doc = pytest.mark.parametrize("doc", DOCS, ids=[str(doc["id"]) for doc in DOCS])


@cache
def read_facts() -> dict[str, dict[str, str]]:
    if not FACTS.exists():
        pytest.skip("the chronicle (shared/chronicle/facts.csv) is not beside this checkout")
    with FACTS.open(encoding="utf-8", newline="") as file:
        return {row["fact_id"]: row for row in csv.DictReader(file)}


def cited(doc: Doc) -> list[dict[str, str]]:
    facts = read_facts()
    return [facts[fact_id] for fact_id in doc["facts"]]


def days_of(doc: Doc) -> tuple[date, date]:
    """First and last day of the facts that a document cites."""
    rows = cited(doc)
    first = min(date.fromisoformat(row["event_date"]) for row in rows)
    last = max(date.fromisoformat(row["event_date_end"] or row["event_date"]) for row in rows)
    return first, last


def words_of(text: str) -> list[str]:
    return re.findall(r"[\w'’-]+", text.casefold())


def sentences_of(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.!?؟])[\"»]?\s+", text) if part]


MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|mai|novembre|avril|de septiembre|Ocak|Ekim|мая"
    "|آب|آذار|أيار|تموز|شباط|نيسان|حزيران|تشرين|كانون"
)


def numbers_in(text: str, language: str) -> list[int]:
    """Whole numbers of a text, in digits or in words, without those of full dates."""
    text = re.sub(rf"\b\d{{1,2}}\s+(?:{MONTHS})\b|\b20[12]\d\b", "", text)
    found = [int(n) for n in re.findall(r"\d+", re.sub(r"(?<=\d)[.,](?=\d{3})", "", text))]
    names = ARABIC if language == "ar" else {
        word: n for n, word in enumerate(ONES[language].split(), start=1)
    }  # fmt: skip
    found += [names[word] for word in words_of(text) if word in names]
    if any(re.search(rf"\b{noun}\b", text) for noun in SINGLE):
        found.append(1)
    return found


def is_sum_of_some(target: int, parts: list[int]) -> bool:
    return any(sum(some) == target for n in (1, 2, 3) for some in combinations(parts, n))


def test_file_form() -> None:
    raw = LIBRARY.read_text(encoding="utf-8")
    assert raw.endswith("\n") and "\r" not in raw and "\\u" not in raw
    assert [json.dumps(doc, ensure_ascii=False) for doc in DOCS] == raw.splitlines()


@each_doc
def test_keys_and_types(doc: Doc) -> None:
    assert list(doc) == KEYS
    for key in KEYS:
        if key == "facts":
            assert doc[key] and all(re.fullmatch(r"ALP\d{3}", fact) for fact in doc[key])
        elif key != "published" or doc[key] is not None:
            assert isinstance(doc[key], str) and doc[key] == doc[key].strip() != ""
    assert doc["id"] == "sample-ALP" + "-".join(fact[3:] for fact in doc["facts"])
    assert doc["publisher"] == "aleppomap sample (own words)"
    assert re.match(r"https?://\S+$", doc["url"])


def test_ids_and_facts_are_used_once() -> None:
    for values in ([doc["id"] for doc in DOCS], [f for doc in DOCS for f in doc["facts"]]):
        assert [value for value, n in Counter(values).items() if n > 1] == []
    assert len({doc["text"] for doc in DOCS}) == len({doc["title"] for doc in DOCS}) == len(DOCS)


@each_doc
def test_text_is_short_and_names_the_city(doc: Doc) -> None:
    assert 40 <= len(doc["text"].split()) <= 110
    assert 2 <= len(sentences_of(doc["text"])) <= 6
    assert re.search("Aleppo|Alep|Alepo|Halep|حلب|Алеппо", doc["text"])


@each_doc
def test_language_fits_the_script(doc: Doc) -> None:
    letters = [char for char in doc["text"] if char.isalpha()]
    share = Counter(unicodedata.name(char).split()[0] for char in letters)
    assert share[SCRIPTS.get(doc["language"], "LATIN")] > 0.97 * len(letters)


def test_languages_and_years_are_spread() -> None:
    languages = Counter(doc["language"] for doc in DOCS)
    assert languages["en"] >= 80 and languages["ar"] >= 25
    assert all(languages[other] >= 2 for other in ("fr", "tr", "ru", "de", "es"))
    years = Counter(days_of(doc)[0].year for doc in DOCS)
    assert {*range(2012, 2020), 2023, 2024, 2025, 2026} <= set(years)
    assert years[2016] <= 0.42 * len(DOCS)


@each_doc
def test_dates(doc: Doc) -> None:
    rows = cited(doc)
    assert doc["published"] == (rows[0]["published"] or None)
    first, _ = days_of(doc)
    if doc["published"] is not None:
        assert date.fromisoformat(doc["published"]) >= first
    elif doc["id"] not in UNDATED:
        assert str(first.year) in doc["text"]
        if rows[0]["date_precision"] == "day" and not rows[0]["event_date_end"]:
            assert re.search(rf"(?<!\d){first.day}(?!\d)", doc["text"])


def test_undated_documents_have_no_date() -> None:
    undated = [doc for doc in DOCS if doc["id"] in UNDATED]
    assert len(undated) == len(UNDATED)
    for doc in undated:
        assert doc["published"] is None and not re.search(r"(19|20)\d\d", doc["text"])


@each_doc
def test_weekdays_and_yesterday_are_right(doc: Doc) -> None:
    first, last = days_of(doc)
    days = {first + timedelta(days=n) for n in range((last - first).days + 1)}
    names = WEEKDAYS[doc["language"]].split()
    published = date.fromisoformat(doc["published"]) if doc["published"] else None
    allowed = {names[day.weekday()] for day in (days if published is None else days | {published})}
    used = {name for name in names if re.search(rf"\b{name}\b", doc["text"])}
    assert used <= allowed
    if re.search(r"\byesterday\b|\bأمس\b", doc["text"]):
        assert published is not None and published - timedelta(days=1) in days


@each_doc
def test_source_and_confidence(doc: Doc) -> None:
    rows = cited(doc)
    assert {row["url"] for row in rows} == {doc["url"]}
    assert "low" not in {row["confidence"] for row in rows}
    publisher = re.sub(r"\W*\(.*", "", rows[0]["publisher"]).casefold()
    agency = doc["agency"].casefold()
    assert publisher in agency or rows[0]["author_or_agency"].split(",")[0].casefold() in agency


@each_doc
def test_tolls_are_those_of_the_facts(doc: Doc) -> None:
    numbers = numbers_in(doc["text"], doc["language"])
    for row in cited(doc):
        for figure in (row["killed_low"], row["killed_high"]):
            if figure and row["fact_id"] in ADDED_UP:
                assert is_sum_of_some(int(figure), numbers), row["fact_id"]
            elif figure:
                assert int(figure) in numbers, row["fact_id"]


def six_grams(text: str) -> set[tuple[str, ...]]:
    words = words_of(text)
    return {tuple(words[n : n + 6]) for n in range(len(words) - 5)}


@cache
def grams_of_facts() -> frozenset[tuple[str, ...]]:
    return frozenset(gram for row in read_facts().values() for gram in six_grams(row["fact"]))


@each_doc
def test_sentences_are_our_own(doc: Doc) -> None:
    rows = cited(doc)
    for sentence in sentences_of(doc["text"]):
        grams = six_grams(sentence)
        assert len(grams & grams_of_facts()) <= 0.1 * len(grams), sentence
        for row in rows:
            matcher = difflib.SequenceMatcher(None, words_of(sentence), words_of(row["fact"]))
            assert matcher.ratio() < 0.6, sentence


def test_un_report_keeps_its_total_whole() -> None:
    (doc,) = [doc for doc in DOCS if doc["facts"] == ["ALP211"]]
    for words in (
        "at least 82",
        "four neighbourhoods",
        "up to the evening of Monday, 12 December 2016",
    ):
        assert words in doc["text"]
    for place in ("Bustan al-Qasr", "al-Fardous", "al-Kallaseh", "al-Saliheen"):
        assert place in doc["text"]


CONFLICTS = [
    "026 027", "029 030", "031 032", "033 034", "023 024", "041 042", "076 077", "078 079",
    "083 084", "094 095", "118 119", "126 127", "137 138", "143 144", "145 146", "166 167",
    "179 180", "197 198 199", "201 202", "220 221",
]  # fmt: skip


@pytest.mark.parametrize("pair", CONFLICTS)
def test_conflicting_accounts_are_both_there(pair: str) -> None:
    present = {fact for doc in DOCS for fact in doc["facts"]}
    assert {f"ALP{number}" for number in pair.split()} <= present
