"""What the journal keeps outside the database: its signing key, and the last checkpoint it signed.

Files below the data directory: ``keys/log.key`` (the private key, mode 0600), ``keys/log.vkey``
(the public one, to be handed out) and ``checkpoint``, the *rollback memory*: whoever puts an older
copy of the database back does not put this file back, and :func:`archive.journal.entries.checkpoint`
refuses to sign. It is as strong as the place it lies in; the copies that others hold are stronger.
"""

from __future__ import annotations

import os
import secrets
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from archive.database import Database
from archive.errors import Broken, Conflict, NotFound
from archive.journal.checkpoint import read_checkpoint
from archive.journal.entries import checkpoint
from archive.journal.note import Signer, VerifierKey

_Key = TypeVar("_Key", Signer, VerifierKey)


@dataclass(frozen=True, slots=True)
class Custody:
    """The key and the memory below the data directory ``root``."""

    root: Path

    @property
    def key_path(self) -> Path:
        return self.root / "keys" / "log.key"

    @property
    def vkey_path(self) -> Path:
        return self.root / "keys" / "log.vkey"

    @property
    def memory_path(self) -> Path:
        return self.root / "checkpoint"

    def create(self, name: str) -> Signer:
        """Make the log's key once. ``name`` is the log's origin, a URL without scheme: ``archive.example/log``."""
        if self.key_path.exists():
            raise Conflict(f"this archive has its key already: {self.key_path}")
        signer = Signer(name, secrets.token_bytes(32))
        self.key_path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write(self.key_path, f"{signer.secret()}\n", mode=0o600)
        _write(self.vkey_path, f"{signer.vkey}\n", mode=0o644)
        return signer

    def signer(self) -> Signer:
        return _parsed(self.key_path, Signer.parse)

    def vkey(self) -> VerifierKey:
        return _parsed(self.vkey_path, VerifierKey.parse)

    def remembered(self) -> str | None:
        """The last checkpoint that was signed, or None before the first."""
        try:
            return self.memory_path.read_text("utf-8", errors="replace")  # damage is for the reader of the note to name
        except FileNotFoundError:
            return None

    def remember(self, note: str) -> None:
        """Keep ``note``, unless a larger tree is remembered already: two signers may finish out of order."""
        kept = self.remembered()
        if kept is None or read_checkpoint(kept).size <= read_checkpoint(note).size:
            _write(self.memory_path, note, mode=0o644)


def sign(database: Database, custody: Custody, at: datetime) -> str:
    """Sign the journal as it stands, store the checkpoint, and remember it once that is committed.

    Remembered before the commit, a transaction that fails would leave a memory of a tree that never was.
    """
    signer = custody.signer()
    with database.write() as session:
        note = checkpoint(session, signer, at, remembered=custody.remembered())
    custody.remember(note)
    return note


def _parsed(path: Path, parse: Callable[[str], _Key]) -> _Key:
    try:
        return parse(path.read_text("utf-8"))
    except FileNotFoundError:
        raise NotFound(f"the journal's key is not where it was expected: {path}", code="no-key") from None
    except ValueError as error:
        # Never the text itself: it may be the private key.
        raise Broken(f"{path} was expected to hold a key, and does not", code="bad-key") from error


def _write(path: Path, text: str, *, mode: int) -> None:
    """All of it or nothing: temporary file, fsync, rename, fsync of the folder."""
    handle, name = tempfile.mkstemp(prefix=".incoming-", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            os.fchmod(file.fileno(), mode)
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
