"""The index on Whoosh: commits, merges and searches over segments that are proved ours.

Of Whoosh this uses the segment format, its term index and compressed posting blocks
(:mod:`search.whoosh_segment`, :mod:`search.whoosh_reader`). Its index, writer and ``refresh()`` are
not used: ``refresh()`` brings deleted and superseded documents back in 2.7.5 (SEARCH.md §3). Here a
state of the index is one snapshot file; each search looks whether it was replaced, opens the segments
it does not have and drops those that are gone. A reader serves one search at a time and is then kept
for the next, since Whoosh's readers may not be shared between threads.
"""

from __future__ import annotations

import secrets
import threading
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from archive.errors import ThabatError, Unavailable
from search import merging
from search.analysis import analyser_version
from search.engine import Document, Engine, IndexUnusable, Merged, Reading
from search.locks import locked
from search.snapshot import (
    SNAPSHOT,
    Seal,
    SegmentMissing,
    SegmentRecord,
    Snapshot,
    check_file,
    load,
    save,
    stamp,
    write_new,
)
from search.whoosh_reader import Reader
from search.whoosh_segment import (
    Built,
    Kept,
    Source,
    build,
    compound_file,
    kept_file,
    merge,
    open_segment,
    read_kept,
)

LOCK_WAIT: Final = 30.0
"""Seconds a commit waits for another writer; the longest thing done under the lock is one batch."""
MOST_SEGMENTS: Final = 48
"""Above this a commit merges whatever it costs: searches slow down with every segment."""
_OPEN_TRIES: Final = 5


class _Known:
    """What a segment kept, and where in it a version or a work is."""

    def __init__(self, kept: Kept) -> None:
        self.kept = kept

    @cached_property
    def number(self) -> dict[str, int]:
        return {row.version: number for number, row in enumerate(self.kept.rows)}

    @cached_property
    def of_work(self) -> dict[str, list[int]]:
        numbers: defaultdict[str, list[int]] = defaultdict(list)
        for number, row in enumerate(self.kept.rows):
            numbers[row.work].append(number)
        return numbers


class WhooshEngine(Engine):
    """One index directory. Make a new one with :meth:`create`; opening a bad one raises ``IndexUnusable``."""

    def __init__(self, directory: Path, key: bytes) -> None:
        self._directory = directory
        self._key = key
        self._analyser = analyser_version()
        self._known: dict[str, _Known] = {}
        self._proved: set[str] = set()
        self._idle: list[Reader] = []
        self._guard = threading.Lock()
        self._state: tuple[bytes, Snapshot] | None = None
        self._snapshot()

    @classmethod
    def create(cls, directory: Path, key: bytes) -> WhooshEngine:
        directory.mkdir(parents=True)
        save(directory, Snapshot(analyser_version(), 0), key)
        return cls(directory, key)

    # Reading

    def position(self) -> int:
        return self._snapshot().position

    def versions_of(self, works: Iterable[str]) -> set[str]:
        works, found = list(works), set[str]()
        for record in self._snapshot().segments:
            known = self._known_of(record)
            numbers = (number for work in works for number in known.of_work.get(work, ()))
            found.update(known.kept.rows[number].version for number in set(numbers).difference(record.deleted))
        return found

    def status(self) -> dict[str, Any]:
        snapshot = self._snapshot()
        return {
            "position": snapshot.position,
            "documents": snapshot.documents,
            "segments": len(snapshot.segments),
            "deleted": sum(len(segment.deleted) for segment in snapshot.segments),
            "bytes": sum(segment.size for segment in snapshot.segments),
            "analyser": snapshot.analyser,
        }

    def check(self) -> None:
        for record in self._snapshot().segments:
            for name, seal in record.files.items():
                self._check_file(name, seal)

    @contextmanager
    def _reading(self) -> Iterator[Reading]:
        try:
            reader = self._borrow()
            yield reader
        except ThabatError:
            raise
        except Exception as fault:  # the seam: a damaged segment can fail in any way
            raise IndexUnusable(f"the index cannot be read: {type(fault).__name__}: {fault}") from fault
        with self._guard:
            self._idle.append(reader)

    def _borrow(self) -> Reader:
        """A reader of the present state, for the caller alone."""
        with self._guard:
            reader = self._idle.pop() if self._idle else Reader()
        for attempt in range(_OPEN_TRIES):
            try:
                reader.show(self._snapshot(), self._segment, lambda record: self._known_of(record).kept)
            except SegmentMissing:
                # Merged away between reading the snapshot and opening the segment: read it again.
                if attempt == _OPEN_TRIES - 1:
                    raise
            else:
                return reader
        raise AssertionError  # the last try returns or raises

    def _snapshot(self) -> Snapshot:
        """The state on disk; read again only when the file was replaced."""
        seen = stamp(self._directory)
        state = self._state
        if state is None or state[0] != seen:
            state = self._state = (seen, load(self._directory, self._key, self._analyser))
            names = {segment.name for segment in state[1].segments}
            self._known = {name: known for name, known in self._known.items() if name in names}
        return state[1]

    def _segment(self, record: SegmentRecord) -> Any:
        self._prove(record)
        try:
            return open_segment(self._directory, record)
        except FileNotFoundError as fault:
            raise SegmentMissing(f"{fault.filename} is in the snapshot and not on disk") from fault

    def _prove(self, record: SegmentRecord) -> None:
        """Check a segment's files against their seals, once in the life of this object."""
        if record.name in self._proved:
            return
        name = compound_file(record.name)
        self._check_file(name, record.files[name])
        self._proved.add(record.name)

    def _check_file(self, name: str, seal: Seal) -> bytes:
        return check_file(self._directory / name, seal)

    def _known_of(self, record: SegmentRecord) -> _Known:
        known = self._known.get(record.name)
        if known is None:
            name = kept_file(record.name)
            known = self._known[record.name] = _Known(read_kept(self._check_file(name, record.files[name])))
        return known

    # Writing

    def commit(self, documents: Sequence[Document], *, position: int, gone: Iterable[str] = ()) -> None:
        latest = {document.row.version: document for document in documents}
        name = secrets.token_hex(8)
        built = build(list(latest.values()), name) if latest else None
        with self._writing() as snapshot:
            segments = self._without(snapshot.segments, {*latest, *gone})
            if built:
                segments.append(self._store(name, built))
            self._save(replace(snapshot, position=position, segments=tuple(segments)))

    def is_untidy(self) -> bool:
        return bool(merging.due(self._snapshot().segments))

    def tidy(self, most: int | None = None) -> Merged | None:
        snapshot = self._snapshot()
        if len(snapshot.segments) > MOST_SEGMENTS:
            most = None
        chosen = merging.due(snapshot.segments, most)
        if not chosen:
            return None
        name = secrets.token_hex(8)
        try:
            sources = [self._source(record) for record in chosen]
        except SegmentMissing:
            return None  # another process merged them first
        built = merge(_numbered(sources), name)  # without the lock: segments do not change
        for reader, _, _ in sources:
            reader.close()
        return self._put_in_place(chosen, built, name)

    def _source(self, record: SegmentRecord) -> tuple[Any, Kept, frozenset[int]]:
        return self._segment(record), self._known_of(record).kept, frozenset(record.deleted)

    def _put_in_place(self, chosen: Sequence[SegmentRecord], built: Built, name: str) -> Merged:
        """Swap the merged segment in; what was deleted from its sources meanwhile is deleted from it too."""
        sources = {record.name for record in chosen}
        with self._writing() as snapshot:
            lost = _deleted_since(chosen, {segment.name: segment for segment in snapshot.segments})
            segments = [segment for segment in snapshot.segments if segment.name not in sources]
            if len(lost) < built.documents:
                segments.insert(0, self._store(name, built).deleting(lost))
            self._save(replace(snapshot, segments=tuple(segments)))
        return Merged(len(chosen), built.documents - len(lost))

    @contextmanager
    def _writing(self) -> Iterator[Snapshot]:
        try:
            with locked(self._directory / "lock", wait=LOCK_WAIT):
                snapshot = self._snapshot()
                self._sweep(snapshot)
                yield snapshot
        except FileNotFoundError as fault:
            raise IndexUnusable(f"the index in {self._directory} has gone: {fault}") from fault
        except OSError as fault:
            raise Unavailable(f"the index in {self._directory} cannot be written: {fault}") from fault

    def _without(self, segments: Iterable[SegmentRecord], versions: set[str]) -> list[SegmentRecord]:
        """The segments with these versions marked as deleted, and without those in which nothing is left."""
        marked = [segment.deleting(self._numbers(segment, versions)) for segment in segments]
        return [segment for segment in marked if segment.live]

    def _numbers(self, record: SegmentRecord, versions: set[str]) -> set[int]:
        known = self._known_of(record).number
        return {known[version] for version in versions if version in known}

    def _store(self, name: str, built: Built) -> SegmentRecord:
        files = {compound_file(name): built.compound, kept_file(name): built.kept}
        for file, data in files.items():
            write_new(self._directory / file, data)
        self._proved.add(name)
        seals = {file: Seal.of(data) for file, data in files.items()}
        return SegmentRecord(name, built.documents, (), built.lengths, seals)

    def _save(self, snapshot: Snapshot) -> None:
        save(self._directory, snapshot, self._key)

    def _sweep(self, snapshot: Snapshot) -> None:
        """Remove what no snapshot names: files a killed writer left half-written, segments merged away."""
        kept = {SNAPSHOT, "lock", *(file for segment in snapshot.segments for file in segment.files)}
        for path in self._directory.iterdir():
            if path.name not in kept:
                path.unlink(missing_ok=True)


def _numbered(sources: Sequence[tuple[Any, Kept, frozenset[int]]]) -> list[Source]:
    """Give the documents that still count their numbers in the merged segment."""
    numbered, following = [], 0
    for reader, kept, deleted in sources:
        numbers = []
        for number in range(len(kept.rows)):
            numbers.append(-1 if number in deleted else following)
            following += number not in deleted
        numbered.append(Source(reader, kept, numbers))
    return numbered


def _deleted_since(chosen: Sequence[SegmentRecord], now: dict[str, SegmentRecord]) -> set[int]:
    """Numbers in the merged segment of what no longer counts: deleted while it was being made.

    A source that is no longer there counts as deleted whole: its documents are gone, or another
    process has merged them and they live on in its segment.
    """
    lost, following = set[int](), 0
    for record in chosen:
        before, current = set(record.deleted), now.get(record.name)
        after = set(current.deleted) if current else set(range(record.documents))
        for number in range(record.documents):
            if number not in before:
                if number in after:
                    lost.add(following)
                following += 1
    return lost
