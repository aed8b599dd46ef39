"""How much a number or a date without counterpart proves: classes by what is seen, and what share of each was right.

Strong: both sides have a number left over, of one kind or like each other. Weak: only one side has, and it is small,
vague or part of a name, which the other language may put in other words. The shares were counted on documents with
known defects (``tests/quality/calibrate_numbers.py``); :mod:`.numbers_calibration` is the table in use.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Final

from archive.text.fold import fold
from archive.text.numbers import Number, NumberKind


class Evidence(StrEnum):
    """What is seen of a finding."""

    CHANGED = "changed"  # a leftover on both sides, of one kind
    CHANGED_KIND = "changed_kind"  # of two kinds: a part for a count
    CHANGED_ECHO = "changed_echo"  # the same, but one of them the other side says elsewhere too
    CHANGED_WEAK = "changed_weak"  # one of them is one, both, a dual
    ALONE_YEAR = "alone_year"
    ALONE_FIGURES = "alone_figures"  # two digits or more
    ALONE_WORDS = "alone_words"  # ten or more, in words
    ALONE_SMALL = "alone_small"  # below ten
    ALONE_LOOSE = "alone_loose"  # hundreds, a third, G20, the seventh
    ALONE_UNREADABLE = "alone_unreadable"  # the other side has lost its spaces, and no word for it in its letters
    MONTH_CHANGED = "month_changed"
    MONTH_ALONE = "month_alone"
    WEEKDAY_CHANGED = "weekday_changed"
    WEEKDAY_ALONE = "weekday_alone"


@dataclass(frozen=True, slots=True)
class Share:
    """Of ``seen`` findings ``right`` stood on a difference."""

    right: int
    seen: int

    @property
    def confidence(self) -> float:
        """Pulled a little towards one half where few stand behind it; three decimals: more would pretend."""
        return round((self.right + 0.5) / (self.seen + 1.0), 3)


@dataclass(frozen=True, slots=True)
class NumberCalibration:
    id: str
    shares: Mapping[Evidence, Share]

    def confidence(self, evidence: Evidence) -> float:
        return self.shares[evidence].confidence


_LOOSE: Final = frozenset({NumberKind.VAGUE, NumberKind.FRACTION, NumberKind.CODE, NumberKind.ORDINAL})
_VAGUE: Final = frozenset({NumberKind.VAGUE, NumberKind.FRACTION, NumberKind.CODE, NumberKind.DECADE})
_SMALL: Final = 10
_POWERS: Final = frozenset(Fraction(10) ** power for power in range(1, 13))


def alone(number: Number, *, readable: bool) -> Evidence:
    """``number`` stands on one side only; ``readable`` tells whether the other side could be read."""
    if not readable:
        return Evidence.ALONE_UNREADABLE
    if number.kind is NumberKind.YEAR:
        return Evidence.ALONE_YEAR
    if number.kind in _LOOSE:
        return Evidence.ALONE_LOOSE
    if max(number.readings) < _SMALL and all(reading.denominator == 1 for reading in number.readings):
        return Evidence.ALONE_SMALL
    return Evidence.ALONE_FIGURES if fold(number.printed)[0].isdecimal() else Evidence.ALONE_WORDS


def changed(one: Number, other: Number, *, echo: bool) -> Evidence:
    if _says_little(one) or _says_little(other):
        return Evidence.CHANGED_WEAK
    if echo:
        return Evidence.CHANGED_ECHO
    return Evidence.CHANGED if one.weak or other.weak or likeness(one, other) >= 2 else Evidence.CHANGED_KIND


def _says_little(number: Number) -> bool:
    """One, both, a decade: a word that the other language may do without. A trio is three all the same."""
    return number.weak and not all(2 < reading < _SMALL for reading in number.readings)


def likeness(one: Number, other: Number) -> float:
    """How likely the two stand for each other, in [0, 3]."""
    if one.weak and other.weak:
        return 0.0
    if one.weak or other.weak:
        if not (_says_little(one) or _says_little(other)):
            return 1.0
        return 0.5 if one.kind is other.kind and max(*one.readings, *other.readings) < _SMALL * 2 else 0.0
    return 1.0 + _one_sort(one.kind, other.kind) + any(_slip(a, b) for a in one.readings for b in other.readings)


def _one_sort(one: NumberKind, other: NumberKind) -> bool:
    """A day of the month is an ordinal in one language and a count in another; a share has its sign or not."""
    return one is other or not {one, other} & _VAGUE


def _slip(one: Fraction, other: Fraction) -> bool:
    """A slip of the pen: a power of ten, or the same digits but one or in another order."""
    if one and other and (one / other in _POWERS or other / one in _POWERS):
        return True
    first, second = str(one), str(other)
    if len(first) != len(second):
        return False
    return sorted(first) == sorted(second) or sum(a != b for a, b in zip(first, second, strict=True)) == 1
