"""One pair of a collection compared: which sentences belong together, and what differs.

A text is split here, its lines that are no prose (bylines, credits, disclaimers) set aside; a list of
sentences is taken as it is. What differs is :mod:`archive.corpora.differing`'s. No database, no files.
"""

from __future__ import annotations

from typing import Any, Final

from archive.chain.classify import classify_blocks
from archive.corpora.differing import Units, differing
from archive.corpora.rows import Row, RowSide
from archive.errors import BadInput
from archive.text.align import Encodes
from archive.text.blocks import Block, BlockKind
from archive.text.segment import split_sentences
from archive.values import Span

MAX_PRODUCT: Final = 40_000_000
"""Sentences of one side times those of the other: each pair is looked at, and takes some 50 bytes meanwhile."""

_PROSE: Final = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.QUOTATION})


def units_of(side: RowSide) -> Units:
    """Split the side's text, unless it came as sentences."""
    if side.sentences is not None:
        return Units(side.suffix, side.language, side.sentences, None)
    spans = split_sentences(side.text, side.language)
    apart = _apart(side.text)
    aside = tuple(index for index, span in enumerate(spans) if any(span.overlaps(other) for other in apart))
    return Units(side.suffix, side.language, tuple(span.of(side.text) for span in spans), spans, aside)


def _apart(text: str) -> list[Span]:
    """Where bylines, credits and disclaimers stand."""
    lines = [stripped for line in text.splitlines() if (stripped := line.strip())]
    found, position = [], 0
    for block in classify_blocks([Block(BlockKind.PARAGRAPH, line) for line in lines], publisher=None):
        start = text.find(block.text, position)
        if start < 0:
            continue
        position = start + len(block.text)
        if block.kind not in _PROSE:
            found.append(Span(start, position))
    return found


def require_size(source: Units, target: Units) -> None:
    """A book is no document: refuse what would take gigabytes."""
    left, right = len(source.sentences), len(target.sentences)
    if left * right > MAX_PRODUCT:
        raise BadInput(
            f"{left:,} and {right:,} sentences are too many for one pair (their product may be {MAX_PRODUCT:,}): "
            "hand over chapters",
            code="too-large",
        )


def compared(row: Row, encoder: Encodes, *, all_bands: bool) -> dict[str, Any]:
    """The line that is written for ``row``; with ``all_bands`` also what is not shown by default."""
    source, target = units_of(row.source), units_of(row.target)
    require_size(source, target)
    found = differing(source, target, encoder)
    issues = [issue.as_dict() for issue in found.issues if all_bands or issue.shown]
    facts = {"id": row.id, "pair": found.is_pair, "similarity": found.similarity, "alignment": found.links}
    return {**facts, "issues": issues, **_split(source, target), "method": found.method}


def _split(source: Units, target: Units) -> dict[str, Any]:
    """Where the sentences of texts stand, and which of them took no part."""
    both = (source, target)
    segments = {side.suffix: [[span.start, span.end] for span in side.spans] for side in both if side.spans is not None}
    aside = {side.suffix: list(side.aside) for side in both if side.aside}
    return ({"segments": segments} if segments else {}) | ({"aside": aside} if aside else {})
