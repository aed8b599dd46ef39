"""The lines of a concordance: every occurrence of the words, in its sentence, beside the sentence it is aligned with.

Links are found by the index, occurrences in the archive's texts, so that every line is quoted from what is kept.
Lines are made of one page only; what is counted of all hits is :mod:`search.parallel.looking`'s business.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from archive.aligned import TextSource, VersionText
from archive.values import Span
from search.clauses import Clause
from search.compiling import Also
from search.parallel.documents import terms_in
from search.parallel.hits import Hit, hits_in
from search.parallel.kwic import Context, context
from search.parallel.looking import Looked, sentence_of
from search.parallel.question import Question
from search.parallel.schema import Bounds, LinkRow, read_bounds, spans_of
from search.reading import Reading
from search.schema import LABEL


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
    spelling: bool
    """The word stands there in another spelling of the name."""
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


def lines_of(
    reading: Reading, question: Question, looked: Looked, hits: Sequence[int], source: TextSource
) -> tuple[Line, ...]:
    """The lines of these hits, in this order."""
    places = dict.fromkeys(int(looked.links[number]) for number in hits)
    rows = dict(zip(places, reading.rows(int(looked.found.numbers[place]) for place in places), strict=True))
    versions = {version for row in rows.values() for version in (row.source_version, row.target_version)}
    reader = _Reader(question, looked.also, source.texts(sorted(versions)))
    return tuple(reader.line(rows[int(looked.links[number])], looked.hit(number)) for number in hits)


class _Reader:
    """Makes lines of the links of one page."""

    def __init__(self, question: Question, also: Also, texts: dict[str, VersionText]) -> None:
        self._question = question
        self._also = also
        self._beside = question.wanted_beside
        self._texts = texts

    def line(self, row: LinkRow, hit: Hit) -> Line:
        versions, places = (row.source_version, row.target_version), read_bounds(row.places)
        ours = 0 if row.source_language == self._question.side else 1
        here, span = self._texts[versions[ours]], Span(hit.start, hit.end)
        around = context(here.content, sentence_of(hit, places[ours]), span, width=self._question.width)
        there = versions[1 - ours]
        other = sentences(there, self._texts[there], places[1 - ours], self._beside, self._also)
        at = _At(versions[ours], here.language, span, hit.spelling, around)
        return _line(row, at, other)


def sentences(
    version: str, text: VersionText, places: Bounds, wanted: Sequence[Clause], also: Also | None = None
) -> Sentences:
    """These sentences of a text as one piece, with the wanted words marked."""
    marks: list[Span] = []
    pieces: list[str] = []
    length = 0
    found = hits_in(terms_in(text, places), wanted, also) if wanted else []
    for start, end in places:
        marks.extend(Span(one.start, one.end).shift(length - start) for one in found if start <= one.start < end)
        pieces.append(text.content[start:end])
        length += len(pieces[-1]) + 1
    return Sentences(version, text.language, spans_of(places), " ".join(pieces), tuple(marks))


class _At(NamedTuple):
    """Where a hit stands."""

    version: str
    language: str
    span: Span
    spelling: bool
    context: Context


def _line(row: LinkRow, at: _At, other: Sentences) -> Line:
    return Line(
        link=row.key,
        work=row.work,
        alignment=row.alignment,
        version=at.version,
        language=at.language,
        span=at.span,
        spelling=at.spelling,
        context=at.context,
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
        in_source=at.version == row.source_version,
    )
