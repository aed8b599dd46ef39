"""The table of renderings: a row for each, counted by outlet, by translator and by year; every cell has its lines.

Rows come from :mod:`search.parallel.renderings`; the sum of their hits is the number of hits. A hit whose
translation went through two outlets counts in both of their cells, and once in its row. Pure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from search.facts import name_key
from search.parallel.lines import Line
from search.parallel.question import By, Cell
from search.parallel.renderings import Outcome, Rendering

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
        return len(self.rendering.hits)


def rows(lines: Sequence[Line], found: Iterable[Rendering]) -> tuple[Row, ...]:
    """The rows over these lines."""
    return tuple(
        Row(row_name(one), one, {by: _counted([lines[hit] for hit in one.hits], by) for by in By}) for one in found
    )


def row_name(rendering: Rendering) -> str:
    """What a row is asked by: ``word:`` and the stem, or the outcome."""
    return f"{WORD}{rendering.stem}" if rendering.outcome is Outcome.RENDERED else rendering.outcome.value


def lines_of(cell: Cell, lines: Sequence[Line], found: Iterable[Rendering]) -> list[Line]:
    """The lines of a row, or of a cell of it; none where there is no such row."""
    hits = next((one.hits for one in found if row_name(one) == cell.row), ())
    chosen = [lines[hit] for hit in hits]
    if cell.by is None:
        return chosen
    return [line for line in chosen if cell.value in (value for value, _ in _values(line, cell.by))]


def _counted(lines: Sequence[Line], by: By) -> tuple[Counted, ...]:
    names = {value: printed for line in lines for value, printed in _values(line, by)}
    hits = Counter(value for line in lines for value, _ in _values(line, by))
    ordered = sorted(hits) if by is By.YEAR else sorted(hits, key=lambda value: (-hits[value], value))
    return tuple(Counted(value, names[value], hits[value]) for value in ordered)


def _values(line: Line, by: By) -> list[tuple[str, tuple[str, ...]]]:
    """The cells a line counts in: what each is asked by, and its names."""
    match by:
        case By.OUTLET:
            found = {name_key(names[0]): names for names in line.outlets}
        case By.TRANSLATOR:
            found = {name_key(names[0]): names for names in line.translators}
            if not found and line.translator_unnamed:
                found = {UNNAMED: ()}
        case By.YEAR:
            found = {str(line.year): ()} if line.year else {}
    return list(found.items()) or [(UNKNOWN, ())]
