"""The data directory as the verifier sees it: the database opened read-only, one state for all steps.

Opens the file itself instead of going through :class:`archive.database.Database`: that one sets the
journal mode when it connects and creates a file that is not there. Values come as the file holds
them (:func:`raw`), without the models' types between, so that a damaged value is a finding about one
row and not the end of the reading.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from sqlalchemy import JSON, Boolean, Connection, NullPool, Select, Table, column, create_engine, event, select
from sqlalchemy.exc import DBAPIError
from sqlmodel.sql.sqltypes import UTCDateTime

from archive.database.engine import BUSY_TIMEOUT_MS, sqlite_module
from archive.journal.note import VerifierKey
from archive.store.blobs import BlobStore
from archive.verify.report import Tally

DATABASE_NAME: Final = "thabat.db"
BATCH: Final = 500
"""Rows held in memory at a time."""


@dataclass(frozen=True, slots=True)
class Source:
    """What is verified. ``remembered`` was read before the database was opened, so it is never the newer one."""

    connection: Connection
    blobs: BlobStore
    key: VerifierKey | None
    remembered: str | None
    held_elsewhere: str | None


@contextmanager
def read_only(path: Path) -> Iterator[Connection]:
    """One read transaction on the database file, which is neither created nor changed.

    SQLite puts its usual ``-wal`` and ``-shm`` files, empty, beside a database in WAL mode when they are not there.
    """
    # A WAL database on a medium that cannot be written opens only as immutable; nobody writes to it there.
    fixed = "&immutable=1" if not _writable(path.parent) and not path.with_name(f"{path.name}-wal").exists() else ""
    uri = f"file:{quote(str(path.resolve()))}?mode=ro{fixed}"
    engine = create_engine("sqlite://", module=sqlite_module(), poolclass=NullPool, creator=lambda: _connect(uri))
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


def _connect(uri: str) -> Any:
    connection = sqlite_module().connect(uri, uri=True, isolation_level=None, timeout=BUSY_TIMEOUT_MS / 1000)
    connection.text_factory = _text
    return connection


def _text(stored: bytes) -> str | bytes:
    """Text that is not UTF-8 stays bytes: no recorded text is equal to it, and reading goes on."""
    try:
        return stored.decode()
    except UnicodeDecodeError:
        return stored


def _writable(folder: Path) -> bool:
    return os.access(folder, os.W_OK)


@contextmanager
def readable(tally: Tally) -> Iterator[None]:
    """What cannot be read is broken, and no reason to stop: the file may hold anything, of any type, anywhere."""
    try:
        yield
    except DBAPIError as error:
        tally.broken(f"the database cannot be read: {error.orig}")
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        tally.broken(f"a stored value is not of its kind: {error}")


def raw(table: Table, *names: str) -> list[Any]:
    """Columns of ``table`` (all, or by name) whose values come as they are stored."""
    wanted = names or tuple(item.name for item in table.columns)
    return [column(name, _selectable=table).label(name) for name in wanted]


def stream(connection: Connection, query: Select[Any]) -> Iterator[dict[str, Any]]:
    """Rows of ``query``, a batch in memory at a time."""
    for row in connection.execute(query, execution_options={"yield_per": BATCH}).mappings():
        yield dict(row)


def batches(connection: Connection, table: Table) -> Iterator[list[dict[str, Any]]]:
    """All rows of ``table`` as stored, in batches, by primary key."""
    query = select(*raw(table)).order_by(*table.primary_key.columns)
    for part in connection.execute(query, execution_options={"yield_per": BATCH}).mappings().partitions():
        yield [dict(row) for row in part]


class UnreadableError(ValueError):
    """A stored value that its column's type cannot have."""

    def __init__(self, name: str, value: object) -> None:
        super().__init__(f"column {name} cannot be read, found {str(value)[:80]!r}")


def facts(table: Table, row: Mapping[str, Any]) -> dict[str, Any]:
    """A stored row as the values that its digest was made of."""
    return {item.name: _fact(item.name, item.type, row[item.name]) for item in table.columns}


def _fact(name: str, kind: object, value: Any) -> Any:
    if value is None:
        return None
    try:
        if isinstance(kind, JSON):
            return json.loads(value)
        if isinstance(kind, UTCDateTime):
            return datetime.fromisoformat(value).replace(tzinfo=UTC)
        if isinstance(kind, Boolean):
            return {0: False, 1: True}[value]
    except (KeyError, TypeError, ValueError) as error:
        raise UnreadableError(name, value) from error
    return value
