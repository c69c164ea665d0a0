"""The words of the house: frozen values that every room passes on.

Nothing here computes; a value only refuses to be wrong. Coordinates are WGS 84
degrees (EPSG:4326) in the order longitude, latitude. Offsets are code points
into ``Article.text``, half-open, and always of the original text. Dates are
days in Damascus, both ends of a period inclusive.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from shapely.geometry.base import BaseGeometry

DAMASCUS = ZoneInfo("Asia/Damascus")
"""Time zone in which days are counted."""


class AleppomapError(Exception):
    """Something the user can mend; its text is one clear sentence."""


class DataFault(AleppomapError):
    """A data file breaks its rules; ``faults`` lists every breach, one line each."""

    def __init__(self, faults: list[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(faults))


class UnreadableInput(AleppomapError):
    """A document that cannot be read; names the document and what is allowed."""


class Status(StrEnum):
    """What became of a mention."""

    RESOLVED = "resolved"
    AMBIGUOUS = "ambiguous"
    NIL = "nil"
    CITY = "city"
    OUTSIDE = "outside"


class Precision(StrEnum):
    """How exactly a period is known; ``until`` has no start, ``since`` no end."""

    DAY = "day"
    RANGE = "range"
    UNTIL = "until"
    SINCE = "since"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    UNKNOWN = "unknown"


class DatedBy(StrEnum):
    """Where the date of a report comes from."""

    TEXT = "text"
    PUBLISHED = "published"
    NONE = "none"


class GeoLevel(StrEnum):
    """How fine the place of a report is."""

    NEIGHBOURHOOD = "neighbourhood"
    SEVERAL = "several"
    LANDMARK = "landmark"
    CITY = "city"
    OUTSIDE = "outside"
    UNPLACED = "unplaced"


class Confidence(StrEnum):
    """How well the position of a place is known."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    NONE = "none"


class Kind(StrEnum):
    """What a report says happened; the values of the contract, none of which carries blame."""

    AIR_STRIKE = "air_strike"
    SHELLING = "shelling"
    BOMBING = "bombing"
    GROUND_FIGHTING = "ground_fighting"
    CONTROL_CHANGE = "control_change"
    KILLING_ABUSE = "killing_abuse"
    CHEMICAL = "chemical"
    DISPLACEMENT = "displacement"
    SIEGE_AID = "siege_aid"
    MEDICAL_FACILITY_HIT = "medical_facility_hit"
    HERITAGE_DAMAGE = "heritage_damage"
    PROTEST = "protest"
    STATEMENT = "statement"
    DAILY_LIFE = "daily_life"
    OTHER = "other"


class ClaimantType(StrEnum):
    """What sort of voice makes a claim."""

    UN = "un"
    NGO = "ngo"
    MONITOR = "monitor"
    RESIDENT = "resident"
    GOVERNMENT = "government"
    FOREIGN_GOVERNMENT = "foreign_government"
    ARMED_GROUP = "armed_group"
    MEDIA = "media"
    MEDICAL = "medical"
    OTHER = "other"


class Hedge(StrEnum):
    """How firmly a claim is put; None where the article states it in its own voice."""

    SAID = "said"
    REPORTED = "reported"
    ALLEGED = "alleged"
    FEARED = "feared"
    DENIED = "denied"


class Verification(StrEnum):
    """How many independent claimants stand behind a report, and whether they agree."""

    SINGLE = "single"
    CORROBORATED = "corroborated"
    CONTESTED = "contested"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch ``[start, end)`` of ``Article.text`` in code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"span {self.start}..{self.end} is empty or negative")


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Something the reader should know about a document: trimmed, merged, unread."""

    code: str
    message: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One document as it was read.

    ``text`` is untouched. ``furniture`` are the stretches of it that are no part
    of the article (time stamps, "8 years ago"); ``byline_span`` and
    ``title_span`` say where those stand in the text, when they do.
    """

    id: str
    text: str
    title: str | None = None
    byline: str | None = None
    published: date | datetime | None = None
    updated: date | datetime | None = None
    publisher: str | None = None
    agency: str | None = None
    url: str | None = None
    language: str | None = None
    title_span: Span | None = None
    byline_span: Span | None = None
    furniture: tuple[Span, ...] = ()
    notes: tuple[Note, ...] = ()

    def __post_init__(self) -> None:
        for moment in (self.published, self.updated):
            if isinstance(moment, datetime) and moment.tzinfo is None:
                raise ValueError("a time without an offset is kept as a date only")

    @property
    def anchor(self) -> date | None:
        """The day in Damascus that relative time words count from."""
        return as_day(self.published)


def as_day(moment: date | datetime | None) -> date | None:
    """The day in Damascus of a date or an aware datetime."""
    if isinstance(moment, datetime):
        try:
            return moment.astimezone(DAMASCUS).date()
        except OverflowError:  # the first or last day of the calendar
            return moment.date()
    return moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One spelling of a place, with its language (ISO 639-1) and where it was met.

    Of an ambiguous name, ``senses`` says what else it may mean and ``homes`` in which towns
    or countries it is also a name (labels and countries of elsewhere.tsv).
    """

    text: str
    lang: str
    role: str = "variant"
    ambiguous: bool = False
    ambiguous_note: str = ""
    senses: frozenset[str] = frozenset()
    homes: frozenset[str] = frozenset()
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One entry of the gazetteer.

    ``lon`` and ``lat`` are both None where nobody published a coordinate;
    ``part_of`` then says where it is. ``uncertainty_m`` is the radius in metres
    within which the point may lie (None where a footprint serves).
    """

    id: str
    kind: str
    name_en: str
    name_ar: str
    names: tuple[Name, ...] = ()
    lon: float | None = None
    lat: float | None = None
    confidence: Confidence = Confidence.NONE
    uncertainty_m: int | None = None
    part_of: str | None = None
    sector: str | None = None
    side_2012_2016: str | None = None
    outside_city: bool = False
    source: str = ""
    note: str = ""
    footprint: BaseGeometry | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A place that a mention may mean; ``score`` is 0 to 1."""

    place_id: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A toponym in a text and what became of it; ``place_id`` only when resolved."""

    start: int
    end: int
    surface: str
    status: Status
    place_id: str | None = None
    name: str | None = None
    score: float = 0.0
    reason: str = ""
    candidates: tuple[Candidate, ...] = ()

    def __post_init__(self) -> None:
        if (self.place_id is not None) != (self.status is Status.RESOLVED):
            raise ValueError("a place id goes with the status 'resolved' and with no other")


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """A time expression in a text, resolved against the publication day."""

    start: int
    end: int
    surface: str
    date_start: date | None
    date_end: date | None
    precision: Precision


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Who makes a claim: the text's own words, a canonical label, the sort of voice, the hedge.

    ``claimant_id`` of a private person is a role ("resident"), never a name.
    """

    claimant: str | None = None
    claimant_id: str | None = None
    claimant_type: ClaimantType | None = None
    hedge: Hedge | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Harm:
    """People killed, injured and displaced, as one source says.

    Exact: low equals high. "At least": high is None. "Up to": low is None. None on both:
    the source gives no figure. Women and children are parts of the killed.
    """

    killed_low: int | None = None
    killed_high: int | None = None
    killed_women: int | None = None
    killed_children: int | None = None
    injured_low: int | None = None
    injured_high: int | None = None
    displaced_low: int | None = None
    displaced_high: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure of the text: ``what`` is counted ("killed", "area", "buildings"), in which unit.

    ``low`` and ``high`` as in Harm.
    """

    what: str
    low: float | None
    high: float | None
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """This article says that something happened in these places at this time.

    ``place_ids`` keeps the order of the text. One report may have several
    places: what it says, it says of them together, and ``shared`` marks a figure
    that belongs to all of them together. ``origin_place_ids`` are where fire came
    from. ``mention_spans`` and ``timex_span`` are the words that place and date it;
    ``same_event_as`` are the ids of reports that may tell of the same event.
    """

    id: str
    article_id: str
    place_ids: tuple[str, ...]
    geo_level: GeoLevel
    date_start: date | None
    date_end: date | None
    date_precision: Precision
    dated_by: DatedBy
    evidence: tuple[Span, ...]
    mention_spans: tuple[Span, ...] = ()
    timex_span: Span | None = None
    kind: Kind = Kind.OTHER
    claim: Claim = Claim()
    harm: Harm = Harm()
    figures: tuple[Figure, ...] = ()
    shared: bool = False
    origin_place_ids: tuple[str, ...] = ()
    same_event_as: tuple[str, ...] = ()
    verification: Verification = Verification.SINGLE

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError("a report needs the words it stands on")
        if self.date_start and self.date_end and self.date_start > self.date_end:
            raise ValueError("a period ends before it starts")


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """All that was found in one article, in the order of the text."""

    article: Article
    mentions: tuple[Mention, ...] = ()
    timexes: tuple[Timex, ...] = ()
    reports: tuple[Report, ...] = ()
    notes: tuple[Note, ...] = ()
