"""From what speaks for a changed name to how often so much was right.

Weights and shares are counted by ``tests/quality/calibrate_names.py``; :mod:`.name_weights` has the ones in use. Their
id stands beside every confidence that they gave.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Share:
    """Of ``seen`` pairs with at least this score, and less than the next one's, ``right`` were changed names."""

    at_least: float
    right: int
    seen: int


@dataclass(frozen=True, slots=True)
class NameCalibration:
    """``shares`` rise in ``at_least`` and in what they give."""

    id: str
    bias: float
    weights: Mapping[str, float]
    shares: tuple[Share, ...]

    def score(self, evidence: Mapping[str, float]) -> float:
        """Log odds of the model."""
        return self.bias + sum(weight * evidence[observed] for observed, weight in self.weights.items())

    def confidence(self, score: float) -> float:
        """The share of those with as high a score, pulled a little towards one half where few stand behind it."""
        reached = [share for share in self.shares if score >= share.at_least] or [self.shares[0]]
        return round((reached[-1].right + 0.5) / (reached[-1].seen + 1), 3)
