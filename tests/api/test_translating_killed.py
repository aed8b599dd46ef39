"""kill -9 in the midst of translating: nothing is lost, nothing is doubled, no sentence of a kept batch is asked for twice."""

import json
import os
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select

from api.services import Services
from archive.intake.receipt import Receipt
from archive.models import Job, MachineCache, MachineRun, MachineSentence, table_of
from archive.models.jobs import JobState
from archive.translation_records import RunStatus
from archive.verify import verify
from tests.archive.machine_archive import FakeShop, with_machine

SEED = 20261122
TEXTS = 60
WORKER = """
import sys, time
from datetime import timedelta
from api.services import build
from api.settings import Settings
from api.translating import Lane
from archive import jobs, translating_batches
from tests.archive.machine_archive import FakeShop, with_machine
from tests.fakes import FakeTranslator
jobs.LEASE = timedelta(seconds=0.2)
translating_batches.BATCH = 8
class Slow(FakeTranslator):
    def _translate(self, sentences):
        time.sleep(0.004 * len(sentences))
        return super()._translate(sentences)
class Shop(FakeShop):
    def __call__(self, path, parameters):
        return Slow({}, package=path[0].identity, parameters=parameters)
lane = Lane(with_machine(build(Settings.read()), Shop()))
print("ready", flush=True)
while True:
    lane.run_once()
    time.sleep(0.02)
"""


@pytest.mark.parametrize("kills", [2, pytest.param(20, marks=pytest.mark.slow)])
def test_killed_at_random_moments(
    kills: int, services: Services, deposit: Callable[..., Receipt], data: Path, now: datetime
) -> None:
    """Twenty times in the slow run; the seed of the moments is fixed, the machine's pace is not."""
    archive = with_machine(services, FakeShop())
    expected = {}
    for number in range(TEXTS):
        text = f"سوق الوادي {number}\n\n" + " ".join(f"فتحت البلدية السوق {number}،{part} أمس." for part in range(8))
        version = deposit({"original": text}, original={"language": "ar"}).texts[0].version_id
        request = archive.translations.request(version, actor="test", now=now)
        expected[request.id] = request.sentences
    pace = random.Random(SEED)
    for _ in range(kills):
        _killed(data, pace.uniform(0.0, 0.35))
    assert verify(data).exit_code == 0
    _finished(archive, data)
    runs = {run.id: run for at in (0, 100) for run in archive.translations.newest(limit=100, offset=at)}
    assert {name: len(archive.translations.sentences(name)) for name in runs} == expected
    with archive.database.read() as session:
        count = [session.execute(select(func.count()).select_from(table_of(model))).scalar_one() for model in _KEPT]
        attempts = session.execute(select(func.max(table_of(Job).c.attempts))).scalar_one()
    assert count == [TEXTS, sum(expected.values()), sum(expected.values())]
    targets = Counter(run.result.target_version_id for run in runs.values())
    assert set(targets.values()) == {1}
    assert archive.catalogue.counts().machine_texts == TEXTS
    assert attempts > 1, "no kill fell into a run"
    assert verify(data).exit_code == 0


_KEPT = (MachineRun, MachineSentence, MachineCache)


def _worker(data: Path) -> subprocess.Popen[str]:
    environment = {**os.environ, "THABAT_DATA": str(data), "PYTHONPATH": str(Path(__file__).parents[2])}
    worker = subprocess.Popen([sys.executable, "-c", WORKER], stdout=subprocess.PIPE, text=True, env=environment)
    assert worker.stdout is not None
    assert worker.stdout.readline() == "ready\n"
    return worker


def _killed(data: Path, seconds: float) -> None:
    worker = _worker(data)
    time.sleep(seconds)
    worker.kill()
    worker.communicate()


def _finished(archive: Services, data: Path) -> None:
    worker = _worker(data)
    end = time.monotonic() + 60
    try:
        while _states(archive).keys() != {JobState.DONE}:
            assert time.monotonic() < end, json.dumps({state.value: n for state, n in _states(archive).items()})
            time.sleep(0.1)
    finally:
        worker.kill()
        worker.communicate()
    assert all(run.status is RunStatus.DONE for run in archive.translations.newest(limit=100))


def _states(archive: Services) -> Counter[JobState]:
    job = table_of(Job)
    with archive.database.read() as session:
        return Counter(session.execute(select(job.c.state).where(job.c.kind == "translate")).scalars())
