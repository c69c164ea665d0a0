"""Finds what stands around an article in its own text: title, byline, stamps, dateline.

Only the head (at most 12 short lines before the first real paragraph) and the
tail (the last lines that are furniture, without a break) are looked at; a line
in the middle of an article is never furniture. Nothing is removed: every part
is a stretch of the text as it was given. The word lists are in ``stamp_words``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import islice, pairwise

from aleppomap.dateline import Dateline, find_agency, find_dateline
from aleppomap.model import Note, Span
from aleppomap.stamp_words import AGE, BY, CREDIT, FILLER, LABEL, PHRASE, SECTION, SOURCE, UPDATED
from aleppomap.stamps import Stamp, find_stamps, fold_line, strip_places

_FURNITURE = ("stamp", "label", "phrase")
_AROUND = (*_FURNITURE, "byline", "source")
_HEAD_LINES = 12
_TAIL_LINES = 6
_TAIL_CHARACTERS = 4_000
_LONG = 120
_SHORT = 200
_ENDS_SENTENCE = re.compile(r"[.؟?!…۔][\"'”’»)\]]*$")
# Blanks of any script, the invisible marks of direction, and Markdown's marks.
_BLANK = "".join(filter(str.isspace, map(chr, range(0x3001))))
_BLANK += "\ufeff\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
_BEFORE, _AFTER = f"{_BLANK}#*_>", f"{_BLANK}*_"
_NAME = re.compile(r"[^\W\d_][\w.'’-]*")
_LOWER = (
    "and und et y e ve ed avec with mit con in for at the "
    "of de del della di la le van von der den bin ibn al el"
)
_NAME_CUT = re.compile(r" ?[,|/()] ?| - | (?:avec|with|mit|con) ")
_PARTICLES = frozenset(_LOWER.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What stands around an article; the spans are disjoint stretches of its text.

    ``furniture`` (stamps, "8 years ago", "Share", credits at the foot) is no part
    of the article. Title, byline and dateline are kept apart from it.
    """

    title: Span | None = None
    byline: Span | None = None
    dateline: Span | None = None
    agency: str | None = None
    published: date | datetime | None = None
    updated: date | datetime | None = None
    furniture: tuple[Span, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(slots=True)
class _Line:
    """One line with something on it; ``start`` and ``end`` leave out blanks around it."""

    start: int
    end: int
    written: str
    gap: bool
    kind: str = ""
    folded: str = ""
    places: list[int] = field(default_factory=list)
    stamps: list[Stamp] = field(default_factory=list)

    def span(self, start: int, end: int) -> Span:
        """The stretch of the text under ``folded[start:end]``."""
        return Span(self.start + self.places[start], self.start + self.places[end - 1] + 1)


def find_parts(text: str) -> Parts:
    """Title, byline, stamps, dateline and furniture of an article, from its text alone.

    A text of one line is itself, with no title and no furniture. Dates without an offset stay
    days; a day and month that could be swapped are read day first, with a note.
    """
    head, body = _find_head(text)
    everything = [*head, body] if body else head
    if len(everything) < 2 and not body:
        return Parts()
    if all(line.kind in _FURNITURE for line in everything):
        return Parts()
    after = body.start if body else head[-1].end if head else 0
    tail = _find_tail(text, after)
    bare = [line for line in head + tail if line.stamps and not _is_labelled(line)]
    between = text[after : tail[0].start] if tail else text[after:]
    if bare and (_come_apart(head, bare) or _has_dated_line(between)):
        for line in bare:
            line.kind = "other" if line.kind == "stamp" else line.kind
        tail = [line for line in tail if line.kind != "other"]
    title = _find_title(head, body)
    byline = _find_byline(head, title)
    agency = _find_named_agency(head)
    first = _find_opening(head, body, title)
    dateline = find_dateline(first.written) if first else None
    furniture = [line for line in head + tail if line.kind in _FURNITURE]
    published, updated, notes = _date_article(furniture, dateline)
    return Parts(
        title=Span(title.start, title.end) if title else None,
        byline=byline,
        dateline=Span(first.start, first.start + dateline.end) if first and dateline else None,
        agency=(dateline.agency if dateline else None) or agency,
        published=published,
        updated=updated,
        furniture=tuple(Span(line.start, line.end) for line in furniture),
        notes=(*notes, *_trim_notes(furniture)),
    )


def _lines(text: str, start: int, end: int) -> Iterator[_Line]:
    last = None
    for match in re.compile(r"[^\r\n]+").finditer(text, start, end):
        written = match[0].lstrip(_BEFORE)
        begin = match.end() - len(written)
        written = written.rstrip(_AFTER)
        if not written:
            continue
        gap = (
            last is not None
            and text.count("\n", last, begin)
            + (text.count("\r", last, begin) - text.count("\r\n", last, begin))
            > 1
        )
        last = begin + len(written)
        line = _Line(begin, last, written, gap)
        if len(written) < _LONG:
            line.folded, line.places = fold_line(written)
        line.kind = _classify(line)
        yield line


def _classify(line: _Line) -> str:
    """stamp, label (waits for its date), phrase, byline, paragraph or other."""
    if not line.folded.strip():
        return "paragraph" if len(line.written) >= _LONG else "other"
    stamps, places = find_stamps(line.folded)
    rest = strip_places(line.folded, places)
    aged = AGE.search(rest) is not None
    bare = FILLER.sub(" ", LABEL.sub(" ", AGE.sub(" ", rest)))
    line.stamps = stamps
    if not re.search(r"\w", bare):
        if stamps or aged or places:
            return "stamp"
        return "label" if LABEL.search(rest) and len(line.written) <= 40 else "other"
    if PHRASE.fullmatch(line.folded.strip()):
        return "phrase"
    if _byline_range(line):
        return "byline"
    if SOURCE.match(line.folded) and _is_source(bare):
        return "source"
    if stamps and _is_source(bare):
        return "stamp"
    return "paragraph" if _reads_as_paragraph(line.written) else "other"


def _is_source(bare: str) -> bool:
    """What is left of a stamp line is the name of an agency ("Reuters", "Source: AFP")."""
    return find_agency(SOURCE.sub("", bare).strip(" -|/,:.()")) is not None


def _reads_as_paragraph(written: str) -> bool:
    ends = _ENDS_SENTENCE.search(written) is not None
    return len(written) >= _LONG or (ends and len(written) >= 25)


def _find_head(text: str) -> tuple[list[_Line], _Line | None]:
    """The short lines before the first real paragraph, and that paragraph."""
    lines: list[_Line] = []
    for line in _lines(text, 0, len(text)):
        lines.append(line)
        if len(lines) > _HEAD_LINES + 2 or (line.kind == "paragraph" and len(lines) > 1):
            break
    for place, line in enumerate(lines):
        if _is_body(lines, place):
            return _settle_labels(lines[:place]), line
    return _settle_labels(lines[:_HEAD_LINES]), None


def _is_body(lines: list[_Line], place: int) -> bool:
    line = lines[place]
    if line.kind == "paragraph":
        # A headline may be long, or end in "?"; it does not end in a full stop.
        headline = len(line.written) <= _SHORT and not re.search(r"[.…۔]\W*$", line.written)
        return not (place == 0 and headline and len(lines) > 1)
    wrapped = lines[place : place + 3]
    # Three long lines without a blank one between them are one wrapped paragraph.
    return (
        len(wrapped) == 3
        and all(len(one.written) >= 50 and one.kind == "other" for one in wrapped[:2])
        and len(wrapped[2].written) >= 50
        and not (wrapped[1].gap or wrapped[2].gap)
    )


def _find_tail(text: str, after: int) -> list[_Line]:
    """The run of furniture at the very end, in the order of the text."""
    start = after
    if len(text) - _TAIL_CHARACTERS > after:
        cut = re.compile(r"[\r\n]").search(text, len(text) - _TAIL_CHARACTERS)
        if cut is None:
            return []
        start = cut.start()
    tail: list[_Line] = []
    for line in reversed([one for one in _lines(text, start, len(text)) if one.start >= after]):
        credit = _is_credit(line)
        if len(tail) >= _TAIL_LINES or not (credit or line.kind in ("stamp", "phrase", "label")):
            break
        line.kind = "phrase" if credit else line.kind
        tail.insert(0, line)
    return _settle_labels(tail)


def _is_credit(line: _Line) -> bool:
    return len(line.written) <= 300 and CREDIT.match(fold_line(line.written[:60])[0]) is not None


def _settle_labels(lines: list[_Line]) -> list[_Line]:
    """A label alone on its line counts only when its date is on the next one."""
    for place, line in enumerate(lines):
        follower = lines[place + 1] if place + 1 < len(lines) else None
        if line.kind == "label" and not (follower and follower.kind == "stamp"):
            line.kind = "other"
        elif line.kind == "label" and follower and not _is_labelled(follower):
            shift = len(line.folded) + 1
            follower.stamps = [
                Stamp(one.start + shift, one.end + shift, one.moment, one.doubtful)
                for one in follower.stamps
            ]
            follower.folded = f"{line.folded} {follower.folded}"
    return lines


def _is_labelled(line: _Line) -> bool:
    return LABEL.search(line.folded) is not None or AGE.search(line.folded) is not None


_DATED_LINE = re.compile(r"^(?=.{6,40}$).*\d{4}.*$", re.MULTILINE)


def _come_apart(head: list[_Line], bare: list[_Line]) -> bool:
    """Different days with other lines between them head the entries of a chronicle."""
    places = [place for place, line in enumerate(head) if line in bare and line.kind == "stamp"]
    return any(
        any(line.kind in ("other", "paragraph") for line in head[one:other])
        and {stamp.moment for stamp in head[one].stamps}.isdisjoint(
            stamp.moment for stamp in head[other].stamps
        )
        for one, other in pairwise(places)
    )


def _has_dated_line(text: str) -> bool:
    """Days that stand alone further down head entries too: none of them is a stamp."""
    for match in islice(_DATED_LINE.finditer(text), 40):
        folded, _ = fold_line(match[0].strip(_BEFORE))
        stamps, places = find_stamps(folded)
        if stamps and not re.search(r"\w", FILLER.sub(" ", strip_places(folded, places))):
            return True
    return False


def _find_title(head: list[_Line], body: _Line | None) -> _Line | None:
    named = [line for line in head if line.kind in ("other", "paragraph")]
    named = [line for line in named if not _is_dateline(line)]
    if not named or (body is None and len(named) < 2):
        return None
    title = named[0]
    # A short kicker ("World", "Syria crisis") over a longer line is not the title.
    if len(named) > 1 and len(title.written.split()) <= 2 < 4 <= len(named[1].written.split()):
        title = named[1]
    if re.search(r"[,;:،؛.]$", title.written) or len(title.written) > _SHORT:
        return None
    everything = [*head, body] if body else head
    place = everything.index(title) + 1
    follower = everything[place] if place < len(everything) else None
    if follower is None:
        return None
    # Two short lines before a blank one or a stamp: a headline, and the line under it.
    third = everything[place + 1] if place + 1 < len(everything) else None
    pair = follower.kind == "other" and third is not None and (third.gap or third.kind in _AROUND)
    set_apart = follower.gap or pair or follower.kind in _AROUND
    return title if set_apart or 4 * len(title.written) < 3 * len(follower.written) else None


def _find_opening(head: list[_Line], body: _Line | None, title: _Line | None) -> _Line | None:
    """The line that a dateline would open: one of its own, else the first of the article."""
    others = [line for line in head if line.kind == "other" and line is not title]
    alone = [line for line in others if _is_dateline(line)]
    for line in (*alone, *([body] if body else others)):
        return line
    return None


def _is_dateline(line: _Line) -> bool:
    found = find_dateline(line.written) if len(line.written) <= 60 else None
    return found is not None and found.end == len(line.written)


def _byline_range(line: _Line) -> tuple[int, int] | None:
    """Where the names stand in a line that says it is a byline ("By Jane Doe, Reuters")."""
    label = BY.match(line.folded)
    if label is None or len(line.folded) > 120:
        return None
    end = min((stamp.start for stamp in line.stamps), default=len(line.folded))
    end = label.end() + len(line.folded[label.end() : end].rstrip(" -|/,:;.("))
    for cut in re.finditer(
        r" ?[,|/(] ?| - | (?:avec|with|mit|con) ", line.folded[label.end() : end]
    ):
        if find_agency(line.folded[label.end() + cut.end() : end].strip(" )")):
            end = label.end() + cut.start()
            break
    if end <= label.end():
        return None
    span = line.span(label.end(), end)
    name = line.written[span.start - line.start : span.end - line.start]
    return (label.end(), end) if _reads_as_names(name, most=10) else None


def _reads_as_names(name: str, *, most: int) -> bool:
    words = [word for word in re.split(r"[\s,&/|]+", name) if word]
    if not 1 <= len(words) <= most or not all(_NAME.fullmatch(word) for word in words):
        return False
    if re.search(r"[\u0600-\u06ff]", name):
        return len(words) <= 6
    return words[0][0].isupper() and all(
        word[0].isupper() or word.lower() in _PARTICLES or word[:3] in ("al-", "el-")
        for word in words
    )


def _find_byline(head: list[_Line], title: _Line | None) -> Span | None:
    for line in head:
        names = _byline_range(line) if line.kind == "byline" else None
        if names and line is not title:
            return line.span(*names)
    # Without a label: two to four capitalised words right before or after a stamp.
    for place, line in enumerate(head):
        near = [*head[place + 1 : place + 2], *head[max(place - 1, 0) : place]]
        if (
            title is not None
            and line.kind == "other"
            and line.start > title.start
            and any(one.kind == "stamp" and one.stamps for one in near)
            and _is_bare_name(line)
        ):
            return Span(line.start, line.end)
    return None


def _is_bare_name(line: _Line) -> bool:
    words = line.written.split()
    return (
        2 <= len(words) <= 4
        and not re.search(r"[\u0600-\u06ff]", line.written)
        and _reads_as_names(line.written, most=4)
        and SECTION.search(line.folded) is None
    )


def _find_named_agency(head: list[_Line]) -> str | None:
    """The agency that a byline or a stamp line of the head names."""
    for line in head:
        if line.kind in ("byline", "source", "stamp") and len(line.folded) <= 120:
            rest = BY.sub("", line.folded) if line.kind == "byline" else line.folded
            for part in re.split(_NAME_CUT, SOURCE.sub("", rest)):
                agency = find_agency(part.strip(" -:."))
                if agency:
                    return agency
    return None


def _date_article(
    lines: list[_Line], dateline: Dateline | None
) -> tuple[date | datetime | None, date | datetime | None, list[Note]]:
    published: date | datetime | None = None
    updated: date | datetime | None = None
    notes: list[Note] = []
    bare: date | datetime | None = None
    for line in lines:
        last = 0
        for stamp in line.stamps:
            label = next(iter(LABEL.finditer(line.folded, last, stamp.start)), None)
            last = stamp.end
            if label and UPDATED.fullmatch(label[0]):
                updated = updated or stamp.moment
            elif label:
                published = published or stamp.moment
            else:
                bare = bare or stamp.moment
            if stamp.doubtful:
                notes.append(_order_note(line))
    published = published or bare or (dateline.day if dateline else None)
    return published, updated, notes


def _order_note(line: _Line) -> Note:
    message = f"the date in “{line.written}” is read day first"
    return Note(code="day-first", message=message, start=line.start, end=line.end)


def _trim_notes(lines: list[_Line]) -> list[Note]:
    return [
        Note(
            code="trimmed",
            message=f"“{line.written}” is no part of the article",
            start=line.start,
            end=line.end,
        )
        for line in lines
    ]
