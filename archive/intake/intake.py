"""The one write path: a deposit is drafted, checked, its bytes stored, and then recorded in one transaction.

Order matters. Drafting and checks need no lock and may refuse; blobs are written next (one left by a
transaction that fails is harmless); the transaction then holds work, texts, versions, hops,
disclaimers, jobs and the journal entry, or nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Final

from sqlmodel import Session, select

from archive import jobs
from archive.database import Database
from archive.deeds import Deed
from archive.errors import Conflict
from archive.intake import joining
from archive.intake.checks import Notice, check_languages, notices
from archive.intake.deposit import Deposit
from archive.intake.drafting import Draft, draft
from archive.intake.kept import deposit_key, find_kept, same_bytes_elsewhere
from archive.intake.metadata import HopMetadata
from archive.intake.receipt import Receipt
from archive.intake.recording import Writer
from archive.machine.detector import Detector
from archive.models import Text, Version, Work
from archive.pipeline import PROCESS
from archive.store import BlobStore
from archive.values import Digest, new_id

DEPOSIT: Final = "deposit"
JOIN: Final = "join"


@dataclass(frozen=True, slots=True)
class Prepared:
    """A deposit that passed every check that needs no lock."""

    deposit: Deposit
    drafts: tuple[Draft, ...]
    notices: tuple[Notice, ...]
    key: Digest
    force: bool


class Intake:
    """Takes deposits into one archive."""

    def __init__(self, database: Database, blobs: BlobStore, detector: Detector) -> None:
        self._database = database
        self._blobs = blobs
        self._detector = detector

    def deposit(self, deposit: Deposit, *, actor: str, now: datetime, force: bool = False) -> Receipt:
        """Keep ``deposit``, or say that the same bytes are kept already (``created`` is False then)."""
        kept = self._kept(deposit)
        if kept is not None:
            return kept
        prepared = self.prepare(deposit, force=force)
        self.store(prepared)
        with self._database.write() as session:
            return self.record(session, prepared, actor=actor, now=now)

    def preview(self, deposit: Deposit, *, force: bool = False) -> Prepared:
        """Everything :meth:`deposit` would check and find; nothing is written."""
        self._kept(deposit)
        return self.prepare(deposit, force=force)

    def _kept(self, deposit: Deposit) -> Receipt | None:
        """What holds these bytes already; :class:`Conflict`, before any blob is written, where others have the id."""
        with self._database.read() as session:
            kept = find_kept(session, deposit, deposit_key(deposit))
            if kept is None and deposit.to_work is None:
                _check_external_id(session, deposit.external_id)
        return kept

    def prepare(self, deposit: Deposit, *, force: bool) -> Prepared:
        """Draft and check; for a deposit to a kept work, against what that work holds."""
        kept: dict[str, str] = {}
        if deposit.to_work is not None:
            with self._database.read() as session:
                deposit, kept = joining.resolve(session, deposit)
        return prepare(deposit, detector=self._detector, force=force, kept=kept)

    def store(self, *many: Prepared) -> None:
        """Write the blobs, before the transaction that refers to them."""
        self._blobs.put_all(text.source.data for prepared in many for text in prepared.deposit.texts)

    def record(self, session: Session, prepared: Prepared, *, actor: str, now: datetime) -> Receipt:
        """Write all rows within the caller's write transaction."""
        kept = find_kept(session, prepared.deposit, prepared.key)
        if kept is not None:
            return kept
        deed, versions = self._open(session, prepared, actor=actor, now=now)
        elsewhere = same_bytes_elsewhere(session, prepared.drafts)
        writer = Writer(deed, deed.entity, prepared.force, versions)
        texts = tuple(writer.write(item, Digest.of(item.text.source.data)) for item in prepared.drafts)
        seq = deed.close()
        jobs.enqueue(session, PROCESS, [text.version_id for text in texts], now=now)
        return Receipt(deed.entity, True, texts, (*prepared.notices, *elsewhere), seq)

    def _open(
        self, session: Session, prepared: Prepared, *, actor: str, now: datetime
    ) -> tuple[Deed, dict[str, Version]]:
        """The deed, and the versions that the work it is about holds already, by id."""
        deposit = prepared.deposit
        if deposit.to_work is not None:
            rows = session.exec(select(Version).join(Text).where(Text.work_id == deposit.to_work))
            return Deed(session, kind=JOIN, actor=actor, entity=deposit.to_work, at=now), {row.id: row for row in rows}
        _check_external_id(session, deposit.external_id)
        deed = Deed(session, kind=DEPOSIT, actor=actor, entity=new_id(), at=now)
        deed.add(
            Work(
                id=deed.entity,
                kind=deposit.kind,
                external_id=deposit.external_id,
                deposit_key=prepared.key,
                note=deposit.note,
                recorded_at=now,
            )
        )
        return deed, {}


def prepare(
    deposit: Deposit, *, detector: Detector, force: bool, kept: Mapping[str, str] = MappingProxyType({})
) -> Prepared:
    """Draft and check ``deposit``. Needs no database, so an import does it in processes of its own.

    ``kept``: the language of each version that the work it joins holds already.
    """
    drafts = tuple(draft(text, _hops_of(deposit, text.key), detector=detector) for text in deposit.texts)
    check_languages(drafts, kept, force=force)
    return Prepared(deposit, drafts, tuple(notices(drafts, force=force)), deposit_key(deposit), force)


def _hops_of(deposit: Deposit, key: str) -> list[tuple[str, HopMetadata]]:
    return [(f"/hops/{number}", hop) for number, hop in enumerate(deposit.hops) if hop.side == key]


def _check_external_id(session: Session, external_id: str | None) -> None:
    if external_id is None:
        return
    taken = session.exec(select(Work.id).where(Work.external_id == external_id)).first()
    if taken:
        raise Conflict(
            f"work {taken} has the external id {external_id!r} already, with other texts; "
            "to add a text to it, deposit to that work",
            code="external-id-taken",
            pointer="/external_id",
        )
