"""The claims that one worker holds: taken, kept alive by a heartbeat, done, failed or given back.

A job's effects and its row's ``done`` are written in one transaction, so a worker killed anywhere leaves
either all of a job's effects or none (:mod:`archive.jobs`).
"""

from __future__ import annotations

import logging
import os
import secrets
import socket
import threading
import traceback
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from sqlmodel import Session

from archive import jobs
from archive.database import Database
from archive.errors import ThabatError
from archive.jobs import Claim

Handler = Callable[[Session, str, datetime], object]
Clock = Callable[[], datetime]

_LOG: Final = logging.getLogger("thabat.worker")


class LeaseLost(Exception):
    """Somebody else holds the job now; what was done for it must not be kept."""


@dataclass(slots=True)
class Tally:
    """What a run of the worker came to."""

    done: int = 0
    failed: int = 0  # attempts; a failed job is tried again until it is given up
    lost: int = 0  # leases that ran out under the work; whoever holds them now does it

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.done + other.done, self.failed + other.failed, self.lost + other.lost)


class Leases:
    """What one worker has claimed at the moment."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._owner = f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(4)}"
        self._held: tuple[Claim, ...] = ()
        self.tally = Tally()

    def is_owed(self, kinds: Collection[str]) -> bool:
        with self._database.read() as session:
            return jobs.is_owed(session, now=self._clock(), kinds=kinds)

    def claim(self, limit: int, kinds: Collection[str], subjects: Collection[str] | None = None) -> tuple[Claim, ...]:
        """Take up to ``limit`` jobs and hold them."""
        with self._database.write() as session:
            found = jobs.claim(
                session, self._owner, now=self._clock(), limit=limit, kinds=kinds, subjects=subjects
            )  # fmt: skip
        self._held = tuple(found)
        return self._held

    def settle(self, claim: Claim, handler: Handler) -> bool:
        """Effects and ``done`` in one transaction; a fault is recorded in another. Whether it was done."""
        try:
            with self._database.write() as session:
                now = self._clock()
                handler(session, claim.subject_id, now)
                _finish(session, claim, now)
        except LeaseLost:
            self.tally.lost += 1
        except Exception as error:  # noqa: BLE001 - one job's fault must not end the others; it is recorded with the job
            self.fail(claim, describe(error))
            return False
        else:
            self.tally.done += 1
        self._let_go(claim)
        return True

    def fail(self, claim: Claim, reason: str) -> None:
        self.tally.failed += 1
        _LOG.warning("job %s (%s %s) failed: %s", claim.id, claim.kind, claim.subject_id, reason)
        with self._database.write() as session:
            jobs.fail(session, claim, reason, now=self._clock())
        self._let_go(claim)

    def give_back(self, claims: Collection[Claim] | None = None) -> None:
        """Jobs that were claimed and not begun (all that are held) are owed again at once."""
        back = self._held if claims is None else tuple(claims)
        if back:
            with self._database.write() as session:
                jobs.give_back(session, back)
            self._held = tuple(held for held in self._held if held not in back)

    def drop(self) -> None:
        """After trouble: renew nothing any more; what is held comes due again when its lease runs out."""
        self._held = ()

    @contextmanager
    def heartbeat(self) -> Iterator[None]:
        """Renew the leases of the claims at hand from a thread of its own."""
        over = threading.Event()

        def beat() -> None:
            while not over.wait(jobs.LEASE.total_seconds() / 3):
                self._renew()

        thread = threading.Thread(target=beat, name="thabat-heartbeat", daemon=True)
        thread.start()
        try:
            yield
        finally:
            over.set()
            thread.join()

    def _let_go(self, claim: Claim) -> None:
        self._held = tuple(held for held in self._held if held != claim)

    def _renew(self) -> None:
        held = self._held
        if not held:
            return
        try:
            with self._database.write() as session:
                jobs.renew(session, held, now=self._clock())
        except ThabatError as error:
            _LOG.warning("leases were not renewed: %s", describe(error))


def _finish(session: Session, claim: Claim, now: datetime) -> None:
    if not jobs.finish(session, claim, now=now):
        raise LeaseLost


def describe(error: BaseException) -> str:
    """The fault in words that carry no text of an article: its class, its code or the place it came from."""
    if isinstance(error, ThabatError):
        return f"{type(error).__name__} ({error.code})"
    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{place}"
