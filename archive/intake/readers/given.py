"""A text handed over sentence by sentence: nothing is guessed about its layout, each sentence is a block.

Researchers import what others have split already; their boundaries are kept.
"""

from __future__ import annotations

from collections.abc import Sequence

from archive.errors import BadFile
from archive.intake.readers.limits import check_size
from archive.intake.readers.reading import Decoded, Hints, Reading
from archive.text.blocks import Block, BlockKind
from archive.text.normalise import canonical_line, suspicious


def read_sentences(sentences: Sequence[str], data: bytes) -> Reading:
    """Read ``sentences``, whose UTF-8 bytes, joined by line feeds, are ``data``."""
    check_size(data)
    blocks = tuple(Block(BlockKind.PARAGRAPH, line) for line in map(canonical_line, sentences) if line)
    if not blocks:
        raise BadFile("there are no sentences, or only empty ones", code="empty")
    text = data.decode("utf-8")
    return Reading(
        media_type="text/plain",
        decoded=Decoded(text, "utf-8", "declared", 100),
        blocks=blocks,
        removed=(),
        flags=suspicious(text),
        hints=Hints(),
        source_text="\n".join(block.text for block in blocks),
    )
