"""The tamper matrix, first half: blobs, rows, texts, evidence. One alteration a test; the report names exactly that."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.models import RECORDED
from archive.values import Digest
from archive.verify import verify
from tests.archive.verify import tiny_archive as tiny
from tests.archive.verify.tampering import alter, ask, blob_of, broken, step
from tests.archive.verify.tiny_archive import EN_CAPTURE, EN_VERSION, row_id


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
    unique |= {"agent_name": "language", "derivation": "kind", "segmentation": "recipe", "alignment": "recipe"}
    unique |= {"machine_request": "repeat", "machine_run": "target_version_id"}
    other = {"repeat": "9", "deposit_key": f"'{'0' * 64}'", "number": "7", "span_start": "1", "kind": "'revision'"}
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
