"""The differences of structure in what was observed, each with its confidence and the detail its kind needs."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from archive.text.align.calibration import Calibration, Observed
from archive.text.align.observing import Observations
from archive.text.align.records import MEDIUM, Difference, Kind

LEAST_WORDS: Final = 4
"""Of a sentence without counterpart that is shown. Shorter ones were never counted: none of those planted is, and the
vector of two words says little. They stay in the alignment and among the hints."""
_NEVER_COUNTED: Final = MEDIUM - 0.1


def differences(seen: Observations, calibration: Calibration) -> tuple[Difference, ...]:
    """Return them in the order of the source, then of the target, then by kind."""
    found = [
        *_without_counterpart(seen, calibration),
        *_repeated(seen, calibration),
        *_untranslated(seen, calibration),
        *_moved(seen, calibration),
        *_surpluses(seen, calibration),
        *_shapes(seen, calibration),
    ]
    return tuple(sorted(found, key=lambda each: (each.source or (-1,), each.target or (-1,), each.kind)))


def _without_counterpart(seen: Observations, calibration: Calibration) -> Iterator[Difference]:
    cosines = seen.comparison.cosines
    for at, advantage in seen.omitted.items():
        if at not in seen.repeated_source:
            near = float(cosines[at].max(initial=0.0))
            confidence = _counted(seen.source.sentences[at], calibration.confidence(Observed.OMITTED, advantage))
            yield _difference(Kind.OMISSION, (at,), (), confidence, advantage=advantage, nearest=round(near, 3))
    for at, advantage in seen.added.items():
        if at not in seen.repeated_target and at not in seen.untranslated:
            near = float(cosines[:, at].max(initial=0.0))
            confidence = _counted(seen.target.sentences[at], calibration.confidence(Observed.ADDED, advantage))
            yield _difference(Kind.ADDITION, (), (at,), confidence, advantage=advantage, nearest=round(near, 3))


def _counted(sentence: str, confidence: float) -> float:
    """The confidence, below the band where sentences of this length were not counted."""
    return confidence if len(sentence.split()) >= LEAST_WORDS else min(confidence, _NEVER_COUNTED)


def _repeated(seen: Observations, calibration: Calibration) -> Iterator[Difference]:
    confidence = calibration.confidence(Observed.DUPLICATE, 1.0)
    for at, twin in seen.repeated_source.items():
        yield _difference(Kind.DUPLICATE, (at,), (), confidence, same_as=twin)
    for at, twin in seen.repeated_target.items():
        yield _difference(Kind.DUPLICATE, (), (at,), confidence, same_as=twin)


def _untranslated(seen: Observations, calibration: Calibration) -> Iterator[Difference]:
    linked = {j: seen.sentences(number)[0] for number in range(len(seen.beads)) for j in seen.sentences(number)[1]}
    confidence = calibration.confidence(Observed.UNTRANSLATED, 1.0)
    for at, copied in seen.untranslated.items():
        source = (copied,) if copied is not None else linked.get(at, ())
        yield _difference(Kind.UNTRANSLATED, source, (at,), confidence)


def _moved(seen: Observations, calibration: Calibration) -> Iterator[Difference]:
    for block in seen.moved:
        sides = [seen.sentences(number) for number in block.beads]
        source = tuple(sorted(index for left, _ in sides for index in left))
        target = tuple(sorted(index for _, right in sides for index in right))
        confidence = calibration.confidence(Observed.MOVED, block.evidence)
        yield _difference(Kind.REORDER, source, target, confidence, worth=block.evidence)


def _surpluses(seen: Observations, calibration: Calibration) -> Iterator[Difference]:
    for surplus in seen.surpluses:
        source, target = seen.sentences(surplus.pair)
        observed = Observed.CONDENSED if surplus.on_source else Observed.EXPANDED
        kind = Kind.PARTIAL_OMISSION if surplus.on_source else Kind.ADDITION_CLAUSE
        detail: dict[str, float | int] = {"evidence": surplus.evidence, "deviations": surplus.deviations}
        if surplus.stretch is not None:
            detail |= {"start": surplus.stretch.start, "end": surplus.stretch.end}
        yield _difference(kind, source, target, calibration.confidence(observed, surplus.evidence), **detail)


def _shapes(seen: Observations, calibration: Calibration) -> Iterator[Difference]:
    for number, bead in enumerate(seen.beads):
        if bead.p != bead.q:
            kind = Kind.MERGED if bead.p > bead.q else Kind.SPLIT
            confidence = calibration.confidence(Observed.LINK, bead.worth)
            yield _difference(kind, *seen.sentences(number), confidence, sources=bead.p, targets=bead.q)


def _difference(
    kind: Kind, source: tuple[int, ...], target: tuple[int, ...], confidence: float, **detail: float | str
) -> Difference:
    return Difference(kind, source, target, confidence, MappingProxyType(detail))
