"""Two rankings made into one: reciprocal rank fusion (Cormack, Clarke and Büttcher 2009).

Scores of words and of meaning have no common scale; ranks have. An item's score is the sum over the
rankings of ``weight / (K + rank)``: to stand high in one list is good, in both is better. Pure.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Final, TypeVar

K: Final = 10
"""The paper has 60, for rankings that are equally good. Ours are not: words, where found, are right more often."""
WEIGHTS: Final = (8.0, 1.0)
"""Of words and of meaning. Counted on the questions of ``ir_arcd`` (``python -m tests.quality.meaning_figures``): with
these both together are a little better than words alone, with equal ones much worse. Where the words find nothing, the
order is that of meaning.
"""

Item = TypeVar("Item", bound=Hashable)


def fuse(rankings: Sequence[Sequence[Item]], weights: Sequence[float] | None = None) -> list[tuple[Item, float]]:
    """Every item of any ranking with its score, best first; equal ones in the order they were first seen."""
    heights = weights if weights is not None else [1.0] * len(rankings)
    scores: dict[Item, float] = {}
    for ranking, weight in zip(rankings, heights, strict=True):
        for rank, item in enumerate(ranking, 1):
            scores[item] = scores.get(item, 0.0) + weight / (K + rank)
    return sorted(scores.items(), key=lambda one: -one[1])
