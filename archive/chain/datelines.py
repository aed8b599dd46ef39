"""Datelines: where, when and from which agency a report came, before its first sentence or on a line of its own.

``DAMASCUS (SANA) –``, ``Beirut, 12 November (Agency)``, ``دمشق (سانا) -``, ``دمشق - مراسلنا:``. The place must be
one we know, and everything between it and the dash must be understood; else it is the start of a sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from archive.chain import names_arabic, names_english
from archive.chain.byline_record import Standing, split_trailing_brackets, unquoted
from archive.chain.dates import find_dates
from archive.text.fold import fold
from archive.values import EdtfDate, Span

MAX_LENGTH: Final = 80
"""Characters before the dash."""

_DASH: Final = re.compile(r"\s*(?:[–—:]|-{1,2}|\s+ـ+)(?=\s|\Z)|\Z")
_SPLIT: Final = re.compile(r"\s*[،,|]\s*|\s+[-–—]\s+|\s*:\s*|(?<=\w)-(?=\w{3})")
_OURS_ENGLISH: Final = re.compile(r"(?:from\s+)?our\s+(?:own\s+|special\s+)?correspondent", re.IGNORECASE)
_OURS_ARABIC: Final = frozenset(fold("مراسلنا مراسلتنا موفدنا موفدتنا مراسلونا خاص").split())


@dataclass(frozen=True, slots=True)
class Dateline:
    """``span`` covers place, date and agency, not the dash after them."""

    span: Span
    place: str
    outlet: str | None
    date: EdtfDate | None
    anonymous: bool

    def fills(self, text: str) -> bool:
        """Nothing but a dash follows: the dateline is the whole block."""
        return not text[self.span.end :].strip(" -–—:.ـ")


@dataclass(slots=True)
class _Seen:
    place: str | None = None
    outlet: str | None = None
    date: EdtfDate | None = None
    anonymous: bool = False

    def says_more(self) -> bool:
        """A place and a colon alone may open a headline."""
        return bool(self.outlet or self.anonymous or self.date)


def find_dateline(text: str, *, publisher: str | None = None) -> Dateline | None:
    """Read the dateline that opens ``text``; the longest reading wins."""
    start = len(text) - len(text.lstrip())
    head = text[start : start + MAX_LENGTH]
    whole = len(text) - start <= MAX_LENGTH
    for dash in reversed(list(_DASH.finditer(head))):
        if dash.group() or whole:
            seen = _understood(head[: dash.start()], publisher)
            if seen and seen.place and (seen.says_more() or dash.group().strip() not in {"", ":"}):
                span = Span(start, start + dash.start())
                return Dateline(span, seen.place, seen.outlet, seen.date, seen.anonymous)
    return None


def _understood(prefix: str, publisher: str | None) -> _Seen | None:
    """Every element of the prefix is a place, a date, an agency or "our correspondent"."""
    seen = _Seen()
    rest, bracket = split_trailing_brackets(prefix)
    if not rest or (bracket and not _read_bracket(bracket, publisher, seen)):
        return None
    dates = find_dates(rest)
    if dates:
        seen.date = dates[-1].edtf
        rest = (rest[: dates[0].span.start] + rest[dates[-1].span.end :]).strip(" ,،-–—|")
    if names_english.is_place(rest) or names_arabic.is_place(rest):
        seen.place = rest
        return seen
    return seen if all(_read_element(element, publisher, seen) for element in _SPLIT.split(rest)) else None


def _read_bracket(text: str, publisher: str | None, seen: _Seen) -> bool:
    if _is_ours(text):
        seen.anonymous = True
        return True
    english = names_english.outlet(text, publisher)
    arabic = names_arabic.outlet(text, publisher)
    if english is Standing.NO and arabic is not Standing.KNOWN:
        return False
    seen.outlet = unquoted(text)
    return True


def _read_element(text: str, publisher: str | None, seen: _Seen) -> bool:
    text = text.strip()
    if names_english.is_place(text) or names_arabic.is_place(text):
        seen.place = f"{seen.place}, {text}" if seen.place else text
    elif _is_ours(text):
        seen.anonymous = True
    elif names_english.is_agency(text) or names_arabic.is_agency(text) or _is_known(text, publisher):
        seen.outlet = seen.outlet or unquoted(text)
    else:
        return False
    return True


def _is_known(text: str, publisher: str | None) -> bool:
    """Guillemets alone do not tell «الفنار» from speech, «انتصرنا»; the article does."""
    if not fold(unquoted(text)).startswith("ال"):
        text = unquoted(text)
    return Standing.KNOWN in {names_english.outlet(text, publisher), names_arabic.outlet(text, publisher)}


def _is_ours(text: str) -> bool:
    return bool(_OURS_ENGLISH.fullmatch(text.strip())) or fold(text.strip()) in _OURS_ARABIC
