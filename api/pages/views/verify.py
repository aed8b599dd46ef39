"""``/verify``: is this file or text kept here, and is it still what was recorded? Nothing handed over is kept.

A file is looked up by its exact bytes and then by the text drawn from it, so that another copy of the
same words is recognised too. The answer stands at ``/verify/{sha256}``, an address to print.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.datastructures import FormData, UploadFile

from api.deps import ReaderDep, ServicesDep
from api.pages.contexts import Problem, VerifiedText, VerifyPage
from api.pages.views.answer import UiDep, answer
from api.services import Services
from archive.errors import BadInput
from archive.intake.deposit import ORIGINAL, Source, assemble
from archive.intake.metadata import Metadata
from archive.intake.readers import encode_inline
from archive.lookups import Kept, kept_under
from archive.values import Digest

router = APIRouter()
SHOWN: Final = 20


async def _form(request: Request, services: ServicesDep, _who: ReaderDep) -> AsyncIterator[FormData]:
    async with request.form(max_files=1, max_fields=2, max_part_size=services.settings.max_file_bytes) as form:
        yield form


@router.get("/verify")
def ask(_who: ReaderDep, ui: UiDep, sha256: str = "") -> Response:
    if sha256.strip():
        return RedirectResponse(ui.url(f"/verify/{sha256.strip()[:100]}"), 303)
    return answer(VerifyPage(), ui)


@router.post("/verify")
def look(services: ServicesDep, ui: UiDep, form: Annotated[FormData, Depends(_form)]) -> Response:
    try:
        data = _data(form)
    except BadInput as error:
        return answer(VerifyPage(problem=_problem(error)), ui, 422)
    exact = Digest.of(data)
    if kept_under(services.database, services.blobs, exact).anything:
        return RedirectResponse(ui.url(f"/verify/{exact}"), 303)
    return RedirectResponse(ui.url(f"/verify/{_canonical(services, data) or exact}"), 303)


@router.get("/verify/{sha256}")
def verify(services: ServicesDep, _who: ReaderDep, ui: UiDep, sha256: str) -> HTMLResponse:
    try:
        digest = Digest(sha256.lower())
    except ValueError as error:
        return answer(VerifyPage(problem=_problem(BadInput(str(error), code="malformed"))), ui, 422)
    kept = kept_under(services.database, services.blobs, digest)
    return answer(VerifyPage(digest, kept, tuple(_texts(services, ui, kept))), ui)


def _data(form: FormData) -> bytes:
    file, text = form.get("file"), form.get("text")
    if isinstance(file, UploadFile) and file.filename:
        return file.file.read()
    if isinstance(text, str) and text.strip():
        return encode_inline(text.replace("\r\n", "\n"))  # a browser sends CRLF whatever was pasted
    raise BadInput("expected a file or a text, found neither", code="missing-field")


def _canonical(services: Services, data: bytes) -> Digest | None:
    """The digest of the text in ``data`` if it is kept; None for what cannot be read or is not kept."""
    try:
        deposit = assemble(Metadata(), {ORIGINAL: Source(data)})
        content = services.intake.preview(deposit, force=True).drafts[0].content
    except BadInput:
        return None
    digest = Digest.of(content.encode())
    return digest if kept_under(services.database, services.blobs, digest).anything else None


def _problem(error: BadInput) -> Problem:
    return Problem("", error.code, type(error).code, error.detail)


def _texts(services: Services, ui: UiDep, kept: Kept) -> Iterable[VerifiedText]:
    """The versions under the digest, those of the very bytes first, each once."""
    found = [*((pair, "bytes") for pair in kept.bytes_of), *((pair, "canonical") for pair in kept.canonical)]
    first: dict[tuple[str, str], str] = {}
    for pair, sort in found:
        first.setdefault(pair, sort)
    for (work, version), sort in list(first.items())[:SHOWN]:
        yield VerifiedText(services.catalogue.work(work), ui.url(f"/w/{work}", a=version), sort)
