"""``/searches``: questions under a name, and what is new to them."""

from __future__ import annotations

from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Query, Request, Response

from api.deps import ArchivistDep, ReaderDep, ServicesDep
from api.keeping import saved_of, standing_dict
from api.openapi import problems
from api.schemas.searches import (
    KeepRequest,
    NewsQuery,
    RenameRequest,
    SavedSearch,
    SavedSearchList,
    SearchesQuery,
    SearchNews,
    SeenRequest,
)
from api.services import Services
from archive.values import utc_now
from search.watching import Saved

router = APIRouter(prefix="/searches", tags=["saved searches"])

_REPLACED: dict[int | str, dict[str, Any]] = {
    200: {"model": SavedSearch, "description": "There was one of this name; this is kept in its place."}
}


@router.get("", responses=problems(401, 422))
def list_searches(services: ServicesDep, _who: ReaderDep, asked: Annotated[SearchesQuery, Query()]) -> SavedSearchList:
    """Kept questions by name, each with the number of works that are new to it.

    A search that more than 1,000 works answer is listed without that number; ask `…/new`.
    """
    total, standings = services.watch.standings(asked.offset, asked.limit)
    searches = [SavedSearch.model_validate(standing_dict(one)) for one in standings]
    return SavedSearchList(total=total, offset=asked.offset, limit=asked.limit, searches=searches)


@router.get("/{name}", responses=problems(401, 404))
def read_search(name: str, services: ServicesDep, _who: ReaderDep) -> SavedSearch:
    """One kept question, with the addresses that ask it."""
    return _shown(services, services.watch.searches.get(name))


@router.put("/{name}", status_code=201, responses={**_REPLACED, **problems(401, 403, 409, 422, 503)})
def keep_search(
    *, name: str, asked: KeepRequest, services: ServicesDep, _who: ArchivistDep, request: Request, response: Response
) -> SavedSearch:
    """Keep a question under a name, in place of any of that name. What a search finds now counts as seen."""
    given = {key: [value] if isinstance(value, str) else value for key, value in asked.parameters.items()}
    saved, is_new = services.watch.keep(saved_of(name, asked.kind, asked.query, given), now=utc_now())
    response.status_code = 201 if is_new else 200
    response.headers["Location"] = quote(request.app.url_path_for("read_search", name=saved.name))
    return _shown(services, saved)


@router.patch("/{name}", responses=problems(401, 403, 404, 409, 422))
def rename_search(name: str, asked: RenameRequest, services: ServicesDep, _who: ArchivistDep) -> SavedSearch:
    """Give it another name; what was seen stays seen."""
    return _shown(services, services.watch.searches.rename(name, asked.name))


@router.delete("/{name}", status_code=204, responses=problems(401, 403, 404))
def delete_search(name: str, services: ServicesDep, _who: ArchivistDep) -> Response:
    """Keep it no longer."""
    services.watch.searches.delete(name)
    return Response(status_code=204)


@router.get("/{name}/new", responses=problems(401, 404, 422, 503))
def read_news(name: str, services: ServicesDep, _who: ReaderDep, asked: Annotated[NewsQuery, Query()]) -> SearchNews:
    """Works that answer now and did not when it was last looked at. Nothing counts as seen by that."""
    return SearchNews.model_validate(services.watch.news(name, offset=asked.offset, limit=asked.limit).as_dict())


@router.post("/{name}/seen", responses=problems(401, 403, 404, 422, 503))
def mark_seen(name: str, services: ServicesDep, _who: ArchivistDep, asked: SeenRequest | None = None) -> SearchNews:
    """From now on what answers counts as seen, for everybody: all of it, or the `versions` that you were shown.

    The answer has what was new until now.
    """
    versions = None if asked is None or asked.versions is None else frozenset(asked.versions)
    return SearchNews.model_validate(services.watch.look(name, now=utc_now(), versions=versions).as_dict())


def _shown(services: Services, saved: Saved) -> SavedSearch:
    return SavedSearch.model_validate(standing_dict(services.watch.standing(saved)))
