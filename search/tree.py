"""What an index can be asked, as a tree of frozen nodes: words and filters below, and, or, not above.

A leaf names a token field (:mod:`search.schema`) and terms as the analyser made them; nothing is
analysed or guessed here. The query language makes trees out of what people type, the engine
(:mod:`search.engine`) answers them; a node says in its docstring what it finds and what it scores.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Term:
    """Documents with ``text`` in ``field``; scored by BM25."""

    field: str
    text: str


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Documents with any of ``texts``, which count as spellings of one word: one frequency, one rarity."""

    field: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Prefix:
    """Documents with a term that begins with ``text``; all such terms count as spellings of one word."""

    field: str
    text: str


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """As :class:`AnyOf` over the terms at most one letter from ``text``: inserted, left out or replaced."""

    field: str
    text: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """As :class:`AnyOf` over the terms that ``*`` (any letters) and ``?`` (one letter) in ``text`` allow."""

    field: str
    text: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Documents in which ``words`` follow each other; scored as the sum of the words.

    A word is ``(offset, text)``, its offset counted in positions from any origin, ascending. Each word
    stands as far behind the one before as the offsets say, or up to ``slop`` positions further.
    """

    field: str
    words: tuple[tuple[int, str], ...]
    slop: int = 0


@dataclass(frozen=True, slots=True)
class Between:
    """Documents whose number ``column`` lies in ``low`` to ``high``, both included; no score."""

    column: str
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class Has:
    """Documents whose ``column`` of names holds any of ``values``, as stored; no score."""

    column: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Keyed:
    """Documents whose key ``column`` is one of ``keys``: these works, this version; no score."""

    column: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Everything:
    """All documents; no score."""


@dataclass(frozen=True, slots=True)
class And:
    """Documents found by every node; scores added. Not empty."""

    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Documents found by any node; scores added. Empty, it finds nothing."""

    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Documents that ``node`` does not find; no score."""

    node: Node


@dataclass(frozen=True, slots=True)
class Beside:
    """Documents that share their key ``column`` with one that ``node`` finds: all versions of its work; no score."""

    column: str
    node: Node


@dataclass(frozen=True, slots=True)
class Maybe:
    """Documents found by ``node``; those that ``extra`` finds too have its score added."""

    node: Node
    extra: Node


@dataclass(frozen=True, slots=True)
class Weighted:
    """What ``node`` finds, its scores times ``weight``, which is positive."""

    node: Node
    weight: float


Filter: TypeAlias = Between | Has | Keyed | Everything
Node: TypeAlias = Term | AnyOf | Prefix | Fuzzy | Pattern | Phrase | Filter | And | Or | Not | Beside | Maybe | Weighted
