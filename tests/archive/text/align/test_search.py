"""The search on tables written by hand, and how far what it left aside was from being chosen."""

import numpy as np
import pytest

from archive.text.align.alternatives import NOTHING_NEAR, SHARED_HOLE, Alternatives
from archive.text.align.search import Economy, search

FLAT = Economy(rate_weight=0.0)


def scores(rows):
    return {(1, 1): np.array(rows, dtype=float)}


def found(rows, economy=FLAT):
    table = np.array(rows, dtype=float)
    return search(scores(rows), *table.shape, economy)


def pairs(rows, economy=FLAT):
    return [(bead.source, bead.target) for bead in found(rows, economy).beads]


def test_a_weak_pair_between_two_firm_ones_is_taken():
    """Leaving both of its sentences alone would cost two gaps."""
    assert pairs([[5, -20, -20], [-20, -3, -20], [-20, -20, 5]]) == [(0, 0), (1, 1), (2, 2)]


def test_a_hopeless_pair_is_not():
    """Two gaps cost less than a bead against all odds."""
    assert pairs([[5, -20, -20], [-20, -9, -20], [-20, -20, 5]]) == [(0, 0), (2, 2)]


def test_a_pair_out_of_place_must_be_worth_a_chain():
    """What is enough in its place is not enough outside it."""
    crossing = [[5, -20, -20], [-20, -20, 5], [-20, -1, -20]]
    assert (2, 1) not in pairs(crossing)
    crossing[2][1] = 4
    assert (2, 1) in pairs(crossing)


def test_equal_candidates_go_to_the_earlier():
    """A sentence printed twice: the first is the counterpart."""
    assert pairs([[5, 5]]) == [(0, 0)]
    assert pairs([[5], [5]]) == [(0, 0)]


def test_gaps_grow_cheap_where_there_are_many():
    """Of ten sentences nine have no counterpart: a gap is no longer a reason to force one."""
    rows = np.full((10, 1), -3.0)
    rows[0, 0] = 5
    many, few = found(rows, Economy()), found([[5.0]], Economy())
    assert many.gaps.source < few.gaps.source


def test_the_advantage_says_how_near_the_best_alternative_was():
    """Sentence 1 lost its place to nobody: it fell short by 9 less two gaps, and both sides have one left over."""
    rows = [[5, -20, -20], [-20, -9, -20], [-20, -20, 5]]
    seen = Alternatives.of(scores(rows), found(rows), 3, 3, FLAT)
    assert seen.advantage_of_omitting(1) == pytest.approx(9 - 2 * FLAT.gap - SHARED_HOLE)
    assert seen.advantage_of_adding(1) == pytest.approx(9 - 2 * FLAT.gap - SHARED_HOLE)


def test_the_advantage_counts_what_would_be_pushed_out():
    """To link sentence 1 with target 0, the firm bead there would have to go."""
    rows = [[5], [4]]
    seen = Alternatives.of(scores(rows), found(rows), 2, 1, FLAT)
    assert seen.advantage_of_omitting(1) == pytest.approx(1)


def test_nothing_to_compare_with():
    """An original without translation: nothing came near."""
    seen = Alternatives.of({}, search({}, 2, 0, FLAT), 2, 0, FLAT)
    assert seen.advantage_of_omitting(0) == NOTHING_NEAR
