"""Write operations one after another, each from the point reached in both texts to the next.

It puts equal stretches together and counts the words of every operation. What becomes of which stretch
is decided in :mod:`archive.text.revise.composing`.
"""

from __future__ import annotations

from archive.text.revise.places import shared_prefix, shared_suffix
from archive.text.revise.redline import Op, OpKind
from archive.text.revise.words import Words
from archive.values import Span


class Writer:
    """``at_a`` and ``at_b`` are the points reached; what lies before them is written or known to be equal."""

    def __init__(self, a: Words, b: Words, at_a: int, at_b: int) -> None:
        self.a, self.b = a, b
        self.at_a, self.at_b = at_a, at_b
        self._done_a, self._done_b = at_a, at_b
        self._ops: list[Op] = []

    def keep(self, to_a: int, to_b: int) -> None:
        """Go on over a stretch that is the same in both."""
        self.at_a, self.at_b = to_a, to_b

    def keep_same(self, to_a: int, to_b: int) -> bool:
        """Go on if the stretches are the same to the letter, and say whether they are."""
        same = self.a.text[self.at_a : to_a] == self.b.text[self.at_b : to_b]
        if same:
            self.keep(to_a, to_b)
        return same

    def write(self, kind: OpKind, to_a: int, to_b: int, inner: tuple[Op, ...] = ()) -> int:
        """Write an operation, none where both stretches are empty; return the index of the last one."""
        if (to_a, to_b) != (self.at_a, self.at_b):
            self._settle()
            self._add(kind, Span(self.at_a, to_a), Span(self.at_b, to_b), inner)
        return len(self._ops) - 1

    def marks(self, to_a: int, to_b: int) -> None:
        """Write two stretches without words: what they share at their ends is equal."""
        left, right = self.a.text[self.at_a : to_a], self.b.text[self.at_b : to_b]
        before = shared_prefix(left, right)
        after = shared_suffix(left[before:], right[before:])
        self.keep(self.at_a + before, self.at_b + before)
        self.write(OpKind.PUNCTUATION, to_a - after, to_b - after)
        self.keep(to_a, to_b)

    def ops(self) -> tuple[Op, ...]:
        self._settle()
        return tuple(self._ops)

    def _settle(self) -> None:
        """Write what stayed equal since the last operation."""
        if self.at_a > self._done_a:
            self._add(OpKind.EQUAL, Span(self._done_a, self.at_a), Span(self._done_b, self.at_b), ())

    def _add(self, kind: OpKind, a: Span, b: Span, inner: tuple[Op, ...]) -> None:
        words_a, words_b = len(self.a.within(a.start, a.end)), len(self.b.within(b.start, b.end))
        self._ops.append(Op(kind, a, b, words_a, words_b, inner=inner))
        self.at_a, self.at_b = self._done_a, self._done_b = a.end, b.end
