"""How often words stand in all sure links that have both sides: what renderings are weighed against."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from search.links import SIDES
from search.parallel.question import OTHER
from search.reading import Reading
from search.tree import And, Between, Node, Term

if TYPE_CHECKING:
    from numpy.typing import NDArray

PAIRED: Final[Node] = And((Between("paired", 1, 1), Between("uncertain", 0, 0)))


class LinkBackground:
    """Implements :class:`search.parallel.renderings.Background` for hits on ``side``."""

    def __init__(self, reading: Reading, side: str) -> None:
        self._reading = reading
        self._own, self._other = SIDES[side].stem, SIDES[OTHER[side]].stem
        self._counted = np.zeros(reading.size, bool)
        self._counted[reading.find(PAIRED).numbers] = True
        self._known: dict[tuple[str, str], NDArray[Any]] = {}

    @property
    def links(self) -> int:
        return int(self._counted.sum())

    def holders(self, stem: str) -> int:
        return len(self._of(self._other, stem))

    def together(self, own: Sequence[str], stem: str) -> tuple[Sequence[int], Sequence[int]]:
        here = np.zeros(self._reading.size, bool)
        here[self._of(self._other, stem)] = True
        found = [self._of(self._own, word) for word in own]
        return [len(one) for one in found], [int(here[one].sum()) for one in found]

    def _of(self, field: str, stem: str) -> NDArray[Any]:
        """The numbers of the links with the word."""
        found = self._known.get((field, stem))
        if found is None:
            numbers = self._reading.find(Term(field, stem)).numbers
            found = self._known[field, stem] = numbers[self._counted[numbers]]
        return found
