"""The blocks of one text, in order, and how they lie in its canonical text.

A version's canonical text is its block texts, each one line, joined by a blank line. Which block is
what is decided by the readers and :mod:`archive.chain.propose`; sentences inside blocks are
:mod:`archive.text.segment`'s.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from archive.text.normalise import canonical_line
from archive.values import Span

BLOCK_SEPARATOR: Final = "\n\n"


class BlockKind(StrEnum):
    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATELINE = "dateline"
    PARAGRAPH = "paragraph"
    QUOTATION = "quotation"
    CAPTION = "caption"
    DISCLAIMER = "disclaimer"
    CREDIT = "credit"


@dataclass(frozen=True, slots=True)
class Block:
    kind: BlockKind
    text: str


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """A block as a span of the canonical text: no copy of the words."""

    kind: BlockKind
    span: Span


Layout = tuple[PlacedBlock, ...]


def lay_out(blocks: Sequence[Block]) -> tuple[str, Layout]:
    """Return the canonical text of ``blocks`` and where each lies in it. A block of mere whitespace is left out."""
    lines = [(block.kind, line) for block in blocks if (line := canonical_line(block.text))]
    placed: list[PlacedBlock] = []
    start = 0
    for kind, line in lines:
        placed.append(PlacedBlock(kind, Span(start, start + len(line))))
        start += len(line) + len(BLOCK_SEPARATOR)
    return BLOCK_SEPARATOR.join(line for _, line in lines), tuple(placed)
