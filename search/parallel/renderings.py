"""How a term was rendered: candidates by log-likelihood over aligned sentences, each link given to one row.

For every word of the other side, Dunning's G² (1993) asks whether it stands beside the term more often than
it stands anywhere. The most telling word takes the links beside whose hits it stands; the rest are asked
again, until nothing more is told. A link is not taken where another word of its own sentence tells more of
that word than the term does: *Brexit* beside رئيس stands there for بريكست (competitive linking, Melamed 2000).
A word right beside the term is one expression with it (رئيس الوزراء, *Prime*) where the candidate stands mostly
beside the term. What is left is *not rendered* (a sure link without any telling word, or no counterpart at all) or
*uncertain* (a link that nobody should count on). Every link is in one row, so the rows sum up to the hits.
A claim about words that stand together, not about what a translator meant. Pure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import NormalDist
from typing import TYPE_CHECKING, Any, Final, Protocol

import numpy as np

from archive.text.recipe import recipe
from search.index.store import ragged

if TYPE_CHECKING:
    from numpy.typing import NDArray

LEAST_G2: Final = 10.83
"""The 0.999 quantile of χ² with one degree of freedom: one chance word in a thousand passes."""
LEAST_G2_OF_TWO: Final = 15.13
"""The 0.9999 quantile, for words met only twice: hundreds stand beside a term, and of those some pass by chance."""
CHANCE: Final = 0.5
"""Of more than 500 words that are asked, at most so many should pass by chance: the least G² rises with them."""
LEAST_LINKS: Final = 2
"""A word met beside the term in one sentence is no evidence of anything."""
MOST_RIVALS: Final = 40
"""Other words of the sentences that are asked whether they explain a candidate: those that stand there most."""
MOSTLY: Final = 0.5
"""Of the links with a candidate: if so many have the term, the very next word is no rival of the term."""
MOST_ASKED: Final = 200
"""Candidates; each takes some milliseconds where there are fifty thousand links."""
RECIPE: Final = recipe(
    "renderings",
    3,
    least_g2_centi=round(100 * LEAST_G2),
    least_g2_of_two_centi=round(100 * LEAST_G2_OF_TWO),
    least_links=LEAST_LINKS,
    chance_permille=round(1000 * CHANCE),
    rivals=MOST_RIVALS,
    mostly_permille=round(1000 * MOSTLY),
    most=MOST_ASKED,
)


class Outcome(StrEnum):
    RENDERED = "rendered"
    NOT_RENDERED = "not_rendered"
    NO_COUNTERPART = "no_counterpart"
    UNCERTAIN = "uncertain"


@dataclass(frozen=True, slots=True)
class Words:
    """Which words (``stems`` by code) stand in which links: pairs, each once, links ascending.

    ``near`` marks words right beside the term.
    """

    stems: Sequence[str]
    links: NDArray[Any]
    codes: NDArray[Any]
    near: NDArray[Any]


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands in the links that have hits. ``hits`` and ``uncertain`` are by link.

    ``others`` are the words of the other side, ``own`` those of the hits' side without the term.
    """

    hits: NDArray[Any]
    uncertain: NDArray[Any]
    others: Words
    own: Words


class Background(Protocol):
    """All sure links that have both sides."""

    @property
    def links(self) -> int: ...

    def holders(self, stem: str) -> int:
        """How many of them have the stem on the other side."""
        ...

    def together(self, own: Sequence[str], stem: str) -> tuple[Sequence[int], Sequence[int]]:
        """How many have each of ``own`` on the hits' side, and how many of those ``stem`` on the other."""
        ...


@dataclass(frozen=True, slots=True)
class Rendering:
    """One row. ``links`` ascending; ``stem`` and ``printed`` only of a rendering.

    ``g2_millis`` is the evidence for the candidate when it was chosen, in thousandths.
    """

    outcome: Outcome
    links: NDArray[Any]
    hits: int
    stem: str | None = None
    printed: str | None = None
    g2_millis: int | None = None


def renderings(beside: Beside, background: Background) -> tuple[Rendering, ...]:
    """The rows for these links, those with most hits first, then what has no rendering; empty rows are left out."""
    hit = beside.hits > 0
    worded = np.zeros(len(hit), bool)
    worded[beside.others.links] = True
    sure = hit & ~beside.uncertain
    search = _Search(beside, background, sure & worded)
    rows = [_row(beside, Outcome.RENDERED, *found) for found in search.renderings()]
    rows.sort(key=lambda row: -row.hits)  # of equals the most telling stays first
    rest = (
        _row(beside, Outcome.NOT_RENDERED, np.flatnonzero(search.open)),
        _row(beside, Outcome.NO_COUNTERPART, np.flatnonzero(sure & ~worded)),
        _row(beside, Outcome.UNCERTAIN, np.flatnonzero(hit & beside.uncertain)),
    )
    return (*rows, *(row for row in rest if len(row.links)))


def _row(
    beside: Beside, outcome: Outcome, links: NDArray[Any], stem: str | None = None, g2: float | None = None
) -> Rendering:
    millis = None if g2 is None else round(1000 * g2)
    return Rendering(outcome, links, int(beside.hits[links].sum()), stem, g2_millis=millis)


class _Search:
    """The greedy search: ``open`` are the links that no word has taken yet."""

    def __init__(self, beside: Beside, background: Background, worded: NDArray[Any]) -> None:
        self.open = worded.copy()
        self._background = background
        self._others, self._own = _Turned(beside.others, len(worded)), _Turned(beside.own, len(worded))
        self._stems = beside.others.stems
        self._term = int(worded.sum())
        self._links = max(background.links, self._term)
        self._all = self._others.counts(np.flatnonzero(worded))
        self._counts = self._all.copy()
        """Of the words in open links; those that were asked have none left."""
        self._asked = max(1, int((self._all >= LEAST_LINKS).sum()))
        self._holders = np.full(len(self._stems), -1, np.int64)

    def renderings(self) -> list[tuple[NDArray[Any], str, float]]:
        """``(links, stem, G²)`` of each rendering, the most telling of what was left first."""
        found = []
        for _ in range(MOST_ASKED):
            best = self._best()
            if best is None:
                break
            code, g2 = best
            holding = self._others.holding(code)
            holding = holding[self.open[holding]]
            taken = holding[~self._explained(code, holding)]
            if self._suffices(code, taken, len(holding)):
                self.open[taken] = False
                self._counts -= self._others.counts(taken)
                found.append((taken, self._stems[code], g2))
            self._all[code] = self._counts[code] = -len(self.open)
        return found

    def _best(self) -> tuple[int, float] | None:
        """The word with the most evidence beside the open links, if there is enough; of equals the first by letters."""
        codes, term = np.flatnonzero(self._counts >= LEAST_LINKS), int(self.open.sum())
        counts = self._counts[codes]
        least = self._least(counts)
        likely = log_likelihood(counts, term, counts, self._links) >= least  # what it is at most
        codes, counts, least = codes[likely], counts[likely], least[likely]
        self._learn(codes)
        g2 = log_likelihood(counts, term, np.maximum(self._holders[codes], counts), self._links)
        enough = g2 >= least
        if not enough.any():
            return None
        top = float(g2[enough].max())
        return min(codes[enough & (g2 == top)].tolist(), key=self._stems.__getitem__), top

    def _least(self, counts: NDArray[Any]) -> NDArray[Any]:
        """With few words asked :data:`LEAST_G2`, with many so much that about none passes by chance."""
        quantile = NormalDist().inv_cdf(1 - min(0.001, CHANCE / self._asked) / 2)
        least = max(LEAST_G2, quantile * quantile)
        found: NDArray[Any] = np.where(counts == LEAST_LINKS, max(LEAST_G2_OF_TWO, least), least)
        return found

    def _learn(self, codes: NDArray[Any]) -> None:
        for code in codes[self._holders[codes] < 0].tolist():
            self._holders[code] = self._background.holders(self._stems[code])

    def _explained(self, code: int, holding: NDArray[Any]) -> NDArray[Any]:
        """In which of these links another word of the sentence tells more of this one than the term does."""
        explained = np.zeros(len(self.open), bool)
        pairs = self._own.pairs(holding)
        links, codes, near = (part[pairs] for part in self._own.arrays)
        rivals = _most(codes, self._own.stems)
        if rivals:
            counts, together = self._background.together([self._own.stems[one] for one in rivals], self._stems[code])
            words = max(int(self._holders[code]), int(self._all[code]))
            strength = np.zeros(len(self._own.stems))
            strength[rivals] = log_likelihood(together, counts, words, self._links)
            stronger = strength[codes] > log_likelihood(self._all[code], self._term, words, self._links)
            if self._all[code] >= MOSTLY * words:
                stronger &= ~near
            explained[links[stronger]] = True
        found: NDArray[Any] = explained[holding]
        return found

    def _suffices(self, code: int, taken: NDArray[Any], holding: int) -> bool:
        """Whether what is left of a word, where nothing else explains it, is still evidence."""
        count, term = len(taken), int(self.open.sum())
        words = max(int(self._holders[code]) - (holding - count), count)
        enough = log_likelihood(count, term, words, self._links) >= self._least(np.array(count))
        return count >= LEAST_LINKS and bool(enough)


class _Turned:
    """Words by link and links by word."""

    def __init__(self, words: Words, links: int) -> None:
        self.stems = words.stems
        self.arrays = (words.links, words.codes, words.near)
        self._lengths = np.bincount(words.links, minlength=links)
        self._starts = np.cumsum(self._lengths) - self._lengths
        order = np.argsort(words.codes, kind="stable")
        self._by_code = words.links[order]
        self._ends = np.cumsum(np.bincount(words.codes, minlength=len(words.stems)))

    def holding(self, code: int) -> NDArray[Any]:
        """The links that have the word, ascending."""
        return self._by_code[self._ends[code - 1] if code else 0 : self._ends[code]]

    def pairs(self, links: NDArray[Any]) -> NDArray[Any]:
        """Which pairs are of these links."""
        return ragged(self._starts[links], self._lengths[links])

    def counts(self, links: NDArray[Any]) -> NDArray[Any]:
        """How many of these links have each word."""
        return np.bincount(self.arrays[1][self.pairs(links)], minlength=len(self.stems))


def _most(codes: NDArray[Any], stems: Sequence[str]) -> list[int]:
    """The words that stand in most of these links; of equals those first by letters."""
    counts = np.bincount(codes, minlength=len(stems))
    known = np.flatnonzero(counts)
    if len(known) > MOST_RIVALS:
        least = np.partition(counts[known], -MOST_RIVALS)[-MOST_RIVALS]
        known = known[counts[known] >= least]
    return sorted(known.tolist(), key=lambda code: (-counts[code], stems[code]))[:MOST_RIVALS]


def log_likelihood(together: Any, term: Any, word: Any, links: int) -> NDArray[Any]:
    """G² of words in ``word`` of ``links``, ``together`` of them among the ``term`` ones; 0 where one is repelled."""
    together, term, word = (np.asarray(one, float) for one in (together, term, word))
    apart = links - term
    with np.errstate(divide="ignore", invalid="ignore"):
        expected = term * word / links
        cells = (
            (together, expected),
            (term - together, term * (links - word) / links),
            (word - together, apart * word / links),
            (apart - word + together, apart * (links - word) / links),
        )
        parts = [np.where((seen > 0) & (due > 0), seen * np.log(seen / due), 0.0) for seen, due in cells]
    found: NDArray[Any] = np.where(together > expected, 2 * sum(parts), 0.0)
    return found
