"""What a comparison of two texts reports: links and findings, in whole numbers, ready to be kept.

Everything is an observation with its evidence on both sides. Shares and confidences are thousandths,
so that a record is the same bytes on every machine (RFC 8785 knows no rounding of ours).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from archive.text.align import Label
from archive.text.compare.findings import Band, Kind
from archive.text.compare.texts import Text
from archive.values import Span

Detail = Mapping[str, int | str]


class Structure(StrEnum):
    """Differences of structure and of what stands around the text (COMPARE.md §1.2, S1-S11)."""

    OMITTED = "omitted"
    ADDED = "added"
    MOVED = "moved"
    MERGED = "merged"
    SPLIT = "split"
    CONDENSED = "condensed"
    EXPANDED = "expanded"
    DUPLICATED = "duplicated"
    UNTRANSLATED = "untranslated"
    COVERAGE = "coverage"
    LEAD_CHANGED = "lead_changed"
    HEADLINE_REFRAMED = "headline_reframed"
    BYLINE_CHANGED = "byline_changed"
    DISCLAIMER_ADDED = "disclaimer_added"
    DISCLAIMER_REMOVED = "disclaimer_removed"
    DISCLAIMER_CHANGED = "disclaimer_changed"


KINDS: Final = tuple(dict.fromkeys(kind.value for kind in (*Structure, *Kind)))
"""Every kind of finding there can be between two languages."""

NEUTRAL: Final = frozenset({Structure.MERGED.value, Structure.SPLIT.value, Kind.UNIT_CONVERTED.value})
"""What translators do and no reader loses anything by: kept, counted apart, never shown as a difference."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where one side shows it: the units, and the words from the first to the last of them, verbatim."""

    units: tuple[int, ...]
    span: Span
    quote: str

    @classmethod
    def of_units(cls, text: Text, units: Iterable[int]) -> Place | None:
        """``None`` where there are none."""
        chosen = tuple(sorted(units))
        if not chosen:
            return None
        span = Span(text.units[chosen[0]].span.start, text.units[chosen[-1]].span.end)
        return cls(chosen, span, span.of(text.content))


@dataclass(frozen=True, slots=True)
class PairFinding:
    """``expected`` is what the source leads one to expect, ``found`` what is there instead.

    ``calibration`` says what the confidence was measured on: the id of a calibration. Where it is the
    method itself, nothing was measured: the confidence is the rule's own estimate, and is shown as such.
    """

    kind: str
    source: Place | None
    target: Place | None
    expected: str | None
    found: str | None
    confidence_millis: int
    band: Band
    method: str
    calibration: str
    detail: Detail = field(default_factory=lambda: MappingProxyType({}))

    @property
    def shown(self) -> bool:
        """Whether the default view has it."""
        return shown(self.kind, self.band)

    @property
    def order(self) -> tuple[int, int, str, str, str]:
        """The order of findings: along the source, then along the target; what is about the whole comes first."""
        at = [place.span.start if place else -1 for place in (self.source, self.target)]
        return (at[0], at[1], self.kind, self.expected or "", self.found or "")


@dataclass(frozen=True, slots=True)
class PairLink:
    """Units that belong together; ``correction`` is the id of the person's correction that says so, if one does."""

    source: tuple[int, ...]
    target: tuple[int, ...]
    score_millis: int
    confidence_millis: int
    label: Label
    correction: str | None = None


def shown(kind: str, band: Band) -> bool:
    """What is below its band is hidden unless asked for; what is no difference is seen in the alignment itself."""
    return band is not Band.LOW and kind not in NEUTRAL


def millis(share: float) -> int:
    return round(share * 1000)
