"""The consonants that Arabic words of one family share: زواج, تزوج and زوجة meet, as أسس, تأسس and تأسيس do.

No stemmer: families are much larger than words, so nothing is found by them. In a text that was found for other
words, a word of the family is some evidence that the text speaks of the matter. The way is that of light root
extraction without a dictionary (Taghva, Elkhoury and Coombs, "Arabic Stemming Without A Root Dictionary", 2005),
cut down to what a stem still carries: one letter or cluster of a verbal pattern before, long vowels within. Pure.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_BEFORE: Final = ("است", "مست", "يست", "ان", "من", "ت", "ي", "م", "ا", "ن")
_WEAK: Final = re.compile("[اويىء]")
_LONG: Final = re.compile("[اويى]")
_LEAST: Final = 3
"""Letters of a stem that has a family to speak of."""


@lru_cache(maxsize=1 << 16)
def root(stem: str) -> str:
    """The consonants of a folded Arabic stem; empty for other words and short ones."""
    if len(stem) < _LEAST or not "\u0600" <= stem[0] <= "\u06ff":
        return ""
    rest = _without_pattern(stem)
    letters = rest[0] + _WEAK.sub("", rest[1:])
    if len(letters) > _LEAST and letters[1] == "ت":  # the inserted t of the eighth form
        letters = letters[0] + letters[2:]
    if len(letters) > _LEAST and letters.endswith("ه"):
        letters = letters[:-1]
    return letters if len(letters) > 1 else ""


def _without_pattern(stem: str) -> str:
    for before in _BEFORE:
        rest = stem[len(before) :]
        if stem.startswith(before) and len(rest) >= _LEAST and len(_LONG.sub("", rest)) > 1:
            return rest
    return stem
