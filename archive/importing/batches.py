"""Lines are gathered into batches, small enough that a few of them fit in memory whatever the lines are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from archive.errors import BadInput, ThabatError
from archive.importing.lines import parse_line
from archive.importing.stream import RawLine
from archive.intake.deposit import Deposit

MAX_BATCH_BYTES: Final = 4 * 1024 * 1024
"""Drafting a text takes about ten times its bytes; three batches are in work at once."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a line was not taken. ``detail`` has the place in the line in front."""

    line: int
    code: str
    detail: str

    @classmethod
    def of(cls, line: int, error: ThabatError) -> Fault:
        return cls(line, error.code, str(error))


@dataclass(frozen=True, slots=True)
class Kept:
    """A line whose work is in the archive. ``created``: by this run; in a dry run ``work`` is None for what is new."""

    line: int
    work: str | None
    external_id: str | None
    created: bool


Result = Kept | Fault


@dataclass(frozen=True, slots=True)
class Item:
    """A line that made a deposit."""

    line: int
    deposit: Deposit


@dataclass(slots=True)
class Batch:
    """Consecutive lines, read: those still to be deposited, and results of those that are settled."""

    items: list[Item] = field(default_factory=list)
    results: list[Result] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)  # names of fields, once for each line that has them
    bytes: int = 0
    position: int = 0  # in the file, behind the last line

    def add(self, raw: RawLine) -> None:
        self.position = raw.position
        self.bytes += len(raw.raw)
        try:
            if raw.fault is not None:
                raise raw.fault
            line = parse_line(raw.raw)
        except BadInput as error:
            self.results.append(Fault.of(raw.number, error))
        else:
            self.items.append(Item(raw.number, line.deposit))
            self.ignored += line.ignored


def batched(lines: Iterable[RawLine], *, size: int) -> Iterator[Batch]:
    """Batches of at most ``size`` lines."""
    batch = Batch()
    for raw in lines:
        batch.add(raw)
        if len(batch.items) + len(batch.results) >= size or batch.bytes >= MAX_BATCH_BYTES:
            yield batch
            batch = Batch()
    if batch.items or batch.results:
        yield batch
