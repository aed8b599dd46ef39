"""The links and the differences of two lists of sentences, by the names that ``score.py`` has for them.

:mod:`archive.text.align` finds the links and what of the structure differs, :mod:`archive.text.compare`
what differs inside a link. That a link is 2:1 the alignment says itself, and a measure in another unit is no
difference: both are told only when everything is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from archive.text.align import Alignment, Band, Difference, Encodes, Side, align
from archive.text.align import Kind as Structure
from archive.text.compare import links
from archive.text.compare.check import compare
from archive.text.compare.findings import Finding, Kind, Mark
from archive.values import Span

TYPES: Final = {
    Kind.NUMBER_CHANGED: "number", Kind.NUMBER_MISSING: "number", Kind.NUMBER_ADDED: "number",
    Kind.DATE_CHANGED: "date", Kind.DATE_MISSING: "date", Kind.DATE_ADDED: "date",
    Kind.NAME_CHANGED: "entity", Kind.NAME_MISSING: "entity", Kind.NAME_ADDED: "entity",
}  # fmt: skip
"""The scorer's word for a kind; what it has none for keeps our own."""

NO_DIFFERENCE: Final = frozenset({Structure.MERGED, Structure.SPLIT, Kind.UNIT_CONVERTED})


@dataclass(frozen=True, slots=True)
class Units:
    """The sentences of one side. ``spans`` point into its text (None where sentences came as a list);
    ``aside`` are those that take no part.
    """

    suffix: str
    language: str
    sentences: tuple[str, ...]
    spans: tuple[Span, ...] | None
    aside: tuple[int, ...] = ()

    @property
    def taking_part(self) -> tuple[int, ...]:
        return tuple(index for index in range(len(self.sentences)) if index not in self.aside)


@dataclass(frozen=True, slots=True)
class Issue:
    """``facts`` is what is written beside type and sentences. ``shown``: the default view has it."""

    type: str
    sides: dict[str, list[int]]
    confidence: float
    band: str
    shown: bool
    facts: dict[str, Any]

    def as_dict(self) -> dict[str, Any]:
        return {"type": self.type, **self.sides, "confidence": self.confidence, "band": self.band, **self.facts}


@dataclass(frozen=True, slots=True)
class Differing:
    """``links``: ``[[source…], [target…]]`` by the numbers of the sentences, from 0."""

    links: list[list[list[int]]]
    issues: tuple[Issue, ...]
    similarity: float
    is_pair: bool
    method: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Numbering:
    """From the sentences that take part back to those of the whole side."""

    source: Units
    target: Units

    def sides(self, source: Sequence[int], target: Sequence[int]) -> dict[str, list[int]]:
        left, right = self.pair(source, target)
        return {self.source.suffix: left, self.target.suffix: right}

    def pair(self, source: Sequence[int], target: Sequence[int]) -> tuple[list[int], list[int]]:
        left, right = self.source.taking_part, self.target.taking_part
        return [left[index] for index in source], [right[index] for index in target]


def differing(source: Units, target: Units, encoder: Encodes) -> Differing:
    """Align and compare what takes part on both sides."""
    left, right = _sides(source, target, encoder)
    found, numbering = align(left, right, encoder=encoder), _Numbering(source, target)
    return Differing(
        links=[list(numbering.pair(link.source, link.target)) for link in found.links],
        issues=tuple(_issues(found, left, right, numbering)),
        similarity=found.similarity,
        is_pair=found.is_pair,
        method={"align": found.recipe, "encoder": found.encoder, "calibration": found.calibration},
    )


def _sides(source: Units, target: Units, encoder: Encodes) -> tuple[Side, Side]:
    """Both sides encoded in one batch, which short documents gain by."""
    left, right = (tuple(side.sentences[index] for index in side.taking_part) for side in (source, target))
    vectors = encoder.encode([*left, *right])
    return (
        Side(left, source.language, vectors[: len(left)], encoder.recipe),
        Side(right, target.language, vectors[len(left) :], encoder.recipe),
    )


def _issues(found: Alignment, left: Side, right: Side, numbering: _Numbering) -> Iterator[Issue]:
    if not found.is_pair:
        return
    structure = [_structural(one, numbering) for one in found.differences]
    untranslated = {index for one in found.differences if one.kind is Structure.UNTRANSLATED for index in one.target}
    pair = links.Pair(
        links.Side(left.language, left.sentences),
        links.Side(right.language, right.sentences),
        tuple((link.source, link.target) for link in found.links),
    )
    within = [
        _within(one, numbering)
        for one in compare(pair)
        if not (one.kind is Kind.UNTRANSLATED and untranslated & {mark.sentence for mark in one.target})
    ]
    yield from sorted([*structure, *within], key=lambda issue: (list(issue.sides.values()), issue.type))


def _structural(one: Difference, numbering: _Numbering) -> Issue:
    sides = numbering.sides(one.source, one.target)
    shown = one.band is not Band.LOW and one.kind not in NO_DIFFERENCE
    return Issue(str(one.kind), sides, one.confidence, str(one.band), shown, {"detail": dict(one.detail)})


def _within(one: Finding, numbering: _Numbering) -> Issue:
    sentences = [sorted({mark.sentence for mark in marks}) for marks in (one.source, one.target)]
    facts = {"kind": str(one.kind), "expected": one.expected, "found": one.found, "spans": _spans(one, numbering)}
    return Issue(
        TYPES.get(one.kind, str(one.kind)),
        numbering.sides(*sentences),
        one.confidence,
        {"H": "high", "M": "medium", "L": "low"}[one.band],
        one.shown and one.kind not in NO_DIFFERENCE,
        {**facts, "method": one.method},
    )


def _spans(one: Finding, numbering: _Numbering) -> dict[str, list[list[int]]]:
    """``[sentence, start, end]``, in code points of the sentence."""

    def listed(marks: Sequence[Mark], numbers: Sequence[int]) -> list[list[int]]:
        return [[number, mark.span.start, mark.span.end] for number, mark in zip(numbers, marks, strict=True)]

    left, right = numbering.pair([mark.sentence for mark in one.source], [mark.sentence for mark in one.target])
    return {numbering.source.suffix: listed(one.source, left), numbering.target.suffix: listed(one.target, right)}
