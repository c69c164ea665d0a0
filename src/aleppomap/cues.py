"""Words that tell what a name beside them means: heads, groups, persons, lists, speech.

One table a cue, one line a language, in folded form (lower-case Latin letters, Arabic
letters without marks). General words of each language only; no sentence of any text.
"""

from __future__ import annotations

import re
from functools import lru_cache

from aleppomap.fold import APOSTROPHES, UNMARKED, arabic_letters, is_arabic, latin_letters

_ELISION = re.compile(rf"^[dlDL][{APOSTROPHES}](?=\w\w)")
_ENDING = re.compile(rf"(?<=\w\w)[{APOSTROPHES}]\w{{1,5}}$")


def _words(*lines: str) -> frozenset[str]:
    return frozenset(folded(word) for line in lines for word in line.split())


@lru_cache(maxsize=1 << 16)
def folded(token: str) -> str:
    """A token in the form in which cue words are compared; what follows an apostrophe, as
    in Turkish or in "Sunday's", is left out."""
    if is_arabic(token):
        return arabic_letters(token)
    return latin_letters(_ENDING.sub("", _ELISION.sub("", token)).translate(UNMARKED))


HEADS = _words(
    "neighbourhood neighbourhoods neighborhood neighborhoods district districts quarter quarters",
    "suburb suburbs area areas enclave pocket street front frontline frontlines roundabout",
    "square housing sector sectors block blocks camp gate crossing subdistrict residents",
    "corridor corridors checkpoint",
    "حي الحي حيي حيا احياء الاحياء بحي وحي لحي باحياء واحياء لاحياء منطقه مناطق بمنطقه ضاحيه",
    "دوار جبهه جبهات مساكن شارع معبر مخيم ساحه محور محاور محيط اطراف حاره سكان اهالي مدخل",
    "quartier quartiers banlieue zone rue faubourg secteur faubourgs quartieri",
    "viertel vierteln stadtvierteln bezirken vororten ortsteil stadtviertel bezirk bezirke",
    "stadtteil stadtteile stadtteilen vorort vororte gegend",
    "strasse barrio barrios distrito distritos zona suburbio calle sector vecindario arrabal",
    "mahalle mahallesi mahalleleri mahallesinde mahallesine semt semti semtleri bolge bolgesi",
    "bolgesinde ilcesi semtinde caddesi caddesine caddesinde caddesinin tarafi tarafinda tarafina mahallesinin kavsaginda mahallelerinde mahallelerine taxa taxen",
    "квартал квартала квартале кварталы кварталов кварталах район района районе районы районов",
    "районах улица улице пригород предместье",
)
"""Head nouns: the name beside one of these is a part of a town."""

PLURAL_HEADS = _words(
    "neighbourhoods neighborhoods districts quarters suburbs areas fronts sectors",
    "احياء الاحياء باحياء واحياء لاحياء حيي مناطق المناطق جبهات محاور بمناطق",
    "quartiers stadtteile stadtteilen bezirke viertel viertels vororte barrios distritos",
    "mahalleleri mahallelerinde mahallelerine semtleri semtlerinde кварталы кварталов кварталах",
    "кварталам районы районов районах районам",
)

PREPOSITIONS = _words(
    "in at near from to into around inside through across towards toward over outside of on",
    "between beside within nearby neighbouring neighboring adjacent",
    "في من الى علي قرب باتجاه داخل شرق غرب شمال جنوب بين نحو ومن والي وفي وعلي وقرب عند عبر",
    "a dans pres vers depuis sur de contre en bei aus nach auf von um gegen cerca hacia sobre",
    "desde contra hasta в на из под к около близ",
)

PLACE_VERBS = _words(
    "entering entered storming stormed seized captured retook recaptured hit hitting struck",
    "striking bombed bombing shelled shelling bombarded targeted targeting leaving left fled",
    "fleeing reached reaching attacked besieged evacuated took taking lost held controlled",
    "regained cleared",
    "repris reprend pris prend quitte bombarde bombardent vise touche libere attaque befreit",
    "erobert bombardiert verlassen tomado tomaron recuperado recupero bombardeo bombardearon",
    "abandono освободила освободили обстреляли обстрелян заняла заняли взяли",
    "قصف قصفت استهدف استهدفت استهداف تعرض تعرضت دخل دخلت اقتحم اقتحمت سقط سقطت تحرير طال طالت",
)
"""Verbs before a name whose object is a place in such reports."""

TOWARDS = _words("to toward towards for الى الي نحو باتجاه vers nach hacia")
"""Before a city where somebody or something goes: what is told happens elsewhere."""

FROM = _words("from من اهالي مهجري نازحي ابناء أهل aus desde из people residents refugees")
"""Before a town that people come from."""

STRIKES = _words(
    "قصف غاره غارات برميل براميل قذائف قذيفه صاروخ صواريخ استهداف اشتباكات جبهه قصفت القاء",
    "assault offensive attack attacks raid raids airstrike airstrikes strikes shelling bombardment",
    "clashes fighting assaut offensive bombardement bombardements frappes raids combats tirs",
    "angriff angriffe beschuss kampfe luftangriff luftangriffe ataque ataques ofensiva bombardeo",
    "bombardeos combates saldiri saldirisi saldirilar bombardiman catisma catismalar обстрел",
    "обстрелы",
    "обстрела штурм бои удар удары авиаудар",
    "القصف الغارات البراميل القذائف الصواريخ الاشتباكات سقوط طيران الطيران",
    "بالبراميل بالصواريخ بالقذائف",
)
"""Words for an attack before a name, where a script has no capitals to show the name."""

HAPPENS = _words(
    "bombed shelled hit struck bombarded captured recaptured retaken besieged attacked targeted",
    "quiet under fell burned emptied cleared evacuated للقصف لقصف لغارات القصف قصفت",
    "قصف مظاهره اشتباكات غاره غارات مجزره تشييع دمار الدمار اثار سقوط استهداف تتعرض يتعرض",
)
"""After a name: what is said of places in such reports."""

LOCALS = _words(
    "ثوار احرار شباب ابطال حرائر مظاهره مظاهرات مسائيه مجزره مداخل شوارع سماء تحرير اقتحام حصار",
    "قناص قناصه معارك اسواق ابنيه تنسيقيه كراج مفرق نازحي مهجري",
)
"""Directly before a name: who is of a part of town, or what is told of one in headlines."""

GROUPS = _words(
    "brigade brigades battalion battalions division movement army regiment militia militias",
    "group faction liwa katiba kataib jabhat jaish jaysh harakat ahfad ahrar ansar coalition",
    "لواء كتيبه كتائب حركه جيش فوج تجمع فرقه سرايا الويه ولواء وكتيبه وحركه",
    "bataillon mouvement armee milice brigada batallon milicia tugay tugayi taburu bewegung",
    "бригада бригады батальон движение группировка ополчение отряд отряда отряды бригаде",
    "формирование формирования имени",
)
"""Armed groups, units and movements: a name beside one of these is theirs."""

FACILITIES = _words(
    "hospital hospitals school clinic mosque bakery university church hotel station plant",
    "stadium club company institute museum madrasa",
    "مستشفي مشفي مدرسه جامع مسجد مخبز فرن جامعه كنيسه فندق محطه ملعب نادي شركه بمستشفي بمشفي",
    "hopital ecole mosquee boulangerie eglise krankenhaus schule moschee klinik escuela mezquita",
    "iglesia hastane hastanesi okulu camii camisi kilisesi больница больнице школа мечеть церковь",
)
"""Buildings: "Sakhour hospital" is a building, not the whole of Sakhour."""

UNIVERSITIES = _words(
    "university universite universitat universidad جامعه университет universitesi"
)
"""What is called after its seat with "of" between, unlike a hospital."""

FIRMS = _words(
    "newspaper daily magazine channel agency radio tv trading brothers restaurant cafe shop store",
    "grill sweets pharmacy bank publishing publishers team cup prize league dam lake operation",
    "battle awards gallery mall",
    "صحيفه جريده مجله قناه وكاله اذاعه مطعم مقهي محل متجر صيدليه بنك دار فريق سد معركه كاس جائزه",
    "journal quotidien chaine restaurant zeitung tageszeitung sender periodico diario cadena",
    "gazetesi dergisi televizyonu kanali газета газеты телеканал ресторан",
    "film movie novel series album song filme roman pelicula novela fernsehserie dizisi romani",
    "фильм фильма фильме роман романа сериал песня فيلم روايه مسلسل اغنيه agence agentur agencia",
    "ajansi агентство agenzia имени باسم المسمي",
)
"""Firms, newspapers and other things that are named like a quarter."""

YEAR_BEFORE = _words(
    "in of since year by around عام سنه en an annee im jahr ano yil yilinda в году"
)
"""Before a number that is a year."""

MOVES = _words(
    "retreat retreated retreating withdrew withdraw withdrawn withdrawal fled flee fleeing advance",
    "advanced advancing moved moving headed heading spread marched displaced reached repli replies",
    "replier fui fuir avance avancer vorgeruckt geflohen zogen ruckten ruckzug huyeron retirada",
    "avanzaron انسحب انسحبوا انسحبت انسحاب نزح نزحوا نزحت توجه توجهوا تتجه فروا تقدم تقدمت تمتد",
    "отошли отступили бежали продвинулись cekildi ilerledi kacti",
)
"""Before "to" and a name: movements that end in a place, not at a person."""

MONTHS = _words("month months mois monat mes ayi شهر شهري месяц месяце")
"""Before a name: it is a month's."""

BUILT = _words(
    "field sports medical secondary primary charity surgical maternity military football social",
    "power electric electricity health elementary high girls boys children childrens media",
    "press cultural trading exchange bus railway",
)
"""Adjectives between a name and the building or club that it names."""

SOURCES = _words(
    "source sources مصدر مصادر quelle quellen source fuente fuentes kaynak kaynaklar kaynaklari",
    "источник источники источников источника official officials مسوول مسوولون مسوولين",
)
"""Before an office, these say that it is quoted."""

CALLED = _words("called named nomme nommee appele genannt namens llamado llamada adli назван")
"""Before a name that something is given, unless it is a part of town that is so called."""

ROLES = _words(
    "cleric preacher commander fighter officer lawyer doctor physician nurse teacher journalist",
    "activist spokesman spokeswoman leader author writer poet singer actor actress artist driver",
    "farmer businessman merchant trader student professor engineer minister mp lawmaker judge",
    "official rebel footballer player boxer athlete chef film musician historian mufti bishop",
    "general colonel captain sheikh father mother man woman boy girl resident refugee rapper",
)
"""After a name and ", a": the name is a person's."""

MONTH_PARTS = _words("الاول الثاني اول ثاني")
"""After تشرين: the months October and November."""

TOWNS = _words(
    "town city province governorate oasis مدينه محافظه بلده ville province gouvernorat stadt",
    "provinz ciudad provincia sehri kenti ili город города городе провинция провинции",
)
"""Before a name, these make it a town of its own."""

MEETS = _words("with from by about against for مع من عن ضد avec par contre mit von gegen con por")
"""Words that stand before persons as well as before places."""

HISTORY = _words(
    "century centuries dynasty sultan sultans caliph caliphs emir emirs ottoman ottomans mamluk",
    "ayyubid ayyubids hamdanid umayyad umayyads abbasid abbasids crusader crusaders byzantine",
    "byzantines byzantin bizantina bizantino berber mongol mongols poet reign reigned conquest",
    "القرن السلطان الخليفه",
    "العثماني العثمانيه الايوبي المماليك الحمداني الشاعر siecle jahrhundert siglo",
    "madrasa patron court courtiers ruler rulers yuzyil yuzyilda век века веке султан эмир",
)
"""Words of history, where Saladin is the sultan."""

_COUNTRY_STEMS = {
    "Iraq": "iraq irak العراق عراقي",
    "Iran": "iran ايران",
    "Egypt": "egypt agypt egipt egipto misir مصر المصري",
    "Lebanon": "leban liban livan lubnan لبنان اللبناني",
    "Palestine": "palestin israel filistin فلسطين اسرائيل",
    "Libya": "libya libyen liviy livii ليبيا الليبي",
    "Kuwait": "kuwait koweit kuveyt kuveit الكويت كويتي",
    "Sudan": "sudan soudan khartoum السودان الخرطوم",
    "Jordan": "jordan urdun iordan الاردن",
    "Spain": "gibraltar spain spanish spanien espagn iberia ispani قرطبه غرناطه اسبانيا",
    "Morocco": "morocc maroc marokk marruecos المغرب",
    "Tunisia": "tunis تونس",
    "Algeria": "algeri argelia cezayir الجزائر",
    "Switzerland": "switzerl swiss suisse schweiz suiza isvicre سويسرا",
}
_STEMS = {
    folded(stem): country for country, stems in _COUNTRY_STEMS.items() for stem in stems.split()
}
COUNTRIES = frozenset(_COUNTRY_STEMS)
"""Countries that have places of the same names as Aleppo."""


@lru_cache(maxsize=1 << 16)
@lru_cache(maxsize=1 << 16)
def country_of(word: str) -> str | None:
    """The country that a folded word names, or whose people or things it speaks of."""
    return next((_STEMS[word[:n]] for n in range(len(word), 2, -1) if word[:n] in _STEMS), None)


_PROVINCES = {
    "Damascus": "Harasta;Douma;Jobar;Eastern Ghouta;Daraya;Moadamiyeh;Zabadani;Madaya;Yarmouk camp"
    ";Ashrafiyat Sahnaya;Wadi Barada;Midan district of Damascus;Marjeh Square of Damascus"
    ";Hamidiyeh souq of Damascus;Umayyad Mosque of Damascus",
    "Homs": "Rastan;Talbiseh;Houla;Qusayr;Baba Amr;Khalidiya district of Homs;Palmyra"
    ";Zahraa district of Homs",
    "Hama": "Morek;Salamiyah",
    "Idlib": "Saraqib;Taftanaz;Binnish;Ariha;Maarat al-Numan;Khan Sheikhoun;Kafranbel;Sarmada"
    ";Jisr al-Shughur;Foua;Kefraya;Abu al-Duhur air base",
    "Afrin": "Shahba canton",
}
PROVINCES = {label: city for city, labels in _PROVINCES.items() for label in labels.split(";")}
"""The provincial capital of a smaller town, by the labels of elsewhere.tsv."""

TITLES = _words(
    "mr mrs ms dr general colonel captain commander president minister professor prof sir",
    "spokesman spokeswoman abu umm um ibn bin bint ould activist journalist resident",
    "ambassador sultan caliph emir prince king imam poet writer philosopher",
    "السيد الدكتور العقيد اللواء العميد القائد الوزير الرئيس الناشط الصحفي المدعو ابو ام الشاعر",
    "السلطان الخليفه الامام المقاتل الطفل الشهيد الدكتوره القيادي الاعلامي المراسل",
    "monsieur madame docteur colonel sultan calife herr frau senor senora doctor bay bayan",
    "sehit komutan general господин генерал полковник командир султан",
)
"""Before a name, these make it a person."""

GIVEN_NAMES = _words(
    "muhammad mohammad mohammed mohamed mohamad mahmoud mahmud ahmad ahmed ali omar umar hassan",
    "hasan hussein husayn hussain ibrahim khaled khalid mustafa youssef yusuf abdullah abdul",
    "abdulrahman abdelrahman abdulkarim bashar samir nasser nabil amer ammar anas bilal fadi",
    "ghassan hani imad jamal kamal karim louay maher malek mazen murad omran rami riad salim",
    "sami tariq walid yasser zakaria zaher jaber hossein fatima mariam hossam husam houssam bassam",
    "issam isam wissam abdallah abdel abdulaziz adnan afif akram alaa amin amir anwar aref asad",
    "assad ayman aziz badr bahaa basel bassel bilal burhan diaa eyad iyad fahd faisal farid fares",
    "faris fawaz fayez firas ghazi habib hadi haitham haytham hamza hazem hind hisham imran ismail",
    "issa jihad khalil laila layla lina maan mahdi majed mamdouh manal marwan maya maysa mounir",
    "munir nabih nada nadia nadim naji najib nizar nour noor nora nouri obeida odai okba osama",
    "usama othman rabih rached rafiq rafik raghad raid raed ramez ramzi rana rashid rasha reem",
    "rima rula saad sabri sadeq safwan sahar saleh salma salwa sameh samar samira sana sara",
    "shadi shaker sharif soad souad suad suhail suhair suleiman taha taher tamer tarek taysir",
    "wael wafa wajih yahya yaman yazan yunus zaid ziad zein ammo hala hanan huda iman lama",
    "mehmet ahmet mustafa huseyin ibrahim yusuf jean pierre michel georges george elias paul",
    "حسام بسام عصام وسام عدنان اكرم علاء امين امير انور عارف اسعد ايمن عزيز بدر باسل برهان اياد",
    "فهد فيصل فريد فارس فواز فايز فراس غازي حبيب هادي هيثم حمزه حازم هشام عمران اسماعيل عيسي",
    "جهاد خليل ليلي لينا معن مهدي ماجد مروان منير ندي ناديه ناجي نجيب نزار نور عثمان رابح رفيق",
    "رامز رمزي رنا رشيد ريم سعد صبري صادق صفوان صالح سلمي سمر ساره شادي شاكر شريف سعاد سهيل طاهر",
    "تامر طارق تيسير وائل وفاء يحيي يزن يونس زيد زياد هاله حنان هدي ايمان محمود عبدالرحمن",
    "محمد عبدالكريم عبدالله اسامه يوسف زكريا جورج الياس بولس حنا",
    "محمد احمد محمود عمر حسن حسين ابراهيم خالد مصطفي يوسف عبدالله عبد بشار سمير ناصر نبيل",
    "عمار انس بلال فادي غسان هاني عماد جمال كمال كريم ماهر مالك مازن رامي رياض سليم سامي وليد",
)

SPEECH = _words(
    "said says told tells added wrote writes tweeted explained argued denied warned",
    "preached prayed negotiated sang studied signed visited met resigned died married praised",
    "appealed believes thinks spoke recalls recalled remembers insisted admitted promised",
    "قال قالت واضاف اضاف صرح اوضح كتب declare dit affirme selon sagte erklarte dijo afirmo dedi",
    "declara indique annonce rapporte teilte meldete berichtete erklart berichtet aseguro informo",
    "declaro anuncio senalo afirma dice asegura bildirdi acikladi сообщили заявили сообщает заявила",
    "اعلن اعلنت افاد افادت ذكر ذكرت اكد اكدت نفى نفت announced announces reported denies",
    "soyledi soyadli sozcu sozcusu spokesman spokeswoman сказал заявил сообщил",
)
"""After a name, these make it a person or an agency."""

RULERS = _words(
    "امير والي حاكم محافظ قائد ملك صاحب رئيس مفتي شيخ نائب مطران اتابك سلطان قاضي نقيب",
)
"""Before the city's name: the name after it is that of its ruler or head."""

PRONOUN_SPEECH = (
    r"\b(?:he|she|they|it)\s+(?:said|says|told|added|wrote|explained|continued)\b",
    r"\b(?:said|added|told)\s+(?:he|she|they)\b",
)
"""Speech whose speaker stands in the sentence before (patterns, case ignored)."""

GENERIC = _words(
    "old city town ancient walled center centre hospital school road street roundabout square",
    "prison central college academy military air airport airbase base force intelligence",
    "branch university dormitories park public cemetery camp district neighbourhood",
    "neighborhood industrial zone area project apartments housing youth gate hotel mosque",
    "church market souq bridge river station train railway power thermal plant cement factory",
    "research scientific technical artillery armament infantry brigade building palace tower",
    "municipal museum national stadium club citadel castle garden gardens new eastern western",
    "northern southern east west north south first second third fourth the of and stone quarry",
    "international highway motorway water pumping orphanage association society village",
    "paradise bomb bombs seat gardens palace custom customs officers officer blocks block",
    "ville vieille vieil vieux ancienne cite hopital ecole rue route place prison academie",
    "militaire aeroport aerienne base universite parc camp quartier porte marche pont citadelle",
    "stade musee palais nouvelle nouvel zone industrielle villas rond point",
    "altstadt stadt alte neu neue krankenhaus schule strasse platz gefangnis flughafen zitadelle",
    "militarflughafen lager viertel tor markt brucke bahnhof universitat industriegebiet",
    "ciudad vieja casco antiguo hospital escuela calle carretera plaza carcel aeropuerto militar",
    "ciudadela campo barrio puerta mercado puente estacion universidad nueva parque industrial",
    "eski sehir sehri hastane hastanesi okulu cadde caddesi yolu meydan meydani cezaevi askeri",
    "havaalani havalimani kale kalesi kampi mahallesi kapisi carsi carsisi kopru universitesi",
    "yeni sanayi bolgesi hava ussu merkez hapishanesi kavsagi",
    "старый новый старая новая город города больница школа улица дорога площадь тюрьма аэропорт",
    "аэродром авиабаза военный военная цитадель крепость лагерь квартал ворота рынок мост вокзал",
    "университет парк промышленная зона академия училище завод citta vecchia",
)
"""Ordinary words inside names: taken only as they are spelled, never by sound."""

JOINERS = _words(
    "and or plus as well including namely et ou und oder sowie y e o ve ile veya a also u",
    "و او وكذلك и или",
)
"""Between two items of a list."""

STRIKE_ON_BASE = _words(
    "aircraft warplanes jets helicopters helicopter runway airbase base flights airfield",
    "الطيران مطار مروحيات طائرات مدرج",
)
REFUGEES = _words("refugee refugees palestinian palestinians camp لاجئين الفلسطينيين مخيم")

GATES = _words(
    "gate gates gateway arch arches portal moat بوابه البوابه بوابات ابواب الابواب السور porte",
    "portes porta tor tore stadttor puerta puertas kapi kapisi surlar ворота ворот arco mauer",
    "wall walls rampart ramparts tower towers mamluk ayyubid ottoman inscription caravan pilgrims",
    "اسوار الاسوار سور برج ابراج مملوكي ايوبي عثماني خارج وخارج نقش muraille murailles remparts",
    "franchit franchir stadtmauer mauern offnet muralla murallas surlarin kervan hac kafilesi",
    "стены стена башня",
)
"""Words that speak of a gate itself, not of the quarter that is named after it."""
