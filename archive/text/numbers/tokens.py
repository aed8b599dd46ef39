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


_ZONES: Final = frozenset({"gmt", "utc", "hrs", "hours", "بتوقيت", "تغ"})


def clock_without_colon(token: Token, following: Token | None) -> Raw | None:
    """``1500 GMT``, ``1530 بتوقيت غرينتش``."""
    if following is None or following.text not in _ZONES or not following.follows:
        return None
    if not (token.text.isdecimal() and len(token.text) == 4):
        return None
    hour, minute = int(token.text[:2]), int(token.text[2:])
    if hour > 24 or minute > 59 or (following.text == "hours" and not token.text.startswith("0") and minute):
        return None
    return Raw(token.start, token.end, clock(hour, minute) | one(int(token.text)))


_IDIOMS: Final = frozenset({("24", "7"), ("9", "11"), ("11", "9"), ("50", "50")})
_PARTS: Final = frozenset({("1", "2"), ("1", "3"), ("2", "3"), ("1", "4"), ("3", "4")})


def idiom_at(walk: Sequence[Token], index: int) -> tuple[Raw, int] | None:
    """``24/7`` and ``50-50``, which go unsaid in another language; ``2/3`` as a part."""
    token, second, third = walk[index], at(walk, index + 1), at(walk, index + 2)
    if second is None or second.before not in {"/", "-"} or (third is not None and third.before == second.before):
        return None
    figures = token.text, second.text
    before = token.before[-1:]
    if before in {"/", "-"} and index and walk[index - 1].is_literal:
        return None
    if figures in _IDIOMS:
        return Raw(token.start, second.end, one(int(token.text)) | one(int(second.text)), weak=True), index + 2
    if figures in _PARTS and second.before == "/":
        part = Fraction(int(token.text), int(second.text))
        return Raw(token.start, second.end, one(part), NumberKind.FRACTION), index + 2
    return None


def short_year(walk: Sequence[Token], index: int) -> frozenset[Fraction]:
    """The ``53`` of ``1950-53`` is also 1953."""
    token, before = walk[index], walk[index - 1] if index else None
    ranged = before is not None and token.before.strip() in {"-", "–", "/"} and before.is_literal
    if not ranged or before is None or literal_kind(before) is not NumberKind.YEAR or len(token.text) != 2:
        return frozenset()
    return one(int(before.text) // 100 * 100 + int(token.text)) if token.text.isdecimal() else frozenset()


_CODE: Final = re.compile(r"[a-z]-?\Z|[\u0621-\u064a]{3}-\Z")
YEARS: Final = range(1000, 2200)


def stuck_to(walk: Sequence[Token], index: int) -> str:
    """The letters and the hyphen that a literal is written on to, if any."""
    token = walk[index]
    return walk[index - 1].text + token.before if index and token.before in {"", "-"} else ""


def literal_kind(token: Token, before: str = "") -> NumberKind:
    """Four bare digits that can be a year are taken for one."""
    if _CODE.search(before):
        return NumberKind.CODE
    bare = token.text.isdecimal() and len(token.text) == 4
    return NumberKind.YEAR if bare and int(token.text) in YEARS else NumberKind.CARDINAL
