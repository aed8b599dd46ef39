"""The one file that says what an index consists of: segments, their seals, deletions, position.

A commit is: segment files written and fsync'ed under new names, then this file replaced by rename.
The snapshot carries an HMAC-SHA-256 under a key that lies *outside* the index directory, and of every
segment its size and the SHA-256 of its header, which has those of its blocks (:mod:`search.index.store`).
An index that was cut short, altered or brought from elsewhere is thereby refused before any byte of it
is believed. Nothing in it is a pickle; Whoosh's own table of contents, which is one, is not used.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final

from search.engine import IndexUnusable

SNAPSHOT: Final = "SNAPSHOT"
FORMAT: Final = 2
"""Of this file, the segment files and the rows in them. Another number means: build anew."""
_KEY_BYTES: Final = 32
_MAC_LENGTH: Final = 64  # hexadecimal digits of HMAC-SHA-256


class SegmentMissing(IndexUnusable):
    """A file that the snapshot names is not there: lost, or merged away since the snapshot was read."""


@dataclass(frozen=True, slots=True)
class Seal:
    """Size in bytes and SHA-256 of a file."""

    size: int
    sha256: str

    @classmethod
    def of(cls, data: bytes) -> Seal:
        return cls(len(data), hashlib.sha256(data).hexdigest())


@dataclass(frozen=True, slots=True)
class SegmentRecord:
    """An immutable segment and which of its documents no longer count."""

    name: str
    documents: int
    """Including the deleted ones."""
    deleted: tuple[int, ...]
    header: Seal
    """Of the beginning of its file, which has the seals of the rest."""
    size: int
    """Bytes of the whole file."""

    @property
    def live(self) -> int:
        return self.documents - len(self.deleted)

    def deleting(self, numbers: set[int]) -> SegmentRecord:
        return replace(self, deleted=tuple(sorted(numbers.union(self.deleted)))) if numbers else self


@dataclass(frozen=True, slots=True)
class Snapshot:
    analyser: str
    position: int
    segments: tuple[SegmentRecord, ...] = ()
    format: int = FORMAT

    @property
    def documents(self) -> int:
        return sum(segment.live for segment in self.segments)


def load_key(path: Path) -> bytes:
    """The archive's own index key, made at first need, readable by its owner only."""
    try:
        key = path.read_bytes()
    except FileNotFoundError:
        key = b""
    if len(key) == _KEY_BYTES:
        return key
    path.parent.mkdir(parents=True, exist_ok=True)
    write_durably(path, secrets.token_bytes(_KEY_BYTES), mode=0o600)
    return path.read_bytes()


def save(directory: Path, snapshot: Snapshot, key: bytes) -> None:
    body = json.dumps(asdict(snapshot), sort_keys=True, separators=(",", ":")).encode()
    write_durably(directory / SNAPSHOT, _mac(body, key) + b"\n" + body)


def load(directory: Path, key: bytes, analyser: str) -> Snapshot:
    """Read and check the snapshot of ``directory``; :class:`IndexUnusable` says what is wrong with it."""
    path = directory / SNAPSHOT
    try:
        mac, _, body = path.read_bytes().partition(b"\n")
    except OSError as fault:
        raise IndexUnusable(f"no readable snapshot at {path}: {fault.strerror}") from fault
    if not hmac.compare_digest(mac, _mac(body, key)):
        raise IndexUnusable(f"{path} is not as this archive wrote it: its seal does not match its {len(body)} bytes")
    found = json.loads(body)
    if (found["format"], found["analyser"]) != (FORMAT, analyser):
        raise IndexUnusable(
            f"{path} was made by {found['analyser']} in format {found['format']}; this is {analyser}, {FORMAT}"
        )
    return _snapshot(found)


def stamp(directory: Path) -> bytes:
    """The seal of the snapshot now on disk, which names its content: cheap enough to read for every search."""
    try:
        with (directory / SNAPSHOT).open("rb") as file:
            return file.read(_MAC_LENGTH)
    except OSError as fault:
        raise IndexUnusable(f"no readable snapshot in {directory}: {fault.strerror}") from fault


def _snapshot(found: dict[str, Any]) -> Snapshot:
    segments = tuple(
        SegmentRecord(
            name=segment["name"],
            documents=segment["documents"],
            deleted=tuple(segment["deleted"]),
            header=Seal(**segment["header"]),
            size=segment["size"],
        )
        for segment in found["segments"]
    )
    return Snapshot(found["analyser"], found["position"], segments, found["format"])


def _mac(body: bytes, key: bytes) -> bytes:
    return hmac.new(key, body, hashlib.sha256).hexdigest().encode()


def write_durably(path: Path, data: bytes, *, mode: int = 0o644) -> None:
    """Replace ``path`` as a whole: temporary file, fsync, rename, fsync of the directory."""
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    write_new(temporary, data, mode=mode)
    temporary.replace(path)
    fsync_directory(path.parent)


def write_new(path: Path, *data: bytes | memoryview, mode: int = 0o644) -> None:
    """Write a file that nothing names yet; its name is durable with the next fsync of the directory."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as file:
        file.writelines(data)
        file.flush()
        os.fsync(file.fileno())


def fsync_directory(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
