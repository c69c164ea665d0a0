"""The words for what a report holds, in English and Arabic: kinds, voices, hedges, figures.

One table each, one row a value, keyed by the values of ``model``. The words take no side:
a claimant is called what it calls itself or what it is, and a kind names what is said to
have happened, not who did it.
"""

from __future__ import annotations

from collections.abc import Mapping

Pair = tuple[str, str]
"""English, Arabic."""

KINDS: Mapping[str, Pair] = {
    "air_strike": ("air strike", "غارة جوية"),
    "shelling": ("shelling", "قصف"),
    "bombing": ("bombing", "تفجير"),
    "ground_fighting": ("ground fighting", "قتال بري"),
    "control_change": ("change of control", "تغيّر السيطرة"),
    "killing_abuse": ("killing or abuse", "قتل أو انتهاك"),
    "chemical": ("chemical agent", "مادة كيميائية"),
    "displacement": ("displacement", "نزوح"),
    "siege_aid": ("siege or aid", "حصار أو مساعدات"),
    "medical_facility_hit": ("medical facility hit", "إصابة منشأة طبية"),
    "heritage_damage": ("heritage damaged", "ضرر بالتراث"),
    "protest": ("protest", "احتجاج"),
    "statement": ("statement", "تصريح"),
    "daily_life": ("daily life", "حياة يومية"),
    "other": ("other", "غير ذلك"),
}

VOICES: Mapping[str, Pair] = {
    "un": ("United Nations", "الأمم المتحدة"),
    "ngo": ("non-governmental organisation", "منظمة غير حكومية"),
    "monitor": ("monitoring group", "جهة رصد"),
    "resident": ("resident", "أحد السكان"),
    "government": ("Syrian authorities", "السلطات السورية"),
    "foreign_government": ("foreign government", "حكومة أجنبية"),
    "armed_group": ("armed group", "جماعة مسلحة"),
    "media": ("media, or the article itself", "وسيلة إعلام أو المقال نفسه"),
    "medical": ("medical staff", "طاقم طبي"),
    "other": ("other", "غير ذلك"),
}
"""Sorts of claimants; where nobody is named, the article speaks, and counts as media."""

VERIFICATIONS: Mapping[str, Pair] = {
    "single": ("one source", "مصدر واحد"),
    "corroborated": ("told by several sources", "روته مصادر عدة"),
    "contested": ("sources disagree", "المصادر مختلفة"),
}

HEDGES: Mapping[str, Pair] = {
    "": ("according to {who}", "بحسب {who}"),
    "said": ("said by {who}", "بحسب قول {who}"),
    "reported": ("reported by {who}", "خبر بحسب {who}"),
    "alleged": ("alleged by {who}", "ادعاء بحسب {who}"),
    "feared": ("feared by {who}", "مخاوف بحسب {who}"),
    "denied": ("denied by {who}", "نفي صادر عن {who}"),
}
"""How a claim is put, by hedge; the empty one where the article gives none."""

UNNAMED: Mapping[str, Pair] = {
    "": ("in the article's own voice", "بصوت المقال نفسه"),
    "said": ("said, nobody named", "قيل، دون تسمية أحد"),
    "reported": ("reported, nobody named", "ورد، دون تسمية أحد"),
    "alleged": ("alleged, nobody named", "ادعاء، دون تسمية أحد"),
    "feared": ("feared, nobody named", "مخاوف، دون تسمية أحد"),
    "denied": ("denied, nobody named", "نفي، دون تسمية أحد"),
}
"""The same where no claimant is named."""

FIRMNESS: Mapping[str, Pair] = {
    "": ("stated without more", "دون تحفظ"),
    "said": ("said", "قول"),
    "reported": ("reported", "خبر"),
    "alleged": ("alleged", "ادعاء"),
    "feared": ("feared", "مخاوف"),
    "denied": ("denied", "نفي"),
}
"""The hedges by themselves, for counting them."""

PRECISIONS: Mapping[str, Pair] = {
    "day": ("to the day", "باليوم"),
    "range": ("a range", "مدة أيام"),
    "until": ("up to a day", "حتى يوم معيّن فقط"),
    "since": ("since a day", "منذ يوم معيّن فقط"),
    "week": ("to the week", "بالأسبوع"),
    "month": ("to the month", "بالشهر"),
    "year": ("to the year", "بالسنة"),
    "unknown": ("undated", "بلا تاريخ"),
}
"""How exactly reports are dated."""

COUNTED: Mapping[str, Pair] = {
    "killed": ("killed", "القتلى"),
    "injured": ("injured", "الجرحى"),
    "displaced": ("displaced", "النازحون"),
    "women": ("women", "نساء"),
    "children": ("children", "أطفال"),
    "area": ("area", "المساحة"),
    "strikes": ("strikes", "الضربات"),
    "buildings": ("buildings", "المباني"),
    "families": ("families", "العائلات"),
    "people": ("people", "الأشخاص"),
    "bodies": ("bodies", "الجثث"),
    "fighters": ("fighters", "المقاتلون"),
    "shells": ("shells", "القذائف"),
    "distance": ("distance", "المسافة"),
}
"""What is counted; a value that is not here is shown as it is."""

UNITS: Mapping[str, Pair] = {
    "km2": ("km²", "كم²"),
    "km": ("km", "كم"),
    "m": ("m", "م"),
    "percent": ("%", "٪"),
    "tonnes": ("tonnes", "طن"),
}
"""Units that are written after a number; others say no more than what is counted."""

BOUNDS: Mapping[str, Pair] = {
    "exact": ("{low}", "{low}"),
    "low": ("at least {low}", "{low} على الأقل"),
    "high": ("up to {high}", "حتى {high}"),
    "both": ("{low} to {high}", "من {low} إلى {high}"),
}

_LABELS = """
ohchr|UN human rights office|مكتب الأمم المتحدة لحقوق الإنسان
commission-of-inquiry|UN commission of inquiry|لجنة التحقيق الدولية
unosat|UNOSAT|يونوسات
opcw|OPCW|منظمة حظر الأسلحة الكيميائية
unicef|UNICEF|اليونيسف
who|World Health Organization|منظمة الصحة العالمية
ocha|UN OCHA|مكتب الأمم المتحدة لتنسيق الشؤون الإنسانية
unhcr|UNHCR|مفوضية اللاجئين
wfp|World Food Programme|برنامج الأغذية العالمي
unesco|UNESCO|اليونسكو
undp|UNDP|برنامج الأمم المتحدة الإنمائي
un-habitat|UN-Habitat|موئل الأمم المتحدة
unrwa|UNRWA|الأونروا
un|United Nations|الأمم المتحدة
icrc|International Committee of the Red Cross|اللجنة الدولية للصليب الأحمر
sarc|Syrian Arab Red Crescent|الهلال الأحمر العربي السوري
msf|Médecins Sans Frontières|أطباء بلا حدود
hrw|Human Rights Watch|هيومن رايتس ووتش
amnesty|Amnesty International|منظمة العفو الدولية
save-the-children|Save the Children|منظمة أنقذوا الأطفال
phr|Physicians for Human Rights|أطباء من أجل حقوق الإنسان
sams|Syrian American Medical Society|الجمعية الطبية السورية الأمريكية
uossm|UOSSM|اتحاد منظمات الرعاية الطبية والإغاثة
norwegian-refugee-council|Norwegian Refugee Council|المجلس النرويجي للاجئين
syria-campaign|The Syria Campaign|حملة سوريا
rights-organisation|a rights organisation|منظمة حقوقية
aid-organisations|aid organisations|منظمات إغاثة
partners|partner organisations|منظمات شريكة
rescue-workers|rescue workers|عمال إنقاذ
researchers|researchers|باحثون
civil-defence|civil defence|الدفاع المدني
sohr|Syrian Observatory for Human Rights|المرصد السوري لحقوق الإنسان
snhr|Syrian Network for Human Rights|الشبكة السورية لحقوق الإنسان
vdc|Violations Documentation Center|مركز توثيق الانتهاكات
lcc|Local Coordination Committees|لجان التنسيق المحلية
airwars|Airwars|إيروورز
monitor|a monitoring group|جهة رصد
local-centre|a local documentation centre|مركز توثيق محلي
health-directorate|health directorate|مديرية الصحة
syrian-army|Syrian army|الجيش السوري
syrian-government|Syrian government|الحكومة السورية
aleppo-police|Aleppo police|شرطة حلب
aleppo-governorate|Aleppo governorate|محافظة حلب
airport-administration|airport administration|إدارة المطار
water-establishment|water establishment|مؤسسة المياه
water-company|water company|شركة المياه
electricity-company|electricity company|شركة الكهرباء
power-company|power company|شركة الكهرباء
railway|railway|السكك الحديدية
state-institution|a state institution|مؤسسة حكومية
education-directorate|education directorate|مديرية التربية
antiquities-directorate|antiquities directorate|مديرية الآثار
city-council|city council|مجلس المدينة
services-administration|services administration|إدارة الخدمات
local-council|local council|المجلس المحلي
snc|Syrian National Coalition|الائتلاف الوطني السوري
kurdish-administration|Kurdish administration|الإدارة الكردية
russian-mod|Russian Defence Ministry|وزارة الدفاع الروسية
russian-foreign-ministry|Russian Foreign Ministry|وزارة الخارجية الروسية
russia|Russia|روسيا
turkey|Turkey|تركيا
us|United States|الولايات المتحدة
pentagon|US Department of Defense|وزارة الدفاع الأمريكية
white-house|White House|البيت الأبيض
us-state-department|US State Department|وزارة الخارجية الأمريكية
eu|European Union|الاتحاد الأوروبي
uk|United Kingdom|المملكة المتحدة
france|France|فرنسا
germany|Germany|ألمانيا
iran|Iran|إيران
iraq|Iraq|العراق
israel|Israel|إسرائيل
saudi-arabia|Saudi Arabia|السعودية
qatar|Qatar|قطر
china|China|الصين
diplomat|a diplomat|دبلوماسي
sdf|Syrian Democratic Forces|قوات سوريا الديمقراطية
ypg|YPG|وحدات حماية الشعب
asayish|Asayish|الأسايش
kurdish-forces|Kurdish forces|قوات كردية
nusra-front|Nusra Front|جبهة النصرة
hts|Hayat Tahrir al-Sham|هيئة تحرير الشام
isis|ISIS|تنظيم الدولة الإسلامية
levant-front|Levant Front|الجبهة الشامية
fastaqim|Fastaqim|تجمع فاستقم
nour-al-din-al-zinki|Nour al-Din al-Zinki|حركة نور الدين الزنكي
ahrar-al-sham|Ahrar al-Sham|أحرار الشام
sham-legion|Sham Legion|فيلق الشام
fatah-halab|Fatah Halab|فتح حلب
free-aleppo-army|Free Aleppo Army|جيش حلب الحر
islamic-front|Islamic Front|الجبهة الإسلامية
jaish-al-islam|Jaish al-Islam|جيش الإسلام
liwa-al-tawhid|Liwa al-Tawhid|لواء التوحيد
liwa-al-quds|Liwa al-Quds|لواء القدس
sultan-murad|Sultan Murad|السلطان مراد
syrian-national-army|Syrian National Army|الجيش الوطني السوري
fsa|Free Syrian Army|الجيش السوري الحر
hezbollah|Hezbollah|حزب الله
nujaba|Nujaba|حركة النجباء
opposition|opposition|المعارضة
fighter|a fighter|مقاتل
sana|SANA|وكالة سانا
state-media|state media|الإعلام الرسمي
shaam-network|Shaam Network|شبكة شام
amc|Aleppo Media Center|مركز حلب الإعلامي
halab-news-network|Halab News Network|شبكة حلب نيوز
halab-today|Halab Today|حلب اليوم
step-news|Step News|وكالة ستيب
syria-tv|Syria TV|تلفزيون سوريا
qasioun|Qasioun|وكالة قاسيون
all4syria|All4Syria|كلنا شركاء
enab-baladi|Enab Baladi|عنب بلدي
orient|Orient|أورينت
hawar-news|Hawar News|وكالة هاوار
rudaw|Rudaw|رووداو
local-media|local media|وسائل إعلام محلية
opposition-page|an opposition page|صفحة معارضة
own-reporter|the outlet's own reporter|مراسل الجهة الناشرة
media|media|وسائل إعلام
journalist|a journalist|صحفي
reuters|Reuters|رويترز
afp|AFP|فرانس برس
ap|AP|أسوشيتد برس
dpa|dpa|وكالة الأنباء الألمانية
anadolu|Anadolu|الأناضول
xinhua|Xinhua|شينخوا
tass|TASS|تاس
ria|RIA|ريا نوفوستي
sputnik|Sputnik|سبوتنيك
bbc|BBC|بي بي سي
cnn|CNN|سي إن إن
al-jazeera|Al Jazeera|الجزيرة
al-arabiya|Al Arabiya|العربية
al-manar|Al-Manar|المنار
al-mayadeen|Al Mayadeen|الميادين
al-watan|Al-Watan|الوطن
washington-post|The Washington Post|واشنطن بوست
new-york-times|The New York Times|نيويورك تايمز
guardian|The Guardian|الغارديان
hospital|a hospital|مستشفى
medic|medical staff|طاقم طبي
resident|a resident|أحد السكان
abu|a resident|أحد السكان
teacher|a teacher|معلم
student|a student|طالب
activist|activists|ناشطون
clergy|clergy|رجل دين
expert|an expert|خبير
local-source|a local source|مصدر محلي
field-source|a field source|مصدر ميداني
sources|sources|مصادر
spokesperson|a spokesperson|متحدث
named-body|a body named in the text|جهة يسميها النص
"""


def _read_labels() -> dict[str, Pair]:
    rows = (line.split("|") for line in _LABELS.strip().splitlines())
    return {label: (english, arabic) for label, english, arabic in rows}


LABELS: Mapping[str, Pair] = _read_labels()
"""Claimants by ``claimant_id``; an id that is not here is shown with spaces for hyphens."""


def term(table: Mapping[str, Pair], key: str, lang: str) -> str:
    """The word for a value in ``en`` or ``ar``; a value without a row stands for itself."""
    pair = table.get(key)
    if pair is None:
        return key.replace("-", " ").replace("_", " ")
    return pair[1] if lang == "ar" else pair[0]
