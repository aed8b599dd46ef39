"""How often the findings of a check were right: counted shares in place of the estimates of its rules.

A rule gives a finding an estimate, which says how much it has seen. Where findings of that kind with that estimate
were counted on documents whose truth is known (``tests/quality/calibrate_checks.py``; :mod:`.shares_table` is the
table in use), their confidence is the share that was right, and the id of the table stands beside it. Other findings
keep the estimate; numbers, dates and names have calibrations of their own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from archive.text.compare.findings import Finding, Kind


@dataclass(frozen=True, slots=True)
class Counted:
    """Of ``seen`` findings ``right`` stood on a difference of their kind."""

    right: int
    seen: int

    @property
    def confidence(self) -> float:
        """Pulled a little towards one half where few stand behind it; three decimals: more would pretend."""
        return round((self.right + 0.5) / (self.seen + 1.0), 3)


@dataclass(frozen=True, slots=True)
class Shares:
    """``counts`` by kind and by the rule's estimate in thousandths."""

    id: str
    counts: Mapping[tuple[Kind, int], Counted]

    def of(self, found: Finding) -> Finding:
        """``found`` with the share that was counted, if one was."""
        counted = self.counts.get((found.kind, round(found.confidence * 1000)))
        if counted is None or found.calibration is not None:
            return found
        return replace(found, confidence=counted.confidence, calibration=self.id)
