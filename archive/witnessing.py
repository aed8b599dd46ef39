"""The machine as a witness: its run beside the comparison of the original with a person's translation, kept.

The rows are those of the comparison's alignment. Each says how like the machine's words are to the person's
(*likeness, not quality*), and what the machine says of findings; flagged sentences take part in neither. The
id is a digest of run, comparison and methods: the same again is the same row, and nothing is written. Only
where it is asked for is the model itself asked how likely it finds the person's sentences; then its package
must be installed, and the way lead over no third language. The slow part runs before the write lock is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlmodel import Session, select

from archive.comparing import Comparisons
from archive.comparison_records import ComparisonRecord
from archive.database import Database
from archive.deeds import Deed
from archive.errors import BadInput, Conflict, NotFound, Unavailable
from archive.machine.metrics_sacrebleu import metrics_for
from archive.machine.translator import Translator
from archive.models import Likeness, Text, Version
from archive.models.works import TextRole
from archive.text.witness.likeness import Metrics
from archive.translating import Translations
from archive.translating_rows import parameters_of
from archive.translation_records import RunRecord, RunStatus, SentenceRecord
from archive.values import primary_language
from archive.witness_records import WitnessRecord
from archive.witnessing_rows import (
    Witnesses,
    content_digest,
    counted,
    likeness_id,
    likeness_recipe,
    methods_of,
    opinion_facts,
    opinion_record,
    opinions,
    row_facts,
    row_record,
    total_facts,
    totals_record,
    witnesses,
)

WITNESS: Final = "likeness"


@dataclass(frozen=True, slots=True)
class _Side:
    """A version as it is needed here."""

    work_id: str
    language: str
    content: str


@dataclass(frozen=True, slots=True)
class _Scene:
    """Everything that a likeness is made of."""

    run: RunRecord
    sentences: tuple[SentenceRecord, ...]
    comparison: ComparisonRecord
    original: _Side
    person: _Side
    metrics: Metrics
    translator: Translator | None

    @property
    def methods(self) -> dict[str, str]:
        return methods_of(self.metrics, scorer=self.translator.recipe if self.translator else None)

    @property
    def id(self) -> str:
        return likeness_id(self.run.id, self.comparison.id, likeness_recipe(self.methods))


class Witnessing:
    """The three witnesses of one archive."""

    def __init__(
        self,
        database: Database,
        comparisons: Comparisons,
        translations: Translations,
        metrics: Callable[[str], Metrics] = metrics_for,
    ) -> None:
        self._database = database
        self._comparisons = comparisons
        self._translations = translations
        self._metrics = metrics

    def look(self, run_id: str, person: str, *, score: bool = False, now: datetime) -> WitnessRecord:
        """Run ``run_id`` beside the version ``person``; what is kept where it is, else made and not written."""
        run = self._done(run_id, person)
        comparison = self._comparisons.look(run.version_id, person, now=now)
        scene = self._scene(run, comparison, score=score)
        with self._database.read() as session:
            row = session.get(Likeness, scene.id)
        return _record(row or _made(scene, now), scene, kept=row is not None)

    def keep(self, run_id: str, person: str, *, score: bool = False, actor: str, now: datetime) -> WitnessRecord:
        """:meth:`look`, and write it and the comparison that it stands on. The same again is the same row."""
        run = self._done(run_id, person)
        comparison = self._comparisons.compare(run.version_id, person, actor=actor, now=now)
        scene = self._scene(run, comparison, score=score)
        with self._database.read() as session:
            row = session.get(Likeness, scene.id)
        if row is None:
            row = _made(scene, now)
            with self._database.write() as session:
                _write(session, row, actor=actor, entity=run.work_id, now=now)
        return _record(row, scene, kept=True)

    def get(self, likeness_id_: str) -> WitnessRecord:
        """A kept one by its id, as it was made."""
        with self._database.read() as session:
            row = session.get(Likeness, likeness_id_)
            if row is None:
                raise NotFound(f"there is no likeness {likeness_id_}")
        run = self._translations.get(row.run_id)
        comparison = self._comparisons.get(row.comparison_id)
        return _record(row, self._scene(run, comparison, score=False), kept=True)

    def runs(self, original: str, person: str) -> list[RunRecord]:
        """The runs that can stand beside these two versions, newest first."""
        with self._database.read() as session:
            work, language = _side(session, original).work_id, _side(session, person).language
        return [
            run
            for run in self._translations.of_work(work)
            if run.status is RunStatus.DONE
            and run.version_id == original
            and primary_language(run.target_language) == primary_language(language)
        ]

    def newest(self, original: str, person: str) -> RunRecord:
        """The newest of :meth:`runs`; :class:`NotFound` says what to do where there is none."""
        runs = self.runs(original, person)
        if not runs:
            raise NotFound(self._what_to_do(original, person), code="no-machine-text")
        return runs[0]

    def _what_to_do(self, original: str, person: str) -> str:
        with self._database.read() as session:
            codes = [primary_language(_side(session, name).language) for name in (original, person)]
        try:
            self._translations.packages.path(*codes)
        except Unavailable as error:
            return error.detail
        except Conflict:
            pass  # more than one would do
        return (
            f"no machine has translated version {original} into {codes[1]} yet: "
            f"`thabat translate {original} --to {codes[1]}` does it"
        )

    def _done(self, run_id: str, person: str) -> RunRecord:
        """The run, once it is sure that it and ``person`` translate one original into one language."""
        run = self._translations.get(run_id)
        if run.result is None:
            raise Conflict(f"machine run {run_id} is {run.status.value}: it has no text yet", code="run-not-done")
        with self._database.read() as session:
            role = session.exec(select(Text.role).join(Version).where(Version.id == person)).first()
            side = _side(session, person)
        if role is TextRole.MACHINE:
            raise BadInput(
                f"version {person} came out of a machine: a person's translation is held beside a run",
                code="machine-text",
                pointer="/human",
            )
        if side.work_id != run.work_id:
            raise BadInput(
                f"version {person} is of another work than machine run {run_id}", code="other-work", pointer="/human"
            )
        if primary_language(side.language) != primary_language(run.target_language):
            raise BadInput(
                f"machine run {run_id} is in {run.target_language}, version {person} in {side.language}: only texts in "
                "one language are alike or not",
                code="other-language",
                pointer="/human",
            )
        return run

    def _scene(self, run: RunRecord, comparison: ComparisonRecord, *, score: bool) -> _Scene:
        if comparison.alignment is None:
            raise BadInput(
                f"versions {comparison.a_id} and {comparison.b_id} are in one language: there is no original beside "
                "which a machine and a person could stand",
                code="same-language",
            )
        with self._database.read() as session:
            original, person = _side(session, comparison.a_id), _side(session, comparison.b_id)
        return _Scene(
            run=run,
            sentences=self._translations.sentences(run.id),
            comparison=comparison,
            original=original,
            person=person,
            metrics=self._metrics(run.target_language),
            translator=self._translator(run) if score else None,
        )

    def _translator(self, run: RunRecord) -> Translator:
        path = [self._translations.packages.find(package.id) for package in run.packages]
        translator = self._translations.translator(path, parameters_of(run.parameters))
        if not translator.can_score:
            translator.score([""], [""])  # says why
        return translator


def _side(session: Session, version_id: str) -> _Side:
    query = select(Text.work_id, Text.language, Version.content).join(Version).where(Version.id == version_id)
    row = session.exec(query).first()
    if row is None:
        raise NotFound(f"there is no version {version_id}")
    return _Side(*row)


def _made(scene: _Scene, now: datetime) -> Likeness:
    alignment = scene.comparison.alignment
    assert alignment is not None  # noqa: S101 - _scene saw to it
    rows = witnesses(alignment, scene.sentences)
    statistics = counted(rows, scene.person.content, scene.metrics)
    model = _model_scores(scene, rows)
    kept = [
        row_facts(
            row,
            statistics.get(row.number),
            scene.metrics.scores(statistics[row.number], sentence=True) if row.number in statistics else None,
            model.get(row.number),
        )
        for row in rows
    ]
    languages = scene.original.language, scene.person.language
    said = [opinion_facts(one) for one in opinions(rows, scene.comparison, languages, scene.run.target_language)]
    totals = total_facts(rows, statistics, scene.metrics)
    return Likeness(
        id=scene.id,
        run_id=scene.run.id,
        comparison_id=scene.comparison.id,
        recipe=likeness_recipe(scene.methods),
        methods=scene.methods,
        scored=scene.translator is not None,
        rows=kept,
        opinions=said,
        totals=totals,
        content_sha256=content_digest(kept, said, totals),
        recorded_at=now,
    )


def _model_scores(scene: _Scene, rows: Sequence[Witnesses]) -> dict[int, tuple[int, int]]:
    """The model's score of its own sentence and of the person's, for rows of one sentence made in one piece."""
    if scene.translator is None:
        return {}
    asked = [row for row in rows if row.can_be_scored]
    found = scene.translator.score([row.machine[0].source_text for row in asked], [row.person_text for row in asked])
    own = [row.machine[0].score_micros for row in asked]
    return {
        row.number: (mine, theirs) for row, mine, theirs in zip(asked, own, found, strict=True) if mine is not None
    }  # fmt: skip


def _write(session: Session, row: Likeness, *, actor: str, entity: str, now: datetime) -> None:
    """In the caller's transaction; nothing where another was faster."""
    if session.get(Likeness, row.id) is not None:
        return
    deed = Deed(session, kind=WITNESS, actor=actor, entity=entity, at=now)
    deed.add(row)
    deed.close()


def _record(row: Likeness, scene: _Scene, *, kept: bool) -> WitnessRecord:
    sentences = {sentence.ordinal: sentence for sentence in scene.sentences}
    return WitnessRecord(
        id=row.id,
        kept=kept,
        run=scene.run,
        comparison=scene.comparison,
        recipe=row.recipe,
        methods=row.methods,
        scored=row.scored,
        rows=tuple(row_record(facts, sentences) for facts in row.rows),
        opinions=tuple(opinion_record(facts) for facts in row.opinions),
        totals=totals_record(row.totals),
        content_sha256=row.content_sha256,
        recorded_at=row.recorded_at,
    )
