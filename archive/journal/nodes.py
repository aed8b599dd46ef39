"""The journal's Merkle nodes in the database: the :class:`archive.journal.merkle.NodeStore` of the archive.

Leaf hashes stand in ``journal_entry``, the hashes of complete subtrees in ``journal_node``. What a
node means, and which are read and written, is decided in :mod:`archive.journal.merkle`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import and_, insert, or_, select
from sqlmodel import Session

from archive.errors import Broken
from archive.journal.merkle import Position
from archive.models import JournalEntry, JournalNode, table_of

_ENTRIES = table_of(JournalEntry)
_NODES = table_of(JournalNode)


class SqlNodes:
    """Nodes as one session sees them. Leaves are written by :func:`archive.journal.entries.append`."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def read(self, positions: Sequence[Position]) -> Mapping[Position, bytes]:
        """Every asked node, in two queries; :class:`Broken` with the name of one that is not there."""
        found = {**self._leaves(positions), **self._inner(positions)}
        for position in positions:
            if position not in found:
                raise Broken(
                    f"journal node {position.level}/{position.place} was expected, found none", code="node-missing"
                )
        return found

    def write(self, nodes: Sequence[tuple[Position, bytes]]) -> None:
        rows = [
            {"level": position.level, "index": position.place, "hash": node.hex()}
            for position, node in nodes
            if position.level
        ]
        if rows:
            self.session.execute(insert(_NODES), rows)

    def _leaves(self, positions: Sequence[Position]) -> dict[Position, bytes]:
        places = [position.place for position in positions if position.level == 0]
        if not places:
            return {}
        query = select(_ENTRIES.c.seq, _ENTRIES.c.leaf_hash).where(_ENTRIES.c.seq.in_(places))
        return {Position(0, seq): bytes.fromhex(node) for seq, node in self.session.execute(query)}

    def _inner(self, positions: Sequence[Position]) -> dict[Position, bytes]:
        inner = [
            and_(_NODES.c.level == position.level, _NODES.c.index == position.place)
            for position in positions
            if position.level
        ]
        if not inner:
            return {}
        query = select(_NODES.c.level, _NODES.c.index, _NODES.c.hash).where(or_(*inner))
        return {Position(level, place): bytes.fromhex(node) for level, place, node in self.session.execute(query)}
