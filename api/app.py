"""The web application: services in, one FastAPI application out. Routes are modules; nothing is wired elsewhere.

The JSON API stands at ``/api/v1``, the pages at ``/`` and, in Arabic, at ``/ar/``, the probes at
``/healthz`` and ``/readyz``. No document of ours loads anything from another host.
"""

from __future__ import annotations

from typing import Any, Final

from fastapi import APIRouter, FastAPI
from starlette.types import ASGIApp

from api import errors, pages
from api.envelope import Envelope
from api.limits import MAX_FIELDS, MAX_FILES, MAX_METADATA_BYTES
from api.openapi import ANY_PROBLEM, describe
from api.routes import (
    agents,
    captures,
    comparisons,
    description,
    disclaimers,
    finding,
    health,
    keys,
    likeness,
    log,
    machine_runs,
    names,
    parallel,
    searches,
    stats,
    verify,
    versions,
    works,
)
from api.services import Services, build
from api.settings import Settings

VERSION_PREFIX: Final = "/api/v1"
_NOUNS: Final = (
    works,
    versions,
    captures,
    comparisons,
    likeness,
    machine_runs,
    finding,
    searches,
    parallel,
    names,
    disclaimers,
    agents,
    log,
    verify,
    stats,
    keys,
    description,
)


class Application(FastAPI):
    """FastAPI with our envelope around all of it, and our description of the API."""

    def build_middleware_stack(self) -> ASGIApp:
        # Around FastAPI's own stack and not inside it: a crash and a body that is too large are
        # answered there, and those answers carry the request id and the headers too.
        assert self.max_body_size is not None  # noqa: S101 - create_app sets it
        return Envelope(super().build_middleware_stack(), self.max_body_size)

    def openapi(self) -> dict[str, Any]:
        return describe(self)


def create_app(given: Services | Settings) -> FastAPI:
    """The application over an open archive; over settings, it opens the archive they name.

    Whoever opened the services closes them: for settings, ``app.state.services.close()``.
    """
    services = build(given) if isinstance(given, Settings) else given
    app = Application(
        title=services.settings.title,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        max_body_size=services.settings.max_body_bytes,
        form_limits={"max_files": MAX_FILES, "max_fields": MAX_FIELDS, "max_part_size": MAX_METADATA_BYTES},
        strict_content_type=True,
        redirect_slashes=False,
    )
    app.state.services = services
    errors.install(app)
    app.include_router(_api(), prefix=VERSION_PREFIX)
    app.include_router(health.router)
    pages.mount_static(app)
    for router in pages.routers():
        app.include_router(router)
    return app


def _api() -> APIRouter:
    router = APIRouter(responses=ANY_PROBLEM)
    for module in _NOUNS:
        router.include_router(module.router)
    return router
