"""``/w/{id}``: the record of one work; ``/v/{id}`` leads to it with one version open."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse

from api.deps import ReaderDep, ServicesDep
from api.pages.record import work_page
from api.pages.views.answer import UiDep, answer
from api.pages.views.witness import with_machines

router = APIRouter()


@router.get("/w/{work_id}")
def work(services: ServicesDep, _who: ReaderDep, ui: UiDep, work_id: str, a: str = "", b: str = "") -> HTMLResponse:
    """``a`` and ``b`` are the versions to show side by side."""
    page = with_machines(services, work_page(services.catalogue.work(work_id), ui, a=a, b=b), ui)
    as_json = f'</api/v1/works/{page.work.id}>; rel="alternate"; type="application/json"'
    return answer(page, ui, headers={"Link": as_json})


@router.get("/v/{version_id}")
def version(services: ServicesDep, _who: ReaderDep, ui: UiDep, version_id: str) -> RedirectResponse:
    """A version by its own id, as a citation names it."""
    work_id = services.catalogue.work_of_version(version_id)
    return RedirectResponse(ui.url(f"/w/{work_id}", a=version_id), 302)
