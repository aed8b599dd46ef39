"""What stands around every answer: its request id, its security headers, and the size a body may declare.

Plain ASGI, outside FastAPI's own stack, so that answers which that stack gives by itself (a crash,
a body that is too large) carry the same. A request id from outside is never believed: it could
name another request, or be written into a log by whoever likes.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import http_problem, too_large
from archive.values import new_id

REQUEST_ID: Final = "X-Request-ID"

SECURITY_HEADERS: Final[Mapping[str, str]] = {
    # Nothing the API answers is a document: a browser that is made to show it runs and loads nothing.
    # Pages bring their own policy, which is as strict and lets in their own style sheet.
    "Content-Security-Policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",  # whoever follows a link out of the archive does not say where from
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class Envelope:
    """Wraps an application whose requests may have ``max_body_bytes``."""

    def __init__(self, app: ASGIApp, max_body_bytes: int) -> None:
        self._app = app
        self._max_body_bytes = max_body_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request_id = new_id()
        scope.setdefault("state", {})["request_id"] = request_id

        head = scope["method"] == "HEAD"
        if (
            head
        ):  # every GET answers HEAD too, without its body (RFC 9110 §9.3.2); FastAPI's routes do not by themselves
            scope = {**scope, "method": "GET"}

        async def send_dressed(message: Message) -> None:
            if message["type"] == "http.response.start":
                _dress(MutableHeaders(scope=message), request_id)
            elif head:
                message = {**message, "body": b""}
            await send(message)

        if _declared_length(scope) > self._max_body_bytes:
            # Before a byte of it is read; FastAPI would refuse it too, but in plain text.
            request = Request(scope, receive)
            await http_problem(request, 413, too_large(request))(scope, receive, send_dressed)
            return
        await self._app(scope, receive, send_dressed)


def _dress(headers: MutableHeaders, request_id: str) -> None:
    headers[REQUEST_ID] = request_id
    for name, value in SECURITY_HEADERS.items():
        headers.setdefault(name, value)


def _declared_length(scope: Scope) -> int:
    declared = Headers(scope=scope).get("content-length", "")
    return int(declared[:20]) if declared.isascii() and declared.isdigit() else 0
