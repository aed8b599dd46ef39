"""What every view shares: the interface a request is in, and a page as a response."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from fastapi import Depends, Request
from fastapi.responses import HTMLResponse

from api.pages.rendering import HEADERS, render
from api.pages.ui import Ui


def ui_of(request: Request) -> Ui:
    return Ui.of(request.url.path, request.url.query)


UiDep = Annotated[Ui, Depends(ui_of)]


def answer(page: object, ui: Ui, status: int = 200, headers: Mapping[str, str] | None = None) -> HTMLResponse:
    """``page`` as HTML with the headers of every page."""
    return HTMLResponse(render(page, ui), status, {**HEADERS, "Content-Language": ui.language, **(headers or {})})


def on_off(value: str) -> bool | None:
    """``with``, ``without``, or neither."""
    return {"with": True, "without": False}.get(value)
