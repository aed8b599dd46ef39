"""Checkpoints: the log's signed word on how many leaves it has and what their root is.

Pure. Writes, signs, reads and checks the three lines of c2sp.org/tlog-checkpoint as a signed note
(:mod:`archive.journal.note`). What may be signed (never a smaller tree, never two roots for one
size) is decided in :mod:`archive.journal.entries`, which remembers. No extension lines are
written or taken: the specification recommends against them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from archive.journal.merkle import HASH_BYTES
from archive.journal.note import Note, Signer, VerifierKey, decode64, encode64


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """``size`` leaves whose Merkle Tree Hash is ``root``, in the log named ``origin``."""

    origin: str
    size: int
    root: bytes

    def __post_init__(self) -> None:
        if not self.origin or "\n" in self.origin:
            raise ValueError(f"a checkpoint's origin is one line that is not empty, found {self.origin[:80]!r}")
        if self.size < 0:
            raise ValueError(f"a tree has no fewer than 0 leaves, found {self.size}")
        if len(self.root) != HASH_BYTES:
            raise ValueError(f"a root hash has {HASH_BYTES} bytes, found {len(self.root)}")

    @classmethod
    def parse(cls, body: str) -> Self:
        """Read the text of a note; its signatures are not looked at."""
        match body.split("\n"):
            case [origin, size, root, ""]:
                return cls(origin, decimal(size), decode64(root))
            case lines:
                raise ValueError(f"a checkpoint has 3 lines (origin, size, root hash), found {len(lines) - 1}")

    def body(self) -> str:
        return f"{self.origin}\n{self.size}\n{encode64(self.root)}\n"


def decimal(text: str) -> int:
    """An ASCII decimal without leading zeroes, as the C2SP formats write numbers."""
    if not (text.isascii() and text.isdigit()) or (text.startswith("0") and text != "0"):
        raise ValueError(f"not a decimal number without leading zeroes: {text[:40]!r}")
    return int(text)


def sign_checkpoint(checkpoint: Checkpoint, signer: Signer) -> str:
    """The checkpoint as a signed note, ready to be published."""
    return str(Note(checkpoint.body(), ()).signed(signer))


def read_checkpoint(raw: str) -> Checkpoint:
    """What a signed checkpoint says, *unchecked*: the signature is not looked at."""
    return Checkpoint.parse(Note.parse(raw).text)


def verify_checkpoint(raw: str, key: VerifierKey) -> Checkpoint:
    """What a signed checkpoint says, if ``key`` signed it; :class:`archive.errors.Broken` if it did not."""
    checkpoint = Checkpoint.parse(Note.parse(raw).check(key))
    # The specification only says SHOULD, but ours are written so, and it ties the line to the log.
    if checkpoint.origin != key.name:
        raise ValueError(f"a checkpoint of {key.name} was expected, found one of {checkpoint.origin[:80]!r}")
    return checkpoint
