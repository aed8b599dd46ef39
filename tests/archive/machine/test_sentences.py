from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.machine.sentences import LONGEST, LONGEST_WORDS, cut, spans

SHORT = "وأضاف: «من يرفض الخيارين سيُعدّ فاراً من الخدمة»."


def test_a_sentence_that_is_not_too_long_stays_whole() -> None:
    """Marks inside it cut nothing, outer blanks are not part of it."""
    assert cut(SHORT) == (SHORT,)
    assert cut(f"  {SHORT}\t") == (SHORT,)
    assert cut("") == cut("  \n ") == ()
    assert len(cut(" ".join(["كلمة،"] * LONGEST_WORDS))) == 1


def test_three_thousand_words_without_a_full_stop_are_cut_into_pieces_of_similar_length() -> None:
    """Nothing is lost, nothing is doubled, no stub is left at the end."""
    text = " ".join(f"كلمة{number}" for number in range(3000))
    pieces = cut(text)
    assert " ".join(pieces) == text
    lengths = [len(piece.split()) for piece in pieces]
    assert max(lengths) <= LONGEST_WORDS
    assert min(lengths) >= 30


@pytest.mark.parametrize(("mark", "weaker"), [("؛", "،"), (":", "،"), (" –", "،"), ("،", ""), (",", "")])
def test_the_strongest_mark_is_preferred(mark: str, weaker: str) -> None:
    """A semicolon before a colon or dash, those before a comma, a comma before a blank."""
    left, right = f"كلمة{weaker} " * 69 + "كلمة", f"كلمة{weaker} " * 60 + "نهاية"
    assert cut(f"{left}{mark} {right}") == (f"{left}{mark}", right)


def test_a_comma_inside_a_number_cuts_nothing() -> None:
    """1,400 and ١٬٤٠٠ stay what they are."""
    text = " ".join(["1,400 ١،٤٠٠"] * 80)
    assert all(piece.split()[0] == "1,400" or piece.split()[0] == "١،٤٠٠" for piece in cut(text))
    assert sum(piece.count("1,400") for piece in cut(text)) == 80


def test_what_has_no_blanks_is_cut_between_characters() -> None:
    """A letter keeps its harakat, a family its members."""
    family = "👨\u200d👩\u200d👧"
    for unit in ("بَ", "ش\u0651\u064e", family):
        pieces = cut(unit * 1000)
        assert "".join(pieces) == unit * 1000
        assert all(len(piece) <= LONGEST and piece.startswith(unit) for piece in pieces)


def test_a_line_break_always_cuts() -> None:
    """Argos takes what follows for another paragraph."""
    assert cut("سطر أول\nسطر ثان\u2028ثالث") == ("سطر أول", "سطر ثان", "ثالث")


@given(st.text(alphabet="اب ،؛:\n.\u064e-1", max_size=5000))
def test_every_character_but_blanks_is_in_exactly_one_piece(text: str) -> None:
    """Spans are in order, do not overlap, and leave out whitespace only."""
    found = spans(text)
    at = 0
    for span in found:
        assert at <= span.start < span.end
        assert text[at : span.start].strip() == ""
        assert span.of(text) == span.of(text).strip()
        assert len(span) <= LONGEST
        at = span.end
    assert text[at:].strip() == ""
