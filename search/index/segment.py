"""A segment: fields and columns of some documents in one file, made, merged and opened.

Segments never change. Which of their documents no longer count is said by the snapshot, and is
handed in from there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from search.engine import Document
from search.index import columns
from search.index.inverted import Field, Inverted, invert, merge
from search.index.store import Array, StoredArrays, pack, ragged
from search.schema import Schema
from search.snapshot import Seal, SegmentRecord

_SUFFIX = ".seg"


@dataclass(frozen=True, slots=True)
class Built:
    """A finished segment, not yet on disk."""

    documents: int
    header: bytes
    body: memoryview

    @property
    def size(self) -> int:
        return len(self.header) + len(self.body)

    def record(self, name: str) -> SegmentRecord:
        return SegmentRecord(name, self.documents, (), Seal.of(self.header), self.size)


class Segment:
    """A segment on disk. Threads may share it."""

    def __init__(self, directory: Path, record: SegmentRecord, schema: Schema) -> None:
        self.name = record.name
        self.documents = record.documents
        place = (directory / record.log, record.offset) if record.log else (directory / file_name(record.name), None)
        self.file = StoredArrays(place[0], record.header, record.size, place[1])
        self._schema = schema
        self._fields: dict[str, Field] = {}
        self._digests: dict[str, tuple[Array, Array]] = {}

    def field(self, name: str) -> Field:
        field = self._fields.get(name)
        if field is None:
            field = self._fields[name] = Field(self.file, name)
        return field

    def field_names(self) -> list[str]:
        return list(self._schema.fields)

    @cached_property
    def deepest(self) -> int:
        """The highest position of any word."""
        return int(self.file.facts["deepest"])

    def tokens(self, field: str) -> int:
        """Of all documents together, deleted ones too."""
        return int(self.file.facts["tokens"][field])

    def with_keys(self, column: str, digests: Array) -> Array:
        """Numbers of the documents whose key has one of these digests."""
        ascending, order = self._by_digest(column)
        first, behind = ascending.searchsorted(digests), ascending.searchsorted(digests, "right")
        return np.unique(order[ragged(first, behind - first)]) if (first < behind).any() else np.empty(0, np.int64)

    def _by_digest(self, column: str) -> tuple[Array, Array]:
        """``(digests, numbers)`` of all documents, by digest."""
        found = self._digests.get(column)
        if found is None:
            digests = self.file.whole(f"{column}.digests")
            order = np.argsort(digests, kind="stable")
            found = self._digests[column] = digests[order], order
        return found


def file_name(segment: str) -> str:
    return f"{segment}{_SUFFIX}"


def build(schema: Schema, documents: Sequence[Document]) -> Built:
    """A segment of new documents."""
    fields = (
        (name, invert([document.fields[name] for document in documents], positions=positions))
        for name, positions in schema.fields.items()
    )
    return _built(fields, columns.packed(schema, [document.row for document in documents]), len(documents))


def merged(schema: Schema, sources: Sequence[tuple[Segment, Array]]) -> Built:
    """One segment out of several: ``(segment, alive)``, documents in the same order, without those not alive."""
    numbers, following = [], 0
    for _, alive in sources:
        numbers.append(np.where(alive, np.cumsum(alive) - 1 + following, -1))
        following += int(np.count_nonzero(alive))
    segments = [segment for segment, _ in sources]
    fields = (
        (name, merge([(segment.field(name), number) for segment, number in zip(segments, numbers, strict=True)]))
        for name in schema.fields
    )
    return _built(fields, columns.merged(schema, [(segment.file, alive) for segment, alive in sources]), following)


def _built(fields: Iterable[tuple[str, Inverted]], made: dict[str, Array], documents: int) -> Built:
    """Field by field, each let go of before the next is made."""
    arrays, tokens, deepest = dict(made), {}, 0
    for name, field in fields:
        arrays.update({f"{name}.{part}": array for part, array in field.packed().items()})
        tokens[name] = int(field.lengths.sum(dtype=np.int64))
        deepest = max(deepest, int(field.places.max(initial=0)))
    return Built(documents, *pack(arrays, {"tokens": tokens, "deepest": deepest}))
