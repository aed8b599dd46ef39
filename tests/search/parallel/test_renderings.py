"""Renderings: the evidence of words that stand together. The sentences are the project's own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.parallel.renderings import Background, Beside, Outcome, log_likelihood, renderings


def beside(*words: str, uncertain: bool = False) -> Beside:
    return Beside({word.lower(): word for word in words}, uncertain)


COMMON = Background(1000, {"the": 900, "regime": 12, "government": 40, "said": 300})


def test_log_likelihood_is_dunnings() -> None:
    """2·Σ O·ln(O/E) over the four cells, computed by hand for 8 of 10 against 12 of 1,000.

    33.60 - 3.19 - 4.35 + 7.91 = 33.96.
    """
    assert log_likelihood(8, 10, 12, 1000) == pytest.approx(2 * 33.96, abs=0.02)
    assert log_likelihood(1, 100, 100, 1000) == 0.0  # repelled
    assert log_likelihood(10, 100, 100, 1000) == 0.0  # as expected


def test_each_hit_goes_to_the_most_telling_word() -> None:
    """النظام as regime, as government, not at all, without counterpart, on an uncertain link."""
    hits = [
        *[beside("the", "Regime", "said")] * 5,
        *[beside("the", "government")] * 3,
        beside("the", "said"),
        beside(),
        beside("the", "regime", uncertain=True),
    ]
    rows = renderings(hits, COMMON)
    found = [(row.outcome, row.printed, row.hits) for row in rows]
    assert found == [
        (Outcome.RENDERED, "Regime", (0, 1, 2, 3, 4)),
        (Outcome.RENDERED, "government", (5, 6, 7)),
        (Outcome.NOT_RENDERED, None, (8,)),
        (Outcome.NO_COUNTERPART, None, (9,)),
        (Outcome.UNCERTAIN, None, (10,)),
    ]
    assert rows[0].stem == "regime"
    assert rows[0].g2_millis is not None
    assert rows[0].g2_millis > 10_830


def test_a_word_that_is_everywhere_renders_nothing() -> None:
    """*the* stands beside every hit and beside everything else."""
    (row,) = renderings([beside("the")] * 6, COMMON)
    assert row.outcome is Outcome.NOT_RENDERED


def test_one_meeting_is_no_evidence() -> None:
    """A rare word met once beside the term may be chance."""
    (row,) = renderings([beside("zephyr")], Background(1000, {"zephyr": 1}))
    assert row.outcome is Outcome.NOT_RENDERED


def test_nothing_has_no_rows() -> None:
    """No hits, no table."""
    assert renderings([], COMMON) == ()


WORDS = st.sets(st.sampled_from(["the", "regime", "government", "state", "army"]))


@given(st.lists(st.tuples(WORDS, st.booleans()), max_size=30))
def test_rows_sum_up_to_the_hits(drawn: list[tuple[set[str], bool]]) -> None:
    """Whatever stands beside them, every hit is in exactly one row."""
    rows = renderings([beside(*sorted(words), uncertain=flag) for words, flag in drawn], COMMON)
    assert sorted(number for row in rows for number in row.hits) == list(range(len(drawn)))
    assert all(row.hits for row in rows)


def test_two_meetings_need_more_evidence_than_three() -> None:
    """Of the many words that stand beside a term, some meet it twice by chance."""
    background = Background(200, {"lull": 4})
    (row,) = renderings([beside("lull", f"a{number}") for number in range(2)] + [beside("calm")] * 1, background)
    assert row.outcome is Outcome.NOT_RENDERED
    assert 10.83 < log_likelihood(2, 3, 4, 200) < 15.13
    assert renderings([beside("lull")] * 3, background)[0].stem == "lull"
