"""``/search``: both languages, one answer."""

from __future__ import annotations

from typing import Annotated, Final

from fastapi import APIRouter, Query

from api.deps import ReaderDep, ServicesDep
from api.openapi import problems
from api.schemas.finding import SearchQuery, SearchResults, options_of
from archive.errors import BadQuery
from search.query import Query as Parsed
from search.query import parse

router = APIRouter(tags=["search"])

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
        return parse(asked.q, **options_of(asked), facets=asked.facets, limit=asked.limit, offset=asked.offset)
    except BadQuery as error:
        error.pointer = _PARAMETERS.get(error.pointer or "", error.pointer)
        raise
