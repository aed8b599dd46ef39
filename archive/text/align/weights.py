"""How much each piece of evidence weighs: log odds that a bead is a translation, as a constant table.

Found on the tuning half of ``../shared/data/defects`` (documents with even numbers) together with
simulated documents from halves of three other collections (a manual, single sentences, news), by
logistic regression for the order of size and one round of coordinate search over link, omission
and addition F; then rounded. They are few, and none knows how the defects were planted.
``tests/quality/calibrate_align.py`` says what the scores then mean.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from archive.text.align.evidence import SHAPES, Comparison, Evidence, Shape, Widening
from archive.text.align.side import Floats

NEVER: Final = -50.0
"""Log odds of a bead that cannot be."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Multipliers of :class:`Evidence` and :class:`Widening`; caps keep one piece of evidence from deciding alone."""

    bias: float = -0.4
    cosine: float = 1.4
    margin_sum: float = 8.0
    margin_min: float = 20.0
    misfit: float = -2.1
    cap: float = 5.2
    wide_bias: float = -2.0
    wider_bias: float = -3.0  # on top, for three sentences
    wide_gain: float = -22.0
    wide_yield: float = 41.0
    wide_own: float = 6.8
    wide_disowned: float = 8.0  # on top, where the margin is below 0
    wide_relief: float = 9.0
    wide_misfit: float = -5.0


WEIGHTS: Final = Weights()


def log_odds(comparison: Comparison, weights: Weights = WEIGHTS) -> dict[Shape, Floats]:
    """Log odds of every bead by shape; shapes too wide for the documents are left out."""
    scores: dict[Shape, Floats] = {}
    for shape in SHAPES:
        if len(comparison.source) < shape[0] or len(comparison.target) < shape[1]:
            continue
        evidence = comparison.evidence(shape)
        scores[shape] = _pair(evidence, weights)
        if max(shape) > 1:
            scores[shape] += _wide(evidence, comparison.widening(shape, evidence), max(shape), weights)
    return scores


def _pair(evidence: Evidence, weights: Weights) -> Floats:
    score = (
        weights.bias
        + weights.cosine * evidence.cosine
        + weights.margin_sum * evidence.margin_sum
        + weights.margin_min * evidence.margin_min
        + weights.misfit * evidence.misfit
    )
    return np.clip(score, NEVER, weights.cap)


def _wide(evidence: Evidence, widening: Widening, width: int, weights: Weights) -> Floats:
    score = (
        weights.wide_bias
        + (weights.wider_bias if width > 2 else 0.0)
        + weights.wide_gain * widening.gain
        + weights.wide_yield * widening.yield_
        + weights.wide_own * widening.own
        + weights.wide_disowned * np.minimum(widening.own, 0.0)
        + weights.wide_relief * widening.relief
        + weights.wide_misfit * evidence.misfit
    )
    return np.where(widening.repeats, NEVER, np.clip(score, NEVER, weights.cap))
