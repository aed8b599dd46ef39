"""The door of the redline: two canonical texts in, operations out. No randomness, no clock, no model."""

from __future__ import annotations

from typing import Final

from archive.text.recipe import recipe
from archive.text.revise.composing import compose
from archive.text.revise.matching import AMID, LEAST_MOVED, WIDEST_EDIT, match
from archive.text.revise.redline import Redline
from archive.text.revise.sliding import slide
from archive.text.revise.tiles import SHORTEST
from archive.text.revise.words import words_of

RECIPE: Final = recipe(
    "redline",
    1,
    method="tiles+chain+lcs+slide",
    words="folded",
    tile=SHORTEST,
    moved=LEAST_MOVED,
    edit=WIDEST_EDIT,
    stray=AMID,
)


def revise(a: str, b: str) -> Redline:
    """Return what makes the newer text ``b`` of the older ``a``; the same texts always give the same redline."""
    words_a, words_b = words_of(a, b)
    matching = slide(words_a, words_b, match(words_a.keys, words_b.keys))
    return Redline(compose(words_a, words_b, matching), RECIPE)
