"""What may have slipped between a word that was typed and one that was meant. Pure.

Of all slips two letters that changed places are the commonest and the surest sign; then come vowels and doubled
letters, which people leave out or put in, and Arabic letters that sound alike. Words come folded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from typing import Final

_WEAK: Final = re.compile("[aeiouyاويءهى]")
_DOUBLED: Final = re.compile(r"(.)\1+")
_ALIKE: Final = str.maketrans({"ض": "ظ", "ذ": "د", "ث": "ت", "ص": "س", "ط": "ت", "ق": "ك", "غ": "ع"})


class Slip(IntEnum):
    """The surest first."""

    KEYBOARD = 0
    SWAPPED = 1
    SKELETON = 2
    """The same consonants, or Arabic ones that sound alike."""
    LETTER = 3


def slip(typed: str, meant: str) -> Slip:
    """What lies between two words that are one slip apart."""
    if meant in swapped(typed):
        return Slip.SWAPPED
    return Slip.SKELETON if _skeleton(typed) == _skeleton(meant) else Slip.LETTER


def swapped(word: str) -> Iterator[str]:
    """``word`` with two neighbours in each other's places, at every place where that changes it."""
    for at in range(len(word) - 1):
        if word[at] != word[at + 1]:
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _skeleton(word: str) -> str:
    return _DOUBLED.sub(r"\1", word[:1] + _WEAK.sub("", word[1:].translate(_ALIKE)))
