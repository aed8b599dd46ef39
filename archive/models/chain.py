"""Derivations, agents, hops and disclaimers: by which hands a text came, and on what evidence."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Column, UniqueConstraint
from sqlmodel import Field, SQLModel

from archive.models.base import ID_LENGTH, is_span, one_of


class DerivationKind(StrEnum):
    TRANSLATION = "translation"
    MACHINE_TRANSLATION = "machine_translation"
    REVISION = "revision"
    CORRECTION = "correction"
    REPUBLICATION = "republication"
    EXCERPT = "excerpt"
    COMPILATION = "compilation"


class Completeness(StrEnum):
    """How much was translated, as *declared*."""

    FULL = "full"
    ABRIDGED = "abridged"
    EXCERPT = "excerpt"
    SUMMARY = "summary"
    UNKNOWN = "unknown"


class Directness(StrEnum):
    DIRECT = "direct"
    RELAY = "relay"
    UNKNOWN = "unknown"


class Binding(StrEnum):
    """How sure it is that *this* version of the source was used."""

    KNOWN = "known"
    PRESUMED = "presumed"
    UNKNOWN = "unknown"


class AgentKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    COLLECTIVE = "collective"
    SOFTWARE = "software"
    UNKNOWN = "unknown"


class Identity(StrEnum):
    NAMED = "named"
    PSEUDONYM = "pseudonym"
    ANONYMOUS = "anonymous"  # at the source: "our correspondent"
    WITHHELD = "withheld"  # by the archive
    UNKNOWN = "unknown"  # nobody is named: "unnamed"


class NameKind(StrEnum):
    PRINTED = "printed"
    PREFERRED = "preferred"
    TRANSLITERATION = "transliteration"
    PSEUDONYM = "pseudonym"
    FORMER = "former"


class Basis(StrEnum):
    """What a hop rests on."""

    PRINTED = "printed"  # a verbatim quote stands in the text
    METADATA = "metadata"  # the publisher's own metadata
    ASSERTED = "asserted"  # the depositor says so
    INFERRED = "inferred"  # follows from what kind of text it is


class Certainty(StrEnum):
    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    DISPUTED = "disputed"


class Derivation(SQLModel, table=True):
    """``target`` came from ``source``. Several rows with one target: drawn from several sources."""

    __tablename__ = "derivation"
    __table_args__ = (
        UniqueConstraint("target_id", "source_id", "kind"),
        CheckConstraint("target_id <> source_id", name="not_from_itself"),
        CheckConstraint("directness = 'relay' OR pivot_id IS NULL", name="pivot_only_in_relay"),
        CheckConstraint("pivot_id IS NULL OR (pivot_id <> target_id AND pivot_id <> source_id)", name="pivot_between"),
        is_span("completeness_start", "completeness_end"),
    )
    id: str = Field(primary_key=True, max_length=ID_LENGTH)
    kind: DerivationKind = Field(sa_column=Column(one_of(DerivationKind), nullable=False))
    target_id: str = Field(foreign_key="version.id", index=True)
    source_id: str = Field(foreign_key="version.id", index=True)
    completeness: Completeness = Field(sa_column=Column(one_of(Completeness), nullable=False))
    completeness_quote: str | None = None
    completeness_start: int | None = None  # span of the quote in the target, where it stands there
    completeness_end: int | None = None
    directness: Directness = Field(sa_column=Column(one_of(Directness), nullable=False))
    pivot_id: str | None = Field(default=None, foreign_key="version.id")
    binding: Binding = Field(sa_column=Column(one_of(Binding), nullable=False))
    recorded_at: datetime


class Agent(SQLModel, table=True):
    """Somebody or something that had a hand in a text."""

    __tablename__ = "agent"
    id: str = Field(primary_key=True, max_length=ID_LENGTH)
    kind: AgentKind = Field(sa_column=Column(one_of(AgentKind), nullable=False))
    identity: Identity = Field(sa_column=Column(one_of(Identity), nullable=False))
    recorded_at: datetime


class AgentName(SQLModel, table=True):
    """One name of an agent in one script. ``name_key`` is the folded form it is looked up by."""

    __tablename__ = "agent_name"
    __table_args__ = (
        UniqueConstraint("agent_id", "name", "language"),
        CheckConstraint("length(name) > 0", name="name_is_not_empty"),
    )
    id: str = Field(primary_key=True, max_length=ID_LENGTH)
    agent_id: str = Field(foreign_key="agent.id", index=True)
    name: str
    name_key: str = Field(index=True)
    language: str = Field(max_length=40)
    script: str = Field(max_length=4)  # ISO 15924
    kind: NameKind = Field(sa_column=Column(one_of(NameKind), nullable=False))
    recorded_at: datetime


class Hop(SQLModel, table=True):
    """One link of the editorial chain of one version."""

    __tablename__ = "hop"
    __table_args__ = (
        CheckConstraint("basis <> 'printed' OR (quote IS NOT NULL AND length(quote) > 0)", name="printed_has_quote"),
        CheckConstraint("span_start IS NULL OR quote IS NOT NULL", name="span_has_quote"),
        is_span("span_start", "span_end"),
    )
    id: str = Field(primary_key=True, max_length=ID_LENGTH)
    version_id: str = Field(foreign_key="version.id", index=True)
    position: int
    role: str = Field(max_length=40)  # MARC relator code, or thabat:…
    agent_id: str = Field(foreign_key="agent.id", index=True)
    on_behalf_of_id: str | None = Field(default=None, foreign_key="agent.id")
    label: str | None = None  # what the agent's outlet was called in print: an editorial act
    date_edtf: str | None = None
    date_lower: date | None = None
    date_upper: date | None = None
    basis: Basis = Field(sa_column=Column(one_of(Basis), nullable=False))
    certainty: Certainty = Field(sa_column=Column(one_of(Certainty), nullable=False))
    quote: str | None = None
    span_start: int | None = None  # in the version's content; NULL: the quote stands only in the capture
    span_end: int | None = None
    proposed_by: str | None = None  # recipe of the parser; NULL: given by the archivist
    recorded_at: datetime


class Disclaimer(SQLModel, table=True):
    """One wording, stored once."""

    __tablename__ = "disclaimer"
    id: str = Field(primary_key=True, max_length=ID_LENGTH)
    wording: str
    wording_key: str = Field(unique=True)
    language: str = Field(max_length=40)
    kind: str
    claims: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    recipe: str
    recorded_at: datetime


class DisclaimerUse(SQLModel, table=True):
    """Where a wording stands."""

    __tablename__ = "disclaimer_use"
    __table_args__ = (UniqueConstraint("version_id", "span_start"), is_span("span_start", "span_end"))
    id: str = Field(primary_key=True, max_length=ID_LENGTH)
    disclaimer_id: str = Field(foreign_key="disclaimer.id", index=True)
    version_id: str = Field(foreign_key="version.id", index=True)
    span_start: int
    span_end: int
    recorded_at: datetime
