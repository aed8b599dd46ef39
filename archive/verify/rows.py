"""Steps 7 and 8: the journal's payloads, and every recorded row against the digest in them.

The digests of all rows go into a scratch database that SQLite keeps in a temporary file and deletes,
so memory stays bounded whatever the size of the archive. Only payloads that fit their leaves count.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from typing import Any

from sqlalchemy import Connection, Table, select

from archive.journal.canonical import body_hmac, parse_canonical, row_digest
from archive.journal.entries import row_name
from archive.models import RECORDED, JournalEntry, JournalPayload, table_of
from archive.verify.report import Tally
from archive.verify.source import batches, facts, raw, readable, stream
from archive.verify.tree import Walk

_ENTRIES = table_of(JournalEntry)
_PAYLOADS = table_of(JournalPayload)


class Recorded:
    """The digests that the journal holds, until the row that each belongs to has been seen."""

    def __init__(self, scratch: sqlite3.Connection) -> None:
        self.scratch = scratch
        scratch.execute("CREATE TABLE recorded (tbl, id, seq, digest, PRIMARY KEY (tbl, id, seq)) WITHOUT ROWID")

    def add(self, seq: int, rows: Mapping[str, Mapping[str, str]]) -> None:
        self.scratch.executemany(
            "INSERT INTO recorded VALUES (?, ?, ?, ?)",
            ((table, row, seq, digest) for table, digests in rows.items() for row, digest in digests.items()),
        )

    def take(self, table: str, rows: Sequence[str]) -> dict[str, list[tuple[int, str]]]:
        """Row → (entry, digest)… of the given rows, which are struck off."""
        asked = (table, json.dumps(rows))
        where = "WHERE tbl = ? AND id IN (SELECT value FROM json_each(?))"
        found: dict[str, list[tuple[int, str]]] = {}
        for row, seq, digest in self.scratch.execute(f"SELECT id, seq, digest FROM recorded {where}", asked):  # noqa: S608
            found.setdefault(row, []).append((seq, digest))
        self.scratch.execute(f"DELETE FROM recorded {where}", asked)  # noqa: S608
        return found

    def left(self) -> Iterator[tuple[str, str, int]]:
        """Table, row and entry of every row that was not seen."""
        yield from self.scratch.execute("SELECT tbl, id, seq FROM recorded ORDER BY tbl, id, seq")


@contextmanager
def recorded() -> Iterator[Recorded]:
    with closing(sqlite3.connect("", isolation_level=None)) as scratch:
        scratch.execute("BEGIN")
        yield Recorded(scratch)


def check_payloads(connection: Connection, tally: Tally, walk: Walk, known: Recorded) -> int:
    """(7) Every payload has the HMAC that its leaf holds. Returns how many were erased on record."""
    erased = 0
    joined = _ENTRIES.outerjoin(_PAYLOADS, _ENTRIES.c.seq == _PAYLOADS.c.seq)
    query = select(*raw(_ENTRIES, "seq", "body"), *raw(_PAYLOADS, "salt", "payload")).select_from(joined)
    with readable(tally):
        for row in stream(connection, query.order_by(_ENTRIES.c.seq)):
            if row["payload"] is not None:
                _check_payload(tally, row, known)
            elif row["seq"] in walk.erased:
                erased += 1
            else:
                tally.broken(f"journal entry {row['seq']}: its payload is gone, and no entry says it was erased")
        _check_strays(connection, tally)
    if erased:
        tally.not_checked("erased on record", erased)
    return erased


def _check_payload(tally: Tally, row: Mapping[str, Any], known: Recorded) -> None:
    try:
        said = parse_canonical(str(row["body"]).encode())["payload_hmac"]
        found: str | None = body_hmac(bytes.fromhex(str(row["salt"])), str(row["payload"]).encode())
    except (ValueError, KeyError):
        said, found = None, None
    if said is None or said != found:
        tally.broken(f"journal entry {row['seq']}: its payload does not fit the HMAC in its leaf")
        return
    tally.holds()
    known.add(row["seq"], json.loads(row["payload"])["rows"])


def _check_strays(connection: Connection, tally: Tally) -> None:
    query = select(_PAYLOADS.c.seq).where(_PAYLOADS.c.seq.not_in(select(_ENTRIES.c.seq))).order_by(_PAYLOADS.c.seq)
    for seq in connection.execute(query).scalars():
        tally.broken(f"payload {seq}: there is no journal entry {seq}")


def check_rows(connection: Connection, tally: Tally, known: Recorded, erased: int) -> None:
    """(8) Every row of every recorded table has its digest; every digest has its row."""
    with readable(tally):
        for table in RECORDED:
            for rows in batches(connection, table):
                _check_batch(tally, table, rows, known, erased)
    for table_name, row, seq in known.left():
        tally.broken(f"{table_name} {row}, recorded by journal entry {seq}: the row is missing")


def _check_batch(tally: Tally, table: Table, rows: Sequence[Mapping[str, Any]], known: Recorded, erased: int) -> None:
    by_name = {row_name(table, row): row for row in rows}
    digests = known.take(table.name, list(by_name))
    for name, row in by_name.items():
        if name in digests:
            _check_row(tally, table, name, row, digests[name])
        elif erased:
            tally.not_checked("in no payload that was not erased")
        else:
            tally.broken(f"{table.name} {name}: the row is there, but no journal entry recorded it")


def _check_row(
    tally: Tally, table: Table, name: str, row: Mapping[str, Any], digests: Sequence[tuple[int, str]]
) -> None:
    try:
        found: str | None = row_digest(table.name, facts(table, row))
        said = "the row is not what was recorded"
    except ValueError as error:
        found, said = None, str(error)
    faults = [seq for seq, digest in digests if digest != found]
    for seq in faults:
        tally.broken(f"{table.name} {name}, recorded by journal entry {seq}: {said}")
    if not faults:
        tally.holds()
