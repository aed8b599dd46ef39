"""Numbers in English prose, digits and words, by value. Works on folded text.

Reads ``two hundred and five``, ``2.25bn``, ``half a million``, ``three and a half``, ``two-thirds``, ``the 1980s``,
``twenty-first``, ``hundreds of thousands``. Small words that other languages put otherwise (``one``, ``both``) are
marked weak. What a number counts is not read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from archive.text.numbers import english_words as words
from archive.text.numbers.digits import VULGAR, clock, readings
from archive.text.numbers.tokens import (
    Raw,
    Token,
    at,
    clock_at,
    clock_without_colon,
    idiom_at,
    literal_kind,
    one,
    plus,
    short_year,
    stuck_to,
    times,
    tokens,
)
from archive.text.numbers.values import NumberKind

_PERCENT: Final = frozenset({"%", "٪", "percent", "pc", "percentage"})
_ORDINAL_ENDINGS: Final = frozenset({"st", "nd", "rd", "th"})
_GAMES: Final = frozenset({"half", "halves", "quarter"})  # two halves make a match
_WEAK_LIMIT: Final = 2  # one and two are often articles, duals or idioms

_COMPOUND: Final = re.compile(rf"({'|'.join(words.UNITS)})(?:ball|some|fold|pence|penny)s?\Z")


def read(folded: str) -> list[Raw]:
    walk = tokens(folded)
    found: list[Raw] = []
    index = 0
    while index < len(walk):
        raw, index = _read_at(walk, index)
        if raw is not None:
            found.append(raw)
    return found


def _read_at(walk: Sequence[Token], index: int) -> tuple[Raw | None, int]:
    token = walk[index]
    if token.text in VULGAR:
        return _finish(walk, index + 1, token.start, one(VULGAR[token.text]), NumberKind.FRACTION, weak=False)
    if token.is_literal:
        time = clock_at(token)
        return (idiom_at(walk, index) or _literal(walk, index)) if time is None else (time, index + 1)
    if token.text in words.UNITS or token.text in words.TENS or token.text in words.SCALES:
        return _worded(walk, index)
    if token.text in words.FRACTIONS and token.text in {"half", "quarter"}:
        return _part_of_scale(walk, index)
    return _single(token), index + 1


def _single(token: Token) -> Raw | None:
    """Words that are a number by themselves."""
    text = token.text
    if text in words.VAGUE:
        return Raw(token.start, token.end, one(words.VAGUE[text]), NumberKind.VAGUE)
    if text in words.ORDINALS:
        return _ordinal(token, words.ORDINALS[text])
    if text in words.DECADES:
        value = words.DECADES[text]
        return Raw(token.start, token.end, one(value) | one(1900 + value), NumberKind.DECADE)
    if text in words.WEAK:
        return Raw(token.start, token.end, one(words.WEAK[text]), weak=True)
    compound = _COMPOUND.match(text)
    return Raw(token.start, token.end, one(words.UNITS[compound[1]]), weak=True) if compound else None


def _ordinal(token: Token, value: int) -> Raw:
    """``third`` may be a part as well, and third parties are no number at all."""
    if value <= _WEAK_LIMIT:
        return Raw(token.start, token.end, one(value), NumberKind.ORDINAL, weak=True)
    kind = NumberKind.FRACTION if token.text == "third" else NumberKind.ORDINAL
    return Raw(token.start, token.end, one(value) | one(Fraction(1, value)), kind)


def _literal(walk: Sequence[Token], index: int) -> tuple[Raw | None, int]:
    token = walk[index]
    values = readings(token.text, english=True) | short_year(walk, index)
    kind = literal_kind(token, stuck_to(walk, index))
    if not values:
        return None, index + 1
    following = at(walk, index + 1)
    if following is None or not following.follows:
        return Raw(token.start, token.end, values, kind), index + 1
    if following.before == "" and (raw := _with_suffix(token, following, values, kind)) is not None:
        return raw, index + 2
    if (time := clock_without_colon(token, following)) is not None:
        return time, index + 1
    if following.text in {"am", "pm"} or (following.text in {"a", "p"} and _is_m(at(walk, index + 2))):
        return Raw(token.start, token.end, _hours(token.text)), index + 1
    if following.text in VULGAR:
        values, kind, index = plus(values, VULGAR[following.text]), NumberKind.CARDINAL, index + 1
    return _finish(walk, index + 1, token.start, values, kind, weak=False)


def _with_suffix(token: Token, suffix: Token, values: frozenset[Fraction], kind: NumberKind) -> Raw | None:
    """``1980s``, ``90s``, ``20th``, ``5m``."""
    if suffix.text in {"d", "g", "p", "x"}:  # 3D, 5G
        return Raw(token.start, token.end, values, NumberKind.CODE)
    if suffix.text == "s" and (kind is NumberKind.YEAR or _decades(values)):
        return Raw(token.start, suffix.end, _decade(values), NumberKind.DECADE)
    if suffix.text in _ORDINAL_ENDINGS:
        return Raw(token.start, suffix.end, values, NumberKind.ORDINAL)
    if suffix.text not in words.SUFFIX_SCALES:
        return None
    scaled = times(values, words.SUFFIX_SCALES[suffix.text])
    return Raw(token.start, suffix.end, scaled | values if len(suffix.text) == 1 else scaled)


def _decades(values: frozenset[Fraction]) -> bool:
    return all(value in range(20, 100, 10) for value in values)


def _is_m(token: Token | None) -> bool:
    return token is not None and token.text == "m" and token.before == "."


def _hours(literal: str) -> frozenset[Fraction]:
    """``7.30pm``, ``7pm``."""
    hour, _, minute = literal.partition(".")
    if not (hour.isdecimal() and int(hour) <= 24 and (not minute or minute.isdecimal())):
        return readings(literal, english=True)
    return clock(int(hour), int(minute or 0))


def _decade(values: frozenset[Fraction]) -> frozenset[Fraction]:
    """``1980s``: 1980 and 80; ``1900s`` is also the twentieth century."""
    centuries = frozenset(value // 100 + 1 for value in values if value % 100 == 0)
    whole = frozenset(value + 1900 for value in values if value < 100)
    return values | whole | frozenset(value % 100 for value in values) | frozenset(Fraction(one) for one in centuries)


def _finish(
    walk: Sequence[Token], index: int, start: int, values: frozenset[Fraction], kind: NumberKind, *, weak: bool
) -> tuple[Raw, int]:
    """Take the scales, the half and the percent sign that may follow."""
    end = walk[index - 1].end
    while (token := at(walk, index)) and token.follows and token.text in words.SCALES:
        values, kind, weak = times(values, words.SCALES[token.text]), NumberKind.CARDINAL, False
        end, index = token.end, index + 1
    token = at(walk, index)
    if token and token.follows and token.text in words.DOZENS:
        return Raw(start, token.end, times(values, words.DOZENS[token.text]), weak=True), index + 1
    after = at(walk, index + 1)
    if token and token.follows and (token.text in _PERCENT):
        return Raw(start, token.end, values, NumberKind.PERCENT), index + 1
    if token and token.text == "per" and after and after.text == "cent":
        return Raw(start, after.end, values, NumberKind.PERCENT), index + 2
    return Raw(start, end, values, kind, weak), index


def _part_of_scale(walk: Sequence[Token], index: int) -> tuple[Raw, int]:
    """``half a million``, ``a quarter of a billion``, ``half past eight``; a half of something else is weak."""
    if (time := _half_past(walk, index)) is not None:
        return time, index + 3
    part = words.FRACTIONS[walk[index].text]
    ahead = index + 1
    while (token := at(walk, ahead)) and token.text in {"a", "of", "an"} and ahead < index + 3:
        ahead += 1
    scale = at(walk, ahead)
    if scale and (scale.text in words.SCALES or scale.text in words.DOZENS):
        return _finish(walk, ahead, walk[index].start, one(part), NumberKind.CARDINAL, weak=False)
    return Raw(walk[index].start, walk[index].end, one(part), NumberKind.FRACTION, weak=True), index + 1


def _worded(walk: Sequence[Token], index: int) -> tuple[Raw, int]:
    """``two hundred and five thousand``: below a scale in ``current``, closed groups in ``total``."""
    spoken = _spoken_time(walk, index) or _spoken_year(walk, index)
    if spoken is not None:
        return spoken, index + (2 if walk[index + 1].end == spoken.end else 3)
    start, total, current, ordinal = walk[index].start, 0, 0, False
    first = index
    while (token := at(walk, index)) is not None and (index == first or token.follows):
        word = token.text
        step = index
        if word == "and" and _joins(walk, index, current, total):
            index += 1
            word = walk[index].text
        if word in words.UNITS and _fits(current, words.UNITS[word], started=step > first):
            current += words.UNITS[word]
        elif word in words.TENS and current % 100 == 0:
            current += words.TENS[word]
        elif word == "hundred" and current < 100:
            current = max(current, 1) * 100
        elif word in words.SCALES and word != "hundred":
            total, current = total + max(current, 1) * words.SCALES[word], 0
        elif step > first and word in words.ORDINALS and _fits(current, words.ORDINALS[word], started=True):
            current, ordinal, index = current + words.ORDINALS[word], True, index + 1
            break
        else:
            break
        index += 1
    return _close(walk, index, start, total + current, ordinal=ordinal)


def _spoken_time(walk: Sequence[Token], index: int) -> Raw | None:
    """``eight-thirty``."""
    hour, minute = walk[index], at(walk, index + 1)
    if minute is None or minute.before != "-" or not 1 <= words.UNITS.get(hour.text, 0) <= 12:
        return None
    minutes = {"fifteen": 15, "thirty": 30}.get(minute.text)
    return Raw(hour.start, minute.end, clock(words.UNITS[hour.text], minutes)) if minutes else None


_CENTURIES: Final = range(13, 22)


def _spoken_year(walk: Sequence[Token], index: int) -> Raw | None:
    """``nineteen eighty-four``, ``twenty twelve``."""
    century, tens, unit = walk[index], at(walk, index + 1), at(walk, index + 2)
    hundreds = words.UNITS.get(century.text, words.TENS.get(century.text, 0))
    if hundreds not in _CENTURIES or tens is None or tens.before.strip():
        return None
    rest, end = words.UNITS.get(tens.text, 0), tens.end
    if tens.text in words.TENS:
        rest = words.TENS[tens.text]
        if unit is not None and unit.follows and 0 < words.UNITS.get(unit.text, 0) < 10:
            rest, end = rest + words.UNITS[unit.text], unit.end
    if rest < 10:
        return None
    return Raw(century.start, end, one(hundreds * 100 + rest), NumberKind.YEAR)


def _half_past(walk: Sequence[Token], index: int) -> Raw | None:
    """``half past eight``, ``quarter to nine``."""
    past, hour = at(walk, index + 1), at(walk, index + 2)
    if past is None or hour is None or past.text not in {"past", "to"} or not hour.follows:
        return None
    value = int(hour.text) if hour.text.isdecimal() else words.UNITS.get(hour.text, 0)
    if not 1 <= value <= 24:
        return None
    minutes = 30 if walk[index].text == "half" else 15
    times_ = clock(value, minutes) if past.text == "past" else clock(value - 1, 60 - minutes)
    return Raw(walk[index].start, hour.end, times_)


def _fits(current: int, unit: int, *, started: bool) -> bool:
    if not started:
        return True
    return current % 100 == 0 if unit >= 10 else current % 10 == 0 and current % 100 != 10


def _joins(walk: Sequence[Token], index: int, current: int, total: int) -> bool:
    """``and`` inside a number stands after a hundred or a scale."""
    after = at(walk, index + 1)
    small = after is not None and after.follows and (after.text in words.UNITS or after.text in words.TENS)
    return small and (current % 100 == 0 if current else total > 0)


def _close(walk: Sequence[Token], index: int, start: int, value: int, *, ordinal: bool) -> tuple[Raw, int]:
    values = one(value)
    if ordinal:
        return Raw(start, walk[index - 1].end, values, NumberKind.ORDINAL), index
    token, after, third = at(walk, index), at(walk, index + 1), at(walk, index + 2)
    if token and token.follows and token.text in words.FRACTIONS and token.text not in _GAMES:
        part = words.FRACTIONS[token.text] * value
        return Raw(start, token.end, one(part), NumberKind.FRACTION), index + 1
    if token and token.text == "and" and after and after.text == "a" and third and third.text in {"half", "quarter"}:
        values = plus(values, words.FRACTIONS[third.text])
        return _finish(walk, index + 3, start, values, NumberKind.CARDINAL, weak=False)
    return _finish(walk, index, start, values, NumberKind.CARDINAL, weak=value <= _WEAK_LIMIT)
