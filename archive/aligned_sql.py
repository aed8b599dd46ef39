"""Aligned sentences read from the database: the implementation behind :class:`archive.aligned.AlignedSource`.

Positions are those of :mod:`archive.passages_sql`. A call is a handful of queries whatever the number of works.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Select, bindparam, exists, func, select
from sqlmodel import Session

from archive.aligned import AlignedLink, AlignedPair, VersionText
from archive.comparing import COMPARE, CORRECT, REVIEW
from archive.database import Database
from archive.intake.intake import DEPOSIT, JOIN
from archive.models import (
    Alignment,
    Comparison,
    Derivation,
    Finding,
    FindingReview,
    JournalEntry,
    Segment,
    Text,
    Version,
    table_of,
)
from archive.models.chain import DerivationKind
from archive.models.comparison import ReviewStatus
from archive.models.works import TextRole
from archive.recent import Recent
from archive.text.align import Label
from archive.text.compare.findings import Band
from archive.text.compare.report import shown
from archive.values import Span

_ALIGNMENT, _COMPARISON, _DERIVATION = table_of(Alignment), table_of(Comparison), table_of(Derivation)
_FINDING, _REVIEW, _JOURNAL = table_of(Finding), table_of(FindingReview), table_of(JournalEntry)
_SEGMENT, _TEXT, _VERSION = table_of(Segment), table_of(Text), table_of(Version)
CHANGED_BY: Final = (DEPOSIT, JOIN, COMPARE, CORRECT, REVIEW)
"""The deeds after which aligned sentences or findings of a work may be others."""
REMEMBERED: Final = 256
"""Alignments whose sentences are kept in memory, some 30 kB each; an alignment never changes."""
TEXTS_AT_ONCE: Final = 500
"""Texts read by one query."""

_Sides = tuple[dict[int, Span], dict[int, Span]]


def _superseded(version_id: Any) -> Any:
    later = _VERSION.alias()
    return exists().where(later.c.supersedes_id == version_id)


# Put together once: it is asked with every page of a search.
_COMPARED: Final = (
    select(
        _TEXT.c.work_id,
        _COMPARISON.c.id.label("comparison_id"),
        _ALIGNMENT.c.id.label("alignment_id"),
        _ALIGNMENT.c.source_version_id,
        _ALIGNMENT.c.target_version_id,
    )
    .select_from(_TEXT)
    .join(_VERSION, _VERSION.c.text_id == _TEXT.c.id)
    .join(_DERIVATION, _DERIVATION.c.source_id == _VERSION.c.id)
    .join(
        _COMPARISON,
        (_COMPARISON.c.a_id == _DERIVATION.c.source_id) & (_COMPARISON.c.b_id == _DERIVATION.c.target_id),
    )
    .join(_ALIGNMENT, _ALIGNMENT.c.id == _COMPARISON.c.alignment_id)
    .where(
        _TEXT.c.work_id.in_(bindparam("works", expanding=True)),
        _DERIVATION.c.kind == DerivationKind.TRANSLATION,
        ~_superseded(_COMPARISON.c.a_id),
        ~_superseded(_COMPARISON.c.b_id),
    )
    .order_by(_TEXT.c.work_id, _COMPARISON.c.a_id, _COMPARISON.c.b_id, _COMPARISON.c.recorded_at, _ALIGNMENT.c.id)
)
_WITH_LINKS: Final = _COMPARED.add_columns(
    _ALIGNMENT.c.source_segmentation_id, _ALIGNMENT.c.target_segmentation_id, _ALIGNMENT.c.links
)


class SqlAligned:
    """Reads aligned pairs; holds no state but the database."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._remembered: Recent[str, AlignedPair] = Recent(REMEMBERED)

    def position(self) -> int:
        """How many journal entries there are."""
        with self._database.read() as session:
            last: int | None = session.execute(select(func.max(_JOURNAL.c.seq))).scalar_one()
        return 0 if last is None else last + 1

    def touched(self, after: int, upto: int, limit: int, offset_work: str | None = None) -> Sequence[str]:
        entity = _JOURNAL.c.entity
        query = select(entity).where(_JOURNAL.c.seq >= after, _JOURNAL.c.seq < upto, _JOURNAL.c.kind.in_(CHANGED_BY))
        if offset_work is not None:
            query = query.where(entity > offset_work)
        with self._database.read() as session:
            return list(session.execute(query.distinct().order_by(entity).limit(limit)).scalars())

    def of_works(self, work_ids: Sequence[str]) -> Sequence[AlignedPair]:
        if not work_ids:
            return []
        with self._database.read() as session:
            rows = _newest(session, work_ids, _WITH_LINKS)
            findings = _findings(session, [row.comparison_id for row in rows])
            return _pairs(session, rows, findings)

    def linked(self, work_ids: Sequence[str]) -> Sequence[AlignedPair]:
        if not work_ids:
            return []
        with self._database.read() as session:
            newest = [row.alignment_id for row in _newest(session, work_ids)]
            pairs = self._remembered.all_of(newest, lambda ids: _by_alignment(session, work_ids, ids))
        return [pairs[name] for name in newest]

    def texts(self, version_ids: Sequence[str]) -> dict[str, VersionText]:
        found: dict[str, VersionText] = {}
        with self._database.read() as session:
            for first in range(0, len(version_ids), TEXTS_AT_ONCE):
                wanted = version_ids[first : first + TEXTS_AT_ONCE]
                query = (
                    select(_VERSION.c.id, _TEXT.c.language, _VERSION.c.content)
                    .join(_TEXT, _TEXT.c.id == _VERSION.c.text_id)
                    .where(_VERSION.c.id.in_(wanted), _TEXT.c.role != TextRole.MACHINE)
                )
                found.update(
                    (name, VersionText(language, content)) for name, language, content in session.execute(query)
                )
        return found


def finding_kinds(session: Session, work_ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """By work the kinds of finding that are shown and were not dismissed; works without are left out."""
    rows = _newest(session, work_ids) if work_ids else []
    findings = _findings(session, [row.comparison_id for row in rows]) if rows else {}
    kinds: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        kinds[row.work_id].update(one.kind for one in findings[row.comparison_id])
    return {work: tuple(sorted(found)) for work, found in kinds.items() if found}


def _newest(session: Session, work_ids: Sequence[str], query: Select[Any] | None = None) -> list[Any]:
    """By derivation the newest comparison across languages, where neither version was superseded."""
    rows = session.execute(_COMPARED if query is None else query, {"works": work_ids})
    return list({(row.source_version_id, row.target_version_id): row for row in rows}.values())


def _by_alignment(session: Session, work_ids: Sequence[str], ids: Sequence[str]) -> dict[str, AlignedPair]:
    rows = [row for row in _newest(session, work_ids, _WITH_LINKS) if row.alignment_id in ids]
    return {pair.alignment_id: pair for pair in _pairs(session, rows, {})}


def _pairs(session: Session, rows: Sequence[Any], findings: Mapping[str, Sequence[Any]]) -> list[AlignedPair]:
    spans = _spans(session, rows)
    return [
        _pair(
            row,
            (spans[row.source_segmentation_id], spans[row.target_segmentation_id]),
            findings.get(row.comparison_id, ()),
        )
        for row in rows
    ]


def _spans(session: Session, rows: Iterable[Any]) -> dict[str, dict[int, Span]]:
    """By segmentation, the span of each unit."""
    wanted = {name for row in rows for name in (row.source_segmentation_id, row.target_segmentation_id)}
    columns = (_SEGMENT.c.segmentation_id, _SEGMENT.c.ordinal, _SEGMENT.c.start, _SEGMENT.c.end)
    spans: dict[str, dict[int, Span]] = defaultdict(dict)
    for name, ordinal, start, end in session.execute(select(*columns).where(_SEGMENT.c.segmentation_id.in_(wanted))):
        spans[name][ordinal] = Span(start, end)
    return spans


def _findings(session: Session, comparison_ids: Sequence[str]) -> dict[str, list[Any]]:
    """By comparison, what the default view shows and nobody dismissed."""
    names = ("comparison_id", "key", "kind", "band", "source_start", "source_end", "target_start", "target_end")
    query = select(*(_FINDING.c[name] for name in names)).where(
        _FINDING.c.comparison_id.in_(comparison_ids), _FINDING.c.band != Band.LOW
    )
    rows = [row for row in session.execute(query.order_by(_FINDING.c.ordinal)) if shown(row.kind, row.band)]
    dismissed = _dismissed(session, {row.key for row in rows})
    found: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        if row.key not in dismissed:
            found[row.comparison_id].append(row)
    return found


def _dismissed(session: Session, keys: set[str]) -> set[str]:
    """The keys whose last review says so."""
    query = select(_REVIEW.c.finding_key, _REVIEW.c.status).where(_REVIEW.c.finding_key.in_(keys))
    last = {row.finding_key: row.status for row in session.execute(query.order_by(_REVIEW.c.id))}
    return {key for key, status in last.items() if status is ReviewStatus.DISMISSED}


def _pair(row: Any, sides: _Sides, findings: Sequence[Any]) -> AlignedPair:
    return AlignedPair(
        alignment_id=row.alignment_id,
        work_id=row.work_id,
        source_version=row.source_version_id,
        target_version=row.target_version_id,
        links=tuple(_link(link, sides, findings) for link in row.links),
        findings=_kinds(findings),
    )


def _link(stored: Sequence[Any], sides: _Sides, findings: Sequence[Any]) -> AlignedLink:
    source, target, _, confidence, label, correction = stored
    ours = tuple(sides[0][ordinal] for ordinal in source)
    theirs = tuple(sides[1][ordinal] for ordinal in target)
    touching = (
        one
        for one in findings
        if _touches(ours, one.source_start, one.source_end) or _touches(theirs, one.target_start, one.target_end)
    )
    return AlignedLink(
        ours, theirs, label, confidence, label == Label.UNCERTAIN.value, correction is not None, _kinds(touching)
    )


def _touches(spans: Iterable[Span], start: int | None, end: int | None) -> bool:
    return start is not None and end is not None and any(span.overlaps(Span(start, end)) for span in spans)


def _kinds(findings: Iterable[Any]) -> tuple[str, ...]:
    return tuple(sorted({one.kind for one in findings}))
