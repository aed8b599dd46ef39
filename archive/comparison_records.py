"""What readers of comparisons get: plain frozen records, made from rows by :mod:`archive.comparing_reads`.

Ordinals number the units of a segmentation, from 0, the units that take no part included. Shares and
confidences are thousandths. Spans are code points of the version's content; quotes are verbatim.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from archive.text.compare.findings import Band
from archive.text.compare.report import shown
from archive.values import Span


@dataclass(frozen=True, slots=True)
class UnitRecord:
    ordinal: int
    kind: str
    span: Span
    text: str
    paragraph: int
    takes_part: bool


@dataclass(frozen=True, slots=True)
class LinkRecord:
    """``correction_id``: a person put it so; otherwise the aligner did, with that confidence."""

    source: tuple[int, ...]
    target: tuple[int, ...]
    score_millis: int
    confidence_millis: int
    label: str
    correction_id: str | None


@dataclass(frozen=True, slots=True)
class CorrectionRecord:
    id: str
    source_version_id: str
    target_version_id: str
    action: str
    source: tuple[int, ...]
    target: tuple[int, ...]
    note: str | None
    by: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class AlignmentRecord:
    """``links`` hold every unit that takes part once, in the order of the source."""

    id: str
    source_version_id: str
    target_version_id: str
    source_segmentation_id: str
    target_segmentation_id: str
    source_units: tuple[UnitRecord, ...]
    target_units: tuple[UnitRecord, ...]
    recipe: str
    calibration_id: str
    links: tuple[LinkRecord, ...]
    summary: dict[str, Any]
    links_sha256: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class ReviewRecord:
    id: str
    finding_id: str
    status: str
    note: str | None
    by: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class PlaceRecord:
    units: tuple[int, ...]  # empty where no unit is meant, in a redline say
    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class FindingRecord:
    """``reviews``: all that was said of this observation, oldest first, in whichever comparison it was found."""

    id: str
    comparison_id: str
    ordinal: int
    key: str
    kind: str
    band: str
    confidence_millis: int
    source: PlaceRecord | None
    target: PlaceRecord | None
    expected: str | None
    found: str | None
    detail: dict[str, Any]
    method: str
    calibration_id: str
    reviews: tuple[ReviewRecord, ...]

    @property
    def measured(self) -> bool:
        """Whether the confidence is a share counted on a calibration; else it is the rule's own estimate."""
        return self.calibration_id != self.method

    @property
    def status(self) -> str:
        """The last word of a person; ``open`` while nobody has said anything."""
        return self.reviews[-1].status if self.reviews else "open"

    @property
    def shown(self) -> bool:
        """Whether the default view has it: not below its band, and a difference at all."""
        return shown(self.kind, Band(self.band))


@dataclass(frozen=True, slots=True)
class ComparisonRecord:
    """``alignment`` is there between two languages (``mode`` cross), the redline in ``result`` within one."""

    id: str
    a_id: str
    b_id: str
    mode: str
    recipe: str
    options: dict[str, Any]
    corrections: tuple[CorrectionRecord, ...]
    alignment: AlignmentRecord | None
    result: dict[str, Any]
    findings: tuple[FindingRecord, ...]
    findings_sha256: str
    recorded_at: datetime
    kept: bool = True
    """False where it was only looked at: nothing of it can be asked for by its id."""

    def visible(self, *, all_bands: bool = False) -> tuple[FindingRecord, ...]:
        """The findings of the default view, or every one."""
        return tuple(finding for finding in self.findings if all_bands or finding.shown)


@dataclass(frozen=True, slots=True)
class ComparisonSummary:
    """One line of a list."""

    id: str
    a_id: str
    b_id: str
    mode: str
    recipe: str
    shown: int  # findings of the default view
    findings: int
    result: dict[str, Any]
    recorded_at: datetime
    current: bool = False
    """The newest comparison of the latest versions of a translation and of what it was made from."""
