"""Numbers printed in digits: which values a literal can have.

Works on folded text (:mod:`archive.text.fold`), in which Arabic-Indic and Persian digits are ASCII already.
Thousands and decimal marks differ between presses (``76,000``, ``76.000``, ``٢٥,٢``, ``٧٦٬٠٠٠``), so a literal that
allows both keeps both readings, but for English, where the point is decimal and the comma is not.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

LITERAL: Final = (
    r"(?<!\d)(?<!\d[ .,])[1-9]\d{0,2}(?: \d{3})+(?:[.,]\d{1,2})?(?!\d| \d|[.,]\d)"
    r"|\d+(?:[.,٬٫’]\d+|،\d{3}(?!\d))*(?:(?<![،.,٬٫’]\d)(?<![،.,٬٫’]\d\d)،\d{1,2}(?![\d،]))?"
)
"""A run of digits with the marks that may stand inside one number: blanks before three digits each (``25 000``); the
Arabic comma before three, or before one or two at the end."""
CLOCK: Final = r"(?:[01]?\d|2[0-3]):[0-5]\d(?![\d:])"

VULGAR: Final = {
    "½": Fraction(1, 2), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3), "¼": Fraction(1, 4), "¾": Fraction(3, 4),
    "⅕": Fraction(1, 5), "⅛": Fraction(1, 8), "⅜": Fraction(3, 8), "⅝": Fraction(5, 8), "⅞": Fraction(7, 8),
}  # fmt: skip

_GROUPED: Final = re.compile(r"[1-9]\d{0,2}(?:\D\d{3})+\Z")
_MARK: Final = re.compile(r"\D")
_ALWAYS_DECIMAL: Final = "٫"
_ALWAYS_THOUSANDS: Final = "٬’، "


def readings(literal: str, *, english: bool) -> frozenset[Fraction]:
    """Return every value ``literal`` can have; empty where it is a list or a dotted code and no one number."""
    marks = _MARK.findall(literal)
    if not marks:
        return frozenset({Fraction(int(literal))})
    if len(set(marks)) == 2 and marks.count(marks[-1]) == 1 and _GROUPED.match(_head(literal)):
        return frozenset({_decimal(literal)})
    if len(set(marks)) > 1:
        return frozenset()
    grouped = bool(_GROUPED.match(literal)) and marks[0] != _ALWAYS_DECIMAL
    if len(marks) > 1:
        return frozenset({_whole(literal)}) if grouped else frozenset()
    if marks[0] in _ALWAYS_THOUSANDS:
        return frozenset({_whole(literal)} if grouped else {_decimal(literal)} if marks[0] == "،" else ())
    return _one_mark(literal, marks[0], grouped=grouped, english=english)


def clock(hour: int, minute: int = 0) -> frozenset[Fraction]:
    """A time of day on either clock, as ``7.30`` and as seven and a half."""
    hours = {hour % 12, hour % 12 + 12, hour}
    return frozenset(Fraction(one) + part for one in hours for part in (Fraction(minute, 100), Fraction(minute, 60)))


def _one_mark(literal: str, mark: str, *, grouped: bool, english: bool) -> frozenset[Fraction]:
    if not grouped:
        return frozenset({_decimal(literal)})
    if english:
        return frozenset({_whole(literal) if mark == "," else _decimal(literal)})
    return frozenset({_whole(literal), _decimal(literal)})


def _head(literal: str) -> str:
    """What stands before the last mark."""
    return literal[: max(match.start() for match in _MARK.finditer(literal))]


def _whole(literal: str) -> Fraction:
    return Fraction(int(_MARK.sub("", literal)))


def _decimal(literal: str) -> Fraction:
    head = _head(literal)
    return Fraction(f"{_MARK.sub('', head)}.{literal[len(head) + 1 :]}")
