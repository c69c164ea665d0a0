"""German words of counting and of harm; labels as in ``lexicon``."""

from __future__ import annotations

REACH = 8

_ONES = "ein zwei drei vier fünf sechs sieben acht neun".split()
_TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split()
NUMBERS = {word: value for value, word in enumerate(_ONES[1:], 2)}
NUMBERS |= {word: value * 10 for value, word in enumerate(_TENS, 2)}
NUMBERS |= {
    f"{one}und{ten}": value * 10 + unit
    for value, ten in enumerate(_TENS, 2)
    for unit, one in enumerate(_ONES, 1)
}
NUMBERS |= {f"{one}hundert": value * 100 for value, one in enumerate(_ONES, 1)}
NUMBERS |= {f"{one}tausend": value * 1000 for value, one in enumerate(_ONES, 1)}
NUMBERS |= {
    "zehn": 10, "elf": 11, "zwölf": 12, "dreizehn": 13, "vierzehn": 14, "fünfzehn": 15,
    "sechzehn": 16, "siebzehn": 17, "achtzehn": 18, "neunzehn": 19, "zweier": 2, "dreier": 3,
}  # fmt: skip
NUMBERS |= {"ein": 1, "eine": 1, "einen": 1, "einem": 1, "einer": 1}
TIMES = {"dutzend": 12, "hundert": 100, "tausend": 1000, "million": 10**6, "millionen": 10**6}

WORDS = {
    "low": "mindestens wenigstens mehr_als über nicht_weniger_als zumindest",
    "top": "bis_zu höchstens weniger_als maximal unter knapp_unter",
    "about": "etwa rund ungefähr circa ca fast knapp gut beinahe nahezu insgesamt um_die",
    "between": "zwischen von",
    "to": "bis und oder",
    "after_low": "oder_mehr",
    "vague": "dutzende hunderte tausende mehrere einige zehntausende viele zahlreiche dutzenden"
    " hunderten tausenden",
    "art": "ein eine einen einem einer",
    "poss": "sein seine ihre ihr der die das den",
    "of": "von der",
    "and": "und sowie",
    "or": "oder",
    "prep": "in im an am auf bei nach aus von vom zu zum zur mit durch für unter über nahe gegen"
    " bis seit",
    "skip": "weitere weiteren andere anderen der die den von sind seien",
    "be": "wurden wurde worden sind ist seien werden waren sei war",
    "stop": "sagte sagten teilte berichtete meldete erklärte nachdem während als wo bevor"
    " festgenommen eingeschlossen warten leben lebten harren",
    "incl": "darunter einschließlich unter_ihnen davon inklusive unter_den_toten_sind"
    " unter_den_toten",
    "within": "unter_den",
    "of_them": "von_ihnen davon",
    "since": "seit bisher bislang",
    "total": "insgesamt",
    "killed*": "getötet getöteten töteten tötete töten starben starb ermordet erschossen"
    " hingerichtet",
    "killed>": "tod_von töteten tötete tod_des tod_der leichen_von ermordung_von tötung_von",
    "killed<": "ums_leben gestorben umgekommen gefallen tot sterben das_leben ihr_leben umkamen"
    " getötete",
    "killed^": "zahl_der_toten zahl_der_todesopfer zahl_der_getöteten opferzahl",
    "killed#": "tote toten todesopfer todesopfern leichen leichname toter tode märtyrer todesfälle",
    "injured*": "verletzt verletzten verletzte verwundet verwundeten verwundete",
    "injured>": "verletzten verwundeten verletzte",
    "injured#": "verletzte verletzten verwundete verwundeten verletzter",
    "injured^": "zahl_der_verletzten",
    "casualties#": "opfer opfern",
    "displaced*": "flohen floh geflohen geflüchtet vertrieben evakuiert flüchteten verließen",
    "displaced>": "vertreibung_von evakuierung_von flucht_von",
    "displaced<": "flucht verlassen fliehen in_sicherheit_gebracht verlassen_haben flüchten",
    "displaced#": "vertriebene flüchtlinge vertriebenen binnenvertriebene",
    "returned<": "zurückgekehrt kehrten heimgekehrt",
    "detained*": "festgenommen verhaftet entführt",
    "person": "menschen personen zivilisten soldaten kämpfer rebellen männer aufständische"
    " zivilpersonen bewohner einwohner mitglieder schüler studenten ärzte sanitäter helfer"
    " patienten polizisten journalisten islamisten leute kämpfern männern soldat_en",
    "person1": "mensch person zivilist soldat kämpfer rebell mann bewohner schüler student arzt"
    " sanitäter helfer polizist journalist",
    "woman": "frauen",
    "woman1": "frau mutter",
    "child": "kinder kindern minderjährige mädchen jungen babys säuglinge",
    "child1": "kind mädchen junge baby säugling",
    "family": "familien haushalte",
    "family1": "familie",
    "strikes": "luftangriffe luftangriffen raketen granaten geschosse fassbomben bomben angriffe"
    " mörsergranaten luftschläge",
    "buildings": "gebäude häuser wohnungen schulen krankenhäuser läden wohnhäuser",
    "damage": "zerstört zerstörten zerstörte beschädigt eingestürzt",
    "area": "quadratkilometer quadratkilometern km² km2 qkm",
    "area:ha": "hektar",
    "thing": "januar februar märz april mai juni juli august september oktober november dezember"
    " autos fahrzeuge jahre jahren jahr monate monaten wochen woche tage tagen tag stunden stunde"
    " minuten kilometer kilometern km meter metern prozent % viertel stadtteile dörfer städte"
    " busse bussen lastwagen panzer mal stockwerke gruppen stellungen tonnen euro dollar uhr"
    " brigaden",
}
