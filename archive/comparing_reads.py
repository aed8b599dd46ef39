"""From rows to what is compared and to what readers get. Reads; writes nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlmodel import Session, col, or_, select

from archive.comparing_rows import Compared, Inputs, Rows
from archive.comparison_records import (
    AlignmentRecord,
    ComparisonRecord,
    ComparisonSummary,
    CorrectionRecord,
    FindingRecord,
    LinkRecord,
    PlaceRecord,
    ReviewRecord,
    UnitRecord,
)
from archive.errors import BadInput, NotFound
from archive.models import (
    Alignment,
    AlignmentCorrection,
    Comparison,
    Derivation,
    Finding,
    FindingReview,
    Segment,
    Segmentation,
    Text,
    Version,
)
from archive.models.chain import Completeness, DerivationKind
from archive.models.comparison import ComparisonMode
from archive.pairing_sql import pair_of, pairs_of_works
from archive.text.compare import texts
from archive.text.compare.corrections import Correction
from archive.text.compare.extent import Declaration, Declared
from archive.text.segment import SegmentKind
from archive.values import Span, primary_language


def read_inputs(session: Session, a: str, b: str) -> Inputs | None:
    """What goes into comparing version ``a`` with ``b``; ``None`` while one of them is not segmented."""
    if a == b:
        raise BadInput("a version is compared with another one, not with itself", code="same-version", pointer="/b")
    sides = [read_side(session, version_id) for version_id in (a, b)]
    one, other = sides
    if one is None or other is None:
        return None
    same = primary_language(one.language) == primary_language(other.language)
    return Inputs(
        one,
        other,
        ComparisonMode.REVISION if same else ComparisonMode.CROSS,
        () if same else tuple(_correction(session, row, one, other) for row in correction_rows(session, a, b)),
        Declaration() if same else _declaration(session, a, other),
    )


def read_side(session: Session, version_id: str, segmentation_id: str | None = None) -> Compared | None:
    """A version by one segmentation, the newest unless said; ``None`` where it has none."""
    row = session.exec(select(Version, Text).join(Text).where(Version.id == version_id)).first()
    if row is None:
        raise NotFound(f"there is no version {version_id}")
    version, text = row
    query = select(Segmentation).where(Segmentation.version_id == version_id)
    if segmentation_id is not None:
        query = query.where(Segmentation.id == segmentation_id)
    run = session.exec(query.order_by(col(Segmentation.id).desc())).first()
    if run is None:
        return None
    segments = session.exec(select(Segment).where(Segment.segmentation_id == run.id).order_by(col(Segment.ordinal)))
    units, paragraphs = [], []
    for item in segments:
        span = Span(item.start, item.end)
        units.append(texts.Unit(span.of(version.content), SegmentKind(item.kind.value), span))
        paragraphs.append(item.paragraph)
    seen = texts.Text(text.language, version.content, tuple(units))
    return Compared(version.id, text.work_id, text.language, run.id, seen, tuple(paragraphs))


def correction_rows(session: Session, a: str, b: str) -> Sequence[AlignmentCorrection]:
    """The layer over these two versions, whichever was called the source, oldest first."""
    sides = (col(AlignmentCorrection.source_version_id), col(AlignmentCorrection.target_version_id))
    query = select(AlignmentCorrection).where(or_((sides[0] == a) & (sides[1] == b), (sides[0] == b) & (sides[1] == a)))
    return session.exec(query.order_by(col(AlignmentCorrection.id))).all()


def _correction(session: Session, row: AlignmentCorrection, a: Compared, b: Compared) -> Correction:
    """A correction in the ordinals of these units: turned round, and carried over from an older segmentation."""
    source = (row.source_version_id, row.source_segmentation_id, row.source)
    target = (row.target_version_id, row.target_segmentation_id, row.target)
    if row.source_version_id != a.version_id:
        source, target = target, source
    return Correction(row.id, row.action, _carried(session, *source, a), _carried(session, *target, b))


def _carried(
    session: Session, version_id: str, segmentation_id: str, ordinals: Sequence[int], side: Compared
) -> tuple[int, ...]:
    """The units of ``side`` that hold the words which ``ordinals`` held."""
    if segmentation_id == side.segmentation_id:
        return tuple(ordinals)
    older = read_side(session, version_id, segmentation_id)
    spans = [older.text.units[ordinal].span for ordinal in ordinals] if older else []
    return tuple(
        unit for unit in side.text.taking_part if any(side.text.units[unit].span.overlaps(span) for span in spans)
    )


def _declaration(session: Session, source: str, target: Compared) -> Declaration:
    """What the derivation between the two versions declares, or the one that makes them a pair."""
    row = session.exec(
        select(Derivation)
        .where(
            Derivation.source_id == source,
            Derivation.target_id == target.version_id,
            col(Derivation.completeness) != Completeness.UNKNOWN,
        )
        .order_by(col(Derivation.kind) != DerivationKind.TRANSLATION, col(Derivation.id))
    ).first()
    if row is None:
        pair = pair_of(session, source, target.version_id)
        row = session.get(Derivation, pair.derivation) if pair and pair.derivation else None
    return _declared(row, target) if row else Declaration()


def _declared(row: Derivation, target: Compared) -> Declaration:
    """Of another version of ``target`` as far as its words stand in this one too."""
    start, end, quote = row.completeness_start, row.completeness_end, row.completeness_quote
    span = Span(start, end) if start is not None and end is not None else None
    if row.target_id != target.version_id and span is not None and quote is not None:
        start = target.text.content.find(quote)
        if start < 0:
            return Declaration()
        span = Span(start, start + len(quote))
    return Declaration(Declared(row.completeness.value), quote, span)


def read_rows(session: Session, comparison_id: str) -> Rows | None:
    comparison = session.get(Comparison, comparison_id)
    if comparison is None:
        return None
    query = select(Finding).where(Finding.comparison_id == comparison_id).order_by(col(Finding.ordinal))
    alignment = session.get(Alignment, comparison.alignment_id) if comparison.alignment_id else None
    return Rows(comparison, tuple(session.exec(query)), alignment)


def comparison_record(session: Session, rows: Rows, *, stored: bool = True) -> ComparisonRecord:
    """The record of ``rows``, whether they are kept or were only just made."""
    row = rows.comparison
    said = reviews_of(session, [finding.key for finding in rows.findings])
    kept = {item.id: item for item in correction_rows(session, row.a_id, row.b_id)}
    return ComparisonRecord(
        id=row.id,
        a_id=row.a_id,
        b_id=row.b_id,
        mode=row.mode.value,
        recipe=row.recipe,
        options=row.options,
        corrections=tuple(correction_record(kept[name]) for name in row.corrections),
        alignment=alignment_record(session, rows.alignment) if rows.alignment else None,
        result=row.result,
        findings=tuple(finding_record(finding, said[finding.key]) for finding in rows.findings),
        findings_sha256=row.findings_sha256,
        recorded_at=row.recorded_at,
        kept=stored,
    )


def alignment_record(session: Session, row: Alignment) -> AlignmentRecord:
    return AlignmentRecord(
        id=row.id,
        source_version_id=row.source_version_id,
        target_version_id=row.target_version_id,
        source_segmentation_id=row.source_segmentation_id,
        target_segmentation_id=row.target_segmentation_id,
        source_units=_units(session, row.source_version_id, row.source_segmentation_id),
        target_units=_units(session, row.target_version_id, row.target_segmentation_id),
        recipe=row.recipe,
        calibration_id=row.calibration_id,
        links=tuple(LinkRecord(tuple(left), tuple(right), *rest) for left, right, *rest in row.links),
        summary=row.summary,
        links_sha256=row.links_sha256,
        recorded_at=row.recorded_at,
    )


def _units(session: Session, version_id: str, segmentation_id: str) -> tuple[UnitRecord, ...]:
    side = read_side(session, version_id, segmentation_id)
    if side is None:
        return ()
    part = set(side.text.taking_part)
    return tuple(
        UnitRecord(ordinal, unit.kind.value, unit.span, unit.text, side.paragraphs[ordinal], ordinal in part)
        for ordinal, unit in enumerate(side.text.units)
    )


def summaries(session: Session, work_id: str) -> list[ComparisonSummary]:
    """Every comparison that a version of the work is in, newest first."""
    versions = select(Version.id).join(Text).where(Text.work_id == work_id)
    query = select(Comparison).where(or_(col(Comparison.a_id).in_(versions), col(Comparison.b_id).in_(versions)))
    rows = session.exec(query.order_by(col(Comparison.recorded_at).desc(), col(Comparison.id))).all()
    current = _current(session, work_id, rows)
    return [_summary(row, current=row.id in current) for row in rows]


def _current(session: Session, work_id: str, rows: Sequence[Comparison]) -> set[str]:
    """By current pair the newest of ``rows``, which come newest first."""
    pairs = pairs_of_works(session, [work_id]).get(work_id)
    newest: dict[tuple[str, str], str] = {}
    for row in rows:
        newest.setdefault((row.a_id, row.b_id), row.id)
    return {newest[pair[:2]] for pair in (pairs.current if pairs else ()) if pair[:2] in newest}


def _summary(row: Comparison, *, current: bool) -> ComparisonSummary:
    shown = int(row.result.get("shown", 0))
    result = {key: value for key, value in row.result.items() if key != "redline"}
    return ComparisonSummary(
        row.id, row.a_id, row.b_id, row.mode.value, row.recipe, shown, row.findings_count, result, row.recorded_at,
        current=current,
    )  # fmt: skip


def reviews_of(session: Session, keys: Sequence[str]) -> dict[str, list[ReviewRecord]]:
    """What was said of the observations with these keys, oldest first."""
    said: dict[str, list[ReviewRecord]] = defaultdict(list)
    query = select(FindingReview).where(col(FindingReview.finding_key).in_(keys)).order_by(col(FindingReview.id))
    for row in session.exec(query) if keys else ():
        said[row.finding_key].append(review_record(row))
    return said


def review_record(row: FindingReview) -> ReviewRecord:
    return ReviewRecord(row.id, row.finding_id, row.status.value, row.note, row.by, row.recorded_at)


def correction_record(row: AlignmentCorrection) -> CorrectionRecord:
    versions = (row.source_version_id, row.target_version_id)
    ordinals = (tuple(row.source), tuple(row.target))
    return CorrectionRecord(row.id, *versions, row.action.value, *ordinals, row.note, row.by, row.recorded_at)


def finding_record(row: Finding, reviews: Sequence[ReviewRecord]) -> FindingRecord:
    detail = dict(row.detail)
    units = [tuple(detail.pop(f"{side}_units", ())) for side in ("source", "target")]
    return FindingRecord(
        id=row.id,
        comparison_id=row.comparison_id,
        ordinal=row.ordinal,
        key=row.key,
        kind=row.kind,
        band=row.band.value,
        confidence_millis=row.confidence_millis,
        source=_place(units[0], row.source_start, row.source_end, row.source_quote),
        target=_place(units[1], row.target_start, row.target_end, row.target_quote),
        expected=row.expected,
        found=row.found,
        detail=detail,
        method=row.method,
        calibration_id=row.calibration_id,
        reviews=tuple(reviews),
    )


def _place(units: tuple[Any, ...], start: int | None, end: int | None, quote: str | None) -> PlaceRecord | None:
    if start is None or end is None or quote is None:
        return None
    return PlaceRecord(units, Span(start, end), quote)
