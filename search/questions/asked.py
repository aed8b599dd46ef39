"""A question put to one state of an index: what each of its words is worth there, and how else it may be written."""

from __future__ import annotations

import math
from collections.abc import Iterable

from search.clauses import Clause
from search.compiling import Also, printed_forms
from search.questions.evidence import Asked
from search.questions.roots import root
from search.questions.words import weight
from search.reading import Reading
from search.schema import EXACT, STEM
from search.tree import Term


def asked_of(reading: Reading, clauses: Iterable[Clause], also: Also) -> Asked:
    """The words with their worth: weight × rarity, as BM25 counts it."""
    worth: dict[str, float] = {}
    forms: dict[str, str] = {}
    families: dict[str, list[str]] = {}
    for counts, term in ((weight(clause.text), term) for clause in clauses for term in clause.terms):
        if term.stem in worth:
            continue
        worth[term.stem] = counts * _rarity(reading, term.stem)
        forms[term.stem] = term.stem
        for spelling in printed_forms(also.get(term.exact, ())):
            forms.setdefault(spelling, term.stem)
        family = root(term.stem) if counts == 1 else ""
        if family:
            families.setdefault(family, []).append(term.stem)
    return Asked(worth, forms, families)


def sparing(also: Also, reading: Reading) -> Also:
    """Other spellings without those in the script of a word that the texts have as it was typed.

    Of a question any word will do, so a spelling that only sounds like it would lead away from the word itself.
    """
    kept = {
        word: tuple(one for one in others if (one.script == "arabic") != _is_arabic(word) or not _known(reading, word))
        for word, others in also.items()
    }
    return {word: others for word, others in kept.items() if others}


def _known(reading: Reading, word: str) -> bool:
    return reading.find(Term(EXACT, word)).total > 0


def _is_arabic(word: str) -> bool:
    return "\u0600" <= word[0] <= "\u08ff"


def _rarity(reading: Reading, stem: str) -> float:
    held = reading.find(Term(STEM, stem)).total
    return math.log(1 + (reading.size - held + 0.5) / (held + 0.5))
