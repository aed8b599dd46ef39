"""Arabic number words in both genders and all cases: data, folded (:func:`archive.text.fold.fold`).

``مئة`` and ``مائة`` fold to ``مءه`` and ``ماءه``; ``ثمانٍ``, ``ثماني`` and ``ثمانية`` keep their endings.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

_STEMS: Final = {3: "ثلاث", 4: "اربع", 5: "خمس", 6: "ست", 7: "سبع", 8: "ثمان", 9: "تسع"}

_SPOKEN_TEENS: Final = {
    11: "حد", 12: "اتن", 13: "تلت", 14: "اربعت", 15: "خمست", 16: "ست", 17: "سبعت", 18: "تمنت", 19: "تسعت",
}  # fmt: skip

UNITS: Final = {
    **{stem + ending: value for value, stem in _STEMS.items() for ending in ("", "ه", "ا", "تهم", "تها")},
    **dict.fromkeys(("ثماني", "ثمانيا", "ثمانيه"), 8),
    **dict.fromkeys(("واحد", "واحده", "واحدا", "احد", "احدي"), 1),
    **dict.fromkeys(("اثنان", "اثنين", "اثنا", "اثني", "اثنتان", "اثنتين", "اثنتا", "اثنتي"), 2),
    **dict.fromkeys(("تلاته", "تلات", "تلاتا"), 3),  # as spoken
    **dict.fromkeys(("تمنيه", "تمانيه", "تمنيا", "تمان", "تمن"), 8),
    **dict.fromkeys(("اتنين", "تنين"), 2),
    **dict.fromkeys(("صفر", "صفرا"), 0),
    **dict.fromkeys(("عشر", "عشره", "عشرا"), 10),
    **{
        stem + gender + "عشر" + ending: value + 10
        for value, stem in _STEMS.items()
        for gender in ("", "ه")
        for ending in ("", "ه")
    },  # written together
    **{start + ending: value for value, start in _SPOKEN_TEENS.items() for ending in ("اشر", "عش", "عشر")},
}
TEEN: Final = frozenset({"عشر", "عشره"})
_TEN_STEMS: Final = {20: "عشر", 30: "ثلاث", 40: "اربع", 50: "خمس", 60: "ست", 70: "سبع", 80: "ثمان", 90: "تسع"}
TENS: Final = {stem + ending: value for value, stem in _TEN_STEMS.items() for ending in ("ون", "ين", "ونا", "ينا")} | {
    "تلاتين": 30,
    "تمنين": 80,
    "تمانين": 80,
}
DECADES: Final = {
    stem + ending: value for value, stem in _TEN_STEMS.items() for ending in ("ينات", "ينيات", "يناتي", "ينيه", "يني")
}

_HUNDRED: Final = ("مءه", "ماءه")
_SPOKEN_HUNDRED: Final = "ميه"  # only inside ثلاثمية: alone it ends كمية, and ميتا is dead
_TWO_HUNDRED: Final = tuple(stem + ending for stem in ("مءت", "ماءت") for ending in ("ان", "ين", "ا"))
HUNDRED: Final = frozenset(_HUNDRED)
HUNDREDS: Final = {
    **dict.fromkeys(_TWO_HUNDRED, 200),
    "مءتي": 200,
    "ماءتي": 200,
    **{stem + hundred: 100 * value for value, stem in _STEMS.items() for hundred in (*_HUNDRED, _SPOKEN_HUNDRED)},
    **{"ثماني" + hundred: 800 for hundred in _HUNDRED},
}
SCALES: Final = {
    **dict.fromkeys(("الف", "الفا", "الاف", "الالف"), 10**3),
    **dict.fromkeys(("مليون", "مليونا", "ملايين", "المليون"), 10**6),
    **dict.fromkeys(("مليار", "مليارا", "مليارات", "بليون", "بليونا", "بلايين"), 10**9),
    **dict.fromkeys(("تريليون", "تريليونا", "تريليونات", "ترليون"), 10**12),
}
DUAL_SCALES: Final = {
    **dict.fromkeys(("الفان", "الفين", "الفي"), 2 * 10**3),
    **dict.fromkeys(("مليونان", "مليونين", "مليوني"), 2 * 10**6),
    **dict.fromkeys(("ملياران", "مليارين", "ملياري", "بليونين"), 2 * 10**9),
    **dict.fromkeys(("تريليونان", "تريليونين", "تريليوني"), 2 * 10**12),
}
SCALE_OF_DUAL: Final = {word: value // 2 for word, value in DUAL_SCALES.items()}
VAGUE: Final = {
    "عشرات": 10, "مءات": 100, "ماءات": 100, "الاف": 10**3, "الوف": 10**3, "ملايين": 10**6,
    "مليارات": 10**9, "بلايين": 10**9, "تريليونات": 10**12,
}  # fmt: skip
_ORDINAL_STEMS: Final = {
    3: "ثالث", 4: "رابع", 5: "خامس", 6: "سادس", 7: "سابع", 8: "ثامن", 9: "تاسع", 10: "عاشر",
}  # fmt: skip
ORDINALS: Final = {
    **{stem + ending: value for value, stem in _ORDINAL_STEMS.items() for ending in ("", "ه", "ا")},
    **dict.fromkeys(("اول", "اولي", "اولا", "حادي", "حاديه"), 1),
    **dict.fromkeys(("ثاني", "ثانيه", "ثان", "ثانيا"), 2),
}
FRACTIONS: Final = {
    **dict.fromkeys(("نصف", "النصف", "نص"), Fraction(1, 2)),
    "ثلث": Fraction(1, 3), **dict.fromkeys(("ثلثا", "ثلثي", "ثلثان", "ثلثين"), Fraction(2, 3)),
    "ربع": Fraction(1, 4), "سدس": Fraction(1, 6),
}  # fmt: skip
PARTS: Final = {
    "اثلاث": Fraction(1, 3), "ارباع": Fraction(1, 4), "اخماس": Fraction(1, 5), "اسداس": Fraction(1, 6),
    "اسباع": Fraction(1, 7), "اثمان": Fraction(1, 8), "اعشار": Fraction(1, 10),
}  # fmt: skip
"""``ثلاثة أرباع``: the count stands before."""
WEAK: Final = {
    **dict.fromkeys(("وحيد", "وحيده", "مره", "مفرد", "منفرد"), Fraction(1)),
    **dict.fromkeys(("كلا", "كلتا", "كلاهما", "كليهما", "كلتاهما", "كلتيهما", "كلي", "مرتين", "مرتان", "ضعف", "ضعفي",
                     "ضعفا", "ضعفين", "مزدوج", "مزدوجه", "ثناءي", "ثناءيه", "زوج", "زوجان", "زوجين", "توءم", "تضاعف",
                     "تضاعفت", "مضاعفه", "اسبوعان", "اسبوعين", "عامين", "عامان", "سنتين", "سنتان", "يومين", "يومان",
                     "شهرين", "شهران", "ساعتين", "ساعتان", "هدفين", "هدفان"), Fraction(2)),
    **dict.fromkeys(("ثلاثي", "ثلاثيه", "هاتريك", "تلت"), Fraction(3)),
    **dict.fromkeys(("رباعي", "رباعيه"), Fraction(4)),
    **dict.fromkeys(("خماسي", "خماسيه"), Fraction(5)),
    **dict.fromkeys(("سداسي", "سداسيه"), Fraction(6)),
    **dict.fromkeys(("عقد", "عقود", "عقدا"), Fraction(10)),
    **dict.fromkeys(("قرن", "قرون", "قرنا", "مءويه"), Fraction(100)),
}  # fmt: skip
