"""The letters of a name: what speaks for one where no list knows it, and what speaks against."""

import pytest

from archive.chain.biographies import find_biography
from archive.chain.byline_record import Standing
from archive.chain.evidence import FRAMED, LIKELY, arabic_weight, is_definite_name, is_proper, latin_weight, standing


@pytest.mark.parametrize("name", ["Çiğdem Yıldırım", "Zozan Temo", "Orhan Demirel", "Z. Temo", "Qutada al-Ghouri"])
def test_unlisted_latin_names_fill_a_frame(name):
    """Two words of no dictionary are enough after "by"."""
    assert latin_weight(name.split()) >= FRAMED


@pytest.mark.parametrize(
    "words", ["Early Spring", "Rebel Fighters", "Candlelight Vigil", "Stopped Trains", "Zozan Bread"]
)
def test_ordinary_english_fills_none(words):
    """One ordinary word, inflected or compounded, outweighs an unknown one."""
    assert latin_weight(words.split()) < FRAMED


@pytest.mark.parametrize("name", ["بيريفان تمو", "تواضروس قلادة", "زوزان حاجو", "قتادة الشيخموس"])
def test_unlisted_arabic_names_are_likely(name):
    """Endings and long vowels of other languages, or a surname with the article, add to being unknown."""
    assert arabic_weight(name.split()) >= LIKELY


@pytest.mark.parametrize("words", ["رصاص قصير", "هدوء حذر", "استقبال وانفجار", "يعود المحتجون", "اجتاحت السيول"])
def test_ordinary_arabic_fills_none(words):
    """Ordinary words, nouns of action and verbs."""
    assert arabic_weight(words.split()) < FRAMED


def test_a_weight_is_a_standing():
    """Enough for a frame, enough beside a place, or a shape only."""
    assert [standing(weight) for weight in (1, FRAMED, LIKELY)] == [Standing.SHAPE, Standing.FRAMED, Standing.LIKELY]


def test_a_definite_name_is_no_noun_of_the_news():
    """المسبار may be a paper; الحصار and التصعيد are not."""
    assert is_definite_name("المسبار")
    assert not any(is_definite_name(word) for word in ("الحصار", "التصعيد", "مسبار", "المسبار والحصار"))


def test_proper_means_no_ordinary_word():
    """In either language."""
    assert is_proper("Nawras")
    assert is_proper("نورس")
    assert not is_proper("Confidential")
    assert not is_proper("مجهول")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Zozan Temo is a Syrian journalist based in Erbil.", "Zozan Temo"),
        ("* زوزان حاجو كاتبة سورية", "زوزان حاجو"),
        ("زوزان حاجو: كاتبة وباحثة", "زوزان حاجو"),
        ("Orontes is a river in Syria.", None),
        ("زوزان حاجو كاتبة سورية", None),
        ("The mill is a writer of long letters.", None),
    ],
)
def test_a_biography_names_its_writer(line, name):
    """A whole name and a trade of those who write; in Arabic also a star or a mark."""
    found = find_biography(line)
    assert (found[0] if found else None) == name
