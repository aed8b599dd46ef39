"""Aligned sentences read from the database: the implementation behind :class:`archive.aligned.AlignedSource`.

Positions are those of :mod:`archive.passages_sql`. A call is a handful of queries whatever the number of works.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from sqlalchemy import BindParameter, Select, bindparam, func, select
from sqlmodel import Session

from archive.aligned import AlignedLink, AlignedPair, VersionText
from archive.comparing import COMPARE, CORRECT, REVIEW
from archive.database import Database
from archive.elsewhere import told_elsewhere, without
from archive.intake.intake import DEPOSIT, JOIN
from archive.models import (
    Alignment,
    Comparison,
    Finding,
    FindingReview,
    JournalEntry,
    Segment,
    Text,
    Version,
    table_of,
)
from archive.models.comparison import ReviewStatus
from archive.models.works import TextRole
from archive.pairing import Pairs
from archive.pairing_sql import pairs_of_works
from archive.recent import Recent
from archive.text.align import Label
from archive.text.compare.findings import Band
from archive.text.compare.report import shown
from archive.values import Span

_ALIGNMENT, _COMPARISON = table_of(Alignment), table_of(Comparison)
_FINDING, _REVIEW, _JOURNAL = table_of(Finding), table_of(FindingReview), table_of(JournalEntry)
_SEGMENT, _TEXT, _VERSION = table_of(Segment), table_of(Text), table_of(Version)
CHANGED_BY: Final = (DEPOSIT, JOIN, COMPARE, CORRECT, REVIEW)
"""The deeds after which aligned sentences or findings of a work may be others."""
REMEMBERED: Final = 256
"""Alignments whose sentences are kept in memory, some 30 kB each; an alignment never changes."""
TEXTS_AT_ONCE: Final = 500
"""Texts read by one query."""

_Sides = tuple[dict[int, Span], dict[int, Span]]


class _Compared(NamedTuple):
    work: str
    comparison: str
    alignment: str
    source: str
    target: str


# Put together once: they are asked with every page of a search.
_COMPARED: Final = (
    select(_COMPARISON.c.id, _ALIGNMENT.c.id, _COMPARISON.c.a_id, _COMPARISON.c.b_id)
    .join(_ALIGNMENT, _ALIGNMENT.c.id == _COMPARISON.c.alignment_id)
    .order_by(_COMPARISON.c.recorded_at, _ALIGNMENT.c.id)
)
_VERSIONS: Final[BindParameter[Any]] = bindparam("versions", expanding=True)
_FROM: Final = _COMPARED.where(_COMPARISON.c.a_id.in_(_VERSIONS))
_TO: Final = _COMPARED.where(_COMPARISON.c.b_id.in_(_VERSIONS))
_LINKS: Final = select(
    _ALIGNMENT.c.id, _ALIGNMENT.c.source_segmentation_id, _ALIGNMENT.c.target_segmentation_id, _ALIGNMENT.c.links
).where(_ALIGNMENT.c.id.in_(bindparam("alignments", expanding=True)))
_WORKS: Final = (
    select(_VERSION.c.id, _TEXT.c.work_id)
    .join(_TEXT, _TEXT.c.id == _VERSION.c.text_id)
    .where(_VERSION.c.id.in_(_VERSIONS), _TEXT.c.role != TextRole.MACHINE)
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
        with self._database.read() as session:
            rows = _current(session, work_ids)
            told = _told(session, rows)
            return without(_pairs(session, rows, _found(session, rows, told)), told)

    def linked(self, work_ids: Sequence[str]) -> Sequence[AlignedPair]:
        with self._database.read() as session:
            pairs = self._without_findings(session, _current(session, work_ids))
        return without(pairs, told_elsewhere(pairs))

    def of_versions(self, versions: Sequence[str]) -> Sequence[AlignedPair]:
        with self._database.read() as session:
            return self._without_findings(session, _any(session, versions))

    def waiting(self, work_ids: Sequence[str]) -> Sequence[tuple[str, str]]:
        with self._database.read() as session:
            pairs = pairs_of_works(session, work_ids)
            compared = {(row.source, row.target) for row in _compared(session, pairs)}
        current = [pair[:2] for found in pairs.values() for pair in found.current]
        return [pair for pair in current if pair not in compared]

    def _without_findings(self, session: Session, rows: Sequence[_Compared]) -> list[AlignedPair]:
        names = [row.alignment for row in rows]
        pairs = self._remembered.all_of(
            names, lambda missing: _by_alignment(session, [row for row in rows if row.alignment in missing])
        )
        return [pairs[name] for name in names]

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
    rows = _current(session, work_ids)
    findings = _found(session, rows, _told(session, rows))
    kinds: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        kinds[row.work].update(one.kind for one in findings.get(row.comparison, ()))
    return {work: tuple(sorted(found)) for work, found in kinds.items() if found}


def _current(session: Session, work_ids: Sequence[str]) -> list[_Compared]:
    """The newest comparison of each current pair, in order of work, source and target."""
    return _compared(session, pairs_of_works(session, work_ids))


def _compared(session: Session, found: Mapping[str, Pairs]) -> list[_Compared]:
    wanted = [(work, pair.source, pair.target) for work, pairs in found.items() for pair in pairs.current]
    newest = _newest(session, _FROM, [source for _, source, _ in wanted])
    return [_Compared(work, *newest[pair]) for work, *sides in wanted if (pair := (sides[0], sides[1])) in newest]


def _any(session: Session, versions: Sequence[str]) -> list[_Compared]:
    """The newest comparison of each two versions, one of these among them; the last compared first."""
    newest = {**_newest(session, _FROM, versions), **_newest(session, _TO, versions)}
    works = _works(session, {version for pair in newest for version in pair})
    rows = [_Compared(works[a], *row) for (a, b), row in newest.items() if a in works and b in works]
    return rows[::-1]


def _newest(session: Session, query: Select[Any], versions: Sequence[str]) -> dict[tuple[str, str], Any]:
    """By source and target the newest comparison across languages, in the order in which they were made."""
    found: dict[tuple[str, str], Any] = {}
    for row in session.execute(query, {"versions": versions}) if versions else ():
        pair = (row[2], row[3])
        found.pop(pair, None)
        found[pair] = row
    return found


def _works(session: Session, versions: Iterable[str]) -> dict[str, str]:
    """By version of what people wrote its work."""
    rows = session.execute(_WORKS, {"versions": sorted(versions)})
    return {row.id: row.work_id for row in rows}


def _by_alignment(session: Session, rows: Sequence[_Compared]) -> dict[str, AlignedPair]:
    return {pair.alignment_id: pair for pair in _pairs(session, rows, {})}


def _pairs(session: Session, rows: Sequence[_Compared], findings: Mapping[str, Sequence[Any]]) -> list[AlignedPair]:
    if not rows:
        return []
    stored = {one.id: one for one in session.execute(_LINKS, {"alignments": [row.alignment for row in rows]})}
    spans = _spans(session, stored.values())
    return [_pair(row, stored[row.alignment], spans, findings.get(row.comparison, ())) for row in rows]


def _spans(session: Session, rows: Iterable[Any]) -> dict[str, dict[int, Span]]:
    """By segmentation, the span of each unit."""
    wanted = {name for row in rows for name in (row.source_segmentation_id, row.target_segmentation_id)}
    columns = (_SEGMENT.c.segmentation_id, _SEGMENT.c.ordinal, _SEGMENT.c.start, _SEGMENT.c.end)
    spans: dict[str, dict[int, Span]] = defaultdict(dict)
    for name, ordinal, start, end in session.execute(select(*columns).where(_SEGMENT.c.segmentation_id.in_(wanted))):
        spans[name][ordinal] = Span(start, end)
    return spans


def _told(session: Session, rows: Sequence[_Compared]) -> dict[str, frozenset[Span]]:
    """By alignment what its target has from another of its sources; nothing is read where each has but one."""
    several = Counter(row.target for row in rows)
    return told_elsewhere(_pairs(session, [row for row in rows if several[row.target] > 1], {}))


def _found(session: Session, rows: Sequence[_Compared], told: Mapping[str, frozenset[Span]]) -> dict[str, list[Any]]:
    """By comparison what is shown, without additions that come from another source."""
    if not rows:
        return {}
    findings = _findings(session, [row.comparison for row in rows])
    for row in rows:
        spans = told.get(row.alignment, ())
        if spans:
            findings[row.comparison] = [one for one in findings[row.comparison] if not _is_told(one, spans)]
    return findings


def _is_told(finding: Any, spans: Iterable[Span]) -> bool:
    return finding.source_start is None and _touches(spans, finding.target_start, finding.target_end)


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


def _pair(row: _Compared, stored: Any, spans: Mapping[str, dict[int, Span]], findings: Sequence[Any]) -> AlignedPair:
    sides = (spans[stored.source_segmentation_id], spans[stored.target_segmentation_id])
    return AlignedPair(
        alignment_id=row.alignment,
        work_id=row.work,
        source_version=row.source,
        target_version=row.target,
        links=tuple(_link(link, sides, findings) for link in stored.links),
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
