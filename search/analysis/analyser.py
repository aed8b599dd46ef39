"""Text to terms: the one analysis of Thabat, whatever engine holds the index.

A term has two forms: ``exact``, the folded word, for quoted phrases and as a boost, and ``stem``,
the light stem, for words. Each knows its place in the original text in code points, harakat and
clitics included. Which stemmer applies is decided by the letters of the word and the language of the
text: Arabic letters are stemmed unless the text is in another language of that script, Latin letters
unless it is in another language of theirs; those are only folded.

Words are remembered: a text of 400 words costs a dictionary look-up a word.
"""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from typing import Final, NamedTuple

from archive.text.fold import fold
from archive.text.recipe import recipe
from archive.values import UNDETERMINED, primary_language
from search.analysis import arabic, english
from search.analysis.words import RawWord, Shape, cut, parts

TERM_LENGTH: Final = 64
"""Longest term in code points: run-together text must not become one enormous term (SEARCH.md §5, step 5)."""
PARAGRAPH_GAP: Final = 64
"""Positions left free between lines, so that no phrase runs across them."""

_ARABIC_SCRIPT: Final = frozenset({"fa", "ur", "ps", "ckb", "ku", "sd", "ug", "pnb", "bal", "azb", "ks", "dv", "lrc"})
_EMPTY_FOLD: Final = re.compile(r"[\W_]+")
# One text that touches every rule: if any of them changes, its terms change and the analyser has a new name.
_SAMPLE: Final = (
    "كَتَبَ أحمد عن المعارضة والمعارضة وبالمعارضة وللمعارضة، فقال: «إنّ لبنان وإيران وسورية ووزيرها» عام ٢٠١٥م؛"
    " الـ20 مسؤولون شؤون شئون أبناؤه للجنة اللجان حكومتها كبيرًا قالوا دولتان أ.ف.ب ١٬٠٠٠ ٣٫٥\n"
    "The U.S. co-operation of O'Neill's organisations' 3.5% l’armée Müller's naïve 12.11.2015 café running"
)


class Term(NamedTuple):
    """A term and where it stands: ``position`` counts words, ``start`` and ``end`` code points."""

    position: int
    start: int
    end: int
    exact: str
    stem: str
    alternate: bool = False
    """A second reading of the word at its position: cooperation for co-operation, neill for O'Neill."""


def analyse(text: str, language: str = UNDETERMINED) -> list[Term]:
    """The terms of ``text`` in reading order."""
    stem_arabic, stem_latin = stemmed_scripts(language)
    terms: list[Term] = []
    position, line_end = -1, 0
    for word in cut(text):
        position += 1
        if "\n" in text[line_end : word.start]:
            position += PARAGRAPH_GAP
        line_end = word.end
        stemmed = stem_arabic if word.shape is Shape.ARABIC else stem_latin
        if word.shape is Shape.COMPOUND:
            position = _add_compound(terms, text, word, position, stemmed)
            continue
        for number, (exact, stem) in enumerate(_forms(text[word.start : word.end], word.shape, stemmed)):
            terms.append(Term(position, word.start, word.end, exact, stem, number > 0))
    return terms


def _add_compound(terms: list[Term], text: str, word: RawWord, position: int, stemmed: bool) -> int:
    """Each part of a hyphenated word at a position of its own, the joined form beside the first."""
    first = position
    for part_number, (start, end) in enumerate(parts(text, word)):
        position = first + part_number
        for number, (exact, stem) in enumerate(_forms(text[start:end], Shape.OTHER, stemmed)):
            terms.append(Term(position, start, end, exact, stem, number > 0))
    for exact, stem in _forms(text[word.start : word.end], Shape.COMPOUND, stemmed):
        terms.append(Term(first, word.start, word.end, exact, stem, alternate=True))
    return position


def stemmed_scripts(language: str) -> tuple[bool, bool]:
    """Whether Arabic and whether Latin letters are stemmed in a text of this language."""
    primary = primary_language(language)
    foreign_arabic = primary in _ARABIC_SCRIPT
    return not foreign_arabic, primary in {"en", "ar", UNDETERMINED} or foreign_arabic


@lru_cache(maxsize=300_000)
def _forms(raw: str, shape: Shape, stemmed: bool) -> tuple[tuple[str, str], ...]:
    """``(exact, stem)`` of each reading of a raw word; none when nothing is left of it."""
    folded = fold(raw)
    if shape is Shape.NUMBER:
        number = folded.replace(",", "").replace("٬", "").replace("٫", ".")[:TERM_LENGTH]
        return ((number, number),)
    readings = english.without_apostrophes(folded) if shape in {Shape.OTHER, Shape.COMPOUND} else (folded,)
    plain = (_EMPTY_FOLD.sub("", reading)[:TERM_LENGTH] for reading in readings)
    return tuple((word, _stem(word, shape) if stemmed else word) for word in plain if word)


def _stem(word: str, shape: Shape) -> str:
    if shape is Shape.ACRONYM:
        return word
    return arabic.stem(word) if shape is Shape.ARABIC else english.stem(word)


@lru_cache(maxsize=1)
def analyser_version() -> str:
    """The analyser's signature. An index made with another one is not read but rebuilt."""
    terms = [(term.exact, term.stem) for term in analyse(_SAMPLE)]
    sample = hashlib.sha256(repr((terms, _lists())).encode()).hexdigest()[:16]
    return recipe("analysis", 1, arabic="guarded-light", english="porter2", terms=sample)


def _lists() -> list[list[str]]:
    from search.analysis import arabic_words as known  # noqa: PLC0415  only its contents are wanted here

    words = (known.UNITS, known.AL_STEMS, known.LAM_STEMS, known.WAW_WORDS, known.WAW_STEMS)
    return [sorted(group) for group in words]
