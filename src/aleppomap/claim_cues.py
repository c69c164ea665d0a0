"""The words that say who says so, per language: verbs, prepositions, adverbs and borders.

All words are folded (``claimants.fold_word``); ``*`` at the end matches any inflection.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from aleppomap.claimants import fold_word
from aleppomap.model import Hedge

S, R, A, F, D = Hedge.SAID, Hedge.REPORTED, Hedge.ALLEGED, Hedge.FEARED, Hedge.DENIED


class Sort(StrEnum):
    """How a cue stands to its claimant."""

    VERB = "verb"  # any subject, before or after
    WEAK = "weak"  # only a subject that is a known voice
    BEFORE = "before"  # the claimant follows: "according to"
    AFTER = "after"  # the claimant precedes: "zufolge", "göre"
    NEAREST = "nearest"  # the claimant follows and outranks the others: "citing"
    NONE = "none"  # no claimant, a hedge only: "reportedly"


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue: ``words`` long, its sort and the hedge that it sets."""

    sort: Sort
    hedge: Hedge
    words: int = 1


@dataclass(frozen=True, slots=True)
class Grammar:
    """The cues of one language and the words at which a claimant's words end.

    ``ends`` stop a claimant after its cue, ``borders`` stop one before its verb,
    ``edges`` are no part of a claimant at its beginning or end ("on Monday"),
    ``carried`` are the pronouns that stand for the speaker before, ``passive`` the
    auxiliaries that make a verb a mere hedge.
    """

    cues: dict[str, tuple[tuple[tuple[str, ...], Cue], ...]]
    ends: frozenset[str]
    borders: frozenset[str]
    edges: frozenset[str]
    carried: frozenset[str]
    passive: frozenset[str]
    by: frozenset[str]


def _words(text: str) -> frozenset[str]:
    return frozenset(_fold(word) for word in text.split())


def _fold(word: str) -> str:
    return fold_word(word.rstrip("*")) + ("*" if word.endswith("*") else "")


def _grammar(
    rows: Iterable[tuple[Sort, Hedge, str]],
    *,
    ends: str,
    borders: str,
    edges: str,
    carried: str,
    passive: str = "",
    by: str = "",
) -> Grammar:
    cues: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
    for sort, hedge, text in rows:
        for phrase in text.split(","):
            words = tuple(_fold(word) for word in phrase.split())
            cue = Cue(sort, hedge, len(words) - (words[-1] == "ل*"))
            key = words[0].rstrip("*")[:3]
            cues.setdefault(key, []).append((words, cue))
    for listed in cues.values():
        listed.sort(key=lambda row: -len(row[0]))
    return Grammar(
        {key: tuple(listed) for key, listed in cues.items()},
        *(_words(text) for text in (ends, borders, edges, carried, passive, by)),
    )


def agrees(word: str, pattern: str) -> bool:
    """Whether a folded word is a cue's word, by its beginning where the pattern ends in ``*``."""
    return word.startswith(pattern[:-1]) if pattern[-1] == "*" else word == pattern


_V, _W, _B, _P, _N, _H = Sort.VERB, Sort.WEAK, Sort.BEFORE, Sort.AFTER, Sort.NEAREST, Sort.NONE

_ENGLISH = _grammar(
    [
        (_V, S, "said,says,say,saying,told,tells,added,adds,stated,explained,explains"),
        (_V, S, "announced,announces,announce,confirmed,confirms,confirm,declared,insisted,noted"),
        (_V, S, "warned,warns,warn,argued,recalled,recounted,acknowledged,admitted,conceded"),
        (_V, S, "reiterated,testified,tweeted,estimated,estimates,reckoned,urged,urges"),
        (_V, S, "appealed,appeals,called for,calls for,called on,demanded,condemned,condemns"),
        (_V, S, "wrote,replied,commented,remarked,maintained,maintains,complained,pleaded"),
        (_V, R, "reported,reports,reporting"),
        (_W, R, "documented,documents"),
        (_V, F, "warned of,warns of,warned against"),
        (_V, S, "pointed out,points out,writes"),
        (_V, S, "claimed responsibility,claims responsibility,claimed credit"),
        (_W, S, "saw,witnessed"),
        (_V, A, "claimed,claims,alleged,alleges,accused,accuses,accusing,asserted,blamed,blames"),
        (_V, A, "contended,charged that"),
        (_V, F, "feared,fears,fear,worried,worries"),
        (_V, D, "denied,denies,deny,rejected,dismissed,refuted,disputed,did not confirm"),
        (_W, S, "described,describes,put,puts,counted,recorded,verified,expects,thought,thinks"),
        (_W, S, "believes,expected,listed,broadcast,aired,showed,shows,published,posted,named"),
        (_W, S, "gave,registered,tallied,found,logged,spoke of,quoted,quotes,expressed"),
        (
            _W,
            S,
            "promised,vowed,pledged,called,considers,identified,released,attributed,hailed,praised,congratulated",
        ),
        (
            _B,
            S,
            "by,according to,by the account of,in the words of,as told by,in the account of,per",
        ),
        (_B, S, "as announced by,as stated by,a statement by,a statement from,statement by"),
        (_B, R, "as reported by,reports by,reports from,a report by,a report from"),
        (_N, S, "citing,cites,cited,quoting,quoted by"),
        (_H, R, "reportedly,unconfirmed,said to,believed to,thought to,rumoured,rumored"),
        (_H, R, "it is believed,there were reports,reports of,reports that,reports said"),
        (_H, R, "received reports,received report,understood to,it was not possible to verify"),
        (_H, R, "had reports,have reports,apparently,believed"),
        (_H, A, "allegedly,purportedly,supposedly,alleged,purported"),
        (_H, F, "feared,fears of,fears that,fears for,it is feared,it was feared"),
    ],
    ends="that who which as while whereas after when where because but although though if since "
    "adding citing quoting speaking late early via until before during said says told saying by "
    "and/to monday tuesday wednesday thursday friday saturday sunday yesterday today tonight "
    "has have had was were is are will would could to he she they it there on",
    borders="that but while whereas although though because when where if so yet after before as "
    "whether until since unless which",
    edges="on in late early at monday tuesday wednesday thursday friday saturday sunday yesterday "
    "today tonight earlier later also meanwhile however and but then however still night morning "
    "evening afternoon previously however separately elsewhere or has have had since already "
    "repeatedly recently immediately both, 's s had again once last week first is are",
    carried="he she they it who",
    passive="was were is are been being be gets got as",
    by="by",
)

_TOLD = ("بحسب ما", "حسب ما", "وفق ما", "وفقا لما", "حسبما", "كما", "بحسبما", "علي ما")


def _as_told(verbs: str) -> str:
    """Arabic "according to what ... said", with every verb in both genders."""
    return ",".join(
        f"{told} {verb}{form}"
        for told in _TOLD
        for verb in verbs.split(",")
        for form in ("* به", "*")
        if " " not in verb or form == "*"
    )


_ARABIC = _grammar(
    [
        (_V, S, "قال,قالت,قالوا,يقول,تقول,يقولون"),
        (_V, R, "افاد,افادت,افادوا,يفيد,تفيد,ذكر,ذكرت,ذكروا,يذكر,تذكر,ابلغ,ابلغت,بلغ عن"),
        (_V, S, "اعلن,اعلنت,اعلنوا,يعلن,تعلن,اكد,اكدت,اكدوا,يوكد,توكد,اوضح,اوضحت,يوضح,توضح"),
        (_V, S, "اشار,اشارت,يشير,تشير,اضاف,اضافت,تابع,تابعت,صرح,صرحت,صرحوا"),
        (_V, S, "كشف,كشفت,لفت,لفتت,شدد,شددت,روي,روت,يروي,تروي,اعتبر,اعتبرت"),
        (
            _V,
            S,
            "نقل,نقلت,ينقل,تنقل,نوه,نوهت,اقر,اقرت,تحدث,تحدثت,تتحدث,يتحدث,ناشد,ناشدت,يناشد,تناشد,اخبر,اخبرت",
        ),
        (_V, S, "طالب,طالبت,دعا,دعت,نبه,نبهت,ادان,ادانت,تبني,تبنت,وصف,وصفت,قدر,قدرت,بينت"),
        (_V, A, "زعم,زعمت,زعموا,يزعم,تزعم,ادعي,ادعت,يدعي,تدعي,اتهم,اتهمت,يتهم,تتهم,اتهموا"),
        (_V, D, "نفي,نفت,نفوا,ينفي,تنفي,انكر,انكرت,كذب,كذبت"),
        (_V, S, "تشكو,يشكو,شكا,شكت,اشتكي,اشتكت,يشتكي,تشتكي,يشكون,يشتكون,اشتكوا"),
        (_V, F, "حذر,حذرت,يحذر,تحذر,خشي,خشيت,يخشي سكان,تخوف,تخوفت"),
        (_W, R, "وثق,وثقت,يوثق,توثق,سجل,سجلت,رصد,رصدت,يرصد,نشر,نشرت,ينشر,بث,بثت"),
        (
            _W,
            S,
            "احصي,احصت,يحصي,تحصي,عرض,عرضت,اظهر,اظهرت,تعهد,تعهدت,اعرب,اعربت,عبر,عبرت,اعترف,اعترفت,طمان",
        ),
        (_B, S, "وفقا ل*,وفق,وفقا,بحسب,حسب,علي حد قول,علي حد تعبير,في بيان ل*"),
        (_B, S, _as_told("قال,اعلن,صرح,اكد,اوضح,بين,روي,شاهد,نقل,كتب,اشار,كشف,يقول,يروي,وصف,راي")),
        (_B, R, _as_told("افاد,ذكر,يفيد,يذكر,ورد عن,اورد,نشر,رصد,وثق")),
        (_N, S, "نقلا عن"),
        (_H, R, "انباء عن,انباء عن,وردت انباء,ورود انباء,يعتقد,يرجح,قيل,تقارير عن,يقال"),
        (_H, R, "غير موكده,لم تتاكد,ذكر ان,افيد ب*,افيد عن,افيد ان,ذكرت تقارير"),
        (_H, A, "مزاعم,يزعم انه,مزعوم*,اتهامات"),
        (_H, F, "يخشي,تخشي,مخاوف من,وسط مخاوف,خشيه"),
    ],
    ends="ان بان انه انها انهم بانه بانها الي عن علي في/بيان في/تقرير في/تصريح في/حديث "
    "في/اتصال من/ان حيث عبر خلال الذي التي الذين اليوم امس بعد قبل منذ ان/ كما فيما بينما "
    "لكن مشيرا مضيفا موكدا موضحا مضيفه مشيره عندما وذلك يوم الاثنين الثلاثاء الاربعاء "
    "الخميس الجمعه السبت الاحد قايلا قايله فان ما لم قد سقوط مقتل وقوع اطلاق استهداف "
    "اصابه سيطره السيطره سيطرتها سيطرته القاء اعاده انقطاع انضمام احكام وقف اغلاق اسقاط "
    "تدمير تحرير دخول خروج وصول انسحاب انفجار قصف غاره اعتقال ذلك العثور انتشال اجلاء "
    "قوله قولها قولهم ابلغ ابلغت ابلغوا تفجير قتل قتلت قتلوا جرح اصيب علي/لسان استشهد نزح "
    "تعرض بدء انتهاء استعاده تقدم تنفيذ مسووليتها مسووليته اي",
    borders="ان بان انه فيما بينما لكن حيث كما بعد عندما ولكن وذلك",
    edges="اليوم امس الاثنين الثلاثاء الاربعاء الخميس الجمعه السبت الاحد مساء صباح ايضا كما قد "
    "هذا يوم له لها الي من و بدوره بدورها وقد فقد",
    carried="هو هي هم",
    passive="",
    by="",
)

_FRENCH = _grammar(
    [
        (_V, S, "a declare,ont declare,a affirme,ont affirme,a indique,ont indique,a annonce"),
        (_V, S, "ont annonce,a dit,ont dit,a precise,ont precise,a ajoute,ont ajoute,a souligne"),
        (_V, S, "a assure,ont assure,a confirme,ont confirme,a explique,ont explique,a raconte"),
        (_V, S, "ont raconte,a averti,ont averti,a mis en garde,a fait savoir,a estime,ont estime"),
        (_V, S, "a temoigne,ont temoigne,a fait etat,ont fait etat,declare,affirme,affirment,dit"),
        (_V, S, "disent,indique,indiquent,annonce,annoncent,precise,explique,raconte,racontent"),
        (_V, S, "assure,assurent,ajoute,souligne,estime,estiment,confirme,rappelle,reconnait"),
        (_V, S, "avait annonce,avait affirme,avait indique,avait declare,lance,temoigne,signale"),
        (_V, S, "a appele,a exhorte,a condamne,reclame,parle de,parlent de,evoque,a evoque"),
        (_V, R, "a rapporte,ont rapporte,rapporte,rapportent,a signale,ont signale,signalent"),
        (_V, A, "a accuse,ont accuse,accuse,accusent,pretend,pretendent,a pretendu"),
        (_V, D, "a dementi,ont dementi,dement,dementent,a nie,ont nie,nie,nient"),
        (_V, F, "craint,craignent,a craint,redoute,redoutent"),
        (_W, S, "a recense,a decrit,a montre,a diffuse,a documente,recense,a denonce,denonce"),
        (_B, S, "selon,d apres,de l avis de,aux dires de,au dire de,de source"),
        (_N, S, "citant,citee par,cite par,cites par,de source"),
        (
            _H,
            R,
            "aurait,auraient,serait,seraient,selon des informations,non confirme*,sont signales",
        ),
        (_H, R, "est signale,sont signalees,est signalee,on signale,il semble,selon certaines"),
        (_H, A, "pretendu*,presume*,pretendument"),
        (_H, F, "on craint,il est a craindre,craint on"),
    ],
    ends="que qui dont ou apres avant alors lors quand et/que a ont lundi mardi mercredi jeudi "
    "vendredi samedi dimanche hier ce tandis mais avait etait sont est dans/un dans/une cite",
    borders="que qui mais alors tandis lorsque quand ou dont car si puis",
    edges="lundi mardi mercredi jeudi vendredi samedi dimanche hier matin soir et mais ainsi "
    "toutefois cependant de son cote a ont avait n ne s se t par ailleurs en aussi egalement",
    carried="il elle ils elles",
    passive="ete est sont etait etaient",
    by="par",
)

_GERMAN = _grammar(
    [
        (_V, S, "sagte,sagten,sagt,sagen,erklarte,erklarten,erklart,teilte,teilten,mitgeteilt"),
        (_V, S, "gab an,gaben an,gab bekannt,gaben bekannt,gab,gaben,betonte,betonten,hiess es"),
        (_V, S, "bestatigte,bestatigten,verkundete,verkundeten,erzahlte,erzahlten,erzahlt,warnte"),
        (_V, S, "warnten,fugte hinzu,ausserte,ausserten,sprach von,sprachen von,kundigte,schrieb"),
        (_V, S, "schilderte,schilderten,forderte,forderten,versicherte,raumte ein,raumten ein"),
        (_V, R, "berichtete,berichteten,berichtet,berichten,meldete,meldeten,meldet,melden"),
        (_V, A, "behauptete,behaupteten,behauptet,warf,warfen,beschuldigte,beschuldigten"),
        (_V, D, "bestritt,bestritten,dementierte,dementierten,bestreitet,bestreiten,wies,wiesen"),
        (_V, F, "furchtet,furchten,befurchtet,befurchten,furchtete,befurchtete,befurchteten"),
        (
            _W,
            S,
            "zeigte,zahlte,dokumentierte,bezifferte,verzeichnete,beschrieb,rief,gratulierte,lobte,sendete",
        ),
        (
            _B,
            S,
            "nach angaben von,nach angaben,laut,nach auskunft von,nach auskunft,nach worten",
        ),
        (_B, S, "nach aussage*,nach darstellung,nach den worten,den angaben,so"),
        (_B, R, "nach bericht*,laut bericht*,nach informationen"),
        (_N, S, "unter berufung auf,mit verweis auf,unter verweis auf"),
        (_P, S, "zufolge"),
        (_H, R, "soll,sollen,berichten zufolge,hiess es,offenbar,unbestatigt*,unbestatigten"),
        (_H, A, "angeblich,mutmasslich*,angebliche*,vermeintlich*"),
        (_H, F, "es wird befurchtet"),
    ],
    ends="dass die/sich der/sich sind ist war waren wurde wurden hat haben seien sei am mit an "
    "bekannt hinzu montag dienstag mittwoch donnerstag freitag samstag sonntag gestern heute zu "
    "gegenuber bei nach seit durch vor sich auf als kamen gab gaben hatte hatten liegt liegen "
    "starben fielen schlugen gingen werden wird befindet haben kam",
    borders="dass wahrend aber doch als wenn weil ob",
    edges="am montag dienstag mittwoch donnerstag freitag samstag sonntag gestern heute abend "
    "morgen und aber jedoch zugleich auch zudem es mit hinzu an bekannt zuvor",
    carried="er sie es",
    passive="wurde wurden wird werden worden",
    by="von",
)

_SPANISH = _grammar(
    [
        (_V, S, "dijo,dijeron,dice,dicen,afirmo,afirmaron,afirma,afirman"),
        (_V, S, "anuncio,anunciaron,anuncia,aseguro,aseguraron,asegura,aseguran"),
        (_V, S, "declaro,declararon,senalo,senalaron,senala,senalan,indico,indicaron,indica"),
        (_V, S, "anadio,anadieron,explico,explicaron,explica,relato,relataron,relata,conto"),
        (_V, S, "contaron,cuenta,confirmo,confirmaron,confirma,preciso,precisaron,advirtio"),
        (_V, S, "advirtieron,advierte,comunico,comunicaron,manifesto,sostuvo,reconocieron"),
        (_V, S, "reconocio,detallo,detallaron,subrayo,pidio,pidieron,denuncio,denunciaron"),
        (_V, S, "denuncia,denuncian,ha dicho,ha informado,ha anunciado,han informado,alerto"),
        (_V, R, "informo,informaron,reporto,reportaron,reporta,reportan"),
        (_V, A, "acuso,acusaron,acusa,acusan,alego,alegaron,pretende,acusaron mutuamente"),
        (_V, D, "nego,negaron,niega,niegan,desmintio,desmintieron,desmiente,rechazo,rechazaron"),
        (_V, F, "teme,temen,temio,temian,temia"),
        (_W, S, "mostro,documento,registro,cifro,cifra,describio,contabilizo,difundio,publico"),
        (_B, S, "segun,de acuerdo con,a decir de,en palabras de,segun informo,segun informaron"),
        (_B, S, "segun dijo,segun dijeron,segun afirmo,segun senalo,como informo,segun indico"),
        (_B, S, "segun dice,segun la informacion de,segun datos de,segun fuentes de,segun cuenta"),
        (_N, S, "citando,citando a,citado por,citada por,citados por,que cita a,que cita"),
        (_H, R, "habria,habrian,al parecer,segun informes,sin confirmar,se informo,se reporto"),
        (_H, R, "supuestamente"),
        (_H, A, "presunt*,presuntamente"),
        (_H, F, "se teme"),
    ],
    ends="que quien quienes donde cuando mientras tras lunes martes miercoles jueves viernes "
    "sabado domingo ayer hoy este esta/manana pero a/la/agencia ha han fue fueron era a",
    borders="que pero mientras cuando donde aunque porque si quien",
    edges="el/lunes lunes martes miercoles jueves viernes sabado domingo ayer hoy y pero tambien "
    "ademas este por su parte no lo le les se",
    carried="ella ellos ellas",
    passive="fue fueron sido",
    by="por",
)

_TURKISH = _grammar(
    [
        (_V, S, "soyledi,soylediler,soyluyor,acikladi,acikladilar"),
        (_V, S, "acikliyor,duyurdu,duyurdular,belirtti,belirttiler,belirtiyor,belirtmisti"),
        (_V, S, "kaydetti,kaydettiler,ifade etti,ifade ettiler,dedi,dediler,diyor"),
        (_V, S, "diyorlar,vurguladi,anlatti,anlattilar,anlatiyor,dogruladi,uyardi,uyardilar"),
        (_V, S, "ekledi,kaydediyor,yazdi,konustu,ileri surdu,cagrida bulundu,kinadi"),
        (
            _V,
            R,
            "bildirdi,bildirdiler,bildiriyor,aktardi,aktardilar,aktariyor,rapor etti,raporladi",
        ),
        (_V, A, "iddia etti,iddia ettiler,iddia ediyor,one surdu,one surdular,sucladi,sucladilar"),
        (_V, D, "yalanladi,yalanladilar,reddetti,reddettiler,inkar etti"),
        (_V, F, "endise ediyor,korkuyor"),
        (_W, S, "gosterdi,yayimladi,yayinladi,belgeledi,saydi"),
        (_P, S, "gore"),
        (_N, S, "kaynak gosterek,dayanarak,dayandirdigi"),
        (_H, R, "bildirildi,bildiriliyor,belirtildi,belirtiliyor,duyuruldu,soyleniyor,kaydedildi"),
        (_H, R, "aktarildi,ifade edildi,aciklandi,rapor edildi,oldugu soylendi,ogrenildi"),
        (_H, A, "iddia edildi,iddia ediliyor,one suruldu,one suruluyor,ileri suruldu,sozde"),
        (_H, F, "endise ediliyor,korkuluyor,endise edildi"),
    ],
    ends="ve",
    borders="ancak fakat ama ise",
    edges="bugun dun pazartesi sali carsamba persembe cuma cumartesi pazar ve ancak ise",
    carried="o onlar",
)

_RUSSIAN = _grammar(
    [
        (_V, R, "сообщил*,сообщает,сообщают"),
        (_V, S, "сказал*,говорит,говорят,заявил*,заявляет,заявляют"),
        (_V, S, "рассказал*,рассказывает,рассказывают,отметил*,отмечает,отмечают,подчеркнул*"),
        (_V, S, "подтвердил*,подтверждает,предупредил*,предупреждает,добавил*,уточнил*,пояснил*"),
        (_V, S, "объявил*,объяснил*,передает,передают,передал,передала,передало,пишет,пишут"),
        (_V, S, "указал*,признал,признала,признали,призвал*,считают в,насчитал*,вспоминает"),
        (_V, A, "утверждает,утверждают,утверждал*,обвинил*,обвиняет,обвиняют"),
        (_V, D, "опроверг*,отрицает,отрицают,отрицал*,отверг,отвергла,отвергли,отвергает"),
        (_V, F, "опасается,опасаются,опасался,опасались"),
        (_W, S, "показал*,зафиксировал*,насчитала,опубликовал*,описал*,оценил*"),
        (_B, S, "по словам,по данным,по информации,по утверждению,по оценке,по оценкам"),
        (_B, S, "по сведениям,как сообщил*,как сообщает,как сообщают,как заявил*,как рассказал*"),
        (_B, A, "как утверждает,как утверждают"),
        (_B, S, "по заявлению,как передает,как говорят,как говорит"),
        (_B, S, "согласно,по свидетельству,по рассказам,по рассказу,как отметил*,как уточнил*"),
        (_B, R, "по сообщению,по сообщениям"),
        (_N, S, "со ссылкой на,ссылаясь на"),
        (_H, R, "сообщается,сообщалось,по некоторым данным,предположительно,вероятно,сообщениям"),
        (_H, R, "по предварительным данным,по неподтвержденным данным,как сообщалось"),
        (_H, A, "якобы"),
        (_H, F, "есть опасения"),
    ],
    ends="что который которая которые где когда в/понедельник во/вторник в/среду в/четверг "
    "понедельник вторник среду четверг пятницу субботу воскресенье вчера сегодня после а но",
    borders="что а но где когда пока если хотя который которая которые",
    edges="вчера сегодня и а но также накануне ранее в/понедельник во понедельник вторник среду "
    "четверг пятницу субботу воскресенье утром вечером об о",
    carried="он она они оно",
    passive="был была было были",
    by="",
)

GRAMMARS = {
    "en": _ENGLISH,
    "ar": _ARABIC,
    "fr": _FRENCH,
    "de": _GERMAN,
    "es": _SPANISH,
    "tr": _TURKISH,
    "ru": _RUSSIAN,
}


@lru_cache(maxsize=1 << 15)
def may_cue(language: str, word: str) -> tuple[tuple[tuple[str, ...], Cue], ...]:
    """The cues of a language whose first word a folded word may be (Arabic: joined و, ف too)."""
    listed = GRAMMARS[language].cues
    spellings = [word]
    if language == "ar" and len(word) > 3 and word[0] in "وف":
        spellings.append(word[1:])
    return tuple(
        row for form in spellings for row in listed.get(form[:3], ()) if agrees(form, row[0][0])
    )


@lru_cache(maxsize=1 << 16)
def is_cue(language: str, word: str) -> bool:
    """Whether a word as written may begin a cue of a language."""
    return bool(may_cue(language, fold_word(word)))
