"""Marks are put into text by offsets and can neither lose nor invent a character."""

from __future__ import annotations

from html import unescape
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from api.pages.marking import Mark, marked
from archive.values import Span


class Reader(HTMLParser):
    """Collects the text, and which of it stands in a mark."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self.within, self.depth = "", "", 0

    def handle_starttag(self, tag, attrs):
        self.depth += tag == "mark"

    def handle_endtag(self, tag):
        self.depth -= tag == "mark"

    def handle_data(self, data):
        self.text += data
        self.within += data if self.depth else ""


def test_words_are_marked_and_escaped():
    """Only the marks' own tags are markup."""
    html = marked("a <b> & سوريا", [Mark(Span(8, 13))])
    assert str(html) == 'a &lt;b&gt; &amp; <mark class="hit">سوريا</mark>'


def test_a_mark_cannot_split_an_entity():
    """Offsets count characters of the text, not of its escaped form."""
    assert str(marked("&&&", [Mark(Span(1, 2))])) == '&amp;<mark class="hit">&amp;</mark>&amp;'


def test_overlapping_marks_share_a_piece():
    """Where two marks overlap the piece has both kinds, and each anchor stands once."""
    html = str(marked("abcdef", [Mark(Span(0, 4), "evidence", "q-1"), Mark(Span(2, 6), "disclaim", "d-2")]))
    assert html == (
        '<span class="at" id="q-1"></span><mark class="evidence">ab</mark>'
        '<span class="at" id="d-2"></span><mark class="evidence disclaim">cd</mark><mark class="disclaim">ef</mark>'
    )


def test_a_window_shows_its_part_of_a_mark():
    """A mark that begins before the window goes on inside it, without a second anchor."""
    html = str(marked("abcdef", [Mark(Span(1, 5), "evidence", "q-1")], Span(3, 6)))
    assert html == '<mark class="evidence">de</mark>f'


def test_an_anchor_cannot_break_out():
    """Attribute values are escaped too."""
    assert '"><script>' not in str(marked("ab", [Mark(Span(0, 1), "k", '"><script>')]))


spans = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda pair: Span(min(pair), max(pair)))


@given(st.text(alphabet=st.sampled_from("ab<>&\"' سوريَا\u202e"), max_size=30), st.lists(spans, max_size=5))
def test_nothing_is_lost(text, found):
    """Read back, the text is the same and exactly the spans' characters are marked."""
    reader = Reader()
    reader.feed(str(marked(text, [Mark(span) for span in found])))
    reader.close()
    covered = {index for span in found for index in range(span.start, span.end)}
    assert reader.text == text == unescape(reader.text.replace("&", "&amp;"))
    assert reader.within == "".join(character for index, character in enumerate(text) if index in covered)
