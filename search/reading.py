"""What one consistent state of an index answers: trees in, document numbers and scores out, columns beside.

The half of the seam that the query language, grouping and concordance are written against; the other
half, which commits and merges, is :mod:`search.engine`. Arrays are numpy's and not to be written to.
Everything that matches is found, so totals are exact; what would cost too much is refused with
``TooBroad``: then the question, not the index, is at fault.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Protocol

from archive.errors import BadInput
from search.tree import Node

if TYPE_CHECKING:
    from numpy.typing import NDArray


class TooBroad(BadInput):
    """Answering would read more of the index, or take longer, than one question may."""

    code = "query-too-broad"
    title = "The search is too broad"


@dataclass(frozen=True, slots=True)
class Budget:
    """What one question may cost."""

    postings: int
    """Entries of posting lists looked at; a word of a text counts once for each document it stands in."""
    seconds: float
    """Of the clock. Looked at between the nodes of a tree."""


GENEROUS: Final = Budget(postings=40_000_000, seconds=5.0)
"""About half a second of work on one core, and five of waiting on a busy one."""


class Found(Protocol):
    """The documents that a tree finds, each once. All of them: totals are exact."""

    @property
    def total(self) -> int: ...

    @property
    def numbers(self) -> NDArray[Any]:
        """Document numbers, ascending."""
        ...

    @property
    def scores(self) -> NDArray[Any]:
        """Of each of :attr:`numbers`, float32; next to nothing where no node of the tree scores."""
        ...

    def top(self, count: int, offset: int = 0) -> list[tuple[int, float]]:
        """``(number, score)``, best first, equal scores by number: pages of one reading never overlap."""
        ...


class Names(Protocol):
    """A column of names: for each document any number of values."""

    @property
    def values(self) -> Sequence[str]:
        """Every value in the column."""
        ...

    def of(self, numbers: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any]]:
        """``(which, code)`` pairs: ``numbers[which]`` has the value ``values[code]``."""
        ...

    def counts(self, numbers: NDArray[Any]) -> dict[str, int]:
        """How many of these documents have each value; values that none has are left out."""
        ...


class Reading(Protocol):
    """One consistent state of the index. Documents have numbers from 0 to ``size`` - 1 in it, and nowhere else.

    Numbers of deleted documents are never found. Threads may share it.
    """

    @property
    def size(self) -> int: ...

    def find(self, tree: Node, budget: Budget = GENEROUS) -> Found:
        """Every document that answers ``tree``; :class:`TooBroad` when that would go over the budget."""
        ...

    def rows(self, numbers: Iterable[int]) -> list[Any]:
        """The rows of these documents, put together one by one: for a page of them."""
        ...

    def values(self, column: str, numbers: Iterable[int]) -> list[Any]:
        """What one column has for these documents, as a row would say it."""
        ...

    def numbers(self, column: str) -> NDArray[Any]:
        """A number column (int64, ``None`` is the lowest there is) or a flag column (bool), by document."""
        ...

    def names(self, column: str) -> Names:
        """A column of one or more names."""
        ...

    def groups(self, column: str) -> tuple[NDArray[Any], NDArray[Any]]:
        """A key column as groups: the group of each document (0, 1, …), and a fixed 64-bit number of each group.

        The fixed number is a digest of the key: an order that stays the same in every reading.
        """
        ...

    def terms(self, field: str, *, near: str = "", prefix: str = "") -> dict[str, int]:
        """Terms with a prefix, or at most one letter from ``near``, and the number of documents that have each."""
        ...

    def lexicons(self, field: str) -> Sequence[Sequence[bytes]]:
        """The terms of a field by parts of the index, each sorted, in UTF-8.

        What has not changed between two readings is the same object in both, and what is worked out of it may be kept.
        """
        ...
