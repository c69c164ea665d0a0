"""Which language a text is guessed to be in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aleppomap.language import guess_language

CASES = [
    ("en", "Air strikes hit the district of Fardous on Monday"),
    ("en", "Eighty people were seen leaving the quarter, the rescue workers said."),
    ("ar", "قصف حلب"),
    ("ar", "غارات جوية على حي الفردوس في مدينة حلب"),
    ("ar", "قال ناشطون إن BBC و Reuters نقلتا الخبر عن سكان الحي"),
    ("fr", "Des raids aériens ont frappé le quartier de Fardous, selon les secouristes."),
    ("de", "Bei Luftangriffen auf das Viertel Fardous wurden am Montag Menschen verletzt."),
    ("es", "Los ataques contra el barrio de Fardous dejaron al menos diez muertos."),
    ("tr", "Firdevs mahallesine düzenlenen hava saldırısında çok sayıda kişi de yaralandı."),
    ("ru", "В результате ударов по кварталу Фирдоус в Алеппо погибли не менее десяти человек."),
    ("ku", "Balafirên şer li taxa Firdewsê ya Helebê xistin û di encamê de deh kes hatin kuştin."),
    ("ku", "لە ئەنجامی بۆردومانی گەڕەکی فیردەوس لە حەلەب دە کەس کوژران"),
    # Other languages of the same scripts are none of these.
    (None, "در حمله هوایی به محله فردوس در حلب ده نفر کشته شدند و چندین نفر زخمی شدند"),
    (None, "Унаслідок ударів по кварталу Фірдоус в Алеппо загинули щонайменше десять людей."),
    (None, "При удари по квартала Фардус в Алепо са загинали най-малко десет души."),
    (None, "Gli attacchi contro il quartiere di Fardous hanno ucciso almeno dieci persone."),
    # Too little to go by.
    (None, ""),
    (None, "1234 5678 …"),
    (None, "Fardous"),
    (None, "Bustan al-Qasr"),
    (None, "حي"),
]


@pytest.mark.parametrize(("language", "text"), CASES)
def test_language_is_told_by_script_and_small_words(language: str | None, text: str) -> None:
    assert guess_language(text) == language


def test_a_name_in_another_script_does_not_sway_it() -> None:
    text = (
        "The men of the quarter (حي الفردوس) were taken to the school, and the women to a mosque."
    )
    assert guess_language(text) == "en"


@given(st.text())
def test_any_text_has_a_known_language_or_none(text: str) -> None:
    assert guess_language(text) in {None, "en", "ar", "fr", "de", "es", "tr", "ru", "ku"}
