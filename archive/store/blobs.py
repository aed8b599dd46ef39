"""Content-addressed bytes on disk: written once under their SHA-256, verified when read.

A blob is written to a temporary file beside its place, synced, renamed, and the folder synced:
after :meth:`BlobStore.put` returns, the bytes survive a crash; before, nothing half-written stands
under a digest. The digest is computed here and never taken from a caller. A blob that no row refers
to (its transaction was rolled back) is harmless; ``thabat doctor`` lists it.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from archive.errors import Broken, NotFound, Unavailable
from archive.values import Digest

_TEMPORARY_PREFIX = ".incoming-"


class BlobStore:
    """Blobs below ``root``, at ``aa/bb/<digest>``."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def path(self, digest: Digest) -> Path:
        return self.root / digest[:2] / digest[2:4] / digest

    def put(self, data: bytes) -> Digest:
        return self.put_all([data])[0]

    def put_all(self, items: Iterable[bytes]) -> list[Digest]:
        """Store several blobs; each folder is synced once, after all its files."""
        digests: list[Digest] = []
        folders: set[Path] = set()
        for data in items:
            digest = Digest.of(data)
            digests.append(digest)
            place = self.path(digest)
            if not self._holds(place, data):
                self._write(place, data)
                folders.add(place.parent)
        for folder in sorted(folders):
            _sync_folder(folder)
        return digests

    def get(self, digest: Digest) -> bytes:
        """The bytes; :class:`Broken` when they are no longer what was stored."""
        try:
            data = self.path(digest).read_bytes()
        except FileNotFoundError:
            raise NotFound(f"no blob {digest} in {self.root}", code="blob-missing") from None
        found = Digest.of(data)
        if found != digest:
            raise Broken(f"blob {digest}: expected that SHA-256, found {found}", code="blob-changed")
        return data

    def digests(self) -> Iterator[Digest]:
        """All digests on disk, in order. Temporary files are passed over."""
        for path in sorted(self.root.glob("??/??/*")):
            if not path.name.startswith("."):
                yield Digest(path.name)

    def unfinished(self) -> list[Path]:
        """Temporary files that a killed process left behind."""
        return sorted(self.root.glob(f"??/??/{_TEMPORARY_PREFIX}*"))

    @staticmethod
    def _holds(place: Path, data: bytes) -> bool:
        """Whether the same bytes stand there already. A damaged blob is written anew."""
        try:
            return place.stat().st_size == len(data) and place.read_bytes() == data
        except FileNotFoundError:
            return False

    @staticmethod
    def _write(place: Path, data: bytes) -> None:
        try:
            _make_folders(place.parent)
            handle, name = tempfile.mkstemp(prefix=_TEMPORARY_PREFIX, dir=place.parent)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(data)
                    file.flush()
                    os.fsync(file.fileno())
                Path(name).replace(place)
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise
        except OSError as error:
            raise Unavailable(
                f"cannot store a blob of {len(data)} bytes: {error.strerror}", code="blob-store"
            ) from error


def _make_folders(folder: Path) -> None:
    """Create ``folder`` and sync each parent that got a new entry."""
    if folder.is_dir():
        return
    _make_folders(folder.parent)
    folder.mkdir(exist_ok=True)
    _sync_folder(folder.parent)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
