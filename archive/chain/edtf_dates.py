"""One EDTF string (ISO 8601-2, levels 0-2) to a date with bounds; the only door to the ``edtf`` library.

The library needs about 20 ms a parse, so the three plain forms ``YYYY``, ``YYYY-MM`` and
``YYYY-MM-DD`` never reach it, and intervals are read one side at a time: it gives an open side an
invented bound, where we say ``None``. Finding dates in prose is the business of ``dates``.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import Any, Final

from archive.values import EdtfDate

MAX_LENGTH: Final = 100
"""Characters. Longer strings are not dates, and a parser generator need not see them."""

_PLAIN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_OPEN_SIDES = frozenset({"", ".."})  # unknown and open, ISO 8601-2 §4.4
_SEASONS_FROM: Final = 21  # YYYY-21 … YYYY-41 are seasons and quarters, not months


@lru_cache(maxsize=4096)
def edtf_date(text: str) -> EdtfDate:
    """Read one EDTF string; raise ``ValueError`` where it is malformed or names a day that never was."""
    text = text.strip()
    if not text or len(text) > MAX_LENGTH:
        raise ValueError(f"date: expected EDTF such as 2015-11-12, 2015-11 or 2015~, found {text[:40]!r}")
    if "/" in text:
        return _interval(text)
    plain = _PLAIN.fullmatch(text)
    if plain and int(plain[2] or 0) < _SEASONS_FROM:
        return _plain(text, plain)
    return _by_library(text)


def _plain(text: str, match: re.Match[str]) -> EdtfDate:
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        lower = date(year or 0, 1 if month is None else month, 1 if day is None else day)
    except ValueError as error:
        raise ValueError(f"date: expected a day of the calendar, found {text!r} ({error})") from error
    if day is not None:
        return EdtfDate(text, lower, lower)
    last_month = lower.month if month is not None else 12
    return EdtfDate(text, lower, date(lower.year, last_month, monthrange(lower.year, last_month)[1]))


def _interval(text: str) -> EdtfDate:
    sides = text.split("/")
    if len(sides) != 2 or all(side in _OPEN_SIDES for side in sides):
        raise ValueError(f"date: expected an interval with two sides, one of them a date, found {text!r}")
    start, end = (None if side in _OPEN_SIDES else edtf_date(side) for side in sides)
    lower = start.lower if start else None
    upper = end.upper if end else None
    if lower and upper and lower > upper:
        raise ValueError(f"date: expected an interval that ends after it starts, found {text!r}")
    return EdtfDate(text, lower, upper)


def _by_library(text: str) -> EdtfDate:
    from edtf import parse_edtf  # noqa: PLC0415  pyparsing grammar, 0.3 s to import
    from edtf.parser.edtf_exceptions import EDTFParseException  # noqa: PLC0415

    try:
        parsed = parse_edtf(text)
        lower, upper = _bound(parsed.lower_strict()), _bound(parsed.upper_strict())
    except (EDTFParseException, ValueError, TypeError, AttributeError, IndexError, OverflowError) as error:
        raise ValueError(f"date: expected EDTF (ISO 8601-2) naming a real day, found {text!r}") from error
    if text.startswith("XXXX"):  # the year is unspecified: neither bound means anything
        return EdtfDate(text, None, None)
    return EdtfDate(text, lower, upper)


def _bound(moment: Any) -> date | None:
    """``time.struct_time`` to a day; ``None`` for infinity and for years a ``date`` cannot hold."""
    if not isinstance(moment, tuple):
        return None
    year, month, day = moment[:3]
    return date(year, month, day) if 1 <= year <= 9999 else None


def edtf_between(first: date | None, last: date | None) -> str:
    """What is known, no finer than it is known: ``2016-03`` for all days of a month; empty where nothing is.

    An end that is not known is written as open (ISO 8601-2 §4.4).
    """
    if first is None and last is None:
        return ""
    if first is None or last is None:
        return f"{first.isoformat() if first else '..'}/{last.isoformat() if last else '..'}"
    digits = _coarsest(first, last)
    begins, ends = first.isoformat()[:digits], last.isoformat()[:digits]
    return begins if begins == ends else f"{begins}/{ends}"


def _coarsest(first: date, last: date) -> int:
    """How many characters of both days tell the interval: whole years, whole months, or days."""
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return 4
    whole_months = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    return 7 if whole_months else 10
