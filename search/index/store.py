"""One file of named arrays, proved ours a block at a time as it is read.

A segment file is a header (JSON: facts, the place of each array, the SHA-256 of each block), then the
arrays as they lie in memory. The header's own seal is in the snapshot, so the chain of proof reaches
from the key to every byte; a block is hashed when something in it is first touched. Opening costs the
header alone, whatever the size, and nothing in the file is code: there is no pickle to fear.
"""

from __future__ import annotations

import hashlib
import json
import mmap
import os
import weakref
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from search.engine import IndexUnusable
from search.snapshot import Seal, SegmentMissing

Array: TypeAlias = NDArray[Any]

BLOCK: Final = 1 << 16
"""Bytes proved at a time: 50 µs of hashing, and 32 bytes of header for each."""
_ALIGNMENT: Final = 64


def pack(arrays: Mapping[str, Array], facts: Mapping[str, Any]) -> tuple[bytes, memoryview]:
    """``(header, body)`` of a file that holds ``arrays`` and what is to be known of them."""
    body, places = bytearray(), {}
    for name, array in arrays.items():
        body.extend(bytes(-len(body) % _ALIGNMENT))
        places[name] = [array.dtype.str, len(body), len(array)]
        body.extend(np.ascontiguousarray(array).data.cast("B"))
    view = memoryview(body)
    blocks = b"".join(_digest(view[start : start + BLOCK]) for start in range(0, len(body), BLOCK))
    header = {"facts": facts, "arrays": places, "blocks": blocks.hex()}
    text = json.dumps(header, separators=(",", ":")).encode()
    return text + b" " * (-len(text) % _ALIGNMENT), view


class StoredArrays:
    """A file of arrays. Threads may share it; it outlives the removal of its name.

    Whole arrays are mapped into memory, parts are read: what a process has looked at in passing does
    not stay with it.
    """

    def __init__(self, path: Path, header: Seal, size: int, offset: int | None = None) -> None:
        """Proves the header against its seal and the size against ``size``; ``offset`` in a file that has more."""
        self._name = path.name
        self._file = _opened(path, size, offset)
        weakref.finalize(self, os.close, self._file)
        begin = offset or 0
        self._origin, self._end = begin + header.size, begin + size
        text = os.pread(self._file, header.size, begin)
        if Seal.of(text) != header:
            raise IndexUnusable(f"the header of {path.name} is not the {header.size} bytes that were sealed")
        found = json.loads(text)
        self.facts: dict[str, Any] = found["facts"]
        self._places: dict[str, tuple[np.dtype[Any], int, int]] = {
            name: (np.dtype(kind), start, length) for name, (kind, start, length) in found["arrays"].items()
        }
        self._digests = bytes.fromhex(found["blocks"])
        self._proved = bytearray(len(self._digests) // 32)
        self._mapped = mmap.mmap(self._file, self._end, access=mmap.ACCESS_READ)

    def has(self, name: str) -> bool:
        return name in self._places

    def whole(self, name: str) -> Array:
        """An array, proved, where it lies."""
        kind, start, length = self._places[name]
        self._prove(start, start + length * kind.itemsize)
        return np.frombuffer(self._mapped, kind, length, self._origin + start) if length else np.empty(0, kind)

    def part(self, name: str, start: int, stop: int) -> Array:
        """``array[start:stop]``, proved, as a copy."""
        kind, origin, _ = self._places[name]
        first, size = origin + start * kind.itemsize, (stop - start) * kind.itemsize
        self._prove(first, first + size)
        return np.frombuffer(os.pread(self._file, size, self._origin + first), kind)

    def prove_all(self) -> None:
        self._proved = bytearray(len(self._proved))
        self._prove(0, len(self._proved) * BLOCK)

    def _prove(self, start: int, stop: int) -> None:
        first, last = start // BLOCK, -(-stop // BLOCK)
        if self._proved.find(0, first, last) >= 0:
            for number in range(first, last):
                if not self._proved[number]:
                    self._prove_block(number)

    def _prove_block(self, number: int) -> None:
        start = self._origin + number * BLOCK
        found = _digest(os.pread(self._file, min(BLOCK, self._end - start), start))
        if found != self._digests[number * 32 : number * 32 + 32]:
            raise IndexUnusable(f"block {number} of {self._name} is not as it was sealed")
        self._proved[number] = 1


def _opened(path: Path, size: int, offset: int | None) -> int:
    try:
        file = os.open(path, os.O_RDONLY)
    except FileNotFoundError as fault:
        raise SegmentMissing(f"{path} is in the snapshot and not on disk") from fault
    found = os.fstat(file).st_size
    if found != size if offset is None else found < offset + size:
        os.close(file)
        raise IndexUnusable(f"{path.name} has {found} bytes, and {size} were sealed")
    return file


def _digest(data: bytes | memoryview) -> bytes:
    return hashlib.sha256(data).digest()


def narrow(array: Array) -> Array:
    """The same numbers, none negative, in the fewest bytes that hold them: one, two or four."""
    most = int(array.max(initial=0))
    kind = np.uint8 if most < 1 << 8 else np.uint16 if most < 1 << 16 else np.uint32
    return array.astype(kind, copy=False)


def ragged(starts: Array, counts: Array) -> Array:
    """The indices ``starts[i]``, ``starts[i] + 1``, … of ``counts[i]`` each, one run after another."""
    ends = np.cumsum(counts, dtype=np.int64)
    total = int(ends[-1]) if len(ends) else 0
    return np.repeat(starts - (ends - counts), counts) + np.arange(total)


def strings(blob: Array, ends: Array) -> Iterator[str]:
    """All strings of a run of UTF-8."""
    data, start = blob.tobytes(), 0
    for end in ends.tolist():
        yield data[start:end].decode("utf-8", "surrogatepass")
        start = end


def run_of(texts: list[bytes]) -> tuple[Array, Array]:
    """``(blob, ends)``: the texts one after another, and where each ends."""
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    return np.frombuffer(b"".join(texts), np.uint8), np.cumsum(lengths).astype(np.uint32)
