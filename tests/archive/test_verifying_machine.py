"""Step 13: recorded machine sentences come out again, or the report says why not."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

import pytest

from api.services import Services
from api.translating import Lane
from archive.errors import NotFound
from archive.intake.receipt import Receipt
from archive.machine.translator import ComputeType, Parameters, Translator
from archive.translating_rows import parameters_of
from archive.verify import Rerun, Step, verify
from tests.archive.machine_archive import STORY, WORDS, FakeShop, with_machine
from tests.fakes import FakeTranslator


@pytest.fixture
def archive(services: Services) -> Services:
    return with_machine(services, FakeShop())


@pytest.fixture
def story(deposit: Callable[..., Receipt]) -> str:
    return deposit({"original": STORY}, original={"language": "ar"}).texts[0].version_id


def _translated(archive: Services, version: str, now: datetime, compute: ComputeType = ComputeType.FLOAT32) -> None:
    archive.translations.request(version, parameters=Parameters(compute_type=compute), actor="test", now=now)
    Lane(archive).run_once()


def _open(
    archive: Services, words: Mapping[str, str] = WORDS
) -> Callable[[Sequence[str], Mapping[str, Any]], Translator]:
    def opened(packages: Sequence[str], parameters: Mapping[str, Any]) -> Translator:
        package = archive.packages.store.find(packages[0])
        return FakeTranslator(words, package=package.identity, parameters=parameters_of(parameters))

    return opened


def _step(archive: Services, rerun: Rerun) -> Step:
    report = verify(archive.settings.data, rerun=rerun)
    assert [step.number for step in report.steps] == list(range(1, 14))
    return report.steps[12]


def test_the_same_words_hold(archive: Services, story: str, now: datetime) -> None:
    """All of them, or as many as were asked for."""
    _translated(archive, story, now)
    assert _step(archive, Rerun(100, _open(archive))).held == {"sentences": 4}
    step = _step(archive, Rerun(2, _open(archive)))
    assert (step.outcome, step.held) == ("HOLDS", {"sentences": 2})


def test_other_words_are_broken(archive: Services, story: str, now: datetime) -> None:
    """The same engine, package and parameters in float32 give the same text; what was expected and found is said."""
    _translated(archive, story, now)
    step = _step(archive, Rerun(100, _open(archive, {**WORDS, "رئيسها": "its-chief"})))
    assert step.outcome == "BROKEN"
    [named] = step.broken
    assert named.endswith(
        "sentence 2: expected “and-said its-head that work began.”, found “and-said its-chief that work began.”"
    )


def test_other_words_in_int8_are_explained(archive: Services, story: str, now: datetime) -> None:
    """Another processor, another batch: no tampering."""
    _translated(archive, story, now, ComputeType.INT8)
    step = _step(archive, Rerun(100, _open(archive, {**WORDS, "رئيسها": "its-chief"})))
    assert (step.outcome, step.held) == ("NOT CHECKED", {"sentences": 3})
    assert step.unchecked == (("differ, int8 depends on processor and batch: explained", 1),)


def test_other_libraries_are_explained(archive: Services, story: str, now: datetime) -> None:
    """The recipe says that something else made it."""

    class Newer(FakeTranslator):
        @property
        def recipe(self) -> str:
            return f"{super().recipe}|newer"

    _translated(archive, story, now)
    identity = archive.packages.store.find("ar-en").identity
    step = _step(archive, Rerun(100, lambda _packages, _parameters: Newer({}, package=identity)))
    assert (step.outcome, step.broken) == ("NOT CHECKED", ())
    assert step.unchecked == (("differ, made by other versions of engine or libraries: explained", 4),)


def test_without_the_package_it_is_not_checked(archive: Services, story: str, now: datetime) -> None:
    """And the report says which one is missing."""

    def none(packages: Sequence[str], _parameters: object) -> Translator:
        raise NotFound(f"no translation package {packages[0]!r} is installed")

    _translated(archive, story, now)
    step = _step(archive, Rerun(100, none))
    assert step.outcome == "NOT CHECKED"
    [(reason, count)] = step.unchecked
    assert (reason[:22], count) == ("no translation package", 4)


def test_where_no_machine_was_there_is_nothing_to_check(services: Services) -> None:
    """Said so."""
    step = _step(services, Rerun(10, lambda _packages, _parameters: FakeTranslator({})))
    assert step.unchecked == (("no machine has translated a sentence", 0),)


def test_a_long_sentence_is_cut_as_it_was(archive: Services, deposit: Callable[..., Receipt], now: datetime) -> None:
    """Several pieces make one sentence."""
    text = "سوق الوادي\n\n" + " ".join(["فتحت البلدية السوق القديم"] * 60)
    _translated(archive, deposit({"original": text}, original={"language": "ar"}).texts[0].version_id, now)
    assert _step(archive, Rerun(10, _open(archive))).held == {"sentences": 2}
