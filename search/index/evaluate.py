"""A tree answered over a view: leaves become sets with scores, nodes put the sets together.

Filters are masks and are laid over what words have found. What a leaf reads is charged to the budget of
the question, and known before it is read where a leaf stands for many terms: a search that is too broad
is refused with a sentence instead of costing everybody time. The clock is looked at between leaves.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from functools import reduce
from typing import TYPE_CHECKING

import numpy as np

from archive.errors import Reason
from search.index import columns, phrases, whoosh_codec
from search.index.hits import Hits, join, meet, with_extra, without
from search.index.store import Array
from search.index.terms import Terms, runs
from search.reading import Budget, TooBroad
from search.tree import (
    And,
    AnyOf,
    Between,
    Filter,
    Fuzzy,
    Has,
    Keyed,
    Maybe,
    Node,
    Not,
    Or,
    Pattern,
    Phrase,
    Prefix,
    Term,
    Weighted,
)

if TYPE_CHECKING:
    from search.index.view import View

Spellings = AnyOf | Prefix | Fuzzy | Pattern


class Evaluation:
    """One question, with what it may still spend."""

    def __init__(self, view: View, budget: Budget) -> None:
        self._view = view
        self._budget = budget
        self._left = budget.postings
        self._deadline = time.monotonic() + budget.seconds

    def find(self, node: Node) -> Hits:
        """The documents that answer ``node``, those that count only."""
        if _is_filter(node):
            return Hits.where(self._mask(node) & self._view.live)
        match node:
            case Term():
                return self._word(node.field, node.text)
            case AnyOf() | Prefix() | Fuzzy() | Pattern():
                return self._spellings(node)
            case Phrase():
                return self._phrase(node)
            case _:
                return self._together(node)

    def _together(self, node: Node) -> Hits:
        match node:
            case And():
                return self._all(node.nodes)
            case Or():
                return join(self._view.size, [self.find(part) for part in node.nodes])
            case Not():
                return without(Hits.where(self._view.live), self.find(node.node))
            case Maybe():
                return with_extra(self.find(node.node), self.find(node.extra))
            case Weighted():
                return self.find(node.node).times(node.weight)
        raise TypeError(node)

    def _all(self, nodes: Sequence[Node]) -> Hits:
        """What words find, then filters laid over it, then what is not wanted taken out."""
        masks = [self._mask(node) for node in nodes if _is_filter(node)]
        others = [node for node in nodes if not _is_filter(node)]
        words = [self.find(node) for node in others if not isinstance(node, Not)]
        found = meet(words) if words else Hits.where(self._view.live)
        if masks:
            found = found.masked(reduce(np.logical_and, masks))
        return reduce(without, (self.find(node.node) for node in others if isinstance(node, Not)), found)

    # Words

    def _word(self, field: str, text: str) -> Hits:
        hits = self._view.word(field, text)
        self._spend(hits.total, text)
        return hits

    def _spellings(self, node: Spellings) -> Hits:
        found = self._expanded(node)
        self._spend(self._entries(node.field, found), node.text if not isinstance(node, AnyOf) else node.texts[0])
        return self._view.spellings(node.field, found)

    def _expanded(self, node: Spellings) -> list[Sequence[int]]:
        """The numbers of the terms a node stands for, by segment."""
        match node:
            case AnyOf():
                return self._by_segment(node.field, lambda terms: _known(terms, map(str.encode, node.texts)))
            case Prefix():
                return self._by_segment(node.field, lambda terms: terms.starting(node.text.encode()))
            case Fuzzy():
                return self._by_segment(node.field, lambda terms: terms.near(node.text))
            case Pattern():
                allowed = whoosh_codec.allowed(self._view.whoosh(), node.field, node.text)
                return self._by_segment(node.field, lambda terms: _known(terms, allowed))

    def _by_segment(self, field: str, choose: Callable[[Terms], Sequence[int]]) -> list[Sequence[int]]:
        return [choose(segment.field(field).terms) for segment in self._view.segments]

    def _entries(self, field: str, found: Sequence[Sequence[int]]) -> int:
        """How many postings these terms have."""
        total = 0
        for segment, numbers in zip(self._view.segments, found, strict=True):
            entries = segment.field(field).entries
            total += sum(entries[last] - entries[first] for first, last in runs(numbers))
        return total

    def _phrase(self, node: Phrase) -> Hits:
        words = meet([self._word(node.field, text) for _, text in node.words])
        if len(node.words) == 1 or not words.total:
            return words
        found = [np.empty(0, np.int64)]
        numbers = words.numbers
        cuts = np.searchsorted(numbers, self._view.bases).tolist()
        for place, base in enumerate(self._view.bases[:-1]):
            if cuts[place] < cuts[place + 1]:
                among = numbers[cuts[place] : cuts[place + 1]] - base
                found.append(self._phrase_in(place, node, among) + base)
        holding = np.concatenate(found)
        scores = words.at(holding)
        counting = np.flatnonzero(scores)  # others have the phrase and no longer count
        return Hits.of(words.size, holding[counting], scores[counting])

    def _phrase_in(self, place: int, node: Phrase, among: Array) -> Array:
        segment = self._view.segments[place]
        field = segment.field(node.field)
        words = [(offset, field.terms.find(text.encode())) for offset, text in node.words]
        return phrases.holding(segment, field, words, node.slop, among)

    # Filters

    def _mask(self, node: Node) -> Array:
        """Which documents pass, those that no longer count too."""
        match node:
            case Between():
                return self._between(node)
            case Has():
                return self._view.names(node.column).having(node.values)
            case Keyed():
                return self._view.keyed(node.column, node.keys)
            case And() | Or():
                meeting = np.logical_and if isinstance(node, And) else np.logical_or
                return reduce(meeting, map(self._mask, node.nodes))
            case Not():
                return ~self._mask(node.node)
        return self._view.live

    def _between(self, node: Between) -> Array:
        values = self._view.numbers(node.column)
        mask: Array = values > columns.UNKNOWN if node.low is None else values >= node.low
        return mask if node.high is None else mask & (values <= node.high)

    # Cost

    def _spend(self, postings: int, text: str) -> None:
        """Pay for what ``text`` makes the engine read."""
        self._left -= postings
        if self._left < 0:
            most = f"{self._budget.postings:,}"
            detail = f"with {text!r} this search would read over {most} entries of the index: narrow it down"
            raise TooBroad(detail, reason=Reason("too-much", {"word": text, "most": self._budget.postings}))
        if time.monotonic() > self._deadline:
            detail = f"the search was broken off at {text!r} after {self._budget.seconds:g} s: narrow it down"
            raise TooBroad(detail, reason=Reason("too-slow", {"word": text, "seconds": f"{self._budget.seconds:g}"}))


def _is_filter(node: Node) -> bool:
    """Whether a node is answered by columns alone."""
    match node:
        case And() | Or():
            return bool(node.nodes) and all(map(_is_filter, node.nodes))
        case Not():
            return _is_filter(node.node)
    return isinstance(node, Filter)


def _known(terms: Terms, wanted: Iterable[bytes]) -> list[int]:
    """The numbers of those terms that there are, each once."""
    return sorted({number for number in map(terms.find, wanted) if number >= 0})
