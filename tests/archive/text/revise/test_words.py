"""What counts as one word, and which words are the same."""

import pytest

from archive.text.revise.words import words_of


def cut(text):
    words, _ = words_of(text, "")
    return [words.word(index) for index in range(len(words))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The market, opened.", ["The", "market", "opened"]),
        ("don't o’clock 'quoted'", ["don't", "o’clock", "quoted"]),
        ("3.5 and 20,000.", ["3.5", "and", "20,000"]),
        ("٣٫٥ و٢٠٬٠٠٠، ثم", ["٣٫٥", "و٢٠٬٠٠٠", "ثم"]),
        ("long-term", ["long", "term"]),
        ("قَالَ الشَّاهِدُ؛ «نعم».", ["قَالَ", "الشَّاهِدُ", "نعم"]),
        ("\u200fسوق\u200f الـمـدينة", ["\u200fسوق\u200f", "الـمـدينة"]),
        ("市場は開く", ["市", "場", "は", "開", "く"]),
        ("! — …", []),
        ("", []),
    ],
)
def test_words(text, words):
    """Marks belong to their word, punctuation to none."""
    assert cut(text) == words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أُمَّة", "امه"),
        ("مستشفى", "مستشفي"),
        ("٢٠١٥", "2015"),
        ("٣٫٥", "3.5"),
        ("Café", "cafe"),
        ("الـمدينة", "المدينة"),
        ("\u202bسوق\u202c", "سوق"),
        ("o’clock", "o'clock"),
    ],
)
def test_spelling_makes_no_other_word(one, other):
    """Both spellings have one key."""
    left, right = words_of(one, other)
    assert left.keys == right.keys == [0]


@pytest.mark.parametrize(("one", "other"), [("قال", "وقال"), ("علي", "عليه"), ("3.5", "35"), ("market", "markets")])
def test_other_words_have_other_keys(one, other):
    """A clitic, a suffix, a decimal point and a plural make another word."""
    left, right = words_of(one, other)
    assert left.keys != right.keys
