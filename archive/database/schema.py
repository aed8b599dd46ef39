"""Bring a database to the schema of this release: Alembic migrations, then the guards, then a check."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from typing import Any

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection
from sqlmodel import SQLModel

from archive.database import guards
from archive.database.engine import Database
from archive.errors import Broken, Unavailable


def upgrade(database: Database) -> None:
    """Run every migration that is owed and put the guards back (a batch migration drops them)."""
    with database.writer.connect() as connection, _references_unchecked(connection), connection.begin():
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        guards.install(connection)
        _require_references(connection)


@contextmanager
def _references_unchecked(connection: Connection) -> Iterator[None]:
    """A table that others refer to can be copied and renamed only so (sqlite.org/lang_altertable.html, §7)."""
    driver: Any = connection.connection.driver_connection
    driver.execute("PRAGMA foreign_keys = OFF")  # before the transaction: inside it this does nothing
    try:
        yield
    finally:
        driver.execute("PRAGMA foreign_keys = ON")


def _require_references(connection: Connection) -> None:
    """Roll the migration back rather than leave a row that refers to nothing."""
    dangling = {row[0] for row in connection.exec_driver_sql("PRAGMA foreign_key_check")}
    if dangling:
        raise Broken(f"after the migration rows refer to nothing, in {', '.join(sorted(dangling))}", code="schema")


def require_current(database: Database) -> None:
    """Fail closed: refuse a database of another release, or one whose guards are gone."""
    with database.reader.connect() as connection:
        here, head = current_revision(connection), head_revision()
        if here != head:
            raise Unavailable(
                f"the database is at schema {here or 'none'}, this release needs {head}: "
                "run `thabat init` to migrate it",
                code="schema",
            )
        absent = guards.missing(connection)
        if absent:
            raise Broken(f"append-only guards are missing from the database: {', '.join(absent)}", code="guards")


def current_revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def head_revision() -> str | None:
    return ScriptDirectory.from_config(_config()).get_current_head()


def drift(connection: Connection) -> list[object]:
    """What the models say and the migrations do not: empty when ``alembic check`` would pass."""
    return list(compare_metadata(MigrationContext.configure(connection), SQLModel.metadata))


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(files("migrations")))
    return config
