"""Single things read by their id or digest: a capture, the segments of a version, what is kept under a SHA-256.

For the rim; whole works and lists are :mod:`archive.history_sql`, proofs are :mod:`archive.verify`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlmodel import Session

from archive.database import Database
from archive.errors import Broken, NotFound
from archive.models import Capture, Job, JournalEntry, Segment, Segmentation, Text, Version, table_of
from archive.models.jobs import JobState
from archive.pipeline import TRANSLATE
from archive.store import BlobStore
from archive.values import Digest, Outcome, Span

_CAPTURE, _VERSION, _TEXT = table_of(Capture), table_of(Version), table_of(Text)
_SEGMENTATION, _SEGMENT = table_of(Segmentation), table_of(Segment)
_JOURNAL, _JOB = table_of(JournalEntry), table_of(Job)


@dataclass(frozen=True, slots=True)
class SegmentRecord:
    ordinal: int
    kind: str
    span: Span
    paragraph: int


@dataclass(frozen=True, slots=True)
class SegmentationRecord:
    recipe: str
    segments: tuple[SegmentRecord, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """What stands under one digest. ``canonical`` and ``bytes_of`` are (work, version)."""

    captures: tuple[str, ...]
    canonical: tuple[tuple[str, str], ...]
    bytes_of: tuple[tuple[str, str], ...]
    journal: tuple[int, ...]
    outcome: Outcome

    @property
    def anything(self) -> bool:
        return bool(self.captures or self.canonical)


def capture_digest(database: Database, capture_id: str) -> Digest:
    """Under which digest the bytes of a capture are kept."""
    with database.read() as session:
        found = session.execute(select(_CAPTURE.c.sha256).where(_CAPTURE.c.id == capture_id)).scalar()
    if found is None:
        raise NotFound(f"there is no capture {capture_id}")
    return Digest(found)


def capture_bytes(database: Database, blobs: BlobStore, capture_id: str) -> tuple[Digest, bytes]:
    """The bytes as received, verified; :class:`Broken` when they are changed or gone."""
    digest = capture_digest(database, capture_id)
    try:
        return digest, blobs.get(digest)
    except NotFound:
        raise Broken(f"capture {capture_id}: no blob stands under {digest}", code="blob-missing") from None


def segmentation(database: Database, version_id: str) -> SegmentationRecord | None:
    """The newest segmentation of a version; None while it has none."""
    newest = (
        select(_SEGMENTATION.c.id, _SEGMENTATION.c.recipe)
        .where(_SEGMENTATION.c.version_id == version_id)
        .order_by(_SEGMENTATION.c.id.desc())
        .limit(1)
    )
    with database.read() as session:
        run = session.execute(newest).first()
        if run is None:
            return None
        rows = session.execute(
            select(_SEGMENT).where(_SEGMENT.c.segmentation_id == run.id).order_by(_SEGMENT.c.ordinal)
        )
        found = [SegmentRecord(row.ordinal, row.kind.value, Span(row.start, row.end), row.paragraph) for row in rows]
    return SegmentationRecord(run.recipe, tuple(found))


def kept_under(database: Database, blobs: BlobStore, digest: Digest) -> Kept:
    """Everything kept under ``digest``, read again now to see whether it still is what was recorded."""
    with database.read() as session:
        captures = tuple(session.execute(select(_CAPTURE.c.id).where(_CAPTURE.c.sha256 == digest)).scalars())
        canonical = _versions(session, _VERSION.c.canonical_sha256 == digest)
        bytes_of = _versions(session, _VERSION.c.capture_id.in_(captures))
        works = {work for work, _ in (*canonical, *bytes_of)}
        journal = select(_JOURNAL.c.seq).where(_JOURNAL.c.entity.in_(works)).order_by(_JOURNAL.c.seq)
        seqs = tuple(session.execute(journal).scalars())
        contents = list(
            session.execute(select(_VERSION.c.content).where(_VERSION.c.id.in_([v for _, v in canonical]))).scalars()
        )
    same = [Digest.of(content.encode()) == digest for content in contents]
    if captures:
        same.append(_blob_holds(blobs, digest))
    return Kept(captures, canonical, bytes_of, seqs, _outcome(same))


def oldest_due_job(database: Database) -> datetime | None:
    """Since when the job that has waited longest could have been done; None when nothing waits.

    Machine translations are not counted: hours of them say nothing of the worker.
    """
    query = select(func.min(_JOB.c.run_after)).where(_JOB.c.state == JobState.QUEUED, _JOB.c.kind != TRANSLATE)
    with database.read() as session:
        found: datetime | None = session.execute(query).scalar()
    return found


def last_finished_job(database: Database) -> datetime | None:
    """When a job was last done or given up; None before the first."""
    with database.read() as session:
        found: datetime | None = session.execute(select(func.max(_JOB.c.finished_at))).scalar()
    return found


def _versions(session: Session, condition: object) -> tuple[tuple[str, str], ...]:
    query = select(_TEXT.c.work_id, _VERSION.c.id).join(_TEXT, _TEXT.c.id == _VERSION.c.text_id)
    return tuple(session.execute(query.where(condition).order_by(_VERSION.c.id)).all())  # type: ignore[arg-type]


def _blob_holds(blobs: BlobStore, digest: Digest) -> bool:
    try:
        blobs.get(digest)
    except (NotFound, Broken):
        return False
    return True


def _outcome(same: list[bool]) -> Outcome:
    if not same:
        return Outcome.NOT_CHECKED
    return Outcome.HOLDS if all(same) else Outcome.BROKEN
