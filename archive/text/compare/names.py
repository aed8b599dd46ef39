"""Names that differ across a link: another name in its place, or none.

A Latin-script name is looked for in the linked Arabic sentences and their neighbours, by sound
(:mod:`.transliteration`) and by the gazetteer. One without a counterpart is reported as *changed* only where the Arabic
has a name left over too, one that nothing in the Latin-script text sounds like; alone it is a hint, since translators
may write "the president" for his name. Words that are translated (``Supreme Court``) are left out by a word list, so
are acronyms. Only pairs of an Arabic text and one in Latin script are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from archive.text.compare.arabic_ordinary import ORDINARY
from archive.text.compare.findings import Finding, Kind, Mark
from archive.text.compare.foreignness import foreignness
from archive.text.compare.gazetteer import arabic_beginnings, begins, english_forms
from archive.text.compare.links import Here, Pair, Side, glued, near
from archive.text.compare.name_words import Word, arabic_words, capitalised, latin_words
from archive.text.compare.transliteration import hidden, likeness
from archive.text.recipe import recipe
from archive.values import primary_language

METHOD: Final = recipe("compare-names", 1)

_SAME: Final = 0.2  # likeness up to which two words are one name; no random pair of 1,500 came below
_CLOSE: Final = 0.12
_MAYBE: Final = 0.3
_MAYBE_DOUBT: Final = 0.3
_FOREIGN: Final = 2.0  # log odds
_SLIGHTLY_FOREIGN: Final = 0.0
_SHORT: Final = 3
_OTHER_SORT: Final = 0.8  # a place for a person: it happens, but more often neither became the other
_ALIKE: Final = 0.5  # rather the same name with a slip in it than another
_UNUSUALLY_WRITTEN: Final = 0.7
_PEOPLE: Final = re.compile(r"(?:ي|يه|يون|يين|يات)\Z")
_SAME_PLACE: Final = 0.35  # of a sentence's length
_LIKELY: Final = 0.6
_KNOWN: Final = 0.9
_OPTIMISM: Final = 0.2  # what the score promises more than clean texts allow
_TANWIN: Final = re.compile("[\u064b-\u064d]")  # names brought in by sound are not declined
_WITH_ARTICLE: Final = 0.6
_SIDE_BY_SIDE: Final = 0.9
_BESIDE: Final = 25  # characters within which the parts of one name stand
_HINT: Final = 0.35


@dataclass(frozen=True, slots=True)
class _Read:
    """What the check reads of a pair, once."""

    names: tuple[tuple[Word, ...], ...]  # candidates of the Latin side, by sentence
    known: frozenset[str]  # all of them that are long enough to be told by their sound
    latin: tuple[tuple[Word, ...], ...]  # all its words
    arabic: tuple[tuple[Word, ...], ...]


@dataclass(frozen=True, slots=True)
class _Leftover:
    sentence: int
    word: Word
    place: float  # where in its sentence, in [0, 1]
    weight: float  # how surely it is a name, in [0, 1]
    beside: tuple[int, ...] = ()


def check_names(pair: Pair) -> list[Finding]:
    """Compare the names of every link; nothing for other pairs of scripts."""
    arabic_source = primary_language(pair.source.language) == "ar"
    arabic, latin = (pair.source, pair.target) if arabic_source else (pair.target, pair.source)
    if primary_language(arabic.language) != "ar" or primary_language(latin.language) == "ar":
        return []
    names = capitalised(latin.sentences)
    known = {name.folded for sentence in names for name in sentence if len(name.folded) > _SHORT}
    read = _Read(
        names,
        frozenset(known),
        tuple(latin_words(sentence) for sentence in latin.sentences),
        tuple(arabic_words(sentence) for sentence in arabic.sentences),
    )
    return [finding for here in pair.linked() for finding in _check(_Link(here, arabic, latin, arabic_source), read)]


@dataclass(frozen=True, slots=True)
class _Link:
    here: Here
    arabic_side: Side
    latin_side: Side
    arabic_source: bool

    @property
    def arabic(self) -> tuple[int, ...]:
        return self.here.source if self.arabic_source else self.here.target

    @property
    def latin(self) -> tuple[int, ...]:
        return self.here.target if self.arabic_source else self.here.source


def _check(link: _Link, read: _Read) -> Iterator[Finding]:
    if glued(link.arabic_side.text(link.arabic)):
        return
    missing = list(_latin_leftovers(link, read))
    if not missing:
        return
    over = list(_arabic_leftovers(link, read))
    for name in missing:
        match = max(over, key=lambda other: _fit(name, other), default=None)
        if match is not None:
            over.remove(match)
        yield _finding(link, name, match)


def _latin_leftovers(link: _Link, read: _Read) -> Iterator[_Leftover]:
    around = (*link.arabic, *near(link.arabic, len(read.arabic)))
    words = [word.folded for sentence in around for word in read.arabic[sentence]]
    here = [word for sentence in link.arabic for word in read.arabic[sentence]]
    printed = link.arabic_side.text(around).casefold()
    for sentence in link.latin:
        for name in read.names[sentence]:
            doubt = _doubt(name, words)
            if doubt < 1 and name.folded not in printed:
                place = name.span.start / len(link.latin_side.sentences[sentence])
                yield _Leftover(sentence, name, place, name.certainty * (1 - doubt), _beside(name, here))


def _doubt(name: Word, words: Sequence[str]) -> float:
    """1 where the Arabic has ``name``, by gazetteer or by sound; less where something comes near."""
    stems = arabic_beginnings(name.folded)
    if stems and any(begins(word, stems) for word in words):
        return 1.0
    best = min((distance_of_names(name.folded, word) for word in words), default=1.0)
    if best <= _SAME or any(hidden(name.folded, word) for word in words):
        return 1.0
    pairs = [one + two for one, two in pairwise(words)]
    joined = [other + name.folded for other in name.run] + [name.folded + other for other in name.run]
    if any(likeness(name.folded, pair) <= _SAME for pair in pairs if len(name.folded) > 5):
        return 1.0
    if any(likeness(whole, word) <= _SAME for whole in joined for word in words):
        return 1.0
    return _MAYBE_DOUBT if best <= _MAYBE else 0.0


def distance_of_names(latin: str, arabic: str) -> float:
    """How unlike two folded words are as one name; words of every report only where the fit is perfect (علي)."""
    apart = likeness(latin, arabic)
    return 1.0 if apart > 0 and arabic in ORDINARY else apart


def _beside(name: Word, here: Sequence[Word]) -> tuple[int, ...]:
    """Where in the Arabic the rest of a longer name stands: offsets of its words."""
    return tuple(
        word.span.start for other in name.run for word in here if distance_of_names(other, word.folded) <= _SAME
    )


def _arabic_leftovers(link: _Link, read: _Read) -> Iterator[_Leftover]:
    words = {word.folded for sentence in link.latin for word in read.latin[sentence]}
    for sentence in link.arabic:
        for word in read.arabic[sentence]:
            weight = _weight(word, words, read)
            if weight > 0:
                place = word.span.start / len(link.arabic_side.sentences[sentence])
                yield _Leftover(sentence, word, place, weight)


def _weight(word: Word, latin: set[str], read: _Read) -> float:
    """How surely an Arabic word is a name that the Latin-script side does not have, in [0, 1]."""
    forms = english_forms(word.folded)
    if forms:
        return 0.0 if forms & latin else 1.0
    odds = foreignness(word.folded)
    if odds < _SLIGHTLY_FOREIGN:
        return 0.0
    if any(distance_of_names(other, word.folded) <= _MAYBE or hidden(other, word.folded) for other in latin):
        return 0.0
    if any(distance_of_names(name, word.folded) <= _CLOSE for name in read.known):
        return 1.0  # the text knows it elsewhere
    if odds < _FOREIGN or _TANWIN.search(word.printed):
        return 0.0
    weight = min(0.9, odds / 4.5)
    return weight * _WITH_ARTICLE if word.folded.lstrip("وفبلك").startswith("ال") else weight


def _fit(name: _Leftover, other: _Leftover) -> float:
    """How well the Arabic leftover stands where the Latin one would."""
    if name.beside:
        return other.weight if _is_beside(name, other) else other.weight / 2
    return other.weight - abs(name.place - other.place) / 2


def _is_beside(name: _Leftover, other: _Leftover) -> bool:
    return any(abs(start - other.word.span.start) <= _BESIDE for start in name.beside)


def _score(name: _Leftover, other: _Leftover) -> float:
    """How surely one became the other, in [0, 1]."""
    near_by = abs(name.place - other.place) <= _SAME_PLACE
    surely = max(name.weight, _KNOWN) if other.weight == 1 and near_by and name.weight >= _LIKELY else name.weight
    side_by_side = bool(name.beside) and _is_beside(name, other)
    lifted = max(other.weight, _SIDE_BY_SIDE) if side_by_side and other.weight >= _LIKELY else other.weight
    score = surely * (0.4 + lifted / 2)
    if bool(arabic_beginnings(name.word.folded)) and not english_forms(other.word.folded):
        score *= _OTHER_SORT
    if (
        english_forms(other.word.folded)
        and not arabic_beginnings(name.word.folded)
        and _PEOPLE.search(other.word.folded)
    ):
        score *= _OTHER_SORT
    if distance_of_names(name.word.folded, other.word.folded) <= _ALIKE:
        score *= _UNUSUALLY_WRITTEN
    if name.beside and not side_by_side:
        score /= 2  # a first name or a surname alone is often left out
    return score


def _finding(link: _Link, name: _Leftover, other: _Leftover | None) -> Finding:
    latin = (Mark(name.sentence, name.word.span),)
    printed, hint = name.word.printed, round(_HINT * name.weight, 3)
    if other is None and link.arabic_source:
        return Finding(Kind.NAME_ADDED, (), latin, None, printed, hint, METHOD)
    if other is None:
        return Finding(Kind.NAME_MISSING, latin, (), printed, None, hint, METHOD)
    arabic = (Mark(other.sentence, other.word.span),)
    confidence = round(max(0.0, _score(name, other) - _OPTIMISM), 3)
    if link.arabic_source:
        return Finding(Kind.NAME_CHANGED, arabic, latin, other.word.printed, printed, confidence, METHOD)
    return Finding(Kind.NAME_CHANGED, latin, arabic, printed, other.word.printed, confidence, METHOD)
