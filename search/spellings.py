"""Which words of a query are names, and how else the archive spells them.

Arabic names are looked for among the stems, and as they are printed: the stemmer, which knows no names, takes
القلمون for pens.

The dictionaries of the index are read once each. After a commit only that of the new part is new, so that a
spelling is found as soon as it is in the index.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from weakref import WeakKeyDictionary

from search.clauses import clauses
from search.names import Expansion, Gazetteer, NameTerms, curated, expand
from search.query import Query
from search.reading import Reading
from search.schema import EXACT, STEM
from search.syntax.nodes import Word


class Spellings:
    """Threads may share it."""

    def __init__(self, gazetteer: Callable[[], Gazetteer] = curated) -> None:
        """``gazetteer`` is asked for every question: people add to it."""
        self._gazetteer = gazetteer
        self._guard = threading.Lock()
        self._known: WeakKeyDictionary[Sequence[bytes], NameTerms] = WeakKeyDictionary()

    def of(self, query: Query, reading: Reading) -> dict[str, Sequence[Expansion]]:
        """Other spellings, in the index, of each wanted plain word that is one; by the word as analysed."""
        if not query.names:
            return {}
        words = [
            one.terms[0].exact
            for one in clauses(query.tree)
            if isinstance(one.leaf, Word) and not one.leaf.exact and not one.negated and len(one.terms) == 1
        ]
        if not words:
            return {}
        terms = self._of_reading(reading)
        gazetteer = self._gazetteer()
        found = {word: expand(word, terms, gazetteer) for word in dict.fromkeys(words)}
        return {word: others for word, others in found.items() if others}

    def _of_reading(self, reading: Reading) -> NameTerms:
        with self._guard:
            stems = [self._of(lexicon, latin=False) for lexicon in reading.lexicons(STEM)]
            return NameTerms.joined((*stems, *(self._of(lexicon) for lexicon in reading.lexicons(EXACT))))

    def _of(self, lexicon: Sequence[bytes], *, latin: bool = True) -> NameTerms:
        known = self._known.get(lexicon)
        if known is None:
            terms = map(bytes.decode, lexicon)
            known = self._known[lexicon] = NameTerms(term for term in terms if latin or not term.isascii())
        return known
