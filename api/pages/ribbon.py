"""The drawings above a comparison: a heat strip of its rows, and a ribbon that joins both texts.

Pure geometry in units of a view box ``WIDTH`` wide; which colour a group has is the style sheet's. For an
interface that runs from right to left the x-axis is mirrored, as the columns below it are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from api.pages.compare_contexts import Band, Bar, Drawing, Row, Sentence

WIDTH: Final = 1000.0
TOP: Final = 10.0
BOTTOM: Final = 80.0
"""Where the bars of the first side end, and where those of the second begin."""

Placed = Mapping[int, tuple[float, float]]  # ordinal -> x, width


def drawing(
    rows: Sequence[Row], source: Mapping[int, int], target: Mapping[int, int], *, right_to_left: bool
) -> Drawing:
    """``source`` and ``target``: length of each sentence by its ordinal, in the order of the texts."""
    above, below = _placed(source, right_to_left=right_to_left), _placed(target, right_to_left=right_to_left)
    return Drawing(
        strip=_strip(rows, source, target, right_to_left=right_to_left),
        above=_bars(rows, above, "source"),
        below=_bars(rows, below, "target"),
        bands=tuple(
            Band(_path(_reach(row.source, above), _reach(row.target, below)), row.group, f"#{row.anchor}", row.number)
            for row in rows
            if row.source and row.target
        ),
    )


def _placed(lengths: Mapping[int, int], *, right_to_left: bool) -> Placed:
    """Side by side over the whole width, as long as the sentences are."""
    scale = WIDTH / max(sum(lengths.values()), 1)
    found, x = {}, 0.0
    for ordinal, length in lengths.items():
        width = length * scale
        found[ordinal] = (WIDTH - x - width if right_to_left else x, width)
        x += width
    return found


def _strip(
    rows: Sequence[Row], source: Mapping[int, int], target: Mapping[int, int], *, right_to_left: bool
) -> tuple[Bar, ...]:
    lengths = {
        row.number: max(
            sum(source.get(one.ordinal, 0) for one in row.source), sum(target.get(one.ordinal, 0) for one in row.target)
        )
        for row in rows
    }
    placed = _placed(lengths, right_to_left=right_to_left)
    return tuple(_bar(placed[row.number], row) for row in rows)


def _bars(rows: Sequence[Row], placed: Placed, side: str) -> tuple[Bar, ...]:
    return tuple(_bar(placed[one.ordinal], row) for row in rows for one in getattr(row, side) if one.ordinal in placed)


def _bar(place: tuple[float, float], row: Row) -> Bar:
    x, width = place
    return Bar(round(x, 1), round(max(width - 1, 0.5), 1), row.group, f"#{row.anchor}", row.number)


def _reach(sentences: Sequence[Sentence], placed: Placed) -> tuple[float, float]:
    """From the least to the greatest x of the sentences."""
    ends = [placed[one.ordinal] for one in sentences]
    return min(x for x, _ in ends), max(x + width for x, width in ends)


def _path(top: tuple[float, float], bottom: tuple[float, float]) -> str:
    (a, b), (c, d) = top, bottom
    middle = (TOP + BOTTOM) / 2
    return (
        f"M{a:.1f},{TOP:g}L{b:.1f},{TOP:g}C{b:.1f},{middle:g} {d:.1f},{middle:g} {d:.1f},{BOTTOM:g}"
        f"L{c:.1f},{BOTTOM:g}C{c:.1f},{middle:g} {a:.1f},{middle:g} {a:.1f},{TOP:g}Z"
    )
