"""The journal in the database: deeds are appended, checkpoints signed, receipts written, payloads erased.

Works inside the caller's transaction, so that a deed and its entry stand or fall together
(DESIGN.md §4.2). What is hashed is :mod:`archive.journal.canonical`'s business, the tree
:mod:`archive.journal.merkle`'s; the key and the remembered checkpoint lie outside the database, see
:mod:`archive.journal.custody`. Writers hold the write lock (``BEGIN IMMEDIATE``): that makes
sequence numbers gapless.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Table, delete, func, insert, select
from sqlmodel import Session, SQLModel

from archive.errors import Broken, NotFound
from archive.journal import merkle
from archive.journal.canonical import SALT_BYTES, body_hmac, canonical_json, leaf_body, row_digest
from archive.journal.checkpoint import Checkpoint, read_checkpoint, sign_checkpoint, verify_checkpoint
from archive.journal.nodes import SqlNodes
from archive.journal.note import Signer, VerifierKey
from archive.journal.receipts import make_receipt
from archive.models import Checkpoint as CheckpointRow
from archive.models import JournalEntry, JournalPayload, table_of
from archive.models.base import column_values, row_facts
from archive.values import Digest

ERASURE: Final = "erasure"
"""The type of the entry that says whose payload was erased; its entity is ``journal:<seq>``."""

_ENTRIES = table_of(JournalEntry)
_PAYLOADS = table_of(JournalPayload)
_CHECKPOINTS = table_of(CheckpointRow)


def append(
    session: Session,
    *,
    kind: str,
    at: datetime,
    actor: str,
    entity: str,
    digests: Sequence[Digest] = (),
    rows: Iterable[SQLModel] = (),
) -> JournalEntry:
    """Write one deed into the journal: leaf, hashes, and the salted payload that holds the digests of its ``rows``.

    ``kind``, ``actor`` and ``entity`` are codes (see :func:`archive.journal.canonical.leaf_body`);
    ``digests`` are those of the blobs and texts that came in; ``rows`` are complete when this is called.
    """
    salt, payload = secrets.token_bytes(SALT_BYTES), canonical_json({"rows": _digests_of(rows)})
    body = leaf_body(
        kind=kind, at=at, actor=actor, entity=entity, digests=digests, payload_hmac=body_hmac(salt, payload)
    )
    leaf, seq = merkle.leaf_hash(body), tree_size(session)
    entry = JournalEntry(seq=seq, kind=kind, body=body.decode(), leaf_hash=leaf.hex(), entity=entity)
    session.execute(insert(_ENTRIES), [column_values(entry)])
    session.execute(insert(_PAYLOADS), [{"seq": seq, "salt": salt.hex(), "payload": payload.decode()}])
    merkle.append(SqlNodes(session), seq, [leaf])
    return entry


def tree_size(session: Session) -> int:
    """How many entries the journal has; the sequence number of the next."""
    last: int | None = session.execute(select(func.max(_ENTRIES.c.seq))).scalar_one()
    return 0 if last is None else last + 1


def row_name(table: Table, values: Mapping[str, Any]) -> str:
    """A row's name in payloads and reports: its primary key, its parts joined by ``/``."""
    return "/".join(str(values[column.name]) for column in table.primary_key.columns)


def _digests_of(rows: Iterable[SQLModel]) -> dict[str, dict[str, str]]:
    digests: dict[str, dict[str, str]] = {}
    for row in rows:
        table, values = table_of(type(row)), column_values(row)
        name = row_name(table, values)
        digests.setdefault(table.name, {})[name] = row_digest(table.name, row_facts(table, values))
    return digests


def checkpoint(session: Session, signer: Signer, at: datetime, *, remembered: str | None) -> str:
    """Sign the tree as it stands, store the checkpoint and return it; the same one again if nothing was added.

    ``remembered`` is the last signed checkpoint as kept outside the database
    (:meth:`archive.journal.custody.Custody.remembered`). :class:`Broken` instead of a signature when
    this tree is smaller than that one or than any stored checkpoint, or did not grow out of it:
    a log that signs two histories is worth nothing (c2sp.org/tlog-checkpoint, "Signatures").
    """
    nodes, size = SqlNodes(session), tree_size(session)
    now = Checkpoint(signer.name, size, merkle.root(nodes, size))
    last = _last_checkpoint(session)
    for note, where in ((remembered, "the checkpoint remembered outside the database"), (last, "the last checkpoint")):
        if note is not None:
            _require_grown(nodes, _signed_by_us(note, signer.vkey, where), now, where)
    if last is not None and read_checkpoint(last).size == size:
        return last
    return _store_checkpoint(session, now, signer, at)


def _last_checkpoint(session: Session) -> str | None:
    query = select(_CHECKPOINTS.c.note).order_by(_CHECKPOINTS.c.size.desc()).limit(1)
    note: str | None = session.execute(query).scalar()
    return note


def _signed_by_us(note: str, key: VerifierKey, where: str) -> Checkpoint:
    try:
        return verify_checkpoint(note, key)
    except ValueError as error:
        raise Broken(f"{where} cannot be read: {error}", code="checkpoint") from error


def _require_grown(nodes: SqlNodes, old: Checkpoint, new: Checkpoint, where: str) -> None:
    if new.size < old.size:
        raise Broken(
            f"{where} counts {old.size} entries, the journal has {new.size}: it was rolled back", code="rollback"
        )
    grown = merkle.verify_consistency(
        old=old.size,
        new=new.size,
        old_root=old.root,
        new_root=new.root,
        proof=merkle.consistency_proof(nodes, old.size, new.size),
    )
    if not grown:
        raise Broken(
            f"the journal of {new.size} entries did not grow out of {where} of {old.size}", code="inconsistent"
        )


def _store_checkpoint(session: Session, now: Checkpoint, signer: Signer, at: datetime) -> str:
    note = sign_checkpoint(now, signer)
    row = CheckpointRow(size=now.size, root=now.root.hex(), note=note, recorded_at=at)
    session.execute(insert(_CHECKPOINTS), [column_values(row)])
    return note


def receipt(session: Session, seq: int) -> str:
    """The receipt (``.tlog-proof``) of entry ``seq`` under the last checkpoint."""
    body = session.execute(select(_ENTRIES.c.body).where(_ENTRIES.c.seq == seq)).scalar()
    if body is None:
        raise NotFound(f"the journal has no entry {seq}")
    last = _last_checkpoint(session)
    if last is None or seq >= (size := _size_of(last)):
        raise NotFound(f"no checkpoint covers journal entry {seq} yet", code="no-checkpoint")
    proof = merkle.inclusion_proof(SqlNodes(session), seq, size)
    return make_receipt(leaf=body.encode(), index=seq, proof=proof, checkpoint=last)


def _size_of(note: str) -> int:
    try:
        return read_checkpoint(note).size
    except ValueError as error:
        raise Broken(f"the last checkpoint cannot be read: {error}", code="checkpoint") from error


def erase_payload(session: Session, seq: int, *, at: datetime, actor: str) -> JournalEntry:
    """Forget salt and payload of entry ``seq``, and say in the journal that this was done.

    The entry itself and every proof about it stay. Without the second entry a payload that is gone
    is a broken archive; with it, the entry's rows can no longer be checked, and verify says so.
    """
    if session.execute(select(_PAYLOADS.c.seq).where(_PAYLOADS.c.seq == seq)).first() is None:
        raise NotFound(f"journal entry {seq} has no payload to erase")
    session.execute(delete(_PAYLOADS).where(_PAYLOADS.c.seq == seq))
    return append(session, kind=ERASURE, at=at, actor=actor, entity=f"journal:{seq}")
