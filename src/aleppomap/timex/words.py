"""The words that time expressions are made of, each with a one-letter code.

A text is read as a string of codes (see ``pieces``) and the rules are patterns
over that string (see ``rules``), so that one rule serves all languages and no
pattern ever walks the text itself. Month and weekday names come from the
Unicode CLDR through babel, in their inflected, free-standing and abbreviated
forms; the other words are our own lists. All words are kept folded.

Codes: M month · A month that is also a common word or a name · a abbreviated
month · H first half of a two-word Levantine month, followed by 1 or 2 · W
weekday · V weekday of a language that the text is not known to be in · w
abbreviated weekday · J day counted from the anchor · U unit of time · u Arabic
dual of a unit · K count · k vague count · R ordinal number in words · r ordinal
ending · h part of the day · l early, mid, late · e earlier, later · * season ·
L last · < last so many · X next · C this · c recent · Q that, same, following ·
3 4 5 6 7 the Arabic L X C c Q, which follow their noun · g ago · v now · i in ·
o on · j for, over · ~ about · > more than · t the · f of · F from, of · b
between · T to · Z until · q by · s as · p up · S since · B before · O after ·
& and · y year (after the number) · I before or after it · P an Arabic prefix · z a day
counted from the one told before · @ the night that leads to a day · 9 since and 8
until, which follow their noun · 0 a Turkish case ending.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from aleppomap.timex.foreign import FOREIGN, foreign_entries, forms_of_day, forms_of_month


@dataclass(frozen=True, slots=True)
class Word:
    """One word: its code, a number (month, weekday 0 = Monday, count) and a tag."""

    code: str
    number: int = 0
    tag: str = ""


MARKS = "\u00ad\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f"
"""Characters that do not change a word (a class body for ``re``): vowel signs, tatweel,
combining accents, soft hyphens and direction marks."""
MARKS += "\u202a-\u202e\u2060\u2066-\u2069\ufeff"

_PLAIN = dict(
    zip(
        "áàâäãåéèêëíìîïóòôöõúùûüñçşğıýāēīōūёأإآٱىةیک٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹‐‑‒–—−٫٬⁄،’ʼ‘",
        "aaaaaaeeeeiiiiooooouuuuncsgiyaeiouеاااايهيك01234567890123456789------.,/,'''",
        strict=True,
    )
)


def fold_letters(text: str) -> str:
    """Lower case, plain letters and digits; as many characters as before."""
    # 'İ' is the only character whose lower case has two code points.
    low = text.replace("İ", "i").lower()
    if not low.isascii():
        for letter in _PLAIN.keys() & set(low):  # five times as fast as str.translate
            low = low.replace(letter, _PLAIN[letter])
    return low


LOCALES = {
    "en": ("en",),
    "ar": ("ar_SY", "ar_EG", "ar_MA", "ar_DZ"),
    "fr": ("fr",),
    "de": ("de",),
    "es": ("es",),
    "tr": ("tr",),
    "ru": ("ru",),
}
"""Languages of dates and the CLDR locales that hold their names."""

# Month names that are also common words, names of people, cars or planets: they
# count only beside a day, a year or a word such as "in".
_CAREFUL = set(
    "may march april june august mars mai mayo juli juni julio junio abril agosto mart nisan "
    "mayis ocak ekim eylul kasim aralik temmuz agustos subat haziran май мая март марта "
    "اب مارس نيسان اوت ماي جوان غشت".split()
)
# English month names that, in lower case, are more often another word.
NEEDS_CAPITAL = frozenset("may march mar jan april june august".split())

_COUNTS = {
    1: "a an one واحد واحده",
    2: "two couple اثنين اثنتين",
    3: "three ثلاثه ثلاث الثلاثه الثلاث",
    4: "four اربعه اربع الاربعه الاربع",
    5: "five خمسه خمس الخمسه الخمس",
    6: "six سته ست السته الست",
    7: "seven سبعه سبع السبعه السبع",
    8: "eight ثمانيه ثماني ثمان الثمانيه الثماني",
    9: "nine تسعه تسع التسعه التسع",
    10: "ten عشره عشر العشره العشر",
    11: "eleven",
    12: "twelve",
    20: "twenty عشرين عشرون العشرين",
    24: "twenty-four",
    30: "thirty ثلاثين ثلاثون الثلاثين",
}

_ORDINALS = "first;;الثالث;الرابع;الخامس;السادس;السابع;الثامن;التاسع;العاشر".split(";")

# unit: singular, plural, Arabic dual
_UNITS = {
    "minute": ("minute دقيقه", "minutes دقائق", "دقيقتين"),
    "hour": ("hour ساعه الساعه", "hours ساعات الساعات", "ساعتين الساعتين"),
    "day": ("day يوما", "days ايام الايام", "يومين اليومين"),
    "week": ("week اسبوع الاسبوع اسبوعا", "weeks اسابيع الاسابيع", "اسبوعين الاسبوعين"),
    "weekend": ("weekend", "", ""),
    "month": ("month شهر الشهر شهرا", "months اشهر شهور الاشهر الشهور", "شهرين الشهرين"),
    "year": (
        "year عام العام عاما سنه السنه jahr jahre ano annee",
        "years اعوام سنوات سنين الاعوام السنوات",
        "عامين العامين عامي سنتين السنتين",
    ),
}

_DAYS_AWAY = {
    -2: "اولامس",
    -1: "yesterday امس الامس بالامس البارحه مبارح امبارح",
    0: "today tonight اليوم الليله",
    1: "tomorrow غدا غد الغد",
}

# code -> words; a tag may follow after a colon
_PLAIN_WORDS = {
    "h": "morning afternoon evening dawn noon midday صباح مساء فجر ظهر عصر صباحا فجرا ظهرا عصرا "
    "ظهيره صبيحه مسا الصباح المساء الفجر الظهر night:night midnight:night nightfall:night "
    "ليل:night ليله:night ليلا:night الليل:night",
    "l": "early late:end mid beginning start end:end اوائل اواخر:end مطلع بدايه نهايه:end "
    "منتصف:mid اواسط مبكر متاخر مستهل ختام:end",
    "e": "earlier:back later:on وقت سابق:back لاحق:on",
    "L": "last:last past:past",
    "3": "الماضي:last الماضيه:last الماضيين:last الفائت:last الفائته:last المنصرم:last "
    "المنصرمه:last",
    "X": "next coming:coming",
    "4": "المقبل المقبله القادم القادمه",
    "C": "this current هذا هذه",
    "5": "الجاري الجاريه الحالي الحاليه",
    "c": "recent",
    "6": "الاخير الاخيره الاخيرين",
    "k": "few several some many عده بضعه بضع القليله",
    "<": "اخر",
    "Q": "that those same following:on previous:back preceding:back ذلك تلك نفس ذات",
    "7": "التالي:on التاليه:on الموالي:on المواليه:on اللاحق:on السابق:back السابقه:back "
    "نفسه نفسها ذاته ذاتها",
    "I": "قبلها:back قبله:back بعدها:on بعده:on",
    "P": "ب ل",
    "g": "ago",
    "v": "now الان اللحظه",
    "i": "in during within throughout at في خلال",
    "o": "on يوم يومي ليوم بتاريخ الموافق تاريخ",
    "j": "for over",
    "~": "about around circa approximately roughly nearly almost some حوالي نحو قرابه زهاء",
    ">": "more than اكثر",
    "t": "the ال",
    "f": "of de del",
    "F": "from من",
    "b": "between بين",
    "T": "to into الي علي",
    "Z": "until till through حتي لغايه",
    "q": "by",
    "s": "as",
    "p": "up",
    "S": "since منذ ابتداء اعتبارا",
    "B": "before قبل:ago",
    "O": "after بعد",
    "&": "and و",
    "r": "st nd rd th er º ª",
    "y": "год году года г yili yilinda yilinin yilindan",
}

_SEASONS = {3: "spring الربيع ربيع", 6: "summer الصيف صيف", 9: "autumn fall الخريف خريف"}

# Spellings that CLDR does not list.
_MORE_MONTHS = {
    "ar": {1: "جانفي", 4: "ابريل افريل", 5: "ايار", 7: "يوليه جويليه", 8: "اب", 10: "اكتوبر"},
}
_MORE_SHORT_DAYS = {"en": {1: "tues", 3: "thur thurs"}}
_MORE_SHORT_MONTHS = {"en": {9: "sept"}, "fr": {2: "fev", 7: "juil"}}
_MORE_DAYS = {
    "ar": {0: "الاثنين الإثنين", 2: "الاربعاء الاربعا", 1: "الثلاثا"},
    "de": {5: "sonnabend"},
    "ru": {2: "среду", 4: "пятницу", 5: "субботу"},
}


def _entries(table: dict[str, str]) -> Iterator[tuple[str, Word]]:
    for code, words in table.items():
        for entry in words.split():
            word, _, tag = entry.partition(":")
            yield fold_letters(word), Word(code, tag=tag)


def _foreign_words(language: str) -> Iterator[tuple[str, Word]]:
    for word, code, number, tag in foreign_entries(language):
        yield word, Word(code, number, tag)
    for name, number in _names(language, "days", "wide"):
        yield from ((form, Word("W", number, language)) for form in forms_of_day(language, name))
    for name, number in _names(language, "months", "wide"):
        yield from ((form, Word("M", number, language)) for form in forms_of_month(language, name))


def _small_words() -> Iterator[tuple[str, Word]]:
    for number, words in _DAYS_AWAY.items():
        for word in words.split():
            yield word, Word("J", number)
    yield "overnight", Word("J", 0, "overnight")
    for number, words in _COUNTS.items():
        for word in words.split():
            yield word, Word("K", number)
    for unit, (one, many, dual) in _UNITS.items():
        yield from ((word, Word("U", 1, unit)) for word in one.split())
        yield from ((word, Word("U", 0, unit)) for word in many.split())
        yield from ((word, Word("u", 2, unit)) for word in dual.split())
    for month, words in _SEASONS.items():
        yield from ((word, Word("*", month)) for word in words.split())
    yield from (("تشرين", Word("H", 10)), ("كانون", Word("H", 12)))
    for word in "الاول اول".split():
        yield word, Word("1", 1)
    for word in "الثاني ثاني ثان".split():
        yield word, Word("2", 2)
    for number, word in enumerate(_ORDINALS, 1):
        if word:
            yield word, Word("R", number)
    yield "الحادي", Word("R", 1)


def _names(language: str, kind: str, width: str) -> Iterator[tuple[str, int]]:
    """Month (1-12) or weekday (0-6) names of a language, folded, from CLDR."""
    from babel import Locale  # costs some 50 ms, so only when a text is read

    for locale in LOCALES[language]:
        table = getattr(Locale.parse(locale), kind)
        for form in ("format", "stand-alone"):
            for number, name in table[form][width].items():
                yield fold_letters(name).rstrip("."), number
                if language == "ru" and form == "format" and kind == "months":
                    yield name[:-1] + "е", number  # "в декабре": CLDR has no such case
    more = {
        "monthswide": _MORE_MONTHS,
        "dayswide": _MORE_DAYS,
        "monthsabbreviated": _MORE_SHORT_MONTHS,
        "daysabbreviated": _MORE_SHORT_DAYS,
    }.get(kind + width, {})
    for number, words in more.get(language, {}).items():
        yield from ((fold_letters(word), number) for word in words.split())


def _calendar_words(language: str, *, at_home: bool) -> Iterator[tuple[str, Word]]:
    """Names of one language; ``at_home``: the text is (or may well be) in it."""
    for name, number in _names(language, "months", "wide"):
        if " " not in name:  # the two-word months are made of H, 1 and 2
            careful = name in _CAREFUL or not at_home
            yield name, Word("A" if careful else "M", number, language)
    for name, number in _names(language, "days", "wide"):
        yield name, Word("W" if at_home else "V", number, language)
    for name, number in _names(language, "months", "abbreviated"):
        if len(name) > 2 and " " not in name:
            yield name, Word("a", number, language if at_home else "foreign")
    for name, number in _names(language, "days", "abbreviated"):
        if len(name) > 2 or (at_home and language != "en"):
            yield name, Word("w", number, language)


@cache
def lexicon(language: str | None) -> dict[str, Word]:
    """Folded word -> Word for a text in ``language`` (ISO 639-1; None: unknown).

    English and Arabic words are always known; the small words of the other five
    only in their own language, because they mean something else elsewhere.
    """
    found: dict[str, Word] = {}
    sources = [_foreign_words(language)] if language in FOREIGN else []
    sources += [_small_words(), _entries(_PLAIN_WORDS)]
    homes = dict.fromkeys(["en", "ar", *([language] if language in LOCALES else [])])
    sources += [_calendar_words(home, at_home=True) for home in homes]
    sources += [_calendar_words(far, at_home=False) for far in LOCALES if far not in homes]
    for source in sources:
        for word, entry in source:
            found.setdefault(word, entry)
    return found


@cache
def phrases(language: str | None) -> str:
    """The entries of more than one word of a language's lexicon, as alternatives for ``re``."""
    if language not in FOREIGN:
        return ""  # English and Arabic need none, and most texts are in them
    found = (word for word in lexicon(language) if not word.isalpha() and word[0].isalpha())
    return "|".join(
        re.escape(word).replace(r"\ ", r"\s") for word in sorted(found, key=len, reverse=True)
    )
