"""Sets of documents with scores, and what can be done with them: meet, join, leave out, take the best.

A set is kept in whichever of two forms is smaller: the numbers and scores of its documents, or one
score for every document of the index, 0 where it has none. What common words need is thereby a walk
over a short array, and what rare words need touches a handful of numbers. Scores are positive;
:data:`PRESENT` stands for documents that are found without being scored.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Final

import numpy as np

from search.index.store import Array

PRESENT: Final = np.finfo(np.float32).tiny
"""A score so small that adding it to any other changes nothing."""
_DENSE_FROM: Final = 8
"""A set of more than one document in this many is kept with a score for every document."""
_HIGHEST: Final = 64
_HEAPS: Final = 4
"""Heaps for each document wanted: enough that the best of them are in different ones, mostly."""
_SORT_ALL: Final = 256


class Hits:
    """Documents found, each once; immutable. ``size`` is how many documents there are to be found."""

    def __init__(self, size: int, numbers: Array | None, scores: Array, total: int | None = None) -> None:
        """``numbers`` ascending with their ``scores``, or ``None`` and a score for every document."""
        self._size = size
        self._numbers = numbers
        self._scores = scores
        self._total = total if numbers is None else len(numbers)

    @classmethod
    def of(cls, size: int, numbers: Array, scores: Array) -> Hits:
        """In the form that suits."""
        if len(numbers) * _DENSE_FROM <= size:
            return cls(size, numbers, scores)
        every = np.zeros(size, np.float32)
        every[numbers] = scores
        return cls(size, None, every, len(numbers))

    @classmethod
    def where(cls, mask: Array) -> Hits:
        """The documents of a mask, unscored."""
        return cls(len(mask), None, mask.astype(np.float32) * PRESENT)

    def again(self) -> Hits:
        """The same set, without what has been worked out from it but its total."""
        return Hits(self._size, self._numbers, self._scores, self.total)

    @property
    def size(self) -> int:
        return self._size

    @property
    def is_dense(self) -> bool:
        return self._numbers is None

    @property
    def bytes(self) -> int:
        return self._scores.nbytes + (0 if self._numbers is None else self._numbers.nbytes)

    @property
    def total(self) -> int:
        if self._total is None:
            self._total = int(np.count_nonzero(self._scores > 0))
        return self._total

    @property
    def numbers(self) -> Array:
        return self._found if self._numbers is None else self._numbers

    @cached_property
    def _found(self) -> Array:
        return np.flatnonzero(self._scores > 0)

    @cached_property
    def scores(self) -> Array:
        return self._scores[self.numbers] if self._numbers is None else self._scores

    def at(self, numbers: Array) -> Array:
        """The scores of these documents, 0 for those not found."""
        if self._numbers is None:
            return self._scores[numbers]
        if not len(self._numbers):
            return np.zeros(len(numbers), np.float32)
        place = np.searchsorted(self._numbers, numbers)
        place[place == len(self._numbers)] = 0
        return np.where(self._numbers[place] == numbers, self._scores[place], np.float32(0))

    def every(self) -> Array:
        """A score for every document, to be written to."""
        if self._numbers is None:
            return self._scores.copy()
        scores = np.zeros(self._size, np.float32)
        scores[self._numbers] = self._scores
        return scores

    def add_to(self, scores: Array) -> None:
        if self._numbers is None:
            scores += self._scores
        else:
            scores[self._numbers] += self._scores

    def times(self, weight: float) -> Hits:
        return Hits(self._size, self._numbers, self._scores * np.float32(weight))

    def masked(self, mask: Array) -> Hits:
        if self._numbers is None:
            return Hits(self._size, None, self._scores * mask)
        return self.only(mask[self._numbers])

    def only(self, kept: Array) -> Hits:
        """Those of :attr:`numbers` that ``kept`` is true of."""
        return Hits(self._size, self.numbers[kept], self.scores[kept])

    def top(self, count: int, offset: int = 0) -> list[tuple[int, float]]:
        """``(number, score)``, best first, equal scores by number."""
        wanted = min(offset + count, len(self._scores))
        if not wanted:
            return []
        if self._numbers is None or len(self._numbers) > _SORT_ALL:
            places = _candidates(self._scores, wanted)
            numbers, scores = places if self._numbers is None else self._numbers[places], self._scores[places]
        else:
            numbers, scores = self._numbers, self._scores
        order = np.argsort(-scores, kind="stable")[offset:wanted]
        return list(zip(numbers[order].tolist(), scores[order].tolist(), strict=True))


def _candidates(scores: Array, wanted: int) -> Array:
    """Places of at least the best ``wanted`` scores, ascending, with all equal to the last of them."""
    bound = _lower_bound(scores, wanted)
    return np.flatnonzero(scores >= bound if bound > 0 else scores > 0)


def _lower_bound(scores: Array, wanted: int) -> float:
    """A number that at least ``wanted`` scores reach: of the best of so many heaps, the one so far down."""
    if len(scores) <= _SORT_ALL:
        return 0.0
    high = max(1, min(_HIGHEST, len(scores) // (_HEAPS * wanted)))
    width = len(scores) // high
    heaps = scores[: width * high].reshape(high, width).max(axis=0)
    return float(np.partition(heaps, width - wanted)[width - wanted])


def meet(sets: Iterable[Hits]) -> Hits:
    """Documents in every set, scores added; the smallest set leads."""
    first, *others = sorted(sets, key=lambda hits: hits.total)
    numbers, scores = first.numbers, first.scores
    for other in others:
        found = other.at(numbers)
        kept = np.flatnonzero(found)
        numbers, scores = numbers[kept], scores[kept] + found[kept]
    return Hits(first.size, numbers, scores)


def join(size: int, sets: Sequence[Hits]) -> Hits:
    """Documents in any set, scores added."""
    if not sets:
        return Hits(size, np.empty(0, np.int64), np.empty(0, np.float32))
    if len(sets) == 1:
        return sets[0]
    largest, *others = sorted(sets, key=lambda hits: hits.total, reverse=True)
    scores = largest.every()
    for other in others:
        other.add_to(scores)
    return Hits(size, None, scores)


def without(hits: Hits, unwanted: Hits) -> Hits:
    return hits.only(unwanted.at(hits.numbers) == 0)


def with_extra(hits: Hits, extra: Hits) -> Hits:
    """The same documents; those that ``extra`` has too score more."""
    if hits.is_dense:
        scores = hits.every()
        found = scores > 0
        extra.add_to(scores)
        return Hits(hits.size, None, scores * found)
    return Hits(hits.size, hits.numbers, hits.scores + extra.at(hits.numbers))
