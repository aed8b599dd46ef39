"""The worker: does what is owed, keeps search up with the archive, signs checkpoints now and then.

Jobs are claimed a few at a time; each is then done in one write transaction together with its row's
``done`` (:mod:`api.leases`). What is slow about a job is done before its transaction begins, so that nobody
waits for it. What a job does is :mod:`archive.pipeline`'s business (:mod:`archive.comparing`'s, for an
alignment), what the index does is search's; machine translations have a lane of their own
(:mod:`api.translating`). Any number of workers may run on one archive, in threads or in processes.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final

from sqlmodel import Session

from api.leases import Clock, Handler, Leases, Tally, describe
from api.services import Services
from archive.errors import ThabatError
from archive.jobs import Claim
from archive.journal import custody
from archive.pipeline import ALIGN, PROCESS, process
from archive.values import utc_now

__all__ = ["HANDLERS", "Handler", "Tally", "Worker", "describe"]

SlowHandler = Callable[[Services, str, datetime], Handler]
"""Does the slow part and returns what is left to do in the transaction."""

BATCH: Final = 16  # jobs claimed at once: few enough to be done well within one lease
POLL_SECONDS: Final = 0.25  # a deposit of another process is noticed within this time
READING_SECONDS: Final = 2.0  # of reading for meaning at a stretch, before looking for jobs again
INDEX_SECONDS: Final = 0.4  # while jobs keep coming, search is brought up this often
TROUBLE_SECONDS: Final = 2.0  # pause after the database or the index could not be used

_LOG: Final = logging.getLogger("thabat.worker")


def _process(session: Session, version_id: str, now: datetime) -> object:
    return process(session, version_id, now=now)


def _align(services: Services, subject: str, now: datetime) -> Handler:
    prepared = services.comparisons.prepare_owed(subject, now=now)
    return lambda session, _subject, at: services.comparisons.record(session, prepared, actor="worker", now=at)


HANDLERS: Final[Mapping[str, Handler]] = {PROCESS: _process}
SLOW_HANDLERS: Final[Mapping[str, SlowHandler]] = {ALIGN: _align}


class Worker:
    """One worker. ``run`` until stopped, or ``run_once`` until nothing is due."""

    def __init__(
        self, services: Services, *, clock: Clock = utc_now, handlers: Mapping[str, Handler] = HANDLERS
    ) -> None:
        self._services = services
        self._database = services.database
        self._clock = clock
        self._handlers = handlers
        self._kinds = frozenset({*handlers, *SLOW_HANDLERS})
        self._leases = Leases(services.database, clock)
        self._stop = threading.Event()
        self._wake = threading.Event()
        self._reading = threading.Thread(name="meaning")
        self._indexed_at = self._signed_at = time.monotonic()

    @property
    def tally(self) -> Tally:
        return self._leases.tally

    def run(self) -> None:
        """Work until :meth:`stop`. Trouble with the database or the index is logged, and tried again."""
        owed = False
        with self._leases.heartbeat():
            while not self._stop.is_set():
                pause = POLL_SECONDS
                try:
                    owed = owed or self._owe_again()
                    busy = self._round()
                except ThabatError as error:
                    _LOG.warning("the worker pauses: %s", describe(error))
                    self._leases.drop()
                    busy, pause = False, TROUBLE_SECONDS
                if not busy:
                    self._wake.wait(pause)
                    self._wake.clear()
        if self._reading.is_alive():
            self._reading.join()

    def run_once(self) -> Tally:
        """Do all that is due now, bring search up to date, sign a checkpoint."""
        with self._leases.heartbeat():
            self._owe_again()
            while not self._stop.is_set() and self._work():
                pass
        self._services.search.catch_up()
        self._services.parallel.index.catch_up()
        self._services.meaning.catch_up(self._stop.is_set)
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
        """What is compared by another recipe, or not at all: an installation may be newer than what it finds."""
        self._services.comparisons.owe_again(now=self._clock())
        return True

    def _round(self) -> bool:
        """One look around. True when there may be more to do at once."""
        now, indexed = time.monotonic(), 0
        if now - self._indexed_at >= INDEX_SECONDS or not self._leases.is_owed(self._kinds):
            indexed = self._services.search.catch_up() + self._services.parallel.index.catch_up()
            self._indexed_at = time.monotonic()
        if now - self._signed_at >= self._services.settings.checkpoint_seconds:
            self._sign()
        busy = self._work() or indexed > 0 or self._tidy()
        if not busy and not self._reading.is_alive():
            self._reading = threading.Thread(target=self._read_for_meaning, name="meaning", daemon=True)
            self._reading.start()
        return busy

    def _tidy(self) -> bool:
        return self._services.search.tidy() or self._services.parallel.index.tidy()

    def _read_for_meaning(self) -> None:
        """A stretch of it, in a thread of its own: jobs and the index of words do not wait for it."""
        until = time.monotonic() + READING_SECONDS
        try:
            self._services.meaning.catch_up(lambda: self._stop.is_set() or time.monotonic() > until)
        except ThabatError as error:
            _LOG.warning("texts were not read for their meaning: %s", describe(error))

    def _work(self) -> bool:
        """Claim a batch and do it. False when nothing was due."""
        if not self._leases.is_owed(self._kinds):
            return False
        claims = self._claim()
        for claim in claims:
            if self._stop.is_set():
                break
            self._do(claim)
        self._leases.give_back()
        return bool(claims)

    def _claim(self) -> tuple[Claim, ...]:
        """Quick jobs first, several at once; of the slow ones one at a time, so that nothing new waits behind many."""
        return self._leases.claim(BATCH, self._handlers) or self._leases.claim(1, self._kinds)

    def _do(self, claim: Claim) -> None:
        try:
            handler = self._handler(claim)
        except Exception as error:  # noqa: BLE001 - as in Leases.settle
            self._leases.fail(claim, describe(error))
        else:
            self._leases.settle(claim, handler)

    def _handler(self, claim: Claim) -> Handler:
        slow = SLOW_HANDLERS.get(claim.kind)
        return slow(self._services, claim.subject_id, self._clock()) if slow else self._handlers[claim.kind]

    def _sign(self) -> None:
        """A checkpoint over the journal as it stands; the last one again when nothing was added."""
        self._signed_at = time.monotonic()
        custody.sign(self._database, self._services.custody, self._clock())
