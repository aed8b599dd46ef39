from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlmodel import select

from archive.database import Database
from archive.errors import Broken, NotFound
from archive.journal import merkle
from archive.journal.canonical import body_hmac, parse_canonical, row_digest
from archive.journal.checkpoint import read_checkpoint
from archive.journal.custody import Custody, sign
from archive.journal.entries import append, checkpoint, erase_payload, receipt, tree_size
from archive.journal.merkle import MemoryNodes, leaf_hash
from archive.journal.nodes import SqlNodes
from archive.journal.note import Signer
from archive.journal.receipts import verify_receipt
from archive.models import JournalEntry, JournalNode, JournalPayload, Work
from archive.values import Digest
from tests.archive.journal.conftest import NOW, deposit, work


def unlock(database: Database, *statements: str) -> None:
    """Change what the guards protect, as somebody with the file in hand can."""
    with database.writer.connect() as connection:
        names = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).scalars().all()
        for name in names:
            connection.execute(text(f"DROP TRIGGER {name}"))
        for statement in statements:
            connection.execute(text(statement))
        connection.commit()


def test_an_entry_is_written_with_all_that_belongs_to_it(database: Database) -> None:
    """Leaf, leaf hash and payload: the HMAC in the leaf is the payload's, the payload names the row by digest."""
    row, digest = work(1), Digest.of(b"blob")
    with database.write() as session:
        session.add(row)
        append(session, kind="deposit", at=NOW, actor="cli", entity=row.id, digests=[digest], rows=[row])
    with database.read() as session:
        entry, payload = session.exec(select(JournalEntry)).one(), session.exec(select(JournalPayload)).one()
    leaf = parse_canonical(entry.body.encode())
    assert entry.seq == 0
    assert entry.leaf_hash == leaf_hash(entry.body.encode()).hex()
    assert leaf["entity"] == entry.entity == row.id
    assert leaf["type"] == entry.kind == "deposit"
    assert leaf["digests"] == [digest]
    assert leaf["payload_hmac"] == body_hmac(bytes.fromhex(payload.salt), payload.payload.encode())
    facts = {
        "id": row.id,
        "kind": "news",
        "note": "عمل 1",
        "deposit_key": row.deposit_key,
        "recorded_at": row.recorded_at,
    }
    assert json.loads(payload.payload) == {"rows": {"work": {row.id: row_digest("work", facts)}}}


def test_a_rows_digest_is_the_same_before_and_after_it_was_stored(database: Database) -> None:
    """What is read back from the database has the digest that was recorded of what was written."""
    deposit(database, 1)
    with database.read() as session:
        kept = session.exec(select(Work)).one()
        payload = session.exec(select(JournalPayload)).one().payload
    facts = {name: getattr(kept, name) for name in ("id", "kind", "note", "deposit_key", "recorded_at")}
    assert row_digest("work", facts) in payload


def test_no_text_reaches_the_leaf(database: Database) -> None:
    """The note of a work stands in the work, and nowhere in the journal."""
    deposit(database, 1)
    with database.read() as session:
        entry, payload = session.exec(select(JournalEntry)).one(), session.exec(select(JournalPayload)).one()
    assert "عمل" not in entry.body + payload.payload
    assert "عمل" not in json.dumps([entry.body, payload.payload])


def test_sequence_numbers_are_gapless_after_a_rollback(database: Database) -> None:
    """A deed that fails leaves no number behind."""
    deposit(database, 1)

    def deed() -> None:
        with database.write() as session:
            append(session, kind="deposit", at=NOW, actor="cli", entity="lost")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        deed()
    deposit(database, 2)
    with database.read() as session:
        assert session.exec(select(JournalEntry.seq)).all() == [0, 1]
        assert tree_size(session) == 2


def test_the_stored_tree_is_the_tree_of_the_bodies(database: Database) -> None:
    """After any number of entries, alone or several in one transaction, all nodes are there and no others."""
    deposit(database, *range(5))
    with database.write() as session:
        for number in range(8):
            append(session, kind="note", at=NOW, actor="cli", entity=f"thing-{number}")
    with database.read() as session:
        bodies = session.exec(select(JournalEntry.body).order_by(JournalEntry.seq)).all()
        nodes = {(node.level, node.index): node.hash for node in session.exec(select(JournalNode)).all()}
        expected = MemoryNodes()
        edge = merkle.append(expected, 0, [leaf_hash(body.encode()) for body in bodies])
        assert nodes == {tuple(place): node.hex() for place, node in expected.items() if place.level}
        assert merkle.root(SqlNodes(session), 13) == edge.root()


def test_a_missing_node_is_named(database: Database) -> None:
    """The journal refuses to go on upon a tree with a hole."""
    deposit(database, 1, 2)
    unlock(database, "DELETE FROM journal_node")
    with pytest.raises(Broken, match="journal node 1/0"):
        deposit(database, 3)


def test_a_checkpoint_is_signed_stored_and_remembered(database: Database, custody: Custody) -> None:
    """The signed note is the same in the answer, the database and the file outside it."""
    deposit(database, 1, 2, 3)
    note = sign(database, custody, NOW)
    assert custody.remembered() == note
    assert read_checkpoint(note).size == 3
    with database.read() as session:
        assert session.execute(text("SELECT size, note FROM checkpoint")).all() == [(3, note)]


def test_a_tree_that_did_not_grow_is_not_signed_again(database: Database, custody: Custody) -> None:
    """One size, one checkpoint."""
    deposit(database, 1)
    assert sign(database, custody, NOW) == sign(database, custody, NOW)


def test_each_checkpoint_may_follow_the_last(database: Database, custody: Custody) -> None:
    """Checkpoints at every size, from the empty tree on."""
    sizes = [read_checkpoint(sign(database, custody, NOW)).size]
    for number in range(9):
        deposit(database, number)
        sizes.append(read_checkpoint(sign(database, custody, NOW)).size)
    assert sizes == list(range(10))


def test_a_smaller_tree_than_the_remembered_one_is_not_signed(database: Database, custody: Custody) -> None:
    """Somebody put an older database back."""
    deposit(database, 1, 2, 3)
    sign(database, custody, NOW)
    unlock(
        database,
        "DELETE FROM checkpoint",
        "DELETE FROM journal_payload WHERE seq = 2",
        "DELETE FROM journal_entry WHERE seq = 2",
    )
    with pytest.raises(Broken, match="counts 3 entries, the journal has 2") as caught:
        sign(database, custody, NOW)
    assert caught.value.code == "rollback"


@pytest.mark.parametrize("more", [(), (4,)], ids=["same size", "grown"])
def test_another_history_is_never_signed(database: Database, custody: Custody, more: tuple[int, ...]) -> None:
    """An older database was put back and went on differently: not at the same size, and not when it has grown."""
    deposit(database, 1, 2, 3)
    sign(database, custody, NOW)
    unlock(
        database,
        "DELETE FROM checkpoint",
        "DELETE FROM journal_payload WHERE seq = 2",
        "DELETE FROM journal_entry WHERE seq = 2",
        "DELETE FROM work WHERE id LIKE '%3'",
    )
    deposit(database, 3, *more)
    with pytest.raises(Broken, match="did not grow out of the checkpoint remembered") as caught:
        sign(database, custody, NOW)
    assert caught.value.code == "inconsistent"


def test_a_forged_stored_checkpoint_stops_signing(database: Database, custody: Custody) -> None:
    """The last stored checkpoint is checked as well as the remembered one."""
    deposit(database, 1, 2)
    sign(database, custody, NOW)
    unlock(database, "UPDATE checkpoint SET note = replace(note, 'example', 'elsewhere')")
    deposit(database, 3)
    with pytest.raises(Broken):
        sign(database, custody, NOW)


def test_an_unreadable_memory_stops_signing(database: Database, custody: Custody) -> None:
    """A damaged file is not taken for no file."""
    deposit(database, 1)
    custody.memory_path.write_text("rubbish")
    with pytest.raises(Broken, match="remembered outside the database cannot be read"):
        sign(database, custody, NOW)


def test_the_memory_never_goes_back(database: Database, custody: Custody) -> None:
    """Of two signers the one with the smaller tree may come last; the larger tree stays remembered."""
    deposit(database, 1)
    smaller = sign(database, custody, NOW)
    deposit(database, 2)
    larger = sign(database, custody, NOW)
    custody.remember(smaller)
    assert custody.remembered() == larger


def test_nothing_is_remembered_of_a_transaction_that_failed(database: Database, custody: Custody) -> None:
    """Signing and failing to commit leaves neither row nor memory."""
    deposit(database, 1)

    def signing() -> None:
        with database.write() as session:
            checkpoint(session, custody.signer(), NOW, remembered=custody.remembered())
            raise RuntimeError

    with pytest.raises(RuntimeError):
        signing()
    assert custody.remembered() is None
    with database.read() as session:
        assert session.execute(text("SELECT count(*) FROM checkpoint")).scalar() == 0


def test_every_entry_has_a_receipt_that_verifies_without_the_archive(database: Database, custody: Custody) -> None:
    """Receipt and public key are enough to prove the leaf."""
    deposit(database, *range(6))
    sign(database, custody, NOW)
    with database.read() as session:
        bodies = session.exec(select(JournalEntry.body).order_by(JournalEntry.seq)).all()
        receipts = [receipt(session, seq) for seq in range(6)]
    for seq, written in enumerate(receipts):
        assert verify_receipt(written, custody.vkey())[0] == bodies[seq].encode()


def test_an_entry_after_the_last_checkpoint_has_no_receipt_yet(database: Database, custody: Custody) -> None:
    """The answer says what is missing: a checkpoint, not the entry."""
    deposit(database, 1)
    sign(database, custody, NOW)
    deposit(database, 2)
    with database.read() as session:
        with pytest.raises(NotFound, match="no checkpoint covers journal entry 1"):
            receipt(session, 1)
        with pytest.raises(NotFound, match="has no entry 2"):
            receipt(session, 2)


def test_an_erased_payload_leaves_every_proof_valid(database: Database, custody: Custody) -> None:
    """Salt and payload go, the entry and its receipt stay, and the erasure is an entry of its own."""
    deposit(database, 1, 2)
    with database.write() as session:
        entry = erase_payload(session, 0, at=NOW, actor="cli")
    sign(database, custody, NOW)
    assert (entry.seq, entry.entity) == (2, "journal:0")
    with database.read() as session:
        assert session.exec(select(JournalPayload.seq).order_by(JournalPayload.seq)).all() == [1, 2]
        verify_receipt(receipt(session, 0), custody.vkey())


def test_a_payload_is_erased_once(database: Database) -> None:
    """There is nothing to erase where there is no payload, and no entry says there was."""
    with pytest.raises(NotFound, match="no payload"), database.write() as session:
        erase_payload(session, 0, at=NOW, actor="cli")
    with database.read() as session:
        assert tree_size(session) == 0


def test_the_key_is_private_made_once_and_read_back(custody: Custody) -> None:
    """Mode 0600, the vkey beside it, and no second key over the first."""
    assert custody.key_path.stat().st_mode & 0o777 == 0o600
    assert custody.key_path.parent.stat().st_mode & 0o077 == 0
    assert custody.signer().vkey == custody.vkey()
    with pytest.raises(Exception, match="has its key already"):
        custody.create("archive.example/log")


@pytest.mark.parametrize(
    "damage",
    [lambda s: s[:-9], lambda s: s.replace("PRIVATE", "PUBLIC"), lambda s: "", lambda s: s[:30] + "!" + s[31:]],
)
def test_a_damaged_key_is_named_but_never_shown(custody: Custody, damage) -> None:
    """The message names the file; neither it nor its cause holds a part of the key."""
    secret = custody.key_path.read_text()
    custody.key_path.write_text(damage(secret))
    with pytest.raises(Broken, match=r"log\.key") as caught:
        custody.signer()
    told = f"{caught.value} {caught.value.__cause__} {caught.value.__cause__.__context__}"
    assert secret.strip()[-40:-4] not in told


def test_a_missing_key_is_not_found(tmp_path, custody: Custody) -> None:
    """The path that was looked at is in the message."""
    custody.key_path.unlink()
    with pytest.raises(NotFound, match=r"keys/log\.key"):
        custody.signer()


def test_signers_make_the_round_trip() -> None:
    """Go's private key form, written and read."""
    signer = Signer("archive.example/log", bytes(range(32)))
    assert Signer.parse(signer.secret()) == signer


def test_naive_instants_are_refused(database: Database) -> None:
    """A leaf's time names an instant; nothing is written."""
    with pytest.raises(ValueError, match="naive"), database.write() as session:
        append(session, kind="x", at=datetime(2026, 1, 1), actor="cli", entity="x")  # noqa: DTZ001
    with database.read() as session:
        assert tree_size(session) == 0


def test_an_erased_payload_leaves_the_file(database: Database) -> None:
    """After erasing and closing, neither salt nor payload stands anywhere in the folder."""
    deposit(database, 1)
    with database.read() as session:
        kept = session.exec(select(JournalPayload)).one()
        salt, payload = kept.salt.encode(), kept.payload.encode()

    data = Path(database.url.removeprefix("sqlite:///")).parent

    def stands() -> bool:
        return any(
            salt in path.read_bytes() or payload in path.read_bytes() for path in data.iterdir() if path.is_file()
        )

    assert stands()
    with database.write() as session:
        erase_payload(session, kept.seq, at=NOW, actor="cli")
    database.close()
    assert not stands()
