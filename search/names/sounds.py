"""How far two spellings of a name in one script are from each other.

Across the scripts the measure is :func:`archive.text.compare.transliteration.distance`; this one is
its companion for two romanisations (Suleimani, Soleimany) or two Arabic spellings (جوجل, غوغل). Both
are read as a row of sounds and compared by edit distance: vowels cost little, since Arabic writes
half of them, and consonants that are taken for one another cost less than others.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_LATIN: Final = {
    "tsch": "č", "sch": "š", "tch": "č", "tsh": "č", "kh": "x", "gh": "ğ", "sh": "š", "ch": "č", "th": "θ", "dh": "ð",
    "zh": "ž", "dj": "j", "dz": "z", "ph": "f", "ck": "k", "qu": "k", "q": "k", "c": "k", "v": "f", "p": "b",
    "ou": "u", "oo": "u", "o": "u", "ee": "i", "ie": "i", "y": "i", "w": "u", "e": "e", "x": "ks",
}  # fmt: skip
_ARABIC: Final = {
    "تش": "č", "ث": "θ", "ج": "j", "ح": "h", "خ": "x", "ذ": "ð", "ش": "š", "ص": "s", "ض": "d", "ط": "t", "ظ": "ð",
    "ع": "'", "غ": "ğ", "ق": "k", "ب": "b", "ت": "t", "د": "d", "ر": "r", "ز": "z", "س": "s", "ف": "f", "ك": "k",
    "ل": "l", "م": "m", "ن": "n", "ه": "h", "و": "u", "ي": "i", "ا": "a", "ء": "",
}  # fmt: skip
_SOUNDS: Final = {**_LATIN, **_ARABIC}
_SPELLED: Final = re.compile("|".join(sorted(_SOUNDS, key=len, reverse=True)))
_DOUBLED: Final = re.compile(r"(.)\1+")
_VOWELS: Final = frozenset("aeiu'")
_GOES: Final = {**dict.fromkeys("aeiu", 0.15), "'": 0.1, "h": 0.35}
"""What a sound costs that only one of the names has; another consonant costs 1."""
_NEAR: Final = {
    frozenset(pair): cost
    for pairs, cost in (
        ("gj gğ jğ jž θt ðd ðz čš", 0.15),
        ("ae ai au ei eu iu", 0.1),
        ("θs xh xk kg ğk šs sz td žz čk čj kj", 0.4),
    )
    for pair in pairs.split()
}


@lru_cache(maxsize=1 << 15)
def sounds(word: str) -> str:
    """A folded word as its sounds, one character each."""
    heard = _DOUBLED.sub(r"\1", _SPELLED.sub(lambda match: _SOUNDS[match[0]], word))
    return heard[:-1] if len(heard) > 2 and heard[-1] == "h" and heard[-2] in _VOWELS else heard


def distance(one: str, other: str) -> float:
    """0 for the same sounds, 1 for no likeness; both folded and of one script."""
    first, second = sounds(one), sounds(other)
    weight = max(2, *(sum(sound not in _VOWELS for sound in word) for word in (first, second)))
    return min(1.0, _edits(first, second) / weight)


def _edits(first: str, second: str) -> float:
    row = [0.0]
    for sound in second:
        row.append(row[-1] + _GOES.get(sound, 1.0))
    for sound in first:
        gone = _GOES.get(sound, 1.0)
        above, row = row, [row[0] + gone]
        for index, other in enumerate(second):
            instead = above[index] + _instead(sound, other)
            row.append(min(instead, above[index + 1] + gone, row[index] + _GOES.get(other, 1.0)))
    return row[-1]


def _instead(sound: str, other: str) -> float:
    return 0.0 if sound == other else _NEAR.get(frozenset((sound, other)), 1.0)
