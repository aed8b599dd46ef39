"""Whether two spellings are of one name, whichever scripts they are in.

Across the scripts by :func:`archive.text.compare.transliteration.distance`, within one by
:func:`search.names.sounds.distance`. Translated names (Damascus, دمشق) are as one where
:mod:`search.names.gazetteer` has them in one entry.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from archive.text.compare import transliteration
from search.names import sounds
from search.names.gazetteer import curated
from search.names.spelling import is_arabic, with_own_al, words

SAME: Final = 0.65
"""From here on more likely one name than two: best F1 on the half of the shared names that was tuned on."""
_PARTS: Final = 0.8
"""What the words of a name are worth without its others: Qalamoun for Jabal al-Qalamoun."""


@lru_cache(maxsize=1 << 15)
def score(one: str, other: str) -> float:
    """How surely two names are one, in [0, 1]; 0 where one of them has no letters of either script."""
    first, second = words(one), words(other)
    if not first or not second:
        return 0.0
    if any(entry in curated().find(other) for entry in curated().find(one)):
        return 1.0
    best = _likeness("".join(first), "".join(second))
    if len(first) + len(second) > 2:
        best = max(best, _PARTS * _likeness_of_parts(first, second))
    if is_arabic(first[0]) != is_arabic(second[0]):
        best = max(best, _likeness(with_own_al(one), with_own_al(other)))
    return best


def _likeness_of_parts(first: tuple[str, ...], second: tuple[str, ...]) -> float:
    """How well the name of fewer words is contained in the other."""
    if len(first) == len(second):
        return min(_contained(first, second), _contained(second, first))
    return _contained(*sorted((first, second), key=len))


def _contained(few: tuple[str, ...], many: tuple[str, ...]) -> float:
    """Each word against its best among the other's, by the words' lengths."""
    likely = sum(len(word) * max(_likeness(word, other) for other in many) for word in few)
    return likely / sum(map(len, few))


def _likeness(one: str, other: str) -> float:
    """Of two folded words."""
    if is_arabic(one) == is_arabic(other):
        return 1 - sounds.distance(one, other)
    latin, arabic = (other, one) if is_arabic(one) else (one, other)
    return 1 - transliteration.distance(latin, arabic)
