"""Dates in Arabic and English prose, each as an EDTF value with the precision it was printed with.

Reads Levantine, Egyptian, Maghrebi and Islamic months, the dual forms ``تشرين الثاني/نوفمبر`` and
``تشرين الثاني (نوفمبر)``, and Arabic-Indic digits. Precision is never added: "early November 2015" is
``2015-11``, a day without its year is ``XXXX-11-12``, a numeric date that can be read two ways is both.
A month name alone, a relative day ("yesterday", ``أوائل الشهر``) and a dual form whose two names
disagree are not dates. Validation of EDTF strings is ``edtf_dates``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from archive.chain.date_patterns import DAY_MONTH, MONTH_DAY, MONTH_YEAR, NUMERIC, YEAR_ALONE, YEAR_FIRST
from archive.chain.date_words import GREGORIAN_MONTHS, ISLAMIC_MONTHS
from archive.chain.edtf_dates import edtf_date
from archive.chain.hijri import hijri_to_edtf
from archive.text.fold import Folded, fold_with_offsets
from archive.values import EdtfDate, Span

__all__ = ["DateFound", "edtf_date", "find_dates"]

Calendar = Literal["gregorian", "hijri"]


@dataclass(frozen=True, slots=True)
class DateFound:
    """One date as printed, where it stands, and what it means."""

    span: Span
    edtf: EdtfDate
    calendar: Calendar
    as_printed: str


_HAS_ARABIC: Final = re.compile("[\u0600-\u06ff]")
_SUMMER_FATHER: Final = "اب"  # folded August; without its madda and without a year it is a father
_GREGORIAN_YEARS: Final = range(1600, 2200)
"""A four-digit number outside is a Hijri year or no year at all."""
_HIJRI_YEARS: Final = range(1200, 1600)


def find_dates(text: str) -> tuple[DateFound, ...]:
    """Find every date in ``text``, in order, none inside another."""
    folded = fold_with_offsets(text)
    found: list[DateFound] = []
    taken: list[Span] = []  # also what looked like a date and is none, lest 30 February become February
    for span, match, read in _matches(folded):
        if any(span.start < other.end and other.start < span.end for other in taken):
            continue
        taken.append(span)
        edtf = _read(read, match, span.of(text), text)
        if edtf is not None:
            found.append(DateFound(span, edtf, "hijri" if _is_hijri(match) else "gregorian", span.of(text)))
    return tuple(sorted(found, key=lambda one: one.span))


def _matches(folded: Folded) -> Iterator[tuple[Span, re.Match[str], _Reader]]:
    for pattern, read in _LAYOUTS:
        for match in pattern.finditer(folded.text):
            start = match.start("cued") if match.groupdict().get("cued") else match.start()
            yield folded.span(start, match.end()), match, read


def _read(read: _Reader, match: re.Match[str], printed: str, text: str) -> EdtfDate | None:
    try:
        return read(match, printed, text)
    except ValueError:  # 30 February: printed, but not a date
        return None


def _is_hijri(match: re.Match[str]) -> bool:
    parts = match.groupdict()
    month = _spaced(parts.get("month") or "")
    year = int(parts.get("year") or parts.get("cued") or parts.get("era_year") or 0)
    return bool(month in ISLAMIC_MONTHS or parts.get("hijri") or parts.get("h") or year in _HIJRI_YEARS)


def _worded(match: re.Match[str], printed: str, _text: str) -> EdtfDate | None:
    """A month in words, with a year, a day or both."""
    parts = match.groupdict()
    month = _one_month(parts)
    if month is None or not _capital_where_english(parts["month"], printed):
        return None
    year = int(parts["year"]) if parts["year"] else None
    day = int(parts["day"]) if parts.get("day") else None
    if _is_hijri(match):
        return hijri_to_edtf(year, month, day) if year else None
    if year is None:
        return None if parts.get("first") or _only_a_father(parts, printed) else _yearless(month, day)
    if year not in _GREGORIAN_YEARS:
        return None
    return _gregorian(year, month, day, int(parts["first"]) if parts.get("first") else None)


def _one_month(parts: dict[str, str]) -> int | None:
    """The number that all the printed month names agree on."""
    names = [_spaced(parts[key]) for key in ("month", "dual", "aside") if parts.get(key)]
    for calendar in (GREGORIAN_MONTHS, ISLAMIC_MONTHS):
        numbers = {calendar.get(name) for name in names}
        if len(numbers) == 1 and None not in numbers:
            return numbers.pop()
    return None


def _spaced(name: str) -> str:
    return " ".join(name.split())


def _capital_where_english(month: str, printed: str) -> bool:
    """``may`` and ``march`` are verbs until they are capitalised."""
    return not month.isascii() or month.casefold() not in {"may", "march", "mar"} or month not in printed


def _only_a_father(parts: dict[str, str], printed: str) -> bool:
    return parts["month"] == _SUMMER_FATHER and not parts.get("dual") and not parts.get("aside") and "آ" not in printed


def _yearless(month: int, day: int | None) -> EdtfDate | None:
    if day is None:
        return None
    date(2000, month, day)  # a leap year: 29 February may be meant
    return EdtfDate(f"XXXX-{month:02}-{day:02}", None, None)


def _gregorian(year: int, month: int, day: int | None, first: int | None = None) -> EdtfDate:
    whole = f"{year:04}-{month:02}"
    if day is None:
        return edtf_date(whole)
    last = f"{whole}-{day:02}"
    return edtf_date(last if first is None else f"{whole}-{first:02}/{last}")


def _year_first(match: re.Match[str], _printed: str, _text: str) -> EdtfDate | None:
    year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
    if _is_hijri(match):
        return hijri_to_edtf(year, month, day)
    return _gregorian(year, month, day) if year in _GREGORIAN_YEARS else None


def _numeric(match: re.Match[str], _printed: str, text: str) -> EdtfDate | None:
    """``12/11/2015``: day first in Arabic text, either way elsewhere unless one number excludes it."""
    first, second, year = int(match["a"]), int(match["b"]), int(match["year"])
    if _is_hijri(match):
        return hijri_to_edtf(year, second, first)
    if year not in _GREGORIAN_YEARS:
        return None
    if second > 12:
        return _gregorian(year, first, second)
    if first > 12 or first == second or _HAS_ARABIC.search(text):
        return _gregorian(year, second, first)
    one, other = sorted([_gregorian(year, first, second), _gregorian(year, second, first)], key=str)
    return EdtfDate(f"[{one},{other}]", one.lower, other.upper)


def _year_alone(match: re.Match[str], _printed: str, _text: str) -> EdtfDate | None:
    year = int(match["cued"] or match["era_year"])
    if _is_hijri(match):
        return hijri_to_edtf(year)
    return edtf_date(f"{year:04}") if year in _GREGORIAN_YEARS else None


_Reader = Callable[[re.Match[str], str, str], EdtfDate | None]
_LAYOUTS: Final[tuple[tuple[re.Pattern[str], _Reader], ...]] = (
    (DAY_MONTH, _worded),
    (MONTH_DAY, _worded),
    (MONTH_YEAR, _worded),
    (YEAR_FIRST, _year_first),
    (NUMERIC, _numeric),
    (YEAR_ALONE, _year_alone),
)
"""The most specific layouts first: what they take, later ones cannot."""
