"""Sentence alignment: which sentences of two versions belong together, and what of the structure differs.

``align(source, target)`` is the door; :mod:`archive.text.align.aligning` says how it works.
"""

from archive.text.align.aligning import align, method
from archive.text.align.calibration import Calibration
from archive.text.align.calibration_table import CALIBRATION
from archive.text.align.records import Alignment, Band, Difference, Kind, Label, Link
from archive.text.align.side import Encodes, Side

__all__ = [
    "CALIBRATION",
    "Alignment",
    "Band",
    "Calibration",
    "Difference",
    "Encodes",
    "Kind",
    "Label",
    "Link",
    "Side",
    "align",
    "method",
]
