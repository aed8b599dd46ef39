"""Cut a text into raw words with their places, before any letter is changed.

Cutting comes first and folding happens inside a word, so that offsets into the original never
break (SEARCH.md §5, step 1). Words end where the script changes: الـ20 is ال and 20, 2015م is 2015
and م. Numbers keep their decimals; what the letters become is :mod:`search.analysis.analyser`'s.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import Final, NamedTuple

_ARABIC_LETTERS: Final = (
    "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06fc\u06ff"
    "\u0750-\u077f\u0870-\u0887\u0889-\u088e\u08a0-\u08c9\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdfb\ufe70-\ufefc"
)
# Harakat, Quranic marks, tatweel; combining accents; joiners, soft hyphen, bidi controls, selectors.
_MARKS: Final = (
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08ca-\u08e1\u08e3-\u08ff"
)
_ACCENTS: Final = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff"
_INVISIBLE: Final = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"

_A: Final = f"[{_ARABIC_LETTERS}]"
# A run of tatweel is looked at once, from its beginning: no text may take quadratic time.
_ARABIC: Final = f"(?:(?<!\u0640)\u0640++)?{_A}(?:[{_ARABIC_LETTERS}{_MARKS}{_INVISIBLE}]*[{_ARABIC_LETTERS}{_MARKS}])?"
# Any other letter: a word character that is no digit, no underscore, not Arabic and not tatweel.
_L: Final = f"(?:(?![{_ARABIC_LETTERS}{_MARKS}])[^\\W\\d_])"
_WORD: Final = f"{_L}(?:(?:{_L}|[{_ACCENTS}{_INVISIBLE}])*(?:{_L}|[{_ACCENTS}]))?"
_APOSTROPHE: Final = "['\u2019\u02bc\uff07]"
_HYPHEN: Final = "[-\u2010\u2011]"
# 1,000 and ١٬٠٠٠ are one number, 3.5 too; 12.11.2015 is three.
_NUMBER: Final = r"(?<![\d.٫])\d{1,3}(?:[,٬]\d{3})+(?:[.٫]\d+)?(?![.٫,٬]?\d)|(?<![\d.٫])\d+[.٫]\d+(?![.٫]?\d)|\d+"

_RAW: Final = re.compile(
    f"(?P<acronym>(?<!\\w)(?:{_L}\\.){{2,}}(?:{_L}(?!\\w))?|(?<!\\w)(?:{_A}\\.){{2,}}(?:{_A}(?!\\w))?)"
    f"|(?P<arabic>{_ARABIC})"
    f"|(?P<compound>{_WORD}(?:{_APOSTROPHE}{_WORD})*(?:{_HYPHEN}{_WORD}(?:{_APOSTROPHE}{_WORD})*)+)"
    f"|(?P<other>{_WORD}(?:{_APOSTROPHE}{_WORD})*)"
    f"|(?P<number>{_NUMBER})"
)
_PLAIN: Final = re.compile(f"(?P<arabic>{_A}+)|(?P<other>[A-Za-z]+)")  # most words, found out sooner
_PART: Final = re.compile(f"{_WORD}(?:{_APOSTROPHE}{_WORD})*")


class Shape(Enum):
    """What kind of raw word it is: how its letters are to be read."""

    ARABIC = "arabic"
    OTHER = "other"
    ACRONYM = "acronym"
    COMPOUND = "compound"
    NUMBER = "number"


class RawWord(NamedTuple):
    shape: Shape
    start: int
    end: int


_SHAPES: Final = {shape.value: shape for shape in Shape}


def cut(text: str) -> Iterator[RawWord]:
    """The raw words of ``text`` in order. Tatweel in front of a word belongs to it."""
    plain = _PLAIN.fullmatch(text)
    if plain:
        yield RawWord(_SHAPES[plain.lastgroup or ""], 0, len(text))
        return
    for match in _RAW.finditer(text):
        yield RawWord(_SHAPES[match.lastgroup or ""], match.start(), match.end())


def parts(text: str, word: RawWord) -> Iterator[tuple[int, int]]:
    """Where the parts of a hyphenated word lie: co-operation is co and operation."""
    for match in _PART.finditer(text, word.start, word.end):
        yield match.span()
