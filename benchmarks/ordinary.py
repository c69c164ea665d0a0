"""Rebuilds src/aleppomap/ordinary.txt: everyday words that sound like a place.

    python benchmarks/ordinary.py        # rewrites the file; takes some minutes

Every word of the frequency lists that come with pyspellchecker (install it
first: Arabic, English, Spanish, German, French, Italian, Portuguese, Dutch and
Russian) is shown to the finder on its own, with a capital. A word that it takes
for a place by sound, or for a name that is not marked as ambiguous, is kept:
alone, such a word is not taken by sound, and needs evidence around it.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from importlib import resources
from pathlib import Path

from aleppomap import cues, fold, geodata
from aleppomap.extraction import toponyms_of
from aleppomap.gazetteer import Gazetteer
from aleppomap.mentions import Finder

LANGUAGES = ("ar", "de", "en", "es", "fr", "it", "nl", "pt", "ru")
FILE = Path(__file__).resolve().parents[1] / "src" / "aleppomap" / "ordinary.txt"
HEAD = "# Everyday words that sound like a place; made by benchmarks/ordinary.py, not by hand.\n"


def read_words(language: str) -> list[str]:
    """All words of one list that are written with letters only."""
    file = resources.files("spellchecker") / "resources" / f"{language}.json.gz"
    words = json.loads(gzip.decompress(file.read_bytes()))
    return sorted(word for word in words if word.isalpha() and len(word) > 1)


def find_ordinary(words: Iterable[str]) -> set[str]:
    """Those of the words that the finder would take for a place."""
    places, _, version = geodata.read_gazetteer_records(geodata.default_folder())
    finder = Finder(toponyms_of(Gazetteer(places, version)), cues.GENERIC)
    kept = set()
    for word in words:
        for hit in finder.find(word.capitalize())[1]:
            reading = hit.readings[0]
            arabic = fold.is_arabic(word)
            if reading.cost > 0.02 or not (arabic or reading.toponym.ambiguous):
                kept.add(fold.arabic_readings(word)[-1][0] if arabic else fold.latin_letters(word))
    return kept


def main() -> None:
    words = sorted({word for language in LANGUAGES for word in read_words(language)})
    parts = [words[start : start + 20_000] for start in range(0, len(words), 20_000)]
    kept: set[str] = set()
    with ProcessPoolExecutor() as pool:
        for done, found in enumerate(pool.map(find_ordinary, parts), 1):
            kept |= found
            print(f"\r{done} of {len(parts)} parts, {len(kept)} words", end="", file=sys.stderr)
    FILE.write_text(HEAD + "".join(f"{word}\n" for word in sorted(kept)), encoding="utf-8")
    print(f"\n{len(words)} words read, {len(kept)} kept in {FILE.name}", file=sys.stderr)


if __name__ == "__main__":
    main()
