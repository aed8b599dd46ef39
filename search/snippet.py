"""The piece of a version that shows why it matched, with the matching words marked. Pure.

A snippet is an unbroken piece of the canonical text, harakat and all, out of one block (a headline
and a paragraph are never run together), cut at spaces. Highlights cover whole words as printed,
clitics included, since و and ال are part of the word on the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from archive.passages import Passage
from archive.text.blocks import BlockKind
from archive.values import Span
from search.analysis import Term, analyse
from search.query import Clause

WIDTH: Final = 240
"""Longest snippet in code points, about three lines of print."""

# A match in the story says more than one in its furniture.
_FURNITURE: Final = frozenset({BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.CREDIT, BlockKind.DISCLAIMER})


class Marked(NamedTuple):
    """A place in the text that answers the clause with this number."""

    span: Span
    clause: int


class Snippet(NamedTuple):
    text: str
    highlights: tuple[Span, ...]


def snippet(passage: Passage, clauses: Sequence[Clause]) -> Snippet:
    """The best window of ``passage`` for the wanted ``clauses``; without any match, its opening."""
    marks = marked(analyse(passage.content, passage.language), clauses)
    best = max(_windows(passage, marks), key=lambda window: window[0], default=None)
    window = best[1] if best else _opening(passage)
    spans = [mark.span for mark in marks if window.start <= mark.span.start and mark.span.end <= window.end]
    return Snippet(window.of(passage.content), tuple(span.shift(-window.start) for span in _joined(spans)))


def marked(terms: Sequence[Term], clauses: Sequence[Clause]) -> list[Marked]:
    """Where the clauses are met, in reading order."""
    found: list[Marked] = []
    for number, clause in enumerate(clauses):
        spans = _phrase_spans(terms, clause) if clause.phrase else _word_spans(terms, clause)
        found.extend(Marked(span, number) for span in spans)
    return sorted(found, key=lambda mark: (mark.span.start, mark.span.end))


def _word_spans(terms: Sequence[Term], clause: Clause) -> Iterator[Span]:
    wanted = {form for term in (*clause.terms, *clause.joined) for form in (term.stem, term.exact)}
    return (Span(term.start, term.end) for term in terms if term.stem in wanted)


def _phrase_spans(terms: Sequence[Term], clause: Clause) -> Iterator[Span]:
    """Each word of each occurrence of the phrase."""
    at: dict[tuple[int, str], Term] = {(term.position, term.exact): term for term in reversed(terms)}
    first = clause.terms[0]
    for term in terms:
        if term.exact == first.exact:
            run = [at.get((term.position + word.position - first.position, word.exact)) for word in clause.terms]
            if None not in run:
                yield from (Span(word.start, word.end) for word in run if word)


def _windows(passage: Passage, marks: Sequence[Marked]) -> Iterator[tuple[tuple[int, int, int], Span]]:
    """``(worth, window)`` around every match: most clauses, then story before furniture, then most matches."""
    for kind, block in _blocks(passage):
        inside = [mark for mark in marks if block.start <= mark.span.start and mark.span.end <= block.end]
        for index, mark in enumerate(inside):
            near = [m for m in inside[index:] if m.span.end - mark.span.start <= WIDTH] or [mark]
            worth = (len({m.clause for m in near}), _worth(kind), len(near))
            yield worth, _cut(passage.content, block, Span(mark.span.start, max(m.span.end for m in near)))


def _worth(kind: BlockKind) -> int:
    if kind in _FURNITURE:
        return 0
    return 1 if kind is BlockKind.HEADLINE else 2


def _blocks(passage: Passage) -> list[tuple[BlockKind, Span]]:
    placed = [(block.kind, block.span) for block in passage.layout]
    return placed or [(BlockKind.PARAGRAPH, Span(0, len(passage.content)))]


def _opening(passage: Passage) -> Span:
    """The beginning of the first block of the story, or of the text."""
    blocks = _blocks(passage)
    block = next((span for kind, span in blocks if _worth(kind) == 2), blocks[0][1])
    return _cut(passage.content, block, Span(block.start, block.start))


def _cut(text: str, block: Span, core: Span) -> Span:
    """Widen ``core`` to at most WIDTH within ``block``, evenly, and cut at spaces."""
    room = max(0, WIDTH - len(core))
    start = max(block.start, core.start - room // 2)
    end = min(block.end, max(core.end, start + WIDTH))
    start = min(core.start, max(block.start, end - WIDTH))
    if start > block.start:
        space = text.find(" ", start, core.start)
        start = space + 1 if space >= 0 else core.start
    if end < block.end:
        space = text.rfind(" ", core.end, end + 1)
        end = space if space > start else max(core.end, end)
    return Span(start, end)


def _joined(spans: Sequence[Span]) -> Iterator[Span]:
    """Without duplicates and overlaps (a word may answer two clauses, co-operation by part and whole)."""
    current: Span | None = None
    for span in spans:
        if current is not None and span.start < current.end:
            current = Span(current.start, max(current.end, span.end))
            continue
        if current is not None:
            yield current
        current = span
    if current is not None:
        yield current
