"""The worker: does what is owed, keeps search up with the archive, signs checkpoints now and then.

Jobs are claimed a few at a time; each is then done in one write transaction together with its row's
``done``, so a worker killed anywhere leaves either all of a job's effects or none (:mod:`archive.jobs`).
What is slow about a job is done before its transaction begins, so that nobody waits for it.
What a job does is :mod:`archive.pipeline`'s business (:mod:`archive.comparing`'s, for an alignment), what
the index does is search's. Any number of workers may run on one archive, in threads or in processes.
"""

from __future__ import annotations

import logging
import os
import secrets
import socket
import threading
import time
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from sqlmodel import Session

from api.services import Services
from archive import jobs
from archive.errors import ThabatError
from archive.jobs import Claim
from archive.journal import custody
from archive.pipeline import ALIGN, PROCESS, process
from archive.values import utc_now

Handler = Callable[[Session, str, datetime], object]
SlowHandler = Callable[[Services, str, datetime], Handler]
"""Does the slow part and returns what is left to do in the transaction."""
Clock = Callable[[], datetime]

BATCH: Final = 16  # jobs claimed at once: few enough to be done well within one lease
POLL_SECONDS: Final = 0.25  # a deposit of another process is noticed within this time
INDEX_SECONDS: Final = 0.4  # while jobs keep coming, search is brought up this often
TROUBLE_SECONDS: Final = 2.0  # pause after the database or the index could not be used

_LOG: Final = logging.getLogger("thabat.worker")


def _process(session: Session, version_id: str, now: datetime) -> object:
    return process(session, version_id, now=now)


def _align(services: Services, derivation_id: str, now: datetime) -> Handler:
    prepared = services.comparisons.prepare_derivation(derivation_id, now=now)
    return lambda session, _derivation, at: services.comparisons.record(session, prepared, actor="worker", now=at)


HANDLERS: Final[Mapping[str, Handler]] = {PROCESS: _process}
SLOW_HANDLERS: Final[Mapping[str, SlowHandler]] = {ALIGN: _align}


class LeaseLost(Exception):
    """Somebody else holds the job now; what was done for it must not be kept."""


@dataclass(slots=True)
class Tally:
    """What a run of the worker came to."""

    done: int = 0
    failed: int = 0  # attempts; a failed job is tried again until it is given up
    lost: int = 0  # leases that ran out under the work; whoever holds them now does it


class Worker:
    """One worker. ``run`` until stopped, or ``run_once`` until nothing is due."""

    def __init__(
        self, services: Services, *, clock: Clock = utc_now, handlers: Mapping[str, Handler] = HANDLERS
    ) -> None:
        self._services = services
        self._database = services.database
        self._clock = clock
        self._handlers = handlers
        self._owner = f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(4)}"
        self._stop = threading.Event()
        self._wake = threading.Event()
        self._held: tuple[Claim, ...] = ()
        self._indexed_at = self._signed_at = time.monotonic()
        self.tally = Tally()

    def run(self) -> None:
        """Work until :meth:`stop`. Trouble with the database or the index is logged, and tried again."""
        owed = False
        with self._heartbeat():
            while not self._stop.is_set():
                pause = POLL_SECONDS
                try:
                    owed = owed or self._owe_again()
                    busy = self._round()
                except ThabatError as error:
                    _LOG.warning("the worker pauses: %s", describe(error))
                    busy, pause = False, TROUBLE_SECONDS
                if not busy:
                    self._wake.wait(pause)
                    self._wake.clear()

    def run_once(self) -> Tally:
        """Do all that is due now, bring search up to date, sign a checkpoint."""
        with self._heartbeat():
            self._owe_again()
            while not self._stop.is_set() and self._work():
                pass
        self._services.search.catch_up()
        self._sign()
        return self.tally

    def stop(self) -> None:
        """End after the job at hand. May be called from a signal handler or another thread."""
        self._stop.set()
        self._wake.set()

    def wake(self) -> None:
        """Look for jobs now instead of at the next poll."""
        self._wake.set()

    def _owe_again(self) -> bool:
        """What was compared by another recipe: an installation may be newer than what it finds."""
        self._services.comparisons.owe_again(now=self._clock())
        return True

    def _round(self) -> bool:
        """One look around. True when there may be more to do at once."""
        now, indexed = time.monotonic(), 0
        if now - self._indexed_at >= INDEX_SECONDS or not self._is_owed():
            indexed = self._services.search.catch_up()
            self._indexed_at = time.monotonic()
        if now - self._signed_at >= self._services.settings.checkpoint_seconds:
            self._sign()
        return self._work() or indexed > 0 or self._services.search.tidy()

    def _is_owed(self) -> bool:
        with self._database.read() as session:
            return jobs.is_owed(session, now=self._clock())

    def _work(self) -> bool:
        """Claim a batch and do it. False when nothing was due."""
        if not self._is_owed():
            return False
        claims = self._claim()
        self._held = claims
        for claim in claims:
            if self._stop.is_set():
                break
            self._do(claim)
            self._held = tuple(held for held in self._held if held != claim)
        self._give_back()
        return bool(claims)

    def _claim(self) -> tuple[Claim, ...]:
        """Quick jobs first, several at once; of the slow ones one at a time, so that nothing new waits behind many."""
        now = self._clock()
        with self._database.write() as session:
            quick = jobs.claim(session, self._owner, now=now, limit=BATCH, kinds=self._handlers)
            return tuple(quick or jobs.claim(session, self._owner, now=now, limit=1))

    def _do(self, claim: Claim) -> None:
        """Effects and ``done`` in one transaction; a fault is recorded in another."""
        try:
            handler = self._handler(claim)
            with self._database.write() as session:
                self._effects(session, claim, handler)
            self.tally.done += 1
        except LeaseLost:
            self.tally.lost += 1
        except Exception as error:  # noqa: BLE001 - one job's fault must not end the others; it is recorded with the job
            self._fail(claim, describe(error))

    def _handler(self, claim: Claim) -> Handler:
        slow = SLOW_HANDLERS.get(claim.kind)
        return slow(self._services, claim.subject_id, self._clock()) if slow else self._handlers[claim.kind]

    def _effects(self, session: Session, claim: Claim, handler: Handler) -> None:
        now = self._clock()
        handler(session, claim.subject_id, now)
        if not jobs.finish(session, claim, now=now):
            raise LeaseLost

    def _fail(self, claim: Claim, reason: str) -> None:
        self.tally.failed += 1
        _LOG.warning("job %s (%s %s) failed: %s", claim.id, claim.kind, claim.subject_id, reason)
        with self._database.write() as session:
            jobs.fail(session, claim, reason, now=self._clock())

    def _give_back(self) -> None:
        """Jobs that were claimed and not begun are owed at once again, not when their lease runs out."""
        if self._held:
            with self._database.write() as session:
                jobs.give_back(session, self._held)
            self._held = ()

    def _sign(self) -> None:
        """A checkpoint over the journal as it stands; the last one again when nothing was added."""
        self._signed_at = time.monotonic()
        custody.sign(self._database, self._services.custody, self._clock())

    @contextmanager
    def _heartbeat(self) -> Iterator[None]:
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

    def _renew(self) -> None:
        held = self._held
        if not held:
            return
        try:
            with self._database.write() as session:
                jobs.renew(session, held, now=self._clock())
        except ThabatError as error:
            _LOG.warning("leases were not renewed: %s", describe(error))


def describe(error: BaseException) -> str:
    """The fault in words that carry no text of an article: its class, its code or the place it came from."""
    if isinstance(error, ThabatError):
        return f"{type(error).__name__} ({error.code})"
    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{place}"
