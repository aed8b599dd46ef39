"""One pass over the links that answer: where the words stand, and, if asked, what stands in the sentences.

Every link is read once, a few microseconds each: a hit is two numbers, a word a code. Lines are made afterwards,
of one page (:mod:`search.parallel.lines`).
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from archive.aligned import TextSource
from archive.values import Span
from search.analysis import analyse
from search.compiling import Also
from search.parallel.answering import Answering, Beads, answering, beads
from search.parallel.hits import Hit, Occurrences
from search.parallel.kwic import Order, context, left_key, right_key
from search.parallel.question import Question
from search.parallel.renderings import Beside, Words
from search.parallel.schema import Bounds
from search.reading import Reading

if TYPE_CHECKING:
    from numpy.typing import NDArray

Key = tuple[str, ...]
Sentences = tuple[str, tuple[str, ...]]
"""The language of one side of a link, and its sentences."""
_KEYS: Final = {Order.LEFT: left_key, Order.RIGHT: right_key}


@dataclass(frozen=True, slots=True)
class Looked:
    """All hits, in order of work and text: the place of the link of each in ``found``, and its own in the text.

    ``ranks`` are their places in the order of the words around them, where lines are sorted so; ``beside`` what
    renderings are counted from, and ``sentences`` the other side of each link, where they were asked for.
    """

    found: Answering
    also: Also
    links: NDArray[Any]
    starts: NDArray[Any]
    ends: NDArray[Any]
    spellings: NDArray[Any]
    ranks: NDArray[Any] | None = None
    beside: Beside | None = None
    sentences: Sequence[Sentences | None] = ()

    def counts(self) -> Looked:
        """Without the sentences and what led to them: what is worth keeping."""
        found = replace(self.found, sources=(), targets=(), places=())
        return replace(self, found=found, beside=None, sentences=())

    def hit(self, number: int) -> Hit:
        return Hit(int(self.starts[number]), int(self.ends[number]), bool(self.spellings[number]))


def look(reading: Reading, question: Question, also: Also, source: TextSource, *, words: bool) -> Looked:
    """Everything that is counted of a question; with ``words`` what its renderings need, too."""
    found = answering(reading, question, also)
    occurrences, key = Occurrences(question.wanted, also), _KEYS.get(question.order)
    taken, keys = _Taken(), list[Key]()
    spoken = _Spoken(found.looked_at, occurrences) if words else None
    for link in beads(found, source):
        hits = occurrences.of(link.here, link.ours)
        taken.add(link.place, hits)
        if key is not None:
            keys.extend(_key(key, link, hit, question.width) for hit in hits)
        if spoken is not None and hits:
            spoken.add(link, hits)
    ranks = None if key is None else _ranks(keys)
    looked = Looked(found, also, *taken.arrays(), ranks)
    if spoken is None:
        return looked
    counts = np.bincount(looked.links, minlength=found.looked_at)
    beside = Beside(counts, found.uncertain, spoken.others.words(), spoken.own.words())
    return replace(looked, beside=beside, sentences=spoken.sentences)


def sentence_of(hit: Hit, places: Bounds) -> Span:
    """The sentence in which a hit stands; a phrase has it where it begins."""
    return next(Span(start, end) for start, end in places if start <= hit.start < end)


def _key(of: Callable[..., Key], link: Beads, hit: Hit, width: int) -> Key:
    return of(context(link.here.content, sentence_of(hit, link.ours), Span(hit.start, hit.end), width=width))


def _ranks(keys: Sequence[Key]) -> NDArray[Any]:
    """The place of each among all; those that are equal as they come."""
    ranks = np.empty(len(keys), np.int64)
    ranks[sorted(range(len(keys)), key=keys.__getitem__)] = np.arange(len(keys))
    return ranks


class _Taken:
    """Hits as they come."""

    def __init__(self) -> None:
        self._links, self._starts, self._ends, self._spellings = array("q"), array("q"), array("q"), array("b")

    def add(self, place: int, hits: Sequence[Hit]) -> None:
        for hit in hits:
            self._links.append(place)
            self._starts.append(hit.start)
            self._ends.append(hit.end)
            self._spellings.append(hit.spelling)

    def arrays(self) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any], NDArray[Any]]:
        """Links, starts, ends, spellings."""
        links, starts, ends = (np.array(one, np.int64) for one in (self._links, self._starts, self._ends))
        return links, starts, ends, np.array(self._spellings, bool)


class _Spoken:
    """The words of both sides of the links with hits."""

    def __init__(self, links: int, occurrences: Occurrences) -> None:
        self.own, self.others = _Pairs(), _Pairs()
        self.sentences: list[Sentences | None] = [None] * links
        self._occurrences = occurrences

    def add(self, link: Beads, hits: Sequence[Hit]) -> None:
        said = tuple(link.there.content[start:end] for start, end in link.theirs)
        self.sentences[link.place] = (link.there.language, said)
        known = self.others.known(link.there.language)
        words = chain.from_iterable(sentence.split() for sentence in said)
        self.others.add(link.place, dict.fromkeys(chain.from_iterable(map(known.__getitem__, words)), False))
        self.own.add(link.place, self._own(link, hits))

    def _own(self, link: Beads, hits: Sequence[Hit]) -> dict[int, bool]:
        """What is printed in one with the term is no rival of it; what is printed right beside it is marked."""
        known = self.own.known(link.here.language)
        words, inside = self._occurrences.printed(link.here, link.ours, hits)
        codes = dict.fromkeys(chain.from_iterable(map(known.__getitem__, words)), False)
        for place in inside:
            for beside in words[max(0, place - 1) : place + 2]:
                codes.update(dict.fromkeys(known[beside], True))
        for place in inside:
            for code in known[words[place]]:
                codes.pop(code, None)
        return codes


class _Pairs:
    """(link, word) pairs, each once."""

    def __init__(self) -> None:
        self._codes: dict[str, int] = {}
        self._known: dict[str, _Known] = {}
        self._links, self._lengths, self._words, self._near = array("q"), array("q"), array("q"), array("b")

    def known(self, language: str) -> _Known:
        found = self._known.get(language)
        if found is None:
            found = self._known[language] = _Known(language, self._codes)
        return found

    def add(self, place: int, codes: Mapping[int, bool]) -> None:
        """The words of one link, each with whether it stands right beside the term."""
        self._links.append(place)
        self._lengths.append(len(codes))
        self._words.extend(codes)
        self._near.extend(codes.values())

    def words(self) -> Words:
        links = np.repeat(np.array(self._links, np.int64), np.array(self._lengths, np.int64))
        return Words(tuple(self._codes), links, np.array(self._words, np.int64), np.array(self._near, bool))


class _Known(dict[str, tuple[int, ...]]):
    """The codes of the stems in a printed word."""

    def __init__(self, language: str, codes: dict[str, int]) -> None:
        super().__init__()
        self._language = language
        self._codes = codes

    def __missing__(self, word: str) -> tuple[int, ...]:
        stems = dict.fromkeys(term.stem for term in analyse(word, self._language))
        found = self[word] = tuple(self._codes.setdefault(stem, len(self._codes)) for stem in stems)
        return found
