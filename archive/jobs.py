"""Durable jobs: leased rows that say what is owed. A killed worker loses none of them.

A worker claims a row by a guarded UPDATE and holds it by a lease; whoever dies lets the lease run
out, and the row is claimed again. The effects of a job and its row's ``done`` are written in one
transaction, guarded by the owner, so an effect happens once however often a job is attempted.
Enqueueing happens inside the transaction that owes the work.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, func, insert, or_, select, update
from sqlmodel import Session

from archive.models import Job, table_of
from archive.models.jobs import JobState
from archive.values import new_id

LEASE: Final = timedelta(seconds=30)
MAX_ATTEMPTS: Final = 5
_BACKOFF: Final = timedelta(seconds=2)  # doubled with every attempt
_JOBS = table_of(Job)


@dataclass(frozen=True, slots=True)
class Claim:
    """A job that ``owner`` holds until its lease runs out."""

    id: str
    kind: str
    subject_id: str
    attempts: int
    owner: str


def enqueue(session: Session, kind: str, subjects: Iterable[str], *, now: datetime, occasion: str = "") -> None:
    """Owe ``kind`` to each subject, once for each ``occasion``: asking again changes nothing."""
    tail = f":{occasion}" if occasion else ""
    keys = {f"{kind}:{subject}{tail}": subject for subject in subjects}
    for known in session.execute(select(_JOBS.c.dedupe_key).where(_JOBS.c.dedupe_key.in_(list(keys)))).scalars():
        del keys[known]
    rows = [
        {
            "id": new_id(), "kind": kind, "subject_id": subject, "dedupe_key": key, "state": JobState.QUEUED,
            "attempts": 0, "run_after": now, "created_at": now,
        }
        for key, subject in keys.items()
    ]  # fmt: skip
    if rows:
        session.execute(insert(_JOBS), rows)


def owe_again(session: Session, kind: str, subject: str, *, now: datetime) -> None:
    """Owe once more what was given up; what is still owed, or done, stays as it is."""
    session.execute(
        update(_JOBS)
        .where(_JOBS.c.dedupe_key == f"{kind}:{subject}", _JOBS.c.state == JobState.FAILED)
        .values(state=JobState.QUEUED, attempts=0, run_after=now, error=None, finished_at=None)
    )


def withdraw(session: Session, kind: str, subject: str, *, now: datetime) -> bool:
    """Owe it no more; whoever holds it loses it. False when it was done before."""
    gone = session.execute(
        update(_JOBS)
        .where(_JOBS.c.dedupe_key == f"{kind}:{subject}", _JOBS.c.state != JobState.DONE)
        .values(state=JobState.DONE, owner=None, lease_until=None, finished_at=now)
    )
    return int(gone.rowcount) == 1  # type: ignore[attr-defined]


def standing(session: Session, kind: str, subjects: Collection[str]) -> dict[str, tuple[JobState, str | None]]:
    """Subject → how its job stands, and what went wrong the last time."""
    query = select(_JOBS.c.subject_id, _JOBS.c.state, _JOBS.c.error)
    rows = session.execute(query.where(_JOBS.c.dedupe_key.in_([f"{kind}:{subject}" for subject in subjects])))
    return {row.subject_id: (row.state, row.error) for row in rows}


def is_owed(session: Session, *, now: datetime, kinds: Collection[str] | None = None) -> bool:
    """Whether :func:`claim` would find anything: a read, so that an idle worker never asks for the write lock."""
    return session.execute(select(_JOBS.c.id).where(_due(now, kinds)).limit(1)).first() is not None


def claim(
    session: Session,
    owner: str,
    *,
    now: datetime,
    limit: int,
    kinds: Collection[str] | None = None,
    subjects: Collection[str] | None = None,
) -> list[Claim]:
    """Take up to ``limit`` jobs (of these ``kinds`` and ``subjects``), due or with a lease run out, oldest first."""
    due = _due(now, kinds)
    if subjects is not None:
        due &= _JOBS.c.subject_id.in_(subjects)
    query = select(_JOBS.c.id).where(due).order_by(_JOBS.c.run_after, _JOBS.c.id).limit(limit)
    ids = list(session.execute(query).scalars())
    if not ids:
        return []
    session.execute(
        update(_JOBS)
        .where(_JOBS.c.id.in_(ids), due)
        .values(state=JobState.RUNNING, owner=owner, lease_until=now + LEASE, attempts=_JOBS.c.attempts + 1)
    )
    mine = select(_JOBS).where(_JOBS.c.id.in_(ids), _JOBS.c.owner == owner).order_by(_JOBS.c.id)
    return [Claim(row.id, row.kind, row.subject_id, row.attempts, owner) for row in session.execute(mine)]


def renew(session: Session, claims: Iterable[Claim], *, now: datetime) -> None:
    """The heartbeat: keep the lease of jobs that are still being worked on."""
    for claim_ in claims:
        session.execute(update(_JOBS).where(*_held(claim_)).values(lease_until=now + LEASE))


def finish(session: Session, claim_: Claim, *, now: datetime) -> bool:
    """Mark as done, in the transaction of the effects. False: the lease was lost, roll the effects back."""
    done = session.execute(
        update(_JOBS)
        .where(*_held(claim_))
        .values(state=JobState.DONE, owner=None, lease_until=None, error=None, finished_at=now)
    )
    return int(done.rowcount) == 1  # type: ignore[attr-defined]


def fail(session: Session, claim_: Claim, error: str, *, now: datetime) -> None:
    """Put back with a growing delay, or give up after ``MAX_ATTEMPTS``; ``error`` carries no text of articles."""
    given_up = claim_.attempts >= MAX_ATTEMPTS
    session.execute(
        update(_JOBS)
        .where(*_held(claim_))
        .values(
            state=JobState.FAILED if given_up else JobState.QUEUED,
            owner=None,
            lease_until=None,
            error=error[:1000],
            run_after=now + _BACKOFF * 2**claim_.attempts,
            finished_at=now if given_up else None,
        )
    )


def give_back(session: Session, claims: Iterable[Claim]) -> None:
    """Owe again at once what was claimed and not begun."""
    for claim_ in claims:
        session.execute(
            update(_JOBS)
            .where(*_held(claim_))
            .values(state=JobState.QUEUED, owner=None, lease_until=None, attempts=_JOBS.c.attempts - 1)
        )


def retry_failed(session: Session, *, now: datetime) -> int:
    """Owe again what was given up. Returns how many."""
    again = session.execute(
        update(_JOBS)
        .where(_JOBS.c.state == JobState.FAILED)
        .values(state=JobState.QUEUED, attempts=0, run_after=now, finished_at=None)
    )
    return int(again.rowcount)  # type: ignore[attr-defined]


def counts(session: Session) -> dict[str, int]:
    """State → how many jobs."""
    rows = session.execute(select(_JOBS.c.state, func.count()).group_by(_JOBS.c.state))
    found = {state: number for state, number in rows}  # noqa: C416 - dict() of rows has no types
    return {state.value: int(found.get(state, 0)) for state in JobState}


def waiting(session: Session) -> dict[str, int]:
    """Kind → how many jobs are queued or running."""
    owed = _JOBS.c.state.in_((JobState.QUEUED, JobState.RUNNING))
    rows = session.execute(select(_JOBS.c.kind, func.count()).where(owed).group_by(_JOBS.c.kind).order_by(_JOBS.c.kind))
    return {kind: int(number) for kind, number in rows}


def _due(now: datetime, kinds: Collection[str] | None) -> ColumnElement[bool]:
    due = or_(
        (_JOBS.c.state == JobState.QUEUED) & (_JOBS.c.run_after <= now),
        (_JOBS.c.state == JobState.RUNNING) & (_JOBS.c.lease_until < now),
    )
    return due if kinds is None else due & _JOBS.c.kind.in_(kinds)


def _held(claim_: Claim) -> tuple[ColumnElement[bool], ...]:
    return (_JOBS.c.id == claim_.id, _JOBS.c.state == JobState.RUNNING, _JOBS.c.owner == claim_.owner)
