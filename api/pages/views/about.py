"""``/about``: what the archive proves and what it does not. Open to everyone."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from api.pages.contexts import AboutPage
from api.pages.views.answer import UiDep, answer

router = APIRouter()


@router.get("/about")
def about(ui: UiDep) -> HTMLResponse:
    return answer(AboutPage(), ui)
