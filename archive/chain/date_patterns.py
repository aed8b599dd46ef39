"""The layouts a printed date can have, as regular expressions over *folded* text (see ``archive.text.fold``).

Only shapes: what a match means is decided in ``dates``.
"""

from __future__ import annotations

import re
from typing import Final

from archive.chain.date_words import GREGORIAN_MONTHS, ISLAMIC_MONTHS


def _alternatives(names: dict[str, int]) -> str:
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in ordered)


_ANY: Final = _alternatives({**GREGORIAN_MONTHS, **ISLAMIC_MONTHS})
_MONTH: Final = (
    rf"(?P<month>{_ANY})(?![^\W\d_])\.?(?:\s*[/–-]\s*(?P<dual>{_ANY})(?![^\W\d_])|\s*\(\s*(?P<aside>{_ANY})\s*\))?"
)
_OF: Final = r"(?:\s*(?:of|من)?\s*(?:شهر\s+)?|\s*[/-]\s*)"
_YEAR: Final = r"(?P<year>\d{4})(?!\d|[.,:]\d)"
_BEFORE_YEAR: Final = r"(?:\s*[,،]?\s*(?:(?:of|من|in)\s+)?(?:لعام|عام|سنه|العام)?\s*|\s*[/-]\s*)"
_ERA: Final = r"(?:\s?(?P<hijri>ه|هجريه?|ah\b)(?!\w)|\s?(?:م|ميلاديه?)(?!\w))?"
_DAY: Final = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_DAYS: Final = rf"(?<![\d./:-])(?:(?P<first>\d{{1,2}})\s*[-–]\s*)?{_DAY}"
_WORD_START: Final = r"(?:(?<!\w)|(?<=\b[وبلف]))"  # one-letter words are written on to the next

DAY_MONTH: Final = re.compile(rf"{_DAYS}{_OF}{_MONTH}(?:{_BEFORE_YEAR}{_YEAR}{_ERA})?")
MONTH_DAY: Final = re.compile(rf"(?<!\w){_MONTH}\s*{_DAY}(?![\d:.]\d|\d)(?:{_BEFORE_YEAR}{_YEAR}{_ERA})?")
MONTH_YEAR: Final = re.compile(rf"{_WORD_START}{_MONTH}{_BEFORE_YEAR}{_YEAR}{_ERA}")
YEAR_FIRST: Final = re.compile(
    r"(?<![\d/.-])(?P<year>\d{4})(?P<sep>[-/.])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})" + _ERA + r"(?![\d/-])"
)
NUMERIC: Final = re.compile(
    r"(?<![\d/.-])(?P<a>\d{1,2})(?P<sep>[-/.])(?P<b>\d{1,2})(?P=sep)(?P<year>\d{4})" + _ERA + r"(?![\d/-])"
)
YEAR_ALONE: Final = re.compile(
    rf"(?:{_WORD_START}(?:(?:عام|العام|سنه|لعام)|in|since|year)\s+(?P<cued>\d{{4}})(?!\d|[.,:]\d){_ERA}"
    rf"|(?<!\d)(?P<era_year>\d{{4}})\s?(?:(?P<h>ه|هجريه?)|م|ميلاديه?)(?!\w))"
)
