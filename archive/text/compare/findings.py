"""What a check reports: one observed difference on one link, with the evidence on both sides.

A finding is an observation, never an accusation (COMPARE.md §1.2): it says what one side has, what the other side
has instead, how it was found and how sure we are. Bands H and M are shown by default, L when asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from archive.values import Span


class Band(StrEnum):
    HIGH = "H"
    MEDIUM = "M"
    LOW = "L"


class Kind(StrEnum):
    NUMBER_CHANGED = "number_changed"
    NUMBER_MISSING = "number_missing"
    NUMBER_ADDED = "number_added"
    DATE_CHANGED = "date_changed"
    DATE_MISSING = "date_missing"
    DATE_ADDED = "date_added"
    UNIT_CONVERTED = "unit_converted"
    NAME_CHANGED = "name_changed"
    NAME_MISSING = "name_missing"
    NAME_ADDED = "name_added"
    ADDRESS_CHANGED = "address_changed"
    NEGATION = "negation"
    POLARITY = "polarity"
    ATTRIBUTION_SHIFT = "attribution_shift"
    SOURCE_DROPPED = "source_dropped"
    HEDGE_ADDED = "hedge_added"
    HEDGE_REMOVED = "hedge_removed"
    QUOTE_CHANGED = "quote_changed"
    LABEL_SHIFT = "label_shift"
    FORMULA_ADDED = "formula_added"
    FORMULA_DROPPED = "formula_dropped"
    UNTRANSLATED = "untranslated"


_HIGH_FROM: Final = 0.85
_MEDIUM_FROM: Final = 0.6


def band_of(confidence: float) -> Band:
    if confidence >= _HIGH_FROM:
        return Band.HIGH
    return Band.MEDIUM if confidence >= _MEDIUM_FROM else Band.LOW


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A span of one sentence; offsets in code points of that sentence."""

    sentence: int
    span: Span


@dataclass(frozen=True, slots=True)
class Finding:
    """``expected`` is what the source says, ``found`` what the target says; ``None`` where a side says nothing."""

    kind: Kind
    source: tuple[Mark, ...]
    target: tuple[Mark, ...]
    expected: str | None
    found: str | None
    confidence: float  # in [0, 1], of how many such findings a reader would call a difference
    method: str
    calibration: str | None = None
    """The id of what the confidence was measured on; without one it is the rule's own estimate."""

    @property
    def band(self) -> Band:
        return band_of(self.confidence)

    @property
    def shown(self) -> bool:
        """Whether the default view has it."""
        return self.band is not Band.LOW
