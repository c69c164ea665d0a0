"""Where fire came from: own cases in seven languages; leaving a place is not firing from it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aleppomap.model import Mention, Span, Status
from aleppomap.origins import find_origins

# {X} is a place that fire came from, [X] a place that it did not come from.
CASES = """
Shells fired from {Bani Zeid} fell in [Jamiliyeh].
Rockets launched from {Rashideen} hit [Hamdaniyeh].
Mortar rounds fired by rebels from {Leramoun} landed on [Nile Street].
Sniper fire from {Bustan al-Qasr} killed a woman at the crossing in [Masharqa].
Five people died in [Midan] when shells were fired from rebel-held {Bustan al-Basha}.
Artillery positioned at {Ramouseh} pounded [Sukkari] all night.
Artillery based in the {military academy} shelled [Salaheddine].
Rebels in {Bani Zeid} shelled [Ashrafieh].
Fighters in {Sakhour} fired rockets at [Suleimaniyeh].
Helicopters took off from {Nayrab airport} and bombed [Marjeh].
Shelling from {Khan al-Asal} to [Halab al-Jadida] went on.
Shells fired from {Castello} and {Shqeif} hit [Sheikh Maqsoud].
The rockets came from {Leramoun}, the army said, and hit [Khalidiya].
The shells, fired from the direction of {Bani Zeid}, struck a bakery in [Suryan].
Families fled from [Sakhour] to [Sheikh Maqsoud].
Bodies from [Qaterji] were brought to the hospital in [Shaar].
Residents from [Fardous] said shells had hit the market.
The army withdrew from [Salaheddine] after shelling.
Fighters were evacuated from [Ansari] under fire.
Rebels shelled [Hamdaniyeh] and pulled out from [Rashideen].
The army captured [Hanano] from rebels after heavy artillery fire.
Air strikes hit [Shaar] and shells fell on [Midan].
The fire brigade came from [Jamiliyeh].
Smoke rose from [Sakhour] after an air strike.
Two kilometres from [Layramoun] a barrel bomb fell.
A doctor from [Kallaseh] was killed by a rocket in [Maadi].
Rebels in [Sheikh Maqsoud] were shelled by the army.
Shells fell on rebels in [Bani Zeid].
سقطت قذائف مصدرها {بني زيد} على [الجميلية].
قذائف أطلقت من {الراشدين} سقطت على [الحمدانية].
رمايات من {تلة المحروقات} على [مشروع 1070].
استهدف المسلحون من مواقعهم في {بستان القصر} حي [الفيض].
قصف مدفعي من {الراموسة} على [السكري].
إطلاق نار من {الصاخور} باتجاه [الميدان].
انطلقت الصواريخ من {مطار النيرب} نحو [طريق الباب].
أقلعت المروحيات من {مطار النيرب} وقصفت [المرجة].
نزوح الأهالي من [الشعار] بعد القصف على [الميسر].
انسحبت القوات من [صلاح الدين] بعد قصف عنيف.
انتشال جثث من [الكلاسة] بعد القصف.
قصف الطيران القسم الغربي من [الشيخ مقصود].
خروج المدنيين من [بستان القصر] تحت القصف.
سقطت قذيفة على [الميدان].
قصفت الطائرات العديد من [الشعار].
Des obus tirés depuis {Bani Zeid} sont tombés sur [Jamiliyé].
Les tirs provenant de {Leramoun} ont touché [Khalidiyé].
Les habitants ont fui de [Sakhour] vers [Cheikh Maqsoud].
Des obus sont tombés sur le quartier de [Midan].
Granaten, die aus {Bani Zeid} abgefeuert wurden, trafen [Midan].
Aus {Leramun} wurden Raketen abgeschossen, sie trafen [Khalidija].
Bewohner aus [Schaar] flohen nach [Salihin].
Bomben trafen ein Haus aus Stein in [Midan].
Proyectiles disparados desde {Bani Zeid} cayeron en [Midan].
Cohetes lanzados desde {Leramun} alcanzaron [Jalidiya].
Los vecinos huyeron desde [Sajur] hacia [Midan].
{Beni Zeyd}'den atılan havan mermileri [Meydan] mahallesine düştü.
{Neyrab Havaalanı}'ndan havalanan helikopterler [Merce] mahallesini bombaladı.
[Sahur]'dan kaçan aileler [Şeyh Maksut] mahallesine sığındı.
Снаряды, выпущенные из {Бени-Зейда}, упали на [Мидан].
Ракеты прилетели из {Ашрафии} в [Шейх-Максуд].
Жители бежали из [Сахура] в [Шейх-Максуд].
Снаряд упал на [Мидан].
"""
ROWS = CASES.strip().splitlines()
_MARK = re.compile(r"\{([^{}]+)\}|\[([^\[\]]+)\]")


def _read(marked: str) -> tuple[str, list[Mention], set[int]]:
    text, mentions, origins, at = "", [], set(), 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        surface = mark[1] or mark[2]
        if mark[1]:
            origins.add(len(mentions))
        mentions.append(
            Mention(
                start=len(text),
                end=len(text) + len(surface),
                surface=surface,
                status=Status.RESOLVED,
                place_id="x",
            )
        )
        text += surface
    return text + marked[at:], mentions, origins


@pytest.mark.parametrize("row", ROWS)
def test_one_sentence(row: str) -> None:
    text, mentions, origins = _read(row)
    assert find_origins(text, Span(0, len(text)), mentions) == origins


def test_mentions_of_other_sentences_are_left_out() -> None:
    text, mentions, _ = _read("Shells fired from {Bani Zeid} fell. They hit [Midan].")
    second = Span(text.index("They"), len(text))
    assert find_origins(text, second, mentions) == frozenset()


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.text(min_size=1, max_size=120), st.sampled_from(ROWS).map(lambda r: _read(r)[0])),
    st.lists(st.tuples(st.integers(0, 119), st.integers(1, 12)), max_size=4),
)
def test_never_raises_and_names_only_given_mentions(text: str, cuts: list[tuple[int, int]]) -> None:
    mentions = [
        Mention(start=a, end=a + n, surface=text[a : a + n], status=Status.CITY, name="x")
        for a, n in sorted(cuts)
        if a + n <= len(text)
    ]
    assert find_origins(text, Span(0, len(text)), mentions) <= set(range(len(mentions)))
