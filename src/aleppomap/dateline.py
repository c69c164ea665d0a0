"""Finds the dateline that opens a news story ("ALEPPO, Syria (Reuters) -") and its agency."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from aleppomap.stamps import any_of, find_stamps, fold_line, strip_places

# Label, then the ways the agency is written, folded and without full stops.
_AGENCIES = {
    "Reuters": ("reuters", "reuters staff", "رويترز", "рейтер", "reuters news agency"),
    "AFP": ("afp", "agence france-presse", "agence france presse", "ا ف ب", "فرانس برس", "افب"),
    "AP": ("ap", "associated press", "the associated press", "ا ب", "اسوشيتد برس", "اسوشييتد برس"),
    "dpa": ("dpa", "د ب ا", "deutsche presse-agentur"),
    "Anadolu": ("anadolu", "anadolu agency", "aa", "الاناضول", "anadolu ajansi"),
    "SANA": ("sana", "سانا"),
    "TASS": ("tass", "тасс", "itar-tass", "تاس"),
    "RIA Novosti": ("ria novosti", "ria", "риа новости", "риа"),
    "Interfax": ("interfax", "интерфакс"),
    "Xinhua": ("xinhua", "شينخوا"),
    "EFE": ("efe", "agencia efe", "إفي"),
    "UPI": ("upi", "united press international"),
    "IRNA": ("irna", "ارنا"),
    "ANHA": ("anha", "hawar news", "هاوار"),
    "ARA News": ("ara news",),
}
_LABELS = {fold_line(form)[0]: label for label, forms in _AGENCIES.items() for form in forms}
_KNOWN = any_of(tuple(_LABELS))
_OPENING = 160

_WITH_AGENCY = re.compile(
    r"(?P<place>[^():;!?\"]{0,70}?) ?\((?P<paren>[^()]{2,40})\) ?(?:-{1,2}|:)(?= |$)"
)
_WITH_DASH = re.compile(
    rf"(?P<place>[^():;!?\"]{{2,40}}?)(?: ?[-/,] ?)(?P<paren>{_KNOWN})"
    r" ?(?:-{1,2}(?= )|:(?= )|$)"
)
_CAPITALS = re.compile(
    r"[^\W\d_]{3,}(?:[ '’.-][^\W\d_]+){0,3}(?:, ?[^\W\d_][\w.]+(?: [^\W\d_]\w+)?){0,2}"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """Ends after its dash, ``end`` code points into the line; ``day`` if it is a full date."""

    end: int
    agency: str | None = None
    day: date | datetime | None = None


def find_agency(folded: str) -> str | None:
    """The label of the news agency that the whole folded string names, or None."""
    plain = re.sub(r"\s+", " ", folded.replace(".", " ")).strip(" \"'«»")
    return _LABELS.get(plain) or _LABELS.get(plain.replace(" ", ""))


def find_dateline(line: str) -> Dateline | None:
    """The dateline at the start of a paragraph, or None.

    It is a place of one to six words with an agency or a full date in brackets
    and a dash, a place and a known agency with a dash, or a place in capitals
    with a dash.
    """
    opening = line[:_OPENING]
    folded, places = fold_line(opening)
    stamps, taken = find_stamps(folded)
    blanked = strip_places(folded, taken)
    for pattern in (_WITH_AGENCY, _WITH_DASH):
        match = pattern.match(folded)
        if match is None:
            continue
        agency = _find_first_agency(match["paren"])
        dated = [one for one in stamps if one.end <= match.end()]
        if (agency or dated) and _reads_as_place(blanked[: match.end("place")], opening):
            end = places[match.end() - 1] + 1
            return Dateline(end, agency, dated[0].moment if dated else None)
    return _find_capitals(opening)


def _find_first_agency(paren: str) -> str | None:
    parts = re.split(r"[,/-]| and ", paren)
    return next((found for part in (paren, *parts) if (found := find_agency(part))), None)


def _reads_as_place(place: str, written: str) -> bool:
    words = re.findall(r"[^\W\d_]+", place)
    latin = bool(words) and words[0][0].isascii()
    return len(words) <= 6 and not (latin and not written.lstrip()[:1].isupper())


def _find_capitals(opening: str) -> Dateline | None:
    """ "ALEPPO, Syria — " and its like: the first word all in capitals."""
    dash = re.search(r" ?[–—] ?| --? ", opening)
    if dash is None:
        return None
    before = opening[: dash.start()]
    stamps, taken = find_stamps(fold_line(before)[0]) if before.isascii() else ([], [])
    place = strip_places(before, taken).rstrip(" ,")
    first = before.split(",")[0].split("(")[0].strip()
    if not (_CAPITALS.fullmatch(place) and first.isupper()):
        return None
    return Dateline(len(opening[: dash.end()].rstrip()), None, stamps[0].moment if stamps else None)
