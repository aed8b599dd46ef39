"""The sorted terms of one field of one segment: by name, by beginning, by end, at one letter's distance.

Terms are one run of UTF-8 in the file and stay there; a search reads the few it compares. A second
order, by the terms read backwards, finds by ending, and both together what is one letter away: it begins
and ends as the word that is looked for.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final

import numpy as np

from search.index.store import Array, run_of

_AFTER: Final = b"\xff"
"""No UTF-8 has this byte: a prefix with it added comes after all that begin with the prefix."""

_HEAD_EVERY: Final = 64


def packed(terms: Sequence[bytes]) -> dict[str, Array]:
    """The arrays that :class:`Terms` reads, for sorted ``terms``."""
    blob, ends = run_of(list(terms))
    backwards = sorted(range(len(terms)), key=[term[::-1] for term in terms].__getitem__)
    return {"terms": blob, "ends": ends, "backwards": np.array(backwards, np.uint32)}


class Terms(Sequence[bytes]):
    """Terms by number, in the order of their bytes, which is the order of their code points."""

    def __init__(self, blob: Array, ends: Array, backwards: Array) -> None:
        self._blob, self._ends, self._backwards = blob.data, ends.data, backwards

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
        after = bisect_left(self._heads, term) * _HEAD_EVERY
        number = bisect_left(self, term, max(0, after - _HEAD_EVERY), min(after, len(self)))
        return number if number < len(self) and self[number] == term else -1

    @cached_property
    def _heads(self) -> list[bytes]:
        """Every so many terms one, the first first: Python compares those ten times as fast as it reads others."""
        return [self[number] for number in range(0, len(self), _HEAD_EVERY)]

    def starting(self, prefix: bytes) -> range:
        return _narrowed(self, prefix, range(len(self)))

    def near(self, text: str) -> list[int]:
        """Numbers of the terms that are ``text`` with at most one letter inserted, left out or replaced.

        Such a term begins with the first ``i`` letters of ``text`` and ends with those from ``i`` on (one
        inserted) or from ``i + 1`` on (one replaced or left out), for some ``i``.
        """
        fronts, backs = self._fronts(text), self._backs(text)
        found = [np.empty(0, np.int64)]
        for split, front in enumerate(fronts):
            found.append(self._both(front, backs[split], len(text) + 1))
            if split < len(text):
                found.extend(self._both(front, backs[split + 1], length) for length in (len(text), len(text) - 1))
        return sorted(set(np.concatenate(found).tolist()))

    def _fronts(self, text: str) -> list[range]:
        """The terms that begin with the first 0, 1, … letters."""
        ranges = [range(len(self))]
        for end in range(1, len(text) + 1):
            ranges.append(_narrowed(self, text[:end].encode(), ranges[-1]))
        return ranges

    def _backs(self, text: str) -> list[range]:
        """The places in backward order of the terms that end with all letters but the first 0, 1, …"""
        reversed_terms = _Reversed(self, self._backwards.data)
        ranges = [range(len(self))]
        for start in range(len(text) - 1, -1, -1):
            ranges.append(_narrowed(reversed_terms, text[start:].encode()[::-1], ranges[-1]))
        return ranges[::-1]

    def _both(self, front: range, back: range, letters: int) -> Array:
        """The terms of so many letters in a range of each order, from the smaller one."""
        if len(front) < len(back):
            places = self._place[front.start : front.stop]
            numbers = front.start + np.flatnonzero((places >= back.start) & (places < back.stop))
        else:
            numbers = self._backwards[back.start : back.stop].astype(np.int64)
            numbers = numbers[(numbers >= front.start) & (numbers < front.stop)]
        found: Array = numbers[self._letters[numbers] == letters]
        return found

    @cached_property
    def _letters(self) -> Array:
        """How many letters each term has: bytes that do not continue one."""
        begins = (np.frombuffer(self._blob, np.uint8) & 0xC0) != 0x80
        before = np.concatenate([[0], np.cumsum(begins)])[np.concatenate([[0], np.frombuffer(self._ends, np.uint32)])]
        letters: Array = before[1:] - before[:-1]
        return letters

    @cached_property
    def _place(self) -> Array:
        """Where each term stands in backward order."""
        place = np.empty(len(self), np.uint32)
        place[self._backwards] = np.arange(len(self))
        return place


class _Reversed(Sequence[bytes]):
    """Terms read backwards, in that order."""

    def __init__(self, terms: Terms, order: Sequence[int]) -> None:
        self._terms, self._order = terms, order

    def __len__(self) -> int:
        return len(self._order)

    def __getitem__(self, place: int) -> bytes:  # type: ignore[override]
        return self._terms[self._order[place]][::-1]


def _narrowed(terms: Sequence[bytes], prefix: bytes, within: range) -> range:
    """Those of a range that begin with ``prefix``."""
    first = bisect_left(terms, prefix, within.start, within.stop)
    return range(first, bisect_left(terms, prefix + _AFTER, first, within.stop))


def runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Terms as runs ``(first, behind the last)``: the postings of a range of terms lie side by side."""
    if isinstance(numbers, range):
        return [(numbers.start, numbers.stop)] if numbers else []
    return [(number, number + 1) for number in numbers]
