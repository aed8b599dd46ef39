"""``/concordance`` and ``/renderings``: words in aligned sentences, both sides, and codes for single hits.

The key travels in the form itself, so no other site can make a visitor's browser say anything.
"""

from __future__ import annotations

from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Form, Query
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.deps import ReaderDep, ServicesDep, actor
from api.errors import status_of
from api.pages.contexts import Problem
from api.pages.parallel_contexts import CodingForm, ConcordancePage, ParallelForm, RenderingsPage
from api.pages.parallel_page import concordance_page, renderings_page
from api.pages.results import fault_of, page_number, paging_of
from api.pages.ui import Ui
from api.pages.views.answer import UiDep, answer
from api.pages.views.findings import ASK
from api.services import Services
from archive.errors import BadInput, BadQuery, NotAllowed, NotFound, ThabatError
from archive.models.people import Role
from archive.values import utc_now
from search.parallel.question import WIDTH, Question, ask
from search.parallel.service import concordance_recipe
from search.reading import TooBroad

router = APIRouter()
PAGE_SIZE: Final = 50
Field = Annotated[str, Form()]


def parallel_form(
    *,
    q: str = "",
    side: str = "",
    beside: Annotated[str, Query(alias="with")] = "",
    not_beside: Annotated[str, Query(alias="without")] = "",
    outlet: str = "",
    agent: str = "",
    translator: str = "",
    kind: str = "",
    finding: str = "",
    since: Annotated[str, Query(alias="from")] = "",
    until: Annotated[str, Query(alias="to")] = "",
    names: str = "",
    sort: str = "",
    width: str = "",
    row: str = "",
    by: str = "",
    cell: str = "",
) -> ParallelForm:
    return ParallelForm(
        q,
        side,
        beside,
        not_beside,
        outlet,
        agent,
        translator,
        kind,
        finding,
        since,
        until,
        names,
        sort,
        width,
        row,
        by,
        cell,
    )


FormDep = Annotated[ParallelForm, Depends(parallel_form)]


@router.get("/concordance")
def concordance(
    *, services: ServicesDep, _who: ReaderDep, ui: UiDep, form: FormDep, page: str = "", code: str = ""
) -> HTMLResponse:
    """``code`` is the id of the hit whose form is open."""
    return _lines(services, ui, form, page, CodingForm(code, _back(form, page)) if code else None)


@router.post("/concordance")
def code_hit(
    *,
    services: ServicesDep,
    ui: UiDep,
    form: FormDep,
    page: str = "",
    hit: Field = "",
    code: Field = "",
    note: Field = "",
    key: Field = "",
) -> Response:
    """Add a code and go back to the line; on an error the form comes back as it was filled."""
    try:
        who = services.keys.authenticate(key)
        who.require(Role.ARCHIVIST)
        services.codings.add(
            hit, code, note=note, query=form.q, recipe=concordance_recipe(), by=actor(who), now=utc_now()
        )
    except (BadInput, NotAllowed, NotFound) as error:
        if isinstance(error, NotAllowed) and services.settings.reading_closed:
            raise  # a stranger to a closed archive learns nothing of its texts
        filled = CodingForm(hit, _back(form, page), code, note, _problem(error))
        status = status_of(error)
        return answer(_shown(services, ui, form, page, filled), ui, status, ASK if status == 401 else None)
    version, place, other = hit.split(":")
    anchor = f"h-{version}-{place.partition('-')[0]}-{other}"
    return RedirectResponse(ui.url("/concordance", **form.parameters, page=page) + f"#{anchor}", 303)


@router.get("/renderings")
def renderings(*, services: ServicesDep, _who: ReaderDep, ui: UiDep, form: FormDep) -> HTMLResponse:
    if not form.q.strip():
        return answer(RenderingsPage(form, asked=False), ui)
    try:
        found = services.parallel.renderings(_question(form, 1))
    except (BadQuery, TooBroad) as error:
        return answer(RenderingsPage(form, asked=True, fault=fault_of(error)), ui, status_of(error))
    return answer(renderings_page(found, form, ui), ui)


def _lines(services: Services, ui: Ui, form: ParallelForm, page: str, coding: CodingForm | None) -> HTMLResponse:
    if not form.q.strip():
        return answer(ConcordancePage(form, asked=False), ui)
    try:
        shown = _shown(services, ui, form, page, coding)
    except (BadQuery, TooBroad) as error:
        return answer(ConcordancePage(form, asked=True, fault=fault_of(error)), ui, status_of(error))
    return answer(shown, ui)


def _shown(services: Services, ui: Ui, form: ParallelForm, page: str, coding: CodingForm | None) -> ConcordancePage:
    number = page_number(page)
    found = services.parallel.concordance(_question(form, number))
    said = services.codings.of_hits(line.id for line in found.lines)
    paging = paging_of(number, PAGE_SIZE, found.hits, lambda to: ui.url("/concordance", **form.parameters, page=to))
    return concordance_page(found, form, ui, said=said, paging=paging, coding=coding)


def _question(form: ParallelForm, page: int) -> Question:
    given: dict[str, Any] = {"order": form.sort} if form.sort else {}
    return ask(
        form.q,
        side=form.side or None,
        beside=form.beside,
        not_beside=form.not_beside,
        outlet=form.outlet,
        agent=form.agent,
        translator=form.translator,
        kind=form.kind,
        finding=form.finding,
        date_from=form.since.strip() or None,
        date_to=form.until.strip() or None,
        width=int(form.width) if form.width.isascii() and form.width.isdigit() else WIDTH,
        row=form.row,
        by=form.by,
        cell=form.cell,
        offset=(page - 1) * PAGE_SIZE,
        limit=PAGE_SIZE,
        names=form.names,
        **given,
    )


def _problem(error: ThabatError) -> Problem:
    return Problem("", error.code, type(error).code, error.detail)


def _back(form: ParallelForm, page: str) -> str:
    """The parameters of the page that the form was opened on."""
    return Ui().url("", **form.parameters, page=page).removeprefix("?")
