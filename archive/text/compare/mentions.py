"""Months and days of the week as a sentence mentions them, with or without a date around them.

The month names of four Arab presses and the Islamic calendar are :mod:`archive.chain.date_words`'s. Names that are
also words (``may``, ``مارس``, ``صفر``) count only where a day, a year or a cue stands beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from archive.chain.date_words import GREGORIAN_MONTHS, ISLAMIC_MONTHS
from archive.chain.dates import find_dates
from archive.text.fold import Folded, fold_with_offsets
from archive.values import Span, primary_language

Family = Literal["month", "islamic month", "weekday"]


@dataclass(frozen=True, slots=True)
class Mention:
    span: Span
    family: Family
    numbers: frozenset[int]  # months 1-12, days 1 = Monday … 7; two where the print allows two
    printed: str
    in_figures: bool = False


_WEEKDAYS: Final = {
    **{name: day for day, name in enumerate(
        ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"), 1)},
    "الاثنين": 1, "الاثنان": 1, "الثلاثاء": 2, "الاربعاء": 3, "الخميس": 4, "الجمعه": 5, "السبت": 6, "الاحد": 7,
}  # fmt: skip
_AMBIGUOUS: Final = frozenset({"may", "mar", "march", "jan", "dec", "sep", "sept", "oct", "nov", "feb", "apr", "aug",
"jun", "jul", "august", "مارس", "ماي", "اب", "اوت", "جوان", "صفر", "محرم", "المحرم", "رجب", "شعبان", "رمضان",
    "شوال",
    "safar", "rajab"})  # fmt: skip
_MONTHS: Final = {**ISLAMIC_MONTHS, **GREGORIAN_MONTHS}


def _any(names: list[str]) -> str:
    return "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in sorted(names, key=lambda one: (-len(one), one)))


_WORD_START: Final = r"(?:(?<![^\W\d_])|(?<![^\W\d_])[وفبلك]{1,2})"
_MONTH: Final = re.compile(rf"{_WORD_START}(?P<name>{_any(list(_MONTHS))})(?![^\W\d_])")
_WEEKDAY: Final = re.compile(rf"{_WORD_START}(?:ل(?=لا))?(?P<name>{_any(list(_WEEKDAYS))})s?(?![^\W\d_])")
_DAY_OR_CUE_BEFORE: Final = re.compile(
    r"(?:\d|\d(?:st|nd|rd|th)|\b(?:in|since|until|till|by|last|next|early|late|mid|of|and|this|from|before|after"
    r"|شهر|شهري|من|في|منذ|حتي|اواخر|اواءل|منتصف|مطلع|نهايه|بدايه)|[/(-])[\s.]*$"
)
_DAY_OR_YEAR_AFTER: Final = re.compile(r"^\s*(?:[,،]?\s*\d|/|الماضي|المقبل|الجاري|الحالي|المبارك)")


def find_mentions(sentence: str, language: str) -> tuple[Mention, ...]:
    folded = fold_with_offsets(sentence)
    arabic = primary_language(language) == "ar"
    found = [*months_in_figures(sentence), *_months(sentence, folded, arabic=arabic), *_weekdays(sentence, folded)]
    return tuple(sorted(found, key=lambda one: one.span))


def _months(sentence: str, folded: Folded, *, arabic: bool) -> Iterator[Mention]:
    for match in _MONTH.finditer(folded.text):
        name = " ".join(match["name"].split())
        span = folded.span(match.start("name"), match.end())
        printed = span.of(sentence)
        if name.isascii() == arabic or not _is_month(name, printed, folded.text, match.start("name"), match.end()):
            continue
        islamic = name in ISLAMIC_MONTHS and name not in GREGORIAN_MONTHS
        yield Mention(span, "islamic month" if islamic else "month", frozenset({_MONTHS[name]}), printed)


def _is_month(name: str, printed: str, text: str, start: int, end: int) -> bool:
    if name.isascii() and not printed[0].isupper():
        return False
    if name == "اب" and not printed.startswith("آ"):
        return bool(_DAY_OR_YEAR_AFTER.match(text[end:]))
    if name not in _AMBIGUOUS:
        return True
    return bool(_DAY_OR_YEAR_AFTER.match(text[end:])) or bool(_DAY_OR_CUE_BEFORE.search(text[:start]))


def _weekdays(sentence: str, folded: Folded) -> Iterator[Mention]:
    for match in _WEEKDAY.finditer(folded.text):
        span = folded.span(match.start("name"), match.end())
        printed = span.of(sentence)
        if match["name"].isascii() and not printed[0].isupper():
            continue
        yield Mention(span, "weekday", frozenset({_WEEKDAYS[match["name"]]}), printed)


_FIGURES: Final = re.compile(r"(?P<a>\d{1,4})[-/.](?P<b>\d{1,2})[-/.]\d{1,4}")


def months_in_figures(sentence: str) -> Iterator[Mention]:
    """The month of ``12/11/2015``, where it can be told from the day; both where it cannot."""
    dates = find_dates(sentence) if _FIGURES.search(sentence) else ()
    for date in dates:
        match = _FIGURES.match(date.as_printed)
        if match is None or date.edtf.lower is None or date.calendar == "hijri":
            continue
        parts = ("b",) if len(match["a"]) == 4 else ("a", "b")
        months = {bound.month for bound in (date.edtf.lower, date.edtf.upper) if bound}
        for part in parts:
            if int(match[part]) in months:
                span = Span(match.start(part), match.end(part)).shift(date.span.start)
                yield Mention(span, "month", frozenset(months), span.of(sentence), in_figures=True)
                break
