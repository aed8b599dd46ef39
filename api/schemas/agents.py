"""Whose hands, as JSON."""

from __future__ import annotations

from pydantic import Field

from api.schemas.base import Public
from api.schemas.lists import WorkLine


class AgentName(Public):
    name: str
    language: str
    script: str = Field(description="ISO 15924: Arab, Latn, …")
    kind: str


class Agent(Public):
    """Somebody or something that had a hand in a text. Without names: unnamed, and nobody is invented."""

    id: str
    kind: str = Field(description="person, organisation, collective, software, unknown")
    identity: str = Field(description="named, pseudonym, anonymous (at source), withheld (by the archive), unknown")
    names: list[AgentName]


class AgentPage(Public):
    agent: Agent
    works: list[WorkLine] = Field(description="The newest works this agent had a hand in.")
