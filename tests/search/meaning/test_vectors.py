"""Vectors as bytes: near enough, looked at one and all."""

from __future__ import annotations

import numpy as np

from search.meaning.vectors import Floats, products, quantise, unit, widened


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


def test_of_nothing_there_are_no_products() -> None:
    """No rows."""
    assert len(products(quantise(np.zeros((0, 8), np.float32)), some(1, 8)[0])) == 0
