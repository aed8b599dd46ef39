"""Comparisons over HTTP: made once, read by anybody, reviewed and corrected by archivists."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest
from starlette.testclient import TestClient

from archive.intake.receipt import Receipt
from tests.api.conftest import problem_of
from tests.samples import ARABIC, ENGLISH

COMPARISONS = "/api/v1/comparisons"
CORRECTIONS = "/api/v1/alignments/corrections"
Refused = Callable[..., dict[str, Any]]


@pytest.fixture
def pair(deposit: Callable[..., Receipt]) -> Receipt:
    """A pair whose translation changes a number and leaves out the last sentence."""
    last = "Shop owners welcomed the decision, but demanded that taxes be put off until the end of the year.\n\n"
    return deposit({"original": ARABIC, "translation": ENGLISH.replace("450", "540").replace(last, "")})


def body(pair: Receipt) -> dict[str, str]:
    return {"a": pair.texts[0].version_id, "b": pair.texts[1].version_id}


@pytest.fixture
def made(archivist: TestClient, pair: Receipt) -> dict[str, Any]:
    found: dict[str, Any] = archivist.post(COMPARISONS, json=body(pair)).json()
    return found


def of_kind(comparison: dict[str, Any], kind: str) -> dict[str, Any]:
    return next(one for one in comparison["findings"] if one["kind"] == kind)


def test_made_once(
    archivist: TestClient, pair: Receipt, nothing_written: Callable[[], AbstractContextManager[None]]
) -> None:
    """The first time it is kept (201), the second time it is the same one (200), and nothing is written."""
    first = archivist.post(COMPARISONS, json=body(pair))
    assert first.status_code == 201
    assert first.headers["location"] == f"{COMPARISONS}/{first.json()['id']}"
    with nothing_written():
        again = archivist.post(COMPARISONS, json=body(pair))
    assert again.status_code == 200
    assert again.json() == first.json() == archivist.get(first.headers["location"]).json()


def test_what_it_says(client: TestClient, made: dict[str, Any], pair: Receipt) -> None:
    """Counts, links and findings with verbatim quotes at their spans."""
    assert made["mode"] == "cross"
    assert made["result"]["source"] | {"characters_millis": 0} == {
        "units": 2, "of": 3, "without": 1, "characters_millis": 0,
    }  # fmt: skip
    assert [link["target"] for link in made["alignment"]["links"]] == [[0], [2], [3], []]
    number = of_kind(made, "number_changed")
    content = client.get(f"/api/v1/versions/{pair.texts[1].version_id}").json()["content"]
    start, end = number["target"]["span"]
    assert content[start:end] == number["target"]["quote"]
    assert number["status"] == "open"
    assert of_kind(made, "omitted")["target"] is None


def test_hints_only_when_asked_for(client: TestClient, made: dict[str, Any]) -> None:
    """What is below its band is counted, and there with show=all."""
    whole = client.get(f"{COMPARISONS}/{made['id']}", params={"show": "all"}).json()
    assert whole["hidden"] == 0
    assert len(whole["findings"]) == len(made["findings"]) + made["hidden"]
    assert all(one["shown"] for one in made["findings"])


def test_lists(client: TestClient, made: dict[str, Any], pair: Receipt) -> None:
    """By work, or by two versions in their order."""
    by_work = client.get(COMPARISONS, params={"work": pair.work_id}).json()["comparisons"]
    by_pair = client.get(COMPARISONS, params=body(pair)).json()["comparisons"]
    backwards = client.get(COMPARISONS, params={"a": body(pair)["b"], "b": body(pair)["a"]}).json()["comparisons"]
    assert [one["id"] for one in by_work] == [one["id"] for one in by_pair] == [made["id"]]
    assert by_work[0]["shown"] == len(made["findings"])
    assert backwards == []


@pytest.mark.parametrize("params", [{}, {"a": "x"}, {"work": "x", "a": "x", "b": "y"}])
def test_a_list_of_nothing_in_particular_is_refused(client: TestClient, params: dict[str, str]) -> None:
    """Either a work or two versions."""
    assert problem_of(client.get(COMPARISONS, params=params))["code"] == "missing-field"


def test_an_alignment_can_be_read_alone(client: TestClient, made: dict[str, Any]) -> None:
    """The links by their own address."""
    alignment = client.get(f"/api/v1/alignments/{made['alignment']['id']}").json()
    assert alignment == made["alignment"]


def test_versions_in_one_language_are_redlined(archivist: TestClient, upload: Any, pair: Receipt) -> None:
    """A revision has a redline and no alignment."""
    english = ENGLISH.replace("450", "455")
    upload(
        {"translation": english.encode()}, {"translation": {"language": "en"}}, to=f"/api/v1/works/{pair.work_id}/texts"
    )
    work = archivist.get(f"/api/v1/works/{pair.work_id}").json()
    versions = [version["id"] for text in work["texts"] if text["language"] == "en" for version in text["versions"]]
    found = archivist.post(COMPARISONS, json={"a": versions[0], "b": versions[1]}).json()
    assert found["mode"] == "revision"
    assert found["alignment"] is None
    assert found["result"]["counts"]["replaced"] >= 1
    assert {"replace", "equal"} <= {op[0] for op in found["result"]["redline"]}


# --- what people say ---------------------------------------------------------------------------


def test_reviews_are_added_to(archivist: TestClient, made: dict[str, Any]) -> None:
    """The last word counts, those before stay, each with its author."""
    address = f"/api/v1/findings/{of_kind(made, 'number_changed')['id']}"
    archivist.post(f"{address}/review", json={"status": "dismissed", "note": "rounded"})
    answer = archivist.post(f"{address}/review", json={"status": "accepted"})
    assert answer.status_code == 201
    found = archivist.get(address).json()
    assert found == answer.json()
    assert found["status"] == "accepted"
    assert [(one["status"], one["note"]) for one in found["reviews"]] == [("dismissed", "rounded"), ("accepted", None)]
    assert found["reviews"][0]["by"].startswith("key:")


def test_reviews_that_cannot_be(archivist: TestClient, made: dict[str, Any], refused: Refused) -> None:
    """An unknown status, an annotation without a note, a finding that is not there."""
    address = f"/api/v1/findings/{of_kind(made, 'omitted')['id']}/review"
    refused(lambda: archivist.post(address, json={"status": "wrong"}), 422, "malformed", "/status")
    refused(lambda: archivist.post(address, json={"status": "annotated"}), 422, "missing-field", "/note")
    nowhere = "/api/v1/findings/0/review"
    refused(lambda: archivist.post(nowhere, json={"status": "accepted"}), 404, "not-found")


def test_a_correction_is_kept_and_aligned_around(archivist: TestClient, made: dict[str, Any], pair: Receipt) -> None:
    """The next comparison is another one, has the correction, and the old one stays."""
    correction = {**body(pair), "action": "omit", "source": [3], "note": "another statement"}
    kept = archivist.post(CORRECTIONS, json=correction)
    assert kept.status_code == 201
    assert kept.json()["source"] == [3]
    anew = archivist.post(COMPARISONS, json=body(pair))
    assert anew.status_code == 201
    links = {tuple(link["source"]): link for link in anew.json()["alignment"]["links"]}
    assert links[(3,)]["target"] == []
    assert links[(3,)]["correction_id"] == kept.json()["id"]
    assert archivist.get(f"{COMPARISONS}/{made['id']}").json()["id"] == made["id"] != anew.json()["id"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"action": "link", "source": [2], "target": []}, "bad-correction"),
        ({"action": "omit", "source": [99]}, "bad-correction"),
        ({"action": "omit", "source": [1]}, "bad-correction"),  # a byline
        ({"action": "paint", "source": [1]}, "malformed"),
        ({"action": "omit", "source": ["two"]}, "malformed"),
        ({"action": "omit", "source": [2], "colour": "red"}, "unknown-field"),
    ],
)
def test_corrections_that_make_no_sense(
    *, archivist: TestClient, pair: Receipt, refused: Refused, change: dict[str, Any], code: str
) -> None:
    """They are refused with what was expected, and nothing is written."""
    archivist.post(COMPARISONS, json=body(pair))  # segments what was not segmented yet
    pointers = {"paint": "/action", "two": "/source/0", "red": "/colour"}
    pointer = next((pointers[one] for one in pointers if one in str(change)), None)
    refused(lambda: archivist.post(CORRECTIONS, json={**body(pair), **change}), 422, code, pointer)


def test_one_version_twice(archivist: TestClient, pair: Receipt, refused: Refused) -> None:
    """There is nothing to compare."""
    same = {"a": body(pair)["a"], "b": body(pair)["a"]}
    refused(lambda: archivist.post(COMPARISONS, json=same), 422, "same-version", "/b")


@pytest.mark.parametrize("address", [f"{COMPARISONS}/0", "/api/v1/alignments/0", "/api/v1/findings/0"])
def test_nothing_there(client: TestClient, address: str) -> None:
    """An unknown id is 404 in the one shape."""
    assert problem_of(client.get(address))["status"] == 404


@pytest.mark.parametrize("path", [COMPARISONS, CORRECTIONS, "/api/v1/findings/0/review"])
def test_writing_needs_an_archivist(client: TestClient, as_role: Callable[[str], TestClient], path: str) -> None:
    """A stranger is asked who he is, a reader may not."""
    assert client.post(path, json={}).status_code == 401
    assert as_role("reader").post(path, json={}).status_code == 403
