"""The tamper matrix, from the inside out: one alteration a test, and the report must name exactly that.

``data`` is a fresh copy of :mod:`tests.archive.tiny_archive`. :func:`alter` changes the database as
somebody with the file in hand can: guards are taken off and put back, foreign keys are not asked.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pysqlite3 import dbapi2 as sqlite
from sqlalchemy import Table

from archive import verify as package
from archive.journal import merkle
from archive.journal.custody import Custody, sign
from archive.journal.entries import erase_payload
from archive.journal.merkle import MemoryNodes, leaf_hash
from archive.journal.note import Note, Signer
from archive.models import APPEND_ONLY, RECORDED, UPDATE_REFUSED_ONLY
from archive.store.blobs import BlobStore
from archive.values import Digest
from archive.verify import TITLES, Report, Step, verify
from archive.verify.report import MAX_NAMED, Tally
from tests.archive import tiny_archive as tiny
from tests.archive.tiny_archive import EN_CAPTURE, EN_VERSION, OTHER_WORK, THIRD_WORK, row_id

CLEAN = """\
 1  HOLDS        the database file is sound and of this release's schema: 1 schema
 2  HOLDS        the append-only guards are in place: 18 tables
 3  HOLDS        the journal is gapless and every leaf hash fits its body: 6 entries
 4  HOLDS        the Merkle tree recomputed from the bodies is the stored one: 4 nodes
 5  HOLDS        every stored checkpoint is signed and has the root of its size: 2 checkpoints
 6  HOLDS        the checkpoint remembered outside the database agrees: 1 checkpoint
 7  HOLDS        every payload fits its leaf: 6 payloads
 8  HOLDS        every recorded row is what was recorded: 23 rows
 9  HOLDS        every blob is what was received: 2 blobs
10  HOLDS        every version and its segments have their digests: 2 versions, 1 segmentation
11  HOLDS        every piece of quoted evidence stands where it is said to stand: 4 quotes
12  NOT CHECKED  timestamps and witnesses: none are kept
Result: HOLDS; not checked: step 12
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("built")
    tiny.build(data)
    return data


@pytest.fixture
def data(built: Path, tmp_path: Path) -> Path:
    return shutil.copytree(built, tmp_path / "data")


def alter(data: Path, *statements: str) -> None:
    connection = sqlite.connect(str(data / "thabat.db"))
    guards = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in guards:
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute("PRAGMA ignore_check_constraints = ON")
    for statement in statements:
        assert connection.execute(statement).rowcount != 0, f"nothing altered: {statement}"
    for _, ddl in guards:
        connection.execute(ddl)
    connection.commit()
    connection.close()


def ask(data: Path, query: str) -> list[tuple]:
    connection = sqlite.connect(str(data / "thabat.db"))
    found = connection.execute(query).fetchall()
    connection.close()
    return found


def broken(data: Path, **given) -> dict[int, list[str]]:
    """Step number → what it names, of the steps that are BROKEN."""
    report = verify(data, **given)
    found = {step.number: list(step.broken) for step in report.steps if step.outcome == "BROKEN"}
    assert report.exit_code == (1 if found else 0)
    return found


def step(report: Report, number: int) -> Step:
    return report.steps[number - 1]


def blob_of(data: Path, capture: str) -> tuple[Digest, Path]:
    [(digest,)] = ask(data, f"SELECT sha256 FROM capture WHERE id = '{capture}'")
    return Digest(digest), BlobStore(data / "blobs").path(Digest(digest))


# --- nothing altered ---------------------------------------------------------------------------


def test_an_untouched_archive_holds(data: Path) -> None:
    """The whole report, as people read it."""
    report = verify(data)
    assert report.as_text() == CLEAN
    assert report.exit_code == 0


def test_verifying_changes_no_byte(data: Path) -> None:
    """Every file is after the verification what it was before."""

    def contents() -> dict[str, bytes]:
        return {str(path): path.read_bytes() for path in data.rglob("*") if path.is_file() and "db-" not in path.name}

    before = contents()
    verify(data)
    assert contents() == before


def test_a_copy_on_a_medium_that_cannot_be_written_is_verified(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite cannot put its files beside such a database, and none appear."""
    monkeypatch.setattr(package.source, "_writable", lambda _folder: False)
    assert verify(data).as_text() == CLEAN
    assert sorted(path.name for path in data.iterdir()) == ["blobs", "checkpoint", "keys", "thabat.db"]


def test_a_blob_without_a_row_is_no_fault(data: Path) -> None:
    """What a rolled-back transaction left behind is listed elsewhere."""
    BlobStore(data / "blobs").put(b"left over")
    assert broken(data) == {}


def test_each_step_is_heard_when_it_is_done(data: Path) -> None:
    """Twelve steps in order, under the numbers of the documentation."""
    heard: list[Step] = []
    report = verify(data, on_step=heard.append)
    assert tuple(heard) == report.steps
    assert [item.number for item in heard] == list(range(1, 13)) == list(TITLES)
    for number in TITLES:
        assert f"\n{number:>2}. " in (package.__doc__ or "")


def test_the_report_for_programs(data: Path) -> None:
    """The same facts as JSON."""
    told = json.loads(json.dumps(verify(data).as_dict()))
    assert (told["outcome"], told["exit_code"], told["not_checked"]) == ("HOLDS", 0, [12])
    assert told["steps"][7] == {
        "number": 8, "title": TITLES[8], "outcome": "HOLDS", "held": {"rows": 23}, "broken": [], "broken_count": 0,
        "not_checked": [],
    }  # fmt: skip


# --- blobs ----------------------------------------------------------------------------------------


def test_one_flipped_byte_of_a_blob_is_named(data: Path) -> None:
    """The blob by digest, capture and path, with the digest that it has now."""
    digest, path = blob_of(data, EN_CAPTURE)
    changed = bytearray(path.read_bytes())
    changed[5] ^= 1
    path.write_bytes(changed)
    where = path.relative_to(data)
    assert broken(data) == {
        9: [f"blob {digest} of capture {EN_CAPTURE}: {where} was changed, its SHA-256 is {Digest.of(changed)}"]
    }


def test_a_deleted_blob_is_named(data: Path) -> None:
    """And the evidence that stands only in it is not checked."""
    digest, path = blob_of(data, EN_CAPTURE)
    path.unlink()
    where = path.relative_to(data)
    assert broken(data) == {
        9: [f"blob {digest} of capture {EN_CAPTURE}: {where} cannot be read: No such file or directory"]
    }
    assert step(verify(data), 11).unchecked == (("their captures cannot be read", 1),)


def test_a_shortened_blob_is_named_with_its_size(data: Path) -> None:
    """How many bytes it has and how many it had."""
    digest, path = blob_of(data, EN_CAPTURE)
    whole = path.read_bytes()
    path.write_bytes(whole[:-1])
    where = path.relative_to(data)
    assert broken(data) == {
        9: [f"blob {digest} of capture {EN_CAPTURE}: {where} has {len(whole) - 1} bytes, expected {len(whole)}"]
    }


# --- rows -----------------------------------------------------------------------------------------


def recorded_rows() -> list[tuple[str, str, str]]:
    """Table and name of its key, for every recorded table."""
    return [(table.name, *(column.name for column in table.primary_key.columns)) for table in RECORDED]


@pytest.mark.parametrize(("table", "key"), recorded_rows())
def test_an_edited_row_is_named(data: Path, table: str, key: str) -> None:
    """One row of each recorded table: its table, its id and the entry that recorded it; nothing else is broken."""
    [(row, *_), *_] = ask(data, f"SELECT {key} FROM {table} ORDER BY 1")
    alter(data, f"UPDATE {table} SET recorded_at = '2001-01-01 00:00:00.000000' WHERE {key} = '{row}'")
    found = broken(data)
    assert list(found) == [8]
    assert len(found[8]) == 1
    assert found[8][0].startswith(f"{table} {row}, recorded by journal entry ")
    assert found[8][0].endswith("the row is not what was recorded")


@pytest.mark.parametrize(("table", "key"), recorded_rows())
def test_a_deleted_row_is_named(data: Path, table: str, key: str) -> None:
    """One row of each recorded table is taken out."""
    [(row, *_), *_] = ask(data, f"SELECT {key} FROM {table} ORDER BY 1")
    alter(data, f"DELETE FROM {table} WHERE {key} = '{row}'")
    [named] = broken(data)[8]
    assert named.startswith(f"{table} {row}, recorded by journal entry ")
    assert named.endswith("the row is missing")


@pytest.mark.parametrize(("table", "key"), recorded_rows())
def test_a_row_put_in_behind_the_journals_back_is_named(data: Path, table: str, key: str) -> None:
    """A copy of a row of each recorded table under another id; unique columns are varied with it."""
    unique = {"work": "deposit_key", "version": "number", "disclaimer": "wording_key", "disclaimer_use": "span_start"}
    unique |= {"agent_name": "language", "derivation": "kind", "segmentation": "recipe"}
    other = {"deposit_key": f"'{'0' * 64}'", "number": "7", "span_start": "1", "kind": "'revision'"}
    columns = [name for (_, name, *_) in ask(data, f"PRAGMA table_info({table})")]
    changed = {key: "'put-in'"}
    if table in unique:
        changed[unique[table]] = other.get(unique[table], "'zz'")
    values = ", ".join(changed.get(name, f'"{name}"') for name in columns)
    alter(data, f"INSERT INTO {table} SELECT {values} FROM {table} LIMIT 1")
    assert broken(data)[8] == [f"{table} put-in: the row is there, but no journal entry recorded it"]


def test_an_edited_text_is_named_by_row_and_by_column(data: Path) -> None:
    """One letter of a version: the row, the digest that no longer fits, the evidence that moved."""
    alter(data, "UPDATE version SET content = replace(content, 'Salma', 'Selma') WHERE title LIKE 'Olive%'")
    found = broken(data)
    assert list(found) == [8, 10, 11]
    assert found[8][0].startswith(f"version {EN_VERSION}, recorded by journal entry 1")
    assert found[10][0].startswith(f"version {EN_VERSION}, column canonical_sha256: the SHA-256 of the content is ")
    assert "expected “by Salma Qadri" in found[11][0]
    assert "found “by Selma Qadri" in found[11][0]


def test_an_edited_text_with_its_digest_made_to_fit_is_still_named(data: Path) -> None:
    """Whoever recomputes the version's digest has not recomputed the journal's."""
    [(content,)] = ask(data, f"SELECT content FROM version WHERE id = '{EN_VERSION}'")
    new = content.replace("water budget on", "other budget on")
    digest = Digest.of(new.encode())
    alter(data, f"UPDATE version SET content = '{new}', canonical_sha256 = '{digest}' WHERE id = '{EN_VERSION}'")
    assert list(broken(data)) == [8]


@pytest.mark.parametrize(
    ("change", "column"),
    [
        ("bytes_sha256 = canonical_sha256", "bytes_sha256"),
        ("layout = '[]'", "layout"),
        ("layout = 'rubbish'", "layout"),
        ("content = replace(content, 'é', 'e' || char(769)) || char(13)", "content"),
    ],
)
def test_a_versions_columns_are_told_apart(data: Path, change: str, column: str) -> None:
    """Which column of the version does not fit."""
    alter(data, f"UPDATE version SET {change} WHERE id = '{EN_VERSION}'")
    assert any(name.startswith(f"version {EN_VERSION}, column {column}: ") for name in broken(data)[10])


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [("work", "recorded_at", "yesterday"), ("capture", "removed", "[1,"), ("version", "flags", "[1.5]")],
)
def test_a_value_that_cannot_be_read_is_one_finding(data: Path, table: str, column: str, value: str) -> None:
    """A damaged value is named and the rest is checked all the same."""
    alter(data, f"UPDATE {table} SET {column} = '{value}' WHERE id = (SELECT min(id) FROM {table})")
    found = broken(data)
    assert list(found) == [8]
    assert len(found[8]) == 1
    assert column in found[8][0] or "/row/flags" in found[8][0]


@pytest.mark.parametrize("value", ["x'ff00'", "CAST(x'ff' AS TEXT)", "-7", "'zz'"])
@pytest.mark.parametrize("table", [*APPEND_ONLY, *UPDATE_REFUSED_ONLY], ids=lambda table: table.name)
def test_no_damage_stops_the_verification(data: Path, table: Table, value: str) -> None:
    """Every column of a row, key apart, replaced by a value of another type: found, named, and nothing is raised."""
    columns = [column.name for column in table.columns if not column.primary_key] or ["key_id"]
    change = ", ".join(f'"{name}" = {value}' for name in columns)
    alter(data, f'UPDATE "{table.name}" SET {change} WHERE rowid = (SELECT max(rowid) FROM "{table.name}")')
    report = verify(data)
    assert len(report.steps) == 12
    assert any(item.broken for item in report.steps[2:])


def test_a_blob_in_place_of_a_text_is_a_finding(data: Path) -> None:
    """SQLite lets a column hold any type; a text of the same bytes is not the same value."""
    alter(data, f"UPDATE version SET title = CAST(title AS BLOB) WHERE id = '{EN_VERSION}'")
    assert list(broken(data)) == [8]


def test_an_edited_segment_is_named_by_its_run(data: Path) -> None:
    """Segments are recorded through the digest of their run."""
    alter(data, "UPDATE segment SET kind = 'caption' WHERE ordinal = 0")
    [named] = broken(data)[10]
    assert named.startswith(f"segmentation {row_id(81)}: the SHA-256 of its segments is ")


def test_a_deleted_segment_is_counted(data: Path) -> None:
    """How many there were and are."""
    [(count,)] = ask(data, "SELECT count(*) FROM segment")
    alter(data, "DELETE FROM segment WHERE ordinal = 1")
    assert broken(data) == {10: [f"segmentation {row_id(81)}: expected {count} segments, found {count - 1}"]}


def test_segments_of_no_run_are_named(data: Path) -> None:
    """Segments that no recorded run made."""
    alter(data, "INSERT INTO segment SELECT 'stray', ordinal, kind, start, \"end\", paragraph FROM segment LIMIT 1")
    assert broken(data) == {10: ["segments of segmentation stray: there is no such run"]}


# --- evidence -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (f"UPDATE hop SET span_start = span_start + 1 WHERE id = '{tiny.AUTHOR_HOP}'", f"hop {tiny.AUTHOR_HOP}: expected"),
        (f"UPDATE hop SET quote = 'by nobody' WHERE id = '{tiny.AUTHOR_HOP}'", f"hop {tiny.AUTHOR_HOP}: expected “by nobody”"),
        (
            f"UPDATE hop SET quote = 'Photograph: nobody' WHERE id = '{tiny.PHOTO_HOP}'",
            f"hop {tiny.PHOTO_HOP}: “Photograph: nobody” is not in the capture",
        ),
        ("UPDATE derivation SET completeness_end = completeness_end + 1", f"derivation {row_id(35)}: expected “Excerpts"),
        ("UPDATE disclaimer_use SET span_end = span_end - 5", f"disclaimer_use {row_id(72)}: expected “This article"),
        ("UPDATE disclaimer SET wording = 'Another.'", f"disclaimer_use {row_id(72)}: expected “Another.”"),
    ],
)  # fmt: skip
def test_evidence_that_does_not_stand_there_is_named(data: Path, change: str, named: str) -> None:
    """The quote that was expected and the words that were found."""
    alter(data, change)
    found = broken(data)
    assert list(found) == [8, 11]
    assert found[11][0].startswith(named)


# --- the journal ----------------------------------------------------------------------------------


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
    assert found[8] == [f"segmentation {row_id(81)}: the row is there, but no journal entry recorded it"]


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


# --- payloads -------------------------------------------------------------------------------------


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
    with tiny.Database(f"sqlite:///{data / database}").write() as session:
        erase_payload(session, 4, at=tiny.at(9), actor="cli")
    report = verify(data)
    assert report.exit_code == 0
    assert step(report, 7).unchecked == (("erased on record", 1),)
    assert step(report, 8).unchecked == (("in no payload that was not erased", 1),)
    assert "Result: HOLDS; not checked: steps 7, 8, 12\n" in report.as_text()


# --- checkpoints and memory -----------------------------------------------------------------------


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
    database = tiny.Database(f"sqlite:///{data / 'thabat.db'}")
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
    database = tiny.Database(f"sqlite:///{data / 'thabat.db'}")
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


# --- the file -------------------------------------------------------------------------------------


def test_a_dropped_guard_is_named(data: Path) -> None:
    """The name of the trigger that is gone."""
    connection = sqlite.connect(str(data / "thabat.db"))
    connection.execute("DROP TRIGGER guard_version_update")
    connection.close()
    assert broken(data) == {2: ["guard guard_version_update is missing or altered"]}
    assert step(verify(data), 2).held == {"tables": 17}


def destroy(path: Path) -> None:
    path.write_bytes(b"this was a database " * 500)


def truncate(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


@pytest.mark.parametrize("damage", [Path.unlink, destroy])
def test_without_a_database_nothing_else_is_claimed(data: Path, damage: Callable[[Path], None]) -> None:
    """Step 1 is broken, eleven steps were not checked, and no file is made."""
    damage(data / "thabat.db")
    report = verify(data)
    assert report.exit_code == 1
    assert [item.outcome for item in report.steps] == ["BROKEN", *["NOT CHECKED"] * 11]


def test_half_a_database_is_broken_and_reported(data: Path) -> None:
    """Whatever is left is reported on; nothing is raised."""
    truncate(data / "thabat.db")
    report = verify(data)
    assert report.exit_code == 1
    assert len(report.steps) == 12


def test_another_schema_is_named_and_not_judged(data: Path) -> None:
    """A database of another release is not called tampered with, step by step."""
    alter(data, "UPDATE alembic_version SET version_num = '9999'")
    report = verify(data)
    assert step(report, 1).broken[0].startswith("schema: expected ")
    assert step(report, 1).broken[0].endswith("found 9999")
    assert {item.outcome for item in report.steps[1:]} == {"NOT CHECKED"}


def test_what_an_index_hides_is_found(data: Path) -> None:
    """A column edited under its index: queries by the index would miss it, the integrity check does not."""
    alter(data, "PRAGMA writable_schema = ON", "UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master"
          " WHERE name = 'ix_hop_agent_id') WHERE name = 'ix_hop_version_id'")  # fmt: skip
    assert 1 in broken(data)


# --- the report -----------------------------------------------------------------------------------


def test_a_wrecked_archive_has_a_readable_report() -> None:
    """So many are named, the rest is counted."""
    tally = Tally(8, "every row", ("row", "rows"))
    for number in range(MAX_NAMED + 7):
        tally.broken(f"row {number}")
    text = tally.step().as_text()
    assert text.startswith(f" 8  BROKEN       every row: 0 rows; {MAX_NAMED + 7} broken\n      - row 0\n")
    assert text.endswith(f"      - row {MAX_NAMED - 1}\n      - and 7 more")


def test_a_broken_report_names_its_steps(data: Path) -> None:
    """The last line says which steps are broken and which were not checked."""
    alter(data, f"DELETE FROM work WHERE id = '{THIRD_WORK}'")
    text = verify(data).as_text()
    assert (
        f" 8  BROKEN       every recorded row is what was recorded: 22 rows; 1 broken\n      - work {THIRD_WORK}, "
        in text
    )
    assert text.endswith("Result: BROKEN in step 8; not checked: step 12\n")
