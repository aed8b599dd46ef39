"""Sets with scores: both forms give the same answers, and the best are the best."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from search.index.hits import Hits, join, meet, with_extra, without

SIZE = 3000
numbers = st.integers(0, SIZE - 1)
scores = st.sampled_from([0.5, 1.0, 1.5, 2.0, 4.0])
sets = st.dictionaries(numbers, scores, max_size=30)


def dense(found: dict[int, float]) -> Hits:
    every = np.zeros(SIZE, np.float32)
    every[list(found)] = list(found.values())
    return Hits(SIZE, None, every)


def sparse(found: dict[int, float]) -> Hits:
    ordered = dict(sorted(found.items()))
    return Hits(SIZE, np.array(list(ordered), np.int64), np.array(list(ordered.values()), np.float32))


forms = st.sampled_from([dense, sparse])


def as_dict(hits: Hits) -> dict[int, float]:
    assert hits.total == len(hits.numbers) == len(hits.scores)
    return dict(zip(hits.numbers.tolist(), hits.scores.tolist(), strict=True))


@given(sets, sets, forms, forms)
def test_what_can_be_done_with_two_sets(one: dict[int, float], other: dict[int, float], form: type, its: type) -> None:
    """Meet, join, leave out and add, whichever form each has."""
    a, b = form(one), its(other)
    assert as_dict(meet([a, b])) == {n: one[n] + other[n] for n in one.keys() & other.keys()}
    assert as_dict(join(SIZE, [a, b])) == {n: one.get(n, 0) + other.get(n, 0) for n in one.keys() | other.keys()}
    assert as_dict(without(a, b)) == {n: s for n, s in one.items() if n not in other}
    assert as_dict(with_extra(a, b)) == {n: s + other.get(n, 0) for n, s in one.items()}


@given(st.integers(0, 10**6), st.integers(0, 2 * SIZE), st.integers(1, 700), st.integers(0, 700), forms)
def test_the_best_are_the_best(seed: int, held: int, count: int, offset: int, form: type) -> None:
    """As by sorting everything: score first, number where scores are equal; pages are cut from one order."""
    rng = np.random.default_rng(seed)
    chosen = rng.choice(SIZE, min(held, SIZE), replace=False).tolist()
    found = dict(zip(chosen, (rng.integers(1, 40, len(chosen)) / 4).tolist(), strict=True))
    expected = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    assert form(found).top(count, offset) == expected[offset : offset + count]
