"""What strangers found missing, one case each."""

import pytest

from archive.chain.bylines import parse_byline
from archive.chain.disclaimers import find_disclaimers


@pytest.mark.parametrize(
    ("line", "persons", "outlet", "identity"),
    [
        ("by A. B. for Sawt al-Wadi (opposition website)", ("A. B.",), "Sawt al-Wadi", "named"),
        ("By I. K. Cole for Sawt al-Wadi (opposition website)", ("I. K. Cole",), "Sawt al-Wadi", "named"),
        ("بقلم: مراسلنا - الوادية نت", (), "الوادية نت", "anonymous"),
        ("بقلم: مراسلتنا في حلب - الوادية نت", (), "الوادية نت", "anonymous"),
    ],
)
def test_bylines(line: str, persons: tuple[str, ...], outlet: str, identity: str) -> None:
    """Initials that look like the article or the pronoun; our correspondent after a cue with a mark."""
    byline = parse_byline(line)
    assert byline is not None
    assert (byline.persons, byline.outlet, byline.identity) == (persons, outlet, identity)


@pytest.mark.parametrize(
    ("second", "claim"),
    [("has not verified its contents", "not_verified"), ("does not endorse its views", "not_endorsed")],
)
def test_a_second_sentence_about_its_contents(second: str, claim: str) -> None:
    """After a sentence that names the text, "its" is the text."""
    text = f"This article was translated by The Valley Reader. The Valley Reader {second}."
    (found,) = find_disclaimers(text)
    assert found.quote == text
    assert found.claims.translated
    assert getattr(found.claims, claim)
    assert find_disclaimers(f"The ministry {second}.") == ()


@pytest.mark.parametrize("verb", ["published", "written", "issued"])
def test_who_published_the_source_did_not_translate_it(verb: str) -> None:
    """ "Translated from a French version published by X" names no translator: none is invented."""
    (found,) = find_disclaimers(f"This article was translated from a French version {verb} by Le Carnet Bleu.")
    assert found.claims.translated
    assert found.claims.by is None
