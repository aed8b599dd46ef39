"""Machine translations that are asked for, owed, made in batches over many articles, and kept for ever.

A request names a version, a path of packages and parameters; the same again is the same run, unless it is
asked for *again*. What is owed is a job; whoever does it hands many requests with one path to
:meth:`Translations.prepare`, which asks the machine for all their sentences together, batch by batch, and
keeps every batch at once: who is killed loses one. A finished text is then recorded in one transaction,
with its version, derivation, hop, sentences and journal entry: a witness that nothing changes. A text
that does not read as the language a model was made for never reaches it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlmodel import Session, col, select

from archive import jobs
from archive.database import Database
from archive.deeds import Deed
from archive.errors import BadInput, Conflict, NotFound, ThabatError
from archive.machine.detector import Detector
from archive.machine.package_record import Package
from archive.machine.packages import PackageStore
from archive.machine.translator import Parameters, Translator
from archive.models import MachineCancellation, MachineRequest, MachineRun, Text, Version
from archive.pipeline import TRANSLATE, process
from archive.store import BlobStore
from archive.text.language import LanguageFinding, examine
from archive.translating_batches import Batches, Order, cut
from archive.translating_cache import asked_for
from archive.translating_reads import (
    originals,
    read_source,
    run_records,
    segmented,
    sentence_records,
)
from archive.translating_recording import Prepared, record
from archive.translating_requests import Requested, choose_path, owe
from archive.translating_rows import parameters_of
from archive.translation_records import Progress, RunRecord, RunStatus, SentenceRecord

CANCEL: Final = "machine-cancel"
Opener = Callable[[Sequence[Package], Parameters], Translator]


@dataclass(frozen=True, slots=True)
class Failed:
    """A request that could not be done; the others of its batch were."""

    id: str
    error: ThabatError


class Translations:
    """The machine translations of one archive. ``open_translator`` loads a model, which stays for the next batch."""

    def __init__(
        self,
        database: Database,
        blobs: BlobStore,
        detector: Detector,
        *,
        packages: PackageStore,
        open_translator: Opener,
    ) -> None:
        self._database = database
        self._blobs = blobs
        self._detector = detector
        self.packages = packages
        self._open = open_translator
        self._opened: tuple[tuple[str, ...], Parameters, Translator] | None = None

    def request(
        self,
        version_id: str,
        *,
        to: str | None = None,
        packages: Sequence[str] = (),
        parameters: Parameters | None = None,
        again: bool = False,
        actor: str,
        now: datetime,
    ) -> Requested:
        """Owe the translation of a version. ``packages``: names in the order of the path; none: the store's choice.

        ``to`` is English for all but English, Arabic for that, unless said or given by the packages.
        """
        parameters = parameters or Parameters()
        with self._database.read() as session:
            source, language = read_source(session, version_id, language=None, examine=self._examine, cut=cut)
        path = choose_path(self.packages, language, to, packages)
        if not source.sentences:
            raise BadInput(
                f"version {version_id} has no sentence in {language} with letters: there is nothing to translate",
                code="nothing-to-translate",
                pointer="/version",
            )
        with self._database.write() as session:
            return owe(session, source, language, path, parameters, again=again, actor=actor, now=now)

    def originals(
        self, *, works: Sequence[str] | None = None, outlet: str | None = None, without_run: bool = False
    ) -> list[str]:
        """The newest versions of originals that a request can be made for."""
        with self._database.read() as session:
            return originals(session, works=works, outlet=outlet, without_run=without_run)

    def cancel(self, request_id: str, *, actor: str, now: datetime) -> RunRecord:
        """Take a request back that is not done. What was translated for it stays in the cache."""
        record_ = self.get(request_id)
        if record_.status is RunStatus.CANCELLED:
            return record_
        with self._database.write() as session:
            if session.get(MachineRun, request_id) is not None:
                raise Conflict(f"machine run {request_id} is done already and is not undone", code="run-is-done")
            jobs.withdraw(session, TRANSLATE, request_id, now=now)
            deed = Deed(session, kind=CANCEL, actor=actor, entity=record_.work_id, at=now)
            deed.add(MachineCancellation(request_id=request_id, by=actor, recorded_at=now))
            deed.close()
        return self.get(request_id)

    def get(self, request_id: str) -> RunRecord:
        with self._database.read() as session:
            row = session.get(MachineRequest, request_id)
            if row is None:
                raise NotFound(f"there is no machine run {request_id}")
            return run_records(session, [row])[0]

    def sentences(self, request_id: str) -> tuple[SentenceRecord, ...]:
        """What became of every segment of the source; nothing while the run is not done."""
        with self._database.read() as session:
            return sentence_records(session, request_id)

    def of_work(self, work_id: str) -> list[RunRecord]:
        """Every run of a version of the work, newest first."""
        query = select(MachineRequest).join(Version).join(Text).where(Text.work_id == work_id)
        with self._database.read() as session:
            rows = session.exec(query.order_by(col(MachineRequest.recorded_at).desc(), col(MachineRequest.id))).all()
            return run_records(session, rows)

    def newest(self, *, offset: int = 0, limit: int = 20) -> list[RunRecord]:
        """One page of all runs, newest first."""
        query = select(MachineRequest).order_by(col(MachineRequest.recorded_at).desc(), col(MachineRequest.id))
        with self._database.read() as session:
            return run_records(session, session.exec(query.offset(offset).limit(limit)).all())

    def progress(self, request_id: str) -> Progress:
        """How far a run is. Sentences known from other runs are counted when it is done."""
        with self._database.read() as session:
            row = session.get(MachineRequest, request_id)
            if row is None:
                raise NotFound(f"there is no machine run {request_id}")
            if session.get(MachineRun, request_id) is not None:
                return Progress(row.sentences, row.sentences)
            return Progress(min(row.sentences, asked_for(session, request_id)), row.sentences)

    def same_path(self, request_ids: Sequence[str]) -> list[str]:
        """Those of the requests that can be prepared together with the first."""
        with self._database.read() as session:
            query = select(MachineRequest).where(col(MachineRequest.id).in_(request_ids))
            rows = {row.id: row for row in session.exec(query)}
        first = rows[request_ids[0]]
        return [name for name in request_ids if _way(rows[name]) == _way(first)]

    def prepare(
        self, request_ids: Sequence[str], *, clock: Callable[[], datetime], stopped: Callable[[], bool] = lambda: False
    ) -> Iterator[Prepared | Failed]:
        """Translate these requests together, outside any write transaction, and give each back when it is ready.

        All of one path (:meth:`same_path`). Ends early, after a batch, once ``stopped`` says so.
        """
        orders: list[Order] = []
        for name in request_ids:
            try:
                orders.append(self._order(name, clock()))
            except ThabatError as error:
                yield Failed(name, error)
        if not orders:
            return
        try:
            path = [self.packages.find(package) for package in orders[0].packages]
            translator = self.translator(path, orders[0].parameters)
        except ThabatError as error:
            yield from (Failed(order.request_id, error) for order in orders)
            return
        yield from self._made(Batches(self._database, translator, clock, stopped), orders)

    def record(self, session: Session, prepared: Prepared, *, actor: str, now: datetime) -> None:
        """Write what was prepared, in the caller's transaction; nothing where it stands already or was taken back."""
        record(session, prepared, actor=actor, now=now)

    def translator(self, path: Sequence[Package], parameters: Parameters) -> Translator:
        """The translator for this path; the last one stays open."""
        ids = tuple(package.id for package in path)
        if self._opened is None or self._opened[:2] != (ids, parameters):
            self._opened = None  # give its memory back before the next model is loaded
            self._opened = (ids, parameters, self._open(path, parameters))
        return self._opened[2]

    def release(self) -> None:
        """Give the memory of the open model back."""
        self._opened = None

    def _made(self, batches: Batches, orders: Sequence[Order]) -> Iterator[Prepared | Failed]:
        for order, outcome in batches.run(orders):
            if isinstance(outcome, ThabatError):
                yield Failed(order.request_id, outcome)
                continue
            if outcome.text.content:
                self._blobs.put(outcome.text.content.encode())
            yield outcome

    def _order(self, request_id: str, now: datetime) -> Order:
        """Segments first what is not segmented yet."""
        with self._database.read() as session:
            row = session.get_one(MachineRequest, request_id)
            owed = segmented(session, row.version_id) is None
        if owed:
            with self._database.write() as session:
                process(session, row.version_id, now=now)
        with self._database.read() as session:
            source, _ = read_source(
                session, row.version_id, language=row.source_language, examine=self._examine, cut=cut
            )
        return Order(
            request_id=row.id,
            source=source,
            packages=tuple(name for name in (row.package_id, row.second_package_id) if name),
            parameters=parameters_of(row.parameters),
            scope=row.id if row.fresh else "",
            source_language=row.source_language,
            target_language=row.target_language,
        )

    def _examine(self, paragraphs: Sequence[str]) -> LanguageFinding:
        return examine(paragraphs, detector=self._detector)


def _way(row: MachineRequest) -> tuple[str, str | None, str]:
    return row.package_id, row.second_package_id, str(sorted(row.parameters.items()))
