"""Sentence vectors on disk: segments that are only added to, under one manifest that is replaced as a whole.

A version never changes, so neither do its vectors: it is written once, whatever becomes of it, and what must
not be shown is left out by whoever asks. The store is a cache of the archive. Files hold raw numbers and
JSON, no pickle; sizes are checked when a segment is opened, digests by :meth:`VectorStore.check`. Vectors of
another recipe, or anything cut short, make the store unusable: ``StoreUnusable`` means begin anew.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from archive.errors import Unavailable
from archive.values import Span
from search.locks import locked
from search.meaning.vectors import Floats, Quantised, quantise, unit, widened
from search.snapshot import fsync_directory, write_durably, write_new

MANIFEST: Final = "MANIFEST.json"
FORMAT: Final = 1
_LOCK_WAIT: Final = 30.0
_MOST_SEGMENTS: Final = 16
"""More small ones than this are written together into one."""
_SMALL: Final = 8192  # rows
_PARTS: Final[dict[str, np.dtype[Any]]] = {
    "rows": np.dtype(np.int8),
    "scales": np.dtype("<f4"),
    "spans": np.dtype("<i4"),
    "mean-rows": np.dtype(np.int8),
    "mean-scales": np.dtype("<f4"),
}


class StoreUnusable(Unavailable):
    """The vectors are missing, damaged or of another recipe. They are a cache: make them anew."""

    code = "vectors-unusable"
    title = "The sentence vectors have to be made again"


@dataclass(frozen=True, slots=True)
class Entry:
    """The sentences of one version, in order."""

    version: str
    work: str
    language: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class SegmentRecord:
    name: str
    rows: int
    versions: list[list[str | int]]  # [version, work, language, number of sentences]
    sha256: dict[str, str]


@dataclass(frozen=True, slots=True)
class Segment:
    """An open segment. ``starts`` are the first rows of its versions, ``means`` the directions of their sums."""

    record: SegmentRecord
    vectors: Quantised
    spans: NDArray[np.int32]
    starts: NDArray[np.int64]
    means: Quantised

    def span(self, row: int) -> Span:
        return Span(int(self.spans[row, 0]), int(self.spans[row, 1]))


class VectorStore:
    """The vectors under ``directory``. Processes may share it; one instance is for one thread at a time."""

    def __init__(self, directory: Path, *, recipe: str, dimensions: int) -> None:
        self._directory = directory
        self._recipe = recipe
        self._dimensions = dimensions
        self._open: dict[str, Segment] = {}
        self._read: tuple[tuple[int, int, int], tuple[int, list[SegmentRecord]]] | None = None

    def position(self) -> int:
        """Journal sequence up to which the archive was followed; 0 of a store that is not there yet."""
        return self._manifest()[0]

    def segments(self) -> list[Segment]:
        """Every segment, opened where it was not yet."""
        records = self._manifest()[1]
        self._open = {record.name: self._open.get(record.name) or self._opened(record) for record in records}
        return list(self._open.values())

    def known(self) -> set[str]:
        """The versions whose vectors are here."""
        return {str(row[0]) for record in self._manifest()[1] for row in record.versions}

    def add(self, entries: Sequence[Entry], vectors: Floats, *, position: int) -> None:
        """Keep one vector a span, in the order of ``entries``, and note ``position``; durable when it returns."""
        self._directory.mkdir(parents=True, exist_ok=True)
        with locked(self._directory / "lock", wait=_LOCK_WAIT):
            records = self._manifest()[1]
            have = {str(row[0]) for record in records for row in record.versions}
            kept, rows = _unknown(entries, have)
            if kept:
                records = [*records, self._write(kept, quantise(vectors[rows]))]
            records = self._tidied(records)
            self._save(position, records)

    def clear(self) -> None:
        """Take everything away."""
        self._open = {}
        shutil.rmtree(self._directory, ignore_errors=True)

    def check(self) -> int:
        """Prove every file to be as it was written; return the number of sentences."""
        records = self._manifest()[1]
        for record in records:
            for part, expected in record.sha256.items():
                found = hashlib.sha256(self._path(record.name, part).read_bytes()).hexdigest()
                if found != expected:
                    raise StoreUnusable(f"{record.name}.{part} has SHA-256 {found}, was written with {expected}")
        return sum(record.rows for record in records)

    def _manifest(self) -> tuple[int, list[SegmentRecord]]:
        """Read again only when it was replaced: it names every version, and every question looks at it."""
        path = self._directory / MANIFEST
        try:
            seen = path.stat()
        except FileNotFoundError:
            return 0, []
        stamp = (seen.st_ino, seen.st_mtime_ns, seen.st_size)
        if self._read is None or self._read[0] != stamp:
            self._read = (stamp, self._loaded(path))
        return self._read[1]

    def _loaded(self, path: Path) -> tuple[int, list[SegmentRecord]]:
        try:
            found = json.loads(path.read_bytes())
        except (OSError, ValueError) as fault:
            raise StoreUnusable(f"{path} cannot be read: {fault}") from fault
        if (found["format"], found["recipe"]) != (FORMAT, self._recipe):
            raise StoreUnusable(f"{path} holds vectors of {found['recipe']}, these are {self._recipe}")
        return found["position"], [SegmentRecord(**record) for record in found["segments"]]

    def _save(self, position: int, records: Sequence[SegmentRecord]) -> None:
        body = {
            "format": FORMAT,
            "recipe": self._recipe,
            "position": position,
            "segments": [asdict(record) for record in records],
        }
        write_durably(self._directory / MANIFEST, json.dumps(body, separators=(",", ":")).encode())
        named = {self._path(record.name, part).name for record in records for part in _PARTS}
        for path in self._directory.glob("vectors-*"):
            if path.name not in named:
                path.unlink(missing_ok=True)

    def _write(self, entries: Sequence[Entry], vectors: Quantised) -> SegmentRecord:
        spans = np.array([[span.start, span.end] for entry in entries for span in entry.spans], "<i4").reshape(-1, 2)
        means = quantise(_means(vectors, _starts([len(entry.spans) for entry in entries])))
        parts = {
            "rows": vectors.rows,
            "scales": vectors.scales.astype("<f4"),
            "spans": spans,
            "mean-rows": means.rows,
            "mean-scales": means.scales.astype("<f4"),
        }
        data = {part: array.tobytes() for part, array in parts.items()}
        digests = {part: hashlib.sha256(content).hexdigest() for part, content in data.items()}
        name = hashlib.sha256(("".join(digests.values()) + entries[0].version).encode()).hexdigest()[:16]
        for part, content in data.items():
            self._path(name, part).unlink(missing_ok=True)  # left by one who was killed before the manifest
            write_new(self._path(name, part), content)
        fsync_directory(self._directory)
        versions: list[list[str | int]] = [[e.version, e.work, e.language, len(e.spans)] for e in entries]
        return SegmentRecord(name, len(spans), versions, digests)

    def _tidied(self, records: list[SegmentRecord]) -> list[SegmentRecord]:
        small = [record for record in records if record.rows < _SMALL]
        if len(small) <= _MOST_SEGMENTS:
            return records
        opened = [self._opened(record) for record in small]
        entries = [entry for segment in opened for entry in _entries(segment)]
        rows = np.concatenate([segment.vectors.rows for segment in opened])
        scales = np.concatenate([segment.vectors.scales for segment in opened])
        return [*(r for r in records if r.rows >= _SMALL), self._write(entries, Quantised(rows, scales))]

    def _opened(self, record: SegmentRecord) -> Segment:
        width = self._dimensions
        parts = {part: self._mapped(record, part, dtype) for part, dtype in _PARTS.items()}
        return Segment(
            record,
            Quantised(parts["rows"].reshape(-1, width), np.asarray(parts["scales"])),
            np.asarray(parts["spans"]).reshape(-1, 2),
            _starts([int(row[3]) for row in record.versions]),
            Quantised(parts["mean-rows"].reshape(-1, width), np.asarray(parts["mean-scales"])),
        )

    def _mapped(self, record: SegmentRecord, part: str, dtype: np.dtype[Any]) -> NDArray[Any]:
        items = {
            "rows": record.rows * self._dimensions,
            "scales": record.rows,
            "spans": record.rows * 2,
            "mean-rows": len(record.versions) * self._dimensions,
            "mean-scales": len(record.versions),
        }
        path = self._path(record.name, part)
        expected = items[part] * dtype.itemsize
        try:
            size = path.stat().st_size
        except OSError as fault:
            raise StoreUnusable(f"{path} is in the manifest and not on disk") from fault
        if size != expected:
            raise StoreUnusable(f"{path} has {size} bytes, {record.rows} sentences take {expected}")
        return np.memmap(path, dtype, mode="r")

    def _path(self, name: str, part: str) -> Path:
        return self._directory / f"vectors-{name}.{part}"


def _unknown(entries: Sequence[Entry], have: Iterable[str]) -> tuple[list[Entry], NDArray[np.int64]]:
    """The entries that are new and not empty, and which rows are theirs."""
    seen, kept, rows, at = set(have), list[Entry](), list[int](), 0
    for entry in entries:
        if entry.spans and entry.version not in seen:
            seen.add(entry.version)
            kept.append(entry)
            rows += range(at, at + len(entry.spans))
        at += len(entry.spans)
    return kept, np.array(rows, np.int64)


def _entries(segment: Segment) -> list[Entry]:
    found = []
    for (version, work, language, count), start in zip(segment.record.versions, segment.starts, strict=True):
        spans = tuple(segment.span(row) for row in range(int(start), int(start) + int(count)))
        found.append(Entry(str(version), str(work), str(language), spans))
    return found


def _starts(lengths: Sequence[int]) -> NDArray[np.int64]:
    """The first row of each version."""
    return np.concatenate([[0], np.cumsum(lengths)[:-1]]).astype(np.int64)


def _means(vectors: Quantised, starts: NDArray[np.int64]) -> Floats:
    """One direction a version: what its sentences have in common."""
    ends = np.append(starts[1:], len(vectors.scales))
    sums = [
        unit(widened(Quantised(vectors.rows[start:end], vectors.scales[start:end])).sum(axis=0))
        for start, end in zip(starts, ends, strict=True)
    ]
    return np.array(sums, np.float32)
