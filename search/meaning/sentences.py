"""Every sentence of chosen versions beside a question: where it stands and its cosine, for looking closely at few."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from archive.values import Span
from search.meaning.store import Segment
from search.meaning.vectors import Floats, Quantised, products

Numbers: TypeAlias = dict[str, dict[str, int]]
"""By name of a segment, the number of each of its versions; filled as segments are met, good for ever."""


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences of one version that have vectors, in order, and their cosines with the question."""

    spans: tuple[Span, ...]
    likeness: tuple[float, ...]


def sentences(
    segments: Iterable[Segment], query: Floats, versions: Collection[str], numbers: Numbers
) -> dict[str, Sentences]:
    """By version; what has no vectors is absent."""
    found: dict[str, Sentences] = {}
    for segment in segments:
        known = _numbers(segment, numbers)
        found.update({version: _of(segment, known[version], query) for version in versions if version in known})
    return found


def _numbers(segment: Segment, numbers: Numbers) -> dict[str, int]:
    name = segment.record.name
    if name not in numbers:
        numbers[name] = {str(row[0]): number for number, row in enumerate(segment.record.versions)}
    return numbers[name]


def _of(segment: Segment, number: int, query: Floats) -> Sentences:
    first = int(segment.starts[number])
    end = first + int(segment.record.versions[number][3])
    cosines = products(Quantised(segment.vectors.rows[first:end], segment.vectors.scales[first:end]), query)
    return Sentences(tuple(map(segment.span, range(first, end))), tuple(cosines.tolist()))
