"""A deed: rows written and the journal entry that records them, in one transaction.

Whoever writes a recorded table does it through :class:`Deed`, so that no row can be written without
its digest in the journal, and no journal entry without its rows (DESIGN.md §4.2).
"""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Table, insert
from sqlmodel import Session, SQLModel

from archive.journal import entries
from archive.models import table_of
from archive.models.base import column_values
from archive.values import Digest

Row = TypeVar("Row", bound=SQLModel)


class Deed:
    """Collects the rows of one deed; :meth:`close` writes them and appends the entry.

    ``kind`` is a verb ("deposit"), ``actor`` the id of an API key or the name of a door ("cli"),
    ``entity`` the id of what it was done to.
    """

    def __init__(self, session: Session, *, kind: str, actor: str, entity: str, at: datetime) -> None:
        self.session = session
        self.kind = kind
        self.actor = actor
        self.entity = entity
        self.at = at
        self._rows: list[SQLModel] = []
        self._written = 0
        self._digests: list[Digest] = []

    def add(self, row: Row) -> Row:
        self._rows.append(row)
        return row

    def brought(self, digest: Digest) -> None:
        """Name a blob or a canonical text that came with this deed: its digest goes into the leaf itself."""
        self._digests.append(digest)

    def flush(self) -> None:
        """Write what was added so far, so that queries of this transaction see it.

        One statement a table, tables in the order of their foreign keys: SQLAlchemy's unit of work
        orders by relationships, and these tables have none.
        """
        waiting: dict[Table, list[dict[str, Any]]] = defaultdict(list)
        for row in self._rows[self._written :]:
            waiting[table_of(type(row))].append(column_values(row))
        for table in SQLModel.metadata.sorted_tables:
            if table in waiting:
                self.session.execute(insert(table), waiting[table])
        self._written = len(self._rows)

    def close(self) -> int:
        """Write all rows and the entry; return the entry's sequence number."""
        self.flush()
        return entries.append(
            self.session,
            kind=self.kind,
            at=self.at,
            actor=self.actor,
            entity=self.entity,
            digests=tuple(dict.fromkeys(self._digests)),
            rows=self._rows,
        ).seq
