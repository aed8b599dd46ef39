"""``/upload``: hand over a pair, one side, or the side that a work still lacks.

The key travels in the form itself, so no other site can make a visitor's browser deposit anything.
On an error nothing is kept and the form comes back as it was filled, with the message beside its field.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse
from starlette.datastructures import FormData, UploadFile

from api.deps import ReaderDep, ServicesDep, actor
from api.errors import status_of
from api.pages.contexts import ReceiptPage, UploadForm, UploadPage
from api.pages.deposit_form import REFILLED, SIDES, metadata_of, problem_of
from api.pages.views.answer import UiDep, answer
from api.services import Services
from api.submission import content_type_of, require_utf8
from archive.errors import BadFile, BadInput, Conflict, NotAllowed, NotFound, ThabatError
from archive.history import WorkRecord
from archive.intake.deposit import Source, assemble
from archive.intake.metadata import from_mapping
from archive.intake.receipt import Receipt
from archive.models.people import Role
from archive.values import utc_now

router = APIRouter()
MAX_FIELDS: Final = 40
"""The form has nineteen; a form with very many more is not ours."""

UNTOLD: Final = "application/octet-stream"  # what a browser says of a file whose type it does not know


@dataclass(frozen=True, slots=True)
class Filled:
    """The form as it was sent."""

    values: Mapping[str, str]
    sources: Mapping[str, Source]


async def _form(request: Request, services: ServicesDep) -> AsyncIterator[FormData]:
    limit = services.settings.max_file_bytes
    require_utf8(content_type_of(request))
    async with request.form(max_files=len(SIDES), max_fields=MAX_FIELDS, max_part_size=limit) as form:
        yield form


def _filled(form: Annotated[FormData, Depends(_form)]) -> Filled:
    values = {name: value for name, value in form.items() if isinstance(value, str)}
    files = {side: form.get(f"{side}_file") for side in SIDES}
    sources = {side: _source(file) for side, file in files.items() if isinstance(file, UploadFile) and file.filename}
    return Filled(values, sources)


def _source(file: UploadFile) -> Source:
    """The file with its name as something to show, never a path, and its type if the browser knew one."""
    name = PurePosixPath((file.filename or "").replace("\\", "/")).name
    media_type = None if file.content_type == UNTOLD else file.content_type
    return Source(file.file.read(), filename="".join(filter(str.isprintable, name)) or None, media_type=media_type)


@router.get("/upload")
def form(services: ServicesDep, _who: ReaderDep, ui: UiDep, to: str = "") -> HTMLResponse:
    return answer(UploadPage(UploadForm(), target=_target(services, to)), ui)


@router.post("/upload")
def deposit(services: ServicesDep, ui: UiDep, filled: Annotated[Filled, Depends(_filled)]) -> HTMLResponse:
    try:
        receipt = _deposit(services, filled)
    except (BadInput, Conflict, NotAllowed, NotFound) as error:
        return _again(services, ui, filled, error)
    return answer(ReceiptPage(receipt), ui, 201 if receipt.created else 200)


def _deposit(services: Services, filled: Filled) -> Receipt:
    who = services.keys.authenticate(filled.values.get("key", ""))
    who.require(Role.ARCHIVIST)
    target = _target(services, filled.values.get("to", ""))
    for side, source in filled.sources.items():
        _check_size(side, len(source.data), services.settings.max_file_bytes)
    metadata = from_mapping(metadata_of(filled.values, list(filled.sources), target))
    request = assemble(metadata, filled.sources, to_work=target.id if target else None)
    return services.intake.deposit(request, actor=actor(who), now=utc_now(), force=bool(filled.values.get("force")))


def _check_size(side: str, size: int, limit: int) -> None:
    if size > limit:
        detail = f"a file may have at most {limit:,} bytes, this one has {size:,}"
        raise BadFile(detail, code="too-large", pointer=f"/{side}/file")


def _target(services: Services, work_id: str) -> WorkRecord | None:
    return services.catalogue.work(work_id) if work_id else None


def _again(services: Services, ui: UiDep, filled: Filled, error: ThabatError) -> HTMLResponse:
    """The form as it was filled. A stranger learns nothing of the work it was to be added to."""
    values = {name: value for name, value in filled.values.items() if name in REFILLED}
    known = not isinstance(error, NotAllowed | NotFound) or not services.settings.reading_closed
    target = None if isinstance(error, NotFound) or not known else _target(services, values.get("to", ""))
    status = status_of(error)
    headers = {"WWW-Authenticate": 'Bearer realm="thabat"'} if status == 401 else {}
    return answer(UploadPage(UploadForm(values), (problem_of(error),), target), ui, status, headers)
