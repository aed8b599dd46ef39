"""Where the words of a question stand in aligned sentences: one hit an occurrence, a phrase being one hit. Pure.

The same analysis as the index's decides what is a hit, so that every link that answered has at least one.
Without phrases a hit lies between two blanks: what was found in a printed word is then remembered, and fifty
thousand sentences cost little more than being cut into words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from archive.aligned import VersionText
from search.analysis import Term, analyse
from search.clauses import Clause
from search.compiling import Also
from search.parallel.documents import terms_in
from search.parallel.schema import Bounds
from search.snippet import marked
from search.syntax.nodes import Phrase

PRINTED: Final = re.compile(r"\S+")
"""What stands between two blanks: no term reaches across one (:mod:`search.analysis.analyser`)."""


class Hit(NamedTuple):
    """Its place in the text; ``spelling`` where the word stands there in another spelling of the name."""

    start: int
    end: int
    spelling: bool = False


class Occurrences:
    """Finds hits of one question. Remembers printed words: use it for one question only."""

    def __init__(self, wanted: Sequence[Clause], also: Also | None = None) -> None:
        self._wanted = wanted
        self._also = also or {}
        self._by_word = not any(one.phrase for one in wanted)
        self._known: dict[str, _Known] = {}

    def of(self, text: VersionText, places: Bounds) -> list[Hit]:
        """The hits in these sentences, in reading order."""
        if not self._by_word:
            return hits_in(terms_in(text, places), self._wanted, self._also)
        known = self._known.get(text.language)
        if known is None:
            known = self._known[text.language] = _Known(text.language, self._wanted, self._also)
        return [
            Hit(match.start() + hit.start, match.start() + hit.end, hit.spelling)
            for start, end in places
            for match in PRINTED.finditer(text.content, start, end)
            for hit in known[match[0]]
        ]

    def printed(self, text: VersionText, places: Bounds, hits: Sequence[Hit]) -> tuple[list[str], list[int]]:
        """The printed words of these sentences, and which of them have a hit in them."""
        known = self._known.get(text.language)
        if known is not None:
            words = [word for start, end in places for word in text.content[start:end].split()]
            return words, [number for number, word in enumerate(words) if word in known.hot]
        found = [one for start, end in places for one in PRINTED.finditer(text.content, start, end)]
        inside = (any(hit.start < one.end() and one.start() < hit.end for hit in hits) for one in found)
        return [one[0] for one in found], [number for number, hit in enumerate(inside) if hit]


class _Known(dict[str, tuple[Hit, ...]]):
    """The hits in a printed word, their places counted in it; ``hot`` are the words that have any."""

    def __init__(self, language: str, wanted: Sequence[Clause], also: Also) -> None:
        super().__init__()
        self.hot: set[str] = set()
        self._question = (wanted, also)
        self._language = language

    def __missing__(self, word: str) -> tuple[Hit, ...]:
        found = self[word] = tuple(hits_in(analyse(word, self._language), *self._question))
        if found:
            self.hot.add(word)
        return found


def hits_in(terms: Sequence[Term], wanted: Iterable[Clause], also: Also | None = None) -> list[Hit]:
    """The hits in reading order; one that lies within another is part of it, and as typed comes before spelled."""
    found = {hit for one in wanted for hit in _of(terms, one, also or {})}
    kept: list[Hit] = []
    for hit in sorted(found, key=lambda hit: (hit.start, -hit.end, hit.spelling)):
        if not kept or hit.end > kept[-1].end:
            kept.append(hit)
    return kept


def _of(terms: Sequence[Term], one: Clause, also: Also) -> Iterator[Hit]:
    if isinstance(one.leaf, Phrase):
        yield from _phrases(terms, one, one.leaf.slop)
    else:
        yield from (Hit(mark.span.start, mark.span.end, mark.spelling) for mark in marked(terms, [one], also))


def _phrases(terms: Sequence[Term], one: Clause, slop: int) -> Iterator[Hit]:
    """Each occurrence from its first word to its last; with distance, the nearest one from each beginning."""
    at = {(term.position, term.exact): term for term in reversed(terms)}
    for begin in (term for term in terms if term.exact == one.terms[0].exact):
        last = _last(at, begin, one.terms, slop)
        if last is not None:
            yield Hit(begin.start, last.end)


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
