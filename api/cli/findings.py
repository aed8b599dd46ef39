"""What one check of ``thabat doctor`` found."""

from __future__ import annotations

from typing import NamedTuple

from archive.values import Outcome


class Finding(NamedTuple):
    outcome: Outcome
    said: str


def holds_if(condition: bool, said: str) -> Finding:
    return Finding(Outcome.HOLDS if condition else Outcome.BROKEN, said)
