"""Facts that a search can ask for: outlet, hand, language, date, finding and the like; read, checked, compiled.

The same facts stand in the query (``kind:opinion``) and beside it (``--kind opinion``). A value that cannot
hold of anything is refused with the list of those that can, in English or Arabic: a mistyped filter must not
look like an empty archive. What holds must hold of one version, the one that is shown.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from archive.errors import Reason
from archive.text.fold import fold
from archive.values import language_tag, primary_language
from search.reading import Reading
from search.syntax.fields import UNNAMED, UNNAMED_ARABIC
from search.tree import And, Between, Has, Node, Not, Or
from search.vocabulary import near, offered, values, word_key

_UNNAMED: Final = {word_key(word) for word in (UNNAMED, UNNAMED_ARABIC, "غير مسمى")}
_LONGEST_LANGUAGE: Final = 3
"""Letters of a language in a tag."""
_FEW: Final = 8
"""Words that a refusal lists; of more it names those near to what was typed."""

_DAY: Final = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?\Z")
_RANGE: Final = re.compile(r"\.\.|…")
_DIGITS: Final = {
    ord(digit): str(value) for zero in "٠۰" for value, digit in enumerate(map(chr, range(ord(zero), ord(zero) + 10)))
}


@dataclass(frozen=True, slots=True)
class Fact:
    """``value`` as the index has it; a date has ``first`` and ``last`` day instead, either of them open."""

    field: str
    value: str = ""
    first: date | None = None
    last: date | None = None


_EXAMPLES: Final = {"day": "2015-10-05", "month": "2015-10", "year": "2015", "range": "2015-10..2016"}
"""Of what a date looks like."""


class BadFact(ValueError):
    """A value that cannot hold of anything; ``reason`` says why in every language."""

    def __init__(self, detail: str, name: str, **values: object) -> None:
        super().__init__(detail)
        self.reason = Reason(name, values)


def name_key(name: str) -> str:
    """A name as filters compare it: folded, inner spaces single."""
    return " ".join(fold(name).split())


def fact(field: str, given: str) -> Fact:
    """Read one value of a field; ``ValueError`` says what is wrong with it and what would be right."""
    value = given.strip()
    match field:
        case "outlet" | "agent":
            return Fact(field, _name(field, value))
        case "translator":
            named = word_key(value) not in _UNNAMED
            return Fact(field, _name(field, value) if named else UNNAMED)
        case "lang":
            return Fact(field, values(field).get(word_key(value)) or _tag(value))
        case "date" | "year":
            return period(value)
        case _:
            return Fact(field, _chosen(field, value))


def _tag(value: str) -> str:
    """A BCP 47 tag by its shape. Languages have two or three letters there: *frensh* is a word that is not known."""
    try:
        tag = language_tag(value)
    except ValueError as fault:
        raise _no_language(value) from fault
    if len(primary_language(tag)) > _LONGEST_LANGUAGE:
        raise _no_language(value)
    return tag


def _no_language(value: str) -> BadFact:
    alike = near("lang", value)
    detail = f"{value[:40]!r} is neither a language tag nor the name of a language that is known here{_or(alike)}"
    return BadFact(detail, _said("no-language", alike), found=value[:40], **_listed(alike))


def _name(field: str, value: str) -> str:
    key = name_key(value)
    if not any(sign.isalnum() for sign in key):
        raise BadFact(f"{field} wants a name, found {value!r}", "wants-name", field=field, found=value[:40])
    return key


def _chosen(field: str, value: str) -> str:
    """One of the words that the field knows, in either language and whatever their spelling."""
    found = values(field).get(word_key(value))
    if found is not None:
        return found
    shown = value[:40]
    words = offered(field, value)
    if len(words) <= _FEW:
        allowed = ", ".join(words)
        raise BadFact(
            f"{field} is one of {allowed}; found {shown!r}", "one-of", field=field, allowed=allowed, found=shown
        )
    alike = near(field, value)
    detail = f"{field} knows no {shown!r}{_or(alike)}"
    raise BadFact(detail, _said("no-value", alike), field=field, found=shown, **_listed(alike))


def _or(alike: Sequence[str]) -> str:
    return f"; near to it: {', '.join(alike)}" if alike else ""


def _said(reason: str, alike: Sequence[str]) -> str:
    return f"{reason}-near" if alike else reason


def _listed(alike: Sequence[str]) -> dict[str, str]:
    return {"near": ", ".join(alike)} if alike else {}


# Dates


def period(given: str) -> Fact:
    """``2015``, ``2015-10``, ``2015-10-05``, or two of them with ``..`` between, either left out."""
    value = given.translate(_DIGITS)
    ends = [end.strip() for end in _RANGE.split(value)]
    if len(ends) > 2 or not any(ends):
        detail = f"a date is YYYY, YYYY-MM, YYYY-MM-DD or a range such as 2015-10..2016; found {given[:40]!r}"
        raise BadFact(detail, "no-date", found=given[:40], **_EXAMPLES)
    first = day(ends[0], last=False) if ends[0] else None
    last = day(ends[-1], last=True) if ends[-1] else None
    if first and last and first > last:
        raise backwards(first, last)
    return Fact("date", first=first, last=last)


def backwards(first: date, last: date) -> BadFact:
    """The fault of a range that ends before it begins."""
    return BadFact(f"the range ends before it begins: {first} to {last}", "backwards", first=first, last=last)


def day(given: str, *, last: bool) -> date:
    """The first or last day of a year, a month or a day."""
    match = _DAY.match(given.translate(_DIGITS))
    if match is None:
        detail = f"not a day: {given[:40]!r} (not YYYY, YYYY-MM or YYYY-MM-DD)"
        raise BadFact(detail, "no-day", found=given[:40], **_EXAMPLES)
    try:
        year, month = int(match[1]), int(match[2] or (12 if last else 1))
        if match[3]:
            return date(year, month, int(match[3]))
        return date(year, month, calendar.monthrange(year, month)[1] if last else 1)
    except ValueError as fault:
        raise BadFact(f"not a day: {given[:40]!r} ({fault})", "no-day", found=given[:40], **_EXAMPLES) from None


# Nodes


def node_of(one: Fact, reading: Reading) -> Node:
    """The versions of which the fact holds."""
    match one.field:
        case "date":
            return _within(one)
        case "lang":
            spoken = reading.names("language").values
            return Has("language", tuple(tag for tag in spoken if _speaks(tag, one.value)))
        case "disclaimer":
            flag = int(one.value == "any")
            return Between("has_disclaimer", flag, flag)
        case "status":
            flag = int(one.value == "latest")
            return Between("latest", flag, flag)
        case "translator" if one.value == UNNAMED:
            return Between("translator_unnamed", 1, 1)
        case _:
            return Has(_COLUMNS[one.field], (one.value,))


_COLUMNS: Final = {
    "outlet": "outlets",
    "agent": "agents",
    "translator": "translators",
    "role": "roles",
    "kind": "kind",
    "finding": "findings",
}


def _speaks(language: str, wanted: str) -> bool:
    """``ar`` takes in ``ar-SY`` (RFC 4647 §3.3.1, basic filtering)."""
    return language == wanted or language.startswith(f"{wanted}-")


def _within(one: Fact) -> Node:
    """Versions that can have been published in the range. One end may be unknown; with both, it is in no range."""
    first = one.first.toordinal() if one.first else None
    last = one.last.toordinal() if one.last else None
    known = Or((Between("date_from"), Between("date_to")))
    begins = Or((Between("date_from", high=last), Not(Between("date_from"))))
    ends = Or((Between("date_to", low=first), Not(Between("date_to"))))
    return And((known, begins, ends))
