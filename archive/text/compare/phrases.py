"""Words and phrases of a lexicon, found in either language as they are printed.

A phrase is written folded or not, its words divided by blanks; ``*`` at the end of a word lets letters follow.
Arabic words are found with what is written on to them before (و ف ب ل ك ال).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from archive.text.compare.findings import Mark
from archive.text.compare.links import Side
from archive.text.fold import Folded, fold, fold_with_offsets
from archive.values import Span, primary_language

_BEFORE_ARABIC: Final = r"(?<![^\W\d_])(?:[وف]?(?:[بلك]?ال|لل|[بلك])?)"
_BEFORE: Final = r"(?<![^\W\d_])"
_AFTER: Final = r"(?![^\W\d_])"


@dataclass(frozen=True, slots=True)
class Met:
    """An entry of a lexicon met in a sentence."""

    mark: Mark
    printed: str
    entry: str


@lru_cache(maxsize=512)
def _pattern(phrases: frozenset[str], arabic: bool) -> re.Pattern[str]:
    alternatives = "|".join(_expression(fold(phrase)) for phrase in sorted(phrases, key=lambda one: (-len(one), one)))
    return re.compile(f"{_BEFORE_ARABIC if arabic else _BEFORE}(?:{alternatives}){_AFTER}")


def _expression(phrase: str) -> str:
    return re.escape(phrase).replace(r"\ ", r"[\s-]+").replace(r"\*", r"[^\W\d_]*").replace("'", "['’]")


@lru_cache(maxsize=1024)
def _folded(sentence: str) -> Folded:
    return fold_with_offsets(sentence)


def meet(side: Side, sentences: Iterable[int], phrases: Iterable[str], entry: str = "") -> list[Met]:
    """Every place where one of ``phrases`` stands in ``sentences``, in order."""
    wanted = frozenset(phrases)
    if not wanted:
        return []
    pattern = _pattern(wanted, primary_language(side.language) == "ar")
    met: list[Met] = []
    for sentence in sentences:
        folded = _folded(side.sentences[sentence])
        for match in pattern.finditer(folded.text):
            span: Span = folded.span(*match.span())
            met.append(Met(Mark(sentence, span), span.of(side.sentences[sentence]), entry))
    return met
