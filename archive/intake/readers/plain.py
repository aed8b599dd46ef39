"""The blocks of a plain text: headline, standfirst, paragraphs; boilerplate and repetitions set aside.

Works on characters already decoded. Bylines, datelines and disclaimers are left as paragraphs:
:mod:`archive.chain.propose` retypes them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from archive.errors import BadFile
from archive.intake.readers import boilerplate
from archive.intake.readers.limits import check_lines
from archive.intake.readers.reading import Removed
from archive.intake.readers.wrapping import paragraphs
from archive.text.blocks import Block, BlockKind
from archive.text.fold import fold
from archive.text.normalise import canonical, canonical_line

_HEAD_LINES: Final = 5
"""Lines in which a headline may be repeated around its standfirst; further down it is a verse or a quotation."""
_MAX_STANDFIRST: Final = 2
_LETTERS = re.compile(r"[^\W_]+")


@dataclass(slots=True)
class _Lines:
    """The lines of a text; each is kept with a kind or removed with a reason."""

    texts: list[str]
    kinds: list[BlockKind] = field(default_factory=list)
    reasons: list[str | None] = field(default_factory=list)

    def kept(self) -> list[int]:
        return [index for index, reason in enumerate(self.reasons) if reason is None]


def read_plain(text: str) -> tuple[tuple[Block, ...], tuple[Removed, ...], str]:
    """Blocks, what was removed, and the source text: every line in its order, wrapped ones joined."""
    plain = canonical(text)
    check_lines(plain.count("\n"))
    texts = [line for paragraph in paragraphs(plain) if (line := canonical_line(paragraph))]
    lines = _Lines(texts, [BlockKind.PARAGRAPH] * len(texts), boilerplate.reasons(texts))
    _mark_head(lines)
    blocks = tuple(Block(lines.kinds[i], texts[i]) for i in lines.kept())
    check_blocks(blocks, texts)
    removed = tuple(Removed(text, reason) for text, reason in zip(texts, lines.reasons, strict=True) if reason)
    return blocks, removed, "\n".join(texts)


def check_blocks(blocks: Sequence[Block], lines: Sequence[str]) -> None:
    """Raise if there is no article in it."""
    if not any(_LETTERS.search(line) for line in lines):
        raise BadFile("The file was read as text and holds not one letter or digit.", code="empty")
    if not blocks:
        raise BadFile(
            f"The file was searched for an article; all its {len(lines)} lines are boilerplate, as “{lines[0][:60]}”.",
            code="only-boilerplate",
        )


def same_line(one: str, other: str) -> bool:
    """The same words, whatever the case, harakat, spacing and punctuation."""
    return words_of(one) == words_of(other)


def words_of(line: str) -> list[str]:
    return _LETTERS.findall(fold(line))


def _mark_head(lines: _Lines) -> None:
    """Find the headline, the standfirst between it and its repetition, and remove the repetitions."""
    kept = lines.kept()
    title = next((index for index in kept[:3] if _may_be_headline(lines.texts[index])), None)
    if title is None or title == kept[-1]:
        return
    lines.kinds[title] = BlockKind.HEADLINE
    after = kept[kept.index(title) + 1 :]
    repeated = [index for index in after[:_HEAD_LINES] if same_line(lines.texts[index], lines.texts[title])]
    for index in repeated:
        lines.reasons[index] = "repeated headline"
    if repeated:
        _mark_standfirst(lines, [index for index in after if index < repeated[0]], repeated[0])


def _mark_standfirst(lines: _Lines, between: list[int], repetition: int) -> None:
    """What stands between a headline and its repetition presents the article, unless it says who wrote it."""
    between = [index for index in between if not boilerplate.is_byline_like(lines.texts[index])]
    follows = any(index > repetition for index in lines.kept())
    if follows and 0 < len(between) <= _MAX_STANDFIRST:
        for index in between:
            lines.kinds[index] = BlockKind.STANDFIRST


def _may_be_headline(line: str) -> bool:
    return boilerplate.is_title_like(line) and not boilerplate.is_byline_like(line)
