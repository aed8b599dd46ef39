"""Which links stand in the same order on both sides, and which were moved.

What keeps its order is the heaviest chain of links that rises on both sides (heaviest by the length
of their text, so that one short sentence moved past a long one is the one that moved). The rest was
moved; neighbours that moved together are one block.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np


class Place(NamedTuple):
    """First sentence of a link on each side, the number of sentences it spans, and its weight."""

    source: int
    target: int
    sources: int
    targets: int
    weight: float


def moved(places: Sequence[Place]) -> tuple[int, ...]:
    """Return the indices of the places outside the heaviest rising chain; ``places`` rise in ``source``."""
    total = np.zeros(len(places))
    before = np.full(len(places), -1)
    targets = np.array([place.target for place in places])
    for at, place in enumerate(places):
        reachable = np.where(targets[:at] < place.target, total[:at], 0.0)
        if reachable.size and reachable.max() > 0:
            before[at] = int(reachable.argmax())
        total[at] = place.weight + (reachable.max() if reachable.size else 0.0)
    kept = set[int]()
    at = int(total.argmax()) if len(places) else -1
    while at >= 0:
        kept.add(at)
        at = int(before[at])
    return tuple(index for index in range(len(places)) if index not in kept)


def blocks(places: Sequence[Place], indices: Sequence[int]) -> list[tuple[int, ...]]:
    """Group moved places that follow each other on both sides, in the same or in the opposite order."""
    groups: list[list[int]] = []
    for index in indices:
        if groups and _follows(places[groups[-1][-1]], places[index]):
            groups[-1].append(index)
        else:
            groups.append([index])
    return [tuple(group) for group in groups]


def _follows(last: Place, here: Place) -> bool:
    forward, backward = last.target + last.targets == here.target, here.target + here.targets == last.target
    return last.source + last.sources == here.source and (forward or backward)
