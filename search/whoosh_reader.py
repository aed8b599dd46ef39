"""One state of the index, opened with Whoosh for one thread at a time, and our clauses as its queries.

Scores are BM25 on stems, plus half of BM25 on exact words and twice that of titles (SEARCH.md §5,
step 4): exact words and titles only ever add to the score of a version that matches by its stems.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from whoosh.query import And, AndMaybe, Or, Phrase, Term
from whoosh.reading import EmptyReader, MultiReader
from whoosh.scoring import BM25F
from whoosh.searching import Searcher

from search.grouping import Match, Row
from search.query import Clause
from search.snapshot import SegmentRecord, Snapshot
from search.whoosh_segment import EXACT, SCHEMA, STEM, TITLE

EXACT_BOOST: Final = 0.5
TITLE_BOOST: Final = 2.0


class Reader:
    """One state of the index, opened for one thread at a time."""

    def __init__(self) -> None:
        self._state: Snapshot | None = None
        self._segments: dict[str, tuple[SegmentRecord, Any]] = {}
        self._rows: list[tuple[SegmentRecord, tuple[Row, ...]]] = []
        self._searcher: Any = None

    def show(
        self,
        snapshot: Snapshot,
        open_: Callable[[SegmentRecord], Any],
        rows_of: Callable[[SegmentRecord], tuple[Row, ...]],
    ) -> None:
        """Move to ``snapshot``, keeping the segments that are the same in it."""
        if snapshot is self._state:
            return
        self._state = None
        wanted = {segment.name: segment for segment in snapshot.segments}
        for name, (record, reader) in list(self._segments.items()):
            if wanted.get(name) != record:
                del self._segments[name]
                reader.close()
        for name, record in wanted.items():
            if name not in self._segments:
                self._segments[name] = (record, open_(record))
        self._rows = [(record, rows_of(record)) for record in snapshot.segments]
        readers = [self._segments[record.name][1] for record in snapshot.segments]
        self._searcher = Searcher(MultiReader(readers) if readers else EmptyReader(SCHEMA), weighting=BM25F())
        self._state = snapshot

    def rows(self) -> Iterator[Row]:
        for record, rows in self._rows:
            deleted = set(record.deleted)
            yield from (row for number, row in enumerate(rows) if number not in deleted)

    def matches(self, clauses: Sequence[Clause]) -> Iterator[Match]:
        if not self._rows:
            return
        query = _whoosh_query(clauses).normalize()
        context = self._searcher.context()
        for (leaf, _), (_, rows) in zip(self._searcher.leaf_searchers(), self._rows, strict=True):
            matcher = query.matcher(leaf, context)
            while matcher.is_active():
                yield Match(rows[matcher.id()], matcher.score())
                matcher.next()


def _whoosh_query(clauses: Sequence[Clause]) -> Any:
    """All clauses required on stems (phrases on exact words); exact words and titles only add to the score."""
    required = And([_required(clause) for clause in clauses])
    words = [term for clause in clauses for term in (*clause.terms, *clause.joined)]
    boosts = [Term(EXACT, term.exact, boost=EXACT_BOOST) for term in words]
    boosts += [Term(TITLE, term.stem, boost=TITLE_BOOST) for term in words]
    return AndMaybe(required, Or(boosts))


def _required(clause: Clause) -> Any:
    if clause.phrase:
        return Phrase(EXACT, [term.exact for term in clause.terms])
    whole = And([_stem(term.stem, term.exact) for term in clause.terms])
    return Or([whole, *(_stem(term.stem, term.exact) for term in clause.joined)])


def _stem(stem: str, exact: str) -> Any:
    """The stem, or the word itself as texts in other languages have it, which are not stemmed."""
    return Term(STEM, stem) if stem == exact else Or([Term(STEM, stem), Term(STEM, exact)])
