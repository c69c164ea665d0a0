"""From mentions, times, claims, figures and kinds to the reports of one article.

Each clause that speaks of a place is one report; the sentences after it that only go on
about it (a toll, a speaker) lend it their words and figures. What an article says twice
is one report. Nothing is added up: a figure said of several places stays whole.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from aleppomap import cues
from aleppomap.claims import FoundClaim, find_scoped_claims, widest
from aleppomap.clauses import find_clauses, tells_of_earlier
from aleppomap.events import link_events
from aleppomap.figures import FoundFigure, find_figures, harm_of, other_figures
from aleppomap.gazetteer import Gazetteer
from aleppomap.kinds import kind_of, tells_an_event, tells_of_harm, trigger_of
from aleppomap.model import (
    Article,
    Claim,
    DatedBy,
    GeoLevel,
    Harm,
    Kind,
    Mention,
    Note,
    Precision,
    Report,
    Span,
    Status,
    Timex,
)
from aleppomap.origins import find_origins
from aleppomap.repeats import merge_repeats
from aleppomap.sentences import find_paragraphs, index_at

_LANDMARKS = frozenset(
    ("landmark hospital military-site gate roundabout road park cemetery crossing river").split()
)
_MOST_FOLLOWING = 3
"""Sentences without a place that may go on about the place before them."""


_HE_SAID = re.compile("|".join(cues.PRONOUN_SPEECH), re.IGNORECASE)
_HARM = frozenset({"killed", "injured", "displaced"})


@dataclass(slots=True)
class _Draft:
    """A report in the making: its clause, the sentences it takes in, what they say."""

    sentence: int
    clause: Span
    mentions: list[Mention]
    origins: list[Mention]
    figures: list[FoundFigure]
    claim: FoundClaim | None
    evidence: list[Span] = field(default_factory=list)
    is_heir: bool = False


class _Page:
    """One article with what was found in it."""

    def __init__(
        self,
        article: Article,
        mentions: Sequence[Mention],
        timexes: Sequence[Timex],
        sentences: Sequence[Span],
        gazetteer: Gazetteer,
    ) -> None:
        self.article = article
        self.text = article.text
        self.sentences = sentences
        self.paragraphs = find_paragraphs(article.text)
        self.timexes = [t for t in timexes if not _in_dateline(article.text, t)]
        self.gazetteer = gazetteer
        self.by_sentence: dict[int, list[Mention]] = {}
        for mention in mentions:
            self.by_sentence.setdefault(index_at(sentences, mention.start), []).append(mention)
        self.placed = {n for n, found in self.by_sentence.items() if any(m.place_id for m in found)}
        self._figures: dict[int, tuple[FoundFigure, ...]] = {}
        self.scoped = find_scoped_claims(self.text, sentences, article.language)
        self.claims = widest(self.scoped)
        self.is_about_aleppo = any(
            mention.status in (Status.CITY, Status.RESOLVED) for mention in mentions
        )

    def figures(self, number: int) -> tuple[FoundFigure, ...]:
        """The figures of a sentence."""
        if number not in self._figures:
            span = self.sentences[number]
            self._figures[number] = find_figures(
                self.text, span.start, span.end, self.article.language
            )
        return self._figures[number]

    def paragraph(self, number: int) -> int:
        """The number of the paragraph that a sentence stands in."""
        return index_at(self.paragraphs, self.sentences[number].start)

    def words(self, span: Span) -> str:
        """The words of a span."""
        return self.text[span.start : span.end]


def build_reports(
    article: Article,
    mentions: Sequence[Mention],
    timexes: Sequence[Timex],
    sentences: Sequence[Span],
    gazetteer: Gazetteer,
) -> tuple[tuple[Report, ...], tuple[Note, ...]]:
    """The reports of an article in the order of its text, and notes on repeats that were merged."""
    if not sentences or not mentions:
        return (), ()
    page = _Page(article, mentions, timexes, sentences, gazetteer)
    drafts = [draft for number in sorted(page.by_sentence) for draft in _drafts(page, number)]
    _take_in_what_leads(page, drafts)
    drafts = _with_what_follows(page, drafts)
    if page.is_about_aleppo:
        taken = {index_at(sentences, span.start) for draft in drafts for span in draft.evidence}
        drafts += _drafts_of_the_city(page, taken)
        drafts.sort(key=lambda draft: draft.clause)
    reports: list[Report] = []
    before: tuple[int, Kind] | None = None
    for draft in drafts:
        paragraph = page.paragraph(draft.sentence)
        goes_on = before[1] if before is not None and before[0] == paragraph else None
        reports.append(_report(page, draft, goes_on))
        if reports[-1].kind not in (Kind.OTHER, Kind.STATEMENT):
            before = paragraph, reports[-1].kind
    kept, notes = merge_repeats(reports)
    return link_events(kept), notes


def _drafts(page: _Page, number: int) -> list[_Draft]:
    """The clauses of a sentence that speak of a place, each with its own figures."""
    found = page.by_sentence[number]
    sentence = page.sentences[number]
    origins = find_origins(page.text, sentence, found)
    placed = [Span(m.start, m.end) for n, m in enumerate(found) if n not in origins and m.place_id]
    figures = page.figures(number)
    counted = [Span(f.start, f.end) for f in figures if f.what in ("killed", "injured")]
    voices = page.scoped[number]
    drafts: list[_Draft] = []
    times = [Span(t.start, t.end) for t in page.timexes if sentence.start <= t.start < sentence.end]
    clauses = find_clauses(page.text, sentence, placed, counted, trigger_of, times)
    for clause in _parted_by_voice(clauses, voices):
        here = [n for n, m in enumerate(found) if clause.start <= m.start < clause.end]
        targets = [found[n] for n in here if n not in origins]
        fired = [found[n] for n in here if n in origins]
        if _geo_level(targets, page.gazetteer) is None and not fired:
            told = [f for f in figures if clause.start <= f.start < clause.end]
            if clause.start == sentence.start and told and page.is_about_aleppo:
                drafts.append(_city_draft(page, number, clause, told, voices))
                continue
            if len(voices) < 2 or not (told or trigger_of(page.words(clause)) is not None):
                continue
            targets = [
                m for n, m in enumerate(found) if n not in origins
            ]  # what another says of it
        drafts.append(
            _Draft(
                sentence=number,
                clause=clause,
                mentions=targets,
                origins=fired,
                figures=[f for f in figures if clause.start <= f.start < clause.end],
                claim=_voice_over(clause, voices) or page.claims[number],
                evidence=[clause],
            )
        )
    return [part for draft in drafts for part in _parted_by_bracket(page, draft)]


def _city_draft(
    page: _Page,
    number: int,
    clause: Span,
    figures: Sequence[FoundFigure],
    voices: Sequence[FoundClaim],
) -> _Draft:
    """A clause that names no place, in an article about Aleppo: it is about the city."""
    claim = _voice_over(clause, voices) or page.claims[number]
    return _Draft(number, clause, [], [], list(figures), claim, [clause], is_heir=True)


_BRACKET = re.compile(r"[^\S\n]*\(\s*(\d{1,3}(?:[,.]\d{3})?|\d{5,})(?:\s+\w+)?\s*\)")
_KILLED = re.compile(
    r"\b(?:kill|dead\b|died\b|death|fatalit|tué|mort|getötet|tote\b|muert|öldü|ölen|погиб|убит)"
    r"|شهيد|شهداء|قتل|قتيل",
    re.IGNORECASE,
)


def _parted_by_bracket(page: _Page, draft: _Draft) -> list[_Draft]:
    """A report for each place that has a toll of its own in brackets: "Sukkari (24)"; the
    toll of all of them, where one stands before, is about the city."""
    numbered = [(m, _BRACKET.match(page.text, m.end)) for m in draft.mentions if m.place_id]
    own = [(mention, match) for mention, match in numbered if match is not None]
    if len(own) < 2 or not _KILLED.search(page.words(page.sentences[draft.sentence])):
        return [draft]
    total = [f for f in draft.figures if f.start < own[0][0].start]
    parts = []
    if total:
        lead = Span(draft.clause.start, own[0][0].start)
        parts = [_Draft(draft.sentence, lead, [], [], total, draft.claim, [lead], is_heir=True)]
    low = draft.clause.start
    for mention, match in own:
        last = mention is own[-1][0]
        clause = Span(low, draft.clause.end if last else match.end())
        count = float(match[1].replace(",", "").replace(".", ""))
        toll = FoundFigure(
            start=match.start(1), end=match.end(1), what="killed", low=count, high=count
        )
        parts.append(
            _Draft(
                sentence=draft.sentence,
                clause=clause,
                mentions=[m for m in draft.mentions if clause.start <= m.start < match.end()],
                origins=draft.origins,
                figures=[toll],
                claim=draft.claim,
                evidence=[clause],
            )
        )
        low = (
            match.end()
            + len(page.text[match.end() :])
            - len(page.text[match.end() :].lstrip(" ,،"))
        )
    return parts


def _parted_by_voice(clauses: Sequence[Span], voices: Sequence[FoundClaim]) -> list[Span]:
    """The clauses, cut again where another claimant begins to speak."""
    borders = [voice.scope_start for voice in voices[1:]] if len(voices) > 1 else []
    parted = []
    for clause in clauses:
        cuts = [b for b in borders if clause.start + 10 < b < clause.end - 10]
        edges = [clause.start, *cuts, clause.end]
        parted += [Span(low, high) for low, high in pairwise(edges)]
    return parted


def _voice_over(clause: Span, voices: Sequence[FoundClaim]) -> FoundClaim | None:
    """The claim that covers most of a clause, where several people speak in its sentence."""
    if len(voices) < 2:
        return None

    def covered(voice: FoundClaim) -> int:
        return min(clause.end, voice.scope_end) - max(clause.start, voice.scope_start)

    best = max(voices, key=covered)
    return best if covered(best) > 0 else None


def _drafts_of_the_city(page: _Page, taken: set[int]) -> list[_Draft]:
    """Sentences that name no place but in which somebody tells an event or gives a figure: in
    an article about Aleppo they are about the city as a whole."""
    drafts = []
    for number, sentence in enumerate(page.sentences):
        if number in taken or number in page.by_sentence:
            continue
        claim = page.claims[number]
        speaks = claim is not None and claim.claim.claimant is not None
        counts = [f for f in page.figures(number) if not f.background]
        words = page.words(sentence)
        told = speaks and (counts or trigger_of(words) is not None)
        if told or (_THE_CITY.search(words) and tells_an_event(words)):
            drafts.append(
                _Draft(number, sentence, [], [], list(counts), claim, [sentence], is_heir=True)
            )
    return drafts


_THE_CITY = re.compile(
    r"\b(?:the city|(?:both|east|eastern|west|western) (?:halves|half|part|parts|side|districts"
    r"|neighbou?rhoods|quarters|aleppo)|in the (?:east|west) of the city|the enclave)\b"
    r"|المدينة|الأحياء الشرقية|الاحياء الشرقية|الأحياء الغربية|الأحياء المحاصرة|شرق حلب|غرب حلب"
    r"|\b(?:la ville|quartiers est|quartiers (?:orient|occident)aux|der Stadt|Ostteil|Westteil"
    r"|la ciudad|barrios orientales|kentin|şehrin|doğu mahalle\w+|города|городе"
    r"|восточны\w+ (?:квартал|район)\w+)\b",
    re.IGNORECASE,
)
"""Words for the city or a half of it."""


def _take_in_what_leads(page: _Page, drafts: Sequence[_Draft]) -> None:
    """A sentence that tells an event and names no place goes with the next one of its
    paragraph when that only names the places: "Three clinics were hit. They are in ..."."""
    for draft in drafts:
        number = draft.sentence - 1
        if number < 0 or page.paragraph(number) != page.paragraph(draft.sentence):
            continue
        if number in page.placed or trigger_of(page.words(draft.clause)) is not None:
            continue
        if trigger_of(page.words(page.sentences[number])) is not None:
            draft.figures = [*page.figures(number), *draft.figures]
            draft.evidence.insert(0, page.sentences[number])
            draft.claim = draft.claim or page.claims[number]


def _with_what_follows(page: _Page, drafts: Sequence[_Draft]) -> list[_Draft]:
    """The drafts with the sentences after them that name no place.

    Such a sentence, in the same paragraph, lends its figures to the report before it; where
    another voice speaks, or another toll is given, or the claim is denied, it is a report of
    its own about the same places.
    """
    kept: list[_Draft] = []
    taken = {span for draft in drafts for span in draft.evidence}
    for position, draft in enumerate(drafts):
        kept.append(draft)
        following = drafts[position + 1].sentence if position + 1 < len(drafts) else None
        if following == draft.sentence:
            continue
        last = draft
        for number in range(draft.sentence + 1, draft.sentence + 1 + _MOST_FOLLOWING):
            if number >= len(page.sentences) or number in page.by_sentence:
                break
            sentence = page.sentences[number]
            if page.paragraph(number) != page.paragraph(draft.sentence) or sentence in taken:
                break
            if _lends(page, last, number):
                last.figures.extend(page.figures(number))
                last.evidence.append(sentence)
                last.claim = last.claim or page.claims[number]
            elif _stands_alone(page, number):
                last = _heir(page, draft, number)
                kept.append(last)
    for draft in kept:
        _bring_the_speaker(page, draft)
    return kept


def _lends(page: _Page, draft: _Draft, number: int) -> bool:
    """Whether a sentence only completes the report before it."""
    harmed = _harmed(page.figures(number))
    if not harmed or harmed & _harmed(draft.figures):
        return False
    claim = page.claims[number]
    return claim is None or draft.claim is None or _voice(claim.claim) == _voice(draft.claim.claim)


def _stands_alone(page: _Page, number: int) -> bool:
    """Whether a sentence without a place is a report of its own about the places before it."""
    words = page.words(page.sentences[number])
    if _harmed(page.figures(number)) or tells_an_event(words):
        return True
    claim = page.claims[number]
    speaks = claim is not None and claim.claim.claimant is not None
    return speaks and (trigger_of(words) is not None or tells_of_harm(words))


def _heir(page: _Page, draft: _Draft, number: int) -> _Draft:
    sentence = page.sentences[number]
    return _Draft(
        sentence=number,
        clause=sentence,
        mentions=draft.mentions,
        origins=[],
        figures=list(page.figures(number)),
        claim=page.claims[number],
        evidence=[sentence],
        is_heir=True,
    )


def _harmed(figures: Sequence[FoundFigure]) -> set[str]:
    return {f.what for f in figures if f.what in _HARM and not f.background}


def _bring_the_speaker(page: _Page, draft: _Draft) -> None:
    """The sentence that a speaker stands in comes along, so that no claim stands without it."""
    before = draft.sentence - 1
    if before < 0 or page.paragraph(before) != page.paragraph(draft.sentence):
        return
    claim = draft.claim
    named = claim is not None and claim.claim.claimant is not None
    there = named and claim is not None and index_at(page.sentences, claim.start) == before
    if there or _HE_SAID.search(page.words(page.sentences[draft.sentence])):
        draft.evidence.insert(0, page.sentences[before])


def _voice(claim: Claim) -> str | None:
    return claim.claimant_id or claim.claimant


def _in_dateline(text: str, timex: Timex) -> bool:
    """Whether a time expression is that of a dateline: "BEIRUT, Oct 13 - ...". It says when
    the article was sent, not when anything happened."""
    line = text.rfind("\n", 0, timex.start) + 1
    return _DATELINE.fullmatch(text[line : timex.start]) is not None and (
        _DASH.match(text[timex.end : timex.end + 12]) is not None
    )


_DATELINE = re.compile(r"[A-Z][A-Z '/.-]{2,30}(?:\([A-Za-z ]+\))?,\s*")
_DASH = re.compile(r"\.?\s*(?:\([A-Za-z/ ]{2,10}\)?\s*)?[-–—]")


# --- one report -----------------------------------------------------------------------


def _report(page: _Page, draft: _Draft, goes_on: Kind | None) -> Report:
    article = page.article
    place_ids = _ids(draft.mentions)
    harm = harm_of(draft.figures)
    kind = _kind(page, draft, goes_on)
    if harm.killed_low is harm.killed_high is None and (
        harm.displaced_low is not None or harm.displaced_high is not None
    ):
        kind = Kind.DISPLACEMENT
    words = page.words(draft.clause)
    now = kind is Kind.STATEMENT or _NOW.search(words) is not None
    timex = timex_for(
        draft.sentence,
        draft.clause,
        page.sentences,
        page.paragraphs,
        page.timexes,
        tells_of_now=now,
    )
    start, end, precision, dated_by = _dates(article, timex)
    within = timex is not None and draft.clause.start <= timex.start < draft.clause.end
    if precision is Precision.DAY and not within and tells_of_earlier(words):
        start, precision = None, Precision.UNTIL  # "... on Thursday after taking the hill"
    content = f"{article.id}\n{draft.clause.start}\n{words}\n{','.join(place_ids)}"
    level = _geo_level(draft.mentions, page.gazetteer)
    if level is None:
        level = GeoLevel.CITY if draft.is_heir else GeoLevel.UNPLACED
    shown = [m for m in draft.mentions if m.place_id is not None or not place_ids]
    return Report(
        id="r-" + hashlib.sha256(content.encode()).hexdigest()[:16],
        article_id=article.id,
        place_ids=place_ids,
        geo_level=level,
        date_start=start,
        date_end=end,
        date_precision=precision,
        dated_by=dated_by,
        evidence=tuple(sorted(set(draft.evidence))),
        mention_spans=tuple(Span(m.start, m.end) for m in [*shown, *draft.origins]),
        timex_span=Span(timex.start, timex.end) if timex else None,
        kind=kind,
        claim=draft.claim.claim if draft.claim else Claim(),
        harm=harm,
        figures=other_figures(draft.figures),
        shared=len(place_ids) > 1 and harm != Harm(),
        origin_place_ids=_ids(draft.origins),
    )


def _ids(mentions: Sequence[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(m.place_id for m in mentions if m.place_id is not None))


def _kind(page: _Page, draft: _Draft, goes_on: Kind | None) -> Kind:
    """What the clause says happened. Where it says nothing, it goes on with the report before
    it in its paragraph if it counts somebody; else what stands around it decides."""
    sentence = page.sentences[draft.sentence]
    paragraph = page.paragraphs[page.paragraph(draft.sentence)]
    around = page.text[paragraph.start : draft.clause.end]  # what comes after tells other things
    if draft.clause != sentence:
        around = f"{page.words(sentence)} {around}"
    if page.article.title:
        around = f"{around} {page.article.title}"
    words = " ".join(page.words(span) for span in sorted(draft.evidence) if span != sentence)
    own = page.words(draft.clause)
    if draft.claim is not None:  # "a bulletin from the base of the warplanes said": no strike
        low, high = draft.claim.start - draft.clause.start, draft.claim.end - draft.clause.start
        if 0 <= low < high <= len(own):
            own = own[:low] + " " * (high - low) + own[high:]
    told = trigger_of(own)
    if told is None and goes_on is not None and (draft.is_heir or _harmed(draft.figures)):
        return goes_on
    return told or kind_of(words, around, page.article.language)


def _geo_level(found: Sequence[Mention], gazetteer: Gazetteer) -> GeoLevel | None:
    """How fine the place of a clause is; None where it names no place at all."""
    places = dict.fromkeys(m.place_id for m in found if m.place_id is not None)
    if places:
        kept = [gazetteer[place_id] for place_id in places]
        if all(place.outside_city for place in kept):
            return GeoLevel.OUTSIDE
        if len(kept) > 1:
            return GeoLevel.SEVERAL
        return GeoLevel.LANDMARK if kept[0].kind in _LANDMARKS else GeoLevel.NEIGHBOURHOOD
    statuses = {mention.status for mention in found}
    if Status.AMBIGUOUS in statuses:
        return GeoLevel.UNPLACED
    if Status.CITY in statuses:
        return GeoLevel.CITY
    return GeoLevel.OUTSIDE if Status.OUTSIDE in statuses else None


_NOW = re.compile(
    r"\b(?:now|still|remains?|remain(?:ed)? closed|continues?|no longer|so far|today"
    r"|(?:is|are|has been|have been)\s+\w+)\b"
    r"|ما زال|ما زالت|لا يزال|لا تزال|مازال|يواصل|تواصل|تتواصل|يستمر|تستمر|حاليا"
    r"|حالياً|الآن|باتت|بات\s"
    r"|\b(?:toujours|désormais|encore|weiterhin|noch|jetzt|todavía|aún|sigue|siguen|ahora|hâlâ|halen"
    r"|şimdi|сейчас|теперь|по-прежнему|остаётся|остается|остаются|продолжа\w+)\b",
    re.IGNORECASE,
)
"""Words that tell of a state at the time of writing."""


# --- its date -------------------------------------------------------------------------

_BY_EXACTNESS = {
    Precision.DAY: 0,
    Precision.RANGE: 0,
    Precision.UNTIL: 0,
    Precision.SINCE: 1,
    Precision.WEEK: 1,
    Precision.MONTH: 2,
    Precision.YEAR: 3,
}


def timex_for(
    number: int,
    clause: Span,
    sentences: Sequence[Span],
    paragraphs: Sequence[Span],
    timexes: Sequence[Timex],
    *,
    tells_of_now: bool = False,
) -> Timex | None:
    """The time expression that dates a clause: its own most exact one, its sentence's, else
    the last exact one before it in the same paragraph, unless it ``tells_of_now``."""
    sentence = sentences[number]
    paragraph = paragraphs[index_at(paragraphs, sentence.start)]
    first = bisect_left(timexes, paragraph.start, key=lambda t: t.start)
    last = bisect_left(timexes, paragraph.end, key=lambda t: t.start)
    line = [t for t in timexes[first:last] if t.precision in _BY_EXACTNESS]
    for span in (clause, sentence):
        own = [t for t in line if span.start <= t.start < span.end]
        if own:
            return min(own, key=lambda t: (_BY_EXACTNESS[t.precision], t.start))
    exact = [t for t in line if _BY_EXACTNESS[t.precision] == 0]
    earlier = [t for t in exact if t.start < sentence.start]
    if earlier and not tells_of_now:
        return earlier[-1]
    # a short line such as the title of a video carries its only day at its end
    short = paragraph.end - paragraph.start <= 200
    return exact[0] if short and len(line) == 1 and exact else None


def _dates(
    article: Article, timex: Timex | None
) -> tuple[date | None, date | None, Precision, DatedBy]:
    anchor = article.anchor
    if timex is not None:
        return timex.date_start, timex.date_end, timex.precision, DatedBy.TEXT
    if anchor is not None:
        return anchor, anchor, Precision.DAY, DatedBy.PUBLISHED
    return None, None, Precision.UNKNOWN, DatedBy.NONE
