"""A sentence that is too long for a model, cut where it hurts least; every other sentence as it is.

CTranslate2 reads 1,024 tokens and writes 256, and says nothing of the rest: a paragraph of 480 words without a
full stop came back as 17. So what has more than ``LONGEST_WORDS`` words or ``LONGEST`` characters is cut before,
at a ``؛``, else at a colon or dash, else at a comma, else between words, else between characters, and the pieces
are of similar length. A line break always cuts: to Argos it ends a paragraph. Which sentences there are is
:mod:`archive.text.segment`'s, which are shown to a model :mod:`archive.text.translatable`'s. Pure.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from archive.text.recipe import recipe
from archive.values import Span

LONGEST_WORDS: Final = 100
"""Some 180 tokens of Arabic, and as many of the English they become: two thirds of what is written at most."""

LONGEST: Final = 800
"""Characters: for what has no blanks."""

RECIPE: Final = recipe("mt-cut", 1, words=LONGEST_WORDS, characters=LONGEST)

_LINE: Final = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_WORD: Final = re.compile(r"\S+")
_BREAKS: Final = (
    re.compile(r"[؛;](?=\s|[^\W\d])"),
    re.compile(r":(?=\s)|\s[-–—](?=\s)|—"),
    re.compile(r"[،,](?=\s|[\u0620-\u064a])"),
    re.compile(r"\s"),
)
"""From strongest to weakest; the piece ends after the mark."""


def spans(text: str) -> tuple[Span, ...]:
    """Where the pieces of one sentence stand in it, without outer whitespace: one piece unless it is too long."""
    return tuple(
        piece
        for line in _LINE.finditer(text)
        for start, end in _pieces(text, line.start(), line.end())
        if len(piece := _trimmed(text, start, end))
    )


def cut(text: str) -> tuple[str, ...]:
    """Return the pieces themselves, in order."""
    return tuple(span.of(text) for span in spans(text))


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while (longest := _reach(text, start, end)) < end:
        rest = end - start
        if rest < 1.5 * (longest - start):  # two of one length rather than a long one and a stub
            lowest, highest = start + rest // 3, min(longest, start + 2 * rest // 3)
        else:
            lowest, highest = (start + longest) // 2, longest
        at = _break(text, lowest, highest)
        yield start, at
        start = at
    yield start, end


def _reach(text: str, start: int, end: int) -> int:
    """How far a piece that begins at ``start`` may go."""
    reach = min(end, start + LONGEST)
    for number, word in enumerate(_WORD.finditer(text, start, reach), 1):
        if number == LONGEST_WORDS + 1:
            return word.start()
    return reach


def _break(text: str, lowest: int, highest: int) -> int:
    """The last of the strongest marks between; a word, or a character, where there is none."""
    for mark in _BREAKS:
        ends = [found.end() for found in mark.finditer(text, lowest, highest)]
        if ends:
            return ends[-1]
    at = highest
    while at > lowest + 1 and _belongs_to_the_one_before(text, at):
        at -= 1
    return at


def _belongs_to_the_one_before(text: str, at: int) -> bool:
    """Harakat, variation selectors, and whatever a zero-width joiner joins."""
    here = text[at]
    return bool(unicodedata.combining(here)) or here in "\u200d\ufe0e\ufe0f" or text[at - 1] == "\u200d"


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    return Span(left, max(left, start + len(piece.rstrip())))
