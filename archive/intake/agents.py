"""Which agent a hand is: an organisation that is kept already, a person met in this deposit, or somebody new.

Organisations are one agent wherever one of their folded names stands; a person is one agent per
deposit, since two bylines with one name may be two people until an archivist says otherwise
(ADR 0003). Names that an agent did not have yet are added; none is ever changed.
"""

from __future__ import annotations

from sqlmodel import col, select

from archive.deeds import Deed
from archive.intake.hands import AgentDraft, NameDraft
from archive.models import Agent, AgentName
from archive.models.chain import AgentKind
from archive.values import new_id


class Agents:
    """The agents of one deed."""

    def __init__(self, deed: Deed) -> None:
        self._deed = deed
        self._people: dict[str, str] = {}  # folded name → agent
        self._others: dict[str, str] = {}
        self._names: dict[str, set[str]] = {}  # agent → its folded names

    def id_of(self, agent: AgentDraft) -> str:
        """The agent's id; nobody unnamed is ever taken for somebody else."""
        if not agent.names:
            return self._new(agent)
        met = self._people if agent.kind is AgentKind.PERSON else self._others
        keys = [name.key for name in agent.names]
        found = next((met[key] for key in keys if key in met), None) or self._kept_organisation(agent, keys)
        agent_id = found or self._new(agent)
        for key in keys:
            met.setdefault(key, agent_id)
        if found is not None:
            self._add_names(found, agent)
        return agent_id

    def _kept_organisation(self, agent: AgentDraft, keys: list[str]) -> str | None:
        if agent.kind is not AgentKind.ORGANISATION:
            return None
        query = (
            select(Agent.id)
            .join(AgentName, col(AgentName.agent_id) == Agent.id)
            .where(col(AgentName.name_key).in_(keys), Agent.kind == AgentKind.ORGANISATION)
            .order_by(Agent.id)
            .limit(1)
        )
        return self._deed.session.exec(query).first()

    def _new(self, agent: AgentDraft) -> str:
        at = self._deed.at
        row = self._deed.add(Agent(id=new_id(), kind=agent.kind, identity=agent.identity, recorded_at=at))
        self._names[row.id] = set()
        self._add_names(row.id, agent)
        return row.id

    def _add_names(self, agent_id: str, agent: AgentDraft) -> None:
        if agent_id not in self._names:
            kept = select(AgentName.name_key).where(AgentName.agent_id == agent_id)
            self._names[agent_id] = set(self._deed.session.exec(kept).all())
        for name in agent.names:
            if name.key not in self._names[agent_id]:
                self._add_name(agent_id, name)

    def _add_name(self, agent_id: str, name: NameDraft) -> None:
        self._names[agent_id].add(name.key)
        self._deed.add(
            AgentName(
                id=new_id(),
                agent_id=agent_id,
                name=name.name,
                name_key=name.key,
                language=name.language,
                script=name.script,
                kind=name.kind,
                recorded_at=self._deed.at,
            )
        )
