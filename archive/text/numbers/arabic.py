"""Numbers in Arabic prose, digits and words, by value. Works on folded text.

Reads both genders and all cases, the article and the one-letter words written on (``وبالخمسين``), compounds with
و (``ثلاثة وعشرين``), ``ثلاثمئة`` and ``ثلاث مائة``, duals of the scales (``ألفان``), ``مليون ونصف``, ``ثلاثة أرباع``,
ordinals (``الحادي والعشرون``), decades, ``٪`` and ``في المئة``, and vague scales (``مئات الآلاف``). The dual of any
other noun is not read: whether ``هدفين`` counts two goals is left to whoever compares.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from archive.text.numbers import arabic_words as words
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

_PERCENT: Final = frozenset({"%", "٪", "بالماءه", "بالمءه", "بالميه"})
_NO_NUMBERS: Final = _PERCENT | {"لست", "ولست", "فلست", "الفت", "والفت"}
"""Their letters look like a particle and a number: لستُ (I am not) is no ل + ست."""
_HUNDRED_WITH_ARTICLE: Final = frozenset({"الماءه", "المءه", "الميه"})
_BARE_SCALE: Final = frozenset({"الاف", "ملايين", "مليارات", "بلايين", "تريليونات"})
_LETTERS_TOO: Final = frozenset({"الف", "الفا", "والف", "الالف", "الثماني"})  # alpha, he wrote; octal
_TEXT_TOO: Final = "نص"  # المادة 5 ونص القرار
_CENTURY: Final = frozenset({"القرن"})


@dataclass(frozen=True, slots=True)
class _Word:
    """A number word without what is written on to it: ``joined`` when that was و, ``bound`` when ب, ل or ك."""

    text: str
    joined: bool
    bound: bool


_KNOWN: Final = frozenset().union(
    words.UNITS, words.TENS, words.DECADES, words.HUNDRED, words.HUNDREDS, words.SCALES, words.DUAL_SCALES,
    words.VAGUE, words.ORDINALS, words.FRACTIONS, words.PARTS, words.WEAK,
)  # fmt: skip


def _word(token: Token | None) -> _Word | None:
    """Find the number word inside ``token``: whole, then without و, then without particles and article."""
    if token is None or not "\u0621" <= token.text[0] <= "\u064a" or token.text in _NO_NUMBERS:
        return None
    for conjunction in ("", "و", "ف"):
        if not token.text.startswith(conjunction):
            continue
        rest = token.text.removeprefix(conjunction)
        for bare, bound in _bare(rest):
            if bare in _KNOWN:
                return _Word(bare, joined=conjunction == "و", bound=bound)
    return None


def _bare(text: str) -> list[tuple[str, bool]]:
    """What ``text`` can be without particle and article, and whether a particle went."""
    found = [(text, False)]
    for particle in ("", "ب", "ل", "ك"):
        if particle and text.startswith(particle):
            found.append((text[1:], True))
        if text.startswith(particle + "ال"):
            found.append((text[len(particle) + 2 :], bool(particle)))
    if text.startswith("لل"):
        found.append((text[2:], True))
    return found


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
    if token.is_literal or token.text in VULGAR:
        return _literal(walk, index)
    if _percent_at(walk, index):
        return None, index + _percent_at(walk, index)
    word = _word(token)
    if word is None:
        return None, index + 1
    return _read_word(walk, index, word.text)


def _read_word(walk: Sequence[Token], index: int, text: str) -> tuple[Raw | None, int]:
    readers: tuple[tuple[Mapping[str, int | Fraction], _Reader], ...] = (
        (words.DECADES, _decade),
        (words.ORDINALS, _ordinal),
        (words.FRACTIONS, _fraction),
        (words.WEAK, _weak),
        (words.VAGUE, _vague),
    )
    for table, read_ in readers:
        if text in table:
            return read_(walk, index, Fraction(table[text]))
    return (None, index + 1) if text in words.PARTS else _worded(walk, index)


_Reader = Callable[[Sequence[Token], int, Fraction], tuple[Raw | None, int]]


def _weak(walk: Sequence[Token], index: int, value: Fraction) -> tuple[Raw, int]:
    return Raw(walk[index].start, walk[index].end, one(value), weak=True), index + 1


def _vague(walk: Sequence[Token], index: int, value: Fraction) -> tuple[Raw, int]:
    return Raw(walk[index].start, walk[index].end, one(value), NumberKind.VAGUE), index + 1


def _percent_at(walk: Sequence[Token], index: int) -> int:
    """How many tokens from ``index`` are a percent sign."""
    token, after = at(walk, index), at(walk, index + 1)
    if token is None or token.before.strip():
        return 0
    if token.text in _PERCENT:
        return 1
    return 2 if token.text == "في" and after is not None and after.text in _HUNDRED_WITH_ARTICLE else 0


def _literal(walk: Sequence[Token], index: int) -> tuple[Raw | None, int]:
    token = walk[index]
    time = clock_at(token) or clock_without_colon(token, at(walk, index + 1))
    if time is not None:
        return time, index + 1
    if (idiom := idiom_at(walk, index)) is not None:
        return idiom
    values = one(VULGAR[token.text]) if token.text in VULGAR else readings(token.text, english=False)
    if not values:
        return None, index + 1
    kind = NumberKind.FRACTION if token.text in VULGAR else literal_kind(token, stuck_to(walk, index))
    values |= short_year(walk, index)
    following = at(walk, index + 1)
    if following and following.follows and following.text in VULGAR:
        return _finish(walk, index + 2, token.start, plus(values, VULGAR[following.text]), NumberKind.CARDINAL)
    return _finish(walk, index + 1, token.start, values, kind)


def _finish(
    walk: Sequence[Token], index: int, start: int, values: frozenset[Fraction], kind: NumberKind, *, weak: bool = False
) -> tuple[Raw, int]:
    """Take the scales, the half and the percent sign that may follow."""
    unit = 1
    while (scale := _scale_at(walk, index)) > 1:
        values, unit, kind, weak, index = times(values, scale), scale, NumberKind.CARDINAL, False, index + 1
    half = _half_at(walk, index)
    if half:
        values, index = plus(values, half * unit), index + 1
        index += _scale_at(walk, index) == unit > 1  # مليون ونصف المليون
    end = walk[index - 1].end
    if length := _percent_at(walk, index):
        return Raw(start, walk[index + length - 1].end, values, NumberKind.PERCENT), index + length
    return Raw(start, end, values, kind, weak), index


def _scale_at(walk: Sequence[Token], index: int) -> int:
    token, word = at(walk, index), _word(at(walk, index))
    if token is None or word is None or word.joined or word.bound or not token.follows:
        return 1
    return words.SCALES.get(word.text, 1)


def _half_at(walk: Sequence[Token], index: int) -> Fraction | None:
    """``ونصف``, ``وربع`` after a count or a scale."""
    token, word = at(walk, index), _word(at(walk, index))
    if token is None or word is None or not word.joined or token.before.strip():
        return None
    if word.text == _TEXT_TOO and walk[index - 1].is_literal:
        return None
    return words.FRACTIONS.get(word.text)


def _decade(walk: Sequence[Token], index: int, value: Fraction) -> tuple[Raw, int]:
    """``ثمانينيات القرن الماضي`` is one number: the century names no second one."""
    start, ahead = walk[index].start, index + 1
    if (after := at(walk, ahead)) and after.text in _CENTURY:
        ahead += 1
        number, beyond = _read_at(walk, ahead) if at(walk, ahead) else (None, ahead)
        ahead = beyond if number is not None else ahead
    readings_ = one(value) | frozenset(century + value for century in (1700, 1800, 1900))
    return Raw(start, walk[ahead - 1].end, readings_, NumberKind.DECADE), ahead


def _ordinal(walk: Sequence[Token], index: int, value: Fraction) -> tuple[Raw, int]:
    """``الخامس عشر``, ``الحادي والعشرون``."""
    start, next_word = walk[index].start, _word(at(walk, index + 1))
    if next_word is not None and value < 10:
        if next_word.text in words.TEEN and not next_word.joined:
            return Raw(start, walk[index + 1].end, one(value + 10), NumberKind.ORDINAL), index + 2
        if next_word.text in words.TENS and next_word.joined and _minutes(at(walk, index + 2)):
            return Raw(start, walk[index + 2].end, clock(int(value), words.TENS[next_word.text])), index + 3
        if next_word.text in words.TENS and next_word.joined:
            total = value + words.TENS[next_word.text]
            return Raw(start, walk[index + 1].end, one(total), NumberKind.ORDINAL), index + 2
    if minutes := _minutes_to(walk, index + 1):
        return Raw(start, walk[index + 2].end, clock(int(value) - 1, 60 - minutes)), index + 3
    if half := _half_at(walk, index + 1):  # الساعة الثامنة والنصف
        return Raw(start, walk[index + 1].end, clock(int(value), int(half * 60)), weak=value <= 2), index + 2
    return Raw(start, walk[index].end, one(value), NumberKind.ORDINAL, weak=value <= 2), index + 1


def _minutes_to(walk: Sequence[Token], index: int) -> int:
    """``إلا ربعا``, ``إلا الثلث``."""
    token, part = at(walk, index), at(walk, index + 1)
    if token is None or part is None or token.text != "الا":
        return 0
    return _PARTS_OF_HOUR.get(part.text.removeprefix("ال"), 0)


_PARTS_OF_HOUR: Final = {"ربع": 15, "ربعا": 15, "ثلث": 20, "ثلثا": 20}


def _minutes(token: Token | None) -> bool:
    return token is not None and token.text == "دقيقه"


def _fraction(walk: Sequence[Token], index: int, part: Fraction) -> tuple[Raw, int]:
    """``نصف مليون`` is a count; a half of something else is weak."""
    if _scale_at(walk, index + 1) > 1:
        return _finish(walk, index + 1, walk[index].start, one(part), NumberKind.CARDINAL)
    weak = part.numerator == 1
    return Raw(walk[index].start, walk[index].end, one(part), NumberKind.FRACTION, weak), index + 1


def _worded(walk: Sequence[Token], index: int) -> tuple[Raw, int]:
    """Below a scale in ``current``, closed groups in ``total``."""
    first, total, current = index, 0, 0
    unit = 1
    while (token := at(walk, index)) is not None:
        word = _word(token)
        if word is None or (index > first and (word.bound or token.before.strip())):
            break
        if index == first and word.text in _BARE_SCALE:
            return Raw(token.start, token.end, one(words.SCALES[word.text]), NumberKind.VAGUE), index + 1
        step = _step(word, total, current, unit, started=index > first)
        if step is None:
            break
        total, current, unit = step
        index += 1
    return _close(walk, index, first, total + current, unit)


def _step(word: _Word, total: int, current: int, unit: int, *, started: bool) -> tuple[int, int, int] | None:
    """Add one word to the number, or ``None`` where it belongs to another number."""
    text = word.text
    linked = word.joined or not started
    if text in words.TEEN and started and not word.joined and 0 < current % 100 < 10:
        return total, current + 10, unit
    if text in words.HUNDRED and started and not word.joined and 2 < current < 10:
        return total, current * 100, unit
    if text in words.SCALES and not (started and word.joined):
        if started and current == 0:
            return None if not total else (total * words.SCALES[text], 0, words.SCALES[text])
        return total + max(current, 1) * words.SCALES[text], 0, words.SCALES[text]
    if not linked:
        return None
    return _joined_step(text, total, current, unit)


def _joined_step(text: str, total: int, current: int, unit: int) -> tuple[int, int, int] | None:
    whole: tuple[Mapping[str, int], ...] = (words.DUAL_SCALES, words.SCALES)
    for table in whole:
        if text in table and current == 0 and (not total or table[text] < unit):
            return total + table[text], 0, words.SCALE_OF_DUAL.get(text, table[text])
    if text in words.UNITS and current % 100 == 0 and (not total or unit >= 1000):
        return total, current + words.UNITS[text], unit
    if text in words.TENS and current % 100 < 10:
        return total, current + words.TENS[text], unit
    if text in words.HUNDRED and current == 0:
        return total, 100, unit
    if text in words.HUNDREDS and current == 0:
        return total, words.HUNDREDS[text], unit
    return None


def _close(walk: Sequence[Token], index: int, first: int, value: int, unit: int) -> tuple[Raw, int]:
    start, following = walk[first].start, _word(at(walk, index))
    if following is not None and not following.joined and following.text in words.PARTS:
        part = words.PARTS[following.text] * value
        return Raw(start, walk[index].end, one(part), NumberKind.FRACTION), index + 1
    hundredth = value % 100 == 0 and walk[first].text.startswith("ال")
    if hundredth and following is not None and following.joined and following.text in words.ORDINALS:
        total = one(value + words.ORDINALS[following.text])  # الذكرى المئة والخامسة
        return Raw(start, walk[index].end, total, NumberKind.ORDINAL), index + 1
    half = _half_at(walk, index)
    if half:
        index += 1
        index += _scale_at(walk, index) == unit > 1
        values = one(value + half * unit)
    else:
        values = one(value)
    if length := _percent_at(walk, index):
        return Raw(start, walk[index + length - 1].end, values, NumberKind.PERCENT), index + length
    alone = index == first + 1
    weak = (value <= 2 and not half) or (alone and walk[first].text == "الست")  # also the lady, and am I not
    kind = NumberKind.VAGUE if alone and walk[first].text in _LETTERS_TOO else NumberKind.CARDINAL
    return Raw(start, walk[index - 1].end, values, kind, weak), index
