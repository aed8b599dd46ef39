"""Errors into answers: which status, and one shape (RFC 9457) whatever went wrong and wherever.

The status is a table here and no property of an error. API paths always answer problem+json; a
page answers a reader who prefers HTML with an error page. Nothing of a stack trace, a query or a
path on disk leaves through here: an error nobody foresaw says only its request id.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any, Final

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, Response
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

from api.pages.contexts import ErrorPage
from api.pages.rendering import HEADERS as PAGE_HEADERS
from api.pages.rendering import render
from api.pages.ui import Ui
from api.schemas.problem import MEDIA_TYPE, Problem
from api.strict_json import pointer_to
from archive.errors import (
    BadFile,
    BadInput,
    BadQuery,
    Broken,
    Conflict,
    Forbidden,
    NotFound,
    ThabatError,
    Unauthenticated,
    Unavailable,
)

log = logging.getLogger("thabat.api")

API_PREFIX: Final = "/api/"
PROBES: Final = frozenset({"/healthz", "/readyz"})
TYPES: Final = "/api/v1/docs"
RETRY_AFTER_SECONDS: Final = 5
MAX_DETAIL: Final = 2_000  # code points; a fault may quote what was sent, but not all of it
MAX_POINTER: Final = 400

STATUS: Final[Sequence[tuple[type[ThabatError], str | None, int]]] = (
    (BadFile, "too-large", 413),
    (BadFile, "unsupported", 415),
    (BadInput, None, 422),
    (NotFound, None, 404),
    (Conflict, None, 409),
    (Unauthenticated, None, 401),
    (Forbidden, None, 403),
    (Unavailable, None, 503),
    (Broken, None, 500),
    (ThabatError, None, 500),
)
"""The first row whose class (and code, where one is named) fits."""

HTTP_ERRORS: Final[Mapping[int, tuple[str, str]]] = {
    400: ("malformed-request", "The request cannot be read"),
    404: ("not-found", "Not found"),
    405: ("method-not-allowed", "This cannot be done to that"),
    413: ("too-large", "The request is too large"),
    415: ("unsupported-media-type", "The body is of a kind that is not taken here"),
    500: ("internal-error", "Something went wrong on our side"),
}
"""Errors that HTTP itself names: status to code and title."""


def install(app: FastAPI) -> None:
    """Let ``app`` answer every error through here."""
    app.add_exception_handler(ThabatError, _on_ours)
    app.add_exception_handler(RequestValidationError, _on_validation)
    app.add_exception_handler(HTTPException, _on_http)
    app.add_exception_handler(Exception, _on_unforeseen)


def status_of(error: ThabatError) -> int:
    return next(
        status for kind, code, status in STATUS if isinstance(error, kind) and (code is None or code == error.code)
    )


def http_problem(request: Request, status: int, detail: str, headers: Mapping[str, str] | None = None) -> Response:
    """The answer for an error that HTTP itself names."""
    code, title = HTTP_ERRORS.get(status, ("http-error", HTTPStatus(status).phrase))
    return _answer(request, status=status, kind=code, code=code, title=title, detail=detail, headers=headers)


def _on_ours(request: Request, error: Exception) -> Response:
    assert isinstance(error, ThabatError)  # noqa: S101 - registered for this class alone
    status = status_of(error)
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        log.error("request %s: %s %s", request.state.request_id, type(error).__name__, error.code)
    return _answer(
        request,
        status=status,
        kind=type(error).code,
        code=error.code,
        title=error.title,
        detail=error.detail,
        pointer=error.pointer,
        position=error.position if isinstance(error, BadQuery) else None,
        headers=_headers_of(status),
    )


def _headers_of(status: int) -> dict[str, str]:
    if status == HTTPStatus.UNAUTHORIZED:
        return {"WWW-Authenticate": 'Bearer realm="thabat"'}
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        return {"Retry-After": str(RETRY_AFTER_SECONDS)}
    return {}


def _on_validation(request: Request, error: Exception) -> Response:
    """A parameter or body that FastAPI could not read: the first fault, and how many there are."""
    assert isinstance(error, RequestValidationError)  # noqa: S101 - registered for this class alone
    faults = error.errors()
    first: dict[str, Any] = faults[0]
    place, *path = first["loc"]
    where = " ".join([str(place), *(map(str, path) if first["type"] != "json_invalid" else ())])
    more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
    return _answer(
        request,
        status=422,
        kind=BadInput.code,
        code=_VALIDATION_CODES.get(first["type"], "malformed"),
        title=BadInput.title,
        detail=f"{where}: {first['msg']}{more}",
        pointer=pointer_to(path) if first["type"] != "json_invalid" else "",
    )


_VALIDATION_CODES: Final = {"extra_forbidden": "unknown-field", "missing": "missing-field"}


def _on_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for this class alone
    detail = error.detail
    if error.status_code == HTTPStatus.NOT_FOUND:
        detail = f"there is nothing at {request.url.path}"
    if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        detail = f"{request.method} is not among what can be done here"
    if error.status_code == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        detail = too_large(request)
    return http_problem(request, error.status_code, detail, error.headers)


def too_large(request: Request) -> str:
    return f"a request may have at most {request.app.max_body_size:,} bytes; this one has more"


def _on_unforeseen(request: Request, error: Exception) -> Response:
    """The traceback goes to the log, by the server; what was asked for and sent goes nowhere."""
    log.error("request %s: unforeseen %s", request.state.request_id, type(error).__name__)
    return http_problem(request, 500, "this was not foreseen; the log of the server has it under this request id")


def _answer(
    request: Request,
    *,
    status: int,
    kind: str,
    code: str,
    title: str,
    detail: str,
    pointer: str | None = None,
    position: int | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response:
    request_id: str = request.state.request_id
    problem = Problem(
        type=f"{TYPES}#{kind}",
        title=title,
        status=status,
        detail=_shown(detail, MAX_DETAIL),
        instance=f"urn:uuid:{request_id}",
        code=code,
        pointer=None if pointer is None else _shown(pointer, MAX_POINTER),
        request_id=request_id,
        position=position,
    )
    if _wants_page(request):
        return _page(request, problem, headers)
    absent = {"position"} if position is None else None
    return JSONResponse(problem.model_dump(exclude=absent), status, headers, media_type=MEDIA_TYPE)


def _shown(text: str, limit: int) -> str:
    """``text`` cut to ``limit``, and printable even where it quotes something that is not."""
    return text[:limit].encode("utf-8", "backslashreplace").decode("utf-8")


def _wants_page(request: Request) -> bool:
    path = request.url.path
    return not path.startswith(API_PREFIX) and path not in PROBES and "text/html" in request.headers.get("accept", "")


def _page(request: Request, problem: Problem, headers: Mapping[str, str] | None) -> Response:
    page = ErrorPage(problem.status, problem.code, problem.detail, problem.request_id)
    html = render(page, Ui.of(request.url.path, request.url.query))
    return HTMLResponse(html, problem.status, {**PAGE_HEADERS, **(headers or {})})
