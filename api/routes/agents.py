"""``/agents``: whose hands."""

from __future__ import annotations

from fastapi import APIRouter

from api.deps import ReaderDep, ServicesDep
from api.openapi import problems
from api.schemas.agents import Agent, AgentPage
from api.schemas.lists import WorkLine

router = APIRouter(prefix="/agents", tags=["agents"])


@router.get("/{agent_id}", responses=problems(401, 404))
def read_agent(agent_id: str, services: ServicesDep, _who: ReaderDep) -> AgentPage:
    """One hand with all its names, and the works it had a part in."""
    agent, works = services.catalogue.agent(agent_id)
    return AgentPage(agent=Agent.model_validate(agent), works=[WorkLine.model_validate(work) for work in works])
