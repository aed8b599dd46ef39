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
from archive.text.compare.numbers_calibration import CALIBRATION
from archive.text.compare.numbers_evidence import Evidence
from archive.text.recipe import recipe

METHOD: Final = recipe("compare-dates", 2, calibration=CALIBRATION.id)

_FAMILIES: Final[tuple[Family, ...]] = ("month", "islamic month", "weekday")

Placed = tuple[int, Mention]
Mentions = tuple[tuple[Mention, ...], ...]


def check_dates(pair: Pair) -> list[Finding]:
    """Compare the months and weekdays of every link."""
    return [finding for _, finding in observe_dates(pair)]


def observe_dates(pair: Pair) -> list[tuple[Evidence, Finding]]:
    """The findings, each with the class of evidence that its confidence rests on."""
    source, target = pair.source.each(find_mentions), pair.target.each(find_mentions)
    return [
        found
        for here in pair.linked()
        for family in _FAMILIES
        for found in _check(_of(source, here.source, family), _of(target, here.target, family), here, source, target)
    ]


def _of(mentions: Mentions, sentences: Sequence[int], family: Family) -> list[Placed]:
    return [one for one in placed(mentions, sentences) if one[1].family == family]


def _check(
    left: list[Placed], right: list[Placed], here: Here, source: Mentions, target: Mentions
) -> list[tuple[Evidence, Finding]]:
    if not (left or right):
        return []
    said_left, said_right = [*left, *placed(source, here.near_source)], [*right, *placed(target, here.near_target)]
    for one in list(left):
        match = next((other for other in right if one[1].numbers & other[1].numbers), None)
        if match is not None:
            left.remove(one)
            right.remove(match)
    pairs = list(zip(left, right, strict=False))
    missing = _not_said(left[len(right) :], said_right)
    added = _not_said(right[len(left) :], said_left)
    return [
        *(_finding(Kind.DATE_CHANGED, one, other) for one, other in pairs),
        *(_finding(Kind.DATE_MISSING, one, None) for one in missing),
        *(_finding(Kind.DATE_ADDED, None, other) for other in added),
    ]


def _not_said(left: list[Placed], said: Sequence[Placed]) -> list[Placed]:
    """Drop what the other side says too, only less often or in the next sentence."""
    same = [(other.family, other.numbers) for _, other in said]
    return [one for one in left if not any(one[1].family == f and one[1].numbers & numbers for f, numbers in same)]


def _finding(kind: Kind, one: Placed | None, other: Placed | None) -> tuple[Evidence, Finding]:
    source, target = ((Mark(each[0], each[1].span),) if each else () for each in (one, other))
    shown = [each[1].printed if each else None for each in (one, other)]
    both = one is not None and other is not None
    if any(each[1].family == "weekday" for each in (one, other) if each):
        evidence = Evidence.WEEKDAY_CHANGED if both else Evidence.WEEKDAY_ALONE
    else:
        evidence = Evidence.MONTH_CHANGED if both else Evidence.MONTH_ALONE
    confidence = CALIBRATION.confidence(evidence)
    return evidence, Finding(kind, source, target, shown[0], shown[1], confidence, METHOD, CALIBRATION.id)
