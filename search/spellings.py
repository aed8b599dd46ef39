"""Which words of a query are names, and how else the archive spells them.

Arabic names are looked for as they are printed, with their particles: the stemmer, which knows no names, takes
القلمون for pens. Words side by side (Saudi Arabia, عبد الله) are one name where the gazetteer has it.

The dictionary of the index is read once for a reading and kept. On a large index that takes a good part of a
second, so a new reading makes a new one only when the last was not made a moment ago: then a spelling that
came in since is found a little later, and nothing else is different.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from typing import Final

from search.clauses import runs
from search.names import Expansion, Gazetteer, NameTerms, curated, expand
from search.query import Query
from search.reading import Reading
from search.schema import EXACT, STEM

_REST: Final = 20
"""Reading dictionaries takes at most one part in so many of the time."""
_QUICK: Final = 0.05
"""Seconds: a dictionary read so quickly is read anew for every reading."""


class Spellings:
    """Threads may share it."""

    def __init__(self, gazetteer: Callable[[], Gazetteer] = curated) -> None:
        """``gazetteer`` is asked for every question: people add to it."""
        self._gazetteer = gazetteer
        self._guard = threading.Lock()
        self._reading: Reading | None = None
        self._terms = NameTerms(())
        self._made_at = self._took = 0.0

    def of(self, query: Query, reading: Reading) -> dict[str, Sequence[Expansion]]:
        """Other spellings, in the index, of each plain word and of words side by side; by :attr:`Clause.name`.

        Also of words that must not be there: what a name finds, the name after a minus leaves out.
        """
        gazetteer = self._gazetteer()
        names = _names(query, gazetteer) if query.names else {}
        if not names:
            return {}
        terms = self._of_reading(reading)
        began = time.monotonic()
        found = {key: expand(name, terms, gazetteer) for key, name in names.items()}
        with self._guard:  # the first name that is asked by its sound has the whole dictionary keyed
            self._took = max(self._took, time.monotonic() - began)
        return {key: others for key, others in found.items() if others}

    def _of_reading(self, reading: Reading) -> NameTerms:
        with self._guard:
            if reading is not self._reading and not self._is_fresh_enough():
                began = time.monotonic()
                stems = [term for term in reading.terms(STEM) if not term.isascii()]
                self._terms = NameTerms(reading.terms(EXACT), stems)
                self._reading = reading
                self._made_at = time.monotonic()
                self._took = self._made_at - began
            return self._terms

    def _is_fresh_enough(self) -> bool:
        rested = time.monotonic() - self._made_at
        return self._reading is not None and self._took > _QUICK and rested < _REST * self._took


def _names(query: Query, gazetteer: Gazetteer) -> dict[str, str]:
    """What may be a name, as typed, by its key: single words, and words side by side that the gazetteer knows."""
    found = query.clauses
    names = {one.name: one.bare for one in found if one.name}
    for first, end, name in runs(found):
        typed = " ".join(one.bare for one in found[first:end])
        if gazetteer.find(typed):
            names[name] = typed
    return names
