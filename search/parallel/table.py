"""The table of renderings: a row for each, counted by outlet, by translator and by year; every cell has its hits.

Rows come from :mod:`search.parallel.renderings`; the sum of their hits is the number of hits. A hit whose
translation went through two outlets counts in both of their cells, and once in its row.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from search.facts import name_key
from search.parallel.question import By, Cell
from search.parallel.renderings import Outcome, Rendering
from search.reading import Reading
from search.schema import LABEL

if TYPE_CHECKING:
    from numpy.typing import NDArray

WORD: Final = "word:"
UNNAMED: Final = "~unnamed"
"""A translator who is printed nowhere: no name begins so."""
UNKNOWN: Final = "~unknown"
"""No outlet, no translator, no year is known."""


@dataclass(frozen=True, slots=True)
class Counted:
    """``value`` is what a cell is asked by, ``names`` how people call it, if it is someone."""

    value: str
    names: tuple[str, ...]
    hits: int


@dataclass(frozen=True, slots=True)
class Row:
    """One rendering, or one outcome without any; ``counts`` are the cells, most hits first, years in order."""

    name: str
    rendering: Rendering
    counts: dict[By, tuple[Counted, ...]]

    @property
    def hits(self) -> int:
        return self.rendering.hits


@dataclass(frozen=True, slots=True)
class Values:
    """Which links count in which cells: pairs, each once. ``names`` are by code, as ``values``."""

    values: Sequence[str]
    names: Sequence[tuple[str, ...]]
    links: NDArray[Any]
    codes: NDArray[Any]

    def counted(self, hits: NDArray[Any]) -> tuple[list[int], list[int]]:
        """The codes that have hits, and how many: ``hits`` by link, 0 for links that do not count here."""
        sums = np.bincount(self.codes, hits[self.links], minlength=len(self.values))
        known = np.flatnonzero(sums)
        return known.tolist(), sums[known].astype(int).tolist()


def rows(found: Iterable[Rendering], hits: NDArray[Any], cells: Mapping[By, Values]) -> tuple[Row, ...]:
    """The rows; ``hits`` by link."""
    return tuple(
        Row(row_name(one), one, {by: _counted(cells[by], _only(hits, one.links), by) for by in By}) for one in found
    )


def row_name(rendering: Rendering) -> str:
    """What a row is asked by: ``word:`` and the stem, or the outcome."""
    return f"{WORD}{rendering.stem}" if rendering.outcome is Outcome.RENDERED else rendering.outcome.value


def links_of(cell: Cell, found: Iterable[Rendering], values: Values | None) -> NDArray[Any]:
    """The links of a row, or of a cell of it by ``values``; none where there is no such row."""
    links = next((one.links for one in found if row_name(one) == cell.row), np.empty(0, np.int64))
    if values is None:
        return links
    asked = [code for code, value in enumerate(values.values) if value == cell.value]
    return np.intersect1d(links, values.links[np.isin(values.codes, asked)])


def values_of(reading: Reading, numbers: NDArray[Any], by: By) -> Values:
    """What the links with these numbers in the index count in."""
    match by:
        case By.OUTLET:
            return _of_labels(reading, numbers, "outlet_labels", np.zeros(len(numbers), bool))
        case By.TRANSLATOR:
            return _of_labels(reading, numbers, "translator_labels", reading.numbers("translator_unnamed")[numbers])
        case By.YEAR:
            return _of_years(*(reading.numbers(end)[numbers] for end in ("date_from", "date_to")))


def _of_labels(reading: Reading, numbers: NDArray[Any], column: str, unnamed: NDArray[Any]) -> Values:
    """One cell for each name that comes first on a label; where there is no label, nobody is named or known."""
    labels = reading.names(column)
    links, codes = labels.of(numbers)
    known: dict[str, tuple[int, tuple[str, ...]]] = {}
    recoded = np.zeros(len(labels.values), np.int64)
    for code in np.unique(codes).tolist():
        names = tuple(labels.values[code].split(LABEL))
        recoded[code], _ = known.setdefault(name_key(names[0]), (len(known), names))
    printed: list[tuple[str, ...]] = [names for _, names in known.values()]
    values = [*known, UNNAMED, UNKNOWN]
    alone = np.setdiff1d(np.arange(len(numbers)), links)
    nobody = np.where(unnamed[alone], len(known), len(known) + 1)
    pairs = np.unique(np.concatenate([links, alone]) * len(values) + np.concatenate([recoded[codes], nobody]))
    return Values(values, [*printed, (), ()], pairs // len(values), pairs % len(values))


def _of_years(first: NDArray[Any], last: NDArray[Any]) -> Values:
    """The year of publication, where it is sure."""
    years = np.stack([_years(first), _years(last)])
    sure = np.where((years[0] == years[1]) & (years[0] > 0), years[0], 0)
    known, codes = np.unique(sure, return_inverse=True)
    values = [str(year) if year else UNKNOWN for year in known.tolist()]
    return Values(values, [()] * len(values), np.arange(len(sure)), codes)


def _years(days: NDArray[Any]) -> NDArray[Any]:
    """Of ordinals; 0 for what is none, as where nothing is known."""
    known, place = np.unique(days, return_inverse=True)
    years = [date.fromordinal(day).year if day > 0 else 0 for day in known.tolist()]
    found: NDArray[Any] = np.array(years, np.int64)[place]
    return found


def _only(hits: NDArray[Any], links: NDArray[Any]) -> NDArray[Any]:
    kept = np.zeros_like(hits)
    kept[links] = hits[links]
    return kept


def _counted(values: Values, hits: NDArray[Any], by: By) -> tuple[Counted, ...]:
    found = [
        Counted(values.values[code], values.names[code], count)
        for code, count in zip(*values.counted(hits), strict=True)
    ]
    if by is By.YEAR:
        return tuple(sorted(found, key=lambda one: one.value))
    return tuple(sorted(found, key=lambda one: (-one.hits, one.value)))
