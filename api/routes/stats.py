"""``/stats`` and ``/jobs``: what the archive holds, and what it still owes."""

from __future__ import annotations

from fastapi import APIRouter

from api.deps import ReaderDep, ServicesDep
from api.openapi import problems
from api.schemas.lists import Stats
from api.schemas.operations import Jobs
from archive import jobs

router = APIRouter(tags=["operations"])


@router.get("/stats", responses=problems(401))
def read_stats(services: ServicesDep, _who: ReaderDep) -> Stats:
    """What the archive holds, counted now."""
    return Stats.model_validate(services.catalogue.counts())


@router.get("/jobs", responses=problems(401))
def read_jobs(services: ServicesDep, _who: ReaderDep) -> Jobs:
    """How many jobs are in which state."""
    with services.database.read() as session:
        return Jobs.model_validate({**jobs.counts(session), "waiting": jobs.waiting(session)})
