"""What concordance and renderings answer, frozen. ``as_dict`` is the one JSON of API and command line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from archive.text.recipe import recipe
from archive.values import Digest, Span
from search.analysis import analyser_version
from search.parallel.lines import Line
from search.parallel.question import By, Question
from search.parallel.renderings import RECIPE
from search.parallel.table import Counted, Row


def concordance_recipe() -> str:
    """How hits are found: by which analysis, from which index of links."""
    return recipe("concordance", 1, analyser=Digest.of(analyser_version().encode())[:16])


@dataclass(frozen=True, slots=True)
class Concordance:
    """One page of lines; ``hits`` counts all of them, in ``looked_at`` of the ``links`` that answer."""

    question: Question
    hits: int
    links: int
    looked_at: int
    uncertain: int
    """Hits in links that nobody should count on."""
    left_out: int
    """Uncertain links not counted at all, because something was asked *not* to be there."""
    works: int
    lines: tuple[Line, ...]
    names: Mapping[str, tuple[str, ...]]
    """The other spellings that were looked for, by the word as typed."""

    @property
    def sampled(self) -> bool:
        return self.looked_at < self.links

    def as_dict(self) -> dict[str, Any]:
        return {
            **_head(self),
            "uncertain": self.uncertain,
            "works": self.works,
            "recipe": concordance_recipe(),
            "lines": [line_dict(line) for line in self.lines],
        }


@dataclass(frozen=True, slots=True)
class Renderings:
    """The rows; their hits sum up to ``hits``."""

    question: Question
    hits: int
    links: int
    looked_at: int
    left_out: int
    rows: tuple[Row, ...]
    names: Mapping[str, tuple[str, ...]]

    @property
    def sampled(self) -> bool:
        return self.looked_at < self.links

    def as_dict(self) -> dict[str, Any]:
        return {
            **_head(self),
            "recipe": RECIPE,
            "rows": [_row_dict(row) for row in self.rows],
        }


# As JSON


def line_dict(line: Line) -> dict[str, Any]:
    """One line; spans are code points, those of ``other`` into its version's content, its marks into its text."""
    return {
        "id": line.id,
        "link": line.link,
        "work": line.work,
        "alignment": line.alignment,
        "version": line.version,
        "language": line.language,
        "span": _span(line.span),
        "spelling": line.spelling,
        "left": line.context.left,
        "node": line.context.node,
        "right": line.context.right,
        "other": {
            "version": line.other.version,
            "language": line.other.language,
            "spans": [_span(span) for span in line.other.spans],
            "text": line.other.text,
            "marks": [_span(span) for span in line.other.marks],
        },
        "outlets": [list(names) for names in line.outlets],
        "translators": [list(names) for names in line.translators],
        "translator_unnamed": line.translator_unnamed,
        "published": [day.isoformat() if day else None for day in (line.published_from, line.published_to)],
        "label": line.label,
        "uncertain": line.uncertain,
        "by_hand": line.by_hand,
        "findings": list(line.findings),
        "in_source": line.in_source,
    }


def _head(found: Concordance | Renderings) -> dict[str, Any]:
    return {
        "query": found.question.q,
        "side": found.question.side,
        "names": {word: list(others) for word, others in found.names.items()},
        "hits": found.hits,
        "links": found.links,
        "looked_at": found.looked_at,
        "left_out": found.left_out,
    }


def _row_dict(row: Row) -> dict[str, Any]:
    return {
        "row": row.name,
        "outcome": row.rendering.outcome.value,
        "stem": row.rendering.stem,
        "printed": row.rendering.printed,
        "hits": row.hits,
        "g2_millis": row.rendering.g2_millis,
        **{by.value: [_count_dict(one) for one in row.counts[by]] for by in By},
    }


def _count_dict(one: Counted) -> dict[str, Any]:
    return {"value": one.value, "names": list(one.names), "hits": one.hits}


def _span(span: Span) -> list[int]:
    return [span.start, span.end]
