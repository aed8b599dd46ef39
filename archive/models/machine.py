"""Machine translations: the packages as received, what was asked for, the runs, and every sentence of them.

A run is a witness: it is never changed, a re-run is another run. Its text is an ordinary version of a
text with the role ``machine``; here stands how it came about. The cache alone is no record: its rows
may be deleted and are made again.
"""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Column, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from archive.models.base import ID_LENGTH, SHA256_HEX_LENGTH, is_sha256, is_span, one_of

RUN_ID_LENGTH = 32


class PackageAction(StrEnum):
    INSTALLED = "installed"
    REMOVED = "removed"


class MachinePackage(SQLModel, table=True):
    """A model package by the SHA-256 of the archive as it was received, and of every file in it."""

    __tablename__ = "machine_package"
    __table_args__ = (is_sha256("id"), CheckConstraint("size > 0", name="size_is_positive"))
    id: str = Field(primary_key=True, max_length=SHA256_HEX_LENGTH)
    from_code: str = Field(max_length=40)
    to_code: str = Field(max_length=40)
    version: str
    argos_version: str
    name: str
    size: int  # bytes of the archive
    files: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))  # path → SHA-256
    licence: str | None = None
    demonstration: bool  # knows only the texts of the demonstration
    recorded_at: datetime


class MachinePackageEvent(SQLModel, table=True):
    """A package came or went. What it is stays known."""

    __tablename__ = "machine_package_event"
    id: str = Field(primary_key=True, max_length=ID_LENGTH)
    package_id: str = Field(foreign_key="machine_package.id", index=True)
    action: PackageAction = Field(sa_column=Column(one_of(PackageAction), nullable=False))
    source: str | None = None  # where an installed one came from: a file's name, or an address
    by: str
    recorded_at: datetime


class MachineRequest(SQLModel, table=True):
    """A run that somebody asked for. ``id`` is a digest of the input and of ``repeat``: the same again is one run.

    ``second_package_id``: the way leads through a third language. ``repeat`` counts from 0. ``fresh``: it was asked
    for again, and takes nothing from what was made for others.
    """

    __tablename__ = "machine_request"
    __table_args__ = (
        UniqueConstraint("input_sha256", "repeat", name="uq_machine_request_input"),
        is_sha256("input_sha256"),
        CheckConstraint("repeat >= 0", name="repeat_counts_from_zero"),
    )
    id: str = Field(primary_key=True, max_length=RUN_ID_LENGTH)
    version_id: str = Field(foreign_key="version.id", index=True)
    package_id: str = Field(foreign_key="machine_package.id", index=True)
    second_package_id: str | None = Field(default=None, foreign_key="machine_package.id", index=True)
    source_language: str = Field(max_length=40)
    target_language: str = Field(max_length=40)
    parameters: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    input_sha256: str = Field(max_length=SHA256_HEX_LENGTH)
    repeat: int
    fresh: bool
    sentences: int  # that the machine is asked for
    by: str
    recorded_at: datetime


class MachineCancellation(SQLModel, table=True):
    """A request that was taken back before it was done."""

    __tablename__ = "machine_cancellation"
    request_id: str = Field(primary_key=True, foreign_key="machine_request.id", max_length=RUN_ID_LENGTH)
    by: str
    recorded_at: datetime


class MachineRun(SQLModel, table=True):
    """What came of a request. ``target_version_id`` is empty where the machine gave no text at all."""

    __tablename__ = "machine_run"
    __table_args__ = (is_sha256("source_sha256"), is_sha256("sentences_sha256"))
    id: str = Field(primary_key=True, foreign_key="machine_request.id", max_length=RUN_ID_LENGTH)
    source_segmentation_id: str = Field(foreign_key="segmentation.id")
    target_version_id: str | None = Field(default=None, unique=True, foreign_key="version.id")
    recipe: str  # engine, packages, parameters
    splitter: str  # recipe of the segmentation, and of cutting long sentences
    flags_recipe: str
    environment: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    source_sha256: str = Field(max_length=SHA256_HEX_LENGTH)  # of the canonical text that went in
    sentences_count: int
    sentences_sha256: str = Field(max_length=SHA256_HEX_LENGTH)
    summary: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    started_at: datetime
    recorded_at: datetime


class MachineSentence(SQLModel, table=True):
    """One segment of the source and what became of it. Recorded through the digest of its run.

    Scores and tokens are empty where the machine was not asked; the words then stand as they were.
    ``cached_from``: the run that asked the machine. ``via``: the sentence in the language between.
    """

    __tablename__ = "machine_sentence"
    __table_args__ = (
        is_span("source_start", "source_end"),
        is_span("target_start", "target_end"),
        is_sha256("source_sha256"),
        CheckConstraint("(score_micros IS NULL) = (target_tokens IS NULL)", name="score_has_tokens"),
    )
    run_id: str = Field(primary_key=True, foreign_key="machine_run.id", max_length=RUN_ID_LENGTH)
    ordinal: int = Field(primary_key=True)  # of the segment in the source's segmentation
    source_start: int
    source_end: int
    source_sha256: str = Field(max_length=SHA256_HEX_LENGTH)
    target_start: int | None = None
    target_end: int | None = None
    score_micros: int | None = None
    source_tokens: int | None = None
    target_tokens: int | None = None
    pieces: int  # parts that a long sentence was cut into
    flags: list[Any] = Field(sa_column=Column(JSON, nullable=False))
    cached_from: str | None = Field(default=None, max_length=RUN_ID_LENGTH)
    via: str | None = None


class MachineCache(SQLModel, table=True):
    """What a machine made of one sentence, kept so that a killed worker and a repeated line cost nothing twice."""

    __tablename__ = "machine_cache"
    __table_args__ = (is_sha256("key"), is_sha256("output_sha256"))
    key: str = Field(primary_key=True, max_length=SHA256_HEX_LENGTH)
    request_id: str = Field(foreign_key="machine_request.id", index=True, max_length=RUN_ID_LENGTH)
    output: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    output_sha256: str = Field(max_length=SHA256_HEX_LENGTH)
    recorded_at: datetime


Index("ix_machine_sentence_source_sha256", MachineSentence.__table__.c.source_sha256)  # type: ignore[attr-defined]
