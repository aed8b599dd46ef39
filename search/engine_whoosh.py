"""The index on disk: commits, merges and readings over segments that are proved ours.

A state of the index (:mod:`search.states`) names immutable segments (:mod:`search.index`); each reading
looks whether there is a new one, opens the segments it does not have and drops those that are gone.
Segments are a codec of Whoosh's (:mod:`search.index.whoosh_codec`); its index, writer and ``refresh()`` are
not used: ``refresh()`` brings deleted and superseded documents back in 2.7.5 (SEARCH.md §3).
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import numpy as np

from archive.errors import ThabatError, Unavailable
from search import merging
from search.analysis import analyser_version
from search.engine import Document, Engine, IndexUnusable, Merged
from search.index.columns import digests, key_at
from search.index.segment import Built, Segment, build, file_name, merged
from search.index.store import Array
from search.index.view import View
from search.locks import locked
from search.schema import VERSIONS, Schema
from search.snapshot import SegmentMissing, SegmentRecord, Snapshot, fsync_directory, write_new
from search.states import States

LOCK_WAIT: Final = 30.0
"""Seconds a commit waits for another writer; the longest thing done under the lock is one batch."""
MOST_SEGMENTS: Final = 48
"""Above this a merge is done whatever it costs: searches slow down with every segment."""
ATTACHED_MOST: Final = 128 << 10
"""Bytes of a segment that is written with the state that first has it, not to a file of its own."""
_OPEN_TRIES: Final = 5


class WhooshEngine(Engine):
    """One index directory. Make a new one with :meth:`create`; opening a bad one raises ``IndexUnusable``."""

    def __init__(self, directory: Path, key: bytes, schema: Schema = VERSIONS) -> None:
        self.directory = directory
        self._schema = schema
        self._states = States(directory, key, _new(schema).recipe)
        self._segments: dict[str, Segment] = {}
        self._seen: Snapshot | None = None
        self._shown: tuple[Snapshot, View] | None = None
        self._snapshot()

    @classmethod
    def create(cls, directory: Path, key: bytes, schema: Schema = VERSIONS) -> WhooshEngine:
        directory.mkdir(parents=True)
        States.begin(directory, key, _new(schema))
        return cls(directory, key, schema)

    # Reading

    @contextmanager
    def reading(self) -> Iterator[View]:
        try:
            yield self._view()
        except ThabatError:
            raise
        except Exception as fault:  # the seam: a damaged segment can fail in any way
            raise IndexUnusable(f"the index cannot be read: {type(fault).__name__}: {fault}") from fault

    def position(self) -> int:
        return self._snapshot().position

    def keys(self, column: str, values: Iterable[str]) -> set[str]:
        wanted, found = digests(values), set[str]()
        for record in self._snapshot().segments:
            segment = self._segment(record)
            numbers = set(segment.with_keys(column, wanted).tolist()).difference(record.deleted)
            found.update(key_at(segment.file, self._schema.key, number) for number in numbers)
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
            Segment(self.directory, record, self._schema).file.prove_all()

    def _view(self) -> View:
        """The present state, opened."""
        for attempt in range(_OPEN_TRIES):
            snapshot, shown = self._snapshot(), self._shown
            if shown is not None and shown[0] is snapshot:
                return shown[1]
            try:
                view = self._open(snapshot, shown[1] if shown else None)
            except SegmentMissing:
                # Merged away between reading the snapshot and opening the segment: read it again.
                if attempt == _OPEN_TRIES - 1:
                    raise
            else:
                self._shown = (snapshot, view)
                return view
        raise AssertionError  # the last try returns or raises

    def _open(self, snapshot: Snapshot, before: View | None) -> View:
        segments = [self._segment(record) for record in snapshot.segments]
        deleted = [np.array(record.deleted, np.int64) for record in snapshot.segments]
        return View(self._schema, segments, deleted, before)

    def _snapshot(self) -> Snapshot:
        """The state on disk; segments that are not in it are let go of."""
        snapshot = self._states.current()
        if snapshot is not self._seen:
            names = {segment.name for segment in snapshot.segments}
            self._segments = {name: segment for name, segment in self._segments.items() if name in names}
            self._seen = snapshot
        return snapshot

    def _segment(self, record: SegmentRecord) -> Segment:
        segment = self._segments.get(record.name)
        if segment is None:
            segment = self._segments[record.name] = Segment(self.directory, record, self._schema)
        return segment

    # Writing

    def commit(self, documents: Sequence[Document], *, position: int, gone: Iterable[str] = ()) -> None:
        latest = {getattr(document.row, self._schema.key): document for document in documents}
        built = build(self._schema, list(latest.values())) if latest else None
        with self._writing() as snapshot:
            segments = self._without(snapshot.segments, digests([*latest, *gone]))
            self._save(replace(snapshot, position=position, segments=tuple(segments)), built)

    def is_untidy(self) -> bool:
        return bool(merging.due(self._snapshot().segments))

    def tidy(self, most: int | None = None) -> Merged | None:
        segments = self._snapshot().segments
        if len(segments) > MOST_SEGMENTS:
            most = None
        return self._merge(merging.due(segments, most))

    def condense(self) -> None:
        while self._merge(merging.thorough(self._snapshot().segments)):
            pass
        with self._writing():
            self._states.renew()
            self._sweep(self._snapshot())

    def _merge(self, chosen: Sequence[SegmentRecord]) -> Merged | None:
        if not chosen:
            return None
        try:
            sources = [(self._segment(record), _alive(record)) for record in chosen]
        except SegmentMissing:
            return None  # another process merged them first
        return self._put_in_place(chosen, merged(self._schema, sources))  # made without the lock: segments never change

    def _put_in_place(self, chosen: Sequence[SegmentRecord], built: Built) -> Merged:
        """Swap the merged segment in; what was deleted from its sources meanwhile is deleted from it too."""
        sources = {record.name for record in chosen}
        with self._writing() as snapshot:
            lost = _deleted_since(chosen, {segment.name: segment for segment in snapshot.segments})
            segments = snapshot.segments
            last = max((place for place, one in enumerate(segments) if one.name in sources), default=0)
            # Behind what is older, so that larger segments stay first and what was joined of them stays right.
            before, after = ([o for o in part if o.name not in sources] for part in (segments[:last], segments[last:]))
            left = replace(snapshot, segments=(*before, *after))
            self._save(left, built if len(lost) < built.documents else None, place=len(before), lost=lost)
            self._sweep(self._snapshot())
        return Merged(len(chosen), built.documents - len(lost))

    @contextmanager
    def _writing(self) -> Iterator[Snapshot]:
        try:
            with locked(self.directory / "lock", wait=LOCK_WAIT):
                snapshot = self._snapshot()
                self._sweep(snapshot)
                yield snapshot
        except FileNotFoundError as fault:
            raise IndexUnusable(f"the index in {self.directory} has gone: {fault}") from fault
        except OSError as fault:
            raise Unavailable(f"the index in {self.directory} cannot be written: {fault}") from fault

    def _without(self, segments: Iterable[SegmentRecord], keys: Array) -> list[SegmentRecord]:
        """The segments with these keys marked as deleted, and without those in which nothing is left."""
        column = self._schema.key
        marked = [s.deleting(set(self._segment(s).with_keys(column, keys).tolist())) for s in segments]
        return [segment for segment in marked if segment.live]

    def _save(
        self, snapshot: Snapshot, built: Built | None, *, place: int | None = None, lost: Iterable[int] = ()
    ) -> None:
        """Make this the state, with what was ``built`` at a ``place`` among its segments, else behind them."""
        attached = {}
        if built:
            record = built.record(secrets.token_hex(8)).deleting(set(lost))
            if built.size <= ATTACHED_MOST:
                attached[record.name], record = b"".join((built.header, built.body)), replace(record, offset=-1)
            else:
                write_new(self.directory / file_name(record.name), built.header, built.body)
                fsync_directory(self.directory)
            segments = snapshot.segments
            place = len(segments) if place is None else place
            snapshot = replace(snapshot, segments=(*segments[:place], record, *segments[place:]))
        self._states.append(snapshot, attached)

    def _sweep(self, snapshot: Snapshot) -> None:
        """Remove what no snapshot names: files a killed writer left half-written, segments merged away."""
        kept = {"lock", *self._states.files(), *(file_name(segment.name) for segment in snapshot.segments)}
        for path in self.directory.iterdir():
            if path.name not in kept:
                path.unlink(missing_ok=True)


def _new(schema: Schema) -> Snapshot:
    """An empty index."""
    return Snapshot(analyser_version(), schema.signature, 0)


def _alive(record: SegmentRecord) -> Array:
    """Which documents of a segment count."""
    alive = np.ones(record.documents, bool)
    alive[list(record.deleted)] = False
    return alive


def _deleted_since(chosen: Sequence[SegmentRecord], now: dict[str, SegmentRecord]) -> set[int]:
    """Numbers in the merged segment of what no longer counts: deleted while it was being made.

    A source that is no longer there counts as deleted whole: its documents are gone, or another
    process has merged them and they live on in its segment.
    """
    after = [_alive(now[record.name]) if record.name in now else np.zeros(record.documents, bool) for record in chosen]
    lost = [~counts[_alive(record)] for record, counts in zip(chosen, after, strict=True)]
    return set(np.flatnonzero(np.concatenate(lost)).tolist())
