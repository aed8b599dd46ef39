"""The seam between search and whatever holds the index: analysed documents in, ranked works out.

An engine keeps documents, matches clauses and scores them; everything on which engines could
disagree without need (analysis, filters, grouping, snippets) is done outside, once. The base class
keeps the promise that nothing but Thabat's own errors comes out, so an engine writes only the
underscored methods. ``IndexUnusable`` means: build a new one, this one is not to be trusted.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from archive.errors import Unavailable
from search import grouping
from search.analysis import Term
from search.grouping import Match, Ranking, Row
from search.query import Clause, Query


class IndexUnusable(Unavailable):
    """The index is missing, damaged, foreign or of another format. It is a cache: build it anew."""

    code = "index-unusable"
    title = "The search index has to be rebuilt"


class Document(NamedTuple):
    """One version, analysed: its row, the terms of its text and the terms of its title."""

    row: Row
    terms: Sequence[Term]
    title: Sequence[Term]


@dataclass(frozen=True, slots=True)
class Merged:
    """What a round of tidying did."""

    segments: int
    documents: int


class Reading(Protocol):
    """One consistent state of the index, for one thread."""

    def matches(self, clauses: Sequence[Clause]) -> Iterable[Match]:
        """Every version in which all ``clauses`` are met, with its score."""
        ...

    def rows(self) -> Iterable[Row]:
        """Every version in the index."""
        ...


class Engine(ABC):
    """An index of versions that remembers up to where in the journal it has followed the archive."""

    @abstractmethod
    def position(self) -> int:
        """Journal sequence up to which the archive has been indexed."""

    @abstractmethod
    def commit(self, documents: Sequence[Document], *, position: int, gone: Iterable[str] = ()) -> None:
        """Put ``documents`` in place of those with the same version, take out ``gone``, note ``position``.

        All of it or nothing, on disk when it returns, seen by the next search of any process.
        """

    @abstractmethod
    def versions_of(self, works: Iterable[str]) -> set[str]:
        """The versions of these works that are in the index."""

    @abstractmethod
    def check(self) -> None:
        """Prove that the whole index is as it was written; :class:`IndexUnusable` when not."""

    @abstractmethod
    def is_untidy(self) -> bool:
        """Whether a merge is due."""

    @abstractmethod
    def tidy(self, most: int | None = None) -> Merged | None:
        """Do one due merge of at most ``most`` documents; ``None`` when nothing is due."""

    @abstractmethod
    def status(self) -> dict[str, Any]:
        """Figures for people: documents, segments, bytes, analyser, position."""

    def search(self, query: Query, *, without: frozenset[str] = frozenset()) -> Ranking:
        """All works that answer ``query``, best first; versions in ``without`` do not count."""
        with self._reading() as reading:
            unwanted = self._unwanted(reading, query)
            found = [[m for m in reading.matches(group) if m.row.version not in without] for group in query.groups]
            rows = [] if found else [row for row in reading.rows() if row.version not in without]
        if found:
            return grouping.ranking(found, query.filters, unwanted)
        return grouping.listing(rows, query.filters, unwanted)

    @staticmethod
    def _unwanted(reading: Reading, query: Query) -> list[Row]:
        return [match.row for clause in query.unwanted for match in reading.matches([clause])]

    @abstractmethod
    def _reading(self) -> AbstractContextManager[Reading]: ...
