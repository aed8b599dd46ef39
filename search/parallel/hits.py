"""Where the words of a question stand in aligned sentences: one hit an occurrence, a phrase being one hit. Pure.

The same analysis as the index's decides what is a hit, so that every link that answered has at least one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from archive.values import Span
from search.analysis import Term
from search.clauses import Clause
from search.snippet import marked
from search.syntax.nodes import Phrase


def places(terms: Sequence[Term], wanted: Sequence[Clause]) -> list[Span]:
    """The hits in reading order; one that lies within another is part of it."""
    found = {span for one in wanted for span in _of(terms, one)}
    ordered = sorted(found, key=lambda span: (span.start, -span.end))
    kept: list[Span] = []
    for span in ordered:
        if not kept or span.end > kept[-1].end:
            kept.append(span)
    return kept


def _of(terms: Sequence[Term], one: Clause) -> Iterator[Span]:
    if isinstance(one.leaf, Phrase):
        yield from _phrases(terms, one, one.leaf.slop)
    else:
        yield from (mark.span for mark in marked(terms, [one], {}))


def _phrases(terms: Sequence[Term], one: Clause, slop: int) -> Iterator[Span]:
    """Each occurrence from its first word to its last; with distance, the nearest one from each beginning."""
    at = {(term.position, term.exact): term for term in reversed(terms)}
    for begin in (term for term in terms if term.exact == one.terms[0].exact):
        last = _last(at, begin, one.terms, slop)
        if last is not None:
            yield Span(begin.start, last.end)


def _last(at: Mapping[tuple[int, str], Term], found: Term, words: Sequence[Term], slop: int) -> Term | None:
    """The last word of the phrase that begins at ``found``, if all of it is there."""
    for asked, word in pairwise(words):
        place = found.position + word.position - asked.position
        near = (at.get((place + further, word.exact)) for further in range(slop + 1))
        following = next((term for term in near if term), None)
        if following is None:
            return None
        found = following
    return found
