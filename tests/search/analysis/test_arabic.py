"""Which Arabic words meet and which must not, and what the stemmer may never do."""

from __future__ import annotations

from types import ModuleType

import pytest

from archive.text.fold import fold
from search.analysis import analyse, arabic_words
from search.analysis.arabic import LightStemmer
from search.analysis.frequencies import Frequencies
from tests.search.analysis import development_pairs, held_out_pairs

NEWS_WORDS = "لبنان وزير إيران برلمان قانون قوات وطن وفد الله والد وكالة ألمانيا"
AFFIXES = "و وو ال لل بال وال ولل كال فال لله ون ين ات ه ا ها هم"


def pairs(table: str) -> list[tuple[str, str]]:
    return [(one, other) for one, other in map(str.split, table.strip().splitlines())]


def stems(text: str) -> list[str]:
    return [term.stem for term in analyse(text, "ar")]


def meeting(table: str) -> float:
    """The share of pairs that have the same stems."""
    rows = pairs(table)
    return sum(stems(one) == stems(other) for one, other in rows) / len(rows)


@pytest.mark.parametrize("half", [development_pairs, held_out_pairs], ids=["tuned on", "held out"])
def test_forms_of_a_word_meet_and_different_words_do_not(half: ModuleType) -> None:
    """Eighty pairs a side in either half; spelling, particles and regular endings separate few words from themselves."""
    assert min(len(pairs(half.MUST_MEET)), len(pairs(half.MUST_NOT_MEET))) >= 80
    assert meeting(half.MUST_MEET) >= 0.92
    assert meeting(half.MUST_NOT_MEET) <= 0.08


def test_the_halves_share_no_pair() -> None:
    """What is held out is not tuned on."""
    developed, held = (
        pairs(half.MUST_MEET) + pairs(half.MUST_NOT_MEET) for half in (development_pairs, held_out_pairs)
    )
    assert not set(developed) & set(held)


WITHOUT_COUNTS = [("وزير", "زير"), ("بدمشق", "دمشق"), ("لبنان", "لبن"), ("منزله", "منزل")]


@pytest.mark.parametrize(("word", "rest"), WITHOUT_COUNTS)
def test_a_cut_is_made_only_where_the_rest_is_written(word: str, rest: str) -> None:
    """The table decides: the same word is cut with one table and kept with another."""
    often = LightStemmer(frequencies({rest: 4096, word: 64}))
    never = LightStemmer(frequencies({word: 4096, "ال" + word: 4096}))
    assert often.stem(word) == rest
    assert never.stem(word) == word


def frequencies(counts: dict[str, int]) -> Frequencies:
    return Frequencies(counts, digest="")


@pytest.mark.parametrize("word", NEWS_WORDS.split())
def test_the_words_of_the_news_are_not_ruined(word: str) -> None:
    """Well-known words that other light stemmers cut keep at least their first letters."""
    (stem,) = stems(word)
    assert fold(word).startswith(stem)
    assert len(stem) >= len(fold(word)) - 1


def test_the_word_lists_are_folded_as_the_stemmer_sees_words() -> None:
    """An entry that folding would change could never be met."""
    entries = [*arabic_words.UNITS, *arabic_words.AL_STEMS]
    assert [entry for entry in entries if fold(entry) != entry or " " in entry] == []


def test_every_short_word_survives() -> None:
    """No cut leaves nothing or less than two letters of a longer word."""
    for word in AFFIXES.split():
        assert stems(word) != [""]
        assert all(stems(word))
