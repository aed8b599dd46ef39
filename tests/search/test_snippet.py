"""The piece that shows why a version matched, and the words marked in it."""

from __future__ import annotations

from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from archive.passages import Passage
from archive.text.blocks import Block, BlockKind
from archive.text.fold import fold
from search import snippet as snippets
from search.analysis import analyse
from search.query import parse
from search.snippet import WIDTH, snippet
from tests.search.fakes import passage


def cut(found: Passage, q: str) -> tuple[str, list[str]]:
    text, highlights, *_ = snippet(found, parse(q).clauses)
    return text, [span.of(text) for span in highlights]


def test_highlights_are_the_words_as_printed() -> None:
    """With harakat, tatweel and clitics, without the punctuation around them."""
    found = passage("قالَت «وَالمُعَارَضَةُ» إنّ المعـــارضة، وبالمعارضةِ؛ لا مَعرِض.")
    assert cut(found, "معارضة")[1] == ["وَالمُعَارَضَةُ", "المعـــارضة", "وبالمعارضةِ"]


def test_only_the_words_of_a_phrase_are_marked() -> None:
    """Not the same words elsewhere."""
    found = passage("The old regime said the new regime fell.", language="en")
    assert cut(found, '"new regime"')[1] == ["new", "regime"]


def test_the_window_holds_as_many_of_the_words_as_it_can() -> None:
    """A paragraph with both words beats an earlier one with one of them."""
    found = passage("Bread was dear.", "Nobody spoke.", "Bread and fuel were dear.", language="en")
    assert cut(found, "bread fuel") == ("Bread and fuel were dear.", ["Bread", "fuel"])


def test_the_story_is_preferred_to_its_furniture() -> None:
    """A headline is shown only when nothing else matches, a disclaimer after that."""
    disclaimer = Block(BlockKind.DISCLAIMER, "Bread is not our responsibility.")
    found = passage("Bread was dear.", title="Bread", language="en", blocks=[disclaimer])
    assert cut(found, "bread")[0] == "Bread was dear."
    assert cut(passage("Fuel.", title="Bread", language="en", blocks=[disclaimer]), "bread")[0] == "Bread"


def test_without_words_the_story_begins() -> None:
    """A listing shows the opening of the first paragraph, not the headline."""
    found = passage("word " * 100, title="Title", language="en")
    text, highlights = cut(found, "")
    assert text.startswith("word word")
    assert WIDTH - 5 <= len(text) <= WIDTH
    assert highlights == []


def test_a_joined_word_is_marked_as_a_whole() -> None:
    """cooperation finds co-operation, and marks it once."""
    assert cut(passage("Full co-operation now.", language="en"), "cooperation")[1] == ["co-operation"]
    assert cut(passage("Full co-operation now.", language="en"), "co-operation")[1] == ["co-operation"]


LETTERS = "المعارضةكتبوحسن"
words = st.text(alphabet=LETTERS, min_size=1, max_size=9)
marks = st.lists(st.sampled_from("\u064b\u064e\u064f\u0650\u0651\u0652\u0640"), max_size=2).map("".join)


@given(st.lists(st.tuples(words, marks), min_size=1, max_size=120), st.integers(min_value=0), st.booleans())
def test_highlights_hold_whole_words_of_vowelled_text(text: list[tuple[str, str]], pick: int, newline: bool) -> None:
    """The snippet is an unbroken piece of the text; the wanted word is in it, and marks end where words end."""
    vowelled = ["".join(letter + mark for letter in word) for word, mark in text]
    half = len(vowelled) // 2 if newline else len(vowelled)
    found = passage(" ".join(vowelled[:half]), " ".join(vowelled[half:]), title="")
    wanted = text[pick % len(text)][0]
    snipped, highlights, *_ = snippet(found, parse(wanted).clauses)
    assert snipped in found.content
    assert len(snipped) <= WIDTH
    assert highlights
    printed = set(found.content.split())
    assert all(span.of(snipped) in printed for span in highlights)
    assert fold(wanted) in {fold(word) for word in printed}


QUESTIONS = (
    "bridge",
    "council bridge",
    "معارضة",
    "=bridges",
    "co-operation",
    'bridge "the council"',
    "counc*",
    "mayor",
)


@given(
    st.lists(
        st.sampled_from(
            ["the", "council", "bridge", "bridges,", "co-operation", "المعارضة", "ومعارضة", "mayor's", "x"]
        ),
        min_size=1,
    )
)
@settings(deadline=None, max_examples=60)
def test_the_same_snippets_as_from_reading_it_all(drawn: list[str]) -> None:
    """Reading only what is wanted changes nothing that is shown."""
    one = passage(" ".join(drawn), " ".join(reversed(drawn)), title="council")
    for question in QUESTIONS:
        clauses = parse(question).clauses
        found = snippet(one, clauses)
        with patch.object(snippets, "wanted_terms", lambda text, language, _wanted: analyse(text, language)):
            assert snippet(one, clauses) == found


def test_a_text_opens_with_what_it_says() -> None:
    """Not with a line that no one recognised as a byline; where nothing else is there, with that."""
    text = passage("القلعة - وكالة مرافئ", "قالت الوزارة إن السد آمن.", title="السد")
    assert snippet(text, ()).text == "قالت الوزارة إن السد آمن."
    assert snippet(passage("القلعة - وكالة مرافئ", title="السد"), ()).text == "القلعة - وكالة مرافئ"
