"""One pair compared: sentences, what takes no part, and what differs."""

from __future__ import annotations

import json
from typing import Any

import pytest

from archive.corpora import documents
from archive.corpora.documents import compared
from archive.corpora.rows import parse_row
from archive.errors import BadInput
from archive.machine.encoder import Encoder
from archive.machine.encoder_use import UseEncoder
from tests.samples import ARABIC, ENGLISH


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return UseEncoder(remember=8)


def answer(encoder: Encoder, *, all_bands: bool = False, **fields: Any) -> dict[str, Any]:
    return compared(parse_row(json.dumps({"id": 7, **fields}).encode()), encoder, all_bands=all_bands)


def test_texts_are_split_and_what_is_no_prose_stands_aside(encoder: Encoder) -> None:
    """Segments are spans of the text as given; byline and disclaimer take no part, and keep their numbers."""
    found = answer(encoder, text_ar=ARABIC, text_en=ENGLISH)
    assert found["id"] == 7
    assert found["alignment"] == [[[0], [0]], [[2], [2]], [[3], [3]], [[4], [4]]]
    assert found["aside"] == {"ar": [1], "en": [1, 5]}
    assert {issue["type"] for issue in found["issues"]} == {"byline_changed", "disclaimer_added"}
    start, end = found["segments"]["en"][3]
    assert ENGLISH[start:end].startswith("The mayor said")
    assert ENGLISH[start:end].endswith("approved the plan.")


def test_offsets_are_those_of_the_text_as_given(encoder: Encoder) -> None:
    """Windows line ends and decomposed letters shift nothing."""
    text = ENGLISH.replace("\n", "\r\n").replace("mayor", "mayo\u0301r")
    found = answer(encoder, text_ar=ARABIC, text_en=text)
    start, end = found["segments"]["en"][3]
    assert text[start:end].startswith("The mayo\u0301r said")


def test_a_changed_number_and_an_omission(encoder: Encoder) -> None:
    """Types are the scorer's words; numbers of sentences count those that stand aside."""
    english = ENGLISH.replace("450", "540").replace(
        "Shop owners welcomed the decision, but demanded that taxes be put off until the end of the year.\n\n", ""
    )
    issues = {issue["type"]: issue for issue in answer(encoder, text_ar=ARABIC, text_en=english)["issues"]}
    assert (issues["omission"]["ar"], issues["omission"]["en"]) == ([4], [])
    assert (issues["number"]["ar"], issues["number"]["en"], issues["number"]["kind"]) == ([3], [3], "number_changed")
    sentence, start, end = issues["number"]["spans"]["en"]
    assert sentence == 3
    assert english[english.index("The mayor") :][start:end].startswith("540")
    assert 0.5 < issues["number"]["confidence"] <= 1


def test_sentences_are_taken_as_they_are(encoder: Encoder) -> None:
    """No segments are returned for them, and an empty side leaves everything without a counterpart."""
    found = answer(encoder, sentences_ar=["أُعيد فتح السوق القديم.", "رحّب التجار بالقرار."], sentences_en=[])
    assert "segments" not in found
    assert found["alignment"] == [[[0], []], [[1], []]]


def test_texts_that_are_no_pair(encoder: Encoder) -> None:
    """Unrelated texts are called that, and nothing is said to be left out of them."""
    other = ["Bees dance to tell where flowers are.", "Their wax was once used for candles.", "A hive has one queen."]
    found = answer(encoder, text_ar=ARABIC, sentences_en=other)
    assert found["pair"] is False
    assert found["issues"] == []


def test_everything_on_request(encoder: Encoder) -> None:
    """With all bands a merge is told as well; by default the alignment alone says it."""
    arabic = ["أعلنت البلدية فتح السوق القديم.", "وقال رئيس البلدية إن الترميم كلّف مبلغًا كبيرًا.", "رحّب التجار بالقرار."]
    english = [
        "The municipality announced the opening of the old market, and the mayor said the restoration cost a large sum.",
        "The merchants welcomed the decision.",
    ]
    default = answer(encoder, sentences_ar=arabic, sentences_en=english)
    whole = answer(encoder, sentences_ar=arabic, sentences_en=english, all_bands=True)
    assert default["alignment"][0] == [[0, 1], [0]]
    assert "merged" not in {issue["type"] for issue in default["issues"]}
    assert "merged" in {issue["type"] for issue in whole["issues"]}


def test_a_book_is_refused(encoder: Encoder, monkeypatch: pytest.MonkeyPatch) -> None:
    """What would take gigabytes is refused by number, before any work is done."""
    monkeypatch.setattr(documents, "MAX_PRODUCT", 3)
    with pytest.raises(BadInput, match="2 and 2 sentences are too many"):
        answer(encoder, sentences_ar=["أ", "ب"], sentences_en=["a", "b"])
