"""Canonical text and the flags: what changes, what must not, and what deserves a second look."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.text.normalise import Flag, canonical, canonical_line, suspicious


@pytest.mark.parametrize(
    ("received", "kept"),
    [
        ("a\r\nb\rc\u2028d\u2029e", "a\nb\nc\nd\ne"),
        ("قبل\x00بعد", "قبلبعد"),
        ("e\u0301", "é"),
        ("آ", "آ"),
        ("\r\x00\n", "\n"),
    ],
)
def test_line_ends_nul_and_composition_are_settled(received, kept):
    """NFC, LF, no NUL."""
    assert canonical(received) == kept


@pytest.mark.parametrize(
    "text", ["مـــدد", "كَتَبَ", "\u202bنص\u202c", "ﻻ", "٢٠١٥", "a\u00a0b", "\ufeffx", "½ ﬁ", "\t\x0c"]
)
def test_nothing_else_changes(text):
    """Tatweel, harakat, bidi controls, presentation forms and spaces are the publisher's own."""
    assert canonical(text) == text


@given(st.text())
def test_canonical_text_is_a_fixed_point(text):
    """Canonical text is NFC and stays as it is."""
    once = canonical(text)
    assert canonical(once) == once
    assert unicodedata.is_normalized("NFC", once)


@given(st.text())
def test_a_canonical_line_is_one_trimmed_canonical_line(text):
    """One line, single spaces, still canonical."""
    line = canonical_line(text)
    assert line.split() == [part for part in line.split(" ") if part]
    assert canonical(line) == line
    assert "\n" not in line


@pytest.mark.parametrize(
    ("character", "code"),
    [
        ("\x00", "nul"),
        ("\u202e", "bidi-control"),
        ("\u061c", "bidi-control"),
        ("\u2067", "bidi-control"),
        ("\u200b", "zero-width"),
        ("\ufeff", "zero-width"),
        ("\ufe0f", "variation-selector"),
        ("\U000e0101", "variation-selector"),
        ("ـ", "tatweel"),
        ("\ufffd", "replacement-character"),
        ("\ue001", "private-use"),
        ("\ud800", "surrogate"),
        ("\x07", "control"),
        ("\x85", "control"),
    ],
)
def test_each_suspicious_character_has_its_flag_and_count(character, code):
    """Two of them are one flag that counts two and names the character."""
    assert suspicious(f"قبل{character}بين{character}بعد") == (Flag(code, 2, f"U+{ord(character):04X} × 2"),)


def test_everyday_text_raises_no_flag():
    """Harakat, tabs, line ends and punctuation are nothing to look at twice."""
    assert suspicious("قال الوزيرُ: «نعم»؟\r\n\tYes — 50 %…") == ()


def test_a_flag_lists_the_commonest_characters_first():
    """The census is short and ordered."""
    (flag,) = suspicious("\u200f\u200f\u202a\u202b\u202c\u202d\u202e")
    assert flag.count == 7
    assert flag.detail == "U+200F × 2, U+202A × 1, U+202B × 1, U+202C × 1, U+202D × 1, 1 more"
