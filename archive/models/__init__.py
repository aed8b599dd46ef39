"""The tables. Importing this package registers all of them on ``SQLModel.metadata``.

``RECORDED`` are the tables whose every row has its digest in a journal payload; ``APPEND_ONLY``
those that the database itself refuses to change. The difference: the journal cannot record itself,
segments are recorded through their segmentation, findings through their comparison, a machine's
sentences through their run, and a journal payload may be erased, as may what a cache holds.
"""

from sqlalchemy import Table
from sqlmodel import SQLModel

from archive.models.chain import Agent, AgentName, Derivation, Disclaimer, DisclaimerUse, Hop
from archive.models.coding import HitCoding
from archive.models.comparison import Alignment, AlignmentCorrection, Comparison, Finding, FindingReview
from archive.models.jobs import Job
from archive.models.journal import Checkpoint, JournalEntry, JournalNode, JournalPayload
from archive.models.likeness import Likeness
from archive.models.machine import (
    MachineCache,
    MachineCancellation,
    MachinePackage,
    MachinePackageEvent,
    MachineRequest,
    MachineRun,
    MachineSentence,
)
from archive.models.people import ApiKey, ApiKeyRevocation
from archive.models.works import Capture, Segment, Segmentation, Text, Version, Work

__all__ = [
    "APPEND_ONLY",
    "RECORDED",
    "UPDATE_REFUSED_ONLY",
    "Agent",
    "AgentName",
    "Alignment",
    "AlignmentCorrection",
    "ApiKey",
    "ApiKeyRevocation",
    "Capture",
    "Checkpoint",
    "Comparison",
    "Derivation",
    "Disclaimer",
    "DisclaimerUse",
    "Finding",
    "FindingReview",
    "HitCoding",
    "Hop",
    "Job",
    "JournalEntry",
    "JournalNode",
    "JournalPayload",
    "Likeness",
    "MachineCache",
    "MachineCancellation",
    "MachinePackage",
    "MachinePackageEvent",
    "MachineRequest",
    "MachineRun",
    "MachineSentence",
    "Segment",
    "Segmentation",
    "Text",
    "Version",
    "Work",
    "table_of",
]


def table_of(model: type[SQLModel]) -> Table:
    table: Table = model.__table__  # type: ignore[attr-defined]
    return table


RECORDED: tuple[Table, ...] = tuple(
    table_of(model)
    for model in (
        Work,
        Text,
        Capture,
        Version,
        Segmentation,
        Derivation,
        Agent,
        AgentName,
        Hop,
        Disclaimer,
        DisclaimerUse,
        ApiKey,
        ApiKeyRevocation,
        Alignment,
        Comparison,
        FindingReview,
        AlignmentCorrection,
        MachinePackage,
        MachinePackageEvent,
        MachineRequest,
        MachineCancellation,
        MachineRun,
        Likeness,
        HitCoding,
    )
)

APPEND_ONLY: tuple[Table, ...] = (
    *RECORDED,
    *(table_of(model) for model in (Segment, Finding, MachineSentence, JournalEntry, JournalNode, Checkpoint)),
)

UPDATE_REFUSED_ONLY: tuple[Table, ...] = (table_of(JournalPayload), table_of(MachineCache))
