"""Columns of several segments as one, and carried from each state of the index into the next.

A commit adds a small segment behind the others, so what was joined before it is still right for all but
the last documents: it is cut where the segments begin to differ and extended by what is new. Whatever is
joined is made at first need, and what nobody asked for between two commits is kept for who asks after the
next one. Everything here is immutable and shared by threads.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Self, TypeVar

import numpy as np

from search.index.segment import Segment
from search.index.store import Array


def nothing(kind: type[np.generic] = np.int64) -> Array:
    return np.empty(0, kind)


class Joined(ABC):
    """Something of every document, one segment after another; as it is made, of none."""

    @abstractmethod
    def cut(self, documents: int) -> Self:
        """The same of the first so many documents."""

    @abstractmethod
    def extended(self, segments: Sequence[Segment]) -> Self:
        """The same of the documents of these segments too."""


J = TypeVar("J", bound=Joined)


class Columns:
    """What is joined of these segments, by name; begun with what ``before`` has of the first of them."""

    def __init__(self, segments: Sequence[Segment], before: Columns | None = None) -> None:
        self._segments = segments
        self._kept: dict[Any, Joined] = {}
        self._inherited = before.carried_to(segments) if before else {}

    def get(self, name: Any, none: Callable[[], J]) -> J:
        """What is joined under ``name``, extended from ``none`` of it: one and the same for all threads."""
        found = self._kept.get(name)
        if found is None:
            same, known = self._inherited.get(name, (0, None))
            start = known.cut(_documents(self._segments[:same])) if known else none()
            found = self._kept.setdefault(name, start.extended(self._segments[same:]))
            self._inherited.pop(name, None)
        return found  # type: ignore[return-value]  # a name has one kind

    def carried_to(self, segments: Sequence[Segment]) -> dict[Any, tuple[int, Joined]]:
        """What there is, each with how many of its segments come first among ``segments`` too."""
        pairs = enumerate(zip(self._segments, segments, strict=False))
        same = next((n for n, (mine, other) in pairs if mine is not other), min(len(self._segments), len(segments)))
        older = {name: (min(since, same), known) for name, (since, known) in self._inherited.copy().items()}
        found = older | {name: (same, known) for name, known in self._kept.copy().items()}
        return found if same else {}


def _documents(segments: Sequence[Segment]) -> int:
    return sum(segment.documents for segment in segments)


@dataclass(frozen=True, slots=True)
class Values(Joined):
    """A value a document, as ``read`` finds them in a segment."""

    read: Callable[[Segment], Array]
    array: Array

    def cut(self, documents: int) -> Values:
        return replace(self, array=self.array[:documents])

    def extended(self, segments: Sequence[Segment]) -> Values:
        kind = self.array.dtype
        parts = [self.read(segment).astype(kind, copy=False) for segment in segments]
        return replace(self, array=np.concatenate([self.array, *parts]) if parts else self.array)


@dataclass(frozen=True, slots=True)
class Groups(Joined):
    """A key column as groups: document ``n`` is in ``group[n]``, and ``fixed`` has the digest of each group's key."""

    column: str
    group: Array = field(default_factory=nothing)
    fixed: Array = field(default_factory=lambda: nothing(np.uint64))

    def cut(self, documents: int) -> Groups:
        group = self.group[:documents]
        return replace(self, group=group, fixed=self.fixed[: int(group.max(initial=-1)) + 1])

    def extended(self, segments: Sequence[Segment]) -> Groups:
        """Digests that are known keep their groups; the others get the numbers behind them."""
        found = [segment.file.whole(f"{self.column}.digests") for segment in segments]
        digests = np.concatenate([nothing(np.uint64), *found])
        order = np.argsort(self.fixed, kind="stable")  # nearly sorted: linear
        group = _looked_up(self.fixed[order], digests)
        known = group >= 0
        group[known] = order[group[known]]
        fresh, places = np.unique(digests[~known], return_inverse=True)
        group[~known] = len(self.fixed) + places
        return replace(self, group=np.concatenate([self.group, group]), fixed=np.concatenate([self.fixed, fresh]))


def _looked_up(ascending: Array, wanted: Array) -> Array:
    """The place of each wanted number, −1 for those that are not there."""
    if not len(ascending):
        return np.full(len(wanted), -1)
    place = np.minimum(np.searchsorted(ascending, wanted), len(ascending) - 1)
    return np.where(ascending[place] == wanted, place, -1)
