"""What a concordance is asked, as a frozen :class:`Question`, read and checked as far as it can be without an index.

The words are those of the query language (:mod:`search.syntax`). Words without ``ar:`` or ``en:`` are looked
for on the side that the question is about; that side is given, or named in the query, or that of the script it
is written in. What must or must not stand on the other side is a query of its own. Names are looked for in other
spellings only when that is asked for: counting is exact work.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, TypeVar

from archive.errors import BadQuery, Reason
from search.clauses import ARABIC, Clause, clause, clauses, conjuncts, readable, scripts
from search.facts import BadFact, Fact, backwards, day, fact
from search.parallel.kwic import Order
from search.query import MOST_CLAUSES, SIDE_FIELDS, bad_filter, between, check_length, check_words, every, fact_of
from search.syntax import parse_query
from search.syntax.nodes import Both, Either, Filter, Node, Within, Without

WIDTH: Final = 60
WIDEST: Final = 300
LARGEST_PAGE: Final = 10_000
"""Lines: a whole export is one page."""
DEEPEST_OFFSET: Final = 1_000_000
OTHER: Final = {"ar": "en", "en": "ar"}
_NO_FACTS: Final = {"lang", "status"}
"""Facts that every link here has in the same way."""

_SWITCH: Final = {"": False, "off": False, "on": True}

T = TypeVar("T", bound=StrEnum)
Given = str | Iterable[str] | None


class By(StrEnum):
    """What renderings are counted by."""

    OUTLET = "outlet"
    TRANSLATOR = "translator"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Cell:
    """Lines of one row of the renderings (:func:`search.parallel.table.row_name`), or of one cell of it."""

    row: str
    by: By | None = None
    value: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """``node`` is asked of ``side``, unless it says otherwise; ``beside`` of the other one."""

    q: str
    side: str
    node: Node
    beside: Node | None
    not_beside: Node | None
    facts: tuple[tuple[Fact, ...], ...]
    order: Order
    width: int
    offset: int
    limit: int
    cell: Cell | None = None
    names: bool = False
    """Whether names are looked for in other spellings too."""

    @property
    def wanted(self) -> tuple[Clause, ...]:
        """The words that are hits: those asked for on :attr:`side`."""
        return tuple(_wanted(self.node, self.side, self.side))

    @property
    def wanted_beside(self) -> tuple[Clause, ...]:
        """The words asked for on the other side, to be marked there."""
        other = OTHER[self.side]
        given = () if self.beside is None else tuple(_wanted(self.beside, other, other))
        return (*_wanted(self.node, self.side, other), *given)


def ask(
    q: str,
    *,
    side: str | None = None,
    beside: str = "",
    not_beside: str = "",
    outlet: Given = None,
    agent: Given = None,
    translator: Given = None,
    kind: Given = None,
    finding: Given = None,
    date_from: str | date | None = None,
    date_to: str | date | None = None,
    order: str = Order.DATE,
    width: int = WIDTH,
    offset: int = 0,
    limit: int = 50,
    row: str = "",
    by: str = "",
    cell: str = "",
    names: bool | str = False,
) -> Question:
    """Read a question; :class:`archive.errors.BadQuery` says what is wrong with which part of it."""
    node = _words(q, "/q")
    if node is None:
        detail, reason = "there is no word to look for", Reason("no-letters")
        raise BadQuery(detail, query=q, position=0, code="nothing-to-search", reason=reason)
    _check(q, node)
    named = _side(q, node, side)
    if not any(_wanted(node, named, named)):
        detail = f"no word is asked for on the side {named}: nothing would stand in the middle"
        reason = Reason("no-word-on-side", {"side": named})
        raise BadQuery(detail, query=q, position=0, code="nothing-to-search", reason=reason)
    given = {"outlet": outlet, "agent": agent, "translator": translator, "kind": kind, "finding": finding}
    facts = [_facts(q, name, values) for name, values in given.items()]
    facts.append(_range(q, date_from, date_to))
    _within(q, "/width", width, 10, WIDEST)
    _within(q, "/offset", offset, 0, DEEPEST_OFFSET)
    _within(q, "/limit", limit, 1, LARGEST_PAGE)
    return Question(
        q,
        named,
        node,
        _beside(beside, "/with"),
        _beside(not_beside, "/without"),
        tuple(one for one in facts if one),
        _choice(q, Order, order, "/sort"),
        width,
        offset,
        limit,
        Cell(row, _choice(q, By, by, "/by") if by else None, cell) if row else None,
        _switch(q, names),
    )


def _switch(q: str, given: bool | str) -> bool:
    """``on`` or ``off``, as pages and addresses say it."""
    if isinstance(given, bool):
        return given
    if given not in _SWITCH:
        reason = Reason("one-of-these", {"allowed": "on, off", "found": given[:40]})
        raise bad_filter(q, f"on or off, not {given[:40]!r}", "/names", reason)
    return _SWITCH[given]


def _words(q: str, pointer: str) -> Node | None:
    try:
        check_length(q)
        read = parse_query(q)
        node = None if read is None else readable(read)
        check_words(q, clauses(node), MOST_CLAUSES)
    except BadQuery as error:
        error.pointer = pointer
        raise
    return node


def _check(q: str, node: Node) -> None:
    """Only what a link has: words of a side, and facts of its translation."""
    for one in every(node):
        if isinstance(one, Within) and one.field not in SIDE_FIELDS:
            raise _misplaced(
                q, one, f"{one.field}: has no meaning in an aligned sentence; use ar: or en:", "no-meaning"
            )
        if isinstance(one, Filter):
            if one.field in _NO_FACTS:
                raise _misplaced(
                    q, one, f"{one.field}: does not tell one aligned sentence from another", "tells-nothing"
                )
            fact_of(q, one)


def _beside(given: str, pointer: str) -> Node | None:
    """Words of the other side, nothing else."""
    node = _words(given, pointer) if given.strip() else None
    for one in every(node) if node is not None else ():
        if isinstance(one, Within | Filter):
            error = _misplaced(
                given, one, "only words and phrases of the other side stand here, no fields", "only-words"
            )
            error.pointer = pointer
            raise error
    return node


def _misplaced(q: str, node: Within | Filter, detail: str, why: str) -> BadQuery:
    reason = Reason(why, {"field": f"{node.field}:"})
    return BadQuery(detail, query=q, position=node.span.start, code="mixed-sides", reason=reason)


def _side(q: str, node: Node, given: str | None) -> str:
    if given:
        if given not in SIDE_FIELDS:
            reason = Reason("one-of-these", {"allowed": "ar, en", "found": given[:40]})
            raise bad_filter(q, f"ar or en, not {given[:40]!r}", "/side", reason)
        return given
    for one in every(node):
        if isinstance(one, Within) and any(_wanted(node, "", one.field)):
            return one.field
    words = [one for one in conjuncts(node) if clauses(one)]
    return "ar" if words and scripts(words)[0] == ARABIC else "en"


def _wanted(node: Node, within: str, side: str) -> Iterator[Clause]:
    """The leaves that must be there on ``side``; ``within`` is the side that leaves are on if nothing is said."""
    match node:
        case Both() | Either():
            for one in node.nodes:
                yield from _wanted(one, within, side)
        case Within():
            yield from _wanted(node.node, node.field, side)
        case Without() | Filter():
            return
        case _:
            if within == side:
                yield clause(node)


def _facts(q: str, name: str, given: Given) -> tuple[Fact, ...]:
    values = [given] if isinstance(given, str) else list(given or ())
    try:
        return tuple(fact(name, value) for value in values if value.strip())
    except BadFact as error:
        raise bad_filter(q, str(error), f"/{name}", error.reason) from error


def _range(q: str, date_from: str | date | None, date_to: str | date | None) -> tuple[Fact, ...]:
    first, last = _day(q, date_from, "/from", last=False), _day(q, date_to, "/to", last=True)
    if first and last and first > last:
        fault = backwards(first, last)
        raise bad_filter(q, str(fault), "/to", fault.reason)
    return (Fact("date", first=first, last=last),) if first or last else ()


def _day(q: str, given: str | date | None, pointer: str, *, last: bool) -> date | None:
    if given is None or isinstance(given, date):
        return given
    if not given.strip():
        return None
    try:
        return day(given.strip(), last=last)
    except BadFact as fault:
        raise bad_filter(q, str(fault), pointer, fault.reason) from fault


def _within(q: str, pointer: str, given: int, low: int, high: int) -> None:
    if not low <= given <= high:
        raise bad_filter(q, f"a number from {low} to {high}, not {given}", pointer, between(low, high, given))


def _choice(q: str, kind: type[T], given: str, pointer: str) -> T:
    try:
        return kind(given)
    except ValueError as fault:
        allowed = ", ".join(kind)
        reason = Reason("one-of-these", {"allowed": allowed, "found": given[:40]})
        raise bad_filter(q, f"one of {allowed}, not {given[:40]!r}", pointer, reason) from fault
