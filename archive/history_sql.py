"""Records of :mod:`archive.history` read from the database: one work, and lists.

Each call is a fixed number of queries, whatever a work holds or a list is long. Versions with all
that hangs on them are :mod:`archive.history_versions`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, exists, func, select
from sqlmodel import Session

from archive.database import Database
from archive.errors import BadInput, NotFound
from archive.history import (
    AgentRecord,
    Counts,
    DerivationRecord,
    DisclaimerRecord,
    TextRecord,
    VersionRecord,
    WorkRecord,
    WorkSummary,
)
from archive.history_versions import agents_by_id, disclaimer_record, versions_of_work
from archive.models import (
    AgentName,
    Derivation,
    Disclaimer,
    DisclaimerUse,
    Hop,
    JournalEntry,
    Text,
    Version,
    Work,
    table_of,
)
from archive.models.chain import DerivationKind
from archive.models.works import TextRole, WorkKind
from archive.text.fold import fold
from archive.values import Span

_WORK, _TEXT, _VERSION = table_of(Work), table_of(Text), table_of(Version)
_DERIVATION, _HOP, _JOURNAL = table_of(Derivation), table_of(Hop), table_of(JournalEntry)
_NAME, _DISCLAIMER, _USE = table_of(AgentName), table_of(Disclaimer), table_of(DisclaimerUse)
LISTED = 100
"""How many works or uses a record lists; more are found by search."""
_ROLE_ORDER = {role.value: place for place, role in enumerate(TextRole)}


class Catalogue:
    """Reads the archive for people and programs; writes nothing."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def work(self, work_id: str) -> WorkRecord:
        with self._database.read() as session:
            row = session.execute(select(_WORK).where(_WORK.c.id == work_id)).first()
            if row is None:
                raise NotFound(f"there is no work {work_id}")
            journal = select(_JOURNAL.c.seq).where(_JOURNAL.c.entity == work_id).order_by(_JOURNAL.c.seq)
            return WorkRecord(
                id=row.id,
                kind=row.kind.value,
                external_id=row.external_id,
                note=row.note,
                texts=_texts(session, work_id),
                derivations=_derivations(session, work_id),
                journal=tuple(session.execute(journal).scalars()),
                recorded_at=row.recorded_at,
            )

    def work_of_version(self, version_id: str) -> str:
        query = select(_TEXT.c.work_id).join(_VERSION, _VERSION.c.text_id == _TEXT.c.id)
        with self._database.read() as session:
            found: str | None = session.execute(query.where(_VERSION.c.id == version_id)).scalar()
        if found is None:
            raise NotFound(f"there is no version {version_id}")
        return found

    def work_of_external_id(self, external_id: str) -> str:
        with self._database.read() as session:
            found: str | None = session.execute(select(_WORK.c.id).where(_WORK.c.external_id == external_id)).scalar()
        if found is None:
            raise NotFound(f"there is no work with the external id {external_id!r}")
        return found

    def works(
        self,
        *,
        offset: int = 0,
        limit: int = 20,
        kind: str | None = None,
        outlet: str | None = None,
        has_disclaimer: bool | None = None,
        missing_role: str | None = None,
    ) -> tuple[list[WorkSummary], int]:
        """One page of works, newest first, and how many there are in all."""
        where = _conditions(kind, outlet, has_disclaimer, missing_role)
        query = select(_WORK).where(*where).order_by(_WORK.c.id.desc()).offset(offset).limit(limit)
        with self._database.read() as session:
            rows = session.execute(query).all()
            total = session.execute(select(func.count()).select_from(_WORK).where(*where)).scalar_one()
            return _summaries(session, rows), int(total)

    def counts(self) -> Counts:
        pairs = select(func.count()).select_from(_DERIVATION).where(_DERIVATION.c.kind == DerivationKind.TRANSLATION)
        by_machine = _TEXT.c.role == TextRole.MACHINE
        versions = _count(_VERSION.join(_TEXT, _VERSION.c.text_id == _TEXT.c.id)).where(~by_machine)
        queries = {
            "works": _count(_WORK),
            "versions": versions,
            "machine_texts": _count(_TEXT).where(by_machine),
            "pairs": pairs,
            "disclaimers": _count(_DISCLAIMER),
            "journal": _count(_JOURNAL),
        }
        with self._database.read() as session:
            return Counts(**{name: int(session.execute(query).scalar_one()) for name, query in queries.items()})

    def disclaimers(self) -> list[tuple[DisclaimerRecord, int]]:
        """Every wording with the number of its uses, most used first."""
        uses = func.count(_USE.c.id)
        query = (
            select(_DISCLAIMER, uses.label("uses"))
            .join(_USE, _USE.c.disclaimer_id == _DISCLAIMER.c.id, isouter=True)
            .group_by(_DISCLAIMER.c.id)
            .order_by(uses.desc(), _DISCLAIMER.c.id)
        )
        with self._database.read() as session:
            return [(disclaimer_record(row), int(row.uses)) for row in session.execute(query)]

    def disclaimer(
        self, disclaimer_id: str, *, limit: int = LISTED
    ) -> tuple[DisclaimerRecord, list[tuple[str, str, Span]]]:
        """A wording and its newest uses: (work, version, span)."""
        query = (
            select(_TEXT.c.work_id, _USE.c.version_id, _USE.c.span_start, _USE.c.span_end)
            .join(_VERSION, _VERSION.c.id == _USE.c.version_id)
            .join(_TEXT, _TEXT.c.id == _VERSION.c.text_id)
            .where(_USE.c.disclaimer_id == disclaimer_id)
            .order_by(_USE.c.id.desc())
            .limit(limit)
        )
        with self._database.read() as session:
            row = session.execute(select(_DISCLAIMER).where(_DISCLAIMER.c.id == disclaimer_id)).first()
            if row is None:
                raise NotFound(f"there is no disclaimer {disclaimer_id}")
            uses = session.execute(query)
            return disclaimer_record(row), [(work, version, Span(start, end)) for work, version, start, end in uses]

    def agent(self, agent_id: str, *, limit: int = LISTED) -> tuple[AgentRecord, list[WorkSummary]]:
        """An agent and the newest works they had a hand in."""
        touched = (
            select(_TEXT.c.work_id)
            .join(_VERSION, _VERSION.c.text_id == _TEXT.c.id)
            .join(_HOP, _HOP.c.version_id == _VERSION.c.id)
            .where((_HOP.c.agent_id == agent_id) | (_HOP.c.on_behalf_of_id == agent_id))
        )
        with self._database.read() as session:
            found = agents_by_id(session, [agent_id])
            if agent_id not in found:
                raise NotFound(f"there is no agent {agent_id}")
            query = select(_WORK).where(_WORK.c.id.in_(touched)).order_by(_WORK.c.id.desc()).limit(limit)
            rows = session.execute(query).all()
            return found[agent_id], _summaries(session, rows)


def _count(table: Any) -> Any:
    return select(func.count()).select_from(table)


def _conditions(
    kind: str | None, outlet: str | None, has_disclaimer: bool | None, missing_role: str | None
) -> list[ColumnElement[bool]]:
    """WHERE clauses on ``work``."""
    where: list[ColumnElement[bool]] = []
    versions = select(_VERSION.c.id).join(_TEXT, _TEXT.c.id == _VERSION.c.text_id).where(_TEXT.c.work_id == _WORK.c.id)
    if kind is not None:
        where.append(_WORK.c.kind == _member(WorkKind, kind, "/kind"))
    if outlet is not None:
        named = select(_NAME.c.agent_id).where(_NAME.c.name_key == fold(outlet))
        where.append(exists(versions.where(_VERSION.c.outlet_id.in_(named))))
    if has_disclaimer is not None:
        used = exists(versions.join(_USE, _USE.c.version_id == _VERSION.c.id))
        where.append(used if has_disclaimer else ~used)
    if missing_role is not None:
        role = _member(TextRole, missing_role, "/missing")
        where.append(~exists(select(_TEXT.c.id).where(_TEXT.c.work_id == _WORK.c.id, _TEXT.c.role == role)))
    return where


def _member(vocabulary: Any, value: str, pointer: str) -> Any:
    try:
        return vocabulary(value)
    except ValueError:
        known = ", ".join(item.value for item in vocabulary)
        raise BadInput(f"expected one of {known}; found {value!r}", pointer=pointer) from None


def _summaries(session: Session, rows: Sequence[Any]) -> list[WorkSummary]:
    ids = [row.id for row in rows]
    versions = _versions_by_work(session, ids)
    agents = agents_by_id(session, {item.outlet_id for found in versions.values() for item in found if item.outlet_id})
    used = set(session.execute(select(_USE.c.version_id).where(_USE.c.version_id.in_(_ids(versions)))).scalars())
    return [_summary(row, versions[row.id], agents, used) for row in rows]


def _versions_by_work(session: Session, ids: Sequence[str]) -> dict[str, list[Any]]:
    """The light columns of all versions of each work that people wrote, texts in order, versions by number."""
    columns = (_VERSION.c.id, _VERSION.c.title, _VERSION.c.outlet_id, _VERSION.c.published_edtf)
    query = (
        select(*columns, _TEXT.c.work_id, _TEXT.c.language, _TEXT.c.role, _TEXT.c.id.label("text_id"))
        .join(_TEXT, _TEXT.c.id == _VERSION.c.text_id)
        .where(_TEXT.c.work_id.in_(ids), _TEXT.c.role != TextRole.MACHINE)
        .order_by(_TEXT.c.id, _VERSION.c.number)
    )
    found: dict[str, list[Any]] = defaultdict(list)
    for row in session.execute(query):
        found[row.work_id].append(row)
    for rows in found.values():
        rows.sort(key=lambda row: _ROLE_ORDER[row.role.value])
    return found


def _ids(versions: dict[str, list[Any]]) -> list[str]:
    return [item.id for found in versions.values() for item in found]


def _summary(row: Any, versions: Sequence[Any], agents: dict[str, AgentRecord], used: set[str]) -> WorkSummary:
    titles: dict[str, str] = {}
    owners: dict[str, str] = {}
    for version in versions:
        if owners.setdefault(version.language, version.text_id) == version.text_id:
            titles[version.language] = version.title
    outlets = [agents[version.outlet_id].name() for version in versions if version.outlet_id]
    return WorkSummary(
        id=row.id,
        external_id=row.external_id,
        kind=row.kind.value,
        titles=titles,
        outlets=tuple(dict.fromkeys(name for name in outlets if name)),
        published=next((version.published_edtf for version in versions if version.published_edtf), None),
        versions=len(versions),
        has_disclaimer=any(version.id in used for version in versions),
        recorded_at=row.recorded_at,
    )


def _texts(session: Session, work_id: str) -> tuple[TextRecord, ...]:
    versions: dict[str, list[VersionRecord]] = defaultdict(list)
    for version in versions_of_work(session, work_id):
        versions[version.text_id].append(version)
    rows = session.execute(select(_TEXT).where(_TEXT.c.work_id == work_id).order_by(_TEXT.c.id)).all()
    rows = sorted(rows, key=lambda row: _ROLE_ORDER[row.role.value])
    return tuple(
        TextRecord(row.id, row.role.value, row.language, tuple(versions[row.id]), row.recorded_at) for row in rows
    )


def _derivations(session: Session, work_id: str) -> tuple[DerivationRecord, ...]:
    query = (
        select(_DERIVATION)
        .join(_VERSION, _VERSION.c.id == _DERIVATION.c.target_id)
        .join(_TEXT, _TEXT.c.id == _VERSION.c.text_id)
        .where(_TEXT.c.work_id == work_id)
        .order_by(_DERIVATION.c.id)
    )
    return tuple(
        DerivationRecord(
            id=row.id,
            kind=row.kind.value,
            target_id=row.target_id,
            source_id=row.source_id,
            completeness=row.completeness.value,
            completeness_quote=row.completeness_quote,
            directness=row.directness.value,
            pivot_id=row.pivot_id,
            binding=row.binding.value,
        )
        for row in session.execute(query)
    )
