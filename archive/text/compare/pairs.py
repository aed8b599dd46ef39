"""Compare a text with its translation: align, then report what differs, each with its evidence.

:func:`compare_pair` is the door. The steps: encode both texts in one batch; align them around what a
person has corrected (:mod:`.guiding`); turn the differences of structure into findings; run the
checks on every link that is sure enough (:mod:`.checking`); compare headlines, leads, bylines,
disclaimers and the declared extent. Of two texts that do not look like a pair nothing is reported
but that. Pure: the encoder is handed in, and the same input gives the same bytes. Any two languages
that the encoder knows are aligned; a check without words for a language stays silent.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from archive.text.align import CALIBRATION, Calibration, Difference, Encodes, Kind, Label, method
from archive.text.align import Band as AlignBand
from archive.text.compare import extent, leading, paratext
from archive.text.compare.checking import check_links, methods
from archive.text.compare.corrections import Correction, layer_of
from archive.text.compare.extent import Covered, Declaration, Verdict, covered, extent_finding, judge
from archive.text.compare.findings import Band, Finding, Mark
from archive.text.compare.findings import Kind as Check
from archive.text.compare.guiding import Guided, align_around
from archive.text.compare.links import Pair, Side
from archive.text.compare.report import PairFinding, PairLink, Place, Structure, millis
from archive.text.compare.texts import Text
from archive.text.recipe import recipe
from archive.text.segment import SegmentKind
from archive.values import Span

BY_HAND: Final = "by-hand|version:1"
"""The method of what a person said."""

_KINDS: Final = {
    Kind.OMISSION: Structure.OMITTED,
    Kind.ADDITION: Structure.ADDED,
    Kind.REORDER: Structure.MOVED,
    Kind.MERGED: Structure.MERGED,
    Kind.SPLIT: Structure.SPLIT,
    Kind.PARTIAL_OMISSION: Structure.CONDENSED,
    Kind.ADDITION_CLAUSE: Structure.EXPANDED,
    Kind.DUPLICATE: Structure.DUPLICATED,
    Kind.UNTRANSLATED: Structure.UNTRANSLATED,
}
_BANDS: Final = {AlignBand.HIGH: Band.HIGH, AlignBand.MEDIUM: Band.MEDIUM, AlignBand.LOW: Band.LOW}


@dataclass(frozen=True, slots=True)
class PairComparison:
    """``links`` hold every unit that takes part exactly once, in ordinals of its text."""

    links: tuple[PairLink, ...]
    findings: tuple[PairFinding, ...]
    is_pair: bool
    similarity_millis: int
    source: Covered
    target: Covered
    extent: Verdict
    order_millis: int | None
    recipe: str
    methods: tuple[str, ...]
    calibration: str

    @property
    def shown(self) -> tuple[PairFinding, ...]:
        """The default view."""
        return tuple(finding for finding in self.findings if finding.shown)


def pair_methods(encoder: Encodes) -> tuple[str, ...]:
    """Every recipe that a comparison of a pair is made of."""
    return (method(), encoder.recipe, paratext.METHOD, leading.METHOD, extent.METHOD, *methods())


def pair_recipe(encoder: Encodes, calibration: Calibration = CALIBRATION) -> str:
    """One line for all of :func:`pair_methods`: it changes when any of them does."""
    digest = hashlib.sha256("\n".join([*pair_methods(encoder), calibration.id]).encode()).hexdigest()
    return recipe("compare-pair", 1, calibration=calibration.id, methods=digest[:12])


def compare_pair(
    source: Text,
    target: Text,
    *,
    encoder: Encodes,
    calibration: Calibration = CALIBRATION,
    corrections: Sequence[Correction] = (),
    declaration: Declaration = Declaration(),  # noqa: B008 - frozen: nothing declared
) -> PairComparison:
    """``declaration`` is what the target says of its extent; ``corrections``, oldest first, are kept as given."""
    ours = [source.units[unit].text for unit in source.taking_part]
    theirs = [target.units[unit].text for unit in target.taking_part]
    vectors = encoder.encode([*ours, *theirs])
    halves = vectors[: len(ours)], vectors[len(ours) :]
    guided = align_around(source, target, halves, layer_of(corrections), encoder=encoder, calibration=calibration)
    linked = [link for link in guided.links if link.source and link.target]
    of_source = covered(source, {unit for link in linked for unit in link.source})
    is_pair = guided.alignment.is_pair
    cosines = np.round(halves[0].astype(np.float64) @ halves[1].astype(np.float64).T, 6)
    found = _Findings(source, target, guided, calibration.id)
    declared = (declaration, of_source)
    return PairComparison(
        links=guided.links,
        findings=found.all(leading.compare_headlines(source, target, cosines), declared) if is_pair else (),
        is_pair=is_pair,
        similarity_millis=millis(guided.alignment.similarity),
        source=of_source,
        target=covered(target, {unit for link in linked for unit in link.target}),
        extent=judge(*declared) if is_pair else Verdict.CANNOT_TELL,
        order_millis=leading.order_millis(linked),
        recipe=pair_recipe(encoder, calibration),
        methods=pair_methods(encoder),
        calibration=calibration.id,
    )


@dataclass(frozen=True, slots=True)
class _Findings:
    """Gathers the findings about one pair."""

    source: Text
    target: Text
    guided: Guided
    calibration: str

    def all(self, headline: PairFinding | None, declared: tuple[Declaration, Covered]) -> tuple[PairFinding, ...]:
        singles = (
            headline,
            leading.compare_leads(self.source, self.target, self.guided.links),
            extent_finding(*declared),
        )
        found = [
            *(self._structure(one) for one in self.guided.differences if not self._is_headline(one)),
            *self._checked(),
            *paratext.compare_paratext(self.source, self.target),
            *(one for one in singles if one is not None),
        ]
        once = {(one.kind, one.source, one.target, one.expected, one.found): one for one in reversed(found)}
        return tuple(sorted(once.values(), key=lambda one: one.order))

    def _is_headline(self, one: Difference) -> bool:
        """A headline without counterpart is no omission where there are two headlines: they are compared as such."""
        if one.kind not in {Kind.OMISSION, Kind.ADDITION}:
            return False
        text, units = (self.source, one.source) if one.source else (self.target, one.target)
        both = all(side.ordinals([SegmentKind.HEADLINE]) for side in (self.source, self.target))
        return both and all(text.units[unit].kind is SegmentKind.HEADLINE for unit in units)

    def _structure(self, one: Difference) -> PairFinding:
        by_hand = one.confidence >= 1.0
        return PairFinding(
            _KINDS[one.kind].value,
            Place.of_units(self.source, one.source),
            Place.of_units(self.target, one.target),
            None,
            None,
            millis(one.confidence),
            _BANDS[one.band],
            BY_HAND if by_hand else self.guided.alignment.recipe,
            BY_HAND if by_hand else self.calibration,
            {key: millis(value) if isinstance(value, float) else value for key, value in one.detail.items()},
        )

    def _checked(self) -> Iterator[PairFinding]:
        """The checks run on the links alone that are sure enough; their sentences are numbered without gaps."""
        left = {unit: at for at, unit in enumerate(self.source.taking_part)}
        right = {unit: at for at, unit in enumerate(self.target.taking_part)}
        sure = tuple(
            (tuple(left[unit] for unit in link.source), tuple(right[unit] for unit in link.target))
            for link in self.guided.links
            if link.source and link.target and link.label is not Label.UNCERTAIN
        )
        untranslated = {unit for one in self.guided.differences if one.kind is Kind.UNTRANSLATED for unit in one.target}
        for found in check_links(Pair(_side(self.source), _side(self.target), sure)):
            one = _checked(found, self.source, self.target)
            if not (found.kind is Check.UNTRANSLATED and one.target and untranslated.issuperset(one.target.units)):
                yield one


def _side(text: Text) -> Side:
    return Side(text.language, tuple(text.units[unit].text for unit in text.taking_part))


def _checked(found: Finding, source: Text, target: Text) -> PairFinding:
    return PairFinding(
        found.kind.value,
        _place(source, found.source),
        _place(target, found.target),
        found.expected,
        found.found,
        millis(found.confidence),
        found.band,
        found.method,
        found.calibration or found.method,
    )


def _place(text: Text, marks: Sequence[Mark]) -> Place | None:
    """From the first to the last of ``marks``, in the content."""
    if not marks:
        return None
    units = tuple(sorted({text.taking_part[mark.sentence] for mark in marks}))
    spans = [mark.span.shift(text.units[text.taking_part[mark.sentence]].span.start) for mark in marks]
    span = Span(min(each.start for each in spans), max(each.end for each in spans))
    return Place(units, span, span.of(text.content))
