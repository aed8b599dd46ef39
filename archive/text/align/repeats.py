"""Sentences printed twice, and sentences left in the language of the original.

Both are seen in the letters, not in the vectors: two sentences are the same if nothing differs but
case, diacritics, orthographic variants and punctuation (:mod:`archive.text.fold`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from typing import Final

from archive.text.fold import fold
from archive.text.scripts import SCRIPTS_OF, letter_counts
from archive.values import primary_language

LEAST_WORDS: Final = 3
"""A sentence of fewer words left untranslated may be a name, a title or a quotation."""

FOREIGN_SHARE: Final = 0.8
"""Share of letters in a script of the other language that makes a sentence untranslated."""

_WORDS: Final = re.compile(r"\w+")


def words_of(sentence: str) -> str:
    """The words of a sentence as they are compared: folded, without punctuation."""
    return " ".join(_WORDS.findall(fold(sentence)))


def repeated(sentences: Sequence[str], without_counterpart: Collection[int]) -> dict[int, int]:
    """Map each sentence without counterpart to the same sentence elsewhere on its side that has one."""
    keys = [words_of(sentence) for sentence in sentences]
    counts = Counter(keys)
    found = {}
    for index in sorted(without_counterpart):
        if keys[index] and counts[keys[index]] > 1:
            twins = [at for at, key in enumerate(keys) if key == keys[index] and at not in without_counterpart]
            if twins:
                found[index] = min(twins, key=lambda at, here=index: (abs(at - here), at))  # type: ignore[misc]
    return found


def untranslated(
    source: Sequence[str], language: str, target: Sequence[str], target_language: str
) -> dict[int, int | None]:
    """Map each untranslated target sentence to the source sentence it copies, or ``None`` if it copies none."""
    if primary_language(language) == primary_language(target_language):
        return {}
    first = {words_of(sentence): index for index, sentence in reversed(list(enumerate(source)))}
    foreign = _scripts(language) - _scripts(target_language)
    return {
        index: first.get(key)
        for index, sentence in enumerate(target)
        if (key := words_of(sentence)).count(" ") >= LEAST_WORDS - 1
        and (_is_written_in(sentence, foreign) or (key in first and not foreign))
    }


def _scripts(language: str) -> set[str]:
    return set(SCRIPTS_OF.get(primary_language(language), ()))


def _is_written_in(sentence: str, scripts: set[str]) -> bool:
    counts = letter_counts(sentence)
    return sum(counts.get(script, 0) for script in scripts) > FOREIGN_SHARE * sum(counts.values()) > 0
