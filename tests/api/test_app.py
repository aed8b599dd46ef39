"""The application as a whole: its headers, its description, its probes, its strict reading of JSON."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from typing import Any

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from api.app import create_app
from api.openapi import describe
from api.routes.health import PATIENCE, readiness
from api.services import Services
from api.settings import Settings
from api.strict_json import pointer_to, read_object
from api.worker import Worker
from archive import jobs
from archive.errors import BadMetadata
from archive.intake.receipt import Receipt
from archive.values import utc_now

METHODS = {"get", "post", "put", "patch", "delete"}


@pytest.mark.parametrize(
    "path", ["/healthz", "/api/v1/works", "/api/v1/docs", "/", "/ar/", "/static/style.css", "/nowhere"]
)
def test_security_headers_on_everything(client: TestClient, path: str) -> None:
    """No answer is framed, sniffed, or allowed to run or load anything from elsewhere."""
    headers = client.get(path, headers={"Accept": "text/html"}).headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert "frame-ancestors 'none'" in policy
    assert not re.search(r"unsafe|https?:|\*|script-src", policy)
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] in ("no-referrer", "same-origin")
    assert "x-request-id" in headers


def test_the_documentation_page_loads_nothing_from_elsewhere(client: TestClient) -> None:
    """Every route is on the page, and nothing on it comes from another host."""
    page = client.get("/api/v1/docs")
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert not re.search(r'(?:src|href)="(?:https?:)?//|<script|<style|style="', page.text)
    for path in describe(create_app_of(client))["paths"]:
        assert f"<code>{path}</code>" in page.text


def create_app_of(client: TestClient) -> FastAPI:
    app = client.app
    assert isinstance(app, FastAPI)
    return app


def test_the_description_is_complete(client: TestClient) -> None:
    """Every operation says what it does, what it answers, and that errors are problems; no default shape is left."""
    document = client.get("/api/v1/openapi.json").json()
    text = json.dumps(document)
    assert "HTTPValidationError" not in text
    references = set(re.findall(r'"#/components/schemas/([^"]+)"', text))
    assert references <= set(document["components"]["schemas"])
    assert set(document["components"]["securitySchemes"]) == {"HTTPBearer", "APIKeyHeader"}
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            assert method in METHODS
            assert operation["description"], path
            assert operation["tags"], path
            if path.startswith("/api/"):
                problem = operation["responses"]["default"]["content"]["application/problem+json"]
                assert problem["schema"] == {"$ref": "#/components/schemas/Problem"}
                assert operation["security"], path


def test_the_description_tells_both_forms_of_a_deposit(client: TestClient) -> None:
    """Multipart and JSON, with the metadata's schema and an example that is accepted."""
    document = client.get("/api/v1/openapi.json").json()
    for path in ("/api/v1/works", "/api/v1/works/preview", "/api/v1/works/{work_id}/texts"):
        content = document["paths"][path]["post"]["requestBody"]["content"]
        assert set(content) == {"multipart/form-data", "application/json"}
        assert {"original", "translation", "files", "metadata", "force"} == set(
            content["multipart/form-data"]["schema"]["properties"]
        )
    metadata = document["components"]["schemas"]["Metadata"]["properties"]
    assert {"original", "translation", "texts", "hops", "external_id"} <= set(metadata)


def test_the_example_of_the_description_works(client: TestClient, archivist: TestClient) -> None:
    """What the description shows can be sent as it is."""
    document = client.get("/api/v1/openapi.json").json()
    example = document["paths"]["/api/v1/works"]["post"]["requestBody"]["content"]["application/json"]["example"]
    answer = archivist.post("/api/v1/works", json=example)
    assert answer.status_code == 201, answer.text


def test_an_application_from_settings(data: Any) -> None:
    """Settings instead of services: the archive they name is opened."""
    app = create_app(Settings(data=data, title="A House"))
    assert TestClient(app).get("/api/v1/stats").json()["works"] == 0
    assert app.title == "A House"
    app.state.services.close()


def checks_of(services: Services, **ahead: Any) -> dict[str, str]:
    found = readiness(services, utc_now() + timedelta(**ahead))
    return {check.name: check.outcome.value for check in found.checks}


def test_ready_when_all_is_well(client: TestClient, pair: Receipt, services: Services) -> None:
    """After the worker went round, everything holds; nothing names a path."""
    Worker(services).run_once()
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()["ready"]) == (200, True)
    assert {check["name"] for check in answer.json()["checks"]} == {"database", "sqlite", "index", "worker", "jobs"}
    assert str(services.settings.data) not in answer.text
    assert client.get("/healthz").json() == {"status": "alive"}


def test_not_ready_without_an_index(client: TestClient) -> None:
    """An archive that cannot be searched yet is not ready, and says when to ask again."""
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()["ready"]) == (503, False)
    assert answer.headers["retry-after"] == "5"
    assert client.get("/healthz").status_code == 200


def test_not_ready_when_nobody_works(services: Services, pair: Receipt, now: Any) -> None:
    """Jobs that nobody takes for a minute say that there is no worker."""
    services.search.catch_up()
    soon = readiness(services, now + PATIENCE / 2)
    late = readiness(services, now + PATIENCE * 2)
    assert (soon.ready, late.ready) == (True, False)
    assert "worker" in [check.name for check in late.checks if check.outcome == "BROKEN"]


def test_ready_while_a_long_queue_is_worked_off(services: Services, pair: Receipt, now: Any) -> None:
    """After an import jobs wait for minutes; while some are done all the time, the archive is ready."""
    services.search.catch_up()
    late = now + PATIENCE * 2
    with services.database.write() as session:
        (held,) = jobs.claim(session, "worker", now=late, limit=1)
        assert jobs.finish(session, held, now=late)
    assert readiness(services, late + PATIENCE / 2).ready
    assert not readiness(services, late + PATIENCE * 2).ready


def test_not_ready_without_guards(client: TestClient, services: Services) -> None:
    """A database that lost a guard is not served as if it had them."""
    services.search.catch_up()
    with services.database.writer.connect() as connection, connection.begin():
        connection.exec_driver_sql("DROP TRIGGER guard_version_update")
    answer = client.get("/readyz")
    assert answer.status_code == 503
    (broken,) = [check for check in answer.json()["checks"] if check["outcome"] == "BROKEN" and check["vital"]]
    assert broken["name"] == "database"


def test_jobs_that_were_given_up_are_shown(services: Services, pair: Receipt) -> None:
    """A failed job is said, and does not take the archive down."""
    services.search.catch_up()
    with services.database.write() as session:
        session.connection().exec_driver_sql("UPDATE job SET state = 'failed'")
    assert checks_of(services)["jobs"] == "BROKEN"
    assert readiness(services, utc_now()).ready


def test_json_is_read_strictly() -> None:
    """What strict JSON allows is read as it stands, a byte order mark passed over."""
    source = '\ufeff{"a": [1, 2.5, true, null, "\\ud83d\\ude00"], "ب": {"c": "é"}}'.encode()
    assert read_object(source) == {"a": [1, 2.5, True, None, "😀"], "ب": {"c": "é"}}


@pytest.mark.parametrize(
    "source", ['{"a": -Infinity}', '{"a": 01}', "{'a': 1}", '{"a": 1,}', '"a"', "null", '{"a": "\t"}']
)
def test_json_that_is_not(source: str) -> None:
    """Python's leniencies and anything but an object are refused."""
    with pytest.raises(BadMetadata):
        read_object(source)


def test_pointers_are_escaped() -> None:
    """RFC 6901 §3: ~ and / inside a name."""
    assert pointer_to(["a/b", "m~n", 0, ""]) == "/a~1b/m~0n/0/"


def test_many_distinct_names_are_read_in_linear_time() -> None:
    """One name twice among a hundred thousand is found without comparing all with all."""
    names = [f'"n{number}": 0' for number in range(100_000)]
    with pytest.raises(BadMetadata) as caught:
        read_object("{" + ",".join([*names, '"n7": 1']) + "}")
    assert (caught.value.code, "'n7'" in caught.value.detail) == ("duplicate-name", True)


@pytest.mark.parametrize("path", ["/", "/ar/", "/healthz", "/api/v1/works", "/api/v1/nothing"])
def test_head_is_get_without_a_body(client: TestClient, path: str) -> None:
    """Link checkers and proxies ask HEAD: the same status and headers as GET, and no body."""
    got, head = client.get(path), client.head(path)
    assert head.status_code == got.status_code
    assert head.headers["content-type"] == got.headers["content-type"]
    assert head.content == b""
