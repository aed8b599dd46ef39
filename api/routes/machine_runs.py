"""``/machine-runs``: what a machine makes of an original. Asked for here, done by the worker."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from api.deps import ArchivistDep, ReaderDep, ServicesDep, actor
from api.openapi import problems
from api.schemas.machine import MachineRun, MachineRunLine, MachineRunList, MachineRunRequest, MachineRunsQuery, shown
from api.services import Services
from archive.errors import BadInput
from archive.translation_records import RunStatus
from archive.values import utc_now

router = APIRouter(prefix="/machine-runs", tags=["machine translation"])


@router.get("", responses=problems(401, 404, 422))
def list_runs(services: ServicesDep, _who: ReaderDep, asked: Annotated[MachineRunsQuery, Query()]) -> MachineRunList:
    """Runs, newest first: all of them, or those of one work."""
    if asked.work is not None:
        work = services.catalogue.work(asked.work)
        found = services.translations.of_work(work.id)[asked.offset : asked.offset + asked.limit]
    else:
        found = services.translations.newest(offset=asked.offset, limit=asked.limit)
    return MachineRunList(runs=[MachineRunLine.model_validate(run) for run in found])


_DONE: dict[int | str, dict[str, Any]] = {
    200: {"model": MachineRunLine, "description": "This run stands already; nothing is owed."}
}


@router.post("", status_code=202, responses={**_DONE, **problems(401, 403, 404, 422, 503)})
def request_run(
    *, asked: MachineRunRequest, services: ServicesDep, who: ArchivistDep, request: Request, response: Response
) -> MachineRunLine:
    """Owe a machine translation. The worker does it; ``Location`` says how far it is. The same again is one run."""
    requested = services.translations.request(
        _version(services, asked),
        to=asked.to,
        packages=asked.packages,
        parameters=asked.parameters(),
        again=asked.again,
        actor=actor(who),
        now=utc_now(),
    )
    response.headers["Location"] = request.app.url_path_for("read_run", run_id=requested.id)
    if requested.status is RunStatus.DONE:
        response.status_code = 200
    return MachineRunLine.model_validate(services.translations.get(requested.id))


@router.get("/{run_id}", responses=problems(401, 404))
def read_run(run_id: str, services: ServicesDep, _who: ReaderDep) -> MachineRun:
    """One run: how far it is, and once it is done every sentence with its flags."""
    run = services.translations.get(run_id)
    return shown(run, services.translations.progress(run_id), services.translations.sentences(run_id))


@router.post("/{run_id}/cancel", responses=problems(401, 403, 404, 409))
def cancel_run(run_id: str, services: ServicesDep, who: ArchivistDep) -> MachineRunLine:
    """Take a run back that is not done. One that is done stays: it is a record."""
    return MachineRunLine.model_validate(services.translations.cancel(run_id, actor=actor(who), now=utc_now()))


def _version(services: Services, asked: MachineRunRequest) -> str:
    if (asked.version is None) == (asked.work is None):
        raise BadInput("expected either version or work", code="missing-field", pointer="/version")
    if asked.version is not None:
        return asked.version
    work = services.catalogue.work(asked.work or "")
    found = services.translations.originals(works=[work.id])
    if len(found) != 1:
        raise BadInput(
            f"work {work.id} has {len(found)} originals: name the version", code="missing-field", pointer="/version"
        )
    return found[0]
