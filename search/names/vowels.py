"""Whether the vowels of two spellings with the same consonants can be those of one name.

Among a hundred thousand terms many have the same consonants: سليمان, سلمان and سلمون beside سليماني.
What stands between two consonants is compared: a long vowel that Arabic writes must have its like in
the other spelling, so must a diphthong and a last vowel; a short vowel need not be written.
"""

from __future__ import annotations

import re
from typing import Final

from search.names.keys import VOWELS, spelled
from search.names.spelling import is_arabic

_VOWELS: Final = "".join(sorted(VOWELS))
_CONSONANT: Final = re.compile(rf"([^{_VOWELS}])\1*")
_LATIN_END: Final = re.compile(rf"(?<=[{_VOWELS}])h\Z")
_ARABIC_END: Final = re.compile(r"ه\Z")  # ة: a vowel
_LIKE: Final = {
    "ا": "ae", "و": "ouw", "ي": "iey",
    "a": "ae", "e": "aeiy", "i": "iey", "y": "iey", "o": "ouw", "u": "ouw", "w": "ouw",
}  # fmt: skip
_LONG: Final = (
    (re.compile("[ae][iy]|ee|y"), "يء"),
    (re.compile("a[uw]|oo|w"), "و"),
)
"""Latin spellings that Arabic never leaves unwritten, and as what it writes them; ou may be a short u."""
_TRANSPARENT: Final = {ord("ء"): None, ord("ع"): None}


def compatible(one: str, other: str) -> bool:
    """Of two folded words whose consonants are alike."""
    if is_arabic(one) and not is_arabic(other):
        one, other = other, one
    first, second = _clusters(one), _clusters(other)
    if len(first) != len(second):
        return False
    if is_arabic(one):
        return all(a.translate(_TRANSPARENT) == b.translate(_TRANSPARENT) for a, b in zip(first, second, strict=True))
    alike = _across if is_arabic(other) else _within
    if not all(map(alike, first[1:-1], second[1:-1])):
        return False
    return _begin_alike(first[0], second[0]) and _end_alike(first[-1], second[-1])


def _clusters(word: str) -> list[str]:
    """What stands before, between and after the consonants: soleimani is '', o, ei, a, i."""
    ended = _ARABIC_END.sub("ا", word) if is_arabic(word) else _LATIN_END.sub("", word)
    return _CONSONANT.split(spelled(ended))[::2]


def _across(latin: str, arabic: str) -> bool:
    """Every long vowel of the Arabic is in the Latin, every diphthong of the Latin in the Arabic."""
    heard = all(_has(latin, _LIKE[letter]) for letter in arabic.translate(_TRANSPARENT))
    return heard and all(_has(arabic, written + "ع") for spelling, written in _LONG if spelling.search(latin))


def _within(one: str, other: str) -> bool:
    """Two Latin spellings: like vowels, or a short one that only one of them writes."""
    if one and other:
        return any(_has(other, _LIKE[letter]) for letter in one)
    return len(one + other) < 2


def _begin_alike(latin: str, other: str) -> bool:
    """A name begins with a vowel in both spellings; an alef at the beginning carries any."""
    if not latin or not other:
        return latin == other
    carried = other.removeprefix("ا").translate(_TRANSPARENT)
    return all(_has(latin, _LIKE[letter]) for letter in carried) if is_arabic(other) else _within(latin, other)


def _end_alike(latin: str, other: str) -> bool:
    """Last vowels are written in both scripts, but for a silent e; a last ي may be an a."""
    if not is_arabic(other or "ا"):
        return _within(latin, other) and (latin == other or bool(latin and other) or latin + other == "e")
    written = other.translate(_TRANSPARENT)
    if not written:
        return latin in {"", "e"} or "ع" in other or ("ء" in other and latin != "")
    return bool(latin) and (_across(latin, other) or (written[-1] == "ي" and latin[-1] == "a"))


def _has(letters: str, some: str) -> bool:
    return any(letter in some for letter in letters)
