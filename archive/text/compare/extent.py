"""How much of the source the target carries, and whether that is what it declares to be.

Coverage counts the body (everything that takes part but the headlines), in units and in characters.
Declarations come from :mod:`archive.chain.extents` or from the archivist: "Excerpts from …" with 40 %
is consistent, "full" with 60 % is reported. Nothing declared and little carried is reported too, as
an observation of less weight.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from archive.text.compare.findings import Band
from archive.text.compare.report import PairFinding, Place, Structure, millis
from archive.text.compare.texts import BODY, Text
from archive.text.recipe import recipe
from archive.values import Span

_FULL_FROM: Final = 950
"""Millis of the source's characters: with so many a text is as good as complete."""
_FULL_IF_DECLARED: Final = 900
"""With fewer, a text that declares itself complete is not; a sentence or two may be lost in alignment."""
_SURELY_NOT_FULL: Final = 800
_LITTLE: Final = 700
"""With fewer, and nothing declared, that is worth a finding of its own beside the omissions."""

METHOD: Final = recipe("compare-extent", 1, full=_FULL_FROM, declared=_FULL_IF_DECLARED, little=_LITTLE)

_SURE: Final = 950
_LIKELY: Final = 750


class Declared(StrEnum):
    FULL = "full"
    ABRIDGED = "abridged"
    EXCERPT = "excerpt"
    SUMMARY = "summary"
    UNKNOWN = "unknown"


class Verdict(StrEnum):
    CONSISTENT = "consistent"
    CONTRADICTS = "contradicts"
    NOT_DECLARED = "not-declared"
    CANNOT_TELL = "cannot-tell"


@dataclass(frozen=True, slots=True)
class Declaration:
    """What the target says of its own extent; ``span`` of the quote in its content, where it stands there."""

    completeness: Declared = Declared.UNKNOWN
    quote: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Covered:
    """Of one side's body: how many units have a counterpart, of how many, and the share of characters."""

    units: int
    of: int
    characters_millis: int

    @property
    def without(self) -> int:
        return self.of - self.units


def covered(text: Text, linked: Collection[int]) -> Covered:
    body = text.ordinals(BODY)
    have = [unit for unit in body if unit in linked]
    length = text.length(body)
    return Covered(len(have), len(body), millis(text.length(have) / length) if length else 0)


def judge(declaration: Declaration, source: Covered) -> Verdict:
    """Does the measure fit the declaration? Only ``full`` can be contradicted by too little, the others by too much."""
    if not source.of:
        return Verdict.CANNOT_TELL
    if declaration.completeness is Declared.UNKNOWN:
        return Verdict.NOT_DECLARED
    share = source.characters_millis
    fits = share >= _FULL_IF_DECLARED if declaration.completeness is Declared.FULL else share < _FULL_FROM
    return Verdict.CONSISTENT if fits else Verdict.CONTRADICTS


def extent_finding(declaration: Declaration, source: Covered) -> PairFinding | None:
    """The one finding about the extent, where there is something to report."""
    verdict, share = judge(declaration, source), source.characters_millis
    little = verdict is Verdict.NOT_DECLARED and share < _LITTLE
    if verdict is not Verdict.CONTRADICTS and not little:
        return None
    sure = declaration.completeness is Declared.FULL and share < _SURELY_NOT_FULL
    return PairFinding(
        Structure.COVERAGE.value,
        None,
        _quoted(declaration),
        None if little else declaration.completeness.value,
        f"{source.units} of {source.of} source sentences have a counterpart",
        _SURE if sure else _LIKELY,
        Band.HIGH if sure else Band.MEDIUM,
        METHOD,
        METHOD,
        {"verdict": verdict.value, "units": source.units, "of": source.of, "characters_millis": share},
    )


def _quoted(declaration: Declaration) -> Place | None:
    if declaration.span is None or declaration.quote is None:
        return None
    return Place((), declaration.span, declaration.quote)
