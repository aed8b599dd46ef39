"""The aligner works around what a person has fixed, and never against it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.machine.encoder_use import UseEncoder
from archive.text.align import Label
from archive.text.compare.corrections import Action, Correction
from archive.text.compare.pairs import PairComparison, compare_pair
from archive.text.compare.report import PairLink
from tests.archive.text.compare.stories import story

ENCODER = UseEncoder(remember=8)
ALL = range(9)  # a headline and eight sentences


def compare(*corrections: Correction, sentences: object = range(8)) -> PairComparison:
    return compare_pair(story("ar"), story("en", sentences), encoder=ENCODER, corrections=corrections)


def link_of(found: PairComparison, source: int) -> PairLink:
    return next(link for link in found.links if source in link.source)


def step(action: str, source: tuple[int, ...], target: tuple[int, ...], name: str = "c") -> Correction:
    return Correction(name, Action(action), source, target)


def test_without_corrections_every_sentence_finds_its_own() -> None:
    """And no link claims a person's word."""
    found = compare()
    assert [(link.source, link.target) for link in found.links] == [((at,), (at,)) for at in ALL]
    assert {link.correction for link in found.links} == {None}


def test_a_wrong_link_by_hand_is_kept_and_the_rest_aligned_around_it() -> None:
    """Sentence 4 belongs to 2 because a person says so; what those two leave alone is aligned or left over."""
    found = compare(step("link", (4,), (2,)))
    assert link_of(found, 4) == PairLink((4,), (2,), 0, 1000, link_of(found, 4).label, "c")
    assert [link_of(found, at).target for at in (0, 1, 3, 5, 6, 7, 8)] == [(0,), (1,), (3,), (5,), (6,), (7,), (8,)]
    assert link_of(found, 2).target == ()


def test_a_link_far_out_of_order_is_moved() -> None:
    """The last sentence by hand linked to the first place."""
    assert link_of(compare(step("link", (8,), (1,))), 8).label is Label.MOVED


def test_a_merge_holds_sentences_that_are_not_neighbours() -> None:
    """Two source sentences with one between them make one link; the one between keeps its own."""
    found = compare(step("merge", (2, 4), (2,)))
    assert link_of(found, 4).source == link_of(found, 2).source == (2, 4)
    assert link_of(found, 3).target == (3,)
    merged = [one for one in found.findings if one.kind == "merged"]
    assert [(one.source.units, one.method) for one in merged if one.source] == [((2, 4), "by-hand|version:1")]
    assert not merged[0].shown


def test_omitted_by_hand_is_a_finding_by_hand() -> None:
    """Its counterpart is left over, and may not take the sentence back."""
    found = compare(step("omit", (3,), ()))
    assert link_of(found, 3) == PairLink((3,), (), 0, 1000, Label.OMITTED, "c")
    omitted = next(one for one in found.findings if one.kind == "omitted")
    assert (omitted.source and omitted.source.units, omitted.confidence_millis) == ((3,), 1000)
    assert (omitted.method, omitted.band) == ("by-hand|version:1", "H")


def test_a_pair_taken_apart_is_not_linked_again() -> None:
    """However close the two sentences are."""
    found = compare(step("unlink", (5,), (5,)))
    assert 5 not in link_of(found, 5).target
    assert [link_of(found, at).target for at in (1, 2, 3, 4, 6, 7, 8)] == [(1,), (2,), (3,), (4,), (6,), (7,), (8,)]


def test_a_fixed_link_survives_another_translation() -> None:
    """With half of the target gone the machine aligns anew; the person's link stands."""
    found = compare(step("link", (8,), (1,)), sentences=[6, 7])
    assert link_of(found, 8).target == (1,)
    assert link_of(found, 8).correction == "c"


ordinals = st.sets(st.integers(0, 8), min_size=1, max_size=3).map(lambda found: tuple(sorted(found)))
steps = st.one_of(
    st.tuples(st.sampled_from(["link", "split", "merge", "unlink"]), ordinals, ordinals),
    st.tuples(st.just("omit"), ordinals, st.just(())),
    st.tuples(st.just("omit"), st.just(()), ordinals),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(steps, max_size=4))
def test_whatever_is_corrected_every_unit_is_in_one_link_and_corrections_stand(chosen: list) -> None:
    """No unit is lost or twice there; what the layer fixes is there exactly; no banned pair is linked."""
    from archive.text.compare.corrections import layer_of

    corrections = [step(*one, name=f"c{at}") for at, one in enumerate(chosen)]
    found, layer = compare(*corrections), layer_of(corrections)
    assert sorted(unit for link in found.links for unit in link.source) == list(ALL)
    assert sorted(unit for link in found.links for unit in link.target) == list(ALL)
    by_hand = {(link.source, link.target, link.correction) for link in found.links if link.correction}
    assert by_hand == {(one.source, one.target, one.correction) for one in layer.fixed}
    free = [link for link in found.links if not link.correction]
    assert not any((left, right) in layer.banned for link in free for left in link.source for right in link.target)
    for one in found.findings:
        for place, text in ((one.source, story("ar")), (one.target, story("en"))):
            assert place is None or place.span.of(text.content) == place.quote


@pytest.mark.parametrize("action", ["link", "unlink"])
def test_the_same_corrections_give_the_same_comparison(action: str) -> None:
    """Bit by bit, with an encoder that remembers nothing."""
    once = compare_pair(story("ar"), story("en"), encoder=ENCODER, corrections=[step(action, (4,), (2,))])
    again = compare_pair(story("ar"), story("en"), encoder=UseEncoder(), corrections=[step(action, (4,), (2,))])
    assert once == again
