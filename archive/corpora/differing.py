"""What was found between two texts, by the names that ``score.py`` has for it.

:func:`archive.text.compare.pairs.compare_pair` finds it. That a link is 2:1 the alignment says itself,
and a measure in another unit is no difference: both are told only when everything is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from archive.text.compare.findings import Band, Kind
from archive.text.compare.pairs import PairComparison
from archive.text.compare.report import PairFinding, Place, Structure
from archive.text.compare.texts import Text

TYPES: Final[dict[str, str]] = {
    Structure.OMITTED: "omission", Structure.ADDED: "addition", Structure.MOVED: "reorder",
    Structure.CONDENSED: "partial_omission", Structure.EXPANDED: "addition_clause", Structure.DUPLICATED: "duplicate",
    Kind.NUMBER_CHANGED: "number", Kind.NUMBER_MISSING: "number", Kind.NUMBER_ADDED: "number",
    Kind.DATE_CHANGED: "date", Kind.DATE_MISSING: "date", Kind.DATE_ADDED: "date",
    Kind.NAME_CHANGED: "entity", Kind.NAME_MISSING: "entity", Kind.NAME_ADDED: "entity",
}  # fmt: skip
"""The scorer's word for a kind; what it has none for keeps our own."""

BANDS: Final = {Band.HIGH: "high", Band.MEDIUM: "medium", Band.LOW: "low"}


def issues(
    found: PairComparison, source: tuple[str, Text], target: tuple[str, Text], *, all_bands: bool
) -> Iterator[dict[str, Any]]:
    """The findings as they are written; each side comes with the name that it has in the line."""
    for finding in found.findings:
        if all_bands or finding.shown:
            yield _issue(finding, source, target)


def _issue(finding: PairFinding, source: tuple[str, Text], target: tuple[str, Text]) -> dict[str, Any]:
    sides = ((*source, finding.source), (*target, finding.target))
    facts = {"expected": finding.expected, "found": finding.found, "detail": dict(finding.detail)}
    spans = {name: span for name, text, place in sides if (span := _span(text, place))}
    return {
        "type": TYPES.get(finding.kind, finding.kind),
        **{name: list(place.units) if place else [] for name, _, place in sides},
        "confidence": finding.confidence_millis / 1000,
        "band": BANDS[finding.band],
        "kind": finding.kind,
        **{name: fact for name, fact in facts.items() if fact},
        **({"spans": spans} if spans else {}),
        "method": finding.method,
    }


def _span(text: Text, place: Place | None) -> list[int] | None:
    """``[sentence, start, end]`` in code points of the sentence, of what is less than a sentence."""
    if place is None or len(place.units) != 1:
        return None
    unit = text.units[place.units[0]]
    if place.span == unit.span:
        return None
    inside = place.span.shift(-unit.span.start)
    return [place.units[0], inside.start, inside.end]
