"""What is asked, as a frozen :class:`Query`, checked as far as it can be without an index.

The words are read by :mod:`search.syntax`, filters by :mod:`search.facts`; whatever is wrong is refused here
with its place, or with the name of the parameter. Natural questions are read as free words instead: any of
them will do, punctuation means nothing. How a query is answered is :mod:`search.answer`'s business.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, TypeVar

from archive.errors import BadQuery, Reason
from archive.values import Span
from search.analysis import analyse
from search.clauses import MIXED, Clause, clauses, conjuncts, readable, scripts
from search.facts import BadFact, Fact, backwards, day, fact
from search.syntax import parse_query
from search.syntax.nodes import Both, Either, Filter, Node, Within, Without, Word

LONGEST_QUERY: Final = 1000
"""Code points; a paragraph pasted by mistake is not a search."""
MOST_CLAUSES: Final = 32
MOST_FREE_WORDS: Final = 200
LARGEST_PAGE: Final = 100
DEEPEST_OFFSET: Final = 1_000_000

T = TypeVar("T", bound=StrEnum)
Given = str | Iterable[str] | None


class Mode(StrEnum):
    WORDS = "words"
    MEANING = "meaning"
    BOTH = "both"


class Sort(StrEnum):
    RELEVANCE = "relevance"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Filters:
    """By parameter the facts asked for: any of its facts will do, every parameter must hold."""

    asked: tuple[tuple[str, tuple[Fact, ...]], ...] = ()

    def without(self, name: str) -> Filters:
        return Filters(tuple(one for one in self.asked if one[0] != name))

    def __contains__(self, name: str) -> bool:
        return any(one[0] == name for one in self.asked)


@dataclass(frozen=True, slots=True)
class Query:
    text: str
    tree: Node | None = None
    filters: Filters = Filters()
    offset: int = 0
    limit: int = 10
    sort: Sort = Sort.RELEVANCE
    mode: Mode = Mode.WORDS
    names: bool = True
    """Whether names are looked for in other spellings too."""
    facets: bool = False
    natural: bool = False
    """Whether the words are a question as it is asked: any of them will do, and no others are suggested."""

    @property
    def clauses(self) -> tuple[Clause, ...]:
        return clauses(self.tree)

    @property
    def groups(self) -> tuple[tuple[Node, ...], ...]:
        """The wanted words by script, to be met in one version each.

        An Arabic and an English word may be met in different versions of a work: the original has the one,
        its translation the other. What has words of both inside an OR is a group of its own.
        """
        wanted = [node for node in conjuncts(self.tree) if has_words(node) and not _is_apart(node)]
        found: dict[object, list[Node]] = {}
        for number, (node, script) in enumerate(zip(wanted, scripts(wanted), strict=True)):
            found.setdefault(number if script == MIXED else script, []).append(node)
        return tuple(map(tuple, found.values()))

    @property
    def facts(self) -> tuple[Node, ...]:
        """Filters in the query, alone or in brackets with their like."""
        return tuple(node for node in conjuncts(self.tree) if not has_words(node) and not _is_apart(node))

    @property
    def unwanted(self) -> tuple[Node, ...]:
        """What leaves a work out."""
        return tuple(n.node for n in conjuncts(self.tree) if isinstance(n, Without) and not has_side(n))

    @property
    def sides(self) -> tuple[Node, ...]:
        """What must hold of one aligned sentence, exclusions included."""
        return tuple(node for node in conjuncts(self.tree) if has_side(node))


def _is_apart(node: Node) -> bool:
    return isinstance(node, Without) or has_side(node)


def has_words(node: Node) -> bool:
    return bool(clauses(node))


def has_side(node: Node) -> bool:
    """Whether ``ar:`` or ``en:`` stands anywhere in it."""
    return any(isinstance(one, Within) and one.field in SIDE_FIELDS for one in every(node))


SIDE_FIELDS: Final = frozenset({"ar", "en"})


def every(node: Node) -> Iterable[Node]:
    """``node`` and all below it."""
    yield node
    if isinstance(node, Both | Either):
        for one in node.nodes:
            yield from every(one)
    elif isinstance(node, Within | Without):
        yield from every(node.node)


def parse(
    q: str = "",
    *,
    language: Given = None,
    outlet: Given = None,
    agent: Given = None,
    role: Given = None,
    translator: Given = None,
    kind: Given = None,
    year: Given = None,
    finding: Given = None,
    status: Given = None,
    date_from: str | date | None = None,
    date_to: str | date | None = None,
    has_disclaimer: bool | None = None,
    sort: str = Sort.RELEVANCE,
    mode: str = Mode.WORDS,
    names: bool = True,
    natural: bool = False,
    facets: bool = False,
    offset: int = 0,
    limit: int = 10,
) -> Query:
    """Read a query; :class:`archive.errors.BadQuery` says where it cannot be read.

    Dates are ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD`` and take in their whole year, month or day.
    """
    given = {
        "language": ("lang", language),
        "outlet": ("outlet", outlet),
        "agent": ("agent", agent),
        "role": ("role", role),
        "translator": ("translator", translator),
        "kind": ("kind", kind),
        "year": ("year", year),
        "finding": ("finding", finding),
        "status": ("status", status),
    }
    asked = [(name, _facts(q, name, *one)) for name, one in given.items()]
    if has_disclaimer is not None:
        asked.append(("disclaimer", (Fact("disclaimer", "any" if has_disclaimer else "none"),)))
    asked.append(("date", _range(q, date_from, date_to)))
    if not 0 <= offset <= DEEPEST_OFFSET:
        detail = f"the offset must be between 0 and {DEEPEST_OFFSET}, not {offset}"
        raise bad_filter(q, detail, "/offset", between(0, DEEPEST_OFFSET, offset))
    if not 1 <= limit <= LARGEST_PAGE:
        detail = f"the limit must be between 1 and {LARGEST_PAGE}, not {limit}"
        raise bad_filter(q, detail, "/limit", between(1, LARGEST_PAGE, limit))
    filters = Filters(tuple((name, facts) for name, facts in asked if facts))
    ordered, way = _choice(q, Sort, sort, "/sort"), _choice(q, Mode, mode, "/mode")
    return Query(q, _tree(q, natural=natural), filters, offset, limit, ordered, way, names, facets, natural)


def _tree(q: str, *, natural: bool) -> Node | None:
    check_length(q)
    read = _free_words(q) if natural else parse_query(q)
    tree = readable(read) if read is not None else None
    found = clauses(tree)
    most = MOST_FREE_WORDS if natural else MOST_CLAUSES
    check_words(q, found, most)
    if q.strip() and tree is None:
        detail = "there is no letter or digit to search for"
        raise BadQuery(detail, query=q, position=0, code="nothing-to-search", reason=Reason("no-letters"))
    for node in conjuncts(tree):
        _check(q, node)
    return tree


def check_length(q: str) -> None:
    if len(q) > LONGEST_QUERY:
        detail = f"a search has at most {LONGEST_QUERY} characters; this one has {len(q)}"
        reason = Reason("too-many-characters", {"most": LONGEST_QUERY, "found": len(q)})
        raise BadQuery(detail, query=q, position=LONGEST_QUERY, code="query-too-long", reason=reason)


def check_words(q: str, found: Sequence[Clause], most: int) -> None:
    if len(found) > most:
        detail = f"a search has at most {most} words and phrases; this one has {len(found)}"
        reason = Reason("too-many-words", {"most": most, "found": len(found)})
        raise BadQuery(detail, query=q, position=found[most].span.start, code="query-too-long", reason=reason)


def _free_words(q: str) -> Node | None:
    """Any of the words, as they stand."""
    spans = dict.fromkeys(Span(term.start, term.end) for term in analyse(q))
    words = tuple(Word(span, span.of(q)) for span in spans)
    return Either(Span(0, len(q)), words) if len(words) > 1 else next(iter(words), None)


def _check(q: str, conjunct: Node) -> None:
    """Values that no version can have, and sides where they cannot be answered."""
    for node in every(conjunct):
        if isinstance(node, Filter):
            fact_of(q, node)
    if has_side(conjunct) and not _only_sides(conjunct):
        detail = "ar: and en: speak of one aligned sentence: they cannot stand in brackets with other words or fields"
        reason = Reason("sides-in-brackets")
        raise BadQuery(detail, query=q, position=conjunct.span.start, code="mixed-sides", reason=reason)


def _only_sides(node: Node) -> bool:
    match node:
        case Both() | Either():
            return all(map(_only_sides, node.nodes))
        case Without():
            return _only_sides(node.node)
        case Within():
            return node.field in SIDE_FIELDS and not any(isinstance(n, Within | Filter) for n in every(node.node))
    return False


def fact_of(q: str, node: Filter) -> Fact:
    """The fact that a filter in the query states."""
    try:
        return fact(node.field, node.value)
    except BadFact as error:
        position = node.value_span.start
        detail = f"{error} (character {position + 1})"
        raise BadQuery(detail, query=q, position=position, code="bad-value", reason=error.reason) from error


def _facts(q: str, parameter: str, field: str, given: Given) -> tuple[Fact, ...]:
    values = [given] if isinstance(given, str) else list(given or ())
    try:
        return tuple(fact(field, value) for value in values if value.strip())
    except BadFact as error:
        raise bad_filter(q, str(error), f"/{parameter}", error.reason) from error


def _range(q: str, date_from: str | date | None, date_to: str | date | None) -> tuple[Fact, ...]:
    first, last = _day(q, date_from, "/date_from", last=False), _day(q, date_to, "/date_to", last=True)
    if first and last and first > last:
        fault = backwards(first, last)
        raise bad_filter(q, str(fault), "/date_to", fault.reason)
    return (Fact("date", first=first, last=last),) if first or last else ()


def _day(q: str, given: str | date | None, pointer: str, *, last: bool) -> date | None:
    if given is None or isinstance(given, date):
        return given
    try:
        return day(given.strip(), last=last)
    except BadFact as fault:
        raise bad_filter(q, str(fault), pointer, fault.reason) from fault


def _choice(q: str, kind: type[T], given: str, pointer: str) -> T:
    try:
        return kind(given)
    except ValueError as fault:
        allowed = ", ".join(kind)
        reason = Reason("one-of-these", {"allowed": allowed, "found": given[:40]})
        raise bad_filter(q, f"one of {allowed}, not {given[:40]!r}", pointer, reason) from fault


def between(low: int, high: int, found: int) -> Reason:
    return Reason("between", {"low": low, "high": high, "found": found})


def bad_filter(q: str, detail: str, pointer: str, reason: Reason) -> BadQuery:
    """The error for a parameter beside the query."""
    error = BadQuery(detail, query=q, position=0, code="bad-filter", reason=reason)
    error.pointer = pointer
    return error
