"""``/likeness``: a machine's text beside a person's translation of the same original."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from api.deps import ArchivistDep, ReaderDep, ServicesDep, actor
from api.openapi import problems
from api.schemas.likeness import Likeness, LikenessQuery, LikenessRequest, shown
from archive.values import utc_now

router = APIRouter(prefix="/likeness", tags=["machine translation"])

_KEPT: dict[int | str, dict[str, Any]] = {
    200: {"model": Likeness, "description": "This is kept already; nothing was written."}
}


@router.get("", responses=problems(401, 404, 409, 422, 503))
def look_at_likeness(services: ServicesDep, _who: ReaderDep, asked: Annotated[LikenessQuery, Query()]) -> Likeness:
    """Original, person and machine row by row: likeness, not quality. Nothing is written."""
    return shown(services.witnesses.look(asked.machine, asked.human, now=utc_now()))


@router.post("", status_code=201, responses={**_KEPT, **problems(401, 403, 404, 409, 422, 503)})
def keep_likeness(
    *, asked: LikenessRequest, services: ServicesDep, who: ArchivistDep, request: Request, response: Response
) -> Likeness:
    """Keep it, with the comparison that it stands on. The same again is the same."""
    now = utc_now()
    record = services.witnesses.keep(asked.machine, asked.human, score=asked.score, actor=actor(who), now=now)
    response.headers["Location"] = request.app.url_path_for("read_likeness", likeness_id=record.id)
    response.status_code = 201 if record.recorded_at == now else 200
    return shown(record)


@router.get("/{likeness_id}", responses=problems(401, 404))
def read_likeness(likeness_id: str, services: ServicesDep, _who: ReaderDep) -> Likeness:
    """A kept one by its id."""
    return shown(services.witnesses.get(likeness_id))
