"""A request for a machine translation: which packages it goes through, and one row for what is one run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlmodel import Session, col, select

from archive import jobs
from archive.deeds import Deed
from archive.errors import BadInput, Unavailable
from archive.machine.package_record import Package
from archive.machine.packages import PackageStore
from archive.machine.translator import Parameters
from archive.models import MachineRequest
from archive.pipeline import TRANSLATE
from archive.text.translatable import family
from archive.translating_batches import SPLITTER
from archive.translating_packages import record_packages
from archive.translating_reads import run_records
from archive.translating_rows import Source, input_digest, parameter_facts, run_id
from archive.translation_records import RunStatus

REQUEST: Final = "machine-request"
LONGEST_PATH: Final = 2  # packages


@dataclass(frozen=True, slots=True)
class Requested:
    """A run that is owed or stands. ``sentences``: how many the machine is asked for."""

    id: str
    version_id: str
    created: bool
    status: RunStatus
    sentences: int


def choose_path(store: PackageStore, language: str, to: str | None, names: Sequence[str]) -> tuple[Package, ...]:
    """The packages that lead from ``language`` to ``to``: those of these ``names``, or the store's choice."""
    if not names:
        return _chosen(store, language, family(to) if to else usual_target(language))
    path = tuple(store.find(name) for name in names)
    codes = [language, *(package.to_code for package in path)]
    leads = [package.from_code for package in path] == codes[:-1] and (to is None or codes[-1] == family(to))
    if not leads or len(path) > LONGEST_PATH:
        found = ", then ".join(package.label for package in path)
        raise BadInput(
            f"expected packages that lead from {language} to {to or 'another language'}, two at most; found {found}",
            code="wrong-model",
            pointer="/packages",
        )
    return path


def usual_target(language: str) -> str:
    """English; Arabic for English."""
    return "ar" if language == "en" else "en"


def _chosen(store: PackageStore, language: str, to: str) -> tuple[Package, ...]:
    try:
        return store.path(language, to)
    except Unavailable as error:  # nothing that waiting would mend: whoever asks must install one
        raise BadInput(error.detail, code="no-model") from None


def owe(
    session: Session,
    source: Source,
    language: str,
    path: Sequence[Package],
    parameters: Parameters,
    *,
    again: bool,
    actor: str,
    now: datetime,
) -> Requested:
    """Owe the run in the caller's transaction. What stands or is owed is not owed twice, unless asked for ``again``."""
    digest = input_digest(source.version_id, [package.id for package in path], parameters, SPLITTER)
    query = select(MachineRequest).where(MachineRequest.input_sha256 == digest)
    last = session.exec(query.order_by(col(MachineRequest.repeat).desc())).first()
    if last is not None:
        status = run_records(session, [last])[0].status
        if status is not RunStatus.CANCELLED and not (again and status is RunStatus.DONE):
            jobs.owe_again(session, TRANSLATE, last.id, now=now)
            status = RunStatus.QUEUED if status is RunStatus.FAILED else status
            return Requested(last.id, source.version_id, False, status, source.sentences)
    repeat = last.repeat + 1 if last is not None else 0
    deed = Deed(session, kind=REQUEST, actor=actor, entity=source.work_id, at=now)
    record_packages(deed, path)
    row = deed.add(
        MachineRequest(
            id=run_id(digest, repeat),
            version_id=source.version_id,
            package_id=path[0].id,
            second_package_id=path[1].id if len(path) > 1 else None,
            source_language=language,
            target_language=path[-1].to_code,
            parameters=parameter_facts(parameters),
            input_sha256=digest,
            repeat=repeat,
            fresh=again and last is not None,
            sentences=source.sentences,
            by=actor,
            recorded_at=now,
        )
    )
    deed.close()
    jobs.enqueue(session, TRANSLATE, [row.id], now=now)
    return Requested(row.id, source.version_id, True, RunStatus.QUEUED, source.sentences)
