"""Comparisons as the read side would return them, made by hand of the versions in :mod:`.records`."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from api.pages.compare_contexts import Compared
from api.pages.contexts import Choice
from archive.comparison_records import (
    AlignmentRecord,
    ComparisonRecord,
    CorrectionRecord,
    FindingRecord,
    LinkRecord,
    PlaceRecord,
    ReviewRecord,
    UnitRecord,
)
from archive.history import TextRecord, VersionRecord, WorkRecord
from archive.text.blocks import Block, BlockKind, lay_out
from archive.text.compare.revisions import compare_revision
from archive.text.compare.texts import Text
from archive.text.segment import segment
from archive.values import Span
from tests.api.pages import records

RECIPE = "compare-pair|calibration:align-0|version:1"
ENGLISH_2 = (
    records.ENGLISH[0],
    Block(BlockKind.PARAGRAPH, "“We asked nobody for papers,” she said. “We asked for a bench & a <blackboard>.”"),
    Block(BlockKind.PARAGRAPH, records.ENGLISH[2].text),
    Block(BlockKind.PARAGRAPH, records.ENGLISH[3].text.replace("147", "174")),
)


def compared(work: WorkRecord, text: TextRecord, version: VersionRecord) -> Compared:
    choices = tuple(
        Choice(other, one, f"/compare?a={one.id}", one is version) for other in work.texts for one in other.versions
    )
    return Compared(work.id, text, version, choices)


def sides(work: WorkRecord | None = None) -> tuple[Compared, Compared]:
    """The original and the first version of the translation."""
    work = work or records.pair()
    return tuple(compared(work, text, text.versions[0]) for text in work.texts[:2])  # type: ignore[return-value]


def units(side: Compared) -> tuple[UnitRecord, ...]:
    version, language = side.version, side.text.language
    segments = segment(version.content, version.layout, language)
    part = Text.of(version.content, segments, language).taking_part
    return tuple(
        UnitRecord(at, one.kind.value, one.span, one.span.of(version.content), one.paragraph, at in part)
        for at, one in enumerate(segments)
    )


def place(side: Compared, unit: int, words: str = "") -> PlaceRecord:
    span = units(side)[unit].span
    start = side.version.content.index(words, span.start) if words else span.start
    span = Span(start, start + len(words)) if words else span
    return PlaceRecord((unit,), span, span.of(side.version.content))


def finding(ordinal: int, kind: str, /, **facts: Any) -> FindingRecord:
    defaults: dict[str, Any] = {
        "comparison_id": "c" * 32, "ordinal": ordinal, "key": f"{ordinal:032}", "band": "H", "confidence_millis": 953,
        "source": None, "target": None, "expected": None, "found": None, "detail": {}, "method": f"compare-{kind}|version:1",
        "calibration_id": "align-0", "reviews": (),
    }  # fmt: skip
    return FindingRecord(id=f"{ordinal:032x}", kind=kind, **(defaults | facts))


def review(status: str, note: str | None = None) -> ReviewRecord:
    return ReviewRecord(records.identifier(700), "f", status, note, "key:0192", records.NOW)


CORRECTION = CorrectionRecord(
    records.identifier(800), records.identifier(1), records.identifier(2), "omit", (6,), (), "looked <twice>",
    "key:0192", records.NOW,
)  # fmt: skip


def findings(a: Compared, b: Compared) -> tuple[FindingRecord, ...]:
    return (
        finding(0, "disclaimer_added", target=place(b, 6), found="translated, responsibility:author"),
        finding(1, "omitted", source=place(a, 5), reviews=(review("annotated", "as <agreed>"),)),
        finding(2, "number_changed", source=place(a, 3, "١٤٧"), target=place(b, 3, "147"), expected="147", found="174"),
        finding(3, "name_added", target=place(b, 3, "Rana"), found="Rana", band="L", confidence_millis=350),
        finding(4, "split", source=place(a, 4), target=place(b, 4)),
        finding(5, "headline_reframed", source=place(a, 0), target=place(b, 0), band="M", confidence_millis=700),
    )


def crossing(*, is_pair: bool = True, **facts: Any) -> ComparisonRecord:
    """An excerpt that leaves out one sentence, splits one and changes a number."""
    a, b = sides()
    links = (
        LinkRecord((0,), (0,), 9000, 999, "kept", None),
        LinkRecord((2,), (2,), 9000, 999, "kept", None),
        LinkRecord((3,), (3,), 9000, 812, "moved", None),
        LinkRecord((4,), (4, 5), 4000, 600, "uncertain", None),
        LinkRecord((5,), (), 5000, 1000, "omitted", CORRECTION.id),
    )
    alignment = AlignmentRecord(
        records.identifier(900), a.version.id, b.version.id, records.identifier(901), records.identifier(902),
        units(a), units(b), RECIPE, "align-0", links, {}, "0" * 64, records.NOW,
    )  # fmt: skip
    counted = {"units": 3, "of": 4, "without": 1, "characters_millis": 800}
    result = {"is_pair": is_pair, "source": counted, "target": counted | {"without": 0}, "extent": "consistent"}
    defaults: dict[str, Any] = {
        "mode": "cross", "recipe": RECIPE, "corrections": (CORRECTION,), "alignment": alignment, "result": result,
        "options": {"completeness": "excerpt", "completeness_quote": "Excerpts from a report", "completeness_span": None},
        "findings": findings(a, b) if is_pair else (), "findings_sha256": "0" * 64, "recorded_at": records.NOW,
    }  # fmt: skip
    return ComparisonRecord(id="c" * 32, a_id=a.version.id, b_id=b.version.id, **(defaults | facts))


def revising(*, identical: bool = False) -> tuple[ComparisonRecord, Compared, Compared]:
    """The translation corrected: a number changed, a paragraph moved to the front, two taken out."""
    arabic, first = records.original(), records.translation()
    content, layout = lay_out(records.ENGLISH if identical else ENGLISH_2)
    second = replace(records.translation(3, number=2, supersedes_id=first.id), content=content, layout=layout)
    work = records.work(records.text(1, "original", "ar", arabic), records.text(2, "translation", "en", first, second))
    a, b = (compared(work, work.texts[1], version) for version in work.texts[1].versions)
    found = compare_revision(_text(a), _text(b))
    result = {"counts": dict(found.counts), "redline": list(found.redline)}
    kept = [finding(0, "moved"), finding(1, "number_changed", expected="147", found="174")]
    record = replace(
        crossing(), mode="revision", a_id=a.version.id, b_id=b.version.id, alignment=None, result=result,
        findings=() if identical else tuple(kept), recipe=found.recipe,
    )  # fmt: skip
    return record, a, b


def _text(side: Compared) -> Text:
    version = side.version
    return Text.of(version.content, segment(version.content, version.layout, side.text.language), side.text.language)
