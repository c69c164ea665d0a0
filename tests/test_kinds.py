"""The kind of a report, by its words."""

from __future__ import annotations

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aleppomap.kind_words import TRIGGERS
from aleppomap.kinds import kind_of, trigger_of
from aleppomap.model import Kind

CASES = """
air_strike | Warplanes carried out four raids on the district.
air_strike | Helicopters dropped two barrel bombs on a street.
air_strike | شن الطيران الحربي غارات على الحي
air_strike | ألقت المروحيات براميل متفجرة
air_strike | Des avions ont mené quatre frappes sur le quartier.
air_strike | Bei einem Luftangriff starben vier Menschen.
air_strike | Самолеты нанесли удар по кварталу.
shelling | Mortar shells fell on the square.
shelling | قذائف هاون تسقط على الحي
shelling | Havan mermisi mahalleye düştü.
shelling | В результате обстрела погибли двое.
bombing | A car bomb went off beside the bakery.
bombing | تفجير سيارة مفخخة قرب الدوار
ground_fighting | Clashes broke out at the edge of the quarter.
ground_fighting | دارت اشتباكات عنيفة في محيط الثكنة
ground_fighting | Столкновения продолжались весь день.
control_change | The army captured the hill on Sunday.
control_change | سيطرت القوات على الحي
control_change | Government forces took control of the district.
killing_abuse | A sniper killed a man at the crossing.
killing_abuse | العثور على جثث في النهر
chemical | Chlorine gas was dropped; eleven people suffocated.
chemical | قصف بغاز الكلور
displacement | Hundreds of families fled the shelling.
displacement | نزوح مئات العائلات من الحي
siege_aid | A convoy with food entered the besieged quarter.
siege_aid | دخول قافلة مساعدات إلى الأحياء المحاصرة
medical_facility_hit | An air strike hit the hospital and put it out of service.
medical_facility_hit | غارة تستهدف مشفى في الحي
heritage_damage | The minaret of the Great Mosque collapsed.
heritage_damage | احترقت أسواق أثرية في المدينة القديمة
protest | Some eighty men held a demonstration after prayers.
protest | مظاهرة في الحي تطالب بفك الحصار
statement | The ministry denied the report.
daily_life | Water came back to the district after five days.
daily_life | افتتاح مدرسة بعد ترميمها
other | A five-storey building collapsed at dawn.
other | She walked home.
shelling | On 12 March shells hit the rebel-held district.
control_change | State media announced that the army had retaken the quarter.
control_change | Troops captured the quarter after clashes that lasted a week.
air_strike | A jet fired two missiles at a busy market, killing three.
shelling | A bakery came under fire from tanks.
"""
ROWS = [tuple(part.strip() for part in row.split("|")) for row in CASES.strip().splitlines()]


@pytest.mark.parametrize(("kind", "words"), ROWS)
def test_kind(kind: str, words: str) -> None:
    assert kind_of(words) is Kind(kind)


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.OTHER])
def test_every_kind_has_a_case(kind: Kind) -> None:
    assert any(row[0] == kind.value for row in ROWS)


def test_what_is_denied_is_no_event() -> None:
    assert trigger_of("There was no shelling.") is None


def test_the_wounded_in_a_hospital_do_not_make_it_a_target() -> None:
    words = "Shells hit the square and the wounded were taken to a hospital."
    assert kind_of(words) is Kind.SHELLING


def test_what_stands_around_decides_only_where_the_words_say_nothing() -> None:
    assert kind_of("Eleven people died.", "Warplanes struck the market.") is Kind.AIR_STRIKE
    assert kind_of("Shells fell.", "Warplanes struck the market.") is Kind.SHELLING
    assert kind_of("Eleven people died.") is Kind.OTHER


@given(st.text(max_size=200), st.text(max_size=80))
def test_no_text_breaks_it(words: str, context: str) -> None:
    assert kind_of(words, context) in Kind


def test_no_trigger_stands_under_two_kinds_unless_an_attack_has_two_names() -> None:
    owners: dict[str, list[Kind]] = defaultdict(list)
    for kind, words in TRIGGERS.items():
        for word in set(words.split()):
            owners[word].append(kind)
    shared = {word: kinds for word, kinds in owners.items() if len(kinds) > 1}
    assert len(shared) < 60, shared  # the first kind of the table wins, so its order is a rule
