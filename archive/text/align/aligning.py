"""Align two versions sentence by sentence, and say what of the structure differs.

:func:`~archive.text.align.observing.observe` does the work; here evidence becomes confidence by a
calibration, links get their labels, and two texts that look like no pair are called that. Pure: the
vectors come in with the sides, the encoder for a second look is handed in. The same sides give the
same bytes. No dictionary, no names: any two languages that the encoder knows.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Final

import numpy as np

from archive.text.align import alternatives, evidence, extent, observing, repeats
from archive.text.align.calibration import Calibration, Observed
from archive.text.align.calibration_table import CALIBRATION
from archive.text.align.differences import LEAST_WORDS, differences
from archive.text.align.observing import Observations, observe
from archive.text.align.records import MEDIUM, Alignment, Label, Link
from archive.text.align.search import ECONOMY
from archive.text.align.side import Encodes, Floats, Side
from archive.text.align.weights import WEIGHTS
from archive.text.recipe import recipe

LEAST_SIMILARITY: Final = 0.38
"""Below it two texts do not look like a pair. Measured on the tuning half: translations 0.61 and more, with 70 %
left out 0.48 and more; articles of different news up to 0.28, chapters of one manual up to 0.50."""

_CONSTANTS: Final = (
    (WEIGHTS, ECONOMY, extent.CONDENSED, extent.EXPANDED, evidence.SHAPES, alternatives.SHARED_HOLE),
    (evidence.RIVAL_FLOOR, evidence.SAME_TEXT, evidence.LENGTH_PRIOR, sorted(observing.USUAL_RATIO.items())),
    (extent.USUAL_DEVIATION, extent.PRIOR, extent.UNUSUAL, extent.UNUSUAL_WITH_BRACKET, extent.STRETCHES),
    (extent.LONGEST_CUT, extent.LEAST_WORDS, repeats.LEAST_WORDS, repeats.FOREIGN_SHARE, LEAST_SIMILARITY),
    (LEAST_WORDS,),
)


def method(*, second_look: bool = True) -> str:
    """The recipe of the observations: the way, and a digest over every constant that it used."""
    constants = hashlib.sha256(repr(_CONSTANTS).encode()).hexdigest()
    return recipe("align", 1, margins="best-rival", search="chains", second_look=second_look, constants=constants[:12])


def align(
    source: Side, target: Side, *, calibration: Calibration = CALIBRATION, encoder: Encodes | None = None
) -> Alignment:
    """Return the alignment; ``encoder`` is used for a second look at links of unusual length, if given."""
    if source.encoder != target.encoder:
        raise ValueError(f"vectors of two encoders cannot be compared: {source.encoder!r}, {target.encoder!r}")
    seen = observe(source, target, encoder=encoder)
    similarity = _similarity(seen)
    is_pair = similarity >= LEAST_SIMILARITY
    return Alignment(
        links=tuple(_links(seen, calibration, is_pair=is_pair)),
        differences=differences(seen, calibration) if is_pair else (),
        similarity=similarity,
        is_pair=is_pair,
        recipe=method(second_look=encoder is not None),
        encoder=source.encoder,
        calibration=calibration.id,
    )


def _similarity(seen: Observations) -> float:
    """Cosine of each link's best pair, weighted by its text: over the side that is covered better."""
    left, right = seen.source.lengths, seen.target.lengths
    covered_left = covered_right = 0.0
    for number in range(len(seen.beads)):
        source, target = (list(side) for side in seen.sentences(number))
        nearest = max(0.0, float(seen.comparison.cosines[np.ix_(source, target)].max()))
        covered_left += nearest * float(left[source].sum())
        covered_right += nearest * float(right[target].sum())
    return round(max(_share(covered_left, left), _share(covered_right, right)), 3)


def _share(covered: float, lengths: Floats) -> float:
    return covered / float(lengths.sum()) if len(lengths) else 0.0


def _links(seen: Observations, calibration: Calibration, *, is_pair: bool) -> Iterator[Link]:
    """Every sentence once, in the order of the source; added ones after the target sentence they follow."""
    linked, omitted, added = _linked(seen, calibration), _omitted(seen, calibration), _added(seen, calibration)
    after = {max(link.target): link for link in linked}
    ordered: list[Link] = []
    waiting = {link.target[0]: link for link in added}
    ordered += _following(-1, waiting)
    for link in sorted([*linked, *omitted], key=lambda link: link.source):
        ordered.append(link)
        if link.target and after[max(link.target)] is link:
            ordered += _following(max(link.target), waiting)
    for link in ordered:
        yield link if is_pair else Link(link.source, link.target, link.score, link.confidence, Label.UNCERTAIN)


def _following(target: int, waiting: dict[int, Link]) -> Iterator[Link]:
    """The added sentences right after ``target``, one after the other."""
    while (link := waiting.pop(target + 1, None)) is not None:
        yield link
        target += 1


def _linked(seen: Observations, calibration: Calibration) -> list[Link]:
    labels = _labels(seen, calibration)
    return [
        _link(*seen.sentences(number), bead.worth, calibration.confidence(Observed.LINK, bead.worth), label)
        for number, (bead, label) in enumerate(zip(seen.beads, labels, strict=True))
    ]


def _labels(seen: Observations, calibration: Calibration) -> list[Label]:
    labels = [Label.KEPT] * len(seen.beads)
    for surplus in seen.surpluses:
        observed, label = (
            (Observed.CONDENSED, Label.CONDENSED) if surplus.on_source else (Observed.EXPANDED, Label.EXPANDED)
        )
        if calibration.confidence(observed, surplus.evidence) >= MEDIUM:
            labels[surplus.pair] = label
    for block in seen.moved:
        for number in block.beads:
            labels[number] = Label.MOVED
    return labels


def _omitted(seen: Observations, calibration: Calibration) -> list[Link]:
    return [
        _link(
            (at,),
            (),
            advantage,
            calibration.confidence(_gap(Observed.OMITTED, at in seen.repeated_source), advantage),
            Label.OMITTED,
        )
        for at, advantage in seen.omitted.items()
    ]


def _added(seen: Observations, calibration: Calibration) -> list[Link]:
    return [
        _link(
            (),
            (at,),
            advantage,
            calibration.confidence(_gap(Observed.ADDED, at in seen.repeated_target), advantage),
            Label.ADDED,
        )
        for at, advantage in seen.added.items()
    ]


def _gap(observed: Observed, repeated: bool) -> Observed:
    return Observed.DUPLICATE if repeated else observed


def _link(source: tuple[int, ...], target: tuple[int, ...], score: float, confidence: float, label: Label) -> Link:
    sure = label if confidence >= MEDIUM else Label.UNCERTAIN
    return Link(source, target, round(score, 3), confidence, sure)
