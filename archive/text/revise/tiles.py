"""Greedy string tiling: the runs of words two texts share, longest first, wherever they stand.

M. Wise, "String similarity via greedy string tiling and Running Karp-Rabin matching" (1993), with a
table of word pairs in the place of rolling hashes and a heap in the place of repeated passes. No word
is in two tiles. Which tiles are in order and which have moved is :mod:`archive.text.revise.matching`'s
affair.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

SHORTEST: Final = 2
"""Words of the shortest tile. Shorter edits apart, a block stays whole; what meets by chance is sorted out later."""
MOST_MEETINGS: Final = 256
"""A pair that meets more often than this, both texts' counts multiplied, begins no tile: it is padding."""

_Gram = tuple[int, ...]


class Tile(NamedTuple):
    """``length`` words from ``a`` in the one text are those from ``b`` in the other."""

    a: int
    b: int
    length: int


def tiles(a: Sequence[int], b: Sequence[int]) -> list[Tile]:
    """Return the tiles in the order of ``a``; among equally long ones the least displaced came first."""
    heap = [_ranked(tile) for tile in _longest_runs(a, b)]
    heapq.heapify(heap)
    free_a, free_b = bytearray(b"\1" * len(a)), bytearray(b"\1" * len(b))
    laid = []
    while heap:
        tile = heapq.heappop(heap)[-1]
        parts = list(_free_parts(tile, free_a, free_b))
        if parts == [tile]:
            free_a[tile.a : tile.a + tile.length] = bytes(tile.length)
            free_b[tile.b : tile.b + tile.length] = bytes(tile.length)
            laid.append(tile)
        else:
            for part in parts:
                heapq.heappush(heap, _ranked(part))
    return sorted(laid)


def _ranked(tile: Tile) -> tuple[int, int, Tile]:
    return -tile.length, abs(tile.a - tile.b), tile


def _longest_runs(a: Sequence[int], b: Sequence[int]) -> Iterator[Tile]:
    """Every run of common words that can be extended to neither side."""
    in_a, in_b = _grams(a), _grams(b)
    seen: dict[int, list[tuple[int, int]]] = {}
    for gram, places in in_a.items():
        others = in_b.get(gram, ())
        if len(places) * len(others) > MOST_MEETINGS:
            continue
        for left in places:
            for right in others:
                covered = seen.setdefault(left - right, [])
                if not any(start <= left < end for start, end in reversed(covered)):
                    tile = _extended(a, b, left, right)
                    covered.append((tile.a, tile.a + tile.length))
                    yield tile


def _grams(keys: Sequence[int]) -> dict[_Gram, list[int]]:
    found: defaultdict[_Gram, list[int]] = defaultdict(list)
    for index, gram in enumerate(zip(*(keys[offset:] for offset in range(SHORTEST)), strict=False)):
        found[gram].append(index)
    return found


def _extended(a: Sequence[int], b: Sequence[int], left: int, right: int) -> Tile:
    back = 0
    while back < min(left, right) and a[left - back - 1] == b[right - back - 1]:
        back += 1
    on, limit = SHORTEST, min(len(a) - left, len(b) - right)
    while on < limit and a[left + on] == b[right + on]:
        on += 1
    return Tile(left - back, right - back, back + on)


def _free_parts(tile: Tile, free_a: bytearray, free_b: bytearray) -> Iterator[Tile]:
    """The stretches of ``tile`` that no longer tile has taken, if they are long enough."""
    begun = None
    for offset in range(tile.length + 1):
        free = offset < tile.length and free_a[tile.a + offset] and free_b[tile.b + offset]
        if free and begun is None:
            begun = offset
        elif not free and begun is not None:
            if offset - begun >= SHORTEST:
                yield Tile(tile.a + begun, tile.b + begun, offset - begun)
            begun = None
