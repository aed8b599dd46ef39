"""Names that aligned sentences propose, part by part, for people who wait: kept until the index changes.

A part is read when it is asked for, one at a time, whoever asks; :data:`search.parallel.service.LEARNT_IN_PART`
says how much that is. Whoever wants all of it at once has :meth:`search.parallel.service.Parallel.name_candidates`.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import Final

from search.parallel.service import Parallel, Proposed

_KEPT: Final = 4
"""Parts that are remembered: some hundreds of candidates each, with two sentences."""


class Proposals:
    """Threads may share it."""

    def __init__(self, parallel: Parallel) -> None:
        self._parallel = parallel
        self._one_at_a_time = threading.Lock()
        self._kept: OrderedDict[tuple[int, int], Proposed] = OrderedDict()

    def part(self, number: int) -> Proposed:
        """Part ``number``, from 1; of a number beyond the last part, the last."""
        with self._one_at_a_time:
            position = self._parallel.index.status()["position"]
            found = self._kept.get((position, number))
            if found is None:
                found = self._parallel.name_candidates(number)
                self._kept[position, found.part] = found
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
            return found
