"""A column of names over several segments: which document has which, and how many have each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from search.index import columns
from search.index.joined import Joined, nothing
from search.index.segment import Segment
from search.index.store import Array, ragged


@dataclass(frozen=True, slots=True)
class NameColumn(Joined):
    """Document ``n`` has the values of ``codes[starts[n]]`` and the ``held[n] - 1`` codes after it."""

    column: str
    values: tuple[str, ...] = ()
    """In the order in which they come, so that those of the first documents are the first."""
    codes: Array = field(default_factory=nothing)
    starts: Array = field(default_factory=nothing)
    held: Array = field(default_factory=nothing)

    def cut(self, documents: int) -> NameColumn:
        if documents == len(self.held):
            return self
        codes = self.codes[: self.starts[documents]]
        values = self.values[: int(codes.max(initial=-1)) + 1]
        return NameColumn(self.column, values, codes, self.starts[:documents], self.held[:documents])

    def extended(self, segments: Sequence[Segment]) -> NameColumn:
        known = {value: code for code, value in enumerate(self.values)}
        codes, held = [self.codes], [self.held]
        for segment in segments:
            values = columns.values_of(segment.file, self.column)
            recoded = [known.setdefault(value, len(known)) for value in values]
            codes.append(np.array(recoded, np.int64)[segment.file.whole(f"{self.column}.codes")])
            held.append(segment.file.whole(f"{self.column}.counts").astype(np.int64))
        counts = np.concatenate(held)
        return NameColumn(self.column, tuple(known), np.concatenate(codes), np.cumsum(counts) - counts, counts)

    def at(self, number: int) -> tuple[str, ...]:
        """The values of one document."""
        start = int(self.starts[number])
        return tuple(self.values[code] for code in self.codes[start : start + int(self.held[number])].tolist())

    def of(self, numbers: Array) -> tuple[Array, Array]:
        """``(which, code)`` pairs: ``numbers[which]`` has ``values[code]``."""
        held = self.held[numbers]
        return np.repeat(np.arange(len(numbers)), held), self.codes[ragged(self.starts[numbers], held)]

    def counts(self, numbers: Array) -> dict[str, int]:
        """How many of these documents have each value, values that none has left out."""
        if len(self.codes) == len(self.held) and self.held.max(initial=1) == 1:
            codes = self.codes[numbers]  # one value each
        else:
            codes = self.of(numbers)[1]
        counts = np.bincount(codes, minlength=len(self.values)).tolist()
        return {value: count for value, count in zip(self.values, counts, strict=True) if count}

    def having(self, values: Sequence[str]) -> Array:
        """Which documents have any of the values, as a mask."""
        wanted = np.array([value in values for value in self.values], bool)
        mask = np.zeros(len(self.held), bool)
        mask[np.repeat(np.arange(len(self.held)), self.held)[wanted[self.codes]]] = True
        return mask
