"""A deed: rows written and the journal entry that records them, in one transaction.

Whoever writes a recorded table does it through :class:`Deed`, so that no row can be written without
its digest in the journal, and no journal entry without its rows (DESIGN.md §4.2).
"""

from __future__ import annotations

from datetime import datetime
from typing import TypeVar

from sqlmodel import Session, SQLModel

from archive.journal import entries
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
        self._digests: list[Digest] = []

    def add(self, row: Row) -> Row:
        self._rows.append(row)
        return row

    def brought(self, digest: Digest) -> None:
        """Name a blob or a canonical text that came with this deed: its digest goes into the leaf itself."""
        self._digests.append(digest)

    def flush(self) -> None:
        """Write what was added so far, so that queries of this transaction see it."""
        self.session.add_all(self._rows)
        self.session.flush()

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
