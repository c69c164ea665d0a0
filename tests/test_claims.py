"""Who says so: own cases in seven languages, the worked example, and laws."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aleppomap.claimants import choose_voice, find_voices, fold_word
from aleppomap.claims import FoundClaim, find_claims, find_scoped_claims
from aleppomap.sentences import find_sentences

SEED = Path(__file__).resolve().parents[1].parent / "shared" / "seed" / "000_5c5a243ea61812fc.txt"

# language | sentence | claimant id (- none) | hedge (- none) | the claimant's words (empty: any)
CASES = """
en|Two barrels hit the market, the Syrian Observatory for Human Rights said.|sohr|said|the Syrian Observatory for Human Rights
en|The Observatory said six people had died.|sohr|said|The Observatory
en|SOHR put the number at 14.|sohr|said|SOHR
en|According to the Syrian Observatory for Human Rights, a shell fell in Midan.|sohr|said|
en|A shell fell in Midan, according to residents.|resident|said|residents
en|The White Helmets reported three strikes on Sukkari.|civil-defence|reported|The White Helmets
en|Rescue teams were still digging, a civil defence official told AFP.|civil-defence|said|a civil defence official
en|State television said rockets had landed near the university.|state-media|said|State television
en|SANA reported that shells fell on Hamdaniyeh.|sana|reported|SANA
en|A military source denied that the road was cut.|syrian-army|denied|A military source
en|The Syrian army announced the end of the truce.|syrian-army|said|The Syrian army
en|Syrian army units have cut the road, an army officer said on Monday.|syrian-army|said|an army officer
en|The Russian Defence Ministry denied bombing the hospital.|russian-mod|denied|The Russian Defence Ministry
en|Russia's Defense Ministry said ten buses had left.|russian-mod|said|
en|The U.S. State Department condemned the raid.|us-state-department|said|
en|The World Health Organization said the clinic was out of service.|who|said|
en|The WHO says no hospital is left.|who|said|The WHO
en|UNICEF said the pumping station had been shut.|unicef|said|UNICEF
en|OCHA reported 20,000 newly displaced people.|ocha|reported|OCHA
en|The ICRC said it had moved 25 patients.|icrc|said|The ICRC
en|The Red Crescent said its buses had been shot at.|sarc|said|The Red Crescent
en|Amnesty International accused the groups of shelling homes.|amnesty|alleged|Amnesty International
en|Human Rights Watch documented nine attacks.|hrw|reported|Human Rights Watch
en|Medecins Sans Frontieres said the hospital had been hit twice.|msf|said|
en|Activists claimed that cluster bombs were used.|activist|alleged|Activists
en|An activist with the Aleppo Media Center said the strike hit a school.|amc|said|
en|A doctor in Sukkari said he had treated 12 people.|medic|said|A doctor in Sukkari
en|"We have no bread," said Umm Ahmad, a mother of four in Salaheddine.|resident|said|a mother of four in Salaheddine
en|"We have no bread," a baker in Salaheddine told Reuters.|resident|said|
en|A Reuters reporter saw smoke over the citadel, and a Reuters correspondent said gunfire went on.|own-reporter|said|
en|An AFP correspondent said the streets were empty.|own-reporter|said|An AFP correspondent
en|A rebel commander said his men had withdrawn.|fighter|said|A rebel commander
en|Rebels said they had taken the hill.|opposition|said|Rebels
en|The Free Syrian Army said it held the crossing.|fsa|said|
en|Ahrar al-Sham said two fighters were killed.|ahrar-al-sham|said|
en|Islamic State claimed a car bomb at the checkpoint.|isis|alleged|Islamic State
en|The SDF said its positions had been shelled.|sdf|said|The SDF
en|The Asayish said four people were wounded.|asayish|said|The Asayish
en|France denounced the siege, and the French foreign ministry said so in writing.|france|said|
en|The UN human rights office said it had reports of killings.|ohchr|reported|The UN human rights office
en|An outbreak is likely, a local council member said.|local-council|said|
en|The governor of Aleppo said the school would open.|aleppo-governorate|said|
en|The mufti of Aleppo urged calm.|clergy|said|
en|State media, quoting a military source, said the hill had fallen.|syrian-army|said|a military source
en|State television quoted a police source as saying that two shells fell.|aleppo-police|said|a police source
en|Turkish President Erdogan said talks would go on.|turkey|said|
en|The strike was reported by residents of Shaar.|resident|reported|residents of Shaar
en|The attack reportedly killed nine people.|-|reported|
en|Barrel bombs allegedly fell on the square.|-|alleged|
en|Dozens were feared trapped under the rubble.|-|feared|
en|The clinic was said to have run out of blood bags.|-|reported|
en|The bus station is believed to have been hit twice.|-|reported|
en|Three car bombs went off on Wednesday near the square.|-|-|
en|The attack claimed the lives of nine people.|-|-|
en|Shells fell on Midan and set fire to a car.|-|-|
en|There were no reports of casualties.|-|-|
en|SOHR: shelling on Bani Zeid|sohr|said|SOHR
en|Aleppo: shelling on Bani Zeid|-|-|
en|Air strikes hit eastern districts - activists|activist|said|activists
en|The residents of the opposition-held east were bombed again.|-|-|
ar|قال المرصد السوري إن ثلاثة أشخاص قتلوا في السكري.|sohr|said|المرصد السوري
ar|أفاد المرصد السوري لحقوق الإنسان بمقتل ثلاثة أشخاص.|sohr|reported|المرصد السوري لحقوق الإنسان
ar|وأفاد ناشطون بسقوط برميل على الشعار.|activist|reported|ناشطون
ar|قتل خمسة أشخاص في الميسر بحسب الدفاع المدني.|civil-defence|said|الدفاع المدني
ar|وفقاً لمصدر عسكري فإن الطريق مقطوع.|syrian-army|said|
ar|نقلت رويترز عن مصدر عسكري أن الطريق فتح.|syrian-army|said|مصدر عسكري
ar|أعلنت القيادة العامة للجيش السيطرة على بني زيد.|syrian-army|said|القيادة العامة للجيش
ar|ونفت وزارة الدفاع الروسية قصف المشفى.|russian-mod|denied|وزارة الدفاع الروسية
ar|زعم ناشطون أن القصف كان بغاز الكلور.|activist|alleged|ناشطون
ar|اتهمت المعارضة النظام بخرق الهدنة.|opposition|alleged|
ar|حذرت منظمة الصحة العالمية من انتشار الأمراض.|who|feared|منظمة الصحة العالمية
ar|قالت الأمم المتحدة إن الطريق مغلق.|un|said|الأمم المتحدة
ar|ذكرت وكالة سانا أن قذائف سقطت على الحمدانية.|sana|reported|وكالة سانا
ar|ذكر مصدر في قيادة شرطة حلب أن قذيفتين سقطتا.|aleppo-police|reported|مصدر في قيادة شرطة حلب
ar|قال طبيب في مشفى القدس إن الجرحى كثيرون.|medic|said|طبيب في مشفى القدس
ar|قال سكان في حلب لفرانس برس إن غارة وقعت.|resident|said|
ar|وقال شهود عيان إن الطائرة عادت.|resident|said|شهود عيان
ar|أكدت منظمة العفو الدولية وقوع الهجوم.|amnesty|said|منظمة العفو الدولية
ar|وأوضح مدير التربية أن المدارس مغلقة.|education-directorate|said|مدير التربية
ar|قال مراسلنا إن القصف متواصل.|own-reporter|said|مراسلنا
ar|أعلنت جبهة النصرة مسؤوليتها عن التفجير.|nusra-front|said|جبهة النصرة
ar|أعلن الجيش الحر سيطرته على الحاجز.|fsa|said|الجيش الحر
ar|مراسل شام: غارات على الهلك|shaam-network|said|مراسل شام
ar|المرصد السوري: قتلى في قصف على الصاخور|sohr|said|المرصد السوري
ar|أنباء عن سقوط جرحى في باب النيرب|-|reported|
ar|يُخشى وجود عالقين تحت الأنقاض في المعادي.|-|feared|
ar|حلب: قصف على حي الشعار|-|-|
ar|ولم ترد أي معلومات عن ضحايا.|-|-|
ar|سقطت قذيفة على حي الميدان مساء أمس.|-|-|
ar|كتائب الثوار تعلن تحرير الثكنة|opposition|said|
fr|Des barils sont tombés sur Soukkari, selon l'Observatoire syrien des droits de l'Homme.|sohr|said|l'Observatoire syrien des droits de l'Homme
fr|L'armée syrienne a annoncé la prise du quartier.|syrian-army|said|
fr|« Il n'y a plus de pain », a déclaré un habitant de Chaar.|resident|said|un habitant de Chaar
fr|D'après des militants, trois raids ont visé le marché.|activist|said|
fr|Moscou a démenti avoir bombardé l'hôpital.|russia|denied|Moscou
fr|L'opposition a accusé le régime de violer la trêve.|opposition|alleged|
fr|L'ONU a indiqué que le convoi était bloqué.|un|said|L'ONU
fr|Un correspondant de l'AFP a rapporté des tirs.|own-reporter|reported|
fr|Le raid aurait fait neuf morts.|-|reported|
fr|Trois bombes ont explosé mercredi près de la place.|-|-|
de|Nach Angaben der Syrischen Beobachtungsstelle starben sechs Menschen.|sohr|said|
de|Laut Aktivisten traf eine Fassbombe den Markt.|activist|said|Aktivisten
de|Die Armee habe das Viertel geräumt, sagte ein Sprecher der Weißhelme.|civil-defence|said|ein Sprecher der Weißhelme
de|Die Staatsagentur Sana berichtete, Granaten seien eingeschlagen.|sana|reported|
de|Das russische Verteidigungsministerium bestritt den Angriff.|russian-mod|denied|
de|Den Rebellen zufolge ist die Straße wieder offen.|opposition|said|
de|Die Vereinten Nationen teilten mit, der Konvoi stehe still.|un|said|
de|Bei dem Angriff sollen neun Menschen gestorben sein.|-|reported|
de|Am Mittwoch explodierten drei Autobomben am Platz.|-|-|
es|Dos barriles cayeron sobre el mercado, según el Observatorio Sirio de Derechos Humanos.|sohr|said|el Observatorio Sirio de Derechos Humanos
es|El Ejército sirio anunció la toma del barrio.|syrian-army|said|
es|Según activistas, la aviación atacó el mercado.|activist|said|activistas
es|Tres proyectiles cayeron en el barrio, informó la agencia oficial SANA.|sana|reported|
es|El Ministerio de Defensa ruso negó el ataque.|russian-mod|denied|
es|Un médico dijo que había doce heridos.|medic|said|Un médico
es|Los Cascos Blancos dijeron que la clínica quedó destruida.|civil-defence|said|
es|Supuestamente murieron nueve personas.|-|reported|
es|Tres coches bomba estallaron el miércoles.|-|-|
tr|Suriye İnsan Hakları Gözlemevi, Sukkari'de altı kişinin öldüğünü bildirdi.|sohr|reported|
tr|Görgü tanıklarına göre mahalleye iki varil düştü.|resident|said|
tr|Suriye ordusu, mahallenin alındığını duyurdu.|syrian-army|said|Suriye ordusu
tr|Beyaz Baretliler üç saldırı olduğunu açıkladı.|civil-defence|said|
tr|Rusya Savunma Bakanlığı, saldırıyı yalanladı.|russian-mod|denied|
tr|Aktivistler, hastanenin vurulduğunu söyledi.|activist|said|Aktivistler
tr|Mahallede dokuz kişinin öldüğü bildirildi.|-|reported|
tr|Saldırıda klor kullanıldığı iddia edildi.|-|alleged|
tr|Mahalleye iki varil düştü.|-|-|
ru|По данным Сирийской обсерватории, погибли шесть человек.|sohr|said|
ru|По словам местных жителей, снаряды упали на рынок.|resident|said|
ru|Минобороны РФ опровергло удар по больнице.|russian-mod|denied|
ru|Сирийская армия заняла квартал, сообщило агентство САНА.|sana|reported|
ru|Как сообщили активисты, вертолёты вернулись вечером.|activist|said|
ru|Представитель ООН заявил, что колонна стоит.|un|said|
ru|Врач рассказал о двенадцати раненых.|medic|said|Врач
ru|Снаряды якобы были выпущены ночью.|-|alleged|
ru|Сообщается о девяти погибших.|-|reported|
ru|Три снаряда упали на рынок в среду.|-|-|
"""
ROWS = [line.split("|") for line in CASES.strip().splitlines()]


def _only(text: str, language: str | None) -> FoundClaim | None:
    return find_claims(text, find_sentences(text), language)[0]


def test_the_table_is_large_enough() -> None:
    assert len(ROWS) >= 120
    assert {row[0] for row in ROWS} == {"en", "ar", "fr", "de", "es", "tr", "ru"}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[1][:50])
def test_one_sentence(row: list[str]) -> None:
    language, text, claimant, hedge, words = row
    found = _only(text, language)
    got = found.claim if found else None
    assert (got.claimant_id if got else None) == (None if claimant == "-" else claimant)
    assert (str(got.hedge) if got and got.hedge else None) == (None if hedge == "-" else hedge)
    if words:
        assert got is not None
        assert got.claimant == words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A doctor said ten were hurt. He added that two had died.", ["medic", "medic"]),
        ("قال المرصد السوري إن القصف توقف. وأضاف أن الأهالي عادوا.", ["sohr", "sohr"]),
        (
            '"The clinic is gone. Nobody came to help," said a nurse in Shaar. "We wait."',
            ["medic", "medic", "medic"],
        ),
        ("Activists said a barrel fell. The market was closed.", ["activist", None]),
        (
            "A hospital director spoke. Rupert Colville, spokesman for the U.N. human rights "
            "office, said 82 were killed. Colville said there could be more.",
            [None, "ohchr", "ohchr"],
        ),
        ("A police source said two fell. The source added that one died.", ["aleppo-police"] * 2),
    ],
)
def test_speakers_carry_on(text: str, expected: list[str | None]) -> None:
    found = find_claims(text, find_sentences(text))
    assert [f.claim.claimant_id if f else None for f in found] == expected


def test_two_claims_in_one_sentence_have_stretches_of_their_own() -> None:
    text = "An army source said the hill was taken; rebels said they still held the summit road."
    (claims,) = find_scoped_claims(text, find_sentences(text))
    assert [c.claim.claimant_id for c in claims] == ["syrian-army", "opposition"]
    hill = text.index("hill")
    assert claims[0].scope_start <= hill < claims[0].scope_end <= claims[1].scope_start


def test_a_private_person_is_a_role() -> None:
    text = "Abu Samir al-Halabi, a shopkeeper in Kallaseh, said the street was burning."
    found = _only(text, "en")
    assert found is not None
    assert found.claim.claimant_id == "resident"
    assert "Samir" not in (found.claim.claimant or "")


@pytest.mark.skipif(not SEED.exists(), reason="the seed article is not beside this checkout")
@pytest.mark.parametrize(
    ("words", "claimant", "hedge"),
    [
        ("summarily killed at least 82", "ohchr", "reported"),
        ("including 11 women and 13 children", "ohchr", "reported"),
        ("less than a square kilometre", "ohchr", "said"),
        ("less than three sq km", "civil-defence", "said"),
        ("more than 8,000 civilians", "russian-mod", "reported"),
        ("many corpses in Fardous", "resident", "said"),
        ("new frontline along the river", "levant-front", "said"),
        ("late on Monday and through the night", "own-reporter", "said"),
        ("rocket fire pounded", "sohr", "reported"),
        ("flattened buildings", None, None),
        ("taking the desert city of Palmyra", None, None),
    ],
)
def test_the_worked_example(words: str, claimant: str | None, hedge: str | None) -> None:
    text = SEED.read_text(encoding="utf-8")
    sentences = find_sentences(text)
    at = text.index(words)
    number = next(k for k, s in enumerate(sentences) if s.start <= at < s.end)
    found = find_claims(text, sentences)[number]
    assert (found.claim.claimant_id if found else None) == claimant
    assert (found.claim.hedge if found else None) == hedge


def test_side_words_that_own_ground_do_not_speak() -> None:
    words = [fold_word(w) for w in "the rebel held east".split()]
    assert choose_voice(find_voices(words)) is None


def test_capitals_tell_the_agency_from_the_pronoun() -> None:
    assert choose_voice(find_voices([fold_word("WHO")])) is not None
    assert choose_voice(find_voices([fold_word("who")])) is None


_PIECES = st.lists(
    st.sampled_from(
        [
            *(row[1] for row in ROWS),
            *"said told according to the by who : ; , . \" ' « » ( ) \n - – قال إن عن نقلت أن".split(
                " "
            ),
            "U.N.",
        ]
    ),
    max_size=12,
).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=200), _PIECES), st.sampled_from([None, "en", "ar", "tr", "xx"]))
def test_never_raises_and_words_are_slices(text: str, language: str | None) -> None:
    sentences = find_sentences(text)
    found = find_claims(text, sentences, language)
    assert len(found) == len(sentences)
    for claim in found:
        if claim is None:
            continue
        assert 0 <= claim.start <= claim.end <= len(text)
        assert 0 <= claim.scope_start <= claim.scope_end <= len(text)
        if claim.claim.claimant is None:
            assert claim.claim.hedge is not None
        else:
            assert text[claim.start : claim.end] == claim.claim.claimant
            assert claim.claim.claimant_id and claim.claim.claimant_type and claim.claim.hedge
