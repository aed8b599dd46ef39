"""One module a page or pair of pages: what was asked → services → context → HTML."""

from __future__ import annotations

from typing import Final

from fastapi import APIRouter

from api.pages.views import about, agents, disclaimers, home, search, upload, verify, work, works

ROUTERS: Final[tuple[APIRouter, ...]] = tuple(
    module.router for module in (home, search, works, work, upload, disclaimers, agents, verify, about)
)
