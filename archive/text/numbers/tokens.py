"""Words, literals and marks of folded text, as both number readers walk over them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from archive.text.numbers.digits import CLOCK, LITERAL, VULGAR, clock
from archive.text.numbers.values import NumberKind

_TOKEN: Final = re.compile(rf"(?<!\d){CLOCK}|{LITERAL}|[{''.join(VULGAR)}]|[a-z]+|[\u0621-\u064a]+|[%٪]")


@dataclass(frozen=True, slots=True)
class Token:
    text: str
    start: int
    end: int
    before: str
    """What stands between the token before and this one: blanks, a hyphen, other marks."""

    @property
    def is_literal(self) -> bool:
        return self.text[0].isdigit() and self.text[0].isascii()

    @property
    def follows(self) -> bool:
        """Whether only blanks or one hyphen divide it from the token before."""
        return self.before.strip() in {"", "-", "‑"}


@dataclass(frozen=True, slots=True)
class Raw:
    """A number found in folded text; offsets are the folded text's."""

    start: int
    end: int
    readings: frozenset[Fraction]
    kind: NumberKind = NumberKind.CARDINAL
    weak: bool = False


def tokens(folded: str) -> list[Token]:
    found: list[Token] = []
    end = 0
    for match in _TOKEN.finditer(folded):
        before = folded[end : match.start()]
        end = match.end()
        if found and found[-1].text == _AND and before.isspace() and not match[0].isascii():
            alone = found.pop()  # some write the Arabic "and" as a word of its own: ستة و عشرين
            found.append(Token(_AND + match[0], alone.start, end, alone.before))
        else:
            found.append(Token(match[0], match.start(), end, before))
    return found


_AND: Final = "و"


def at(walk: Sequence[Token], index: int) -> Token | None:
    return walk[index] if index < len(walk) else None


def one(value: int | Fraction) -> frozenset[Fraction]:
    return frozenset({Fraction(value)})


def times(readings: frozenset[Fraction], factor: int | Fraction) -> frozenset[Fraction]:
    return frozenset(value * factor for value in readings)


def plus(readings: frozenset[Fraction], term: Fraction) -> frozenset[Fraction]:
    return frozenset(value + term for value in readings)


def clock_at(token: Token) -> Raw | None:
    """``19:30``, if that is what ``token`` is."""
    hour, colon, minute = token.text.partition(":")
    if not colon:
        return None
    return Raw(token.start, token.end, clock(int(hour), int(minute)))


def short_year(walk: Sequence[Token], index: int) -> frozenset[Fraction]:
    """The ``53`` of ``1950-53`` is also 1953."""
    token, before = walk[index], walk[index - 1] if index else None
    ranged = before is not None and token.before.strip() in {"-", "–", "/"} and before.is_literal
    if not ranged or before is None or literal_kind(before) is not NumberKind.YEAR or len(token.text) != 2:
        return frozenset()
    return one(int(before.text) // 100 * 100 + int(token.text)) if token.text.isdecimal() else frozenset()


_CODE: Final = re.compile(r"[a-z]-?\Z")
YEARS: Final = range(1000, 2200)


def stuck_to(walk: Sequence[Token], index: int) -> str:
    """The Latin letters and the hyphen that a literal is written on to, if any."""
    token = walk[index]
    return walk[index - 1].text + token.before if index and token.before in {"", "-"} else ""


def literal_kind(token: Token, before: str = "") -> NumberKind:
    """Four bare digits that can be a year are taken for one."""
    if _CODE.search(before):
        return NumberKind.CODE
    bare = token.text.isdecimal() and len(token.text) == 4
    return NumberKind.YEAR if bare and int(token.text) in YEARS else NumberKind.CARDINAL
