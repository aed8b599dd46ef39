"""From what the intake prepared to what a preview shows."""

from __future__ import annotations

from api.schemas.deposits import Notice, Preview, PreviewDisclaimer, PreviewHop, PreviewName, PreviewText
from api.schemas.works import Flag
from api.services import Services
from archive.intake.checks import language_check
from archive.intake.deposit import Deposit
from archive.intake.drafting import Draft
from archive.intake.hands import AgentDraft, HopDraft
from archive.intake.kept import deposit_key, find_kept
from archive.intake.recording import claims_record
from archive.values import Digest


def preview_of(services: Services, deposit: Deposit, *, force: bool) -> Preview:
    """Draft and check ``deposit``, and look whether it is kept already."""
    prepared = services.intake.preview(deposit, force=force)
    with services.database.read() as session:
        kept = find_kept(session, deposit, deposit_key(deposit))
    return Preview(
        kept=kept.work_id if kept else None,
        texts=[_text(draft, force=force) for draft in prepared.drafts],
        notices=[Notice.model_validate(notice) for notice in prepared.notices],
    )


def _text(draft: Draft, *, force: bool) -> PreviewText:
    decoded = draft.reading.decoded
    return PreviewText(
        key=draft.text.key,
        role=draft.text.role.value,
        language=draft.language,
        title=draft.title,
        standfirst=draft.standfirst,
        content=draft.content,
        layout=[(block.kind.value, block.span.start, block.span.end) for block in draft.layout],
        outlet=draft.outlet,
        published=draft.published.text if draft.published else None,
        url=draft.url,
        completeness=draft.extent.completeness.value,
        bytes_sha256=Digest.of(draft.text.source.data),
        canonical_sha256=Digest.of(draft.content.encode()),
        media_type=draft.reading.media_type,
        charset=decoded.charset,
        charset_basis=decoded.basis,
        charset_confidence=decoded.confidence_percent,
        removed=[{"text": item.text, "reason": item.reason} for item in draft.reading.removed],
        flags=[Flag.model_validate(flag) for flag in draft.reading.flags],
        language_check=language_check(draft, force=force),
        hops=[_hop(hop) for hop in draft.hops],
        disclaimers=[
            PreviewDisclaimer(
                quote=found.quote,
                span=(found.span.start, found.span.end),
                language=found.language,
                kind=found.kind,
                claims=claims_record(found),
            )
            for found in draft.disclaimers
        ],
    )


def _hop(hop: HopDraft) -> PreviewHop:
    return PreviewHop(
        role=hop.role,
        agent_kind=hop.agent.kind.value,
        identity=hop.agent.identity.value,
        names=_names(hop.agent),
        on_behalf_of=_names(hop.on_behalf_of),
        label=hop.label,
        date=hop.date.text if hop.date else None,
        basis=hop.basis.value,
        certainty=hop.certainty.value,
        quote=hop.quote,
        span=(hop.span.start, hop.span.end) if hop.span else None,
        proposed_by=hop.proposed_by,
    )


def _names(agent: AgentDraft | None) -> list[PreviewName]:
    return (
        [PreviewName(name=name.name, language=name.language, script=name.script) for name in agent.names]
        if agent
        else []
    )
