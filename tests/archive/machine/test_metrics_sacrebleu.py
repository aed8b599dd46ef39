"""Likeness by sacrebleu, held to its public doors. The texts are the project's own."""

from typing import Any

import pytest
from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.chrf import CHRF
from sacrebleu.metrics.ter import TER

from archive.machine.metrics_sacrebleu import metrics_for
from archive.text.witness.likeness import Statistics, measure, runs_millis, shared_runs, summed

MACHINE = ["The council met on Monday to discuss the bread.", "Forty families came back to the quarter, he said."]
HUMAN = ["The city council met on Monday to discuss bread prices.", "Forty families have returned to the district, he said."]  # fmt: skip
ARABIC_MACHINE = ["اجتمع المجلس يوم الاثنين، وبحث سعر الخبز؟", "عادت أربعون عائلة إلى الحي."]
ARABIC_HUMAN = ["اجتمع مجلس المدينة يوم الاثنين وبحث سعر الخبز.", "رجعت أربعون عائلة إلى الحي."]


@pytest.mark.parametrize(
    ("language", "machine", "human", "words"),
    [("en", MACHINE, HUMAN, "13a"), ("ar", ARABIC_MACHINE, ARABIC_HUMAN, "intl")],
)
def test_the_sum_of_sentences_is_sacrebleus_corpus_score(
    language: str, machine: list[str], human: list[str], words: str
) -> None:
    """Scores made from added-up statistics equal sacrebleu's own of the whole, to a thousandth of a point."""
    metrics = metrics_for(language)
    total = summed(metrics.statistics(machine, human))
    assert total is not None
    scores = metrics.scores(total)
    public: list[Any] = [BLEU(tokenize=words), CHRF(word_order=2), TER()]
    expected = [round(1000 * metric.corpus_score(machine, [human]).score) for metric in public]
    assert [scores.bleu_millis, scores.chrf_millis, scores.ter_millis] == expected


def test_a_sentence_alone_is_sacrebleus_sentence_score() -> None:
    """Three words have no run of four: BLEU of the effective order is not nought for them, and says so."""
    metrics = metrics_for("en")
    [counted] = metrics.statistics(["The market opened."], ["The market reopened."])
    expected = BLEU(effective_order=True).sentence_score("The market opened.", ["The market reopened."]).score
    assert metrics.scores(counted, sentence=True).bleu_millis == round(1000 * expected) > 0
    assert "eff:yes" in metrics.signatures["bleu_of_one"]


def test_signatures_say_how() -> None:
    """A signature names tokens, smoothing and version, and Arabic is not cut as English is."""
    arabic, english = metrics_for("ar").signatures, metrics_for("en").signatures
    assert "tok:intl" in arabic["bleu"]
    assert "tok:13a" in english["bleu"]
    assert all("version:" in one and "nrefs:1" in one for one in arabic.values())
    assert "nw:2" in english["chrf"]


def test_statistics_survive_being_kept() -> None:
    """Lists in a record give the same statistics back."""
    one = metrics_for("en").statistics(MACHINE, HUMAN)[0]
    assert Statistics.from_lists(one.as_lists()) == one


def test_runs_are_looked_for_in_the_whole_human_text() -> None:
    """A run that stands in another sentence of the human text counts; case and marks do not matter."""
    text = " ".join(reversed(HUMAN))
    found = measure(MACHINE, HUMAN, text, metrics_for("en"))
    assert found[0].runs == (3, 6)  # council met on monday; met on monday to; on monday to discuss
    assert runs_millis(found[0].runs) == 500


def test_a_text_of_three_words_has_no_run() -> None:
    """Nothing to count is not nothing in common."""
    assert shared_runs("one two three", frozenset()) == (0, 0)
    assert runs_millis((0, 0)) is None


def test_nothing_sums_to_nothing() -> None:
    """No sentence, no statistics, no score."""
    assert metrics_for("en").statistics([], []) == []
    assert summed([]) is None
