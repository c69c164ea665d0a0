"""How fast names are found and articles read: python benchmarks/matching.py [--megabytes 2]

The texts are made at run time: dense English and Arabic from the develop half of our gold and
the samples, sentences drawn afresh for every document; unrelated text from the documentation of
the machine (/usr/share/doc). All engines get the names of our gazetteer and the same texts, one
thread each, and are run in turn, so that a busy machine slows them alike; medians are printed,
after one run that is not counted. Recall is that of the rare spellings in the gold (develop).
A peer that is not installed is left out with a sentence; see the extra ``benchmark``.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from pathlib import Path
from time import perf_counter, process_time
from typing import Protocol

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "accuracy"))

from gold import GoldDocument, read_gold  # noqa: E402
from peers import names_of  # noqa: E402

from aleppomap.api import load, read_ordinary, read_samples  # noqa: E402
from aleppomap.cues import GENERIC  # noqa: E402
from aleppomap.extraction import toponyms_of  # noqa: E402
from aleppomap.gazetteer import Gazetteer  # noqa: E402
from aleppomap.matcher import NameMatcher  # noqa: E402
from aleppomap.source import article_from_text  # noqa: E402

SEED = HERE.parents[1] / "shared" / "seed"
DOCS = Path("/usr/share/doc")
ARTICLE = 6_000
"""Characters of an article the size of the one that started the project."""
Span = tuple[int, int, str]


class Engine(Protocol):
    """A name, and the texts to the number of hits or to the hits of one text."""

    name: str

    def count(self, texts: Sequence[str]) -> int: ...

    def find(self, text: str) -> list[Span]: ...


class Ours:
    """The pure Python matcher of the package."""

    name = "aleppomap"

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._matcher = NameMatcher(toponyms_of(gazetteer), GENERIC, read_ordinary())

    def count(self, texts: Sequence[str]) -> int:
        return sum(map(len, self._matcher.match(texts)))

    def find(self, text: str) -> list[Span]:
        (hits,) = self._matcher.match([text])
        return [(hit.start, hit.end, target) for hit in hits for target in hit.targets]


class FlashText:
    """flashtext2, case ignored."""

    name = "flashtext2"

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._keywords = import_module("flashtext2").KeywordProcessor(case_sensitive=False)
        for text, place_id in names_of(gazetteer).items():
            self._keywords.add_keyword(text, place_id)

    def count(self, texts: Sequence[str]) -> int:
        return sum(len(self._keywords.extract_keywords_with_span(text)) for text in texts)

    def find(self, text: str) -> list[Span]:
        found = self._keywords.extract_keywords_with_span(text)
        return [(start, end, place_id) for place_id, start, end in found]


class Automaton:
    """ahocorasick_rs, the longest of the leftmost, in small letters, checked for whole words."""

    name = "ahocorasick_rs"

    def __init__(self, gazetteer: Gazetteer) -> None:
        module = import_module("ahocorasick_rs")
        self._names = list({t.lower(): place for t, place in names_of(gazetteer).items()}.items())
        self._automaton = module.AhoCorasick(
            [text for text, _ in self._names], matchkind=module.MatchKind.LeftmostLongest
        )

    def count(self, texts: Sequence[str]) -> int:
        return sum(len(self.find(text)) for text in texts)

    def find(self, text: str) -> list[Span]:
        low = text.lower()
        return [
            (start, end, self._names[number][1])
            for number, start, end in self._automaton.find_matches_as_indexes(low)
            if not (low[start - 1 : start].isalnum() or low[end : end + 1].isalnum())
        ]


class SpacyPhrases:
    """spaCy's PhraseMatcher on small letters over an empty pipeline."""

    name = "spaCy PhraseMatcher"

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._nlp = import_module("spacy").blank("xx")
        self._nlp.max_length = 100_000_000
        matcher = import_module("spacy.matcher").PhraseMatcher(self._nlp.vocab, attr="LOWER")
        for text, place_id in names_of(gazetteer).items():
            matcher.add(place_id, [self._nlp.make_doc(text)])
        self._matcher = matcher

    def count(self, texts: Sequence[str]) -> int:
        return sum(len(self._matcher(self._nlp.make_doc(text))) for text in texts)

    def find(self, text: str) -> list[Span]:
        spans = self._matcher(self._nlp.make_doc(text), as_spans=True)
        return [(span.start_char, span.end_char, span.label_) for span in spans]


class Ripgrep:
    """``rg -i -w -F -c`` over a file; starting it is part of the price, so give it megabytes."""

    name = "ripgrep -i -w -F"

    def __init__(self, gazetteer: Gazetteer) -> None:
        found = shutil.which("rg")
        if found is None:
            raise ImportError
        self._program = found
        self._places = {text.casefold(): place for text, place in names_of(gazetteer).items()}
        self._folder = Path(tempfile.mkdtemp(prefix="aleppomap-matching-"))
        (self._folder / "names").write_text("\n".join(self._places), encoding="utf-8")
        self._written: dict[int, Path] = {}

    def prepare(self, texts: Sequence[str]) -> None:
        """Writes the texts to a file, which is not part of what is measured."""
        path = self._folder / f"{len(self._written)}.txt"
        path.write_text("\n".join(texts), encoding="utf-8")
        self._written[id(texts)] = path

    def count(self, texts: Sequence[str]) -> int:
        return int(self._run(self._written[id(texts)], "-c") or 0)

    def find(self, text: str) -> list[Span]:
        path = self._folder / "one"
        path.write_text(text, encoding="utf-8")
        spans, position = [], 0
        for line in self._run(path, "-o").splitlines():
            position = text.find(line, position)
            place = self._places.get(line.casefold())
            spans += [(position, position + len(line), place)] if place else []
        return spans

    def _run(self, path: Path, what: str) -> str:
        command = [self._program, "-i", "-w", "-F", what, "-N", "-j1", "-f"]
        run = subprocess.run(  # noqa: S603
            [*command, str(self._folder / "names"), str(path)], capture_output=True, check=False
        )
        return run.stdout.decode("utf-8")

    def close(self) -> None:
        shutil.rmtree(self._folder)


# --- texts ------------------------------------------------------------------------------


def mix(sentences: Sequence[str], characters: int, size: int, seed: int) -> list[str]:
    """Documents of about ``size`` characters, of sentences drawn at random with new figures."""
    draw = random.Random(seed)  # noqa: S311
    documents = []
    while characters > 0:
        parts: list[str] = []
        while sum(map(len, parts)) < size:
            sentence = draw.choice(sentences)
            parts.append(re.sub("[3-9]", lambda _: str(draw.randint(3, 9)), sentence))
        documents.append("\n\n".join(parts))
        characters -= len(documents[-1])
    return documents


def paragraphs(documents: Iterable[str]) -> list[str]:
    """The lines of some documents that hold words."""
    return [line for text in documents for line in text.splitlines() if len(line) > 20]


def unrelated(characters: int) -> list[str]:
    """Documentation of the machine: not about Aleppo."""
    found = []
    for path in sorted(DOCS.rglob("*")):
        if characters <= 0:
            break
        if path.is_file() and path.suffix not in (".gz", ".png", ".svg", ".js"):
            text = path.read_bytes()[:40_000].decode("utf-8", "replace")
            found.append(text)
            characters -= len(text)
    return found


# --- measuring --------------------------------------------------------------------------


def recall(engine: Engine, documents: Sequence[GoldDocument]) -> float:
    """The share of gold mentions that an engine finds with one of the right places."""
    found = every = 0
    for document in documents:
        spans = engine.find(document.text)
        for mention in document.mentions:
            if mention.ids:
                every += 1
                found += any(
                    start < mention.end and mention.start < end and place in mention.ids
                    for start, end, place in spans
                )
    return found / every if every else 0.0


def throughputs(engines: Sequence[Engine], texts: Sequence[str], runs: int) -> dict[str, float]:
    """Megabytes (10^6 bytes of UTF-8) a second of each engine, the median of the runs."""
    size = sum(len(text.encode()) for text in texts) / 1e6
    seconds: dict[str, list[float]] = {engine.name: [] for engine in engines}
    for run in range(runs + 1):
        for engine in engines:
            if isinstance(engine, Ripgrep) and not run:
                engine.prepare(texts)
            begun = perf_counter()
            engine.count(texts)
            if run:
                seconds[engine.name].append(perf_counter() - begun)
    return {name: size / statistics.median(times) for name, times in seconds.items()}


def install(gazetteer: Gazetteer) -> list[Engine]:
    """The engines that are here; a sentence for each that is not."""
    engines: list[Engine] = []
    makers: list[Callable[[Gazetteer], Engine]] = [
        Ours,
        FlashText,
        Automaton,
        SpacyPhrases,
        Ripgrep,
    ]
    for make in makers:
        try:
            engines.append(make(gazetteer))
        except ImportError:
            print(f"{make.name} is not installed and left out.")  # type: ignore[attr-defined]
    return engines


def compare_engines(megabytes: float, runs: int) -> None:
    """Prints throughput and ratios on each sort of text, and recall beside them."""
    gold = read_gold(["develop"])
    gazetteer = load().gazetteer
    engines = install(gazetteer)
    rare = [d for d in gold if "rare" in d.traps]
    recalls = {engine.name: recall(engine, rare) for engine in engines}
    samples = [article.text for article in read_samples()]
    size = int(megabytes * 1e6)
    english = [d.text for d in gold if d.lang == "en"] + [t for t in samples if t.isascii()]
    arabic = [d.text for d in gold if d.lang == "ar"]
    texts = {
        "dense English": mix(paragraphs(english), size, 1_500, 1),
        "dense Arabic": mix(paragraphs(arabic), size // 2, 1_500, 2),
        "unrelated": unrelated(size),
    }
    print(f"\n{'MB/s':22}" + "".join(f"{sort:>16}" for sort in texts) + f"{'recall':>10}")
    speeds = {sort: throughputs(engines, found, runs) for sort, found in texts.items()}
    for engine in engines:
        row = "".join(f"{speeds[sort][engine.name]:16.1f}" for sort in texts)
        print(f"{engine.name:22}{row}{recalls[engine.name]:10.2f}")
    for peer in engines[1:]:
        ratios = {sort: speeds[sort][Ours.name] / speeds[sort][peer.name] for sort in texts}
        row = "".join(f"{ratio:15.2f}x" for ratio in ratios.values())
        gain = recalls[Ours.name] / max(recalls[peer.name], 0.01)
        print(f"{'  / ' + peer.name:22}{row}{gain:9.1f}x")
        if peer.name == FlashText.name:
            verdict("at least 0.5x flashtext2 on each", min(ratios.values()) >= 0.5)
            verdict("at 2.5x its recall", gain >= 2.5)
    for engine in engines:
        if isinstance(engine, Ripgrep):
            engine.close()


def read_articles(runs: int) -> None:
    """Prints how many whole articles a second are read: mentions, dates, reports."""
    gold = read_gold(["develop"])
    sorts = {
        "dense English": mix(
            paragraphs(d.text for d in gold if d.lang == "en"), 180_000, ARTICLE, 3
        ),
        "dense Arabic": mix(
            paragraphs(d.text for d in gold if d.lang == "ar"), 180_000, ARTICLE, 4
        ),
    }
    if SEED.is_dir():
        sorts["the seed article"] = [p.read_text("utf-8") for p in SEED.glob("*.txt")] * 20
    else:
        print("The seed article is not here and left out.")
    atlas = load()
    print("\nwhole extraction, one core, words known")
    for sort, texts in sorts.items():
        articles = [article_from_text(text, published="2016-08-06") for text in texts]
        rates = []
        for run in range(runs + 1):
            begun = process_time()
            for article in articles:
                atlas.extract(article)
            rates += [len(articles) / (process_time() - begun)] if run else []
        print(f"{sort:22}{statistics.median(rates):10.1f} articles a second")
        verdict("at least 500", statistics.median(rates) >= 500)


def start(runs: int) -> None:
    """Prints how long ``aleppomap --help`` takes."""
    seconds = []
    for _ in range(runs + 1):
        begun = perf_counter()
        command = [sys.executable, "-m", "aleppomap", "--help"]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603
        seconds.append(perf_counter() - begun)
    middle = statistics.median(seconds[1:])
    print(f"\naleppomap --help{middle:16.2f} s")
    verdict("under 0.3 s", middle < 0.3)


def verdict(bar: str, is_met: bool) -> None:
    """Prints whether a bar is met."""
    print(f"    {'met   ' if is_met else 'MISSED'} {bar}")


def main() -> None:
    """Reads the options and prints all tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--megabytes", type=float, default=2.0, help="size of each sort of text")
    parser.add_argument("--runs", type=int, default=5, help="counted runs; medians are printed")
    options = parser.parse_args()
    compare_engines(options.megabytes, options.runs)
    read_articles(min(options.runs, 3))
    start(options.runs)


if __name__ == "__main__":
    main()
