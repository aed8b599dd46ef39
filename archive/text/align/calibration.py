"""From evidence to confidence: of the observations with as much evidence, what share was right.

A calibration is a table made by a committed script from documents whose alignment is known
(``tests/quality/calibrate_align.py``); :mod:`archive.text.align.calibration_table` is the one in
use. It has an id, which stands beside every confidence that it gave. A share is pulled a little
towards one half where few observations stand behind it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Observed(StrEnum):
    """What is observed, each with evidence of its own."""

    LINK = "link"  # worth of the bead, log odds
    MOVED = "moved"  # worth of the moved block
    OMITTED = "omitted"  # advantage of leaving it out
    ADDED = "added"
    CONDENSED = "condensed"  # log odds of the extent model
    EXPANDED = "expanded"
    DUPLICATE = "duplicate"  # always 1: the words are the same
    UNTRANSLATED = "untranslated"


@dataclass(frozen=True, slots=True)
class Bin:
    """Of ``seen`` observations with at least this evidence (and less than the next bin's) ``right`` were right."""

    at_least: float
    right: int
    seen: int

    @property
    def share(self) -> float:
        return (self.right + 0.5) / (self.seen + 1.0)


@dataclass(frozen=True, slots=True)
class Calibration:
    """``bins`` of each kind rise in ``at_least``; their shares never fall."""

    id: str
    bins: Mapping[Observed, tuple[Bin, ...]]

    def confidence(self, observed: Observed, evidence: float) -> float:
        """Return the share in [0, 1], with three decimals: more would pretend."""
        reached = [found for found in self.bins[observed] if evidence >= found.at_least]
        return round((reached or self.bins[observed])[-1 if reached else 0].share, 3)
