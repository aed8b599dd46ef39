"""What is asked of whole works: what is left out, and words of two scripts in one bracket.

A word, a phrase and a field hold of one version. *Without* holds of a work: ``-سوريا`` is every work of which no
current version has the word, wherever it stands in the query, so that ``-سوريا OR الأسد`` is the one and the other
together. And an Arabic and an English word that belong together may be met in different versions of a work.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from search.clauses import by_script, clauses
from search.compiling import Also, Compiler
from search.syntax.nodes import Filter, Without
from search.syntax.nodes import Node as Typed
from search.tree import And, Beside, Between, Node, Not, Or

WORK: Final = "work"
CURRENT: Final = Between("latest", low=1)


class OfWorks(Compiler):
    """``current`` counts only what current versions have, as everything does that is left out."""

    def __init__(
        self,
        fact: Callable[[Filter], Node],
        also: Also | None = None,
        weight: Callable[[str], float] | None = None,
        *,
        current: bool = False,
    ) -> None:
        super().__init__(fact, also, weight)
        self._given = fact, also, weight
        self._current = current

    @property
    def left_out(self) -> Compiler:
        """For what is left out."""
        return OfWorks(*self._given, current=True)

    def both(self, nodes: Sequence[Typed], within: str) -> Node:
        groups = by_script([node for node in nodes if clauses(node) and not isinstance(node, Without)])
        if len(groups) < 2:
            return super().both(nodes, within)
        with_words = {id(node) for group in groups for node in group}
        conditions = [self.node(node, within) for node in nodes if id(node) not in with_words]
        found = [And((*self._together(group, within), *conditions)) for group in groups]
        return And((Or(tuple(found)), *(self._in_work(one) for one in found)))

    def without(self, left_out: Typed, within: str) -> Node:
        """Versions that have it not, of works of which no current version has it."""
        found = self.left_out.node(left_out, within)
        return And((Not(found), Not(Beside(WORK, And((found, CURRENT))))))

    def _in_work(self, found: Node) -> Node:
        return Beside(WORK, And((found, CURRENT)) if self._current else found)
