"""Which segments to merge, so that there are always few and a commit stays cheap. Pure.

Segments fall into tiers by their live documents, each tier ``FANOUT`` times the one below. A tier
that holds ``FANOUT`` segments is merged into one of the next; every document is rewritten once a
tier, and n documents live in at most ``FANOUT - 1`` segments a tier. A segment that is mostly
deletions is rewritten by itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from search.snapshot import SegmentRecord

FANOUT: Final = 8
LARGEST: Final = 65_536
"""Documents above which a segment is left alone: their numbers fit in two bytes, a merge in memory and patience."""
_HOLLOW: Final = 0.5
"""Share of deletions above which a segment is rewritten."""


def due(segments: Sequence[SegmentRecord], most: int | None = None) -> tuple[SegmentRecord, ...]:
    """The next segments to merge, the smallest tier first; none when nothing is due.

    ``most`` bounds the documents of the result, for merges that must be over in a blink.
    """
    limit = LARGEST if most is None else most
    tiers: defaultdict[int, list[SegmentRecord]] = defaultdict(list)
    for segment in segments:
        tiers[tier(segment.live)].append(segment)
    for number in sorted(tiers):
        chosen = _smallest(tiers[number], limit)
        if len(chosen) >= FANOUT:
            return chosen
    hollow = (s for s in segments if len(s.deleted) > _HOLLOW * s.documents and s.live <= limit)
    return tuple(hollow)[:1]


def thorough(segments: Sequence[SegmentRecord]) -> tuple[SegmentRecord, ...]:
    """What to merge to have as few segments as can be: after a rebuild, when nobody waits."""
    chosen = _smallest(segments, LARGEST)
    return chosen if len(chosen) > 1 else ()


def tier(documents: int) -> int:
    """0 below FANOUT documents, 1 below FANOUT², and so on."""
    number = 0
    while documents >= FANOUT:
        documents //= FANOUT
        number += 1
    return number


def _smallest(segments: Sequence[SegmentRecord], limit: int) -> tuple[SegmentRecord, ...]:
    """As many of the smallest segments as fit the limit, in index order."""
    room, chosen = limit, set[str]()
    for segment in sorted(segments, key=lambda s: s.live):
        room -= segment.live
        if room < 0:
            break
        chosen.add(segment.name)
    return tuple(segment for segment in segments if segment.name in chosen)
