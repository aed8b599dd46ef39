"""A query answered from a reading: its clauses as trees, its filters as nodes, its works ranked.

Words count by their stems; where they stand exactly as typed, or in a title, they count for more, but
never find more (SEARCH.md §5, step 4).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from search.analysis import Term as Word
from search.grouping import Ranking, name_key, ranking
from search.query import Clause, Filters, Query
from search.reading import Reading
from search.schema import EXACT, STEM, TITLE_STEM
from search.tree import And, Between, Has, Keyed, Maybe, Node, Not, Or, Phrase, Term, Weighted

EXACT_BOOST: Final = 0.5
TITLE_BOOST: Final = 2.0


def answer(reading: Reading, query: Query, *, without: frozenset[str] = frozenset()) -> Ranking:
    """All works that answer ``query``, best first; versions in ``without`` do not count.

    Without words, works are listed newest first, by their latest versions alone.
    """
    filters = list(_filters(reading, query.filters))
    if without:
        filters.append(Not(Keyed("version", tuple(sorted(without)))))
    trees: list[Node] = [And((wanted(group), *filters)) for group in query.groups]
    if not trees:
        trees = [And((Between("latest", low=1), *filters))]
    return ranking(reading, [reading.find(tree) for tree in trees], [reading.find(_clause(c)) for c in query.unwanted])


def wanted(clauses: Sequence[Clause]) -> Node:
    """All clauses in one version, with what exact words and titles add."""
    extra = [part for clause in clauses for word in (*clause.terms, *clause.joined) for part in _extra(word)]
    return Maybe(And(tuple(map(_clause, clauses))), Or(tuple(extra)))


def _clause(clause: Clause) -> Node:
    if clause.phrase:
        return Phrase(EXACT, tuple((word.position, word.exact) for word in clause.terms))
    whole = And(tuple(map(_word, clause.terms)))
    return Or((whole, *map(_word, clause.joined))) if clause.joined else whole


def _word(word: Word) -> Node:
    """By its stem, or as it stands in texts in other languages, which are not stemmed."""
    forms = dict.fromkeys((word.stem, word.exact))
    return Or(tuple(Term(STEM, form) for form in forms))


def _extra(word: Word) -> Iterable[Node]:
    yield Weighted(Term(EXACT, word.exact), EXACT_BOOST)
    yield Weighted(Term(TITLE_STEM, word.stem), TITLE_BOOST)


def _filters(reading: Reading, filters: Filters) -> Iterable[Node]:
    if filters.languages:
        spoken = reading.names("language").values
        yield Has("language", tuple(tag for tag in spoken if any(_speaks(tag, w) for w in filters.languages)))
    for column, names in (("outlets", filters.outlets), ("agents", filters.agents)):
        if names:
            yield Has(column, tuple(map(name_key, names)))
    if filters.kinds:
        yield Has("kind", filters.kinds)
    if filters.has_disclaimer is not None:
        flag = int(filters.has_disclaimer)
        yield Between("has_disclaimer", flag, flag)
    if filters.date_from or filters.date_to:
        yield _within(filters)


def _speaks(language: str, wanted_tag: str) -> bool:
    """``ar`` takes in ``ar-SY`` (RFC 4647 §3.3.1, basic filtering)."""
    return language == wanted_tag or language.startswith(f"{wanted_tag}-")


def _within(filters: Filters) -> Node:
    """Versions that can have been published in the range. One end may be unknown; with both, it is in no range."""
    first = filters.date_from.toordinal() if filters.date_from else None
    last = filters.date_to.toordinal() if filters.date_to else None
    known = Or((Between("date_from"), Between("date_to")))
    begins = Or((Between("date_from", high=last), Not(Between("date_from"))))
    ends = Or((Between("date_to", low=first), Not(Between("date_to"))))
    return And((known, begins, ends))
