"""Months and days of the week that differ across a link.

Years and days of the month are numbers and are found by :mod:`.numbers`, which calls a changed year a date. Here a
month or weekday left over on both sides is a change; left over on one side only it is a hint, since "in June" and
"last month" name the same time. Relative days ("yesterday", ``أمس``) are not resolved.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from archive.text.compare.findings import Finding, Kind, Mark
from archive.text.compare.links import Here, Pair, placed
from archive.text.compare.mentions import Family, Mention, find_mentions
from archive.text.recipe import recipe

METHOD: Final = recipe("compare-dates", 1)

_CHANGED: Final = 0.93
_HINT: Final = 0.45
_FAMILIES: Final[tuple[Family, ...]] = ("month", "islamic month", "weekday")

Placed = tuple[int, Mention]
Mentions = tuple[tuple[Mention, ...], ...]


def check_dates(pair: Pair) -> list[Finding]:
    """Compare the months and weekdays of every link."""
    source, target = pair.source.each(find_mentions), pair.target.each(find_mentions)
    return [
        finding
        for here in pair.linked()
        for family in _FAMILIES
        for finding in _check(_of(source, here.source, family), _of(target, here.target, family), here, source, target)
    ]


def _of(mentions: Mentions, sentences: Sequence[int], family: Family) -> list[Placed]:
    return [one for one in placed(mentions, sentences) if one[1].family == family]


def _check(left: list[Placed], right: list[Placed], here: Here, source: Mentions, target: Mentions) -> list[Finding]:
    said_left, said_right = [*left, *placed(source, here.near_source)], [*right, *placed(target, here.near_target)]
    for one in list(left):
        match = next((other for other in right if one[1].numbers & other[1].numbers), None)
        if match is not None:
            left.remove(one)
            right.remove(match)
    changed = [_changed(one, other) for one, other in zip(left, right, strict=False)]
    missing = _not_said(left[len(right) :], said_right)
    added = _not_said(right[len(left) :], said_left)
    return [
        *changed,
        *(_one_sided(one, Kind.DATE_MISSING) for one in missing),
        *(_one_sided(other, Kind.DATE_ADDED) for other in added),
    ]


def _not_said(left: list[Placed], said: Sequence[Placed]) -> list[Placed]:
    """Drop what the other side says too, only less often or in the next sentence."""
    same = [(other.family, other.numbers) for _, other in said]
    return [one for one in left if not any(one[1].family == f and one[1].numbers & numbers for f, numbers in same)]


def _changed(one: Placed, other: Placed) -> Finding:
    marks = (Mark(one[0], one[1].span),), (Mark(other[0], other[1].span),)
    return Finding(Kind.DATE_CHANGED, *marks, one[1].printed, other[1].printed, _CHANGED, METHOD)


def _one_sided(one: Placed, kind: Kind) -> Finding:
    marks = (Mark(one[0], one[1].span),)
    if kind is Kind.DATE_MISSING:
        return Finding(kind, marks, (), one[1].printed, None, _HINT, METHOD)
    return Finding(kind, (), marks, None, one[1].printed, _HINT, METHOD)
