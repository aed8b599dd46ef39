"""The lane of machine translations beside the worker: a busy model keeps nobody waiting, and one path goes at a time."""

import threading
import time
from collections.abc import Callable, Sequence
from datetime import datetime

import pytest

from api.services import Services
from api.translating import Lane
from api.worker import Worker
from archive.intake.receipt import Receipt
from archive.machine.package_record import Package
from archive.machine.translator import Output, Parameters
from archive.translation_records import RunStatus
from search.query import parse
from tests.archive.machine_archive import STORY, FakeShop, with_machine
from tests.fakes import FakeTranslator, fake_package


class _Busy(FakeTranslator):
    """Works until it is let go."""

    def __init__(self, package: Package, started: threading.Event, free: threading.Event) -> None:
        super().__init__({}, package=package.identity)
        self._started, self._free = started, free

    def _translate(self, sentences: Sequence[str]) -> list[Output]:
        self._started.set()
        assert self._free.wait(30)
        return super()._translate(sentences)


def test_a_deposit_is_found_while_a_model_is_busy(
    services: Services, deposit: Callable[..., Receipt], now: datetime
) -> None:
    """Split, indexed, found; then the model finishes and its run is recorded."""
    archive, started, free = with_machine(services, FakeShop()), threading.Event(), threading.Event()
    archive.translations._open = lambda path, _parameters: _Busy(path[0], started, free)
    version = deposit({"original": STORY}, original={"language": "ar"}).texts[0].version_id
    run = archive.translations.request(version, actor="test", now=now).id
    worker = Worker(archive)
    thread = threading.Thread(target=worker.run)
    with Lane(archive).beside():
        thread.start()
        assert started.wait(20)
        deposit({"original": "Well news\n\nThe well of the village was opened on Monday, the council said."})
        _wait(lambda: archive.search.search(parse("village")).total == 1)
        assert archive.translations.get(run).status is RunStatus.RUNNING
        free.set()
        _wait(lambda: archive.translations.get(run).status is RunStatus.DONE)
        worker.stop()
        thread.join(10)
    assert not thread.is_alive()


def test_requests_of_another_path_wait_their_turn(
    services: Services, deposit: Callable[..., Receipt], now: datetime
) -> None:
    """Two packages, two models one after the other; all is done."""
    shop = FakeShop()
    archive = with_machine(services, shop)
    fake_package(archive.packages.store.root, version="2.0")
    version = deposit({"original": STORY}, original={"language": "ar"}).texts[0].version_id
    for name in ("ar-en@1.0", "ar-en@2.0"):
        archive.translations.request(version, packages=[name], actor="test", now=now)
        archive.translations.request(
            version, packages=[name], parameters=Parameters(beam_size=2), actor="test", now=now
        )
    assert Lane(archive).run_once().done == 4
    assert [translator.packages[0].version for translator in shop.opened] == ["1.0", "1.0", "2.0", "2.0"]


def test_an_unused_model_gives_its_memory_back(
    services: Services, deposit: Callable[..., Receipt], now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And is opened again when there is something to do."""
    monkeypatch.setattr("api.translating.IDLE_SECONDS", 0.0)
    shop = FakeShop()
    archive = with_machine(services, shop)
    version = deposit({"original": STORY}, original={"language": "ar"}).texts[0].version_id
    archive.translations.request(version, actor="test", now=now)
    with Lane(archive).beside():
        _wait(lambda: len(shop.opened) == 1 and archive.translations._opened is None)
        archive.translations.request(version, again=True, actor="test", now=now)
        _wait(lambda: len(shop.opened) == 2)


def test_a_fault_nobody_foresaw_is_recorded_with_the_job(
    services: Services, deposit: Callable[..., Receipt], now: datetime
) -> None:
    """The lane goes on; the job says where it broke, without a word of the text."""
    archive = with_machine(services, FakeShop())
    version = deposit({"original": STORY}, original={"language": "ar"}).texts[0].version_id
    run = archive.translations.request(version, actor="test", now=now).id
    archive.translations._open = lambda _path, _parameters: 1 / 0
    assert Lane(archive).run_once().failed == 1
    error = archive.translations.get(run).error
    assert error is not None
    assert error.startswith("ZeroDivisionError at test_lane.py:")


def _wait(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)
