"""The names of a pair as the check reads them: which are met on the other side, here or anywhere, and which are left.

A name is looked for in the linked sentences and their neighbours. What it was met as in other links is kept: a spelling
that stands for ``Harrison`` elsewhere and has nobody beside it here is a name left over.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from archive.text.compare.arabic_names import is_known_name
from archive.text.compare.foreignness import foreignness
from archive.text.compare.gazetteer import arabic_beginnings, begins, english_forms
from archive.text.compare.links import Side, near
from archive.text.compare.name_likeness import CLOSE, SAME, WORDLIKE, How, distance_of_names, met
from archive.text.compare.name_words import Word, arabic_words, capitalised, latin_words
from archive.text.compare.transliteration import bare_forms, hidden

LEAST_FOREIGN: Final = -3.0  # log odds below which a word is no name
_GLUED: Final = re.compile(r"\w{4,}(?:ال|لل)\w{3,}|\w{12,}")  # two words that lost the blank between them

Linked = tuple[tuple[int, ...], tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Missing:
    """A name that the Arabic does not have."""

    sentence: int
    word: Word
    doubt: float  # the likeness of what comes nearest
    how: How
    beside: tuple[int, ...]  # where in the Arabic the rest of a longer name stands
    place: float  # where in its sentence, in [0, 1]


@dataclass(frozen=True, slots=True)
class Over:
    """A word of the Arabic that may be a name which the Latin-script side does not have."""

    sentence: int
    word: Word
    place: float
    small: bool  # whether a word without a capital has its sound


class Names:
    """The names of a pair; ``links`` are Arabic and Latin sentences."""

    def __init__(self, arabic: Side, latin: Side, links: Sequence[Linked]) -> None:
        self.arabic_side, self.latin_side, self.links = arabic, latin, tuple(links)
        self.candidates = capitalised(latin.sentences)
        self.latin = tuple(latin_words(sentence) for sentence in latin.sentences)
        self.arabic = tuple(arabic_words(sentence) for sentence in arabic.sentences)

    def missing(self, link: Linked) -> list[Missing]:
        """The names of the Latin side without a counterpart that is sure."""
        arabic, latin = link
        printed = self.arabic_side.text((*arabic, *near(arabic, len(self.arabic)))).casefold()
        here = [word for sentence in arabic for word in self.arabic[sentence]]
        return [
            Missing(sentence, name, doubt, how, _beside(name, here), _place(name, self.latin_side.sentences[sentence]))
            for sentence in latin
            for name in self.candidates[sentence]
            if name.folded not in printed
            for doubt, how in (self._doubt(link, name),)
            if doubt > SAME or how
        ]

    def _doubt(self, link: Linked, name: Word) -> tuple[float, How]:
        """The likeness of what comes nearest, and what makes even a near one doubtful."""
        arabic, latin = link
        doubt, how = met(name, _folded(self.arabic, arabic), self._rivals(latin, name))
        if doubt <= SAME and not how:
            return doubt, how
        beyond = _folded(self.arabic, near(arabic, len(self.arabic)))
        next_door, doubtful = met(name, beyond, self._rivals((*latin, *near(latin, len(self.latin))), name))
        if next_door <= SAME and not doubtful:
            return next_door, "next door" if name.folded in self.capitals(near(latin, len(self.latin))) else ""
        return min(doubt, next_door), how if doubt <= SAME else doubtful if next_door <= SAME else ""

    def _rivals(self, latin: Sequence[int], name: Word) -> list[str]:
        return sorted(self.capitals(latin) - {name.folded})

    def capitals(self, latin: Sequence[int]) -> set[str]:
        return {word.folded for sentence in latin for word in self.latin[sentence] if word.printed[0].isupper()}

    def over(self, link: Linked) -> list[Over]:
        """The words of the Arabic that may be names without a counterpart."""
        arabic, latin = link
        capital = self.capitals(latin)
        small = set(_folded(self.latin, latin)) - capital
        return [
            Over(sentence, word, _place(word, self.arabic_side.sentences[sentence]), _sounded(word.folded, small))
            for sentence in arabic
            for word in self.arabic[sentence]
            if self._may_be_a_name(word.folded) and not _has(word.folded, capital, small)
        ]

    def _may_be_a_name(self, word: str) -> bool:
        if english_forms(word) or is_known_name(word) or any(form in self.known for form in bare_forms(word)):
            return not _GLUED.search(word)
        return foreignness(word) >= LEAST_FOREIGN and not _GLUED.search(word)

    @cached_property
    def known(self) -> dict[str, set[str]]:
        """Arabic word → the Latin names it was met as, anywhere in the pair."""
        found: dict[str, set[str]] = defaultdict(set)
        for arabic, latin in self.links:
            words = set(_folded(self.arabic, arabic))
            for name in {name.folded for sentence in latin for name in self.candidates[sentence]}:
                for form in _met_as(name, words):
                    found[form].add(name)
        return dict(found)

    @cached_property
    def met(self) -> frozenset[str]:
        """The Latin names that were met anywhere."""
        return frozenset(name for names in self.known.values() for name in names)

    @cached_property
    def runs(self) -> dict[str, set[str]]:
        """Latin name → those it stands beside anywhere: most often the other names of one person."""
        found: dict[str, set[str]] = defaultdict(set)
        for sentence in self.candidates:
            for name in sentence:
                found[name.folded].update(name.run)
        return dict(found)

    def one_person(self, latin: str, arabic: str) -> bool:
        """Whether ``arabic`` stands elsewhere for a name that ``latin`` is written with: Brett for Kavanaugh."""
        beside = self.runs.get(latin, set())
        return any(beside & self.known.get(form, set()) for form in bare_forms(arabic))

    @cached_property
    def links_of_arabic(self) -> dict[str, set[int]]:
        """In which links an Arabic word stands, whatever is written on to it."""
        found: dict[str, set[int]] = defaultdict(set)
        for number, (arabic, _) in enumerate(self.links):
            for word in _folded(self.arabic, arabic):
                for form in bare_forms(word):
                    found[form].add(number)
        return dict(found)

    @cached_property
    def links_of_latin(self) -> dict[str, set[int]]:
        found: dict[str, set[int]] = defaultdict(set)
        for number, (_, latin) in enumerate(self.links):
            for word in _folded(self.latin, latin):
                found[word].add(number)
        return dict(found)

    def beside_met(self, link: Linked, other: Over) -> bool:
        """Whether the word before or after it is the sound of a name that the link has."""
        words = self.arabic[other.sentence]
        at = words.index(other.word)
        around = [word.folded for word in words[max(0, at - 1) : at] + words[at + 1 : at + 2]]
        return any(
            distance_of_names(name, word) <= CLOSE
            for word in around
            if foreignness(word) > WORDLIKE
            for name in self.capitals(link[1])
        )


def _folded(words: Sequence[Sequence[Word]], sentences: Sequence[int]) -> list[str]:
    return [word.folded for sentence in sentences for word in words[sentence]]


def _place(word: Word, sentence: str) -> float:
    return word.span.start / max(1, len(sentence))


def _beside(name: Word, here: Sequence[Word]) -> tuple[int, ...]:
    return tuple(
        word.span.start for other in name.run for word in here if distance_of_names(other, word.folded) <= SAME
    )


def _met_as(name: str, words: set[str]) -> set[str]:
    stems = arabic_beginnings(name)
    return {
        form
        for word in words
        if distance_of_names(name, word) <= SAME or (stems and begins(word, stems))
        for form in bare_forms(word)
    }


def _has(word: str, capital: set[str], small: set[str]) -> bool:
    """Whether the Latin-script side has the name too."""
    if english_forms(word) & (capital | small) or _sounded(word, capital):
        return True
    return any(hidden(other, word) for other in capital)


def _sounded(word: str, others: set[str]) -> bool:
    return any(distance_of_names(other, word) <= SAME for other in others)
