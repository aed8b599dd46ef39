"""The seam to the index of aligned sentences: which links, and so which works, answer ``ar:… -en:…``.

A link's words lie in fields of their own by side, so that one tree (:mod:`search.tree`) asks both sides of
the very same sentence: *with* النظام on the Arabic side, *without* regime on the English one. The query
language is compiled into such trees by :mod:`search.compiling`; who keeps the links and answers is
:mod:`search.parallel`'s business.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple, Protocol

from archive.values import Span
from search.tree import Node


class SideFields(NamedTuple):
    """The token fields of one side: folded words with positions, and their stems."""

    exact: str
    stem: str


SIDES: Final = {"ar": SideFields("ar_exact", "ar_stem"), "en": SideFields("en_exact", "en_stem")}
"""By the primary language of the side. A link of other languages is in no field and answers no side."""


@dataclass(frozen=True, slots=True)
class AnsweringLink:
    """One link that answers; a side without counterpart has no spans. Spans point into the versions' contents."""

    work: str
    source_version: str
    target_version: str
    source: tuple[Span, ...]
    target: tuple[Span, ...]
    uncertain: bool = False


class LinkSearch(Protocol):
    """Trees over :data:`SIDES` in, works and links out. A tree that says what a side has *not* is
    not answered by uncertain links: what is not there may stand in another sentence.
    """

    def works(self, tree: Node) -> frozenset[str]:
        """Every work with a link that answers; :class:`search.reading.TooBroad` when it would cost too much."""
        ...

    def links(self, tree: Node, works: Iterable[str], *, each: int) -> Sequence[AnsweringLink]:
        """The first ``each`` answering links of each of these works, in order of the source text."""
        ...
