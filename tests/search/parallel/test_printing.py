"""How a rendering is printed: whole expressions, as printed most often. The sentences are the project's own."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from search.parallel.looking import Sentences
from search.parallel.printing import printed


def said(*sentences: str) -> list[Sentences | None]:
    return [("en", (sentence,)) for sentence in sentences]


def show(stem: str, sentences: Sequence[Sentences | None], *telling: str) -> str:
    return printed(np.arange(len(sentences)), stem, sentences, lambda other: other in telling)


def test_what_always_stands_beside_it_belongs_to_it() -> None:
    """Before and after, where it tells of the term; *the* always stands there and tells nothing."""
    ministers = said("The Prime Minister of Jarnous left.", "the Prime Minister came", "Of prime ministers, two.")
    assert show("prime", ministers, "minist") == "Prime Minister"
    assert show("minist", ministers, "prime") == "Prime Minister"
    assert show("prime", ministers) == "Prime"


def test_a_neighbour_now_and_then_does_not() -> None:
    """It stands there in three of four, or not at all."""
    guests = said("President Salloum", "President Haddad", "the president spoke", "President Salloum")
    assert show("presid", guests, "salloum") == "President"


def test_an_expression_has_an_end() -> None:
    """Three words at most."""
    assert show("b", said("a b c d e", "a b c d e"), "a", "c", "d", "e") in {"a b c", "b c d"}


@pytest.mark.parametrize("other", [None, ("en", ()), ("en", ("Nothing of it.",))])
def test_links_without_the_word_say_nothing(other: Sentences | None) -> None:
    """A side without sentences is passed over."""
    assert show("harbour", [other, *said("The harbour’s wall", "a harbour")]) == "harbour"
