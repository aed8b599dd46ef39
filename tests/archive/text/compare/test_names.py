"""Names by sound and by gazetteer, and names that changed. All sentences are written for the project."""

import pytest

from archive.text.compare.foreignness import foreignness
from archive.text.compare.gazetteer import arabic_beginnings, begins, english_forms
from archive.text.compare.name_words import capitalised
from archive.text.compare.names import check_names
from archive.text.compare.transliteration import hidden, likeness
from tests.archive.text.compare.pairs import facts, pair


@pytest.mark.parametrize(
    ("latin", "arabic"),
    [("mohammed", "محمد"), ("geiger", "غايغر"), ("jackson", "وجاكسون"), ("khalid", "خالد"), ("qaddafi", "القذافي"),
     ("shakespeare", "شكسبير"), ("george", "جورج"), ("washington", "واشنطن"), ("fatima", "لفاطمه")],
)  # fmt: skip
def test_same_name(latin, arabic):
    """One name in two scripts is close, with what is written on to it."""
    assert likeness(latin, arabic) <= 0.2


@pytest.mark.parametrize(("latin", "arabic"), [("geiger", "جاكسون"), ("khalid", "محمد"), ("robert", "ريتشارد")])
def test_other_names(latin, arabic):
    """Two names are far apart."""
    assert likeness(latin, arabic) > 0.3


def test_a_name_inside_glued_words():
    """A name that lost the blank beside it is still there."""
    assert hidden("geiger", "غايغرفي")
    assert not hidden("geiger", "المدرسه")


def test_foreign_names_look_foreign():
    """Letter pairs tell a name by sound from a word of the language."""
    assert foreignness("شوستر") > 1 > foreignness("مدرسه")


def test_the_gazetteer_knows_exonyms_and_peoples():
    """الصين is China, and so is صينية."""
    assert begins("والصينيه", arabic_beginnings("china"))
    assert begins("القاهره", arabic_beginnings("cairo"))
    assert "egypt" in english_forms("المصريين")


def test_candidates():
    """Titles, institutions, days, acronyms and words the text writes small are no candidates."""
    text = ["On Monday the Supreme Court heard Jane Calder of the BBC.", "Bakers came. The bakers left."]
    assert [[word.printed for word in sentence] for sentence in capitalised(text)] == [["Jane", "Calder"], []]


def test_another_name_is_reported():
    """A name nothing sounds like, where a foreign name is left over."""
    linked = pair("وقال جيمس هاريسون إن المصنع أغلق", "The plant closed, said James Fielding")
    assert facts(check_names(linked)) == [("name_changed", "هاريسون", "Fielding")]


def test_the_same_names_are_not():
    """Spelling is free."""
    linked = pair(
        "التقى خالد النجار وجورج هاريسون في لندن والقاهرة", "Khaled al-Najjar met George Harrison in London and Cairo"
    )
    assert facts(check_names(linked)) == []


def test_a_name_left_out_is_a_hint():
    """ "The president" may stand for him."""
    linked = pair("وصل المدير صباحا", "In the morning Peterson arrived")
    assert facts(check_names(linked)) == []
    assert facts(check_names(linked), shown=False) == [("name_added", None, "Peterson")]


def test_only_between_arabic_and_latin_script():
    """Two English texts have no sounds to compare."""
    assert check_names(pair("James left", "Peter left", languages=("en", "en"))) == []
