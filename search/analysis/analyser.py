"""Text to terms: the one analysis of Thabat, whatever engine holds the index.

A term has two forms: ``exact``, the folded word, for quoted phrases and as a boost, and ``stem``,
the light stem, for words. Each knows its place in the original text in code points, harakat and
clitics included. Which stemmer applies is decided by the letters of the word and the language of the
text: Arabic letters are stemmed unless the text is in another language of that script, Latin letters
unless it is in another language of theirs; those are only folded.

What stands between two blanks is read once and remembered: a text of 400 words costs 400 look-ups.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import repeat
from typing import Final, NamedTuple

from archive.text.fold import fold
from archive.text.recipe import recipe
from archive.values import UNDETERMINED, primary_language
from search.analysis import arabic, arabic_words, english
from search.analysis.frequencies import shipped
from search.analysis.words import RawWord, Shape, cut, parts

TERM_LENGTH: Final = 64
"""Longest term in code points: run-together text must not become one enormous term (SEARCH.md §5, step 5)."""
PARAGRAPH_GAP: Final = 64
"""Positions left free between lines, so that no phrase runs across them."""

_ARABIC_SCRIPT: Final = frozenset({"fa", "ur", "ps", "ckb", "ku", "sd", "ug", "pnb", "bal", "azb", "ks", "dv", "lrc"})
_CHUNK: Final = re.compile(r"\S+")  # no word reaches, or looks, across a blank
LONGEST_REMEMBERED: Final = 64
"""Code points of a chunk; longer ones are addresses and run-together text, which hardly come again."""
_EMPTY_FOLD: Final = re.compile(r"[\W_]+")
# One text that touches every rule: if any of them changes, its terms change and the analyser has a new name.
_SAMPLE: Final = (
    "كَتَبَ أحمد عن المعارضة والمعارضة وبالمعارضة وللمعارضة، فقال: «إنّ لبنان وإيران وسورية ووزيرها» عام ٢٠١٥م؛"
    " الـ20 مسؤولون شؤون شئون أبناؤه للجنة اللجان حكومتها كبيرًا قالوا دولتان أ.ف.ب ١٬٠٠٠ ٣٫٥\n"
    "The U.S. co-operation of O'Neill's organisations' 3.5% l’armée Müller's naïve 12.11.2015 café running"
)
_SAMPLED: Final = 250  # of the words of the frequency table, every 250th is in the sample too


class Term(NamedTuple):
    """A term and where it stands: ``position`` counts words, ``start`` and ``end`` code points."""

    position: int
    start: int
    end: int
    exact: str
    stem: str
    alternate: bool = False
    """A second reading of the word at its position: cooperation for co-operation, neill for O'Neill."""


class Reading(NamedTuple):
    """What was read in a chunk of text: its terms, places counted from its beginning."""

    positions: int
    terms: tuple[tuple[int, int, int, str, str, bool], ...]
    forms: tuple[str, ...]
    """Of all terms, exact and stem."""


def analyse(text: str, language: str = UNDETERMINED) -> list[Term]:
    """The terms of ``text`` in reading order."""
    stem_arabic, stem_latin = stemmed_scripts(language)
    terms: list[Term] = []
    position, gap, line_start = 0, 0, 0
    for line in text.split("\n"):
        for match in _CHUNK.finditer(line):
            chunk, start = match[0], line_start + match.start()
            positions, found, _ = read_chunk(chunk, stem_arabic, stem_latin)
            if positions:
                position, gap = position + gap, 0
                for at, begin, end, exact, stem, alternate in found:
                    terms.append(_new(Term, (position + at, start + begin, start + end, exact, stem, alternate)))
                position += positions
        line_start += len(line) + 1
        gap = PARAGRAPH_GAP
    return terms


_new: Final = tuple.__new__  # twice as fast as calling Term, and called for every word there is


def _read_once(chunk: str, stem_arabic: bool, stem_latin: bool) -> Reading:
    """Read what stands between two blanks."""
    terms: list[tuple[int, int, int, str, str, bool]] = []
    position = 0
    for word in cut(chunk):
        stemmed = stem_arabic if word.shape is Shape.ARABIC else stem_latin
        if word.shape is Shape.COMPOUND:
            position = _add_compound(terms, chunk, word, position, stemmed)
            continue
        for number, (exact, stem) in enumerate(_forms(chunk[word.start : word.end], word.shape, stemmed)):
            terms.append((position, word.start, word.end, exact, stem, number > 0))
        position += 1
    return Reading(position, tuple(terms), tuple({form for term in terms for form in term[3:5]}))


_read: Final = lru_cache(maxsize=1 << 17)(_read_once)


def read_chunk(chunk: str, stem_arabic: bool, stem_latin: bool) -> Reading:
    """The terms of what stands between two blanks; remembered, unless it is long."""
    return (_read if len(chunk) <= LONGEST_REMEMBERED else _read_once)(chunk, stem_arabic, stem_latin)


def read_chunks(chunks: Sequence[str], stem_arabic: bool, stem_latin: bool) -> Iterator[Reading]:
    """The same of many, none of them long: for callers that cannot afford a call a word."""
    return map(_read, chunks, repeat(stem_arabic), repeat(stem_latin))


def _add_compound(
    terms: list[tuple[int, int, int, str, str, bool]], chunk: str, word: RawWord, first: int, stemmed: bool
) -> int:
    """Each part of a hyphenated word at a position of its own, the joined form beside the first; the next position."""
    position = first
    for start, end in parts(chunk, word):
        for number, (exact, stem) in enumerate(_forms(chunk[start:end], Shape.OTHER, stemmed)):
            terms.append((position, start, end, exact, stem, number > 0))
        position += 1
    for exact, stem in _forms(chunk[word.start : word.end], Shape.COMPOUND, stemmed):
        terms.append((first, word.start, word.end, exact, stem, True))
    return position


def stemmed_scripts(language: str) -> tuple[bool, bool]:
    """Whether Arabic and whether Latin letters are stemmed in a text of this language."""
    primary = primary_language(language)
    foreign_arabic = primary in _ARABIC_SCRIPT
    return not foreign_arabic, primary in {"en", "ar", UNDETERMINED} or foreign_arabic


@lru_cache(maxsize=1 << 16)
def _forms(raw: str, shape: Shape, stemmed: bool) -> tuple[tuple[str, str], ...]:
    """``(exact, stem)`` of each reading of a raw word; none when nothing is left of it."""
    folded = fold(raw)
    if shape is Shape.NUMBER:
        number = folded.replace(",", "").replace("٬", "").replace("٫", ".")[:TERM_LENGTH]
        return ((number, number),)
    if folded.isalnum() and len(folded) <= TERM_LENGTH and (folded.isascii() or shape is Shape.ARABIC):  # nearly all
        return ((folded, _stem(folded, shape) if stemmed else folded),)
    latin = shape is Shape.OTHER or shape is Shape.COMPOUND
    readings = english.without_apostrophes(folded) if latin else (folded,)
    plain = (_EMPTY_FOLD.sub("", reading)[:TERM_LENGTH] for reading in readings)
    return tuple((word, _stem(word, shape) if stemmed else word) for word in plain if word)


def _stem(word: str, shape: Shape) -> str:
    if shape is Shape.ACRONYM:
        return word
    return arabic.stem(word) if shape is Shape.ARABIC else english.stem(word)


@lru_cache(maxsize=1)
def analyser_version() -> str:
    """The analyser's signature. An index made with another one is not read but rebuilt."""
    table = shipped()
    sample = " ".join([_SAMPLE, *list(table.counts)[::_SAMPLED]])
    terms = [(term.exact, term.stem) for term in analyse(sample)]
    rules = (terms, sorted(arabic_words.UNITS), arabic_words.AL_STEMS)
    digest = hashlib.sha256(repr(rules).encode()).hexdigest()[:16]
    return recipe("analysis", 2, arabic="guarded-light", table=table.digest[:16], english="porter2", terms=digest)
