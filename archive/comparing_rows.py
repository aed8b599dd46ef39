"""Results of the pure comparison as rows, and the digests that name and prove them.

A comparison's id is a digest of its input, so that who compares the same again finds what is there.
Nothing here reads or writes a database; :mod:`archive.comparing` does.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from archive.journal.canonical import canonical_json
from archive.models import Alignment, Comparison, Finding
from archive.models.comparison import COMPARISON_ID_LENGTH, ComparisonMode
from archive.text.compare.corrections import Correction
from archive.text.compare.extent import Covered, Declaration
from archive.text.compare.pairs import PairComparison
from archive.text.compare.report import PairFinding, Place
from archive.text.compare.revisions import RevisionComparison
from archive.text.compare.texts import Text
from archive.values import Digest, new_id

FINDING_COLUMNS: Final = (
    "id",
    "ordinal",
    "key",
    "kind",
    "band",
    "confidence_millis",
    "source_start",
    "source_end",
    "source_quote",
    "target_start",
    "target_end",
    "target_quote",
    "expected",
    "found",
    "detail",
    "method",
    "calibration_id",
)
"""What a comparison's ``findings_sha256`` covers of each finding, in this order."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One side of a comparison: a version with its units."""

    version_id: str
    work_id: str
    language: str
    segmentation_id: str
    text: Text
    paragraphs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Inputs:
    """All that a comparison depends on, but for its recipe. ``corrections`` stand in ordinals of these units."""

    a: Compared
    b: Compared
    mode: ComparisonMode
    corrections: tuple[Correction, ...]
    declaration: Declaration

    @property
    def options(self) -> dict[str, Any]:
        """What the target declares of its extent: it decides what is reported."""
        span = self.declaration.span
        return {
            "completeness": self.declaration.completeness.value,
            "completeness_quote": self.declaration.quote,
            "completeness_span": [span.start, span.end] if span else None,
        }

    @property
    def layer(self) -> list[list[Any]]:
        return [[one.id, one.action.value, list(one.source), list(one.target)] for one in self.corrections]

    def id(self, recipe: str) -> str:
        facts = {
            "a": self.a.version_id,
            "b": self.b.version_id,
            "recipe": recipe,
            "options": self.options,
            "corrections": self.layer,
        }
        return short_digest(facts)


@dataclass(frozen=True, slots=True)
class Rows:
    """A comparison as it is kept."""

    comparison: Comparison
    findings: tuple[Finding, ...]
    alignment: Alignment | None


def short_digest(facts: object) -> str:
    """The first 32 hexadecimal digits of the SHA-256 over RFC 8785 bytes."""
    return Digest.of(canonical_json(facts))[:COMPARISON_ID_LENGTH]


def links_digest(links: Sequence[Any]) -> Digest:
    return Digest.of(canonical_json(list(links)))


def findings_digest(rows: Sequence[Sequence[object]]) -> Digest:
    """SHA-256 over the ``FINDING_COLUMNS`` of every finding, in order."""
    return Digest.of(canonical_json([list(row) for row in rows]))


def finding_facts(row: Finding) -> list[object]:
    return [value.value if name == "band" else value for name in FINDING_COLUMNS for value in [getattr(row, name)]]


def pair_rows(inputs: Inputs, found: PairComparison, at: datetime) -> Rows:
    links = [
        [
            list(link.source),
            list(link.target),
            link.score_millis,
            link.confidence_millis,
            link.label.value,
            link.correction,
        ]
        for link in found.links
    ]
    alignment = Alignment(
        id=new_id(),
        source_version_id=inputs.a.version_id,
        target_version_id=inputs.b.version_id,
        source_segmentation_id=inputs.a.segmentation_id,
        target_segmentation_id=inputs.b.segmentation_id,
        recipe=found.recipe,
        calibration_id=found.calibration,
        corrections_sha256=Digest.of(canonical_json(inputs.layer)),
        links=links,
        summary=_alignment_summary(found),
        links_sha256=links_digest(links),
        recorded_at=at,
    )
    result = {
        **_alignment_summary(found),
        "source": _coverage(found.source),
        "target": _coverage(found.target),
        "extent": found.extent.value,
        "methods": list(found.methods),
        "calibration": found.calibration,
    }
    return _rows(inputs, found.recipe, result, found.findings, at=at, alignment=alignment)


def revision_rows(inputs: Inputs, found: RevisionComparison, at: datetime) -> Rows:
    result = {"counts": dict(found.counts), "redline": list(found.redline), "methods": list(found.methods)}
    return _rows(inputs, found.recipe, result, found.findings, at=at, alignment=None)


def _rows(
    inputs: Inputs,
    recipe: str,
    result: Mapping[str, Any],
    findings: Sequence[PairFinding],
    *,
    at: datetime,
    alignment: Alignment | None,
) -> Rows:
    name = inputs.id(recipe)
    rows = tuple(_finding(inputs, name, ordinal, found) for ordinal, found in enumerate(findings))
    comparison = Comparison(
        id=name,
        a_id=inputs.a.version_id,
        b_id=inputs.b.version_id,
        mode=inputs.mode,
        recipe=recipe,
        options=inputs.options,
        corrections=[one.id for one in inputs.corrections],
        alignment_id=alignment.id if alignment else None,
        result={**result, "kinds": _kinds(findings), "shown": sum(found.shown for found in findings)},
        findings_count=len(rows),
        findings_sha256=findings_digest([finding_facts(row) for row in rows]),
        recorded_at=at,
    )
    return Rows(comparison, rows, alignment)


def _finding(inputs: Inputs, comparison: str, ordinal: int, found: PairFinding) -> Finding:
    source, target = _place(found.source), _place(found.target)
    units = {"source_units": source.pop("units"), "target_units": target.pop("units")}
    spans = [source["start"], source["end"], target["start"], target["end"]]
    versions = [inputs.a.version_id, inputs.b.version_id]
    return Finding(
        id=short_digest([comparison, ordinal]),
        comparison_id=comparison,
        ordinal=ordinal,
        key=short_digest([*versions, found.kind, *spans, found.expected, found.found]),
        kind=found.kind,
        band=found.band,
        confidence_millis=found.confidence_millis,
        **{f"source_{name}": value for name, value in source.items()},
        **{f"target_{name}": value for name, value in target.items()},
        expected=found.expected,
        found=found.found,
        detail={**found.detail, **units},
        method=found.method,
        calibration_id=found.calibration,
    )


def _place(place: Place | None) -> dict[str, Any]:
    if place is None:
        return {"units": [], "start": None, "end": None, "quote": None}
    return {"units": list(place.units), "start": place.span.start, "end": place.span.end, "quote": place.quote}


def _alignment_summary(found: PairComparison) -> dict[str, Any]:
    return {
        "is_pair": found.is_pair,
        "similarity_millis": found.similarity_millis,
        "order_millis": found.order_millis,
        "labels": dict(sorted(Counter(link.label.value for link in found.links).items())),
    }


def _coverage(side: Covered) -> dict[str, int]:
    return {"units": side.units, "of": side.of, "without": side.without, "characters_millis": side.characters_millis}


def _kinds(findings: Sequence[PairFinding]) -> dict[str, dict[str, int]]:
    """Kind → band → how many."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for found in findings:
        counts[found.kind][found.band.value] += 1
    return {kind: dict(sorted(bands.items())) for kind, bands in sorted(counts.items())}
