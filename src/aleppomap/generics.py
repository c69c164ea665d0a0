"""Generic terms: the words inside names that say what sort of thing is named.

Toponymy parts a name into a generic ("camp", مخيم, Lager) and a specific ("Nayrab").
A generic is one word in every language and may stand before or after the specific, so
"camp de Neirab", "Nayrab Kampı" and مخيم النيرب are one name once the specific is known.
One line a term and language group, in folded form; inflected forms are listed.
"""

from __future__ import annotations

import re
from functools import lru_cache

from aleppomap.fold import APOSTROPHES, UNMARKED, arabic_letters, is_arabic, latin_letters

_TERMS = {
    "airport": "airport aeroport aeropuerto flughafen havaalani havalimani havaalaninda"
    " havalimaninda аэропорт аэропорта аэропорту аэропорте аэропортом مطار aeroporto",
    "airbase": "airbase airfield militarflughafen luftwaffenstutzpunkt авиабаза авиабазу авиабазы"
    " авиабазе аэродром аэродрома аэродрому аэродроме aerodrome aerodromo",
    "military": "military militaire militar askeri военный военного военному военном"
    " عسكري عسكريه militare",
    "air": "air aerienne aerien aerea aereo hava جوي جويه",
    "base": "base basis ussu база базу базы базе قاعده",
    "barracks": "barracks barrack caserne kaserne cuartel kislasi kisla казарма казармы казарм"
    " казармах ثكنه caserma",
    "academy": "academy academie akademie academia akademisi академия академию академии اكاديميه",
    "college": "college faculty school ecole schule escuela fakultesi okulu училище колледж كليه"
    " مدرسه школа школу школы школе scuola",
    "university": "university universite universitat universidad universitesi universitesinde"
    " университет университета университету университете جامعه universita",
    "hospital": "hospital hopital krankenhaus klinik hastane hastanesi hastanesinde hastanesine"
    " больница больницу больницы больнице госпиталь госпиталя госпитале مستشفي مشفي hospitals"
    " klinikum ospedale clinic",
    "prison": "prison jail gefangnis carcel prision cezaevi hapishanesi тюрьма тюрьму тюрьмы тюрьме"
    " سجن prigione zentralgefangnis",
    "central": "central centrale zentral merkez merkezi центральный центральная центральную"
    " центральной مركزي",
    "camp": "camp camps lager fluchtlingslager campo campamento kampi kampinda kampina kamp лагерь"
    " лагеря лагере лагерю мухаим мухайям mukhayyam مخيم campi",
    "refugees": "refugee refugees refugies fluchtlinge refugiados multeci беженцев لاجئين",
    "roundabout": "roundabout circle rotary rondpoint giratoire kreisverkehr kreisel rotonda"
    " glorieta kavsagi kavsak развязка кольцо دوار مستديره",
    "street": "street rue strasse calle cadde caddesi caddesinde sokagi улица улицу улицы улице"
    " شارع via",
    "road": "road highway motorway autoroute route landstrasse autobahn carretera autopista"
    " yolu otoyolu yolunda трасса трассу трассы трассе дорога дорогу дороги дороге шоссе"
    " طريق اوتستراد اتوستراد اوستراد اتستراد اوتوستراد strada",
    "square": "square place platz plaza meydani meydan площадь площади ساحه piazza",
    "bridge": "bridge pont brucke puente koprusu мост моста мосту جسر",
    "gate": "gate bab porte tor puerta kapisi kapi баб ворота ворот باب بوابه porta",
    "crossing": "crossing corridor passage ubergang cruce paso gecidi gecis kapi переход"
    " перехода коридор معبر ممر passo checkpoint",
    "station": "station gare bahnhof estacion istasyonu gari вокзал вокзала станция станции محطه",
    "cemetery": "cemetery graveyard cimetiere friedhof cementerio mezarligi кладбище кладбища"
    " مقبره cimitero",
    "park": "park parc parque parki парк парка парке حديقه garden gardens jardin jardins garten"
    " jardines parco",
    "stadium": "stadium stade stadion estadio stadyumu stadi стадион стадиона стадионе ملعب استاد",
    "museum": "museum musee museo muzesi музей музея متحف",
    "mosque": "mosque mosquee moschee mezquita camiye camii camisi cami мечеть мечети جامع مسجد moschea",
    "church": "church eglise kirche iglesia kilise kilisesi церковь церкви كنيسه chiesa cathedral"
    " cathedrale kathedrale catedral katedrali собор собора كاتدرائيه",
    "market": "market souq souk souks souqs suq souqs marche markt mercado zoco zocos carsisi carsi"
    " базар рынок рынка рынке سوق اسواق pazari",
    "hotel": "hotel oteli otel отель отеля гостиница гостиницы فندق اوتيل albergo",
    "citadel": "citadel citadelle zitadelle ciudadela kalesi kale цитадель цитадели крепость"
    " крепости قلعه cittadella castle",
    "village": "village villages dorf pueblo aldea koyu koy деревня деревни деревне деревню"
    " قريه villaggio town بلده",
    "housing": "housing masaken masakin logements wohnblocks viviendas konutlari jilmassiv"
    " مساكن سكن اسكان residential dormitories",
    "industrial": "industrial industrielle industriel industriegebiet sanayi промышленный"
    " промышленная промышленной промышленную промзона промзоны صناعيه صناعي industriale",
    "zone": "zone area zona bolgesi gebiet зона зоны зону зоне منطقه estate",
    "district": "district neighbourhood neighborhood quarter quartier viertel stadtviertel"
    " stadtteil bezirk barrio mahallesi mahalle mahallesinde mahallesine mahallesini квартал"
    " квартала квартале кварталу район района районе району حي quartiere suburb ضاحيه faubourg",
    "project": "project projet projekt proyecto projesi проект проекта مشروع complex",
    "apartments": "apartment apartments appartements wohnungen apartamentos daire شقه شقق",
    "factory": "factory plant usine fabrik fabrica fabrikasi завод завода заводе معمل مصنع works",
    "brigade": "brigade brigada tugayi tugay бригада бригады لواء regiment فوج regimiento",
    "orphanage": "orphanage orphelinat waisenhaus orfanato yetimhanesi приют ميتم",
    "pumping": "pumping ضخ pompage pompa",
    "water": "water مياه eau wasser agua",
    "garage": "garage garages كراج كراجات garaji",
    "hill": "hill hills colline hugel colina tepesi tepe холм холма تله",
    "mount": "mount mountain mont berg monte jabal jebel djebel dagi гора горы جبل gabal",
    "farms": "farms farm fermes farmen granjas ciftlikleri фермы ферм مزارع",
    "association": "association society associations جمعيه gesellschaft asociacion dernegi",
    "sheikh": "sheikh szejk shaykh sheik shaikh cheikh cheik scheich jeque seyh sex шейх шейха شيخ"
    " sceicco",
    "old": "old ancient vieille vieux vieil ancienne alte altes vieja viejo antigua eski старый"
    " старая старого старом старой старую qadima qadimah qadimeh qadime kadima kadime kadimeh atiqa قديمه قديم historic historique",
    "new": "new nouvelle nouveau nouvel neue neu nueva nuevo yeni новый новая новое нового новом"
    " новой новую nuova جديده jadida jadideh jadida yadida jedideh cedide",
    "city": "city cite ciudad stadt sehri sehir sehrinde город города городе городу citta"
    " مدينه town ville",
    "aleppo": "aleppo alep alepo halep haleb halab heleb aleppos алеппо халеб حلب",
    "east": "east eastern orientale oriental ost ostlich dogu восточный восточная"
    " восточного восточном sharqi sharqiya شرقي شرقيه",
    "west": "west western ouest occidentale occidental westlich oeste bati западный западная"
    " западного западном gharbi gharbiya غربي غربيه",
    "north": "north northern nord norden norte kuzey северный северная северного северном"
    " shamali شمالي شماليه",
    "south": "south southern sud suden guney южный южная южного южном janoubi جنوبي جنوبيه",
}

DIRECTIONS = frozenset({"east", "west", "north", "south"})
"""Terms that are a part of a name, or say on which side of another thing a place lies."""

LEADING = DIRECTIONS | {"new"}
"""Terms that in lower case before a name are plain adjectives ("new Aleppo talks")."""

FIXED = frozenset({"sheikh", "mount", "hill"})
"""Terms that keep their place before the specific."""

OF = frozenset("of de du des del della di d von vom der".split())
"""Words that may stand between a generic and its specific."""


_ENDING = re.compile(
    rf"(?<=\w{{4}})[{APOSTROPHES}](?:[dt][ae]n?|n?[dt][ae]n?|[ny]?[ae]|n?[ıiuü]n)$"
)
"""Turkish cases behind a name: Kavşağı'nda."""


def _folded(word: str) -> str:
    if not is_arabic(word):
        return latin_letters(_ENDING.sub("", word).translate(UNMARKED))
    letters = arabic_letters(word)
    return letters[2:] if letters.startswith("ال") and len(letters) >= 5 else letters


_OF_WORD = {_folded(word): term for term, words in _TERMS.items() for word in words.split()}


def term_of(letters: str) -> str | None:
    """The generic term of a folded word (Arabic letters without the article), or None."""
    return _OF_WORD.get(letters)


@lru_cache(maxsize=1 << 16)
def generic_of(token: str) -> str | None:
    """The generic term of a word as it is written, or None."""
    return _OF_WORD.get(_folded(token))
