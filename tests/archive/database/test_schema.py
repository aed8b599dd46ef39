"""Migrations and models say the same."""

from pathlib import Path

import pytest
from alembic import command
from sqlalchemy.exc import IntegrityError

from archive.database import Database, require_current, upgrade
from archive.database.schema import _config, drift
from archive.errors import Broken, Unavailable

_CAPTURE = (
    "INSERT INTO capture VALUES ('{0}', '" + "0" * 64 + "', 3, 'text/plain', 'utf-8', 'bom', 100, '{1}', NULL, NULL,"
    " NULL, '[]', '2026-11-01 08:00:00')"
)
_VERSION = (
    "INSERT INTO version VALUES ('v', 't', 1, NULL, '{0}', '', NULL, 'abc', '[]', '" + "0" * 64 + "', '" + "0" * 64
    + "', 'read', NULL, NULL, NULL, NULL, NULL, '{{}}', '[]', '2026-11-01 08:00:00')"
)  # fmt: skip
_WORK = "INSERT INTO work VALUES ('w', 'news', NULL, '" + "1" * 64 + "', NULL, '2026-11-01 08:00:00')"
_TEXT = "INSERT INTO text VALUES ('t', 'w', 'original', 'ar', '2026-11-01 08:00:00')"


def test_models_and_migrations_agree(database: Database) -> None:
    """`alembic check` finds nothing to generate."""
    with database.writer.connect() as connection:
        assert drift(connection) == []


def test_a_database_without_schema_is_refused(tmp_path) -> None:
    """An empty file is not taken for an archive."""
    empty = Database(f"sqlite:///{tmp_path / 'empty.db'}")
    with pytest.raises(Unavailable, match="schema none"):
        require_current(empty)
    empty.close()


def _older(path: Path, *statements: str) -> Database:
    """An archive of the release before machine runs, with these rows, written as they come."""
    database = Database(f"sqlite:///{path / 'thabat.db'}")
    with database.writer.connect() as connection, connection.begin():
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "0002")
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        for statement in statements:
            connection.exec_driver_sql(statement)
    return database


def test_captures_survive_the_copy_of_their_table(tmp_path: Path) -> None:
    """0003 copies ``capture``, which versions refer to: rows, checks, references and guards are there afterwards."""
    database = _older(tmp_path, _WORK, _TEXT, _CAPTURE.format("c", "file"), _VERSION.format("c"))
    upgrade(database)
    require_current(database)
    with database.writer.connect() as connection:
        assert connection.exec_driver_sql("SELECT capture_id FROM version").scalar() == "c"
        assert connection.exec_driver_sql("SELECT method FROM capture").scalar() == "file"
        connection.exec_driver_sql(_CAPTURE.format("m", "machine"))
        for refused, why in (
            (_CAPTURE.format("x", "telegraph"), "capturemethod"),
            (_CAPTURE.format("x", "file").replace(", 3,", ", 0,"), "size_is_positive"),
            (_TEXT.replace("'t', 'w'", "'t2', 'nobody'"), "FOREIGN KEY"),
            ("DELETE FROM capture", "append-only"),
        ):
            with pytest.raises(IntegrityError, match=why):
                connection.exec_driver_sql(refused)
    database.close()


def test_a_migration_that_would_leave_a_dangling_row_is_rolled_back(tmp_path: Path) -> None:
    """A version whose capture is not there, in a file that somebody wrote into: named, and the schema stays the old one."""
    database = _older(tmp_path, _WORK, _TEXT, _CAPTURE.format("c", "file"), _VERSION.format("c"))
    stranger = database._module.connect(str(tmp_path / "thabat.db"))
    stranger.execute("DELETE FROM capture")
    stranger.commit()
    stranger.close()
    with pytest.raises(Broken, match="refer to nothing, in version"):
        upgrade(database)
    with pytest.raises(Unavailable, match="at schema 0002"):
        require_current(database)
    database.close()
