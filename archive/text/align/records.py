"""What an alignment is made of: links, their labels, and the differences of structure they show.

Observations, never accusations. Every one carries a confidence, which is a measured share: of the
observations with as much evidence, so many were right (:mod:`archive.text.align.calibration`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


class Label(StrEnum):
    KEPT = "kept"
    CONDENSED = "condensed"
    EXPANDED = "expanded"
    OMITTED = "omitted"
    ADDED = "added"
    MOVED = "moved"
    UNCERTAIN = "uncertain"


class Kind(StrEnum):
    """Differences of structure, by the names of ``score.py`` where it has one."""

    OMISSION = "omission"
    PARTIAL_OMISSION = "partial_omission"
    ADDITION = "addition"
    ADDITION_CLAUSE = "addition_clause"
    DUPLICATE = "duplicate"
    UNTRANSLATED = "untranslated"
    REORDER = "reorder"
    MERGED = "merged"
    SPLIT = "split"


class Band(StrEnum):
    """How a confidence is shown: by default, by default but counted apart, only when asked for."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"

    @classmethod
    def of(cls, confidence: float) -> Band:
        if confidence >= HIGH:
            return cls.HIGH
        return cls.MEDIUM if confidence >= MEDIUM else cls.LOW


HIGH, MEDIUM = 0.9, 0.7


@dataclass(frozen=True, slots=True)
class Link:
    """Sentences of both sides that belong together; one side is empty where there is no counterpart.

    ``score`` is in log odds: what the link adds to the alignment, or by how much its absence won.
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    score: float
    confidence: float
    label: Label

    @property
    def shape(self) -> tuple[int, int]:
        return len(self.source), len(self.target)


@dataclass(frozen=True, slots=True)
class Difference:
    """One observation. ``detail`` holds what its kind needs: numbers, positions, code point offsets."""

    kind: Kind
    source: tuple[int, ...]
    target: tuple[int, ...]
    confidence: float
    detail: Mapping[str, int | float | str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def band(self) -> Band:
        return Band.of(self.confidence)


@dataclass(frozen=True, slots=True)
class Alignment:
    """Every sentence of both sides is in exactly one link; links stand in the order of the source.

    A link without source follows that of the target sentence before it. ``similarity`` in [0, 1] is the
    mean cosine of what is linked, what is not counting 0, over the side that is covered better; of two
    texts that are no pair (``is_pair`` false) every link is uncertain and no difference is reported.
    """

    links: tuple[Link, ...]
    differences: tuple[Difference, ...]
    similarity: float
    is_pair: bool
    recipe: str
    encoder: str
    calibration: str
