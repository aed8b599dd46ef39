"""Retype the paragraphs that are not prose: bylines and datelines at the top, credits and disclaimers in the tail.

Readers of formats hand over paragraphs; what stands where in a newspaper text is known here. Credits, bylines
and datelines are lines: running prose is not searched for them. Nothing is added or dropped: a paragraph that
ends in a disclaimer becomes two blocks with the same words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from archive.chain.bylines import MAX_LENGTH, parse_byline, script_of
from archive.chain.credits import find_credits, find_dateline
from archive.chain.dates import find_dates
from archive.chain.disclaimers import find_disclaimers
from archive.text.blocks import Block, BlockKind
from archive.text.fold import fold

TOP: Final = 5
"""Blocks from the start in which a byline or dateline is looked for: headline, standfirst, section, byline, date."""
SHORT_WORDS: Final = 8
"""Words any line may have."""
LINE_WORDS: Final = 16
"""Words an Arabic line of hands may have."""
TAIL: Final = 6
"""Blocks from the end in which credits and a signature are looked for."""

_DIVIDED: Final = re.compile(r"[-–—|:/()؛]")
_OPENING: Final = re.compile(r"بقلم|كتب|اعداد|ترجم|تحرير|تقرير|تحقيق|حوار|مقتطف|ملخص|خاص|مراسل")
_CORRECTION: Final = re.compile(
    r"[\W_]*(?:corrections?|clarification|updated?|تصحيح|تصويب|توضيح|تحديث)\b", re.IGNORECASE
)


def classify_blocks(blocks: Sequence[Block], *, publisher: str | None) -> tuple[Block, ...]:
    """Return the same words, better typed. Only ``paragraph`` blocks change."""
    return tuple(typed for index, block in enumerate(blocks) for typed in _typed(block, index, len(blocks), publisher))


def _typed(block: Block, index: int, count: int, publisher: str | None) -> Iterator[Block]:
    if block.kind is not BlockKind.PARAGRAPH:
        yield block
        return
    top, tail = index < TOP, index >= count - TAIL
    if (top or tail) and not _is_prose(block.text):
        kind = _kind_of_line(block.text, top=top, publisher=publisher)
        if kind is not None:
            yield Block(kind, block.text)
            return
    yield from _without_disclaimer(block)


def _is_prose(text: str) -> bool:
    """Too long for a line of hands: many words, in English most of them small, in Arabic nothing that divides them."""
    words = text.split()
    if len(words) <= SHORT_WORDS:
        return False
    if script_of(text) == "ar":
        return len(words) > LINE_WORDS or not (_DIVIDED.search(text) or _OPENING.match(fold(words[0])))
    small = sum(word.islower() for word in words)
    return len(text) > MAX_LENGTH or small > 0.6 * len(words)


def _kind_of_line(text: str, *, top: bool, publisher: str | None) -> BlockKind | None:
    if find_credits(text):
        return BlockKind.CREDIT
    byline = parse_byline(text, publisher=publisher)
    if byline and (top or byline.explicit) and _only_a_tail(text[byline.span.end :]):
        return BlockKind.BYLINE
    dateline = find_dateline(text, publisher=publisher)
    if top and ((dateline and dateline.fills(text)) or _is_a_date(text)):
        return BlockKind.DATELINE
    return None


def _only_a_tail(rest: str) -> bool:
    """After the byline only separators or a date."""
    return not rest.strip(" :.|–—ـ،,-") or _is_a_date(rest)


def _is_a_date(text: str) -> bool:
    """A date, at most with its weekday beside it."""
    dates = find_dates(text)
    if not dates or len(text) > 60:
        return False
    beside = text[: dates[0].span.start] + " " + text[dates[-1].span.end :]
    return len(beside.split()) <= 2 and not any(mark in beside for mark in ".؟?!")


def _without_disclaimer(block: Block) -> Iterator[Block]:
    """The block itself, or its prose, the disclaimer that fills or ends it, and a correction notice after that."""
    text = block.text.rstrip()
    found = find_disclaimers(text)
    if not found:
        yield block
        return
    last = found[-1].span
    after = text[last.end :].strip()
    if after and not _CORRECTION.match(after):
        yield block
        return
    if text[: last.start].strip():
        yield Block(BlockKind.PARAGRAPH, text[: last.start].rstrip())
    yield Block(BlockKind.DISCLAIMER, text[last.start : last.end])
    if after:
        yield Block(BlockKind.PARAGRAPH, after)
