"""Where the words of a phrase follow each other, found by meeting sorted lists of places.

In a segment every position of every document has a number of its own (:class:`_Places`), so a word is
one sorted list of numbers, and a phrase is what lists have in common once each is moved back by its
offset. With a slop, the places that the phrase can have reached are carried on word by word.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

import numpy as np

from search.index.inverted import Field
from search.index.segment import Segment
from search.index.store import Array, ragged

_FEW: Final = 4
"""Places are looked up one by one when they are this many times fewer than those they are looked up in."""


class _Places(NamedTuple):
    """How places are numbered: document × span + start + position, with room to move back and on within a document."""

    span: int
    start: int
    kind: Any

    @classmethod
    def of(cls, segment: Segment, reach: int, slop: int) -> _Places:
        span = segment.deepest + reach + slop + 2
        return cls(span, reach, np.uint32 if segment.documents * span < 1 << 32 else np.int64)

    def numbered(self, documents: Array, counts: Array, positions: Array) -> Array:
        beginnings = documents.astype(self.kind) * self.kind(self.span) + self.kind(self.start)
        places: Array = np.repeat(beginnings, counts) + positions
        return places


def holding(segment: Segment, field: Field, words: Sequence[tuple[int, int]], slop: int, among: Array) -> Array:
    """Documents out of ``among`` with the phrase: ``(offset, term number)`` a word, all of which they have."""
    numbering = _Places.of(segment, words[-1][0] - words[0][0], slop)
    lists = [(offset, numbering.numbered(*_occurrences(field, number, among))) for offset, number in words]
    found = _in_line(lists) if slop == 0 else _in_reach(lists, slop)
    documents = found // numbering.span  # ascending, as places are
    again = np.flatnonzero(documents[1:] == documents[:-1]) + 1
    return np.delete(documents, again).astype(np.int64)


def _occurrences(field: Field, number: int, among: Array) -> tuple[Array, Array, Array]:
    """``(documents, counts, positions)`` of a term in at least the documents ``among``."""
    documents, counts = field.postings(number)
    positions = field.places(number)
    if len(among) * _FEW >= len(documents):
        return documents, counts, positions
    ends = np.cumsum(counts, dtype=np.int64)
    chosen = np.searchsorted(documents, among.astype(documents.dtype))
    documents, counts = documents[chosen], counts[chosen]
    return documents, counts, positions[ragged(ends[chosen] - counts, counts)]


def _in_line(lists: Sequence[tuple[int, Array]]) -> Array:
    """Places of the first word from which every other is just as far as its offset says."""
    origin = lists[0][0]
    moved = sorted((places - places.dtype.type(offset - origin) for offset, places in lists), key=len)
    common: Array = moved[0]
    for places in moved[1:]:
        common = _common(common, places)
    return common


def _common(few: Array, many: Array) -> Array:
    """Numbers in both of two ascending lists without repetitions."""
    if len(few) * _FEW < len(many):
        at = np.searchsorted(many, few)
        at[at == len(many)] = 0
        found: Array = few[many[at] == few]
        return found
    both: Array = np.concatenate([few, many])
    both.sort(kind="stable")  # linear: two runs
    twice: Array = both[1:][both[1:] == both[:-1]]
    return twice


def _in_reach(lists: Sequence[tuple[int, Array]], slop: int) -> Array:
    """Places of the last word that are reached from the first, each step at most ``slop`` too long."""
    (offset, reached), *others = lists
    for following, places in others:
        if not len(reached):
            break
        step = following - offset
        nearest = np.searchsorted(reached, places - step, side="right") - 1
        reached = places[(nearest >= 0) & (places - reached[nearest] <= step + slop)]
        offset = following
    return reached
