"""``/disclaimers``: the wordings that were found; ``/disclaimers/{id}``: one of them and where it stands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from api.deps import ReaderDep, ServicesDep
from api.pages.contexts import DisclaimerPage, DisclaimersPage, Notice
from api.pages.record import claims_of, disclaimer_anchor
from api.pages.results import page_number, paging_of
from api.pages.ui import Ui
from api.pages.views.answer import UiDep, answer
from api.services import Services
from archive.history import DisclaimerRecord, WorkRecord
from archive.values import Span

router = APIRouter()
PAGE_SIZE: Final = 30
SHOWN_USES: Final = 30


@router.get("/disclaimers")
def disclaimers(services: ServicesDep, _who: ReaderDep, ui: UiDep, page: str = "") -> HTMLResponse:
    number = page_number(page)
    found = services.catalogue.disclaimers()
    shown = found[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
    paging = paging_of(number, PAGE_SIZE, len(found), lambda other: ui.url("/disclaimers", page=other))
    return answer(DisclaimersPage(tuple((_notice(wording), uses) for wording, uses in shown), paging), ui)


@router.get("/disclaimers/{disclaimer_id}")
def disclaimer(services: ServicesDep, _who: ReaderDep, ui: UiDep, disclaimer_id: str) -> HTMLResponse:
    wording, uses = services.catalogue.disclaimer(disclaimer_id, limit=SHOWN_USES)
    return answer(DisclaimerPage(_notice(wording), tuple(_places(services, ui, uses))), ui)


def _notice(wording: DisclaimerRecord) -> Notice:
    return Notice(wording, claims_of(wording), ())


def _places(services: Services, ui: Ui, uses: Iterable[tuple[str, str, Span]]) -> Iterable[tuple[WorkRecord, str]]:
    for work_id, version_id, span in uses:
        address = ui.url(f"/w/{work_id}", a=version_id) + "#" + disclaimer_anchor(version_id, span)
        yield services.catalogue.work(work_id), address
