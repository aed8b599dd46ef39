from __future__ import annotations

import pytest

from archive.errors import BadFile, Broken
from archive.journal import merkle
from archive.journal.checkpoint import Checkpoint, sign_checkpoint
from archive.journal.merkle import MemoryNodes, leaf_hash
from archive.journal.note import Signer, encode64
from archive.journal.receipts import Receipt, make_receipt, verify_receipt

SIGNER = Signer("archive.example/log", b"\x03" * 32)
BODIES = [f"leaf {number}".encode() for number in range(11)]


def tree() -> MemoryNodes:
    nodes = MemoryNodes()
    merkle.append(nodes, 0, map(leaf_hash, BODIES))
    return nodes


def signed(size: int = 11) -> str:
    return sign_checkpoint(Checkpoint(SIGNER.name, size, merkle.root(tree(), size)), SIGNER)


def receipt(index: int = 5, size: int = 11) -> str:
    proof = merkle.inclusion_proof(tree(), index, size)
    return make_receipt(leaf=BODIES[index], index=index, proof=proof, checkpoint=signed(size))


def test_a_receipt_is_written_as_the_specification_says() -> None:
    """c2sp.org/tlog-proof: header, extra, index, hashes, empty line, checkpoint verbatim."""
    head, _, checkpoint = receipt().partition("\n\n")
    proof = merkle.inclusion_proof(tree(), 5, 11)
    assert head.split("\n") == [
        "c2sp.org/tlog-proof@v1",
        f"extra {encode64(b'leaf 5')}",
        "index 5",
        *map(encode64, proof),
    ]
    assert checkpoint == signed()


@pytest.mark.parametrize("size", [1, 2, 7, 8, 11])
def test_every_receipt_verifies_offline(size: int) -> None:
    """Each leaf under each checkpoint: the receipt and the vkey give back the leaf."""
    for index in range(size):
        body, checkpoint = verify_receipt(receipt(index, size), SIGNER.vkey)
        assert (body, checkpoint.size) == (BODIES[index], size)


def test_a_receipt_of_a_lone_leaf_has_no_hashes() -> None:
    """In a tree of one leaf the leaf is the root."""
    assert Receipt.parse(receipt(0, 1)).proof == ()


def test_a_leaf_can_be_brought_instead_of_carried() -> None:
    """The extra line is optional in the specification."""
    bare = str(Receipt(5, tuple(merkle.inclusion_proof(tree(), 5, 11)), signed()))
    assert "extra" not in bare
    assert verify_receipt(bare, SIGNER.vkey, BODIES[5])[0] == BODIES[5]
    with pytest.raises(BadFile, match="does not carry its leaf"):
        verify_receipt(bare, SIGNER.vkey)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("index 5\n", "index 4\n"),
        (f"extra {encode64(b'leaf 5')}", f"extra {encode64(b'leaf 6')}"),
        ("\n11\n", "\n12\n"),
    ],
)
def test_an_altered_receipt_is_broken(old: str, new: str) -> None:
    """Another index, another leaf, another size: nothing is proved."""
    with pytest.raises(Broken):
        verify_receipt(receipt().replace(old, new, 1), SIGNER.vkey)


def test_another_leaf_is_not_proved() -> None:
    """A leaf brought by the reader is the one that is checked, whatever the receipt carries."""
    with pytest.raises(Broken, match="leaf 5 of 11"):
        verify_receipt(receipt(), SIGNER.vkey, b"leaf 6")


def test_a_receipt_of_another_log_is_broken() -> None:
    """Only the key that the reader trusts counts."""
    with pytest.raises(Broken, match="found none"):
        verify_receipt(receipt(), Signer(SIGNER.name, b"\x04" * 32).vkey)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("tlog-proof@v1", "tlog-proof@v2"),
        ("index 5", "index 05"),
        ("index 5\n", ""),
        ("\n\n", "\n"),
        ("extra ", "extra !"),
        ("index 5\n", "index 5\nAAAA\n"),
    ],
)
def test_malformed_receipts_are_bad_files(old: str, new: str) -> None:
    """A file that is no receipt is the caller's mistake, not a broken archive."""
    with pytest.raises(BadFile) as caught:
        verify_receipt(receipt().replace(old, new), SIGNER.vkey)
    assert caught.value.code == "malformed-receipt"
