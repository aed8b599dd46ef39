"""Machine runs over HTTP: owed with 202, done by the worker, read with every sentence, never taken for a person's."""

from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.services import Services
from api.translating import Lane
from archive.intake.receipt import Receipt
from tests.api.conftest import problem_of
from tests.archive.machine_archive import STORY, FakeShop, with_machine

RUNS = "/api/v1/machine-runs"


@pytest.fixture
def services(services: Services) -> Services:
    """With a fake model for ar → en."""
    return with_machine(services, FakeShop())


@pytest.fixture
def story(deposit: Callable[..., Receipt]) -> Receipt:
    return deposit({"original": STORY}, original={"language": "ar"})


def test_a_run_is_owed_and_then_done(archivist: TestClient, services: Services, story: Receipt) -> None:
    """202 with the place to ask; progress; then the sentences, and the text among those of the work."""
    answer = archivist.post(RUNS, json={"version": story.texts[0].version_id})
    assert answer.status_code == 202
    assert answer.json()["status"] == "queued"
    assert answer.json()["notice"] == "machine translation, not read by a person"
    place = answer.headers["location"]
    waiting = archivist.get(place).json()
    assert (waiting["progress"], waiting["sentences"]) == ({"done": 0, "total": 4}, [])
    Lane(services).run_once()
    done = archivist.get(place).json()
    assert (done["status"], done["progress"]) == ("done", {"done": 4, "total": 4})
    assert done["sentences"][0]["target_text"] == "market-of the-valley"
    assert done["sentences"][0]["source"] == [0, 10]
    assert done["packages"][0]["from_code"] == "ar"
    work = archivist.get(f"/api/v1/works/{story.work_id}").json()
    [machine] = [text for text in work["texts"] if text["role"] == "machine"]
    assert machine["versions"][0]["id"] == done["result"]["target_version_id"]
    assert machine["versions"][0]["capture"]["method"] == "machine"
    assert work["titles"] == {"ar": "سوق الوادي"}
    alone = f"/api/v1/versions/{done['result']['target_version_id']}"
    assert archivist.get(alone).json()["role"] == "machine"
    assert archivist.get(f"{alone}/text").headers["x-thabat-role"] == "machine"


@pytest.mark.parametrize("field", ["work", "version", "to", "packages"])
def test_half_a_character_is_refused(archivist: TestClient, field: str) -> None:
    """JSON can spell half a surrogate pair; the answer names the field."""
    half = '["\\ud800"]' if field == "packages" else '"\\ud800"'
    answer = archivist.post(RUNS, content=f'{{"{field}": {half}}}', headers={"content-type": "application/json"})
    problem = problem_of(answer)
    assert (answer.status_code, problem["code"]) == (422, "surrogate")
    assert problem["pointer"].startswith(f"/{field}")


def test_the_same_again_is_the_same_run(archivist: TestClient, services: Services, story: Receipt) -> None:
    """By version or by work; ``again`` makes another."""
    first = archivist.post(RUNS, json={"version": story.texts[0].version_id}).json()["id"]
    Lane(services).run_once()
    same = archivist.post(RUNS, json={"work": story.work_id})
    assert (same.status_code, same.json()["id"]) == (200, first)
    other = archivist.post(RUNS, json={"work": story.work_id, "again": True, "packages": ["ar-en"]}).json()
    assert (other["id"] != first, other["repeat"]) == (True, 1)
    int8 = archivist.post(RUNS, json={"work": story.work_id, "compute_type": "int8"}).json()
    assert (int8["repeat"], int8["parameters"]["compute_type"]) == (0, "int8")
    listed = archivist.get(RUNS, params={"work": story.work_id}).json()["runs"]
    assert {run["id"] for run in listed} == {first, other["id"], int8["id"]}
    assert len(archivist.get(RUNS, params={"limit": 2}).json()["runs"]) == 2


def test_a_run_can_be_taken_back(archivist: TestClient, services: Services, story: Receipt) -> None:
    """While it is not done; then it is a record: 409."""
    run = archivist.post(RUNS, json={"work": story.work_id}).json()["id"]
    assert archivist.post(f"{RUNS}/{run}/cancel").json()["status"] == "cancelled"
    run = archivist.post(RUNS, json={"work": story.work_id}).json()["id"]
    Lane(services).run_once()
    problem = problem_of(archivist.post(f"{RUNS}/{run}/cancel"))
    assert (problem["status"], problem["code"]) == (409, "run-is-done")


def test_without_a_model_it_says_what_to_install(
    archivist: TestClient, services: Services, story: Receipt, refused: Callable[..., dict[str, Any]]
) -> None:
    """problem+json, 422, nothing written."""
    package = services.packages.store.find("ar-en")
    services.packages.store.remove(package.id)
    problem = refused(lambda: archivist.post(RUNS, json={"work": story.work_id}), 422, "no-model")
    assert "thabat models install ar-en --from-index" in problem["detail"]


@pytest.mark.parametrize(
    ("body", "status", "code", "pointer"),
    [
        ({}, 422, "missing-field", "/version"),
        ({"version": "x", "work": "y"}, 422, "missing-field", "/version"),
        ({"version": "x"}, 404, "not-found", "/version"),
        ({"work": "x"}, 404, "not-found", None),
        ({"version": "x", "beam": 1}, 422, "unknown-field", "/beam"),
        ({"version": "x", "compute_type": "int4"}, 422, "malformed", "/compute_type"),
        ({"version": "x", "packages": ["a", "b", "c"]}, 422, "malformed", "/packages"),
    ],
)
def test_bad_requests_are_refused(
    archivist: TestClient,
    refused: Callable[..., dict[str, Any]],
    body: dict[str, Any],
    status: int,
    code: str,
    pointer: str | None,
) -> None:
    """In the one shape, nothing written."""
    refused(lambda: archivist.post(RUNS, json=body), status, code, pointer)


def test_a_persian_text_is_refused(
    archivist: TestClient, deposit: Callable[..., Receipt], refused: Callable[..., dict[str, Any]]
) -> None:
    """With what was seen."""
    text = "بازار گشوده شد\n\nشهرداری صبح یکشنبه اعلام کرد که بازار قدیمی پس از بازسازی دوباره گشوده می‌شود."
    kept = deposit({"original": text}, force=True, original={"language": "ar"})
    problem = refused(lambda: archivist.post(RUNS, json={"work": kept.work_id}), 422, "wrong-language", "/version")
    assert "reads as fa" in problem["detail"]


def test_reading_is_open_and_asking_needs_a_key(
    client: TestClient, as_role: Callable[..., TestClient], story: Receipt
) -> None:
    """Readers read; the role archivist asks and takes back."""
    body = {"work": story.work_id}
    assert client.post(RUNS, json=body).status_code == 401
    assert as_role("reader").post(RUNS, json=body).status_code == 403
    run = as_role("archivist").post(RUNS, json=body).json()["id"]
    assert client.get(f"{RUNS}/{run}").status_code == 200
    assert as_role("reader").post(f"{RUNS}/{run}/cancel").status_code == 403
    assert client.get(f"{RUNS}/unknown").status_code == 404
