"""The few terms of a text that were asked for, found without reading the rest of it.

What marks the words of a page of texts needs to know of most of them only that they are not wanted. What stands
between two blanks is looked at once for a question, however often it comes in however many texts; only the
places of what is wanted are worked out.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from search.analysis.analyser import LONGEST_REMEMBERED, Term, read_chunk, read_chunks, stemmed_scripts
from search.analysis.remembered import chunks_of

_QUESTIONS: Final = 16
_MOST: Final = 8192
"""Chunks remembered for a question: those of about thirty articles."""


def wanted_terms(text: str, language: str, wanted: frozenset[str]) -> list[Term]:
    """The terms of :func:`search.analysis.analyse` with a wanted form or stem, in order; positions are left at 0."""
    return sorted(_sieve(wanted, *stemmed_scripts(language)).terms(text), key=lambda term: (term.start, term.end))


class _Sieve:
    """Threads may share it."""

    def __init__(self, wanted: frozenset[str], stem_arabic: bool, stem_latin: bool) -> None:
        self._wanted = wanted
        self._stemmed = stem_arabic, stem_latin
        self._without: set[str] = set()

    def terms(self, text: str) -> Iterator[Term]:
        new = chunks_of(text).difference(self._without)
        having = self._having(new)
        if len(self._without) > _MOST:
            self._without = set()
        self._without.update(new - having)
        for chunk in having:
            found = [term for term in read_chunk(chunk, *self._stemmed).terms if self._wanted.intersection(term[3:5])]
            for start in _places(text, chunk):
                yield from (Term(0, start + one[1], start + one[2], *one[3:]) for one in found)

    def _having(self, chunks: frozenset[str]) -> frozenset[str]:
        """Those with a wanted term, and the long ones."""
        short = [chunk for chunk in chunks if len(chunk) <= LONGEST_REMEMBERED]
        has_none = self._wanted.isdisjoint
        read = zip(short, read_chunks(short, *self._stemmed), strict=True)
        having = frozenset(chunk for chunk, (_, _, forms) in read if not has_none(forms))
        return having if len(short) == len(chunks) else having | chunks.difference(short)


_sieve: Final = lru_cache(maxsize=_QUESTIONS)(_Sieve)


def _places(text: str, chunk: str) -> Iterator[int]:
    """Where a chunk stands between blanks."""
    start = text.find(chunk)
    while start >= 0:
        end = start + len(chunk)
        if (not start or text[start - 1].isspace()) and (end == len(text) or text[end].isspace()):
            yield start
        start = text.find(chunk, start + 1)
