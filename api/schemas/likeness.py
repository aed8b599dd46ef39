"""Three witnesses as JSON: original, person and machine row by row, with what the machine says of findings.

Likeness, not quality. Scores are thousandths of a point, confidences thousandths, the model's scores millionths.
"""

from __future__ import annotations

from datetime import datetime

from pydantic import BaseModel, ConfigDict, Field

from api.schemas.base import Body, Public, SpanPair
from api.schemas.machine import NOTICE, MachineRunLine, MachineSentence
from archive.witness_records import WitnessRecord, WitnessRow

MEANING = "likeness, not quality"
"""Stands with every figure."""


class LikenessQuery(BaseModel):
    model_config = ConfigDict(extra="forbid")
    machine: str = Field(description="Machine run id")
    human: str = Field(description="Version id of a person's translation of the same original")


class LikenessRequest(LikenessQuery, Body):
    score: bool = Field(
        default=False, description="Also ask the model how likely it finds the person's sentences; needs the package"
    )


class LikenessScores(Public):
    """Of a row, or of the sum of rows."""

    chrf_millis: int = Field(description="chrF++: of 100,000, more is more alike.")
    bleu_millis: int = Field(description="BLEU: of 100,000, more is more alike.")
    ter_millis: int = Field(description="TER: edits per 100 words in thousandths, less is more alike.")
    runs_millis: int | None = Field(
        description="Share of the machine's runs of four words that stand anywhere in the person's text."
    )


class LikenessRow(Public):
    """One link of the alignment. Flagged rows have no likeness and are in no total."""

    number: int
    source: list[int] = Field(description="Ordinals of the original's segments.")
    person: list[int] = Field(description="Ordinals of the translation's segments.")
    source_text: str
    person_text: str
    machine_text: str
    machine: list[MachineSentence]
    left_out: str | None = Field(description="no_person, no_machine or flagged: it is in no total.")
    likeness: LikenessScores | None
    machine_score_micros: int | None
    person_score_micros: int | None


class Opinion(Public):
    """What the machine's sentence says of a finding; the finding itself is not changed."""

    finding_id: str
    verdict: str = Field(description="gains: it has what the original has; loses: it has what the person has.")
    span: SpanPair = Field(description="In the machine's version.")
    quote: str
    sentence: str
    before_millis: int = Field(description="The confidence of the finding.")
    after_millis: int = Field(description="The same with three times, or a third of, the odds.")
    band_before: str
    band_after: str


class LikenessTotals(Public):
    counted: int = Field(description="Rows that the scores are of.")
    left_out: dict[str, int] = Field(description="Reason → rows.")
    scores: LikenessScores | None


class Likeness(Public):
    """A machine run beside the comparison of its original with a person's translation."""

    id: str = Field(description="Digest of run, comparison and methods: the same again has the same id.")
    kept: bool = Field(description="false: made for this answer, and written nowhere.")
    meaning: str = MEANING
    notice: str = NOTICE
    run: MachineRunLine
    comparison_id: str
    original_version_id: str
    human_version_id: str
    recipe: str
    methods: dict[str, str] = Field(description="Signature or recipe of each figure.")
    scored: bool
    totals: LikenessTotals
    rows: list[LikenessRow]
    opinions: list[Opinion]
    content_sha256: str
    recorded_at: datetime


def shown(record: WitnessRecord) -> Likeness:
    return Likeness(
        id=record.id,
        kept=record.kept,
        run=MachineRunLine.model_validate(record.run),
        comparison_id=record.comparison.id,
        original_version_id=record.comparison.a_id,
        human_version_id=record.comparison.b_id,
        recipe=record.recipe,
        methods=record.methods,
        scored=record.scored,
        totals=LikenessTotals.model_validate(record.totals),
        rows=[_row(row, record) for row in record.rows],
        opinions=[Opinion.model_validate(one) for one in record.opinions],
        content_sha256=record.content_sha256,
        recorded_at=record.recorded_at,
    )


def _row(row: WitnessRow, record: WitnessRecord) -> LikenessRow:
    return LikenessRow(
        number=row.number,
        source=list(row.source),
        person=list(row.person),
        source_text=record.source_text(row),
        person_text=record.person_text(row),
        machine_text=row.machine_text,
        machine=[MachineSentence.model_validate(sentence) for sentence in row.machine],
        left_out=row.left_out,
        likeness=LikenessScores.model_validate(row.likeness) if row.likeness else None,
        machine_score_micros=row.machine_score_micros,
        person_score_micros=row.person_score_micros,
    )
