"""``/captures``: the bytes as received."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from api.caching import unless_same
from api.deps import ReaderDep, ServicesDep
from api.openapi import BYTES, problems
from archive.lookups import capture_bytes

router = APIRouter(tags=["versions"])


@router.get("/captures/{capture_id}", response_class=Response, responses={**BYTES, **problems(401, 404)})
def read_capture(capture_id: str, services: ServicesDep, _who: ReaderDep, request: Request) -> Response:
    """The bytes as received, verified as they are read. Always a download: a saved page is never shown as a page."""
    digest, data = capture_bytes(services.database, services.blobs, capture_id)
    response = unless_same(request, digest, data, "application/octet-stream")
    response.headers["Content-Disposition"] = f'attachment; filename="{digest}.bin"'
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
