"""Machine translations: asked for once, made in batches, kept as a witness, and never taken for a person's."""

from collections.abc import Callable
from datetime import datetime

import pytest

from api.services import Services
from api.translating import Lane
from archive.errors import BadInput, Conflict, LanguageMismatch, NotFound
from archive.intake.receipt import Receipt
from archive.translation_records import RunStatus
from archive.values import Digest
from archive.verify import verify
from tests.archive.machine_archive import STORY, FakeShop, with_machine
from tests.fakes import fake_package

Deposit = Callable[..., Receipt]


@pytest.fixture
def shop() -> FakeShop:
    return FakeShop()


@pytest.fixture
def archive(services: Services, shop: FakeShop) -> Services:
    return with_machine(services, shop)


@pytest.fixture
def story(deposit: Deposit) -> str:
    """The version of the Arabic story."""
    return deposit({"original": STORY}, original={"language": "ar"}).texts[0].version_id


def _translate(archive: Services, version: str, now: datetime, **options: object) -> str:
    run = archive.translations.request(version, actor="test", now=now, **options).id
    Lane(archive).run_once()
    return run


def test_a_run_is_recorded_with_its_text(archive: Services, story: str, now: datetime) -> None:
    """A text of the role machine, laid out like its source, each sentence with a span in both."""
    run = archive.translations.get(_translate(archive, story, now))
    assert run.status is RunStatus.DONE
    work = archive.catalogue.work(run.work_id)
    machine = work.texts[-1]
    assert (machine.role, machine.language) == ("machine", "en")
    version = machine.latest
    assert version.id == run.result.target_version_id
    assert version.title == "market-of the-valley"
    assert (
        version.content.split("\n\n")[1]
        == "opened municipality market old yesterday. and-said its-head that work began."
    )
    assert [block.kind.value for block in version.layout] == [block.kind.value for block in work.texts[0].latest.layout]
    [derivation] = work.derivations
    assert (derivation.kind, derivation.target_id, derivation.source_id) == ("machine_translation", version.id, story)
    sentences = archive.translations.sentences(run.id)
    assert [item.source_text.split()[0] for item in sentences] == ["سوق", "فتحت", "وقال", "فتحت"]
    assert [item.target_text.split()[0] for item in sentences] == ["market-of", "opened", "and-said", "opened"]
    assert all(item.target.of(version.content) == item.target_text for item in sentences)
    assert version.segments == 4
    assert verify(archive.settings.data).exit_code == 0
