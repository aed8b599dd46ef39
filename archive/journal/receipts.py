"""Receipts: a file that proves, without us and offline, that one leaf is in the journal.

Pure. Writes, reads and checks c2sp.org/tlog-proof (file name extension ``.tlog-proof``): the leaf's
index, the hashes from it to the root, and the signed checkpoint that vouches for the root. The
leaf itself travels in the optional ``extra`` line, which the proof then authenticates: whoever
holds a receipt, the log's vkey and a file can show that the file's digest was recorded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Self

from archive.errors import BadFile, Broken
from archive.journal.checkpoint import Checkpoint, decimal, verify_checkpoint
from archive.journal.merkle import HASH_BYTES, leaf_hash, verify_inclusion
from archive.journal.note import VerifierKey, decode64, encode64

HEADER: Final = "c2sp.org/tlog-proof@v1"
SUFFIX: Final = ".tlog-proof"


@dataclass(frozen=True, slots=True)
class Receipt:
    """An inclusion proof with its checkpoint. ``leaf`` is the leaf's body, if it travels along."""

    index: int
    proof: tuple[bytes, ...]
    checkpoint: str
    leaf: bytes | None = None

    def __str__(self) -> str:
        extra = [] if self.leaf is None else [f"extra {encode64(self.leaf)}"]
        lines = [HEADER, *extra, f"index {self.index}", *map(encode64, self.proof)]
        return "\n".join(lines) + "\n\n" + self.checkpoint

    @classmethod
    def parse(cls, text: str) -> Self:
        head, blank, checkpoint = text.partition("\n\n")
        lines = head.split("\n")
        if not blank or lines.pop(0) != HEADER:
            raise ValueError(f"a receipt begins with the line {HEADER!r} and holds an empty line")
        leaf = decode64(lines.pop(0).removeprefix("extra ")) if lines and lines[0].startswith("extra ") else None
        if not lines or not lines[0].startswith("index "):
            raise ValueError("a receipt names the index of its leaf")
        index = decimal(lines.pop(0).removeprefix("index "))
        return cls(index, tuple(_hash(line) for line in lines), checkpoint, leaf)


def _hash(line: str) -> bytes:
    data = decode64(line)
    if len(data) != HASH_BYTES:
        raise ValueError(f"a hash of {HASH_BYTES} bytes was expected, found {len(data)}")
    return data


def make_receipt(*, leaf: bytes, index: int, proof: Sequence[bytes], checkpoint: str) -> str:
    """The text of a receipt for the leaf with body ``leaf`` under a signed checkpoint."""
    return str(Receipt(index, tuple(proof), checkpoint, leaf))


def verify_receipt(text: str, key: VerifierKey, leaf: bytes | None = None) -> tuple[bytes, Checkpoint]:
    """The proved leaf's body and the checkpoint that vouches for it.

    ``leaf`` is needed only where the receipt does not carry it. :class:`BadFile` if ``text`` is no
    receipt, :class:`Broken` if it is one and does not prove what it says.
    """
    try:
        receipt = Receipt.parse(text)
        checkpoint = verify_checkpoint(receipt.checkpoint, key)
    except ValueError as error:
        raise BadFile(f"not a receipt of this log: {error}", code="malformed-receipt") from error
    body = receipt.leaf if leaf is None else leaf
    if body is None:
        raise BadFile("the receipt does not carry its leaf, and none was given", code="malformed-receipt")
    _check_inclusion(receipt, checkpoint, body)
    return body, checkpoint


def _check_inclusion(receipt: Receipt, checkpoint: Checkpoint, body: bytes) -> None:
    proved = verify_inclusion(
        leaf=leaf_hash(body),
        index=receipt.index,
        size=checkpoint.size,
        proof=receipt.proof,
        root=checkpoint.root,
    )
    if not proved:
        found = f"leaf {receipt.index} of {checkpoint.size} does not lead to the root that was signed"
        raise Broken(f"the receipt's proof was followed: {found}", code="not-included")
