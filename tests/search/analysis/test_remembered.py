"""Terms of texts that were shown before."""

from __future__ import annotations

from search.analysis import analyse
from search.analysis.remembered import terms_of


def test_the_same_terms_the_second_time_without_reading() -> None:
    """By text and language: the same letters are stemmed in one language and not in another."""
    for language in ("ar", "fa", "ar"):
        assert list(terms_of("والمعارضة في البلد", language)) == analyse("والمعارضة في البلد", language)
    assert terms_of("والمعارضة في البلد", "ar") is terms_of("والمعارضة في البلد", "ar")
    assert terms_of("والمعارضة في البلد", "ar") != terms_of("والمعارضة في البلد", "fa")
