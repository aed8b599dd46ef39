"""Where the words of a phrase follow each other, found by meeting sorted lists of places.

In a segment every position of every document has a number of its own (document × span + position), so
a word is one sorted list of numbers, and a phrase is what lists have in common once each is moved back
by its offset. With a slop, the places that the phrase can have reached are carried on word by word.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from search.index.inverted import Field
from search.index.segment import Segment
from search.index.store import Array, ragged

_FEW: Final = 4
"""Places are looked up one by one when they are this many times fewer than those they are looked up in."""


def holding(segment: Segment, field: Field, words: Sequence[tuple[int, int]], slop: int, among: Array) -> Array:
    """Documents out of ``among`` with the phrase: ``(offset, term number)`` a word, all of which they have."""
    span = segment.deepest + words[-1][0] - words[0][0] + slop + 2
    lists = [(offset, _places(field, number, among, span)) for offset, number in words]
    ends = _in_line(lists) if slop == 0 else _in_reach(lists, slop)
    documents = ends // span
    return documents[np.flatnonzero(np.diff(documents, prepend=-1))]


def _places(field: Field, number: int, among: Array, span: int) -> Array:
    """The places of a term, ascending, in at least the documents ``among``."""
    documents, counts = field.postings(number)
    places = field.places(number)
    if len(among) * _FEW < len(documents):
        ends = np.cumsum(counts, dtype=np.int64)
        chosen = np.searchsorted(documents, among.astype(documents.dtype))
        documents, counts = documents[chosen], counts[chosen]
        places = places[ragged(ends[chosen] - counts, counts)]
    return np.repeat(documents.astype(np.int64) * span, counts) + places


def _in_line(lists: Sequence[tuple[int, Array]]) -> Array:
    """Places of the first word from which every other is just as far as its offset says."""
    origin = lists[0][0]
    moved = sorted((places - (offset - origin) for offset, places in lists), key=len)
    common = moved[0]
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
