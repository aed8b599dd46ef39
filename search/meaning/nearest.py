"""Which versions come nearest to a question, and by which sentence.

A version's score is the cosine of its best sentence, plus half that of the direction of all its sentences:
a question about a passing remark finds the remark, and between two good remarks the text that is about the
matter wins (measured on headlines and their articles in the other language, ``tests/quality/meaning_figures``).
Every sentence of every version is looked at. What may be shown is the caller's to say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from archive.values import Span
from search.meaning.store import Segment
from search.meaning.vectors import Floats, best_rows, products

WHOLE: Final = 0.5
"""The weight of the whole text beside its best sentence."""


@dataclass(frozen=True, slots=True)
class Near:
    """``score`` ranks; ``likeness`` is the cosine of the sentence at ``span`` with the question."""

    version: str
    work: str
    language: str
    span: Span
    likeness: float
    score: float


def nearest(
    segments: Iterable[Segment], query: Floats, *, limit: int, allowed: Callable[[str, str], bool] | None = None
) -> list[Near]:
    """The ``limit`` best versions, best first, equal ones by id; ``allowed(version, language)`` leaves some out."""
    found = [near for segment in segments for near in _of_segment(segment, query, limit, allowed)]
    return sorted(found, key=_order)[:limit]


def _order(near: Near) -> tuple[float, str]:
    return -near.score, near.version


def _of_segment(segment: Segment, query: Floats, limit: int, allowed: Callable[[str, str], bool] | None) -> list[Near]:
    rows, tops = best_rows(products(segment.vectors, query), segment.starts)
    scores = tops + WHOLE * products(segment.means, query)
    found: list[Near] = []
    for number in (-scores).argsort(kind="stable"):
        version, work, language, _ = segment.record.versions[number]
        if allowed is not None and not allowed(str(version), str(language)):
            continue
        if len(found) == limit and scores[number] < found[-1].score:
            break  # equal ones are kept, for the order by id
        span = segment.span(int(rows[number]))
        likeness, score = float(tops[number]), float(scores[number])
        found.append(Near(str(version), str(work), str(language), span, likeness, score))
    return found
