"""One vocabulary for pages and searches: what a page calls a value, a search takes."""

from __future__ import annotations

import pytest

from api.pages import catalogue
from archive.chain.roles import ROLES
from search.facts import fact
from search.vocabulary import ALSO, TAKEN, near, word_key, words_of

SECTIONS = {
    "kind": "kind",
    "status": "status",
    "disclaimer": "disclaimer-filter",
    "finding": "difference",
    "lang": "language",
}


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("field", SECTIONS)
def test_a_search_takes_the_words_of_the_pages(field: str, language: str) -> None:
    """Each in any letters' case; and it means what the page means by it."""
    messages = catalogue.load(language).messages
    codes = TAKEN.get(field) or {tag: tag for tag in words_of(language)["language"]}
    for code, meant in codes.items():
        word = messages[f"{SECTIONS[field]}.{code}"]
        assert fact(field, word).value == fact(field, word.upper()).value == meant


@pytest.mark.parametrize("code", ROLES)
def test_a_search_takes_the_words_for_roles(code: str) -> None:
    """In both languages, with and without the Arabic article."""
    role = ROLES[code]
    definite = f"ال{role.label_ar.removeprefix('ال')}"
    assert {fact("role", word).value for word in (code, role.label_en, role.label_ar, definite)} == {code}


def test_both_languages_know_the_same_values() -> None:
    """A value that one of them has a word for has one in the other."""
    english, arabic = (words_of(language) for language in ("en", "ar"))
    assert {name: set(table) for name, table in english.items() if name != ALSO} == {
        name: set(table) for name, table in arabic.items() if name != ALSO
    }


def test_no_word_means_two_values() -> None:
    """Of those that people type besides, too; and each means a value that there is."""
    for field, section in SECTIONS.items():
        shown = {
            word_key(w): c
            for lang in ("en", "ar")
            for c, w in words_of(lang)[section].items()
            if c in TAKEN.get(field, {c})
        }
        for language in ("en", "ar"):
            for word, code in words_of(language)[ALSO].get(section, {}).items():
                assert code in words_of(language)[section]
                assert shown.get(word_key(word), code) == code, word


@pytest.mark.parametrize(
    ("field", "word", "value"),
    [
        ("lang", "انجليزي", "en"),
        ("lang", "فرنسى", "fr"),
        ("lang", "Kurdish", "ku"),
        ("lang", "الكرديه", "ku"),
        ("lang", "turkish", "tr"),
        ("lang", "fra", "fr"),
        ("lang", "ar_sy", "ar-SY"),
        ("lang", "tlh", "tlh"),
        ("kind", "مقال", "opinion"),
        ("kind", "راى", "opinion"),
        ("status", "قديمة", "superseded"),
        ("finding", "محذوف", "omitted"),
        ("finding", "number changed", "number_changed"),
        ("disclaimer", "بدون", "none"),
        ("translator", "المجهول", "unnamed"),
    ],
)
def test_spellings_make_no_difference(field: str, word: str, value: str) -> None:
    """Hamza, ة and ى, the article, capitals, underscores; any tag of the right shape."""
    assert fact(field, word).value == value


def test_words_near_to_what_was_typed_are_named() -> None:
    """In the script that was typed; nothing where nothing is near."""
    assert near("role", "translater")[0] == "translator"
    assert near("role", "مترخم")[0] == "مترجم"
    assert near("finding", "number")[0].startswith("number_")
    assert near("role", "xyzzy") == ()
