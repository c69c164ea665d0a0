"""The small words of time in French, German, Spanish, Turkish and Russian.

A code leads to words (codes: see ``words``); an entry is ``word``, ``word=number`` or
``word=number:tag``, and ``_`` stands for a blank. Words of several words are one piece
of the text. They are loaded only for a text in that language, because they mean
something else elsewhere. All words are kept folded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

_FRENCH = {
    "i": "en dans au_cours pendant durant",
    "o": "le les_journees_de",
    "t": "la les l'",
    "f": "de des d'",
    "F": "du",
    "T": "au a",
    "Z": "jusqu'au jusqu'a jusqu'en",
    "&": "et",
    "S": "depuis des_le a_partir_de a_compter_de a_compter_du a_partir_du",
    "b": "entre",
    "B": "avant il_y_a=0:ago voici=0:ago voila=0:ago",
    "O": "apres",
    "e": "plus_tard=0:on plus_tot=0:back auparavant=0:back",
    "~": "environ pres_de quelque",
    "J": "hier=-1 avant-hier=-2 avant_hier=-2 aujourd'hui=0 demain=1 apres-demain=2 hier_soir=-1 "
    "hier_matin=-1 hier_apres-midi=-1 ce_jour=0 cette_nuit=0:overnight "
    "la_nuit_derniere=0:overnight la_nuit_passee=0:overnight",
    "z": "la_veille=-1:eve la_veille_au_soir=-1:eve le_lendemain=1 le_lendemain_matin=1 "
    "le_lendemain_soir=1 le_jour_meme=0 le_meme_jour=0 ce_jour-la=0 cette_nuit-la=0 ce_soir-la=0 "
    "ce_matin-la=0 le_soir_meme=0 le_meme_soir=0 le_jour_suivant=1 le_jour_precedent=-1 "
    "la_nuit_suivante=1 le_surlendemain=2 l'avant-veille=-2",
    "C": "ce cet cette",
    "3": "dernier=0:last derniere=0:last passe=0:last passee=0:last",
    "c": "dernieres=0:many derniers=0:many recents=0:many recentes=0:many",
    "4": "prochain prochaine",
    "X": "prochains=0:coming prochaines=0:coming",
    "7": "suivant=0:on suivante=0:on precedent=0:back precedente=0:back",
    "Q": "meme",
    "k": "quelques plusieurs",
    "l": "debut mi fin=0:end milieu",
    "h": "matin matinee apres-midi apres_midi soir soiree midi aube nuit=0:night minuit=0:night "
    "au_petit_matin",
    "U": "jour=1:day jours=0:day journee=1:day semaine=1:week semaines=0:week mois=1:month "
    "an=1:year ans=0:year annee=1:year annees=0:year heure=1:hour heures=0:hour "
    "minutes=0:minute week-end=1:weekend weekend=1:weekend",
    "K": "un=1 une=1 deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 quinze=15 "
    "vingt=20 trente=30 quarante-huit=48 vingt-quatre=24",
    "*": "printemps=3 ete=6 automne=9",
}

_GERMAN = {
    "i": "im in wahrend binnen innerhalb",
    "o": "am",
    "t": "dem den der die das des",
    "f": "von",
    "F": "vom ab=0:since",
    "b": "zwischen",
    "T": "auf",
    "Z": "bis bis_zum bis_zu",
    "&": "und",
    "S": "seit",
    "B": "vor=0:ago",
    "O": "nach",
    "e": "spater=0:on zuvor=0:back fruher=0:back davor=0:back danach=0:on",
    "~": "etwa rund knapp gut",
    "J": "heute=0 gestern=-1 vorgestern=-2 morgen=1 ubermorgen=2 heute_nacht=0:overnight "
    "letzte_nacht=0:overnight vergangene_nacht=0:overnight vergangenen_nacht=0:overnight "
    "letzten_nacht=0:overnight vergangener_nacht=0:overnight nacht_zu_heute=0:overnight "
    "nacht_auf_heute=0:overnight",
    "@": "nacht_zum nacht_zu nacht_auf nacht_auf_den",
    "z": "am_tag_zuvor=-1 am_vortag=-1:eve tags_zuvor=-1:eve am_tag_davor=-1 am_tag_vorher=-1 "
    "am_vorabend=-1:eve am_abend_zuvor=-1 in_der_nacht_zuvor=-1 am_nachsten_tag=1 "
    "am_folgenden_tag=1 am_tag_darauf=1 am_tag_danach=1 tags_darauf=1 am_nachsten_morgen=1 "
    "am_folgetag=1 am_selben_tag=0 am_gleichen_tag=0 noch_am_selben_tag=0 am_selben_abend=0 "
    "am_gleichen_abend=0 an_diesem_tag=0 an_jenem_tag=0 in_derselben_nacht=0 in_dieser_nacht=0",
    "L": "letzter=0:last letzten=0:last letzte=0:last letztes=0:last letztem=0:last "
    "vergangener=0:last vergangenen=0:last vergangene=0:last vergangenes=0:last vergangenem=0:last "
    "voriger=0:last vorigen=0:last vorige=0:last voriges=0:last vergangnen=0:last",
    "X": "nachster=0:coming nachsten=0:coming nachste=0:coming nachstes=0:coming "
    "kommenden=0:coming kommende=0:coming kommender=0:coming",
    "C": "dieser diese dieses diesem diesen",
    "Q": "selben gleichen",
    "k": "wenigen einigen mehreren einige wenige mehrere ein_paar",
    "l": "anfang mitte ende=0:end beginn",
    "h": "morgens vormittags mittags nachmittags abends nachts=0:night am_morgen am_abend "
    "am_vormittag am_nachmittag am_mittag abend vormittag nachmittag mittag fruh nacht=0:night "
    "mitternacht=0:night morgengrauen",
    "U": "tag=1:day tage=0:day tagen=0:day tages=1:day woche=1:week wochen=0:week monat=1:month "
    "monats=1:month monate=0:month monaten=0:month jahr=1:year jahres=1:year jahre=0:year "
    "jahren=0:year stunde=1:hour stunden=0:hour minuten=0:minute wochenende=1:weekend",
    "K": "ein=1 eine=1 einer=1 einem=1 einen=1 zwei=2 drei=3 vier=4 funf=5 sechs=6 sieben=7 acht=8 "
    "neun=9 zehn=10 zwolf=12",
    "*": "fruhling=3 fruhjahr=3 sommer=6 herbst=9",
}

_SPANISH = {
    "i": "en durante",
    "o": "el los el_dia los_dias",
    "t": "la las lo",
    "f": "de",
    "F": "del desde=0:since",
    "T": "al a",
    "Z": "hasta",
    "&": "y e",
    "b": "entre",
    "S": "desde_hace a_partir_del a_partir_de",
    "B": "antes_del antes_de hace=0:ago",
    "O": "despues",
    "e": "mas_tarde=0:on antes=0:back despues=0:on",
    "~": "unos unas cerca_de",
    "J": "ayer=-1 anoche=-1 anteayer=-2 antes_de_ayer=-2 antier=-2 hoy=0 manana=1 pasado_manana=2 "
    "esta_manana=0 esta_tarde=0 esta_noche=0 esta_madrugada=0 ayer_por_la_manana=-1 "
    "ayer_por_la_tarde=-1 ayer_por_la_noche=-1 anteanoche=-2 la_noche_pasada=0:overnight "
    "la_pasada_noche=0:overnight",
    "z": "la_vispera=-1:eve al_dia_siguiente=1 el_dia_siguiente=1 el_dia_anterior=-1 "
    "el_dia_despues=1 ese_mismo_dia=0 ese_dia=0 aquel_dia=0 el_mismo_dia=0 esa_madrugada=0 "
    "esa_manana=0 esa_tarde=0 esa_noche=0 esa_misma_noche=0 aquella_noche=0 la_misma_noche=0 "
    "a_la_manana_siguiente=1 la_noche_anterior=-1 la_noche_siguiente=1 al_otro_dia=1",
    "3": "pasado=0:last pasada=0:last pasados=0:past pasadas=0:past ultima=0:past ultimo=0:last",
    "c": "ultimos=0:many ultimas=0:many recientes=0:many",
    "X": "proximos=0:coming proximas=0:coming",
    "4": "proximo proxima que_viene",
    "C": "este esta estos estas",
    "7": "siguiente=0:on anterior=0:back",
    "Q": "mismo misma",
    "k": "unos_pocos varios varias algunos algunas pocos pocas",
    "l": "principios comienzos mediados finales=0:end inicio fines=0:end final=0:end",
    "h": "madrugada tarde mediodia amanecer la_manana por_la_manana por_la_tarde noche=0:night "
    "por_la_noche=0:night de_la_manana de_la_tarde de_la_noche=0:night medianoche=0:night",
    "U": "dia=1:day dias=0:day semana=1:week semanas=0:week mes=1:month meses=0:month ano=1:year "
    "anos=0:year hora=1:hour horas=0:hour minutos=0:minute fin_de_semana=1:weekend",
    "K": "un=1 una=1 uno=1 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 "
    "doce=12",
    "*": "primavera=3 verano=6 otono=9",
}

_TURKISH = {
    "&": "ve ile",
    "J": "dun=-1 bugun=0 yarin=1 dun_gece=-1 dun_aksam=-1 dun_sabah=-1 dunku=-1 bugunku=0 "
    "dun_ogleden_sonra=-1 bu_sabah=0 bu_aksam=0 bu_gece=0:overnight bu_ogleden_sonra=0 "
    "gecen_gece=0:overnight evvelki_gun=-2 evvelsi_gun=-2 onceki_gun=-2 dunden=-1 bugunden=0 "
    "gece_boyunca=0:overnight",
    "z": "ertesi_gun=1 ertesi_sabah=1 ayni_gun=0 o_gun=0 o_gece=0 o_aksam=0 o_sabah=0 ayni_gece=0 "
    "ayni_aksam=0 bir_onceki_gun=-1:eve bir_gun_sonra=1 ayni_gunun_aksami=0",
    "L": "gecen=0:last gectigimiz=0:last",
    "X": "gelecek=0:coming onumuzdeki=0:coming",
    "C": "bu",
    "<": "son",
    "g": "once",
    "e": "sonra=0:on",
    "9": "beri bu_yana itibaren",
    "8": "kadar dek",
    "0": "den dan ten tan ye ya e a",
    "~": "yaklasik",
    "k": "birkac",
    "h": "sabah sabahi aksam aksami ogle oglen ogleden_sonra gece=0:night gecesi=0:night safakta",
    "U": "gun=1:day gunde=1:day gunler=0:day gunlerde=0:day gunluk=1:day hafta=1:week "
    "haftada=1:week haftalarda=0:week haftanin=1:week ay=1:month ayda=1:month ayin=1:month aylarda=0:month "
    "yil=1:year yilda=1:year sene=1:year yillarda=0:year saat=1:hour saatte=1:hour saatler=0:hour "
    "saatlerde=0:hour dakika=1:minute hafta_sonu=1:weekend",
    "K": "bir=1 iki=2 uc=3 dort=4 bes=5 alti=6 yedi=7 sekiz=8 dokuz=9 on=10 yirmi_dort=24",
    "y": "yilinda yilinin yilindan yili yilindaki",
}

_RUSSIAN = {
    "i": "в во на за в_течение",
    "t": "этого",
    "F": "с=0:since со=0:since",
    "T": "по на",
    "Z": "до",
    "b": "между",
    "&": "и",
    "q": "к",
    "B": "перед",
    "O": "после",
    "g": "назад тому_назад",
    "e": "позже=0:on спустя=0:on ранее=0:back раньше=0:back",
    "~": "около почти примерно",
    "J": "сегодня=0 вчера=-1 позавчера=-2 завтра=1 послезавтра=2 сегодня_ночью=0:overnight "
    "минувшей_ночью=0:overnight прошлой_ночью=0:overnight этой_ночью=0:overnight "
    "прошедшей_ночью=0:overnight в_эту_ночь=0:overnight сегодняшнего_дня=0 вчерашнего_дня=-1",
    "@": "ночь_на",
    "z": "накануне=-1:eve накануне_вечером=-1:eve днем_ранее=-1:eve за_день_до_этого=-1 "
    "двумя_днями_ранее=-2 днем_позже=1 двумя_днями_позже=2 на_следующий_день=1 на_другой_день=1 "
    "на_следующее_утро=1 в_тот_же_день=0 в_этот_же_день=0 в_тот_день=0 в_этот_день=0 "
    "тем_же_вечером=0 в_тот_же_вечер=0 той_же_ночью=0 в_ту_же_ночь=0 в_ту_ночь=0 "
    "на_следующую_ночь=1",
    "L": "прошлый=0:last прошлой=0:last прошлую=0:last прошлом=0:last прошлого=0:last "
    "минувший=0:last минувшей=0:last минувшую=0:last минувшем=0:last минувшего=0:last "
    "прошедший=0:last прошедшую=0:last прошедшей=0:last",
    "c": "последние=0:many последних=0:many последний=0:many последнюю=0:many последнее=0:many "
    "минувшие=0:many прошедшие=0:many",
    "X": "следующий=0:coming следующей=0:coming следующую=0:coming следующем=0:coming "
    "будущей=0:coming будущем=0:coming ближайшие=0:coming",
    "C": "этот эту этой этом этого это текущей текущем текущего нынешнего",
    "k": "несколько",
    "l": "начале начала середине конце=0:end конца=0:end начало конец=0:end",
    "h": "ночь=0:night утром днем вечером утра вечера ночью=0:night ночи=0:night утро вечер "
    "на_рассвете полдень",
    "U": "день=1:day дня=0:day дней=0:day дни=0:day сутки=1:day суток=1:day неделя=1:week "
    "неделю=1:week неделе=1:week недели=0:week недель=0:week месяц=1:month месяце=1:month "
    "месяца=1:month месяцев=0:month лет=0:year час=1:hour часа=0:hour часов=0:hour часы=0:hour "
    "минут=0:minute выходные=1:weekend выходных=1:weekend",
    "K": "один=1 одну=1 два=2 две=2 двое=2 трое=3 три=3 четыре=4 пять=5 шесть=6 семь=7 восемь=8 "
    "девять=9 десять=10",
    "*": "весной=3 летом=6 осенью=9",
    "$": "прошлом_году=-1:year прошлого_года=-1:year этом_году=0:year этого_года=0:year "
    "нынешнем_году=0:year текущего_года=0:year текущем_году=0:year следующем_году=1:year "
    "будущем_году=1:year минувшем_году=-1:year",
    "y": "году года год г",
}

FOREIGN = {"fr": _FRENCH, "de": _GERMAN, "es": _SPANISH, "tr": _TURKISH, "ru": _RUSSIAN}

# What stands behind or around a weekday or a month, and makes one word with it.
_DAY_TAILS = {
    "de": "morgen fruh vormittag mittag nachmittag abend nacht".split(),
    "tr": "gunu gunku gununden gunune aksami gecesi sabahi den dan ye ya nin'den".split(),
}
_CASES = {
    "понедельник": "понедельника понедельнику понедельником понедельнике",
    "вторник": "вторника вторнику вторником вторнике",
    "среда": "среду среды среде средой",
    "четверг": "четверга четвергу четвергом четверге",
    "пятница": "пятницу пятницы пятнице пятницей",
    "суббота": "субботу субботы субботе субботой",
    "воскресенье": "воскресенья воскресенью воскресеньем",
}


def foreign_entries(language: str) -> Iterator[tuple[str, str, int, str]]:
    """(word, code, number, tag) of the small words of a language; earlier entries win."""
    for code, entries in FOREIGN.get(language, {}).items():
        for entry in entries.split():
            match = re.fullmatch(r"(.+?)(?:=(-?\d+))?(?::(\w+))?", entry)
            if match is not None:
                yield match[1].replace("_", " "), code, int(match[2] or 0), match[3] or ""
    if language == "de":
        yield from _german_parts()


def _german_parts() -> Iterator[tuple[str, str, int, str]]:
    """Heute Morgen, gestern Abend: one word, because "morgen" alone is tomorrow."""
    away = {"heute": 0, "gestern": -1, "vorgestern": -2, "morgen": 1}
    for (day, number), tail in product(away.items(), _DAY_TAILS["de"]):
        if (day, tail) not in {("heute", "nacht"), ("morgen", "morgen")}:
            yield f"{day} {tail}", "J", number, ""


def forms_of_day(language: str, name: str) -> Iterator[str]:
    """Other forms of the name of a weekday: Mittwochabend, pazartesi günü, субботу."""
    if language == "ru":
        yield from _CASES.get(name, "").split()
    elif language == "de" and name.isalpha():
        for tail in _DAY_TAILS["de"]:
            yield from (name + tail, f"{name} {tail}")
    elif language == "tr" and name.isalpha():
        for tail in _DAY_TAILS["tr"]:
            yield f"{name} {tail}" if len(tail) > 3 else name + tail


def forms_of_month(language: str, name: str) -> Iterator[str]:
    """Other forms of the name of a month: temmuz ayında, temmuzda."""
    if language == "tr" and name.isalpha():
        for tail in "ayi ayinda ayinin ayindan ayinda'ki ayindaki".split():
            yield f"{name} {tail}"
        for tail in "da de ta te in un".split():
            yield name + tail
