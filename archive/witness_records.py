"""What readers of three witnesses get: the original, a person's translation and a machine's, row by row.

Likeness, not quality: how many words two translations share says nothing about which is the better one.
Scores and confidences are thousandths, as in :mod:`archive.text.witness.likeness`; the model's scores are
log-probabilities in millionths. Rows are the links of the comparison's alignment, in its order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from archive.comparison_records import ComparisonRecord, UnitRecord
from archive.text.compare.findings import Band
from archive.text.compare.report import shown
from archive.text.witness.likeness import Scores
from archive.translation_records import RunRecord, SentenceRecord
from archive.values import Span


class LeftOut(StrEnum):
    """Why a row takes no part in the figures of the whole text."""

    NO_PERSON = "no_person"
    """The person has nothing there."""
    NO_MACHINE = "no_machine"
    """The machine has nothing there: it is the person's alone."""
    FLAGGED = "flagged"
    """Something at sight is wrong with a sentence of the machine, or it was not asked for it."""


@dataclass(frozen=True, slots=True)
class WitnessRow:
    """One link. ``source`` and ``person`` are ordinals of its units. ``likeness`` where it counts.

    ``machine_score_micros`` and ``person_score_micros``: how likely the model finds its own sentence and the
    person's; only where it was asked, of one sentence of the original that it translated in one piece.
    """

    number: int
    source: tuple[int, ...]
    person: tuple[int, ...]
    machine: tuple[SentenceRecord, ...]
    left_out: LeftOut | None
    likeness: Scores | None
    machine_score_micros: int | None
    person_score_micros: int | None

    @property
    def machine_text(self) -> str:
        return " ".join(sentence.target_text for sentence in self.machine if sentence.target_text)


@dataclass(frozen=True, slots=True)
class OpinionRecord:
    """The machine's word on one finding. ``quote`` stands at ``span`` of the machine's version.

    It stands beside what the finding says of itself: ``before`` is that, ``after`` with the opinion taken in.
    """

    finding_id: str
    verdict: str  # archive.text.witness.pivot.Verdict
    span: Span
    quote: str
    sentence: str
    before_millis: int
    after_millis: int
    band_before: str
    band_after: str


@dataclass(frozen=True, slots=True)
class Totals:
    """Of the rows that count, added up. ``scores`` is ``None`` where none does."""

    counted: int
    left_out: dict[str, int]
    scores: Scores | None


@dataclass(frozen=True, slots=True)
class WitnessRecord:
    """A machine run beside a comparison. ``kept``: it stands in the archive; else it was made to be looked at."""

    id: str
    kept: bool
    run: RunRecord
    comparison: ComparisonRecord
    recipe: str
    methods: dict[str, str]
    scored: bool
    rows: tuple[WitnessRow, ...]
    opinions: tuple[OpinionRecord, ...]
    totals: Totals
    content_sha256: str
    recorded_at: datetime

    def source_text(self, row: WitnessRow) -> str:
        return _words(self.comparison.alignment.source_units if self.comparison.alignment else (), row.source)

    def person_text(self, row: WitnessRow) -> str:
        return _words(self.comparison.alignment.target_units if self.comparison.alignment else (), row.person)

    def opinions_of(self, row: WitnessRow) -> tuple[OpinionRecord, ...]:
        """Those that a sentence of this row gives."""
        spans = [sentence.target for sentence in row.machine if sentence.target is not None]
        return tuple(one for one in self.opinions if any(one.span.overlaps(span) for span in spans))

    @property
    def raised(self) -> frozenset[str]:
        """Findings that are hints on their own and shown with the machine's word."""
        kinds = {one.id: one.kind for one in self.comparison.findings}
        return frozenset(one.finding_id for one in self.opinions if shown(kinds[one.finding_id], Band(one.band_after)))

    @property
    def shown(self) -> frozenset[str]:
        """Findings that are shown where hints are not."""
        return self.raised | {one.id for one in self.comparison.findings if one.shown}

    def opinion(self, finding_id: str) -> OpinionRecord | None:
        return next((one for one in self.opinions if one.finding_id == finding_id), None)


def _words(units: Sequence[UnitRecord], ordinals: Sequence[int]) -> str:
    return " ".join(units[ordinal].text for ordinal in ordinals)
