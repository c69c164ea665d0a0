"""How fast the library writes and answers: python benchmarks/store.py [--reports 1000000]

Made-up articles with the reports they would give go in; at 1,000, 10,000, 100,000 and
1,000,000 reports the same questions are asked again, each of them over windows and words drawn
afresh, so that a cost that grows is seen. Prints medians and 95th percentiles in milliseconds,
and articles written a second between the marks, the last mark's beside its bar.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from time import perf_counter

from aleppomap.model import (
    Article,
    Claim,
    ClaimantType,
    DatedBy,
    Extraction,
    GeoLevel,
    Harm,
    Kind,
    Mention,
    Precision,
    Report,
    Span,
    Status,
)
from aleppomap.store import Library, open_library

MARKS = (1_000, 10_000, 100_000, 1_000_000)
REPORTS_AN_ARTICLE = 5
FIRST_DAY, DAYS = date(2012, 1, 1), 5 * 365
KINDS = list(Kind)
CLAIMANTS = list(ClaimantType)
PLACES = [f"place-{n}" for n in range(300)]
ROUNDS = 200
BARS = {"slider": 50.0, "text": 50.0, "histogram": 50.0, "writing": 2_000.0}

EN = (
    "the of in and to a that was on by said from for were with government forces rebels shells"
    " residents district city hospital school bread queue helicopter dropped barrel aid convoy"
    " families left street market bridge mosque damaged killed wounded sources activists army"
).split()
AR = (
    "في من على إلى أن قال حي مدينة حلب قصف طيران براميل متفجرة شهداء جرحى مدنيين سوق شارع مدرسة"
    " مشفى عائلات نزوح مساعدات قافلة جسر جامع اشتباكات قوات فصائل قذائف هاون صاروخ أحياء"
).split()
NAMES_AR = ["السكري", "الشعار", "الفردوس", "الكلاسة", "الصالحين", "بستان", "الميدان", "هنانو"]
NAMES_EN = ["Sukkari", "Shaar", "Fardous", "Kallaseh", "Saliheen", "Bustan", "Midan", "Hanano"]


def make(count: int, seed: int = 7) -> Iterator[Extraction]:
    """Articles as they would come from the extractor, half English, half Arabic."""
    chance = random.Random(seed)  # noqa: S311
    rare_en = [f"en{n:x}word" for n in range(60_000)]
    rare_ar = ["".join(chance.choices("ابتجحدرسشصطعفقكلمنهوي", k=6)) for _ in range(60_000)]
    for number in range(count):
        arabic = number % 2 == 1
        common, rare, names = (AR, rare_ar, NAMES_AR) if arabic else (EN, rare_en, NAMES_EN)
        words = chance.choices(common, k=160) + chance.choices(rare, k=30)
        chance.shuffle(words)
        for _ in range(3):
            prefix = chance.choice(["", "ب", "و"]) if arabic else ""
            words.insert(chance.randrange(len(words)), prefix + chance.choice(names))
        text = " ".join(words)
        day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
        yield Extraction(
            article=Article(
                id=f"a-{number:08x}",
                text=text,
                title=" ".join(words[:8]),
                published=day,
                publisher=f"paper {number % 40}",
                language="ar" if arabic else "en",
            ),
            mentions=tuple(_mention(chance, text) for _ in range(4)),
            reports=tuple(_report(chance, number, n, day) for n in range(REPORTS_AN_ARTICLE)),
        )


def _mention(chance: random.Random, text: str) -> Mention:
    start = chance.randrange(len(text) - 12)
    return Mention(
        start=start,
        end=start + 9,
        surface=text[start : start + 9],
        status=Status.RESOLVED,
        place_id=chance.choice(PLACES),
        score=0.9,
        reason="the only place of that name",
    )


def _report(chance: random.Random, article: int, number: int, day: date) -> Report:
    length = chance.choices((0, 2, 30, 300), (80, 12, 6, 2))[0]
    killed = chance.choice((None, 1, 3, 12))
    return Report(
        id=f"r-{article:08x}{number}",
        article_id=f"a-{article:08x}",
        place_ids=tuple(chance.sample(PLACES, chance.choices((1, 2, 4), (80, 15, 5))[0])),
        geo_level=GeoLevel.NEIGHBOURHOOD,
        date_start=day - timedelta(days=length),
        date_end=day,
        date_precision=Precision.RANGE if length else Precision.DAY,
        dated_by=DatedBy.TEXT,
        evidence=(Span(number * 80, number * 80 + 70),),
        kind=chance.choice(KINDS),
        claim=Claim(claimant="activists", claimant_type=chance.choice(CLAIMANTS)),
        harm=Harm(killed_low=killed, killed_high=killed),
    )


def questions(library: Library, chance: random.Random) -> dict[str, Callable[[], object]]:
    """What a reader of the map asks; every call draws another window, place or word."""

    def window() -> dict[str, date]:
        since = FIRST_DAY + timedelta(days=chance.randrange(DAYS - 30))
        return {"since": since, "until": since + timedelta(days=29)}

    def filters() -> dict[str, list[str]]:
        return {
            "places": chance.sample(PLACES, 12),
            "kinds": [str(kind) for kind in chance.sample(KINDS, 3)],
        }

    return {
        "slider: 30 days": lambda: library.places_in(**window()),
        "slider: 30 days, 12 places, 3 kinds": lambda: library.places_in(**window(), **filters()),
        "text: a name, English, 30 days": lambda: library.search(
            chance.choice(NAMES_EN), **window()
        ),
        "text: a name, Arabic, 30 days": lambda: library.search(
            chance.choice(NAMES_AR), **window()
        ),
        "text: two common words, 30 days": lambda: library.search(
            " ".join(chance.sample(EN, 2)), **window()
        ),
        "text: a rare word, whole time": lambda: library.search(
            f"en{chance.randrange(60_000):x}word"
        ),
        "text: a name, 12 places, 3 kinds, 30 days": lambda: library.search(
            chance.choice(NAMES_EN), **window(), **filters()
        ),
        "histogram: all reports by day": library.histogram,
    }


def measure(ask: Callable[[], object]) -> tuple[float, float]:
    """Median and 95th percentile in milliseconds of ROUNDS calls after a cold one."""
    ask()
    took = []
    for _ in range(ROUNDS):
        start = perf_counter()
        ask()
        took.append((perf_counter() - start) * 1000)
    return statistics.median(took), statistics.quantiles(took, n=20)[-1]


def run(library: Library, most: int) -> bool:
    """Fills the library to ``most`` reports and prints its times; whether all bars were met."""
    marks = [mark for mark in MARKS if mark <= most]
    made = make(marks[-1] // REPORTS_AN_ARTICLE)
    held, met = 0, True
    for mark in marks:
        wanted = mark // REPORTS_AN_ARTICLE - held
        seconds = 0.0
        while wanted > 0:
            batch = list(islice(made, min(1_000, wanted)))
            start = perf_counter()
            counts = library.add(batch, "bench")
            seconds += perf_counter() - start
            assert counts.added == len(batch), counts
            wanted -= len(batch)
            held += len(batch)
        rate = _last_rate = (mark // REPORTS_AN_ARTICLE - _before(mark)) / seconds
        print(f"\n{mark:,} reports, {held:,} articles: written at {rate:,.0f} articles a second")
        for name, ask in questions(library, random.Random(mark)).items():  # noqa: S311
            median, slow = measure(ask)
            bar = BARS[name.partition(":")[0]]
            verdict = "" if slow <= bar else f"  OVER {bar:g}"
            met = met and not (verdict and mark == marks[-1])
            print(f"  {name:<44} median {median:8.2f} ms   p95 {slow:8.2f} ms{verdict}", flush=True)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\npeak memory {peak:,.0f} MB")
    return met and _last_rate >= BARS["writing"]


def _before(mark: int) -> int:
    earlier = [other for other in MARKS if other < mark]
    return earlier[-1] // REPORTS_AN_ARTICLE if earlier else 0


def main() -> int:
    words = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    words.add_argument("--reports", type=int, default=MARKS[-1], choices=MARKS)
    words.add_argument("--library", help="an empty folder or postgresql:// address to fill")
    options = words.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        library = (
            open_library(Path(folder), options.library)
            if "://" in (options.library or "")
            else open_library(Path(options.library or folder))
        )
        print(f"{type(library).__name__}, {os.cpu_count()} cores, Python {sys.version.split()[0]}")
        met = run(library, options.reports)
        library.close()
        files = sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file())
        if files:
            print(f"on disk {files / 1e6:,.0f} MB")
    print("all bars met" if met else "a bar was missed")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
