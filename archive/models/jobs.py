"""What is owed: leased job rows. The only rows that change in place."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Column, Index
from sqlmodel import Field, SQLModel

from archive.models.base import ID_LENGTH, one_of


class JobState(StrEnum):
    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class Job(SQLModel, table=True):
    """One thing to do about one subject. ``dedupe_key`` makes asking twice the same as asking once."""

    __tablename__ = "job"
    id: str = Field(primary_key=True, max_length=ID_LENGTH)
    kind: str
    subject_id: str = Field(index=True)
    dedupe_key: str = Field(unique=True)
    state: JobState = Field(sa_column=Column(one_of(JobState), nullable=False))
    attempts: int = 0
    owner: str | None = None
    lease_until: datetime | None = None
    run_after: datetime
    error: str | None = None
    created_at: datetime
    finished_at: datetime | None = None


Index("ix_job_state_run_after", Job.__table__.c.state, Job.__table__.c.run_after)  # type: ignore[attr-defined]
