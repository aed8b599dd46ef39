"""Fixtures strategy.

``services`` (from above) is an open archive, fresh for its test; here its folder is copied from a
template that holds one key for each role, in ``keys`` by role, and a revoked one under ``"revoked"``.
``client`` asks as nobody; ``as_role("archivist")`` is the same archive asked with a key. ``upload`` sends a
form, ``inline`` JSON, both as the archivist. Wrap a request that must write nothing in ``nothing_written()``:
it compares the row count of every table and the blobs.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import func, select
from sqlmodel import SQLModel
from starlette.testclient import TestClient

from api.app import create_app
from api.services import Services, build
from api.settings import Settings
from archive.models.people import Role
from archive.values import utc_now
from tests.samples import ARABIC, ENGLISH

WORKS = "/api/v1/works"
PAIR = {"original": ARABIC.encode(), "translation": ENGLISH.encode()}

Client = Callable[..., Any]


@pytest.fixture(scope="session")
def keyed(template: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Mapping[str, str]]:
    """The template with keys in it, and the keys."""
    folder = Path(shutil.copytree(template, tmp_path_factory.mktemp("keyed") / "data"))
    services = build(Settings(data=folder))
    made = {role.value: services.keys.create(role.value, role, actor="test", now=utc_now())[0] for role in Role}
    key, info = services.keys.create("gone", Role.ADMIN, actor="test", now=utc_now())
    services.keys.revoke(info.id, actor="test", now=utc_now())
    services.close()
    return folder, {**made, "revoked": key}


@pytest.fixture
def keys(keyed: tuple[Path, Mapping[str, str]]) -> Mapping[str, str]:
    return keyed[1]


@pytest.fixture
def data(keyed: tuple[Path, Mapping[str, str]], tmp_path: Path) -> Path:
    """The folder of an archive without works, with a key for each role."""
    return Path(shutil.copytree(keyed[0], tmp_path / "data"))


@pytest.fixture
def app(services: Services) -> FastAPI:
    return create_app(services)


@pytest.fixture
def client(app: FastAPI) -> TestClient:
    return TestClient(app)


@pytest.fixture
def as_role(app: FastAPI, keys: Mapping[str, str]) -> Callable[[str], TestClient]:
    def _as_role(role: str) -> TestClient:
        return TestClient(app, headers={"Authorization": f"Bearer {keys[role]}"})

    return _as_role


@pytest.fixture
def archivist(as_role: Callable[[str], TestClient]) -> TestClient:
    return as_role("archivist")


@pytest.fixture
def upload(archivist: TestClient) -> Client:
    """``upload({"original": bytes, …}, metadata={…}, to=WORKS, **fields)``; a value may be ``(filename, bytes, type)``."""

    def _upload(files: Mapping[str, Any], metadata: Any = None, to: str = WORKS, **fields: str) -> Any:
        parts = {name: value if isinstance(value, tuple) else (f"{name}.txt", value) for name, value in files.items()}
        form = {"metadata": metadata if isinstance(metadata, str) else json.dumps(metadata or {}), **fields}
        form = {name: value for name, value in form.items() if name not in parts}
        return archivist.post(to, files=parts, data=form)

    return _upload


@pytest.fixture
def inline(archivist: TestClient) -> Client:
    def _inline(body: Any, to: str = WORKS) -> Any:
        content = body if isinstance(body, bytes | str) else json.dumps(body)
        return archivist.post(to, content=content, headers={"Content-Type": "application/json"})

    return _inline


@pytest.fixture
def holdings(services: Services) -> Callable[[], dict[str, int]]:
    """How many rows each table has, and how many blobs there are."""

    def _holdings() -> dict[str, int]:
        with services.database.read() as session:
            rows = {
                name: session.execute(select(func.count()).select_from(table)).scalar_one()
                for name, table in SQLModel.metadata.tables.items()
            }
        return {**rows, "blobs": len(list(services.blobs.digests()))}

    return _holdings


@pytest.fixture
def nothing_written(holdings: Callable[[], dict[str, int]]) -> Callable[[], AbstractContextManager[None]]:
    @contextmanager
    def _nothing_written() -> Iterator[None]:
        before = holdings()
        yield
        assert holdings() == before

    return _nothing_written


@pytest.fixture
def refused(nothing_written: Callable[[], AbstractContextManager[None]]) -> Callable[..., dict[str, Any]]:
    """``refused(lambda: request, status, code, pointer)``: the request is answered so, in the one shape, nothing written."""

    def _refused(ask: Callable[[], Any], status: int, code: str, pointer: str | None = None) -> dict[str, Any]:
        with nothing_written():
            answer = ask()
        problem = problem_of(answer)
        assert (answer.status_code, problem["code"], problem["pointer"]) == (status, code, pointer), problem
        return problem

    return _refused


def problem_of(answer: Any) -> dict[str, Any]:
    """The body of ``answer``, which must be a problem in the one shape (RFC 9457 and our members)."""
    assert answer.headers["content-type"] == "application/problem+json", answer.text[:300]
    problem: dict[str, Any] = answer.json()
    assert set(problem) - {"position"} == {
        "type", "title", "status", "detail", "instance", "code", "pointer", "request_id",
    }  # fmt: skip
    assert problem["status"] == answer.status_code
    assert problem["type"].startswith("/api/v1/docs#")
    assert problem["title"]
    assert problem["detail"]
    assert problem["request_id"] == answer.headers["x-request-id"]
    assert problem["instance"] == f"urn:uuid:{problem['request_id']}"
    assert "Traceback" not in answer.text
    assert ".py" not in answer.text
    return problem
