"""``/names``: the archive's own gazetteer, what was rejected for it, and what aligned sentences propose."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Response

from api.deps import ArchivistDep, ReaderDep, ServicesDep
from api.openapi import problems
from api.schemas.names import (
    CandidateList,
    CandidatesQuery,
    Name,
    NameCandidate,
    NameList,
    NameRequest,
    NamesQuery,
    RejectedQuery,
    Rejection,
    RejectionList,
    RejectionRequest,
)
from search.names import curated
from search.names.editing import entry_id
from search.names.gazetteer import Entry, Gazetteer

router = APIRouter(prefix="/names", tags=["names"])

_KEPT: dict[int | str, dict[str, Any]] = {
    200: {"model": Name, "description": "These spellings are one name already; nothing was written."}
}


@router.get("", responses=problems(401, 422))
def list_names(services: ServicesDep, _who: ReaderDep, asked: Annotated[NamesQuery, Query()]) -> NameList:
    """The archive's own names, each with its spellings. With `q` also those that come with Thabat."""
    own = services.names.accepted()
    found = [_shown(one) for one in (Gazetteer(own).find(asked.q) if asked.q.strip() else own)]
    if asked.q.strip():
        found += [_shown(one, "thabat") for one in curated().find(asked.q)]
    page = found[asked.offset : asked.offset + asked.limit]
    return NameList(total=len(found), offset=asked.offset, limit=asked.limit, names=page)


@router.post("", status_code=201, responses={**_KEPT, **problems(401, 403, 422, 503)})
def add_name(asked: NameRequest, services: ServicesDep, _who: ArchivistDep, response: Response) -> Name:
    """Take spellings as one name: a search finds them at once. Two of them that were rejected no longer are."""
    kept, is_new = services.names.add(_entry(asked))
    response.status_code = 201 if is_new else 200
    return _shown(kept)


@router.get("/candidates", responses=problems(401, 422, 503))
def list_candidates(
    services: ServicesDep, _who: ReaderDep, asked: Annotated[CandidatesQuery, Query()]
) -> CandidateList:
    """What aligned sentences propose, without what is known or rejected. A part is read when it is first asked for."""
    read = services.proposals.part(asked.part)
    found = [one for one in services.names.open(read.candidates) if one.together >= asked.least]
    page = found[asked.offset : asked.offset + asked.limit]
    return CandidateList(
        part=read.part,
        parts=read.parts,
        read=read.read,
        sentences=read.all,
        total=len(found),
        offset=asked.offset,
        limit=asked.limit,
        candidates=[NameCandidate.model_validate(one.as_dict()) for one in page],
    )


@router.get("/rejected", responses=problems(401, 422))
def list_rejected(services: ServicesDep, _who: ReaderDep, asked: Annotated[RejectedQuery, Query()]) -> RejectionList:
    """Pairs that are not one name, and are not proposed again."""
    found = services.names.rejected()
    page = [_rejection(one) for one in found[asked.offset : asked.offset + asked.limit]]
    return RejectionList(total=len(found), offset=asked.offset, limit=asked.limit, rejected=page)


@router.post("/rejected", status_code=201, responses=problems(401, 403, 422, 503))
def reject_pair(asked: RejectionRequest, services: ServicesDep, _who: ArchivistDep) -> Rejection:
    """Two spellings are not one name: they are not proposed again."""
    return _rejection(services.names.reject(asked.latin, asked.arabic))


@router.delete("/rejected/{name_id}", status_code=204, responses=problems(401, 403, 404, 422, 503))
def take_back_rejection(name_id: str, services: ServicesDep, _who: ArchivistDep) -> Response:
    """Let a rejected pair be proposed again."""
    services.names.take_back(name_id)
    return Response(status_code=204)


@router.put("/{name_id}", responses=problems(401, 403, 404, 422, 503))
def replace_name(name_id: str, asked: NameRequest, services: ServicesDep, _who: ArchivistDep) -> Name:
    """Put other spellings in the place of a name. It has another id then."""
    return _shown(services.names.replace(name_id, _entry(asked)))


@router.delete("/{name_id}", status_code=204, responses=problems(401, 403, 404, 422, 503))
def remove_name(name_id: str, services: ServicesDep, _who: ArchivistDep) -> Response:
    """Take a name out of the archive's own."""
    services.names.remove(name_id)
    return Response(status_code=204)


def _entry(asked: NameRequest) -> Entry:
    return Entry(tuple(asked.arabic), tuple(asked.latin), asked.kind)


def _shown(entry: Entry, source: Literal["archive", "thabat"] = "archive") -> Name:
    fields = {"id": entry_id(entry), "kind": entry.kind, "arabic": entry.arabic, "latin": entry.latin}
    return Name.model_validate({**fields, "source": source})


def _rejection(entry: Entry) -> Rejection:
    return Rejection(id=entry_id(entry), arabic=list(entry.arabic), latin=list(entry.latin))
