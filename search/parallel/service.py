"""Concordance and renderings as the rim asks them: a question in, lines or rows out, as frozen answers.

Puts the index of aligned sentences and the archive's texts together. All hits are counted, lines are made of the
page alone. What was counted last is kept for a while: the next page, another order of dates, the cells of a table
are of the same hits.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from archive.aligned import TextSource, VersionText
from archive.text.fold import fold
from search.links import SIDES
from search.names import Candidate, Gazetteer, curated, learn
from search.parallel.answers import Concordance, Renderings, concordance_recipe
from search.parallel.background import PAIRED, LinkBackground
from search.parallel.index import LinkIndex
from search.parallel.kwic import Order
from search.parallel.lines import lines_of
from search.parallel.looking import Looked, look
from search.parallel.naming import SideSpellings, as_typed
from search.parallel.printing import printed
from search.parallel.question import WIDTH, By, Question
from search.parallel.renderings import LEAST_G2, Beside, Rendering, log_likelihood, renderings
from search.parallel.schema import Bounds, read_bounds
from search.parallel.table import links_of, rows, values_of
from search.reading import Reading
from search.schema import LABEL

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["Concordance", "Parallel", "Renderings", "concordance_recipe"]

LEARNT_AT_ONCE: Final = 2_000
"""Links whose texts are in memory together."""
ORDINARY: Final = 0.1
"""A word in so many links is part of no expression."""
KEPT: Final = 4
"""Answers of which the counts are kept, some megabytes each at most."""
LEARNT_IN_PART: Final = 5_000
"""Links that names are learnt from at once where somebody waits for them: a second or two."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """What was counted of a question (:func:`_core`) in a state of the index."""

    reading: Reading
    question: Question
    looked: Looked
    rows: tuple[Rendering, ...] | None


@dataclass(frozen=True, slots=True)
class Proposed:
    """Candidates from ``read`` of ``all`` aligned sentences, the first of which is number ``first``, from 0."""

    candidates: tuple[Candidate, ...]
    first: int
    read: int
    all: int
    part: int
    parts: int


class Parallel:
    """Questions to one archive's aligned sentences. Threads may share it."""

    def __init__(self, index: LinkIndex, source: TextSource, *, gazetteer: Callable[[], Gazetteer] = curated) -> None:
        self.index = index
        self._source = source
        self._spellings = SideSpellings(gazetteer)
        self._guard = threading.Lock()
        self._kept: deque[_Kept] = deque(maxlen=KEPT)

    def concordance(self, question: Question) -> Concordance:
        """The lines of the page that is asked for."""
        return self.index.read(lambda reading: self._concordance(reading, question))

    def renderings(self, question: Question) -> Renderings:
        """The rows for all hits; what the page is and how it is ordered says nothing here."""
        return self.index.read(lambda reading: self._renderings(reading, question))

    def name_candidates(self, part: int | None = None) -> Proposed:
        """What the aligned sentences propose as spellings of one name: of all sure links that have both sides.

        With ``part``, from 1, only so many of them are read as :data:`LEARNT_IN_PART` says.
        """

        def propose(reading: Reading) -> Proposed:
            numbers = reading.find(PAIRED).numbers
            parts = max(1, -(-len(numbers) // LEARNT_IN_PART))
            first = 0 if part is None else (min(part, parts) - 1) * LEARNT_IN_PART
            read = numbers if part is None else numbers[first : first + LEARNT_IN_PART]
            found = learn(self._sentences(reading, read))
            return Proposed(found, first, len(read), len(numbers), first // LEARNT_IN_PART + 1, parts)

        return self.index.read(propose)

    def forget(self) -> None:
        """As if nothing had been asked before; for measurements."""
        with self._guard:
            self._kept.clear()

    def _sentences(self, reading: Reading, numbers: NDArray[Any]) -> Iterator[tuple[str, str]]:
        """English and Arabic."""
        for first in range(0, len(numbers), LEARNT_AT_ONCE):
            rows = reading.rows(numbers[first : first + LEARNT_AT_ONCE].tolist())
            texts = self._source.texts(
                sorted({one for row in rows for one in (row.source_version, row.target_version)})
            )
            for row in rows:
                sides = zip((row.source_version, row.target_version), read_bounds(row.places), strict=True)
                said = [_said(texts[one], at) for one, at in sides if one in texts]
                if len(said) == len(SIDES):
                    yield (said[1], said[0]) if row.source_language == "ar" else (said[0], said[1])

    def _concordance(self, reading: Reading, question: Question) -> Concordance:
        kept = self._counted(reading, question, words=question.cell is not None)
        looked, hits = kept.looked, _in_cell(reading, question, kept)
        hits = hits[_order(reading, question.order, looked, hits)]
        page = hits[question.offset : question.offset + question.limit]
        links = looked.links[hits]
        _, works = np.unique(reading.groups("work")[0][looked.found.numbers[links]], return_counts=True)
        return Concordance(
            question,
            hits=len(hits),
            links=looked.found.total,
            looked_at=looked.found.looked_at,
            uncertain=int(looked.found.uncertain[links].sum()),
            left_out=looked.found.left_out,
            works=len(works),
            lines=lines_of(reading, question, looked, page.tolist(), self._source),
            names=as_typed(question, kept.looked.also),
        )

    def _renderings(self, reading: Reading, question: Question) -> Renderings:
        kept = self._counted(reading, question, words=True)
        found, hits = kept.looked.found, np.bincount(kept.looked.links, minlength=kept.looked.found.looked_at)
        cells = {by: values_of(reading, found.numbers, by) for by in By}
        return Renderings(
            question,
            hits=len(kept.looked.links),
            links=found.total,
            looked_at=found.looked_at,
            left_out=found.left_out,
            rows=rows(kept.rows or (), hits, cells),
            names=as_typed(question, kept.looked.also),
        )

    def _counted(self, reading: Reading, question: Question, *, words: bool) -> _Kept:
        core, also = _core(question), self._spellings.of(question, reading)
        with self._guard:
            for one in self._kept:
                known = one.reading is reading and one.question == core and one.looked.also == also
                if known and (one.rows is not None or not words):
                    return one
        looked = look(reading, core, also, self._source, words=words)
        told = None if looked.beside is None else _rows(reading, core, looked, looked.beside)
        kept = _Kept(reading, core, looked.counts(), told)
        with self._guard:
            self._kept.append(kept)
        return kept


def _said(text: VersionText, places: Bounds) -> str:
    return " ".join(text.content[start:end] for start, end in places)


def _core(question: Question) -> Question:
    """What hits depend on, and what they are sorted by where that is read from the sentences."""
    words = question.order in {Order.LEFT, Order.RIGHT}
    order, width = (question.order, question.width) if words else (Order.DATE, WIDTH)
    return replace(question, order=order, width=width, offset=0, limit=1, cell=None)


def _rows(reading: Reading, question: Question, looked: Looked, beside: Beside) -> tuple[Rendering, ...]:
    background = LinkBackground(reading, question.side)
    term = int((beside.hits > 0).sum())

    def tells(stem: str) -> bool:
        """Not a word that is everywhere, such as *the*."""
        together = int((beside.others.codes == beside.others.stems.index(stem)).sum())
        word = max(background.holders(stem), together)
        links = max(background.links, term)
        return word <= ORDINARY * links and bool(log_likelihood(together, term, word, links) >= LEAST_G2)

    return tuple(
        replace(one, printed=printed(one.links, one.stem, looked.sentences, tells)) if one.stem is not None else one
        for one in renderings(beside, background)
    )


def _in_cell(reading: Reading, question: Question, kept: _Kept) -> NDArray[Any]:
    """The numbers of the hits that are asked for."""
    cell, looked = question.cell, kept.looked
    if cell is None:
        return np.arange(len(looked.links))
    values = None if cell.by is None else values_of(reading, looked.found.numbers, cell.by)
    return np.flatnonzero(np.isin(looked.links, links_of(cell, kept.rows or (), values)))


def _order(reading: Reading, order: Order, looked: Looked, hits: NDArray[Any]) -> NDArray[Any]:
    """In which order they stand; those that are equal stay in order of work and text."""
    if looked.ranks is not None:
        return np.argsort(looked.ranks[hits])
    links = looked.links[hits]
    return np.argsort(_facts(reading, order, looked.found.numbers)[links], kind="stable")


def _facts(reading: Reading, order: Order, numbers: NDArray[Any]) -> NDArray[Any]:
    """A number by link: the first day of publication, or the place of the first outlet; last what is not known."""
    last = np.iinfo(np.int64).max
    if order is Order.DATE:
        days = reading.numbers("date_from")[numbers]
        return np.where(days > 0, days, last)
    labels = reading.names("outlet_labels")
    links, codes = labels.of(numbers)
    firsts, at = np.unique(links, return_index=True)
    folded = [fold(label.split(LABEL)[0]) for label in labels.values]
    rank = {name: place for place, name in enumerate(sorted(set(folded)))}
    found = np.full(len(numbers), last)
    found[firsts] = np.array([rank[name] for name in folded], np.int64)[codes[at]] if len(codes) else last
    return found
