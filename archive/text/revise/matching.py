"""Which words of two versions are the same words: kept in order, or moved as a block.

Tiles (:mod:`archive.text.revise.tiles`) do not know sentences, so a boundary that shifted hides
nothing. The heaviest chain of tiles in order stayed; the others, joined over small edits, moved if they
are long enough to be no coincidence. A common subsequence fills what is left between. Words that only
happen to recur amid a rewritten stretch are let go.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from archive.text.revise.subsequence import common_subsequence
from archive.text.revise.tiles import Tile, tiles

LEAST_MOVED: Final = 5
"""Words that must have stayed together to be said to have moved; shorter phrases recur by themselves."""
WIDEST_EDIT: Final = 8
"""Words changed inside a moved block, on either side, before it counts as two blocks."""
LONGEST_STRAY: Final = 2
AMID: Final = 6
"""A run of so many kept words is stray if, for each of them, so many words changed before it and after it."""

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Moved:
    """A block that stands elsewhere: its words in each text, and which of them are the same."""

    a: range
    b: range
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Matching:
    kept: tuple[Pair, ...]
    moved: tuple[Moved, ...]


def match(a: Sequence[int], b: Sequence[int]) -> Matching:
    """Return the words kept in order, and the moved blocks in the order of ``a``; no word is in both."""
    laid = tiles(a, b)
    chain = heaviest_chain(laid)
    stayed = set(chain)
    moved = tuple(_moved_blocks(a, b, chain, [tile for tile in laid if tile not in stayed]))
    kept = list(_kept(a, b, chain, moved))
    return Matching(tuple(_settled(kept, (len(a), len(b)))), moved)


def heaviest_chain(laid: Sequence[Tile]) -> list[Tile]:
    """Return the tiles, given in the order of ``a``, that are also in the order of ``b`` and hold the most words."""
    ends: list[int] = []  # where in b the best chains so far end, weights rising with them
    weights: list[int] = []
    lasts: list[int] = []
    before: list[int | None] = []
    for index, tile in enumerate(laid):
        place = bisect_right(ends, tile.b)
        before.append(lasts[place - 1] if place else None)
        weight = tile.length + (weights[place - 1] if place else 0)
        _improve(ends, weights, lasts, (tile.b + tile.length, weight, index))
    chain: list[Tile] = []
    at = lasts[-1] if lasts else None
    while at is not None:
        chain.append(laid[at])
        at = before[at]
    return chain[::-1]


def _improve(ends: list[int], weights: list[int], lasts: list[int], entry: tuple[int, int, int]) -> None:
    """Put in a chain, unless one that ends no later is as heavy; drop those it beats."""
    end, weight, index = entry
    place = bisect_right(ends, end)
    if place and weights[place - 1] >= weight:
        return
    first = place - 1 if place and ends[place - 1] == end else place
    last = first
    while last < len(ends) and weights[last] <= weight:
        last += 1
    ends[first:last], weights[first:last], lasts[first:last] = [end], [weight], [index]


def _moved_blocks(a: Sequence[int], b: Sequence[int], chain: Sequence[Tile], rest: Sequence[Tile]) -> Iterator[Moved]:
    taken = _Taken(a, b, (*chain, *rest))
    for group in _groups(chain, rest):
        if sum(tile.length for tile in group) >= LEAST_MOVED:
            tiled = [*taken.beyond(group[0].a - 1, group[0].b - 1, -1), *group]
            tiled += taken.beyond(group[-1].a + group[-1].length, group[-1].b + group[-1].length, 1)
            yield Moved(
                range(tiled[0].a, tiled[-1].a + tiled[-1].length),
                range(tiled[0].b, tiled[-1].b + tiled[-1].length),
                tuple(_pairs_within(a, b, tiled)),
            )


class _Taken:
    """The words that are in some tile; what moved may take one more at either end, past one edited word."""

    def __init__(self, a: Sequence[int], b: Sequence[int], laid: Iterable[Tile]) -> None:
        self.a, self.b = a, b
        self.in_a, self.in_b = bytearray(len(a)), bytearray(len(b))
        for tile in laid:
            self._take(tile)

    def beyond(self, at_a: int, at_b: int, step: int) -> list[Tile]:
        """Return the word past an edit at the edge of a block, going by ``step``; it is taken then."""
        for over_a, over_b in ((0, 0), (step, step), (0, step), (step, 0)):
            tile = Tile(at_a + over_a, at_b + over_b, 1)
            if self._free(self.in_a, at_a, tile.a) and self._free(self.in_b, at_b, tile.b) and self._same(tile):
                self._take(tile)
                return [tile]
        return []

    def _same(self, tile: Tile) -> bool:
        return self.a[tile.a] == self.b[tile.b]

    def _take(self, tile: Tile) -> None:
        self.in_a[tile.a : tile.a + tile.length] = b"\1" * tile.length
        self.in_b[tile.b : tile.b + tile.length] = b"\1" * tile.length

    @staticmethod
    def _free(taken: bytearray, one: int, other: int) -> bool:
        return all(0 <= at < len(taken) and not taken[at] for at in (one, other))


def _groups(chain: Sequence[Tile], rest: Sequence[Tile]) -> Iterator[list[Tile]]:
    """Runs of tiles that stand close together in both texts with nothing that stayed, or moved elsewhere, between."""
    others_b = sorted(tile.b for tile in (*chain, *rest))
    others_a = sorted(tile.a for tile in (*chain, *rest))
    group: list[Tile] = []
    for tile in rest:
        if group and not _adjoin(group[-1], tile, others_a, others_b):
            yield group
            group = []
        group.append(tile)
    if group:
        yield group


def _adjoin(one: Tile, other: Tile, others_a: Sequence[int], others_b: Sequence[int]) -> bool:
    gap_a, gap_b = other.a - one.a - one.length, other.b - one.b - one.length
    if not (0 <= gap_a <= WIDEST_EDIT and 0 <= gap_b <= WIDEST_EDIT):
        return False
    next_a, next_b = others_a[bisect_right(others_a, one.a)], others_b[bisect_right(others_b, one.b)]
    return (next_a, next_b) == (other.a, other.b)


def _pairs_within(a: Sequence[int], b: Sequence[int], group: Sequence[Tile]) -> Iterator[Pair]:
    at_a, at_b = group[0].a, group[0].b
    for tile in group:
        yield from _common(a, b, range(at_a, tile.a), range(at_b, tile.b))
        yield from zip(range(tile.a, tile.a + tile.length), range(tile.b, tile.b + tile.length), strict=True)
        at_a, at_b = tile.a + tile.length, tile.b + tile.length


def _common(a: Sequence[int], b: Sequence[int], left: Sequence[int], right: Sequence[int]) -> Iterator[Pair]:
    for i, j in common_subsequence([a[at] for at in left], [b[at] for at in right]):
        yield left[i], right[j]


def _kept(a: Sequence[int], b: Sequence[int], chain: Sequence[Tile], moved: Sequence[Moved]) -> Iterator[Pair]:
    away_a, away_b = _all(block.a for block in moved), _all(block.b for block in moved)
    at_a = at_b = 0
    for tile in (*chain, Tile(len(a), len(b), 0)):
        left = [at for at in range(at_a, tile.a) if at not in away_a]
        right = [at for at in range(at_b, tile.b) if at not in away_b]
        yield from _common(a, b, left, right)
        yield from zip(range(tile.a, tile.a + tile.length), range(tile.b, tile.b + tile.length), strict=True)
        at_a, at_b = tile.a + tile.length, tile.b + tile.length


def _all(ranges: Iterable[range]) -> set[int]:
    return {at for each in ranges for at in each}


def _settled(pairs: Sequence[Pair], end: Pair) -> Iterator[Pair]:
    """The pairs without the stray ones: a word or two kept amid many that were not."""
    runs = _runs(pairs)
    last: Pair = (-1, -1)
    for index, run in enumerate(runs):
        following = runs[index + 1][0] if index + 1 < len(runs) else end
        edited = min(_between(last, run[0]), _between(run[-1], following))
        if len(run) > LONGEST_STRAY or edited < AMID * len(run):
            yield from run
            last = run[-1]


def _runs(pairs: Iterable[Pair]) -> list[list[Pair]]:
    """Pairs that follow one another in both texts, together."""
    runs: list[list[Pair]] = []
    for pair in pairs:
        if runs and runs[-1][-1] == (pair[0] - 1, pair[1] - 1):
            runs[-1].append(pair)
        else:
            runs.append([pair])
    return runs


def _between(one: Pair, other: Pair) -> int:
    return other[0] - one[0] + other[1] - one[1] - 2
