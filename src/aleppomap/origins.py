"""Which of the places named in a sentence fire came from, rather than where it landed.

An origin needs a word of fire ("fired", "أطلقت", "tirés", "atılan") joined to the
place by a word of departure ("from", "من", "depuis", "-dan"), or a gun or an aircraft
"positioned at" or "based in" it. People flee, leave and come from places: without a
word of fire there is no origin, and in doubt a place is not one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from aleppomap.model import Mention, Span

_FIRED = (
    r"fired|launched|shot|lobbed|released|rained|loosed|hurled|firing|shooting|launching|shells"
    r"|shell(?:ing|ed)|shellfire|gunfire|fire|mortars?|mortar (?:fire|rounds?|shells?|bombs?)"
    r"|rockets?|missiles?|projectiles?|rounds?|artillery|snip(?:er|ers|ing)|barrage|salvos?"
    r"|bombard(?:ed|ment|ing)|pounded|struck|attacks?"
)
_BETWEEN = (
    r"(?:\W+(?!to\b|towards?\b|on\b|at\b|into\b|people\b|residents?\b|civilians?\b)\w+){0,4}?"
)
_PLACED = (
    r"(?:artiller\w+|batter(?:y|ies)|guns?|tanks?|howitzers?|cannons?|launchers?|mortars?|snipers?"
    r"|gunners|rebels?|insurgents?|militants|jihadists?|groups|fighters|forces|troops|positions"
    r"|organi[sz]ations|factions|gunmen|terrorists|army|soldiers)"
)
_HITS = (
    r"\b(?:shell(?:s|ed|ing)?|pound(?:s|ed|ing)?|fir(?:e|es|ed|ing) (?:on|at|shells?|rockets?"
    r"|mortars?|missiles?)|bombard(?:s|ed|ing)?|target(?:s|ed|ing)?|hit(?:s|ting)?|struck|lob\w*"
    r"|launch(?:ed|es)? (?:shells?|rockets?|mortars?|missiles?)|attack(?:ed|s|ing)? with)\b"
)

# What stands between a word of fire and the place: its approaches, no second place.
_EN_GAP = (
    r"(?:[\s-]+(?:the|a|an|nearby|neighbou?ring|inside|within|rebel|opposition|government|army|regime"
    r"|kurdish|militant|terrorist|western|eastern|northern|southern|held|controlled|positions?|areas?"
    r"|districts?|neighbou?rhoods?|quarters?|villages?|towns?|outskirts|edges?|side|direction|part"
    r"|parts|base|airport|airbase|front|lines?|of|in|at|around|near|suburbs?|their|its|hills?"
    r"|heights|above|areas|both|either)\b|-|\s)*\W{0,2}\s*$"
)
_AR_GAP = (
    r"(?:\s+(?:ال)?(?:حي|حيي|احياء|أحياء|منطقه|منطقة|مناطق|جهه|جهة|جبهه|جبهة|مواقع|مواقعها|مواقعه"
    r"|مواقعهم|مقراتها|نقاط|نقاطها|تمركزها|تمركزهم|داخل|في|محيط|اطراف|أطراف|بلده|بلدة|قريه|قرية"
    r"|قرى|مطار|مدفعيه|مدفعية|قاعده|قاعدة|معسكر|ثكنه|ثكنة|تله|تلة|جبل|اكاديميه|أكاديمية|كليه|كلية"
    r"|مسلحين|مسلحون|متمركزه|متمركزة|قبل|فصائل|معارضه|معارضة|سيطره|سيطرة|خاضعه|خاضعة|ب|ل|و|من))*"
    r"[\s«\"#]*(?:ب|في )?$"
)
_RULES: tuple[tuple[str, str], ...] = (
    # "shells fired from X", "sniper fire came from X", "rockets, launched from X"
    ("en", rf"\b(?:{_FIRED})\b(?:[\s,]+\w+){{0,4}}?[\s,]+(?:from|out of)" + _EN_GAP),
    ("en", r"\b(?:t(?:ook|aking|ake|akes) off|flew|scrambled|sorties?)\b"
     r"(?:\s+\w+){0,2}?\s+from" + _EN_GAP),
    ("en", rf"\b(?:{_FIRED})\b(?:[\s,]+\w+){{0,4}}?[\s,]+(?:came|coming|comes"
     r"|originat\w+|emanat\w+)(?:[\s,]+\w+){0,3}?[\s,]+from" + _EN_GAP),
    ("en", rf"\b(?:{_PLACED})\b[\"”'’]?(?:\s+\w+)?\s+(?:positioned|based|stationed|deployed|dug in"
     r"|emplaced|entrenched|holed up|situated|located)"
     r"\s+(?:in|at|on|near|around|inside)" + _EN_GAP),
    # French, German, Spanish
    ("fr", r"\b(?:tir[ée]{1,2}e?s?|lanc[ée]{1,2}e?s?|tirs|provenant|venus|venues"
     r"|d[ée]coll[ée]\w*)\b(?:\s+\w+){0,3}?\s+(?:depuis|d['’e]s?|du|à partir de)\s*"
     r"(?:\s*(?:la|le|les|l['’]|de|du|des|quartiers?|positions|secteur|rebelles?|dans)\b\s*)*['’]?\s*$"),
    ("de", r"\b(?:aus|von)(?:\s+(?:dem|der|den|stadtteil|stadtviertel|viertel|gebiet|stellungen|in"
     r"|rebellengebiet|richtung|vom|militärflughafen|flughafen))*\s*$"),
    ("es", r"\b(?:disparad[oa]s?|lanzad[oa]s?|procedentes?|proveniente?s?|despeg\w+|dispar\w+"
     r"|disparos|fuego)\b(?:\s+\w+){0,3}?\s+(?:desde|de|del)"
     r"(?:\s+(?:el|la|los|las|barrios?|distritos?|posiciones|de|en|zona|aeropuerto|base))*\s*$"),
    # Arabic: "أطلقت من", "قذائف مصدرها", "رمايات من", "من مواقعها في"
    ("ar", r"(?:مصدرها|مصدره|مصدر النيران|مصدر القذائف|منطلقها)" + _AR_GAP),
    ("ar", r"(?:[أا]ُ?طلق\w*|اطلاق|إطلاق|رمايات|رماية|قصف\w*|تقصف|يقصف|استهدف\w*|تستهدف|قذائف|قذيفة"
     r"|صواريخ|صاروخ|نيران|النيران|القذائف|الصواريخ|القصف|القنص|قنص|رشقات|هاون)"
     r"(?:\s+(?!على\b|إلى\b|الى\b|باتجاه\b|نحو\b)[^\s،.؛:]+){0,5}?\s+(?:انطلاقا |انطلاقاً )?"
     r"(?:من|المتمركز\w* في|المتواجد\w* في)" + _AR_GAP),
    ("ar", r"(?:انطلق\w*|أقلع\w*|اقلع\w*|إقلاع|اقلاع)(?:\s+[^\s،.؛:]+){0,3}?\s+من" + _AR_GAP),
    # Russian: "снаряды, выпущенные из", "обстрел из", "стреляли из"
    ("ru", r"(?:выпущен\w*|запущен\w*|обстрел\w*|обстрелян\w*|стрел\w+|прилетел\w*|вылетел\w*|огонь"
     r"|огня|огнем|мин[ыа]?|снаряд\w*|ракет\w*)(?:[\s,]+[\w-]+){0,6}?[\s,]+(?:из|с|со)"
     r"(?:\s+(?:соседн\w+|район\w*|квартал\w*|сторон\w*|позици\w*|территори\w*|контролируем\w*"
     r"|восточн\w*|западн\w*|северн\w*|южн\w*|аэродром\w*|аэропорт\w*|авиабаз\w*|боевик\w*))*\s*[«\"]?$"),
)  # fmt: skip
_BEFORE = {
    lang: re.compile("|".join(rule for name, rule in _RULES if name == lang), re.IGNORECASE)
    for lang in dict.fromkeys(name for name, _ in _RULES)
}
_SIGNS = {
    "en": re.compile(
        r"from|out of|positioned|based|stationed|deployed|dug in|emplaced|entrenched|holed up"
        r"|situated|located",
        re.IGNORECASE,
    ),
    "fr": re.compile(r"tir|lanc|provenant|venus|venues|coll", re.IGNORECASE),
    "es": re.compile(r"disparad|dispar|lanzad|proce|prove|despeg|fuego", re.IGNORECASE),
    "de": re.compile(r"aus|von", re.IGNORECASE),
}
"""What the rules of a language cannot do without: looked for first, for that is cheap."""
# "rebels in X shelled Y": the shooters stand in X and the verb follows at once.
_SHOOTERS = re.compile(rf"\b{_PLACED}\s+(?:in|at|inside|on)(?:\s+the)?\s*$", re.IGNORECASE)
# An aircraft that takes off is an origin where the sentence tells of its strike too.
_TAKE_OFF = re.compile(r"t(?:ook|aking|akes?) off|flew|scrambled|sorties?", re.IGNORECASE)
_STRIKE = re.compile(r"\b(?:bomb|barrel|struck|strik|raid|hit|attack|drop)\w*", re.IGNORECASE)
_SHOOT = re.compile(
    r"(?:\s+(?:district|neighbou?rhood|quarter|area|front|hill|base)s?)?\s+" + _HITS
)
_GUARDED = re.compile(
    r"\b(?:fle[ed]\w*|flight|withdr[ae]w\w*|retreat\w*|evacuat\w*|pull(?:ed|ing)? out|escap\w*|left"
    r"|leav\w+|bod(?:y|ies)|people|residents?(?!\W+sa)|civilians?|famil\w+|displaced|dr[io]ve\w*|drove"
    r"|expel\w*|returned|metres?|meters?|km|kilomet\w+|away|far|smoke|video|images?|footage|news"
    r"|shield\w*|protect\w*|protection|under fire|ceasefire|cease-fire|firefighters?|fire brigade"
    r"|recaptur\w*|captur\w*|seiz\w*|retak\w*|took(?!\s+off))\b(?:\W+[\w'’]+){0,5}\W*$",
    re.IGNORECASE,
)
_GUARDED_ARABIC = re.compile(
    r"(?:نزوح|نزح\w*|فرار|فر\w?|هرب\w*|خروج|خرج\w*|انسح\w+|إخلاء|اخلاء|إجلاء|اجلاء|جثث|جثامين"
    r"|نازح\w*|أهالي|اهالي|سكان|مدنيي\w*|جرحى|عائل\w+|كيلومتر\w*|متر\w*|القريب\w*|بالقرب|قريب"
    r"|صور|فيديو|مشاهد|انتشال|العديد|عدد|عدة|كل|كلا|كلاً|أجزاء|اجزاء|مزيد|العشرات|عشرات|تحرير|القسم|قسم|الجزء|جزء|الطرف|الشطر|الجانب|مقطع)"
    r"(?:\s+[^\s،.؛]+){0,2}\s+من(?:\s+\S+){0,2}\s*$"
)
_GERMAN_VERB = re.compile(
    r"[^.;]{0,40}?\b(?:abgefeuert\w*|abgeschossen\w*|geschossen|beschossen|gefeuert|starteten"
    r"|abgehoben|abgegebene\w*)\b",
    re.IGNORECASE,
)
# The suffix of departure on a Turkish name, and the fire that left.
_TURKISH = re.compile(
    r"(?:['’]?\w*?(?:dan|den|tan|ten)\b|\s+(?:tarafından|yönünden|bölgesinden|mahallesi['’]?nden"
    r"|mahallesinden|semtinden|yakınlarından|üssü['’]?nden|hava\w* üssünden|havaalanı['’]?ndan"
    r"|cephesinden|kampından|kampı['’]?ndan))[^.;]{0,45}?"
    r"\b(?:atıl\w*|ateşlen\w*|ateş aç\w*|fırlatıl\w*|yapılan (?:atış|ateş|saldırı|topçu|havan)\w*"
    r"|atış\w*|havalan\w*|kalkan|top atış\w*|açılan ateş\w*|ateş edil\w*|bombalad\w*|vurul\w*"
    r"|yapıldı\w*|roketl\w* (?:attı|atıldı)|gelen (?:roket|havan|top|ateş|mermi)\w*)",
    re.IGNORECASE,
)
_LEFT_TURKISH = re.compile(
    r"\b(?:kaç\w*|ayrıl\w*|çekil\w*|çıkan\w*|tahliye\w*|göç\w*)", re.IGNORECASE
)
_HINT = re.compile(
    r"\bfrom\b|out of|based|positioned|stationed|deployed|entrenched|holed up|situated|shell|pound"
    r"|fire|depuis|provenant|tir[ée]|tirs|lanc[ée]|aus\b|von\b|vom\b|desde|proced|من|مصدر|متمركز"
    r"|\bиз\b|\bсо?\b|dan\b|den\b|tan\b|ten\b|bombard|rocket|attack",
    re.IGNORECASE,
)
_LIST_GAP = re.compile(
    r"[\s«»\"'#]*(?:(?:and|or|et|und|y|e|ve|ile|и)\b|as well as|و)[\s«\"'#]*"
    r"(?:(?:the|la|le|les|el|al|des|de|from|من|из|районов|حي|districts?|heights|hills?|above"
    r"|areas?|of)\s*){0,4}[\s«\"#-]*",
    re.IGNORECASE,
)
_REACH = 110


def find_origins(text: str, sentence: Span, mentions: Sequence[Mention]) -> frozenset[int]:
    """The indexes into ``mentions`` of the places that fire came from in one sentence.

    Args:
        text: The whole document; offsets count its code points.
        sentence: The sentence that is read.
        mentions: Mentions of the document, in order; those outside the sentence are left out.
    """
    inside = [
        (number, mention)
        for number, mention in enumerate(mentions)
        if sentence.start <= mention.start and mention.end <= sentence.end
    ]
    if not inside or not _HINT.search(text, sentence.start, sentence.end):
        return frozenset()
    found: set[int] = set()
    for place, (number, mention) in enumerate(inside):
        before = text[max(sentence.start, mention.start - _REACH) : mention.start]
        after = text[mention.end : min(sentence.end, mention.end + _REACH)]
        if _is_origin(before, mention.surface, after) or _continues(text, inside, place, found):
            found.add(number)
    for place in range(len(inside) - 2, -1, -1):
        # Turkish puts the one suffix of a list on its last member.
        gap = text[inside[place][1].end : inside[place + 1][1].start]
        if inside[place + 1][0] in found and gap == " ve ":
            found.add(inside[place][0])
    return frozenset(found)


def _continues(
    text: str, inside: Sequence[tuple[int, Mention]], place: int, found: set[int]
) -> bool:
    """Whether a mention goes on a list whose member before is an origin: "from X and Y"."""
    if not place or inside[place - 1][0] not in found:
        return False
    gap = text[inside[place - 1][1].end : inside[place][1].start]
    return _LIST_GAP.fullmatch(gap) is not None


def _is_origin(before: str, surface: str, after: str) -> bool:
    letter = next((char for char in surface if char.isalpha()), "a")
    if "\u0600" <= letter <= "\u06ff":
        return _is_arabic_origin(before, surface)
    if "\u0400" <= letter <= "\u04ff":
        return _BEFORE["ru"].search(before) is not None
    if _SHOOTERS.search(before) and _SHOOT.match(after):
        return True
    if _TURKISH.match(_suffix(surface) + after) and not _LEFT_TURKISH.search(after[:25]):
        return True
    if (match := _departs("en", before)) and not _GUARDED.search(match.group()):
        if _TAKE_OFF.match(match.group()) and not _STRIKE.search(before + " " + after):
            return False
        return not _GUARDED.search(before[: match.start()][-40:] + match.group())
    if _departs("fr", before) or _departs("es", before):
        return True
    return bool(_departs("de", before) and _GERMAN_VERB.match(after))


def _departs(language: str, before: str) -> re.Match[str] | None:
    """What a language's rules find right before a place in Latin script."""
    return _BEFORE[language].search(before) if _SIGNS[language].search(before) else None


def _suffix(surface: str) -> str:
    """The case ending that a Turkish mention may carry with it ("Neyrab'dan")."""
    for mark in "'’":
        if mark in surface:
            return mark + surface.rpartition(mark)[2]
    return ""


def _is_arabic_origin(before: str, surface: str) -> bool:
    """Arabic joins "from" to nothing, but a mention may hold "بـ" itself."""
    if _GUARDED_ARABIC.search(before):
        return False
    return _BEFORE["ar"].search(before) is not None
