"""Read one printed byline: who, for whom, called what, where. Precision before recall.

Dispatches to the English and the Arabic reader by script, and to ``datelines`` for agency forms. A
missing translator stays unnamed here: bylines name authors, reporters and outlets; credits of
translators and editors are ``credits``. Roles are MARC relator codes.
"""

from __future__ import annotations

import re
from typing import Final

from archive.chain.byline_arabic import read_arabic
from archive.chain.byline_arabic import without_tail as without_arabic_tail
from archive.chain.byline_english import read_english
from archive.chain.byline_english import without_tail as without_english_tail
from archive.chain.byline_record import Byline, Found, Identity, name_key, same_name
from archive.chain.datelines import find_dateline
from archive.chain.lexicon_outlets import NOT_ONE_OUTLET
from archive.values import Span

__all__ = ["MAX_LENGTH", "Byline", "Identity", "parse_byline"]

MAX_LENGTH: Final = 240
"""Characters. A longer line is prose, whatever it starts with (a dateline before it is still read)."""

_ARABIC_LETTER: Final = re.compile("[\u0621-\u064a]")
_LATIN_LETTER: Final = re.compile("[A-Za-z]")


def parse_byline(line: str, *, publisher: str | None = None) -> Byline | None:
    """Read ``line``; ``None`` unless it is surely a byline.

    ``publisher`` is who published this text: a byline for that outlet is ``own_work``.
    """
    language = _opening_script(line)
    found = None
    if len(line) <= MAX_LENGTH:
        found = read_arabic(line.strip(), publisher) if language == "ar" else read_english(line.strip(), publisher)
    if found is not None:
        return _record(_byline_span(line, language), line, language, found, publisher)
    return _from_dateline(line, language, publisher)


def script_of(line: str) -> str:
    """``ar`` or ``en`` by the script most of the letters are in."""
    if line.isascii():
        return "en"
    return "ar" if len(_ARABIC_LETTER.findall(line)) > len(_LATIN_LETTER.findall(line)) else "en"


def _opening_script(line: str) -> str:
    """By the first letter: an Arabic byline may end in an English date."""
    first = re.search(f"{_ARABIC_LETTER.pattern}|{_LATIN_LETTER.pattern}", line)
    return "ar" if first and _ARABIC_LETTER.match(first.group()) else "en"


def _byline_span(line: str, language: str) -> Span:
    """All that was printed but surrounding space, and a date or separator after it."""
    start = len(line) - len(line.lstrip())
    tail = without_arabic_tail if language == "ar" else without_english_tail
    return Span(start, start + len(tail(line.strip())))


def _from_dateline(line: str, language: str, publisher: str | None) -> Byline | None:
    dateline = find_dateline(line, publisher=publisher)
    if dateline is None or (dateline.outlet is None and not dateline.anonymous):
        return None
    found = Found(
        outlet=dateline.outlet,
        place=dateline.place,
        role="rpt" if dateline.anonymous else "org",
        identity="anonymous" if dateline.anonymous else "named",
    )
    return _record(dateline.span, line, language, found, publisher)


def _record(span: Span, line: str, language: str, found: Found, publisher: str | None) -> Byline:
    return Byline(
        quote=span.of(line),
        span=span,
        persons=found.persons,
        outlet=None if name_key(found.outlet or "") in NOT_ONE_OUTLET else found.outlet,
        label=found.label,
        place=found.place,
        language=language,
        role=found.role,
        identity=found.identity,
        extent=found.extent,
        own_work=same_name(found.outlet, publisher),
        explicit=found.explicit,
    )
