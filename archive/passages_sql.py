"""Passages read from the database: the implementation behind :class:`archive.passages.PassageSource`.

A position is the number of journal entries. Only deeds that change what search shows are followed
(deposits, joins, and what becomes of findings); the worker's other entries are passed over. What a machine
made is no passage: search finds what people wrote. Every call is a handful of queries whatever the number of
versions.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import BindParameter, Select, String, bindparam, func, select, type_coerce
from sqlmodel import Session

from archive.aligned_sql import CHANGED_BY, finding_kinds
from archive.database import Database
from archive.models import Agent, AgentName, DisclaimerUse, Hop, JournalEntry, Text, Version, Work, table_of
from archive.models.chain import AgentKind, Identity
from archive.models.works import TextRole
from archive.passages import PUBLISHER, TRANSLATOR, Hand, Passage, Printed, Replacement
from archive.text.blocks import BlockKind, PlacedBlock
from archive.values import Span

_WORK, _TEXT, _VERSION = table_of(Work), table_of(Text), table_of(Version)
_AGENT, _NAME, _HOP = table_of(Agent), table_of(AgentName), table_of(Hop)
_USE, _JOURNAL = table_of(DisclaimerUse), table_of(JournalEntry)
_BY_PEOPLE: Final = _TEXT.c.role != TextRole.MACHINE
_VERSIONS: Final = (
    select(_VERSION.c.id).join(_TEXT, _TEXT.c.id == _VERSION.c.text_id).where(_BY_PEOPLE).order_by(_VERSION.c.id)
)
# Statements for what is asked with every page of a search are put together once.
_LATER: Final = _VERSION.alias("later")
_REPLACEMENT: Final = ("id", "number", "published_edtf", "recorded_at")
_IDS: Final[BindParameter[Any]] = bindparam("ids", expanding=True)
_PUBLISHERS: Final = (
    select(_HOP.c.version_id, _HOP.c.position, _NAME.c.name)
    .join(_NAME, _NAME.c.agent_id == _HOP.c.agent_id)
    .where(_HOP.c.version_id.in_(_IDS), _HOP.c.role == PUBLISHER)
    .order_by(_HOP.c.version_id, _HOP.c.position, _NAME.c.id)
)
_PRINTED: Final = (
    select(
        _VERSION.c.id,
        _TEXT.c.work_id,
        _WORK.c.external_id,
        _TEXT.c.language,
        _VERSION.c.content,
        type_coerce(_VERSION.c.layout, String).label("layout"),
        _TEXT.c.role,
        _VERSION.c.published_edtf,
        *(_LATER.c[name].label(f"later_{name}") for name in _REPLACEMENT),
    )
    .join(_TEXT, _TEXT.c.id == _VERSION.c.text_id)
    .join(_WORK, _WORK.c.id == _TEXT.c.work_id)
    .outerjoin(_LATER, _LATER.c.supersedes_id == _VERSION.c.id)
    .where(_VERSION.c.id.in_(_IDS), _BY_PEOPLE)
)
_TITLES: Final = (
    select(_TEXT.c.work_id, _TEXT.c.language, _TEXT.c.id, _VERSION.c.title)
    .join(_VERSION, _VERSION.c.text_id == _TEXT.c.id)
    .where(_TEXT.c.work_id.in_(_IDS), _BY_PEOPLE)
    .order_by(_TEXT.c.id, _VERSION.c.number)
)
FEW_WORKS: Final = 200
"""Up to so many works their versions are looked up; of more, all versions there are are gone through in order."""
LAYOUTS: Final = 4096
"""Layouts remembered; the pages of a search show the same few versions again and again."""


class SqlPassages:
    """Reads passages; holds no state but the database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def position(self) -> int:
        """How many journal entries there are."""
        with self._database.read() as session:
            last: int | None = session.execute(select(func.max(_JOURNAL.c.seq))).scalar_one()
        return 0 if last is None else last + 1

    def changed(self, after: int, upto: int, limit: int, offset_version: str | None = None) -> Sequence[Passage]:
        touched = (_JOURNAL.c.seq >= after, _JOURNAL.c.seq < upto, _JOURNAL.c.kind.in_(CHANGED_BY))
        with self._database.read() as session:
            works = select(_JOURNAL.c.entity).where(*touched).distinct().limit(FEW_WORKS + 1)
            few = session.execute(works).scalars().all()
            if len(few) <= FEW_WORKS:
                versions = _VERSIONS.where(_TEXT.c.work_id.in_(few))
            else:
                versions = _VERSIONS.join(_JOURNAL, _JOURNAL.c.entity == _TEXT.c.work_id).where(*touched).distinct()
            if offset_version is not None:
                versions = versions.where(_VERSION.c.id > offset_version)
            return _passages(session, session.execute(versions.limit(limit)).scalars().all())

    def by_version(self, ids: Sequence[str]) -> dict[str, Passage]:
        with self._database.read() as session:
            return {passage.version_id: passage for passage in _passages(session, ids)}

    def printed(self, ids: Sequence[str]) -> dict[str, Printed]:
        with self._database.read() as session:
            rows = session.execute(_PRINTED, {"ids": ids}).all()
            publishers = _publishers(session, ids)
        return {
            version: Printed(
                version,
                work,
                external_id,
                language,
                content,
                _layout(layout),
                role.value,
                replaced=Replacement(*later) if later[0] else None,
                published=published,
                publishers=publishers.get(version, ()),
            )
            for version, work, external_id, language, content, layout, role, published, *later in rows
        }

    def titles(self, work_ids: Sequence[str]) -> dict[str, dict[str, str]]:
        """The latest title in each language; where two texts share a language, the first one's."""
        titles: dict[str, dict[str, str]] = {work_id: {} for work_id in work_ids}
        owners: dict[tuple[str, str], str] = {}
        with self._database.read() as session:
            for work_id, language, text_id, title in session.execute(_TITLES, {"ids": work_ids}):
                if owners.setdefault((work_id, language), text_id) == text_id:
                    titles[work_id][language] = title
        return titles


def _passages(session: Session, ids: Sequence[str]) -> list[Passage]:
    if not ids:
        return []
    replaced = _replaced(session, ids)
    disclaimed = set(session.execute(_among(_USE.c.version_id, ids)).scalars())
    hands, unnamed = _hands(session, ids)
    query = (
        select(_VERSION, _TEXT.c.work_id, _TEXT.c.role, _TEXT.c.language, _WORK.c.external_id, _WORK.c.kind)
        .join(_TEXT, _TEXT.c.id == _VERSION.c.text_id)
        .join(_WORK, _WORK.c.id == _TEXT.c.work_id)
        .where(_VERSION.c.id.in_(ids), _BY_PEOPLE)
        .order_by(_VERSION.c.id)
    )
    rows = session.execute(query).all()
    findings = finding_kinds(session, sorted({row.work_id for row in rows}))
    return [
        Passage(
            version_id=row.id,
            text_id=row.text_id,
            work_id=row.work_id,
            external_id=row.external_id,
            language=row.language,
            role=row.role.value,
            kind=row.kind.value,
            latest=row.id not in replaced,
            replaced=replaced.get(row.id),
            title=row.title,
            content=row.content,
            layout=_placed(row.layout),
            published=row.published_edtf,
            publishers=tuple(hand.names for hand in hands[row.id] if hand.role == PUBLISHER and hand.names),
            outlets=_names(hand for hand in hands[row.id] if hand.organisation),
            agents=_names(hands[row.id]),
            translator_unnamed=row.id in unnamed,
            published_from=row.published_lower,
            published_to=row.published_upper,
            has_disclaimer=row.id in disclaimed,
            hands=tuple(hands[row.id]),
            findings=findings.get(row.work_id, ()),
        )
        for row in rows
    ]


def _replaced(session: Session, ids: Sequence[str]) -> dict[str, Replacement]:
    columns = (_VERSION.c.supersedes_id, *(_VERSION.c[name] for name in _REPLACEMENT))
    later = session.execute(select(*columns).where(_VERSION.c.supersedes_id.in_(ids)))
    return {old: Replacement(*facts) for old, *facts in later}


@lru_cache(maxsize=LAYOUTS)
def _layout(stored: str) -> tuple[PlacedBlock, ...]:
    return _placed(json.loads(stored))


def _publishers(session: Session, ids: Sequence[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """By version, in the order of the hops, the names of each in the order in which they were recorded."""
    found: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for version, position, name in session.execute(_PUBLISHERS, {"ids": ids}):
        found[version][position].append(name)
    return {version: tuple(map(tuple, outlets.values())) for version, outlets in found.items()}


def _placed(layout: Iterable[Sequence[Any]]) -> tuple[PlacedBlock, ...]:
    return tuple(PlacedBlock(BlockKind(kind), Span(start, end)) for kind, start, end in layout)


def _among(column: Any, ids: Sequence[str]) -> Select[Any]:
    return select(column).where(column.in_(ids)).distinct()


def _names(hands: Iterable[Hand]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for hand in hands for name in hand.names))


def _hands(session: Session, ids: Sequence[str]) -> tuple[dict[str, list[Hand]], set[str]]:
    """By version the hands of its chain in order; the versions of which no translator is named."""
    columns = (_HOP.c.version_id, _HOP.c.role, _HOP.c.agent_id, _HOP.c.on_behalf_of_id)
    hops = session.execute(select(*columns).where(_HOP.c.version_id.in_(ids)).order_by(_HOP.c.position)).all()
    agents = {agent_id for hop in hops for agent_id in (hop.agent_id, hop.on_behalf_of_id) if agent_id}
    kinds, names = _agents(session, sorted(agents))
    hands: dict[str, list[Hand]] = defaultdict(list)
    translated: dict[str, list[bool]] = defaultdict(list)
    for hop in hops:
        for agent_id in (hop.agent_id, hop.on_behalf_of_id):
            if agent_id:
                organisation = kinds[agent_id][0] is AgentKind.ORGANISATION
                hands[hop.version_id].append(Hand(hop.role, organisation, tuple(names[agent_id])))
        if hop.role == TRANSLATOR:
            translated[hop.version_id].append(kinds[hop.agent_id][1] is Identity.UNKNOWN)
    unnamed = {version_id for version_id, flags in translated.items() if all(flags)}
    return hands, unnamed


def _agents(session: Session, ids: Sequence[str]) -> tuple[dict[str, tuple[AgentKind, Identity]], dict[str, list[str]]]:
    rows = session.execute(select(_AGENT.c.id, _AGENT.c.kind, _AGENT.c.identity).where(_AGENT.c.id.in_(ids)))
    kinds = {row.id: (row.kind, row.identity) for row in rows}
    names: dict[str, list[str]] = defaultdict(list)
    query = select(_NAME.c.agent_id, _NAME.c.name).where(_NAME.c.agent_id.in_(ids)).order_by(_NAME.c.id)
    for agent_id, name in session.execute(query):
        names[agent_id].append(name)
    return kinds, names
