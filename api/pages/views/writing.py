"""What forms that write share: the key in the form, and the page again with what is wrong.

The key travels in the form itself, so no other site can make a visitor's browser write anything.
"""

from __future__ import annotations

from fastapi.responses import HTMLResponse

from api.errors import status_of
from api.pages.contexts import Problem
from api.pages.ui import Ui
from api.pages.views.answer import answer
from api.pages.views.findings import ASK
from api.services import Services
from archive.errors import NotAllowed, ThabatError
from archive.models.people import Role


def require_archivist(services: Services, key: str) -> None:
    services.keys.authenticate(key).require(Role.ARCHIVIST)


def problem_of(error: ThabatError) -> Problem:
    """``error`` beside the field that its pointer names."""
    return Problem((error.pointer or "").lstrip("/"), error.code, type(error).code, error.detail)


def turn_away(services: Services, error: ThabatError) -> None:
    """A stranger to a closed archive learns nothing of what it knows."""
    if isinstance(error, NotAllowed) and services.settings.reading_closed:
        raise error


def again(ui: Ui, page: object, error: ThabatError) -> HTMLResponse:
    """``page`` with the status of the error."""
    status = status_of(error)
    return answer(page, ui, status, ASK if status == 401 else None)
