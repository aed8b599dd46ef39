"""Numbers that differ across a link: changed, missing, added.

Numbers are matched by value (:mod:`.numbers_matching`). What is left on both sides is paired as *changed*, the
likeliest first; what is left on one side only is missing or added, unless the other side says it elsewhere as well.
How sure that is depends on what is seen (:mod:`.numbers_evidence`). Bare years are reported as dates; conversions are
``units``'s.
"""

from __future__ import annotations

from typing import Final

from archive.text.compare.findings import Finding, Kind, Mark
from archive.text.compare.links import Pair
from archive.text.compare.mentions import months_in_figures
from archive.text.compare.numbers_calibration import CALIBRATION
from archive.text.compare.numbers_evidence import Evidence, alone, changed, likeness
from archive.text.compare.numbers_matching import Left, Leftovers, Numbers, Placed, leftovers
from archive.text.compare.units import converted
from archive.text.numbers import Number, NumberKind, find_numbers
from archive.text.recipe import recipe

METHOD: Final = recipe("compare-numbers", 2, calibration=CALIBRATION.id)


def check_numbers(pair: Pair) -> list[Finding]:
    """Compare the numbers of every link."""
    return [finding for _, finding in observe_numbers(pair)]


def observe_numbers(pair: Pair) -> list[tuple[Evidence, Finding]]:
    """The findings, each with the class of evidence that its confidence rests on."""
    numbers = Numbers(pair.source.each(_read), pair.target.each(_read))
    return [found for left in leftovers(pair, numbers) for found in _observe(pair, left)]


def _read(sentence: str, language: str) -> tuple[Number, ...]:
    """The numbers of a sentence but the months of dates in figures."""
    found = find_numbers(sentence, language)
    months = [month.span for month in months_in_figures(sentence)] if found else []
    return tuple(one for one in found if one.span not in months)


def _observe(pair: Pair, found: Leftovers) -> list[tuple[Evidence, Finding]]:
    left, right = found
    if not (left.numbers or right.numbers):
        return []
    pairs = _pairs(left, right)
    observed = [_changed(pair, one, other, echo=_echo(left, one) or _echo(right, other)) for one, other in pairs]
    readable = not (left.glued or right.glued)
    for side, taken, missing in ((left, 0, True), (right, 1, False)):
        paired = [both[taken] for both in pairs]
        observed += [
            _alone(one, missing=missing, readable=readable)
            for one in side.numbers
            if not (one[1].weak or any(one is other for other in paired) or _echo(side, one))
        ]
    return observed


def _echo(side: Left, one: Placed) -> bool:
    return side.echoes(one[1])


def _pairs(left: Left, right: Left) -> list[tuple[Placed, Placed]]:
    """Which leftover became which: what is nowhere else and likeliest first, each once."""
    ranked = sorted(
        (
            one[1].weak or other[1].weak,
            _echo(left, one) + _echo(right, other),
            -likeness(one[1], other[1]),
            abs(i - j),
            i,
            j,
        )
        for i, one in enumerate(left.numbers)
        for j, other in enumerate(right.numbers)
        if likeness(one[1], other[1]) > 0
    )
    taken: tuple[set[int], set[int]] = (set(), set())
    pairs: list[tuple[Placed, Placed]] = []
    for *_, i, j in ranked:
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            pairs.append((left.numbers[i], right.numbers[j]))
    return pairs


def _changed(pair: Pair, one: Placed, other: Placed, *, echo: bool) -> tuple[Evidence, Finding]:
    factor = converted(pair, one, other)
    years = one[1].kind is other[1].kind is NumberKind.YEAR
    kind = Kind.UNIT_CONVERTED if factor else Kind.DATE_CHANGED if years else Kind.NUMBER_CHANGED
    shown = f"{_shown(other[1])} ({factor})" if factor else _shown(other[1])
    evidence = changed(one[1], other[1], echo=echo)
    return evidence, _finding(kind, evidence, (one, other), (_shown(one[1]), shown))


def _alone(one: Placed, *, missing: bool, readable: bool) -> tuple[Evidence, Finding]:
    evidence, shown = alone(one[1], readable=readable), _shown(one[1])
    year = one[1].kind is NumberKind.YEAR
    if missing:
        kind = Kind.DATE_MISSING if year else Kind.NUMBER_MISSING
        return evidence, _finding(kind, evidence, (one, None), (shown, None))
    kind = Kind.DATE_ADDED if year else Kind.NUMBER_ADDED
    return evidence, _finding(kind, evidence, (None, one), (None, shown))


def _finding(
    kind: Kind,
    evidence: Evidence,
    sides: tuple[Placed | None, Placed | None],
    shown: tuple[str | None, str | None],
) -> Finding:
    source, target = ((Mark(one[0], one[1].span),) if one else () for one in sides)
    return Finding(kind, source, target, *shown, CALIBRATION.confidence(evidence), METHOD, CALIBRATION.id)


def _shown(number: Number) -> str:
    """As printed, and its value where the print is not the value."""
    value = number.shown
    return number.printed if number.printed == value else f"{number.printed} = {value}"
