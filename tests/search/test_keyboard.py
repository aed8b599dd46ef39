"""Words typed with the wrong layout."""

import pytest

from search.keyboard import other_layout


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("hgkzhl", "النئام"),
        ("hgk/hl", "النظام"),
        ("]lar", "دمشق"),
        ("pgf", "حلب"),
        ("Hofhv", "أخبار"),
        ("قثلهةث", "regime"),
        ("سغقهش", "syria"),
        ("لاشىن", "bank"),
        ("دمشق،", None),
        ("2015", None),
        ("a", None),
        ("المجلس", None),
    ],
)
def test_the_same_keys_in_the_other_layout(typed: str, meant: str | None) -> None:
    """Both ways, shifted hamzas and the key of لا included; what no key gives is not guessed at.

    A guess need not be a word (النئام): the index says whether it is one.
    """
    assert other_layout(typed) == meant
