"""``/search``: both languages, one answer."""

from __future__ import annotations

from typing import Annotated, Final, TypeVar

from fastapi import APIRouter, Query

from api.deps import ReaderDep, ServicesDep
from api.openapi import problems
from api.schemas.finding import SearchQuery, SearchResults
from archive.errors import BadQuery
from search.query import Query as Parsed
from search.query import parse

router = APIRouter(tags=["search"])

T = TypeVar("T")

_PARAMETERS: Final = {"/language": "/lang", "/date_from": "/from", "/date_to": "/to"}
"""Where the parser's own words for a filter differ from the parameter's name."""


@router.get("/search", responses=problems(401, 422, 503), response_model_exclude_unset=True)
def find(services: ServicesDep, _who: ReaderDep, asked: Annotated[SearchQuery, Query()]) -> SearchResults:
    """Works that answer the query, each with the passages that matched, in their language.

    Without words it lists the works that meet the filters.
    """
    return SearchResults.model_validate(services.search.search(parsed(asked)).as_dict())


def parsed(asked: SearchQuery) -> Parsed:
    """The query as the search understands it; its faults point at our parameters."""
    try:
        return parse(
            asked.q,
            language=[*asked.lang, *asked.language],
            outlet=asked.outlet,
            agent=asked.agent,
            role=asked.role,
            translator=asked.translator,
            kind=asked.kind,
            year=asked.year,
            status=asked.status,
            finding=asked.finding,
            date_from=_one_of(asked, ("from", asked.since), ("date_from", asked.date_from)),
            date_to=_one_of(asked, ("to", asked.until), ("date_to", asked.date_to)),
            has_disclaimer=_one_of(asked, ("disclaimer", asked.disclaimed), ("has_disclaimer", asked.has_disclaimer)),
            mode=asked.mode,
            sort=asked.sort,
            names=asked.names == "on",
            facets=asked.facets,
            limit=asked.limit,
            offset=asked.offset,
        )
    except BadQuery as error:
        error.pointer = _PARAMETERS.get(error.pointer or "", error.pointer)
        raise


def _one_of(asked: SearchQuery, first: tuple[str, T | None], second: tuple[str, T | None]) -> T | None:
    """What two names of one parameter say, if they do not say different things."""
    (name, value), (other, also) = first, second
    if value is None or also is None or value == also:
        return also if value is None else value
    detail = f"{name} and {other} are the same filter and say different things: give one of them"
    error = BadQuery(detail, query=asked.q, position=0, code="bad-filter")
    error.pointer = f"/{other}"
    raise error
