"""What the reader typed, as a frozen :class:`Query` with places for error messages.

The language so far: words (all of them must be found), ``"phrases"`` in any kind of double quote,
and ``-word`` or ``-"phrase"`` to leave works out. Other punctuation means nothing. A quotation mark
without its fellow is refused with its position rather than guessed at. A query of exclusions or of
filters alone lists works by date. What is done with a query is :mod:`search.engine`'s business.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Final

from archive.errors import BadQuery
from archive.values import Span, language_tag
from search.analysis import Term, analyse

LONGEST_QUERY: Final = 1000
"""Code points; a paragraph pasted by mistake is not a search."""
MOST_CLAUSES: Final = 32
LARGEST_PAGE: Final = 100
DEEPEST_OFFSET: Final = 1_000_000

_OPENING: Final = {'"': '"', "“": "”", "”": "”", "„": "”", "«": "»", "″": "″", "＂": "＂"}
_CLOSING: Final = frozenset({"»"})
_DAY: Final = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?\Z")


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing to find (or to leave out): a word with its readings, or a phrase.

    ``terms`` must all be in a version, for a phrase in this order; ``joined`` are other ways to
    write the whole (cooperation for co-operation), any of which will do.
    """

    span: Span
    text: str
    phrase: bool
    negated: bool
    terms: tuple[Term, ...]
    joined: tuple[Term, ...]
    script: str
    """``arabic``, ``other`` or ``number`` (which goes with its neighbours), see ``Query.groups``."""


@dataclass(frozen=True, slots=True)
class Filters:
    """Every set filter must hold of the version that is shown; within one, any of its values will do."""

    languages: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    agents: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    date_from: date | None = None
    date_to: date | None = None
    has_disclaimer: bool | None = None


@dataclass(frozen=True, slots=True)
class Query:
    text: str
    clauses: tuple[Clause, ...]
    filters: Filters = field(default_factory=Filters)
    offset: int = 0
    limit: int = 10

    @property
    def groups(self) -> tuple[tuple[Clause, ...], ...]:
        """The wanted clauses by script, to be met in one version each.

        An Arabic and an English word may be met in different versions of a work: the original
        has the one, its translation the other.
        """
        wanted = [clause for clause in self.clauses if not clause.negated]
        scripts = _settled([clause.script for clause in wanted])
        by_script: dict[str, list[Clause]] = {}
        for clause, script in zip(wanted, scripts, strict=True):
            by_script.setdefault(script, []).append(clause)
        return tuple(map(tuple, by_script.values()))

    @property
    def unwanted(self) -> tuple[Clause, ...]:
        return tuple(clause for clause in self.clauses if clause.negated)


def parse(
    q: str = "",
    *,
    language: str | Iterable[str] | None = None,
    outlet: str | Iterable[str] | None = None,
    agent: str | Iterable[str] | None = None,
    kind: str | Iterable[str] | None = None,
    date_from: str | date | None = None,
    date_to: str | date | None = None,
    has_disclaimer: bool | None = None,
    offset: int = 0,
    limit: int = 10,
) -> Query:
    """Read a query; :class:`archive.errors.BadQuery` says where it cannot be read.

    Dates are ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD`` and take in their whole year, month or day.
    """
    clauses = _clauses(q)
    filters = Filters(
        languages=tuple(_language(q, tag) for tag in _values(language)),
        outlets=_values(outlet),
        agents=_values(agent),
        kinds=_values(kind),
        date_from=_day(q, date_from, "/date_from", last=False),
        date_to=_day(q, date_to, "/date_to", last=True),
        has_disclaimer=has_disclaimer,
    )
    if filters.date_from and filters.date_to and filters.date_from > filters.date_to:
        raise _bad_filter(q, f"the range ends before it begins: {filters.date_from} to {filters.date_to}", "/date_to")
    if not 0 <= offset <= DEEPEST_OFFSET:
        raise _bad_filter(q, f"the offset must be between 0 and {DEEPEST_OFFSET}, not {offset}", "/offset")
    if not 1 <= limit <= LARGEST_PAGE:
        raise _bad_filter(q, f"the limit must be between 1 and {LARGEST_PAGE}, not {limit}", "/limit")
    return Query(q, clauses, filters, offset, limit)


def _clauses(q: str) -> tuple[Clause, ...]:
    if len(q) > LONGEST_QUERY:
        detail = f"a search has at most {LONGEST_QUERY} characters; this one has {len(q)}"
        raise BadQuery(detail, query=q, position=LONGEST_QUERY, code="query-too-long")
    clauses = [clause for piece in _pieces(q) for clause in _read(q, *piece)]
    if len(clauses) > MOST_CLAUSES:
        detail = f"a search has at most {MOST_CLAUSES} words and phrases; this one has {len(clauses)}"
        raise BadQuery(detail, query=q, position=clauses[MOST_CLAUSES].span.start, code="query-too-long")
    if q.strip() and not clauses:
        raise BadQuery("there is no letter or digit to search for", query=q, position=0, code="nothing-to-search")
    return tuple(clauses)


def _pieces(q: str) -> Iterable[tuple[Span, bool, bool]]:
    """``(span, phrase, negated)`` of each word or phrase; the span is without quotes and minus sign."""
    position = 0
    while position < len(q):
        if q[position].isspace():
            position += 1
            continue
        negated = _is_minus(q, position)
        start = position + negated
        if q[start] in _OPENING:
            end = _closing(q, start)
            yield Span(start + 1, end), True, negated
            position = end + 1
        elif q[start] in _CLOSING:
            raise _unbalanced(q, start)
        else:
            position = _word_end(q, start)
            yield Span(start, position), False, negated


def _is_minus(q: str, position: int) -> bool:
    """A minus excludes when it stands before a word and not inside one."""
    alone = position + 1 >= len(q) or q[position + 1].isspace()
    return q[position] == "-" and not alone and (position == 0 or q[position - 1].isspace())


def _closing(q: str, opening: int) -> int:
    end = q.find(_OPENING[q[opening]], opening + 1)
    if end < 0 and q[opening] in "“”„":
        end = q.find('"', opening + 1)  # “typed so"
    if end < 0:
        raise _unbalanced(q, opening)
    return end


def _word_end(q: str, start: int) -> int:
    end = start + 1
    while end < len(q) and not q[end].isspace() and q[end] not in _OPENING and q[end] not in _CLOSING:
        end += 1
    return end


def _unbalanced(q: str, position: int) -> BadQuery:
    detail = f"the quotation mark {q[position]} at character {position + 1} has no fellow"
    return BadQuery(detail, query=q, position=position, code="unbalanced-quote")


def _read(q: str, span: Span, phrase: bool, negated: bool) -> list[Clause]:
    """A phrase is one clause; a word is one for each run of letters of one script (Gazaفي is two)."""
    terms = analyse(span.of(q))
    if phrase:
        return [_clause(q, span, terms, phrase=True, negated=negated)] if terms else []
    scripts = iter(_settled([_script(term.exact) for term in terms]))
    runs = groupby(terms, key=lambda _: next(scripts))
    return [_clause(q, span, list(run), phrase=False, negated=negated) for _, run in runs]


def _clause(q: str, span: Span, terms: list[Term], *, phrase: bool, negated: bool) -> Clause:
    main = tuple(term for term in terms if not term.alternate)
    # A joined form stands for the whole word only; the tail of O'Neill alone would be another name.
    whole = () if phrase else tuple(term for term in terms if term.alternate and term.start <= main[0].start)
    joined = tuple(term for term in whole if term.end >= main[-1].end and len(main) > 1)
    return Clause(span, span.of(q), phrase, negated, main, joined, _script(main[0].exact))


def _script(word: str) -> str:
    if word[0].isdigit():
        return "number"
    return "arabic" if "\u0600" <= word[0] <= "\u08ff" else "other"


def _settled(scripts: list[str]) -> list[str]:
    """Numbers take the script before them, or else the one after."""
    for order in (range(1, len(scripts)), range(len(scripts) - 2, -1, -1)):
        for index in order:
            if scripts[index] == "number":
                scripts[index] = scripts[index - order.step]
    return scripts


def _values(given: str | Iterable[str] | None) -> tuple[str, ...]:
    values = [given] if isinstance(given, str) else list(given or ())
    return tuple(value.strip() for value in values if value.strip())


def _language(q: str, tag: str) -> str:
    try:
        return language_tag(tag)
    except ValueError as fault:
        raise _bad_filter(q, str(fault), "/language") from fault


def _day(q: str, given: str | date | None, pointer: str, *, last: bool) -> date | None:
    if given is None or isinstance(given, date):
        return given
    try:
        return _bound(given.strip(), last=last)
    except ValueError as fault:
        raise _bad_filter(q, f"not a day: {given[:40]!r} ({fault})", pointer) from fault


def _bound(given: str, *, last: bool) -> date:
    match = _DAY.match(given)
    if match is None:
        raise ValueError("not YYYY, YYYY-MM or YYYY-MM-DD")
    year, month = int(match[1]), int(match[2] or (12 if last else 1))
    if match[3]:
        return date(year, month, int(match[3]))
    return date(year, month, calendar.monthrange(year, month)[1] if last else 1)


def _bad_filter(q: str, detail: str, pointer: str) -> BadQuery:
    error = BadQuery(detail, query=q, position=0, code="bad-filter")
    error.pointer = pointer
    return error
