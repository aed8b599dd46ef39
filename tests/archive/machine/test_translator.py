from __future__ import annotations

import pytest

from archive.errors import BadInput, Unavailable
from archive.machine.translator import ComputeType, Parameters
from tests.fakes import FAKE_PACKAGE, FakeTranslator

WORDS = {"قال": "said", "الوزير": "the minister", "أمس": "yesterday"}


def test_one_output_a_sentence_in_their_order() -> None:
    """Sentences of whatever article come back one for one."""
    outputs = FakeTranslator(WORDS).translate(["قال الوزير", "أمس"])
    assert [output.text for output in outputs] == ["said the minister", "yesterday"]
    assert FakeTranslator(WORDS).translate([]) == []


def test_a_paragraph_is_decoded_once_and_each_sentence_found_in_it() -> None:
    """Spans are code points into the paragraph, without the blanks between sentences."""
    translator = FakeTranslator(WORDS)
    outputs = translator.translate(["قال الوزير", "", "أمس"])
    text, spans = translator.place(outputs)
    assert text == "said the minister yesterday"
    assert [span.of(text) for span in spans] == ["said the minister", "", "yesterday"]
    assert translator.place([]) == ("", ())


def test_half_a_surrogate_pair_is_refused_with_its_place() -> None:
    """An engine in C++ would die of it with a message about casts."""
    with pytest.raises(BadInput, match=r"sentence 2 of 2 .* at character 4 .*U\+D83D") as caught:
        FakeTranslator(WORDS).translate(["أمس", "قال \ud83d"])
    assert caught.value.code == "surrogate"


def test_what_an_engine_raises_comes_out_as_ours_and_quotes_no_text() -> None:
    """The text of an article does not leave through an error."""
    with pytest.raises(Unavailable, match=r"ar → en failed inside its engine \(RuntimeError\)") as caught:
        FakeTranslator(WORDS, refuses=["أمس"]).translate(["أمس"])
    assert caught.value.code == "machine-failed"
    assert "أمس" not in caught.value.detail


def test_a_pair_is_scored_and_a_pivot_cannot_be() -> None:
    """Across a pivot there is no probability of a human sentence."""
    translator = FakeTranslator(WORDS)
    assert translator.score(["قال الوزير"], ["said the minister"]) == [-300_000]
    translator.packages = (FAKE_PACKAGE, FAKE_PACKAGE)
    with pytest.raises(BadInput, match="this is ar → en → en"):
        translator.score(["قال"], ["said"])


def test_threads_are_no_part_of_the_recipe_of_the_parameters() -> None:
    """They change no text, so what one thread has made serves two."""
    assert Parameters(intra_threads=2).as_recipe() == Parameters().as_recipe()
    assert Parameters(compute_type=ComputeType.INT8).as_recipe() != Parameters().as_recipe()
