"""English number words: data, folded (lower case)."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

_ONES: Final = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINAL_ONES: Final = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth seventeenth eighteenth nineteenth"
)

UNITS: Final = {word: value for value, word in enumerate(f"{_ONES} seventeen eighteen nineteen".split())}
TENS: Final = {word: 10 * value for value, word in enumerate(_TENS.split(), 2)}
SCALES: Final = {
    "hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "mn": 10**6, "bn": 10**9, "tn": 10**12, "lakh": 10**5, "lakhs": 10**5, "crore": 10**7, "crores": 10**7,
}  # fmt: skip
ORDINALS: Final = {
    **{word: value for value, word in enumerate(_ORDINAL_ONES.split())},
    **{word[:-1] + "ieth": value for word, value in TENS.items()},
    "hundredth": 100,
    "thousandth": 1000,
}
VAGUE: Final = {
    "tens": 10, "dozens": 10, "scores": 10, "hundreds": 10**2, "thousands": 10**3, "millions": 10**6,
    "billions": 10**9, "trillions": 10**12,
}  # fmt: skip
"""Dozens and scores are «عشرات» in Arabic."""
DECADES: Final = {word[:-1] + "ies": value for word, value in TENS.items()}
FRACTIONS: Final = {
    "half": Fraction(1, 2), "halves": Fraction(1, 2), "third": Fraction(1, 3), "thirds": Fraction(1, 3),
    "quarter": Fraction(1, 4), "quarters": Fraction(1, 4), "fifth": Fraction(1, 5), "fifths": Fraction(1, 5),
    "sixth": Fraction(1, 6), "sixths": Fraction(1, 6), "eighth": Fraction(1, 8), "eighths": Fraction(1, 8),
    "tenth": Fraction(1, 10), "tenths": Fraction(1, 10), "fourth": Fraction(1, 4), "fourths": Fraction(1, 4),
    "seventh": Fraction(1, 7), "sevenths": Fraction(1, 7), "ninth": Fraction(1, 9), "ninths": Fraction(1, 9),
    "hundredths": Fraction(1, 100),
}  # fmt: skip
WEAK: Final = {
    "once": Fraction(1), "single": Fraction(1), "lone": Fraction(1), "sole": Fraction(1), "twice": Fraction(2),
    "both": Fraction(2), "pair": Fraction(2), "couple": Fraction(2), "double": Fraction(2), "doubled": Fraction(2),
    "doubling": Fraction(2), "dual": Fraction(2), "twin": Fraction(2), "twins": Fraction(2), "duo": Fraction(2),
    "second-half": Fraction(2), "thrice": Fraction(3), "triple": Fraction(3), "tripled": Fraction(3),
    "trio": Fraction(3), "hat-trick": Fraction(3), "quadruple": Fraction(4), "quartet": Fraction(4),
    "biannual": Fraction(2), "bilateral": Fraction(2), "trilateral": Fraction(3), "fortnight": Fraction(2),
    "triangle": Fraction(3), "century": Fraction(100), "centuries": Fraction(100), "decade": Fraction(10),
    "decades": Fraction(10), "centenary": Fraction(100), "teenage": Fraction(10), "teenager": Fraction(10),
    "teenagers": Fraction(10), "teens": Fraction(10), "quintet": Fraction(5), "weekly": Fraction(1),
    "dozen": Fraction(12), "nil": Fraction(0),
}  # fmt: skip
"""Said as a number in one language and as something else in the other."""
DOZENS: Final = {"dozen": 12, "dozens": 12}
"""After a count: two dozen."""
SUFFIX_SCALES: Final = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12}
"""Glued to digits (``$5m``); ``5m`` may be metres, so the bare reading is kept as well."""
