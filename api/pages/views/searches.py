"""``/searches``: what is kept under a name, what is new to it; ``/keep/PAGE``: keep what a page was asked.

The key travels in the form itself, so no other site can make a visitor's browser keep or delete anything.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Final
from urllib.parse import quote

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.deps import ReaderDep, ServicesDep
from api.keeping import saved_of
from api.pages.results import fault_of, page_number, paging_of
from api.pages.saved_contexts import KeepPage, NewsPage, SearchesPage
from api.pages.saved_page import asked_view, new_works, saved_view
from api.pages.ui import Ui
from api.pages.views.answer import UiDep, answer
from api.pages.views.writing import again, problem_of, require_archivist, turn_away
from api.services import Services
from archive.errors import BadInput, Conflict, NotAllowed, Unavailable
from archive.values import utc_now
from search.news import Standing
from search.watching import Kind, Saved

router = APIRouter()
PAGE_SIZE: Final = 20
NEWS_SIZE: Final = 50
"""Works that are shown and marked at once."""
DONE: Final = frozenset({"kept", "seen", "renamed", "deleted"})

Field = Annotated[str, Form()]


@router.get("/searches")
def searches(services: ServicesDep, _who: ReaderDep, ui: UiDep, *, page: str = "", done: str = "") -> HTMLResponse:
    number = page_number(page)
    total, standings = services.watch.standings((number - 1) * PAGE_SIZE, PAGE_SIZE)
    shown = tuple(saved_view(one, ui) for one in standings)
    paging = paging_of(number, PAGE_SIZE, total, lambda other: ui.url("/searches", page=other))
    return answer(SearchesPage(shown, total, paging, done if done in DONE else ""), ui)


@router.get("/searches/{name}")
def saved(services: ServicesDep, _who: ReaderDep, ui: UiDep, name: str) -> RedirectResponse:
    """The permalink of a kept question: its page, with the question as it answers now."""
    return RedirectResponse(asked_view(services.watch.searches.get(name), ui).url, status_code=303)


@router.get("/searches/{name}/new")
def news(services: ServicesDep, _who: ReaderDep, ui: UiDep, name: str, *, done: str = "") -> HTMLResponse:
    page = _news(services, ui, services.watch.searches.get(name))
    status = 200 if page.fault is None else 422
    return answer(replace(page, done=done if done in DONE else ""), ui, status)


@router.post("/searches/{name}/new")
def mark_seen(*, services: ServicesDep, ui: UiDep, name: str, versions: Field = "", key: Field = "") -> Response:
    """What was shown counts as seen; what came in meanwhile stays new."""
    try:
        require_archivist(services, key)
        services.watch.look(name, now=utc_now(), versions=frozenset(versions.split()))
    except (BadInput, NotAllowed, Unavailable) as error:
        turn_away(services, error)
        page = _news(services, ui, services.watch.searches.get(name))
        return again(ui, replace(page, problem=problem_of(error)), error)
    return RedirectResponse(_news_url(ui, name, "seen"), 303)


@router.post("/searches/{name}/change")
def change(
    *, services: ServicesDep, ui: UiDep, name: str, to: Field = "", deed: Field = "rename", key: Field = ""
) -> Response:
    """Give it another name, or keep it no longer."""
    kept = services.watch.searches
    try:
        require_archivist(services, key)
        if deed == "delete":
            kept.delete(name)
            return RedirectResponse(ui.url("/searches", done="deleted"), 303)
        renamed = kept.rename(name, to)
    except (BadInput, NotAllowed, Conflict) as error:
        turn_away(services, error)
        page = _news(services, ui, kept.get(name))
        return again(ui, replace(page, change=problem_of(error), to=to), error)
    return RedirectResponse(_news_url(ui, renamed.name, "renamed"), 303)


@router.get("/keep/{page}")
def form(request: Request, _who: ReaderDep, ui: UiDep, page: Kind) -> HTMLResponse:
    """The form alone, for a question that is in the address."""
    return answer(_keep_page(ui, _question(request, page, "x"), request), ui)


@router.post("/keep/{page}")
def keep(
    *, request: Request, services: ServicesDep, ui: UiDep, page: Kind, name: Field = "", key: Field = ""
) -> Response:
    """Keep the question that is in the address; the name must be a new one."""
    try:
        require_archivist(services, key)
        services.watch.keep(_question(request, page, name), now=utc_now(), fresh_name=True)
    except (BadInput, NotAllowed, Conflict, Unavailable) as error:
        turn_away(services, error)
        shown = _keep_page(ui, _question(request, page, "x"), request)
        return again(ui, replace(shown, name=name, problem=problem_of(error)), error)
    return RedirectResponse(ui.url("/searches", done="kept"), 303)


def _news_url(ui: Ui, name: str, done: str) -> str:
    return ui.url(f"/searches/{quote(name)}/new", done=done)


def _question(request: Request, page: Kind, name: str) -> Saved:
    query = request.query_params
    parameters = {key: query.getlist(key) for key in query if key not in ("q", "page")}
    return saved_of(name, page.value, query.get("q", ""), parameters)


def _keep_page(ui: Ui, question: Saved, request: Request) -> KeepPage:
    return KeepPage(asked_view(question, ui), f"{request.url.path}?{request.url.query}")


def _news(services: Services, ui: Ui, kept: Saved) -> NewsPage:
    view = saved_view(Standing(kept, None), ui)
    if kept.kind != Kind.SEARCH:
        return NewsPage(view, to=kept.name)
    try:
        found = services.watch.news(kept.name, limit=NEWS_SIZE)
    except (BadInput, Unavailable) as error:
        return NewsPage(view, fault=fault_of(error), to=kept.name)
    versions = " ".join(version for one in found.works for version in one.versions)
    shown = new_works(found.works, ui)
    return NewsPage(view, shown, found.total, found.total - len(shown), versions, to=kept.name)
