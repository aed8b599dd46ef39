"""Consonant skeletons that a name has in either script: Qalamoun, Kalamoon and القلمون are all KLMN.

For finding candidates among many terms; how alike they really are is :mod:`search.names.matching`'s.
A term of the index has one key, made for a whole dictionary at once. A letter that writers take for
another (ق is q, k or g; ذ is dh, z or d) has its alternatives in the keys of the *question*, at most
:data:`MOST_KEYS`. Vowels, ʿayn and hamza are left out: one script does not write them, the other
guesses (SEARCH.md §5, *names in any spelling*).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations
from typing import Final

MOST_KEYS: Final = 16
SAFE: Final = 3
"""Consonants from which a key says something; with two, Daraa would be a hundred words."""

# Latin letters that stand for one sound together, as the Arabic letter for it. Longest first.
_TOGETHER: Final = (
    ("dsch", "ج"), ("tsch", "ش"), ("sch", "ش"), ("dzh", "ج"), ("tch", "ش"), ("kh", "خ"), ("gh", "غ"), ("sh", "ش"),
    ("ch", "ش"), ("th", "ث"), ("dh", "ذ"), ("dj", "ج"), ("zh", "ج"), ("ph", "ف"), ("ck", "ك"), ("تش", "ش"),
)  # fmt: skip
_CLASSES: Final = {
    "B": "bpب", "D": "dدض", "F": "fvف", "G": "gjجغ", "H": "hحه", "K": "ckqقك", "L": "lل", "M": "mم", "N": "nن",
    "R": "rر", "S": "sسص", "T": "tتطث", "X": "خ", "Z": "zزذظ", "C": "ش", "KS": "x",
}  # fmt: skip
VOWELS: Final = frozenset("aeiouwyاويعء")
"""Letters that are no consonants of a key; w, y, و and ي are at the beginning of a word."""
_KEY: Final = {ord(letter): key for key, letters in _CLASSES.items() for letter in letters} | dict.fromkeys(
    map(ord, VOWELS)
)
_TAKEN_FOR: Final = {
    "q": "G", "ق": "G", "ك": "G", "g": "K", "غ": "K", "c": "S", "ذ": "D", "ظ": "D", "ض": "Z", "ز": "S", "d": "Z",
    "z": "D", "ث": "SZ", "s": "Z", "س": "C", "ش": "KX", "خ": "K", "k": "X", "ج": "C", "h": "X", "t": "D", "ت": "D",
}  # fmt: skip
"""The classes of letters that writers of another spelling put in its place."""

# Line by line, one term a line: the article; و and w, ي and y at the beginning; a last h, which is a vowel's.
_ARTICLE: Final = re.compile("^ال(?=..)", re.MULTILINE)
_FIRST_W: Final = re.compile("^[wو]", re.MULTILINE)
_FIRST_Y: Final = re.compile("^[yي]", re.MULTILINE)
_LAST_H: Final = re.compile("[hه]$", re.MULTILINE)
_DOUBLED: Final = re.compile(r"([^\n])\1+")


def keys_of_terms(terms: Sequence[str]) -> list[str]:
    """The key of each folded term, empty for one without consonants; terms hold no line breaks."""
    lines = spelled(_ARTICLE.sub("", "\n".join(terms)))
    return _DOUBLED.sub(r"\1", _LAST_H.sub("", lines).translate(_KEY)).split("\n") if terms else []


def keys_of_name(word: str) -> tuple[str, ...]:
    """The keys that a term for this folded word may have: its own, then with one letter taken for another, two."""
    letters = _DOUBLED.sub(r"\1", _LAST_H.sub("", spelled(word)))
    others = [(place, other) for place, letter in enumerate(letters) for other in _TAKEN_FOR.get(letter, "")]
    taken = (dict(chosen) for number in range(3) for chosen in combinations(others, number))
    keys = dict.fromkeys(_key(letters, chosen) for chosen in taken)
    return tuple(keys)[:MOST_KEYS]


def is_safe(key: str) -> bool:
    """Whether a name with this key is long enough to be told by its sound."""
    return len(key) >= SAFE


def spelled(lines: str) -> str:
    """Lines of folded words: an Arabic letter for Latin ones that stand for one sound, W and Y for first و and ي."""
    for letters, sound in _TOGETHER:
        lines = lines.replace(letters, sound)
    return _FIRST_Y.sub("Y", _FIRST_W.sub("W", lines))


def _key(letters: str, taken: dict[int, str]) -> str:
    changed = (taken.get(place, letter) for place, letter in enumerate(letters))
    return _DOUBLED.sub(r"\1", "".join(changed).translate(_KEY))
