"""``/alignments/edit?a=&b=``: correct by hand which sentences belong together.

A correction is added to a layer that no later run overwrites; the comparison is then made anew around it.
The key travels in the form itself, as with every form that writes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.deps import ReaderDep, ServicesDep, actor
from api.errors import status_of
from api.pages.compare_contexts import EditorPage
from api.pages.compare_rows import correction_view, rows_of
from api.pages.contexts import Problem
from api.pages.ui import Ui
from api.pages.views.answer import UiDep, answer
from api.pages.views.compare import compared
from api.pages.views.findings import ASK, Field
from api.services import Services
from archive.errors import BadInput, NotAllowed
from archive.models.people import Role
from archive.values import utc_now

router = APIRouter()

Ticks = Annotated[list[int], Form()]


@router.get("/alignments/edit")
def edit(services: ServicesDep, _who: ReaderDep, ui: UiDep, *, a: str, b: str, done: str = "") -> HTMLResponse:
    return answer(replace(_page(services, ui, a, b), recorded=done == "1"), ui)


@router.post("/alignments/edit")
def correct(
    *,
    services: ServicesDep,
    ui: UiDep,
    a: str,
    b: str,
    action: Field = "",
    source: Ticks = [],  # noqa: B006 - FastAPI copies it
    target: Ticks = [],  # noqa: B006
    note: Field = "",
    key: Field = "",
) -> Response:
    """Record one correction, align anew around it, and show the editor again."""
    try:
        who = services.keys.authenticate(key)
        who.require(Role.ARCHIVIST)
        now, by = utc_now(), actor(who)
        services.comparisons.correct(a, b, action, source, target, note=note, by=by, now=now)
        services.comparisons.compare(a, b, actor=by, now=now)
    except (BadInput, NotAllowed) as error:
        if isinstance(error, NotAllowed) and services.settings.reading_closed:
            raise
        page = replace(
            _page(services, ui, a, b),
            problem=Problem("", error.code, type(error).code, error.detail),
            note=note,
            chosen_source=frozenset(source),
            chosen_target=frozenset(target),
        )
        status = status_of(error)
        return answer(page, ui, status, ASK if status == 401 else {})
    return RedirectResponse(ui.url("/alignments/edit", a=a, b=b, done="1") + _first_row(services, a, b, source), 303)


def _first_row(services: Services, a: str, b: str, source: Sequence[int]) -> str:
    """Where the corrected sentences now stand."""
    record = services.comparisons.find(a, b)
    links = record.alignment.links if record and record.alignment else ()
    at = next((at for at, link in enumerate(links, 1) if set(source) & set(link.source)), None)
    return f"#r{at}" if at else ""


def _page(services: Services, ui: Ui, a: str, b: str) -> EditorPage:
    sides = compared(services, ui, a, other=b), compared(services, ui, b, other=a)
    record = services.comparisons.look(a, b, now=utc_now())
    if record.alignment is None:
        raise BadInput("versions in one language are not aligned, so there is nothing to correct", code="same-language")
    return EditorPage(
        *sides,
        rows=rows_of(record.alignment, *sides, {}),
        corrections=tuple(correction_view(one) for one in services.comparisons.corrections(a, b)),
        back=ui.url("/compare", a=a, b=b),
    )
