"""``/``: a place to start."""

from __future__ import annotations

from typing import Final

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from api.deps import ReaderDep, ServicesDep
from api.pages.contexts import HomePage
from api.pages.views.answer import UiDep, answer

router = APIRouter()
RECENT: Final = 6


@router.get("/")
def home(services: ServicesDep, _who: ReaderDep, ui: UiDep) -> HTMLResponse:
    recent, _ = services.catalogue.works(limit=RECENT)
    return answer(HomePage(services.catalogue.counts(), tuple(recent)), ui)
