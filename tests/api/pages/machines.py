"""A machine run beside the comparison of :mod:`.comparisons`, made by hand: one flagged sentence, one opinion."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from api.pages.witness_page import Beside
from archive.text.witness.likeness import Scores
from archive.translation_records import PackageRecord, RunRecord, RunResult, RunStatus, SentenceRecord
from archive.values import Span
from archive.witness_records import LeftOut, OpinionRecord, Totals, WitnessRecord, WitnessRow
from tests.api.pages import comparisons, records

PACKAGE = PackageRecord(
    "ab" * 32, "ar", "en", "1.0", "1.5", "translate-ar_en-1_0", 7, {}, None, demonstration=True
)  # fmt: skip
SCORES = Scores(51_234, 20_000, 61_500, 333)
SAID = ("A school <without> benches.", "", "In the tent 147 children are learning.", "the the the the the", "One left.")


def run(status: RunStatus = RunStatus.DONE, **facts: Any) -> RunRecord:
    result = RunResult(
        target_version_id=records.identifier(77), recipe="engine|version:1", splitter="s", flags_recipe="f",
        environment={}, source_segmentation_id=records.identifier(901), source_sha256="0" * 64,
        sentences_sha256="0" * 64, summary={"sentences": 5, "flagged": 2}, started_at=records.NOW, finished_at=records.NOW,
    )  # fmt: skip
    made = RunRecord(
        id="1" * 32, status=status, work_id=records.identifier(9), version_id=comparisons.sides()[0].version.id,
        source_language="ar", target_language="en", packages=(PACKAGE,), parameters={"compute_type": "float32"},
        repeat=0, by="cli", requested_at=records.NOW, error=None, result=result if status is RunStatus.DONE else None,
    )  # fmt: skip
    return replace(made, **facts)


def _sentence(ordinal: int, text: str, start: int) -> SentenceRecord:
    flags = ("repetition",) if "the the" in text else () if text else ("empty",)
    target = Span(start, start + len(text)) if text else None
    return SentenceRecord(
        ordinal=ordinal, kind="sentence", paragraph=ordinal, source=Span(0, 1), source_text="ن", target=target,
        target_text=text, score_micros=-100, source_tokens=3, target_tokens=3, pieces=1, flags=flags, cached_from=None,
        via=None,
    )  # fmt: skip


def record() -> WitnessRecord:
    comparison = comparisons.crossing()
    number = next(one for one in comparison.findings if one.kind == "number_changed")
    hint = next(one for one in comparison.findings if one.kind == "name_added")
    rows, start = [], 0
    for at, (link, text) in enumerate(zip(comparison.alignment.links, SAID, strict=True)):
        sentence = _sentence(at, text, start)
        start += len(text) + 2
        left = LeftOut.FLAGGED if sentence.flags else None if link.target else LeftOut.NO_PERSON
        rows.append(
            WitnessRow(at + 1, link.source, link.target, (sentence,), left, None if left else SCORES, None, None)
        )
    at = rows[2].machine[0].target.start + SAID[2].index("147")
    said = Span(at, at + 3)
    opinions = (
        OpinionRecord(number.id, "gains", said, "147", SAID[2], 953, 983, "H", "H"),
        OpinionRecord(hint.id, "gains", said, "147", SAID[2], 350, 618, "L", "M"),
    )
    return WitnessRecord(
        id="d" * 32, kept=True, run=run(), comparison=comparison, recipe="likeness|version:1",
        methods={"chrf": "nrefs:1|nw:2"}, scored=False, rows=tuple(rows), opinions=opinions,
        totals=Totals(2, {"flagged": 2, "no_person": 1}, SCORES), content_sha256="0" * 64, recorded_at=records.NOW,
    )  # fmt: skip


def beside() -> Beside:
    other = run(id="2" * 32, parameters={"compute_type": "int8"})
    return Beside((run(), other), record(), offered=True)
