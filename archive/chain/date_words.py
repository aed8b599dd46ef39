"""Names of the months in the calendars of the Arabic press and in English: data, and a lookup by folded form.

Levantine (Syriac), Egyptian and Gulf, Algerian and Tunisian, Moroccan; the Islamic months apart.
``تشرين`` or ``كانون`` alone names no month and is left out on purpose.
"""

from __future__ import annotations

from typing import Final

from archive.text.fold import fold

_GREGORIAN: Final[tuple[tuple[str, ...], ...]] = (
    ("كانون الثاني", "كانون ثاني", "كانون ثان", "يناير", "جانفي", "january", "jan"),
    ("شباط", "فبراير", "فيفري", "february", "feb"),
    ("آذار", "اذار", "مارس", "march", "mar"),
    ("نيسان", "أبريل", "ابريل", "إبريل", "أفريل", "april", "apr"),
    ("أيار", "ايار", "مايو", "ماي", "may"),
    ("حزيران", "يونيو", "يونيه", "جوان", "june", "jun"),
    ("تموز", "يوليو", "يوليه", "يوليوز", "جويلية", "july", "jul"),
    ("آب", "أغسطس", "اغسطس", "أوت", "اوت", "غشت", "august", "aug"),
    ("أيلول", "ايلول", "سبتمبر", "شتنبر", "september", "sept", "sep"),
    ("تشرين الأول", "تشرين أول", "أكتوبر", "اكتوبر", "october", "oct"),
    ("تشرين الثاني", "تشرين ثاني", "تشرين ثان", "نوفمبر", "نونبر", "november", "nov"),
    ("كانون الأول", "كانون أول", "ديسمبر", "دجنبر", "december", "dec"),
)
_ISLAMIC: Final[tuple[tuple[str, ...], ...]] = (
    ("محرم", "المحرم", "محرم الحرام", "muharram"),
    ("صفر", "safar"),
    ("ربيع الأول", "ربيع أول", "rabi al-awwal"),
    ("ربيع الآخر", "ربيع الثاني", "ربيع ثاني", "rabi al-thani"),
    ("جمادى الأولى", "جمادى الأول", "جمادى أولى", "jumada al-ula"),
    ("جمادى الآخرة", "جمادى الثانية", "جمادى الآخر", "جمادى الثاني", "jumada al-thani"),
    ("رجب", "rajab"),
    ("شعبان", "shaaban", "shaban"),
    ("رمضان", "رمضان المبارك", "ramadan"),
    ("شوال", "shawwal"),
    ("ذو القعدة", "ذي القعدة", "ذوالقعدة", "dhu al-qadah", "dhul qadah"),
    ("ذو الحجة", "ذي الحجة", "ذوالحجة", "dhu al-hijjah", "dhul hijjah"),
)


def _numbered(names: tuple[tuple[str, ...], ...]) -> dict[str, int]:
    return {fold(name): number for number, same in enumerate(names, 1) for name in same}


GREGORIAN_MONTHS: Final = _numbered(_GREGORIAN)
"""Folded name → 1-12."""
ISLAMIC_MONTHS: Final = _numbered(_ISLAMIC)
"""Folded name → 1-12."""
