"""Arabic words that counts cannot decide, folded, for the light stemmer.

Chosen by hand: words of grammar that begin with ال, names and nouns that look like an inflected form of a more
frequent word. All are written as :func:`archive.text.fold.fold` leaves them (ا for every alef, ه for ة, ي for ى, ء for
ؤ and ئ). A change here changes the analyser's version, and with it every index is rebuilt.
"""

from __future__ import annotations

from typing import Final


def _words(table: str) -> tuple[str, ...]:
    return tuple(table.split())


_PLACES_AND_PEOPLE: Final = """
    بحرين جولان درعا صنعا داريا كانون تشرين بوتين ياسين سليمان كامرون كلينتون مادورو باراك بايدن ماكرون
"""
_OWN_ENDINGS: Final = "عليا فعلي دنيا بلدان عدوان تمرين بليون بالون بالونات وفيات قوات بنات ليلي فقدان البان ماذا هكذا"
_GRAMMAR: Final = """
    الله الي الا الان التي الذي الذين اللذان اللذين اللتان اللتين اللواتي اللاتي اللاءي اللهم
    اليه اليها اليهم اليهما الينا اليك اليكم الم المن
    كلما كلنا كلها كله كلهم لماذا عندما بينما حينما ايضا لدي علي هذا هذه
"""

UNITS: Final = frozenset(_words(_PLACES_AND_PEOPLE + _OWN_ENDINGS + _GRAMMAR))
"""Taken as they are, whether found bare or after a particle has gone."""

AL_STEMS: Final = _words("""
    التزم التزام التحق التحاق التهاب التقاء التقت التقوا التقيت التقين التباس التفاف التفت التقط التقاط
    التواء التماس الحاق الحاح الزام الغاء الغام الواح الويه الياف الفين الوان العاب القاب الحان البان
    الماني البانيا الكترون الكسند اليكس اليزاب
""")
"""Words that begin with an ال of their own (إلغاء, التزام: the first radical is ل), by their first letters."""
