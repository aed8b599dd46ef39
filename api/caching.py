"""Answers that never change, and whether the client holds them already (RFC 9110 §13)."""

from __future__ import annotations

from typing import Final

from fastapi import Request, Response

# What is immutable is still asked for again each time: a text that had to be withdrawn must not
# live on in caches. The answer to "still the same?" costs no body.
REVALIDATE: Final = "no-cache"


def unless_same(request: Request, digest: str, data: bytes, media_type: str) -> Response:
    """The bytes, or 304 when the client holds them already (RFC 9110 §13.1.2)."""
    headers = {"ETag": f'"{digest}"', "Cache-Control": REVALIDATE}
    held = {tag.strip().removeprefix("W/").strip('"') for tag in request.headers.get("if-none-match", "").split(",")}
    if digest in held or "*" in held:
        return Response(status_code=304, headers=headers)
    return Response(data, media_type=media_type, headers=headers)
