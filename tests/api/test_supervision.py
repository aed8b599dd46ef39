"""The worker beside the server: killed it comes back, orphaned it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from api.services import Services
from api.supervision import WorkerProcess
from archive import jobs
from archive.intake.receipt import Receipt


def _until(holds: Callable[[], bool], seconds: float = 20) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if holds():
            return True
        time.sleep(0.05)
    return False


def _nothing_owed(services: Services) -> bool:
    with services.database.read() as session:
        counts = jobs.counts(session)
    return counts["queued"] == counts["running"] == 0


def _alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_it_works_comes_back_and_ends_with_the_block(services: Services, pair: Receipt) -> None:
    """What is owed gets done; a killed worker is replaced; leaving the block leaves no process behind."""
    with WorkerProcess(services.settings.data) as worker:
        assert _until(lambda: _nothing_owed(services))
        first = worker.pid
        assert first is not None
        os.kill(first, signal.SIGKILL)
        assert _until(lambda: worker.pid not in (None, first))
        second = worker.pid
    assert second is not None
    assert not _alive(second)


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_it_ends_when_the_server_is_killed(services: Services, tmp_path: Path) -> None:
    """kill -9 on the parent closes the worker's standard input, and the worker ends."""
    script = (
        "import sys, time; from pathlib import Path; from api.supervision import WorkerProcess\n"
        f"with WorkerProcess(Path({str(services.settings.data)!r})) as worker:\n"
        "    print(worker.pid, flush=True); time.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        worker = int(parent.stdout.readline())
        assert _alive(worker)
        parent.kill()
    assert _until(lambda: not _alive(worker))
