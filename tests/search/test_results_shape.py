"""The shape of an answer does not depend on what a work has."""

from search.results import Page, WorkResult


def test_both_languages_always_have_a_title_key() -> None:
    """A reader of the JSON finds ar and en in every result, null where the work has no such text."""
    page = Page("سوق", 1, (WorkResult("w", None, {"ar": "السوق"}, 1.0, ()),))
    (result,) = page.as_dict()["results"]
    assert result == {"work": "w", "external_id": None, "titles": {"ar": "السوق", "en": None}, "score": 1.0, "hits": []}
