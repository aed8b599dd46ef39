"""The Merkle tree of the journal: appending to it, its roots, and proofs about it.

Pure: nodes are read and written through the :class:`NodeStore` that the caller brings; database,
leaves' contents and signatures are other modules' business. The tree is that of RFC 6962 §2.1,
the proof algorithms are those of RFC 9162 §2.1.3 and §2.1.4, whose names are kept.

Only complete subtrees are stored: node ``(level, place)`` covers the leaves
``[place·2^level, (place+1)·2^level)`` and never changes again once it stands. Every root and every
proof is folded from such nodes, which one batched read brings.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple, Protocol, Self

HASH_BYTES: Final = 32
EMPTY_ROOT: Final = hashlib.sha256(b"").digest()


class Position(NamedTuple):
    """A complete subtree: ``level`` 0 is the leaves, ``place`` counts from the left, from 0."""

    level: int
    place: int


class Range(NamedTuple):
    """Leaves ``[start, end)``, as the RFC writes ``D[start:end]``."""

    start: int
    end: int


class NodeStore(Protocol):
    """Where the nodes of complete subtrees are kept."""

    def read(self, positions: Sequence[Position]) -> Mapping[Position, bytes]:
        """Every asked node; a node that is not there raises."""

    def write(self, nodes: Sequence[tuple[Position, bytes]]) -> None:
        """Nodes that were not there before."""


class MemoryNodes(dict[Position, bytes]):
    """A :class:`NodeStore` in memory, for checking a tree from its leaves."""

    def read(self, positions: Sequence[Position]) -> Mapping[Position, bytes]:
        return {position: self[position] for position in positions}

    def write(self, nodes: Sequence[tuple[Position, bytes]]) -> None:
        self.update(nodes)


def leaf_hash(body: bytes) -> bytes:
    return hashlib.sha256(b"\x00" + body).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


def peaks(size: int) -> list[Position]:
    """The complete subtrees that make up a tree of ``size`` leaves, from the left (the largest) on."""
    return nodes_of(Range(0, size))


def nodes_of(leaves: Range) -> list[Position]:
    """The complete subtrees of a range that starts at a multiple of a power of two ≥ its length."""
    found, start = [], leaves.start
    while start < leaves.end:
        level = (leaves.end - start).bit_length() - 1
        found.append(Position(level, start >> level))
        start += 1 << level
    return found


@dataclass(slots=True)
class Frontier:
    """The growing edge of a tree: its size and the hashes of its :func:`peaks`. All that appending needs."""

    size: int
    hashes: list[bytes]

    @classmethod
    def of(cls, store: NodeStore, size: int) -> Self:
        where = peaks(size)
        found = store.read(where)
        return cls(size, [found[position] for position in where])

    def append(self, leaf: bytes) -> list[tuple[Position, bytes]]:
        """Take one leaf hash; return the nodes that it completes, at most 1 + log2(size)."""
        level, place, node = 0, self.size, leaf
        completed = [(Position(level, place), node)]
        while place & 1:
            node = node_hash(self.hashes.pop(), node)
            level, place = level + 1, place >> 1
            completed.append((Position(level, place), node))
        self.hashes.append(node)
        self.size += 1
        return completed

    def root(self) -> bytes:
        return _fold(self.hashes) if self.size else EMPTY_ROOT


def append(store: NodeStore, size: int, leaves: Iterable[bytes]) -> Frontier:
    """Append leaf hashes to a stored tree of ``size`` leaves: one read, one write, however many leaves."""
    frontier = Frontier.of(store, size)
    completed = [node for leaf in leaves for node in frontier.append(leaf)]
    if completed:
        store.write(completed)
    return frontier


def root(store: NodeStore, size: int) -> bytes:
    """The Merkle Tree Hash of the first ``size`` leaves."""
    return Frontier.of(store, size).root()


def inclusion_proof(store: NodeStore, index: int, size: int) -> list[bytes]:
    """PATH(index, D[0:size]), RFC 9162 §2.1.3.1: from the leaf's sibling up to the root's child."""
    if not 0 <= index < size:
        raise ValueError(f"leaf {index} is not in a tree of {size} leaves")
    beside, low, high = [], 0, size
    while high - low > 1:
        split = low + _split(high - low)
        if index < split:
            beside.append(Range(split, high))
            high = split
        else:
            beside.append(Range(low, split))
            low = split
    return _hash_ranges(store, beside[::-1])


def consistency_proof(store: NodeStore, old: int, new: int) -> list[bytes]:
    """PROOF(old, D[0:new]), RFC 9162 §2.1.4.1: that the tree of ``old`` leaves is the beginning of the new one."""
    if not 0 <= old <= new:
        raise ValueError(f"a tree of {old} leaves cannot be the beginning of one of {new}")
    if old in (0, new):
        return []
    beside, low, high, whole = [], 0, new, True
    while high != old:
        split = low + _split(high - low)
        if old <= split:
            beside.append(Range(split, high))
            high = split
        else:
            beside.append(Range(low, split))
            low, whole = split, False
    if not whole:
        beside.append(Range(low, high))
    return _hash_ranges(store, beside[::-1])


def verify_inclusion(*, leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> bool:
    """Whether ``proof`` shows ``leaf`` to be leaf ``index`` of the tree ``(size, root)``: RFC 9162 §2.1.3.2."""
    if not 0 <= index < size:
        return False
    fn, sn, r = index, size - 1, leaf
    for p in proof:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            r = node_hash(p, r)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            r = node_hash(r, p)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and r == root


def verify_consistency(*, old: int, new: int, old_root: bytes, new_root: bytes, proof: Sequence[bytes]) -> bool:
    """Whether ``proof`` shows that ``(new, new_root)`` only added leaves to ``(old, old_root)``: RFC 9162 §2.1.4.2."""
    if not 0 <= old <= new:
        return False
    if old == new:
        return not proof and old_root == new_root
    if old == 0:  # Every tree begins with the empty one; the RFC leaves this case out.
        return not proof and old_root == EMPTY_ROOT
    # A complete old tree is a node of the new one, and its root begins the path.
    path = [old_root, *proof] if old & (old - 1) == 0 else list(proof)
    return bool(path) and _climb_both(old, new, path) == (old_root, new_root)


def _climb_both(old: int, new: int, path: Sequence[bytes]) -> tuple[bytes, bytes] | None:
    """Steps 4 to 6 of RFC 9162 §2.1.4.2: the roots of the old and the new tree that ``path`` leads to."""
    fn, sn = old - 1, new - 1
    while fn & 1:
        fn, sn = fn >> 1, sn >> 1
    fr = sr = path[0]
    for c in path[1:]:
        if sn == 0:
            return None
        if fn & 1 or fn == sn:
            fr, sr = node_hash(c, fr), node_hash(c, sr)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            sr = node_hash(sr, c)
        fn, sn = fn >> 1, sn >> 1
    return (fr, sr) if sn == 0 else None


def _split(size: int) -> int:
    """The largest power of two smaller than ``size`` (the RFC's ``k``)."""
    return 1 << ((size - 1).bit_length() - 1)


def _hash_ranges(store: NodeStore, ranges: Sequence[Range]) -> list[bytes]:
    parts = [nodes_of(leaves) for leaves in ranges]
    found = store.read([position for part in parts for position in part])
    return [_fold([found[position] for position in part]) for part in parts]


def _fold(hashes: Sequence[bytes]) -> bytes:
    """Join complete subtrees, given from the left, into the hash of the leaves they cover together."""
    *rest, node = hashes
    for left in reversed(rest):
        node = node_hash(left, node)
    return node
