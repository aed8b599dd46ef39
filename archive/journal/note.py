"""Signed notes: a text and the keys that signed it.

Pure. Reads, writes, signs and checks the format of c2sp.org/signed-note with Ed25519 keys
(signature type 0x01, RFC 8032); what the text means is the caller's business, see
:mod:`archive.journal.checkpoint`. Signatures of unknown keys are kept and ignored, as the
specification asks: that is how witnesses add theirs. A malformed note, key or line is a ``ValueError``.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import unicodedata
from dataclasses import dataclass, field
from typing import Final, Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from archive.errors import Broken

ED25519: Final = 0x01
"""The signature type byte of plain Ed25519 (c2sp.org/signed-note, "Signature types")."""
MAX_SIGNATURES: Final = 100
"""More lines than any log has witnesses; Go's reader of the same format stops here too."""
_DASH: Final = "— "


def decode64(text: str) -> bytes:
    """Standard Base 64 (RFC 4648 §4), strictly: no other alphabet, no white space, one spelling a value."""
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise ValueError(f"not Base 64: {text[:60]!r}") from error
    if encode64(data) != text:
        raise ValueError(f"not the one Base 64 spelling of its bytes: {text[:60]!r}")
    return data


def encode64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def key_name(value: str) -> str:
    """Return ``value`` if it can name a key: not empty, no Unicode space, no control character, no plus."""
    if not value or any(c == "+" or c.isspace() or unicodedata.category(c) in {"Cc", "Cs"} for c in value):
        raise ValueError(f"not a key name (no spaces, no plus): {value[:80]!r}")
    return value


def key_id(name: str, public: bytes) -> bytes:
    """``SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public)[:4]``."""
    return hashlib.sha256(name.encode() + b"\n" + bytes([ED25519]) + public).digest()[:4]


@dataclass(frozen=True, slots=True)
class VerifierKey:
    """A public key with its name; printed as a *vkey*, ``name+hex key id+base64(type ‖ key)``."""

    name: str
    public: bytes

    def __post_init__(self) -> None:
        key_name(self.name)
        if len(self.public) != 32:
            raise ValueError(f"an Ed25519 public key has 32 bytes, found {len(self.public)}")

    @classmethod
    def parse(cls, text: str) -> Self:
        name, plus, rest = text.strip().partition("+")
        given_id, plus_too, encoded = rest.partition("+")
        if not (plus and plus_too):
            raise ValueError(f"not a verifier key (name+id+key): {text[:80]!r}")
        kind, public = decode64(encoded)[:1], decode64(encoded)[1:]
        if kind != bytes([ED25519]):
            raise ValueError(f"only Ed25519 keys (type 01) are read here, found type {kind.hex() or 'none'}")
        key = cls(name, public)
        if key.id.hex() != given_id:
            raise ValueError(f"the key id of {name} should be {key.id.hex()}, found {given_id[:16]!r}")
        return key

    @property
    def id(self) -> bytes:
        return key_id(self.name, self.public)

    def __str__(self) -> str:
        return f"{self.name}+{self.id.hex()}+{encode64(bytes([ED25519]) + self.public)}"

    def verifies(self, signature: bytes, text: str) -> bool:
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, text.encode())
        except (InvalidSignature, ValueError):
            return False
        return True


@dataclass(frozen=True, slots=True)
class Signer:
    """A private key with its name. Its 32-byte seed never shows in ``repr``."""

    name: str
    seed: bytes = field(repr=False)

    def __post_init__(self) -> None:
        key_name(self.name)
        if len(self.seed) != 32:
            raise ValueError(f"an Ed25519 seed has 32 bytes, found {len(self.seed)}")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read what :meth:`secret` wrote. No message repeats the text: it holds the key."""
        try:
            private, key, name, given_id, encoded = text.strip().split("+", 4)
            data = decode64(encoded)
            signer = cls(name, data[1:])
            good = (private, key, data[0]) == ("PRIVATE", "KEY", ED25519) and signer.vkey.id.hex() == given_id
        except (ValueError, IndexError):
            good = False
        if not good:
            raise ValueError("not an Ed25519 signing key (PRIVATE+KEY+name+id+key)")
        return signer

    def secret(self) -> str:
        """The private key in the form that Go's ``sumdb/note`` uses."""
        encoded = encode64(bytes([ED25519]) + self.seed)
        return f"PRIVATE+KEY+{self.name}+{self.vkey.id.hex()}+{encoded}"

    @property
    def vkey(self) -> VerifierKey:
        public = Ed25519PrivateKey.from_private_bytes(self.seed).public_key().public_bytes_raw()
        return VerifierKey(self.name, public)

    def sign(self, text: str) -> NoteSignature:
        signature = Ed25519PrivateKey.from_private_bytes(self.seed).sign(text.encode())
        return NoteSignature(self.name, self.vkey.id, signature)


@dataclass(frozen=True, slots=True)
class NoteSignature:
    """One signature line. ``signature`` is what follows the key id: for Ed25519 64 bytes."""

    name: str
    key_id: bytes
    signature: bytes

    @classmethod
    def parse(cls, line: str) -> Self:
        name, space, encoded = line.removeprefix(_DASH).rpartition(" ")
        data = decode64(encoded)
        if not line.startswith(_DASH) or not space or len(data) < 5:
            raise ValueError(f"not a signature line: {line[:80]!r}")
        return cls(key_name(name), data[:4], data[4:])

    def __str__(self) -> str:
        return f"{_DASH}{self.name} {encode64(self.key_id + self.signature)}\n"


@dataclass(frozen=True, slots=True)
class Note:
    """A text, ending in a newline, and the signatures under it."""

    text: str
    signatures: tuple[NoteSignature, ...]

    def __post_init__(self) -> None:
        if not self.text.endswith("\n") or any(c < " " and c != "\n" for c in self.text):
            raise ValueError("a note's text ends in a newline and holds no other control character")

    @classmethod
    def parse(cls, raw: str) -> Self:
        # The text itself may hold empty lines: the last one separates.
        text, blank, lines = raw.rpartition("\n\n")
        if not blank or not lines.endswith("\n"):
            raise ValueError("a signed note has a text, an empty line and lines of signatures")
        signatures = lines[:-1].split("\n")
        if len(signatures) > MAX_SIGNATURES:
            raise ValueError(f"at most {MAX_SIGNATURES} signatures are read, found {len(signatures)}")
        return cls(text + "\n", tuple(NoteSignature.parse(line) for line in signatures))

    def __str__(self) -> str:
        return f"{self.text}\n{''.join(map(str, self.signatures))}"

    def signed(self, signer: Signer) -> Note:
        return Note(self.text, (*self.signatures, signer.sign(self.text)))

    def check(self, key: VerifierKey) -> str:
        """The text, if ``key`` signed it; :class:`Broken` if it did not, or any line of it fails."""
        lines = [line for line in self.signatures if (line.name, line.key_id) == (key.name, key.id)]
        if not lines:
            raise Broken(f"a signature by {key.name} ({key.id.hex()}) was expected, found none", code="unsigned")
        if not all(key.verifies(line.signature, self.text) for line in lines):
            raise Broken(f"the signature by {key.name} ({key.id.hex()}) does not fit the text", code="bad-signature")
        return self.text
