"""Key word in context: a hit in its sentence with what stands before and after it, ready to be lined up.

Left and right are the text's own: *left* is what is read before the word, whatever side of the page that is
in an Arabic line. Lines can be put in the order of the words after or before the hit, word by word outward,
as Arabic or English readers would look them up. Pure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from archive.text.fold import fold
from archive.values import Span

SORT_WORDS: Final = 5
"""Words on a side that count for the order; further ones are not seen in the column anyway."""


class Order(StrEnum):
    """What lines are sorted by; lines that are equal keep the order they came in."""

    LEFT = "left"
    RIGHT = "right"
    DATE = "date"
    OUTLET = "outlet"


@dataclass(frozen=True, slots=True)
class Context:
    """``node`` is the hit as printed; ``left`` and ``right`` end at a word, at most the width asked for."""

    left: str
    node: str
    right: str


def context(text: str, sentence: Span, node: Span, *, width: int) -> Context:
    """Up to ``width`` code points on each side of ``node``, out of ``sentence``, cut at blanks."""
    before = text[sentence.start : node.start]
    after = text[node.end : sentence.end]
    if len(before) > width:
        before = before[len(before) - width :]
        before = "…" + before[before.find(" ") + 1 :] if " " in before else "…"
    if len(after) > width:
        after = after[:width]
        after = (after[: after.rfind(" ")] if " " in after else "") + "…"
    return Context(before, node.of(text), after)


def left_key(line: Context) -> tuple[str, ...]:
    """The words before the hit, nearest first, folded."""
    return tuple(reversed(_words(line.left)))[:SORT_WORDS]


def right_key(line: Context) -> tuple[str, ...]:
    """The words after the hit, nearest first, folded."""
    return _words(line.right)[:SORT_WORDS]


def ordered(lines: Sequence[Context], order: Order) -> list[int]:
    """The numbers of ``lines`` by the words on one side; with an order that is not theirs, as they are."""
    if order is Order.LEFT:
        return sorted(range(len(lines)), key=lambda number: left_key(lines[number]))
    if order is Order.RIGHT:
        return sorted(range(len(lines)), key=lambda number: right_key(lines[number]))
    return list(range(len(lines)))


def _words(text: str) -> tuple[str, ...]:
    letters = "".join(sign if sign.isalnum() else " " for sign in fold(text))
    return tuple(letters.split())
