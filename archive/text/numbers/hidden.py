"""Number words inside words that have lost their spaces (``ثلاثمراتمسبقا``): not where they stand, only whether."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from archive.text.numbers import arabic_words, english_words
from archive.text.numbers.values import Number


def hidden_in(folded: str, number: Number) -> bool:
    """Whether ``folded`` holds the letters of a word for ``number``; certain only where the answer is no."""
    return any(word in folded for value in number.readings for word in _spellings(value))


@cache
def _spellings(value: Fraction) -> tuple[str, ...]:
    """The words for ``value``, and for the parts of a compound the one that tells most: ``عشرين`` of 25."""
    parts: set[int | Fraction] = {value}
    if value > 20 and value.denominator == 1:
        parts |= {part for part in (int(value) % 100 // 10 * 10, int(value) // 100 * 100) if part}
    tables = (
        arabic_words.UNITS, arabic_words.TENS, arabic_words.HUNDREDS, arabic_words.ORDINALS, arabic_words.DUAL_SCALES,
        english_words.UNITS, english_words.TENS, english_words.ORDINALS,
    )  # fmt: skip
    return tuple({word for table in tables for word, stands in table.items() if stands in parts and len(word) > 1})
