"""A text that draws on several sources: what one of them does not have may come from another. Pure.

Each source is compared with the whole text, so what came from the second is *added* to the first. It is so in that
comparison, and said there; of the work as a whole it would be untrue. A sentence that another source accounts for is
therefore no addition, and one that none accounts for is said once, beside the first of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from archive.aligned import AlignedPair
from archive.values import Span


def told_elsewhere(pairs: Sequence[AlignedPair]) -> dict[str, frozenset[Span]]:
    """By alignment, the sentences of the target without source here that another pair accounts for.

    Or that an earlier pair has without source as well. Alignments of a target that has one source alone are left out.
    """
    of_target: dict[str, list[AlignedPair]] = defaultdict(list)
    for pair in pairs:
        of_target[pair.target_version].append(pair)
    found = {}
    for group in of_target.values():
        told = {pair.alignment_id: _linked(pair) for pair in group} if len(group) > 1 else {}
        before: set[Span] = set()
        for pair in group if told else ():
            lacking = _without_source(pair)
            others = (spans for name, spans in told.items() if name != pair.alignment_id)
            found[pair.alignment_id] = frozenset(lacking & before.union(*others))
            before |= lacking
    return found


def without(pairs: Sequence[AlignedPair], told: Mapping[str, frozenset[Span]]) -> list[AlignedPair]:
    """The pairs without the links that say nothing but that these sentences have no source."""
    return [_left(pair, told[pair.alignment_id]) if told.get(pair.alignment_id) else pair for pair in pairs]


def _left(pair: AlignedPair, told: frozenset[Span]) -> AlignedPair:
    return replace(pair, links=tuple(link for link in pair.links if link.source or not told.issuperset(link.target)))


def _linked(pair: AlignedPair) -> set[Span]:
    return {span for link in pair.links if link.source and not link.uncertain for span in link.target}


def _without_source(pair: AlignedPair) -> set[Span]:
    return {span for link in pair.links if not link.source for span in link.target}
