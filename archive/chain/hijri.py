"""From the Islamic calendar to the days it can mean in the Gregorian one.

Printed Hijri dates follow sightings and national calendars, which differ from the tabular calendar
(30-year cycle, civil epoch 16 July 622 Julian) by a day or two. So a Hijri day becomes EDTF's "one of
these days" ``[a..b]``, a Hijri month or year an interval wide enough to hold it. Nothing is guessed.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from archive.values import EdtfDate

_EPOCH_ORDINAL: Final = 227_015  # proleptic Gregorian ordinal of 1 Muharram 1 AH (Reingold & Dershowitz, §7.1)
_DOUBT: Final = timedelta(days=2)
_YEARS: Final = range(1, 1600)
_DAYS_OF_A_MONTH: Final = 30


def hijri_to_edtf(year: int, month: int | None = None, day: int | None = None) -> EdtfDate:
    """Return the Gregorian days that a Hijri date can mean; raise ``ValueError`` for an impossible one."""
    if year not in _YEARS or not 1 <= (month or 1) <= 12 or not 1 <= (day or 1) <= _DAYS_OF_A_MONTH:
        raise ValueError(f"date: expected a day of the Islamic calendar, found {year}-{month}-{day}")
    first = _first_day(year, month or 1)
    if month is not None and day is not None:
        exact = first + timedelta(days=day - 1)
        lower, upper = exact - _DOUBT, exact + _DOUBT
        return EdtfDate(f"[{lower}..{upper}]", lower, upper)
    after = _first_day(year + 1, 1) if month is None or month == 12 else _first_day(year, month + 1)
    lower, upper = first - _DOUBT, after - timedelta(days=1) + _DOUBT
    return EdtfDate(f"{lower}/{upper}", lower, upper)


def _first_day(year: int, month: int) -> date:
    days = (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2
    return date.fromordinal(_EPOCH_ORDINAL + days)
