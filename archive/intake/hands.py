"""The hops of one text: the archivist's, the text's own (bylines, credits, disclaimers), and what its role implies.

Conflicting hops stand side by side; a proposal that only repeats what the archivist said is dropped.
A translation of which nobody says who translated it gets one translator hop whose agent is *unnamed*:
that there was one is certain, who it was is not known, and nobody is invented.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from archive.chain.dates import edtf_date
from archive.chain.propose import ProposedHop, propose_hops
from archive.intake.deposit import TextDeposit
from archive.intake.evidence import find_quote
from archive.intake.metadata import AgentMetadata, HopMetadata
from archive.models.chain import AgentKind, Basis, Certainty, Identity, NameKind
from archive.models.works import TextRole
from archive.text.blocks import Layout
from archive.text.fold import fold
from archive.text.recipe import recipe
from archive.text.scripts import script_of
from archive.values import EdtfDate, Span, primary_language

PROPOSER: Final = recipe("propose-hops", 1)
BY_ROLE: Final = recipe("hop-by-role", 1)
TRANSLATOR: Final = "trl"
PUBLISHER: Final = "pbl"
CREDITS_ARE_READ_IN: Final = frozenset({"ar", "en"})
"""In other languages a translator may be named where we cannot read it: unnamed is only possible there."""


@dataclass(frozen=True, slots=True)
class NameDraft:
    name: str
    language: str
    script: str
    kind: NameKind

    @property
    def key(self) -> str:
        """What it is looked up by."""
        return fold(self.name)


@dataclass(frozen=True, slots=True)
class AgentDraft:
    kind: AgentKind
    identity: Identity
    names: tuple[NameDraft, ...]

    @property
    def key(self) -> str:
        """What two mentions of one agent have in common: the folded first name, "" for the unnamed."""
        return self.names[0].key if self.names else ""


@dataclass(frozen=True, slots=True)
class HopDraft:
    role: str
    agent: AgentDraft
    basis: Basis
    certainty: Certainty
    on_behalf_of: AgentDraft | None = None
    label: str | None = None
    date: EdtfDate | None = None
    quote: str | None = None
    span: Span | None = None
    proposed_by: str | None = None


UNNAMED: Final = AgentDraft(AgentKind.UNKNOWN, Identity.UNKNOWN, ())


def chain_of(
    text: TextDeposit,
    given: Sequence[tuple[str, HopMetadata]],
    *,
    content: str,
    layout: Layout,
    source_text: str,
    outlet: str | None,
    language: str,
) -> tuple[HopDraft, ...]:
    """All hops of ``text`` in the order of the chain: the archivist's, then proposals, then what the role implies."""
    hops = [_given(hop, pointer, content, source_text, language) for pointer, hop in given]
    side = "original" if text.role is TextRole.ORIGINAL else "translation"
    proposals = propose_hops(content, layout, side=side, language=language, publisher=outlet)
    hops += [hop for hop in (_proposed(item, language) for item in proposals) if not _repeats(hop, hops)]
    hops += [hop for hop in _implied(text, outlet, language, hops) if not _repeats(hop, hops)]
    return tuple(hops)


def organisation(name: str, language: str) -> AgentDraft:
    return AgentDraft(AgentKind.ORGANISATION, Identity.NAMED, (_name(name, language),))


def _given(hop: HopMetadata, pointer: str, content: str, source_text: str, language: str) -> HopDraft:
    printed = hop.quote is not None and hop.quote.strip() != ""
    span = find_quote(hop.quote or "", content, source_text, pointer=f"{pointer}/quote") if printed else None
    return HopDraft(
        role=hop.role,
        agent=_agent(hop.agent, language),
        basis=hop.basis,
        certainty=hop.certainty,
        on_behalf_of=organisation(hop.on_behalf_of, language) if hop.on_behalf_of else None,
        label=hop.label,
        date=edtf_date(hop.date) if hop.date else None,
        quote=span.of(content) if span else hop.quote,
        span=span,
    )


def _agent(agent: AgentMetadata, language: str) -> AgentDraft:
    kind = NameKind.PSEUDONYM if agent.identity is Identity.PSEUDONYM else NameKind.PRINTED
    first = [_name(agent.name, language, kind)] if agent.name else []
    more = [
        NameDraft(item.name, item.language or language, item.script or script_of(item.name), item.kind)
        for item in agent.names
    ]
    names = {(name.name, name.language): name for name in [*first, *more]}
    return AgentDraft(agent.kind, agent.identity, tuple(names.values()))


def _proposed(hop: ProposedHop, language: str) -> HopDraft:
    names = (_name(hop.agent_name, language),) if hop.agent_name else ()
    return HopDraft(
        role=hop.role,
        agent=AgentDraft(AgentKind(hop.agent_kind), Identity(hop.identity), names),
        basis=Basis.PRINTED,
        certainty=Certainty(hop.certainty),
        on_behalf_of=organisation(hop.on_behalf_of, language) if hop.on_behalf_of else None,
        label=hop.label,
        date=hop.date,
        quote=hop.quote,
        span=hop.span,
        proposed_by=PROPOSER,
    )


def _implied(text: TextDeposit, outlet: str | None, language: str, hops: Sequence[HopDraft]) -> list[HopDraft]:
    implied = []
    if text.role is TextRole.TRANSLATION and not any(hop.role == TRANSLATOR for hop in hops):
        read = primary_language(language) in CREDITS_ARE_READ_IN
        certainty = Certainty.CERTAIN if read else Certainty.POSSIBLE
        implied.append(HopDraft(TRANSLATOR, UNNAMED, Basis.INFERRED, certainty, proposed_by=BY_ROLE))
    if outlet:
        stated = text.facts.outlet is not None
        basis = Basis.ASSERTED if stated else Basis.METADATA
        proposed_by = None if stated else BY_ROLE
        implied.append(
            HopDraft(PUBLISHER, organisation(outlet, language), basis, Certainty.CERTAIN, proposed_by=proposed_by)
        )
    return implied


def _repeats(hop: HopDraft, others: Sequence[HopDraft]) -> bool:
    return any(hop.role == other.role and _same_hand(hop, other) for other in others)


def _same_hand(one: HopDraft, other: HopDraft) -> bool:
    """One name; or two unnamed hands that the same words speak of."""
    if one.agent.key or other.agent.key:
        return one.agent.key == other.agent.key
    return one.span is not None and other.span is not None and one.span.overlaps(other.span)


def _name(name: str, language: str, kind: NameKind = NameKind.PRINTED) -> NameDraft:
    return NameDraft(name, language, script_of(name), kind)
