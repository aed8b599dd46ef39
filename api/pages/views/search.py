"""``/search``: works found by words in either language, or by meaning."""

from __future__ import annotations

from typing import Annotated, Final

from fastapi import APIRouter, Depends, Query
from fastapi.responses import HTMLResponse

from api.deps import ReaderDep, ServicesDep
from api.pages.bidi import isolated
from api.pages.contexts import Offer, SearchForm, SearchPage
from api.pages.facets import MODES, SORTS, address, chosen_of, facets_of, ways_of
from api.pages.results import fault_of, page_number, paging_of, results_of
from api.pages.search_help import examples_of
from api.pages.ui import Ui
from api.pages.views.answer import UiDep, answer, on_off
from api.services import Services
from archive.errors import BadInput, ThabatError, Unavailable
from search.query import Query as Parsed
from search.query import parse

router = APIRouter()
PAGE_SIZE: Final = 10

Many = Annotated[list[str], Query(default_factory=list)]


def search_form(
    *,
    q: str = "",
    lang: Many,
    kind: Many,
    outlet: Many,
    agent: Many,
    role: Many,
    translator: Many,
    year: Many,
    finding: Many,
    status: Many,
    since: Annotated[str, Query(alias="from")] = "",
    until: Annotated[str, Query(alias="to")] = "",
    disclaimer: str = "",
    mode: str = "",
    sort: str = "",
    names: str = "",
) -> SearchForm:
    lists = (lang, kind, outlet, agent, role, translator, year, finding, status)
    languages, kinds, outlets, agents, roles, translators, years, findings, states = map(_each_once, lists)
    return SearchForm(
        q=q,
        lang=languages,
        kind=kinds,
        outlet=outlets,
        agent=agents,
        role=roles,
        translator=translators,
        year=years,
        finding=findings,
        status=states,
        since=since,
        until=until,
        disclaimer=disclaimer,
        mode=mode,
        sort=sort,
        names=names,
    )


def _each_once(values: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


FormDep = Annotated[SearchForm, Depends(search_form)]


@router.get("/search")
def search(services: ServicesDep, _who: ReaderDep, ui: UiDep, form: FormDep, page: str = "") -> HTMLResponse:
    if not form.q.strip() and not form.filters:
        return answer(SearchPage(form, asked=False, examples=examples_of(ui)), ui)
    try:
        return answer(_found(services, ui, form, page_number(page)), ui)
    except BadInput as error:
        return answer(_at_fault(ui, form, error), ui, 422)
    except Unavailable as error:
        return answer(_at_fault(ui, form, error), ui, 503)


def _at_fault(ui: Ui, form: SearchForm, error: ThabatError) -> SearchPage:
    modes = ways_of(ui, form, "mode", MODES, form.mode) if isinstance(error, Unavailable) else ()
    return SearchPage(
        form, asked=True, fault=fault_of(error), chosen=chosen_of(ui, form), modes=modes, examples=examples_of(ui)
    )


def _found(services: Services, ui: Ui, form: SearchForm, number: int) -> SearchPage:
    query = _parsed(form, number)
    found = services.search.search(query)
    return SearchPage(
        form,
        asked=True,
        total=found.total,
        results=results_of(found, ui),
        paging=paging_of(number, PAGE_SIZE, found.total, lambda to: address(ui, form, page=to)),
        facets=facets_of(ui, form, found.facets or {}),
        chosen=chosen_of(ui, form),
        modes=ways_of(ui, form, "mode", MODES, query.mode.value) if query.groups else (),
        sorts=ways_of(ui, form, "sort", SORTS, query.sort.value) if query.groups else (),
        suggestions=tuple(
            Offer(isolated(one.query), address(ui, form, q=one.query), one.total) for one in found.suggestions
        ),
        spellings=tuple(map(isolated, dict.fromkeys(name for names in (found.names or {}).values() for name in names))),
        without_spellings=address(ui, form, names="off"),
        examples=examples_of(ui),
    )


def _parsed(form: SearchForm, number: int) -> Parsed:
    return parse(
        form.q,
        language=form.lang,
        outlet=form.outlet,
        agent=form.agent,
        role=form.role,
        translator=form.translator,
        kind=form.kind,
        year=form.year,
        finding=form.finding,
        status=form.status,
        date_from=form.since.strip() or None,
        date_to=form.until.strip() or None,
        has_disclaimer=on_off(form.disclaimer),
        mode=form.mode or "words",
        sort=form.sort or "relevance",
        names=form.names != "off",
        facets=True,
        offset=(number - 1) * PAGE_SIZE,
        limit=PAGE_SIZE,
    )
