"""Vectors as bytes: near enough, looked at one and all."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from search.meaning.vectors import Floats, best_rows, products, quantise, unit, widened


def some(count: int, width: int = 64, seed: int = 1) -> Floats:
    """Unit vectors that are the same in every run."""
    drawn = np.random.default_rng(seed).standard_normal((count, width), dtype=np.float32)
    return np.stack([unit(row) for row in drawn]) if count else drawn


def test_a_byte_a_number_is_near_enough() -> None:
    """Cosines from bytes are within a hundredth of the real ones, also over the edge of a block."""
    vectors, query = some(5000), some(1, seed=2)[0]
    assert np.abs(products(quantise(vectors), query) - vectors @ query).max() < 0.01


def test_zeros_stay_zeros() -> None:
    """An empty sentence is like nothing, not like everything."""
    kept = quantise(np.zeros((2, 8), np.float32))
    assert not widened(kept).any()
    assert not products(kept, some(1, 8)[0]).any()


def test_nothing_has_no_best() -> None:
    """No rows, no runs."""
    rows, tops = best_rows(np.zeros(0, np.float32), np.zeros(0, np.int64))
    assert (len(rows), len(tops)) == (0, 0)
    assert len(products(quantise(np.zeros((0, 8), np.float32)), some(1, 8)[0])) == 0


@given(st.lists(st.lists(st.integers(-5, 5), min_size=1, max_size=6), min_size=1, max_size=8))
def test_the_best_row_of_each_run_is_the_first_of_its_best(runs: list[list[int]]) -> None:
    """Against plain Python, ties included."""
    scores = np.array([score for run in runs for score in run], np.float32)
    starts = np.cumsum([0, *map(len, runs)])[:-1].astype(np.int64)
    rows, tops = best_rows(scores, starts)
    assert tops.tolist() == [max(run) for run in runs]
    assert rows.tolist() == [int(start) + run.index(max(run)) for start, run in zip(starts, runs, strict=True)]
