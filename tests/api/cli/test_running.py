"""``thabat work`` and ``thabat serve`` as processes, and the demonstration."""

import http.client
import re
import signal
import socket
import time
from datetime import timedelta
from pathlib import Path

import pytest

from api.services import Services
from archive import jobs
from archive.intake.receipt import Receipt
from archive.values import utc_now
from tests.api.cli.conftest import Cli


def test_work_once_says_what_it_did(cli: Cli, pair: Receipt) -> None:
    """Two versions and the pair that they are: three jobs; then nothing."""
    assert cli("work", "--once").out == "3 jobs done, 0 attempts failed\n"
    assert cli("work", "--once", "--json").json == {"done": 0, "failed": 0, "lost": 0}


def test_jobs_that_were_given_up_can_be_owed_again(cli: Cli, pair: Receipt, services: Services) -> None:
    """``work --retry`` is the way back for a job that failed too often."""
    moment = utc_now()
    for _ in range(jobs.MAX_ATTEMPTS):
        moment += timedelta(hours=1)
        with services.database.write() as session:
            for claim in jobs.claim(session, "test", now=moment, limit=9):
                jobs.fail(session, claim, "it broke", now=moment)
    assert cli("work", "--once").out == "0 jobs done, 0 attempts failed\n"
    result = cli("work", "--once", "--retry")
    assert "2 jobs are owed again" in result.err
    assert result.out == "3 jobs done, 0 attempts failed\n"


def test_a_worker_ends_on_sigterm(spawned, pair: Receipt, services: Services) -> None:
    """It works until told to stop, and then ends with 0."""
    process = spawned("work")
    _wait_for(lambda: services.search.status()["usable"] and services.search.status().get("documents") == 2)
    _wait_for(lambda: services.comparisons.of_work(pair.work_id))
    process.send_signal(signal.SIGTERM)
    out, err = process.communicate(timeout=10)
    assert (process.returncode, out) == (0, "3 jobs done, 0 attempts failed\n"), err


def test_serve_answers_works_and_stops(spawned, pair: Receipt, services: Services) -> None:
    """Pages are served, the worker inside does what is owed, SIGTERM ends both gracefully."""
    process = spawned("serve", "--port", 0)
    port = int(re.search(r"http://127\.0\.0\.1:(\d+)/", process.stderr.readline())[1])
    _wait_for(lambda: _status(port) == 200)
    _wait_for(lambda: services.catalogue.work(pair.work_id).versions[0].segments is not None)
    process.send_signal(signal.SIGTERM)
    _, err = process.communicate(timeout=20)
    assert process.returncode == 0, err
    assert "Traceback" not in err


def test_a_port_in_use_is_told(cli: Cli, pair: Receipt) -> None:
    """One line, and exit 3: it can be tried again when the port is free."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = cli("serve", "--port", port)
    assert (result.code, result.err) == (3, f"thabat: cannot listen on 127.0.0.1 port {port}: Address already in use\n")


def test_the_demonstration_is_built_and_toured(cli: Cli, tmp_path: Path) -> None:
    """From nothing: every search finds what it must, everything holds; a second run keeps nothing new."""
    folder = tmp_path / "demo"
    result = cli("demo", "--no-serve", "--data", folder)
    assert result.code == 0
    assert "12 works new, 0 there before" in result.out
    assert "MISSING" not in result.out
    assert "WRONGLY FOUND" not in result.out
    assert "responsibility: author" in result.out
    assert "machine translations by a demonstration model that knows only these texts" in result.out
    assert re.search(r"13 of 13 originals, 28\d sentences ar→en, en→ar", result.out)
    assert re.search(r"person    .* and 32 people were wounded", result.out)
    assert re.search(r"machine   .* and 23 people were wounded", result.out)
    assert re.search(r"number_changed, \d+ % by the two texts; the machine has 23", result.out)
    assert "Result: HOLDS" in result.out
    assert re.search(r"http://127\.0\.0\.1:\d+/", result.out)
    assert cli("doctor", "--data", folder).code == 0
    assert "0 works new, 12 there before" in cli("demo", "--no-serve", "--data", folder).out


def test_serve_0_ends_after_the_tour(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The variable of `make demo` works on the command too."""
    monkeypatch.setenv("SERVE", "0")
    assert cli("demo", "--data", tmp_path / "demo").code == 0


def _status(port: int) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/")
        return connection.getresponse().status
    except OSError:
        return 0
    finally:
        connection.close()


def _wait_for(condition, seconds: float = 30.0) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)
