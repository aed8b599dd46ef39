"""Tiles, chains and common subsequences, against slow and plain ways of finding them."""

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from archive.text.revise import subsequence
from archive.text.revise.matching import heaviest_chain, match
from archive.text.revise.subsequence import common_subsequence
from archive.text.revise.tiles import SHORTEST, Tile, tiles

KEYS = st.lists(st.integers(0, 4), max_size=14)
LONGER = st.lists(st.integers(0, 12), max_size=60)


def plain_length(a, b):
    rows = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, j in itertools.product(range(len(a)), range(len(b))):
        rows[i + 1][j + 1] = rows[i][j] + 1 if a[i] == b[j] else max(rows[i][j + 1], rows[i + 1][j])
    return rows[-1][-1]


def increasing(pairs):
    return all(one[0] < other[0] and one[1] < other[1] for one, other in itertools.pairwise(pairs))


@settings(deadline=None)
@given(KEYS, KEYS)
def test_the_subsequence_is_common_and_the_longest(a, b):
    """As long as the textbook's table says."""
    pairs = common_subsequence(a, b)
    assert increasing(pairs)
    assert all(a[i] == b[j] for i, j in pairs)
    assert len(pairs) == plain_length(a, b)


def test_stretches_too_long_to_compare_share_nothing(monkeypatch):
    """The limit holds memory; at the limit the answer is still exact."""
    monkeypatch.setattr(subsequence, "MOST_CELLS", 4)
    assert common_subsequence([1, 2], [1, 2]) == [(0, 0), (1, 1)]
    assert common_subsequence([1, 2, 3], [1, 2]) == []


@settings(deadline=None)
@given(LONGER, LONGER)
def test_tiles_are_common_runs_that_share_no_word(a, b):
    """Every tile is what it says, and no word is laid twice."""
    laid = tiles(a, b)
    assert all(a[t.a : t.a + t.length] == b[t.b : t.b + t.length] and t.length >= SHORTEST for t in laid)
    for side in (0, 1):
        words = [at for tile in laid for at in range(tile[side], tile[side] + tile.length)]
        assert len(words) == len(set(words))


def test_the_longest_run_is_laid_first():
    """A shorter run that overlaps it gets only what is left."""
    assert tiles([1, 2, 3, 4, 5, 6], [4, 5, 6, 9, 2, 3, 4, 5]) == [Tile(1, 4, 4)]


@settings(deadline=None)
@given(st.permutations(list(range(6))), st.lists(st.integers(1, 9), min_size=6, max_size=6))
def test_the_chain_is_the_heaviest(order, lengths):
    """No other selection of tiles in order holds more words."""
    starts = [10 * place for place in order]
    laid = [Tile(10 * index, start, length) for index, (start, length) in enumerate(zip(starts, lengths, strict=True))]
    best = max(
        sum(tile.length for tile in chosen)
        for size in range(7)
        for chosen in itertools.combinations(laid, size)
        if all(one.b < other.b for one, other in itertools.pairwise(chosen))
    )
    chain = heaviest_chain(laid)
    assert sum(tile.length for tile in chain) == best
    assert all(one.b < other.b for one, other in itertools.pairwise(chain))


@settings(deadline=None)
@given(LONGER, LONGER)
def test_no_word_is_kept_and_moved(a, b):
    """Kept words are in order; blocks and kept words share none; blocks do not overlap."""
    matching = match(a, b)
    assert increasing(matching.kept)
    for side in (0, 1):
        kept = [pair[side] for pair in matching.kept]
        away = [at for block in matching.moved for at in (block.a, block.b)[side]]
        assert len(kept + away) == len(set(kept + away))
    assert all(a[i] == b[j] for block in matching.moved for i, j in block.pairs)
    assert all(increasing(block.pairs) for block in matching.moved)


def test_a_stray_word_amid_a_rewritten_stretch_is_let_go():
    """One word in common between two sentences of ten is chance; between two edited words it is not."""
    assert match([1, 2, *range(10, 16), 3, *range(20, 26), 4, 5], [1, 2, *range(30, 36), 3, *range(40, 46), 4, 5]).kept == (
        (0, 0), (1, 1), (15, 15), (16, 16),
    )  # fmt: skip
    assert (3, 3) in match([1, 2, 10, 3, 11, 4, 5], [1, 2, 12, 3, 13, 4, 5]).kept
