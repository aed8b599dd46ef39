"""Migrations and models say the same."""

import pytest

from archive.database import Database, require_current
from archive.database.schema import drift
from archive.errors import Unavailable


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
