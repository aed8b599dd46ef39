"""``/agents/{id}``: one hand, its names and the works it had a part in."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from api.deps import ReaderDep, ServicesDep
from api.pages.contexts import AgentPage
from api.pages.views.answer import UiDep, answer

router = APIRouter()


@router.get("/agents/{agent_id}")
def agent(services: ServicesDep, _who: ReaderDep, ui: UiDep, agent_id: str) -> HTMLResponse:
    record, works = services.catalogue.agent(agent_id)
    return answer(AgentPage(record, tuple(works)), ui)
