"""Align two texts around what a person has fixed.

The aligner sees vectors, so it is guided by them: the sentences of a fixed link stand as one sentence
with a direction of its own, which on the other side only its counterpart has; a sentence without
counterpart has a direction that nothing has; and from a source sentence that must not be linked to a
target sentence, what it has in common with that one is taken out. The others keep their vectors, so
they are aligned as before, in order with what is fixed. Afterwards every fixed link is put in exactly
as it was given, and a banned pair that was linked all the same is taken apart: a machine's opinion
never outweighs a person's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from archive.text.align import Alignment, Calibration, Difference, Encodes, Kind, Label, Link, Side, align
from archive.text.align.side import Floats, Vectors
from archive.text.compare.corrections import Fixed, Layer
from archive.text.compare.report import PairLink, millis
from archive.text.compare.texts import Text

_SURE = 1000
_GAPS = frozenset({Kind.OMISSION, Kind.ADDITION, Kind.DUPLICATE})


@dataclass(frozen=True, slots=True)
class _Row:
    """A sentence as the aligner is given it: the units that it stands for."""

    units: tuple[int, ...]
    fixed: Fixed | None = None


@dataclass(frozen=True, slots=True)
class Guided:
    """An alignment in ordinals of units. ``differences`` name units too; none contradicts what is fixed."""

    alignment: Alignment
    links: tuple[PairLink, ...]
    differences: tuple[Difference, ...]


def align_around(
    source: Text,
    target: Text,
    vectors: tuple[Vectors, Vectors],
    layer: Layer,
    *,
    encoder: Encodes,
    calibration: Calibration,
) -> Guided:
    """``vectors``: one row for each unit that takes part, of either side."""
    left, right = (
        _rows(source, [(one, one.source) for one in layer.fixed]),
        _rows(target, [(one, one.target) for one in layer.fixed]),
    )
    freed = _apart(source, target, vectors, layer.banned)
    sides = (
        _side(source, left, freed, layer.fixed, encoder),
        _side(target, right, vectors[1], layer.fixed, encoder),
    )
    found = align(*sides, calibration=calibration, encoder=encoder)
    links = tuple(_links(found, left, right, layer))
    return Guided(found, links, tuple(_differences(found, left, right, links)))


def _rows(text: Text, fixed: Sequence[tuple[Fixed, tuple[int, ...]]]) -> list[_Row]:
    """Free units each for itself; the units of a fixed link as one row, where the first of them stands."""
    first = {units[0]: _Row(units, one) for one, units in fixed if units}
    hidden = {unit for _, units in fixed for unit in units[1:]}
    return [first.get(unit, _Row((unit,))) for unit in text.taking_part if unit not in hidden]


def _apart(source: Text, target: Text, vectors: tuple[Vectors, Vectors], banned: frozenset[tuple[int, int]]) -> Vectors:
    """The source's vectors without what they share with the target sentences they must not be linked to."""
    if not banned:
        return vectors[0]
    place = {unit: at for at, unit in enumerate(target.taking_part)}
    freed = vectors[0].astype(np.float64)
    for at, unit in enumerate(source.taking_part):
        others = [place[right] for left, right in sorted(banned) if left == unit and right in place]
        if others:
            freed[at] = _without(freed[at], vectors[1][others].astype(np.float64))
    return freed.astype(np.float32)


def _without(vector: Floats, others: Floats) -> Floats:
    """``vector`` made orthogonal to all ``others``, of length 1 again (or 0, where nothing is left)."""
    basis, _ = np.linalg.qr(others.T)
    rest = vector - basis @ (basis.T @ vector)
    length = float(np.linalg.norm(rest))
    return np.asarray(rest / length if length > 1e-6 else np.zeros_like(rest), dtype=np.float64)


def _side(text: Text, rows: Sequence[_Row], vectors: Vectors, fixed: Sequence[Fixed], encoder: Encodes) -> Side:
    place = {unit: at for at, unit in enumerate(text.taking_part)}
    width = vectors.shape[1]
    made = np.zeros((len(rows), width + len(fixed)), dtype=np.float32)
    for at, row in enumerate(rows):
        if row.fixed is None:
            made[at, :width] = vectors[place[row.units[0]]]
        else:
            made[at, width + fixed.index(row.fixed)] = 1.0
    sentences = tuple(" ".join(text.units[unit].text for unit in row.units) for row in rows)
    return Side(sentences, text.language, made, encoder.recipe)


def _links(found: Alignment, left: Sequence[_Row], right: Sequence[_Row], layer: Layer) -> Iterator[PairLink]:
    """The links in ordinals, in the order of the alignment; fixed ones stand where their source stands."""
    moved = {
        one.correction for link in found.links if (one := _exactly(link, left, right)) and link.label is Label.MOVED
    }
    given: set[Fixed] = set()
    for link in found.links:
        fixed = [*(left[at].fixed for at in link.source), *(right[at].fixed for at in link.target)]
        for one in dict.fromkeys(each for each in fixed if each is not None):
            is_first = bool(one.source) == any(left[at].fixed == one for at in link.source)
            if one not in given and is_first:
                given.add(one)
                yield _given(one, moved=one.correction in moved or not _exactly(link, left, right))
        yield from _free(link, left, right, layer)


def _exactly(link: Link, left: Sequence[_Row], right: Sequence[_Row]) -> Fixed | None:
    """The fixed link that the aligner found too, whole and alone."""
    if len(link.source) != 1 or len(link.target) != 1:
        return None
    one, other = left[link.source[0]].fixed, right[link.target[0]].fixed
    return one if one is not None and one == other else None


def _given(one: Fixed, *, moved: bool) -> PairLink:
    if not one.target:
        label = Label.OMITTED
    elif not one.source:
        label = Label.ADDED
    else:
        label = Label.MOVED if moved else Label.KEPT
    return PairLink(one.source, one.target, 0, _SURE, label, one.correction)


def _free(link: Link, left: Sequence[_Row], right: Sequence[_Row], layer: Layer) -> Iterator[PairLink]:
    """What of ``link`` no person decided; taken apart where it holds a pair that must not be."""
    source = tuple(unit for at in link.source if left[at].fixed is None for unit in left[at].units)
    target = tuple(unit for at in link.target if right[at].fixed is None for unit in right[at].units)
    whole = len(source) == len(link.source) and len(target) == len(link.target)
    apart = any((one, other) in layer.banned for one in source for other in target)
    if whole and not apart:
        yield PairLink(source, target, millis(link.score), millis(link.confidence), link.label)
        return
    for unit in source:
        yield PairLink((unit,), (), 0, 0, Label.UNCERTAIN)
    for unit in target:
        yield PairLink((), (unit,), 0, 0, Label.UNCERTAIN)


def _differences(
    found: Alignment, left: Sequence[_Row], right: Sequence[_Row], links: Sequence[PairLink]
) -> Iterator[Difference]:
    """In ordinals. What is said of gaps and links that a person decided otherwise is left out."""
    shapes = {(link.source, link.target): link for link in links}
    for one in found.differences:
        source = tuple(unit for at in one.source for unit in left[at].units)
        target = tuple(unit for at in one.target for unit in right[at].units)
        link = shapes.get((source, target))
        by_hand = any(left[at].fixed for at in one.source) or any(right[at].fixed for at in one.target)
        if one.kind in _GAPS:
            if link is not None:
                sure = 1.0 if link.correction else one.confidence
                yield Difference(one.kind, source, target, sure, _renumbered(one, left, right))
        elif not (one.kind in {Kind.MERGED, Kind.SPLIT} and (by_hand or link is None)):
            yield Difference(one.kind, source, target, one.confidence, one.detail)
    for link in links:
        if link.correction and link.source and link.target and len(link.source) != len(link.target):
            kind = Kind.MERGED if len(link.source) > len(link.target) else Kind.SPLIT
            yield Difference(kind, link.source, link.target, 1.0, _counts(link))


def _counts(link: PairLink) -> Mapping[str, int | float | str]:
    return {"sources": len(link.source), "targets": len(link.target)}


def _renumbered(one: Difference, left: Sequence[_Row], right: Sequence[_Row]) -> Mapping[str, int | float | str]:
    """``same_as`` names a row of the side that the difference is on."""
    if "same_as" not in one.detail:
        return one.detail
    rows = left if one.source else right
    return {**one.detail, "same_as": rows[int(one.detail["same_as"])].units[0]}
