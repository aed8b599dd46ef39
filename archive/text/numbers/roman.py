"""Roman numerals after a name: ``World War II``, ``Charles III``. Weak, since a name may do without its number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from archive.text.numbers.values import Number, NumberKind
from archive.values import Span

_AFTER_A_NAME: Final = re.compile(r"(?<=[A-Z][a-z] |[a-z][a-z] )(?=[XVI]{2}|[VX]\b)(X{0,2}(?:IX|IV|V?I{0,3}))\b")
_LETTERS: Final = {"I": 1, "V": 5, "X": 10}


def roman(text: str) -> Iterator[Number]:
    for match in _AFTER_A_NAME.finditer(text):
        if match[1]:
            span = Span(match.start(1), match.end(1))
            yield Number(span, frozenset({Fraction(_value(match[1]))}), NumberKind.ORDINAL, weak=True, printed=match[1])


def _value(numeral: str) -> int:
    values = [_LETTERS[letter] for letter in numeral]
    following = [*values[1:], 0]
    return sum(-one if one < after else one for one, after in zip(values, following, strict=True))
