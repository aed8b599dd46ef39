"""Proposals of names, part by part: read once, and again when the index has changed."""

from __future__ import annotations

from search.names import Candidate
from search.parallel.proposing import Proposals
from search.parallel.service import Parallel, Proposed

RAQQA = Candidate("Raqqa", "رقه", 3, 3, 1.0)


class Counting(Parallel):
    """Three parts; counts what is read, and stands at a position."""

    def __init__(self) -> None:
        self.read: list[int] = []
        self.position = 1

    @property
    def index(self):  # type: ignore[no-untyped-def,override]
        return self

    def status(self) -> dict[str, int]:
        return {"position": self.position}

    def name_candidates(self, part: int | None = None) -> Proposed:
        assert part is not None
        self.read.append(part)
        return Proposed((RAQQA,), 0, 2, 6, min(part, 3), 3)


def test_a_part_is_read_once() -> None:
    """One beyond the last is the last; when the index has moved on it is read again."""
    counting = Counting()
    proposals = Proposals(counting)
    assert proposals.part(1) is proposals.part(1)
    assert proposals.part(9).part == 3
    proposals.part(3)
    assert counting.read == [1, 9]
    counting.position = 2
    proposals.part(1)
    assert counting.read == [1, 9, 1]


def test_few_parts_are_remembered() -> None:
    """The earliest goes first."""
    counting = Counting()
    proposals = Proposals(counting)
    for position in range(6):
        counting.position = position
        proposals.part(1)
    counting.position = 0
    proposals.part(1)
    assert len(counting.read) == 7
