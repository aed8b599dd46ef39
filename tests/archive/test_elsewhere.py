"""What a text has from another of its sources is no addition; what it has from none is said once."""

from __future__ import annotations

from archive.aligned import AlignedLink, AlignedPair
from archive.elsewhere import told_elsewhere, without
from archive.values import Span

ONE, TWO, THREE = Span(0, 5), Span(6, 9), Span(10, 12)
SOURCE = Span(0, 4)


def link(target: Span, *, sourced: bool, uncertain: bool = False) -> AlignedLink:
    label = "kept" if sourced else "added"
    return AlignedLink((SOURCE,) if sourced else (), (target,), label, 900, uncertain, False, ())


def pair(source: str, *links: AlignedLink, target: str = "en") -> AlignedPair:
    return AlignedPair(f"{source}-{target}", "w", source, target, links, ())


def targets(pairs: list[AlignedPair]) -> list[list[Span]]:
    return [[span for one in each.links for span in one.target] for each in pairs]


def test_sentences_of_the_other_source_are_no_additions() -> None:
    """Each pair keeps what it has; what neither has stays with the first."""
    first = pair("ar-1", link(ONE, sourced=True), link(TWO, sourced=False), link(THREE, sourced=False))
    second = pair("ar-2", link(ONE, sourced=False), link(TWO, sourced=True), link(THREE, sourced=False))
    told = told_elsewhere([first, second])
    assert told == {"ar-1-en": {TWO}, "ar-2-en": {ONE, THREE}}
    assert targets(without([first, second], told)) == [[ONE, THREE], [TWO]]


def test_an_unsure_link_accounts_for_nothing() -> None:
    """It may well be wrong, and the addition stays."""
    first = pair("ar-1", link(ONE, sourced=False))
    second = pair("ar-2", link(ONE, sourced=True, uncertain=True))
    assert targets(without([first, second], told_elsewhere([first, second]))) == [[ONE], [ONE]]


def test_a_text_of_one_source_is_as_it_was() -> None:
    """Two translations of one original have nothing to do with each other."""
    pairs = [pair("ar", link(ONE, sourced=False)), pair("ar", link(ONE, sourced=True), target="fr")]
    assert told_elsewhere(pairs) == {}
    assert without(pairs, {}) == pairs
