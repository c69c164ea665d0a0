"""Words that publishers set around an article, folded as ``stamps.fold_line`` folds them.

Each list holds English, Arabic, French, German, Spanish, Turkish and Russian.
A new word is a new entry here; ``furniture`` holds the rules.
"""

from __future__ import annotations

import re

from aleppomap.stamps import FILLERS, any_of, fold_line, weekdays


def _fold_all(*words: str) -> tuple[str, ...]:
    return tuple(fold_line(word)[0] for word in words)


_UPDATED = _fold_all(
    *("last updated", "last update", "last modified", "updated", "update", "modified"),
    *("آخر تحديث", "آخر تعديل", "تم التحديث", "تاريخ التحديث", "تحديث", "حُدّث"),
    *("dernière mise à jour", "mis à jour", "mise à jour", "modifié"),
    *("zuletzt aktualisiert", "aktualisiert", "aktualisierung", "stand"),
    *("última actualización", "actualizado", "actualizada", "actualización"),
    *("son güncelleme", "son güncellenme", "güncelleme tarihi", "güncelleme", "güncellenme"),
    *("güncellendi", "последнее обновление", "обновлено", "обновление"),
)
_PUBLISHED = _fold_all(
    *("first published", "date published", "published", "publication date", "posted", "issued"),
    *("released", "created", "date"),
    *("تاريخ النشر", "تاريخ الإضافة", "نُشر", "نُشرت", "تم النشر", "التاريخ", "تاريخ"),
    *("date de publication", "publié", "publiée", "paru"),
    *("veröffentlicht", "erschienen", "erstellt", "datum"),
    *("fecha de publicación", "publicado", "publicada", "fecha"),
    *("yayınlanma tarihi", "yayın tarihi", "yayınlanma", "yayınlandı", "giriş tarihi", "giriş"),
    *("oluşturulma tarihi", "eklenme tarihi", "tarih"),
    *("дата публикации", "опубликовано", "размещено", "дата"),
)

LABEL = re.compile(any_of(_UPDATED + _PUBLISHED))
"""Says what the date after it is: first publication or a later change."""

UPDATED = re.compile(any_of(_UPDATED))
"""The labels of a later change."""

FILLER = re.compile(any_of((*weekdays(), *FILLERS)))
"""Weekdays and small words of a stamp."""

_AR_UNITS = (
    "ثانية|ثوان|ثواني|دقيقة|دقيقتين|دقايق|ساعة|ساعتين|ساعات|يوم|يومين|ايام|اسبوع|اسبوعين|اسابيع|"
    "شهر|شهرين|اشهر|شهور|سنة|سنتين|سنوات|سنين|عام|عامين|اعوام"
)
_NUMBER = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten)"

AGE = re.compile(
    r"(?<!\w)(?:"
    rf"(?:about |over |almost |more than )?{_NUMBER} ?"
    r"(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|yrs?|[hdwy]|mo) ago"
    rf"|(?:منذ|قبل) (?:\d+ )?(?:{_AR_UNITS})(?: واحدة?)?"
    r"|il y a (?:\d+|une?) (?:seconde|minute|heure|jour|semaine|mois|annee|an)s?"
    r"|vor (?:\d+|einem|einer) (?:sekunde|minute|stunde|tag|woche|monat|jahr)(?:en|e|n)?"
    r"|hace (?:\d+|una?) (?:segundo|minuto|hora|dia|semana|mes|ano)(?:es|s)?"
    r"|(?:\d+|bir) (?:saniye|dakika|saat|gun|hafta|ay|yil|sene) once"
    r"|(?:\d+ )?(?:секунд|минут|час|день|дня|днеи|недел|месяц|год|лет)\w{0,3} назад"
    r"|\d+[ -]?(?:mins?|minutes?|m)\.?[ -](?:read|to read)"
    r"|(?:reading time|lesezeit|temps de lecture|tiempo de lectura|okuma suresi|время чтения|"
    r"(?:مدة |وقت |زمن )?القراءة) ?:? ?\d+ ?"
    r"(?:minut(?:e[ns]?|os?)|min\.?|dakika|dk|минут\w?|мин\.?|دقيقة|دقايق|دقيقتان)"
    r"|\d+ (?:دقيقة|دقايق) (?:ل?ل?قراءة|للقراءة)"
    r")(?!\w)"
)
"""How old the article was when it was copied, or how long it takes to read."""

_PHRASES = _fold_all(
    *("share", "share this", "share this article", "share this story", "share on facebook"),
    *("share on twitter", "share on x", "share via email", "tweet", "facebook", "twitter"),
    *("whatsapp", "telegram", "linkedin", "reddit", "email", "e-mail", "print", "copy link"),
    *("copy link to article", "save", "listen", "follow us", "follow", "advertisement"),
    *("advertisment", "sponsored", "comments", "comment", "leave a comment", "read more"),
    *("related articles", "related topics", "more on this story", "subscribe", "sign up"),
    *("skip to content", "skip to main content", "image source", "story continues below"),
    *("مشاركة", "شارك", "شاركها", "شارك المقال", "شارك الخبر", "طباعة", "إعلان", "إعلانات"),
    *("تابعنا", "فيسبوك", "تويتر", "واتساب", "تيليجرام", "تلغرام", "تعليقات", "أضف تعليق"),
    *("نسخ الرابط", "حجم الخط", "اقرأ أيضا", "اقرأ المزيد", "استمع", "حفظ", "اشترك"),
    *("teilen", "drucken", "anzeige", "werbung", "merken", "kommentare", "weiterlesen"),
    *("partager", "imprimer", "publicité", "commenter", "commentaires", "s'abonner"),
    *("lire aussi", "compartir", "imprimir", "publicidad", "comentarios", "leer más"),
    *("paylaş", "yazdır", "reklam", "yorumlar", "yorum yap", "abone ol"),
    *("поделиться", "распечатать", "реклама", "комментарии", "подписаться"),
)

PHRASE = re.compile(
    rf"(?:\d+ )?{any_of(_PHRASES)}(?:[\s|,:;·•/()-]*(?:\d+|{any_of(_PHRASES)}))*[\s:.()|>»-]*"
)
"""Buttons and boxes of a page, when they are all that stands on a line."""

BY = re.compile(
    r"\s*(?:(?:written |reported |reporting |story |words |posted |report |article )?by:? "
    r"|(?:authors?|reporters?|writers?|byline|autor(?:in|en|es|a)?|auteurs?|yazar|yazan|muhabir"
    r"|автор(?:ы)?|текст|الكاتب|الكاتبة|بقلم|كتابة|اعداد|تحرير|كتب|كتبت|المراسل) ?: ?"
    r"|(?:von|par|por|بقلم|اعداد) )\s*"
)
"""Begins a byline."""

SOURCE = re.compile(r"^\s*(?:sources?|quelle|fuente|kaynak|источник|المصدر|via) ?: ?")
"""Names the agency or outlet that a text comes from."""

CREDIT = re.compile(
    r"\(?(?:additional |further )?(?:reporting|writing|editing|compiled|translated) by\b|©"
    r"|\(c\) ?\d|copyright\b|all rights reserved|جميع الحقوق محفوظة|alle rechte vorbehalten"
    r"|tous droits reserves|todos los derechos reservados|tum haklari saklidir"
    r"|все права защищены"
)
"""Begins a line of credits or rights at the foot."""

SECTION = re.compile(
    any_of(
        _fold_all(
            *("news", "world", "middle", "east", "west", "north", "south", "central", "syria"),
            *("syrian", "aleppo", "politics", "war", "conflict", "crisis", "report", "reports"),
            *("live", "update", "opinion", "analysis", "breaking", "exclusive", "video", "photos"),
            *("home", "international", "topics", "top", "stories", "story", "latest", "press"),
            *("release", "statement", "summary", "city", "old", "city", "ausland", "politik"),
            *("welt", "monde", "orient", "proche", "syrie", "alep", "mundo", "oriente", "dünya"),
            *("haber", "haberler", "haberleri", "suriye", "halep", "gündem", "мир", "сирия"),
            *("алеппо", "новости", "главное", "syrien", "siria"),
        )
    )
)
"""Words of section names and headings, which are never a person's name."""
