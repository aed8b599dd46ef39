"""Bytes go in under their digest and come out the same, or not at all."""

import os
from pathlib import Path

import pytest

from archive.errors import Broken, NotFound, Unavailable
from archive.store import BlobStore
from archive.values import Digest


def test_what_goes_in_comes_out(tmp_path: Path) -> None:
    """A blob is found under the SHA-256 that was computed here."""
    store = BlobStore(tmp_path)
    digest = store.put("نص".encode())
    assert digest == Digest.of("نص".encode())
    assert store.get(digest) == "نص".encode()
    assert list(store.digests()) == [digest]


def test_a_flipped_byte_is_named(tmp_path: Path) -> None:
    """Reading verifies: a changed blob raises with both digests."""
    store = BlobStore(tmp_path)
    digest = store.put(b"as received")
    store.path(digest).write_bytes(b"as_received")
    with pytest.raises(Broken, match=digest):
        store.get(digest)


def test_storing_again_mends_a_damaged_blob(tmp_path: Path) -> None:
    """The same bytes handed over again replace a damaged file rather than trusting its name."""
    store = BlobStore(tmp_path)
    digest = store.put(b"as received")
    store.path(digest).write_bytes(b"as_received")
    assert store.put(b"as received") == digest
    assert store.get(digest) == b"as received"


def test_unknown_blob(tmp_path: Path) -> None:
    """A digest nobody stored is not found."""
    with pytest.raises(NotFound):
        BlobStore(tmp_path).get(Digest.of(b"nothing"))


def test_many_at_once(tmp_path: Path) -> None:
    """Several blobs, one twice, give digests in order."""
    store = BlobStore(tmp_path)
    assert store.put_all([b"a", b"b", b"a"]) == [Digest.of(b"a"), Digest.of(b"b"), Digest.of(b"a")]
    assert len(list(store.digests())) == 2


def test_a_failed_write_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk gives a named error, and no half blob and no temporary file stay behind."""
    store = BlobStore(tmp_path)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Unavailable, match="No space left"):
        store.put(b"as received")
    monkeypatch.undo()
    assert list(store.digests()) == []
    assert store.unfinished() == []
