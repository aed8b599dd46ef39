"""One module a page or pair of pages: what was asked → services → context → HTML."""

from __future__ import annotations

from typing import Final

from fastapi import APIRouter

from api.pages.views import (
    about,
    agents,
    alignments,
    compare,
    disclaimers,
    findings,
    home,
    names,
    parallel,
    search,
    searches,
    upload,
    verify,
    work,
    works,
)

ROUTERS: Final[tuple[APIRouter, ...]] = tuple(
    module.router
    for module in (
        *(home, search, searches, parallel, names, works, work, compare, findings, alignments),
        *(upload, disclaimers, agents, verify, about),
    )
)
