"""What people say of single places in aligned sentences: hand coding for research, added to and never changed."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Column, Index
from sqlmodel import Field, SQLModel

from archive.models.base import ID_LENGTH, is_span


class HitCoding(SQLModel, table=True):
    """One code that a person gave to a hit of a concordance: a place in a version, beside what it is aligned with.

    ``other_spans`` are ``[[start, end], …]``, empty where nothing was aligned. Both quotes are verbatim.
    """

    __tablename__ = "hit_coding"
    __table_args__ = (
        is_span("start", "end"),
        CheckConstraint("version_id <> other_version_id", name="of_two_versions"),
    )
    id: str = Field(primary_key=True, max_length=ID_LENGTH)
    work_id: str = Field(foreign_key="work.id", index=True)
    version_id: str = Field(foreign_key="version.id")
    start: int
    end: int
    quote: str
    other_version_id: str = Field(foreign_key="version.id")
    other_spans: list[Any] = Field(sa_column=Column(JSON, nullable=False))
    other_quote: str
    alignment_id: str = Field(foreign_key="alignment.id")
    recipe: str  # how the hit was found
    query: str
    code: str = Field(index=True, max_length=80)
    note: str | None = None
    by: str
    recorded_at: datetime


Index("ix_hit_coding_hit", HitCoding.__table__.c.version_id, HitCoding.__table__.c.other_version_id)  # type: ignore[attr-defined]
