"""The voices that speak in reporting about Aleppo: a table of labels, types and patterns.

A pattern is a run of folded words; a word that ends in ``*`` matches by its
beginning (inflection). Capitals in a pattern of two to five letters ask for
capitals in the text, so that "WHO" is not "who". Arabic words stand without the
article and match with it, and with joined particles before it. The weight says
which of several voices in one phrase speaks: an institution outranks a role,
a role outranks a side of the war. Only institutions and people who speak for one
in public stand here; a private person is known by a role alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from aleppomap.model import ClaimantType


@dataclass(frozen=True, slots=True)
class Voice:
    """A canonical label, the sort of voice, and how strongly it claims a phrase (1 to 4)."""

    id: str
    type: ClaimantType
    weight: int


@dataclass(frozen=True, slots=True)
class VoiceMatch:
    """A voice found in a run of words: from word ``first`` up to, not with, ``last``."""

    voice: Voice
    first: int
    last: int


# Abbreviations whose letters are a common word too: only their capitals count.
_WORD_OR_CAPITALS = frozenset("un us who is aa ap bm са мо ria".split())
_ARABIC_MARKS = re.compile(r"[\u0640\u064b-\u065f\u0670]")
_ARABIC_LETTERS = str.maketrans("أإآٱىةؤئ", "ااااي\u0647وي")
_ARTICLE = re.compile(r"^(?:[وف]?[بلك]?ال|[وف]?لل)(?=..)")


@lru_cache(maxsize=1 << 16)
def fold_word(word: str) -> str:
    """A word as the tables spell it: no case, no marks, plain Arabic letters.

    A capitalised abbreviation that is also a common word gets a leading ``@``.
    """
    if word.isascii():
        plain = word.replace(".", "") if "." in word else word
        lower = plain.lower()
        if lower in _WORD_OR_CAPITALS and plain.isupper():
            return "@" + lower
        return lower
    if "\u0600" <= word[0] <= "\u06ff":
        return _ARABIC_MARKS.sub("", word).translate(_ARABIC_LETTERS) or word
    opened = unicodedata.normalize("NFKD", word.replace("ı", "i").replace("İ", "I"))
    lower = "".join(c for c in opened if not unicodedata.combining(c)).lower()
    lower = lower.replace("ß", "ss").replace("œ", "oe").replace("æ", "ae")
    if lower in _WORD_OR_CAPITALS and word.isupper():
        return "@" + lower
    return lower


@lru_cache(maxsize=1 << 16)
def _spellings(word: str) -> tuple[str, ...]:
    """A folded word, and for Arabic the word without article and joined particles."""
    if not "\u0600" <= word[:1] <= "\u06ff":
        return (word,)
    bare = _ARTICLE.sub("", word)
    if bare != word:
        return (bare,)
    if len(word) > 4 and word[0] in "وفبلك":
        return (word, word[1:])
    return (word,)


# label | type | weight | patterns with commas between them; a line with a blank before goes on
_TABLE = """
ohchr|un|3|human rights office,OHCHR,rights office,human rights council,
  high commissioner for human rights,commissioner for human rights,colville,shamdasani,
  zeid raad al hussein,bachelet,مفوضيه الامم المتحده لحقوق الانسان,
  مفوضيه الساميه لحقوق الانسان,مفوضيه السامي* لحقوق الانسان,مفوضيه حقوق الانسان,مكتب حقوق الانسان,
  مكتب الامم المتحده لحقوق الانسان,haut commissariat aux droits de l homme,
  haut commissaire aux droits de l homme,haut commissariat de l ONU aux droits de l homme,
  haut commissariat des nations unies aux droits de l homme,HCDH,menschenrechtsburo,
  menschenrechtskommissar*,hochkommissar* fur menschenrechte,hochkommissariat fur menschenrechte,
  alto comisionado de * para los derechos humanos,alto comisionado para los derechos humanos,
  oficina de derechos humanos,insan haklari ofisi,insan haklari yuksek komiser*,
  insan haklari komiser*,управлени* ООН по правам человека,управлени* по правам человека,
  управлени* верховного комиссара,верховн* комиссар* ООН по правам человека
commission-of-inquiry|un|3|commission of inquiry,inquiry commission,UN investigators,
  paulo pinheiro,لجنه التحقيق الدوليه,لجنه تحقيق,commission d enquete,untersuchungskommission,
  comision de investigacion,comision investigadora,sorusturma komisyonu,
  комисси* ООН по расследованию
unosat|un|3|unosat,unitar,satellite programme,satellite agency
opcw|un|3|OPCW,organisation for the prohibition of chemical weapons,منظمه حظر الاسلحه الكيميائيه,
  OIAC,OVCW,ОЗХО,joint investigative mechanism
unicef|un|3|unicef,children s fund,children s agency,hanaa singer,cappelaere,يونيسف,يونيسيف,
  منظمه الامم المتحده للطفوله,юнисеф,kinderhilfswerk
who|un|3|WHO,world health organi*,health agency,OMS,organisation mondiale de la sante,
  organizacion mundial de la salud,weltgesundheitsorganisation,dunya saglik orgutu,DSO,
  منظمه الصحه العالميه,ВОЗ,всемирн* организаци* здравоохранения
ocha|un|3|OCHA,coordination of humanitarian affairs,humanitarian affairs,humanitarian coordinator,
  emergency relief coordinator,humanitarian chief,aid chief,stephen o brien,laerke,ocha,اوتشا,
  تنسيق الشوون الانسانيه,coordination des affaires humanitaires,nothilfeburo,nothilfekoordinator*,
  coordinacion de asuntos humanitarios,insani isler koordinasyon*,insani yardim koordinasyon*,
  управлени* ООН по координации гуманитарных,координаци* гуманитарных,УКГВ
unhcr|un|3|UNHCR,refugee agency,high commissioner for refugees,مفوضيه شوون اللاجيين,
  مفوضيه اللاجيين,مفوضيه الساميه لشوون اللاجيين,HCR,haut commissariat aux refugies,
  fluchtlingshilfswerk,acnur,multeciler yuksek komiser*,УВКБ
wfp|un|3|WFP,world food programme,world food program,food agency,برنامج الاغذيه العالمي,
  برنامج الغذاء العالمي,PAM,programme alimentaire mondial,welternahrungsprogramm,
  programa mundial de alimentos,dunya gida programi,всемирн* продовольственн* программ*
unesco|un|3|unesco,irina bokova,يونسكو,юнеско
undp|un|3|UNDP,development programme
un-habitat|un|3|UN habitat,habitat programme
unrwa|un|3|UNRWA,اونروا
un|un|3|UN,united nations,u n,de mistura,egeland,dujarric,farhan haq,ban ki moon,guterres,
  security council,secretary general,UN officials,امم المتحده,امم متحده,دي ميستورا,مجلس الامن,ONU,
  nations unies,naciones unidas,vereinte* nation*,UNO,birlesmis milletler,BM,ООН,де мистура,
  объединенн* наци*
icrc|ngo|3|ICRC,international committee of the red cross,
  international committee for the red cross,red cross,krzysiek,marianne gasser,robert mardini,
  صليب الاحمر,CICR,croix rouge,roten kreuz*,rote kreuz,IKRK,cruz roja,kizilhac,красн* крест*,МККК
sarc|ngo|3|SARC,syrian arab red crescent,red crescent,هلال الاحمر,هلال احمر,croissant rouge,
  halbmond*,media luna roja,kizilay,красн* полумесяц*
msf|ngo|3|MSF,medecins sans frontieres,doctors without borders,اطباء بلا حدود,arzte ohne grenzen,
  medicos sin fronteras,sinir tanimayan doktorlar,врачи без границ,врач* без границ
hrw|ngo|3|HRW,human rights watch,هيومن رايتس ووتش,هيومن رايتس,хьюман райтс вотч
amnesty|ngo|3|amnesty,amnesty international,منظمه العفو الدوليه,عفو الدوليه,
  uluslararasi af orgutu,af orgutu,amnistia internacional,эмнести,международн* амнисти*
save-the-children|ngo|3|save the children,انقذوا الاطفال
phr|ngo|3|physicians for human rights,PHR,اطباء من اجل حقوق الانسان
sams|ngo|3|SAMS,syrian american medical society,جمعيه الطبيه السوريه الامريكيه
uossm|ngo|3|UOSSM,union of medical care,union of syrian medical relief,اتحاد منظمات الاغاثه,
  union des organisations de secours
norwegian-refugee-council|ngo|3|norwegian refugee council,NRC
health-directorate|government|3|health official*,health authorit*,health ministry,وزاره الصحه,
  health department,health directorate,aleppo health directorate,free aleppo health,مديريه صحه,
  مديريه الصحه,direction de la sante,gesundheitsbehorde*,direccion de salud,saglik mudurlugu
syria-campaign|ngo|3|syria campaign
civil-defence|ngo|3|civil defence,civil defense,white helmet*,raed al saleh,raed saleh,
  bebars mishal,ammar al selmo,ibrahim al haj,ibrahim abu laith,دفاع المدني,دفاع مدني,خوذ البيضاء,
  defense civile,protection civile,casque* blanc*,weisshelme*,weiss helme*,weisse* helm*,
  zivilschutz*,cascos blancos,defensa civil,proteccion civil,beyaz baret*,beyaz miger*,
  beyaz kask*,sivil savunma*,бел* каск*,бел* касок,гражданск* оборон*
sohr|monitor|3|SOHR,syrian observatory*,observatory,rami abdulrahman,rami abdel rahman,
  rami abdul rahman,abdel rahman,abdulrahman,war monitor,monitoring group,british based monitor,
  britain based monitor,مرصد السوري,مرصد,رامي عبد الرحمن,OSDH,observatoire syrien,observatoire,
  beobachtungsstelle,syrische* beobachtungsstelle*,observatorio sirio,observatorio,SOHRs,
  suriye insan haklari gozlemevi,insan haklari gozlemevi,gozlemevi*,сирийск* обсерватори*,
  сирийск* центр* мониторинга,центр* мониторинга за соблюдением прав,обсерватори*,
  сирийск* наблюдательн* центр*
snhr|monitor|3|SNHR,syrian network for human rights,شبكه السوريه لحقوق الانسان,
  reseau syrien des droits,red siria por los derechos,red siria de derechos,
  syrische* netzwerk* fur menschenrechte,suriye insan haklari agi,сирийск* сет* по правам
vdc|monitor|3|VDC,violations documentation center,violations documentation centre,
  مركز توثيق الانتهاكات
lcc|monitor|3|LCC,local coordination committee*,لجان التنسيق,comites locaux de coordination,
  comites de coordination,comites de coordinacion,lokale* koordinationskomitee*,
  koordinationskomitee*,yerel koordinasyon komite*,местн* координационн*
airwars|monitor|3|airwars
sana|media|3|state agency,official agency,SANA,sana,syrian arab news agency,official news agency,
  state news agency,state run news agency,وكاله سانا,سانا,وكاله العربيه السوريه للانباء,
  وكاله الانباء السوريه,وكاله الانباء الرسميه,وكاله السوريه الرسميه,agence officielle,
  agence de presse officielle,staatliche* nachrichtenagentur*,agencia oficial,resmi haber ajansi,
  resmi ajans*,САНА,государственн* агентств*
state-media|media|3|syrian state tv,syrian state television,syrian television,state television,
  state tv,state run tv,state run television,regime s television,regime television,syrian tv,
  government television,تلفزيون السوري,تلفزيون الرسمي,تلفزيون العربي السوري,تلفزيون السوري الرسمي,
  اخباريه السوريه,قناه الاخباريه,television d etat,television publique,television syrienne,
  staatsfernsehen,staatliche* fernsehen*,television estatal,tv estatal,television siria,
  devlet televizyon*,государственн* телевидени*,сирийск* телевидени*,гостелевидени*
state-media|media|3|state media,state run media,official media,government media,
  pro government media,state newspaper,اعلام الرسمي,وسايل اعلام رسميه,وسايل الاعلام الرسميه,
  اعلام السوري,اعلام الحكومي,اعلام النظام,وسايل اعلام النظام,medias officiels,medias d etat,
  presse officielle,staatsmedien,staatliche* medien,medios estatales,medios oficiales,
  prensa oficial,devlet medya*,resmi medya*,rejim medya*,государственн* СМИ,сирийск* СМИ
russian-mod|foreign_government|3|russian defence ministry,russian defense ministry,
  russian ministry of defence,russian ministry of defense,russia s defence ministry,
  russia s defense ministry,moscow s defence ministry,defence ministry in moscow,
  defense ministry in moscow,reconciliation centre,reconciliation center,
  center for reconciliation,centre for reconciliation,russian military,russian army,
  russian general staff,russian air force,konashenkov,rudskoi,rudskoy,poznikhir,hmeimin,hmeimim,
  وزاره الدفاع الروسيه,دفاع الروسيه,مركز المصالحه,مركز الروسي للمصالحه,مركز حميميم,جيش الروسي,
  كوناشينكوف,قاعده حميميم,ministere russe de la defense,ministere de la defense russe,armee russe,
  centre de reconciliation,centre russe,russische* verteidigungsministerium*,
  verteidigungsministerium* in moskau,versohnungszentrum*,russische* zentrum*,russische* militar*,
  russische* armee,ministerio de defensa ruso,ministerio ruso de defensa,
  ministerio de defensa de rusia,centro ruso,centro de reconciliacion,ejercito ruso,
  rusya savunma bakanligi*,rus savunma bakanligi*,rus ordusu*,rusya uzlasi merkez*,
  uzlasma merkez*,минобороны рф,минобороны росси*,российск* минобороны,минобороны,
  министерств* обороны рф,министерств* обороны росси*,российск* военн*,центр* по примирени*,
  центр* примирения,росcийск* центр*,российск* центр*,конашенков*,хмейми*
russian-foreign-ministry|foreign_government|3|russian foreign ministry,russia s foreign ministry,
  lavrov,zakharova,moscow s foreign ministry,خارجيه الروسيه,لافروف,زاخاروفا,
  ministere russe des affaires etrangeres,russische* aussenministerium*,
  ministerio ruso de exteriores,rusya disisleri*,мид росси*,мид рф,МИД,лавров*,захаров*
syrian-army|government|3|syrian army,general command,army command,army statement,
  army general command,army spokesman,armed forces command,syrian armed forces,syrian military,
  military command,syrian defence ministry,syrian defense ministry,syrian ministry of defence,
  قياده العامه للجيش,قياده العامه للقوات المسلحه,قياده الجيش,جيش السوري,جيش العربي السوري,
  وزاره الدفاع السوريه,قوات المسلحه السوريه,قياده العسكريه,armee syrienne,commandement de l armee,
  commandement general,syrische* armee,syrische* streitkraft*,armeefuhrung,armeekommando,
  ejercito sirio,mando del ejercito,mando general,comandancia general,suriye ordusu*,
  suriye arap ordusu*,suriye savunma bakanligi*,сирийск* арми*,генеральн* командовани*,
  командовани* сирийск*,командовани* арми*,сирийск* военн*,минобороны сирии
syrian-army|government|3|military source*,army source*,military official*,
  syrian military official*,army officer*,army commander*,field commander of the army,
  syrian officer*,military media unit,مصدر عسكري,مصدرين عسكريين,مصادر عسكريه,ضابط*,
  source militaire,sources militaires,responsable militaire,militarquelle*,militarkreise*,
  quelle aus der armee,militarvertreter*,fuente militar,fuentes militares,mando militar,
  askeri kaynak*,askeri bir kaynak*,военн* источник*,источник* в арми*,источник* в военн*,
  источник* в сирийской арми*,источник* в сирийском командовании
aleppo-police|government|3|police source*,police command,police chief,aleppo police,police said,
  قياده شرطه,قيادة الشرطه,مصدر في شرطه,شرطه حلب,police,policia,polis,полици*,polizei*
aleppo-governorate|government|3|local authorit*,autorites locales,ortliche* behord*,
  autoridades locales,yerel yonetim*,местн* власт*,governorate,محافظه حلب,gouvernorat,
  gouvernement alep,provincia de alepo,provinzverwaltung,governor,aleppo governor,
  provincial governor,hussein diab,محافظ حلب,محافظ,gouverneur*,gobernador*,vali,valisi,valiligi,
  губернатор*
syrian-government|government|3|security source*,security official*,government security source*,
  مصدر امني,مصادر امنيه,source de securite,sources de securite,sicherheitskreise*,
  fuente de seguridad,fuentes de seguridad,guvenlik kaynak*,источник* в силов*
syrian-government|government|2|وزاره الدفاع,وزاره الداخليه,وزاره النقل,وزير الدفاع,وزير النقل,
  prasident assad,presidente assad,president syrien,syrian government,syrian authorities,
  government official*,syrian official*,state official*,damascus government,
  syrian foreign ministry,foreign ministry in damascus,information ministry,interior ministry,
  transitional government,government source*,official source*,official statement,assad,
  bashar al assad,president assad,syrian presidency,jaafari,muallem,moallem,syrian ambassador,
  syrian minister,syrian state,damascus,regime official*,regime source*,حكومه السوريه,
  سلطات السوريه,وزاره الخارجيه السوريه,خارجيه السوريه,وزاره الاعلام,مصدر رسمي,مصدر حكومي,
  مصادر رسميه,مصادر حكوميه,مسوول سوري,بشار الاسد,اسد,ريياسه السوريه,جعفري,معلم,نظام السوري,
  gouvernement syrien,autorites syriennes,regime syrien,syrische* regierung,syrische* behord*,
  damas,damaskus,gobierno sirio,autoridades sirias,regimen sirio,damasco,suriye hukumet*,
  suriye yonetim*,suriye disisleri*,suriye icisleri*,suriye devlet*,sam yonetim*,
  правительств* сирии,сирийск* власт*,сирийск* правительств*,мид сирии,сирийск* мид*,дамаск*,асад*
airport-administration|government|3|airport administration,airport authority,airport director,
  اداره مطار,مدير مطار,direction de l aeroport,flughafenverwaltung,direccion del aeropuerto
water-establishment|government|3|water establishment
electricity-company|government|3|electricity company
railway|government|3|railway,railways
water-company|government|3|water company,water board,water authority,موسسه مياه,موسسه المياه,
  موسسه العامه لمياه,compagnie des eaux,wasserwerk*,su idaresi
power-company|government|3|power company,electricity directorate,شركه الكهرباء,شركه كهرباء,
  شركه العامه للكهرباء,موسسه الكهرباء,compagnie d electricite
services-administration|other|3|اداره العامه للخدمات,public services administration,
  services administration
state-institution|government|2|موسسه العامه,شركه العامه,مديريه العامه,هييه العامه
education-directorate|government|3|education official*,education department,education directorate,
  مديريه التربيه,مدير التربيه,وزاره التربيه
antiquities-directorate|government|3|DGAM,antiquities department,
  directorate general of antiquities,directorate of antiquities,antiquities directorate,
  head of antiquities,antiquities chief,maamoun abdulkarim,abdulkarim,مديريه الاثار,
  مديريه العامه للاثار,direction des antiquites,direction generale des antiquites,
  antikenverwaltung,antikenbehorde,direccion general de antiguedades,direccion de antiguedades,
  antikiteler mudurlugu,департамент* древностей,управлени* древностей
city-council|government|3|city council,aleppo city council,municipality,مجلس مدينه,بلديه,
  municipalite,stadtverwaltung,ayuntamiento,belediye*,мэри*,stadtrat*
local-council|other|1|council
local-council|other|3|عضو في المجلس,عضو المجلس,local council*,provincial council,
  opposition council,neighbourhood council,aleppo local council,brita hagi hasan,مجلس المحلي,
  مجلس محلي,مجالس المحليه,مجلس محافظه,conseil local,conseil municipal,lokalrat*,lokale* rat,
  ortlichen rat*,consejo local,yerel meclis*,yerel konsey*,местн* совет*
snc|other|3|SNC,syrian national coalition,national coalition,syrian national council,
  high negotiations committee,HNC,opposition s high negotiations,ايتلاف الوطني,ايتلاف,
  هييه العليا للمفاوضات,coalition nationale,nationale koalition,coalicion nacional,
  suriye ulusal koalisyon*,ulusal koalisyon,национальн* коалици*
sdf|armed_group|3|SDF,syrian democratic forces,قوات سوريا الديمقراطيه,قسد,
  forces democratiques syriennes,FDS,demokratische* kraft*,fuerzas democraticas sirias,
  suriye demokratik gucler*,SDG,демократическ* сил*,СДС
ypg|armed_group|3|YPG,people s protection units,وحدات حمايه الشعب,unites de protection du peuple,
  volksverteidigungseinheiten,halk savunma birlik*,отряд* народной самообороны,отряд* самообороны
asayish|armed_group|3|asayish,asayis,internal security forces of,اسايش,اساييش,قوي الامن الداخلي,
  асаиш
kurdish-administration|other|3|kurdish authorit*,kurdish official*,kurdish administration,
  autonomous administration,курдск* администраци*,ozerk yonetim*,اداره الذاتيه,ادا رة الذاتيه,
  kurdische* behord*,autorites kurdes,autoridades kurdas
kurdish-forces|armed_group|3|kurdish force*,kurdish fighter*,kurdish commander,مسوول كردي,
  kurdische* vertreter*,kurt yetkili*,курдск* сил*
nusra-front|armed_group|3|nusra,nusra front,jabhat al nusra,جبهه النصره,نصره,front al nosra,nosra,
  frente al nusra,nusra cephesi,фронт* нусра,нусра
hts|armed_group|3|HTS,hayat tahrir,tahrir al sham,jabhat fateh al sham,fateh al sham,
  military operations,هييه تحرير الشام,تحرير الشام,جبهه فتح الشام,اداره العمليات العسكريه,
  heyet tahrir*,хайят тахрир,тахрир
isis|armed_group|3|ISIS,ISIL,islamic state,daesh,isil,amaq,داعش,تنظيم الدوله,دوله الاسلاميه,اعماق,
  etat islamique,islamische* staat*,estado islamico,isid,daes,deas,исламск* государств*,игил
levant-front|armed_group|3|levant front,jabha shamiya,jabhat shamiya,al jabha al shamiya,
  shamiya front,shamiya,shamiyah,جبهه الشاميه,front du levant,front levantin,levantefront,
  levante front,frente del levante,samiye cephesi,sam cephesi,левантийск* фронт*
fastaqim|armed_group|3|fastaqim,malahifji,zakaria malahifji,تجمع فاستقم
nour-al-din-al-zinki|armed_group|3|zinki,nour al din al zinki,noureddine zenki,zenki,
  zinki movement,نور الدين الزنكي,زنكي,zengi
ahrar-al-sham|armed_group|3|ahrar al sham,ahrar sham,احرار الشام,ahrar us sam,ahrar,ахрар
jaish-al-islam|armed_group|3|jaish al islam,army of islam,جيش الاسلام
fatah-halab|armed_group|3|fatah halab,aleppo conquest,فتح حلب
liwa-al-tawhid|armed_group|3|tawhid,liwa al tawhid,tawhid brigade,لواء التوحيد,al tawheed
islamic-front|armed_group|3|islamic front,جبهه الاسلاميه,front islamique,islamische front,
  frente islamico,islami cephe
sham-legion|armed_group|3|faylaq al sham,sham legion,failaq,فيلق الشام
sultan-murad|armed_group|3|sultan murad,سلطان مراد
free-aleppo-army|armed_group|3|aleppo army,جيش حلب
syrian-national-army|armed_group|3|syrian national army,جيش الوطني,milli ordu*,
  suriye milli ordusu*
liwa-al-quds|armed_group|3|liwa al quds,quds brigade,لواء القدس
nujaba|armed_group|3|nujaba,نجباء
hezbollah|armed_group|3|hezbollah,hizbollah,hizbullah,حزب الله,хезболла,hisbollah,military media
fsa|armed_group|3|FSA,free syrian army,free army,جيش الحر,جيش السوري الحر,armee syrienne libre,
  ASL,freie* syrische* armee,ejercito libre sirio,ejercito libre de siria,ELS,
  ozgur suriye ordusu*,OSO,свободн* сирийск* арми*,ССА,свободн* арми*
us-state-department|foreign_government|3|state department,kerry,john kirby,toner,
  departement d etat,us aussenministerium*,departamento de estado,خارجيه الامريكيه,
  خارجيه الاميركيه,كيري,abd disisleri*,госдеп*,керри
pentagon|foreign_government|3|pentagon,US military,central command,centcom,US led coalition,
  coalition said,بنتاغون,وزاره الدفاع الامريكيه,قياده المركزيه الامريكيه,تحالف الدولي,пентагон*
white-house|foreign_government|3|white house,obama,trump,بيت الابيض,maison blanche,weisse* haus*,
  casa blanca,beyaz saray,бел* дом*
us|foreign_government|2|US official*,american official*,US diplomat*,US envoy,US ambassador,
  samantha power,washington,united states,US,مسوول امريكي,مسوول اميركي,واشنطن,etats unis,
  vereinigten staaten,estados unidos,abd li yetkili*,amerikal* yetkili*,США,вашингтон*,washingtons
turkey|foreign_government|2|turkish government,turkish official*,turkish foreign ministry,
  turkish foreign minister,turkish foreign,turkish president*,turkish defence,
  turkish prime minister,turkish deputy prime minister,erdogan,cavusoglu,ankara,kurtulmus,
  turkish intelligence,turkish authorit*,turkish state,turkey,مسوول تركي,خارجيه التركيه,اردوغان,
  جاويش اوغلو,انقره,حكومه التركيه,turquie,responsable turc,turkische* regierung,
  turkische* aussenminister*,turkei,turquia,gobierno turco,turk yetkili*,disisleri bakani*,
  turkiye,cumhurbaskan*,турци*,анкар*,эрдоган*,чавушоглу
russia|foreign_government|2|kremlin,putin,peskov,moscow,russian official*,russian ambassador,
  churkin,russian envoy,russia,russian government,كرملين,بوتين,بيسكوف,موسكو,مسوول روسي,روسيا,
  moscou,russie,moskau,russland,moscu,rusia,rus yetkili*,rusya,moskova,кремл*,путин*,песков*,
  москв*,росси*,российск* дипломат*
iran|foreign_government|2|iran,iranian*,tehran,teheran,zarif,irna,طهران,ايران,خارجيه الايرانيه,
  ايراني*,iranien*,iranische*,irani*,тегеран*,иран*
france|foreign_government|2|france,french foreign ministry,french government,french president,
  french foreign minister,french ambassador,ayrault,hollande,paris,delattre,فرنسا,خارجيه الفرنسيه,
  باريس,هولاند,ايرولت,gouvernement francais,quai d orsay,frankreich,franzosische*,francia,fransa,
  франци*,париж*
uk|foreign_government|2|british government,british foreign,foreign office,boris johnson,
  downing street,london,UK,british ambassador,rycroft,theresa may,بريطانيا,لندن,royaume uni,
  grossbritannien,britische* aussenminister*,reino unido,ingiltere,великобритани*,лондон*
germany|foreign_government|2|german government,german foreign,merkel,steinmeier,berlin,الماني*,
  ميركل,allemagne,bundesregierung,auswartige* amt,bundeskanzlerin,alemania,almanya,берлин*,
  германи*
eu|foreign_government|2|EU,european union,mogherini,اتحاد الاوروبي,union europeenne,
  europaische* union,union europea,avrupa birligi,евросоюз*
china|foreign_government|2|chinese foreign,beijing,china,صين,chine,peking
israel|foreign_government|2|israeli*,israel,اسراييل*
saudi-arabia|foreign_government|2|saudi*,riyadh,سعوديه,رياض
qatar|foreign_government|2|qatari*,doha,qatar,قطر,دوحه
iraq|foreign_government|2|iraqi government,iraqi official*,baghdad
amc|media|3|media centre,media center,AMC,aleppo media center,aleppo media centre,aleppo media,
  مركز حلب الاعلامي,مركز الاعلامي في حلب,centre mediatique d alep,centre des medias d alep,
  aleppo medienzentrum,medienzentrum aleppo,medienzentrum*,centro de medios de alepo,
  centro mediatico de alepo,halep medya merkezi,медиацентр* алеппо,медиа центр* алеппо
shaam-network|media|3|shaam,shaam news network,sham news network,شبكه شام,مراسل شام,وكاله شام,
  shaam netzwerk,shaam haber
halab-today|media|3|halab today,halab alyoum,aleppo today,حلب اليوم
halab-news-network|media|3|halab news network,aleppo news network,شبكه حلب,halab news
orient|media|3|orient tv,orient news,اورينت,orient
al-jazeera|media|3|al jazeera,jazeera,جزيره,aljazeera,al dschasira,yazira,el cezire,аль джазира,
  джазира
al-arabiya|media|3|al arabiya,arabiya,عربيه الحدث,قناه العربيه
al-mayadeen|media|3|mayadeen,al mayadeen,ميادين,маядин
al-manar|media|3|manar tv,al manar,قناه المنار
al-watan|media|3|al watan,صحيفه الوطن,جريده الوطن
all4syria|media|3|all4syria,كلنا شركاء
enab-baladi|media|3|enab baladi,عنب بلدي
syria-tv|media|3|syria tv,تلفزيون سوريا
qasioun|media|3|qasioun,وكاله قاسيون
step-news|media|3|step news,وكاله خطوه,ستيب
hawar-news|media|3|hawar,hawar news,ANHA,هاوار
rudaw|media|3|rudaw,رووداو
anadolu|media|3|anadolu,anadolu agency,anadolu ajansi,AA muhabiri,اناضول,анадолу
reuters|media|3|reuters,رويترز,рейтер
afp|media|3|AFP,agence france presse,france presse,فرانس برس,франс пресс
ap|media|3|AP,associated press,اسوشيتد برس,اسوشيتدبرس
bbc|media|3|BBC,بي بي سي
cnn|media|3|CNN,سي ان ان
dpa|media|3|DPA,dpa,وكاله الانباء الالمانيه
xinhua|media|3|xinhua,شينخوا
tass|media|3|TASS,itar tass,тасс
ria|media|3|RIA,ria novosti,риа новости,interfax,интерфакс*
sputnik|media|3|sputnik,سبوتنيك
new-york-times|media|3|new york times
guardian|media|3|guardian
washington-post|media|3|washington post
own-reporter|media|4|reuters reporter*,reuters correspondent*,reuters witness*,
  reuters journalist*,reuters photographer*,reuters cameraman,reuters team,afp reporter*,
  afp correspondent*,afp journalist*,afp photographer*,ap reporter*,ap journalist*,
  associated press reporter*,associated press journalist*,bbc correspondent*,bbc reporter*,
  bbc team,al jazeera s,al jazeera correspondent*,jazeera reporter*,our correspondent*,
  our reporter*,our own correspondent,journalist* de l AFP,correspondant* de l AFP,
  photographe* de l AFP,correspondant* de reuters,journaliste* de reuters,notre correspondant*,
  un correspondant de l AFP,reporter der afp,reporter der nachrichtenagentur,dpa reporter*,
  korrespondent* der nachrichtenagentur,korrespondent* der,unser korrespondent,unser reporter,
  periodista* de AFP,corresponsal* de AFP,corresponsal de efe,corresponsal de reuters,
  corresponsal*,fotografo de AFP,nuestro corresponsal,مراسلنا,مراسلتنا,مراسلونا,مراسلينا,موفدنا,
  مراسل* رويترز,مراسل* فرانس برس,مراسل* وكاله فرانس برس,مراسل* وكاله رويترز,مراسل* وكاله,
  مراسل* لوكاله,مراسل* الجزيره,صحافي* في وكاله,صحفي* في وكاله,مصور* في وكاله,مصور* وكاله,
  шахид رويترز,شاهد من رويترز,شاهد لرويترز,شاهد رويترز,aa muhabir*,afp muhabir*,reuters muhabir*,
  muhabirimiz*,ajansi muhabir*,корреспондент* риа,корреспондент* тасс,корреспондент* агентства,
  корреспондент* рейтер,корреспондент* франс пресс,наш корреспондент*
own-reporter|media|2|correspondent*,the reporter,مراسل*,corresponsal*,korrespondent*,muhabir*,
  корреспондент*,correspondant*
journalist|media|2|reporter*,journalist*,photographer*,cameraman,cameramen,صحافي*,صحفي*,مصور*,
  periodista*,reportero*,journalistin,gazeteci*,журналист*,photographe*
local-media|media|3|local media,local channel*,local outlet*,وسايل اعلام محليه,اعلام المحلي,
  medias locaux,lokale* medien,medios locales,yerel medya*,местн* канал*,местн* СМИ
media|media|2|weekly,daily,magazine,news agency,وكاله انباء,hebdomadaire,wochenzeitung,semanario,
  media report*,media outlet*,news website*,television channel*,pro government tv,tv station,
  television station,tv channel,newspaper*,media,وسايل اعلام,وسايل الاعلام,صحيفه,قناه,وكاله,محطه,
  medias,presse,journal,medien*,zeitung*,sender*,medios,prensa,diario,periodico,agencia,medya,
  gazete*,basin*,СМИ,телеканал*,газет*,агентств*,agence,agentur*,ajans*,kanali*
hospital|medical|2|hospital*,medical source*,hospital source*,hospital director*,
  hospital official*,clinic*,مشفي,مستشفي*,مصدر طبي,مصادر طبيه,مدير المشفي,مدير مستشفي,hopital,
  hopitaux,source medicale,sources medicales,sources hospitalieres,krankenhaus*,klinik*,
  medizinische* quelle*,fuente medica,fuentes medicas,fuentes hospitalarias,hastane*,
  tibbi kaynak*,saglik kaynak*,больниц*,госпитал*,медицинск* источник*,источник* в больниц*
medic|medical|2|doctor*,dr,surgeon*,physician*,medic,medics,nurse*,paramedic*,medical staff,
  medical worker*,pharmacist*,طبيب*,اطباء,دكتور,ممرض*,مسعف*,جراح,كادر الطبي,كوادر الطبيه,صيدلي*,
  medecin*,docteur,chirurgien*,infirmier*,infirmiere*,secouriste*,arzt*,arzte*,arztin*,chirurg*,
  pfleger*,sanitater*,medico*,medica,cirujano*,enfermer*,doktor*,hekim*,cerrah*,hemsire*,
  saglik gorevli*,saglikci*,врач*,медик*,доктор*,хирург*,медсестр*
partners|ngo|2|partners
aid-organisations|ngo|2|منظمات,aid worker*,aid official*,aid agenc*,aid group*,aid organi*,
  relief worker*,relief agenc*,relief group*,relief official*,humanitarian worker*,
  humanitarian official*,humanitarian agenc*,humanitarian organi*,volunteer*,charity,charities,
  متطوع*,عامل* اغاثه,عمال اغاثه,منظمات اغاثيه,منظمه اغاثيه,منظمات انسانيه,وكالات الاغاثه,
  humanitaire*,ONG,association*,helfer*,hilfsorganisation*,hilfswerk*,voluntario*,cooperante*,
  organizacion* humanitaria*,trabajador* humanitario*,yardim gorevli*,yardim kurulus*,gonullu*,
  гуманитарн* организаци*,доброволец,доброволь*,волонт*
rights-organisation|ngo|2|rights group*,rights organi*,human rights group*,human rights organi*,
  human rights monitor*,monitoring network,rights activist*,منظمات حقوقيه,منظمه حقوقيه,ناشط حقوقي,
  organisation de defense des droits,organisation* de defense,ong de defense,
  menschenrechtsorganisation*,menschenrechtler*,organizacion de derechos,
  organizaciones de derechos,insan haklari orgut*,insan haklari savunucu*,правозащитн*
civil-defence|ngo|2|rescue worker*,rescuer*,first responder*,rescue team*,rescue service*,
  rescue volunteer*
rescue-workers|ngo|2|ambulance worker*,ambulance crew*,firefighter*,fire brigade,فرق الانقاذ,
  عمال الانقاذ,عناصر الانقاذ,رجال الاطفاء,فوج الاطفاء,sauveteur*,equipes de secours,
  rettungskraft*,retter*,rettungshelfer*,equipos de rescate,rescatista*,socorrista*,
  kurtarma ekip*,arama kurtarma*,itfaiye*,спасател*,пожарн*
activist|other|2|activist*,campaigner*,media activist*,citizen journalist*,opposition activist*,
  anti government activist*,opposition monitor*,ناشط*,نشطاء,اعلامي,ناشطين,ناشطون,اعلاميون,
  تنسيقيه*,تنسيقيات,militant*,aktivist*,activista*,aktivistler*,eylemci*,активист*,local monitor*
resident|resident|2|resident*,inhabitant*,locals,local people,villager*,witness*,eyewitness*,
  civilian*,neighbour*,neighbor*,shopkeeper*,shop owner*,trader*,merchant*,baker*,driver*,farmer*,
  father*,mother*,grandmother*,grandfather*,woman,women,man,boy,girl,widow*,survivor*,evacuee*,
  displaced*,refugee*,famil*,relative*,people,grocer*,tailor*,carpenter*,housewi*,mechanic*,
  labourer*,barber*,taxi driver*,returnee*,detainee*,escapee*,children,child,brother*,sister*,
  daughter*,parents,owner,passenger*,ساكن,سكان,ساكنه,سكا ن,اهالي,اهل,اهلي,مواطن*,شهود,شاهد,شاهده,
  شهود عيان,شاهد عيان,نازح*,مهجر*,لاجي*,مدني,مدنيون,مدنيين,ناج,ناجون,ناجين,قاطن*,والد,والده,تاجر,
  تجار,سايق,جار,جيران,باعه,سيده,امراه,رجل,شاب,عايله,عايلات,بايع,صاحب,ابو,ام,habitant*,riverain*,
  temoin*,commercant*,boulanger*,refugie*,deplace*,civil,civils,rescape*,mere,pere,femme,homme,
  famille*,chauffeur*,bewohner*,einwohner*,anwohner*,augenzeug*,zeug*,handler*,vertriebene*,
  fluchtling*,uberlebende*,zivilist*,familie*,mutter,vater,frau,mann,backer*,vecino*,residente*,
  habitante*,testigo*,comerciante*,desplazad*,refugiad*,superviviente*,civiles,familia*,madre,
  padre,mujer,hombre,panadero*,lugareno*,poblador*,sakin*,mahalle sakin*,halk,halki,gorgu tanik*,
  gorgu tanig*,tanik*,tanigi,siviller*,aile*,esnaf*,kadin,adam,anne*,baba*,bolge sakin*,житель*,
  жител*,местн* жител*,очевид*,свидетел*,беженц*,беженец,торгов*,семь*,женщин*,мужчин*,мать,отец,
  выживш*,lehrling*
abu|resident|1|abu,umm,oum,أبو,أم,абу,умм,ebu,abou
teacher|resident|2|teacher*,headmaster*,school principal,headteacher*,professor*,مدرس,معلمه,
  معلمون,مدير مدرسه,مديره مدرسه,enseignant*,professeur*,lehrer*,maestro*,maestra*,profesor*,
  ogretmen*,учител*,преподавател*
student|resident|2|student*,طالب,طالبه,طلاب,etudiant*,estudiante*,ogrenci*,студент*
clergy|other|2|mufti,bishop*,archbishop*,priest*,patriarch*,imam*,sheikh of,clergyman,clerics,
  pope,مفتي,مطران,اسقف,بطريرك,كاهن,eveque*,archeveque*,pretre*,bischof*,erzbischof*,priester*,
  obispo*,arzobispo*,sacerdote*,franciscano*,piskopos*,papaz*,muftu*,епископ*,архиепископ*,
  священник*,муфти*,митрополит*
expert|other|2|analyst*,expert*,archaeologist*,historian*,researcher*,engineer*,architect*,
  academic*,economist*,scholar*,محلل*,خبير*,خبراء,باحث*,مهندس*,مورخ*,experte*,analyste*,
  archeologue*,historien*,chercheur*,ingenieur*,architecte*,experten*,archaologe*,historiker*,
  forscher*,experto*,analista*,arqueologo*,historiador*,investigador*,ingeniero*,arquitecto*,
  uzman*,analist*,arkeolog*,tarihci*,arastirmaci*,muhendis*,mimar*,эксперт*,аналитик*,археолог*,
  историк*,исследовател*,инженер*,архитектор*
diplomat|foreign_government|2|diplomat*,western official*,western diplomat*,دبلوماسي*,diplomate*,
  diplomatic source*,diplomaten,diplomatico*,diplomatlar*,дипломат*
fighter|armed_group|3|rebel commander*,rebel officer*,rebel fighter*,FSA officer*,FSA commander*,
  FSA fighter*,free syrian army commander*,free syrian army officer*,opposition fighter*,
  opposition commander*,field commander*,قايد ميداني,قايد في الجيش الحر,ضابط في الجيش الحر,
  commandant rebelle,rebellenkommandeur*,rebellenfuhrer*,comandante rebelde,muhalif komutan*,
  полев* командир*
fighter|armed_group|2|fighter*,combatant*,commander*,commandant*,kommandeur*,comandante*,komutan*,
  командир*,قايد,مقاتل*,combattant*,kampfer*,combatiente*,savasci*,боевик*,боец,бойц*,sniper*,
  gunman,gunmen,militiaman,militiamen
syrian-army|government|2|soldier*,conscript*,officer,جندي,جنود,soldat*,soldado*,asker,askerler*,
  солдат*
opposition|armed_group|2|غرفه عمليات,operations room,rebel*,insurgent*,rebel official*,
  rebel source*,rebel spokes*,rebel group*,jihadist*,faction*,فصايل,فصيل,ثوار,معارضه المسلحه,
  كتايب,مسلحين,مسلحون,مسلحو,rebelle*,insurge*,rebellen*,aufstandische*,rebelde*,insurgente*,
  muhalif*,direnisci*,isyanci*,повстанц*,повстанческ*,боевики,оппозиционн* группировк*,группировк*
opposition|armed_group|2|opposition official*,opposition source*,opposition spokes*,
  opposition figure*,opposition leader*,opposition politician*,opposition group*,opposition,
  dissident*,معارضه,معارض,معارض سوري,مصادر المعارضه,مصادر معارضه,مصدر في المعارضه,مصدر معارض,
  مصادر في المعارضه,oppositionelle*,oposicion,opositor*,muhalefet*,оппозици*
syrian-army|government|1|army,military,troops,government force*,regime force*,جيش,قوات الحكوميه,
  قوات النظام,قوات الحكومه,armee,ejercito,militar,ordu,ordusu,rejim gucler*,армия,армии,военные,
  военн*,troupes gouvernementales,militares,government troops
syrian-government|government|1|government,authorities,regime,state,ministry,minister,presidency,
  parliament,official,officials,مدير,مديره,مدير عام,محافظ,
  حكومه,سلطات,نظام,وزاره,وزير,مسوول,مسوولون,مسوولين,gouvernement,
  autorites,ministere,ministre,regierung,behorde*,ministerium*,minister*,gobierno,autoridades,
  ministerio,ministro,hukumet*,yetkili*,bakan*,rejim*,yonetim*,правительств*,власт*,министерств*,
  министр*,чиновник*,beamte*,responsables,funcionario*,directorate,department,مديريه
resident|resident|3|sources in the neighborhood,sources in the neighbourhood,
  sources in the district
health-directorate|medical|3|مدير صحه حلب,مديريه صحه حلب,مديريه الصحه,مدير الصحه,صحه حلب الحره,
  health directorate,health department,health authorit*
local-source|other|2|local source*,مصدر محلي,مصادر محليه,yerel kaynak*,местн* источник*,
  sources locales,source locale,lokale* quelle*,fuente* local*
field-source|other|2|field source*,مصدر ميداني,مصادر ميدانيه
sources|other|1|source*,مصدر,مصادر,مصدرين,quelle*,fuente*,kaynak*,источник*
local-centre|monitor|2|مركز محلي,local centre,local center,documentation cent*,مركز توثيق
opposition-page|media|3|opposition page*,opposition website*,opposition channel*
monitor|monitor|2|monitor,monitors,monitoring organi*
researchers|ngo|1|investigator*,organi*,agency,group,network,foundation,منظمه,مركز,شبكه,
  organisation*,reseau,organizacion*,orgut*,организаци*,netzwerk*,stiftung*,red,kurulus*
spokesperson|other|1|spokes*,ناطق*,متحدث*,porte parole,sprecher*,portavoz*,sozcu*,представител*
"""

_Phrase = tuple[tuple[tuple[str, bool], ...], Voice]


def _read_table() -> dict[str, list[_Phrase]]:
    index: dict[str, list[_Phrase]] = {}
    for line in _TABLE.strip().replace("\n  ", "").splitlines():
        label, kind, weight, patterns = line.split("|")
        voice = Voice(label, ClaimantType(kind), int(weight))
        for pattern in patterns.split(","):
            words = tuple(
                (_ARTICLE.sub("", fold_word(word.rstrip("*"))), word.endswith("*"))
                for word in pattern.split()
            )
            index.setdefault(words[0][0][:3], []).append((words, voice))
    for phrases in index.values():
        phrases.sort(key=lambda phrase: -len(phrase[0]))
    return index


_INDEX = _read_table()
# "opposition-held", "rebel-controlled": the side owns ground and does not speak.
_OWNS = frozenset(
    "held controlled run backed ruled allied affiliated dominated besieged bastion led occupied "
    "kontrolliert* gehalten* geschutzt".split()
)


def find_voices(words: Sequence[str]) -> list[VoiceMatch]:
    """The voices in a run of folded words (:func:`fold_word`), in their order, overlaps included.

    Of the patterns that start at one word the longest counts.
    """
    found = []
    for at, word in enumerate(words):
        best: VoiceMatch | None = None
        for phrase, voice in _begun_by(word):
            end = at + len(phrase)
            if end > len(words) or (best is not None and end <= best.last):
                continue
            if all(
                any(_agrees(s, part) for s in _spellings(words[at + k]))
                for k, part in enumerate(phrase[1:], 1)
            ):
                best = VoiceMatch(voice, at, end)
        if best is not None and not (best.last < len(words) and words[best.last] in _OWNS):
            found.append(best)
    return found


@lru_cache(maxsize=1 << 15)
def _begun_by(word: str) -> tuple[_Phrase, ...]:
    """The patterns whose first word a folded word can be; of most words there are none."""
    return tuple(
        (phrase, voice)
        for spelling in _spellings(word)
        for phrase, voice in _INDEX.get(spelling[:3], ())
        if _agrees(spelling, phrase[0])
    )


def _agrees(word: str, part: tuple[str, bool]) -> bool:
    if not part[0]:
        return True
    return word.startswith(part[0]) if part[1] else word == part[0]


def choose_voice(matches: Sequence[VoiceMatch]) -> VoiceMatch | None:
    """The voice that speaks in a phrase: the weightiest, then the longest, then the first."""
    if not matches:
        return None
    return max(matches, key=lambda m: (m.voice.weight, m.last - m.first, -m.first))
