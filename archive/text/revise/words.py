"""Cut a text into the words that a redline compares, and give each the key it is compared by.

Words that fold alike (:mod:`archive.text.fold`) share a key: harakat, tatweel, bidi controls, alef and
hamza forms, ta marbuta, the digits of another script and Latin case never make another word. A word
holds its marks, its inner apostrophes and the separators inside a figure (3.5, ٣٫٥, 20,000); a hyphen
ends it. Scripts written without spaces (Chinese, Japanese, Thai, Lao, Burmese, Khmer) give a word a
letter. What stands between words, punctuation and spaces, is compared where the redline is composed.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from archive.text.fold import fold
from archive.values import Span

_UNSPACED: Final = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
# Classes: d digit, w letter, c letter that is a word, m mark or invisible, n separator in a figure, q apostrophe.
_WORD: Final = re.compile(r"m*(?:cm*|[dw][dwm]*(?:(?:(?<=[dm])n(?=m*d)|q(?=m*w))[dwm]*)*)")
_SEPARATORS: Final = str.maketrans("٫٬’", ".,'")


class _Classes(dict[int, str]):
    """A translation table from a character to its class, worked out once each."""

    def __missing__(self, code: int) -> str:
        self[code] = found = _class_of(chr(code))
        return found


def _class_of(character: str) -> str:
    if character in ".,٫٬":
        return "n"
    if character in "'’":
        return "q"
    category = unicodedata.category(character)
    if category[0] == "M" or category == "Cf":
        return "m"
    if category == "Nd":
        return "d"
    if category[0] not in "LN":
        return "_"
    return "c" if _UNSPACED.match(character) else "w"


_CLASSES: Final = _Classes()


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one text in order: where each starts and ends, and the number of its key."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    keys: Sequence[int]

    def __len__(self) -> int:
        return len(self.keys)

    def word(self, index: int) -> str:
        return self.text[self.starts[index] : self.ends[index]]

    def after(self, index: int) -> str:
        """What stands between a word and the next; after -1, what stands before the first."""
        start = self.ends[index] if index >= 0 else 0
        return self.text[start : self.starts[index + 1] if index + 1 < len(self) else len(self.text)]

    def extent(self, start: int, end: int) -> Span | None:
        """From the first word of ``[start, end)`` to the last, nothing where there is none."""
        words = self.within(start, end)
        return Span(self.starts[words[0]], self.ends[words[-1]]) if words else None

    def within(self, start: int, end: int) -> range:
        """The words of ``[start, end)``, which cuts none."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))


def words_of(a: str, b: str) -> tuple[Words, Words]:
    """Return the words of both texts, their keys numbered together in order of first appearance."""
    numbers: dict[str, int] = {}
    folded: dict[str, int] = {}
    return _cut(a, folded, numbers), _cut(b, folded, numbers)


def _cut(text: str, seen: dict[str, int], numbers: dict[str, int]) -> Words:
    starts, ends, keys = [], [], []
    for match in _WORD.finditer(text.translate(_CLASSES)):
        start, end = match.span()
        word = text[start:end]
        number = seen.get(word)
        if number is None:
            number = seen[word] = numbers.setdefault(_key(word), len(numbers))
        starts.append(start)
        ends.append(end)
        keys.append(number)
    return Words(text, starts, ends, keys)


def _key(word: str) -> str:
    """The folded word; a word that folds to nothing (a lone tatweel) is itself."""
    return fold(word.translate(_SEPARATORS)) or word
