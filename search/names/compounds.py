"""Arabic names of two words that are written together or apart: عبد الله and عبدالله, Abdullah, Abdel Rahman.

What both languages do with *servant of* and *… of the faith* follows a rule, so the spellings are made by it and
stand beside the gazetteer as entries of it. Latin articles are no words of a name (:mod:`search.names.spelling`):
Abd al-Rahman and Abd er Rahman are one spelling already.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

_SERVANT: Final = ("عبد", ("Abd", "Abdul", "Abdel", "Abdal", "Abdoul", "Abdol"))
# The second word, with the article in Arabic and without it in Latin letters, and the usual Latin form of the whole.
_SERVANTS_OF: Final = """
    الله: Allah Ullah Alah | الرحمن: Rahman Rahmane Rehman | العزيز: Aziz Azeez | القادر: Qadir Qader Kader Kadir
    الكريم: Karim Kareem Krim | الحميد: Hamid Hameed | المجيد: Majid Majeed Magid Meguid Majied | الرحيم: Rahim Raheem
    اللطيف: Latif Lateef | الحليم: Halim Haleem | السلام: Salam Salaam | الناصر: Nasser Nasir Naser | الهادي: Hadi Hady
    الباسط: Basit Basset Baset | الغني: Ghani Ghany | الفتاح: Fattah Fatah | الجبار: Jabbar Jabar Gabbar
    الحق: Haq Hak Haqq | الحي: Hai Hay
    الخالق: Khaliq Khalek | الرؤوف: Raouf Rauf | الرزاق: Razzaq Razzak Razak Razaq
    الستار: Sattar Satar | الصمد: Samad | العال: Aal | العظيم: Azim Azeem | الغفار: Ghaffar Ghafar | القدوس: Quddus
    القيوم: Qayyum | المالك: Malik Malek | المنعم: Moneim Munim Monem | المطلب: Muttalib Mutalib | المهدي: Mahdi Mehdi
    النور: Nour Nur | الواحد: Wahid Wahed | الوهاب: Wahhab Wahab Ouahab | الباري: Bari | الجليل: Jalil Jaleel Galil
"""
_FAITH: Final = (
    "الدين",
    ("Din", "Deen", "Dine", "Eddin", "Eddine", "Uddin", "Aldin", "Aldeen", "Eldin", "Adin", "Edin"),
)
_OF_THE_FAITH: Final = """
    صلاح: Salah Salaheddine Salahuddin Saladin | نور: Nur Nour Noureddine Nureddin | علاء: Ala Alaa | عز: Izz Ezz Az
    بدر: Badr Badreddine | محيي: Muhyi Mohi Mohieddin Muhieddine | فخر: Fakhr Fakhreddine | شمس: Shams Chams Chamseddine
    سعد: Saad Sad | سيف: Saif Seif Sayf | جمال: Jamal Gamal Djamel | تقي: Taqi Taki | حسام: Husam Hossam Houssam
    خير: Khair Kheir | ناصر: Nasir Nasser Naser
    شهاب: Shihab Shehab Chehab | زين: Zain Zein Zine | بهاء: Baha Bahaa | ضياء: Diaa Ziya Dia
    كمال: Kamal Kemal | عماد: Imad Emad | صفي: Safi | جلال: Jalal Galal | نجم: Najm Nejm | رشيد: Rashid | تاج: Taj Tag
"""
_GLUED: Final = ("al", "el", "ul", "ed", "ud", "id", "ad", "e", "a", "")


@cache
def spelled() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """``(Arabic spellings, Latin spellings)`` of each compound, the usual ones first."""
    return (*_servants(), *_of_the_faith())


def _servants() -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    arabic, beginnings = _SERVANT
    for second, latin in _rows(_SERVANTS_OF):
        glued = (begin + form.lower() for begin in beginnings for form in latin)
        apart = (f"{begin} {form}" for begin in beginnings for form in latin)
        doubled = (f"Abd{vowel}{form[0].lower()}{form.lower()}" for vowel in "aeu" for form in latin)
        single = (f"Abd{vowel}{form.lower()}" for vowel in "aeu" for form in latin)
        usual = ("Abdullah", "Abdallah", "Abdulla", "Abdalla") if second == "الله" else ()
        forms = dict.fromkeys((*usual, *glued, *apart, *doubled, *single))
        yield (f"{arabic} {second}", f"{arabic}{second}"), tuple(forms)


def _of_the_faith() -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    arabic, endings = _FAITH
    for first, latin in _rows(_OF_THE_FAITH):
        apart = (f"{form} {end}" for form in latin for end in endings)
        glued = (form + glue + end.lower() for form in latin for glue in _GLUED for end in endings[:3])
        whole = (form for form in latin if len(form) > 7 or form == "Saladin")
        yield (f"{first} {arabic}", f"{first}{arabic}"), tuple(dict.fromkeys((*apart, *glued, *whole)))


def _rows(table: str) -> Iterator[tuple[str, list[str]]]:
    for row in table.replace("\n", " | ").split(" | "):
        arabic, _, latin = row.strip().partition(": ")
        if arabic:
            yield arabic, latin.split()
