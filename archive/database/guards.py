"""The seat belt: triggers by which the database itself refuses to change what is kept.

UPDATE and DELETE are refused on every append-only table. INSERT OR REPLACE deletes without firing
delete triggers unless ``recursive_triggers`` is on, and a stranger's connection may not have it on;
so a BEFORE INSERT guard refuses any row whose primary or unique key is taken. On journal payloads
only UPDATE is refused: erasing one is a right (PROVENANCE.md §2). The proof is not here; it is the
checkpoint that others hold.

Batch migrations copy tables and lose their triggers, so :func:`install` runs after every migration
and :func:`missing` at every start, which fails closed.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, Table, UniqueConstraint, text

from archive.models import APPEND_ONLY, UPDATE_REFUSED_ONLY

_PREFIX = "guard"


def install(connection: Connection) -> None:
    """Create every guard that is not there yet, exactly as written here."""
    for name, ddl in _statements():
        connection.execute(text(f"DROP TRIGGER IF EXISTS {name}"))
        connection.execute(text(ddl))


def missing(connection: Connection) -> tuple[str, ...]:
    """Names of guards that are absent or not worded as they should be."""
    rows = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))
    found: dict[str, str] = {row.name: row.sql for row in rows}
    return tuple(name for name, ddl in _statements() if found.get(name) != ddl)


def _statements() -> Iterator[tuple[str, str]]:
    for table in APPEND_ONLY:
        yield _refusal(table, "update")
        yield _refusal(table, "delete")
        yield from _no_replacement(table)
    for table in UPDATE_REFUSED_ONLY:
        yield _refusal(table, "update")
        yield from _no_replacement(table)


def _refusal(table: Table, verb: str) -> tuple[str, str]:
    name = f"{_PREFIX}_{table.name}_{verb}"
    return name, (
        f'CREATE TRIGGER {name} BEFORE {verb.upper()} ON "{table.name}" '
        f"BEGIN SELECT RAISE(ABORT, '{table.name} is append-only: {verb} refused'); END"
    )


def _no_replacement(table: Table) -> Iterator[tuple[str, str]]:
    for number, columns in enumerate(_keys(table)):
        taken = " AND ".join(f'"{column}" = NEW."{column}"' for column in columns)
        name = f"{_PREFIX}_{table.name}_insert_{number}"
        select = f'SELECT 1 FROM "{table.name}" WHERE {taken}'  # noqa: S608 - the names are the models'
        refusal = f"SELECT RAISE(ABORT, 'UNIQUE: {table.name} has this {' + '.join(columns)} already')"
        yield name, f'CREATE TRIGGER {name} BEFORE INSERT ON "{table.name}" WHEN EXISTS ({select}) BEGIN {refusal}; END'


def _keys(table: Table) -> list[tuple[str, ...]]:
    unique = [
        tuple(column.name for column in constraint.columns)
        for constraint in table.constraints
        if isinstance(constraint, UniqueConstraint)
    ]
    unique += [(index.columns[0].name,) for index in table.indexes if index.unique and len(index.columns) == 1]
    primary = tuple(column.name for column in table.primary_key.columns)
    return [primary, *sorted(set(unique))]
