"""Text with marks in it, built from offsets.

Pieces are cut at the marks' ends and escaped one by one, so no markup is ever searched or rewritten.
Offsets are code points; marks may overlap, touch or reach beyond the piece that is shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from archive.values import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A span that is shown as ``<mark class=kind>``, reachable under ``anchor`` if it has one."""

    span: Span
    kind: str = "hit"
    anchor: str | None = None


def marked(text: str, marks: Sequence[Mark], window: Span | None = None) -> Markup:
    """Return ``text`` (or the part of it in ``window``) escaped, with ``marks`` around their words."""
    window = window or Span(0, len(text))
    inside = [mark for mark in marks if mark.span.start < window.end and mark.span.end > window.start and mark.span]
    cuts = sorted({window.start, window.end, *(_clip(edge, window) for mark in inside for edge in _edges(mark))})
    pieces = (_piece(text, Span(start, end), inside) for start, end in pairwise(cuts))
    return Markup("").join(pieces)


def _edges(mark: Mark) -> tuple[int, int]:
    return mark.span.start, mark.span.end


def _clip(offset: int, window: Span) -> int:
    return min(max(offset, window.start), window.end)


def _piece(text: str, piece: Span, marks: Sequence[Mark]) -> Markup:
    over = [mark for mark in marks if mark.span.start <= piece.start and mark.span.end >= piece.end]
    if not over:
        return Markup("{}").format(piece.of(text))
    kinds = " ".join(dict.fromkeys(mark.kind for mark in over))
    anchors = Markup("").join(
        Markup('<span class="at" id="{}"></span>').format(mark.anchor)
        for mark in over
        if mark.anchor and mark.span.start == piece.start
    )
    return anchors + Markup('<mark class="{}">{}</mark>').format(kinds, piece.of(text))
