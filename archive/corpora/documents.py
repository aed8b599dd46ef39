"""One pair of a collection compared: which sentences belong together, and what differs.

A text is split here, its lines that are no prose (bylines, credits, disclaimers) told apart; a list of
sentences is taken as it is. The rest is :mod:`archive.text.compare.pairs`'s. No database, no files.
"""

from __future__ import annotations

from typing import Any, Final

from archive.chain.classify import classify_blocks
from archive.corpora.differing import issues
from archive.corpora.rows import Row, RowSide
from archive.errors import BadInput
from archive.text.align import Encodes
from archive.text.blocks import Block, BlockKind
from archive.text.compare.pairs import compare_pair
from archive.text.compare.texts import Text
from archive.text.segment import Segment, SegmentKind, split_sentences
from archive.values import Span

MAX_PRODUCT: Final = 40_000_000
"""Sentences of one side times those of the other: each pair is looked at, and takes some 50 bytes meanwhile."""


def compared(row: Row, encoder: Encodes, *, all_bands: bool) -> dict[str, Any]:
    """The line that is written for ``row``; with ``all_bands`` also what is not shown by default."""
    source, target = text_of(row.source), text_of(row.target)
    _require_size(source, target)
    found = compare_pair(source, target, encoder=encoder)
    sides = (row.source.suffix, source), (row.target.suffix, target)
    return {
        "id": row.id,
        "pair": found.is_pair,
        "similarity": found.similarity_millis / 1000,
        "alignment": [[list(link.source), list(link.target)] for link in found.links],
        "issues": list(issues(found, *sides, all_bands=all_bands)),
        **_split((row.source, source), (row.target, target)),
        "method": found.recipe,
    }


def text_of(side: RowSide) -> Text:
    """Split the side's text, unless it came as sentences. Spans point into the text as given."""
    if side.sentences is not None:
        return Text.of_sentences(side.sentences, side.language)
    apart = _apart(side.text)
    sentences = [
        Segment(SegmentKind.SENTENCE, span, 0)
        for span in split_sentences(side.text, side.language)
        if not any(span.overlaps(other.span) for other in apart)
    ]
    return Text.of(side.text, sorted([*sentences, *apart], key=lambda one: one.span), side.language)


def _apart(text: str) -> list[Segment]:
    """Bylines, datelines, credits and disclaimers, each whole."""
    lines = [stripped for line in text.splitlines() if (stripped := line.strip())]
    found, position = [], 0
    for block in classify_blocks([Block(BlockKind.PARAGRAPH, line) for line in lines], publisher=None):
        start = text.find(block.text, position)
        if start < 0:
            continue
        position = start + len(block.text)
        if block.kind is not BlockKind.PARAGRAPH:
            found.append(Segment(SegmentKind(block.kind.value), Span(start, position), 0))
    return found


def _require_size(source: Text, target: Text) -> None:
    """A book is no document: refuse what would take gigabytes."""
    left, right = len(source.units), len(target.units)
    if left * right > MAX_PRODUCT:
        raise BadInput(
            f"{left:,} and {right:,} sentences are too many for one pair (their product may be {MAX_PRODUCT:,}): "
            "hand over chapters",
            code="too-large",
        )


def _split(*sides: tuple[RowSide, Text]) -> dict[str, Any]:
    """Where the sentences of texts stand, and which of them take no part."""
    segments = {
        side.suffix: [[unit.span.start, unit.span.end] for unit in text.units]
        for side, text in sides
        if side.sentences is None
    }
    aside = {
        side.suffix: sorted(set(range(len(text.units))) - set(text.taking_part))
        for side, text in sides
        if len(text.taking_part) < len(text.units)
    }
    return ({"segments": segments} if segments else {}) | ({"aside": aside} if aside else {})
