"""From rows to what a translator gets and to what readers of its runs get. Reads; writes nothing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, exists, func
from sqlmodel import Session, col, select

from archive import jobs
from archive.errors import BadInput, LanguageMismatch, NotFound
from archive.models import (
    Agent,
    AgentName,
    Job,
    MachineCancellation,
    MachinePackage,
    MachineRequest,
    MachineRun,
    MachineSentence,
    Segment,
    Segmentation,
    Text,
    Version,
)
from archive.models.jobs import JobState
from archive.models.works import TextRole
from archive.pipeline import TRANSLATE, layout_of
from archive.text.fold import fold
from archive.text.language import LanguageFinding
from archive.text.segment import Segment as Sentence
from archive.text.segment import SegmentKind, segment
from archive.text.translatable import family, skipped
from archive.translating_rows import Source
from archive.translation_records import PackageRecord, RunRecord, RunResult, RunStatus, SentenceRecord
from archive.values import UNDETERMINED, Span

Cut = Callable[[str], tuple[str, ...]]
Examine = Callable[[Sequence[str]], LanguageFinding]


def segmented(session: Session, version_id: str) -> Segmentation | None:
    """The newest segmentation of a version."""
    query = select(Segmentation).where(Segmentation.version_id == version_id).order_by(col(Segmentation.id).desc())
    return session.exec(query).first()


def read_source(
    session: Session, version_id: str, *, language: str | None, examine: Examine, cut: Cut
) -> tuple[Source, str]:
    """A version as a translator gets it, and the language it is in. Not segmented yet, it has no segmentation's id.

    ``language`` as it was decided before; None: decide. :class:`LanguageMismatch` where the letters say otherwise.
    """
    version, text = human_version(session, version_id)
    run = segmented(session, version_id)
    layout = layout_of(version)
    finding = examine([block.span.of(version.content) for block in layout])
    language = language or language_of(version_id, text.language, finding)
    segments = _kept_segments(session, run) if run is not None else segment(version.content, layout, text.language)
    foreign = {number for number, seen in finding.mixed if seen != UNDETERMINED and family(seen) != language}
    why = skipped(version.content, segments, language, foreign)
    pieces = tuple(
        () if reason is not None else cut(sentence.span.of(version.content))
        for sentence, reason in zip(segments, why, strict=True)
    )
    kept = run.id if run is not None else ""
    source = Source(version.id, text.work_id, version.title, version.content, layout, kept, segments, why, pieces)
    return source, language


def _kept_segments(session: Session, run: Segmentation) -> tuple[Sentence, ...]:
    rows = session.exec(select(Segment).where(Segment.segmentation_id == run.id).order_by(col(Segment.ordinal)))
    return tuple(Sentence(SegmentKind(row.kind.value), Span(row.start, row.end), row.paragraph) for row in rows)


def human_version(session: Session, version_id: str) -> tuple[Version, Text]:
    row = session.exec(select(Version, Text).join(Text).where(Version.id == version_id)).first()
    if row is None:
        raise NotFound(f"there is no version {version_id}", pointer="/version")
    if row[1].role is TextRole.MACHINE:
        raise BadInput(
            f"version {version_id} came out of a machine: only what people wrote is translated",
            code="machine-text",
            pointer="/version",
        )
    return row


def language_of(version_id: str, declared: str, finding: LanguageFinding) -> str:
    """The language a text is translated from: the declared one, unless script and letters say that it is another."""
    said, seen = family(declared), family(finding.language)
    if UNDETERMINED not in (said, seen) and said != seen:
        raise LanguageMismatch(
            f"version {version_id} is kept as {declared}, but reads as {finding.language}"
            f"{f' ({finding.evidence})' if finding.evidence else ''}: it is not put before a model for {said}",
            code="wrong-language",
            pointer="/version",
        )
    if said == UNDETERMINED == seen:
        raise LanguageMismatch(
            f"nobody can tell what language version {version_id} is in, so no model fits it",
            code="unknown-language",
            pointer="/version",
        )
    return seen if said == UNDETERMINED else said


def originals(
    session: Session, *, works: Collection[str] | None = None, outlet: str | None = None, without_run: bool = False
) -> list[str]:
    """The newest version of every original: of these works, of an outlet, of those that no machine has translated."""
    newer = select(Version.supersedes_id).where(col(Version.supersedes_id).is_not(None))
    query = select(Version.id).join(Text).where(Text.role == TextRole.ORIGINAL, col(Version.id).not_in(newer))
    if works is not None:
        query = query.where(col(Text.work_id).in_(works))
    if outlet is not None:
        named = select(AgentName.agent_id).join(Agent).where(AgentName.name_key == fold(outlet))
        query = query.where(col(Version.outlet_id).in_(named))
    if without_run:
        query = query.where(~_translated())
    return list(session.exec(query.order_by(Version.id)))


def _translated() -> ColumnElement[bool]:
    """A run of the version stands. One that is owed does not: asking for it again goes on with it."""
    return exists(select(MachineRun.id).join(MachineRequest).where(MachineRequest.version_id == Version.id))


def package_uses(session: Session, package_id: str) -> tuple[int, int]:
    """How many runs are owed through a package, and how many were made."""
    through = (MachineRequest.package_id == package_id) | (MachineRequest.second_package_id == package_id)
    waiting = select(Job.subject_id).where(
        Job.kind == TRANSLATE, col(Job.state).in_((JobState.QUEUED, JobState.RUNNING))
    )
    owed = select(func.count()).select_from(MachineRequest).where(through, col(MachineRequest.id).in_(waiting))
    made = select(func.count()).select_from(MachineRun).join(MachineRequest).where(through)
    return session.exec(owed).one(), session.exec(made).one()


def run_records(session: Session, rows: Sequence[MachineRequest]) -> list[RunRecord]:
    """The records of these requests, in their order."""
    ids = [row.id for row in rows]
    runs = {row.id: row for row in session.exec(select(MachineRun).where(col(MachineRun.id).in_(ids)))}
    taken_back = select(MachineCancellation.request_id).where(col(MachineCancellation.request_id).in_(ids))
    cancelled = set(session.exec(taken_back))
    states = jobs.standing(session, TRANSLATE, ids)
    packages = package_records(session, {name for row in rows for name in _path(row)})
    versions = select(Version.id, Text.work_id).join(Text).where(col(Version.id).in_({row.version_id for row in rows}))
    works = dict(session.exec(versions).all())
    return [
        _run_record(
            row,
            run=runs.get(row.id),
            status=_status(row.id, runs, cancelled, states),
            error=states.get(row.id, (None, None))[1],
            work_id=works[row.version_id],
            packages=tuple(packages[name] for name in _path(row)),
        )
        for row in rows
    ]


def _path(row: MachineRequest) -> list[str]:
    return [name for name in (row.package_id, row.second_package_id) if name is not None]


def _status(
    name: str, runs: Collection[str], cancelled: Collection[str], states: dict[str, tuple[JobState, str | None]]
) -> RunStatus:
    if name in runs:
        return RunStatus.DONE
    if name in cancelled:
        return RunStatus.CANCELLED
    state = states[name][0] if name in states else JobState.FAILED
    return RunStatus.FAILED if state is JobState.DONE else RunStatus(state.value)


def package_records(session: Session, ids: Iterable[str]) -> dict[str, PackageRecord]:
    rows = session.exec(select(MachinePackage).where(col(MachinePackage.id).in_(list(ids))))
    return {
        row.id: PackageRecord(
            id=row.id,
            from_code=row.from_code,
            to_code=row.to_code,
            version=row.version,
            argos_version=row.argos_version,
            name=row.name,
            size=row.size,
            files=row.files,
            licence=row.licence,
            demonstration=row.demonstration,
        )
        for row in rows
    }


def _run_record(
    row: MachineRequest,
    *,
    run: MachineRun | None,
    status: RunStatus,
    error: str | None,
    work_id: str,
    packages: tuple[PackageRecord, ...],
) -> RunRecord:
    return RunRecord(
        id=row.id,
        status=status,
        work_id=work_id,
        version_id=row.version_id,
        source_language=row.source_language,
        target_language=row.target_language,
        packages=packages,
        parameters=row.parameters,
        repeat=row.repeat,
        by=row.by,
        requested_at=row.recorded_at,
        error=error,
        result=_result(run) if run is not None else None,
    )


def _result(run: MachineRun) -> RunResult:
    return RunResult(
        target_version_id=run.target_version_id,
        recipe=run.recipe,
        splitter=run.splitter,
        flags_recipe=run.flags_recipe,
        environment=run.environment,
        source_segmentation_id=run.source_segmentation_id,
        source_sha256=run.source_sha256,
        sentences_sha256=run.sentences_sha256,
        summary=run.summary,
        started_at=run.started_at,
        finished_at=run.recorded_at,
    )


def sentence_records(session: Session, run_id: str) -> tuple[SentenceRecord, ...]:
    """Every segment of the source with what became of it, in order; nothing while the run is not done."""
    row = session.exec(select(MachineRun, MachineRequest).join(MachineRequest).where(MachineRun.id == run_id)).first()
    if row is None:
        return ()
    run, request = row
    source = session.get_one(Version, request.version_id).content
    target = session.get_one(Version, run.target_version_id).content if run.target_version_id else ""
    query: Any = (
        select(MachineSentence, Segment)
        .where(MachineSentence.run_id == run_id, Segment.segmentation_id == run.source_segmentation_id)
        .where(Segment.ordinal == MachineSentence.ordinal)
        .order_by(col(MachineSentence.ordinal))
    )
    return tuple(_sentence(item, segment, source, target) for item, segment in session.exec(query))


def _sentence(row: MachineSentence, segment: Segment, source: str, target: str) -> SentenceRecord:
    place = Span(row.source_start, row.source_end)
    came = (
        Span(row.target_start, row.target_end) if row.target_start is not None and row.target_end is not None else None
    )
    return SentenceRecord(
        ordinal=row.ordinal,
        kind=segment.kind.value,
        paragraph=segment.paragraph,
        source=place,
        source_text=place.of(source),
        target=came,
        target_text=came.of(target) if came is not None else "",
        score_micros=row.score_micros,
        source_tokens=row.source_tokens,
        target_tokens=row.target_tokens,
        pieces=row.pieces,
        flags=tuple(row.flags),
        cached_from=row.cached_from,
        via=row.via,
    )
