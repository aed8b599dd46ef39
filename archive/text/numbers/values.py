"""What a number found in prose is: where it stands, what it can mean, and how far it can be relied on.

Values are exact fractions, so that 2.25 billion, «٢٫٢٥ مليار» and 2,250,000,000 are one number. A print that
can be read two ways (``76.000``) has two readings, and two numbers agree when any of their readings do.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from archive.values import Span


class NumberKind(StrEnum):
    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    FRACTION = "fraction"
    PERCENT = "percent"
    DECADE = "decade"
    YEAR = "year"
    CODE = "code"
    """Written on to letters: ``F-16``, ``UTF-8``."""
    VAGUE = "vague"
    """``hundreds``, ``عشرات``: a scale without a count."""


@dataclass(frozen=True, slots=True)
class Number:
    """One number as printed. ``weak`` ones (one, first, both, a dual) may go unsaid in the other language."""

    span: Span
    readings: frozenset[Fraction]
    kind: NumberKind
    weak: bool
    printed: str

    def agrees(self, other: Number) -> bool:
        return not self.readings.isdisjoint(other.readings)

    @property
    def shown(self) -> str:
        """The readings as decimals, the largest first: ``76000 / 76``."""
        return " / ".join(decimal(value) for value in sorted(self.readings, reverse=True))


def decimal(value: Fraction) -> str:
    """``7/2`` → ``3.5``; ``1/3`` stays ``1/3``."""
    if value.denominator == 1:
        return str(value.numerator)
    shown = float(value)
    return f"{shown:.12g}" if Fraction(f"{shown:.12g}") == value else str(value)
