"""The tables. Importing this package registers all of them on ``SQLModel.metadata``.

``RECORDED`` are the tables whose every row has its digest in a journal payload; ``APPEND_ONLY``
those that the database itself refuses to change. The difference: the journal cannot record itself,
segments are recorded through their segmentation, findings through their comparison, and a journal
payload may be erased.
"""

from sqlalchemy import Table
from sqlmodel import SQLModel

from archive.models.chain import Agent, AgentName, Derivation, Disclaimer, DisclaimerUse, Hop
from archive.models.coding import HitCoding
from archive.models.comparison import Alignment, AlignmentCorrection, Comparison, Finding, FindingReview
from archive.models.jobs import Job
from archive.models.journal import Checkpoint, JournalEntry, JournalNode, JournalPayload
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
        HitCoding,
    )
)

APPEND_ONLY: tuple[Table, ...] = (
    *RECORDED,
    *(table_of(model) for model in (Segment, Finding, JournalEntry, JournalNode, Checkpoint)),
)

UPDATE_REFUSED_ONLY: tuple[Table, ...] = (table_of(JournalPayload),)
