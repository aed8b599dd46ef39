"""Find the beads: the best chain first, then, among what it left, chain after chain of what was moved.

A **chain** is a sequence of beads that runs forward on both sides. The first one is the story told in
the same order, found by dynamic programming over the whole table (sentences left out cost what their
rarity in this pair of documents makes them cost). What it leaves is searched again for the best local
chain, forward or backward, that is worth opening, after Waterman & Eggert's repeated local alignments
(1987); so a moved paragraph, a block in reverse order or a document turned round is found whole.

Rows are computed at once, so a table of 365 x 343 takes milliseconds. Ties go to the earlier sentence.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from archive.text.align.evidence import Shape
from archive.text.align.side import Flags, Floats
from archive.text.align.weights import NEVER

_UP, _LEFT = -1, -2  # steps of the way back that are no bead
_TIE: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Economy:
    """What the search pays: all in log odds."""

    gap: float = 2.0  # for leaving a sentence without counterpart, at the usual rate
    usual_rate: float = 0.106  # share of sentences without counterpart that the gap stands for
    rate_weight: float = 1.5  # how far the document's own rate moves the gap
    rate_prior: int = 12  # sentences behind one omission before the document's own rate is believed
    opening: float = 6.5  # for a chain out of place: two leftovers that are merely not unlike each other did not move
    skip: float = 0.6  # for a sentence skipped within a chain out of place
    backward: float = 0.6  # for a bead of a chain that runs backward
    swapped: float = 2.2  # spared where a bead and its neighbour only changed places: the least that can move


ECONOMY: Final = Economy()

MOST_CHAINS: Final = 24
"""Chains looked for with continuity; what a shuffled document still has then is taken bead by bead."""


class Bead(NamedTuple):
    """``p`` sentences from ``source`` on, ``q`` from ``target`` on; ``worth`` is what it adds to the whole."""

    source: int
    target: int
    p: int
    q: int
    worth: float
    chain: int  # 0: the story in order; 1, 2, …: moved


class Gaps(NamedTuple):
    """What it costs to leave a sentence of either side without counterpart."""

    source: float
    target: float


@dataclass(frozen=True, slots=True)
class Found:
    beads: tuple[Bead, ...]  # in the order of the source
    gaps: Gaps


def search(scores: Mapping[Shape, Floats], sources: int, targets: int, economy: Economy = ECONOMY) -> Found:
    """Search twice: at the usual price of a gap, then at the price that this pair of documents shows."""
    usual = Gaps(economy.gap, economy.gap)
    first = _chains(_worth(scores, usual), sources, targets, economy)
    gaps = _prices(first, sources, targets, economy)
    beads = _chains(_worth(scores, gaps), sources, targets, economy)
    return Found(tuple(sorted(beads)), gaps)


def _prices(beads: Sequence[Bead], sources: int, targets: int, economy: Economy) -> Gaps:
    def price(covered: int, total: int) -> float:
        rate = (total - covered + 1.0) / (total + economy.rate_prior)
        return float(max(0.3, economy.gap - economy.rate_weight * np.log(rate / economy.usual_rate)))

    return Gaps(price(sum(bead.p for bead in beads), sources), price(sum(bead.q for bead in beads), targets))


def _worth(scores: Mapping[Shape, Floats], gaps: Gaps) -> dict[Shape, Floats]:
    """What a bead adds: its log odds, and the gaps it spares."""
    return {(p, q): score + p * gaps.source + q * gaps.target for (p, q), score in scores.items()}


def _chains(worth: Mapping[Shape, Floats], sources: int, targets: int, economy: Economy) -> list[Bead]:
    free_source, free_target = np.ones(sources, dtype=np.bool_), np.ones(targets, dtype=np.bool_)
    beads: list[Bead] = []
    for number in range(MOST_CHAINS):
        open_worth = _beside(_still_free(worth, free_source, free_target), beads, economy) if number else dict(worth)
        total, chain = _best_chain(open_worth, sources, targets, economy, whole=number == 0, number=number)
        if not chain or (number and total < economy.opening):
            return beads
        for bead in chain:
            free_source[bead.source : bead.source + bead.p] = False
            free_target[bead.target : bead.target + bead.q] = False
        beads += chain
    return beads + _one_by_one(_still_free(worth, free_source, free_target), economy)


def _one_by_one(worth: Mapping[Shape, Floats], economy: Economy) -> list[Bead]:
    """Beads worth a chain of their own, the best first, each sentence once."""
    candidates = sorted(
        Bead(int(i), int(j), p, q, float(value[i, j]), MOST_CHAINS)
        for (p, q), value in worth.items()
        for i, j in np.argwhere(value >= economy.opening)
    )
    sources, targets, beads = set[int](), set[int](), list[Bead]()
    for bead in sorted(candidates, key=lambda bead: -bead.worth):
        left, right = range(bead.source, bead.source + bead.p), range(bead.target, bead.target + bead.q)
        if sources.isdisjoint(left) and targets.isdisjoint(right):
            sources.update(left)
            targets.update(right)
            beads.append(bead)
    return beads


def _still_free(worth: Mapping[Shape, Floats], source: Flags, target: Flags) -> dict[Shape, Floats]:
    """Beads of sentences that no chain has taken; shapes with none are left out."""
    kept = {}
    for (p, q), value in worth.items():
        rows = np.asarray(np.lib.stride_tricks.sliding_window_view(source, p).all(-1))
        columns = np.asarray(np.lib.stride_tricks.sliding_window_view(target, q).all(-1))
        if rows.any() and columns.any():
            kept[p, q] = np.where(rows[:, None] & columns[None, :], value, NEVER)
    return kept


def _beside(worth: Mapping[Shape, Floats], beads: Sequence[Bead], economy: Economy) -> dict[Shape, Floats]:
    """``worth`` with what is spared for beads right after a found one on one side and right before it on the other."""
    spared = {shape: value.copy() for shape, value in worth.items()}
    for found in beads:
        for (p, q), value in spared.items():
            for row, column in (
                (found.source + found.p, found.target - q),
                (found.source - p, found.target + found.q),
            ):
                if 0 <= row < value.shape[0] and 0 <= column < value.shape[1]:
                    value[row, column] = worth[p, q][row, column] + economy.swapped
    return spared


def _best_chain(
    worth: Mapping[Shape, Floats], sources: int, targets: int, economy: Economy, *, whole: bool, number: int
) -> tuple[float, list[Bead]]:
    """The better of the best chain forward and the best chain backward; a tie goes forward."""
    skip = 0.0 if whole else economy.skip
    forward_total, forward = _trace(worth, sources, targets, skip, number)
    turned = {shape: value[:, ::-1] - economy.backward for shape, value in worth.items()}
    backward_total, backward = _trace(turned, sources, targets, skip, number)
    if forward_total >= backward_total - _TIE:
        return forward_total, forward
    placed = [bead._replace(target=targets - bead.target - bead.q) for bead in backward]
    return backward_total, [bead._replace(worth=bead.worth + economy.backward) for bead in placed]


def _trace(
    worth: Mapping[Shape, Floats], sources: int, targets: int, skip: float, number: int
) -> tuple[float, list[Bead]]:
    """The chain of greatest total worth. With ``skip`` > 0 it is local: it may begin and end anywhere."""
    best, steps = _table(worth, sources, targets, skip)
    row, column = (int(at) for at in np.unravel_index(best.argmax(), best.shape)) if skip else (sources, targets)
    total, beads = float(best[row, column]), []
    shapes = list(worth)
    while row > 0 and column > 0 and best[row, column] > _TIE:
        step = steps[row, column]
        if step >= 0:
            p, q = shapes[step]
            row, column = row - p, column - q
            beads.append(Bead(row, column, p, q, float(worth[p, q][row, column]), number))
        else:
            row, column = (row - 1, column) if step == _UP else (row, column - 1)
    return total, beads[::-1]


def _table(worth: Mapping[Shape, Floats], sources: int, targets: int, skip: float) -> tuple[Floats, NDArray[np.int8]]:
    """``best[i, j]``: greatest worth of a chain in the first ``i`` and ``j`` sentences, and the last step to it."""
    best = np.zeros((sources + 1, targets + 1))
    steps = np.full((sources + 1, targets + 1), _UP, dtype=np.int8)
    toll = np.arange(targets + 1) * skip
    for row in range(1, sources + 1):
        value = np.maximum(best[row - 1] - skip, 0.0)
        step = np.full(targets + 1, _UP, dtype=np.int8)
        for number, ((p, q), gain) in enumerate(worth.items()):
            if row < p:
                continue
            reached = best[row - p, : targets + 1 - q] + gain[row - p]
            better = reached > value[q:] + _TIE
            value[q:][better], step[q:][better] = reached[better], number
        across = np.maximum.accumulate(value + toll) - toll
        left = np.concatenate([[False], across[:-1] - skip >= value[1:] - _TIE])
        step[left] = _LEFT
        best[row], steps[row] = np.where(left, across, value), step
    return best, steps
