"""The worker: everything owed is done once, whoever dies on the way, and search follows."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select, update
from sqlmodel import Session

from api.services import Services
from api.worker import Worker, describe
from archive import jobs
from archive.errors import BadFile, Broken
from archive.intake.receipt import Receipt
from archive.models import Job, JournalEntry, Segmentation, table_of
from archive.models.jobs import JobState
from archive.pipeline import PROCESS
from archive.text.align.calibration import Calibration
from archive.text.align.calibration_table import CALIBRATION
from archive.values import utc_now
from archive.verify import verify
from search.query import parse

_JOBS = table_of(Job)
ENGLISH = "Report {0} from the village\n\nThe well of village {0} was opened on Monday, the council said. It had been dry for years."


def _states(services: Services) -> dict[str, int]:
    with services.database.read() as session:
        return jobs.counts(session)


def _wait(condition: Callable[[], bool], seconds: float = 10.0) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.01)


def test_run_once_does_all_that_is_due(services: Services, pair: Receipt) -> None:
    """Segments and the comparison are there, the work is found, a checkpoint covers it; a second run has nothing to do."""
    assert Worker(services).run_once().done == 3  # two versions, and the pair that they are
    assert _states(services)["done"] == 3
    assert all(version.segments for version in services.catalogue.work(pair.work_id).versions)
    assert len(services.comparisons.of_work(pair.work_id)) == 1
    assert services.search.search(parse("municipality")).total == 1
    note = services.custody.remembered()
    assert Worker(services).run_once().done == 0
    assert services.custody.remembered() == note
    assert verify(services.settings.data).exit_code == 0


def test_another_recipe_is_owed_once(services: Services, pair: Receipt) -> None:
    """An installation with another method compares anew what the old one compared, once."""
    Worker(services).run_once()
    services.comparisons._calibration = Calibration("another", CALIBRATION.bins)
    assert Worker(services).run_once().done == 1
    assert len(services.comparisons.of_work(pair.work_id)) == 2
    assert Worker(services).run_once().done == 0


def test_a_new_work_is_found_within_a_second(services: Services, deposit: Callable[..., Receipt]) -> None:
    """Nobody restarts anything: a running worker notices the deposit by itself."""
    worker = Worker(services)
    thread = threading.Thread(target=worker.run)
    thread.start()
    try:
        deposit({"original": ENGLISH.format(1)})
        _wait(lambda: services.search.search(parse("village")).total == 1)
        started = time.monotonic()
        receipt = deposit({"original": ENGLISH.format(2)})
        _wait(lambda: services.search.search(parse("village")).total == 2)
        assert time.monotonic() - started < 1.0
        _wait(lambda: services.catalogue.work(receipt.work_id).versions[0].segments is not None)
    finally:
        worker.stop()
        thread.join(5)
    assert not thread.is_alive()


def test_a_fault_is_recorded_without_the_text(services: Services, pair: Receipt) -> None:
    """The job is put back with where it broke, and with no word of the article; the other job is done."""
    bad = pair.texts[0].version_id

    def handle(_session: Session, subject: str, _now: datetime) -> None:
        if subject == bad:
            raise ValueError("كلام من المقال")

    tally = Worker(services, handlers={PROCESS: handle}).run_once()
    assert (tally.done, tally.failed) == (1, 1)
    with services.database.read() as session:
        error = session.execute(select(_JOBS.c.error).where(_JOBS.c.subject_id == bad)).scalar_one()
    assert error.startswith("ValueError at test_worker.py:")


def test_errors_of_ours_are_named_by_their_code() -> None:
    """Neither message nor quoted text gets into the job's row."""
    assert describe(BadFile("نص", code="binary")) == "BadFile (binary)"


def test_effects_of_a_lost_lease_are_rolled_back(services: Services, pair: Receipt) -> None:
    """A worker that was too slow leaves nothing behind; whoever took the job over did it."""

    def handle(session: Session, subject: str, _now: datetime) -> None:
        session.execute(update(_JOBS).where(_JOBS.c.subject_id == subject).values(owner="another"))

    assert Worker(services, handlers={PROCESS: handle}).run_once().lost == 2
    with services.database.read() as session:
        owners = set(session.execute(select(_JOBS.c.owner)).scalars())
    assert owners.isdisjoint({"another"})  # the change of owner was part of the effects


def test_the_heartbeat_keeps_a_slow_workers_lease(
    services: Services, pair: Receipt, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While one job of a batch takes its time, the leases of the others are renewed."""
    monkeypatch.setattr(jobs, "LEASE", timedelta(seconds=0.3))
    renewed = threading.Event()
    renew = jobs.renew

    def watched(session: Session, claims: tuple[jobs.Claim, ...], *, now: datetime) -> None:
        renew(session, claims, now=now)
        renewed.set()

    monkeypatch.setattr(jobs, "renew", watched)
    worker = Worker(services, handlers={PROCESS: lambda *_: None})
    done = worker._do

    def slow(claim: jobs.Claim) -> None:
        assert renewed.wait(5)
        done(claim)

    monkeypatch.setattr(worker, "_do", slow)
    assert worker.run_once().done == 2


def test_stopping_gives_back_what_was_not_begun(services: Services, pair: Receipt) -> None:
    """The next worker need not wait for a lease to run out."""
    worker = Worker(services, handlers={PROCESS: lambda *_: worker.stop()})
    worker.run_once()
    assert _states(services) == {"queued": 1, "running": 0, "done": 1, "failed": 0}


def test_trouble_with_the_index_does_not_end_the_worker(
    services: Services, pair: Receipt, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It pauses, says so without text, and goes on when the trouble is over."""
    monkeypatch.setattr("api.worker.TROUBLE_SECONDS", 0.01)
    catch_up, troubles = services.search.catch_up, iter([Broken("نص", code="torn")] * 3)
    worker = Worker(services)

    def torn() -> int:
        for trouble in troubles:
            raise trouble
        worker.stop()
        return catch_up()

    monkeypatch.setattr(type(services.search), "catch_up", lambda _self: torn())
    worker.run()
    assert next(troubles, None) is None


def test_a_checkpoint_is_signed_now_and_then(
    services: Services, pair: Receipt, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not only at the end of a run."""
    monkeypatch.setattr("api.worker.POLL_SECONDS", 0.01)
    monkeypatch.setattr(type(services.settings), "checkpoint_seconds", 0, raising=False)
    worker = Worker(services)
    thread = threading.Thread(target=worker.run)
    thread.start()
    try:
        _wait(lambda: services.custody.remembered() is not None)
    finally:
        worker.stop()
        thread.join(5)


def test_killed_workers_lose_no_job_and_repeat_none(
    services: Services, data: Path, deposit: Callable[..., Receipt]
) -> None:
    """kill -9 in the middle of twenty jobs, again and again: one segmentation and one entry for each version."""
    versions = [deposit({"original": ENGLISH.format(number)}).texts[0].version_id for number in range(20)]
    kills = 0
    while _states(services)["done"] < len(versions):
        process = _start_worker(data)
        enough = min(_states(services)["done"] + 4, len(versions))
        _wait(lambda: _states(services)["done"] >= enough, 30)  # noqa: B023
        process.send_signal(signal.SIGKILL)
        process.wait()
        kills += 1
        _let_leases_run_out(services)
    assert kills >= 3
    with services.database.read() as session:
        count = select(table_of(Segmentation).c.version_id, func.count()).group_by(table_of(Segmentation).c.version_id)
        assert dict(map(tuple, session.execute(count))) == dict.fromkeys(versions, 1)
        entries = select(func.count()).where(table_of(JournalEntry).c.kind == PROCESS)
        assert session.execute(entries).scalar_one() == len(versions)
    assert verify(data).exit_code == 0


_SLOWLY = """
import sys, time
from api import worker
from api.services import build
from api.settings import Settings
done = worker.Worker._do
def slow(self, claim):
    done(self, claim)
    time.sleep(0.02)
worker.Worker._do = slow
worker.BATCH = 6
worker.Worker(build(Settings.read())).run()
"""


def _start_worker(data: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", _SLOWLY], env={**os.environ, "THABAT_DATA": str(data)})


def _let_leases_run_out(services: Services) -> None:
    """What half a minute does."""
    with services.database.write() as session:
        past = datetime(2000, 1, 1, tzinfo=UTC)
        session.execute(update(_JOBS).where(_JOBS.c.state == JobState.RUNNING).values(lease_until=past))
    assert utc_now() > past
