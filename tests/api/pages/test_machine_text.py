"""The page of a work with a machine's text: it opens, in both languages, and says at once whose words these are not."""

from collections.abc import Callable
from datetime import datetime

import pytest
from starlette.testclient import TestClient

from api.services import Services
from api.translating import Lane
from archive.intake.receipt import Receipt
from tests.archive.machine_archive import STORY, FakeShop, with_machine
from tests.fakes import fake_package


@pytest.fixture
def services(services: Services) -> Services:
    return with_machine(services, FakeShop())


@pytest.mark.parametrize("to", ["en", "fr"])
@pytest.mark.parametrize(("prefix", "said"), [("", "Machine translation"), ("/ar", "آلية")])
def test_the_page_says_that_it_is_a_machines(
    client: TestClient,
    services: Services,
    deposit: Callable[..., Receipt],
    now: datetime,
    prefix: str,
    said: str,
    to: str,
) -> None:
    """A banner over the text, the software in the chain, and the translation is still missing."""
    fake_package(services.packages.store.root, "en", "fr")
    kept = deposit({"original": STORY}, original={"language": "ar"})
    services.translations.request(kept.texts[0].version_id, to=to, actor="test", now=now)
    Lane(services).run_once()
    page = client.get(f"{prefix}/w/{kept.work_id}")
    assert page.status_code == 200
    assert '<p class="banner">' in page.text
    assert said in page.text
    assert "Argos Translate" in page.text
    assert "opened municipality market" in page.text
    listed = client.get(f"{prefix}/works", params={"missing": "translation"})
    assert kept.work_id in listed.text
    assert "market-of the-valley" not in listed.text
