"""Where the blocks that moved stand, in characters, and what lies between and beside them.

A block is known by its words. It takes along the marks and spaces that follow it in both texts alike,
and the quotation marks and brackets that open before it in both.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from archive.text.revise.matching import Moved, Pair
from archive.text.revise.words import Words
from archive.values import Span

_OPENERS: Final = "«‹“„‘\"'([{¿¡"


@dataclass(frozen=True, slots=True)
class Place:
    a: Span
    b: Span
    pairs: tuple[Pair, ...]


class Item(NamedTuple):
    """The next stretch of a gap: up to where it goes, and the number of the block, if it is one."""

    end: int
    block: int | None


def shared_prefix(one: str, other: str) -> int:
    shorter = min(len(one), len(other))
    return next((at for at in range(shorter) if one[at] != other[at]), shorter)


def shared_suffix(one: str, other: str) -> int:
    return shared_prefix(one[::-1], other[::-1])


def places(a: Words, b: Words, moved: Sequence[Moved]) -> tuple[Place, ...]:
    """Return the place of each block; no two overlap, and none holds a word that is not the block's."""
    ends_a = {block.a[-1]: block for block in moved}
    ends_b = {block.b[-1]: block for block in moved}
    return tuple(
        Place(
            Span(a.starts[block.a[0]] - lead, a.ends[block.a[-1]] + _tail(a, b, block)),
            Span(b.starts[block.b[0]] - lead, b.ends[block.b[-1]] + _tail(a, b, block)),
            block.pairs,
        )
        for block in moved
        for lead in [_lead(a, b, block, ends_a.get(block.a[0] - 1), ends_b.get(block.b[0] - 1))]
    )


def _tail(a: Words, b: Words, block: Moved) -> int:
    return shared_prefix(a.after(block.a[-1]), b.after(block.b[-1]))


def _lead(a: Words, b: Words, block: Moved, before_a: Moved | None, before_b: Moved | None) -> int:
    """Characters of the openers before the block that the block before it has not taken."""
    left = a.after(block.a[0] - 1)[_tail(a, b, before_a) if before_a else 0 :]
    right = b.after(block.b[0] - 1)[_tail(a, b, before_b) if before_b else 0 :]
    shared = left[len(left) - shared_suffix(left, right) :]
    return len(shared) - len(shared.rstrip(_OPENERS))


def walk(blocks: deque[tuple[Span, int]], end: int) -> list[Item]:
    """The stretches of a gap, taking its blocks off the queue: pieces and blocks in turn, a piece first and last."""
    items = []
    while blocks and blocks[0][0].end <= end:
        span, number = blocks.popleft()
        items += [Item(span.start, None), Item(span.end, number)]
    return [*items, Item(end, None)]
