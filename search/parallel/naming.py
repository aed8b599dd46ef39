"""Other spellings of the names in a question about aligned sentences, when they are asked for.

As :mod:`search.spellings` for whole texts, out of the words of the side that each name is asked on. Counting
is exact work, so nothing is expanded unless the question says so; then the answer lists what was looked for.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from search.clauses import Clause
from search.links import SIDES
from search.names import Expansion, Gazetteer, NameTerms, curated, expand
from search.parallel.question import OTHER, Question
from search.reading import Reading
from search.syntax.nodes import Word

Spelled = dict[str, tuple[Expansion, ...]]
"""By the word as analysed."""
_NOTHING: Final[Spelled] = {}


class SideSpellings:
    """Threads may share it. The names of a side are read once for a state of the index."""

    def __init__(self, gazetteer: Callable[[], Gazetteer] = curated) -> None:
        """``gazetteer`` is asked for every question: people add to it."""
        self._gazetteer = gazetteer
        self._guard = threading.Lock()
        self._reading: Reading | None = None
        self._terms: dict[str, NameTerms] = {}

    def of(self, question: Question, reading: Reading) -> Spelled:
        """Other spellings in the index of each word that must be there and is a name."""
        if not question.names:
            return _NOTHING
        found: dict[str, tuple[Expansion, ...]] = {}
        for side, wanted in ((question.side, question.wanted), (OTHER[question.side], question.wanted_beside)):
            for word in _words(wanted):
                others = expand(word, self._of_side(side, reading), self._gazetteer())
                if others:
                    found[word] = (*found.get(word, ()), *others)
        return found

    def _of_side(self, side: str, reading: Reading) -> NameTerms:
        with self._guard:
            if reading is not self._reading:
                self._reading, self._terms = reading, {}
            if side not in self._terms:
                fields = SIDES[side]
                stems = (term for term in reading.terms(fields.stem) if not term.isascii())
                self._terms[side] = NameTerms((*stems, *reading.terms(fields.exact)))
            return self._terms[side]


def as_typed(question: Question, also: Mapping[str, Sequence[Expansion]]) -> dict[str, tuple[str, ...]]:
    """What was looked for beside each word as it was typed."""
    typed = {one.terms[0].exact: one.text for one in (*question.wanted, *question.wanted_beside) if one.terms}
    return {typed[word]: tuple(dict.fromkeys(one.term for one in others)) for word, others in also.items()}


def _words(wanted: Iterable[Clause]) -> Sequence[str]:
    """Plain words: what stands in quotation marks or behind ``=`` is looked for as it is printed."""
    return list(
        dict.fromkeys(
            one.terms[0].exact
            for one in wanted
            if isinstance(one.leaf, Word) and not one.leaf.exact and len(one.terms) == 1
        )
    )
