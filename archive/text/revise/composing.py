"""Decide the operations of a redline from the words that were matched.

Between two kept words each text has a gap: marks and spaces, words of its own, and blocks that moved.
The marks two gaps share at their edges are equal, so that a deleted sentence takes one full stop and one
space with it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import replace

from archive.text.revise.matching import Matching, Pair
from archive.text.revise.places import Item, Place, places, shared_prefix, shared_suffix, walk
from archive.text.revise.redline import Op, OpKind
from archive.text.revise.words import Words
from archive.text.revise.writer import Writer
from archive.values import Span


def compose(a: Words, b: Words, matching: Matching) -> tuple[Op, ...]:
    """Return the operations in reading order; they tile both texts."""
    whole = _Region(a, b, Span(0, len(a.text)), Span(0, len(b.text)), places(a, b, matching.moved))
    return _twinned(whole.ops(matching.kept), whole.halves)


def _twinned(ops: Sequence[Op], halves: dict[tuple[int, OpKind], int]) -> tuple[Op, ...]:
    other = {OpKind.MOVED_FROM: OpKind.MOVED_TO, OpKind.MOVED_TO: OpKind.MOVED_FROM}
    twins = {index: halves[block, other[kind]] for (block, kind), index in halves.items()}
    return tuple(replace(op, twin=twins[index]) if index in twins else op for index, op in enumerate(ops))


def _facing(a: Sequence[Item], b: Sequence[Item]) -> list[tuple[int, int]]:
    """Which pieces of two gaps are each other's: the first and the last, or the first where one has but one."""
    return [(0, 0), (len(a) - 1, len(b) - 1)] if len(a) > 1 and len(b) > 1 else [(0, 0)]


class _Region:
    """A stretch of each text, the whole or one moved block, and what became of the one in the other."""

    def __init__(self, a: Words, b: Words, span_a: Span, span_b: Span, moved: Sequence[Place] = ()) -> None:
        self.a, self.b, self.span_a, self.span_b, self.moved = a, b, span_a, span_b, moved
        self.writer = Writer(a, b, span_a.start, span_b.start)
        self.halves: dict[tuple[int, OpKind], int] = {}

    def ops(self, pairs: Sequence[Pair]) -> tuple[Op, ...]:
        from_a = deque(sorted((place.a, number) for number, place in enumerate(self.moved)))
        from_b = deque(sorted((place.b, number) for number, place in enumerate(self.moved)))
        following = None
        for i, j in pairs:
            adjacent, following = (i, j) == following, (i + 1, j + 1)
            if not (adjacent and self.writer.keep_same(self.a.ends[i], self.b.ends[j])):
                self._gaps(walk(from_a, self.a.starts[i]), walk(from_b, self.b.starts[j]))
                self._word(i, j)
        self._gaps(walk(from_a, self.span_a.end), walk(from_b, self.span_b.end))
        return self.writer.ops()

    def _word(self, i: int, j: int) -> None:
        if not self.writer.keep_same(self.a.ends[i], self.b.ends[j]):
            self.writer.write(OpKind.ORTHOGRAPHIC, self.a.ends[i], self.b.ends[j])

    def _gaps(self, a: Sequence[Item], b: Sequence[Item]) -> None:
        done_a = done_b = 0
        for x, y in _facing(a, b):
            self._alone(a[done_a:x], b[done_b:y])
            self._piece(a[x].end, b[y].end)
            done_a, done_b = x + 1, y + 1
        self._alone(a[done_a:], b[done_b:])

    def _alone(self, a: Sequence[Item], b: Sequence[Item]) -> None:
        """Write pieces and blocks that face nothing, the older text's first."""
        for item in a:
            self._item(item, item.end, self.writer.at_b, OpKind.MOVED_FROM)
        for item in b:
            self._item(item, self.writer.at_a, item.end, OpKind.MOVED_TO)

    def _item(self, item: Item, to_a: int, to_b: int, half: OpKind) -> None:
        if item.block is None:
            self._piece(to_a, to_b)
        else:
            inner = self._inside(self.moved[item.block]) if half is OpKind.MOVED_TO else ()
            self.halves[item.block, half] = self.writer.write(half, to_a, to_b, inner)

    def _inside(self, place: Place) -> tuple[Op, ...]:
        return _Region(self.a, self.b, place.a, place.b).ops(place.pairs)

    def _piece(self, to_a: int, to_b: int) -> None:
        """Write two stretches that share no word."""
        old, new = self.a.extent(self.writer.at_a, to_a), self.b.extent(self.writer.at_b, to_b)
        if old and new:
            self.writer.marks(old.start, new.start)
            self.writer.write(OpKind.REPLACE, old.end, new.end)
        elif old or new:
            self._one_sided(old, new, to_a, to_b)
        self.writer.marks(to_a, to_b)

    def _one_sided(self, old: Span | None, new: Span | None, to_a: int, to_b: int) -> None:
        """Write words deleted or inserted, with the marks around them that the other text does not have."""
        write, a, b = self.writer, self.a.text, self.b.text
        lead = shared_prefix(
            a[write.at_a : old.start if old else to_a],
            b[write.at_b : new.start if new else to_b],
        )
        write.keep(write.at_a + lead, write.at_b + lead)
        tail = shared_suffix(
            a[old.end if old else write.at_a : to_a],
            b[new.end if new else write.at_b : to_b],
        )
        if old:
            write.write(OpKind.DELETE, to_a - tail, write.at_b)
        else:
            write.write(OpKind.INSERT, write.at_a, to_b - tail)
