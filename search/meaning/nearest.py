"""Which versions come nearest to a question, and by which sentence.

A version's score is the cosine of its best sentence, plus half that of the direction of all its sentences:
a question about a passing remark finds the remark, and between two good remarks the text that is about the
matter wins (measured on headlines and their articles in the other language, ``tests/quality/meaning_figures``).
Every sentence of every version is looked at.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np

from archive.values import Span
from search.meaning.store import Segment
from search.meaning.vectors import Floats, products

WHOLE: Final = 0.5
"""The weight of the whole text beside its best sentence."""


@dataclass(frozen=True, slots=True)
class Near:
    """``score`` ranks; ``likeness`` is the cosine of the sentence at ``span`` with the question."""

    version: str
    work: str
    language: str
    span: Span
    likeness: float
    score: float

    @property
    def nearness(self) -> float:
        """The score as a mean of cosines, at most 1: what texts are ordered by, and what is shown of it."""
        return self.score / (1 + WHOLE)


def nearest(segments: Iterable[Segment], query: Floats, *, limit: int, least: float = -1.0) -> list[Near]:
    """The ``limit`` best versions whose nearness is at least ``least``, best first, equal ones by id."""
    scanned = [_Scanned(segment, query) for segment in segments]
    scores = np.concatenate([np.zeros(0, np.float32), *(one.scores for one in scanned)])
    floor = float(np.float32(least * (1 + WHOLE)))
    if limit < len(scores):
        floor = max(floor, float(np.partition(scores, -limit)[-limit]))
    found = [one.near(number) for one in scanned for number in np.flatnonzero(one.scores >= floor).tolist()]
    return sorted(found, key=_order)[:limit]  # equal ones at the end were kept, for the order by id


def _order(near: Near) -> tuple[float, str]:
    return -near.score, near.version


class _Scanned:
    """One segment with the question put to every sentence of it."""

    def __init__(self, segment: Segment, query: Floats) -> None:
        self._segment = segment
        self._cosines = products(segment.vectors, query)
        self.scores = np.maximum.reduceat(self._cosines, segment.starts) + WHOLE * products(segment.means, query)

    def near(self, number: int) -> Near:
        """The version with this number in the segment, by its best sentence, the first of equal ones."""
        version, work, language, sentences = self._segment.record.versions[number]
        first = int(self._segment.starts[number])
        of_version = self._cosines[first : first + int(sentences)]
        best = int(of_version.argmax())
        likeness, score = float(of_version[best]), float(self.scores[number])
        return Near(str(version), str(work), str(language), self._segment.span(first + best), likeness, score)
