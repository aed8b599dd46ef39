"""Floors for natural questions asked of the whole service (``question_figures.py`` prints all figures)."""

from __future__ import annotations

import pytest

from tests.quality.defects import SHARED
from tests.quality.meaning_figures import figures
from tests.quality.question_figures import Collection, mixed, overlap, paired, passages, questions, with_equals

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not SHARED.exists(), reason=f"the shared sets are not here: {SHARED}"),
]


@pytest.fixture(scope="module")
def collection() -> Collection:
    return Collection.of(passages().values())


def test_words_alone(collection: Collection) -> None:
    """Issue 5 wants R@1 .87, MRR .91. By article that holds, also of the half that was not tuned on; by passage it
    cannot, see below. Measured 2026-11-22: passage .763 and .848, article .919 and .942, held out .767, .848, .918, .940.
    """
    found = questions(collection, "words")
    for half in ("held out", "all"):
        passage, article = found[f"{half}, passage"], found[f"{half}, article"]
        assert passage.first >= 0.755
        assert passage.reciprocal >= 0.84
        assert article.first >= 0.91
        assert article.reciprocal >= 0.935


def test_both_ways_are_never_worse_than_words(collection: Collection) -> None:
    """In one language meaning adds little to words read closely. Measured: passage .766 and .850, article .922 and .944."""
    words, both = questions(collection, "words"), questions(collection, "both")
    for what in ("all, passage", "all, article"):
        assert both[what].first >= words[what].first
        assert both[what].reciprocal >= words[what].reciprocal


def test_what_could_be_reached(collection: Collection) -> None:
    """Passages repeat each other: whoever knows which have the answer, and chooses blindly, is right .867 of the time.
    With any of them right, words alone have .831 and .887.
    """
    assert overlap().ceiling == pytest.approx(0.867, abs=0.001)
    assert overlap().shared == pytest.approx(0.252, abs=0.001)
    assert with_equals(collection, "words").first >= 0.82


def test_in_two_languages_both_ways_clearly_beat_each_alone() -> None:
    """Where an article is there in one of the languages only, words find half, and a ranking of ranks no more.

    Measured: both .724 and .797, words .455 and .490; where every article is there in both languages both .850 and
    .885, words .846 and .883, meaning .748 and .825.
    """
    collection, by_language = mixed()
    every = [one for asked in by_language.values() for one in asked]
    words, meaning, both = (figures(every, collection.ask(mode)) for mode in ("words", "meaning", "both"))
    assert both.first >= max(words.first, meaning.first) + 0.01
    assert both.reciprocal >= max(words.reciprocal, meaning.reciprocal)
    in_pairs = paired()
    words, meaning, both = (figures(every, in_pairs.ask(mode)) for mode in ("words", "meaning", "both"))
    assert both.first >= max(words.first, meaning.first) + 0.003
    assert both.reciprocal >= max(words.reciprocal, meaning.reciprocal) + 0.002
    other = by_language["other language"]
    assert figures(other, collection.ask("both")).first >= 0.6
