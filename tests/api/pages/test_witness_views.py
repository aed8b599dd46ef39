"""The pages with a machine beside a person, asked of a whole archive."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

from starlette.testclient import TestClient

from api.services import Services
from archive.intake.receipt import Receipt
from archive.pipeline import process
from archive.values import utc_now
from tests.api.witnesses import Beside, beside
from tests.fakes import fake_package

__all__ = ["beside"]


def test_three_columns_and_nothing_is_written(
    client: TestClient, beside: Beside, nothing_written: Callable[[], AbstractContextManager[None]]
) -> None:
    """By the run's id or as the newest; both languages; the address of the plain page offers it."""
    address = f"/compare?a={beside.original}&b={beside.person}"
    with nothing_written():
        newest, named = client.get(f"{address}&view=three"), client.get(f"{address}&c={beside.run}")
        arabic = client.get(f"/ar{address}&view=three")
        plain = client.get(address)
    assert newest.status_code == named.status_code == arabic.status_code == plain.status_code == 200
    for page in (newest, named):
        assert "said Karim Saadi that 40 families" in page.text
        assert "Likeness, not quality" in page.text
        assert "repeats itself" in page.text
        assert '<mark class="apart">Haddad</mark>' in page.text
    assert "لم يقرأها إنسان" in arabic.text
    assert "said Karim" not in plain.text
    assert "view=three" in plain.text


def test_a_run_that_does_not_fit_is_refused_in_words(client: TestClient, beside: Beside) -> None:
    """An unknown run is not found; beside two versions in one language there is nothing to show, and it says why."""
    address = f"/compare?a={beside.original}&b={beside.person}"
    assert client.get(f"{address}&c={'0' * 32}").status_code == 404
    machine = next(
        line for line in client.get(f"/w/{beside.work}").text.split('"') if line.startswith("/v/")
    ).removeprefix("/v/")
    redline = client.get(f"/compare?a={beside.person}&b={machine}&view=three")
    assert redline.status_code == 200
    assert "These two versions are in one language" in redline.text
    assert "Nobody has reviewed it" in redline.text
    across = client.get(f"/compare?a={beside.original}&b={machine}")
    assert "Nobody has reviewed it" in across.text
    assert "view=three" not in across.text


def test_without_a_model_the_pages_say_what_to_install(client: TestClient, services: Services, pair: Receipt) -> None:
    """And with one, what to type; everything else on the page is there."""
    a, b = (text.version_id for text in pair.texts)
    with services.database.write() as session:
        for version in (a, b):
            process(session, version, now=utc_now())
    for address in (f"/compare?a={a}&b={b}&view=three", f"/w/{pair.work_id}"):
        page = client.get(address).text
        assert "thabat models install ar-en --from-index" in page
        assert "thabat models install FILE" in page
    fake_package(services.packages.store.root)
    for address in (f"/compare?a={a}&b={b}&view=three", f"/w/{pair.work_id}"):
        page = client.get(address).text
        assert f"thabat translate {a} --to en" in page
        assert "models install" not in page
