"""Names over HTTP: the archive's own, what was rejected, what aligned sentences propose; searches follow at once."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient

from api.services import Services
from archive.comparison_records import ComparisonRecord
from archive.intake.receipt import Receipt
from tests.api.conftest import problem_of

NAMES, SEARCH = "/api/v1/names", "/api/v1/search"
REJECTED, CANDIDATES = f"{NAMES}/rejected", f"{NAMES}/candidates"
RAS = {"kind": "place", "arabic": ["رأس"], "latin": ["Rrass", "Raz"]}


def test_a_name_is_searched_for_at_once(
    client: TestClient, archivist: TestClient, services: Services, pair: Receipt
) -> None:
    """From the next search on, whichever way it is changed; other searches kept in memory do not hold it back."""
    services.search.catch_up()
    asked = {"q": "Rrass"}
    assert client.get(SEARCH, params=asked).json()["total"] == 0
    made = archivist.post(NAMES, json=RAS)
    assert (made.status_code, made.json()["source"]) == (201, "archive")
    found = client.get(SEARCH, params=asked).json()
    assert (found["total"], "رأس" in str(found["names"]) or "راس" in str(found["names"])) == (1, True)
    changed = archivist.put(f"{NAMES}/{made.json()['id']}", json={**RAS, "latin": ["Razz"]}).json()
    assert client.get(SEARCH, params=asked).json()["total"] == 0
    assert client.get(SEARCH, params={"q": "Razz"}).json()["total"] == 1
    assert archivist.delete(f"{NAMES}/{changed['id']}").status_code == 204
    assert client.get(SEARCH, params={"q": "Razz"}).json()["total"] == 0


def test_the_same_again_is_nothing_new(client: TestClient, archivist: TestClient) -> None:
    """200, with the name that has the spellings."""
    made = archivist.post(NAMES, json=RAS).json()
    again = archivist.post(NAMES, json={**RAS, "latin": ["Raz"]})
    assert (again.status_code, again.json()) == (200, made)
    assert client.get(NAMES).json()["names"] == [made]


def test_names_are_looked_up_by_a_spelling(client: TestClient, archivist: TestClient) -> None:
    """Folded, without article; those that come with Thabat are told apart and not listed otherwise."""
    archivist.post(NAMES, json={"arabic": ["الدُّور"], "latin": ["Dour"]})
    found = client.get(NAMES, params={"q": "دور"}).json()
    assert [(one["latin"], one["source"]) for one in found["names"]] == [(["Dour"], "archive")]
    homs = client.get(NAMES, params={"q": "homs"}).json()["names"]
    assert [one["source"] for one in homs] == ["thabat"]
    assert client.get(NAMES).json()["total"] == 1
    missing = archivist.delete(f"{NAMES}/{homs[0]['id']}")
    assert (missing.status_code, problem_of(missing)["code"]) == (404, "not-found")


def test_candidates_have_counts_and_an_example(client: TestClient, compared: ComparisonRecord) -> None:
    """What stands together in one sentence is shown when asked for."""
    assert compared.a_id
    found = client.get(CANDIDATES).json()
    assert (found["part"], found["parts"], found["read"]) == (1, 1, found["sentences"])
    ras = next(one for one in found["candidates"] if one["latin"] == "Ras")
    assert (ras["arabic"], ras["written"], ras["together"], ras["latin_count"]) == ("راس", "رأس", 2, 2)
    assert "رأس" in ras["example"]["arabic"]
    assert "Ras" in ras["example"]["latin"]
    assert client.get(CANDIDATES, params={"least": 3}).json()["total"] == 0
    assert len(client.get(CANDIDATES, params={"least": 1, "limit": 1, "offset": 1}).json()["candidates"]) == 1
    assert client.get(CANDIDATES, params={"part": 9}).json()["part"] == 1


def test_what_was_decided_is_not_proposed(
    client: TestClient, archivist: TestClient, compared: ComparisonRecord
) -> None:
    """Rejected pairs stay so until they are taken back; accepting one takes it back too."""
    assert compared.a_id

    def proposed() -> set[str]:
        return {one["latin"] for one in client.get(CANDIDATES).json()["candidates"]}

    assert {"Ras", "Wadi"} <= proposed()
    kept = archivist.post(REJECTED, json={"latin": "Wadi", "arabic": "وادي"})
    assert kept.status_code == 201
    archivist.post(NAMES, json={"latin": ["Ras"], "arabic": ["رأس"]})
    assert not {"Ras", "Wadi"} & proposed()
    assert [one["latin"] for one in client.get(REJECTED).json()["rejected"]] == [["Wadi"]]
    assert archivist.delete(f"{REJECTED}/{kept.json()['id']}").status_code == 204
    assert "Wadi" in proposed()
    archivist.post(REJECTED, json={"latin": "Wadi", "arabic": "وادي"})
    archivist.post(NAMES, json={"latin": ["Wadi"], "arabic": ["وادي"]})
    assert client.get(REJECTED).json() == {"total": 0, "offset": 0, "limit": 50, "rejected": []}


@pytest.mark.parametrize(
    ("body", "code", "pointer"),
    [
        ({"arabic": ["Raqqa"], "latin": ["Raqqa"]}, "bad-input", "/arabic"),
        ({"arabic": ["الرقة"], "latin": ["…"]}, "bad-input", "/latin"),
        ({"arabic": ["الرقة"], "latin": []}, "missing-field", None),
        ({"arabic": ["الرقة"], "latin": ["a" * 81]}, "bad-input", "/latin"),
        ({"arabic": ["الرقة"], "latin": [f"r{chr(97 + n)}" for n in range(21)]}, "bad-input", "/latin"),
        ({"arabic": ["الرقة"], "latin": ["Raqqa"], "kind": "river"}, "malformed", "/kind"),
        ({"arabic": ["الرقة"], "latin": ["Raqqa"], "colour": "red"}, "unknown-field", "/colour"),
    ],
)
def test_what_is_no_name(archivist: TestClient, body: dict[str, Any], code: str, pointer: str | None) -> None:
    """The field at fault is named."""
    problem = problem_of(archivist.post(NAMES, json=body))
    assert (problem["status"], problem["code"], problem["pointer"]) == (422, code, pointer)


def test_a_slip_made_by_hand_is_told(client: TestClient, archivist: TestClient, services: Services) -> None:
    """Nothing is added below it; reading goes on with what was last read."""
    archivist.post(NAMES, json=RAS)
    assert client.get(NAMES).json()["total"] == 1
    path = services.settings.names / "accepted.toml"
    path.write_text(path.read_text(encoding="utf-8") + "[[name]\n", encoding="utf-8")
    answer = archivist.post(NAMES, json={"arabic": ["الدور"], "latin": ["Dour"]})
    assert (answer.status_code, problem_of(answer)["code"]) == (422, "bad-file")
    assert client.get(NAMES).json()["total"] == 1


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", NAMES, RAS),
        ("PUT", f"{NAMES}/x", RAS),
        ("DELETE", f"{NAMES}/x", None),
        ("POST", REJECTED, {"latin": "Wadi", "arabic": "وادي"}),
        ("DELETE", f"{REJECTED}/x", None),
    ],
)
def test_nobody_writes_without_a_key(
    client: TestClient, as_role: Any, services: Services, method: str, path: str, body: dict[str, Any] | None
) -> None:
    """Nor with a reader's."""
    for asker, status in ((client, 401), (as_role("reader"), 403)):
        assert problem_of(asker.request(method, path, json=body))["status"] == status
    assert not services.settings.names.exists()
