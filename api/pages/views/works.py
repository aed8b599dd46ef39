"""``/works``: everything kept, newest first, with a few filters."""

from __future__ import annotations

from dataclasses import asdict
from typing import Final

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from api.deps import ReaderDep, ServicesDep
from api.pages.contexts import WorksFilter, WorksPage
from api.pages.results import page_number, paging_of
from api.pages.views.answer import UiDep, answer, on_off

router = APIRouter()
PAGE_SIZE: Final = 20


@router.get("/works")
def works(
    *,
    services: ServicesDep,
    _who: ReaderDep,
    ui: UiDep,
    kind: str = "",
    outlet: str = "",
    disclaimer: str = "",
    missing: str = "",
    page: str = "",
) -> HTMLResponse:
    asked = WorksFilter(kind, outlet.strip(), disclaimer, missing)
    number = page_number(page)
    found, total = services.catalogue.works(
        offset=(number - 1) * PAGE_SIZE,
        limit=PAGE_SIZE,
        kind=asked.kind or None,
        outlet=asked.outlet or None,
        has_disclaimer=on_off(asked.disclaimer),
        missing_role=asked.missing or None,
    )
    paging = paging_of(number, PAGE_SIZE, total, lambda other: ui.url("/works", **asdict(asked), page=other))
    return answer(WorksPage(asked, total, tuple(found), paging), ui)
