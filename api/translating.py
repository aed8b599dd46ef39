"""The lane of machine translations: many requests of one path claimed together, done in batches across them.

It runs beside the worker, in a thread of the same process, so that a deposit is split and found at once
while a model is busy for minutes (the engine leaves the interpreter to others while it works). Each finished
text is recorded together with its job's ``done``; who is killed loses a batch of sentences at most.
A full disk or a busy database is waited out and costs no attempt.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Final

from sqlmodel import Session

from api.leases import Clock, Handler, Leases, Tally, describe
from api.services import Services
from archive.errors import ThabatError, Unavailable
from archive.jobs import Claim
from archive.pipeline import TRANSLATE
from archive.translating import Failed
from archive.translating_recording import Prepared
from archive.values import utc_now

GROUP: Final = 32  # texts translated together: enough to fill batches, few enough to hold in memory
ASKED_AT_ONCE: Final = 5_000  # requests named in one question to the database
POLL_SECONDS: Final = 0.5
TROUBLE_SECONDS: Final = 2.0
IDLE_SECONDS: Final = 60.0  # an unused model gives its memory back
PASSING: Final = frozenset({"database", "blob-store", "disk-full"})
"""Troubles that are nobody's fault who asked: tried again without end."""

_KINDS: Final = (TRANSLATE,)
_LOG: Final = logging.getLogger("thabat.translating")


class Lane:
    """Translates what is owed; ``only``: these requests and no others. ``on_done`` hears the sentences of each text."""

    def __init__(
        self,
        services: Services,
        *,
        clock: Clock = utc_now,
        only: Sequence[str] | None = None,
        actor: str = "worker",
        on_done: Callable[[int], None] = lambda _sentences: None,
    ) -> None:
        self._translations = services.translations
        self._clock = clock
        self._only = only
        self._actor = actor
        self._on_done = on_done
        self._leases = Leases(services.database, clock)
        self._stop = threading.Event()

    @property
    def tally(self) -> Tally:
        return self._leases.tally

    def run(self) -> None:
        """Translate until :meth:`stop`; trouble is logged, and tried again."""
        with self._leases.heartbeat():
            used = time.monotonic()
            while not self._stop.is_set():
                pause = POLL_SECONDS
                try:
                    busy = self._group()
                except ThabatError as error:
                    _LOG.warning("translating pauses: %s", describe(error))
                    self._leases.drop()
                    busy, pause = False, TROUBLE_SECONDS
                if busy:
                    used = time.monotonic()
                    continue
                if time.monotonic() - used > IDLE_SECONDS:
                    self._translations.release()
                self._stop.wait(pause)

    def run_once(self) -> Tally:
        """Translate all that is due now. Trouble with the disk or the database ends it."""
        with self._leases.heartbeat():
            while not self._stop.is_set() and self._group():
                pass
        return self.tally

    def stop(self) -> None:
        """End after the batch at hand. May be called from a signal handler or another thread."""
        self._stop.set()

    @contextmanager
    def beside(self) -> Iterator[None]:
        """Run in a thread of its own for as long as the block lasts."""
        thread = threading.Thread(target=self.run, name="thabat-translating", daemon=True)
        thread.start()
        try:
            yield
        finally:
            self.stop()
            thread.join()

    def _group(self) -> bool:
        """Claim requests of one path and do them. False when nothing was due."""
        if not self._leases.is_owed(_KINDS):
            return False
        claims = {claim.subject_id: claim for claim in self._claim()}
        if not claims:
            return False
        together = self._translations.same_path(list(claims))
        self._leases.give_back([claim for name, claim in claims.items() if name not in together])
        left = {name: claims[name] for name in together}
        try:
            for outcome in self._translations.prepare(together, clock=self._clock, stopped=self._stop.is_set):
                self._settle(left.pop(outcome.id), outcome)
        except ThabatError:
            raise
        except Exception as error:  # noqa: BLE001 - a fault nobody foresaw is recorded with the texts it stopped
            for claim in left.values():
                self._leases.fail(claim, describe(error))
        self._leases.give_back()
        return True

    def _claim(self) -> Sequence[Claim]:
        if self._only is None:
            return self._leases.claim(GROUP, _KINDS)
        parts = (self._only[at : at + ASKED_AT_ONCE] for at in range(0, len(self._only), ASKED_AT_ONCE))
        return next((found for part in parts if (found := self._leases.claim(GROUP, _KINDS, part))), ())

    def _settle(self, claim: Claim, outcome: Prepared | Failed) -> None:
        if isinstance(outcome, Prepared):
            if self._leases.settle(claim, self._recording(outcome)):
                self._on_done(outcome.sentences)
        elif isinstance(outcome.error, Unavailable) and outcome.error.code in PASSING:
            raise outcome.error
        else:
            self._leases.fail(claim, describe(outcome.error))

    def _recording(self, prepared: Prepared) -> Handler:
        def record(session: Session, _subject: str, now: datetime) -> None:
            self._translations.record(session, prepared, actor=self._actor, now=now)

        return record
