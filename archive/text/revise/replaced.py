"""What was replaced by what, for whoever checks numbers, dates, attributions and labels.

The words that stayed beside a replacement can be taken along: «خمسة ملايين» that became «خمسة مليارات»
is a number only together with the word before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from archive.text.revise.redline import Op, OpKind, Redline
from archive.values import Span

_WORD: Final = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Replacement:
    """Both spans, their texts, and whether it happened inside a block that moved."""

    a: Span
    b: Span
    a_text: str
    b_text: str
    moved: bool


def replacements(redline: Redline, a: str, b: str, *, beside: int = 0) -> Iterator[Replacement]:
    """Yield what was replaced, in the order of the newer text, with up to ``beside`` kept words on either side."""
    for index, op in enumerate(redline.ops):
        if op.kind is OpKind.REPLACE:
            yield _replacement(redline.ops, index, a, b, beside, moved=False)
        for within, inside in enumerate(op.inner):
            if inside.kind is OpKind.REPLACE:
                yield _replacement(op.inner, within, a, b, beside, moved=True)


def _replacement(ops: Sequence[Op], index: int, a: str, b: str, beside: int, *, moved: bool) -> Replacement:
    op = ops[index]
    back, on = _before(ops, index, a, beside), _behind(ops, index, a, beside)
    left = Span(op.a.start - back, op.a.end + on)
    right = Span(op.b.start - back, op.b.end + on)
    return Replacement(left, right, left.of(a), right.of(b), moved)


def _before(ops: Sequence[Op], index: int, a: str, beside: int) -> int:
    """Characters of the last ``beside`` words kept right before an operation."""
    if not (beside and index and ops[index - 1].kind is OpKind.EQUAL):
        return 0
    kept = ops[index - 1].a.of(a)
    words = list(_WORD.finditer(kept))[-beside:]
    return len(kept) - words[0].start() if words else 0


def _behind(ops: Sequence[Op], index: int, a: str, beside: int) -> int:
    if not (beside and index + 1 < len(ops) and ops[index + 1].kind is OpKind.EQUAL):
        return 0
    words = list(_WORD.finditer(ops[index + 1].a.of(a)))[:beside]
    return words[-1].end() if words else 0
