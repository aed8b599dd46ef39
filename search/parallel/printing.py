"""How a rendering is printed: the word most often, and with it what always stands beside it there.

رئيس الوزراء is *Prime* by the counts, and *Prime Minister* for people. A neighbour belongs to the word if it is the
next one in three of four sentences and tells of the term by itself, which *the* does not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from search.analysis import Term, analyse

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from search.parallel.looking import Sentences

MOST_READ: Final = 100
"""Links of a row that are read: the first ones, in order of work and text."""
ALWAYS: Final = 0.75
LONGEST: Final = 3
"""Words of an expression."""

Tells = Callable[[str], bool]
"""Whether a stem of the other side tells of the term."""


def printed(links: NDArray[Any], stem: str, sentences: Sequence[Sentences | None], tells: Tells) -> str:
    """The expression that stands for the term in these links; of equal ones the first by letters."""
    read = [_Read.of(sentences[link], stem) for link in links[:MOST_READ].tolist()]
    found = [one for one in read if one is not None]
    for _ in range(LONGEST - 1):
        step = _step(found, tells)
        if step is None:
            break
        found = [wider for one in found if (wider := one.widened(*step)) is not None]
    forms = Counter(one.text for one in found)
    return min(forms, key=lambda form: (-forms[form], form))


def _step(found: Sequence[_Read], tells: Tells) -> tuple[int, str] | None:
    """Before or after, and which stem; None where nothing belongs to it."""
    beside = Counter((side, stem) for one in found for side in (-1, 1) if (stem := one.next(side)) is not None)
    for (side, stem), count in sorted(beside.items(), key=lambda each: (-each[1], each[0])):
        if count >= max(2, ALWAYS * len(found)) and tells(stem):
            return side, stem
    return None


class _Read:
    """The expression in one link, terms ``first`` to ``last`` of a sentence."""

    def __init__(self, sentence: str, terms: Sequence[Term], first: int, last: int) -> None:
        self._sentence, self._terms, self._first, self._last = sentence, terms, first, last

    @classmethod
    def of(cls, sentences: Sentences | None, stem: str) -> _Read | None:
        """Where the stem stands first."""
        return next(_places(sentences, stem), None) if sentences else None

    @property
    def text(self) -> str:
        return self._sentence[self._terms[self._first].start : self._terms[self._last].end]

    def next(self, side: int) -> str | None:
        """The stem of the term before (−1) or after (1) it."""
        at = self._first - 1 if side < 0 else self._last + 1
        return self._terms[at].stem if 0 <= at < len(self._terms) else None

    def widened(self, side: int, stem: str) -> _Read | None:
        if self.next(side) != stem:
            return None
        return _Read(self._sentence, self._terms, self._first - (side < 0), self._last + (side > 0))


def _places(sentences: Sentences, stem: str) -> Iterator[_Read]:
    language, said = sentences
    for sentence in said:
        terms = [*_main(analyse(sentence, language), stem)]
        for number, term in enumerate(terms):
            if term.stem == stem:
                yield _Read(sentence, terms, number, number)


def _main(terms: Iterable[Term], stem: str) -> Iterator[Term]:
    """Without second readings of a word, unless it is the one that is meant."""
    return (term for term in terms if not term.alternate or term.stem == stem)
