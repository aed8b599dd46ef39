"""What a model is not shown: no letters, another script, another language by its letters."""

from __future__ import annotations

import pytest

from archive.text.blocks import Block, BlockKind, lay_out
from archive.text.segment import segment
from archive.text.translatable import family, is_foreign, skipped
from archive.text.witness.flags import Flag

ARABIC = "أعلنت البلدية صباح الأحد أن السوق القديم سيفتح أبوابه من جديد."
PERSIAN = "شهرداری صبح یکشنبه اعلام کرد که بازار قدیمی دوباره گشوده می‌شود."


@pytest.mark.parametrize(
    ("text", "language", "foreign"),
    [
        (ARABIC, "ar", False),
        ("قال پوتين أمس", "ar", False),  # a name with a letter that Arabic lends
        ("السوق", "ar", False),
        (PERSIAN, "ar", True),
        ("بلدیہ نے اعلان کیا ہے کہ پرانا بازار کھل جائے گا", "ar", True),
        ("ښاروالۍ اعلان وکړ چې زوړ بازار به پرانستل شي", "ar", True),
        ("شارەوانی ڕایگەیاند کە بازاڕی کۆن دەکرێتەوە", "ar", True),
        ("Reuters", "ar", True),
        ("2015 ٪ 🙂", "ar", False),  # not foreign: nothing to translate, which is another matter
        (PERSIAN, "fa", False),
        (ARABIC, "fa", True),
        ("The municipality announced on Sunday", "en", False),
        (ARABIC, "en", True),
        ("Şaredarî êdî ragihand ku bazara kevin dê ji nû ve vebe, û kesên nû hêdî hêdî hatin û çûn.", "en", True),
        ("Муниципалитет объявил", "xx", False),  # of a language we know nothing of nothing is said
    ],
)
def test_script_and_letters_tell(text: str, language: str, foreign: bool) -> None:
    """What they cannot tell is let pass."""
    assert is_foreign(text, language) is foreign


def test_sentences_and_paragraphs_are_looked_at() -> None:
    """A Persian sentence in an Arabic paragraph is left out alone; a Persian paragraph as a whole."""
    content, layout = lay_out(
        [
            Block(BlockKind.HEADLINE, "السوق القديم"),
            Block(BlockKind.PARAGRAPH, f"{ARABIC} {PERSIAN}"),
            Block(BlockKind.PARAGRAPH, f"{PERSIAN} بازار {PERSIAN}"),
            Block(BlockKind.PARAGRAPH, "٢٠١٥"),
        ]
    )
    segments = segment(content, layout, "ar")
    other = Flag.OTHER_LANGUAGE
    assert skipped(content, segments, "ar")[:3] == (None, None, other)
    assert set(skipped(content, segments, "ar")[3:-1]) == {other}
    assert skipped(content, segments, "ar")[-1] is Flag.NO_LETTERS


def test_paragraphs_that_a_detector_named_are_left_out() -> None:
    """Whatever their letters say."""
    content, layout = lay_out([Block(BlockKind.PARAGRAPH, ARABIC), Block(BlockKind.PARAGRAPH, ARABIC)])
    assert skipped(content, segment(content, layout, "ar"), "ar", {1}) == (None, Flag.OTHER_LANGUAGE)


def test_a_dialect_is_of_its_family() -> None:
    """A package for ar reads what is tagged as spoken in Syria."""
    assert [family(tag) for tag in ("apc-SY", "ar-EG", "pes", "en")] == ["ar", "ar", "fa", "en"]
