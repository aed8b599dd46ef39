"""The seam between search and whatever holds the index: analysed documents in, readings out.

An engine keeps documents and answers trees over them (:mod:`search.reading`, :mod:`search.tree`);
everything on which engines could disagree without need (analysis, the query language, grouping by
work, snippets) is done outside, once. Nothing but Thabat's own errors comes out. ``IndexUnusable``
means: build a new one, this one is not to be trusted.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, NamedTuple

from archive.errors import Unavailable
from search.reading import Reading


class IndexUnusable(Unavailable):
    """The index is missing, damaged, foreign or of another format. It is a cache: build it anew."""

    code = "index-unusable"
    title = "The search index has to be rebuilt"


class Tokens(NamedTuple):
    """One field of a document: its terms and where each stands, in any order."""

    words: Sequence[str]
    positions: Sequence[int]
    """In words, from 0 and below 2**24; alternatives of a word share its position. Unused where the schema has none."""


class Document(NamedTuple):
    """One document, analysed: its row, and its tokens by field."""

    row: Any
    fields: Mapping[str, Tokens]


@dataclass(frozen=True, slots=True)
class Merged:
    """What a round of tidying did."""

    segments: int
    documents: int


class Engine(ABC):
    """An index that remembers up to where in the journal it has followed the archive."""

    @abstractmethod
    def position(self) -> int:
        """Journal sequence up to which the archive has been indexed."""

    @abstractmethod
    def commit(self, documents: Sequence[Document], *, position: int, gone: Iterable[str] = ()) -> None:
        """Put ``documents`` in place of those with the same key, take out the keys ``gone``, note ``position``.

        All of it or nothing, on disk when it returns, seen by the next reading of any process.
        """

    @abstractmethod
    def reading(self) -> AbstractContextManager[Reading]:
        """The present state of the index."""

    @abstractmethod
    def keys(self, column: str, values: Iterable[str]) -> set[str]:
        """The keys of the documents in the index whose key column ``column`` has one of ``values``."""

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
    def condense(self) -> None:
        """Merge all there is into as few segments as can be: after a rebuild, when nobody waits."""

    @abstractmethod
    def status(self) -> dict[str, Any]:
        """Figures for people: documents, segments, bytes, analyser, position."""
