"""Who may do what: every route against every role, and the keys themselves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.openapi import describe
from api.services import build
from api.settings import Settings
from archive.intake.receipt import Receipt
from tests.api.conftest import PAIR, WORKS, problem_of

READING = [
    "/api/v1/works", "/api/v1/works/{work}", "/api/v1/works/{work}/chain", "/api/v1/versions/{version}",
    "/api/v1/versions/{version}/text", "/api/v1/versions/{version}/segments", "/api/v1/search?q=market",
    "/api/v1/disclaimers", "/api/v1/log/vkey", "/api/v1/stats", "/api/v1/jobs", "/api/v1/verify/{sha256}",
]  # fmt: skip
WRITING = [("POST", "/api/v1/works"), ("POST", "/api/v1/works/preview"), ("POST", "/api/v1/works/{work}/texts")]
ADMIN = [("GET", "/api/v1/keys"), ("POST", "/api/v1/keys"), ("DELETE", "/api/v1/keys/00000000")]
OPEN = {"/healthz", "/readyz"}


def filled(path: str, pair: Receipt) -> str:
    text = pair.texts[0]
    return path.format(work=pair.work_id, version=text.version_id, sha256=text.bytes_sha256)


@pytest.mark.parametrize("path", READING)
def test_reading_is_open(client: TestClient, pair: Receipt, path: str) -> None:
    """Nobody needs a key to read."""
    assert client.get(filled(path, pair)).status_code == 200


@pytest.mark.parametrize("path", READING)
def test_reading_can_be_closed(data: Path, keys: Mapping[str, str], path: str) -> None:
    """A setting closes every reading route to those without a key."""
    services = build(Settings(data=data, reading_closed=True))
    try:
        client = TestClient(create_app(services))
        address = path.format(work="x", version="x", sha256="0" * 64)
        answer = client.get(address)
        assert (answer.status_code, problem_of(answer)["code"]) == (401, "unauthenticated")
        assert client.get(address, headers={"X-API-Key": keys["reader"]}).status_code in (200, 404)
    finally:
        services.close()


def test_every_route_is_in_one_of_the_matrices(client: TestClient, data: Path) -> None:
    """With reading closed no route but the probes answers a stranger: a new one cannot forget its key."""
    services = build(Settings(data=data, reading_closed=True))
    app = create_app(services)
    stranger = TestClient(app)
    for path, methods in describe(app)["paths"].items():
        address = path.replace("{seq}", "0").replace("{", "").replace("}", "")
        for method in methods:
            status = stranger.request(method.upper(), address).status_code
            assert status == 401 or path in OPEN, (method, path, status)
    services.close()


@pytest.mark.parametrize(
    ("role", "status", "code"),
    [
        (None, 401, "unauthenticated"),
        ("reader", 403, "forbidden"),
        ("revoked", 401, "revoked-key"),
        ("unknown", 401, "unknown-key"),
        ("malformed", 401, "unauthenticated"),
    ],
)
@pytest.mark.parametrize(("method", "path"), WRITING)
def test_writing_needs_an_archivist(
    *,
    client: TestClient,
    keys: Mapping[str, str],
    pair: Receipt,
    refused: Callable[..., Any],
    role: str | None,
    status: int,
    code: str,
    method: str,
    path: str,
) -> None:
    """A stranger, a reader, a revoked key, a key nobody made: refused before the body is read, nothing written."""
    sent = {**keys, "unknown": f"thabat_00000000_{'A' * 43}", "malformed": "hello"}
    headers = {"Authorization": f"Bearer {sent[role]}"} if role else {}
    refused(lambda: client.request(method, filled(path, pair), files=PAIR, headers=headers), status, code)


@pytest.mark.parametrize("role", ["archivist", "admin"])
def test_archivists_and_admins_write(as_role: Callable[[str], TestClient], role: str) -> None:
    """Each role may do all that the one before it may."""
    assert as_role(role).post(WORKS, files=PAIR).status_code == 201


@pytest.mark.parametrize("role", [None, "reader", "archivist", "revoked"])
@pytest.mark.parametrize(("method", "path"), ADMIN)
def test_keys_need_an_admin(
    *,
    client: TestClient,
    as_role: Callable[[str], TestClient],
    nothing_written: Callable[..., Any],
    role: str | None,
    method: str,
    path: str,
) -> None:
    """Nobody below an admin sees, makes or revokes keys."""
    asker = as_role(role) if role else client
    with nothing_written():
        answer = asker.request(method, path, json={"name": "x", "role": "admin"} if method == "POST" else None)
    problem_of(answer)
    assert answer.status_code == (403 if role in ("reader", "archivist") else 401)


def test_a_bad_key_is_refused_even_where_none_is_needed(client: TestClient, keys: Mapping[str, str]) -> None:
    """Whoever sends a revoked key is told so, also when reading."""
    answer = client.get(WORKS, headers={"X-API-Key": keys["revoked"]})
    assert (answer.status_code, problem_of(answer)["code"]) == (401, "revoked-key")
    assert answer.headers["www-authenticate"].startswith("Bearer")


def test_the_life_of_a_key(as_role: Callable[[str], TestClient], client: TestClient) -> None:
    """Made, shown once, used, listed without its secret, revoked, refused."""
    admin = as_role("admin")
    made = admin.post("/api/v1/keys", json={"name": "Upload desk", "role": "archivist"})
    assert (made.status_code, made.headers["cache-control"]) == (201, "no-store")
    key = made.json()["key"]
    assert client.post(WORKS, files=PAIR, headers={"X-API-Key": key}).status_code == 201
    listed = admin.get("/api/v1/keys")
    assert made.json()["id"] in [item["id"] for item in listed.json()["keys"]]
    assert key.split("_", 2)[2] not in listed.text
    gone = admin.delete(f"/api/v1/keys/{made.json()['id']}")
    assert gone.json()["revoked_at"] is not None
    answer = client.post(WORKS, files=PAIR, headers={"X-API-Key": key})
    assert problem_of(answer)["code"] == "revoked-key"
    assert admin.delete(f"/api/v1/keys/{made.json()['id']}").json() == gone.json()


@pytest.mark.parametrize(
    ("body", "code", "pointer"),
    [
        ({"name": "x", "role": "king"}, "malformed", "/role"),
        ({"name": "x"}, "missing-field", "/role"),
        ({"name": " ", "role": "reader"}, "bad-input", "/name"),
        ({"name": "x" * 201, "role": "reader"}, "bad-input", "/name"),
        ({"name": "x", "role": "reader", "expires": "never"}, "unknown-field", "/expires"),
        ("text", "malformed", ""),
    ],
)
def test_bad_keys(
    as_role: Callable[[str], TestClient], refused: Callable[..., Any], body: Any, code: str, pointer: str
) -> None:
    """A key needs a name and a role that there is."""
    refused(lambda: as_role("admin").post("/api/v1/keys", json=body), 422, code, pointer)


def test_a_key_request_says_that_it_is_json(as_role: Callable[[str], TestClient], refused: Callable[..., Any]) -> None:
    """A form of another site cannot make keys: JSON under another name is not read."""
    body = b'{"name": "x", "role": "admin"}'
    refused(
        lambda: as_role("admin").post("/api/v1/keys", content=body, headers={"Content-Type": "text/plain"}),
        422, "malformed", "",
    )  # fmt: skip


def test_no_key_that_is_not_there_can_be_revoked(as_role: Callable[[str], TestClient]) -> None:
    """404, in the one shape."""
    assert problem_of(as_role("admin").delete("/api/v1/keys/00000000"))["status"] == 404
