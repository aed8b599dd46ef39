"""The index of aligned sentences as the rest of search uses it: implements :class:`search.links.LinkSearch`.

A claim that something does *not* stand in a sentence needs a link that can be counted on: whatever has a NOT
in it leaves uncertain links out. How many those were is said by concordance, which counts them apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

from archive.aligned import AlignedSource
from archive.passages import PassageSource
from search.builds import Builds
from search.kept import KeptIndex
from search.links import AnsweringLink
from search.parallel.following import Progress, follow
from search.parallel.schema import LINKS, LinkRow, read_places
from search.reading import Reading
from search.tree import And, Beside, Between, Everything, Has, Keyed, Maybe, Node, Not, Or, Weighted

T = TypeVar("T")
SURE: Node = Between("uncertain", 0, 0)


class LinkIndex:
    """One archive's aligned sentences, indexed under ``directory``. Threads may share it."""

    def __init__(
        self, directory: Path, aligned: AlignedSource, passages: PassageSource, *, key_file: Path | None = None
    ) -> None:
        self._aligned = aligned
        self._passages = passages
        builds = Builds(directory, key_file, LINKS)
        self.index = KeptIndex(builds, head=aligned.position, follow=lambda engine: follow(engine, aligned, passages))

    def works(self, tree: Node) -> frozenset[str]:
        def ask(reading: Reading) -> frozenset[str]:
            numbers = reading.find(countable(tree)).numbers
            _, firsts = np.unique(reading.groups("work")[0][numbers], return_index=True)
            return frozenset(reading.values("work", numbers[firsts].tolist()))

        return self.read(ask)

    def links(self, tree: Node, works: Iterable[str], *, each: int) -> Sequence[AnsweringLink]:
        def ask(reading: Reading) -> list[LinkRow]:
            found = reading.find(And((countable(tree), Keyed("work", tuple(works)))))
            return reading.rows(found.numbers.tolist())

        counts: dict[str, int] = {}
        answering = []
        for row in sorted(self.read(ask), key=in_order):
            counts[row.work] = counts.get(row.work, 0) + 1
            if counts[row.work] <= each:
                answering.append(_answering(row))
        return answering

    def read(self, ask: Callable[[Reading], T]) -> T:
        """What ``ask`` makes of the present state of the index."""

        def work(engine: Any) -> T:
            with engine.reading() as reading:
                return ask(reading)

        return self.index.use(work)

    def catch_up(self) -> int:
        """Index what was aligned, corrected or reviewed since; return the number of links indexed."""
        return self.index.catch_up()

    def rebuild(self, progress: Progress | None = None) -> int:
        """Build the index anew beside the old one and swap; return the number of links indexed."""
        return self.index.rebuild(lambda engine: follow(engine, self._aligned, self._passages, progress))

    def status(self) -> dict[str, Any]:
        """Position, lag, links (as ``documents``) and the rest, as of the index of texts."""
        return self.index.status()

    def is_sound(self) -> bool:
        return self.index.is_sound()

    def tidy(self) -> bool:
        return self.index.tidy()


def countable(tree: Node) -> Node:
    """``tree``, without uncertain links where it says that something is not there."""
    return And((tree, SURE)) if says_not(tree) else tree


def says_not(tree: Node) -> bool:
    """Whether words, not facts, are said to be absent anywhere in it."""
    match tree:
        case Not():
            return _has_words(tree.node)
        case And() | Or():
            return any(map(says_not, tree.nodes))
        case Beside() | Maybe() | Weighted():
            return says_not(tree.node)
    return False


def _has_words(tree: Node) -> bool:
    match tree:
        case And() | Or():
            return any(map(_has_words, tree.nodes))
        case Not() | Beside() | Maybe() | Weighted():
            return _has_words(tree.node)
        case Between() | Has() | Keyed() | Everything():
            return False
    return True


def in_order(row: LinkRow) -> tuple[str, str, str, int, int]:
    """By work and pair, then as the aligner put them: in the order of the source text."""
    source, target = read_places(row.places)
    number = int(row.key.rpartition(".")[2])
    return row.work, row.source_version, row.target_version, number, (source or target)[0].start


def _answering(row: LinkRow) -> AnsweringLink:
    source, target = read_places(row.places)
    return AnsweringLink(row.work, row.source_version, row.target_version, source, target, row.uncertain)
