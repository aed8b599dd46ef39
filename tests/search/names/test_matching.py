"""Whether two spellings are one name: by sound, across the scripts, by the gazetteer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.names import score
from search.names.keys import MOST_KEYS, is_safe, keys_of_name, keys_of_terms
from search.names.matching import SAME
from search.names.sounds import distance
from search.names.spelling import plain, words
from search.names.vowels import compatible

ONE_NAME = [
    ("Qalamoun", "القلمون"),
    ("al-Kalamoon", "القلمون"),
    ("Qalamoun", "Kalamoon"),
    ("Soleimani", "سليماني"),
    ("Suleimani", "Soleimany"),
    ("Deir ez-Zor", "دير الزور"),
    ("Dayr az-Zawr", "Deir Ezzor"),
    ("Nasrallah", "نصر الله"),
    ("Netanyahu", "نتنياهو"),
    ("Hussein", "حُسَيْن"),
    ("Althea", "ألثيا"),
    ("جوجل", "غوغل"),
    ("Damascus", "دمشق"),
    ("الشام", "Dimashq"),
    ("Aleppo", "Haleb"),
    ("Jabal al-Qalamoun", "القلمون"),
]

TWO_NAMES = [
    ("Qalamoun", "سليماني"),
    ("Suleiman", "Jamil"),
    ("Damascus", "حلب"),
    ("Homs", "حماة"),
    ("Raqqa", "إدلب"),
    ("Khartoum", "كركوك"),
    ("", "دمشق"),
    ("123", "١٢٣"),
]

COMPATIBLE = [
    ("soleimani", "سليماني"),
    ("qalamoun", "قلمون"),
    ("hussein", "حسين"),
    ("ibrahim", "ابراهيم"),
    ("omar", "عمر"),
    ("fatima", "فاطمه"),
    ("fatimah", "فاطمه"),
    ("moussa", "موسي"),
    ("suleimani", "soleimany"),
    ("mohammed", "muhammad"),
]

NOT_COMPATIBLE = [
    ("soleimani", "سليمان"),
    ("soleimani", "سلمون"),
    ("qalamoun", "كلمنا"),
    ("salman", "سليمان"),
    ("hassan", "حسين"),
    ("kalam", "اكلام"),
    ("سليمان", "سلمان"),
]


@pytest.mark.parametrize(("one", "other"), ONE_NAME)
def test_spellings_of_one_name(one: str, other: str) -> None:
    """In either order, whatever the scripts, articles and marks."""
    assert score(one, other) >= SAME
    assert score(other, one) == score(one, other)


@pytest.mark.parametrize(("one", "other"), TWO_NAMES)
def test_different_names(one: str, other: str) -> None:
    """Another name, or nothing to compare, is below the threshold."""
    assert score(one, other) < SAME


@pytest.mark.parametrize(("one", "other"), COMPATIBLE)
def test_vowels_of_one_name(one: str, other: str) -> None:
    """Short vowels may be missing, last ones may not, long ones have their like."""
    assert compatible(one, other)
    assert compatible(other, one)


@pytest.mark.parametrize(("one", "other"), NOT_COMPATIBLE)
def test_vowels_of_two_names(one: str, other: str) -> None:
    """The same consonants do not make the same name."""
    assert not compatible(one, other)
    assert not compatible(other, one)


def test_names_lose_articles_and_marks() -> None:
    """Sun letters go with the article; an article alone is the name."""
    assert words("ash-Shām") == ("sham",)
    assert words("Deir ez-Zor") == ("deir", "zor")
    assert words("دَيْر الزُّور") == ("دير", "زور")
    assert words("Al") == ("al",)
    assert plain("Sa‘ūd") == "saud"


def test_both_scripts_have_one_key() -> None:
    """Qalamoun, Kalamoon, القلمون; خ and kh, ش and sh or ch; a last h is a vowel's, و at the beginning a consonant."""
    assert keys_of_terms(["qalamoun", "kalamoon", "القلمون"]) == ["KLMN"] * 3
    assert keys_of_terms(["khartoum", "خرطوم"]) == ["XRTM"] * 2
    assert keys_of_terms(["chamoun", "shamoun", "شمعون"]) == ["CMN"] * 3
    assert keys_of_terms(["fatimah", "فاطمه", "walid", "وليد"]) == ["FTM", "FTM", "WLD", "WLD"]
    assert keys_of_terms([]) == []


def test_a_question_has_the_keys_of_letters_taken_for_others() -> None:
    """Gaddafi is written with q and dh too; the name's own key comes first."""
    keys = keys_of_name("gaddafi")
    assert keys[0] == "GDF"
    assert set(keys_of_terms(["قذافي", "qadhafi"])) <= set(keys)
    assert not is_safe(keys_of_name("assad")[0])


@given(st.text(max_size=20), st.text(max_size=20))
def test_any_two_strings_have_a_score(one: str, other: str) -> None:
    """No input breaks the matcher, and the order does not matter."""
    assert 0.0 <= score(one, other) <= 1.0
    assert score(one, other) == pytest.approx(score(other, one))


@given(st.text("abdghkqstyuwo'-", max_size=16), st.text("ابتحخدسشصعغقكلمنهويءـ", max_size=16))
def test_any_spelling_has_keys_and_vowels(latin: str, arabic: str) -> None:
    """A name has at most so many keys, its own among them; vowels compare in either order."""
    for word in filter(None, (plain(latin), plain(arabic))):
        assert len(keys_of_name(word)) <= MOST_KEYS
        assert compatible(word, word)
    if plain(latin) and plain(arabic):
        assert compatible(plain(latin), plain(arabic)) == compatible(plain(arabic), plain(latin))


@given(st.text("abdghkqst", min_size=1, max_size=10), st.text("abdghkqst", min_size=1, max_size=10))
def test_the_distance_of_sounds_is_one(one: str, other: str) -> None:
    """Nothing between a word and itself, the same both ways, never above one."""
    assert distance(one, one) == 0.0
    assert distance(one, other) == pytest.approx(distance(other, one))
    assert 0.0 <= distance(one, other) <= 1.0
