"""The rows of a comparison between two languages: every link with its sentences, marked where they differ. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from api.pages.compare_contexts import Compared, CorrectionView, FindingView, Row, Sentence
from api.pages.compare_findings import group_of
from api.pages.marking import Mark, marked
from archive.comparison_records import (
    AlignmentRecord,
    CorrectionRecord,
    FindingRecord,
    LinkRecord,
    PlaceRecord,
    UnitRecord,
)

GENERAL: Final = frozenset(
    {"coverage", "lead_changed", "headline_reframed", "byline_changed",
     "disclaimer_added", "disclaimer_removed", "disclaimer_changed"}
)  # fmt: skip
"""Kinds that are about the whole text: they stand above the rows."""

_Side = tuple[Compared, Sequence[UnitRecord]]


def rows_of(
    alignment: AlignmentRecord,
    a: Compared,
    b: Compared,
    views: Mapping[str, FindingView],
    findings: Sequence[FindingRecord] = (),
    *,
    apart: Mapping[int, Sequence[Mark]] = MappingProxyType({}),
) -> tuple[Row, ...]:
    """Every link with its sentences; a finding stands at the first row that it is about.

    ``apart``: more to mark in the target, by place of the row.
    """
    mine: dict[int, list[FindingRecord]] = {}
    for finding in findings:
        at = _row_of(finding, alignment.links) if finding.id in views and finding.kind not in GENERAL else None
        if at is not None:
            mine.setdefault(at, []).append(finding)
    sides = (a, alignment.source_units), (b, alignment.target_units)
    return tuple(
        _row((at, link), mine.get(at, []), views, sides, apart.get(at, ())) for at, link in enumerate(alignment.links)
    )


def _row_of(finding: FindingRecord, links: Sequence[LinkRecord]) -> int | None:
    source = set(finding.source.units) if finding.source else set()
    target = set(finding.target.units) if finding.target else set()
    for at, link in enumerate(links):
        if source & set(link.source) or (not source and target & set(link.target)):
            return at
    return None


def _row(
    numbered: tuple[int, LinkRecord],
    findings: Sequence[FindingRecord],
    views: Mapping[str, FindingView],
    sides: tuple[_Side, _Side],
    apart: Sequence[Mark],
) -> Row:
    at, link = numbered
    return Row(
        number=at + 1,
        label=link.label,
        percent=link.confidence_millis // 10,
        by_hand=link.correction_id is not None,
        source=_sentences(link.source, sides[0], [(one.kind, one.source) for one in findings]),
        target=_sentences(link.target, sides[1], [(one.kind, one.target) for one in findings], apart),
        findings=tuple(views[one.id] for one in findings),
    )


def _sentences(
    ordinals: Sequence[int],
    side: _Side,
    places: Sequence[tuple[str, PlaceRecord | None]],
    more: Sequence[Mark] = (),
) -> tuple[Sentence, ...]:
    compared, units = side
    content = compared.version.content
    marks = [Mark(place.span, f"d-{group_of(kind)}") for kind, place in places if place and _is_part(place, units)]
    marks += more
    return tuple(Sentence(at, units[at].kind, marked(content, marks, units[at].span)) for at in ordinals)


def _is_part(place: PlaceRecord, units: Sequence[UnitRecord]) -> bool:
    """Whether a place is less than its sentences: what is about all of them needs no mark."""
    whole = [units[at].span for at in place.units]
    return not whole or place.span.start > whole[0].start or place.span.end < whole[-1].end


def correction_view(one: CorrectionRecord) -> CorrectionView:
    return CorrectionView(one.action, one.source, one.target, one.note, one.by, one.recorded_at)
