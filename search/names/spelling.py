"""A name as its bare words: folded, of one script, without articles and marks.

Articles are left out because writers differ in them: al-Qalamoun, el Kalamoun, Kalamoun, القلمون; so
are sun letters with them (ash-Sham, es-Sham). What the letters sound like is
:mod:`search.names.sounds`'s and :mod:`search.names.keys`'s.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from archive.text.fold import fold

_MARKS: Final = re.compile("['’‘`ʼʻ´.]+")  # of ʿayn and hamza, and of initials
_LATIN: Final = re.compile(r"[a-z]+")
_ARABIC: Final = re.compile("[\u0621-\u064a]+")
_SUN_LETTERS: Final = ("l", "d", "n", "r", "s", "t", "z", "sh", "dh", "th")
_LATIN_ARTICLES: Final = frozenset(vowel + letter for vowel in "aeu" for letter in _SUN_LETTERS) | {"il"}
_ARTICLE: Final = "ال"
_LEAST: Final = 2
"""Letters that an article must leave."""


@lru_cache(maxsize=1 << 16)
def words(name: str) -> tuple[str, ...]:
    """The words of a name without articles: the Arabic ones if it has any, or else the Latin; empty without letters."""
    folded = _MARKS.sub("", fold(name))
    arabic = _ARABIC.findall(folded)
    if arabic:
        return tuple(map(without_article, arabic))
    latin: list[str] = _LATIN.findall(folded)
    return tuple(word for word in latin if word not in _LATIN_ARTICLES) or tuple(latin)


def without_article(word: str) -> str:
    """An Arabic word without ال."""
    return word.removeprefix(_ARTICLE) if len(word) >= len(_ARTICLE) + _LEAST else word


def with_own_al(name: str) -> str:
    """The name's letters with the ال that may be its own (ألثيا, Althea) or is written on to it (Alabbar)."""
    folded = _MARKS.sub("", fold(name))
    return "".join(_ARABIC.findall(folded) or _LATIN.findall(folded))


def is_arabic(word: str) -> bool:
    """Whether a folded word is in Arabic letters."""
    return "\u0621" <= word[0] <= "\u064a"


def plain(name: str) -> str:
    """The name's words as one: two names that are plain alike are written alike."""
    return "".join(words(name))
