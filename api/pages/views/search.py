"""``/search``: works found by words in either language."""

from __future__ import annotations

from typing import Annotated, Final

from fastapi import APIRouter, Depends, Query
from fastapi.responses import HTMLResponse

from api.deps import ReaderDep, ServicesDep
from api.pages.contexts import SearchForm, SearchPage
from api.pages.results import fault_of, page_number, paging_of, results_of
from api.pages.ui import Ui
from api.pages.views.answer import UiDep, answer, on_off
from api.services import Services
from archive.errors import BadQuery
from search.query import parse

router = APIRouter()
PAGE_SIZE: Final = 10


def search_form(
    *,
    q: str = "",
    lang: str = "",
    kind: str = "",
    outlet: str = "",
    agent: str = "",
    since: Annotated[str, Query(alias="from")] = "",
    until: Annotated[str, Query(alias="to")] = "",
    disclaimer: str = "",
) -> SearchForm:
    return SearchForm(q, lang, kind, outlet, agent, since, until, disclaimer)


FormDep = Annotated[SearchForm, Depends(search_form)]


@router.get("/search")
def search(services: ServicesDep, _who: ReaderDep, ui: UiDep, form: FormDep, page: str = "") -> HTMLResponse:
    if not form.q.strip() and not form.filters:
        return answer(SearchPage(form, asked=False), ui)
    try:
        return answer(_found(services, ui, form, page_number(page)), ui)
    except BadQuery as error:
        return answer(SearchPage(form, asked=True, fault=fault_of(error)), ui, 422)


def _found(services: Services, ui: Ui, form: SearchForm, number: int) -> SearchPage:
    query = parse(
        form.q,
        language=form.lang,
        outlet=form.outlet,
        agent=form.agent,
        kind=form.kind,
        date_from=form.since.strip() or None,
        date_to=form.until.strip() or None,
        has_disclaimer=on_off(form.disclaimer),
        offset=(number - 1) * PAGE_SIZE,
        limit=PAGE_SIZE,
    )
    found = services.search.search(query)
    paging = paging_of(number, PAGE_SIZE, found.total, lambda to: ui.url("/search", q=form.q, **form.filters, page=to))
    return SearchPage(form, asked=True, total=found.total, results=results_of(found), paging=paging)
