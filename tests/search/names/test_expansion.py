"""Names of a query among the terms of an index."""

from __future__ import annotations

import pytest

from archive.errors import BadFile
from search.names import Gazetteer, NameTerms, curated, expand
from search.names.expansion import MOST
from search.names.gazetteer import read
from search.names.spelling import is_arabic, words

WORDS = """
قلمون كلمنا كالمان سليماني سليمان سلمان سلمون خامنءي خميني قذافي قاذف دمشق شام حلب اسد رقه درعا سد الاسد
qalamoun kalamoon suleimani soleimani suleiman salmon damascus aleppo assad raqqa calm 2015 u2
"""
TERMS = NameTerms(WORDS.split())
OWN = """
[[name]]
kind = "place"
arabic = ["وادي السرو", "السرو"]
latin = ["Wadi Sarw", "Sarw"]
"""


def found(name: str, gazetteer: Gazetteer | None = None) -> dict[str, str]:
    return {each.term: each.source for each in expand(name, TERMS, gazetteer)}


@pytest.mark.parametrize("name", ["Qalamoun", "القلمون", "Kalamoon", "al-Qalamun", "Alqalamoun"])
def test_a_name_of_three_consonants_is_found_in_any_spelling(name: str) -> None:
    """The other spellings, in both scripts, and no other word."""
    assert set(found(name)) == {"قلمون", "qalamoun", "kalamoon"} - {*words(name)}


def test_what_it_is_not() -> None:
    """Words with the same consonants and other vowels stay out."""
    assert set(found("Soleimani")) == {"سليماني", "suleimani"}
    assert set(found("Khamenei")) == {"خامنءي", "خميني"}  # vowels leave both open


def test_a_short_name_is_expanded_only_by_the_gazetteer() -> None:
    """Assad is written الأسد; سد has the same consonants."""
    assert found("Assad") == {"اسد": "gazetteer", "الاسد": "gazetteer"}
    assert found("Assad", Gazetteer(())) == {}


@pytest.mark.parametrize("word", ["letter", "serve", "قلب", "تقرير"])
def test_ordinary_words_are_no_names(word: str) -> None:
    """English words that are written small, and Arabic words, have no other spellings."""
    others = NameTerms(["latter", "litter", "صرف", "سيرف", "كلب", "تكرير"])
    assert expand(word, others) == ()


def test_a_foreign_name_has_several_arabic_spellings() -> None:
    """Kevin is كيفين or جيفين; two Arabic words with these letters are two words."""
    assert [each.term for each in expand("ليفينغستون", NameTerms(["ليفينجستون", "لسان"]))] == ["ليفينجستون"]


def test_a_translated_name_is_found_by_the_gazetteer() -> None:
    """Damascus, دمشق, الشام; the other way round too."""
    assert found("Damascus") == {"دمشق": "gazetteer", "شام": "gazetteer"}
    assert found("حلب") == {"aleppo": "gazetteer"}


def test_an_expansion_says_script_and_score() -> None:
    """The best first: what the gazetteer has counts full, a sound by its likeness."""
    first, *_ = expand("Raqqa", TERMS)
    assert (first.term, first.script, first.score, first.source) == ("رقه", "arabic", 1.0, "gazetteer")
    scores = [each.score for each in expand("Suleimani", TERMS)]
    assert scores == sorted(scores, reverse=True)
    assert all(0.75 <= each <= 1 for each in scores)


@pytest.mark.parametrize("name", ["", "2015", "Deir ez-Zor", "…"])
def test_only_single_words_are_expanded(name: str) -> None:
    """A name of several words is several questions."""
    assert expand(name, TERMS) == ()


def test_there_is_an_end_to_expansions() -> None:
    """However many terms sound alike, only the best are taken."""
    many = NameTerms(f"qal{'a' * number}moun" for number in range(1, 100))
    assert len(expand("Qalamoun", many)) == MOST


def test_names_that_only_one_script_tells_apart() -> None:
    """Amman and Oman are both عمان in Arabic; that does not make them one in Latin letters."""
    assert "Oman" not in curated().aliases("Amman")
    assert {"Amman", "Oman"} <= set(curated().aliases("عمان"))


def test_an_archivists_names_stand_beside_the_curated() -> None:
    """A file of one's own adds names and takes none away; several words are aliases, not terms."""
    both = curated() + read(OWN)
    assert both.aliases("Sarw") == ("وادي السرو", "السرو", "Wadi Sarw")
    assert both.aliases("Damascus") == curated().aliases("Damascus") != ()


def test_the_curated_names_are_spelled_in_their_scripts() -> None:
    """Every entry has both scripts, and no spelling stands twice in it."""
    for entry in curated().entries:
        assert entry.arabic
        assert entry.latin
        assert len(set(entry.spellings)) == len(entry.spellings)
        assert all(is_arabic(words(spelling)[0]) for spelling in entry.arabic)


FAULTS = [
    ("[[name", "not TOML"),
    ("[[names]]\nlatin = ['x']", "only [[name]] tables"),
    ("name = 3", "only [[name]] tables"),
    ("[[name]]\nlatin = ['Sarw']", "name 1 of the gazetteer: a name has at least two spellings"),
    ("[[name]]\narabic = ['السرو']\nenglish = ['Sarw']", "the fields are kind, arabic and latin"),
    ("[[name]]\nkind = 'river'\narabic = ['السرو']\nlatin = ['Sarw']", "kind is one of"),
    ("[[name]]\narabic = ['Sarw']\nlatin = ['Sarw']", "'Sarw' has no letters of the arabic script"),
    ("[[name]]\narabic = 'السرو'\nlatin = ['Sarw']", "arabic is a list of spellings"),
    ("[[name]]\narabic = [3]\nlatin = ['Sarw']", "3 has no letters of the arabic script"),
]


@pytest.mark.parametrize(("content", "message"), FAULTS)
def test_a_faulty_gazetteer_is_refused_with_the_entry(content: str, message: str) -> None:
    """What was expected and what was found, and where."""
    with pytest.raises(BadFile) as refused:
        read(content)
    assert message in str(refused.value)
