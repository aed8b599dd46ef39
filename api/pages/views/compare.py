"""``/compare?a=&b=``: two versions and what differs between them.

Looking writes nothing: a comparison that is not kept yet is made for the page and forgotten.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from api.deps import ReaderDep, ServicesDep
from api.pages.compare_contexts import Compared, PickPage
from api.pages.compare_page import ORDERS, SOURCE, Asked, compare_page
from api.pages.contexts import Choice
from api.pages.ui import Ui
from api.pages.views.answer import UiDep, answer
from api.pages.views.witness import stand_beside
from api.services import Services
from archive.history import WorkRecord
from archive.values import utc_now

router = APIRouter()


@router.get("/compare")
def compare(
    *,
    services: ServicesDep,
    _who: ReaderDep,
    ui: UiDep,
    a: str = "",
    b: str = "",
    c: str = "",
    view: str = "",
    only: str = "",
    show: str = "",
    ortho: str = "",
    swap: str = "",
    order: str = "",
) -> HTMLResponse:
    """``show=all``: hints too; ``only``: rows with one kind of difference; ``ortho=1``: spelling; ``swap=1``: sides;
    ``order=target``: rows in the order of the target; ``c``: a machine run beside them; ``view=three``: the newest one.
    """
    if not (a and b) or a == b:
        return answer(_pick(services, ui, a or b, same=bool(a and b)), ui)
    along = order if order in ORDERS else SOURCE
    asked = Asked(only=only, show_all=show == "all", spelling=ortho == "1", swap=swap == "1", order=along)
    asked = replace(asked, run=c, three=view == "three")
    sides = (compared(services, ui, a, other=b), compared(services, ui, b, other=a))
    beside = stand_beside(services, *sides, asked)
    record = beside.record.comparison if beside.record else services.comparisons.look(a, b, now=utc_now())
    page = compare_page(record, *sides, asked, ui, beside=beside)
    as_json = f'</api/v1/comparisons/{record.id}>; rel="alternate"; type="application/json"'
    return answer(page, ui, headers={"Link": as_json} if record.kept else {})


def compared(services: Services, ui: Ui, version_id: str, *, other: str) -> Compared:
    """A version with those of its work that could stand in its place."""
    work = services.catalogue.work(services.catalogue.work_of_version(version_id))
    text, version = next((t, v) for t in work.texts for v in t.versions if v.id == version_id)
    return Compared(work.id, text, version, tuple(_choices(ui, work, version_id, other)))


def _choices(ui: Ui, work: WorkRecord, chosen: str, other: str) -> Iterable[Choice]:
    for text in work.texts:
        for version in text.versions:
            yield Choice(text, version, ui.url("/compare", a=version.id, b=other), version.id == chosen)


def _pick(services: Services, ui: Ui, version_id: str, *, same: bool) -> PickPage:
    """What to choose from while there are not two versions."""
    if not version_id:
        return PickPage("none", ())
    work = services.catalogue.work(services.catalogue.work_of_version(version_id))
    others = tuple(
        Choice(text, version, ui.url("/compare", a=version_id, b=version.id), current=False)
        for text in work.texts
        for version in text.versions
        if version.id != version_id
    )
    return PickPage("alone" if not others else "same" if same else "one", others, work.id)
