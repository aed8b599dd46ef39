"""Concordance, renderings and codings over HTTP."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.services import Services
from archive.comparison_records import ComparisonRecord
from tests.api.conftest import problem_of

CONCORDANCE, RENDERINGS, CODINGS = "/api/v1/concordance", "/api/v1/renderings", "/api/v1/codings"


@pytest.fixture
def line(client: TestClient, compared: ComparisonRecord) -> dict[str, Any]:
    """The one line of المعارضة in an archive of one pair."""
    assert compared.alignment is not None
    (found,) = client.get(CONCORDANCE, params={"q": "المعارضة"}).json()["lines"]
    return dict(found)


def test_a_line_has_both_sides(line: dict[str, Any], compared: ComparisonRecord) -> None:
    """Context as printed, the aligned sentence, versions and alignment."""
    assert (line["node"], line["left"].split()[-1], line["right"].split()[0]) == ("المعارضة", "وإن", "في")
    assert "opposition" in line["other"]["text"]
    assert (line["version"], line["other"]["version"]) == (compared.a_id, compared.b_id)
    assert compared.alignment is not None
    assert line["alignment"] == compared.alignment.id
    assert line["codings"] == []


def test_filters_have_the_names_of_the_pages(client: TestClient, compared: ComparisonRecord) -> None:
    """with, without, from and to."""
    assert compared.a_id
    hits = {
        name: client.get(CONCORDANCE, params={"q": "المعارضة", name: value}).json()["hits"]
        for name, value in {"with": "opposition", "without": "opposition", "from": "2015", "side": "en"}.items()
    }
    assert hits == {"with": 1, "without": 0, "from": 0, "side": 0}


def test_renderings_sum_up(client: TestClient, compared: ComparisonRecord) -> None:
    """One meeting is no evidence: the hit is there all the same."""
    assert compared.a_id
    found = client.get(RENDERINGS, params={"q": "المعارضة"}).json()
    assert found["hits"] == sum(row["hits"] for row in found["rows"]) == 1
    cell = found["rows"][0]
    opened = client.get(CONCORDANCE, params={"q": "المعارضة", "row": cell["row"], "by": "year", "cell": "~unknown"})
    assert opened.json()["hits"] == 1


def test_names_are_spelled_when_asked(client: TestClient, services: Services, compared: ComparisonRecord) -> None:
    """Listed by the word as typed, marked where they stand; off unless asked for; anything else is refused."""
    assert compared.a_id
    services.names.accept("Opposition", "المعارضة")
    asked = {"q": "المعارضة", "side": "en"}
    exact = client.get(CONCORDANCE, params=asked).json()
    assert (exact["hits"], exact["names"]) == (0, {})
    found = client.get(CONCORDANCE, params={**asked, "names": "on"}).json()
    assert found["names"] == {"المعارضة": ["opposition"]}
    assert [(one["node"], one["spelling"]) for one in found["lines"]] == [("opposition", True)]
    table = client.get(CONCORDANCE, params={**asked, "names": "on", "format": "csv"}).content.decode("utf-8-sig")
    assert [row["spelling"] for row in csv.DictReader(io.StringIO(table))] == ["yes"]
    rows = client.get(RENDERINGS, params={**asked, "names": "on"}).json()
    assert (rows["hits"], rows["names"]) == (1, found["names"])
    assert client.get(CONCORDANCE, params={**asked, "names": "perhaps"}).status_code == 422


def test_tables(client: TestClient, line: dict[str, Any]) -> None:
    """CSV with a byte order mark and JSON lines, as downloads."""
    table = client.get(CONCORDANCE, params={"q": "المعارضة", "format": "csv"})
    assert table.headers["content-type"].startswith("text/csv")
    assert table.headers["content-disposition"] == 'attachment; filename="concordance.csv"'
    (row,) = csv.DictReader(io.StringIO(table.content.decode("utf-8-sig")))
    assert (row["hit"], row["node"], row["other"]) == (line["id"], "المعارضة", line["other"]["text"])
    lines = client.get(CONCORDANCE, params={"q": "المعارضة", "format": "jsonl"}).text.splitlines()
    assert [json.loads(one)["id"] for one in lines] == [line["id"]]
    rows = client.get(RENDERINGS, params={"q": "المعارضة", "format": "csv"}).text.splitlines()
    assert rows[0].startswith("\ufeffrow,outcome,printed") or rows[0].startswith("row,outcome,printed")


def test_a_hit_is_coded(client: TestClient, archivist: TestClient, line: dict[str, Any]) -> None:
    """By an archivist; it is shown beside the hit and exported with all that checks it."""
    kept = archivist.post(CODINGS, json={"hit": line["id"], "code": "=plain", "note": "n", "query": "المعارضة"})
    assert kept.status_code == 201
    (shown,) = client.get(CONCORDANCE, params={"q": "المعارضة"}).json()["lines"]
    assert [one["code"] for one in shown["codings"]] == ["=plain"]
    assert client.get(CODINGS, params={"code": "=plain"}).json()["codings"] == shown["codings"]
    assert client.get(CODINGS, params={"code": "other"}).json() == {"codings": []}
    (row,) = csv.DictReader(io.StringIO(client.get(CODINGS, params={"format": "csv"}).content.decode("utf-8-sig")))
    assert (row["code"], row["quote"], row["alignment"]) == ("'=plain", "المعارضة", line["alignment"])
    assert row["recipe"].startswith("concordance|")
    (exported,) = client.get(CODINGS, params={"format": "jsonl"}).text.splitlines()
    assert json.loads(exported)["code"] == "=plain"


def test_nobody_codes_without_a_key(client: TestClient, as_role: Any, line: dict[str, Any]) -> None:
    """Nor with a reader's."""
    body = {"hit": line["id"], "code": "plain"}
    assert problem_of(client.post(CODINGS, json=body))["status"] == 401
    assert problem_of(as_role("reader").post(CODINGS, json=body))["status"] == 403


@pytest.mark.parametrize(
    ("path", "params", "code", "pointer"),
    [
        (CONCORDANCE, {"q": ""}, "nothing-to-search", "/q"),
        (CONCORDANCE, {"q": "a", "with": '"b'}, "unbalanced-quote", "/with"),
        (CONCORDANCE, {"q": "a", "sort": "best"}, "bad-filter", "/sort"),
        (RENDERINGS, {"q": "a", "from": "soon"}, "bad-filter", "/from"),
    ],
)
def test_bad_questions(client: TestClient, path: str, params: dict[str, str], code: str, pointer: str) -> None:
    """The parameter at fault is named."""
    problem = problem_of(client.get(path, params=params))
    assert (problem["code"], problem["pointer"]) == (code, pointer)
