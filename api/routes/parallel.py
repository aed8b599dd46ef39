"""``/concordance``, ``/renderings`` and ``/codings``: words in aligned sentences, and what people say of them."""

from __future__ import annotations

from typing import Annotated, Any, Final

from fastapi import APIRouter, Query, Response

from api import exports
from api.deps import ArchivistDep, ReaderDep, ServicesDep, actor
from api.openapi import problems
from api.schemas.parallel import (
    Coding,
    CodingList,
    CodingRequest,
    CodingsQuery,
    Concordance,
    ConcordanceQuery,
    Renderings,
    RenderingsQuery,
    given,
)
from archive.values import utc_now
from search.parallel.question import ask
from search.parallel.service import concordance_recipe

router = APIRouter(tags=["search"])

_TABLES: Final[dict[int | str, dict[str, Any]]] = {
    200: {"content": {"text/csv": {"schema": {"type": "string"}}, "application/jsonl": {"schema": {"type": "string"}}}}
}


@router.get("/concordance", response_model=Concordance, responses={**_TABLES, **problems(401, 422, 503)})
def read_concordance(services: ServicesDep, _who: ReaderDep, asked: Annotated[ConcordanceQuery, Query()]) -> Any:
    """Every occurrence of words in aligned sentences, with its context and the sentence on the other side.

    A hit that people coded carries their codings.
    """
    question = ask(
        asked.q,
        **given(asked),
        order=asked.sort,
        width=asked.width,
        row=asked.row,
        by=asked.by,
        cell=asked.cell,
        offset=asked.offset,
        limit=asked.limit,
    )
    answered = services.parallel.concordance(question).as_dict()
    found = exports.with_codings(answered, services.codings.of_hits(line["id"] for line in answered["lines"]))
    if asked.format == "csv":
        return table("concordance", "csv", exports.as_csv(exports.LINE_COLUMNS, exports.line_rows(found)))
    if asked.format == "jsonl":
        return table("concordance", "jsonl", exports.as_jsonl(found["lines"]))
    return found


@router.get("/renderings", response_model=Renderings, responses={**_TABLES, **problems(401, 422, 503)})
def read_renderings(services: ServicesDep, _who: ReaderDep, asked: Annotated[RenderingsQuery, Query()]) -> Any:
    """What stands for words on the other side, by outlet, translator and year; every hit is in one row."""
    found = services.parallel.renderings(ask(asked.q, **given(asked))).as_dict()
    if asked.format == "csv":
        return table("renderings", "csv", exports.as_csv(exports.ROW_COLUMNS, exports.rendering_rows(found)))
    return found


@router.get("/codings", response_model=CodingList, responses={**_TABLES, **problems(401, 422)})
def list_codings(services: ServicesDep, _who: ReaderDep, asked: Annotated[CodingsQuery, Query()]) -> Any:
    """What people said of hits, oldest first, with all that is needed to check it."""
    where = {"code": asked.code, "work_id": asked.work, "by": asked.by}
    found = services.codings.all(**{name: value for name, value in where.items() if value})
    if asked.format == "csv":
        return table("codings", "csv", exports.as_csv(exports.CODING_COLUMNS, exports.coding_rows(found)))
    if asked.format == "jsonl":
        return table("codings", "jsonl", exports.as_jsonl(one.as_dict() for one in found))
    return {"codings": [one.as_dict() for one in found]}


@router.post("/codings", status_code=201, responses=problems(401, 403, 404, 422, 503))
def add_coding(asked: CodingRequest, services: ServicesDep, who: ArchivistDep) -> Coding:
    """Give a hit a code. What was said before stays."""
    kept = services.codings.add(
        asked.hit,
        asked.code,
        note=asked.note,
        query=asked.query,
        recipe=concordance_recipe(),
        by=actor(who),
        now=utc_now(),
    )
    return Coding.model_validate(kept.as_dict())


def table(name: str, kind: str, content: str) -> Response:
    """A download; the byte order mark tells spreadsheets that a CSV is UTF-8."""
    body = ("\ufeff" + content if kind == "csv" else content).encode()
    headers = {"Content-Disposition": f'attachment; filename="{name}.{kind}"'}
    return Response(body, media_type=exports.MEDIA[kind], headers=headers)
