"""Numbers that differ across a link: changed, missing, added.

Numbers are matched by value (:mod:`archive.text.numbers`), first one to one, then leniently: a value said twice on
one side, said in a neighbouring sentence, or glued to other letters is not missing. What is left on both sides is
paired as *changed*. Numbers inside a date and bare years are reported as dates; conversions are ``units``'s.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from archive.text.compare.findings import Finding, Kind, Mark
from archive.text.compare.links import Here, Pair, glued, placed
from archive.text.compare.mentions import months_in_figures
from archive.text.compare.units import converted
from archive.text.fold import fold
from archive.text.numbers import Number, NumberKind, find_numbers
from archive.text.recipe import recipe

METHOD: Final = recipe("compare-numbers", 1)

_CHANGED: Final = 0.95
_CHANGED_LOOSELY: Final = 0.7  # the two leftovers share neither kind nor shape
_ONE_SIDED: Final = 0.65
_HINT: Final = 0.4

_LOOSE: Final = frozenset({NumberKind.VAGUE, NumberKind.FRACTION, NumberKind.CODE, NumberKind.ORDINAL})
"""Often said without the number: group seven is group G."""
_LONG: Final = 3
_BETWEEN_FIGURES: Final = re.compile(r"(?<=\d)[ -](?=\d)")

Placed = tuple[int, Number]


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of both texts, sentence by sentence."""

    source: tuple[tuple[Number, ...], ...]
    target: tuple[tuple[Number, ...], ...]


def check_numbers(pair: Pair) -> list[Finding]:
    """Compare the numbers of every link."""
    numbers = Numbers(pair.source.each(_read), pair.target.each(_read))
    return [finding for here in pair.linked() for finding in _check(pair, here, numbers)]


def _read(sentence: str, language: str) -> tuple[Number, ...]:
    """The numbers of a sentence but the months of dates in figures."""
    months = [month.span for month in months_in_figures(sentence)]
    return tuple(one for one in find_numbers(sentence, language) if one.span not in months)


def _check(pair: Pair, here: Here, numbers: Numbers) -> list[Finding]:
    source, target = placed(numbers.source, here.source), placed(numbers.target, here.target)
    left, right = _unmatched(source, target)
    left = _not_said(left, target, placed(numbers.target, here.near_target), pair.target.text(here.target))
    right = _not_said(right, source, placed(numbers.source, here.near_source), pair.source.text(here.source))
    certain = not (glued(pair.source.text(here.source)) or glued(pair.target.text(here.target)))
    findings: list[Finding] = []
    for one, other in _pairs(left, right):
        left.remove(one)
        right.remove(other)
        findings.append(_changed(pair, one, other))
    for rest, kind in ((left, Kind.NUMBER_MISSING), (right, Kind.NUMBER_ADDED)):
        findings += [_one_sided(one, kind, certain=certain) for one in rest if not one[1].weak]
    return findings


def _unmatched(source: Sequence[Placed], target: Sequence[Placed]) -> tuple[list[Placed], list[Placed]]:
    """Match one to one, strong ones first; return what is left on each side."""
    left, right = list(source), list(target)
    for weak_left, weak_right in ((False, False), (False, True), (True, False), (True, True)):
        for one in [one for one in left if one[1].weak == weak_left]:
            match = next((o for o in right if o[1].weak == weak_right and o[1].agrees(one[1])), None)
            if match is not None:
                left.remove(one)
                right.remove(match)
    return left, right


def _not_said(left: list[Placed], other: Sequence[Placed], around: Sequence[Placed], text: str) -> list[Placed]:
    """Drop what the other side says at all: more often here, in the next sentence, or grouped in another way."""
    said = [number for _, number in [*other, *around]]
    figures = _BETWEEN_FIGURES.sub("", fold(text))
    return [one for one in left if not any(_same(one[1], number) for number in said) and not _in(one[1], figures)]


def _same(one: Number, other: Number) -> bool:
    """One value, or one share: half is fifty per cent."""
    return one.agrees(other) or _share(one, other) or _share(other, one)


def _share(one: Number, other: Number) -> bool:
    if one.kind is not NumberKind.PERCENT or other.kind is not NumberKind.FRACTION:
        return False
    return any(value / 100 in other.readings for value in one.readings)


def _in(number: Number, figures: str) -> bool:
    """Whether a telephone number or the like holds ``number``."""
    printed = fold(number.printed)
    return printed.isdecimal() and len(printed) >= _LONG and printed in figures


def _pairs(left: Sequence[Placed], right: Sequence[Placed]) -> list[tuple[Placed, Placed]]:
    """Which leftover became which: the likeliest first, each once."""
    ranked = sorted(
        (
            (-_likeness(one[1], other[1]), abs(i - j), i, j)
            for i, one in enumerate(left)
            for j, other in enumerate(right)
            if not (one[1].weak and other[1].weak)
        ),
    )
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    pairs: list[tuple[Placed, Placed]] = []
    for cost, _, i, j in ranked:
        if cost < 0 and i not in taken_left and j not in taken_right:
            taken_left.add(i)
            taken_right.add(j)
            pairs.append((left[i], right[j]))
    return pairs


def _likeness(one: Number, other: Number) -> float:
    """How likely the two stand for each other, in [0, 3]."""
    if one.weak or other.weak:
        return 0.5 if one.kind is other.kind and max(*one.readings, *other.readings) < 20 else 0.0
    return 1.0 + (one.kind is other.kind) + any(_alike(a, b) for a in one.readings for b in other.readings)


def _alike(one: Fraction, other: Fraction) -> bool:
    """A slip of the pen: a power of ten, or the same digits but one or in another order."""
    if one and other and (one / other in _POWERS or other / one in _POWERS):
        return True
    first, second = str(one), str(other)
    if len(first) != len(second):
        return False
    return sorted(first) == sorted(second) or sum(a != b for a, b in zip(first, second, strict=True)) == 1


_POWERS: Final = frozenset(Fraction(10) ** power for power in range(1, 13))


def _changed(pair: Pair, one: Placed, other: Placed) -> Finding:
    factor = converted(pair, one, other)
    confidence = _CHANGED if _likeness(one[1], other[1]) >= 2 else _CHANGED_LOOSELY
    years = one[1].kind is other[1].kind is NumberKind.YEAR
    kind = Kind.DATE_CHANGED if years else Kind.NUMBER_CHANGED
    return Finding(
        Kind.UNIT_CONVERTED if factor else kind,
        (_mark(one),),
        (_mark(other),),
        _shown(one[1]),
        f"{_shown(other[1])} ({factor})" if factor else _shown(other[1]),
        confidence,
        METHOD,
    )


def _one_sided(one: Placed, kind: Kind, *, certain: bool) -> Finding:
    number, missing = one[1], kind is Kind.NUMBER_MISSING
    vague = number.kind in _LOOSE
    confidence = _ONE_SIDED if certain and not vague else _HINT
    if number.kind is NumberKind.YEAR:
        kind = Kind.DATE_MISSING if missing else Kind.DATE_ADDED
    marks = (_mark(one),)
    shown = _shown(number)
    if missing:
        return Finding(kind, marks, (), shown, None, confidence, METHOD)
    return Finding(kind, (), marks, None, shown, confidence, METHOD)


def _mark(one: Placed) -> Mark:
    return Mark(one[0], one[1].span)


def _shown(number: Number) -> str:
    """As printed, and its value where the print is not the value."""
    value = number.shown
    return number.printed if number.printed == value else f"{number.printed} = {value}"
