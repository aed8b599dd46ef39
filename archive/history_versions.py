"""Version records with all that hangs on them: capture, hops with their agents, disclaimers, segments."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import func, select
from sqlmodel import Session

from archive.history import (
    AgentNameRecord,
    AgentRecord,
    CaptureRecord,
    DisclaimerRecord,
    DisclaimerUseRecord,
    HopRecord,
    VersionRecord,
)
from archive.models import (
    Agent,
    AgentName,
    Capture,
    Disclaimer,
    DisclaimerUse,
    Hop,
    Segmentation,
    Text,
    Version,
    table_of,
)
from archive.text.blocks import BlockKind, PlacedBlock
from archive.values import Span

_TEXT, _VERSION, _CAPTURE, _HOP = table_of(Text), table_of(Version), table_of(Capture), table_of(Hop)
_AGENT, _NAME, _DISCLAIMER, _USE = table_of(Agent), table_of(AgentName), table_of(Disclaimer), table_of(DisclaimerUse)
_SEGMENTATION = table_of(Segmentation)


def versions_of_work(session: Session, work_id: str) -> list[VersionRecord]:
    """All versions of a work, by text and number."""
    query = (
        select(_VERSION)
        .join(_TEXT, _TEXT.c.id == _VERSION.c.text_id)
        .where(_TEXT.c.work_id == work_id)
        .order_by(_VERSION.c.text_id, _VERSION.c.number)
    )
    rows = session.execute(query).all()
    ids = [row.id for row in rows]
    captures = _captures(session, [row.capture_id for row in rows])
    hops = _hops(session, ids)
    uses = _uses(session, ids)
    segments = _segment_counts(session, ids)
    outlets = agents_by_id(session, {row.outlet_id for row in rows if row.outlet_id})
    return [
        _version(
            row,
            capture=captures[row.capture_id],
            hops=hops[row.id],
            uses=uses[row.id],
            segments=segments.get(row.id),
            outlet=outlets.get(row.outlet_id),
        )
        for row in rows
    ]


def agents_by_id(session: Session, ids: Collection[str]) -> dict[str, AgentRecord]:
    names: dict[str, list[AgentNameRecord]] = defaultdict(list)
    for row in session.execute(select(_NAME).where(_NAME.c.agent_id.in_(ids)).order_by(_NAME.c.id)):
        names[row.agent_id].append(AgentNameRecord(row.name, row.language, row.script, row.kind.value))
    rows = session.execute(select(_AGENT).where(_AGENT.c.id.in_(ids)))
    return {row.id: AgentRecord(row.id, row.kind.value, row.identity.value, tuple(names[row.id])) for row in rows}


def disclaimer_record(row: Any) -> DisclaimerRecord:
    return DisclaimerRecord(row.id, row.wording, row.language, row.kind, row.claims, row.recipe)


def _version(
    row: Any,
    *,
    capture: CaptureRecord,
    hops: Sequence[HopRecord],
    uses: Sequence[DisclaimerUseRecord],
    segments: int | None,
    outlet: AgentRecord | None,
) -> VersionRecord:
    return VersionRecord(
        id=row.id,
        text_id=row.text_id,
        number=row.number,
        supersedes_id=row.supersedes_id,
        title=row.title,
        standfirst=row.standfirst,
        content=row.content,
        layout=tuple(PlacedBlock(BlockKind(kind), Span(start, end)) for kind, start, end in row.layout),
        bytes_sha256=row.bytes_sha256,
        canonical_sha256=row.canonical_sha256,
        extractor=row.extractor,
        outlet=outlet,
        url=row.url,
        published=row.published_edtf,
        published_lower=row.published_lower,
        published_upper=row.published_upper,
        language_check=row.language_check,
        flags=tuple(row.flags),
        capture=capture,
        hops=tuple(hops),
        disclaimers=tuple(uses),
        segments=segments,
        recorded_at=row.recorded_at,
    )


def _captures(session: Session, ids: Sequence[str]) -> dict[str, CaptureRecord]:
    return {
        row.id: CaptureRecord(
            id=row.id,
            sha256=row.sha256,
            size=row.size,
            media_type=row.media_type,
            charset=row.charset,
            charset_basis=row.charset_basis,
            charset_confidence=row.charset_confidence,
            method=row.method.value,
            filename=row.filename,
            url=row.url,
            captured_at=row.captured_at,
            removed=tuple(row.removed),
            recorded_at=row.recorded_at,
        )
        for row in session.execute(select(_CAPTURE).where(_CAPTURE.c.id.in_(ids)))
    }


def _hops(session: Session, version_ids: Sequence[str]) -> dict[str, list[HopRecord]]:
    rows = session.execute(select(_HOP).where(_HOP.c.version_id.in_(version_ids)).order_by(_HOP.c.position)).all()
    agents = agents_by_id(session, {key for row in rows for key in (row.agent_id, row.on_behalf_of_id) if key})
    hops: dict[str, list[HopRecord]] = defaultdict(list)
    for row in rows:
        hops[row.version_id].append(
            HopRecord(
                id=row.id,
                version_id=row.version_id,
                position=row.position,
                role=row.role,
                agent=agents[row.agent_id],
                on_behalf_of=agents[row.on_behalf_of_id] if row.on_behalf_of_id else None,
                label=row.label,
                date=row.date_edtf,
                basis=row.basis.value,
                certainty=row.certainty.value,
                quote=row.quote,
                span=Span(row.span_start, row.span_end) if row.span_start is not None else None,
                proposed_by=row.proposed_by,
            )
        )
    return hops


def _uses(session: Session, version_ids: Sequence[str]) -> dict[str, list[DisclaimerUseRecord]]:
    query = (
        select(_DISCLAIMER, _USE.c.version_id, _USE.c.span_start, _USE.c.span_end)
        .join(_USE, _USE.c.disclaimer_id == _DISCLAIMER.c.id)
        .where(_USE.c.version_id.in_(version_ids))
        .order_by(_USE.c.span_start)
    )
    uses: dict[str, list[DisclaimerUseRecord]] = defaultdict(list)
    for row in session.execute(query):
        span = Span(row.span_start, row.span_end)
        uses[row.version_id].append(DisclaimerUseRecord(disclaimer_record(row), row.version_id, span))
    return uses


def _segment_counts(session: Session, version_ids: Sequence[str]) -> dict[str, int]:
    """The count of the newest segmentation of each version."""
    latest = (
        select(_SEGMENTATION.c.version_id, func.max(_SEGMENTATION.c.id).label("id"))
        .where(_SEGMENTATION.c.version_id.in_(version_ids))
        .group_by(_SEGMENTATION.c.version_id)
        .subquery()
    )
    query = select(_SEGMENTATION.c.version_id, _SEGMENTATION.c.count).join(latest, latest.c.id == _SEGMENTATION.c.id)
    return {version_id: count for version_id, count in session.execute(query)}  # noqa: C416 - dict() of rows has no types
