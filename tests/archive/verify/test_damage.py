"""The database file and its guards, and values that no program of ours would write: reported, never raised."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from pysqlite3 import dbapi2 as sqlite
from sqlalchemy import Table

from archive.models import APPEND_ONLY, UPDATE_REFUSED_ONLY
from archive.verify import verify
from tests.archive.verify.tampering import alter, broken, step


def test_a_dropped_guard_is_named(data: Path) -> None:
    """The name of the trigger that is gone."""
    connection = sqlite.connect(str(data / "thabat.db"))
    connection.execute("DROP TRIGGER guard_version_update")
    connection.close()
    assert broken(data) == {2: ["guard guard_version_update is missing or altered"]}
    assert step(verify(data), 2).held == {"tables": 31}


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
