"""Flags of a machine's sentence. The texts are the project's own."""

import pytest

from archive.text.witness.flags import Flag, flags_of, has_letters

SOURCE = "قالت البلدية إن 250 عائلة عادت إلى بيوتها في حي النخيل خلال الأسبوع الماضي"


def flags(source: str, target: str, source_language: str = "ar", target_language: str = "en") -> set[Flag]:
    return set(flags_of(source, target, source_language=source_language, target_language=target_language))


def test_a_good_sentence_has_no_flag() -> None:
    """A plain translation, numbers kept, is not flagged in either direction."""
    english = (
        "The municipality said that 250 families returned to their homes in the Nakheel quarter over the past week"
    )
    assert flags(SOURCE, english) == set()
    assert flags(english, SOURCE, "en", "ar") == set()


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("", {Flag.EMPTY}),
        ("  \n", {Flag.EMPTY}),
        (SOURCE, {Flag.UNTRANSLATED_COPY, Flag.WRONG_SCRIPT}),
        ("The municipality said the the the the the 250 families returned to their homes", {Flag.REPETITION}),
        ("The city said that 250 of the city said that 250 of the city said that 250 of the city said that 250 of", {Flag.REPETITION}),
        ("Of 250.", {Flag.LENGTH_RATIO}),
        ("The municipality said that many families returned to their homes in the Nakheel quarter", {Flag.NUMBERS_LOST}),
    ],
    ids=["empty", "blank", "copy", "stammer", "run", "short", "number"],
)  # fmt: skip
def test_each_sign_is_seen(target: str, expected: set[Flag]) -> None:
    """One defect, its flag, and no other."""
    assert flags(SOURCE, target) == expected


def test_a_copy_with_other_marks_is_a_copy() -> None:
    """Vowel marks, tatweel and hamza forms do not hide a copy."""
    assert Flag.UNTRANSLATED_COPY in flags("عاد الأهالي إلى بيوتهم", "عــاد الاهالي الى بُيوتِهم")


def test_a_number_in_words_or_other_digits_is_kept() -> None:
    """«٢٥٠» and "two hundred and fifty" are the same number."""
    assert Flag.NUMBERS_LOST not in flags("عادت ٢٥٠ عائلة", "Two hundred and fifty families returned")


def test_a_stammer_of_the_source_is_not_the_machines_fault() -> None:
    """What the source repeats may be repeated."""
    assert Flag.REPETITION not in flags("لا لا لا لا للحرب", "No no no no to war")


def test_a_name_alone_may_be_the_same() -> None:
    """Two words of the other script are no copy, but they are in the wrong script."""
    assert flags("Radio Nour", "Radio Nour", "ar", "en") == set()


def test_a_short_sentence_may_grow() -> None:
    """The length of a few letters says nothing."""
    assert flags("نعم", "Yes, that is what the council has decided") == set()


@pytest.mark.parametrize(("text", "expected"), [("😀 12:30", False), ("٢٠١٥", False), ("2015م", True), ("…", False)])
def test_what_has_letters(text: str, expected: bool) -> None:
    """Digits, marks and emoji are nothing to translate."""
    assert has_letters(text) is expected
