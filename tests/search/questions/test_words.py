"""Which words of a question speak of its subject, and which are of one family."""

from __future__ import annotations

import pytest

from search.questions.roots import root
from search.questions.words import ASKED, BOUND, weight


@pytest.mark.parametrize("word", ["متى", "مَتَى", "ماهو", "أين", "اين", "لماذا", "Who", "where"])
def test_words_that_only_ask_count_for_little(word: str) -> None:
    """With harakat, without hamza, at the beginning of a sentence."""
    assert weight(word) == ASKED


def test_binding_words_count_for_half_and_others_whole() -> None:
    """So a question of such words alone still finds something."""
    assert [weight(word) for word in ("في", "the", "دمشق", "bridge")] == [BOUND, BOUND, 1.0, 1.0]


def test_capitals_may_be_a_name() -> None:
    """The health organisation is no question."""
    assert weight("WHO") == 1.0


@pytest.mark.parametrize(
    "family", ["زوج تزوج زواج", "ولد مولود مواليد", "اسس تاسس تاسيس", "كتب كاتب كتاب", "انتشر انتشار", "استخدام يستخدم"]
)
def test_words_of_one_family_share_their_consonants(family: str) -> None:
    """Folded stems, as the analyser makes them."""
    found = {root(stem) for stem in family.split()}
    assert len(found) == 1
    assert found != {""}


@pytest.mark.parametrize("stem", ["في", "بغ", "2015", "bridge", "او"])
def test_others_have_no_family(stem: str) -> None:
    """Numbers, words of other scripts, short words."""
    assert root(stem) == ""
