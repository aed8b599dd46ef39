"""What changed between two versions in one language: a word redline with moves.

``revise(a, b)`` compares words as they fold, so spelling alone is a layer of its own; blocks that moved
are found wherever sentences begin and end. It knows no sentences, no meaning and no language: numbers,
attributions and labels are checked by others on what :func:`replacements` yields.
"""

from archive.text.revise.redline import Counts, Op, OpKind, Redline, apply, written
from archive.text.revise.replaced import Replacement, replacements
from archive.text.revise.revising import RECIPE, revise

__all__ = [
    "RECIPE",
    "Counts",
    "Op",
    "OpKind",
    "Redline",
    "Replacement",
    "apply",
    "replacements",
    "revise",
    "written",
]
