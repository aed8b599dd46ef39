"""Key word in context, in both directions of writing. The sentences are the project's own."""

from __future__ import annotations

import pytest

from archive.values import Span
from search.parallel.kwic import Context, Order, context, left_key, ordered, right_key

ARABIC = "قال الناطق إن المجلس رفض الاقتراح، وأجّل الجلسة إلى الأحد."


def around(text: str, word: str, width: int = 100) -> Context:
    start = text.index(word)
    return context(text, Span(0, len(text)), Span(start, start + len(word)), width=width)


def test_a_line_is_the_sentence_in_three_pieces() -> None:
    """Nothing is added or lost while it fits."""
    line = around(ARABIC, "المجلس")
    assert line.left + line.node + line.right == ARABIC
    assert line.left.endswith("إن ")


def test_a_line_is_cut_at_words() -> None:
    """An ellipsis stands where something was cut, and no word is cut in two."""
    line = around(ARABIC, "رفض", width=15)
    assert line == Context("…إن المجلس ", "رفض", " الاقتراح،…")


def test_left_is_what_is_read_before() -> None:
    """Also in a line that runs from right to left; marks and vowels do not count."""
    line = around(ARABIC, "الجلسة")
    assert left_key(line)[:2] == ("واجل", "الاقتراح")
    assert right_key(line) == ("الي", "الاحد")


@pytest.mark.parametrize(
    ("order", "expected"), [(Order.LEFT, [1, 2, 0]), (Order.RIGHT, [2, 0, 1]), (Order.DATE, [0, 1, 2])]
)
def test_lines_are_put_in_order_word_by_word(order: Order, expected: list[int]) -> None:
    """Nearest word first; an order of other things leaves them as they are."""
    lines = [
        Context("the old ", "bridge", " fell"),
        Context("a new ", "bridge", " opened"),
        Context("b new ", "bridge", " at dawn"),
    ]
    assert ordered(lines, order) == expected
