"""The pages: server-rendered HTML in English at ``/`` and in Arabic at ``/ar/``, complete without JavaScript.

:func:`routers` and :func:`mount_static` are all the application needs. Which view serves which page
is said in :mod:`api.pages.views`; what a page shows in :mod:`api.pages.contexts`.
"""

from __future__ import annotations

from fastapi import APIRouter, FastAPI
from fastapi.responses import RedirectResponse

from api.pages.ui import PREFIXES


def routers() -> list[APIRouter]:
    """Every page once under each language's prefix."""
    # Views answer errors through api.errors, which renders pages: imported when both are there.
    from api.pages.views import ROUTERS  # noqa: PLC0415

    return [*(_under(prefix, ROUTERS) for prefix in PREFIXES.values()), _bare()]


def _under(prefix: str, views: tuple[APIRouter, ...]) -> APIRouter:
    router = APIRouter(include_in_schema=False)
    for view in views:
        router.include_router(view, prefix=prefix)
    return router


def _bare() -> APIRouter:
    """``/ar`` as people type it."""
    router = APIRouter(include_in_schema=False)

    @router.get(PREFIXES["ar"])
    def arabic_home() -> RedirectResponse:
        return RedirectResponse(PREFIXES["ar"] + "/", 308)

    return router


def mount_static(app: FastAPI) -> None:
    """Serve the style sheet and the mark under ``/static``."""
    from api.pages.static_files import DigestedFiles  # noqa: PLC0415

    app.mount("/static", DigestedFiles(), name="static")
