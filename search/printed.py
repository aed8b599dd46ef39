"""How the texts print a folded word: «السورية» and not «السوريه», «Kalamoon» and not «kalamoon».

Terms are folded and nothing else is kept of them, so a few texts are looked at; which word is printed how does not
change much, so it is remembered. For what a reader is shown, never for finding.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from archive.passages import PassageSource, Printed
from search.analysis.sieve import wanted_terms
from search.grouping import RankedVersion
from search.reading import Reading
from search.schema import EXACT
from search.tree import Term

TEXTS: Final = 4
"""That are looked at for a word."""
_MOST: Final = 4096
"""Words remembered."""


class PrintedForms:
    """Threads may share it."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._known: dict[str, str] = {}

    def of(self, words: Iterable[str], reading: Reading, source: PassageSource) -> Mapping[str, str]:
        """The form in which each folded word is printed most often; words that are nowhere printed as they are."""
        with self._guard:
            known = dict(self._known)
        asked = frozenset(words)
        new = _looked_up(asked.difference(known), reading, source)
        with self._guard:
            if len(self._known) + len(new) > _MOST:
                self._known = {}
            self._known.update(new)
        return {word: known.get(word) or new.get(word, word) for word in asked}


def _looked_up(words: frozenset[str], reading: Reading, source: PassageSource) -> dict[str, str]:
    numbers = {number for word in words for number in reading.find(Term(EXACT, word)).numbers[:TEXTS].tolist()}
    if not numbers:
        return {}
    texts = source.printed([row.version for row in RankedVersion.of(reading, sorted(numbers))])
    counts: dict[str, Counter[str]] = {}
    for text in texts.values():
        for word, form in _printed(text, words):
            counts.setdefault(word, Counter())[form] += 1
    return {word: min(forms, key=lambda form: (-forms[form], form)) for word, forms in counts.items()}


def _printed(text: Printed, words: frozenset[str]) -> Iterable[tuple[str, str]]:
    for term in wanted_terms(text.content, text.language, words):
        if term.exact in words:
            yield term.exact, text.content[term.start : term.end]
