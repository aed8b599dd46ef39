"""The state of an index on disk: a log of states, each sealed, of which the last counts.

A commit appends one record to the log: all that the index now consists of and, where it is small, the new
segment itself. One ``fdatasync`` makes both durable. A record that a killed writer left half-written comes
behind all that are whole: it is passed over, and the next commit is written in its place. When the log has
grown it is begun anew beside the old one, and ``SNAPSHOT``, which names it, is replaced by rename.

A record is a line with its seal and the lengths of its parts, then the segments, then the state as JSON.
The seal is an HMAC-SHA-256 of everything else in it (:mod:`search.snapshot` says under which key).
"""

from __future__ import annotations

import hmac
import os
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

from search.engine import IndexUnusable
from search.snapshot import (
    SNAPSHOT,
    SegmentMissing,
    SegmentRecord,
    Snapshot,
    decoded,
    encoded,
    mac,
    sealed,
    stamp,
    unsealed,
    write_durably,
    write_new,
)

LOG: Final = "log"
"""The ending of a log's name."""
LOG_MOST: Final = 4 << 20
"""Bytes behind the first record after which a log is begun anew: about a hundred commits of one article."""
_ALIGNMENT: Final = 64
_HEAD: Final = 128
_MAC: Final = 64  # hexadecimal digits
_TRIES: Final = 5
NOTHING: Final[Mapping[str, bytes]] = {}


class _Known(NamedTuple):
    """The state that was read last, and where."""

    stamp: tuple[bytes, int]
    log: str
    begun: int
    """Where the first record of the log ends."""
    end: int
    """Where this one does, and the next begins."""
    snapshot: Snapshot


class _Record(NamedTuple):
    """The parts of a record as its first line says them."""

    start: int
    seal: bytes
    attached: int
    state: int

    @property
    def end(self) -> int:
        return self.start + _HEAD + self.attached + self.state


class States:
    """The states of the index in ``directory``. Threads may share it; writers take turns by a lock of their own."""

    def __init__(self, directory: Path, key: bytes, recipe: str) -> None:
        """``recipe`` names what the index is made by and of: a state with another one is refused."""
        self._directory = directory
        self._key = key
        self._recipe = recipe
        self._known: _Known | None = None

    @classmethod
    def begin(cls, directory: Path, key: bytes, snapshot: Snapshot) -> States:
        """The states of a new index."""
        states = cls(directory, key, snapshot.recipe)
        states._begun(snapshot, NOTHING)
        return states

    def current(self) -> Snapshot:
        """The last state; read again only when there is a new one."""
        for _ in range(_TRIES):
            try:
                return self._current().snapshot
            except FileNotFoundError:
                continue  # begun anew since its name was read
        raise SegmentMissing(f"{self._directory / SNAPSHOT} names a log that is not on disk")

    def append(self, snapshot: Snapshot, attached: Mapping[str, bytes] = NOTHING) -> Snapshot:
        """Make ``snapshot`` the last state; segments without a place are ``attached``. For one writer at a time."""
        known = self._current()
        if known.end > known.begun + LOG_MOST:
            return self._begun(snapshot, attached)
        record, placed = self._record(snapshot, known.log, known.end, attached)
        with (self._directory / known.log).open("r+b") as file:
            file.truncate(known.end)  # what a killed writer left
            file.seek(known.end)
            file.write(record)
            file.flush()
            os.fdatasync(file.fileno())
        end = known.end + len(record)
        self._known = known._replace(stamp=(known.stamp[0], end), end=end, snapshot=placed)
        return placed

    def renew(self) -> None:
        """Begin the log anew, so that it holds one state and nothing else. For one writer at a time."""
        self._begun(self._current().snapshot, NOTHING)

    def files(self) -> set[str]:
        """The names of the files that states are kept in."""
        return {SNAPSHOT, self._current().log}

    # Reading

    def _current(self) -> _Known:
        seal = stamp(self._directory / SNAPSHOT)
        known = self._known
        log = known.log if known and known.stamp[0] == seal else self._log()
        seen = seal, (self._directory / log).stat().st_size
        if known is None or known.stamp != seen:
            with (self._directory / log).open("rb") as file:
                behind = known is not None and known.log == log and known.end <= seen[1]
                known = self._read(file, seen, log, known if behind else None)
            self._known = known
        return known

    def _log(self) -> str:
        """The log that ``SNAPSHOT`` names."""
        found = unsealed(self._directory / SNAPSHOT, self._key)
        if set(found) != {LOG}:
            raise IndexUnusable(f"{self._directory / SNAPSHOT} is of another format: it names no log")
        return str(found[LOG])

    def _read(self, file: BinaryIO, seen: tuple[bytes, int], log: str, known: _Known | None) -> _Known:
        """The last whole record behind what is known. Only the very last can be broken: a commit that was cut off."""
        records = list(_records(file, known.end if known else 0, seen[1]))
        for record in records[:-3:-1]:
            state = self._proved(file, record)
            if state is not None:
                snapshot = decoded(state)
                if snapshot.recipe != self._recipe:
                    raise IndexUnusable(f"{log} is a log of {snapshot.recipe}; this is {self._recipe}")
                return _Known(seen, log, known.begun if known else records[0].end, record.end, snapshot)
        if known is None or len(records) > 1:
            raise IndexUnusable(f"{self._directory / log} is not as this archive wrote it: its seals do not hold")
        return known._replace(stamp=seen)

    def _proved(self, file: BinaryIO, record: _Record) -> bytes | None:
        """The state in a record, if its seal holds."""
        file.seek(record.start + _MAC)
        sealed_part = file.read(record.end - record.start - _MAC)
        holds = hmac.compare_digest(mac(sealed_part, self._key), record.seal)
        return sealed_part[-record.state :] if holds else None

    # Writing

    def _begun(self, snapshot: Snapshot, attached: Mapping[str, bytes]) -> Snapshot:
        """A new log with this state and all segments that live in logs."""
        moved = {one.name: _bytes_of(self._directory, one) for one in snapshot.segments if one.log}
        log = f"{secrets.token_hex(8)}.{LOG}"
        placeless = tuple(replace(one, log="", offset=-1) if one.log else one for one in snapshot.segments)
        record, placed = self._record(replace(snapshot, segments=placeless), log, 0, moved | dict(attached))
        write_new(self._directory / log, record)
        pointer = sealed({LOG: log}, self._key)
        write_durably(self._directory / SNAPSHOT, pointer)
        self._known = _Known((pointer[:_MAC], len(record)), log, len(record), len(record), placed)
        return placed

    def _record(
        self, snapshot: Snapshot, log: str, start: int, attached: Mapping[str, bytes]
    ) -> tuple[bytes, Snapshot]:
        """A record, and its state with the segments attached to it in their places, in order."""
        offset, segments, parts = start + _HEAD, [], [b""]
        for segment in snapshot.segments:
            if segment.offset < 0:
                segment = replace(segment, log=log, offset=offset)  # noqa: PLW2901
                parts.append(_filled(attached[segment.name], b"\0"))
                offset += len(parts[-1])
            segments.append(segment)
        placed = replace(snapshot, segments=tuple(segments))
        state = _filled(encoded(placed), b" ")
        parts[0] = (b" %010d %010d" % (offset - start - _HEAD, len(state))).ljust(_HEAD - _MAC - 1) + b"\n"
        body = b"".join((*parts, state))
        return mac(body, self._key) + body, placed


def _records(file: BinaryIO, start: int, size: int) -> Iterator[_Record]:
    """The records that their first lines say there are; what is no record ends them."""
    while start + _HEAD <= size:
        file.seek(start)
        seal, *lengths = file.read(_HEAD).split() or [b""]
        if len(seal) != _MAC or len(lengths) != 2 or not all(map(bytes.isdigit, lengths)):
            return
        record = _Record(start, seal, *map(int, lengths))
        if record.end > size:
            return
        yield record
        start = record.end


def _bytes_of(directory: Path, segment: SegmentRecord) -> bytes:
    """A segment that lives in a log."""
    with (directory / segment.log).open("rb") as file:
        file.seek(segment.offset)
        return file.read(segment.size)


def _filled(data: bytes, filler: bytes) -> bytes:
    return data.ljust(len(data) + -len(data) % _ALIGNMENT, filler)
