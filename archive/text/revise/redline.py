"""What a redline is: operations that tile both texts, and what can be read off them.

The ``a`` spans of the operations, joined, are the whole of the older text; their ``b`` spans the whole
of the newer. So an operation is where a reader of either text expects it, and nothing is left out. A
moved block is two operations that name each other: ``moved_from`` holds its place in the older text,
``moved_to`` its place in the newer and, as ``inner``, operations that tile both of its places.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from archive.values import Span


class OpKind(StrEnum):
    EQUAL = "equal"
    INSERT = "insert"
    DELETE = "delete"
    REPLACE = "replace"
    MOVED_FROM = "moved_from"
    MOVED_TO = "moved_to"
    ORTHOGRAPHIC = "orthographic"
    """One word spelled otherwise: equal when folded. A layer of its own, counted apart."""
    PUNCTUATION = "punctuation"
    """Marks and spaces between the same words. A layer of its own, counted apart."""


@dataclass(frozen=True, slots=True)
class Op:
    """One operation; a span is empty where the text has nothing, and then says between what it would stand.

    ``a_words`` and ``b_words`` are the words in the spans; ``twin`` is the index, in the redline, of the
    other half of a move.
    """

    kind: OpKind
    a: Span
    b: Span
    a_words: int = 0
    b_words: int = 0
    twin: int | None = None
    inner: tuple[Op, ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """Words, but for the last three. A word edited inside a moved block counts as edited, the others as moved."""

    kept: int
    inserted: int
    deleted: int
    replaced: int
    replacing: int
    moved: int
    moves: int
    orthographic: int
    punctuation: int


@dataclass(frozen=True, slots=True)
class Redline:
    ops: tuple[Op, ...]
    recipe: str

    def leaves(self) -> Iterator[Op]:
        """Every operation in the order of the newer text, a moved block as what happened inside it."""
        return _leaves(self.ops)

    def counts(self) -> Counts:
        leaves, inner = list(self.leaves()), [op for moved in self.ops for op in moved.inner]
        same = (OpKind.EQUAL, OpKind.ORTHOGRAPHIC)
        moved = _b_words(inner, *same)
        return Counts(
            kept=_b_words(leaves, *same) - moved,
            inserted=_b_words(leaves, OpKind.INSERT),
            deleted=_a_words(leaves, OpKind.DELETE),
            replaced=_a_words(leaves, OpKind.REPLACE),
            replacing=_b_words(leaves, OpKind.REPLACE),
            moved=moved,
            moves=_number(self.ops, OpKind.MOVED_TO),
            orthographic=_number(leaves, OpKind.ORTHOGRAPHIC),
            punctuation=_number(leaves, OpKind.PUNCTUATION),
        )


def written(redline: Redline, b: str) -> tuple[str, ...]:
    """Return what the newer text has that cannot be copied from the older, in order."""
    return tuple(op.b.of(b) for op in redline.leaves() if op.kind is not OpKind.EQUAL and len(op.b))


def apply(redline: Redline, a: str, new: Sequence[str]) -> str:
    """Return the newer text, made of the older one and what was ``written``."""
    pieces = iter(new)
    return "".join(op.a.of(a) if op.kind is OpKind.EQUAL else next(pieces) for op in redline.leaves() if len(op.b))


def _leaves(ops: Iterable[Op]) -> Iterator[Op]:
    for op in ops:
        if op.kind is OpKind.MOVED_TO:
            yield from op.inner
        elif op.kind is not OpKind.MOVED_FROM:
            yield op


def _a_words(ops: Iterable[Op], *kinds: OpKind) -> int:
    return sum(op.a_words for op in ops if op.kind in kinds)


def _b_words(ops: Iterable[Op], *kinds: OpKind) -> int:
    return sum(op.b_words for op in ops if op.kind in kinds)


def _number(ops: Iterable[Op], kind: OpKind) -> int:
    return sum(op.kind is kind for op in ops)
