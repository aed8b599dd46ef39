"""Comparisons, alignments, findings and what people say of them, as JSON."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from api.schemas.base import Body, Public, SpanPair
from archive.comparison_records import ComparisonRecord


class ComparisonRequest(Body):
    """Which two versions. Between two languages ``a`` is the source, within one language the older."""

    a: str = Field(description="Version id")
    b: str = Field(description="Version id")


class ComparisonsQuery(BaseModel):
    """Of one work, or of two versions."""

    model_config = ConfigDict(extra="forbid")
    work: str | None = Field(default=None, description="Every comparison that a version of this work is in.")
    a: str | None = Field(
        default=None, description="With b: the newest comparison of these two versions, in this order."
    )
    b: str | None = None


class ComparisonView(BaseModel):
    model_config = ConfigDict(extra="forbid")
    show: Literal["default", "all"] = Field(default="default", description="all: what is below its band too.")


class ReviewRequest(Body):
    status: Literal["open", "accepted", "dismissed", "annotated"]
    note: str | None = Field(default=None, max_length=4000)


class CorrectionRequest(Body):
    """Sentences that a person puts together, takes apart or says have no counterpart."""

    a: str = Field(description="Version id of the source")
    b: str = Field(description="Version id of the target")
    action: Literal["merge", "split", "link", "unlink", "omit"]
    source: list[int] = Field(default=[], max_length=1000, description="Ordinals of segments, from 0.")
    target: list[int] = Field(default=[], max_length=1000)
    note: str | None = Field(default=None, max_length=4000)


class Unit(Public):
    """A segment. Those that do not take part (bylines, credits, disclaimers) are in no link."""

    ordinal: int
    kind: str
    span: SpanPair
    text: str
    paragraph: int
    takes_part: bool


class Link(Public):
    source: list[int] = Field(description="Ordinals; empty: no counterpart.")
    target: list[int]
    score_millis: int = Field(description="Log odds, in thousandths.")
    confidence_millis: int = Field(description="Of 1,000 links with as much evidence so many were right.")
    label: str = Field(description="kept, condensed, expanded, omitted, added, moved, uncertain")
    correction_id: str | None = Field(description="The person's correction that says so.")


class Alignment(Public):
    """Every segment that takes part is in exactly one link."""

    id: str
    source_version_id: str
    target_version_id: str
    source_segmentation_id: str
    target_segmentation_id: str
    source_units: list[Unit]
    target_units: list[Unit]
    recipe: str
    calibration_id: str
    links: list[Link]
    summary: dict[str, Any]
    links_sha256: str
    recorded_at: datetime


class Correction(Public):
    id: str
    source_version_id: str
    target_version_id: str
    action: str
    source: list[int]
    target: list[int]
    note: str | None
    by: str
    recorded_at: datetime


class Review(Public):
    id: str
    finding_id: str
    status: str
    note: str | None
    by: str
    recorded_at: datetime


class Place(Public):
    units: list[int]
    span: SpanPair
    quote: str


class Finding(Public):
    """One observed difference, with the evidence on both sides. An observation, never an accusation."""

    id: str
    comparison_id: str
    ordinal: int
    key: str = Field(description="The same observation in another comparison has the same key, and keeps its reviews.")
    kind: str
    band: str = Field(description="H, M: shown by default; L: only when asked for.")
    confidence_millis: int
    source: Place | None
    target: Place | None
    expected: str | None
    found: str | None
    detail: dict[str, Any]
    method: str
    calibration_id: str
    status: str = Field(description="open, accepted, dismissed, annotated: the last word of a person.")
    reviews: list[Review]
    shown: bool


class Comparison(Public):
    """The same versions and the same recipe give the same id. ``result`` holds counts, or a redline."""

    id: str
    a_id: str
    b_id: str
    mode: str = Field(description="cross: two languages; revision: one.")
    recipe: str
    options: dict[str, Any]
    corrections: list[Correction]
    alignment: Alignment | None
    result: dict[str, Any]
    findings: list[Finding]
    hidden: int = Field(default=0, description="Findings that this view leaves out; show=all has them.")
    findings_sha256: str
    recorded_at: datetime


class ComparisonLine(Public):
    id: str
    a_id: str
    b_id: str
    mode: str
    recipe: str
    shown: int
    findings: int
    result: dict[str, Any]
    recorded_at: datetime
    current: bool = Field(description="The newest one of the latest versions of a translation and its source.")


class ComparisonList(Public):
    comparisons: list[ComparisonLine]


def shown(record: ComparisonRecord, *, all_bands: bool) -> Comparison:
    """The record with the findings of the default view, or all of them."""
    findings = [Finding.model_validate(one) for one in record.visible(all_bands=all_bands)]
    hidden = len(record.findings) - len(findings)
    return Comparison.model_validate(record).model_copy(update={"findings": findings, "hidden": hidden})
