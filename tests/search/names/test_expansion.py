"""Names of a query among the terms of an index."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.errors import BadFile
from search.names import Gazetteer, NameTerms, curated, expand
from search.names.expansion import MOST
from search.names.forms import printed_words
from search.names.gazetteer import Entry, read
from search.names.spelling import is_arabic, words

WORDS = """
القلمون كلمنا كالمان سليماني سليمان سلمان سلمون خامنءي خميني قذافي قاذف دمشق الشام شام حلب اسد رقه الرقه درعا سد
الاسد والاسد للاسد ورقه عبد الله عبدالله حزب لحزب السعوديه علي زرغوف بزرغوف الزرغوفي النصره لنصره حوثيين
qalamoun kalamoon suleimani soleimani suleiman salmon damascus aleppo assad raqqa calm 2015 u2 sawwaf zarghov hezbollah risk
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
def test_a_name_is_found_in_any_spelling(name: str) -> None:
    """The other spellings, in both scripts, and no other word."""
    assert set(found(name)) == {"القلمون", "qalamoun", "kalamoon"} - {*printed_words(name)}


def test_what_it_is_not() -> None:
    """Words with the same consonants and other vowels stay out."""
    assert set(found("Soleimani")) == {"سليماني", "suleimani"}
    assert set(found("Khamenei")) == {"خامنءي"}  # vowels leave خميني open, the gazetteer does not


def test_a_short_name_is_expanded_only_by_the_gazetteer() -> None:
    """Assad is written الأسد; سد has the same consonants, and أسد is a lion."""
    assert found("Assad") == {"الاسد": "gazetteer"}
    assert found("Assad", Gazetteer(())) == {}


@pytest.mark.parametrize("name", ["Assad", "al-Assad", "el Assad", "Al-Assad"])
def test_the_latin_article_changes_nothing(name: str) -> None:
    """With a hyphen, a blank or without it: the same printed forms in Arabic."""
    assert {row for each in expand(name, TERMS) for row in each.forms if each.script == "arabic"} == {
        ("الاسد",),
        ("والاسد",),
        ("للاسد",),
    }
    assert ("assad" in found(name)) == (name != "Assad")


def test_a_name_behind_an_article_is_a_name_of_its_own() -> None:
    """Also where no gazetteer has it; a word is not: at-risk is not risk."""
    assert found("al-Sawwaf") == {"sawwaf": "sound"}
    assert found("at-risk") == {}


@pytest.mark.parametrize("name", ["Abdullah", "Abd Allah", "عبدالله", "عبد الله", "Abdallah"])
def test_compounds_meet_written_together_or_apart(name: str) -> None:
    """In either script; several words are a row of forms."""
    forms = {row for each in expand(name, TERMS) for row in each.forms}
    assert forms == {("عبد", "الله"), ("عبدالله",)} - {tuple(name.split())}


def test_names_of_several_words() -> None:
    """Hezbollah is two words in Arabic, the first with its particle; Saudi Arabia is one."""
    assert {row for each in expand("Hizballah", TERMS) for row in each.forms} == {
        ("حزب", "الله"),
        ("لحزب", "الله"),
        ("hezbollah",),
    }
    assert found("Saudi Arabia") == {"السعوديه": "gazetteer"}
    assert "Hezbollah" in {each.written for each in expand("حزب الله", TERMS)}


def test_a_form_that_is_another_word_is_left_out() -> None:
    """ورقة is paper, not *and Raqqa*; لنصرة is in support of, not of Nusra."""
    forms = {row for name in ("Raqqa", "Nusra") for each in expand(name, TERMS) for row in each.forms}
    assert {("الرقه",), ("النصره",)} <= forms
    assert not {("ورقه",), ("رقه",), ("لنصره",)} & forms


def test_a_spelling_that_a_shorter_one_finds_is_left_out() -> None:
    """The front is found by its name."""
    terms = NameTerms(["جبهه", "النصره", "nusra", "front"])
    assert [each.term for each in expand("al-Nusra", terms)] == ["nusra", "النصره"]
    assert [each.term for each in expand("Nusra", terms)] == ["النصره"]


def test_the_name_of_a_people_has_endings() -> None:
    """Nobody lists Houthi, Houthis, حوثي and حوثيين."""
    for name in ("Houthi", "Houthis", "al-Houthi"):
        assert {row for each in expand(name, TERMS) for row in each.forms} == {("حوثيين",)}


def test_the_arabic_article_can_make_another_word() -> None:
    """العمر is age and not Omar; الأسد is the name, and so is الشام."""
    terms = NameTerms(["omar", "عمر", "assad", "damascus"])
    assert expand("العمر", terms) == ()
    assert [each.term for name in ("الأسد", "الشام") for each in expand(name, terms)] == ["assad", "damascus"]


def test_a_name_that_is_grammar_too_is_told_by_its_stem() -> None:
    """على folds to علي; its stem does not."""
    (ali,) = expand("Ali", TERMS)
    assert (ali.term, ali.forms, ali.stem) == ("علي", (), "علي")


def test_sound_gives_printed_forms_and_no_stem() -> None:
    """With particles, but not every word that is made of the name."""
    (heard,) = expand("Zargov", NameTerms(["زارغوف", "بزارغوف", "زارغوفيه"]))
    assert heard.forms == (("زارغوف",), ("بزارغوف",))
    (clitic,) = expand("Zargov", NameTerms(["بزارغوف"], ["زارغوف"]))
    assert clitic.forms == (("بزارغوف",),)


WORDS_LIKE_NAMES = {
    "Ford": "فرض فرد", "Wales": "وليس", "Mosul": "مسءول المسءول مصلين", "Homs": "خمس خمسه", "Putin": "وبطنه", "Yemen": "يءمن",
    "Mahmoud": "محمد", "Basra": "بسرعه", "Golani": "جعلني", "Jordan": "guardian", "تركيا": "terrace tracey", "Iraq": "عراقه",
    "Pelosi": "بالسعي السعي",
}  # fmt: skip


@pytest.mark.parametrize("name", list(WORDS_LIKE_NAMES))
def test_ordinary_words_and_other_names_are_not_taken_for_a_name(name: str) -> None:
    """However much they sound like it: a stranger found these on a real archive."""
    assert expand(name, NameTerms(WORDS_LIKE_NAMES[name].split())) == ()


@settings(deadline=None)  # the first example reads the gazetteer and the counts
@given(st.text(max_size=24))
def test_an_expansion_is_in_the_dictionary_and_never_what_was_typed(name: str) -> None:
    """Whatever is asked: every word of every form is a term, scores are sorted, nothing stands twice."""
    others = expand(name, TERMS)
    assert all(word in TERMS for each in others for row in each.forms for word in row)
    assert all(each.forms or each.stem in TERMS for each in others)
    assert len({each.term for each in others}) == len(others) <= MOST
    assert [each.score for each in others] == sorted((each.score for each in others), reverse=True)


@settings(deadline=None)
@given(st.sampled_from(curated().entries), st.data())
def test_every_spelling_of_the_gazetteer_finds_the_others(entry: Entry, data: st.DataObject) -> None:
    """In any script, alone in the dictionary with them; the typed one excepted."""
    one, other = (data.draw(st.sampled_from(entry.spellings)) for _ in range(2))
    terms = NameTerms({*printed_words(one), *printed_words(other)})
    typed, wanted = (" ".join(printed_words(each)) for each in (one, other))
    assert any(f" {each} " in f" {wanted} " for each in (typed, *(each.term for each in expand(one, terms))))


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
    assert found("Damascus") == {"دمشق": "gazetteer", "الشام": "gazetteer"}
    assert found("حلب") == {"aleppo": "gazetteer"}


def test_an_expansion_says_script_and_score() -> None:
    """The best first: what the gazetteer has counts full, a sound by its likeness."""
    first, *_ = expand("Raqqa", TERMS)
    assert (first.term, first.script, first.score, first.source) == ("الرقه", "arabic", 1.0, "gazetteer")
    scores = [each.score for each in expand("Suleimani", TERMS)]
    assert scores == sorted(scores, reverse=True)
    assert all(0.75 <= each <= 1 for each in scores)


@pytest.mark.parametrize("name", ["", "2015", "Wadi Sarw", "…", "-"])
def test_what_is_no_known_name_has_no_expansions(name: str) -> None:
    """Several words that the gazetteer does not have are several questions."""
    assert expand(name, TERMS) == ()


def test_there_is_an_end_to_expansions() -> None:
    """However many terms sound alike, only the best are taken."""
    many = NameTerms(f"zargh{'o' * number}v" for number in range(1, 100))
    assert len(expand("Zarghov", many)) == MOST


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
