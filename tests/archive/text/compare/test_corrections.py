"""The replay of corrections, and which make no sense."""

import pytest

from archive.text.blocks import BlockKind
from archive.text.compare.corrections import Action, Correction, Fixed, Layer, check_correction, layer_of
from tests.archive.text.compare.stories import story


def step(action: str, source: tuple[int, ...], target: tuple[int, ...], name: str = "c") -> Correction:
    return Correction(name, Action(action), source, target)


def test_no_corrections_are_no_layer() -> None:
    """Nothing is fixed, nothing banned."""
    assert layer_of([]) == Layer()


@pytest.mark.parametrize("action", ["link", "merge", "split"])
def test_what_a_person_put_together_is_fixed(action: str) -> None:
    """All three say: these sentences are one link."""
    assert layer_of([step(action, (1, 2), (3,))]) == Layer((Fixed((1, 2), (3,), "c"),))


def test_a_later_correction_takes_a_sentence_out_of_an_earlier_one() -> None:
    """The earlier link is gone whole: its other sentences are free again."""
    assert layer_of([step("link", (1, 2), (1,), "x"), step("link", (2,), (5,), "y")]).fixed == (Fixed((2,), (5,), "y"),)


def test_corrections_of_other_sentences_stand_side_by_side() -> None:
    """In the order in which they were made."""
    layer = layer_of([step("link", (4,), (4,), "x"), step("link", (1,), (2,), "y")])
    assert [one.correction for one in layer.fixed] == ["x", "y"]


def test_unlink_undoes_a_link_and_bans_the_pair() -> None:
    """Every pair of what it names; a link without such a pair stays."""
    layer = layer_of([step("link", (1,), (1,)), step("link", (2,), (2,), "kept"), step("unlink", (1,), (1, 3))])
    assert layer == Layer((Fixed((2,), (2,), "kept"),), frozenset({(1, 1), (1, 3)}))


def test_a_later_link_lifts_the_ban() -> None:
    """Whoever changed their mind is believed."""
    assert layer_of([step("unlink", (1,), (1, 2)), step("link", (1,), (1,))]).banned == {(1, 2)}


def test_omitted_sentences_are_each_alone() -> None:
    """On the one side or on the other."""
    assert layer_of([step("omit", (3, 4), ())]).fixed == (Fixed((3,), (), "c"), Fixed((4,), (), "c"))
    assert layer_of([step("omit", (), (6,))]).fixed == (Fixed((), (6,), "c"),)


@pytest.mark.parametrize(
    ("action", "source", "target", "said"),
    [
        ("link", (2,), (), "name sentences of both sides"),
        ("unlink", (), (1,), "name sentences of both sides"),
        ("merge", (2,), (1,), "at least two sentences of one side"),
        ("omit", (2,), (1,), "those of one side only"),
        ("omit", (), (), "those of one side only"),
        ("link", (3, 2), (1,), "source: expected numbers that rise"),
        ("link", (2, 2), (1,), "source: expected numbers that rise"),
        ("link", (2,), (99,), "target: there is no segment 99; they are numbered 0 to 8"),
        ("link", (-1,), (1,), "source: there is no segment -1"),
        ("link", (1,), (2,), "source: segment 1 is a byline and is not aligned"),
    ],
)
def test_what_makes_no_sense_is_refused(
    action: str, source: tuple[int, ...], target: tuple[int, ...], said: str
) -> None:
    """With what was expected and what was found."""
    one = story("ar", range(8), (BlockKind.BYLINE, "بقلم سلمى القادري"))
    with pytest.raises(ValueError, match=said):
        check_correction(step(action, source, target), one, story("en"))
