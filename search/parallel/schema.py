"""What the index of aligned sentences is made of: a document a link, its words by side, facts of the translation.

Columns that state a fact of a version are called as in the index of texts (:mod:`search.schema`), so that one
filter compiles for both. They are the translation's: who rendered so, where it stood, when. Only links of
Arabic and English are here; a link without counterpart has words on one side only.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from archive.values import Span
from search.links import SIDES
from search.schema import Column, Schema


class LinkRow(NamedTuple):
    """What filters, grouping and lines need to know of a link."""

    key: str
    """The alignment, a full stop, and which link of it, counted in the order of the source."""
    work: str
    alignment: str
    source_version: str
    target_version: str
    places: str
    """Spans of both sides as :func:`written` makes them."""
    source_language: str
    """``ar`` or ``en``; the target's is the other."""
    label: str
    uncertain: bool
    by_hand: bool
    paired: bool
    """Both sides have words."""
    outlets: tuple[str, ...]
    """In the chain of the translation, names as :func:`search.facts.name_key` makes them, in every spelling."""
    agents: tuple[str, ...]
    translators: tuple[str, ...]
    translator_unnamed: bool
    roles: tuple[str, ...]
    kind: str
    has_disclaimer: bool
    date_from: int | None
    """Proleptic Gregorian ordinal of the first day on which the translation can have been published."""
    date_to: int | None
    findings: tuple[str, ...]
    """Kinds that touch the sentences of the link."""
    outlet_labels: tuple[str, ...]
    """Who published the translation, for people: one a publisher, its names between :data:`search.schema.LABEL`."""
    translator_labels: tuple[str, ...]


_COLUMNS: Final = {
    "key": Column.KEY,
    "work": Column.KEY,
    "alignment": Column.KEY,
    "source_version": Column.KEY,
    "target_version": Column.KEY,
    "places": Column.KEY,
    "source_language": Column.NAME,
    "label": Column.NAME,
    "uncertain": Column.FLAG,
    "by_hand": Column.FLAG,
    "paired": Column.FLAG,
    "outlets": Column.NAMES,
    "agents": Column.NAMES,
    "translators": Column.NAMES,
    "translator_unnamed": Column.FLAG,
    "roles": Column.NAMES,
    "kind": Column.NAME,
    "has_disclaimer": Column.FLAG,
    "date_from": Column.NUMBER,
    "date_to": Column.NUMBER,
    "findings": Column.NAMES,
    "outlet_labels": Column.NAMES,
    "translator_labels": Column.NAMES,
}

LINKS: Final = Schema(
    fields={field: field == fields.exact for fields in SIDES.values() for field in fields},
    columns=_COLUMNS,
    key="key",
    row=LinkRow,
)
"""The index of links: folded words of each side with positions, stems without."""


def written(source: Sequence[Span], target: Sequence[Span]) -> str:
    """Spans of two sides as one short string."""
    return "|".join(",".join(f"{span.start}-{span.end}" for span in side) for side in (source, target))


Bounds = Sequence[tuple[int, int]]
"""Sentences of one text, as the code points at which each begins and ends."""


def read_bounds(text: str) -> tuple[Bounds, Bounds]:
    """What :func:`written` wrote, as plain numbers: for whoever reads very many."""
    source, _, target = text.partition("|")
    return _bounds(source), _bounds(target)


def read_places(text: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """What :func:`written` wrote."""
    source, target = read_bounds(text)
    return spans_of(source), spans_of(target)


def spans_of(places: Bounds) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in places)


def _bounds(side: str) -> Bounds:
    ends = (span.partition("-") for span in side.split(",")) if side else ()
    return [(int(start), int(end)) for start, _, end in ends]
