"""The sorted terms of one field of one segment: by name, by beginning, by end, at one letter's distance.

Terms are one run of UTF-8 in the file and stay there; a search reads the few it compares. A second
order, by the terms read backwards, finds by ending, and with the first finds what is one letter away:
an edit leaves either the first half of a word alone or the second.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

from search.index.store import Array, run_of

_AFTER: Final = b"\xff"
"""No UTF-8 has this byte: a prefix with it added comes after all that begin with the prefix."""
_WIDEST: Final = 4
"""Bytes that one inserted, lost or replaced letter can make of difference."""


def packed(terms: Sequence[bytes]) -> dict[str, Array]:
    """The arrays that :class:`Terms` reads, for sorted ``terms``."""
    blob, ends = run_of(list(terms))
    backwards = sorted(range(len(terms)), key=[term[::-1] for term in terms].__getitem__)
    return {"terms": blob, "ends": ends, "backwards": np.array(backwards, np.uint32)}


class Terms(Sequence[bytes]):
    """Terms by number, in the order of their bytes, which is the order of their code points."""

    def __init__(self, blob: Array, ends: Array, backwards: Array) -> None:
        self._blob, self._ends, self._backwards = blob.data, ends.data, backwards.data
        self._lengths = np.diff(ends, prepend=ends.dtype.type(0))

    def __len__(self) -> int:
        return len(self._ends)

    def __getitem__(self, number: int) -> bytes:  # type: ignore[override]  # slices are not needed
        return bytes(self._blob[self._ends[number - 1] if number else 0 : self._ends[number]])

    def __iter__(self) -> Iterator[bytes]:
        data, start = bytes(self._blob), 0
        for end in self._ends:
            yield data[start:end]
            start = end

    def find(self, term: bytes) -> int:
        """The number of ``term``, or −1."""
        number = bisect_left(self, term)
        return number if number < len(self) and self[number] == term else -1

    def starting(self, prefix: bytes) -> range:
        first = bisect_left(self, prefix)
        return range(first, bisect_left(self, prefix + _AFTER, lo=first))

    def near(self, text: str) -> list[int]:
        """Numbers of the terms that are ``text`` with at most one letter inserted, left out or replaced."""
        half = len(text) // 2
        front = self.starting(text[:half].encode())
        numbers = np.union1d(np.arange(front.start, front.stop), self._ending(text[half:].encode()))
        length = len(text.encode())
        close = np.abs(self._lengths[numbers].astype(np.int64) - length) <= _WIDEST
        return [number for number in numbers[close].tolist() if within_one(text, self[number].decode())]

    def _ending(self, suffix: bytes) -> Array:
        key = suffix[::-1]
        first = bisect_left(self._backwards, key, key=self._reversed)
        last = bisect_left(self._backwards, key + _AFTER, lo=first, key=self._reversed)
        return np.asarray(self._backwards[first:last]).astype(np.int64)

    def _reversed(self, number: int) -> bytes:
        return self[number][::-1]


def within_one(one: str, other: str) -> bool:
    """Whether at most one letter has to be inserted, left out or replaced."""
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > 1:
        return False
    differing = (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    place = next(differing, len(one))
    return one[place + (len(one) == len(other)) :] == other[place + 1 :]


def runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Terms as runs ``(first, behind the last)``: the postings of a range of terms lie side by side."""
    if isinstance(numbers, range):
        return [(numbers.start, numbers.stop)] if numbers else []
    return [(number, number + 1) for number in numbers]
