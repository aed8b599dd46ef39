"""All segments of one state of the index as one: documents numbered through, terms scored, columns joined.

Immutable and shared by threads: the numbers here are good for this view alone. Scores are BM25 over
the whole view. Columns are carried on from the state before (:mod:`search.index.joined`); the posting
lists used last are kept with the view and go with it, since every commit changes every score a little.
"""

from __future__ import annotations

import math
import threading
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Any, Final

import numpy as np

from search.index import whoosh_codec
from search.index.columns import UNKNOWN, digests, key_at, keys_at
from search.index.evaluate import Evaluation
from search.index.hits import Hits
from search.index.joined import Columns, Groups, Values, nothing
from search.index.names import NameColumn
from search.index.segment import Segment
from search.index.store import Array
from search.index.terms import Terms, runs
from search.reading import GENEROUS, Budget
from search.schema import Column, Schema
from search.tree import Node

# Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), usual values.
_K1: Final = 1.2
_B: Final = 0.75
REMEMBERED: Final = 32 << 20
"""Bytes of scored posting lists kept for the next question."""

_MANY: Final = 200
"""Keys; more of them are read as arrays, which is slower for a few and touches the whole column."""


class View:
    """One state of the index; implements :class:`search.reading.Reading`."""

    def __init__(
        self, schema: Schema, segments: Sequence[Segment], deleted: Sequence[Array], before: View | None = None
    ) -> None:
        """``deleted`` are numbers in each segment; ``before`` is an earlier state of the same index."""
        self.schema = schema
        self.segments = segments
        self.deleted = deleted
        counts = [segment.documents for segment in segments]
        self.bases: list[int] = [0, *np.cumsum(counts, dtype=np.int64).tolist()]
        self.size = self.bases[-1]
        self.columns: Columns = Columns(segments, before.columns if before else None)
        self._norms: dict[str, Array] = {}
        self._words = _Recent(REMEMBERED)

    # What tree evaluation needs

    @cached_property
    def live(self) -> Array:
        """Which documents count."""
        live = np.ones(self.size, bool)
        for base, numbers in zip(self.bases, self.deleted, strict=False):
            live[numbers + base] = False
        return live

    @cached_property
    def whole(self) -> bool:
        """Whether all documents count."""
        return not any(map(len, self.deleted))

    def word(self, field: str, text: str) -> Hits:
        """The documents with a term, scored; remembered."""
        return self._words.get((field, text), lambda: self._word(field, text))

    def _word(self, field: str, text: str) -> Hits:
        term, parts = text.encode(), []
        for segment, base in zip(self.segments, self.bases, strict=False):
            terms = segment.field(field)
            number = terms.terms.find(term)
            if number >= 0:
                parts.append((base, *terms.postings(number)))
        return self._scored(field, *_numbered(parts))

    def spellings(self, field: str, found: Sequence[Sequence[int]]) -> Hits:
        """The documents with any of the terms ``found`` in each segment, counted as one word, scored."""
        parts = [
            (base, *segment.field(field).postings(*run))
            for segment, base, terms in zip(self.segments, self.bases, found, strict=False)
            for run in runs(terms)
        ]
        numbers, counts = _numbered(parts)
        if max(map(len, found), default=0) > 1 and len(numbers):
            every = np.bincount(numbers, counts, minlength=self.size)
            numbers = np.flatnonzero(every)
            counts = every[numbers].astype(np.float32)
        return self._scored(field, numbers, counts)

    def _scored(self, field: str, numbers: Array, counts: Array) -> Hits:
        """Documents with how often each has one and the same word, as what they are worth by it."""
        rarity = math.log(1 + (self.size - len(numbers) + 0.5) / (len(numbers) + 0.5))
        scores = counts * np.float32(rarity * (_K1 + 1)) / (counts + self._norm(field)[numbers])
        if not self.whole:
            live = self.live[numbers]
            numbers, scores = numbers[live], scores[live]
        return Hits.of(self.size, numbers, scores)

    def _norm(self, field: str) -> Array:
        """What a document's length adds to the count of a word in the denominator of BM25."""
        norms = self._norms.get(field)
        if norms is None:
            tokens = sum(segment.tokens(field) for segment in self.segments)
            average = max(1.0, tokens / max(1, self.size))
            lengths = self._read(("lengths", field), lambda segment: segment.field(field).lengths(), np.float32)
            norms = self._norms[field] = lengths * np.float32(_K1 * _B / average) + np.float32(_K1 * (1 - _B))
        return norms

    def _read(self, name: Any, read: Callable[[Segment], Array], kind: Any) -> Array:
        return self.columns.get(name, lambda: Values(read, nothing(kind))).array

    # search.reading.Reading

    def find(self, tree: Node, budget: Budget = GENEROUS) -> Hits:
        return Evaluation(self, budget).find(tree)

    def rows(self, numbers: Iterable[int]) -> list[Any]:
        names = self.schema.columns
        return [self.schema.row(*(self._value(name, number) for name in names)) for number in numbers]

    def values(self, column: str, numbers: Iterable[int]) -> list[Any]:
        wanted = list(numbers)
        if self.schema.columns[column] is Column.KEY and len(wanted) > _MANY:
            return self._keys(column, np.array(wanted, np.int64))
        return [self._value(column, number) for number in wanted]

    def numbers(self, column: str) -> Array:
        kind = bool if self.schema.columns[column] is Column.FLAG else np.int64
        return self._read(("numbers", column), lambda segment: segment.file.whole(f"{column}.values"), kind)

    def names(self, column: str) -> NameColumn:
        return self.columns.get(("names", column), lambda: NameColumn(column))

    def keyed(self, column: str, keys: Iterable[str]) -> Array:
        """Which documents have one of these keys, as a mask."""
        wanted, mask = digests(keys), np.zeros(self.size, bool)
        for segment, base in zip(self.segments, self.bases, strict=False):
            mask[segment.with_keys(column, wanted) + base] = True
        return mask

    def groups(self, column: str) -> tuple[Array, Array]:
        groups = self.columns.get(("groups", column), lambda: Groups(column))
        return groups.group, groups.fixed

    def terms(self, field: str, *, near: str = "", prefix: str = "") -> dict[str, int]:
        found: dict[str, int] = {}
        for segment in self.segments:
            terms = segment.field(field).terms
            for number in terms.near(near) if near else terms.starting(prefix.encode()):
                term = terms[number].decode()
                found[term] = found.get(term, 0) + len(segment.field(field).postings(number)[0])
        return found

    def lexicons(self, field: str) -> Sequence[Terms]:
        return [segment.field(field).terms for segment in self.segments]

    def whoosh(self) -> Any:
        """Whoosh's reader of this view, for any of its query classes; a searcher over it is for one thread."""
        return whoosh_codec.reader(self.schema, zip(self.segments, self.deleted, strict=True))

    def _value(self, column: str, number: int) -> Any:
        kind = self.schema.columns[column]
        if kind is Column.KEY:
            place = int(np.searchsorted(self.bases, number, side="right")) - 1
            return key_at(self.segments[place].file, column, number - self.bases[place])
        if kind in {Column.NAME, Column.NAMES}:
            values = self.names(column).at(number)
            return values if kind is Column.NAMES else values[0]
        value = self.numbers(column)[number].item()
        return None if value == UNKNOWN and kind is Column.NUMBER else value

    def _keys(self, column: str, numbers: Array) -> list[str]:
        """Of many documents at once, segment by segment."""
        found = np.empty(len(numbers), object)
        places = np.searchsorted(self.bases, numbers, side="right") - 1
        for place in np.unique(places).tolist():
            mine = np.flatnonzero(places == place)
            found[mine] = keys_at(self.segments[place].file, column, numbers[mine] - self.bases[place])
        strings: list[str] = found.tolist()
        return strings

    def forget(self) -> None:
        """As if nothing had been asked before; for measurements."""
        self._words = _Recent(REMEMBERED)


def _numbered(parts: Sequence[tuple[int, Array, Array]]) -> tuple[Array, Array]:
    """``(numbers in the view, counts)`` of postings ``(base, documents, counts)``, one after another."""
    numbers = [np.add(documents, base, dtype=np.int64) for base, documents, _ in parts]
    counts = [counts.astype(np.float32) for _, _, counts in parts]
    if len(parts) == 1:
        return numbers[0], counts[0]
    return np.concatenate([nothing(), *numbers]), np.concatenate([nothing(np.float32), *counts])


class _Recent:
    """The sets used last, as many as fit. Threads may share it."""

    def __init__(self, room: int) -> None:
        self._room = room
        self._guard = threading.Lock()
        self._sets: dict[Any, Hits] = {}

    def get(self, key: Any, make: Callable[[], Hits]) -> Hits:
        with self._guard:
            known = self._sets.pop(key, None)
            if known is not None:
                self._sets[key] = known  # the last is the most recent
                return known.again()
        made = make()
        with self._guard:
            if key not in self._sets:  # another thread may have been as fast
                self._sets[key] = made
                self._room -= made.bytes
            while self._room < 0:
                self._room += self._sets.pop(next(iter(self._sets))).bytes
        return made.again()
