"""Fixtures strategy: ``data`` is an empty data directory with its key; ``database`` its database, migrated.

``entry(database, …)`` appends one deed. Nothing here knows the intake: journal tests write rows of the
simplest recorded table (``work``) themselves.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from archive.database import Database, upgrade
from archive.journal.custody import Custody
from archive.journal.entries import append
from archive.models import Work
from archive.models.works import WorkKind
from archive.values import Digest

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@pytest.fixture
def custody(tmp_path: Path) -> Custody:
    custody = Custody(tmp_path)
    custody.create("archive.example/log")
    return custody


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(f"sqlite:///{tmp_path / 'thabat.db'}")
    upgrade(database)
    yield database
    database.close()


def work(number: int) -> Work:
    return Work(
        id=f"0198c0de-0000-7000-8000-{number:012d}",
        kind=WorkKind.NEWS,
        deposit_key=Digest.of(str(number).encode()),
        note=f"عمل {number}",
        recorded_at=NOW + timedelta(minutes=number),
    )


def deposit(database: Database, *numbers: int) -> None:
    """Write works and the entries that record them, one transaction each."""
    for number in numbers:
        with database.write() as session:
            row = work(number)
            session.add(row)
            append(session, kind="deposit", at=row.recorded_at, actor="cli", entity=row.id, rows=[row])
