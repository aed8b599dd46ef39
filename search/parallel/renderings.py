"""How a term was rendered: candidates by log-likelihood over aligned sentences, each hit given to one row.

For every word of the other side, Dunning's G² (1993) asks whether it stands beside the term more often than
it stands anywhere. The most telling word takes the hits beside which it stands; the rest are asked again,
until nothing more is told. What is left is *not rendered* (a sure link without any telling word, or no
counterpart at all) or *uncertain* (a link that nobody should count on). Every hit is in one row, so the rows
sum up to the hits. A claim about words that stand together, not about what a translator meant. Pure.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from archive.text.recipe import recipe

LEAST_G2: Final = 10.83
"""The 0.999 quantile of χ² with one degree of freedom: one chance word in a thousand passes."""
LEAST_G2_OF_TWO: Final = 15.13
"""The 0.9999 quantile, for words met only twice: hundreds stand beside a term, and of those some pass by chance."""
LEAST_HITS: Final = 2
"""A word met once beside the term is no evidence of anything."""
RECIPE: Final = recipe(
    "renderings",
    2,
    least_g2_centi=round(100 * LEAST_G2),
    least_g2_of_two_centi=round(100 * LEAST_G2_OF_TWO),
    least_hits=LEAST_HITS,
    greedy=1,
)


class Outcome(StrEnum):
    RENDERED = "rendered"
    NOT_RENDERED = "not_rendered"
    NO_COUNTERPART = "no_counterpart"
    UNCERTAIN = "uncertain"


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside one hit: the stems of the aligned sentences with how each is printed there.

    ``words`` is empty where nothing is aligned; ``uncertain`` where the link is not to be counted on.
    """

    words: Mapping[str, str]
    uncertain: bool = False


@dataclass(frozen=True, slots=True)
class Background:
    """All sure links that have both sides: ``links`` in number, ``holders(stem)`` of them have the stem."""

    links: int
    holders: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Rendering:
    """One row. ``hits`` are numbers of hits, ascending; ``stem`` and ``printed`` only of a rendering.

    ``g2_millis`` is the evidence for the candidate when it was chosen, in thousandths.
    """

    outcome: Outcome
    hits: tuple[int, ...]
    stem: str | None = None
    printed: str | None = None
    g2_millis: int | None = None


def renderings(hits: Sequence[Beside], background: Background) -> tuple[Rendering, ...]:
    """The rows for these hits, strongest candidate first, then what has no rendering; empty rows are left out."""
    uncertain = tuple(number for number, hit in enumerate(hits) if hit.uncertain)
    alone = tuple(number for number, hit in enumerate(hits) if not hit.uncertain and not hit.words)
    open_hits = [number for number, hit in enumerate(hits) if not hit.uncertain and hit.words]
    rows: list[Rendering] = []
    while (best := _most_telling(hits, open_hits, background)) is not None:
        stem, g2 = best
        taken = tuple(number for number in open_hits if stem in hits[number].words)
        rows.append(Rendering(Outcome.RENDERED, taken, stem, _printed(hits, taken, stem), round(1000 * g2)))
        open_hits = [number for number in open_hits if stem not in hits[number].words]
    rest = (
        Rendering(Outcome.NOT_RENDERED, tuple(open_hits)),
        Rendering(Outcome.NO_COUNTERPART, alone),
        Rendering(Outcome.UNCERTAIN, uncertain),
    )
    return (*rows, *(row for row in rest if row.hits))


def log_likelihood(together: int, term: int, word: int, links: int) -> float:
    """G² of a word in ``word`` of ``links``, ``together`` of them among the ``term`` ones; 0 where it is repelled."""
    expected = term * word / links if links else 0.0
    if together <= expected:
        return 0.0
    table = (
        (together, expected),
        (term - together, term * (links - word) / links),
        (word - together, (links - term) * word / links),
        (links - term - word + together, (links - term) * (links - word) / links),
    )
    return 2 * sum(seen * math.log(seen / due) for seen, due in table if seen > 0 and due > 0)


def _most_telling(hits: Sequence[Beside], open_hits: Sequence[int], background: Background) -> tuple[str, float] | None:
    """The word with the most evidence beside the open hits, if there is enough; of equal ones the first by letters."""
    counts = Counter(stem for number in open_hits for stem in hits[number].words)
    links = max(background.links, len(open_hits))
    scored = [
        (-log_likelihood(count, len(open_hits), max(background.holders.get(stem, 0), count), links), stem)
        for stem, count in counts.items()
        if count >= LEAST_HITS
    ]
    enough = [(g2, stem) for g2, stem in scored if -g2 >= (LEAST_G2_OF_TWO if counts[stem] == LEAST_HITS else LEAST_G2)]
    if not enough:
        return None
    g2, stem = min(enough)
    return stem, -g2


def _printed(hits: Sequence[Beside], taken: Sequence[int], stem: str) -> str:
    """As it is printed most often; of equal ones the first by letters."""
    forms = Counter(hits[number].words[stem] for number in taken)
    return min(forms, key=lambda form: (-forms[form], form))
