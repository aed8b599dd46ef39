"""What readers of machine runs get: plain frozen records, made from rows by :mod:`archive.translating_reads`.

Scores are log-probabilities in millionths. Spans are code points of the two versions' contents.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from archive.text.witness.flags import DEGENERATE
from archive.values import Span

_KEEPS_OUT = frozenset(flag.value for flag in DEGENERATE)


class RunStatus(StrEnum):
    """``failed``: given up after several attempts; asking for it again owes it again."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class PackageRecord:
    """A package that a run went through, whether it is still installed or not."""

    id: str
    from_code: str
    to_code: str
    version: str
    argos_version: str
    name: str
    size: int
    files: dict[str, str]
    licence: str | None
    demonstration: bool


@dataclass(frozen=True, slots=True)
class Progress:
    """In sentences that the machine is asked for."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class RunResult:
    """What came of it. ``target_version_id`` is ``None`` where the machine gave no text at all."""

    target_version_id: str | None
    recipe: str
    splitter: str
    flags_recipe: str
    environment: dict[str, Any]
    source_segmentation_id: str
    source_sha256: str
    sentences_sha256: str
    summary: dict[str, Any]
    started_at: datetime
    finished_at: datetime


@dataclass(frozen=True, slots=True)
class RunRecord:
    """A request and, once it is ``done``, its ``result``. ``packages`` in the order of the path."""

    id: str
    status: RunStatus
    work_id: str
    version_id: str
    source_language: str
    target_language: str
    packages: tuple[PackageRecord, ...]
    parameters: dict[str, Any]
    repeat: int
    by: str
    requested_at: datetime
    error: str | None
    result: RunResult | None

    @property
    def demonstration(self) -> bool:
        """Whether a model took part that knows only the texts of the demonstration."""
        return any(package.demonstration for package in self.packages)


@dataclass(frozen=True, slots=True)
class SentenceRecord:
    """One segment and what the machine made of it; ``target`` is ``None`` where nothing came."""

    ordinal: int
    kind: str
    paragraph: int
    source: Span
    source_text: str
    target: Span | None
    target_text: str
    score_micros: int | None
    source_tokens: int | None
    target_tokens: int | None
    pieces: int
    flags: tuple[str, ...]
    cached_from: str | None
    via: str | None

    @property
    def by_machine(self) -> bool:
        """Whether the machine was asked; otherwise the words stand as they stood in the source."""
        return self.target_tokens is not None

    @property
    def usable(self) -> bool:
        """Whether it may take part in scores: nothing at sight is wrong with it."""
        return self.by_machine and not _KEEPS_OUT.intersection(self.flags)
