"""A whole collection, streamed: lines in, compared in any number of processes, lines out in the same order.

Never more than a few batches are in memory, so a collection may have any length. A bad line costs
itself alone. The answers are the same bytes whatever the number of processes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from archive.corpora.documents import compared
from archive.corpora.rows import Row, parse_row
from archive.errors import ThabatError, Unavailable
from archive.importing.stream import RawLine, read_lines, size_of
from archive.machine.encoder import Encoder
from archive.machine.encoder_use import UseEncoder
from archive.processes import in_order

MAX_BATCH_LINES: Final = 16
MAX_BATCH_BYTES: Final = 256 * 1024
"""About a second of work: enough that handing it over costs nothing, little enough that progress is seen."""


@dataclass(frozen=True, slots=True)
class Compared:
    """``answer`` is a line of JSON without its line feed."""

    line: int
    answer: str
    issues: int
    is_pair: bool


@dataclass(frozen=True, slots=True)
class Fault:
    line: int
    code: str
    detail: str


@dataclass(frozen=True, slots=True)
class Progress:
    """``outcomes`` are those of the last batch, in the order of their lines."""

    outcomes: tuple[Compared | Fault, ...]
    position: int  # bytes of the file
    size: int  # bytes of the file


@dataclass(frozen=True, slots=True)
class Comparing:
    """What is done with a batch; goes to the processes as it is."""

    all_bands: bool = False

    def __call__(self, lines: list[RawLine]) -> tuple[Compared | Fault, ...]:
        return tuple(self._one(line) for line in lines)

    def _one(self, line: RawLine) -> Compared | Fault:
        try:
            found = compared(_row(line), _encoder(), all_bands=self.all_bands)
        except ThabatError as error:
            return Fault(line.number, error.code, str(error))
        except Exception as error:  # noqa: BLE001 - one line that trips over a fault of ours must not stop ten thousand
            return Fault(line.number, "internal", f"a fault of Thabat's own, {type(error).__name__}; please report it")
        answer = json.dumps(found, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
        return Compared(line.number, answer, len(found["issues"]), found["pair"])


def _row(line: RawLine) -> Row:
    if line.fault is not None:
        raise line.fault
    return parse_row(line.raw)


def compare_file(path: Path, comparing: Comparing, *, jobs: int) -> Iterator[Progress]:
    """Compare every line of ``path``, yielding after every batch."""
    size = size_of(path)
    batches = ((batch[-1].position, batch) for batch in batched(read_lines(path)))
    try:
        for position, outcomes in in_order(batches, comparing, jobs=jobs):
            yield Progress(outcomes, position, size)
    except BrokenProcessPool:
        raise Unavailable(
            "a process that compares texts was ended from outside (out of memory?); fewer --jobs need less",
            code="align-process",
        ) from None


def batched(lines: Iterable[RawLine]) -> Iterator[list[RawLine]]:
    batch: list[RawLine] = []
    size = 0
    for line in lines:
        batch.append(line)
        size += len(line.raw)
        if len(batch) >= MAX_BATCH_LINES or size >= MAX_BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


@cache
def _encoder() -> Encoder:
    """One a process, loaded with the first line."""
    return UseEncoder()
