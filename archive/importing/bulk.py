"""Thousands of deposits from one file: read, drafted, stored and recorded a batch at a time.

A batch is one write transaction with a savepoint for each line: what was reported as kept is on disk,
a bad line costs itself alone, and a process killed anywhere leaves whole works only. Nothing remembers
how far an import came: run again, it passes over what is kept already, by the digest of the bytes.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from archive.database import Database
from archive.errors import BadInput, Conflict
from archive.importing.batches import Batch, Fault, Kept, Result, batched
from archive.importing.preparing import Outcome, Preparation, prepare_batches
from archive.importing.stream import read_lines, size_of
from archive.intake.deposit import Deposit
from archive.intake.intake import Intake, Prepared
from archive.intake.kept import deposit_key, find_kept
from archive.intake.receipt import Receipt
from archive.store import BlobStore

DEFAULT_BATCH: Final = 50
"""Works a transaction: the fsync of a commit is shared by so many, and readers wait for none of it."""

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import is; ``results`` are those of the last batch, in the order of their lines."""

    results: tuple[Result, ...]
    position: int  # bytes of the file
    size: int  # bytes of the file


@dataclass(slots=True)
class Summary:
    """What an import came to."""

    lines: int = 0
    created: int = 0
    known: int = 0
    bad: int = 0
    ignored: Counter[str] = field(default_factory=Counter)  # field → lines that have it
    notices: Counter[str] = field(default_factory=Counter)  # code → how many

    def as_dict(self) -> dict[str, Any]:
        return {
            "lines": self.lines,
            "created": self.created,
            "known": self.known,
            "bad": self.bad,
            "ignored": dict(sorted(self.ignored.items())),
            "notices": dict(sorted(self.notices.items())),
        }


class Importer:
    """Imports into one archive. ``jobs``: processes that draft; ``dry_run``: everything but the writing."""

    def __init__(
        self,
        database: Database,
        blobs: BlobStore,
        intake: Intake,
        *,
        actor: str,
        clock: Clock,
        batch: int = DEFAULT_BATCH,
        jobs: int | None = None,
        force: bool = False,
        dry_run: bool = False,
    ) -> None:
        self._database = database
        self._intake = intake
        self._actor = actor
        self._clock = clock
        self._batch = batch
        self._jobs = min(2, os.cpu_count() or 1) if jobs is None else jobs
        self._preparation = Preparation(force, None if dry_run else blobs)
        self._dry_run = dry_run
        self.summary = Summary()

    def run(self, path: Path) -> Iterator[Progress]:
        """Import ``path``, yielding after every batch; what was yielded as kept is durable."""
        size = size_of(path)
        batches = map(self._sifted, batched(read_lines(path), size=self._batch))
        for batch, outcomes in prepare_batches(batches, self._preparation, jobs=self._jobs):
            batch.results += self._recorded(outcomes)
            yield self._counted(batch, size)

    def _sifted(self, batch: Batch) -> Batch:
        """Settle what is kept already, before any time is spent on drafting it."""
        unknown = []
        with self._database.read() as session:
            for item in batch.items:
                kept = find_kept(session, item.deposit, deposit_key(item.deposit))
                if kept is None:
                    unknown.append(item)
                else:
                    batch.results.append(_kept(item.line, item.deposit, kept))
        batch.items = unknown
        return batch

    def _recorded(self, outcomes: Sequence[Outcome]) -> list[Result]:
        prepared = [(line, found) for line, found in outcomes if isinstance(found, Prepared)]
        results: list[Result] = [found for _, found in outcomes if isinstance(found, Fault)]
        if not prepared:
            return results
        with self._database.write() as session:
            results += self._record_all(session, prepared)
            if self._dry_run:
                session.rollback()
        return results

    def _record_all(self, session: Session, prepared: Sequence[tuple[int, Prepared]]) -> list[Result]:
        now = self._clock()
        return [self._record(session, line, item, now) for line, item in prepared]

    def _record(self, session: Session, line: int, prepared: Prepared, now: datetime) -> Result:
        """One line within the batch's transaction. A fault undoes this line alone."""
        try:
            with session.begin_nested():
                receipt = self._intake.record(session, prepared, actor=self._actor, now=now)
        except (BadInput, Conflict) as error:
            return Fault.of(line, error)
        except IntegrityError as error:
            return Fault(line, "refused", f"the database refuses it: {error.orig}")
        finally:
            session.expunge_all()
        self.summary.notices.update(notice.code for notice in receipt.notices if receipt.created)
        return _kept(line, prepared.deposit, receipt, dry_run=self._dry_run)

    def _counted(self, batch: Batch, size: int) -> Progress:
        batch.results.sort(key=lambda result: result.line)
        created = sum(isinstance(result, Kept) and result.created for result in batch.results)
        bad = sum(isinstance(result, Fault) for result in batch.results)
        self.summary.lines += len(batch.results)
        self.summary.created += created
        self.summary.bad += bad
        self.summary.known += len(batch.results) - created - bad
        self.summary.ignored.update(batch.ignored)
        return Progress(tuple(batch.results), batch.position, size)


def _kept(line: int, deposit: Deposit, receipt: Receipt, *, dry_run: bool = False) -> Kept:
    work = None if dry_run and receipt.created else receipt.work_id
    return Kept(line, work, deposit.external_id, receipt.created)
