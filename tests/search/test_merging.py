"""Which segments are merged when."""

from __future__ import annotations

import pytest

from search.merging import FANOUT, LARGEST, due, thorough, tier
from search.snapshot import Seal, SegmentRecord


def segment(name: str, documents: int, deleted: int = 0) -> SegmentRecord:
    return SegmentRecord(name, documents, tuple(range(deleted)), Seal(0, ""), 0)


def names(segments: list[SegmentRecord], most: int | None = None) -> list[str]:
    return [record.name for record in due(segments, most)]


def test_a_full_tier_is_merged() -> None:
    """Not one segment earlier; the tier above is left alone."""
    small = [segment(f"s{n}", 1) for n in range(FANOUT)]
    assert names([segment("big", 100), *small[1:]]) == []
    assert names([segment("big", 100), *small]) == [record.name for record in small]


def test_the_smallest_tier_goes_first() -> None:
    """It is the cheapest, and may fill the next."""
    segments = [segment(f"{size}-{n}", size) for size in (1, 10) for n in range(FANOUT)]
    assert names(segments) == [f"1-{n}" for n in range(FANOUT)]


def test_a_merge_that_is_too_large_waits() -> None:
    """For an idle moment when only quick ones are asked for, for ever above the largest size."""
    segments = [segment(f"s{n}", 10) for n in range(FANOUT)]
    assert names(segments, most=64) == []
    assert len(names(segments)) == FANOUT
    assert names([segment(f"s{n}", LARGEST // 2) for n in range(FANOUT)]) == []


def test_a_hollow_segment_is_rewritten() -> None:
    """One that is mostly deletions, by itself."""
    assert names([segment("full", 10, 5), segment("hollow", 10, 6)]) == ["hollow"]


def test_after_a_rebuild_as_few_segments_as_can_be() -> None:
    """Everything that fits into one; a single segment and what is too large are left alone."""
    assert [r.name for r in thorough([segment("a", 5), segment("b", 900), segment("c", 1)])] == ["a", "b", "c"]
    assert thorough([segment("a", 5)]) == thorough([]) == ()
    assert thorough([segment("a", LARGEST), segment("b", LARGEST - 1)]) == ()
    assert [r.name for r in thorough([segment("a", LARGEST), segment("b", 2), segment("c", 3)])] == ["b", "c"]


@pytest.mark.parametrize(("documents", "number"), [(0, 0), (1, 0), (7, 0), (8, 1), (63, 1), (64, 2), (4096, 4)])
def test_tiers(documents: int, number: int) -> None:
    """Powers of the fan-out."""
    assert tier(documents) == number


def test_segments_stay_few_and_rewriting_cheap() -> None:
    """A thousand commits of one document leave a handful of segments, each document rewritten a few times."""
    segments: list[SegmentRecord] = []
    rewritten = 0
    for number in range(1000):
        segments.append(segment(f"n{number}", 1))
        while chosen := due(segments):
            total = sum(record.live for record in chosen)
            segments = [record for record in segments if record not in chosen] + [segment(f"m{number}-{total}", total)]
            rewritten += total
        assert len(segments) <= 4 * (FANOUT - 1)
    assert rewritten <= 4 * 1000
