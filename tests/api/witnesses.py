"""An archive with an original, a person's translation and a machine's, for tests of the rim."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import pytest

from api.services import Services
from api.translating import Lane
from archive.intake.receipt import Receipt
from archive.pipeline import process
from tests.archive.machine_archive import FakeShop, with_machine
from tests.witness_texts import ORIGINAL, PERSON, WORDS


@dataclass(frozen=True)
class Beside:
    work: str
    original: str
    person: str
    run: str


@pytest.fixture
def beside(services: Services, deposit: Callable[..., Receipt], now: datetime) -> Beside:
    """The three texts, done and segmented; nothing is compared yet."""
    receipt = deposit({"original": ORIGINAL, "translation": PERSON})
    original, person = (text.version_id for text in receipt.texts)
    archive = with_machine(services, FakeShop(words=WORDS))
    requested = archive.translations.request(original, actor="test", now=now)
    Lane(archive).run_once()
    with services.database.write() as session:
        process(session, person, now=now)
    return Beside(receipt.work_id, original, person, requested.id)
