"""The tree of a query, as it was typed: every node knows its place, so that whoever refuses it can point there.

Nothing here is analysed, and no field is looked up: what a word means to an index is the compiler's. Places
are code points into the query, half-open.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from archive.values import Span


@dataclass(frozen=True, slots=True)
class Word:
    """A word, or what stands without a blank: ``=`` before it asks for the exact form, not the stem."""

    span: Span
    text: str
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Prefix:
    """``tahrir*``: words that begin so."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """``idlib~1``: words at most one letter away."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """``"…"~3``: the words in this order, with up to ``slop`` others between one and the next."""

    span: Span
    text: str
    slop: int = 0


@dataclass(frozen=True, slots=True)
class Within:
    """``title:…``: ``node`` looked for in one part of a text, or (``ar:…``) on one side of an aligned sentence."""

    span: Span
    field: str
    node: Node


@dataclass(frozen=True, slots=True)
class Filter:
    """``outlet:"…"``, ``date:2015..``: a fact about a version or a work; ``value_span`` is that of the value."""

    span: Span
    field: str
    value: str
    value_span: Span


@dataclass(frozen=True, slots=True)
class Both:
    span: Span
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Either:
    span: Span
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Without:
    span: Span
    node: Node


Leaf: TypeAlias = Word | Prefix | Fuzzy | Phrase
Node: TypeAlias = Leaf | Within | Filter | Both | Either | Without


class Found(NamedTuple):
    """A leaf, whether it is asked *not* to be there, and the field it stands in, if any."""

    leaf: Leaf
    negated: bool
    within: str


def leaves(node: Node, *, negated: bool = False, within: str = "") -> Iterator[Found]:
    """Every leaf in the order typed."""
    match node:
        case Both() | Either():
            for one in node.nodes:
                yield from leaves(one, negated=negated, within=within)
        case Without():
            yield from leaves(node.node, negated=not negated, within=within)
        case Within():
            yield from leaves(node.node, negated=negated, within=node.field)
        case Filter():
            return
        case _:
            yield Found(node, negated, within)
