"""``/comparisons``, ``/alignments`` and ``/findings``: what differs, and what people say of it."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from api.deps import ArchivistDep, ReaderDep, ServicesDep, actor
from api.openapi import problems
from api.schemas.comparisons import (
    Alignment,
    Comparison,
    ComparisonLine,
    ComparisonList,
    ComparisonRequest,
    ComparisonsQuery,
    ComparisonView,
    Correction,
    CorrectionRequest,
    Finding,
    ReviewRequest,
    shown,
)
from archive.errors import BadInput
from archive.values import utc_now

router = APIRouter(tags=["comparisons"])

_KEPT: dict[int | str, dict[str, Any]] = {
    200: {"model": Comparison, "description": "This comparison is kept already; nothing was written."}
}


@router.get("/comparisons", responses=problems(401, 404, 422))
def list_comparisons(
    services: ServicesDep, _who: ReaderDep, asked: Annotated[ComparisonsQuery, Query()]
) -> ComparisonList:
    """Comparisons of one work, newest first, or the newest of two versions."""
    if (asked.work is None) == (asked.a is None) or (asked.a is None) != (asked.b is None):
        raise BadInput("expected either work, or a and b", code="missing-field", pointer="/work")
    if asked.work is not None:
        work = services.catalogue.work(asked.work)
        found = services.comparisons.of_work(work.id)
    else:
        newest = services.comparisons.find(asked.a or "", asked.b or "")
        works = services.catalogue.work_of_version(asked.a or "")
        found = [one for one in services.comparisons.of_work(works) if newest and one.id == newest.id]
    return ComparisonList(comparisons=[ComparisonLine.model_validate(one) for one in found])


@router.post("/comparisons", status_code=201, responses={**_KEPT, **problems(401, 403, 404, 422, 503)})
def make_comparison(
    *, asked: ComparisonRequest, services: ServicesDep, who: ArchivistDep, request: Request, response: Response
) -> Comparison:
    """Compare two versions and keep it. The same again is the same comparison."""
    now = utc_now()
    prepared = services.comparisons.prepare(asked.a, asked.b, now=now)
    if prepared.rows is not None:
        with services.database.write() as session:
            services.comparisons.record(session, prepared, actor=actor(who), now=now)
    record = services.comparisons.get(prepared.id)
    response.headers["Location"] = request.app.url_path_for("read_comparison", comparison_id=record.id)
    response.status_code = 201 if prepared.rows is not None else 200
    return shown(record, all_bands=False)


@router.get("/comparisons/{comparison_id}", responses=problems(401, 404, 422))
def read_comparison(
    comparison_id: str, services: ServicesDep, _who: ReaderDep, asked: Annotated[ComparisonView, Query()]
) -> Comparison:
    """One comparison, with its alignment or redline and the findings of the default view."""
    return shown(services.comparisons.get(comparison_id), all_bands=asked.show == "all")


@router.get("/alignments/{alignment_id}", responses=problems(401, 404))
def read_alignment(alignment_id: str, services: ServicesDep, _who: ReaderDep) -> Alignment:
    """Which segments of two versions belong together, and how sure that is."""
    return Alignment.model_validate(services.comparisons.alignment(alignment_id))


@router.post("/alignments/corrections", status_code=201, responses=problems(401, 403, 404, 422, 503))
def correct_alignment(asked: CorrectionRequest, services: ServicesDep, who: ArchivistDep) -> Correction:
    """Add one step to the layer of corrections. The next comparison keeps it and aligns around it."""
    kept = services.comparisons.correct(
        asked.a, asked.b, asked.action, asked.source, asked.target, note=asked.note, by=actor(who), now=utc_now()
    )
    return Correction.model_validate(kept)


@router.get("/findings/{finding_id}", responses=problems(401, 404))
def read_finding(finding_id: str, services: ServicesDep, _who: ReaderDep) -> Finding:
    """One difference with all that was said of it."""
    return Finding.model_validate(services.comparisons.finding(finding_id))


@router.post("/findings/{finding_id}/review", status_code=201, responses=problems(401, 403, 404, 422))
def review_finding(finding_id: str, asked: ReviewRequest, services: ServicesDep, who: ArchivistDep) -> Finding:
    """Accept, dismiss, annotate or reopen a difference. What was said before stays."""
    found = services.comparisons.review(finding_id, asked.status, note=asked.note, by=actor(who), now=utc_now())
    return Finding.model_validate(found)
