"""Alignments, comparisons and their findings, and what people said of them.

What a machine found is derived and can be made again: a new recipe adds rows beside the old. What a
person said (a review, a correction) is added to, never changed.
"""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Column, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from archive.models.base import ID_LENGTH, SHA256_HEX_LENGTH, is_sha256, is_span, one_of
from archive.text.compare.corrections import Action
from archive.text.compare.findings import Band

COMPARISON_ID_LENGTH = 32


class ComparisonMode(StrEnum):
    """Two languages: aligned sentence by sentence; one language: word by word, as a revision."""

    CROSS = "cross"
    REVISION = "revision"


class ReviewStatus(StrEnum):
    OPEN = "open"
    ACCEPTED = "accepted"
    DISMISSED = "dismissed"
    ANNOTATED = "annotated"


class Alignment(SQLModel, table=True):
    """One run of the aligner over two segmentations, around the corrections that stood then.

    ``links``: ``[[source ordinals], [target ordinals], score, confidence, label, correction id or null]``
    in thousandths. ``corrections_sha256`` names the layer (that of ``[]`` where there was none).
    """

    __tablename__ = "alignment"
    __table_args__ = (
        UniqueConstraint(
            "source_segmentation_id",
            "target_segmentation_id",
            "recipe",
            "calibration_id",
            "corrections_sha256",
            name="uq_alignment_input",  # the name by convention is longer than PostgreSQL takes
        ),
        is_sha256("links_sha256"),
        is_sha256("corrections_sha256"),
        CheckConstraint("source_version_id <> target_version_id", name="of_two_versions"),
    )
    id: str = Field(primary_key=True, max_length=ID_LENGTH)
    source_version_id: str = Field(foreign_key="version.id")
    target_version_id: str = Field(foreign_key="version.id", index=True)
    source_segmentation_id: str = Field(foreign_key="segmentation.id")
    target_segmentation_id: str = Field(foreign_key="segmentation.id")
    recipe: str
    calibration_id: str
    corrections_sha256: str = Field(max_length=SHA256_HEX_LENGTH)
    links: list[Any] = Field(sa_column=Column(JSON, nullable=False))
    summary: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    links_sha256: str = Field(max_length=SHA256_HEX_LENGTH)
    recorded_at: datetime


class Comparison(SQLModel, table=True):
    """What differs between ``a`` and ``b``. ``id`` is a digest of what went in: the same input is one row."""

    __tablename__ = "comparison"
    __table_args__ = (
        is_sha256("findings_sha256"),
        CheckConstraint("a_id <> b_id", name="of_two_versions"),
        CheckConstraint("(mode = 'cross') = (alignment_id IS NOT NULL)", name="cross_has_alignment"),
    )
    id: str = Field(primary_key=True, max_length=COMPARISON_ID_LENGTH)
    a_id: str = Field(foreign_key="version.id")
    b_id: str = Field(foreign_key="version.id", index=True)
    mode: ComparisonMode = Field(sa_column=Column(one_of(ComparisonMode), nullable=False))
    recipe: str
    options: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    corrections: list[Any] = Field(sa_column=Column(JSON, nullable=False))  # ids, oldest first
    alignment_id: str | None = Field(default=None, foreign_key="alignment.id", index=True)
    result: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    findings_count: int
    findings_sha256: str = Field(max_length=SHA256_HEX_LENGTH)
    recorded_at: datetime


class Finding(SQLModel, table=True):
    """One observed difference. Recorded through the digest of its comparison.

    ``key`` names the observation itself: the same difference found again, by another recipe or after
    a correction, has the same key, and keeps what people said of it. Quotes are verbatim.
    """

    __tablename__ = "finding"
    __table_args__ = (
        UniqueConstraint("comparison_id", "ordinal"),
        is_span("source_start", "source_end"),
        is_span("target_start", "target_end"),
        CheckConstraint("(source_start IS NULL) = (source_quote IS NULL)", name="source_span_has_quote"),
        CheckConstraint("(target_start IS NULL) = (target_quote IS NULL)", name="target_span_has_quote"),
        CheckConstraint("confidence_millis BETWEEN 0 AND 1000", name="confidence_is_a_share"),
    )
    id: str = Field(primary_key=True, max_length=COMPARISON_ID_LENGTH)
    comparison_id: str = Field(foreign_key="comparison.id")
    ordinal: int
    key: str = Field(index=True, max_length=COMPARISON_ID_LENGTH)
    kind: str = Field(max_length=40)  # archive.text.compare.report.KINDS, and those of revisions
    band: Band = Field(sa_column=Column(one_of(Band), nullable=False))
    confidence_millis: int
    source_start: int | None = None
    source_end: int | None = None
    source_quote: str | None = None
    target_start: int | None = None
    target_end: int | None = None
    target_quote: str | None = None
    expected: str | None = None
    found: str | None = None
    detail: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    method: str
    calibration_id: str


class FindingReview(SQLModel, table=True):
    """What a person said of a finding. The last one counts; none is taken back, only followed by another."""

    __tablename__ = "finding_review"
    id: str = Field(primary_key=True, max_length=ID_LENGTH)
    finding_id: str = Field(foreign_key="finding.id")
    finding_key: str = Field(index=True, max_length=COMPARISON_ID_LENGTH)
    status: ReviewStatus = Field(sa_column=Column(one_of(ReviewStatus), nullable=False))
    note: str | None = None
    by: str  # the id of a key, or the name of a door
    recorded_at: datetime


class AlignmentCorrection(SQLModel, table=True):
    """What a person said of an alignment: one step of a layer that no machine overwrites.

    ``source`` and ``target`` are ordinals in the segmentations named; they mean nothing in others.
    """

    __tablename__ = "alignment_correction"
    id: str = Field(primary_key=True, max_length=ID_LENGTH)
    source_version_id: str = Field(foreign_key="version.id")
    target_version_id: str = Field(foreign_key="version.id")
    source_segmentation_id: str = Field(foreign_key="segmentation.id")
    target_segmentation_id: str = Field(foreign_key="segmentation.id")
    action: Action = Field(sa_column=Column(one_of(Action), nullable=False))
    source: list[Any] = Field(sa_column=Column(JSON, nullable=False))
    target: list[Any] = Field(sa_column=Column(JSON, nullable=False))
    note: str | None = None
    by: str
    recorded_at: datetime


Index("ix_comparison_a_b", Comparison.__table__.c.a_id, Comparison.__table__.c.b_id)  # type: ignore[attr-defined]
Index(
    "ix_alignment_correction_versions",
    AlignmentCorrection.__table__.c.source_version_id,  # type: ignore[attr-defined]
    AlignmentCorrection.__table__.c.target_version_id,  # type: ignore[attr-defined]
)
