"""The seam of language detectors: one question, one answer with a probability, or none.

A detector sees only text long enough for it (:mod:`archive.text.language` sees to that); what it
answers is a machine's opinion and is stored as one. :mod:`archive.machine.detector_langdetect` is
the one behind it.
"""

from __future__ import annotations

from typing import Protocol


class Detector(Protocol):
    """Same text, same answer: whatever was asked before, in whatever thread."""

    def detect(self, text: str) -> tuple[str, float] | None:
        """Return a BCP 47 tag and a probability in [0, 1], or ``None`` where it finds nothing to go by."""
        ...
