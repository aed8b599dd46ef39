"""Numbers in prose, found by value: digits and words, in Arabic and English.

``find_numbers`` says where each stands and what it can mean (:mod:`.values`). For a language without number
words here only digits are read. What changed between two texts is :mod:`archive.text.compare`'s question.
"""

from __future__ import annotations

from archive.text.fold import fold_with_offsets
from archive.text.numbers import arabic, english
from archive.text.numbers.roman import roman
from archive.text.numbers.values import Number, NumberKind, decimal
from archive.values import primary_language

__all__ = ["Number", "NumberKind", "decimal", "find_numbers"]


def find_numbers(text: str, language: str) -> tuple[Number, ...]:
    """Return every number in ``text`` in order; spans are code points of ``text``."""
    folded = fold_with_offsets(text)
    raws = english.read(folded.text)
    if primary_language(language) == "ar":  # which may hold a title or a name in English
        raws = arabic.read(folded.text) + [raw for raw in raws if folded.text[raw.start].isalpha()]
    found: list[Number] = []
    for raw in raws:
        span = folded.span(raw.start, raw.end)
        found.append(Number(span, raw.readings, raw.kind, raw.weak, span.of(text)))
    found += (number for number in roman(text) if not any(number.span.overlaps(other.span) for other in found))
    return tuple(sorted(found, key=lambda number: number.span))
