"""``/works``: what is kept, and the door through which more comes in."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from api.deps import ArchivistDep, ReaderDep, ServicesDep, actor
from api.openapi import DEPOSIT_BODY, problems
from api.routes.previewing import preview_of
from api.schemas.deposits import Preview, Receipt
from api.schemas.finding import WorksQuery
from api.schemas.lists import WorkLine, WorkList
from api.schemas.works import Chain, Derivation, Hop, TextChain, Work
from api.submission import SubmissionDep
from archive.history import TextRecord, VersionRecord, WorkRecord
from archive.intake.receipt import Receipt as Kept
from archive.values import utc_now

router = APIRouter(prefix="/works", tags=["works"])

_EXISTING: dict[int | str, dict[str, Any]] = {
    200: {"model": Receipt, "description": "These very bytes are kept already; nothing was written."}
}
_WRITING = problems(401, 403, 409, 413, 415, 422, 503)


@router.get("", responses=problems(401, 422))
def list_works(services: ServicesDep, _who: ReaderDep, asked: Annotated[WorksQuery, Query()]) -> WorkList:
    """Works, newest first."""
    found, total = services.catalogue.works(
        offset=asked.offset,
        limit=asked.limit,
        kind=asked.kind,
        outlet=asked.outlet,
        has_disclaimer=asked.has_disclaimer,
        missing_role=asked.missing,
    )
    lines = [WorkLine.model_validate(line) for line in found]
    return WorkList(total=total, offset=asked.offset, limit=asked.limit, works=lines)


@router.post("", status_code=201, responses={**_EXISTING, **_WRITING}, openapi_extra=DEPOSIT_BODY)
def deposit(
    services: ServicesDep, who: ArchivistDep, given: SubmissionDep, request: Request, response: Response
) -> Receipt:
    """Keep an original, its translation, or both, as one work."""
    kept = services.intake.deposit(given.deposit(), actor=actor(who), now=utc_now(), force=given.force)
    return _answer(kept, request, response)


@router.post("/preview", responses=_WRITING, openapi_extra=DEPOSIT_BODY)
def preview(services: ServicesDep, given: SubmissionDep) -> Preview:
    """Everything a deposit would check and find. Nothing is written."""
    return preview_of(services, given.deposit(), force=given.force)


@router.get("/{work_id}", responses=problems(401, 404))
def read_work(work_id: str, services: ServicesDep, _who: ReaderDep) -> Work:
    """The whole record: texts, versions, captures, chain, disclaimers, derivations, journal."""
    return Work.model_validate(services.catalogue.work(work_id))


@router.get("/{work_id}/chain", responses=problems(401, 404))
def read_chain(work_id: str, services: ServicesDep, _who: ReaderDep) -> Chain:
    """Through whose hands each version of the work passed, and on what evidence."""
    work = services.catalogue.work(work_id)
    chains = [_chain(work, text, version) for text in work.texts for version in text.versions]
    return Chain(work=work.id, versions=chains)


@router.post(
    "/{work_id}/texts",
    status_code=201,
    responses={**_EXISTING, **_WRITING, **problems(404)},
    openapi_extra=DEPOSIT_BODY,
)
def join(
    *,
    work_id: str,
    services: ServicesDep,
    who: ArchivistDep,
    given: SubmissionDep,
    request: Request,
    response: Response,
) -> Receipt:
    """Add a text, or a new version of one, to a work that is kept already."""
    wanted = given.deposit(to_work=work_id)
    kept = services.intake.deposit(wanted, actor=actor(who), now=utc_now(), force=given.force)
    return _answer(kept, request, response)


def _answer(kept: Kept, request: Request, response: Response) -> Receipt:
    response.headers["Location"] = request.app.url_path_for("read_work", work_id=kept.work_id)
    if not kept.created:
        response.status_code = 200
    return Receipt.model_validate(kept)


def _chain(work: WorkRecord, text: TextRecord, version: VersionRecord) -> TextChain:
    origins = [origin for origin in work.derivations if origin.target_id == version.id]
    return TextChain(
        text=text.id,
        version=version.id,
        number=version.number,
        role=text.role,
        language=text.language,
        hops=[Hop.model_validate(hop) for hop in version.hops],
        derivations=[Derivation.model_validate(origin) for origin in origins],
    )
