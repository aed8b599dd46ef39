"""Facts that a search can ask for: outlet, hand, language, date, finding and the like; read, checked, compiled.

The same facts stand in the query (``kind:opinion``) and beside it (``--kind opinion``). A value that cannot
hold of anything is refused with the list of those that can, in English or Arabic: a mistyped filter must not
look like an empty archive. What holds must hold of one version, the one that is shown.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from archive.chain.roles import ROLES
from archive.errors import Reason
from archive.passages import WORK_KINDS
from archive.text.compare.report import KINDS, NEUTRAL
from archive.text.fold import fold
from archive.values import language_tag
from search.reading import Reading
from search.syntax.fields import UNNAMED, UNNAMED_ARABIC
from search.tree import And, Between, Has, Node, Not, Or

FINDINGS: Final = tuple(kind for kind in KINDS if kind not in NEUTRAL)
"""The kinds that are shown as differences."""
_KINDS_ARABIC: Final = ("خبر", "رأي", "مقابلة", "تقرير", "بيان", "أخرى")
_DISCLAIMER: Final = {"any": "any", "none": "none", "with": "any", "without": "none", "أي": "any", "بلا": "none"}
_STATUS: Final = {"أحدث": "latest", "سابق": "superseded"}
_LANGUAGES: Final = {
    "عربي": "ar",
    "العربية": "ar",
    "arabic": "ar",
    "إنجليزي": "en",
    "الإنجليزية": "en",
    "english": "en",
}
_STATES: Final = ("latest", "superseded")

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
            named = fold(value) not in {UNNAMED, fold(UNNAMED_ARABIC)}
            return Fact(field, _name(field, value) if named else UNNAMED)
        case "lang":
            return Fact(field, _LANGUAGES.get(value.lower()) or _tag(value))
        case "date" | "year":
            return period(value)
        case _:
            return Fact(field, _chosen(field, value))


def _tag(value: str) -> str:
    try:
        return language_tag(value)
    except ValueError as fault:
        raise BadFact(str(fault), "no-language", found=value[:40]) from fault


def _name(field: str, value: str) -> str:
    key = name_key(value)
    if not any(sign.isalnum() for sign in key):
        raise BadFact(f"{field} wants a name, found {value!r}", "wants-name", field=field, found=value[:40])
    return key


def _chosen(field: str, value: str) -> str:
    """One of the words that the field knows, whatever its letters' case; Arabic words for them too."""
    words = WORDS[field]
    found = words.get(value) or words.get(fold(value))
    if found is None:
        allowed = ", ".join(dict.fromkeys(words.values()))
        detail = f"{field} is one of {allowed}; found {value[:40]!r}"
        raise BadFact(detail, "one-of", field=field, allowed=allowed, found=value[:40])
    return found


def _folded(*tables: Mapping[str, str]) -> dict[str, str]:
    return {fold(word): code for table in tables for word, code in table.items()}


_ROLE_WORDS: Final = {word: code for code, role in ROLES.items() for word in (role.label_en, role.label_ar)}
WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "kind": _folded(dict(zip(WORK_KINDS, WORK_KINDS, strict=True)), dict(zip(_KINDS_ARABIC, WORK_KINDS, strict=True))),
    "disclaimer": _folded(_DISCLAIMER),
    "status": _folded({state: state for state in _STATES}, _STATUS),
    "finding": _folded({kind: kind for kind in FINDINGS}),
    "role": _folded({code: code for code in ROLES}, _ROLE_WORDS),
}
"""By field, the folded words for its values."""


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
