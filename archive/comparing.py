"""Comparisons that are kept: made once, found again by what went in, reviewed and corrected by people.

Between two languages the versions are aligned and checked (:mod:`archive.text.compare.pairs`), within
one they are redlined (:mod:`archive.text.compare.revisions`). The id of a comparison is a digest of
its input, its recipe and the corrections that stood: the same again is the same row, and nothing is
written. A correction or a review is a new row and never changes one: the next comparison keeps every
correction and aligns around it, and a review belongs to the observation, so it is there again
wherever that is found. The slow part runs before the write lock is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import insert
from sqlmodel import Session, col, select

from archive import jobs
from archive.comparing_reads import (
    alignment_record,
    comparison_record,
    correction_record,
    correction_rows,
    finding_record,
    read_inputs,
    read_rows,
    read_side,
    reviews_of,
    summaries,
)
from archive.comparing_rows import Inputs, Rows, pair_rows, revision_rows
from archive.comparison_records import (
    AlignmentRecord,
    ComparisonRecord,
    ComparisonSummary,
    CorrectionRecord,
    FindingRecord,
)
from archive.database import Database
from archive.deeds import Deed
from archive.errors import BadInput, NotFound, Unavailable
from archive.machine.encoder import Encoder
from archive.models import (
    Alignment,
    AlignmentCorrection,
    Comparison,
    Derivation,
    Finding,
    FindingReview,
    Text,
    Version,
    table_of,
)
from archive.models.base import column_values
from archive.models.comparison import ComparisonMode, ReviewStatus
from archive.pairing import PAIRING
from archive.pairing_sql import pairs_of_works
from archive.pipeline import ALIGN, BETWEEN, lacking_alignments, process
from archive.text.align import CALIBRATION, Calibration
from archive.text.compare.corrections import Action, Correction, check_correction
from archive.text.compare.pairs import compare_pair, pair_recipe
from archive.text.compare.revisions import compare_revision, revision_recipe
from archive.values import Digest, new_id

COMPARE: Final = "compare"
REVIEW: Final = "review"
CORRECT: Final = "align-correct"
MAX_NOTE: Final = 4_000
"""Characters."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A comparison that was made and is not kept yet; ``rows`` is ``None`` where it is kept already."""

    id: str
    work_id: str
    rows: Rows | None


class Comparisons:
    """The comparisons of one archive."""

    def __init__(self, database: Database, encoder: Encoder, calibration: Calibration = CALIBRATION) -> None:
        self._database = database
        self._encoder = encoder
        self._calibration = calibration

    def compare(self, a: str, b: str, *, actor: str, now: datetime) -> ComparisonRecord:
        """Compare version ``a`` (source, or older) with ``b``; the kept comparison where there is one."""
        prepared = self.prepare(a, b, now=now)
        if prepared.rows is not None:
            with self._database.write() as session:
                self.record(session, prepared, actor=actor, now=now)
        return self.get(prepared.id)

    def prepare(self, a: str, b: str, *, now: datetime) -> Prepared:
        """Make the comparison, outside any write transaction."""
        inputs = self._inputs(a, b, now)
        name = inputs.id(self.recipe(inputs.mode))
        with self._database.read() as session:
            kept = session.get(Comparison, name) is not None
        return Prepared(name, inputs.a.work_id, None if kept else self._made(inputs, now))

    def prepare_owed(self, subject: str, *, now: datetime) -> Prepared:
        """:meth:`prepare` for the subject of an ``ALIGN`` job (:func:`archive.pipeline.subject_of`)."""
        source, _, target = subject.partition(BETWEEN)
        if target:
            return self.prepare(source, target, now=now)
        with self._database.read() as session:
            row = session.get(Derivation, subject)
        if row is None:
            raise NotFound(f"there is no derivation {subject}")
        return self.prepare(row.source_id, row.target_id, now=now)

    def record(self, session: Session, prepared: Prepared, *, actor: str, now: datetime) -> None:
        """Write what was prepared, in the caller's transaction; nothing where another was faster."""
        rows = prepared.rows
        if rows is None or session.get(Comparison, prepared.id) is not None:
            return
        deed = Deed(session, kind=COMPARE, actor=actor, entity=prepared.work_id, at=now)
        if rows.alignment is not None:
            kept = _same_alignment(session, rows.alignment)
            rows.comparison.alignment_id = kept or deed.add(rows.alignment).id
        deed.add(rows.comparison)
        deed.flush()
        if rows.findings:
            session.execute(insert(table_of(Finding)), [column_values(row) for row in rows.findings])
        deed.close()

    def look(self, a: str, b: str, *, now: datetime) -> ComparisonRecord:
        """What :meth:`compare` would give, and nothing is written: for readers who may not."""
        with self._database.read() as session:
            inputs = read_inputs(session, a, b)
            if inputs is None:
                raise Unavailable("one of the versions is not segmented yet: the worker has it to do", code="not-ready")
            rows = read_rows(session, inputs.id(self.recipe(inputs.mode)))
        stored = rows is not None
        rows = rows or self._made(inputs, now)
        with self._database.read() as session:
            return comparison_record(session, rows, stored=stored)

    def owe_again(self, *, now: datetime) -> None:
        """Owe the comparison of every pair that has none by this recipe, once for each recipe and way of pairing."""
        recipes = sorted(self.recipe(mode) for mode in ComparisonMode)
        occasion = Digest.of("\n".join([*recipes, PAIRING]).encode())[:12]
        with self._database.read() as session:
            owed = lacking_alignments(session, recipes)
        for subjects in owed:
            with self._database.write() as session:
                jobs.enqueue(session, ALIGN, subjects, now=now, occasion=occasion)

    def recipe(self, mode: ComparisonMode) -> str:
        return revision_recipe() if mode is ComparisonMode.REVISION else pair_recipe(self._encoder, self._calibration)

    def get(self, comparison_id: str) -> ComparisonRecord:
        with self._database.read() as session:
            rows = read_rows(session, comparison_id)
            if rows is None:
                raise NotFound(f"there is no comparison {comparison_id}")
            return comparison_record(session, rows)

    def find(self, a: str, b: str) -> ComparisonRecord | None:
        """The newest kept comparison of these two versions, in this order."""
        query = select(Comparison.id).where(Comparison.a_id == a, Comparison.b_id == b)
        with self._database.read() as session:
            name = session.exec(query.order_by(col(Comparison.recorded_at).desc(), col(Comparison.id))).first()
        return self.get(name) if name else None

    def alignment(self, alignment_id: str) -> AlignmentRecord:
        with self._database.read() as session:
            row = session.get(Alignment, alignment_id)
            if row is None:
                raise NotFound(f"there is no alignment {alignment_id}")
            return alignment_record(session, row)

    def of_work(self, work_id: str) -> list[ComparisonSummary]:
        """Every comparison that a version of the work is in, newest first; those of its current pairs are marked."""
        with self._database.read() as session:
            return summaries(session, work_id)

    def current_pairs(self, work_id: str) -> list[tuple[str, str]]:
        """The latest versions of what was translated and of its translation (:mod:`archive.pairing`)."""
        with self._database.read() as session:
            return [pair[:2] for pairs in pairs_of_works(session, [work_id]).values() for pair in pairs.current]

    def finding(self, finding_id: str) -> FindingRecord:
        with self._database.read() as session:
            return _finding(session, finding_id)

    def review(self, finding_id: str, status: str, *, note: str | None = None, by: str, now: datetime) -> FindingRecord:
        """Say something of a finding. The last word counts; those before it stay."""
        state, note = _status(status), _note(note)
        if state is ReviewStatus.ANNOTATED and note is None:
            raise BadInput("an annotation needs a note", code="missing-field", pointer="/note")
        with self._database.write() as session:
            found = _finding(session, finding_id)
            deed = Deed(session, kind=REVIEW, actor=by, entity=_work_of(session, found.comparison_id), at=now)
            deed.add(
                FindingReview(
                    id=new_id(), finding_id=found.id, finding_key=found.key, status=state, note=note, by=by,
                    recorded_at=now,
                )
            )  # fmt: skip
            deed.close()
        return self.finding(finding_id)

    def correct(
        self,
        source_version: str,
        target_version: str,
        action: str,
        source: Sequence[int],
        target: Sequence[int],
        *,
        note: str | None = None,
        by: str,
        now: datetime,
    ) -> CorrectionRecord:
        """Add one step to the layer over two versions (:mod:`archive.text.compare.corrections` says what each means).

        Nothing is aligned here: the next :meth:`compare` keeps the correction and aligns around it.
        """
        inputs = self._inputs(source_version, target_version, now)
        if inputs.mode is not ComparisonMode.CROSS:
            raise BadInput(
                "versions in one language are not aligned, so there is nothing to correct", code="same-language"
            )
        row = AlignmentCorrection(
            id=new_id(), source_version_id=source_version, target_version_id=target_version,
            source_segmentation_id=inputs.a.segmentation_id, target_segmentation_id=inputs.b.segmentation_id,
            action=_action(action), source=sorted(source), target=sorted(target), note=_note(note), by=by,
            recorded_at=now,
        )  # fmt: skip
        try:
            step = Correction(row.id, row.action, tuple(row.source), tuple(row.target))
            check_correction(step, inputs.a.text, inputs.b.text)
        except ValueError as error:
            raise BadInput(str(error), code="bad-correction") from None
        with self._database.write() as session:
            deed = Deed(session, kind=CORRECT, actor=by, entity=inputs.a.work_id, at=now)
            deed.add(row)
            deed.close()
        return correction_record(row)

    def corrections(self, a: str, b: str) -> tuple[CorrectionRecord, ...]:
        """The layer over two versions, oldest first."""
        with self._database.read() as session:
            return tuple(correction_record(row) for row in correction_rows(session, a, b))

    def _inputs(self, a: str, b: str, now: datetime) -> Inputs:
        """Segments first what is not segmented yet."""
        with self._database.read() as session:
            inputs = read_inputs(session, a, b)
            owed = [] if inputs else [name for name in (a, b) if read_side(session, name) is None]
        if owed:
            with self._database.write() as session:
                for name in owed:
                    process(session, name, now=now)
            with self._database.read() as session:
                inputs = read_inputs(session, a, b)
        if inputs is None:
            raise Unavailable("one of the versions could not be segmented", code="not-ready")
        return inputs

    def _made(self, inputs: Inputs, now: datetime) -> Rows:
        if inputs.mode is ComparisonMode.REVISION:
            return revision_rows(inputs, compare_revision(inputs.a.text, inputs.b.text), now)
        found = compare_pair(
            inputs.a.text,
            inputs.b.text,
            encoder=self._encoder,
            calibration=self._calibration,
            corrections=inputs.corrections,
            declaration=inputs.declaration,
        )
        return pair_rows(inputs, found, now)


def _same_alignment(session: Session, row: Alignment) -> str | None:
    """The alignment with this input, which another comparison of it has written (what is declared may differ)."""
    return session.exec(
        select(Alignment.id).where(
            Alignment.source_segmentation_id == row.source_segmentation_id,
            Alignment.target_segmentation_id == row.target_segmentation_id,
            Alignment.recipe == row.recipe,
            Alignment.calibration_id == row.calibration_id,
            Alignment.corrections_sha256 == row.corrections_sha256,
        )
    ).first()


def _finding(session: Session, finding_id: str) -> FindingRecord:
    row = session.get(Finding, finding_id)
    if row is None:
        raise NotFound(f"there is no finding {finding_id}")
    return finding_record(row, reviews_of(session, [row.key])[row.key])


def _work_of(session: Session, comparison_id: str) -> str:
    query = select(Text.work_id).join(Version).join(Comparison, col(Comparison.a_id) == Version.id)
    return session.exec(query.where(Comparison.id == comparison_id)).one()


def _status(value: str) -> ReviewStatus:
    try:
        return ReviewStatus(value)
    except ValueError:
        known = ", ".join(ReviewStatus)
        raise BadInput(f"expected one of {known}; found {value[:40]!r}", pointer="/status") from None


def _action(value: str) -> Action:
    try:
        return Action(value)
    except ValueError:
        raise BadInput(f"expected one of {', '.join(Action)}; found {value[:40]!r}", pointer="/action") from None


def _note(value: str | None) -> str | None:
    note = (value or "").strip() or None
    if note and len(note) > MAX_NOTE:
        raise BadInput(f"a note has at most {MAX_NOTE} characters, found {len(note)}", pointer="/note")
    return note
