"""One state of the index, opened for one thread at a time, and the clauses of a query met in it.

Postings come from Whoosh block by block; meeting and scoring is done here, a term at a time, because
every match is wanted: totals are exact, and filters and grouping look at each. Scores are BM25 on
stems, plus half of BM25 on exact words and twice that of titles (SEARCH.md §5, step 4): exact words
and titles only ever add to the score of a version that matches by its stems.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import reduce
from typing import Any, Final, NamedTuple

from search.analysis import Term
from search.grouping import Match, Row
from search.query import Clause
from search.snapshot import SegmentRecord, Snapshot
from search.whoosh_segment import EXACT, STEM, TITLE, Kept, Postings, read_postings

EXACT_BOOST: Final = 0.5
TITLE_BOOST: Final = 2.0
# Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), usual values.
_K1: Final = 1.2
_B: Final = 0.75

Scores = dict[int, float]
"""Document number in a segment → score."""


class _Opened(NamedTuple):
    record: SegmentRecord
    postings: Any
    kept: Kept


class Reader:
    def __init__(self) -> None:
        self._state: Snapshot | None = None
        self._segments: dict[str, _Opened] = {}

    def show(
        self, snapshot: Snapshot, open_: Callable[[SegmentRecord], Any], kept_of: Callable[[SegmentRecord], Kept]
    ) -> None:
        """Move to ``snapshot``, keeping what is open and still in it."""
        if snapshot is self._state:
            return
        self._state = None
        wanted = {record.name: record for record in snapshot.segments}
        for name in self._segments.keys() - wanted.keys():
            self._segments.pop(name).postings.close()
        for name, record in wanted.items():
            known = self._segments.get(name)
            postings = known.postings if known else open_(record)
            self._segments[name] = _Opened(record, postings, kept_of(record))
        self._state = snapshot

    def rows(self) -> Iterator[Row]:
        for segment in self._segments.values():
            deleted = set(segment.record.deleted)
            yield from (row for number, row in enumerate(segment.kept.rows) if number not in deleted)

    def matches(self, clauses: Sequence[Clause]) -> Iterator[Match]:
        lookup = _Lookup(list(self._segments.values()))
        for index, segment in enumerate(self._segments.values()):
            scores = _all(lookup.clause(index, clause) for clause in clauses)
            for number in scores.keys() & set(segment.record.deleted):
                del scores[number]
            for clause in clauses:
                lookup.boost(index, clause, scores)
            yield from (Match(segment.kept.rows[number], score) for number, score in scores.items())


class _Lookup:
    """The postings of one query's terms in every segment, read once each, with their weights over all segments."""

    def __init__(self, segments: list[_Opened]) -> None:
        self._segments = segments
        self._found: dict[tuple[str, str], tuple[list[Postings], float]] = {}
        self._documents = sum(segment.record.documents for segment in segments)
        self._average = {
            field: max(1.0, sum(s.record.lengths[field] for s in segments) / max(1, self._documents))
            for field in (EXACT, STEM, TITLE)
        }

    def clause(self, index: int, clause: Clause) -> Scores:
        """The documents of a segment in which ``clause`` is met."""
        if clause.phrase:
            return self._phrase(index, clause.terms)
        whole = _all(self._word(index, term) for term in clause.terms)
        return _any([whole, *(self._word(index, term) for term in clause.joined)])

    def boost(self, index: int, clause: Clause, scores: Scores) -> None:
        """Add to ``scores`` what exact words and titles are worth."""
        for term in (*clause.terms, *clause.joined):
            for field, form, worth in ((EXACT, term.exact, EXACT_BOOST), (TITLE, term.stem, TITLE_BOOST)):
                for number, score in self._scores(index, field, form, scores).items():
                    scores[number] += worth * score

    def _word(self, index: int, term: Term) -> Scores:
        """By its stem, or as it stands in texts in other languages, which are not stemmed."""
        return _any(self._scores(index, STEM, form) for form in {term.stem, term.exact})

    def _phrase(self, index: int, terms: Sequence[Term]) -> Scores:
        found = _all(self._scores(index, EXACT, term.exact) for term in terms)
        places = [(term.position, dict(self._places(index, term.exact, found))) for term in terms]
        return {number: score for number, score in found.items() if _in_order(number, places)}

    def _places(self, index: int, exact: str, wanted: Scores) -> Iterator[tuple[int, set[int]]]:
        postings = self._postings(EXACT, exact)[0][index]
        for number, value in zip(postings.numbers, postings.values, strict=True):
            if number in wanted:
                yield number, set(array("I", value))

    def _scores(self, index: int, field: str, form: str, within: Scores | None = None) -> Scores:
        """BM25 of a term in a segment's documents, or in those of ``within``."""
        by_segment, weight = self._postings(field, form)
        postings, lengths = by_segment[index], self._segments[index].kept.lengths[field]
        scale, slope = _K1 * (1 - _B), _K1 * _B / self._average[field]
        weight *= _K1 + 1
        return {
            number: weight * count / (count + scale + slope * lengths[number])
            for number, count in zip(postings.numbers, postings.counts, strict=True)
            if within is None or number in within
        }

    def _postings(self, field: str, form: str) -> tuple[list[Postings], float]:
        """A term's postings by segment and its inverse document frequency."""
        found = self._found.get((field, form))
        if found is None:
            by_segment = [read_postings(segment.postings, field, form) for segment in self._segments]
            holders = sum(len(postings.numbers) for postings in by_segment)
            weight = math.log(1 + (self._documents - holders + 0.5) / (holders + 0.5))
            found = self._found[(field, form)] = by_segment, weight
        return found


def _all(parts: Iterable[Scores]) -> Scores:
    """Documents in every part, scores added."""
    ordered = sorted(parts, key=len)
    return reduce(lambda a, b: {number: score + b[number] for number, score in a.items() if number in b}, ordered)


def _any(parts: Iterable[Scores]) -> Scores:
    """Documents in some part, scores added. The largest part is taken over, not copied."""
    largest, *rest = sorted(parts, key=len, reverse=True)
    for part in rest:
        for number, score in part.items():
            largest[number] = largest.get(number, 0.0) + score
    return largest


def _in_order(number: int, places: Sequence[tuple[int, dict[int, set[int]]]]) -> bool:
    """Whether the words of a phrase follow each other somewhere in a document."""
    starts = ({place - offset for place in by_document[number]} for offset, by_document in places)
    return bool(set.intersection(*starts))
