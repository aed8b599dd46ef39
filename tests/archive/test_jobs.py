"""What is owed is done once, whoever dies on the way."""

from datetime import datetime, timedelta

import pytest

from archive import jobs
from archive.database import Database


@pytest.fixture
def twenty(database: Database, now: datetime) -> list[str]:
    subjects = [f"subject-{number:02}" for number in range(20)]
    with database.write() as session:
        jobs.enqueue(session, "process", subjects, now=now)
    return subjects


def _counts(database: Database) -> dict[str, int]:
    with database.read() as session:
        return jobs.counts(session)


def test_owing_twice_is_owing_once(database: Database, twenty: list[str], now: datetime) -> None:
    """A job that is owed or done is not owed again."""
    with database.write() as session:
        jobs.enqueue(session, "process", [*twenty, "another"], now=now)
    assert _counts(database)["queued"] == 21


def test_another_occasion_owes_again(database: Database, twenty: list[str], now: datetime) -> None:
    """What is owed for another reason is another job; for the same reason it is the same."""
    for _ in range(2):
        with database.write() as session:
            jobs.enqueue(session, "process", twenty, now=now, occasion="new recipe")
    assert _counts(database)["queued"] == 40


def test_two_workers_never_hold_one_job(database: Database, twenty: list[str], now: datetime) -> None:
    """Claims of two owners are disjoint, and together everything."""
    with database.write() as session:
        first = jobs.claim(session, "one", now=now, limit=12)
        second = jobs.claim(session, "two", now=now, limit=12)
    held = [claim.subject_id for claim in (*first, *second)]
    assert len(first) == 12
    assert sorted(held) == twenty


def test_a_lease_that_ran_out_is_claimed_again(database: Database, twenty: list[str], now: datetime) -> None:
    """A dead worker's jobs come back, and the dead cannot finish them any more."""
    with database.write() as session:
        lost = jobs.claim(session, "dead", now=now, limit=20)
    later = now + jobs.LEASE + timedelta(seconds=1)
    with database.write() as session:
        again = jobs.claim(session, "alive", now=later, limit=20)
        assert [claim.id for claim in again] == [claim.id for claim in lost]
        assert not jobs.finish(session, lost[0], now=later)
        assert jobs.finish(session, again[0], now=later)
    assert _counts(database) == {"queued": 0, "running": 19, "done": 1, "failed": 0}


def test_a_heartbeat_keeps_the_lease(database: Database, twenty: list[str], now: datetime) -> None:
    """A renewed job is not taken away from a slow worker."""
    later = now + jobs.LEASE + timedelta(seconds=1)
    with database.write() as session:
        held = jobs.claim(session, "slow", now=now, limit=20)
        jobs.renew(session, held, now=later)
        assert jobs.claim(session, "other", now=later, limit=20) == []


def test_failures_wait_longer_and_end(database: Database, now: datetime) -> None:
    """A job that keeps failing is put back with growing delays and given up after the last attempt."""
    with database.write() as session:
        jobs.enqueue(session, "process", ["bad"], now=now)
    moment, waits = now, []
    for attempt in range(1, jobs.MAX_ATTEMPTS + 1):
        with database.write() as session:
            (claim,) = jobs.claim(session, "worker", now=moment, limit=1)
            assert claim.attempts == attempt
            jobs.fail(session, claim, "it broke", now=moment)
            assert jobs.claim(session, "worker", now=moment, limit=1) == []
        waits.append(timedelta(seconds=2) * 2**attempt)
        moment += waits[-1]
    assert waits == sorted(set(waits))
    assert _counts(database)["failed"] == 1
    with database.write() as session:
        assert jobs.retry_failed(session, now=moment) == 1
    assert _counts(database)["queued"] == 1


def test_kinds_can_be_claimed_apart(database: Database, twenty: list[str], now: datetime) -> None:
    """Slow jobs wait until somebody asks for them; what waits is counted by kind."""
    with database.write() as session:
        jobs.enqueue(session, "align", ["pair"], now=now - timedelta(hours=1))
        quick = jobs.claim(session, "one", now=now, limit=16, kinds={"process"})
        assert {claim.kind for claim in quick} == {"process"}
        assert jobs.waiting(session) == {"align": 1, "process": 20}
        assert [claim.kind for claim in jobs.claim(session, "one", now=now, limit=1)] == ["align"]
