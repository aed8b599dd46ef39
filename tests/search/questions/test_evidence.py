"""What speaks for a text beside its counted words."""

from __future__ import annotations

import pytest

from archive.text.segment import split_sentences
from search.analysis import analyse
from search.questions.evidence import COVERAGE, LEAD, LIKENESS, SENTENCE, Asked, Text, evidence
from search.questions.roots import root

ASKED = Asked({"mayor": 2.0, "bridg": 1.0, "bread": 1.0}, {one: one for one in ("mayor", "bridg", "bread")}, {})


def text(content: str, language: str = "en", *, likeness: float = 0.0, body: int = 0) -> Text:
    spans = split_sentences(content, language)
    return Text(analyse(content, language), spans, [likeness] * len(spans), body)


def test_all_words_at_the_beginning_of_one_sentence_are_the_most() -> None:
    """Less than that for words further on, and nothing for a text without them."""
    whole = evidence(ASKED, text("Mayor, bridge, bread."))
    assert whole == pytest.approx(COVERAGE + SENTENCE + LEAD, abs=0.05)
    assert evidence(ASKED, text("It rained. " * 20 + "Mayor, bridge, bread.")) < whole
    assert evidence(ASKED, text("It rained.")) == 0


def test_words_in_one_sentence_beat_words_in_three() -> None:
    """As many words, as early."""
    together = evidence(ASKED, text("The mayor broke bread upon a bridge. It rained. It was late."))
    apart = evidence(ASKED, text("The mayor slept. Bread was late. A bridge was wet."))
    assert together > apart


def test_a_word_that_is_worth_more_counts_for_more() -> None:
    """By its share of the question."""
    assert evidence(ASKED, text("The mayor slept.")) > evidence(ASKED, text("The bridge slept."))


def test_the_same_sentence_has_to_have_words_and_meaning() -> None:
    """The cosine is added to what the sentence has, and the best sum counts."""
    content = "The mayor slept. It rained."
    one, other = (
        Text(analyse(content, "en"), split_sentences(content, "en"), likeness, 0) for likeness in ([0.8, 0], [0, 0.8])
    )
    assert evidence(ASKED, one) - evidence(ASKED, other) == pytest.approx(SENTENCE * min(0.5, 0.8 * LIKENESS))


def test_a_word_of_the_family_is_some_evidence_where_the_word_is_not() -> None:
    """Less than the word itself, and nothing beside it."""
    stem = analyse("تزوج", "ar")[0].stem
    asked = Asked({stem: 3.0}, {stem: stem}, {root(stem): [stem]})
    has, kin, neither = (
        evidence(asked, text(f"وصل الخباز إلى القرية {word}.", "ar")) for word in ("تزوج", "زواج", "حديقة")
    )
    assert has > kin > neither == 0
    assert evidence(asked, text("تزوج زواج", "ar")) == evidence(asked, text("تزوج حديقة", "ar"))


def test_other_spellings_stand_for_the_word() -> None:
    """As they are printed."""
    asked = Asked({"qalamoun": 1.0}, {"qalamoun": "qalamoun", "kalamoon": "qalamoun"}, {})
    assert evidence(asked, text("Kalamoon was quiet.")) > 2


def test_a_headline_is_no_lead() -> None:
    """Places are counted from where the text begins; its words count otherwise."""
    content = "Mayor, bridge, bread\n" + "It rained. " * 30
    lines = Text(analyse(content, "en"), split_sentences(content, "en"), [0.0] * 31, len("Mayor, bridge, bread"))
    assert evidence(ASKED, lines) == pytest.approx(COVERAGE + SENTENCE)


def test_a_question_without_worth_is_answered_by_nothing() -> None:
    """No division by it."""
    assert evidence(Asked({"rain": 0.0}, {"rain": "rain"}, {}), text("Rain.")) == 0
