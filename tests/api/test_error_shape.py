"""Every error has one shape, whichever route and whatever layer it comes from; none says more than it should."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from api.errors import STATUS, status_of
from api.openapi import describe
from archive import errors
from archive.errors import BadFile, BadQuery, Broken, NotFound, ThabatError, Unavailable
from archive.values import is_id
from tests.api.conftest import WORKS, problem_of

KINDS = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, ThabatError)]
ROUTES_WITH_ID = "nowhere"


def made(kind: type[ThabatError], **given: Any) -> ThabatError:
    return kind("found x", query="x", position=0) if issubclass(kind, BadQuery) else kind("found x", **given)


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        ("BadInput", 422), ("BadFile", 422), ("BadMetadata", 422), ("EvidenceMissing", 422), ("LanguageMismatch", 422),
        ("BadQuery", 422), ("NotFound", 404), ("Conflict", 409), ("Unauthenticated", 401), ("Forbidden", 403),
        ("Broken", 500), ("Unavailable", 503), ("ThabatError", 500), ("NotAllowed", 500),
    ],
)  # fmt: skip
def test_statuses(kind: str, status: int) -> None:
    """The table, spelled out once more by hand."""
    assert status_of(made(getattr(errors, kind))) == status


def test_file_codes_have_their_own_status() -> None:
    """Too large and unsupported are what HTTP has words for."""
    assert [status_of(BadFile("x", code=code)) for code in ("too-large", "unsupported", "binary")] == [413, 415, 422]


def test_every_kind_is_in_the_table_above() -> None:
    """A new error class must be given its status on purpose."""
    assert {kind.__name__ for kind in KINDS} == {
        "BadInput", "BadFile", "BadMetadata", "EvidenceMissing", "LanguageMismatch", "BadQuery", "NotFound",
        "Conflict", "NotAllowed", "Unauthenticated", "Forbidden", "Broken", "Unavailable", "ThabatError",
    }  # fmt: skip
    assert all(any(issubclass(kind, row) for row, _, _ in STATUS) for kind in KINDS)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_each_kind_of_error_in_the_one_shape(app: FastAPI, client: TestClient, kind: type[ThabatError]) -> None:
    """Whatever is raised on purpose is answered with its code, its title and what HTTP wants beside it."""

    def fail() -> None:
        raise made(kind)

    app.get("/api/v1/fail")(fail)
    answer = client.get("/api/v1/fail")
    problem = problem_of(answer)
    assert (problem["code"], problem["title"]) == (kind.code, kind.title)
    assert problem["type"] == f"/api/v1/docs#{kind.code}"
    assert ("www-authenticate" in answer.headers) == (answer.status_code == 401)
    assert ("retry-after" in answer.headers) == (answer.status_code == 503)
    assert ("position" in problem) == issubclass(kind, BadQuery)


def test_types_lead_to_a_place_that_explains_them(client: TestClient) -> None:
    """Each type of problem is an anchor of the documentation page."""
    page = client.get("/api/v1/docs").text
    assert all(f'id="{kind.code}"' in page for kind in KINDS)


def test_an_unforeseen_error_says_nothing(app: FastAPI, caplog: pytest.LogCaptureFixture) -> None:
    """A crash answers with its request id alone; the message and the stack stay here."""

    def crash() -> None:
        raise RuntimeError("secret /srv/thabat/keys SELECT * FROM text")

    app.get("/api/v1/crash")(crash)
    answer = TestClient(app, raise_server_exceptions=False).get("/api/v1/crash")
    problem = problem_of(answer)
    assert (answer.status_code, problem["code"]) == (500, "internal-error")
    assert "secret" not in answer.text
    assert "RuntimeError" not in answer.text
    assert any(problem["request_id"] in record.getMessage() for record in caplog.records)
    assert not any("secret" in record.getMessage() for record in caplog.records)


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/api/v1/nowhere", 404, "not-found"),
        ("GET", "/api/v2", 404, "not-found"),
        ("GET", "/api/v1/works/", 404, "not-found"),
        ("PUT", "/api/v1/works", 405, "method-not-allowed"),
        ("DELETE", "/api/v1/works/x", 405, "method-not-allowed"),
        ("POST", "/healthz", 405, "method-not-allowed"),
        ("GET", "/api/v1/works?limit=0", 422, "malformed"),
        ("GET", "/api/v1/works?kind=novel", 422, "bad-input"),
        ("GET", "/api/v1/works?since=2015", 422, "unknown-field"),
        ("GET", "/api/v1/journal/x/receipt", 422, "malformed"),
        ("GET", f"/api/v1/journal/{10**30}/receipt", 422, "malformed"),
        ("GET", "/api/v1/verify/x", 422, "malformed"),
        ("POST", "/api/v1/works", 401, "unauthenticated"),
        ("GET", "/nowhere", 404, "not-found"),
    ],
)
def test_errors_of_http_itself(client: TestClient, method: str, path: str, status: int, code: str) -> None:
    """What routing and validation refuse looks like everything else."""
    answer = client.request(method, path)
    assert (answer.status_code, problem_of(answer)["code"]) == (status, code)
    assert ("allow" in answer.headers) == (status == 405)


def test_every_route_refuses_in_the_one_shape(app: FastAPI, as_role: Callable[[str], TestClient]) -> None:
    """Every address of the description, asked with nothing sensible: whatever is an error is a problem."""
    admin, seen = as_role("admin"), 0
    for path, methods in describe(app)["paths"].items():
        address = path.replace("{seq}", "999")
        for name in ("work_id", "version_id", "capture_id", "agent_id", "disclaimer_id", "key_id", "sha256"):
            address = address.replace(f"{{{name}}}", ROUTES_WITH_ID)
        for method in methods:
            answer = admin.request(method.upper(), address, params={"limit": "x"} if "{" not in path else None)
            if answer.status_code >= 400 and address != "/readyz":
                problem_of(answer)
                seen += 1
    assert seen >= 15


def test_the_request_id_is_ours(client: TestClient) -> None:
    """A request id from outside is not taken over, and no two requests share one."""
    answers = [client.get("/healthz", headers={"X-Request-ID": "theirs"}) for _ in range(2)]
    ids = [answer.headers["x-request-id"] for answer in answers]
    assert all(is_id(value) for value in ids)
    assert len(set(ids)) == 2


def test_a_reader_who_wants_a_page_gets_one(client: TestClient) -> None:
    """Outside the API an error is a page, in the language of the address; inside it never is."""
    html = {"Accept": "text/html,application/xhtml+xml"}
    english, arabic = client.get("/nowhere", headers=html), client.get("/ar/nowhere", headers=html)
    assert (english.status_code, arabic.status_code) == (404, 404)
    assert '<html lang="en"' in english.text
    assert '<html lang="ar"' in arabic.text
    assert english.headers["x-request-id"] in english.text
    assert "unsafe" not in english.headers["content-security-policy"]
    problem_of(client.get("/api/v1/nowhere", headers=html))


def test_a_page_that_crashes_is_a_page(app: FastAPI) -> None:
    """The error page of a crash carries the security headers and the request id too."""

    def crash() -> None:
        raise RuntimeError("secret")

    app.get("/crash")(crash)
    answer = TestClient(app, raise_server_exceptions=False).get("/crash", headers={"Accept": "text/html"})
    assert (answer.status_code, answer.headers["content-type"]) == (500, "text/html; charset=utf-8")
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["x-request-id"] in answer.text
    assert "secret" not in answer.text


def test_a_busy_database_is_said_to_be_busy(app: FastAPI, client: TestClient) -> None:
    """Unavailable carries Retry-After; Broken does not, trying again would not help."""
    raised = iter([Unavailable("busy", code="database"), Broken("changed"), NotFound("gone", pointer="/work")])

    def fail() -> None:
        raise next(raised)

    app.get("/api/v1/fail")(fail)
    busy, broken, gone = (client.get("/api/v1/fail") for _ in range(3))
    assert (busy.status_code, busy.headers["retry-after"]) == (503, "5")
    assert (broken.status_code, "retry-after" in broken.headers) == (500, False)
    assert problem_of(gone)["pointer"] == "/work"


@pytest.mark.parametrize("length", ["99999999999999999999999999", "33554433"])
def test_a_declared_length_is_believed(client: TestClient, length: str) -> None:
    """A body that says it is too large is not read, not even before the key is looked at."""
    answer = client.post(WORKS, content=iter([b""]), headers={"Content-Length": length, "Content-Type": "text/plain"})
    assert (answer.status_code, problem_of(answer)["code"]) == (413, "too-large")
