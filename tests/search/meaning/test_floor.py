"""Which nearness counts: words that are known, and letters that are none."""

from __future__ import annotations

import pytest

from search.meaning.floor import LEAST, LEAST_OF_STRANGE, NEVER, least


@pytest.mark.parametrize(
    ("words", "floor"),
    [
        (["bread"], LEAST),
        (["المعارضة"], LEAST),
        (["zzzzqqq", "bread"], LEAST),
        (["القلنبوط"], LEAST),
        (["zzzzqqq"], NEVER),
        (["شسيبلا"], NEVER),
        (["asdfgh", "qwertyuiop"], LEAST_OF_STRANGE),
        (["les boulangers du quartier"], LEAST_OF_STRANGE),
        ([], NEVER),
    ],
)
def test_a_word_has_to_be_known(words: list[str], floor: float) -> None:
    """To English, to Arabic, or to this archive; of several strange ones only the nearest texts count."""
    assert least(words, lambda term: term.exact == "القلنبوط") == floor
