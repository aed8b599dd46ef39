"""The lines of a concordance: every occurrence of the words, in its sentence, beside the sentence it is aligned with.

Links are found by the index, occurrences in the archive's texts, so that every line is quoted from what is kept.
Of very many links a part is looked at, chosen by a digest that has nothing to do with what they say; then that
is stated with the numbers, and totals are of what was looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from archive.passages import Passage
from archive.values import Span
from search.clauses import Clause, conjuncts
from search.compiling import Compiler
from search.facts import node_of
from search.parallel.documents import terms_in
from search.parallel.hits import places
from search.parallel.index import SURE, in_order, says_not
from search.parallel.kwic import Context, context
from search.parallel.question import OTHER, Question
from search.parallel.schema import LinkRow, read_places
from search.query import fact_of
from search.reading import Reading
from search.schema import LABEL
from search.syntax.nodes import Filter
from search.tree import And, Node, Not, Or

if TYPE_CHECKING:
    from numpy.typing import NDArray

MOST_LINKS: Final = 5_000
"""Links looked at for one question: about a second's work."""


@dataclass(frozen=True, slots=True)
class Answering:
    """The links that answer. ``looked_at`` are as many of ``links`` as one question may look at.

    ``uncertain`` counts links left out because the question says that something is *not* there, and nobody should
    count on them.
    """

    rows: tuple[LinkRow, ...]
    links: int
    uncertain: int

    @property
    def looked_at(self) -> int:
        return len(self.rows)

    @property
    def sampled(self) -> bool:
        return self.looked_at < self.links


@dataclass(frozen=True, slots=True)
class Sentences:
    """One side of a line. ``text`` are its sentences, a blank between them; empty where nothing is aligned."""

    version: str
    language: str
    spans: tuple[Span, ...]
    text: str
    marks: tuple[Span, ...] = ()
    """Into ``text``."""


@dataclass(frozen=True, slots=True)
class Line:
    """One hit. ``span`` is its place in the content of ``version``; dates and hands are the translation's."""

    link: str
    work: str
    alignment: str
    version: str
    language: str
    span: Span
    context: Context
    other: Sentences
    outlets: tuple[tuple[str, ...], ...]
    """Each by its names as printed."""
    translators: tuple[tuple[str, ...], ...]
    translator_unnamed: bool
    published_from: date | None
    published_to: date | None
    label: str
    uncertain: bool
    by_hand: bool
    findings: tuple[str, ...]
    in_source: bool
    """The hit stands in the text that was translated, and not in the translation."""

    @property
    def id(self) -> str:
        """Names the hit for good: texts never change."""
        return f"{self.version}:{self.span.start}-{self.span.end}:{self.other.version}"

    @property
    def year(self) -> int | None:
        """Of publication, where it is sure."""
        first, last = self.published_from, self.published_to
        return first.year if first and last and first.year == last.year else None


def answering(reading: Reading, question: Question) -> Answering:
    """The links that answer, in order of work and text."""
    tree = tree_of(question, reading)
    found = reading.find(And((tree, SURE)) if says_not(tree) else tree)
    left_out = reading.find(tree).total - found.total if says_not(tree) else 0
    numbers = _some(reading, found.numbers)
    rows = sorted(reading.rows(numbers.tolist()), key=in_order)
    return Answering(tuple(rows), found.total, left_out)


def tree_of(question: Question, reading: Reading) -> Node:
    """What is asked of a link: words of both sides, and facts."""

    def fact(node: Filter) -> Node:
        return node_of(fact_of(question.q, node), reading)

    compiler, other = Compiler(fact), OTHER[question.side]
    nodes = [compiler.node(node, question.side) for node in conjuncts(question.node)]
    if question.beside is not None:
        nodes.append(compiler.node(question.beside, other))
    if question.not_beside is not None:
        nodes.append(Not(compiler.node(question.not_beside, other)))
    nodes.extend(Or(tuple(node_of(one, reading) for one in facts)) for facts in question.facts)
    return And(tuple(nodes))


def versions_of(rows: Sequence[LinkRow]) -> list[str]:
    """The versions that lines of these links quote."""
    return sorted({version for row in rows for version in (row.source_version, row.target_version)})


class Reader:
    """Makes lines of links. ``passages`` are the texts; links of texts that are no longer shown have none."""

    def __init__(self, question: Question, passages: Mapping[str, Passage]) -> None:
        self._question = question
        self._wanted = question.wanted
        self._beside = question.wanted_beside
        self._passages = passages

    def lines(self, rows: Sequence[LinkRow]) -> Iterator[Line]:
        for row in rows:
            yield from self._of(row)

    def beside(self, line: Line) -> dict[str, str]:
        """The stems of the aligned sentences, each as it is first printed there."""
        passage = self._passages[line.other.version]
        terms = terms_in(passage, line.other.spans)
        return {term.stem: passage.content[term.start : term.end] for term in reversed(terms)}

    def _of(self, row: LinkRow) -> Iterator[Line]:
        versions, spans = (row.source_version, row.target_version), read_places(row.places)
        ours = 0 if row.source_language == self._question.side else 1
        here, there = (self._passages.get(versions[side]) for side in (ours, 1 - ours))
        if here is None or there is None:
            return
        other = sentences(there, spans[1 - ours], self._beside)
        for place in places(terms_in(here, spans[ours]), self._wanted):
            sentence = next(span for span in spans[ours] if span.start <= place.start < span.end)
            around = context(here.content, sentence, place, width=self._question.width)
            yield _line(row, here, place, around, other)


def sentences(passage: Passage, spans: Sequence[Span], wanted: Sequence[Clause]) -> Sentences:
    """These sentences of a text as one piece, with the wanted words marked."""
    marks: list[Span] = []
    pieces: list[str] = []
    length = 0
    found = places(terms_in(passage, spans), wanted) if wanted else []
    for span in spans:
        marks.extend(mark.shift(length - span.start) for mark in found if span.start <= mark.start < span.end)
        pieces.append(span.of(passage.content))
        length += len(pieces[-1]) + 1
    return Sentences(passage.version_id, passage.language, tuple(spans), " ".join(pieces), tuple(marks))


def _line(row: LinkRow, here: Passage, place: Span, around: Context, other: Sentences) -> Line:
    return Line(
        link=row.key,
        work=row.work,
        alignment=row.alignment,
        version=here.version_id,
        language=here.language,
        span=place,
        context=around,
        other=other,
        outlets=tuple(tuple(label.split(LABEL)) for label in row.outlet_labels),
        translators=tuple(tuple(label.split(LABEL)) for label in row.translator_labels),
        translator_unnamed=row.translator_unnamed,
        published_from=date.fromordinal(row.date_from) if row.date_from else None,
        published_to=date.fromordinal(row.date_to) if row.date_to else None,
        label=row.label,
        uncertain=row.uncertain,
        by_hand=row.by_hand,
        findings=row.findings,
        in_source=here.version_id == row.source_version,
    )


def _some(reading: Reading, numbers: NDArray[Any]) -> NDArray[Any]:
    """At most :data:`MOST_LINKS` of them, always the same: those with the lowest digests of their keys."""
    if len(numbers) <= MOST_LINKS:
        return numbers
    group, fixed = reading.groups("key")
    return numbers[np.argsort(fixed[group[numbers]], kind="stable")[:MOST_LINKS]]
