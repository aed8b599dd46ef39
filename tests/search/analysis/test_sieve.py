"""The wanted terms of a text are those that reading the whole text finds."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from search.analysis import analyse
from search.analysis.sieve import wanted_terms
from tests.search.analysis.development_pairs import MUST_MEET

WORDS = sorted(set(MUST_MEET.split()))
ODD = [
    "co-operation",
    "O'Neill's",
    "U.S.",
    "م.ت.ف",
    "١٬٠٠٠",
    "الـ20",
    "«كتاب»،",
    "x" * 80,
    "l’armée",
    "co-operation,operation",
]
BLANKS = [" ", "  ", "\n", "\u00a0", "\t", "\u2028"]
texts = st.lists(st.tuples(st.sampled_from([*WORDS, *ODD]), st.sampled_from(BLANKS)), min_size=1, max_size=40)


@given(texts, st.integers(0, 1 << 30), st.sampled_from(["ar", "en", "fa", "fr", "und"]))
@settings(deadline=None, max_examples=150)
def test_the_same_terms_as_reading_it_all(pieces: list[tuple[str, str]], seed: int, language: str) -> None:
    """Whatever is wanted of it, in every language, asked again too; only positions are not told."""
    text = "".join(word + blank for word, blank in pieces)
    terms = analyse(text, language)
    forms = sorted({form for term in terms for form in (term.exact, term.stem)})
    draw = random.Random(seed)
    wanted = frozenset([*draw.sample(forms, min(3, len(forms))), "nothing"])
    expected = [term._replace(position=0) for term in terms if not wanted.isdisjoint((term.exact, term.stem))]
    for _ in range(2):
        assert wanted_terms(text, language, wanted) == sorted(expected, key=lambda term: (term.start, term.end))


def test_a_word_inside_another_is_not_it() -> None:
    """A chunk is looked for between blanks, at both ends of the text."""
    assert [term.start for term in wanted_terms("sea seas. sea, undersea sea", "fr", frozenset({"sea"}))] == [0, 10, 24]
