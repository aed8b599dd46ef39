"""How well one text answers a question, looked at closely: what BM25, which counts words, cannot see.

Four things are added, each as a share of what all words of the question are worth together (weight × rarity):

* coverage: a word that is there at all, however short or long the text (the lower bound of BM25+: Lv and Zhai,
  "Lower-Bounding Term Frequency Normalization", 2011);
* the best sentence: how much of the question stands together in one sentence (proximity: Tao and Zhai, "An
  Exploration of Proximity Measures in Information Retrieval", 2007), with the cosine of that same sentence where
  meaning was asked for too;
* families: words of which the text has none, but another of the same root (:mod:`search.questions.roots`);
* the lead: words that stand early, for news says first what it is about.

The weights were tuned on the questions about one half of the articles of ``ir_arcd``; what they bring on the other
half and on headlines is in ``tests/quality/question_figures.py``. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from archive.values import Span
from search.analysis import Term
from search.questions.roots import root

COVERAGE: Final = 1.0
SENTENCE: Final = 0.75
LIKENESS: Final = 0.75
"""Of the cosine of a sentence beside the share of the question that stands in it."""
FAMILY: Final = 0.7
FAMILY_IN_SENTENCE: Final = 0.6
LEAD: Final = 0.5
LEAD_HALVES: Final = 20
"""Words into the text at which a word counts for half as much as at its beginning."""


@dataclass(frozen=True)
class Asked:
    """The words of a question. ``worth`` by stem; ``forms``: the stem that each form in texts stands for."""

    worth: Mapping[str, float]
    forms: Mapping[str, str]
    families: Mapping[str, Sequence[str]]
    """Stems by root."""

    @cached_property
    def total(self) -> float:
        return sum(self.worth.values())

    def share(self, stems: Iterable[str]) -> float:
        """What these words are worth, as a share of all."""
        return sum(self.worth[stem] for stem in stems) / self.total if self.total else 0.0


@dataclass(frozen=True, slots=True)
class Text:
    """A text to be looked at: its terms in order, its sentences, and how near each is to the question in meaning."""

    terms: Sequence[Term]
    sentences: Sequence[Span]
    likeness: Sequence[float]
    """One a sentence; 0 where meaning was not asked for."""
    body: int
    """Where the text begins after its headline, in code points."""


def evidence(asked: Asked, text: Text) -> float:
    """What speaks for the text beside BM25: 0 and more, by rule below 4."""
    words = _words(asked, text.terms)
    has = {stem for _, stem in words}
    kin = _kin(asked, text.terms, has)
    return (
        COVERAGE * asked.share(sorted(has))
        + SENTENCE * _best_sentence(asked, text, words, kin)
        + FAMILY * asked.share(sorted({stem for _, stem in kin}))
        + LEAD * _lead(asked, text, words)
    )


def _words(asked: Asked, terms: Sequence[Term]) -> list[tuple[Term, str]]:
    """The terms that are words of the question, each with the stem it stands for."""
    forms = asked.forms
    if len(forms) == len(asked.worth):
        return [(term, forms[term.stem]) for term in terms if term.stem in forms]
    found = ((term, forms.get(term.stem) or forms.get(term.exact)) for term in terms)
    return [(term, stem) for term, stem in found if stem]


def _kin(asked: Asked, terms: Sequence[Term], has: set[str]) -> list[tuple[Term, str]]:
    """The terms of a family with words of the question that the text has not got, each with such a word."""
    missing = {family: [one for one in stems if one not in has] for family, stems in asked.families.items()}
    if not any(missing.values()):
        return []
    related = {stem: missing.get(root(stem), ()) for stem in {term.stem for term in terms} - asked.forms.keys()}
    return [(term, stem) for term in terms for stem in related.get(term.stem, ())]


def _best_sentence(
    asked: Asked, text: Text, words: Sequence[tuple[Term, str]], kin: Sequence[tuple[Term, str]]
) -> float:
    told, hinted = _by_sentence(text, words), _by_sentence(text, kin)
    return max(
        (
            asked.share(sorted(one)) + FAMILY_IN_SENTENCE * asked.share(sorted(other)) + LIKENESS * likeness
            for one, other, likeness in zip(told, hinted, text.likeness, strict=True)
        ),
        default=0.0,
    )


def _by_sentence(text: Text, words: Iterable[tuple[Term, str]]) -> list[set[str]]:
    """The words of the question that each sentence has."""
    found: list[set[str]] = [set() for _ in text.sentences]
    place, last = 0, len(found)
    for term, stem in words:
        while place < last and text.sentences[place].end <= term.start:
            place += 1
        if place < last and text.sentences[place].start <= term.start:
            found[place].add(stem)
    return found


def _lead(asked: Asked, text: Text, words: Sequence[tuple[Term, str]]) -> float:
    begin = next((term.position for term in text.terms if term.start >= text.body), 0)
    first: dict[str, int] = {}
    for term, stem in words:
        if term.start >= text.body:
            first.setdefault(stem, term.position - begin)
    worth = sum(asked.worth[stem] / (1 + place / LEAD_HALVES) for stem, place in first.items())
    return worth / asked.total if asked.total else 0.0
