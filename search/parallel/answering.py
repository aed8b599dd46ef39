"""Which links answer a question, in order of work and text, as arrays: what fifty thousand of them cost little in.

Rows of links are not put together here, only the columns that are needed for all of them. Of very many links
a part is looked at, chosen by a digest that has nothing to do with what they say, always the same part; then
that is stated with the numbers, and totals are of what was looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from archive.aligned import TextSource, VersionText
from search.clauses import conjuncts
from search.compiling import Also, Compiler
from search.facts import node_of
from search.parallel.index import SURE, says_not
from search.parallel.question import OTHER, Question
from search.parallel.schema import Bounds, read_bounds
from search.query import fact_of
from search.reading import Reading
from search.syntax.nodes import Filter
from search.tree import And, Node, Not, Or

if TYPE_CHECKING:
    from numpy.typing import NDArray

MOST_LINKS: Final = 50_000
"""Links looked at for one question: about two seconds' work (``tests.bench.concordance``)."""
READ_AT_ONCE: Final = 2_000
"""Links whose texts are in memory together."""


@dataclass(frozen=True, slots=True)
class Answering:
    """The links that answer: their numbers in the index, the versions and places of each, ``total`` of them in all.

    ``left_out`` counts uncertain links left out because the question says that something is *not* there, and
    nobody should count on them.
    """

    numbers: NDArray[Any]
    sources: Sequence[str]
    targets: Sequence[str]
    places: Sequence[str]
    in_source: NDArray[Any]
    """Whether the side that hits are on is the one that was translated."""
    uncertain: NDArray[Any]
    total: int
    left_out: int

    @property
    def looked_at(self) -> int:
        return len(self.numbers)


@dataclass(frozen=True, slots=True)
class Beads:
    """The two sides of the link in this ``place`` of the answer, hits' side first, with their texts."""

    place: int
    here: VersionText
    ours: Bounds
    there: VersionText
    theirs: Bounds


def answering(reading: Reading, question: Question, also: Also) -> Answering:
    """The links that answer, in order of work and text."""
    tree = tree_of(question, reading, also)
    absent = says_not(tree)
    found = reading.find(And((tree, SURE)) if absent else tree)
    left_out = reading.find(tree).total - found.total if absent else 0
    numbers = _some(reading, found.numbers)
    names = ("work", "source_version", "target_version", "key", "places")
    works, sources, targets, keys, places = (reading.values(name, numbers.tolist()) for name in names)
    order = np.lexsort((_links(keys), _ranks(targets), _ranks(sources), _ranks(works)))
    numbers, chosen = numbers[order], order.tolist()
    _, language = reading.names("source_language").of(numbers)
    ours = [value == question.side for value in reading.names("source_language").values]
    return Answering(
        numbers,
        [sources[one] for one in chosen],
        [targets[one] for one in chosen],
        [places[one] for one in chosen],
        np.array(ours, bool)[language],
        reading.numbers("uncertain")[numbers],
        found.total,
        left_out,
    )


def tree_of(question: Question, reading: Reading, also: Also | None = None) -> Node:
    """What is asked of a link: words of both sides, and facts."""

    def fact(node: Filter) -> Node:
        return node_of(fact_of(question.q, node), reading)

    compiler, other = Compiler(fact, also), OTHER[question.side]
    nodes = [compiler.node(node, question.side) for node in conjuncts(question.node)]
    if question.beside is not None:
        nodes.append(compiler.node(question.beside, other))
    if question.not_beside is not None:
        nodes.append(Not(compiler.node(question.not_beside, other)))
    nodes.extend(Or(tuple(node_of(one, reading) for one in facts)) for facts in question.facts)
    return And(tuple(nodes))


def beads(found: Answering, source: TextSource) -> Iterator[Beads]:
    """The texts of the links, some thousands at a time. Links of texts that are no longer shown are passed over."""
    for first in range(0, found.looked_at, READ_AT_ONCE):
        part = slice(first, first + READ_AT_ONCE)
        texts = source.texts(sorted({*found.sources[part], *found.targets[part]}))
        sides = zip(found.sources[part], found.targets[part], found.places[part], found.in_source[part], strict=True)
        for place, (one, other, places, in_source) in enumerate(sides, first):
            here, there = texts.get(one), texts.get(other)
            if here is not None and there is not None:
                ours, theirs = read_bounds(places)
                yield Beads(place, here, ours, there, theirs) if in_source else Beads(place, there, theirs, here, ours)


def _some(reading: Reading, numbers: NDArray[Any]) -> NDArray[Any]:
    """At most :data:`MOST_LINKS` of them, always the same: those with the lowest digests of their keys."""
    if len(numbers) <= MOST_LINKS:
        return numbers
    group, fixed = reading.groups("key")
    return numbers[np.argsort(fixed[group[numbers]], kind="stable")[:MOST_LINKS]]


def _ranks(names: Sequence[str]) -> NDArray[Any]:
    rank = {name: number for number, name in enumerate(sorted(set(names)))}
    return np.fromiter(map(rank.__getitem__, names), np.int64, len(names))


def _links(keys: Sequence[str]) -> NDArray[Any]:
    """Which link of its alignment each is."""
    return np.fromiter((int(key.rpartition(".")[2]) for key in keys), np.int64, len(keys))
