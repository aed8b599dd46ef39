"""Names with their spellings, asked and answered."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from api.schemas.base import Body, Public

Kinds = Literal["place", "person", "people", "body"]


class NamesQuery(BaseModel):
    """Which of the archive's own names; in the order in which they were added."""

    model_config = ConfigDict(extra="forbid")
    q: str = Field(
        default="", max_length=200, description="Only names with this spelling; those that come with Thabat too."
    )
    offset: int = Field(default=0, ge=0, le=1_000_000)
    limit: int = Field(default=50, ge=1, le=200)


class RejectedQuery(BaseModel):
    model_config = ConfigDict(extra="forbid")
    offset: int = Field(default=0, ge=0, le=1_000_000)
    limit: int = Field(default=50, ge=1, le=200)


class CandidatesQuery(BaseModel):
    """Which candidates; those met most often first."""

    model_config = ConfigDict(extra="forbid")
    part: int = Field(default=1, ge=1, le=1_000_000, description="Which 5,000 of the aligned sentences are read.")
    least: int = Field(default=2, ge=1, le=1_000_000, description="Least sentences in which the two stand together.")
    offset: int = Field(default=0, ge=0, le=1_000_000)
    limit: int = Field(default=50, ge=1, le=200)


class NameRequest(Body):
    """Spellings of one name, at least two; articles, harakat and case make no difference in a search."""

    kind: Kinds = "place"
    arabic: list[str] = Field(default=[], max_length=40, description="In Arabic letters, the usual one first.")
    latin: list[str] = Field(default=[], max_length=40, description="In Latin letters, the usual one first.")


class RejectionRequest(Body):
    """Two spellings that are not one name."""

    arabic: str
    latin: str


class Name(Public):
    """Spellings of one name. The ``id`` is a digest of what it says: another spelling, another id."""

    id: str
    kind: Kinds
    arabic: list[str]
    latin: list[str]
    source: Literal["archive", "thabat"] = Field(description="thabat: comes with Thabat and is not edited here.")


class NameList(Public):
    total: int
    offset: int
    limit: int
    names: list[Name]


class Rejection(Public):
    id: str
    arabic: list[str]
    latin: list[str]


class RejectionList(Public):
    total: int
    offset: int
    limit: int
    rejected: list[Rejection]


class Example(Public):
    latin: str
    arabic: str


class NameCandidate(Public):
    """Two words that may be one name."""

    latin: str = Field(description="As printed most often.")
    arabic: str = Field(description="Folded, without particles and article.")
    written: str = Field(description="The Arabic as printed most often.")
    together: int = Field(description="Sentences in which the two stand together.")
    latin_count: int = Field(description="Sentences that have the Latin word.")
    score: float = Field(description="How alike they sound, from 0.75 to 1.")
    example: Example = Field(description="The first such sentence on both sides.")


class CandidateList(Public):
    """Candidates learnt from ``read`` of ``sentences`` aligned sentences: part ``part`` of ``parts``."""

    part: int
    parts: int
    read: int
    sentences: int
    total: int
    offset: int
    limit: int
    candidates: list[NameCandidate]
