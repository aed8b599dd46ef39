"""One version as a comparison sees it: its units in order, and which of them take part.

A unit is a segment (:mod:`archive.text.segment`) with its words; its number in the text is its
*ordinal*, the same as in the stored segmentation. Headlines, standfirsts, sentences, quotations and
captions take part in alignment and in every figure; bylines, datelines, credits and disclaimers never
do: they are compared as what they are (:mod:`.paratext`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Self

from archive.text.segment import Segment, SegmentKind
from archive.values import Span

TAKING_PART: Final = frozenset(
    {
        SegmentKind.HEADLINE,
        SegmentKind.STANDFIRST,
        SegmentKind.SENTENCE,
        SegmentKind.QUOTATION,
        SegmentKind.CAPTION,
    }
)
BODY: Final = TAKING_PART - {SegmentKind.HEADLINE}
"""What coverage counts: a headline is compared with the headline, and is no part of the story's extent."""

PROSE: Final = frozenset({SegmentKind.SENTENCE, SegmentKind.QUOTATION})
"""What a lead can be."""

_JOIN: Final = "\n"


@dataclass(frozen=True, slots=True)
class Unit:
    """``span`` lies in the content of its text."""

    text: str
    kind: SegmentKind
    span: Span


@dataclass(frozen=True)
class Text:
    """``language`` is a BCP 47 tag; ``content`` is what the spans of ``units`` point into."""

    language: str
    content: str
    units: tuple[Unit, ...]

    @classmethod
    def of(cls, content: str, segments: Iterable[Segment], language: str) -> Self:
        return cls(language, content, tuple(Unit(one.span.of(content), one.kind, one.span) for one in segments))

    @classmethod
    def of_sentences(cls, sentences: Sequence[str], language: str) -> Self:
        """Sentences given one by one, each its own line of the content."""
        units, start = [], 0
        for sentence in sentences:
            units.append(Unit(sentence, SegmentKind.SENTENCE, Span(start, start + len(sentence))))
            start += len(sentence) + len(_JOIN)
        return cls(language, _JOIN.join(sentences), tuple(units))

    @cached_property
    def taking_part(self) -> tuple[int, ...]:
        """Ordinals of the units that take part in the alignment."""
        return self.ordinals(TAKING_PART)

    def ordinals(self, kinds: Iterable[SegmentKind]) -> tuple[int, ...]:
        wanted = frozenset(kinds)
        return tuple(ordinal for ordinal, unit in enumerate(self.units) if unit.kind in wanted)

    def length(self, ordinals: Iterable[int]) -> int:
        """Code points in these units."""
        return sum(len(self.units[ordinal].text) for ordinal in ordinals)
