"""Lines of a collection, good and bad."""

from __future__ import annotations

import json
from typing import Any

import pytest

from archive.corpora.rows import parse_row
from archive.errors import BadInput


def line(**fields: Any) -> bytes:
    return json.dumps({"id": "a", **fields}).encode()


def test_texts_and_sentences() -> None:
    """Where a side has both, its sentences count; the two sides need not come in the same form."""
    row = parse_row(line(text_ar="نص.", sentences_en=["One.", "Two."], text_en="One. Two.", genre="news"))
    assert row.source.sentences is None
    assert row.source.text == "نص."
    assert row.target.sentences == ("One.", "Two.")


@pytest.mark.parametrize(
    ("fields", "suffixes"),
    [
        ({"text_en": "a", "text_ar": "b"}, ("ar", "en")),
        ({"text_en": "a", "text_ar": "b", "source_lang": "en"}, ("ar", "en")),
        ({"text_fr": "a", "text_ar": "b"}, ("ar", "fr")),
        ({"text_tr": "a", "text_de": "b"}, ("tr", "de")),
        ({"text_en": "a", "text_ar": "b", "text_id": "7"}, ("ar", "en")),
    ],
)
def test_which_side_comes_first(fields: dict[str, str], suffixes: tuple[str, str]) -> None:
    """Arabic, whatever the line's order and whichever was the original; else the order of the line."""
    row = parse_row(line(**fields))
    assert (row.source.suffix, row.target.suffix) == suffixes


@pytest.mark.parametrize(
    ("raw", "code", "words"),
    [
        (b"\xff", "malformed", "not UTF-8 at byte 1"),
        (b"{", "malformed", "not JSON at character 2"),
        (b"[" * 100_000, "malformed", "not readable as JSON"),
        (b"[]", "malformed", "found a list"),
        (line(text_ar="x"), "missing-field", "expected two sides"),
        (line(text_ar="x", text_fr="y", text_de="z"), "missing-field", "found ar, fr, de"),
        (line(text_ar="x", sentences_en="y"), "malformed", "/sentences_en: expected a list"),
        (line(text_ar="x", sentences_en=["y", 3]), "malformed", "/sentences_en/1: expected a text, found a int"),
        (line(text_ar=["x"], text_en="y"), "malformed", "/text_ar: expected a text"),
        (line(text_ar="x", text_en="\ud800"), "surrogate", "/text_en: an unpaired surrogate"),
        (line(text_ar="x", text_en="y", id="\ud800"), "surrogate", "/id: an unpaired surrogate"),
        (line(text_ar="x", text_e1="y"), "malformed", "'e1' is not a language tag"),
        (json.dumps({"text_ar": "x", "text_en": "y"}).encode(), "missing-field", "/id: the line has no id"),
        (line(text_ar="x", text_en="y", id=True), "malformed", "/id: expected a text or a whole number"),
    ],
)
def test_what_is_wrong_is_said(raw: bytes, code: str, words: str) -> None:
    """A bad line has one sentence that says what and where."""
    with pytest.raises(BadInput) as caught:
        parse_row(raw)
    assert caught.value.code == code
    assert words in str(caught.value)
