"""The fold: which spellings meet, which must not, and that every folded letter knows where it stood."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.text.fold import fold, fold_with_offsets

_ALPHABET = "كتبأإآٱاىيیئؤءةهکگپچڤ ـًٌٍَُِّْٰٕٓٔ٠٢۵5ﷺﻻﺍ﴾«»،؛؟ Aéßøﬁ½²'-\n\u200c\u200f\u202b\ufe0f\u0301ʿ"
_TEXTS = st.one_of(st.text(alphabet=_ALPHABET, max_size=60), st.text(max_size=40))

MEETING = [
    ("كَتَبَ", "كتب"),
    ("أحمد", "احمد"),
    ("آمال", "امال"),
    ("ٱلرحمن", "الرحمن"),
    ("إيمان", "ايمان"),
    ("٢٠١٥", "2015"),
    ("۲۰۱۵", "2015"),
    ("مسؤول", "مسئول"),
    ("شؤون", "شئون"),
    ("مصطفى", "مصطفي"),
    ("مدرسة", "مدرسه"),
    ("مـــحـــمـــد", "محمد"),
    ("کتاب", "كتاب"),
    ("پاریس", "باريس"),
    ("ڤيينا", "فيينا"),
    ("چورچ", "جورج"),
    ("ﻻﺟﺌﻮن", "لاجئون"),
    ("شيـٔا", "شيئا"),
    ("المتحدّث", "المتحدث"),
    ("الـ\u200fمعارضة", "المعارضة"),
    ("Ḥamāh", "hamah"),
    ("ʿAlī", "ali"),
    ("STRASSE", "straße"),
    ("Łódź", "lodz"),
    ("İzmir", "izmir"),
    ("naïve café", "NAIVE CAFE"),
    ("ﬁnal", "final"),
    ("Ａｌｅｐｐｏ", "aleppo"),
]
APART = [("كتب", "كذب"), ("قلب", "كلب"), ("سبت", "صبت"), ("حلب", "جلب"), ("й", "и"), ("3½", "31/2"), ("ذهب", "دهب")]


@pytest.mark.parametrize(("one", "other"), MEETING)
def test_spellings_of_one_word_meet(one, other):
    """What a reader takes for the same letters folds to the same text."""
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), APART)
def test_different_letters_stay_apart(one, other):
    """The fold joins spellings, never different letters."""
    assert fold(one) != fold(other)


def test_punctuation_and_spaces_stay():
    """Sentence marks and the number of spaces and lines survive, so phrases can be matched around them."""
    assert fold("قال: «نعم»،  ثم\nخرج؟") == "قال: «نعم»،  ثم\nخرج؟"


def test_a_detached_hamza_folds_like_its_composed_letter():
    """Text that skipped NFC finds the same words."""
    assert fold(unicodedata.normalize("NFD", "مسؤول عن شئونٍ")) == fold("مسؤول عن شئون")


@given(_TEXTS)
def test_folding_twice_changes_nothing(text):
    """The fold is idempotent."""
    assert fold(fold(text)) == fold(text)


@given(_TEXTS)
def test_both_folds_agree(text):
    """The fast fold and the one with offsets are one fold."""
    assert fold_with_offsets(text).text == fold(text)


@given(_TEXTS)
def test_every_folded_character_maps_back_to_the_original_that_made_it(text):
    """Folding the original span gives at least the folded character again, in order and inside the text."""
    folded = fold_with_offsets(text)
    assert len(folded.starts) == len(folded.ends) == len(folded.text)
    assert list(folded.starts) == sorted(folded.starts)
    for index, character in enumerate(folded.text):
        span = folded.span(index, index + 1)
        assert 0 <= span.start < span.end <= len(text)
        original = text[span.start : span.end]
        assert character in fold(original) or (character == "ء" and "\u0654" in text[span.start :])


@given(_TEXTS, st.data())
def test_a_folded_range_maps_to_a_range_that_folds_to_it(text, data):
    """Whatever is found in the folded text can be highlighted in the original."""
    folded = fold_with_offsets(text)
    if not folded.text or "\u0654" in text:
        return
    start = data.draw(st.integers(0, len(folded.text) - 1))
    end = data.draw(st.integers(start + 1, len(folded.text)))
    assert folded.text[start:end] in fold(folded.span(start, end).of(text))


def test_harakat_are_highlighted_with_their_letter():
    """The span of the last letter covers the marks written on it, but not an invisible control after it."""
    text = "قد كَتَبَ\u200f الخبر"
    folded = fold_with_offsets(text)
    start = folded.text.index("كتب")
    assert folded.span(start, start + 3).of(text) == "كَتَبَ"


def test_one_character_for_many_maps_back_to_it():
    """A ligature that folds to a phrase is one character of the original."""
    folded = fold_with_offsets("النبي ﷺ قال")
    start = folded.text.index("الله")
    assert folded.span(start, start + 4).of("النبي ﷺ قال") == "ﷺ"


def test_a_range_outside_the_text_is_refused():
    """Asking for what is not there is the caller's mistake."""
    with pytest.raises(ValueError, match="not a part of the folded text"):
        fold_with_offsets("نص").span(1, 5)
