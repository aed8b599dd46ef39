"""Steps 3 and 4: the journal's entries, and the Merkle tree recomputed from their bodies.

One pass over the entries does both, and brings what later steps need: the roots at the sizes that
checkpoints speak of, and which payloads were erased on record. The tree is recomputed from the
*bodies*; nothing stored is trusted but them. Entries beyond a gap have no place in the tree, so the
tree ends at the first gap.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, Final

from sqlalchemy import Connection, func, select

from archive.journal.canonical import LEAF_VERSION, parse_canonical
from archive.journal.entries import ERASURE
from archive.journal.merkle import Frontier, Position, leaf_hash
from archive.models import JournalEntry, JournalNode, table_of
from archive.verify.report import Tally
from archive.verify.source import raw, readable, stream

_ENTRIES = table_of(JournalEntry)
_NODES = table_of(JournalNode)
_CHUNK: Final = 1024  # leaves between two looks at the stored nodes


@dataclass(slots=True)
class Walk:
    """What the pass over the entries found. ``size`` counts the entries before the first gap."""

    sizes: frozenset[int]
    roots: dict[int, bytes] = field(default_factory=dict)
    erased: set[int] = field(default_factory=set)
    gap: bool = False
    frontier: Frontier = field(default_factory=lambda: Frontier(0, []))

    @property
    def size(self) -> int:
        return self.frontier.size

    def take(self, body: bytes) -> list[tuple[Position, bytes]]:
        completed = self.frontier.append(leaf_hash(body))
        self.note_root()
        return completed

    def note_root(self) -> None:
        if self.size in self.sizes:
            self.roots[self.size] = self.frontier.root()


def check_tree(connection: Connection, entries: Tally, nodes: Tally, sizes: Iterable[int]) -> Walk:
    """(3) and (4). ``sizes``: those whose roots are wanted."""
    walk = Walk(frozenset(sizes))
    walk.note_root()
    with readable(entries):
        _pass(connection, entries, nodes, walk)
    with readable(nodes):
        _check_surplus(connection, nodes, walk)
    return walk


def _pass(connection: Connection, entries: Tally, nodes: Tally, walk: Walk) -> None:
    pending: list[tuple[Position, bytes]] = []
    expected = 0
    for row in stream(connection, select(*raw(_ENTRIES)).order_by(_ENTRIES.c.seq)):
        if row["seq"] != expected:
            _report_gap(entries, nodes, walk, expected, row["seq"])
        expected = row["seq"] + 1
        body = _as_bytes(row["body"])
        _check_entry(entries, walk, row, body)
        if not walk.gap:
            pending += walk.take(body)
        if len(pending) >= 2 * _CHUNK:
            _compare(connection, nodes, pending)
            pending = []
    _compare(connection, nodes, pending)


def _report_gap(entries: Tally, nodes: Tally, walk: Walk, first: int, after: int) -> None:
    """Entries ``first`` to ``after - 1`` are not there."""
    which = f"entry {first} is" if after - first == 1 else f"entries {first} to {after - 1} are"
    entries.broken(f"journal {which} missing")
    if not walk.gap:
        nodes.broken(f"the tree cannot be recomputed beyond {walk.size} entries: journal {which} missing")
    walk.gap = True


def _as_bytes(body: object) -> bytes:
    return body if isinstance(body, bytes) else str(body).encode()


def _check_entry(tally: Tally, walk: Walk, row: Mapping[str, Any], body: bytes) -> None:
    """The body is a leaf, and the columns beside it say what it says."""
    name = f"journal entry {row['seq']}"
    try:
        leaf = parse_canonical(body)
    except ValueError:
        leaf = {}
    if leaf.get("v") != LEAF_VERSION:
        tally.broken(f"{name}, column body: it is not a leaf in canonical form")
        return
    if leaf["type"] == ERASURE:
        walk.erased.add(_erased_seq(str(leaf["entity"])))
    expected = {"leaf_hash": leaf_hash(body).hex(), "kind": leaf["type"], "entity": leaf["entity"]}
    faults = [column for column, value in expected.items() if row[column] != value]
    for column in faults:
        tally.broken(f"{name}, column {column}: its body says {expected[column]}, found {row[column]}")
    if not faults:
        tally.holds()


def _erased_seq(entity: str) -> int:
    number = entity.removeprefix("journal:")
    return int(number) if number.isdecimal() else -1


def _compare(connection: Connection, tally: Tally, computed: list[tuple[Position, bytes]]) -> None:
    """Nodes as computed against nodes as stored, one query a level. Leaf hashes were compared in step 3."""
    inner = sorted(item for item in computed if item[0].level)
    for level, group in groupby(inner, key=lambda item: item[0].level):
        wanted = {position.place: node.hex() for position, node in group}
        query = select(*raw(_NODES, "index", "hash")).where(
            _NODES.c.level == level, _NODES.c.index.between(min(wanted), max(wanted))
        )
        stored = {row["index"]: row["hash"] for row in stream(connection, query)}
        for place, node in wanted.items():
            found = stored.get(place, "none")
            tally.check(holds=found == node, name=f"journal node {level}/{place}: expected {node}, found {found}")


def _check_surplus(connection: Connection, tally: Tally, walk: Walk) -> None:
    """Nodes over entries that are not there."""
    if walk.gap:
        return
    highest = select(_NODES.c.level, func.max(_NODES.c.index)).group_by(_NODES.c.level)
    for level, last in connection.execute(highest):
        complete = walk.size >> level
        if last >= complete:
            query = select(_NODES.c.index).where(_NODES.c.level == level, _NODES.c.index >= complete)
            for place in connection.execute(query).scalars():
                tally.broken(f"journal node {level}/{place}: it covers entries that are not there")
