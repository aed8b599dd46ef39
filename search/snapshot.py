"""What an index consists of: segments, their seals, deletions, position; and how files are sealed and made durable.

Every state of an index (:mod:`search.states`) carries an HMAC-SHA-256 under a key that lies *outside* the index
directory, and of every segment its size and the SHA-256 of its header, which has those of its blocks
(:mod:`search.index.store`). An index that was altered or brought from elsewhere is thereby refused before any
byte of it is believed. Nothing in it is a pickle; Whoosh's own table of contents, which is one, is not used.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from search.engine import IndexUnusable

SNAPSHOT: Final = "SNAPSHOT"
FORMAT: Final = 3
"""Of states, the segment files and the rows in them. Another number means: build anew."""
_KEY_BYTES: Final = 32
_MAC_LENGTH: Final = 64  # hexadecimal digits of HMAC-SHA-256
_SEGMENT: Final = ("name", "documents", "deleted", "size", "log", "offset")
_SEAL: Final = ("size", "sha256")


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
    """Bytes of it all."""
    log: str = ""
    """The file it was attached in; by itself it has a file of its own name."""
    offset: int = 0
    """Where it begins there; below 0 before it has a place."""

    @property
    def live(self) -> int:
        return self.documents - len(self.deleted)

    def deleting(self, numbers: set[int]) -> SegmentRecord:
        return replace(self, deleted=tuple(sorted(numbers.union(self.deleted)))) if numbers else self


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One state."""

    analyser: str
    schema: str
    """The signature of what documents are made of (:attr:`search.schema.Schema.signature`)."""
    position: int
    segments: tuple[SegmentRecord, ...] = ()
    format: int = FORMAT

    @property
    def recipe(self) -> str:
        """What it is made by and of; what has another one is not read but built anew."""
        return f"{self.analyser}, {self.schema}, format {self.format}"

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


def encoded(snapshot: Snapshot) -> bytes:
    plain = {name: getattr(snapshot, name) for name in ("analyser", "schema", "position", "format")}
    segments = [
        [*map(one.__getattribute__, _SEGMENT), *map(one.header.__getattribute__, _SEAL)] for one in snapshot.segments
    ]
    return json.dumps({**plain, "segments": segments}, separators=(",", ":")).encode()


def decoded(state: bytes) -> Snapshot:
    """What :func:`encoded` made, of any format; without segments if it is another one than ours."""
    found = json.loads(state)
    rows = found.pop("segments") if found["format"] == FORMAT else ()
    return Snapshot(**found, segments=tuple(map(_segment, rows)))


def _segment(row: list[Any]) -> SegmentRecord:
    name, documents, deleted, size, log, offset, *header = row
    return SegmentRecord(name, documents, tuple(deleted), Seal(*header), size, log, offset)


def sealed(found: Mapping[str, Any], key: bytes) -> bytes:
    """A file of one sealed object: a line with the seal, then JSON."""
    body = json.dumps(found, separators=(",", ":")).encode()
    return mac(body, key) + b"\n" + body


def unsealed(path: Path, key: bytes) -> dict[str, Any]:
    """What is in such a file; :class:`IndexUnusable` says what is wrong with it."""
    try:
        seal, _, body = path.read_bytes().partition(b"\n")
    except OSError as fault:
        raise IndexUnusable(f"no readable snapshot at {path}: {fault.strerror}") from fault
    if not hmac.compare_digest(seal, mac(body, key)):
        raise IndexUnusable(f"{path} is not as this archive wrote it: its seal does not match its {len(body)} bytes")
    return dict(json.loads(body))


def stamp(path: Path) -> bytes:
    """The seal of such a file, which names its content: cheap enough to read for every search."""
    try:
        with path.open("rb") as file:
            return file.read(_MAC_LENGTH)
    except OSError as fault:
        raise IndexUnusable(f"no readable snapshot at {path}: {fault.strerror}") from fault


def mac(body: bytes, key: bytes) -> bytes:
    return hmac.digest(key, body, "sha256").hex().encode()


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
