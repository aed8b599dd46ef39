"""The tamper matrix, second half: entries, nodes, payloads, checkpoints, the memory. One alteration a test."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive import verify as package
from archive.database import Database
from archive.journal import merkle
from archive.journal.custody import Custody, sign
from archive.journal.entries import erase_payload
from archive.journal.merkle import MemoryNodes, leaf_hash
from archive.journal.note import Note, Signer
from archive.verify import verify
from tests.archive.verify import tiny_archive as tiny
from tests.archive.verify.tampering import CLEAN, alter, ask, broken, step
from tests.archive.verify.tiny_archive import OTHER_WORK, THIRD_WORK, row_id


def test_a_dropped_last_entry_is_found_by_what_it_leaves(data: Path) -> None:
    """No checkpoint covers it, but its payload, its nodes and its row are still there."""
    alter(data, "DELETE FROM journal_entry WHERE seq = 5")
    assert broken(data) == {
        4: ["journal node 1/2: it covers entries that are not there"],
        7: ["payload 5: there is no journal entry 5"],
        8: [f"work {THIRD_WORK}: the row is there, but no journal entry recorded it"],
    }


def test_a_dropped_last_entry_with_all_its_traces_leaves_its_row(data: Path) -> None:
    """Entry, payload and node are gone; the row is in no entry."""
    alter(
        data,
        "DELETE FROM journal_entry WHERE seq = 5",
        "DELETE FROM journal_payload WHERE seq = 5",
        'DELETE FROM journal_node WHERE level = 1 AND "index" = 2',
    )
    assert broken(data) == {8: [f"work {THIRD_WORK}: the row is there, but no journal entry recorded it"]}


def test_a_dropped_signed_entry_breaks_the_checkpoint_and_the_memory(data: Path) -> None:
    """Everything of the last two deeds is taken out without a trace; the signatures remember."""
    alter(
        data,
        "DELETE FROM journal_entry WHERE seq >= 4",
        "DELETE FROM journal_payload WHERE seq >= 4",
        'DELETE FROM journal_node WHERE level = 1 AND "index" = 2',
        f"DELETE FROM work WHERE id IN ('{OTHER_WORK}', '{THIRD_WORK}')",
    )
    assert broken(data) == {
        5: ["checkpoint of 5 entries: it signs 5, the journal has only 4 entries: rolled back"],
        6: [
            "the remembered checkpoint (DATA/checkpoint): it signs 5, the journal has only 4 entries: rolled back",
        ],
    }


def test_a_dropped_middle_entry_is_named(data: Path) -> None:
    """The gap by its number; the tree cannot be recomputed beyond it."""
    alter(data, "DELETE FROM journal_entry WHERE seq = 2")
    found = broken(data)
    assert found[3] == ["journal entry 2 is missing"]
    assert found[4] == ["the tree cannot be recomputed beyond 2 entries: journal entry 2 is missing"]
    assert found[5] == [
        "checkpoint of 4 entries: the journal has only 2 entries before its first gap",
        "checkpoint of 5 entries: the journal has only 2 entries before its first gap",
    ]
    assert found[7] == ["payload 2: there is no journal entry 2"]
    assert found[8][0] == f"segmentation {row_id(81)}: the row is there, but no journal entry recorded it"
    assert [line.partition(" ")[0] for line in found[8][1:]] == [
        "alignment", "comparison", "finding_review", "alignment_correction", "machine_package",
        "machine_package_event", "machine_request", "machine_request", "machine_cancellation", "machine_run", "likeness",
        "hit_coding",
    ]  # fmt: skip


def test_a_wider_gap_is_one_finding(data: Path) -> None:
    """First and last of the missing entries."""
    alter(data, "DELETE FROM journal_entry WHERE seq IN (1, 2, 3)")
    assert broken(data)[3] == ["journal entries 1 to 3 are missing"]


def test_an_edited_leaf_is_named(data: Path) -> None:
    """The entry whose body changed, the nodes above it, the checkpoints over it."""
    alter(data, "UPDATE journal_entry SET body = replace(body, '\"cli\"', '\"cla\"') WHERE seq = 1")
    found = broken(data)
    assert list(found) == [3, 4, 5, 6]
    assert found[3][0].startswith("journal entry 1, column leaf_hash: its body says ")
    assert [name.partition(":")[0] for name in found[4]] == ["journal node 1/0", "journal node 2/0"]
    assert found[5] == [
        f"checkpoint of {size} entries: its root is not that of the journal's first {size} entries" for size in (4, 5)
    ]


def test_a_leaf_respelt_is_named(data: Path) -> None:
    """The same JSON with a space in it is not the leaf that was hashed."""
    alter(data, "UPDATE journal_entry SET body = replace(body, ',\"at\"', ', \"at\"') WHERE seq = 5")
    assert broken(data)[3] == ["journal entry 5, column body: it is not a leaf in canonical form"]


@pytest.mark.parametrize("column", ["kind", "entity"])
def test_a_column_beside_the_leaf_is_held_to_it(data: Path, column: str) -> None:
    """What is kept beside the body for queries must be what the body says."""
    alter(data, f"UPDATE journal_entry SET {column} = 'other' WHERE seq = 4")
    [named] = broken(data)[3]
    assert named.startswith(f"journal entry 4, column {column}: ")


def test_history_rewritten_with_all_its_hashes_is_found_by_the_signatures(data: Path) -> None:
    """Body, leaf hash and every node made to fit each other: the checkpoints do not fit."""
    [(body,)] = ask(data, "SELECT body FROM journal_entry WHERE seq = 1")
    new = body.replace('"cli"', '"cla"')
    bodies = [new if seq == 1 else text for seq, text in ask(data, "SELECT seq, body FROM journal_entry ORDER BY seq")]
    nodes = MemoryNodes()
    merkle.append(nodes, 0, [leaf_hash(text.encode()) for text in bodies])
    alter(
        data,
        f"UPDATE journal_entry SET body = '{new}', leaf_hash = '{leaf_hash(new.encode()).hex()}' WHERE seq = 1",
        *(
            f"UPDATE journal_node SET hash = '{node.hex()}' WHERE level = {place.level} AND \"index\" = {place.place}"
            for place, node in nodes.items()
            if place.level
        ),
    )
    found = broken(data)
    assert list(found) == [5, 6]
    assert len(found[5]) == 2


def test_an_edited_node_is_named(data: Path) -> None:
    """Level and index, what was expected and found."""
    alter(data, f"UPDATE journal_node SET hash = '{'0' * 64}' WHERE level = 1 AND \"index\" = 1")
    [named] = broken(data)[4]
    assert named.startswith("journal node 1/1: expected ")
    assert named.endswith(f"found {'0' * 64}")


def test_a_deleted_node_is_named(data: Path) -> None:
    """A node that is not there."""
    alter(data, "DELETE FROM journal_node WHERE level = 2")
    [named] = broken(data)[4]
    assert named.startswith("journal node 2/0: expected ")
    assert named.endswith("found none")


@pytest.mark.parametrize("change", ["payload = replace(payload, '0198', '0199')", f"salt = '{'0' * 64}'", "salt = 'x'"])
def test_an_edited_payload_is_named(data: Path, change: str) -> None:
    """Its entry, and the row that no valid payload holds any more."""
    alter(data, f"UPDATE journal_payload SET {change} WHERE seq = 4")
    assert broken(data) == {
        7: ["journal entry 4: its payload does not fit the HMAC in its leaf"],
        8: [f"work {OTHER_WORK}: the row is there, but no journal entry recorded it"],
    }


def test_a_payload_that_vanished_is_broken(data: Path) -> None:
    """The guards let a payload be deleted; only an entry that says so makes it an erasure."""
    alter(data, "DELETE FROM journal_payload WHERE seq = 4")
    assert broken(data)[7] == ["journal entry 4: its payload is gone, and no entry says it was erased"]


def test_a_payload_erased_on_record_is_not_checked(data: Path) -> None:
    """Nothing is broken, and the report says what could not be looked at."""
    database = package.source.DATABASE_NAME
    with Database(f"sqlite:///{data / database}").write() as session:
        erase_payload(session, 4, at=tiny.at(9), actor="cli")
    report = verify(data)
    assert report.exit_code == 0
    assert step(report, 7).unchecked == (("erased on record", 1),)
    assert step(report, 8).unchecked == (("in no payload that was not erased", 1),)
    assert "Result: HOLDS; not checked: steps 7, 8, 12\n" in report.as_text()


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (
            "root = replace(root, substr(root, 1, 4), 'beef')",
            "checkpoint of 5 entries, column root: the signed note says ",
        ),
        ("size = 6", "checkpoint of 6 entries, column size: the signed note says 5, found 6"),
        ("note = replace(note, char(10) || '5', char(10) || '6')", "checkpoint of 5 entries: the signature by"),
        ("note = replace(note, '— archive', '- archive')", "checkpoint of 5 entries: not a signature line"),
        ("note = 'rubbish'", "checkpoint of 5 entries: a signed note has a text"),
    ],
)
def test_an_edited_checkpoint_is_named(data: Path, change: str, named: str) -> None:
    """Columns are held to the signed note, and the note to its signature."""
    alter(data, f"UPDATE checkpoint SET {change} WHERE size = 5")
    found = broken(data)
    assert list(found) == ([5, 6] if change == "size = 6" else [5])  # (6): no checkpoint of the remembered size
    assert len(found[5]) == 1
    assert found[5][0].startswith(named)


def test_a_signature_by_another_key_is_named(data: Path) -> None:
    """The text is right, the name is right, the key is not."""
    [(note,)] = ask(data, "SELECT note FROM checkpoint WHERE size = 5")
    forged = Note(Note.parse(note).text, ()).signed(Signer("archive.example/log", bytes(32)))
    alter(data, f"UPDATE checkpoint SET note = '{forged}' WHERE size = 5")
    [named] = broken(data)[5]
    assert named.startswith("checkpoint of 5 entries: a signature by archive.example/log (")


def test_a_database_put_back_is_found_by_the_memory(data: Path) -> None:
    """An older copy that is sound in itself: only the file outside it knows."""
    older = (data / "thabat.db").read_bytes()
    database = Database(f"sqlite:///{data / 'thabat.db'}")
    tiny.deed(database, 6, "note", "a-later-deed")
    sign(database, Custody(data), tiny.at(8))
    database.close()
    (data / "thabat.db").write_bytes(older)
    assert broken(data) == {
        6: ["the remembered checkpoint (DATA/checkpoint): it signs 7, the journal has only 6 entries: rolled back"]
    }


def test_a_checkpoint_taken_out_of_the_database_is_named(data: Path) -> None:
    """The last one is remembered outside it."""
    alter(data, "DELETE FROM checkpoint WHERE size = 5")
    memory = "the remembered checkpoint (DATA/checkpoint)"
    assert broken(data) == {6: [f"{memory}: the checkpoint of 5 entries is not in the database any more"]}


@pytest.mark.parametrize("content", [b"rubbish", b"archive.example/log\n5\nAAAA\n", b"\xff\xfe", b""])
def test_a_damaged_memory_is_named(data: Path, content: bytes) -> None:
    """A memory that cannot be read is not taken for none."""
    Custody(data).memory_path.write_bytes(content)
    [named] = broken(data)[6]
    assert named.startswith("the remembered checkpoint (DATA/checkpoint): ")


def test_without_a_memory_nothing_is_claimed(data: Path) -> None:
    """The step says that it could not look."""
    Custody(data).memory_path.unlink()
    report = verify(data)
    assert report.exit_code == 0
    assert "6  NOT CHECKED" in report.as_text()


def test_without_a_public_key_signatures_are_not_checked(data: Path) -> None:
    """Roots are compared all the same; a key in the reader's hand checks the rest."""
    key = Custody(data).vkey()
    Custody(data).vkey_path.unlink()
    report = verify(data)
    assert [item.number for item in report.steps if item.outcome == "NOT CHECKED"] == [5, 6, 12]
    assert verify(data, key=key).as_text() == CLEAN


def test_the_keeper_of_all_files_is_found_by_a_checkpoint_held_elsewhere(data: Path) -> None:
    """Who has the key rewrites database, checkpoints and memory; a checkpoint in another's hand does not fit."""
    held = Custody(data).remembered()
    alter(
        data,
        "DELETE FROM checkpoint",
        "DELETE FROM journal_entry WHERE seq >= 4",
        "DELETE FROM journal_payload WHERE seq >= 4",
        'DELETE FROM journal_node WHERE level = 1 AND "index" = 2',
        f"DELETE FROM work WHERE id IN ('{OTHER_WORK}', '{THIRD_WORK}')",
    )
    Custody(data).memory_path.unlink()
    database = Database(f"sqlite:///{data / 'thabat.db'}")
    sign(database, Custody(data), tiny.at(8))
    database.close()
    assert broken(data) == {}
    assert broken(data, checkpoint=held) == {
        6: ["the checkpoint held elsewhere: it signs 5, the journal has only 4 entries: rolled back"]
    }


def test_signatures_of_others_are_counted_not_trusted(data: Path) -> None:
    """A witness line under a checkpoint breaks nothing and proves nothing here."""
    [(note,)] = ask(data, "SELECT note FROM checkpoint WHERE size = 5")
    with_witness = Note.parse(note).signed(Signer("witness.example", bytes(32)))
    alter(data, f"UPDATE checkpoint SET note = '{with_witness}' WHERE size = 5")
    report = verify(data)
    assert report.exit_code == 0
    assert step(report, 12).unchecked == (("signed by keys that this archive does not know", 1),)
