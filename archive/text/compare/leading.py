"""What leads: the headline, and the first sentence of the story. Both decide what a reader takes away.

A headline is compared with the headline by the cosine of their vectors; 0.484 is the 5th percentile
of faithful pairs (COMPARE.md §1.2, S9). Since one faithful headline in twenty is as far away, it is
shown only where it is farther still, or where another sentence of the source is clearly closer.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from archive.text.align import Label
from archive.text.align.side import Floats
from archive.text.compare.findings import Band
from archive.text.compare.report import PairFinding, PairLink, Place, Structure, millis
from archive.text.compare.texts import PROSE, Text
from archive.text.recipe import recipe
from archive.text.segment import SegmentKind

_FAITHFUL: Final = 484
"""Millis of cosine; the 5th percentile of faithful headlines."""
_FAR: Final = 360
"""Of 123 first lines of translated news none was farther (the farthest: 397)."""
_CLOSER: Final = 100
"""Millis by which another sentence of the source is clearly closer."""

METHOD: Final = recipe("compare-leading", 1, faithful=_FAITHFUL, far=_FAR, closer=_CLOSER)

_SHOWN: Final = 700
_HINT: Final = 400
_LEAD: Final = 900
_OPENING: Final = frozenset({SegmentKind.HEADLINE, SegmentKind.STANDFIRST})


def compare_headlines(source: Text, target: Text, cosines: Floats) -> PairFinding | None:
    """``cosines``: between the units that take part, source by row. Only the first headline of each side is read."""
    ours, theirs = (text.ordinals([SegmentKind.HEADLINE])[:1] for text in (source, target))
    if not ours or not theirs:
        return None
    column = cosines[:, target.taking_part.index(theirs[0])]
    near = millis(float(column[source.taking_part.index(ours[0])]))
    if near >= _FAITHFUL:
        return None
    best = int(column.argmax())
    nearest, unit = millis(float(column[best])), source.taking_part[best]
    shown = near < _FAR or nearest - near >= _CLOSER
    detail = {"cosine_millis": near} | ({"nearest": unit, "nearest_millis": nearest} if unit != ours[0] else {})
    return PairFinding(
        Structure.HEADLINE_REFRAMED.value,
        Place.of_units(source, ours),
        Place.of_units(target, theirs),
        source.units[ours[0]].text,
        target.units[theirs[0]].text,
        _SHOWN if shown else _HINT,
        Band.MEDIUM if shown else Band.LOW,
        METHOD,
        METHOD,
        detail,
    )


def compare_leads(source: Text, target: Text, links: Sequence[PairLink]) -> PairFinding | None:
    """Where the first sentence of the target stands in the source, if that is not at its head."""
    ours, theirs = source.ordinals(PROSE), target.ordinals(PROSE)
    link = next((link for link in links if theirs and theirs[0] in link.target), None)
    if link is None or not ours or link.label is Label.UNCERTAIN or _leads(source, link, ours[0]):
        return None
    rank = next((ours.index(unit) for unit in link.source if unit in ours), None)
    return PairFinding(
        Structure.LEAD_CHANGED.value,
        Place.of_units(source, link.source),
        Place.of_units(target, theirs[:1]),
        source.units[ours[0]].text,
        target.units[theirs[0]].text,
        min(_LEAD, link.confidence_millis),
        Band.HIGH if link.confidence_millis >= _LEAD else Band.MEDIUM,
        METHOD,
        METHOD,
        {} if rank is None else {"source_rank": rank + 1},
    )


def _leads(source: Text, link: PairLink, first: int) -> bool:
    """The source's first sentence, or what stands above it."""
    return any(unit == first or source.units[unit].kind in _OPENING for unit in link.source)


def order_millis(links: Sequence[PairLink]) -> int | None:
    """Kendall's τ of the order of the links, in millis: 1000 the same order, -1000 reversed; ``None`` below two."""
    firsts = np.array([link.target[0] for link in links if link.source and link.target])
    if len(firsts) < 2:
        return None
    rising = sum(int((firsts[at + 1 :] > firsts[at]).sum()) for at in range(len(firsts)))
    pairs = len(firsts) * (len(firsts) - 1) // 2
    return millis(2 * rising / pairs - 1)
