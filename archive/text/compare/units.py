"""Measures put into other units: a difference of figures that is no difference of fact.

Where the two numbers of a changed pair stand in a known ratio and each is followed by its own unit, the finding is
``unit_converted``. Exchange rates move, so two currencies are never taken for one another.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from archive.text.compare.links import Pair, Side
from archive.text.fold import fold
from archive.text.numbers import Number

_WINDOW: Final = 24  # characters after a number in which its unit stands
_TOLERANCE: Final = 0.06  # converted figures are rounded


@dataclass(frozen=True, slots=True)
class _Measure:
    name: str
    words: tuple[str, ...]  # folded
    factor: float  # to the first measure of its row
    offset: float = 0.0


_ROWS: Final[tuple[tuple[_Measure, ...], ...]] = (
    (
        _Measure("km", ("km", "kilomet", "كيلومتر", "كم", "كلم"), 1.0),
        _Measure("mile", ("mile", "mi ", "mph", "ميل", "اميال"), 1.609344),
        _Measure("m", ("metre", "meter", "m ", "متر", "امتار"), 0.001),
        _Measure("yard", ("yard", "يارد"), 0.0009144),
        _Measure("foot", ("feet", "foot", "ft", "قدم", "اقدام"), 0.0003048),
        _Measure("inch", ("inch", "in.", "بوصه", "انش"), 0.0000254),
        _Measure("cm", ("cm", "centimet", "سنتيمتر", "سم"), 0.00001),
    ),
    (
        _Measure("kg", ("kg", "kilo", "كيلوغرام", "كيلوجرام", "كيلو", "كغ", "كجم"), 1.0),
        _Measure("pound", ("pound", "lb", "رطل", "ارطال", "باوند"), 0.45359237),
        _Measure("stone", ("stone",), 6.35029),
        _Measure("ounce", ("ounce", "oz", "اونص"), 0.0283495),
        _Measure("tonne", ("tonne", "ton", "طن", "اطنان"), 1000.0),
    ),
    (
        _Measure("hectare", ("hectare", "ha ", "هكتار"), 1.0),
        _Measure("acre", ("acre", "فدان"), 0.404686),
        _Measure("dunam", ("dunam", "dunum", "دونم"), 0.1),
        _Measure("km²", ("square kilomet", "sq km", "كيلومتر مربع"), 100.0),
        _Measure("mile²", ("square mile", "sq mi", "ميل مربع"), 258.999),
    ),
    (
        _Measure("litre", ("litre", "liter", "لتر"), 1.0),
        _Measure("gallon", ("gallon", "غالون", "جالون"), 3.78541),
        _Measure("barrel", ("barrel", "برميل"), 158.987),
    ),
    (
        _Measure("°C", ("°c", "celsius", "c ", "مءويه", "سيلزيوس"), 1.0),
        _Measure("°F", ("°f", "fahrenheit", "f ", "فهرنهايت"), 5 / 9, -32.0),
    ),
    (
        _Measure("hour", ("hour", "ساعه", "ساعات"), 1.0),
        _Measure("minute", ("minute", "دقيقه", "دقاءق"), 1 / 60),
        _Measure("day", ("day", "يوم", "ايام"), 24.0),
        _Measure("week", ("week", "اسبوع", "اسابيع"), 168.0),
        _Measure("month", ("month", "شهر", "اشهر"), 730.5),
        _Measure("year", ("year", "سنه", "عام", "سنوات", "اعوام"), 8766.0),
        _Measure("decade", ("decade", "عقد", "عقود"), 87660.0),
        _Measure("century", ("centur", "قرن", "قرون"), 876600.0),
    ),
)


def converted(pair: Pair, one: tuple[int, Number], other: tuple[int, Number]) -> str | None:
    """``mile → km`` where that explains the two figures, else ``None``."""
    after, then = _after(pair.source, one), _after(pair.target, other)
    for row in _ROWS:
        first, second = _measure(row, after), _measure(row, then)
        if first is None or second is None or first is second:
            continue
        if any(_same(a, first, b, second) for a in map(float, one[1].readings) for b in map(float, other[1].readings)):
            return f"{first.name} → {second.name}"
    return None


def _after(side: Side, one: tuple[int, Number]) -> str:
    end = one[1].span.end
    return fold(side.sentences[one[0]][end : end + _WINDOW]).lstrip(" -") + " "


def _measure(row: tuple[_Measure, ...], text: str) -> _Measure | None:
    found = [(text.find(word), -len(word), measure) for measure in row for word in measure.words if word in text]
    return min(found, key=lambda each: each[:2])[2] if found else None


def _same(a: float, first: _Measure, b: float, second: _Measure) -> bool:
    left, right = (a + first.offset) * first.factor, (b + second.offset) * second.factor
    return abs(left - right) <= _TOLERANCE * max(abs(left), abs(right))
