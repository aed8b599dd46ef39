"""Which words of a query may be one name together, and the bare word that was typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.clauses import LONGEST_NAME, runs
from search.query import parse


def names(q: str) -> list[str]:
    return [name for _, _, name in runs(parse(q).clauses)]


def test_plain_words_side_by_side_may_be_a_name() -> None:
    """From the left, longer ones first; hyphenated words are several terms."""
    assert names("Deir al-Zor city") == ["deir al zor city", "deir al zor", "al zor city"]
    assert names("عبد الله") == ["عبد الله"]


@pytest.mark.parametrize(
    "q", ["Saudi", "Saudi OR Arabia", "=Saudi Arabia", "Saudi Arab*", '"Saudi" Arabia', "Saudi title:Arabia"]
)
def test_other_words_are_not(q: str) -> None:
    """What stands apart, is exact, quoted or a beginning, or in another field."""
    assert names(q) == []


@pytest.mark.parametrize(
    ("typed", "bare"),
    [
        ("Syria?", "Syria"),
        ("نظام؛", "نظام"),
        ("\u200fالنظام\u200e", "النظام"),
        ("al-\u200eAssad", "al-Assad"),
        ("O’Neill", "O’Neill"),
    ],
)
def test_the_bare_word(typed: str, bare: str) -> None:
    """No signs around it, nothing invisible in it, all else as typed."""
    (one,) = parse(typed).clauses
    assert one.bare == bare


@given(st.lists(st.sampled_from(["saudi", "عبد", "al-zor", "x*", "=y", "2015"]), min_size=1, max_size=9))
def test_windows_are_in_bounds_and_in_order(words: list[str]) -> None:
    """Whatever is typed: at least two words, not more than a name has, the left ones first."""
    found = parse(" ".join(words)).clauses
    windows = [(first, end) for first, end, _ in runs(found)]
    assert all(2 <= end - first <= LONGEST_NAME and end <= len(found) for first, end in windows)
    assert windows == sorted(windows, key=lambda window: (window[0], -window[1]))
