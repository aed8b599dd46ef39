"""Machine translations as JSON: what was asked for, how it stands, and every sentence of what came."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from api.schemas.base import Body, Public, SpanPair
from archive.machine.translator import ComputeType, Parameters
from archive.translation_records import Progress as ProgressRecord
from archive.translation_records import RunRecord, SentenceRecord

NOTICE = "machine translation, not read by a person"
"""Stands with every text of a machine, in every view."""


class MachineRunRequest(Body):
    """What to translate: a version, or the newest version of a work's original. The same again is the same run."""

    version: str | None = Field(default=None, description="Version id")
    work: str | None = Field(default=None, description="Work id: the newest version of its original")
    to: str | None = Field(
        default=None, max_length=40, description="Language; English, and Arabic for English, unless said"
    )
    packages: list[str] = Field(
        default=[], max_length=2, description="Packages in the order of the path, by id, name or pair; none: the newest"
    )
    compute_type: Literal["float32", "int8"] = Field(
        default="float32", description="float32: the same text on every processor; int8: faster, and depends on it"
    )
    again: bool = Field(default=False, description="Another run, though one like it stands")

    def parameters(self) -> Parameters:
        return Parameters(compute_type=ComputeType(self.compute_type))


class MachineRunsQuery(BaseModel):
    model_config = ConfigDict(extra="forbid")
    work: str | None = Field(default=None, description="Only runs of versions of this work.")
    offset: int = Field(default=0, ge=0, le=1_000_000)
    limit: int = Field(default=20, ge=1, le=100)


class MachinePackage(Public):
    """A package by the SHA-256 of what was received."""

    id: str
    from_code: str
    to_code: str
    version: str
    argos_version: str
    name: str
    size: int = Field(description="bytes of the archive")
    files: dict[str, str] = Field(description="path → SHA-256")
    licence: str | None
    demonstration: bool = Field(
        description="It knows only the texts of the demonstration, and translates nothing else."
    )


class Progress(Public):
    """In sentences that the machine is asked for."""

    done: int
    total: int


class MachineResult(Public):
    """What came, and all that it takes to make it again."""

    target_version_id: str | None = Field(description="The version of the machine's text; null where it gave none.")
    recipe: str
    splitter: str
    flags_recipe: str
    environment: dict[str, Any] = Field(description="Software, processor and settings.")
    source_segmentation_id: str
    source_sha256: str = Field(description="SHA-256 of the canonical text that went in.")
    sentences_sha256: str
    summary: dict[str, Any] = Field(description="Counts, and how many sentences have which flag.")
    started_at: datetime
    finished_at: datetime


class MachineRunLine(Public):
    """One run without its sentences."""

    id: str
    notice: str = NOTICE
    status: str = Field(description="queued, running, done, failed, cancelled")
    work_id: str
    version_id: str = Field(description="What is translated.")
    source_language: str
    target_language: str
    packages: list[MachinePackage] = Field(
        description="In the order of the path: two, where it leads over a third language."
    )
    parameters: dict[str, Any]
    repeat: int = Field(description="0 for the first run of this input.")
    by: str
    requested_at: datetime
    error: str | None
    demonstration: bool
    result: MachineResult | None


class MachineSentence(Public):
    """One segment of the source and what the machine made of it."""

    ordinal: int = Field(description="Of the segment in the source's segmentation.")
    kind: str
    paragraph: int
    source: SpanPair
    source_text: str
    target: SpanPair | None
    target_text: str
    by_machine: bool = Field(description="false: not shown to the machine; the words stand as they stood.")
    usable: bool = Field(description="Whether it takes part in scores.")
    score_micros: int | None = Field(description="Log-probability in millionths.")
    source_tokens: int | None
    target_tokens: int | None
    pieces: int = Field(description="Parts that a long sentence was cut into.")
    flags: list[str]
    cached_from: str | None = Field(description="The run that asked the machine for this very sentence.")
    via: str | None = Field(description="The sentence in the language between.")


class MachineRun(MachineRunLine):
    """One run with its sentences; there are none until it is done."""

    progress: Progress
    sentences: list[MachineSentence]


class MachineRunList(Public):
    runs: list[MachineRunLine]


def shown(run: RunRecord, progress: ProgressRecord, sentences: tuple[SentenceRecord, ...]) -> MachineRun:
    line = MachineRunLine.model_validate(run)
    return MachineRun(
        **{name: getattr(line, name) for name in MachineRunLine.model_fields},
        progress=Progress.model_validate(progress),
        sentences=[MachineSentence.model_validate(item) for item in sentences],
    )
