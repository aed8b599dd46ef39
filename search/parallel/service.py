"""Concordance and renderings as the rim asks them: a question in, lines or rows out, as frozen answers.

Puts the index of aligned sentences and the archive's texts together. ``as_dict`` is the one JSON of API and
command line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from archive.passages import PassageSource
from archive.text.fold import fold
from archive.text.recipe import recipe
from archive.values import Digest, Span
from search.analysis import analyser_version
from search.links import SIDES
from search.names import Candidate, learn
from search.parallel.index import LinkIndex
from search.parallel.kwic import Order, ordered
from search.parallel.lines import Answering, Line, Reader, answering, versions_of
from search.parallel.question import OTHER, By, Question
from search.parallel.renderings import LEAST_HITS, RECIPE, Background, Beside, Rendering, renderings
from search.parallel.schema import read_places
from search.parallel.table import Counted, Row, lines_of, rows
from search.reading import Reading
from search.tree import And, Between, Node, Term

_PAIRED: Final[Node] = And((Between("paired", 1, 1), Between("uncertain", 0, 0)))
LEARNT_AT_ONCE: Final = 2_000
"""Links whose texts are in memory together."""
LEARNT_IN_PART: Final = 5_000
"""Links that names are learnt from at once where somebody waits for them: a second or two."""


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

    @property
    def sampled(self) -> bool:
        return self.looked_at < self.links

    def as_dict(self) -> dict[str, Any]:
        return {
            **_head(self.question, self.hits, self.links, self.looked_at, self.left_out),
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

    @property
    def sampled(self) -> bool:
        return self.looked_at < self.links

    def as_dict(self) -> dict[str, Any]:
        return {
            **_head(self.question, self.hits, self.links, self.looked_at, self.left_out),
            "recipe": RECIPE,
            "rows": [_row_dict(row) for row in self.rows],
        }


@dataclass(frozen=True, slots=True)
class Proposed:
    """Candidates from ``read`` of ``all`` aligned sentences, the first of which is number ``first``, from 0."""

    candidates: tuple[Candidate, ...]
    first: int
    read: int
    all: int
    part: int
    parts: int


class Parallel:
    """Questions to one archive's aligned sentences. Threads may share it."""

    def __init__(self, index: LinkIndex, passages: PassageSource) -> None:
        self.index = index
        self._passages = passages

    def concordance(self, question: Question) -> Concordance:
        """The lines of the page that is asked for."""
        return self.index.read(lambda reading: self._concordance(reading, question))

    def renderings(self, question: Question) -> Renderings:
        """The rows for all hits; what the page is and how it is ordered says nothing here."""

        def table(reading: Reading) -> Renderings:
            found, reader, lines = self._lines(reading, question)
            return Renderings(
                question, len(lines), found.links, found.looked_at, found.uncertain,
                rows(lines, _renderings(reading, question, reader, lines)),
            )  # fmt: skip

        return self.index.read(table)

    def name_candidates(self, part: int | None = None) -> Proposed:
        """What the aligned sentences propose as spellings of one name: of all sure links that have both sides.

        With ``part``, from 1, only so many of them are read as :data:`LEARNT_IN_PART` says.
        """

        def propose(reading: Reading) -> Proposed:
            numbers = reading.find(_PAIRED).numbers
            parts = max(1, -(-len(numbers) // LEARNT_IN_PART))
            first = 0 if part is None else (min(part, parts) - 1) * LEARNT_IN_PART
            read = numbers if part is None else numbers[first : first + LEARNT_IN_PART]
            found = learn(self._sentences(reading, read))
            return Proposed(found, first, len(read), len(numbers), first // LEARNT_IN_PART + 1, parts)

        return self.index.read(propose)

    def _sentences(self, reading: Reading, numbers: NDArray[Any]) -> Iterator[tuple[str, str]]:
        """English and Arabic."""
        for first in range(0, len(numbers), LEARNT_AT_ONCE):
            rows = reading.rows(numbers[first : first + LEARNT_AT_ONCE].tolist())
            passages = self._passages.by_version(versions_of(rows))
            for row in rows:
                sides = zip((row.source_version, row.target_version), read_places(row.places), strict=True)
                texts = [
                    " ".join(span.of(passages[one].content) for span in at) for one, at in sides if one in passages
                ]
                if len(texts) == len(SIDES):
                    yield (texts[1], texts[0]) if row.source_language == "ar" else (texts[0], texts[1])

    def _concordance(self, reading: Reading, question: Question) -> Concordance:
        found, reader, lines = self._lines(reading, question)
        if question.cell is not None:
            lines = lines_of(question.cell, lines, _renderings(reading, question, reader, lines))
        lines = _sorted(lines, question.order)
        return Concordance(
            question,
            hits=len(lines),
            links=found.links,
            looked_at=found.looked_at,
            uncertain=sum(line.uncertain for line in lines),
            left_out=found.uncertain,
            works=len({line.work for line in lines}),
            lines=tuple(lines[question.offset : question.offset + question.limit]),
        )

    def _lines(self, reading: Reading, question: Question) -> tuple[Answering, Reader, list[Line]]:
        found = answering(reading, question)
        reader = Reader(question, self._passages.by_version(versions_of(found.rows)))
        return found, reader, list(reader.lines(found.rows))


def _renderings(reading: Reading, question: Question, reader: Reader, lines: Sequence[Line]) -> tuple[Rendering, ...]:
    beside: dict[str, Beside] = {}
    for line in lines:
        if line.link not in beside:
            beside[line.link] = Beside(reader.beside(line), line.uncertain)
    hits = [beside[line.link] for line in lines]
    return renderings(hits, _background(reading, SIDES[OTHER[question.side]].stem, hits))


def _background(reading: Reading, field: str, hits: Sequence[Beside]) -> Background:
    """Counted over the sure links that have both sides, for the words that could be candidates."""
    counted = np.zeros(reading.size, bool)
    counted[reading.find(_PAIRED).numbers] = True
    links: dict[str, int] = {}
    for hit in hits:
        for stem in hit.words:
            links[stem] = links.get(stem, 0) + 1
    candidates = (stem for stem, count in links.items() if count >= LEAST_HITS)
    holders = {stem: int(counted[reading.find(Term(field, stem)).numbers].sum()) for stem in candidates}
    return Background(int(counted.sum()), holders)


def _sorted(lines: list[Line], order: Order) -> list[Line]:
    """Lines that are equal stay in order of work and text."""
    match order:
        case Order.DATE:
            return sorted(lines, key=lambda line: (line.published_from is None, line.published_from or date.min))
        case Order.OUTLET:
            return sorted(lines, key=lambda line: (not line.outlets, fold(line.outlets[0][0]) if line.outlets else ""))
    return [lines[number] for number in ordered([line.context for line in lines], order)]


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


def _head(question: Question, hits: int, links: int, looked_at: int, left_out: int) -> dict[str, Any]:
    return {
        "query": question.q,
        "side": question.side,
        "hits": hits,
        "links": links,
        "looked_at": looked_at,
        "left_out": left_out,
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
