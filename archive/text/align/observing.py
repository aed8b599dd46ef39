"""What is seen between two versions, with the evidence for it and no confidence yet.

    (1) compare   cosines, margins and lengths of every candidate bead     evidence, weights
    (2) search    the best chain in order, then what was moved             search
    (3) look      left out, added, moved, shortened, filled out, printed
                  twice, left untranslated                                 alternatives, order, extent, repeats

:mod:`archive.text.align.aligning` turns it into an alignment; the calibration script compares it with
what is known to be true.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from archive.text.align.alternatives import Alternatives
from archive.text.align.evidence import Comparison
from archive.text.align.extent import Pair, Surplus, surpluses
from archive.text.align.order import Place, blocks, moved
from archive.text.align.repeats import repeated, untranslated
from archive.text.align.search import Bead, search
from archive.text.align.side import Encodes, Side
from archive.text.align.weights import log_odds
from archive.values import primary_language

USUAL_RATIO: Final = {("ar", "en"): 0.08, ("en", "ar"): -0.08}
"""log(target length / source length), in characters, of news on the tuning half; 0 for pairs not measured."""


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """Beads, by their index, that were moved together."""

    beads: tuple[int, ...]
    evidence: float  # what they are worth together, log odds


@dataclass(frozen=True, slots=True, eq=False)
class Observations:
    """Keys of mappings are sentences; ``omitted`` and ``added`` map to the advantage of having no counterpart."""

    source: Side
    target: Side
    comparison: Comparison
    beads: tuple[Bead, ...]
    omitted: Mapping[int, float]
    added: Mapping[int, float]
    moved: tuple[Block, ...]
    surpluses: tuple[Surplus, ...]
    repeated_source: Mapping[int, int]
    repeated_target: Mapping[int, int]
    untranslated: Mapping[int, int | None]

    def sentences(self, bead: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
        found = self.beads[bead]
        return tuple(range(found.source, found.source + found.p)), tuple(range(found.target, found.target + found.q))


def observe(source: Side, target: Side, *, encoder: Encodes | None = None) -> Observations:
    """Compare, search and look; ``encoder`` serves the second look at sentences of unusual length."""
    usual = USUAL_RATIO.get((primary_language(source.language), primary_language(target.language)), 0.0)
    comparison = Comparison.of(source, target, usual)
    scores = log_odds(comparison)
    found = search(scores, len(source), len(target))
    seen = Alternatives.of(scores, found, len(source), len(target))
    omitted = {at: seen.advantage_of_omitting(at) for at, bead in enumerate(seen.source_bead) if bead is None}
    added = {at: seen.advantage_of_adding(at) for at, bead in enumerate(seen.target_bead) if bead is None}
    copies = untranslated(source.sentences, source.language, target.sentences, target.language)
    return Observations(
        source=source,
        target=target,
        comparison=comparison,
        beads=found.beads,
        omitted=omitted,
        added=added,
        moved=_moved(source, target, found.beads),
        surpluses=tuple(
            surplus
            for surplus in surpluses(source, target, _pairs(found.beads), usual, encoder)
            if not _holds_any(found.beads[surplus.pair], copies)
        ),
        repeated_source=repeated(source.sentences, omitted),
        repeated_target=repeated(target.sentences, added),
        untranslated=copies,
    )


def _moved(source: Side, target: Side, beads: tuple[Bead, ...]) -> tuple[Block, ...]:
    left, right = source.lengths, target.lengths
    places = [
        Place(
            bead.source,
            bead.target,
            bead.p,
            bead.q,
            float(left[bead.source : bead.source + bead.p].sum() + right[bead.target : bead.target + bead.q].sum()),
        )
        for bead in beads
    ]
    groups = blocks(places, moved(places))
    return tuple(Block(group, round(sum(beads[index].worth for index in group), 3)) for group in groups)


def _pairs(beads: tuple[Bead, ...]) -> list[Pair]:
    return [Pair(tuple(range(i, i + p)), tuple(range(j, j + q)), worth) for i, j, p, q, worth, _ in beads]


def _holds_any(bead: Bead, copies: Mapping[int, int | None]) -> bool:
    """A sentence left in the language of the original is as long as it is for another reason."""
    return any(index in copies for index in range(bead.target, bead.target + bead.q))
