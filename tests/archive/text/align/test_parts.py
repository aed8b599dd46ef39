"""The small parts: order, repetition, extent, calibration."""

import pytest

from archive.text.align import CALIBRATION, Band, method
from archive.text.align.calibration import Bin, Calibration, Observed
from archive.text.align.extent import Pair, stretches, surpluses
from archive.text.align.order import Place, blocks, moved
from archive.text.align.repeats import repeated, untranslated
from archive.values import Span
from tests.archive.text.align.worlds import side


def places(*targets, weights=None):
    return [Place(at, target, 1, 1, (weights or [1] * len(targets))[at]) for at, target in enumerate(targets)]


def test_the_lighter_of_two_moved():
    """A short sentence moved past a long one, not the other way round."""
    assert moved(places(1, 0, weights=[5, 9])) == (0,)
    assert moved(places(1, 0, weights=[9, 5])) == (1,)
    assert moved(places(0, 1, 2)) == ()
    assert moved([]) == ()


def test_what_moved_together_is_a_block():
    """Both in the same and in the opposite order."""
    assert blocks(places(5, 6, 0, 1, 2), (0, 1)) == [(0, 1)]
    assert blocks(places(0, 3, 2, 1), (1, 2, 3)) == [(1, 2, 3)]
    assert blocks(places(7, 0, 5, 1), (0, 2)) == [(0,), (2,)]


def test_repetition_is_seen_through_diacritics_and_punctuation():
    """The same words with harakat, another alef and another full stop."""
    assert repeated(["أُغلِق الجسر.", "شيء آخر", "اغلق الجسر!"], [2]) == {2: 0}
    assert repeated(["أُغلِق الجسر.", "شيء آخر", "اغلق الجسر!"], [0, 2]) == {}


def test_untranslated_needs_words():
    """A name in Arabic letters is no sentence left untranslated; a sentence is, copied or not."""
    source = ["أغلقت البلدية الجسر القديم.", "قال سامر."]
    target = ["The bridge is closed.", "سامر", "أغلقت البلدية الجسر القديم", "فتحت البلدية سوقا جديدة"]
    assert untranslated(source, "ar", target, "en") == {2: 0, 3: None}
    assert untranslated(source, "ar", target, "ar-SY") == {}


def test_untranslated_between_languages_of_one_script():
    """French left in an English text is known by being a copy."""
    source, target = ["Le pont est fermé.", "Il pleut."], ["Le pont est ferme", "It rains on us."]
    assert untranslated(source, "fr", target, "en") == {0: 0}


def test_stretches_are_whole_words_and_lie_in_the_text():
    """Each can be cut out without cutting a word."""
    text = "one two three four five six seven eight"
    found = stretches(text, 0.25)
    assert found[0] == Span(0, 7)
    assert found[-1].of(text) == "seven eight"
    assert stretches("too few words", 0.3) == ()


def test_a_gloss_in_brackets_counts_more_than_length():
    """The same surplus, with and without a bracket on the English side only."""
    left, plain = side(range(8), "ar"), side(range(8), "en")
    bracketed = list(plain.sentences)
    bracketed[3] += " (a note by the desk of the paper)"
    unbracketed = [*plain.sentences[:3], bracketed[3].replace("(", "").replace(")", ""), *plain.sentences[4:]]
    pairs = [Pair((at,), (at,), 9.0) for at in range(8)]

    def evidence(sentences):
        other = type(plain)(tuple(sentences), "en", plain.vectors)
        return max(
            (found.evidence for found in surpluses(left, other, pairs, 0.0, None) if found.pair == 3), default=-99
        )

    assert evidence(bracketed) > evidence(unbracketed) + 5


def test_a_confidence_is_the_share_of_its_bin():
    """Pulled towards one half; below the first bin, the first bin's."""
    table = Calibration("test", {Observed.LINK: (Bin(0.0, 1, 3), Bin(2.0, 19, 19))})
    assert table.confidence(Observed.LINK, -5) == table.confidence(Observed.LINK, 1.99) == 0.375
    assert table.confidence(Observed.LINK, 2.0) == 0.975


def test_the_calibration_in_use_is_complete_and_rises():
    """Every kind of observation has its bins, and more evidence never means less confidence."""
    for observed in Observed:
        bins = CALIBRATION.bins[observed]
        assert [one.at_least for one in bins] == sorted({one.at_least for one in bins})
        assert [one.share for one in bins] == sorted(one.share for one in bins)


def test_the_calibration_was_made_with_this_method():
    """Change a constant, and the table must be made anew: `python -m tests.quality.calibrate_align --write`."""
    from archive.text.align import calibration_table

    assert f"Method: {method()}\n" in calibration_table.__doc__


@pytest.mark.parametrize(
    ("confidence", "band"), [(0.95, Band.HIGH), (0.9, Band.HIGH), (0.7, Band.MEDIUM), (0.69, Band.LOW)]
)
def test_bands(confidence, band):
    """Each band begins with its bound."""
    assert Band.of(confidence) is band
