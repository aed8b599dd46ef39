"""The longest common subsequence of two lists of words, for the short stretches between blocks.

The bit-parallel way (H. Hyyrö, "Bit-parallel LCS-length computation revisited", 2004) on Python's long
integers: one addition a word, and the rows are kept for the way back. The same lists always give the
same pairs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from typing import Final

MOST_CELLS: Final = 400_000_000
"""Words times words: 50 MB of rows. Stretches beyond it (20,000 words with no block in common) share nothing."""


def common_subsequence(a: Sequence[Hashable], b: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Return the pairs of positions, both increasing, of one longest common subsequence."""
    if not a or not b or len(a) * len(b) > MOST_CELLS:
        return []
    return _way_back(_rows(a, b), len(a))


def _rows(a: Sequence[Hashable], b: Sequence[Hashable]) -> list[int]:
    """One row a word of ``b`` and one before them; a zero at bit i where ``a[i]`` makes the subsequence longer."""
    places: defaultdict[Hashable, int] = defaultdict(int)
    for index, item in enumerate(a):
        places[item] |= 1 << index
    row = full = (1 << len(a)) - 1
    rows = [row]
    for item in b:
        met = row & places.get(item, 0)
        row = ((row + met) | (row - met)) & full
        rows.append(row)
    return rows


def _way_back(rows: Sequence[int], left: int) -> list[tuple[int, int]]:
    pairs = []
    right = len(rows) - 1
    while left and right:
        if rows[right] >> (left - 1) & 1:
            left -= 1
        elif rows[right - 1] >> (left - 1) & 1:
            left, right = left - 1, right - 1
            pairs.append((left, right))
        else:
            right -= 1
    return pairs[::-1]
