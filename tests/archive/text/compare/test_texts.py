"""Which units take part, and where their words stand."""

from archive.text.blocks import BlockKind
from archive.text.compare.report import Place
from archive.text.compare.texts import BODY, Text
from archive.values import Span
from tests.archive.text.compare.stories import DISCLAIMER, story


def test_bylines_and_disclaimers_take_no_part() -> None:
    """They keep their ordinals, and are in no figure."""
    text = story("en", [0, 1], (BlockKind.BYLINE, "by Salma Qadri"), (BlockKind.DISCLAIMER, DISCLAIMER))
    assert [unit.kind.value for unit in text.units] == ["headline", "byline", "disclaimer", "sentence", "sentence"]
    assert text.taking_part == (0, 3, 4)
    assert text.ordinals(BODY) == (3, 4)


def test_sentences_given_one_by_one_have_spans() -> None:
    """Every unit's span holds its words in the content."""
    text = Text.of_sentences(["One.", "", "Three."], "en")
    assert [unit.span.of(text.content) for unit in text.units] == ["One.", "", "Three."]


def test_a_place_quotes_from_the_first_to_the_last_unit() -> None:
    """Verbatim, what lies between included; no units, no place."""
    text = Text.of_sentences(["One.", "Two.", "Three."], "en")
    assert Place.of_units(text, [1, 0]) == Place((0, 1), Span(0, 9), "One.\nTwo.")
    assert Place.of_units(text, []) is None
