"""Connections to the archive's database, and the two ways to use them: :meth:`Database.read`, :meth:`Database.write`.

Writers take the write lock when they begin (``BEGIN IMMEDIATE``): a transaction that starts by
reading and upgrades later fails under load whatever the busy timeout (PROVENANCE.md §7). Readers
cannot write (``query_only``). SQLite before 3.51.3 can lose committed data in WAL mode with two
connections, so we bundle a newer one (pysqlite3) and fall back to ``journal_mode=DELETE`` where
only an old one is there.

All SQLite-only SQL of the archive stands in this package.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any, Final

from sqlalchemy import Engine, create_engine, event, make_url
from sqlalchemy.exc import OperationalError
from sqlmodel import Session

from archive.errors import Unavailable

BUSY_TIMEOUT_MS: Final = 10_000
_SAFE_IN_WAL: Final = (3, 51, 3)
# Fixed in their own series too (https://sqlite.org/wal.html, "the WAL-reset bug").
_SAFE_SERIES: Final = {(3, 50): 7, (3, 44): 6}


def sqlite_module() -> ModuleType:
    """The newest SQLite at hand: the bundled one, else Python's own."""
    try:
        from pysqlite3 import dbapi2  # noqa: PLC0415 - optional by platform
    except ImportError:
        return sqlite3
    bundled: ModuleType = dbapi2
    return bundled


def is_safe_in_wal(version: tuple[int, ...]) -> bool:
    series, patch = (version[0], version[1]), version[2]
    return version >= _SAFE_IN_WAL or (series in _SAFE_SERIES and patch >= _SAFE_SERIES[series])


class Database:
    """An open database. Thread-safe; sessions are not, and belong to one thread each."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._module = sqlite_module()
        self.journal_mode = "WAL" if is_safe_in_wal(self._module.sqlite_version_info) else "DELETE"
        self._writing = threading.Lock()
        self.writer = self._engine(read_only=False)
        self.reader = self._engine(read_only=True)

    @property
    def sqlite_version(self) -> str:
        version: str = self._module.sqlite_version
        return version

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session that sees one consistent state and cannot write."""
        with _named_errors(), Session(self.reader, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """A session in one write transaction: committed when the block ends, rolled back when it raises."""
        with self._writing, _named_errors(), Session(self.writer, expire_on_commit=False) as session, session.begin():
            yield session

    def close(self) -> None:
        self.writer.dispose()
        self.reader.dispose()

    def _engine(self, *, read_only: bool) -> Engine:
        engine = create_engine(make_url(self.url), module=self._module, pool_size=8, max_overflow=24)
        event.listen(engine, "connect", self._prepare_reader if read_only else self._prepare_writer)
        begin = "BEGIN" if read_only else "BEGIN IMMEDIATE"
        event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
        return engine

    def _prepare_writer(self, connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # SQLAlchemy's begin event decides, not the driver
        for pragma in (
            f"busy_timeout = {BUSY_TIMEOUT_MS}",
            f"journal_mode = {self.journal_mode}",
            "synchronous = FULL",
            "foreign_keys = ON",
            "recursive_triggers = ON",
            "trusted_schema = OFF",
            "secure_delete = ON",  # an erased payload leaves the file, not only the index
            "temp_store = MEMORY",
        ):
            connection.execute(f"PRAGMA {pragma}")

    def _prepare_reader(self, connection: Any, record: Any) -> None:
        self._prepare_writer(connection, record)
        connection.execute("PRAGMA query_only = ON")


@contextmanager
def _named_errors() -> Iterator[None]:
    try:
        yield
    except OperationalError as error:
        reason = str(error.orig)
        if any(word in reason for word in ("locked", "busy", "disk is full", "unable to open", "disk I/O")):
            raise Unavailable(f"the database cannot be used at the moment: {reason}", code="database") from error
        raise
