"""``/findings/{id}``: one difference, and the form to say something about it.

The key travels in the form itself, so no other site can make a visitor's browser say anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, Final

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from markupsafe import Markup

from api.deps import ReaderDep, ServicesDep, actor
from api.errors import status_of
from api.pages.compare_contexts import Compared, FindingPage
from api.pages.compare_findings import finding_view, group_of
from api.pages.contexts import Problem
from api.pages.marking import Mark, marked
from api.pages.ui import Ui
from api.pages.views.answer import UiDep, answer
from api.pages.views.compare import compared
from api.services import Services
from archive.comparison_records import ComparisonRecord, FindingRecord
from archive.errors import BadInput, NotAllowed, ThabatError
from archive.models.people import Role
from archive.values import Span, utc_now

router = APIRouter()

ASK: Final = {"WWW-Authenticate": 'Bearer realm="thabat"'}
Field = Annotated[str, Form()]


@router.get("/findings/{finding_id}")
def finding(services: ServicesDep, _who: ReaderDep, ui: UiDep, finding_id: str) -> HTMLResponse:
    return answer(_page(services, ui, finding_id), ui)


@router.post("/findings/{finding_id}")
def review(
    *, services: ServicesDep, ui: UiDep, finding_id: str, status: Field = "", note: Field = "", key: Field = ""
) -> Response:
    """Add a review and go back to the comparison; on an error the form comes back as it was filled."""
    try:
        who = services.keys.authenticate(key)
        who.require(Role.ARCHIVIST)
        services.comparisons.review(finding_id, status, note=note, by=actor(who), now=utc_now())
    except (BadInput, NotAllowed) as error:
        return _again(services, ui, finding_id, note, error)
    return RedirectResponse(_page(services, ui, finding_id).back, 303)


def _again(services: Services, ui: Ui, finding_id: str, note: str, error: ThabatError) -> HTMLResponse:
    """A stranger to a closed archive learns nothing of the finding."""
    if isinstance(error, NotAllowed) and services.settings.reading_closed:
        raise error
    status = status_of(error)
    problem = Problem("", error.code, type(error).code, error.detail)
    page = _page(services, ui, finding_id, problem=problem, note=note)
    return answer(page, ui, status, ASK if status == 401 else {})


def _page(
    services: Services, ui: Ui, finding_id: str, *, problem: Problem | None = None, note: str = ""
) -> FindingPage:
    found = services.comparisons.finding(finding_id)
    record = services.comparisons.get(found.comparison_id)
    sides = [compared(services, ui, version, other="") for version in (record.a_id, record.b_id)]
    view = finding_view(found, sides[0].text.language, sides[1].text.language, ui)
    back = ui.url("/compare", a=record.a_id, b=record.b_id, show="" if found.shown else "all") + f"#{view.anchor}"
    return FindingPage(view, back, tuple(_passages(record, found, sides)), problem, note)


def _passages(
    record: ComparisonRecord, found: FindingRecord, sides: Sequence[Compared]
) -> Iterator[tuple[str, Markup]]:
    """The sentences around the evidence."""
    units = (record.alignment.source_units, record.alignment.target_units) if record.alignment else ((), ())
    for side, place, known in zip(sides, (found.source, found.target), units, strict=True):
        if place is not None:
            around = [known[at].span for at in place.units if at < len(known)] or [place.span]
            window = Span(min(span.start for span in around), max(span.end for span in around))
            marks = [Mark(place.span, f"d-{group_of(found.kind)}")] if window != place.span else []
            yield side.text.language, marked(side.version.content, marks, window)
