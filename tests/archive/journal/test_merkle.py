"""The tree against vectors from outside, and exhaustively for small sizes.

``LEAVES``, ``ROOTS``, ``INCLUSION`` and ``CONSISTENCY`` are the reference vectors of Certificate
Transparency (google/certificate-transparency, ``merkletree/merkle_tree_test.cc``; the same values in
transparency-dev/merkle, ``testonly/constants.go``).
"""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.journal import merkle
from archive.journal.merkle import EMPTY_ROOT, Frontier, MemoryNodes, Position, leaf_hash

LEAVES = [
    bytes.fromhex(text)
    for text in ("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
]
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
INCLUSION = {
    (0, 8): [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
    (5, 8): [
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
}
CONSISTENCY = {
    (6, 8): [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
    (2, 5): [
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
}
LIMIT = 32
"""The sizes up to which every pair is tried."""


def definition(leaves: list[bytes]) -> bytes:
    """MTH of RFC 6962 §2.1, word for word, sharing nothing with the code under test."""
    if not leaves:
        return hashlib.sha256().digest()
    if len(leaves) == 1:
        return hashlib.sha256(b"\x00" + leaves[0]).digest()
    k = max(2**power for power in range(10) if 2**power < len(leaves))
    return hashlib.sha256(b"\x01" + definition(leaves[:k]) + definition(leaves[k:])).digest()


def stored(bodies: list[bytes]) -> MemoryNodes:
    nodes = MemoryNodes()
    merkle.append(nodes, 0, map(leaf_hash, bodies))
    return nodes


BODIES = [f"leaf {number}".encode() for number in range(LIMIT)]
TREE = stored(BODIES)
ROOT = [definition(BODIES[:size]) for size in range(LIMIT + 1)]


@pytest.mark.parametrize("size", range(9))
def test_reference_roots(size: int) -> None:
    """The roots of the 8 reference leaves, and of the empty tree."""
    assert merkle.root(stored(LEAVES[:size]), size).hex() == ROOTS[size]
    assert merkle.root(stored(LEAVES), size).hex() == ROOTS[size]


@pytest.mark.parametrize(("index", "size"), INCLUSION)
def test_reference_inclusion_proofs(index: int, size: int) -> None:
    """Paths as the reference implementation gives them."""
    proof = merkle.inclusion_proof(stored(LEAVES), index, size)
    assert [node.hex() for node in proof] == INCLUSION[index, size]


@pytest.mark.parametrize(("old", "new"), CONSISTENCY)
def test_reference_consistency_proofs(old: int, new: int) -> None:
    """Proofs as the reference implementation gives them."""
    proof = merkle.consistency_proof(stored(LEAVES), old, new)
    assert [node.hex() for node in proof] == CONSISTENCY[old, new]


def spoilt(proof: list[bytes]) -> Iterator[list[bytes]]:
    """The proof with one thing wrong: a node flipped, missing, doubled, swapped, or one too many."""
    for place, node in enumerate(proof):
        yield [*proof[:place], bytes([node[0] ^ 1]) + node[1:], *proof[place + 1 :]]
        yield [*proof[:place], *proof[place + 1 :]]
        yield [*proof[:place], node, *proof[place:]]
    if len(proof) > 1:
        yield [proof[1], proof[0], *proof[2:]]
    yield [*proof, bytes(32)]


@pytest.mark.parametrize("size", range(1, LIMIT + 1))
def test_every_inclusion_proof(size: int) -> None:
    """Each leaf of each tree is proved; no other leaf, index, size, root or spoilt path is."""
    for index in range(size):
        leaf, proof = leaf_hash(BODIES[index]), merkle.inclusion_proof(TREE, index, size)

        def holds(leaf=leaf, index=index, size=size, proof=proof, root=ROOT[size]) -> bool:
            return merkle.verify_inclusion(leaf=leaf, index=index, size=size, proof=proof, root=root)

        assert holds()
        assert not holds(leaf=leaf_hash(b"another"))
        assert not holds(root=bytes(32))
        assert not any(holds(index=other) for other in range(-1, size + 2) if other != index)
        assert not any(holds(root=ROOT[other]) for other in range(LIMIT + 1) if other != size)
        assert not any(holds(proof=bad) for bad in spoilt(proof))


@pytest.mark.parametrize("new", range(LIMIT + 1))
def test_every_consistency_proof(new: int) -> None:
    """Each tree is the beginning of each later one; no other size, root or spoilt proof passes."""
    for old in range(new + 1):
        proof = merkle.consistency_proof(TREE, old, new)

        def holds(old=old, new=new, old_root=ROOT[old], new_root=ROOT[new], proof=proof) -> bool:
            return merkle.verify_consistency(old=old, new=new, old_root=old_root, new_root=new_root, proof=proof)

        assert holds()
        assert not holds(old_root=bytes(32))
        assert old == 0 or not holds(new_root=bytes(32))
        assert not any(holds(old_root=ROOT[other]) for other in range(LIMIT + 1) if other != old)
        assert not any(holds(proof=bad) for bad in spoilt(proof))


def test_sizes_out_of_order_are_never_consistent() -> None:
    """A smaller tree does not follow a larger one."""
    assert not merkle.verify_consistency(old=3, new=2, old_root=ROOT[3], new_root=ROOT[2], proof=[])
    assert not merkle.verify_consistency(old=-1, new=2, old_root=ROOT[0], new_root=ROOT[2], proof=[])


@pytest.mark.parametrize(("index", "size"), [(0, 0), (3, 3), (-1, 3)])
def test_a_leaf_outside_the_tree_has_no_proof(index: int, size: int) -> None:
    """Asking for it is the caller's mistake."""
    with pytest.raises(ValueError, match="is not in a tree"):
        merkle.inclusion_proof(TREE, index, size)


def test_a_proof_backwards_is_the_callers_mistake() -> None:
    """There is no proof that a larger tree begins a smaller one."""
    with pytest.raises(ValueError, match="cannot be the beginning"):
        merkle.consistency_proof(TREE, 5, 4)


def test_only_complete_subtrees_are_stored() -> None:
    """Seven leaves: seven leaf nodes, three pairs, one four; the parts of the edge are folded, not stored."""
    assert sorted(stored(BODIES[:7])) == [
        *(Position(0, place) for place in range(7)),
        *(Position(1, place) for place in range(3)),
        Position(2, 0),
    ]


class CountingNodes(MemoryNodes):
    """A store that counts calls and nodes, and refuses to write a node twice."""

    def __init__(self) -> None:
        super().__init__()
        self.reads: list[int] = []
        self.writes: list[int] = []

    def read(self, positions):
        self.reads.append(len(positions))
        return super().read(positions)

    def write(self, nodes) -> None:
        assert not any(position in self for position, _ in nodes)
        self.writes.append(len(nodes))
        super().write(nodes)


def test_appending_one_leaf_reads_and_writes_few_nodes() -> None:
    """One read and one write a leaf, of no more than log2(n)+1 nodes, of one node and a bit on average."""
    nodes = CountingNodes()
    for size, body in enumerate(BODIES * 8):
        merkle.append(nodes, size, [leaf_hash(body)])
    assert len(nodes.reads) == len(nodes.writes) == 256
    assert max(nodes.reads) <= 8
    assert max(nodes.writes) == 9
    assert sum(nodes.writes) == 511


def test_appending_nothing_writes_nothing() -> None:
    """An empty bulk leaves the tree as it was."""
    nodes = CountingNodes()
    assert merkle.append(nodes, 0, []).root() == EMPTY_ROOT
    assert nodes.writes == []


@settings(max_examples=60)
@given(st.lists(st.integers(0, 40), max_size=8))
def test_bulk_and_single_appends_make_the_same_tree(batches: list[int]) -> None:
    """However the leaves come, the nodes and the root are those of the definition."""
    bodies = [str(number).encode() for number in range(sum(batches))]
    nodes, size, supply = CountingNodes(), 0, iter(bodies)
    for batch in batches:
        size = merkle.append(nodes, size, [leaf_hash(body) for body in itertools.islice(supply, batch)]).size
    assert nodes == stored(bodies)
    assert Frontier.of(nodes, size).root() == definition(bodies)
