"""Steps 1 and 2: the database file, its schema, and the guards that refuse changes."""

from __future__ import annotations

from sqlalchemy import Connection

from archive.database import guards
from archive.database.schema import current_revision, head_revision
from archive.models import APPEND_ONLY, UPDATE_REFUSED_ONLY
from archive.verify.report import Tally
from archive.verify.source import readable


def check_file(connection: Connection, tally: Tally) -> bool:
    """(1) The file is sound and of this release's schema. Whether the other steps can be taken at all."""
    current = False
    with readable(tally):
        for complaint in connection.exec_driver_sql("PRAGMA integrity_check(20)").scalars():
            if complaint != "ok":
                tally.broken(f"the database file: {complaint}")
        here, head = current_revision(connection), head_revision()
        current = here == head
        tally.check(holds=current, name=f"schema: expected {head}, found {here or 'none'}")
    return current


def check_guards(connection: Connection, tally: Tally) -> None:
    """(2) Every append-only guard is there, worded as it should be."""
    with readable(tally):
        absent = guards.missing(connection)
        for name in absent:
            tally.broken(f"guard {name} is missing or altered")
        tally.holds(len(APPEND_ONLY) + len(UPDATE_REFUSED_ONLY) - len({_table(name) for name in absent}))


def _table(guard: str) -> str:
    """``guard_agent_name_insert_0`` → ``agent_name``."""
    stem = guard.removeprefix("guard_").rstrip("0123456789").rstrip("_")
    return stem.rpartition("_")[0]
