"""How clearly the search decided: by how much a sentence left alone lost against its best counterpart.

For a sentence without counterpart, every bead it could have been in is tried against the beads found:
what that one would add, less what the beads it pushes out are worth, less the price of standing out
of place. The **advantage** is what the best of them falls short by, in log odds. A large one says
that nothing on the other side comes near; a small one that the sentence may have been missed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from archive.text.align.evidence import Shape
from archive.text.align.search import ECONOMY, Bead, Economy, Found
from archive.text.align.side import Floats

NOTHING_NEAR = 25.0
"""The largest advantage told apart; also that of a sentence with nothing to compare it with."""


LIKELIEST = 5
"""Counterparts tried of each sentence and shape."""

SHARED_HOLE = 3.0
"""Taken off where both sides have a sentence left over at the same place: rather a free translation than two events."""


@dataclass(frozen=True, slots=True, eq=False)
class Alternatives:
    """The beads found, seen from each sentence: which one it is in, and what that one is worth."""

    scores: Mapping[Shape, Floats]
    found: Found
    source_bead: tuple[int | None, ...]
    target_bead: tuple[int | None, ...]
    economy: Economy

    @classmethod
    def of(
        cls, scores: Mapping[Shape, Floats], found: Found, sources: int, targets: int, economy: Economy = ECONOMY
    ) -> Alternatives:
        left: list[int | None] = [None] * sources
        right: list[int | None] = [None] * targets
        for number, bead in enumerate(found.beads):
            left[bead.source : bead.source + bead.p] = [number] * bead.p
            right[bead.target : bead.target + bead.q] = [number] * bead.q
        return cls(scores, found, tuple(left), tuple(right), economy)

    def advantage_of_omitting(self, source: int) -> float:
        before, after = self._around(self.source_bead, source)
        low = before.target + before.q if before else 0
        high = after.target if after else len(self.target_bead)
        shared = None in self.target_bead[low:high]
        return self._advantage(
            (
                Bead(i, j, p, q, float(score[i, j]), 0)
                for (p, q), score in self.scores.items()
                for i in range(max(0, source - p + 1), min(source + 1, len(score)))
                for j in _likeliest(score[i])
            ),
            shared=shared,
        )

    def advantage_of_adding(self, target: int) -> float:
        before, after = self._around(self.target_bead, target)
        low = before.source + before.p if before else 0
        high = after.source if after else len(self.source_bead)
        shared = None in self.source_bead[low:high]
        return self._advantage(
            (
                Bead(i, j, p, q, float(score[i, j]), 0)
                for (p, q), score in self.scores.items()
                for j in range(max(0, target - q + 1), min(target + 1, score.shape[1]))
                for i in _likeliest(score[:, j])
            ),
            shared=shared,
        )

    def _advantage(self, others: Iterable[Bead], *, shared: bool) -> float:
        best = max((self._gain(other) for other in others), default=-NOTHING_NEAR)
        return round(min(max(-best - SHARED_HOLE * shared, 0.0), NOTHING_NEAR), 3)

    def _around(self, beads: Sequence[int | None], at: int) -> tuple[Bead | None, Bead | None]:
        """The beads of the nearest sentences before and after that have one."""
        before, after = _nearest(beads, range(at - 1, -1, -1)), _nearest(beads, range(at + 1, len(beads)))
        found = self.found.beads
        return (None if before is None else found[before]), (None if after is None else found[after])

    def _gain(self, other: Bead) -> float:
        """What the whole would gain by ``other``: at most 0 if the search was exact."""
        pushed = {self.source_bead[i] for i in range(other.source, other.source + other.p)}
        pushed |= {self.target_bead[j] for j in range(other.target, other.target + other.q)}
        gaps = self.found.gaps
        worth = other.worth + other.p * gaps.source + other.q * gaps.target
        lost = sum(self.found.beads[number].worth for number in pushed if number is not None)
        return worth - lost - (0.0 if self._in_place(other, pushed) else self.economy.opening)

    def _in_place(self, other: Bead, pushed: set[int | None]) -> bool:
        """Whether ``other`` stands after the target of the bead before it and before that of the bead after it."""
        before = _nearest(self.source_bead, range(other.source - 1, -1, -1), pushed)
        after = _nearest(self.source_bead, range(other.source + other.p, len(self.source_bead)), pushed)
        low = -1 if before is None else self.found.beads[before].target
        high = len(self.target_bead) if after is None else self.found.beads[after].target
        return low < other.target < high


def _nearest(beads: Sequence[int | None], places: range, pushed: Collection[int | None] = ()) -> int | None:
    """The bead of the first of ``places`` that has one, those pushed out not counted."""
    for at in places:
        number = beads[at]
        if number is not None and number not in pushed:
            return number
    return None


def _likeliest(scores: Floats) -> list[int]:
    """Where the largest scores stand; five of them, for the best may be taken. Ties go to the earlier."""
    if len(scores) > LIKELIEST:
        least = np.partition(scores, -LIKELIEST)[-LIKELIEST]
        near = np.flatnonzero(scores >= least)
        return [int(at) for at in near[np.argsort(-scores[near], kind="stable")[:LIKELIEST]]]
    return [int(at) for at in np.argsort(-scores, kind="stable")]
