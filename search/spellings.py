"""Which words of a query are names, and how else the archive spells them.

Arabic names are looked for as they are printed, with their particles: the stemmer, which knows no names, takes
القلمون for pens. Words side by side (Saudi Arabia, عبد الله) are one name where the gazetteer has it.

The dictionaries of the index are read once each. After a commit only that of the new part is new, so that a
spelling is found as soon as it is in the index.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from weakref import WeakKeyDictionary

from search.clauses import runs
from search.names import Expansion, Gazetteer, NameTerms, curated, expand
from search.query import Query
from search.reading import Reading
from search.schema import EXACT, STEM


class Spellings:
    """Threads may share it."""

    def __init__(self, gazetteer: Callable[[], Gazetteer] = curated) -> None:
        """``gazetteer`` is asked for every question: people add to it."""
        self._gazetteer = gazetteer
        self._guard = threading.Lock()
        self._known: WeakKeyDictionary[Sequence[bytes], NameTerms] = WeakKeyDictionary()

    def of(self, query: Query, reading: Reading) -> dict[str, Sequence[Expansion]]:
        """Other spellings, in the index, of each plain word and of words side by side; by :attr:`Clause.name`.

        Also of words that must not be there: what a name finds, the name after a minus leaves out.
        """
        gazetteer = self._gazetteer()
        names = _names(query, gazetteer) if query.names else {}
        if not names:
            return {}
        terms = self._of_reading(reading)
        found = {key: expand(name, terms, gazetteer) for key, name in names.items()}
        return {key: others for key, others in found.items() if others}

    def _of_reading(self, reading: Reading) -> NameTerms:
        with self._guard:
            stems = [self._of(lexicon, stems=True) for lexicon in reading.lexicons(STEM)]
            return NameTerms.joined((*stems, *(self._of(lexicon) for lexicon in reading.lexicons(EXACT))))

    def _of(self, lexicon: Sequence[bytes], *, stems: bool = False) -> NameTerms:
        known = self._known.get(lexicon)
        if known is None:
            terms = map(bytes.decode, lexicon)
            known = NameTerms((), (term for term in terms if not term.isascii())) if stems else NameTerms(terms)
            self._known[lexicon] = known
        return known


def _names(query: Query, gazetteer: Gazetteer) -> dict[str, str]:
    """What may be a name, as typed, by its key: single words, and words side by side that the gazetteer knows."""
    found = query.clauses
    names = {one.name: one.bare for one in found if one.name}
    for first, end, name in runs(found):
        typed = " ".join(one.bare for one in found[first:end])
        if gazetteer.find(typed):
            names[name] = typed
    return names
