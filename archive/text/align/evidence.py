"""What speaks for each candidate bead: *p* consecutive source sentences against *q* target sentences.

A cosine alone says little: short sentences are close to everything, sentences of one story close to
one another. What tells is the **margin**: how much closer the two sides of a bead are to each other
than either is to its best rival outside the bead. Rivals with the same words as a member do not
count, so a sentence printed twice does not hide its own translation.

Wide beads (1:2 … 3:1) are compared with their best single pair: what the further sentences add to
the cosine (``gain``), whose they would be otherwise (``own``), and whether the lengths then agree
(``relief``). A vector for two or three sentences is their mean, weighted by length: nothing is
encoded twice. Everything is an array over (first source sentence, first target sentence).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple, TypeAlias

import numpy as np

from archive.text.align.side import Flags, Floats, Side

Shape: TypeAlias = tuple[int, int]
SHAPES: Final[tuple[Shape, ...]] = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1))

RIVAL_FLOOR: Final = 0.25
"""The cosine that an unrelated sentence may well have: the least rival, also where a text has one sentence."""

SAME_TEXT: Final = 0.95
"""Cosine between two sentences of one side above which they say the same."""

LENGTH_PRIOR: Final = 12
"""Number of average pairs that stand behind the usual length ratio before a document's own is believed."""


NEAREST: Final = 8
"""How many of a row's largest values are looked through before all of them are. Changes the time, not the result."""


class Evidence(NamedTuple):
    """Arrays of shape (source sentences - p + 1, target sentences - q + 1)."""

    cosine: Floats
    margin_sum: Floats  # margins of both sides added
    margin_min: Floats  # the lesser of the two
    misfit: Floats  # squared log length ratio against the usual one, at most 1


class Widening(NamedTuple):
    """What a wide bead adds to its best single pair; same shape."""

    gain: Floats  # cosine of the bead minus that of its best pair
    yield_: Floats  # gain for the share of text that the smallest member brings
    own: Floats  # least margin of a member: below 0, it is closer to a sentence outside
    relief: Floats  # misfit of the best pair minus misfit of the bead
    repeats: Flags  # members say the same: not one sentence split in two


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """Two sides and their cosines, rounded so that no bit of noise decides a tie."""

    source: Side
    target: Side
    cosines: Floats
    same_source: Flags | None
    same_target: Flags | None
    ratio: float  # usual log(target length / source length) of this pair of documents
    _known: dict[Shape, Floats]  # cosines of runs, by shape: computed when they are first asked for

    @classmethod
    def of(cls, source: Side, target: Side, usual_ratio: float) -> Comparison:
        cosines = _cosines(source.vectors, target.vectors)
        ratio = _ratio(cosines, source.lengths, target.lengths, usual_ratio)
        return cls(source, target, cosines, _same(source), _same(target), ratio, {(1, 1): cosines})

    def evidence(self, shape: Shape) -> Evidence:
        p, q = shape
        cosine = self._cosine(p, q)
        rivals_of_left = best_outside(self._cosine(p, 1), q, self.same_target)
        rivals_of_right = best_outside(self._cosine(1, q).T, p, self.same_source).T
        ours, theirs = cosine - rivals_of_left, cosine - rivals_of_right
        return Evidence(cosine, ours + theirs, np.minimum(ours, theirs), self._misfit(p, q))

    def widening(self, shape: Shape, evidence: Evidence) -> Widening:
        """For beads with one sentence on one side and several on the other."""
        if shape[0] > 1:
            return _transposed(self._mirrored().widening((shape[1], shape[0]), _flipped(evidence)))
        q = shape[1]
        members = np.lib.stride_tricks.sliding_window_view(self.cosines, q, axis=1)
        rivals = best_outside(self.cosines.T, 1, self.same_source).T
        own = (members - np.lib.stride_tricks.sliding_window_view(rivals, q, axis=1)).min(-1)
        gain = evidence.cosine - members.max(-1)
        lengths = np.lib.stride_tricks.sliding_window_view(self.target.lengths, q)
        share = lengths.min(-1) / lengths.sum(-1)
        single = np.lib.stride_tricks.sliding_window_view(self._misfit(1, 1), q, axis=1)
        best = members.argmax(-1)[..., None]
        relief = np.take_along_axis(single, best, -1)[..., 0] - evidence.misfit
        repeats = np.broadcast_to(_repeating(self.same_target, q, len(share)), gain.shape)
        return Widening(gain, gain / (share + 0.1), own, relief, repeats)

    def _cosine(self, p: int, q: int) -> Floats:
        if (p, q) not in self._known:
            self._known[p, q] = _cosines(run_vectors(self.source, p), run_vectors(self.target, q))
        return self._known[p, q]

    def _misfit(self, p: int, q: int) -> Floats:
        right = np.log(_run_lengths(self.target.lengths, q))[None, :]
        left = np.log(_run_lengths(self.source.lengths, p))[:, None]
        return np.minimum((right - left - self.ratio) ** 2, 1.0)

    def _mirrored(self) -> Comparison:
        sides = self.target, self.source, self.cosines.T, self.same_target, self.same_source, -self.ratio
        return Comparison(*sides, {(q, p): value.T for (p, q), value in self._known.items()})


def run_vectors(side: Side, width: int) -> Floats:
    """A vector of length 1 for every run of ``width`` sentences: their mean, weighted by length."""
    count = max(0, len(side) - width + 1)
    vectors = side.vectors.astype(np.float64)
    if width == 1:
        return vectors
    weights = side.lengths[:, None]
    total = sum((vectors[at : at + count] * weights[at : at + count] for at in range(width)), np.zeros((count, 1)))
    return np.asarray(total / np.maximum(np.linalg.norm(total, axis=1, keepdims=True), 1e-9), dtype=np.float64)


def best_outside(cosines: Floats, width: int, same: Flags | None) -> Floats:
    """For each row and each run of ``width`` columns, the largest value outside the run and its repetitions."""
    rows, columns = cosines.shape
    runs = max(0, columns - width + 1)
    edge = np.full((rows, 1), RIVAL_FLOOR)
    before = np.maximum.accumulate(np.hstack([edge, cosines]), axis=1)[:, :runs]
    after = np.maximum.accumulate(np.hstack([cosines, edge])[:, ::-1], axis=1)[:, ::-1][:, width:]
    best = np.maximum(before, after[:, :runs])
    if same is not None:
        _discount_repetitions(best, cosines, width, same)
    return best


def _discount_repetitions(best: Floats, cosines: Floats, width: int, same: Flags) -> None:
    """Put into ``best`` the largest value outside everything that says what the run says."""
    nearest = np.argsort(-cosines, axis=1, kind="stable")[:, :NEAREST]
    values = np.take_along_axis(cosines, nearest, axis=1)
    for start in range(best.shape[1]):
        said = np.asarray(same[start : start + width].any(axis=0), dtype=np.bool_)
        if said.sum() == width:
            continue
        others = ~said[nearest]
        found = np.where(others, values, RIVAL_FLOOR).max(axis=1, initial=RIVAL_FLOOR)
        unsure = ~others.any(axis=1)
        if unsure.any():
            found[unsure] = np.maximum(cosines[np.ix_(unsure, ~said)].max(axis=1, initial=RIVAL_FLOOR), RIVAL_FLOOR)
        best[:, start] = found


def _same(side: Side) -> Flags | None:
    """Which sentences of a side say the same, or ``None`` where no two do."""
    same = _cosines(side.vectors, side.vectors) > SAME_TEXT
    return same if same.sum() > len(side) else None


def _repeating(same: Flags | None, width: int, count: int) -> Flags:
    if same is None:
        return np.zeros(count, dtype=np.bool_)
    return np.array([same[at : at + width, at : at + width].sum() > width for at in range(count)], dtype=np.bool_)


def _cosines(left: np.ndarray, right: np.ndarray) -> Floats:
    return np.round(left.astype(np.float64) @ right.astype(np.float64).T, 6)


def _run_lengths(lengths: Floats, width: int) -> Floats:
    ends = np.concatenate([[0.0], np.cumsum(lengths)])
    return np.asarray(ends[width:] - ends[:-width], dtype=np.float64)


def _ratio(cosines: Floats, source: Floats, target: Floats, usual: float) -> float:
    """The document's log length ratio, from sentences that choose each other, drawn towards the usual one."""
    if not cosines.size:
        return usual
    rows, choice = np.arange(len(source)), cosines.argmax(axis=1)
    mutual = (cosines.argmax(axis=0)[choice] == rows) & (cosines[rows, choice] > 0.4)
    logs = np.log(target[choice[mutual]] / source[rows[mutual]])
    middle = float(np.median(logs)) if len(logs) else usual
    return (len(logs) * middle + LENGTH_PRIOR * usual) / (len(logs) + LENGTH_PRIOR)


def _flipped(evidence: Evidence) -> Evidence:
    return Evidence(*(field.T for field in evidence))


def _transposed(widening: Widening) -> Widening:
    gain, yield_, own, relief, repeats = widening
    return Widening(gain.T, yield_.T, own.T, relief.T, repeats.T)
