"""Search over a real archive: database, intake and index together."""

from __future__ import annotations

import pytest

from api.services import Services
from archive.intake.receipt import Receipt
from search.query import parse


@pytest.mark.parametrize(
    ("q", "language", "words"),
    [
        ("معارضة", "ar", ["المعارضة"]),
        ("450", "ar", ["٤٥٠"]),
        ("الأسواق القديمة", "ar", []),
        ("السوق القديم", "ar", ["السوق", "القديم"]),
        ("municipalities", "en", ["municipality"]),
        ('"old market"', "en", ["old", "market"]),
    ],
)
def test_a_deposited_pair_is_found(services: Services, pair: Receipt, q: str, language: str, words: list[str]) -> None:
    """By stems in both languages, with the words as printed highlighted."""
    services.search.catch_up()
    page = services.search.search(parse(q, language=language))
    assert page.total == (1 if words else 0)
    for result in page.results:
        assert result.external_id == "sample-1"
        assert set(result.titles) == {"ar", "en"}
        (hit,) = result.hits
        assert [span.of(hit.snippet) for span in hit.highlights][: len(words)] == words


def test_filters_know_the_record(services: Services, pair: Receipt) -> None:
    """The disclaimer is on the translation only; the printed names filter by agent."""
    services.search.catch_up()

    def languages(**filters: object) -> list[str]:
        page = services.search.search(parse(**filters))  # type: ignore[arg-type]
        return [hit.language for result in page.results for hit in result.hits]

    assert languages(has_disclaimer=True) == ["en"]
    assert languages(has_disclaimer=False) == ["ar"]
    assert languages(agent="سلمى الحورانى") == ["ar"]
    assert languages(agent="nobody") == []
